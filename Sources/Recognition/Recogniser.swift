import Records

/// Reads the words off a stored image: Tesseract, or a script with faults for tests.
public protocol Recogniser {
    /// The engine and its version, such as `tesseract 5.3.0`.
    var engine: String { get }

    /// The words of the page in reading order; their boxes are in pixels of the stored image before turn.
    /// The result depends on the order's image, turn and language only, never on pages read before.
    func recognise(_ order: RecognitionOrder) throws(RecognitionFault) -> UprightReading
}
