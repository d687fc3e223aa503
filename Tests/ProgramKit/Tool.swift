import Foundation

/// A program we did not write: a judge of our output, or a helper of a test. One that is missing fails the test:
/// `Sources/Scripts/install tests` brings it.
public enum Tool {
    public struct Missing: Error {
        public let name: String

        public init(name: String) { self.name = name }
    }

    /// Where it is installed.
    public static func path(_ name: String) throws -> String {
        let places = ["/usr/bin/", "/bin/", "/usr/sbin/", "/sbin/"].map { $0 + name }
        guard let path = places.first(where: FileManager.default.isExecutableFile(atPath:)) else { throw Missing(name: name) }
        return path
    }

    /// What starts it, in a folder of its own if need be.
    static func command(_ name: String, _ arguments: [String], in folder: String?) throws -> [String] {
        (folder.map { ["/usr/bin/env", "-C", $0] } ?? []) + [try path(name)] + arguments
    }

    /// Runs it to its end.
    @discardableResult
    public static func run(_ name: String, _ arguments: [String], in folder: String? = nil, within seconds: Double = 60) throws -> Outcome {
        let scratch = NSTemporaryDirectory() + "tramquet-tool-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: scratch, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: scratch) }
        let command = try command(name, arguments, in: folder)
        return try RunningProgram(
            command[0], Array(command.dropFirst()), environment: ProcessInfo.processInfo.environment, scratch: scratch
        ).end(within: seconds)
    }
}
