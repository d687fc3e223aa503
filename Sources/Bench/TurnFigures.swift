import Foundation
import Imaging
import Measuring
import Recognition
import Records

/// How well a reading finds that a page lies sideways or upside down, how often it turns one that lies right, and what the
/// search costs: pages of a folder, each as it is and turned by quarters.
struct TurnFigures {
    private let pages: [BenchPage]
    private let folder: String
    /// Degrees clockwise that set pages upright that lie wrong in the folder: `name degrees`, one page a line.
    private let truth: [String: Int]
    private let recogniser = TesseractRecogniser()
    /// By the degrees that set the page upright.
    private var found: [Int: FindingFigures.Share] = [:]
    private var wrong = FindingFigures.Share()
    private var falseTurns = FindingFigures.Share()
    /// Pages with hardly any text: nothing can say how they lie.
    private var falseTurnsOfBare = FindingFigures.Share()
    private var missed: [String] = []
    /// Processor seconds: upright without the search, upright with it, turned.
    private var costs: (plain: [Double], upright: [Double], turned: [Double]) = ([], [], [])

    /// Less is a stamp, a headline, a note.
    private static let fewestLetters = 60

    /// - Parameters:
    ///   - truth: a file, or nil.
    ///   - every: takes each n-th page only.
    init(folder: String, truth: String?, every: Int) throws {
        self.folder = folder
        pages = BenchPage.some(below: folder, every: every)
        self.truth = try BenchPage.truth(truth).reduce(into: [:]) { known, words in
            if words.count == 2, let degrees = Int(words[1]) { known[words[0]] = degrees }
        }
    }

    mutating func measure() {
        for page in pages {
            do { try measure(page) } catch { print("\(page.path): \(error)") }
        }
    }

    private mutating func measure(_ page: BenchPage) throws {
        let name = String(page.path.dropFirst(folder.count + 1))
        let lies = (truth[name] ?? 0) / 90 & 3
        let grey = try GreyImage.decode(try Data(contentsOf: URL(fileURLWithPath: page.path)))
        let file = NSTemporaryDirectory() + "tramquet-bench-turn-\(getpid()).jpg"
        defer { unlink(file) }
        var letters = 0
        // Upright first: whether there is text to go by is seen on it.
        for rest in [0, 1, 2, 3] {
            let turned = try grey.turned(quarterTurnsClockwise: lies - rest)
            try turned.encoded(jpegQuality: 92, dpi: page.header.dpi).write(to: URL(fileURLWithPath: file))
            if rest == 0 {
                let plain = try read(file, findsTurn: false)
                letters = plain.reading.page.words.map { $0.text.count { $0.isLetter } }.reduce(0, +)
                if letters >= Self.fewestLetters { costs.plain.append(plain.seconds) }
            }
            let isBare = letters < Self.fewestLetters
            if isBare && rest > 0 { continue }
            let (reading, seconds) = try read(file, findsTurn: true)
            let degrees = reading.quarterTurns * 90
            if rest == 0 {
                if isBare { falseTurnsOfBare.add(degrees != 0) } else { falseTurns.add(degrees != 0) }
                if !isBare { costs.upright.append(seconds) }
            } else {
                found[rest * 90, default: .init()].add(degrees == rest * 90)
                wrong.add(degrees != 0 && degrees != rest * 90)
                costs.turned.append(seconds)
            }
            if degrees != rest * 90 { missed.append("\(name): \(rest * 90)° taken for \(degrees)° (\(letters) letters)") }
        }
    }

    private func read(_ file: String, findsTurn: Bool) throws -> (reading: UprightReading, seconds: Double) {
        let order = RecognitionOrder(
            page: PageID(ULID(milliseconds: 0, randomHigh: 0, randomLow: 0)), file: file, findsTurn: findsTurn, fence: 0, timeLimit: 300)
        let start = threadSeconds()
        return (try recogniser.recognise(order), threadSeconds() - start)
    }

    func report() -> String {
        let sums = (plain: costs.plain.reduce(0, +), upright: costs.upright.reduce(0, +), turned: costs.turned.reduce(0, +))
        let plainEach = sums.plain / Double(max(1, costs.plain.count))
        var lines = ["\(pages.count) pages of \(folder); Wilson intervals of 95 %", ""]
        for degrees in [90, 180, 270] { lines.append("to be turned \(degrees)°, found: \((found[degrees] ?? .init()).text)") }
        lines += [
            "turned the wrong way: \(wrong.text)",
            "upright, turned all the same: \(falseTurns.text)",
            "upright with fewer than \(Self.fewestLetters) letters, turned all the same: \(falseTurnsOfBare.text)",
            "processor time a page: upright \(plainEach.text(2)) s, with the search ×\((sums.upright / max(0.001, sums.plain)).text(3)), "
                + "turned ×\((sums.turned / Double(max(1, costs.turned.count)) / max(0.001, plainEach)).text(2))",
        ]
        return (lines + (missed.isEmpty ? [] : [""] + missed)).joined(separator: "\n")
    }
}
