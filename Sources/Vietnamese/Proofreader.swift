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
    /// Grows when words are judged in another way: what was counted before is then counted again.
    public static let version = 3

    let model = WordModel.standard
    let lexicon: Lexicon
    let vocabulary: Vocabulary

    /// Takes some milliseconds; one serves all pages.
    /// - Parameter words: of the office itself, beside those that come with the program.
    public init(words: Lexicon = Lexicon()) {
        lexicon = Lexicon.office.and(words)
        vocabulary = Vocabulary(model, lexicon)
    }

    /// How probable it is that the word is wrong, 0…1.
    public func risk(of word: WordInContext) -> Double { DoubtSigns(word, self).risk }

    /// What speaks against a word and for it, as numbers, in the order of their weights: for fitting these again.
    public func signs(of word: WordInContext) -> [Double] { DoubtSigns(word, self).values }

    /// The doubt alone, which is much cheaper than suggestions.
    public func doubt(_ word: WordInContext) -> Doubt { Doubt(risk: risk(of: word)) }

    /// What may be meant by a word, whether or not it is doubtful.
    public func suggestions(for word: WordInContext) -> [String] {
        var candidates = Candidates(word, self)
        return candidates.ranked(most: Proofreader.mostSuggestions)
    }

    /// Suggestions for doubtful words only.
    public func judge(_ word: WordInContext) -> Judgement {
        let doubt = doubt(word)
        return Judgement(doubt: doubt, suggestions: doubt == .sure ? [] : suggestions(for: word))
    }

    /// Whether the core of a word, or a piece of it, is a word.
    func isKnown(_ text: some StringProtocol) -> Bool {
        let text = String(text)
        return lexicon.contains(text) || model.word(text) != nil && LetterCase.isUsual(text)
    }
}
