import Files
import Foundation

/// Files and folders of a target. What is written is there completely or not at all, and on the disk when the call returns.
///
/// Who may read a delivery follows from the target: its owner made it for its readers. Nobody but the owner may write in
/// a delivery, except the group of a folder that hands itself on (mode 2770).
struct TargetFiles: Sendable {
    private let folderMode: mode_t
    private let fileMode: mode_t

    init(target: String) {
        var status = stat()
        let mode = stat(target, &status) == 0 ? status.st_mode : 0
        let shared: mode_t = mode & 0o2020 == 0o2020 ? 0o020 : 0
        folderMode = 0o700 | mode & 0o2055 | shared
        fileMode = 0o600 | mode & 0o044 | shared
    }

    func makeFolder(_ path: String) throws(DeliveringError) {
        if mkdir(path, 0o700) != 0 {
            let error = SystemError("mkdir", path: path, errno: errno)
            guard error.errno == EEXIST, FileTree.isFolder(path) else { throw DeliveringError(error) }
        }
        // Some file systems know no modes (exFAT): not worth a failure.
        chmod(path, folderMode)
    }

    /// Gives a file somebody else wrote the delivery's mode.
    func settle(_ path: String) {
        chmod(path, fileMode)
    }

    func write(_ text: String, to path: String) throws(DeliveringError) {
        try write(Data(text.utf8), to: path)
    }

    func write(_ data: Data, to path: String) throws(DeliveringError) {
        try complete(path) { (descriptor) throws(DeliveringError) in
            try TargetFiles.write(data, to: descriptor, path: path)
        }
    }

    func copy(_ source: String, to path: String) throws(DeliveringError) {
        try complete(path) { (descriptor) throws(DeliveringError) in
            try FileTree.forEachChunk(of: source) { (chunk) throws(DeliveringError) in
                try TargetFiles.write(chunk, to: descriptor, path: path)
            }
        }
    }

    private static func write(_ data: Data, to descriptor: Int32, path: String) throws(DeliveringError) {
        do throws(SystemError) { try Files.write(data, to: descriptor, path: path) } catch { throw DeliveringError(error) }
    }

    /// Fills `<path>.part`, syncs it and gives it its name; a failure leaves nothing.
    private func complete(_ path: String, _ fill: (Int32) throws(DeliveringError) -> Void) throws(DeliveringError) {
        let part = path + ".part"
        let descriptor = open(part, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, fileMode)
        guard descriptor >= 0 else { throw DeliveringError(SystemError("open", path: path, errno: errno)) }
        fchmod(descriptor, fileMode)
        do throws(DeliveringError) {
            defer { close(descriptor) }
            try fill(descriptor)
            guard fsync(descriptor) == 0 else { throw DeliveringError(SystemError("fsync", path: path, errno: errno)) }
        } catch {
            unlink(part)
            throw error
        }
        try move(part, to: path)
    }

    func move(_ path: String, to target: String) throws(DeliveringError) {
        guard rename(path, target) == 0 else {
            let code = errno
            unlink(path)
            throw DeliveringError(SystemError("rename", path: target, errno: code))
        }
    }

    /// Brings the names in a folder to the disk.
    func syncFolder(_ path: String) throws(DeliveringError) {
        do throws(SystemError) { try Files.syncFolder(path) } catch {
            // Network and user-space file systems may not know how to sync a folder; then their names are safe with their files.
            if error.call == "fsync", [EINVAL, ENOTSUP, ENOSYS].contains(error.errno) { return }
            throw DeliveringError(error)
        }
    }

    func removeTree(_ path: String) throws(DeliveringError) {
        if FileTree.isFolder(path) {
            for name in FileTree.names(in: path) { try removeTree(path + "/" + name) }
            guard rmdir(path) == 0 else { throw DeliveringError(SystemError("rmdir", path: path, errno: errno)) }
        } else {
            guard unlink(path) == 0 || errno == ENOENT else { throw DeliveringError(SystemError("unlink", path: path, errno: errno)) }
        }
    }
}
