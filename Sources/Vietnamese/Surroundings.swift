/// What stands beside a word, as the model knows it.
struct Surroundings: Sendable {
    /// Nil for a word that the model does not know.
    private let before: WordModel.Word?, after: WordModel.Word?
    /// Nothing of the same sentence stands before it.
    let isAfterEnd: Bool
    private let model: WordModel
    /// What a neighbour may be that was misread itself: words that differ from it in marks only, for what that costs.
    private var othersBefore: [WordModel.Word] = [], othersAfter: [WordModel.Word] = []
    private static let misreadNeighbour = 4.0

    init(_ word: WordInContext, _ parts: WordParts, _ model: WordModel) {
        self.model = model
        let last = word.before.last.map { WordParts($0) }, next = word.after.first.map { WordParts($0) }
        isAfterEnd = parts.lead.contains("(") || last.map { Surroundings.ends($0.trail) || $0.core.isEmpty } ?? true
        let isBeforeEnd = Surroundings.ends(parts.trail) || next.map { $0.lead.contains("(") || $0.core.isEmpty } ?? true
        let end = model.word(WordModel.sentenceEnd)
        before = isAfterEnd ? end : last?.pieces.last.flatMap { Surroundings.word($0, model) }
        after = isBeforeEnd ? end : next?.pieces.first.flatMap { Surroundings.word($0, model) }
    }

    /// Takes into account that the neighbours may be misread too.
    init(_ word: WordInContext, _ parts: WordParts, _ model: WordModel, _ vocabulary: Vocabulary) {
        self.init(word, parts, model)
        func others(_ neighbour: String?, _ own: WordModel.Word?, last: Bool) -> [WordModel.Word] {
            guard let neighbour else { return [] }
            let parts = WordParts(neighbour)
            guard let piece = last ? parts.pieces.last : parts.pieces.first, piece.first?.isLetter == true, own != model.word(WordModel.sentenceEnd) else { return [] }
            return vocabulary.sameLetters(as: Glyph.all(of: String(piece))).compactMap(\.word).filter { $0 != own }
        }
        othersBefore = others(word.before.last, before, last: true)
        othersAfter = others(word.after.first, after, last: false)
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
        var left = model.logProbability(first, after: before)
        for other in othersBefore { left = max(left, model.logProbability(first, after: other) - Surroundings.misreadNeighbour) }
        var right = model.logProbability(after, after: last) - model.logProbability(after)
        for other in othersAfter { right = max(right, model.logProbability(other, after: last) - model.logProbability(other) - Surroundings.misreadNeighbour) }
        return left + right
    }
}
