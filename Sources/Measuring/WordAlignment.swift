import Vietnamese

/// Which word of the truth each recognised word stands for.
///
/// Every line of the truth is sought in the recognised words, wherever it was read, the best matches first, so that another
/// reading order costs nothing. A word of the truth may have been read as two, and two as one.
package struct WordAlignment: Sendable {
    package enum Match: Sendable, Equatable {
        /// As it should read; two words where a space was lost.
        case word(String)
        /// A part of a word that was read as two.
        case part
        /// The truth has nothing in this place: a stamp, handwriting, dirt.
        case nothing
    }

    /// For each recognised word.
    package let matches: [Match]
    /// Words of the truth that were not read at all.
    package let missed: Int

    /// - Parameters:
    ///   - truth: lines of text
    ///   - read: words in the order in which they were read
    package init(truth: [String], read: [String]) {
        var finder = LineFinder(read.map(TextScore.plain))
        let lines = truth.map { line in line.split(whereSeparator: \.isWhitespace).map { TruthWord(String($0)) } }.filter { !$0.isEmpty }
        var waiting = lines.map { (line: $0, found: finder.find($0)) }
        var missing: [String] = []
        while let next = waiting.indices.min(by: { waiting[$0].found.rank < waiting[$1].found.rank }) {
            let (line, found) = waiting.remove(at: next)
            guard finder.isFree(found) else {
                waiting.append((line, finder.find(line)))
                continue
            }
            missing += finder.take(found, line)
        }
        missed = finder.takeEqual(missing)
        matches = finder.matches
    }
}

private struct TruthWord {
    let text: String
    let plain: [Unicode.Scalar]

    init(_ text: String) {
        self.text = text
        plain = TextScore.plain(text)
    }

    /// A bullet or dash by itself is not.
    var isOfLetters: Bool { text.contains { $0.isLetter || $0.isNumber } }
}

/// Finds a line of the truth among those recognised words that no other line has taken.
private struct LineFinder {
    private let read: [[Unicode.Scalar]]
    private(set) var matches: [WordAlignment.Match]
    private var isTaken: [Bool]

    init(_ read: [[Unicode.Scalar]]) {
        self.read = read
        matches = Array(repeating: .nothing, count: read.count)
        isTaken = Array(repeating: false, count: read.count)
    }

    /// Words of the line `known`, recognised words `read`.
    struct Pair { let known: Range<Int>, read: Range<Int> }

    struct Found {
        var pairs: [Pair]
        var cost: Double
        /// Small for what is taken first: few errors, and long lines before short ones.
        var rank: Double
    }

    private enum Step { case start, missed, extra, pair(Pair) }

    /// What a word costs that has no counterpart: two of them less than a pair that has hardly a letter in common.
    private static let alone = 0.35
    /// A space too many or too few.
    private static let space = 0.1

    func isFree(_ found: Found) -> Bool { !found.pairs.contains { $0.read.contains { isTaken[$0] } } }

    /// The cheapest way through the line; recognised words before and behind it cost nothing.
    func find(_ line: [TruthWord]) -> Found {
        let width = read.count + 1
        var costs = [Double](repeating: 0, count: (line.count + 1) * width)
        var steps = [Step](repeating: .start, count: costs.count)
        for known in 1...line.count {
            for place in 0...read.count {
                var best = (cost: costs[(known - 1) * width + place] + LineFinder.alone, step: Step.missed)
                func offer(_ cost: Double, _ step: Step) { if cost < best.cost { best = (cost, step) } }
                if place > 0 {
                    offer(costs[known * width + place - 1] + LineFinder.alone, .extra)
                    for pair in pairs(known, place, line) {
                        offer(costs[pair.known.lowerBound * width + pair.read.lowerBound] + cost(pair, line), .pair(pair))
                    }
                }
                costs[known * width + place] = best.cost
                steps[known * width + place] = best.step
            }
        }
        let last = line.count * width
        let end = (0...read.count).min { costs[last + $0] < costs[last + $1] } ?? 0
        let cost = costs[last + end]
        return Found(
            pairs: pairs(back: steps, from: end, line.count, width), cost: cost,
            rank: cost / Double(line.count) - 0.001 * Double(min(line.count, 20)))
    }

    private func pairs(_ known: Int, _ place: Int, _ line: [TruthWord]) -> [Pair] {
        guard !isTaken[place - 1] else { return [] }
        var pairs = [Pair(known: known - 1..<known, read: place - 1..<place)]
        if known > 1, line[known - 1].isOfLetters, line[known - 2].isOfLetters {
            pairs.append(Pair(known: known - 2..<known, read: place - 1..<place))
        }
        if place > 1, !isTaken[place - 2] { pairs.append(Pair(known: known - 1..<known, read: place - 2..<place)) }
        return pairs
    }

    private func cost(_ pair: Pair, _ line: [TruthWord]) -> Double {
        let known = pair.known.count == 1 ? line[pair.known.lowerBound].plain : pair.known.flatMap { line[$0].plain }
        let found = pair.read.count == 1 ? read[pair.read.lowerBound] : pair.read.flatMap { read[$0] }
        let longest = max(known.count, found.count)
        // Two words in one are as long as both, or it is another thing.
        if pair.known.count + pair.read.count > 2, abs(known.count - found.count) * 3 > longest { return 2 }
        let space = pair.known.count + pair.read.count > 2 ? LineFinder.space : 0
        return known == found ? space : space + Double(EditDistance.whole(known, found)) / Double(max(1, longest))
    }

    private func pairs(back steps: [Step], from end: Int, _ count: Int, _ width: Int) -> [Pair] {
        var result: [Pair] = []
        var (known, place) = (count, end)
        while known > 0 {
            switch steps[known * width + place] {
            case .start: known = 0
            case .missed: known -= 1
            case .extra: place -= 1
            case .pair(let pair):
                result.append(pair)
                (known, place) = (pair.known.lowerBound, pair.read.lowerBound)
            }
        }
        return result
    }

    /// Returns the words of the line that are still missing.
    mutating func take(_ found: Found, _ line: [TruthWord]) -> [String] {
        var missing = Set(line.indices)
        for pair in found.pairs {
            missing.subtract(pair.known)
            let text = line[pair.known].map(\.text).joined(separator: " ")
            for index in pair.read {
                matches[index] = pair.read.count == 1 ? .word(text) : .part
                isTaken[index] = true
            }
        }
        return missing.sorted().map { line[$0].text }
    }

    /// The cells of a table are read across: words that are left on both sides and are the same are each other's. Returns how
    /// many are missing for good.
    mutating func takeEqual(_ missing: [String]) -> Int {
        var places = Dictionary(grouping: read.indices.filter { !isTaken[$0] }) { read[$0] }
        return missing.count { text in
            guard let index = places[TextScore.plain(text)]?.popLast() else { return true }
            matches[index] = .word(text)
            isTaken[index] = true
            return false
        }
    }
}
