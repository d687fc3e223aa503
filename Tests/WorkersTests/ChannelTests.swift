import CSystem
import Foundation
import ProgramKit
import Testing
@testable import Workers

/// Two channels with pipes between them, as two processes have them.
struct Pair {
    let near: MessageChannel
    let far: MessageChannel
    private let farOutput: Int32

    init() throws {
        let (there, back) = (try pipeEnds(), try pipeEnds())
        near = MessageChannel(input: back[0], output: there[1])
        far = MessageChannel(input: there[0], output: back[1])
        farOutput = back[1]
    }

    /// What the far side does when its process ends.
    func closeFarOutput() { far.closeOutput() }
    func closeNearOutput() { near.closeOutput() }

    func sendRaw(_ bytes: [UInt8]) { _ = bytes.withUnsafeBytes { write(farOutput, $0.baseAddress, $0.count) } }
}

func pipeEnds() throws -> [Int32] {
    var ends: [Int32] = [-1, -1]
    try #require(csys_pipe(&ends) == 0)
    return ends
}

private struct Message: Codable, Sendable, Equatable {
    var number: Int
    var text = ""
}

@Suite struct ChannelTests {
    @Test func messagesArriveWholeAndInOrder() throws {
        let pair = try Pair()
        for number in 0..<50 { try pair.near.send(Message(number: number, text: "Trang trắng?\n\"\u{0}\"")) }
        for number in 0..<50 { #expect(try pair.far.receive() == Message(number: number, text: "Trang trắng?\n\"\u{0}\"")) }
    }

    @Test func largerThanAPipe() throws {
        let pair = try Pair()
        let message = Message(number: 1, text: String(repeating: "ế", count: 500_000))
        let (near, sent) = (pair.near, DispatchSemaphore(value: 0))
        Thread.detachNewThread {
            try? near.send(message)
            sent.signal()
        }
        #expect(try pair.far.receive() == message)
        sent.wait()
    }

    @Test func sendersOnSeveralThreadsDoNotMix() throws {
        let pair = try Pair()
        let near = pair.near
        let text = String(repeating: "x", count: 20_000)
        let group = DispatchGroup()
        for number in 0..<4 {
            group.enter()
            Thread.detachNewThread {
                for _ in 0..<20 { try? near.send(Message(number: number, text: text)) }
                group.leave()
            }
        }
        var counts = [0, 0, 0, 0]
        for _ in 0..<80 {
            let message = try #require(try pair.far.receive(Message.self))
            #expect(message.text == text)
            counts[message.number] += 1
        }
        group.wait()
        #expect(counts == [20, 20, 20, 20])
    }

    @Test func theEndBetweenMessagesIsNil() throws {
        let pair = try Pair()
        try pair.near.send(Message(number: 1))
        pair.closeNearOutput()
        #expect(try pair.far.receive() == Message(number: 1))
        #expect(try pair.far.receive(Message.self) == nil)
    }

    @Test(arguments: [[0], [0, 0, 0], [0, 0, 0, 5], [0, 0, 0, 5, 0x7B, 0x7D]] as [[UInt8]])
    func theEndInsideAMessageIsAnError(bytes: [UInt8]) throws {
        let pair = try Pair()
        pair.sendRaw(bytes)
        pair.closeFarOutput()
        #expect(throws: ChannelError.cutShort) { try pair.near.receive(Message.self) }
    }

    @Test func noiseIsNoMessage() throws {
        let pair = try Pair()
        pair.sendRaw([0x48, 0x54, 0x54, 0x50])
        #expect(throws: ChannelError.frameTooLong(0x4854_5450)) { try pair.near.receive(Message.self) }
        for body in [[], Array("null".utf8), Array("{}".utf8), [0xFF, 0xFE]] as [[UInt8]] {
            pair.sendRaw([0, 0, 0, UInt8(body.count)] + body)
            let error = #expect(throws: ChannelError.self) { try pair.near.receive(Message.self) }
            guard case .malformed? = error else { Issue.record("\(String(describing: error))"); continue }
        }
        pair.sendRaw([0, 0, 0, 12] + Array("{\"number\":7,".utf8))
        #expect(throws: ChannelError.self) { try pair.near.receive(Message.self) }
    }

    @Test func tooLongAMessageIsNotSent() throws {
        let pair = try Pair()
        #expect(throws: ChannelError.self) { try pair.near.send(String(repeating: "x", count: MessageChannel.longestFrame)) }
        try pair.near.send(Message(number: 2))
        #expect(try pair.far.receive() == Message(number: 2))
    }

    /// Writing to a pipe nobody reads kills a process that has not said otherwise.
    @Test func writingToAProcessThatIsGoneIsAnErrorOnly() throws {
        let (there, back) = (try pipeEnds(), try pipeEnds())
        let channel = MessageChannel(input: back[0], output: there[1])
        for end in [there[0], back[1]] { close(end) }
        #expect(throws: ChannelError.closed(errno: EPIPE)) { try channel.send(Message(number: 1)) }
    }

    @Test func nothingIsSentOnceTheEndIsClosed() throws {
        let pair = try Pair()
        pair.near.closeOutput()
        pair.near.closeOutput()
        #expect(throws: ChannelError.closed(errno: EPIPE)) { try pair.near.send(Message(number: 1)) }
        #expect(try pair.far.receive(Message.self) == nil)
    }

    /// A number that was closed is given to the next file that is opened: what is being sent must not end up there.
    @Test func theEndStaysOursUntilTheMessageUnderWayIsSent() throws {
        let (there, back) = (try pipeEnds(), try pipeEnds())
        let channel = MessageChannel(input: back[0], output: there[1])
        defer { close(back[1]) }
        let sent = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            try? channel.send(Message(number: 1, text: String(repeating: "x", count: 200_000)))
            sent.signal()
        }
        // The pipe is full when this much lies in it: the sender is in the middle of its message.
        try waitUntil("a full pipe") { waiting(in: there[0]) == 65_536 }
        channel.closeOutput()
        #expect(fcntl(there[1], F_GETFD) >= 0, "closed under the sender")
        #expect(throws: ChannelError.closed(errno: EPIPE)) { try channel.send(Message(number: 2)) }
        let other = MessageChannel(input: there[0], output: try pipeEnds()[1])
        #expect(try other.receive(Message.self)?.number == 1)
        #expect(try other.receive(Message.self) == nil, "closed when the message was through")
        sent.wait()
    }

