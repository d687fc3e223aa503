/// What may stand in a field while a Vietnamese word is typed.
enum TypingTable {
    /// Syllables of place names that break the spelling rules and are typed all the time (tỉnh Đắk Lắk, Bắc Kạn).
    private static let placeNames: Set<String> = Set(
        ["đắk", "đăk", "lắk", "lăk", "pắk", "păk", "búk", "kạn", "kông", "krông"].map(\.nfc))

    static func isPlaceName(_ text: String) -> Bool { placeNames.contains(text.lowercased()) }

    /// Beginnings of all words, each with all of its marks, some, or none: `nguoi` may still become `người`.
    static let beginnings: Set<[Letter]> = {
        var result: Set<[Letter]> = []
        let names = placeNames.compactMap { Spelling($0)?.letters }
        for word in Array(SyllableTable.entries.keys) + names {
            var forms: [[Letter]] = [[]]
            for letter in word {
                let plain = letter.mark == .none ? [] : forms.map { $0 + [letter.marked(.none)] }
                forms = forms.map { $0 + [letter] } + plain
                result.formUnion(forms)
            }
        }
        return result
    }()
}

extension Spelling {
    /// Whether more keys can make a word of it.
    var isUnfinished: Bool {
        TypingTable.beginnings.contains(letters) && (tone == .level || tone.isHeardBeforeStop || !endsInStop)
    }

    /// Whether it may stay as it is when the word is over: a word, or a letter by itself.
    var isFinished: Bool {
        letters.count == 1 || Syllable(letters: self) != nil || TypingTable.isPlaceName(text(.onMainVowel))
    }
}
