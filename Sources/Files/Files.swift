import Foundation

/// Whole files read and written with plain system calls, whose failures keep their cause. (Foundation's own calls say only
/// that it failed, or leave the cause to a number that may be somebody else's by then.)
public enum Files {
    // MARK: Reading

    /// The whole of a regular file.
    public static func bytes(of path: String) throws(SystemError) -> [UInt8] {
        let (descriptor, size) = try openToRead(path)
        defer { close(descriptor) }
        var failure: Int32 = 0
        let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
            (count, failure) = fill(UnsafeMutableRawBufferPointer(buffer), from: descriptor)
        }
        guard failure == 0 else { throw SystemError("read", path: path, errno: failure) }
        return bytes
    }

    /// The beginning of a regular file, or all of it, and the size of the whole.
    public static func data(of path: String, atMost length: Int = .max) throws(SystemError) -> (data: Data, size: Int) {
        let (descriptor, size) = try openToRead(path)
        defer { close(descriptor) }
        var data = Data(count: min(size, length))
        let (count, failure) = data.withUnsafeMutableBytes { fill($0, from: descriptor) }
        guard failure == 0 else { throw SystemError("read", path: path, errno: failure) }
        return (data.prefix(count), size)
    }

    private static func openToRead(_ path: String) throws(SystemError) -> (descriptor: Int32, size: Int) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError("open", path: path, errno: errno) }
        var status = stat()
        var failure = fstat(descriptor, &status) == 0 ? 0 : errno
        if failure == 0, status.st_mode & S_IFMT != S_IFREG { failure = EINVAL }
        guard failure == 0 else {
            close(descriptor)
            throw SystemError("fstat", path: path, errno: failure)
        }
        return (descriptor, Int(status.st_size))
    }

    /// Less than asked for when the file has become shorter meanwhile.
    private static func fill(_ buffer: UnsafeMutableRawBufferPointer, from descriptor: Int32) -> (count: Int, errno: Int32) {
        var filled = 0
        while filled < buffer.count {
            let count = Foundation.read(descriptor, buffer.baseAddress?.advanced(by: filled), buffer.count - filled)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { return (filled, errno) }
            if count == 0 { break }
            filled += count
        }
        return (filled, 0)
    }

    // MARK: Writing

    /// Writes all of it to a file, a pipe or a terminal.
    /// - Parameter path: for the error.
    public static func write(_ bytes: some ContiguousBytes, to descriptor: Int32, path: String = "") throws(SystemError) {
        let failure: Int32 = bytes.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let count = Foundation.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count >= 0 { rest = rest.dropFirst(count) } else if errno != EINTR { return errno }
            }
            return 0
        }
        guard failure == 0 else { throw SystemError("write", path: path, errno: failure) }
    }

    /// Writes a new file; nothing is left of it when that fails.
    /// - Parameters:
    ///   - mode: who may read and write it, less the process' mask.
    ///   - replacing: what lies there under this name is written over; else that is an error.
    ///   - flush: its bytes are on the medium when the call returns. Its name is there once the folder is synced.
    public static func create(
        _ path: String, _ bytes: some ContiguousBytes, mode: mode_t, replacing: Bool = false, flush: Bool
    ) throws(SystemError) {
        let descriptor = open(path, O_WRONLY | O_CREAT | (replacing ? O_TRUNC : O_EXCL) | O_CLOEXEC, mode)
        guard descriptor >= 0 else { throw SystemError("open", path: path, errno: errno) }
        do throws(SystemError) {
            do throws(SystemError) {
                try write(bytes, to: descriptor, path: path)
                if flush { try sync(descriptor, path: path) }
            } catch {
                close(descriptor)
                throw error
            }
            // A network or quota file system may say so only now.
            guard close(descriptor) == 0 else { throw SystemError("close", path: path, errno: errno) }
        } catch {
            unlink(path)
            throw error
        }
    }

    public static func sync(_ descriptor: Int32, path: String) throws(SystemError) {
        guard fsync(descriptor) == 0 else { throw SystemError("fsync", path: path, errno: errno) }
    }

    /// Brings the names in a folder to the medium.
    public static func syncFolder(_ path: String) throws(SystemError) {
        let descriptor = open(path, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
        guard descriptor >= 0 else { throw SystemError("open", path: path, errno: errno) }
        defer { close(descriptor) }
        try sync(descriptor, path: path)
    }

    // MARK: Room

    /// Whether a folder has no room for as much as one page any more, by this person's share of the disk too: tried, because
    /// free blocks say nothing of a quota. For an error whose own cause is not known.
    public static func isFull(_ folder: String) -> Bool {
        let probe = "\(folder)/.room-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        do {
            try create(probe, [UInt8](repeating: 0, count: 1 << 20), mode: 0o600, flush: true)
        } catch { return error.isDiskFull }
        unlink(probe)
        return false
    }
}
