import Foundation
import Records
import Store
import Texts

/// A file that was not taken in, and why.
public struct RefusedFile: Sendable {
    public let path: String
    public let error: any ReportableError
}

public struct ImportResult: Sendable {
    public var stored: [StoredPage] = []
    public var refused: [RefusedFile] = []
    /// Files whose very bytes are in the dossier already; taken in all the same, as nothing is dropped silently.
    public var duplicates: [String] = []
}

/// Takes in images and PDFs scanned elsewhere. The bytes of an image are kept as they are.
public struct Importer: Sendable {
    /// What runs of files are told by among the devices.
    static let device = "import"

    private let store: StationStore
    private let actor: Actor

    public init(store: StationStore, actor: Actor) {
        self.store = store
        self.actor = actor
    }

    /// Enters the files in natural order (`file2` before `file10`), each page as the front of a sheet of its own; with
    /// `duplex`, as fronts and backs in turn. A file that cannot be taken in is reported and the others go on.
    public func enter(
        _ paths: [String], into dossier: DossierID, holding lease: Lease, at insertion: InsertionPoint = .end, duplex: Bool = false
    ) throws(StoreError) -> ImportResult {
        defer { withExtendedLifetime(lease) {} }
        var result = ImportResult()
        var run = try ImportRun(store: store, actor: actor, into: dossier, under: lease, at: insertion, duplex: duplex)
        do throws(StoreError) {
            for path in paths.sorted(by: NaturalOrder.precedes) {
                let name = (path as NSString).lastPathComponent
                let file = try run.enter(ImportFile(path: path, name: path, sourceName: name))
                for _ in 0..<file.duplicates { result.duplicates.append(path) }
                if let error = file.refusal { result.refused.append(RefusedFile(path: path, error: error)) }
            }
        } catch {
            run.end(because: error)
            throw error
        }
        try run.end()
        result.stored = run.stored
        return result
    }
}

public enum ImportError: ReportableError, Equatable {
    case unreadable(String)
    case pdf(String)
    case tooManyPages(String, Int)
    case toolMissing(String)

    public var code: String {
        switch self {
        case .unreadable: "unreadable_file"
        case .pdf: "pdf_unreadable"
        case .tooManyPages: "too_many_pages"
        case .toolMissing: "tool_missing"
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .unreadable: .missingInput
        case .pdf, .tooManyPages: .badData
        case .toolMissing: .configuration
        }
    }

    public var message: Phrase {
        switch self {
        case .unreadable(let path): Text.importUnreadable.with(["path": path])
        case .pdf(let path): Text.importPDF.with(["path": path])
        case .tooManyPages(let path, let count): Text.importTooManyPages.with(["path": path, "count": String(count)])
        case .toolMissing(let tool): Text.importToolMissing.with(["tool": tool])
        }
    }

    public var kept: Phrase { Text.importOthersKept.phrase }
    public var todo: Phrase {
        switch self {
        case .unreadable: Text.checkTheValue.phrase
        case .pdf, .tooManyPages: Text.importSplitFirst.phrase
        case .toolMissing: Text.importInstallPoppler.phrase
        }
    }
}
