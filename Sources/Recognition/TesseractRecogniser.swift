import Records

/// Reads pages with Tesseract's LSTM engine, one after another.
public final class TesseractRecogniser: Recogniser {
    private var api: TesseractAPI?

    public init() {}

    public var engine: String { "tesseract \(TesseractAPI.version)" }

    /// Whether the data of a language set is there.
    /// - Throws: `languageMissing` with what is not.
    public static func check(language: String) throws(RecognitionFault) {
        _ = try TesseractAPI(language: language)
    }

    public func recognise(_ order: RecognitionOrder) throws(RecognitionFault) -> RecognisedPage {
        let start = ContinuousClock.now
        let copy = try ReadingCopy(file: order.file, quarterTurns: order.quarterTurns)
        guard copy.isReadable else { return RecognisedPage(language: order.language, words: []) }
        let api = try loadedAPI(language: order.language)
        let words = try api.words(on: copy, deadline: start + .seconds(order.timeLimit))
        guard let words else { throw .outOfTime(seconds: order.timeLimit) }
        return RecognisedPage(language: order.language, words: TesseractRecogniser.kept(words, language: order.language, geometry: copy.geometry))
    }

    private func loadedAPI(language: String) throws(RecognitionFault) -> TesseractAPI {
        if let api, api.language == language { return api }
        let fresh = try TesseractAPI(language: language)
        api = fresh
        return fresh
    }

    /// Words as they are stored. A line whose words are all dropped has no number.
    private static func kept(_ words: [TesseractAPI.Word], language: String, geometry: PageGeometry) -> [RecognisedWord] {
        var kept: [RecognisedWord] = []
        var line = -1
        var lineHasBegun = false
        for word in words {
            if word.startsLine { lineHasBegun = false }
            guard let text = keptText(word.text, language: language) else { continue }
            if !lineHasBegun { line += 1 }
            lineHasBegun = true
            kept.append(RecognisedWord(
                text: text, confidence: hundredths(word.confidence),
                box: geometry.storedBox(left: Int(word.left), top: Int(word.top), right: Int(word.right), bottom: Int(word.bottom)),
                line: line))
        }
        return kept
    }

    /// Tesseract's 0…100 as 0…1 to the hundredth, which is what the store keeps.
    private static func hundredths(_ confidence: Float) -> Double {
        let percent = confidence.isNaN ? 0 : min(max(confidence, 0), 100)
        return Double(percent.rounded()) / 100
    }
}

extension Duration {
    var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
