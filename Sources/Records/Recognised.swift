/// A recognised word. Text is NFC; the box is in pixels of the stored image before turn; confidence is 0…1.
public struct RecognisedWord: Sendable, Hashable, Codable {
    public var text: String
    public var confidence: Double
    public var box: Box
    /// Index of its line in the page, in reading order from 0.
    public var line: Int
    /// Other readings of single characters of it, by their places and there the likeliest first.
    public var variants: [GlyphVariant]

    public init(text: String, confidence: Double, box: Box, line: Int, variants: [GlyphVariant] = []) {
        self.text = text
        self.confidence = confidence
        self.box = box
        self.line = line
        self.variants = variants
    }
}

/// What one character of a word may be instead (ALTO: a glyph's variant).
public struct GlyphVariant: Sendable, Hashable, Codable {
    /// Index of the character in its word.
    public var place: Int
    /// The other character, NFC.
    public var text: String
    /// 0…1, as the recogniser gave it.
    public var confidence: Double

    public init(place: Int, text: String, confidence: Double) {
        (self.place, self.text, self.confidence) = (place, text, confidence)
    }
}

/// What OCR made of one page: words in reading order.
public struct RecognisedPage: Sendable, Hashable, Codable {
    /// Tesseract's language set, such as `vie`.
    public var language: String
    public var words: [RecognisedWord]

    public init(language: String, words: [RecognisedWord]) {
        self.language = language
        self.words = words
    }

    /// Words joined by spaces, lines by line feeds.
    public var text: String {
        var text = ""
        var line: Int?
        for word in words {
            if let line { text += word.line == line ? " " : "\n" }
            text += word.text
            line = word.line
        }
        return text
    }
}
