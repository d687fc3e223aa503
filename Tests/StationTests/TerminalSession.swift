import Foundation
import ProgramKit

/// The real program in a real terminal: tmux on a socket of its own, at a pinned size, driven by keys.
///
///     let session = try TerminalSession(office, ["demo"], columns: 120, rows: 40)
///     try session.wait(for: "DẤU CÁCH  QUÉT")
///     try session.press("Space")
final class TerminalSession {
    let office: Office
    private let socket = "tramquet-\(UUID().uuidString.prefix(8))"
    private let busyFile: String

    /// Starts `tramquet` with these arguments; when it ends, the pane stays and shows nothing but what it left behind.
    init(_ office: Office, _ arguments: [String], columns: Int = 120, rows: Int = 40, with extra: [String: String] = [:]) throws {
        self.office = office
        let name = UUID().uuidString.prefix(8)
        busyFile = "\(office.path)/busy-\(name)"
        office.environment["TRAMQUET_BUSY_FILE"] = busyFile
        // The socket goes away with the office.
        office.environment["TMUX_TMPDIR"] = office.path
        let quoted = ([Office.program] + arguments).map { "'\($0)'" }.joined(separator: " ")
        let script = try office.write(
            """
            stty -a > \(office.path)/stty-before
            printf 'before'
            \(quoted)
            echo $? > \(office.path)/code.new
            mv \(office.path)/code.new \(office.path)/code
            exec cat

            """, to: "pane-\(name).sh")
        let environment = office.environment.merging(extra) { $1 }
        let tmux = try RunningProgram(
            "/usr/bin/tmux",
            ["-L", socket, "-u", "-f", "/dev/null", "new-session", "-d", "-x", "\(columns)", "-y", "\(rows)", "sh \(script)",
                ";", "set-option", "-g", "escape-time", "0", ";", "set-option", "-g", "status", "off", ";", "resize-window", "-x", "\(columns)", "-y", "\(rows)"],
            environment: environment, scratch: office.path + "/scratch")
        let outcome = try tmux.end()
        guard outcome.code == 0 else { throw TimedOut(description: "tmux: \(outcome)") }
    }

    deinit { _ = try? tmux("kill-server") }

    // MARK: Hands

    /// Presses keys by tmux's names (`Enter`, `F7`, `C-p`, `t`) and waits until the program has done all that follows.
    func press(_ keys: String...) throws {
        for key in keys {
            let before = messages
            try tmux("send-keys", key)
            try waitUntil("idle after \(key)\n\(screen)", within: 60) { isIdle && messages > before }
        }
    }

    /// Types text as it is, without waiting.
    func type(_ text: String) throws { try tmux("send-keys", "-l", "--", text) }

    /// Presses keys without waiting.
    func send(_ keys: String...) throws { try send(arguments: keys) }

    func send(arguments: [String]) throws { try tmux(arguments: ["send-keys"] + arguments) }

    func resize(columns: Int, rows: Int) throws { try tmux("resize-window", "-x", "\(columns)", "-y", "\(rows)") }

    /// The window is closed, as when a connection breaks.
    func hangUp() throws { try tmux("kill-server") }

    // MARK: Eyes

    /// What the pane shows, as text.
    var screen: String { (try? tmux("capture-pane", "-p").output) ?? "(no pane)" }

    /// Waits until the screen shows all of these. A failure carries the screen.
    @discardableResult
    func wait(for texts: String..., within seconds: Double = 30) throws -> String {
        var shown = ""
        do {
            try waitUntil("", within: seconds) {
                shown = screen
                return texts.allSatisfy(shown.contains)
            }
        } catch { throw TimedOut(description: "not within \(Int(seconds)) s: \(texts) on\n\(shown)") }
        return shown
    }

    func waitUntilGone(_ text: String, within seconds: Double = 30) throws {
        try waitUntil("\(text) gone from\n\(screen)", within: seconds) { !screen.contains(text) }
    }

