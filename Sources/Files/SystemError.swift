import Foundation

/// A system call that failed, with the number it left: taken right behind the call, because any later one may change it.
public struct SystemError: Error, Sendable, Hashable {
    /// The name of the call, such as `write`.
    public let call: String
    /// The file or folder it was about; empty for a pipe.
    public let path: String
    /// As in errno(3).
    public let errno: Int32

    public init(_ call: String, path: String = "", errno: Int32) {
        (self.call, self.path, self.errno) = (call, path, errno)
    }

    /// The disk, or this person's share of it, is full.
    public var isDiskFull: Bool { errno == ENOSPC || errno == EDQUOT }

    /// Nobody, or not this person, may write there.
    public var isRefused: Bool { errno == EROFS || errno == EACCES || errno == EPERM }
}
