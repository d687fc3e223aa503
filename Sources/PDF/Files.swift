import Foundation

struct SystemError: Error {
    let errno: Int32
}

/// The whole of a file, read straight into an array: `Data` would cost a second copy of each image.
func readFile(_ path: String) throws(SystemError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw SystemError(errno: errno) }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0 else { throw SystemError(errno: errno) }
    guard status.st_mode & S_IFMT == S_IFREG else { throw SystemError(errno: EINVAL) }
    var failure: Int32 = 0
    let size = Int(status.st_size)
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, filled in
        while filled < size {
            let count = read(descriptor, buffer.baseAddress?.advanced(by: filled), size - filled)
            if count < 0 && errno == EINTR { continue }
            if count < 0 { failure = errno }
            if count <= 0 { break }
            filled += count
        }
    }
    guard failure == 0 else { throw SystemError(errno: failure) }
    return bytes
}

func writeAll(_ descriptor: Int32, _ bytes: [UInt8]) throws(SystemError) {
    var failure: Int32 = 0
    bytes.withUnsafeBytes { buffer in
        var done = 0
        while done < buffer.count {
            let count = write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
            if count < 0 && errno == EINTR { continue }
            if count < 0 {
                failure = errno
                return
            }
            done += count
        }
    }
    guard failure == 0 else { throw SystemError(errno: failure) }
}
