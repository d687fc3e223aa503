import Foundation

/// A legal Vietnamese syllable, taken apart: `nguyễn` is `ng` + `uyên` + ngã.
///
/// Legal is what the spelling allows, whether or not a dictionary lists it. Loan words, names and abbreviations are not
/// judged here.
public struct Syllable: Hashable, Sendable {
    /// As written before the rhyme: `ngh`, `qu`, `gi`, or empty.
    public let onset: String
    /// Without tone. After `gi` the shared i counts with the rhyme: `giếng` is `gi` + `iêng`.
    public let rhyme: String
    public let tone: Tone

    /// Takes a syllable apart, in any case and either placement of the tone; nil when it is not legal, a tone on the wrong
    /// vowel included.
    public init?(_ text: String) {
        guard let spelling = Spelling(text), let syllable = Syllable(letters: spelling),
            TonePlacement.allCases.contains(where: { spelling.text($0) == text })
        else { return nil }
        self = syllable
    }

    /// The syllable of these letters, wherever its tone was written.
    init?(letters spelling: Spelling) {
        guard let entry = SyllableTable.entries[spelling.letters], !spelling.endsInStop || spelling.tone.isHeardBeforeStop else { return nil }
        self.init(entry, spelling.tone)
    }

    private init(_ entry: SyllableTable.Entry, _ tone: Tone) {
        onset = entry.onset
        rhyme = entry.rhyme
        self.tone = tone
    }

    /// In lower case, NFC.
    public func written(_ placement: TonePlacement) -> String {
        var spelling = Spelling(SyllableTable.written(SyllableTable.Entry(onset: onset, rhyme: rhyme))) ?? Spelling()
        spelling.tone = tone
        return spelling.text(placement)
    }

    public static func isLegal(_ text: String) -> Bool { Syllable(text) != nil }

    /// Every legal syllable, in no order.
    public static var all: [Syllable] {
        SyllableTable.entries.flatMap { letters, entry in
            var spelling = Spelling()
            for letter in letters { spelling.append(letter, isUpper: false) }
            return Tone.allCases.filter { !spelling.endsInStop || $0.isHeardBeforeStop }.map { Syllable(entry, $0) }
        }
    }
}

extension String {
    /// Every syllable with its tone where this school puts it (also one that was put on a wrong vowel); what is no legal
    /// syllable stays as it is. The result is NFC and has the same length in characters.
    public func retoned(_ placement: TonePlacement) -> String {
        var result = "", word = ""
        func closed() -> String {
            guard let spelling = Spelling(word), Syllable(letters: spelling) != nil else { return word }
            return spelling.text(placement)
        }
        for character in nfc {
            if character.isLetter {
                word.append(character)
            } else {
                result += closed() + String(character)
                word = ""
            }
        }
        return result + closed()
    }

    /// The form in which texts are the same to a reader: *HÒA* and *hoà*, composed or not.
    public var comparable: String { lowercased().retoned(.onMainVowel) }
}
