import CTesseract
import Foundation
import Imaging

/// One Tesseract engine with the data of one language set. Used by one thread at a time.
final class TesseractAPI {
    /// A word with its edges in pixels of the image that was read; confidence 0…100.
    struct Word {
        var text: String
        var confidence: Float
        var (left, top, right, bottom): (Int32, Int32, Int32, Int32)
        var startsLine: Bool
        /// Clockwise quarter turns, 0…3, in which its line was read: Tesseract sees by itself that lines run up or down a
        /// page, but not in which of two opposite directions they are to be read.
        var quarterTurns: Int
        /// One for each character, in order: what it may be instead, the likeliest first, confidence 0…100.
        var choices: [Glyph] = []
    }

    struct Glyph {
        var text: String
        var others: [(text: String, confidence: Float)]
    }

    static var version: String {
        CTessLoad() == nil ? String(cString: CTessVersion()) : ""
    }

    let language: String
    private let handle: OpaquePointer

    /// Loads the language's data (0.05 s).
    init(language: String) throws(RecognitionFault) {
        // What the libraries print has no place on a full screen.
        setMsgSeverity(Int32(L_SEVERITY_NONE))
        if let missing = CTessLoad() { throw .engine(detail: String(cString: missing)) }
        guard let handle = CTessBaseAPICreate() else { throw .engine(detail: "TessBaseAPICreate") }
        self.handle = handle
        self.language = language
        CTessBaseAPISetVariable(handle, "debug_file", "/dev/null")
        guard CTessBaseAPIInit2(handle, nil, language, OEM_LSTM_ONLY) == 0 else { throw .languageMissing(language) }
        // With a set of languages Tesseract goes on when only some of them are there.
        let missing = Set(language.split(separator: "+").map(String.init)).subtracting(loadedLanguages)
        guard missing.isEmpty else { throw .languageMissing(missing.sorted().joined(separator: "+")) }
        for (name, value) in TesseractAPI.settings { CTessBaseAPISetVariable(handle, name, value) }
        CTessBaseAPISetPageSegMode(handle, PSM_AUTO)
    }

    deinit {
        CTessBaseAPIEnd(handle)
        CTessBaseAPIDelete(handle)
    }

    /// With the second mode of choices each character comes with others that it may be; the text stays the same.
    /// Three rounds of them instead of five: the suggestions are as good (measured), and five take a tenth of a reading.
    private static let settings = [("lstm_choice_mode", "2"), ("lstm_choice_iterations", "3")]

    private var loadedLanguages: Set<String> {
        guard let names = CTessBaseAPIGetLoadedLanguagesAsVector(handle) else { return [] }
        defer { CTessDeleteTextArray(names) }
        var languages: Set<String> = []
        var index = 0
        while let name = names[index] {
            languages.insert(String(cString: name))
            index += 1
        }
        return languages
    }

    /// The words of a page in reading order; nil when they were not read before the deadline.
    func words(on copy: ReadingCopy, deadline: ContinuousClock.Instant) throws(RecognitionFault) -> [Word]? {
        try words(on: copy.image, dpi: copy.dpi, deadline: deadline)
    }

    /// The figures of an image that holds one line of nothing else; nil when they were not read before the deadline.
    func figures(on image: GreyImage, dpi: Int, deadline: ContinuousClock.Instant) throws(RecognitionFault) -> [Word]? {
        CTessBaseAPISetVariable(handle, TesseractAPI.allowedLetters, "0123456789-–")
        defer { CTessBaseAPISetVariable(handle, TesseractAPI.allowedLetters, "") }
        return try line(on: image, dpi: dpi, deadline: deadline)
    }

    /// The words of a small part of a page, whatever stands about them; nil when they were not read before the deadline.
    func scatteredWords(on image: GreyImage, dpi: Int, deadline: ContinuousClock.Instant) throws(RecognitionFault) -> [Word]? {
        try words(on: image, dpi: dpi, as: PSM_SPARSE_TEXT, deadline: deadline)
    }

    /// The words of an image that holds one line of text; nil when they were not read before the deadline.
    func line(on image: GreyImage, dpi: Int, deadline: ContinuousClock.Instant) throws(RecognitionFault) -> [Word]? {
        try words(on: image, dpi: dpi, as: PSM_SINGLE_LINE, deadline: deadline)
    }

    private func words(
        on image: GreyImage, dpi: Int, as mode: TessPageSegMode, deadline: ContinuousClock.Instant
    ) throws(RecognitionFault) -> [Word]? {
        CTessBaseAPISetPageSegMode(handle, mode)
        defer { CTessBaseAPISetPageSegMode(handle, PSM_AUTO) }
        return try words(on: image, dpi: dpi, deadline: deadline)
    }

