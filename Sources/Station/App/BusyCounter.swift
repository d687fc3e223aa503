import Foundation

/// Tells tests of the real program when it has done everything it was asked, so that they wait for that and never for
/// time. A line `busy N` or `idle N` is added to a file whenever either changes; N counts the messages taken. A run
/// or an export counts as busy until it has ended; the tick of the clock counts as nothing.
@MainActor
final class BusyCounter {
    private let file: FileHandle?
    private var last = ""

    /// - Parameter path: the file (`TRAMQUET_BUSY_FILE`); nil for none.
    init(path: String?) {
        guard let path else {
            file = nil
            return
        }
        _ = FileManager.default.createFile(atPath: path, contents: nil)
        file = FileHandle(forWritingAtPath: path)
    }

    func report(isIdle: Bool, messages: Int) {
        guard let file else { return }
        let line = "\(isIdle ? "idle" : "busy") \(messages)\n"
        guard line != last else { return }
        last = line
        try? file.write(contentsOf: Data(line.utf8))
    }
}
