import CSystem
import Foundation
import Synchronization

/// A process of our own program that has the terminal: same group, same descriptors. The launcher waits for it.
public enum ForegroundChild {
    /// Starts `executable`, hands `SIGTERM` and `SIGHUP` on to it, and waits for its end.
    public static func run(
        executable: String, arguments: [String], environment: [String: String]
    ) throws(SpawnError) -> ChildProcess.Ending {
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var all = sigset_t()
        sigfillset(&all)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
        // Keys such as Ctrl-C are the child's: it has them as ordinary keys, and must not outlive us by our death.
        signal(SIGINT, SIG_IGN)
        signal(SIGQUIT, SIG_IGN)
        var pid: pid_t = 0
        let result = withCStrings([executable] + arguments) { argv in
            withCStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) { envp in
                posix_spawn(&pid, executable, nil, &attributes, argv, envp)
            }
        }
        guard result == 0 else { throw SpawnError(call: "posix_spawn", errno: result) }
        let child = pid
        // A number that was reaped may be somebody else's.
        let isThere = Mutex(true)
        let sources = [SIGTERM, SIGHUP].map { number in
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
            source.setEventHandler { isThere.withLock { if $0 { kill(child, number) } } }
            source.resume()
            return source
        }
        defer { sources.forEach { $0.cancel() } }
        awaitEnd(of: child)
        return isThere.withLock { isThere in
            isThere = false
            return ChildProcess.Ending(reaping: child)
        }
    }

    /// In the child: end with the launcher. `SIGTERM` comes when the thread that started us ends, which in the launcher is
    /// the one that waits for us.
    public static func dieWithParent() { csys_die_with_parent(SIGTERM) }
}
