import Crypto
import Files
import Foundation
import Records
import Store

/// Reading what lies in a folder. Symbolic links are not followed: a delivery has none.
enum FileTree {
    static func exists(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0
    }

    static func isFolder(_ path: String) -> Bool {
        var status = stat()
        return lstat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
    }

    /// Sorted; empty when there is no such folder.
    static func names(in folder: String) -> [String] {
        ((try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []).sorted()
    }

    /// Paths of all files below a folder, relative to it, in the order of their bytes.
    static func files(below folder: String) -> [String] {
        func walk(_ path: String, _ prefix: String) -> [String] {
            names(in: path).flatMap { name in
                isFolder(path + "/" + name) ? walk(path + "/" + name, prefix + name + "/") : [prefix + name]
            }
        }
        return walk(folder, "").sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    }

    /// Bytes an ordinary program may still write on the file system of a path.
    static func freeBytes(at path: String) -> Int? {
        var status = statvfs()
        guard statvfs(path, &status) == 0 else { return nil }
        return Int(status.f_bavail) * Int(status.f_frsize)
    }

    static func size(of path: String) -> Int {
        var status = stat()
        return stat(path, &status) == 0 ? Int(status.st_size) : 0
    }

    /// Checksum and size of a file.
    /// - Parameter fromDisk: first drops what the system keeps of the (synced) file in memory, so that the medium is read.
    static func sha256(of path: String, fromDisk: Bool = false) throws(DeliveringError) -> (sha256: String, byteCount: Int) {
        var hash = SHA256()
        var count = 0
        try forEachChunk(of: path, fromDisk: fromDisk) { (chunk) throws(DeliveringError) in
            chunk.withUnsafeBytes { hash.update(bufferPointer: $0) }
            count += chunk.count
        }
        return (hash.finalize().hexadecimal, count)
    }

    static func forEachChunk(
        of path: String, fromDisk: Bool = false, _ body: (Data) throws(DeliveringError) -> Void
    ) throws(DeliveringError) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW)
        guard descriptor >= 0 else { throw .fileOperation("open", path: path, errno: errno) }
        defer { close(descriptor) }
        if fromDisk { posix_fadvise(descriptor, 0, 0, POSIX_FADV_DONTNEED) }
        var chunk = Data(count: 1 << 20)
        while true {
            let count = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
            if count < 0 && errno == EINTR { continue }
            guard count >= 0 else { throw .fileOperation("read", path: path, errno: errno) }
            if count == 0 { return }
            try body(count == chunk.count ? chunk : chunk.prefix(count))
        }
    }

    /// The whole of a file; nil when it cannot be read.
    static func bytes(of path: String) -> [UInt8]? { try? Files.bytes(of: path) }
}