    private static let allowedLetters = "tessedit_char_whitelist"

    private func words(on image: GreyImage, dpi: Int, deadline: ContinuousClock.Instant) throws(RecognitionFault) -> [Word]? {
        let milliseconds = (deadline - .now).inSeconds * 1000
        guard milliseconds >= 1 else { return nil }
        defer { forget() }
        let (width, height) = (Int32(image.width), Int32(image.height))
        image.pixels.withUnsafeBufferPointer { CTessBaseAPISetImage(handle, $0.baseAddress, width, height, 1, width) }
        CTessBaseAPISetSourceResolution(handle, Int32(dpi))
        let monitor = CTessMonitorCreate()
        defer { CTessMonitorDelete(monitor) }
        let longest = 86_400_000.0
        CTessMonitorSetDeadlineMSecs(monitor, Int32(min(milliseconds, longest)))
        guard CTessBaseAPIRecognize(handle, monitor) == 0 else {
            if ContinuousClock.now >= deadline { return nil }
            throw .engine(detail: "TessBaseAPIRecognize")
        }
        return collectWords()
    }

    /// Nothing a page taught the engine may change how the next one is read.
    private func forget() {
        CTessBaseAPIClear(handle)
        CTessBaseAPIClearAdaptiveClassifier(handle)
    }

    private func collectWords() -> [Word] {
        // No iterator: no text on the page.
        guard let results = CTessBaseAPIGetIterator(handle) else { return [] }
        defer { CTessResultIteratorDelete(results) }
        // The same object seen as its base class, not to be deleted.
        guard let place = CTessResultIteratorGetPageIterator(results) else { return [] }
        var words: [Word] = []
        var isOfKeptWord = false
        repeat {
            if CTessPageIteratorIsAtBeginningOf(place, RIL_WORD) == 0 {
                if isOfKeptWord { words[words.count - 1].choices.append(TesseractAPI.glyph(at: results)) }
                continue
            }
            isOfKeptWord = false
            guard let text = CTessResultIteratorGetUTF8Text(results, RIL_WORD) else { continue }
            defer { CTessDeleteText(text) }
            var word = Word(
                text: String(cString: text), confidence: CTessResultIteratorConfidence(results, RIL_WORD),
                left: 0, top: 0, right: 0, bottom: 0,
                startsLine: CTessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE) != 0, quarterTurns: TesseractAPI.quarterTurns(at: place))
            let hasBox = CTessPageIteratorBoundingBox(place, RIL_WORD, &word.left, &word.top, &word.right, &word.bottom)
            if hasBox != 0 {
                word.choices = [TesseractAPI.glyph(at: results)]
                words.append(word)
                isOfKeptWord = true
            }
        } while CTessResultIteratorNext(results, RIL_SYMBOL) != 0
        return words
    }

    private static func glyph(at results: OpaquePointer) -> Glyph {
        guard let text = CTessResultIteratorGetUTF8Text(results, RIL_SYMBOL) else { return Glyph(text: "", others: []) }
        defer { CTessDeleteText(text) }
        var glyph = Glyph(text: String(cString: text), others: [])
        guard let choices = CTessResultIteratorGetChoiceIterator(results) else { return glyph }
        defer { CTessChoiceIteratorDelete(choices) }
        repeat {
            // Belongs to the iterator.
            guard let text = CTessChoiceIteratorGetUTF8Text(choices) else { continue }
            let other = String(cString: text)
            if other != glyph.text { glyph.others.append((other, CTessChoiceIteratorConfidence(choices))) }
        } while CTessChoiceIteratorNext(choices) != 0
        return glyph
    }

    private static func quarterTurns(at place: OpaquePointer) -> Int {
        var (up, writing, lines) = (ORIENTATION_PAGE_UP, WRITING_DIRECTION_LEFT_TO_RIGHT, TEXTLINE_ORDER_TOP_TO_BOTTOM)
        var skew: Float = 0
        CTessPageIteratorOrientation(place, &up, &writing, &lines, &skew)
        // A page whose lines all run up or down is taken for one of Asian columns with upright letters, but its lines are read
        // as they run.
        if writing == WRITING_DIRECTION_TOP_TO_BOTTOM { return 3 }
        return switch up {
        case ORIENTATION_PAGE_RIGHT: 3
        case ORIENTATION_PAGE_DOWN: 2
        case ORIENTATION_PAGE_LEFT: 1
        default: 0
        }
    }
}
