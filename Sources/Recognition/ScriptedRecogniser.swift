import Foundation
import Records

/// A recogniser that does what a file says, for tests of everything that can go wrong with an OCR process.
///
/// The file is JSON, a list of steps. The first step whose `file` ends the path of the order's image (or that names none)
/// counts; `once` steps count once in all processes, kept by an empty file beside the script. With no step, the page is empty.
///
///     [{"file": "s002a.jpg", "action": "crash", "once": true}, {"action": "read", "text": "Kính gửi\nông A"}]
public final class ScriptedRecogniser: Recogniser {
    struct Step: Codable {
        enum Action: String, Codable {
            /// Gives `text`, after `seconds`.
            case read
            /// The process ends by a signal.
            case crash
            /// Never answers.
            case hang
            /// Fails as a page that could not be read in time.
            case fail
        }
        var file: String?
        var action: Action
        var text: String?
        var seconds: Double?
        /// The text is upright after so many quarter turns clockwise, if the order leaves that open.
        var turns: Int?
        var once: Bool?
    }

    private let script: String
    private let steps: [Step]

    public init(script: String) throws(RecognitionFault) {
        self.script = script
        do {
            steps = try JSONDecoder().decode([Step].self, from: Data(contentsOf: URL(fileURLWithPath: script)))
        } catch {
            throw .engine(detail: "\(script): \(error)")
        }
    }

    public var engine: String { "scripted" }

    public func recognise(_ order: RecognitionOrder) throws(RecognitionFault) -> UprightReading {
        guard let step = step(for: order) else { return reading("", turns: nil, of: order) }
        if let seconds = step.seconds { Thread.sleep(forTimeInterval: min(seconds, order.timeLimit)) }
        if let seconds = step.seconds, seconds > order.timeLimit { throw .outOfTime(seconds: order.timeLimit) }
        switch step.action {
        case .read: return reading(step.text ?? "", turns: step.turns, of: order)
        case .fail: throw .outOfTime(seconds: order.timeLimit)
        case .hang: while true { Thread.sleep(forTimeInterval: 3600) }
        case .crash:
            kill(getpid(), SIGKILL)
            while true { pause() }
        }
    }

    private func step(for order: RecognitionOrder) -> Step? {
        for (index, step) in steps.enumerated() where step.file.map(order.file.hasSuffix) ?? true {
            if step.once != true || claim(index) { return step }
        }
        return nil
    }

    /// True for the first caller in any process.
    private func claim(_ index: Int) -> Bool {
        let mark = open("\(script).\(index).used", O_CREAT | O_EXCL | O_WRONLY | O_CLOEXEC, 0o600)
        guard mark >= 0 else { return false }
        close(mark)
        return true
    }

    private func reading(_ text: String, turns: Int?, of order: RecognitionOrder) -> UprightReading {
        UprightReading(
            page: ScriptedRecogniser.page(text: text, language: order.language),
            quarterTurns: (order.findsTurn ? turns : nil) ?? order.quarterTurns, sightings: [])
    }

    /// Words on a grid of 100 × 40 pixels.
    private static func page(text: String, language: String) -> RecognisedPage {
        var words: [RecognisedWord] = []
        for (line, content) in text.split(separator: "\n").enumerated() {
            for (place, word) in content.split(separator: " ").enumerated() {
                let box = Box(x: 100 * place, y: 40 * line, width: 90, height: 30)
                words.append(RecognisedWord(text: String(word), confidence: 0.95, box: box, line: line))
            }
        }
        return RecognisedPage(language: language, words: words)
    }
}
