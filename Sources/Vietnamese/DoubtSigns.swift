import Foundation

/// What speaks against a word, as numbers, and what that comes to.
///
/// The weights are a logistic regression over 19,503 words of eight dossiers whose truth is known, made by
/// Sources/Scripts/fit-doubts; the bounds of the tiers are chosen where each dossier is judged by weights of the others. They are
/// the same for all kinds of paper.
struct DoubtSigns: Sendable {
    /// In the order of `weights`.
    let values: [Double]

    init(_ word: WordInContext, _ proofreader: Proofreader) {
        let parts = WordParts(word.text)
        let pieces = parts.pieces.filter { WordParts.Kind($0.first ?? " ") == .letters }
        let unknown = pieces.count { !proofreader.isKnown($0) && !DoubtSigns.isRoman($0) }
        let illegal = pieces.count { !proofreader.isKnown($0) && !DoubtSigns.isRoman($0) && !Syllable.isLegal(String($0)) }
        let doubt = 1 - min(max(word.confidence, 0), 1)
        let variants = VariantCosts(word, parts)
        // The likeliest other reading of a glyph, in the core and outside.
        let rival = variants.choices.map(\.choice.confidence).max() ?? 0
        let outside = (variants.lead + variants.trail).map(\.choice.confidence).max() ?? 0
        let fit = Surroundings(word, parts, proofreader.model)
            .fit(parts.pieces.count == 1 ? Surroundings.word(parts.core, proofreader.model) : nil)
        values = [
            1,
            log(doubt + 0.02),
            doubt,
            unknown > 0 ? 1 : 0,
            illegal > 0 ? 1 : 0,
            parts.core.isEmpty ? 1 : 0,
            DoubtSigns.isOdd(parts) ? 1 : 0,
            pieces.count > 1 || pieces.count == 1 && parts.pieces.count > 1 ? 1 : 0,
            DoubtSigns.betterFit(word, parts, proofreader),
            parts.core.count == 1 ? 1 : 0,
            rival,
            log(rival + 0.01),
            log(outside + 0.01),
            max(-25, min(0, fit)) / 10,
        ]
    }

    static let weights = [4.64, 2.47, -3.39, 3.47, -1.14, -3.67, 3.44, -0.39, 0.73, 0.36, -1.0, 0.46, 0.65, -1.96]

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
        let variants = VariantCosts(word, parts)
        let own = surroundings.fit(Surroundings.word(parts.core, proofreader.model))
        let gains = proofreader.vocabulary.sameLetters(as: glyphs).map { entry in
            surroundings.fit(entry.word) - own
                - zip(0..., zip(glyphs, entry.glyphs)).reduce(0) { $0 + variants.cost(at: $1.0, read: $1.1.0, meant: $1.1.1) }
        }
        return min(8, max(0, gains.max() ?? 0))
    }
}

extension Doubt {
    /// Above these a word is looked at; above the second it is probably wrong.
    static let bounds = (check: 0.012, wrong: 0.4)

    /// - Parameter risk: that the word is wrong, 0…1.
    public init(risk: Double) {
        self = risk < Doubt.bounds.check ? .sure : risk < Doubt.bounds.wrong ? .check : .wrong
    }
}
