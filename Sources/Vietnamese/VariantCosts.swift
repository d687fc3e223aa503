import Foundation

/// What it costs to take the recogniser's own variants of the glyphs of a word's core for it.
struct VariantCosts: Sendable {
    struct Choice: Sendable {
        let text: String
        let glyph: Glyph
        /// 0…1, as the recogniser gave it.
        let confidence: Double
        let cost: Double
    }

    /// By the glyph's index in the core.
    private var byGlyph: [[Choice]]
    /// Of the punctuation before the core and after it, by index in it.
    private(set) var lead: [(place: Int, choice: Choice)] = [], trail: [(place: Int, choice: Choice)] = []

    /// A variant as sure as can be; a natural logarithm less sure; one more before it in rank.
    private static let surest = 0.3, lessSure = 0.45, rank = 0.15
    private static let leastConfidence = 0.005

    static let none = VariantCosts(WordInContext(text: "", confidence: 1), WordParts(""))

    init(_ word: WordInContext, _ parts: WordParts) {
        let start = parts.lead.count, count = parts.core.count
        byGlyph = Array(repeating: [], count: count)
        // Glyphs are counted by scalars: a word with others than those of NFC letters has no variants that would fit.
        guard !word.variants.isEmpty, parts.core.unicodeScalars.count == count else { return }
        var ranks: [Int: Int] = [:]
        for variant in word.variants {
            let rank = ranks[variant.place, default: 0]
            ranks[variant.place] = rank + 1
            guard let scalar = variant.text.unicodeScalars.first, variant.text.unicodeScalars.count == 1 else { continue }
            let choice = Choice(text: variant.text, glyph: Glyph(scalar), confidence: variant.confidence, cost: VariantCosts.cost(variant.confidence, rank: rank))
            let index = variant.place - start
            if byGlyph.indices.contains(index) {
                byGlyph[index].append(choice)
            } else if index < 0 {
                lead.append((variant.place, choice))
            } else {
                trail.append((index - count, choice))
            }
        }
    }

    private static func cost(_ confidence: Double, rank: Int) -> Double {
        surest - lessSure * log(max(confidence, leastConfidence)) + Double(rank) * VariantCosts.rank
    }

    /// In order of their places in the core.
    var choices: [(place: Int, choice: Choice)] { byGlyph.indices.flatMap { place in byGlyph[place].map { (place, $0) } } }

    /// What it costs to have read the glyph at a place for another.
    func cost(at place: Int, read: Glyph, meant: Glyph) -> Double {
        let usual = Confusion.cost(read, meant)
        guard usual > 0, place < byGlyph.count else { return usual }
        return byGlyph[place].reduce(usual) { $1.glyph == meant ? min($0, $1.cost) : $0 }
    }
}
