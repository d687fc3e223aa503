import Texts

/// Why a page could not be read. A page without words is not a fault.
public enum RecognitionFault: Error, Sendable, Hashable, Codable {
    case fileMissing(path: String)
    /// The file is there but is no whole image of a known kind.
    case badImage(path: String, detail: String)
    /// More pixels than any page of ours has.
    case imageTooLarge(width: Int, height: Int)
    /// Tesseract has no data for the language.
    case languageMissing(String)
    /// Not read within its time, in seconds.
    case outOfTime(seconds: Double)
    /// Tesseract gave up, or was not made.
    case engine(detail: String)
}

extension RecognitionFault {
    /// There is no image, or none that can be opened.
    public var isOfImage: Bool {
        switch self {
        case .fileMissing, .badImage, .imageTooLarge: true
        case .languageMissing, .outOfTime, .engine: false
        }
    }
}

extension RecognitionFault: ReportableError {
    public var code: String {
        switch self {
        case .fileMissing: "image_missing"
        case .badImage: "bad_image"
        case .imageTooLarge: "image_too_large"
        case .languageMissing: "ocr_language_missing"
        case .outOfTime: "ocr_out_of_time"
        case .engine: "ocr_engine"
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .fileMissing: .missingInput
        case .badImage, .imageTooLarge: .badData
        case .languageMissing: .configuration
        case .outOfTime: .tryAgain
        case .engine: .internalError
        }
    }

    public var message: Phrase {
        switch self {
        case .fileMissing(let path): Text.imageFileMissing.with(["path": path])
        case .badImage(let path, _): Text.imageFileBad.with(["path": path])
        case .imageTooLarge(let width, let height):
            Text.imageTooLargeToRead.with(["width": String(width), "height": String(height)])
        case .languageMissing(let language): Text.ocrLanguageMissing.with(["language": language])
        case .outOfTime(let seconds): Text.ocrOutOfTime.with(["seconds": String(Int(seconds.rounded()))])
        case .engine: Text.ocrEngineFailed.phrase
        }
    }

    public var kept: Phrase { Text.storedPagesKept.phrase }

    public var todo: Phrase {
        switch self {
        case .fileMissing: Text.runCheckOfTheStore.phrase
        case .badImage, .imageTooLarge: Text.rescanThePage.phrase
        case .languageMissing(let language): Text.installOCRLanguage.with(["packages": RecognitionFault.packages(for: language)])
        case .outOfTime, .engine: Text.readAgainOrSettle.phrase
        }
    }

    /// Debian's packages that bring the data of a language set: `vie+eng` → `tesseract-ocr-vie tesseract-ocr-eng`.
    private static func packages(for languages: String) -> String {
        languages.split(separator: "+").map { "tesseract-ocr-" + $0.replacing("_", with: "-") }.joined(separator: " ")
    }
}
