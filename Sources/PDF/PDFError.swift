import Texts

/// Why a PDF document could not be written. Nothing is left at its path then.
public enum PDFError: Error, Sendable, Hashable {
    case noPages
    /// `page` counts from 1.
    case cannotRead(page: Int, path: String, errno: Int32)
    /// Not the format it was said to be.
    case notAnImage(page: Int)
    /// The file ends early, or its parts contradict each other.
    case damagedImage(page: Int)
    case unsupportedImage(page: Int, ImageFeature)
    /// Width or height is zero, or the paper would be under 3 or over 14 400 points (200 inches) a side: wrong dpi.
    case impossibleSize(page: Int, width: Int, height: Int, dpi: Int)
    case alreadyExists(path: String)
    case cannotWrite(path: String, errno: Int32)
    /// Past 10 GB the cross-reference table cannot count.
    case tooLarge(path: String)
    /// zlib gave up: no memory.
    case compressionFailed
}

/// What an image may have that PDF/A, or a faithful copy, cannot carry.
public enum ImageFeature: String, Sendable, Hashable {
    case cmyk
    case arithmeticCoding = "arithmetic coding"
    case lossless = "lossless JPEG"
    case hierarchical = "hierarchical JPEG"
    case bitDepth = "bit depth"
    case transparency
    case interlacing
}

extension PDFError: ReportableError {
    public var code: String {
        switch self {
        case .noPages: "pdf_no_pages"
        case .cannotRead: "pdf_image_unreadable"
        case .notAnImage: "pdf_not_an_image"
        case .damagedImage: "pdf_image_damaged"
        case .unsupportedImage: "pdf_image_unsupported"
        case .impossibleSize: "pdf_impossible_size"
        case .alreadyExists: "pdf_already_exists"
        case .cannotWrite: "pdf_cannot_write"
        case .tooLarge: "pdf_too_large"
        case .compressionFailed: "pdf_compression_failed"
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .noPages, .notAnImage, .damagedImage, .unsupportedImage, .impossibleSize, .tooLarge: .badData
        case .cannotRead, .cannotWrite: .inputOutput
        case .alreadyExists: .cannotCreate
        case .compressionFailed: .internalError
        }
    }

    public var message: Phrase {
        switch self {
        case .noPages: Text.pdfNoPages.phrase
        case .cannotRead(let page, let path, let errno):
            Text.pdfImageUnreadable.with(["page": "\(page)", "path": path, "errno": "\(errno)"])
        case .notAnImage(let page): Text.pdfNotAnImage.with(["page": "\(page)"])
        case .damagedImage(let page): Text.pdfImageDamaged.with(["page": "\(page)"])
        case .unsupportedImage(let page, let feature):
            Text.pdfImageUnsupported.with(["page": "\(page)", "feature": feature.rawValue])
        case .impossibleSize(let page, let width, let height, let dpi):
            Text.pdfImpossibleSize.with(["page": "\(page)", "width": "\(width)", "height": "\(height)", "dpi": "\(dpi)"])
        case .alreadyExists(let path): Text.pdfAlreadyExists.with(["path": path])
        case .cannotWrite(let path, let errno): Text.pdfCannotWrite.with(["path": path, "errno": "\(errno)"])
        case .tooLarge(let path): Text.pdfTooLarge.with(["path": path])
        case .compressionFailed: Text.pdfCompressionFailed.phrase
        }
    }

    public var kept: Phrase {
        Text.storedPagesKept.phrase
    }

    public var todo: Phrase {
        switch self {
        case .noPages: Text.pdfRestoreAPage.phrase
        case .cannotRead: Text.pdfVerifyStore.phrase
        case .notAnImage, .damagedImage, .unsupportedImage: Text.pdfScanAgain.phrase
        case .impossibleSize: Text.checkTheValue.phrase
        case .alreadyExists: Text.pdfMoveAway.phrase
        case .cannotWrite: Text.pdfCheckTarget.phrase
        case .tooLarge: Text.pdfSplit.phrase
        case .compressionFailed: Text.tryAgainSoon.phrase
        }
    }
}
