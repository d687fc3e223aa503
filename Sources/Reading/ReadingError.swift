import Store
import Texts

/// Why reading stopped for good.
public enum ReadingError: ReportableError, Equatable {
    /// Workers end as soon as they start, or never say that they are ready: nothing can be read.
    case workersDoNotStart(String)
    /// What was read cannot be kept: the disk is full, or the database fails.
    case store(StoreError)

    public var code: String {
        switch self {
        case .workersDoNotStart: "ocr_workers_do_not_start"
        case .store(let cause): cause.code
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .workersDoNotStart: .unavailable
        case .store(let cause): cause.exitCode
        }
    }

    public var message: Phrase {
        switch self {
        case .workersDoNotStart(let why): Text.ocrWorkersDoNotStart.with(["why": why])
        case .store(let cause): cause.message
        }
    }

    public var kept: Phrase { Text.storedPagesKept.phrase }

    public var todo: Phrase {
        switch self {
        case .workersDoNotStart: Text.reportToAdministrator.phrase
        case .store(let cause): cause.todo
        }
    }
}
