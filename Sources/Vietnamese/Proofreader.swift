/// How sure a word is.
public enum Doubt: Sendable, Hashable, CaseIterable {
    /// Needs no look.
    case sure
    /// Probably right; worth a look.
    case check
    /// Probably wrong.
    case wrong
}

/// What is thought of a word.
public struct Judgement: Sendable, Hashable {
    public var doubt: Doubt
    /// Ranked, at most nine, without the word itself. Punctuation and case are the word's.
    public var suggestions: [String]

    public init(doubt: Doubt, suggestions: [String]) {
        self.doubt = doubt
        self.suggestions = suggestions
    }
}

/// Judges recognised words, and says what may be meant.
public struct Proofreader: Sendable {
    public static let mostSuggestions = 9

    public init() {}

    /// The doubt alone, which is much cheaper than suggestions.
    public func doubt(_ word: WordInContext) -> Doubt {
        let letters = word.text.filter(\.isLetter)
        guard letters.isEmpty || Syllable.isLegal(letters) else { return word.confidence < 0.9 ? .wrong : .check }
        return word.confidence < 0.5 ? .wrong : word.confidence < 0.9 ? .check : .sure
    }

    /// What may be meant by a word, whether or not it is doubtful.
    public func suggestions(for word: WordInContext) -> [String] {
        var seen: Set = [word.text]
        return Array(word.alternatives.filter { seen.insert($0).inserted }.prefix(Proofreader.mostSuggestions))
    }

    /// Suggestions for doubtful words only.
    public func judge(_ word: WordInContext) -> Judgement {
        let doubt = doubt(word)
        return Judgement(doubt: doubt, suggestions: doubt == .sure ? [] : suggestions(for: word))
    }
}