    /// Waits until at least so many pages have arrived on the scan desk.
    func wait(forPages count: Int) throws {
        try waitUntil("\(count) pages on\n\(screen)") {
            guard let title = screen.split(separator: "\n").first(where: { $0.contains("Các trang · ") }),
                let pages = title.components(separatedBy: "Các trang · ").last?.split(whereSeparator: { !$0.isNumber }).dropFirst().first
            else { return false }
            return Int(pages) ?? 0 >= count
        }
    }

    /// Takes everything that finishing a dossier shows first: sides of 100 dpi are far below the floor.
    func acceptFindings() throws {
        try wait(for: "Trang cần xem lại")
        while screen.contains("Trang cần xem lại") { try press("a") }
    }

    // MARK: The process

    /// Nothing is under way any more.
    func waitIdle(within seconds: Double = 60) throws { try waitUntil("idle\n\(screen)", within: seconds) { isIdle } }

    private var lastLine: Substring { busyLines.last ?? "" }
    private var busyLines: [Substring] { ((try? String(contentsOfFile: busyFile, encoding: .utf8)) ?? "").split(separator: "\n") }
    private var isIdle: Bool { lastLine.hasPrefix("idle ") }
    private var messages: Int { Int(lastLine.split(separator: " ").last ?? "") ?? -1 }

    /// Whether the station has ended by itself or by force.
    var hasEnded: Bool { FileManager.default.fileExists(atPath: office.path + "/code") }

    /// Waits for the end of the program.
    /// - Returns: its exit code, as the shell saw it.
    func end(within seconds: Double = 30) throws -> Int {
        try waitUntil("the end of the program\n\(screen)", within: seconds) { hasEnded }
        return Int(try String(contentsOfFile: office.path + "/code", encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)) ?? -1
    }

    /// The launcher, the station it started, and the station's workers.
    var launcher: pid_t { processes.first ?? 0 }
    var station: pid_t { processes.first { $0 != launcher } ?? 0 }

    func workers(_ name: String) -> [pid_t] {
        processes.filter { commandLine($0).contains("worker \(name)") }
    }

    private var processes: [pid_t] {
        guard let pane = pid_t((try? tmux("display-message", "-p", "#{pane_pid}").output.trimmingCharacters(in: .newlines)) ?? "") else { return [] }
        // Without the shells between tmux and the program.
        return RunningProgram.descendants(of: pane).filter { commandLine($0).hasPrefix(Office.program) }
    }

    private func commandLine(_ pid: pid_t) -> String {
        String(decoding: FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") ?? Data(), as: UTF8.self)
            .replacingOccurrences(of: "\0", with: " ")
    }

    /// What is left of the program in the terminal, after it has ended; empty when everything is as it was.
    func traces() throws -> [String] {
        var traces: [String] = []
        let flags = try tmux(
            "display-message", "-p", "cursor=#{cursor_flag} alternate=#{alternate_on} mouse=#{mouse_any_flag} keypad=#{keypad_flag} arrows=#{keypad_cursor_flag}"
        ).output.trimmingCharacters(in: .newlines)
        if flags != "cursor=1 alternate=0 mouse=0 keypad=0 arrows=0" { traces.append(flags) }
        let before = try String(contentsOfFile: office.path + "/stty-before", encoding: .utf8)
        let device = try tmux("display-message", "-p", "#{pane_tty}").output.trimmingCharacters(in: .newlines)
        let after = try office.tool("stty", "-a", "-F", device).output
        if before != after { traces.append("stty:\n\(before)\n\(after)") }
        if !screen.hasPrefix("before") { traces.append("the screen before it:\n\(screen)") }
        return traces
    }

    @discardableResult
    private func tmux(_ arguments: String...) throws -> Outcome { try tmux(arguments: arguments) }

    @discardableResult
    private func tmux(arguments: [String]) throws -> Outcome {
        try office.start(tool: "tmux", ["-L", socket, "-u", "-f", "/dev/null"] + arguments).end()
    }
}
