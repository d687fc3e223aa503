import Texts

/// Why nothing could be printed.
public enum PrintError: ReportableError, Equatable {
    case libraryMissing(String)
    /// What the library says; or a code that holds no such text.
    case failed(String)

    public var code: String {
        switch self {
        case .libraryMissing: "library_missing"
        case .failed: "printing_failed"
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .libraryMissing: .configuration
        case .failed: .internalError
        }
    }

    public var message: Phrase {
        switch self {
        case .libraryMissing(let name): Text.printingLibraryMissing.with(["name": name])
        case .failed(let what): Text.printingFailed.with(["what": what])
        }
    }

    public var kept: Phrase { Text.printingNothingLost.phrase }

    public var todo: Phrase {
        switch self {
        case .libraryMissing: Text.printingInstall.phrase
        case .failed: Text.reportToAdministrator.phrase
        }
    }
}
