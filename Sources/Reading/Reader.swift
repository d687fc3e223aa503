import Foundation
import Recognition
import Workers

/// An OCR worker process that has said it is ready.
struct Reader {
    let process: ChildProcess
    /// The engine and its version, as the worker names itself.
    let engine: String

    /// Why there is no reader, in a few words that need no translation.
    struct NotStarted: Error {
        let why: String
    }

    /// Starts a worker and waits until it says it is ready.
    /// - Parameters:
    ///   - limit: seconds; a worker that is silent for longer is killed.
    ///   - hold: told of the process as soon as there is one, so that somebody else can kill it; false when it is not
    ///     wanted any more.
    static func start(
        _ launcher: WorkerLauncher, limit: Double, hold: (ChildProcess) -> Bool
    ) throws(NotStarted) -> Reader {
        let process: ChildProcess
        do { process = try launcher.start("ocr") } catch {
            throw NotStarted(why: "\(error.call): errno \(error.errno)")
        }
        if !hold(process) { process.signal(SIGKILL) }
        let began = ContinuousClock.now
        let event = process.killed(after: limit) { try? process.channel.receive(RecognitionEvent.self) }
        if case .ready(let engine)? = event { return Reader(process: process, engine: engine) }
        if ContinuousClock.now - began >= .seconds(limit) {
            throw NotStarted(why: "> \(Int(limit.rounded())) s")
        }
        // One that ends by itself does so at once, and its exit code says more than our signal would.
        process.closeInput()
        if !process.wait(seconds: 1) { process.signal(SIGKILL) }
        throw NotStarted(why: process.ending?.words ?? "?")
    }

    var isAlive: Bool { process.ending == nil }

    /// Has a page read or looked at. Nil when the worker died, was killed, or says what cannot be understood.
    /// - Parameter limit: seconds, after which the worker is killed.
    func answer(to request: RecognitionRequest, limit: Double) -> RecognitionEvent? {
        process.killed(after: limit) {
            do {
                try process.channel.send(request)
                return try process.channel.receive(RecognitionEvent.self)
            } catch {
                return nil
            }
        }
    }
}

extension ChildProcess {
    /// Runs `body`, which waits for this process; kills the process when that takes longer than so many seconds.
    fileprivate func killed<Value>(after seconds: Double, _ body: () -> Value) -> Value {
        let watchdog = Watchdog { self.signal(SIGKILL) }
        watchdog.expectWord(within: seconds)
        defer { watchdog.heard() }
        return body()
    }
}

extension ChildProcess.Ending {
    fileprivate var words: String {
        switch self {
        case .exited(let code): "exit \(code)"
        case .signalled(let number): "signal \(number)"
        }
    }
}
