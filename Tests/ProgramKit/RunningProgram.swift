import CSystem
import Foundation

/// A program under way: its output goes to files, so that what it had written stays readable however it ended.
public final class RunningProgram {
    public let pid: pid_t
    private let outputPath: String
    private let errorPath: String
    private var ending: Ending?

    public enum Ending: Equatable, Sendable {
        case exited(Int32)
        case signalled(Int32)
    }

    public struct Unstartable: Error {
        public let program: String
        public let errno: Int32
    }

    /// - Parameter scratch: folder for the two output files.
    public init(
        _ executable: String, _ arguments: [String], environment: [String: String], scratch: String
    ) throws {
        let name = scratch + "/" + UUID().uuidString
        (outputPath, errorPath) = (name + ".out", name + ".err")
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, outputPath, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, errorPath, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        _ = csys_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        sigfillset(&all)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
        var argv: [UnsafeMutablePointer<CChar>?] = ([executable] + arguments).map { strdup($0) } + [nil]
        var envp: [UnsafeMutablePointer<CChar>?] = environment.sorted { $0.key < $1.key }.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { (argv + envp).forEach { free($0) } }
        var child: pid_t = 0
        let result = posix_spawn(&child, executable, &actions, &attributes, &argv, &envp)
        guard result == 0 else { throw Unstartable(program: executable, errno: result) }
        pid = child
    }

    deinit {
        if ending == nil {
            kill(pid, SIGKILL)
            _ = try? end()
        }
    }

    public var output: String { read(outputPath) }
    public var errors: String { read(errorPath) }

    /// Whole lines only: the last one may still be under way.
    public var lines: [String] {
        let text = output
        guard let last = text.lastIndex(of: "\n") else { return [] }
        return text[..<last].split(separator: "\n").map(String.init)
    }

    public func signal(_ number: Int32) {
        if ending == nil { kill(pid, number) }
    }

    /// Processes it has started, and theirs, that still run.
    public var descendants: [pid_t] { RunningProgram.descendants(of: pid) }

    /// True when it has ended by now.
    public var hasEnded: Bool {
        if ending == nil { reap(WNOHANG) }
        return ending != nil
    }

    /// Waits for its end.
    public func end(within seconds: Double = 60) throws -> Outcome {
        do { try waitUntil("end of process \(pid): \(errors)", within: seconds) { hasEnded } } catch {
            kill(pid, SIGKILL)
            reap(0)
            throw error
        }
        return Outcome(ending: ending ?? .signalled(0), output: output, errors: errors)
    }

    private func reap(_ options: Int32) {
        var status: Int32 = 0
        var result: pid_t
        repeat { result = waitpid(pid, &status, options) } while result < 0 && errno == EINTR
        guard result == pid else { return }
        let signal = status & 0x7f
        ending = signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
    }

    private func read(_ path: String) -> String {
        String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    }

    /// From `/proc`; a process that ends meanwhile is left out.
    public static func descendants(of pid: pid_t) -> [pid_t] {
        let children = (try? String(contentsOfFile: "/proc/\(pid)/task/\(pid)/children", encoding: .utf8)) ?? ""
        let threads = (try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(pid)/task")) ?? []
        let others = threads.filter { $0 != "\(pid)" }.map {
            (try? String(contentsOfFile: "/proc/\(pid)/task/\($0)/children", encoding: .utf8)) ?? ""
        }
        return ([children] + others).flatMap { $0.split(separator: " ").compactMap { pid_t($0) } }
            .flatMap { [$0] + descendants(of: $0) }
    }
}

/// What a program came to.
public struct Outcome: CustomStringConvertible, Sendable {
    public let ending: RunningProgram.Ending
    public let output: String
    public let errors: String

    /// The exit code; minus the signal when one ended it.
    public var code: Int32 {
        switch ending {
        case .exited(let code): code
        case .signalled(let number): -number
        }
    }

    public var json: JSONValue { JSONValue(output) }
    /// One value per line, as `scan --json` prints.
    public var events: [JSONValue] { output.split(separator: "\n").map { JSONValue($0) } }
    public var description: String { "\(ending)\n\(output)\n\(errors)" }
}
