import Foundation

/// Whole files and their beginnings, with the cause when it fails.
enum FileBytes {
    static func all(of path: String) throws(ImagingError) -> Data {
        try prefix(of: path, length: Int.max).bytes
    }

    /// The first bytes of a file and the size of the whole.
    static func prefix(of path: String, length: Int) throws(ImagingError) -> (bytes: Data, size: Int) {
        let file = open(path, O_RDONLY | O_CLOEXEC)
        guard file >= 0 else { throw .unreadable(path: path, errno: errno) }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0 else { throw .unreadable(path: path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .unreadable(path: path, errno: EINVAL) }
        let size = Int(status.st_size)
        var bytes = Data(count: min(size, length))
        let (got, failure) = bytes.withUnsafeMutableBytes { fill($0, from: file) }
        guard failure == 0 else { throw .unreadable(path: path, errno: failure) }
        return (bytes.prefix(got), size)
    }

    private static func fill(_ buffer: UnsafeMutableRawBufferPointer, from file: Int32) -> (got: Int, errno: Int32) {
        var got = 0
        while got < buffer.count {
            let part = Foundation.read(file, buffer.baseAddress?.advanced(by: got), buffer.count - got)
            if part < 0, errno == EINTR { continue }
            if part < 0 { return (got, errno) }
            if part == 0 { break }
            got += part
        }
        return (got, 0)
    }
}
