import Files
import Foundation
import Imaging
import Records
import Scanning
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
    private let store: StationStore
    private let actor: Actor

    public init(store: StationStore, actor: Actor) {
        self.store = store
        self.actor = actor
    }

    /// Enters the files in natural order (`file2` before `file10`), each page as the front of a sheet of its own; with
    /// `duplex`, as fronts and backs in turn. A file that cannot be taken in is reported and the others go on.
    public func enter(
        _ paths: [String], into dossier: DossierID, holding lease: Lease, at insertion: InsertionPoint = .end, duplex: Bool = false, tell: (StoredPage) -> Void = { _ in }
    ) throws(StoreError) -> ImportResult {
        defer { withExtendedLifetime(lease) {} }
        var result = ImportResult()
        let settings = ScanSettings(source: duplex ? .duplex : .adf)
        let run = try store.beginRun(dossier: dossier, device: "import", settings: settings, at: insertion, under: lease, by: actor)
        var known = Set(try store.contents(dossier).pages.map(\.facts.sha256))
        do {
            for path in paths.sorted(by: NaturalOrder.precedes) {
                do {
                    try PageSource(path: path).forEachPage { image in
                        let stored = try enter(image, of: path, sequence: result.stored.count + 1, run: run, duplex: duplex)
                        if !known.insert(stored.facts.sha256).inserted { result.duplicates.append(path) }
                        result.stored.append(stored)
                        tell(stored)
                    }
                } catch let error as StoreError {
                    throw error
                } catch let error as any ReportableError {
                    result.refused.append(RefusedFile(path: path, error: error))
                }
            }
        } catch {
            let error = error as? StoreError ?? .database("\(error)")
            try? store.endRun(run, stop: .error, fault: error.code, by: actor)
            throw error
        }
        try store.endRun(run, stop: .empty, fault: nil, by: actor)
        return result
    }

    private func enter(_ image: PageImage, of path: String, sequence: Int, run: RunRecord, duplex: Bool) throws -> StoredPage {
        let file = try PageFile(data: image.data, dpi: image.dpi)
        let page: PageID = store.identifiers.make()
        let place = SheetSide(sheet: duplex ? (sequence + 1) / 2 : sequence, side: duplex && sequence % 2 == 0 ? .back : .front)
        try store.expectPage(page, sequence: sequence, at: place, in: run)
        let spoolFile = store.vault.spoolPath("\(page).part")
        try write(image.data, to: spoolFile)
        let greyFile = store.vault.spoolPath("\(page).grey.part")
        let hasGrey = (try? Files.create(greyFile, file.grey.encoded(), mode: 0o660, flush: false)) != nil
        var arrived = ArrivedPage(
            page: page, sequence: sequence, sheetOrdinal: place.sheet, side: place.side, spoolFile: spoolFile,
            previewFile: hasGrey ? greyFile : nil, facts: file.facts, findings: file.examination.findings,
            blank: file.examination.blank, fingerprint: file.fingerprint,
            sourceName: (path as NSString).lastPathComponent.precomposedStringWithCanonicalMapping, origin: .imported)
        arrived.tellsSides = duplex
        arrived.code = file.code
        let entered = try store.enter(arrived, in: run, by: actor)
        return StoredPage(
            page: page, run: run.id, document: entered.document, sequence: sequence, sheetOrdinal: place.sheet, side: entered.side, facts: file.facts,
            findings: entered.findings,
            blank: file.examination.blank, code: file.code, separation: entered.separation)
    }

    private func write(_ data: Data, to path: String) throws(StoreError) {
        do throws(SystemError) { try Files.create(path, data, mode: 0o660, flush: true) } catch { throw StoreError(error) }
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
