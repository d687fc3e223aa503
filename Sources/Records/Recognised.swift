/// A recognised word. Text is NFC; the box is in pixels of the stored image before turn; confidence is 0…1.
public struct RecognisedWord: Sendable, Hashable, Codable {
    public var text: String
    public var confidence: Double
    public var box: Box
    /// Index of its line in the page, in reading order from 0.
    public var line: Int

    public init(text: String, confidence: Double, box: Box, line: Int) {
        self.text = text
        self.confidence = confidence
        self.box = box
        self.line = line
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
