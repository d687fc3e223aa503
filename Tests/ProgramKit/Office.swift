import Foundation
import Imaging

/// A station of its own for a test: home, data folder and environment that nobody else uses, and that go away with it.
public final class Office {
    public let path: String
    /// What every program started from here finds in its environment.
    public var environment: [String: String]

    public var data: String { path + "/data" }

    /// - Parameter dataFolder: where the data lies, if not in the office's own folder.
    public init(dataFolder: String? = nil) throws {
        path = NSTemporaryDirectory() + "tramquet-\(UUID().uuidString.prefix(8))"
        let own = ProcessInfo.processInfo.environment
        for name in ["home", "scratch", "tmp"] {
            try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
        }
        environment = [
            "PATH": own["PATH"] ?? "/usr/bin:/bin", "HOME": path + "/home", "XDG_CONFIG_HOME": path + "/home/.config",
            "XDG_DATA_HOME": path + "/home/.local/share", "TRAMQUET_DATA": dataFolder ?? path + "/data", "LC_ALL": "C.UTF-8",
            "TERM": "xterm-256color", "TMPDIR": path + "/tmp", "OMP_THREAD_LIMIT": "1",
        ]
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// `tramquet`, as it was built with these tests.
    public static let program: String = {
        let own = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
        return URL(fileURLWithPath: own).deletingLastPathComponent().appendingPathComponent("tramquet").path
    }()

    // MARK: Running the program

    /// Runs `tramquet` with these arguments to its end.
    @discardableResult
    public func run(_ arguments: String..., within seconds: Double = 60, with extra: [String: String] = [:]) throws -> Outcome {
        try start(arguments, with: extra).end(within: seconds)
    }

    public func start(_ arguments: [String], with extra: [String: String] = [:]) throws -> RunningProgram {
        try RunningProgram(
            Office.program, arguments, environment: environment.merging(extra) { $1 }, scratch: path + "/scratch")
    }

    /// Another program, found by its name. One that is missing fails the test: `Sources/Scripts/install tests` brings it.
    @discardableResult
    public func tool(_ name: String, _ arguments: String..., in folder: String? = nil) throws -> Outcome {
        try start(tool: name, arguments, in: folder).end()
    }

    public func start(tool name: String, _ arguments: [String], in folder: String? = nil) throws -> RunningProgram {
        let command = try Tool.command(name, arguments, in: folder)
        return try RunningProgram(command[0], Array(command.dropFirst()), environment: environment, scratch: path + "/scratch")
    }

    // MARK: What lies in it

    @discardableResult
    public func write(_ text: String, to name: String) throws -> String {
        let file = "\(path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: (file as NSString).deletingLastPathComponent, withIntermediateDirectories: true)
        try Data(text.utf8).write(to: URL(fileURLWithPath: file))
        return file
    }

    /// A folder scanner with so many sides lying in it, and the faults it is to suffer.
    /// - Returns: the device's name.
    public func feeder(_ sides: Int, faults: String? = nil, name: String = "feeder") throws -> String {
        let folder = "\(path)/\(name)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        for number in 1...max(1, sides) where sides > 0 {
            try Side.draw(number).write(to: URL(fileURLWithPath: "\(folder)/side\(number).jpg"))
        }
        if let faults { try write(faults, to: "\(name)/faults.toml") }
        return "folder:" + folder
    }

    /// A folder scanner with sides of real text from the demo, each lying so many quarter turns clockwise from upright.
    /// - Parameter sides: the demo's numbers.
    /// - Returns: the device's name.
    public func textFeeder(_ sides: [(number: Int, turns: Int)], name: String = "text-feeder") throws -> String {
        let folder = "\(path)/\(name)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
        for (place, side) in sides.enumerated() {
            let file = root.appendingPathComponent("Sources/Demo/Resources/pages/\(String(10_000 + side.number).suffix(4)).jpg").path
            let image = try Image.decode(path: file).turned(quarterTurnsClockwise: side.turns)
            try image.encoded(as: .png).write(to: URL(fileURLWithPath: "\(folder)/\(place + 1).png"))
        }
        return "folder:" + folder
    }

    /// What `tramquet` prints for a dossier.
    public func show(_ code: String) throws -> JSONValue { try run("dossier", "show", code, "--json").json }

    /// The path of a page's image, as the data folder keeps it.
    public func imagePath(_ page: String, in data: String? = nil) -> String {
        "\(data ?? self.data)/vault/\(page.suffix(2).lowercased())/\(page).jpg"
    }

    /// Every file below a folder, relative and sorted.
    public func files(below folder: String) -> [String] {
        (FileManager.default.enumerator(atPath: folder)?.allObjects as? [String] ?? []).filter {
            var isFolder: ObjCBool = false
            return FileManager.default.fileExists(atPath: "\(folder)/\($0)", isDirectory: &isFolder) && !isFolder.boolValue
        }.sorted()
    }
}
