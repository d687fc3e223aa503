import CSystem
import Foundation

/// A process of our own program, with a message channel on its standard input and output.
///
/// The child's standard error goes to a file, so that what C libraries print never tears the screen. Descriptors of the
/// parent do not leak into it. The child ends by itself when its input reaches end of file (`WorkerInput`).
///
/// What a child leaves behind, such as a driver's helper that still holds the pipe or the device, is killed with it; and a
/// helper that has left the child's group keeps nobody waiting for messages.
public final class ChildProcess: Sendable {
    public let pid: pid_t
    public let channel: MessageChannel
    private let state = NSCondition()
    private let ended = Ended()

    /// `@unchecked Sendable`: written only under `state`.
    private final class Ended: @unchecked Sendable {
        var ending: Ending?
    }

    public enum Ending: Sendable, Equatable {
        case exited(Int32)
        case signalled(Int32)
    }

    /// Starts `executable` with the arguments (not counting its own name) and exactly this environment.
    /// - Parameters:
    ///   - errorLog: descriptor that becomes the child's standard error; stays the caller's.
    ///   - onEnd: called once, on a thread of its own, when the child has been reaped.
    public init(
        executable: String, arguments: [String], environment: [String: String], errorLog: Int32 = 2,
        onEnd: (@Sendable (Ending) -> Void)? = nil
    ) throws(SpawnError) {
        var toChild: [Int32] = [-1, -1]
        var fromChild: [Int32] = [-1, -1]
        // Its writing end stays in this process, and is closed when the child has ended.
        var gone: [Int32] = [-1, -1]
        guard csys_pipe(&toChild) == 0, csys_pipe(&fromChild) == 0, csys_pipe(&gone) == 0 else {
            let code = errno
            for end in toChild + fromChild + gone where end >= 0 { close(end) }
            throw SpawnError(call: "pipe2", errno: code)
        }
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, toChild[0], 0)
        posix_spawn_file_actions_adddup2(&actions, fromChild[1], 1)
        posix_spawn_file_actions_adddup2(&actions, errorLog, 2)
        // Libraries open descriptors without O_CLOEXEC.
        _ = csys_spawn_close_from(&actions, 3)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Signals the parent ignores or blocks would be inherited: a worker starts with the default of each.
        var all = sigset_t()
        sigfillset(&all)
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigdefault(&attributes, &all)
        posix_spawnattr_setsigmask(&attributes, &none)
        // A group of its own, so that Ctrl-C on the terminal reaches the parent only, which then stops the worker in order.
        posix_spawnattr_setpgroup(&attributes, 0)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETPGROUP))

        var child: pid_t = 0
        let result = withCStrings([executable] + arguments) { argv in
            withCStrings(environment.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }) { envp in
                posix_spawn(&child, executable, &actions, &attributes, argv, envp)
            }
        }
        close(toChild[0])
        close(fromChild[1])
        guard result == 0 else {
            for end in [toChild[1], fromChild[0]] + gone { close(end) }
            throw SpawnError(call: "posix_spawn", errno: result)
        }
        let pid = child
        self.pid = pid
        channel = MessageChannel(input: fromChild[0], output: toChild[1], gone: gone[0])
        let (state, ended, goneSignal) = (state, ended, gone[1])
        Thread.detachNewThread {
            awaitEnd(of: pid)
            state.lock()
            // Until it is reaped, the number of the child, and so of its group, is nobody else's.
            kill(-pid, SIGKILL)
            let ending = Ending(reaping: pid)
            ended.ending = ending
            state.broadcast()
            state.unlock()
            close(goneSignal)
            onEnd?(ending)
        }
    }

    deinit { closeInput() }

    /// How the child ended, or nil while it runs.
    public var ending: Ending? {
        state.lock()
        defer { state.unlock() }
        return ended.ending
    }

    /// Closes the child's input: a worker takes that as the request to end.
    public func closeInput() { channel.closeOutput() }

    /// Sends a signal to the child and to what it has started, which is in its group. Once the child has ended its group is
    /// dead and the number may be somebody else's: nothing is sent.
    public func signal(_ number: Int32) {
        state.lock()
        defer { state.unlock() }
        if ended.ending == nil { kill(-pid, number) }
    }

    /// Waits until the child has ended, at most `seconds`. True if it has.
    @discardableResult
    public func wait(seconds: Double) -> Bool {
        let deadline = Date(timeIntervalSinceNow: seconds)
        state.lock()
        defer { state.unlock() }
        while ended.ending == nil {
            if !state.wait(until: deadline) { return ended.ending != nil }
        }
        return true
    }

    /// Asks the child to end, then makes it: end of input, `SIGTERM` after `patience` seconds, `SIGKILL` after twice that.
    public func stop(patience: Double = 2) {
        closeInput()
        if wait(seconds: patience) { return }
        signal(SIGTERM)
        if wait(seconds: patience) { return }
        signal(SIGKILL)
        wait(seconds: patience)
    }
}

extension ChildProcess.Ending {
    /// Takes the status of a child that has ended.
    init(reaping child: pid_t) {
        var status: Int32 = 0
        while waitpid(child, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7f
        self = signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
    }
}

/// Waits until a child has ended, and leaves it to be reaped.
func awaitEnd(of child: pid_t) {
    var information = siginfo_t()
    while waitid(P_PID, id_t(child), &information, WEXITED | WNOWAIT) < 0 && errno == EINTR {}
}

public struct SpawnError: Error, Sendable, Equatable {
    public let call: String
    public let errno: Int32
}

/// Calls `body` with a null-terminated array of C strings that live for the call.
func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    var pointers: [UnsafeMutablePointer<CChar>?] = strings.map { strdup($0) }
    pointers.append(nil)
    defer { pointers.forEach { free($0) } }
    return pointers.withUnsafeMutableBufferPointer { body($0.baseAddress!) }
}
