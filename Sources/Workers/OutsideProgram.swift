import CSystem
import Foundation

/// A program of others, such as one that reads PDF files, run to its end.
public enum OutsideProgram {
    /// - Parameters:
    ///   - seconds: after which it is killed, with whatever it has started.
    /// - Returns: how it ended and what it wrote to standard output; its standard error goes nowhere.
    public static func run(_ executable: String, _ arguments: [String], within seconds: Double) throws(SpawnError) -> (
        ending: ChildProcess.Ending, output: Data
    ) {
        var ends: [Int32] = [-1, -1]
        guard csys_pipe(&ends) == 0 else { throw SpawnError(call: "pipe2", errno: errno) }
        let (reading, writing) = (ends[0], ends[1])
        defer { close(reading) }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
        posix_spawn_file_actions_adddup2(&actions, writing, 1)
        posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
        _ = csys_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP))
        var pid: pid_t = 0
        let environment = ProcessInfo.processInfo.environment.map { "\($0.key)=\($0.value)" }
        let result = withCStrings([executable] + arguments) { argv in
            withCStrings(environment) { envp in posix_spawn(&pid, executable, &actions, &attributes, argv, envp) }
        }
        close(writing)
        guard result == 0 else { throw SpawnError(call: "posix_spawn", errno: result) }
        let child = pid
        let watchdog = Watchdog { kill(-child, SIGKILL) }
        watchdog.expectWord(within: seconds)
        let output = (try? FileHandle(fileDescriptor: reading, closeOnDealloc: false).readToEnd()) ?? Data()
        awaitEnd(of: child)
        watchdog.heard()
        kill(-child, SIGKILL)
        return (ChildProcess.Ending(reaping: child), output)
    }
}
