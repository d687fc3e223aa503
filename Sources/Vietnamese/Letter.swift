import Foundation

/// The sign that makes another letter of a letter; the tone is not one.
enum Mark: UInt8, Sendable {
    case none
    /// `â ê ô`
    case circumflex
    /// `ă`
    case breve
    /// `ơ ư`
    case horn
    /// `đ`
    case stroke
}

/// A letter of the alphabet without its tone and case: a–z, and `ă â đ ê ô ơ ư`.
struct Letter: Hashable, Sendable {
    /// ASCII, `a`–`z`.
    let base: UInt8
    var mark = Mark.none

    var isVowel: Bool {
        switch base {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"), UInt8(ascii: "y"): true
        default: false
        }
    }

    /// 0 for a, 1 for â, and so on: small and different for each letter.
    var number: Int { Int(base - UInt8(ascii: "a")) * 5 + Int(mark.rawValue) }

    func hash(into hasher: inout Hasher) { hasher.combine(number) }

    func isBase(_ letter: Unicode.Scalar) -> Bool { base == UInt8(ascii: letter) }

    func marked(_ mark: Mark) -> Letter { Letter(base: base, mark: mark) }
}

extension Letter {
    /// What one written character is: its letter, tone and case.
    struct Reading: Sendable {
        let letter: Letter
        let tone: Tone
        let isUpper: Bool
    }

    /// Nil for what is no letter of the alphabet.
    static func reading(_ character: Character) -> Reading? {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, scalars.count == 1 else { return nil }
        return reading(first)
    }

    static func reading(_ scalar: Unicode.Scalar) -> Reading? {
        scalar.value < Alphabet.readings.count ? Alphabet.readings[Int(scalar.value)] : nil
    }

    func character(tone: Tone, isUpper: Bool) -> Character { Alphabet.characters[Alphabet.place(self, tone, isUpper: isUpper)] }
}

/// All letters with all tones, put together from their parts once. Tables, as every key that is typed asks them some twenty times.
private enum Alphabet {
    private static let marks: [Mark: String] = [.circumflex: "\u{302}", .breve: "\u{306}", .horn: "\u{31B}"]
    private static let tones: [Tone: String] = [.grave: "\u{300}", .acute: "\u{301}", .hook: "\u{309}", .tilde: "\u{303}", .dot: "\u{323}"]

    private static let letters: [Letter] = (UInt8(ascii: "a")...UInt8(ascii: "z")).flatMap { base in
        (Mark.none.rawValue...Mark.stroke.rawValue).compactMap { Mark(rawValue: $0).map { Letter(base: base, mark: $0) } }
    }

    static func place(_ letter: Letter, _ tone: Tone, isUpper: Bool) -> Int {
        (letter.number * Tone.allCases.count + Int(tone.rawValue)) * 2 + (isUpper ? 1 : 0)
    }

    /// By `place`. Letters that do not exist are their plain ones.
    static let characters: [Character] = letters.flatMap { letter in
        Tone.allCases.flatMap { tone in [false, true].map { character(letter, tone, isUpper: $0) } }
    }

    /// By the value of their one scalar.
    static let readings: [Letter.Reading?] = {
        var result: [Letter.Reading?] = Array(repeating: nil, count: 0x1F00)
        for letter in letters {
            for tone in Tone.allCases {
                for isUpper in [false, true] {
                    let scalars = characters[place(letter, tone, isUpper: isUpper)].unicodeScalars
                    guard scalars.count == 1, let value = scalars.first.map({ Int($0.value) }), result[value] == nil else { continue }
                    result[value] = Letter.Reading(letter: letter, tone: tone, isUpper: isUpper)
                }
            }
        }
        return result
    }()

    private static func character(_ letter: Letter, _ tone: Tone, isUpper: Bool) -> Character {
        let plain = String(Unicode.Scalar(letter.base))
        var text = letter.mark == .stroke ? (letter.isBase("d") ? "đ" : plain) : (plain + (marks[letter.mark] ?? "")).nfc
        if text.unicodeScalars.count > 1 { text = plain }
        if letter.isVowel { text = (text + (tones[tone] ?? "")).nfc }
        return Character(isUpper ? text.uppercased() : text)
    }
}
