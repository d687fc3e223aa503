/// A word of a page as it was recognised, punctuation and all, and what stands around it.
public struct WordInContext: Sendable, Hashable {
    public var text: String
    /// 0…1, as the recogniser gave it.
    public var confidence: Double
    /// Other readings of the whole word, the likeliest first.
    public var alternatives: [String]
    /// Up to two words before it, the nearest last.
    public var before: [String]
    /// Up to two words after it, the nearest first.
    public var after: [String]

    public init(text: String, confidence: Double, alternatives: [String] = [], before: [String] = [], after: [String] = []) {
        self.text = text
        self.confidence = confidence
        self.alternatives = alternatives
        self.before = before
        self.after = after
    }
}

extension WordInContext {
    /// How many words on each side are looked at.
    public static let reach = 2

    /// The words of a page in reading order, each with its neighbours.
    public static func page(_ words: [(text: String, confidence: Double, alternatives: [String])]) -> [WordInContext] {
        words.indices.map { index in
            let (text, confidence, alternatives) = words[index]
            return WordInContext(
                text: text, confidence: confidence, alternatives: alternatives,
                before: words[max(0, index - reach)..<index].map(\.text),
                after: words[(index + 1)..<min(words.count, index + 1 + reach)].map(\.text))
        }
    }
}
