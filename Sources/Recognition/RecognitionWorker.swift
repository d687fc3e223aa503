import Foundation
import Records
import Workers

/// The OCR worker process: takes orders from a channel and answers them, one page at a time.
public enum RecognitionWorker {
    /// `scripted:FILE` puts a `ScriptedRecogniser` in Tesseract's place, for tests of faults.
    public static let environmentName = "TRAMQUET_RECOGNISER"

    /// The life of the process: below normal priority, so that scanning and typing go first; ends when its input ends,
    /// at once even while a page is being read.
    ///
    /// - Parameter figurePlaces: as of `TesseractRecogniser`.
    /// - Returns: the exit code, when there was nothing left to do or nobody listens.
    public static func run(channel: MessageChannel, figurePlaces: FigurePlaces? = nil) -> Int32 {
        _ = nice(10)
        let recogniser: any Recogniser
        do {
            recogniser = try Self.recogniser(environment: ProcessInfo.processInfo.environment, figurePlaces: figurePlaces)
        } catch {
            return error.exitCode.rawValue
        }
        let input = WorkerInput<RecognitionRequest>(channel: channel)
        return serve(input: input, channel: channel, recogniser: recogniser)
    }

    static func recogniser(environment: [String: String], figurePlaces: FigurePlaces? = nil) throws(RecognitionFault) -> any Recogniser {
        guard let choice = environment[environmentName], !choice.isEmpty else { return TesseractRecogniser(figurePlaces: figurePlaces) }
        let prefix = "scripted:"
        guard choice.hasPrefix(prefix) else { throw .engine(detail: "\(environmentName)=\(choice)") }
        return try ScriptedRecogniser(script: String(choice.dropFirst(prefix.count)))
    }

    static func serve(input: WorkerInput<RecognitionRequest>, channel: MessageChannel, recogniser: any Recogniser) -> Int32 {
        do {
            try channel.send(RecognitionEvent.ready(engine: recogniser.engine))
            while let request = input.next() {
                switch request {
                case .recognise(let order): try channel.send(answer(to: order, from: recogniser))
                case .look(let order): try channel.send(RecognitionEvent.looked(page: order.page, fence: order.fence, result: .looked(at: order)))
                }
            }
            return 0
        } catch {
            // Nobody listens any more; the order is still in the queue of the store.
            return 0
        }
    }

    private static func answer(to order: RecognitionOrder, from recogniser: any Recogniser) -> RecognitionEvent {
        let start = ContinuousClock.now
        do {
            let result = try recogniser.recognise(order)
            return .done(page: order.page, fence: order.fence, result: result, seconds: (ContinuousClock.now - start).inSeconds)
        } catch {
            return .failed(page: order.page, fence: order.fence, fault: error)
        }
    }
}
