import Records

/// One page of a PDF document: a picture and the invisible words over it.
public struct PDFPage: Sendable {
    public var image: PDFImage
    /// Dots per inch of the image, both ways: the page is shown at the paper's size.
    public var dpi: Int
    /// Clockwise quarter turns that make the stored image upright; any integer.
    public var quarterTurns: Int
    /// Degrees clockwise that make the rows of the upright page level: the picture is drawn turned about its middle. The
    /// page stays as large as it is.
    public var deskew: Double
    /// In reading order.
    public var words: [PDFWord]

    public init(image: PDFImage, dpi: Int, quarterTurns: Int = 0, deskew: Double = 0, words: [PDFWord] = []) {
        self.image = image
        self.dpi = dpi
        self.quarterTurns = quarterTurns
        self.deskew = deskew
        self.words = words
    }
}

/// A word of the text layer.
public struct PDFWord: Sendable, Hashable {
    /// Written in NFC. Control characters, noncharacters and combining marks with no base are left out.
    public var text: String
    /// Pixels of the stored image before its turn, origin at the top left. What lies outside the page is moved inside.
    public var box: Box
    /// Neighbours in reading order with the same number stand on one line.
    public var line: Int

    public init(text: String, box: Box, line: Int) {
        self.text = text
        self.box = box
        self.line = line
    }
}

extension PDFWord {
    public init(_ word: RecognisedWord) {
        self.init(text: word.text, box: word.box, line: word.line)
    }
}

/// The picture of a page. Files are read when the page is written, and forgotten after it.
public enum PDFImage: Sendable {
    /// Baseline or progressive JPEG, grey or colour. Its bytes go into the document unchanged.
    case jpeg(ImageBytes)
    /// PNG without transparency or interlacing, at most 8 bits a channel. Its compressed data go in unchanged.
    case png(ImageBytes)
    /// Bare samples, rows from the top, each row padded to a whole byte: 3 bytes a pixel (`color`, RGB), 1 byte (`gray`),
    /// 1 bit (`lineart`, 1 is black).
    case samples([UInt8], width: Int, height: Int, mode: ColorMode)
}

public enum ImageBytes: Sendable {
    case file(String)
    case bytes([UInt8])
}

/// What the document says of itself.
public struct PDFDocumentInfo: Sendable {
    public enum Conformance: Sendable, CaseIterable {
        /// PDF/A-2u (ISO 19005-2): the archive's copy.
        case a2u
        /// PDF/A-1b (ISO 19005-1), for receivers that ask for it.
        case a1b
    }

    public var title: String
    /// The archive's identifier of the document; nil or empty: none.
    public var identifier: String?
    public var created: Timestamp
    public var producer: String
    /// BCP 47.
    public var language: String
    public var conformance: Conformance

    public init(
        title: String, identifier: String? = nil, created: Timestamp, producer: String = "Trạm Quét",
        language: String = "vi", conformance: Conformance = .a2u
    ) {
        self.title = title
        self.identifier = identifier
        self.created = created
        self.producer = producer
        self.language = language
        self.conformance = conformance
    }
}
