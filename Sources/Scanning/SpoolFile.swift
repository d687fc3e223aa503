import Foundation

/// Files in the spool. Everything is flushed to the medium before it is reported, but for copies that can be made again.
enum SpoolFile {
    static func pagePath(_ grant: PageGrant, in folder: String) -> String { "\(folder)/\(grant.page).part" }
    static func greyPath(_ grant: PageGrant, in folder: String) -> String { "\(folder)/\(grant.page).grey.part" }

    /// Writes a new file; nothing is left of it when that fails. The group may read and write it.
    static func write(_ data: Data, to path: String, flush: Bool) throws(ScanFault) {
        let file = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0o660)
        guard file >= 0 else { throw .cannotWrite(file: path, errno: errno) }
        var failure = writeAll(data, to: file)
        if failure == 0, flush, fsync(file) != 0 { failure = errno }
        // A network or quota file system may say so only now.
        if close(file) != 0, failure == 0 { failure = errno }
        guard failure == 0 else {
            unlink(path)
            throw .cannotWrite(file: path, errno: failure)
        }
    }

    private static func writeAll(_ data: Data, to file: Int32) -> Int32 {
        data.withUnsafeBytes { bytes in
            var rest = bytes[...]
            while !rest.isEmpty {
                let written = Foundation.write(file, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if written >= 0 { rest = rest.dropFirst(written) } else if errno != EINTR { return errno }
            }
            return 0
        }
    }
}
