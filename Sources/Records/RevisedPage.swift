import Foundation

/// What a page says once a person has worked on its text. Machine readings are kept beside it, never under it.
public struct RevisedPage: Sendable, Hashable, Codable {
    /// Tesseract's language set of the reading it began with, such as `vie`.
    public var language: String
    /// In reading order.
    public var words: [RevisedWord]
    /// Nil: the page is corrected word by word.
    public var settlement: PageSettlement?

    public init(language: String, words: [RevisedWord], settlement: PageSettlement? = nil) {
        self.language = language
        self.words = words
        self.settlement = settlement
    }

    /// As the machine read it, nothing touched.
    public init(_ reading: RecognisedPage) {
        var line: Int?
        words = reading.words.map { word in
            defer { line = word.line }
            return RevisedWord(
                text: word.text, box: word.box, startsLine: word.line != line, origin: .machine(confidence: word.confidence),
                variants: word.variants)
        }
        language = reading.language
        settlement = nil
    }

    /// As everything that reads page text wants it: lines are numbered from 0; of what a person vouches for one is sure.
    public var recognised: RecognisedPage {
        var line = -1
        return RecognisedPage(language: language, words: words.enumerated().map { index, word in
            if word.startsLine || index == 0 { line += 1 }
            return RecognisedWord(text: word.text, confidence: word.confidence, box: word.box, line: line, variants: word.variants)
        })
    }

    /// The words of each line, in order.
    public var lines: [Range<Int>] {
        var lines: [Range<Int>] = []
        for (index, word) in words.enumerated() {
            if word.startsLine || index == 0 {
                lines.append(index..<index + 1)
            } else {
                lines[lines.count - 1] = lines[lines.count - 1].lowerBound..<index + 1
            }
        }
        return lines
    }
}

/// A word of a revised page. Text is NFC without blanks; the box is in pixels of the stored image before turn.
public struct RevisedWord: Sendable, Hashable, Codable {
    public enum Origin: Sendable, Hashable, Codable {
        /// As it was read, 0…1.
        case machine(confidence: Double)
        /// As it was read, and a person said that it is right.
        case accepted
        case typed
    }

    public var text: String
    public var box: Box
    public var startsLine: Bool
    public var origin: Origin
    /// Of what the machine read; none of what a person typed.
    public var variants: [GlyphVariant]

    public init(text: String, box: Box, startsLine: Bool = false, origin: Origin, variants: [GlyphVariant] = []) {
        self.text = text
        self.box = box
        self.startsLine = startsLine
        self.origin = origin
        self.variants = variants
    }

    /// Changes that were kept by programs without variants have none.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: CodingKeys.self)
        text = try values.decode(String.self, forKey: .text)
        box = try values.decode(Box.self, forKey: .box)
        startsLine = try values.decode(Bool.self, forKey: .startsLine)
        origin = try values.decode(Origin.self, forKey: .origin)
        variants = try values.decodeIfPresent([GlyphVariant].self, forKey: .variants) ?? []
    }

    /// 1 where a person vouches for it.
    public var confidence: Double {
        if case .machine(let confidence) = origin { confidence } else { 1 }
    }

    public var isMachine: Bool {
        if case .machine = origin { true } else { false }
    }
}

/// Why a page counts as corrected though nobody went through its words (decisions.md, Documents, dossiers, names).
public enum PageSettlement: String, Sendable, Codable, CaseIterable {
    /// Không đọc được.
    case illegible
    /// Viết tay.
    case handwritten
    /// Chấp nhận OCR máy.
    case machineText = "machine_text"
    /// Chữ Hán, tiếng nước ngoài: what a reader of Vietnamese makes of it is no text.
    case foreignText = "foreign_text"

    /// Whether its words are none that could be right or wrong: they are in no estimate and no sample.
    public var hasNoText: Bool { self != .machineText }
}