    private func waiting(in end: Int32) -> Int32 {
        var count: Int32 = 0
        return ioctl(end, UInt(FIONREAD), &count) == 0 ? count : -1
    }
}

@Suite struct WorkerInputTests {
    @Test func requestsComeInOrderAndUrgentOnesFirst() throws {
        let pair = try Pair()
        let (urgent, ended) = (DispatchSemaphore(value: 0), DispatchSemaphore(value: 0))
        let input = WorkerInput<Message>(
            channel: pair.far,
            urgent: { message in
                if message.number < 0 { urgent.signal() }
                return message.number < 0
            }, onEnd: { ended.signal() })
        for number in [1, 2, -1, 3] { try pair.near.send(Message(number: number)) }
        // Nobody has taken one yet, and the urgent one is through.
        urgent.wait()
        pair.closeNearOutput()
        ended.wait()
        #expect([input.next()?.number, input.next()?.number, input.next()?.number] == [1, 2, 3])
        #expect(input.next() == nil)
        #expect(input.next() == nil)
    }

    @Test func theEndWakesWhoWaits() throws {
        let pair = try Pair()
        let input = WorkerInput<Message>(channel: pair.far, onEnd: {})
        let woken = DispatchSemaphore(value: 0)
        Thread.detachNewThread {
            if input.next() == nil { woken.signal() }
        }
        pair.closeNearOutput()
        #expect(woken.wait(timeout: .now() + 10) == .success)
    }

