import CSystem
import Foundation
import Records
import Testing
import Workers
@testable import Recognition

@Suite("The OCR worker")
struct RecognitionWorkerTests {
    /// A worker on a thread of this process, and the parent's end of its pipes.
    private final class Running {
        let channel: MessageChannel
        private let finished = DispatchSemaphore(value: 0)

        init(recogniser: @escaping @Sendable () throws -> any Recogniser) throws {
            var requests: [Int32] = [-1, -1]
            var events: [Int32] = [-1, -1]
            try #require(csys_pipe(&requests) == 0)
            try #require(csys_pipe(&events) == 0)
            channel = MessageChannel(input: events[0], output: requests[1])
            let workerChannel = MessageChannel(input: requests[0], output: events[1])
            let finished = finished
            Thread.detachNewThread {
                defer { finished.signal() }
                guard let recogniser = try? recogniser() else { return }
                let input = WorkerInput<RecognitionRequest>(channel: workerChannel, onEnd: {})
                _ = RecognitionWorker.serve(input: input, channel: workerChannel, recogniser: recogniser)
            }
        }

        /// Closes the worker's input; true when the worker has ended.
        func end() -> Bool {
            channel.closeOutput()
            return finished.wait(timeout: .now() + 20) == .success
        }
    }

    private func script(_ text: String, in folder: TemporaryFolder) throws -> String {
        try folder.write(Data(text.utf8), as: "script.json")
    }

    @Test("says what it is, answers each order in turn with its fence, and ends with its input")
    func answers() throws {
        let folder = try TemporaryFolder()
        let script = try script(
            #"[{"file": "bad.jpg", "action": "fail"}, {"action": "read", "text": "Kính gửi\nông A"}]"#, in: folder)
        let worker = try Running { try ScriptedRecogniser(script: script) }
        #expect(try worker.channel.receive(RecognitionEvent.self) == .ready(engine: "scripted"))
        try worker.channel.send(RecognitionRequest.recognise(Samples.order("/x/bad.jpg", fence: 7, timeLimit: 3)))
        try worker.channel.send(RecognitionRequest.recognise(Samples.order("/x/good.jpg", fence: 8)))
        #expect(try worker.channel.receive() == RecognitionEvent.failed(page: Samples.page, fence: 7, fault: .outOfTime(seconds: 3)))
        guard case .done(Samples.page, 8, let result, let seconds)? = try worker.channel.receive(RecognitionEvent.self) else {
            Issue.record("no result")
            return
        }
        #expect(result.page.text == "Kính gửi\nông A" && seconds >= 0)
        #expect(worker.end())
    }

    @Test("the answer says which way up the page was, and leaves that alone where the order does not ask")
    func turned() throws {
        let folder = try TemporaryFolder()
        let script = try script(#"[{"action": "read", "text": "a", "turns": 2}]"#, in: folder)
        let worker = try Running { try ScriptedRecogniser(script: script) }
        #expect(try worker.channel.receive(RecognitionEvent.self) == .ready(engine: "scripted"))
        for (findsTurn, expected) in [(true, 2), (false, 0)] {
            try worker.channel.send(RecognitionRequest.recognise(Samples.order("/x/a.jpg", findsTurn: findsTurn)))
            guard case .done(_, _, let result, _)? = try worker.channel.receive(RecognitionEvent.self) else {
                Issue.record("no result")
                return
            }
            #expect(result.quarterTurns == expected)
        }
        #expect(worker.end())
    }

    @Test("Tesseract's own version is announced")
    func version() throws {
        let worker = try Running { TesseractRecogniser() }
        guard case .ready(let engine)? = try worker.channel.receive(RecognitionEvent.self) else {
            Issue.record("not ready")
            return
        }
        #expect(engine.hasPrefix("tesseract 5."))
        #expect(worker.end())
    }

    @Test("a step that counts once counts once for all processes")
    func once() throws {
        let folder = try TemporaryFolder()
        let script = try script(#"[{"action": "fail", "once": true}, {"action": "read", "text": "a"}]"#, in: folder)
        #expect(throws: RecognitionFault.outOfTime(seconds: 60)) { try ScriptedRecogniser(script: script).recognise(Samples.order("a")) }
        #expect(try ScriptedRecogniser(script: script).recognise(Samples.order("a")).page.text == "a")
    }

    @Test("the environment chooses the recogniser; a choice that is not understood is refused")
    func choice() throws {
        #expect(try RecognitionWorker.recogniser(environment: [:]) is TesseractRecogniser)
        let folder = try TemporaryFolder()
        let script = try script("[]", in: folder)
        let name = RecognitionWorker.environmentName
        #expect(try RecognitionWorker.recogniser(environment: [name: "scripted:\(script)"]) is ScriptedRecogniser)
        #expect(throws: RecognitionFault.self) { try RecognitionWorker.recogniser(environment: [name: "scripted:/nowhere"]) }
        #expect(throws: RecognitionFault.self) { try RecognitionWorker.recogniser(environment: [name: "best"]) }
    }
}
