import Foundation
import Testing
@testable import Vietnamese

/// Every legal syllable comes out as it should, in both methods, both schools and several orders of typing.
@Suite struct RoundTripTests {
    enum Order: CaseIterable { case afterEachLetter, marksThenToneAtTheEnd, toneThenMarksAtTheEnd, toneAfterItsVowel }

    /// One for each spelling.
    static let withOneTone = Syllable.all.filter { $0.tone == .acute }

    @Test(arguments: [InputMethod.telex, .vni], [Order.afterEachLetter, .marksThenToneAtTheEnd])
    func everySyllable(method: InputMethod, order: Order) { typeAll(Syllable.all, method, order) }

    @Test(arguments: [InputMethod.telex, .vni], [Order.toneThenMarksAtTheEnd, .toneAfterItsVowel])
    func everySpelling(method: InputMethod, order: Order) { typeAll(Self.withOneTone, method, order) }

    private func typeAll(_ syllables: [Syllable], _ method: InputMethod, _ order: Order) {
        for syllable in syllables {
            for placement in TonePlacement.allCases {
                let expected = syllable.written(placement)
                // The schools differ in few: the others need one.
                if placement == .onMainVowel, expected == syllable.written(.onFirstVowel) { continue }
                let keys = Self.keys(of: expected, method, order)
                let typed = Typist.typed(keys + " ", method, placement)
                if typed != expected + " " { Issue.record("\(keys) → \(typed), not \(expected)") }
            }
        }
    }

    @Test(arguments: [InputMethod.telex, .vni])
    func everySpellingInCapitals(method: InputMethod) {
        for syllable in Self.withOneTone {
            let expected = syllable.written(.onFirstVowel).uppercased()
            let typed = Typist.typed(Self.keys(of: expected, method, .afterEachLetter).uppercased() + ".", method)
            if typed != expected + "." { Issue.record("\(typed), not \(expected)") }
        }
    }

    /// What is taken back letter by letter is gone, and typed again it is the same word.
    @Test(arguments: [InputMethod.telex, .vni])
    func everySpellingTypedAgain(method: InputMethod) {
        for syllable in Self.withOneTone {
            let expected = syllable.written(.onFirstVowel)
            let keys = Self.keys(of: expected, method, .afterEachLetter)
            var typist = Typist(method)
            typist.type(keys)
            for length in (0..<expected.count).reversed() {
                typist.type("⌫")
                if typist.text.count != length || typist.text.folded != expected.folded.prefix(length) {
                    Issue.record("\(typist.text) of \(expected)")
                }
            }
            typist.type(keys)
            if typist.text != expected { Issue.record("\(typist.text), not \(expected)") }
        }
    }

    static func keys(of word: String, _ method: InputMethod, _ order: Order) -> String {
        var letters = "", marks = "", tone = "", inOrder = "", tonedInOrder = ""
        let isDoubled = word.folded.contains("oo")
        for character in word {
            guard let reading = Letter.reading(character) else { continue }
            var base = String(character).folded
            let mark = markKey(reading.letter, method)
            // In Telex two o are typed as three.
            if isDoubled, method == .telex, base == "o", letters.last == "o" { base = "oo" }
            letters += base
            marks += marks.hasSuffix(mark) && mark == "w" || marks.hasSuffix("7") && mark == "7" ? "" : mark
            inOrder += base + mark
            if reading.tone != .level { tone = toneKey(reading.tone, method) }
            tonedInOrder += base + mark + (reading.tone == .level ? "" : toneKey(reading.tone, method))
        }
        switch order {
        case .afterEachLetter: return inOrder + tone
        case .marksThenToneAtTheEnd: return letters + marks + tone
        case .toneThenMarksAtTheEnd: return letters + tone + marks
        case .toneAfterItsVowel: return tonedInOrder
        }
    }

    private static func markKey(_ letter: Letter, _ method: InputMethod) -> String {
        switch letter.mark {
        case .none: ""
        case .circumflex: method == .telex ? String(Character(Unicode.Scalar(letter.base))) : "6"
        case .horn: method == .telex ? "w" : "7"
        case .breve: method == .telex ? "w" : "8"
        case .stroke: method == .telex ? "d" : "9"
        }
    }

    private static func toneKey(_ tone: Tone, _ method: InputMethod) -> String {
        let keys: [Tone: String] = method == .telex
            ? [.grave: "f", .acute: "s", .hook: "r", .tilde: "x", .dot: "j"]
            : [.grave: "2", .acute: "1", .hook: "3", .tilde: "4", .dot: "5"]
        return keys[tone] ?? ""
    }
}
