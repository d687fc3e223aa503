import Foundation

/// Starts workers of this program: `tramquet worker NAME`, their standard error going to `LOG/NAME-worker.log`.
public struct WorkerLauncher: Sendable {
    public var executable: String
    public var logFolder: String
    public var environment: [String: String]

    public init(
        executable: String = OwnProgram.path, logFolder: String, environment: [String: String]? = nil
    ) {
        self.executable = executable
        self.logFolder = logFolder
        self.environment = environment ?? OwnProgram.childEnvironment(logFolder: logFolder)
    }

    /// Larger logs are set aside once, as `NAME-worker.log.1`, when a worker starts.
    private static let largestLog = 8 << 20

    public func start(_ name: String, onEnd: (@Sendable (ChildProcess.Ending) -> Void)? = nil) throws(SpawnError) -> ChildProcess {
        let path = "\(logFolder)/\(name)-worker.log"
        var info = stat()
        if stat(path, &info) == 0, info.st_size > WorkerLauncher.largestLog { rename(path, path + ".1") }
        let log = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o660)
        let silent = log < 0 ? open("/dev/null", O_WRONLY | O_CLOEXEC) : log
        defer { close(silent) }
        return try ChildProcess(
            executable: executable, arguments: ["worker", name], environment: environment, errorLog: silent, onEnd: onEnd)
    }
}
