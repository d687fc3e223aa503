import Foundation

/// One line a call on standard error, which the parent points at a log file: enough to replay a fault from the field.
enum CallLog {
    static func write(_ line: String) {
        let now = Date().timeIntervalSince1970
        let text = String(format: "%.3f ", now) + line.replacingOccurrences(of: "\n", with: "⏎") + "\n"
        // One write, so that lines of two threads do not mix.
        let bytes = Array(text.utf8)
        _ = bytes.withUnsafeBytes { Foundation.write(2, $0.baseAddress, $0.count) }
    }
}
