import Foundation
import Logging

/// Log files in the data folder's `log/`: one line a record, appended with one write each, so that several processes may
/// share a file. A log is for the engineer; what a person must know is said on the screen.
public enum Logbook {
    /// Larger files are set aside once, as `NAME.log.1`, when a logger is made.
    private static let largest = 8 << 20

    /// A logger that writes to `FOLDER/NAME.log`, or nowhere when the file cannot be opened: a full disk must not stop a
    /// run by way of its log.
    public static func logger(_ name: String, folder: String, level: Logger.Level = .info) -> Logger {
        let path = "\(folder)/\(name).log"
        var info = stat()
        if stat(path, &info) == 0, info.st_size > largest { rename(path, path + ".1") }
        let descriptor = open(path, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o660)
        return Logger(label: name) { _ in
            FileLogHandler(file: descriptor >= 0 ? LogFile(descriptor) : nil, logLevel: level)
        }
    }

    /// A logger that keeps nothing.
    public static var silent: Logger { Logger(label: "silent") { _ in SwiftLogNoOpLogHandler() } }
}

/// An open log; closed with its last logger.
private final class LogFile: Sendable {
    let descriptor: Int32
    init(_ descriptor: Int32) { self.descriptor = descriptor }
    deinit { close(descriptor) }
}

private struct FileLogHandler: LogHandler {
    let file: LogFile?
    var logLevel: Logger.Level
    var metadata: Logger.Metadata = [:]

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {
        guard let file else { return }
        var seconds = time(nil)
        var parts = tm()
        gmtime_r(&seconds, &parts)
        let stamp = String(
            format: "%04d-%02d-%02dT%02d:%02d:%02dZ", parts.tm_year + 1900, parts.tm_mon + 1, parts.tm_mday, parts.tm_hour,
            parts.tm_min, parts.tm_sec)
        let text = "\(stamp) \(getpid()) \(event.level) \(event.message)".replacingOccurrences(of: "\n", with: "\\n") + "\n"
        _ = text.withCString { write(file.descriptor, $0, strlen($0)) }
    }
}
