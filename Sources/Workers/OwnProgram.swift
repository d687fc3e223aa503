import Foundation

/// How this program starts itself again as a worker.
public enum OwnProgram {
    /// The running executable. `TRAMQUET_EXECUTABLE` names another one where the caller is not the program itself (tests).
    public static var path: String {
        if let path = ProcessInfo.processInfo.environment["TRAMQUET_EXECUTABLE"] { return path }
        return (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? CommandLine.arguments[0]
    }

    /// The environment every child gets. `OMP_THREAD_LIMIT` is read by the OpenMP runtime when it is loaded, so it must
    /// be there before the process starts; without it Tesseract is six times slower. The runtime's crash report goes to
    /// a file without waiting for a key.
    public static func childEnvironment(logFolder: String) -> [String: String] {
        var environment = ProcessInfo.processInfo.environment
        environment["OMP_THREAD_LIMIT"] = "1"
        environment["SWIFT_BACKTRACE"] = "enable=yes,color=no,interactive=no,output-to=\(logFolder)/"
        return environment
    }
}
