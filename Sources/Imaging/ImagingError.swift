import Texts

/// Why an image could not be read, made or written.
public enum ImagingError: Error, Sendable, Equatable {
    /// The file cannot be opened or read; the number is `errno`.
    case unreadable(path: String, errno: Int32)
    /// The file or the data has no bytes.
    case empty
    /// The bytes begin like no image format known here.
    case notAnImage
    /// A known format, or a variant of one, that is not read here; its name for the person, such as `PDF`.
    case unsupported(String)
    /// More pixels than the limits allow; nothing was decoded.
    case tooLarge(width: Int, height: Int, limit: Int)
    /// The image ends before its last line.
    case truncated
    /// The bytes break the rules of their format.
    case damaged
    /// A file of several images has fewer than asked for; both counted from 1.
    case noSuchPage(number: Int, of: Int)
    /// Rows, sizes or a box that do not fit each other: a mistake of the caller or of a driver.
    case impossibleSize(width: Int, height: Int)
    case outOfMemory
    /// The library refused to write this format.
    case cannotEncode(String)
}

extension ImagingError: ReportableError {
    public var code: String {
        switch self {
        case .unreadable: "image_unreadable"
        case .empty: "image_empty"
        case .notAnImage: "image_not_an_image"
        case .unsupported: "image_unsupported"
        case .tooLarge: "image_too_large"
        case .truncated: "image_truncated"
        case .damaged: "image_damaged"
        case .noSuchPage: "image_no_such_page"
        case .impossibleSize: "image_impossible_size"
        case .outOfMemory: "image_out_of_memory"
        case .cannotEncode: "image_cannot_encode"
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .unreadable: .missingInput
        case .empty, .notAnImage, .unsupported, .tooLarge, .truncated, .damaged, .noSuchPage: .badData
        case .impossibleSize, .cannotEncode: .internalError
        case .outOfMemory: .tryAgain
        }
    }

    public var message: Phrase {
        switch self {
        case .unreadable(let path, let number): Text.imageUnreadable.with(["path": path, "errno": String(number)])
        case .empty: Text.imageEmpty.phrase
        case .notAnImage: Text.imageNotAnImage.phrase
        case .unsupported(let name): Text.imageUnsupported.with(["format": name])
        case .tooLarge(let width, let height, let limit):
            Text.imageTooLarge.with([
                "width": String(width), "height": String(height), "limit": String(limit / 1_000_000),
            ])
        case .truncated: Text.imageTruncated.phrase
        case .damaged: Text.imageDamaged.phrase
        case .noSuchPage(let number, let count):
            Text.imageNoSuchPage.with(["number": String(number), "count": String(count)])
        case .impossibleSize(let width, let height):
            Text.imageImpossibleSize.with(["width": String(width), "height": String(height)])
        case .outOfMemory: Text.imageOutOfMemory.phrase
        case .cannotEncode(let format): Text.imageCannotEncode.with(["format": format])
        }
    }

    /// Reading never changes a file, and writing goes to memory.
    public var kept: Phrase { Text.nothingLost.phrase }

    public var todo: Phrase {
        switch self {
        case .unreadable: Text.imageCheckFile.phrase
        case .empty, .notAnImage, .truncated, .damaged: Text.imageScanAgain.phrase
        case .unsupported, .noSuchPage: Text.imageConvert.phrase
        case .tooLarge: Text.imageLowerResolution.phrase
        case .impossibleSize, .cannotEncode: Text.imageScanAgain.phrase
        case .outOfMemory: Text.tryAgainSoon.phrase
        }
    }
}
