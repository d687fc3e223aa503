import Files
import Foundation

/// The descriptors of the terminal and the modes it had when the program came.
@MainActor
final class TerminalLine {
    let input: Int32
    let output: Int32
    private let opened: Bool
    private var attributes = termios()

    init() throws(TerminalError) {
        if isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1 {
            (input, output, opened) = (STDIN_FILENO, STDOUT_FILENO, false)
        } else {
            let descriptor = open("/dev/tty", O_RDWR | O_NOCTTY | O_CLOEXEC)
            guard descriptor >= 0 else { throw .notATerminal }
            (input, output, opened) = (descriptor, descriptor, true)
        }
        guard tcgetattr(output, &attributes) == 0 else {
            if opened { Foundation.close(input) }
            throw .notATerminal
        }
    }

    isolated deinit {
        if opened { Foundation.close(input) }
    }

    /// The size the kernel knows, or nil when it knows none (some serial lines say 0 × 0).
    var size: Size? {
        var window = winsize()
        guard ioctl(output, UInt(TIOCGWINSZ), &window) == 0, window.ws_col > 0, window.ws_row > 0 else { return nil }
        return Size(columns: Int(window.ws_col), rows: Int(window.ws_row))
    }

    /// What has arrived; nil when the terminal is gone. Called only when there is something, so it does not wait:
    /// the descriptor must stay blocking because output shares its open file description.
    func read() -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: 4096)
        let count = Foundation.read(input, &bytes, bytes.count)
        if count > 0 { return Array(bytes[..<count]) }
        return count < 0 && (errno == EINTR || errno == EAGAIN) ? [] : nil
    }

    func write(_ text: String) {
        // A terminal that is gone is noticed when it is read from.
        try? Files.write(Array(text.utf8), to: output)
    }

    /// Puts the modes back as they were found.
    func restore() {
        tcsetattr(output, TCSADRAIN, &attributes)
    }
}
