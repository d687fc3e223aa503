/// A word of a page as it was recognised, punctuation and all, and what stands around it.
public struct WordInContext: Sendable, Hashable {
    /// What one character of the word may be instead.
    public struct Variant: Sendable, Hashable {
        /// Index of the character in the word.
        public var place: Int
        public var text: String
        /// 0…1, as the recogniser gave it.
        public var confidence: Double

        public init(place: Int, text: String, confidence: Double) {
            (self.place, self.text, self.confidence) = (place, text, confidence)
        }
    }

    public var text: String
    /// 0…1, as the recogniser gave it.
    public var confidence: Double
    /// The likeliest of each place first.
    public var variants: [Variant]
    /// Up to two words before it, the nearest last.
    public var before: [String]
    /// Up to two words after it, the nearest first.
    public var after: [String]

    public init(text: String, confidence: Double, variants: [Variant] = [], before: [String] = [], after: [String] = []) {
        self.text = text
        self.confidence = confidence
        self.variants = variants
        self.before = before
        self.after = after
    }
}

extension WordInContext {
    /// How many words on each side are looked at.
    public static let reach = 2

    /// The words of a page in reading order, each with its neighbours.
    public static func page(_ words: [(text: String, confidence: Double, variants: [Variant])]) -> [WordInContext] {
        words.indices.map { index in
            let (text, confidence, variants) = words[index]
            return WordInContext(
                text: text, confidence: confidence, variants: variants,
                before: words[max(0, index - reach)..<index].map(\.text),
                after: words[(index + 1)..<min(words.count, index + 1 + reach)].map(\.text))
        }
    }
}
