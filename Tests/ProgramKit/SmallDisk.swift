import Foundation

/// A file system of a given size that is really full when it is full. Needs root, as continuous integration has it.
public final class SmallDisk {
    public struct NeedsRoot: Error, CustomStringConvertible {
        public let description = "Run the tests as root: a full disk is a mounted tmpfs."
    }

    public let path: String
    private let office: Office

    public init(_ office: Office, kilobytes: Int, name: String = "disk") throws {
        self.office = office
        path = "\(office.path)/\(name)"
        guard geteuid() == 0 else { throw NeedsRoot() }
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        guard try office.tool("mount", "-t", "tmpfs", "-o", "size=\(kilobytes)k", "tmpfs", path).code == 0 else { throw NeedsRoot() }
    }

    public func grow(kilobytes: Int) throws { _ = try office.tool("mount", "-o", "remount,size=\(kilobytes)k", path) }

    public func makeReadOnly() throws { _ = try office.tool("mount", "-o", "remount,ro", path) }

    deinit { _ = try? office.tool("umount", "-l", path) }
}
