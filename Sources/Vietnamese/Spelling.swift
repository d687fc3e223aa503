import Foundation

/// One word as its letters, their case, and one tone; the tone's place follows from the letters. The word need not be legal
/// or complete: this is also what stands in a field while somebody types.
struct Spelling: Hashable, Sendable {
    private(set) var letters: [Letter] = []
    private(set) var cases: [Bool] = []
    var tone = Tone.level

    init() {}

    /// Nil when the text holds anything but letters of the alphabet, or two tones.
    init?(_ text: String) {
        for character in text.nfc {
            guard let reading = Letter.reading(character) else { return nil }
            if reading.tone != .level {
                guard tone == .level else { return nil }
                tone = reading.tone
            }
            append(reading.letter, isUpper: reading.isUpper)
        }
    }

    mutating func append(_ letter: Letter, isUpper: Bool) {
        letters.append(letter)
        cases.append(isUpper)
    }

    mutating func removeLast() {
        letters.removeLast()
        cases.removeLast()
    }

    mutating func mark(_ mark: Mark, at index: Int) { letters[index] = letters[index].marked(mark) }

    func marked(_ mark: Mark, at index: Int) -> Spelling {
        var result = self
        result.mark(mark, at: index)
        return result
    }

    func text(_ placement: TonePlacement) -> String {
        let place = tonePlace(placement)
        return String(letters.indices.map { letters[$0].character(tone: $0 == place ? tone : .level, isUpper: cases[$0]) })
    }
}

extension Spelling {
    /// The vowels; the `u` of `qu` and the `i` of `gi` before another vowel belong to the onset.
    var nucleus: Range<Int> {
        var start = letters.firstIndex(where: \.isVowel) ?? letters.endIndex
        if start == 1, letters.count > 2, letters[2].isVowel, isOnsetWithVowel { start = 2 }
        let end = letters[start...].firstIndex { !$0.isVowel } ?? letters.endIndex
        return start..<end
    }

    private var isOnsetWithVowel: Bool {
        let vowel = letters[1].mark == .none
        return vowel && (letters[0].isBase("q") && letters[1].isBase("u") || letters[0].isBase("g") && letters[1].isBase("i"))
    }

    /// Which letter carries the tone; nil without a vowel.
    func tonePlace(_ placement: TonePlacement) -> Int? {
        let vowels = nucleus
        guard let first = vowels.first else { return nil }
        if let marked = vowels.last(where: { letters[$0].mark != .none }) { return marked }
        switch vowels.count {
        case 1: return first
        case 2: return vowels.upperBound < letters.count || isMainVowelLast(vowels, placement) ? first + 1 : first
        default: return first + 1
        }
    }

    private func isMainVowelLast(_ vowels: Range<Int>, _ placement: TonePlacement) -> Bool {
        guard placement == .onMainVowel else { return false }
        let first = letters[vowels.lowerBound], second = letters[vowels.lowerBound + 1]
        return first.isBase("o") && (second.isBase("a") || second.isBase("e")) || first.isBase("u") && second.isBase("y")
    }

    /// Whether it ends in a final c, ch, p or t (or the k of a place name).
    var endsInStop: Bool {
        guard nucleus.upperBound < letters.count, let last = letters.last, !nucleus.isEmpty else { return false }
        if last.isBase("h") { return letters[letters.count - 2].isBase("c") }
        return last.isBase("c") || last.isBase("p") || last.isBase("t") || last.isBase("k")
    }
}
