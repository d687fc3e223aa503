/// What stands beside a word, as the model knows it.
struct Surroundings: Sendable {
    /// Nil for a word that the model does not know.
    private let before: WordModel.Word?, after: WordModel.Word?
    private let model: WordModel

    init(_ word: WordInContext, _ parts: WordParts, _ model: WordModel) {
        self.model = model
        let last = word.before.last.map { WordParts($0) }, next = word.after.first.map { WordParts($0) }
        let isAfterEnd = parts.lead.contains("(") || last.map { Surroundings.ends($0.trail) || $0.core.isEmpty } ?? true
        let isBeforeEnd = Surroundings.ends(parts.trail) || next.map { $0.lead.contains("(") || $0.core.isEmpty } ?? true
        let end = model.word(WordModel.sentenceEnd)
        before = isAfterEnd ? end : last?.pieces.last.flatMap { Surroundings.word($0, model) }
        after = isBeforeEnd ? end : next?.pieces.first.flatMap { Surroundings.word($0, model) }
    }

    static func word(_ piece: some StringProtocol, _ model: WordModel) -> WordModel.Word? {
        WordParts.Kind(piece.first ?? " ") == .digits ? model.word(WordModel.number) : model.word(piece)
    }

    private static func ends(_ punctuation: String) -> Bool { punctuation.contains { ".;:!?)".contains($0) } }

    static let unknownFit = -11.0

    /// Natural logarithm of how well the word fits between its neighbours.
    func fit(_ word: WordModel.Word?) -> Double { fit(word, word) }

    /// The same for several words in a row, of which the first and the last touch the neighbours.
    func fit(_ first: WordModel.Word?, _ last: WordModel.Word?) -> Double {
        // A word that is not known fits as well as a rare one.
        guard first != nil, last != nil else { return Surroundings.unknownFit }
        return model.logProbability(first, after: before) + model.logProbability(after, after: last) - model.logProbability(after)
    }
}
