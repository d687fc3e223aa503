import CWordModel

/// How often words follow each other in office language: counts of single words and of pairs, made by
/// Sources/Scripts/make-word-model, which says how they lie. Read where they lie; nothing is copied or parsed when the program
/// starts.
struct WordModel: Sendable {
    /// Number of a word in the model, in order of its bytes.
    typealias Word = Int

    static let standard = WordModel()
    /// How the model writes an end of a sentence, and any number.
    static let sentenceEnd = "<>", number = "0"

    /// Taken off each pair that was seen, for those that were not (absolute discounting).
    private static let discount = 0.7

    let count: Int
    private let pairCount: Int
    private let total: Double
    /// Words that are never seen share this much.
    private let unseen: Double
    /// Where each table begins, in bytes.
    private let singles: Int, predecessors: Int, pairStarts: Int, letterStarts: Int, seconds: Int, pairCounts: Int, letters: Int

    /// - Precondition: the model is the one that was built into the program.
    private init() {
        let bytes = WordModel.bytes
        func number(_ place: Int) -> Int { Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self))) }
        count = number(4)
        pairCount = number(8)
        total = Double(number(12))
        singles = 16
        predecessors = singles + 4 * count
        pairStarts = predecessors + 4 * count
        letterStarts = pairStarts + 4 * (count + 1)
        seconds = letterStarts + 4 * (count + 1)
        pairCounts = seconds + 2 * pairCount
        letters = pairCounts + pairCount
        unseen = 0.3 / total
    }

    /// Lives as long as the program.
    private static var bytes: UnsafeRawBufferPointer { UnsafeRawBufferPointer(start: word_model_bytes(), count: word_model_size()) }

    private func number(_ table: Int, _ index: Int) -> Int {
        Int(UInt32(littleEndian: WordModel.bytes.loadUnaligned(fromByteOffset: table + 4 * index, as: UInt32.self)))
    }

    /// The word's letters, UTF-8.
    private func spelling(_ word: Word) -> UnsafeRawBufferPointer {
        let start = letters + number(letterStarts, word), end = letters + number(letterStarts, word + 1)
        return UnsafeRawBufferPointer(rebasing: WordModel.bytes[start..<end])
    }

    func text(_ word: Word) -> String { String(decoding: spelling(word), as: UTF8.self) }

    /// - Parameter text: in any case, either school's placement of the tone, NFC; or one of the two names above.
    func word(_ text: some StringProtocol) -> Word? {
        var text = WordModel.key(text)
        return text.withUTF8 { sought in
            var low = 0, high = count
            while low < high {
                let middle = (low + high) / 2
                if spelling(middle).lexicographicallyPrecedes(sought) { low = middle + 1 } else { high = middle }
            }
            return low < count && spelling(low).elementsEqual(sought) ? low : nil
        }
    }

    /// Lower case, and the tone of oa, oe, uy on the second vowel: what `String.comparable` makes of a word, in a fraction of
    /// the time.
    static func key(_ text: some StringProtocol) -> String {
        var letters = text.unicodeScalars.map { scalar in (scalar: scalar, reading: Letter.reading(scalar)) }
        if letters.contains(where: { $0.reading == nil }) { return text.lowercased() }
        let last = letters.count - 1
        if last > 0, let first = letters[last - 1].reading, let second = letters[last].reading, first.tone != .level, second.tone == .level,
            isOpenGlide(first.letter, second.letter), last < 2 || !(letters[last - 2].reading?.letter.isBase("q") ?? false)
        {
            letters[last - 1].reading = Letter.Reading(letter: first.letter, tone: .level, isUpper: false)
            letters[last].reading = Letter.Reading(letter: second.letter, tone: first.tone, isUpper: false)
        }
        return String(letters.map { $0.reading?.letter.character(tone: $0.reading?.tone ?? .level, isUpper: false) ?? Character($0.scalar) })
    }

    private static func isOpenGlide(_ first: Letter, _ second: Letter) -> Bool {
        guard first.mark == .none, second.mark == .none else { return false }
        return first.isBase("o") && (second.isBase("a") || second.isBase("e")) || first.isBase("u") && second.isBase("y")
    }

    /// Natural logarithm of how probable a word is by itself.
    func logProbability(_ word: Word?) -> Double {
        logarithm(word.map { Double(number(singles, $0)) / total } ?? unseen)
    }

    /// Natural logarithm of how probable a word is after another; nil is any word that the model does not know.
    func logProbability(_ word: Word?, after first: Word?) -> Double {
        guard let first else { return logProbability(word) }
        let seen = Double(number(singles, first))
        let range = number(pairStarts, first)..<number(pairStarts, first + 1)
        let pair = word.map { pairs(range, second: $0) } ?? 0
        let left = min(0.99, WordModel.discount * Double(range.count) / max(seen, 1) + 1 / (seen + 10))
        // How many words it follows says more of a word in a new place than how often it was seen.
        let anywhere = word.map { (Double(number(predecessors, $0)) + 0.5) / Double(pairCount) } ?? 0.3 / Double(pairCount)
        return logarithm(max(0, pair - WordModel.discount) / max(seen, 1) + left * anywhere)
    }

    private func pairs(_ range: Range<Int>, second: Word) -> Double {
        let bytes = WordModel.bytes
        var low = range.lowerBound, high = range.upperBound
        while low < high {
            let middle = (low + high) / 2
            let found = Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: seconds + 2 * middle, as: UInt16.self)))
            if found == second { return PairCount.values[Int(bytes[pairCounts + middle])] }
            if found < second { low = middle + 1 } else { high = middle }
        }
        return 0
    }
}
