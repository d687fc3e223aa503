import Files
import Foundation

/// Whole image files and their beginnings, with the cause when it fails.
enum FileBytes {
    static func all(of path: String) throws(ImagingError) -> Data {
        try prefix(of: path, length: Int.max).bytes
    }

    /// The first bytes of a file and the size of the whole.
    static func prefix(of path: String, length: Int) throws(ImagingError) -> (bytes: Data, size: Int) {
        do throws(SystemError) {
            let (data, size) = try Files.data(of: path, atMost: length)
            return (data, size)
        } catch {
            throw .unreadable(path: path, errno: error.errno)
        }
    }
}
