import Foundation

/// A file system of a given size that is really full when it is full. Needs root, as continuous integration has it.
public final class SmallDisk {
    public struct NeedsRoot: Error, CustomStringConvertible {
        public let description = "Run the tests as root: a full disk is a mounted tmpfs."
    }

    public let path: String

    /// - Parameter options: of the mount.
    public init(_ path: String, options: String) throws {
        self.path = path
        guard geteuid() == 0 else { throw NeedsRoot() }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard try Tool.run("mount", ["-t", "tmpfs", "-o", options, "tmpfs", path]).code == 0 else { throw NeedsRoot() }
    }

    public convenience init(_ path: String, kilobytes: Int) throws { try self.init(path, options: "size=\(kilobytes)k") }

    public func grow(kilobytes: Int) throws { try Tool.run("mount", ["-o", "remount,size=\(kilobytes)k", path]) }

    public func makeReadOnly() throws { try Tool.run("mount", ["-o", "remount,ro", path]) }

    deinit { _ = try? Tool.run("umount", ["-l", path]) }
}
