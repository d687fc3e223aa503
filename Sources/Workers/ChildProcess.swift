import CSystem
import Foundation

/// A process of our own program, with a message channel on its standard input and output.
///
/// The child's standard error goes to a file, so that what C libraries print never tears the screen. Descriptors of the
/// parent do not leak into it. The child ends by itself when its input reaches end of file (`WorkerInput`).
public final class ChildProcess: Sendable {
    public let pid: pid_t
    public let channel: MessageChannel
    private let input: Int32
    private let output: Int32
    private let state = NSCondition()
    private let ended = Ended()

    /// Written only under `state`.
    private final class Ended: @unchecked Sendable {
        var ending: Ending?
        var inputClosed = false
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
        guard csys_pipe(&toChild) == 0 else { throw SpawnError(call: "pipe2", errno: errno) }
        guard csys_pipe(&fromChild) == 0 else {
            let code = errno
            toChild.forEach { close($0) }
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
            close(toChild[1])
            close(fromChild[0])
            throw SpawnError(call: "posix_spawn", errno: result)
        }
        let pid = child
        self.pid = pid
        input = toChild[1]
        output = fromChild[0]
        channel = MessageChannel(input: output, output: input)
        let (state, ended) = (state, ended)
        Thread.detachNewThread {
            var status: Int32 = 0
            while waitpid(pid, &status, 0) < 0 && errno == EINTR {}
            let signal = status & 0x7f
            let ending: Ending = signal == 0 ? .exited(status >> 8 & 0xff) : .signalled(signal)
            state.lock()
            ended.ending = ending
            state.broadcast()
            state.unlock()
            onEnd?(ending)
        }
    }

    deinit {
        closeInput()
        close(output)
    }

    /// How the child ended, or nil while it runs.
    public var ending: Ending? {
        state.lock()
        defer { state.unlock() }
        return ended.ending
    }

    /// Closes the child's input: a worker takes that as the request to end.
    public func closeInput() {
        state.lock()
        defer { state.unlock() }
        if !ended.inputClosed {
            ended.inputClosed = true
            close(input)
        }
    }

    /// Sends a signal to the child and to what it has started, which is in its group; not once the child has been reaped
    /// (its number may then belong to somebody else).
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
