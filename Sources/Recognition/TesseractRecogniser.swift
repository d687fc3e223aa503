import Records

/// Reads pages with Tesseract's LSTM engine, one after another.
public final class TesseractRecogniser: Recogniser {
    private var api: TesseractAPI?
    private let figurePlaces: FigurePlaces?

    /// - Parameter figurePlaces: where, on a page that was read, to look once more for figures that stand alone.
    public init(figurePlaces: FigurePlaces? = nil) { self.figurePlaces = figurePlaces }

    public var engine: String { "tesseract \(TesseractAPI.version)" }

    /// Whether the data of a language set is there.
    /// - Throws: `languageMissing` with what is not.
    public static func check(language: String) throws(RecognitionFault) {
        _ = try TesseractAPI(language: language)
    }

    public func recognise(_ order: RecognitionOrder) throws(RecognitionFault) -> UprightReading {
        let deadline = ContinuousClock.now + .seconds(order.timeLimit)
        let copy = try ReadingCopy(file: order.file, quarterTurns: order.quarterTurns)
        guard copy.isReadable else {
            var nothing = TesseractRecogniser.reading([], of: copy, order)
            nothing.sightings = []
            return nothing
        }
        let api = try loadedAPI(language: order.language)
        guard let words = try api.words(on: copy, deadline: deadline) else { throw .outOfTime(seconds: order.timeLimit) }
        var (lying, found) = order.findsTurn ? upright(copy, words, api, deadline) ?? (copy, words) : (copy, words)
        (lying, found) = finer(lying, found, of: order.file, api, deadline) ?? (lying, found)
        var reading = TesseractRecogniser.reading(found + figures(lying, found, api, deadline), of: lying, order)
        reading.sightings = try? sightings(on: lying, found.map { ($0.text, Double($0.confidence) / 100, $0.box) }, api, deadline)
        return reading
    }

    /// Numbers that stand alone where some are expected, each read by itself: over a whole page the engine takes most of one
    /// figure for specks.
    private func figures(
        _ copy: ReadingCopy, _ words: [TesseractAPI.Word], _ api: TesseractAPI, _ deadline: ContinuousClock.Instant
    ) -> [TesseractAPI.Word] {
        guard let figurePlaces else { return [] }
        let (width, height) = (copy.image.width, copy.image.height)
        let asRead = PageGeometry(storedWidth: width, storedHeight: height, quarterTurns: 0, readWidth: width, readHeight: height)
        let page = RecognisedPage(language: api.language, words: TesseractRecogniser.kept(words, language: api.language, geometry: asRead))
        var found: [TesseractAPI.Word] = []
        for place in figurePlaces(page, width, height) {
            // Whatever goes wrong: the page is read without.
            guard let part = try? copy.image.crop(place), let freed = try? LoneFigures.freed(part),
                let words = try? api.figures(on: freed, dpi: copy.dpi, deadline: deadline)
            else { continue }
            let (left, top) = (Int32(max(0, place.x) - LoneFigures.margin), Int32(max(0, place.y) - LoneFigures.margin))
            for var word in words where word.confidence >= TesseractRecogniser.leastConfidence {
                (word.left, word.right, word.top, word.bottom) = (word.left + left, word.right + left, word.top + top, word.bottom + top)
                word.startsLine = true
                found.append(word)
            }
        }
        return found
    }

    /// Of a number that stands alone, 0…100.
    private static let leastConfidence: Float = 50

    /// The copy as it has to lie, with the words read from it; nil when it lies right, or nothing proves that it does not.
    private func upright(
        _ copy: ReadingCopy, _ words: [TesseractAPI.Word], _ api: TesseractAPI, _ deadline: ContinuousClock.Instant
    ) -> (ReadingCopy, [TesseractAPI.Word])? {
        let sense = ReadingSense(words)
        // Out of time, or whatever goes wrong with the second: the first reading is there.
        guard let turns = sense.turnsToTry, let turned = try? copy.turned(quarterTurns: turns),
            let again = try? api.words(on: turned, deadline: deadline), ReadingSense(again).outdoes(sense)
        else { return nil }
        return (turned, again)
    }

    /// A finer copy with the words read from it, where it is worn type and more is read so; nil: the first stays.
    private func finer(
        _ copy: ReadingCopy, _ words: [TesseractAPI.Word], of file: String, _ api: TesseractAPI, _ deadline: ContinuousClock.Instant
    ) -> (ReadingCopy, [TesseractAPI.Word])? {
        let sense = ReadingSense(words)
        // Out of time, or whatever goes wrong with the second: the first reading is there.
        guard sense.isWorthAFinerReading,
            let fine = try? ReadingCopy(file: file, quarterTurns: copy.geometry.quarterTurns, finest: ReadingCopy.fineDpi),
            Double(fine.dpi) >= Double(copy.dpi) * TesseractRecogniser.leastGainOfResolution,
            let again = try? api.words(on: fine, deadline: deadline), ReadingSense(again).readsMore(than: sense)
        else { return nil }
        return (fine, again)
    }

    private static let leastGainOfResolution = 1.2

    func loadedAPI(language: String) throws(RecognitionFault) -> TesseractAPI {
        if let api, api.language == language { return api }
        let fresh = try TesseractAPI(language: language)
        api = fresh
        return fresh
    }

    private static func reading(_ words: [TesseractAPI.Word], of copy: ReadingCopy, _ order: RecognitionOrder) -> UprightReading {
        let kept = kept(words, language: order.language, geometry: copy.geometry)
        return UprightReading(page: RecognisedPage(language: order.language, words: kept), quarterTurns: copy.geometry.quarterTurns)
    }

    /// Words as they are stored. A line whose words are all dropped has no number.
    private static func kept(_ words: [TesseractAPI.Word], language: String, geometry: PageGeometry) -> [RecognisedWord] {
        var kept: [RecognisedWord] = []
        var line = 0
        for words in ReadingOrder.lines(words) {
            let before = kept.count
            for word in words {
                guard let text = keptText(word.text, language: language) else { continue }
                kept.append(RecognisedWord(
                    text: text, confidence: hundredths(word.confidence),
                    box: geometry.storedBox(left: Int(word.left), top: Int(word.top), right: Int(word.right), bottom: Int(word.bottom)),
                    line: line, variants: variants(of: word, text, language: language)))
            }
            if kept.count > before { line += 1 }
        }
        return kept
    }

    /// Where what is kept has a character for each that was read. Those with hardly any likelihood helped nobody (measured) and
    /// would fill the store.
    private static func variants(of word: TesseractAPI.Word, _ text: String, language: String) -> [GlyphVariant] {
        guard text.count == word.choices.count else { return [] }
        return zip(0..., zip(text, word.choices)).flatMap { place, glyph in
            glyph.1.others.compactMap { other in
                let confidence = hundredths(other.confidence)
                guard confidence > 0, let text = keptText(other.text, language: language), text != String(glyph.0) else { return nil }
                return GlyphVariant(place: place, text: text, confidence: confidence)
            }
        }
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
