import Records

/// One page to be read by an OCR worker.
public struct RecognitionOrder: Sendable, Hashable, Codable {
    public var page: PageID
    /// Path of the stored image.
    public var file: String
    /// Clockwise quarter turns, 0…3, that make the stored image upright, as far as is known.
    public var quarterTurns: Int
    /// Whether the page may lie otherwise: where the text makes no sense so, it is read in the direction in which it does.
    public var findsTurn: Bool
    /// Tesseract's language set, such as `vie` or `vie+eng`.
    public var language: String
    /// Comes back with the answer, so that a result of an older order is never taken for the newest.
    public var fence: Int64
    /// Seconds after which the worker gives the page up. An engine that does not listen must be killed by the parent.
    public var timeLimit: Double

    public init(
        page: PageID, file: String, quarterTurns: Int = 0, findsTurn: Bool = false, language: String = "vie", fence: Int64,
        timeLimit: Double = 60
    ) {
        self.page = page
        self.file = file
        self.quarterTurns = quarterTurns
        self.findsTurn = findsTurn
        self.language = language
        self.fence = fence
        self.timeLimit = timeLimit
    }
}

/// What was read, and which way up the page was for it.
public struct UprightReading: Sendable, Hashable, Codable {
    public var page: RecognisedPage
    /// Clockwise, 0…3, from the stored image. Another number than the order's only beyond doubt.
    public var quarterTurns: Int
    /// What looks like a mark of secrecy on its upper part (`MarkSights`); nil where nobody looked.
    public var sightings: [MarkSighting]?

    public init(page: RecognisedPage, quarterTurns: Int, sightings: [MarkSighting]? = nil) {
        self.page = page
        self.quarterTurns = quarterTurns
        self.sightings = sightings
    }
}

/// What the dispatcher asks of an OCR worker. The end of the pipe asks it to go.
public enum RecognitionRequest: Sendable, Hashable, Codable {
    case recognise(RecognitionOrder)
    /// Nothing is read: only marks of secrecy are looked for, on a page whose text cannot be read.
    case look(RecognitionOrder)
}

/// What an OCR worker reports: `ready` once, then one `done` or `failed` for each order to read, one `looked` for each to look, in
/// the order they came.
public enum RecognitionEvent: Sendable, Hashable, Codable {
    /// The engine and its version, such as `tesseract 5.3.0`.
    case ready(engine: String)
    /// `seconds` is what the page took, from opening the file.
    case done(page: PageID, fence: Int64, result: UprightReading, seconds: Double)
    case failed(page: PageID, fence: Int64, fault: RecognitionFault)
    /// Without words; `sightings` is nil where the image cannot be opened.
    case looked(page: PageID, fence: Int64, result: UprightReading)
}
