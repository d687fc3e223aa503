import CTesseract
import Foundation

/// One Tesseract engine with the data of one language set. Used by one thread at a time.
final class TesseractAPI {
    /// A word with its edges in pixels of the image that was read; confidence 0…100.
    struct Word {
        var text: String
        var confidence: Float
        var (left, top, right, bottom): (Int32, Int32, Int32, Int32)
        var startsLine: Bool
    }

    static var version: String { String(cString: TessVersion()) }

    let language: String
    private let handle: OpaquePointer

    /// Loads the language's data (0.05 s).
    init(language: String) throws(RecognitionFault) {
        // What the libraries print has no place on a full screen.
        setMsgSeverity(Int32(L_SEVERITY_NONE))
        guard let handle = TessBaseAPICreate() else { throw .engine(detail: "TessBaseAPICreate") }
        self.handle = handle
        self.language = language
        TessBaseAPISetVariable(handle, "debug_file", "/dev/null")
        guard TessBaseAPIInit2(handle, nil, language, OEM_LSTM_ONLY) == 0 else { throw .languageMissing(language) }
        // With a set of languages Tesseract goes on when only some of them are there.
        let missing = Set(language.split(separator: "+").map(String.init)).subtracting(loadedLanguages)
        guard missing.isEmpty else { throw .languageMissing(missing.sorted().joined(separator: "+")) }
        for (name, value) in TesseractAPI.settings { TessBaseAPISetVariable(handle, name, value) }
        TessBaseAPISetPageSegMode(handle, PSM_AUTO)
    }

    deinit {
        TessBaseAPIEnd(handle)
        TessBaseAPIDelete(handle)
    }

    private static let settings: [(String, String)] = []

    private var loadedLanguages: Set<String> {
        guard let names = TessBaseAPIGetLoadedLanguagesAsVector(handle) else { return [] }
        defer { TessDeleteTextArray(names) }
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
        let milliseconds = (deadline - .now).inSeconds * 1000
        guard milliseconds >= 1 else { return nil }
        defer { forget() }
        let (width, height) = (Int32(copy.image.width), Int32(copy.image.height))
        copy.image.pixels.withUnsafeBufferPointer { TessBaseAPISetImage(handle, $0.baseAddress, width, height, 1, width) }
        TessBaseAPISetSourceResolution(handle, Int32(copy.dpi))
        let monitor = TessMonitorCreate()
        defer { TessMonitorDelete(monitor) }
        let longest = 86_400_000.0
        TessMonitorSetDeadlineMSecs(monitor, Int32(min(milliseconds, longest)))
        guard TessBaseAPIRecognize(handle, monitor) == 0 else {
            if ContinuousClock.now >= deadline { return nil }
            throw .engine(detail: "TessBaseAPIRecognize")
        }
        return collectWords()
    }

    /// Nothing a page taught the engine may change how the next one is read.
    private func forget() {
        TessBaseAPIClear(handle)
        TessBaseAPIClearAdaptiveClassifier(handle)
    }

    private func collectWords() -> [Word] {
        // No iterator: no text on the page.
        guard let results = TessBaseAPIGetIterator(handle) else { return [] }
        defer { TessResultIteratorDelete(results) }
        // The same object seen as its base class, not to be deleted.
        guard let place = TessResultIteratorGetPageIterator(results) else { return [] }
        var words: [Word] = []
        repeat {
            guard let text = TessResultIteratorGetUTF8Text(results, RIL_WORD) else { continue }
            defer { TessDeleteText(text) }
            var word = Word(
                text: String(cString: text), confidence: TessResultIteratorConfidence(results, RIL_WORD),
                left: 0, top: 0, right: 0, bottom: 0,
                startsLine: TessPageIteratorIsAtBeginningOf(place, RIL_TEXTLINE) != 0)
            let hasBox = TessPageIteratorBoundingBox(place, RIL_WORD, &word.left, &word.top, &word.right, &word.bottom)
            if hasBox != 0 { words.append(word) }
        } while TessResultIteratorNext(results, RIL_WORD) != 0
        return words
    }
}
