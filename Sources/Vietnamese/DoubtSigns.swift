import Foundation

/// What speaks against a word, as numbers, and what that comes to.
///
/// The weights are a logistic regression over 8,228 words of three dossiers whose truth is known, the bounds of the tiers the
/// highest that let nine of ten errors of those be seen; `tramquet-accuracy --words` measures both on other pages. They are the
/// same for all kinds of paper.
struct DoubtSigns: Sendable {
    /// In the order of `weights`.
    let values: [Double]

    init(_ word: WordInContext, _ proofreader: Proofreader) {
        let parts = WordParts(word.text)
        let isNumber = !parts.core.isEmpty && !parts.core.contains(where: \.isLetter)
        let pieces = parts.pieces.filter { WordParts.Kind($0.first ?? " ") == .letters }
        let unknown = pieces.count { !proofreader.isKnown($0) && !DoubtSigns.isRoman($0) }
        let illegal = pieces.count { !proofreader.isKnown($0) && !DoubtSigns.isRoman($0) && !Syllable.isLegal(String($0)) }
        let doubt = 1 - min(max(word.confidence, 0), 1)
        values = [
            1,
            log(doubt + 0.02),
            doubt,
            unknown > 0 ? 1 : 0,
            illegal > 0 ? 1 : 0,
            isNumber ? 1 : 0,
            parts.core.isEmpty ? 1 : 0,
            DoubtSigns.isOdd(parts) ? 1 : 0,
            pieces.count > 1 || pieces.count == 1 && parts.pieces.count > 1 ? 1 : 0,
            DoubtSigns.betterFit(word, parts, proofreader),
            parts.core.count == 1 ? 1 : 0,
        ]
    }

    static let weights: [Double] = [1.09, 2.75, -0.38, 2.6, 0.88, 0.2, -0.48, 1.32, -0.93, 0.89, -0.29]

    var risk: Double { 1 / (1 + exp(-zip(values, DoubtSigns.weights).reduce(0) { $0 + $1.0 * $1.1 })) }

    /// I, XIV: of headings, centuries, quarters.
    private static func isRoman(_ piece: Substring) -> Bool { piece.allSatisfy("IVXLCDM".contains) }

    private static func isOdd(_ parts: WordParts) -> Bool {
        !parts.lead.allSatisfy("([\"'“‘-+".contains) || !parts.trail.allSatisfy(")]\"'”’.,;:!?/…%-".contains)
            || parts.core.contains { !$0.isLetter && !$0.isNumber && !"-/.,&:'@_+".contains($0) }
    }

    /// By how much a word with other marks would fit its neighbours better, less what the mistake costs; at least 0.
    private static func betterFit(_ word: WordInContext, _ parts: WordParts, _ proofreader: Proofreader) -> Double {
        guard parts.pieces.count == 1, parts.core.contains(where: \.isLetter) else { return 0 }
        let surroundings = Surroundings(word, parts, proofreader.model)
        let glyphs = Glyph.all(of: parts.core)
        let own = surroundings.fit(Surroundings.word(parts.core, proofreader.model))
        let gains = proofreader.vocabulary.sameLetters(as: glyphs).map { entry in
            surroundings.fit(entry.word) - own - zip(glyphs, entry.glyphs).reduce(0) { $0 + Confusion.cost($1.0, $1.1) }
        }
        return min(8, max(0, gains.max() ?? 0))
    }
}

extension Doubt {
    /// Above these a word is looked at; above the second it is probably wrong.
    static let bounds = (check: 0.002, wrong: 0.3)

    init(risk: Double) {
        self = risk < Doubt.bounds.check ? .sure : risk < Doubt.bounds.wrong ? .check : .wrong
    }
}
