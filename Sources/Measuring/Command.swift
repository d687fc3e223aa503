import Foundation

/// A program run to its end and what it cost.
package struct Command {
    package var program: String
    package var arguments: [String]
    /// Over this process's own environment.
    package var environment: [String: String]

    package init(program: String, arguments: [String], environment: [String: String] = [:]) {
        (self.program, self.arguments, self.environment) = (program, arguments, environment)
    }

    package struct Failure: Error, CustomStringConvertible {
        package let command: String
        package let status: Int32

        package init(command: String, status: Int32) { (self.command, self.status) = (command, status) }

        package var description: String { "\(command): \(status)" }
    }

    /// Where a program is, or nil when it is not installed.
    package static func find(_ name: String) -> String? {
        (ProcessInfo.processInfo.environment["PATH"] ?? "/usr/bin:/bin").split(separator: ":").map { "\($0)/\(name)" }
            .first { access($0, X_OK) == 0 }
    }

    /// - Parameter allowed: statuses that are no failure.
    /// - Returns: the cost, and each line of standard output with the seconds after the start at which it came.
    @discardableResult
    package func run(allowed: Set<Int32> = [0]) throws -> (cost: Cost, lines: [(seconds: Double, text: String)]) {
        let start = ContinuousClock.now
        let (pid, output) = try spawn()
        let lines = Command.lines(from: output, since: start)
        let (status, usage) = Command.wait(pid)
        var cost = Cost(seconds: start.seconds)
        cost.processor = usage.ru_utime.seconds + usage.ru_stime.seconds
        cost.peakMemory = usage.ru_maxrss * 1024
        guard allowed.contains(status) else {
            throw Failure(command: ([program] + arguments.prefix(6)).joined(separator: " "), status: status)
        }
        return (cost, lines)
    }

    /// Starts the program with its standard output in a pipe; errors go to the log named in its environment.
    package func spawn() throws -> (pid: pid_t, output: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw Failure(command: "pipe", status: errno) }
        _ = fcntl(ends[0], F_SETFD, FD_CLOEXEC)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, ends[1], 1)
        posix_spawn_file_actions_addclose(&actions, ends[1])
        let log = (environment["BENCH_LOG"] ?? "/dev/null")
        posix_spawn_file_actions_addopen(&actions, 2, log, O_WRONLY | O_CREAT | O_APPEND, 0o600)
        var pid: pid_t = 0
        let result = withCStrings([program] + arguments) { argv in
            withCStrings(merged) { envp in posix_spawn(&pid, program, &actions, nil, argv, envp) }
        }
        close(ends[1])
        guard result == 0 else { throw Failure(command: program, status: result) }
        return (pid, ends[0])
    }

    package var merged: [String] {
        ProcessInfo.processInfo.environment.merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }
    }

    package static func wait(_ pid: pid_t) -> (status: Int32, usage: rusage) {
        var (status, usage): (Int32, rusage) = (0, rusage())
        while wait4(pid, &status, 0, &usage) < 0, errno == EINTR {}
        return (status & 0x7f == 0 ? status >> 8 & 0xff : 128 + status & 0x7f, usage)
    }

    private static func lines(from descriptor: Int32, since start: ContinuousClock.Instant) -> [(seconds: Double, text: String)] {
        defer { close(descriptor) }
        var lines: [(Double, String)] = []
        var rest: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(descriptor, &bytes, bytes.count)
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { break }
            rest += bytes[..<count]
            let parts = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            lines += parts.dropLast().map { (start.seconds, String(decoding: $0, as: UTF8.self)) }
            rest = Array(parts.last ?? [])
        }
        if !rest.isEmpty { lines.append((start.seconds, String(decoding: rest, as: UTF8.self))) }
        return lines
    }
}

extension ContinuousClock.Instant {
    /// Seconds from this moment to now.
    package var seconds: Double { duration(to: .now) / .seconds(1) }
}

extension timeval {
    fileprivate var seconds: Double { Double(tv_sec) + Double(tv_usec) / 1e6 }
}

/// Calls `body` with a null-terminated array of C strings that live for the call.
package func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { pointers.forEach { free($0) } }
    return body(pointers)
}