    @Test func aBrokenStreamIsAnEnd() throws {
        let pair = try Pair()
        let ended = DispatchSemaphore(value: 0)
        let input = WorkerInput<Message>(channel: pair.near, onEnd: { ended.signal() })
        pair.sendRaw([0, 0, 0, 2, 0x5B, 0x5B])
        #expect(ended.wait(timeout: .now() + 10) == .success)
        #expect(input.next() == nil)
    }
}

@Suite struct ChildProcessTests {
    private func shell(_ script: String, environment: [String: String] = [:], errorLog: Int32 = 2) throws -> ChildProcess {
        try ChildProcess(executable: "/bin/sh", arguments: ["-c", script], environment: environment, errorLog: errorLog)
    }

    @Test func messagesGoThereAndBack() throws {
        let child = try ChildProcess(executable: "/bin/cat", arguments: [], environment: [:])
        for number in 0..<10 {
            try child.channel.send(Message(number: number))
            #expect(try child.channel.receive() == Message(number: number))
        }
        #expect(child.ending == nil)
        child.closeInput()
        child.closeInput()
        #expect(child.wait(seconds: 10))
        #expect(child.ending == .exited(0))
        #expect(try child.channel.receive(Message.self) == nil)
    }

    @Test(arguments: [("exit 0", .exited(0)), ("exit 70", .exited(70)), ("kill -9 $$", .signalled(SIGKILL)), ("kill -SEGV $$", .signalled(SIGSEGV))] as [(String, ChildProcess.Ending)])
    func endings(script: String, ending: ChildProcess.Ending) throws {
        let told = DispatchSemaphore(value: 0)
        let child = try ChildProcess(executable: "/bin/sh", arguments: ["-c", script], environment: [:]) { if $0 == ending { told.signal() } }
        #expect(child.wait(seconds: 10))
        #expect(child.ending == ending)
        #expect(told.wait(timeout: .now() + 10) == .success)
    }

    @Test func theEnvironmentIsExactlyTheGivenOne() throws {
        let output = try lines(of: "env", environment: ["STATION": "Trạm 01", "PATH": "/usr/bin:/bin"])
        #expect(Set(output).isSuperset(of: ["STATION=Trạm 01", "PATH=/usr/bin:/bin"]))
        // The shell adds these.
        #expect(output.allSatisfy { line in ["STATION=", "PATH=", "PWD=", "SHLVL=", "_=", "OLDPWD="].contains { line.hasPrefix($0) } })
    }

    /// A descriptor that stays open in a child keeps locks and pipes alive after their owner is gone.
    @Test func noDescriptorOfTheParentLeaks() throws {
        let open = dup(2)
        defer { close(open) }
        try #require(open > 2)
        let output = try lines(of: "for n in /proc/$$/fd/*; do echo ${n##*/}; done", environment: [:])
        #expect(output.compactMap { Int32($0) }.filter { $0 == open } == [])
        #expect(Set(output).isSuperset(of: ["0", "1", "2"]))
    }

    @Test func aWorkerStartsWithDefaultSignals() throws {
        let previous = signal(SIGTERM, SIG_IGN)
        defer { _ = signal(SIGTERM, previous) }
        let child = try shell("kill -TERM $$; exit 3")
        #expect(child.wait(seconds: 10))
        #expect(child.ending == .signalled(SIGTERM))
    }

    @Test func stopAsksThenInsists() throws {
        let polite = try shell("read x; exit 5")
        polite.stop(patience: 10)
        #expect(polite.ending == .exited(5))
        let gate = try Gate()
        defer { gate.open() }
        let deaf = try shell("read x <>\(gate.path)")
        deaf.stop(patience: 0.2)
        #expect(deaf.ending == .signalled(SIGTERM))
        let stubborn = try shell("trap '' TERM; printf '\\000\\000\\000\\0017'; read x <>\(gate.path)")
        #expect(try stubborn.channel.receive() == 7, "it says when it has become stubborn")
        stubborn.stop(patience: 0.2)
        #expect(stubborn.ending == .signalled(SIGKILL))
    }

