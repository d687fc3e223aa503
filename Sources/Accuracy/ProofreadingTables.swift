import Foundation
import Measuring
import Records
import Store
import Vietnamese

/// How well doubtful words are found, and how often what was meant is among the suggestions.
struct ProofreadingTables {
    private struct Word {
        let kind: String
        let doubt: Doubt
        let isWrong: Bool
        /// From 0; nil when it is not among them, or nothing was to be suggested.
        let place: Int?
        /// Whether one word was meant by one word.
        let canBeSuggested: Bool
    }

    private let words: [Word]
    /// Wrong words whose meaning was not among the first five suggestions, with what was.
    let missed: [String]
    /// For fitting the weights of the signs again: of each word its page, whether it is wrong, and its signs.
    let signs: [String]
    /// Recognised words to which the truth has nothing: stamps, handwriting, dirt. They count nowhere.
    private let strange: Int
    private let milliseconds: Double
    /// What is expected of each kind of page, and what it was.
    private let estimates: [(kind: String, estimate: TextEstimate, score: TextScore)]

    init(_ read: [ReadPage]) {
        let proofreader = Proofreader()
        var words: [Word] = [], signs: [String] = [], missed: [String] = [], strange = 0, time = Duration.zero
        for page in read {
            let found = page.reading.page.words
            let matches = WordAlignment(truth: page.truth.lines, read: found.map(\.text)).matches
            let inContext = RevisedPage(page.reading.page).inContext
            var doubts: [Doubt] = []
            time += ContinuousClock().measure { doubts = inContext.map(proofreader.doubt) }
            for (index, match) in matches.enumerated() {
                if match != .nothing {
                    let isRight = if case .word(let meant) = match { TextScore.isSame(meant, found[index].text) } else { false }
                    let values = proofreader.signs(of: inContext[index]).map { $0.text(4) }
                    signs.append("\(page.truth.file)\t\(isRight ? 0 : 1)\t\(values.joined(separator: ","))\t\(found[index].text)")
                }
                switch match {
                case .nothing: strange += 1
                case .part: words.append(Word(kind: page.truth.kind, doubt: doubts[index], isWrong: true, place: nil, canBeSuggested: false))
                case .word(let meant):
                    let isWrong = !TextScore.isSame(meant, found[index].text)
                    let suggestions = isWrong ? proofreader.suggestions(for: inContext[index]) : []
                    let place = suggestions.firstIndex { TextScore.isSame($0, meant) }
                    if isWrong, place ?? 9 > 4 {
                        let (before, after) = (inContext[index].before.joined(separator: " "), inContext[index].after.joined(separator: " "))
                        missed.append("\(page.truth.kind)\t\(before) [\(found[index].text)] \(after)\t\(meant)\t\(suggestions.joined(separator: " "))")
                    }
                    words.append(Word(kind: page.truth.kind, doubt: doubts[index], isWrong: isWrong, place: place, canBeSuggested: isWrong))
                }
            }
        }
        estimates = Dictionary(grouping: read, by: \.truth.kind).sorted { $0.key < $1.key }.map { kind, pages in
            let estimate = pages.compactMap { RevisedPage($0.reading.page).estimate(by: proofreader) }.reduce(TextEstimate(), +)
            return (kind, estimate, pages.map { TextScore(truth: $0.truth.text, read: $0.reading.page.text) }.reduce(TextScore(), +))
        }
        self.words = words
        self.signs = signs
        self.missed = missed
        self.strange = strange
        milliseconds = (time / .milliseconds(1)) / Double(max(1, words.count + strange)) * 500
    }

    var report: String {
        """
        Doubts: words in each tier, and how many of them are right (95% intervals); \(strange) words that the truth does not have left out

        \(Table.text(["tier", "words", "share %", "right %", "interval", "errors", "of all errors %", "interval"], tiers))

        Judging takes \(milliseconds.text(1)) ms for 500 words.

        Suggestions: what was meant by wrong words, % among the first

        \(Table.text(["kind", "wrong words", "first", "interval", "five", "interval", "nine"], suggestions))

        Characters that are right, %: as estimated for reports, and measured line by line

        \(Table.text(["kind", "estimated", "measured"], estimates.map { [$0.kind, ($0.estimate.rightShare * 100).text(2), ((1 - $0.score.lcer) * 100).text(2)] }))
        """
    }

    private var tiers: [[String]] {
        let errors = words.count(where: \.isWrong)
        return [("sure", [Doubt.sure]), ("check", [.check]), ("wrong", [.wrong]), ("check and wrong", [.check, .wrong])].map { name, tier in
            let own = words.filter { tier.contains($0.doubt) }
            let wrong = own.count(where: \.isWrong)
            let (right, caught) = (Proportion(own.count - wrong, of: own.count), Proportion(wrong, of: errors))
            return [name, String(own.count), Proportion(own.count, of: words.count).percent, right.percent, right.interval, String(wrong)]
                + [caught.percent, caught.interval]
        }
    }

    private var suggestions: [[String]] {
        let wrong = words.filter(\.canBeSuggested)
        let kinds = Set(wrong.map(\.kind)).sorted().map { kind in (kind, wrong.filter { $0.kind == kind }) } + [("all", wrong)]
        return kinds.map { name, words in
            let (first, five, nine) = (among(1, words), among(5, words), among(9, words))
            return [name, String(words.count), first.percent, first.interval, five.percent, five.interval, nine.percent]
        }
    }

    private func among(_ most: Int, _ words: [Word]) -> Proportion {
        Proportion(words.count { $0.place.map { $0 < most } ?? false }, of: words.count)
    }
}

/// A share of some, with the interval of Wilson in which it lies with 95%.
private struct Proportion {
    private let share: Double, bounds: ClosedRange<Double>

    init(_ part: Int, of whole: Int) {
        let n = Double(max(1, whole)), z = 1.96
        share = Double(part) / n
        let middle = share + z * z / (2 * n), reach = z * (share * (1 - share) / n + z * z / (4 * n * n)).squareRoot()
        let scale = 1 + z * z / n
        bounds = max(0, (middle - reach) / scale)...min(1, (middle + reach) / scale)
    }

    var percent: String { (share * 100).text(2) }
    var interval: String { "\((bounds.lowerBound * 100).text(1))–\((bounds.upperBound * 100).text(1))" }
}
