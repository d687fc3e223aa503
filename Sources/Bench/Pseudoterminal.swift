import Foundation
import Measuring

/// A program on a terminal of the bench's own, which reads everything the program draws.
final class Pseudoterminal {
    let pid: pid_t
    private let master: Int32
    private let start: ContinuousClock.Instant

    /// Linux terminal requests (asm-generic/ioctls.h), which Swift does not see without _GNU_SOURCE.
    private static let unlock = UInt(0x4004_5431)
    private static let number = UInt(0x8004_5430)

    init(_ command: Command, columns: UInt16 = 120, rows: UInt16 = 40) throws {
        master = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard master >= 0 else { throw Command.Failure(command: "/dev/ptmx", status: errno) }
        var (locked, index): (Int32, Int32) = (0, 0)
        guard ioctl(master, Pseudoterminal.unlock, &locked) == 0, ioctl(master, Pseudoterminal.number, &index) == 0 else {
            throw Command.Failure(command: "ptmx", status: errno)
        }
        var window = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(master, UInt(TIOCSWINSZ), &window)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal a session leader opens becomes its controlling one.
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/pts/\(index)", O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        posix_spawnattr_setflags(&attributes, Int16(0x80))  // POSIX_SPAWN_SETSID
        var child: pid_t = 0
        start = .now
        let result = withCStrings([command.program] + command.arguments) { argv in
            withCStrings(command.merged) { envp in posix_spawn(&child, command.program, &actions, &attributes, argv, envp) }
        }
        guard result == 0 else { throw Command.Failure(command: command.program, status: result) }
        pid = child
    }

    deinit { close(master) }

    /// What the program has drawn until a moment.
    struct Drawn {
        var bytes: [UInt8] = []
        /// Seconds after the program's start at which the last of it came.
        var last = 0.0

        func contains(_ text: String) -> Bool { String(decoding: bytes, as: UTF8.self).contains(text) }
    }

    /// Reads until nothing has come for `quiet` seconds, or `limit` seconds have passed, or `until` holds.
    /// - Parameter patience: how long to wait for the first byte; nil: as long as for any other.
    func read(quiet: Double, patience: Double? = nil, limit: Double = 20, until isEnough: (Drawn) -> Bool = { _ in false }) -> Drawn {
        var drawn = Drawn()
        let begin = ContinuousClock.now
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while begin.seconds < limit {
            var waiting = pollfd(fd: master, events: Int16(POLLIN), revents: 0)
            let wait = drawn.bytes.isEmpty ? patience ?? quiet : quiet
            guard poll(&waiting, 1, Int32(wait * 1000)) > 0 else { break }
            let count = Foundation.read(master, &bytes, bytes.count)
            guard count > 0 else { break }
            drawn.bytes += bytes[..<count]
            drawn.last = start.seconds
            if isEnough(drawn) { break }
        }
        return drawn
    }

    func type(_ keys: String) {
        let bytes = Array(keys.utf8)
        _ = write(master, bytes, bytes.count)
    }

    /// The highest resident size so far, in bytes, of the family's processes whose command line contains `part`.
    func peakMemory(of part: String) -> Int? {
        Pseudoterminal.family(of: pid).filter { pid in
            let line = FileManager.default.contents(atPath: "/proc/\(pid)/cmdline") ?? Data()
            return String(decoding: line, as: UTF8.self).replacingOccurrences(of: "\0", with: " ").contains(part)
        }.compactMap { pid in
            let status = (try? String(contentsOfFile: "/proc/\(pid)/status", encoding: .utf8)) ?? ""
            let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
            return line.flatMap { Int($0.filter(\.isNumber)) }.map { $0 * 1024 }
        }.max()
    }

    private static func family(of parent: pid_t) -> [pid_t] {
        let children = ((try? FileManager.default.contentsOfDirectory(atPath: "/proc/\(parent)/task")) ?? []).flatMap { task in
            ((try? String(contentsOfFile: "/proc/\(parent)/task/\(task)/children", encoding: .utf8)) ?? "")
                .split(separator: " ").compactMap { pid_t($0) }
        }
        return [parent] + children.flatMap(family)
    }

    /// Asks the program to end, and makes it if it does not.
    func end() {
        kill(pid, SIGTERM)
        let begin = ContinuousClock.now
        var status: Int32 = 0
        while begin.seconds < 5 {
            _ = read(quiet: 0.05, limit: 0.1)
            if waitpid(pid, &status, WNOHANG) == pid { return }
        }
        kill(pid, SIGKILL)
        waitpid(pid, &status, 0)
    }
}