    /// A driver may start helpers of its own. One that is left when the worker has ended would keep the pipe open, and with
    /// it the run waiting, and the device busy.
    @Test func aHelperLeftBehindIsKilled() throws {
        let gate = try Gate()
        let child = try shell("(trap '' TERM HUP; read x <>\(gate.path)) & read x; printf '\\000\\000\\000\\0017'", environment: [:])
        try waitUntil("the helper") { gate.isWaitedAt }
        child.closeInput()
        #expect(try child.channel.receive() == 7, "what was written before the end is received")
        #expect(try child.channel.receive(Message.self) == nil)
        try waitUntil("the helper's end") { !gate.isWaitedAt }
        #expect(child.wait(seconds: 10) && child.ending == .exited(0))
    }

    @Test func aHelperThatLeftTheGroupKeepsNobodyWaiting() throws {
        let gate = try Gate()
        let child = try shell("setsid sh -c 'read x <>\(gate.path)' & read x; kill -9 $$", environment: ["PATH": "/usr/bin:/bin"])
        defer { gate.open() }
        try waitUntil("the helper") { gate.isWaitedAt }
        child.closeInput()
        #expect(try child.channel.receive(Message.self) == nil)
        #expect(child.wait(seconds: 10) && child.ending == .signalled(SIGKILL))
        #expect(gate.isWaitedAt, "it still holds the pipe")
    }

    @Test func aSignalReachesWhatTheChildStarted() throws {
        let gate = try Gate()
        let child = try shell("(read x <>\(gate.path)) & wait", environment: [:])
        try waitUntil("the helper") { gate.isWaitedAt }
        child.signal(SIGKILL)
        #expect(child.wait(seconds: 10) && child.ending == .signalled(SIGKILL))
        try waitUntil("the helper's end") { !gate.isWaitedAt }
    }

    @Test func whatCannotBeStartedSaysSo() {
        #expect(throws: SpawnError(call: "posix_spawn", errno: ENOENT)) {
            try ChildProcess(executable: "/does/not/exist", arguments: [], environment: [:])
        }
    }

    @Test func standardErrorGoesToTheLog() throws {
        let path = FileManager.default.temporaryDirectory.path + "/tramquet-log-\(UUID().uuidString)"
        let log = open(path, O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        defer {
            close(log)
            unlink(path)
        }
        let child = try shell("echo noise >&2", errorLog: log)
        #expect(child.wait(seconds: 10))
        #expect(try String(contentsOfFile: path, encoding: .utf8) == "noise\n")
    }

    /// What a script printed, sent through a file because the channel is for messages.
    private func lines(of script: String, environment: [String: String]) throws -> [String] {
        let path = FileManager.default.temporaryDirectory.path + "/tramquet-lines-\(UUID().uuidString)"
        defer { unlink(path) }
        let child = try shell("{ \(script); } > \(path)", environment: environment)
        try #require(child.wait(seconds: 10))
        return try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map(String.init)
    }
}

/// A named pipe at which scripts wait for a line that never comes, and at which it can be seen that they do.
private final class Gate {
    let path = FileManager.default.temporaryDirectory.path + "/tramquet-gate-\(UUID().uuidString)"

    init() throws { try #require(mkfifo(path, 0o600) == 0) }

    deinit { unlink(path) }

    var isWaitedAt: Bool {
        let end = Foundation.open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
        if end >= 0 { close(end) }
        return end >= 0
    }

    /// Lets those through who still wait.
    func open() {
        let end = Foundation.open(path, O_WRONLY | O_NONBLOCK | O_CLOEXEC)
        guard end >= 0 else { return }
        _ = write(end, "\n\n", 2)
        close(end)
    }
}

@Suite struct OwnProgramTests {
    @Test func workersGetWhatTheirLibrariesReadAtLoading() {
        let environment = OwnProgram.childEnvironment(logFolder: "/data/log")
        #expect(environment["OMP_THREAD_LIMIT"] == "1")
        #expect(environment["SWIFT_BACKTRACE"]?.contains("interactive=no") == true)
        #expect(environment["SWIFT_BACKTRACE"]?.contains("output-to=/data/log/") == true)
        #expect(environment["PATH"] == ProcessInfo.processInfo.environment["PATH"])
    }
}
