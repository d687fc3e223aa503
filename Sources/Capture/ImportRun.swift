import Files
import Foundation
import Imaging
import Records
import Scanning
import Store
import Texts

/// A file whose pages are to be entered.
struct ImportFile: Sendable {
    let path: String
    /// What errors call it.
    let name: String
    /// What its pages are to say they come from.
    let sourceName: String
    /// So many of its pages were entered before, when it was begun with.
    var entered = 0

    init(path: String, name: String, sourceName: String) {
        (self.path, self.name) = (path, name)
        self.sourceName = sourceName.precomposedStringWithCanonicalMapping
    }
}

/// What entering a file came to.
struct ImportedFile {
    /// Pages that were entered now.
    var pages = 0
    /// Those among them whose very bytes were in the dossier already.
    var duplicates = 0
    /// Why it, or the rest of it, cannot be taken in.
    var refusal: (any ReportableError)?
    /// Ended because it was asked to; pages are left.
    var isStopped = false
}

/// A run of files into a dossier, one after another.
struct ImportRun {
    private let store: StationStore
    private let actor: Actor
    private let run: RunRecord
    private let duplex: Bool
    private let startsWithBack: Bool
    /// Hashes of all pages of the dossier.
    private var known: Set<String>
    private(set) var stored: [StoredPage] = []
    private var hasSeparators = false

    /// - Parameter startsWithBack: the first page is the back of the front that the last such run ended with.
    init(
        store: StationStore, actor: Actor, into dossier: DossierID, under lease: Lease, at insertion: InsertionPoint, duplex: Bool,
        startsWithBack: Bool = false
    ) throws(StoreError) {
        (self.store, self.actor, self.duplex, self.startsWithBack) = (store, actor, duplex, startsWithBack)
        let settings = ScanSettings(source: duplex ? .duplex : .adf)
        run = try store.beginRun(dossier: dossier, device: Importer.device, settings: settings, at: insertion, under: lease, by: actor)
        known = Set(try store.contents(dossier).pages.map(\.facts.sha256))
    }

    private struct Stopped: Error {}

    /// Enters the pages of a file that are not entered yet. What cannot be read of it is told in the result; an error is
    /// one of the store.
    mutating func enter(
        _ file: ImportFile, until isStopped: () -> Bool = { false }, tell: (StoredPage) -> Void = { _ in }
    ) throws(StoreError) -> ImportedFile {
        var result = ImportedFile()
        do {
            try PageSource(path: file.path, name: file.name).forEachPage(after: file.entered) { image in
                if isStopped() { throw Stopped() }
                let page = try enter(image, from: file.sourceName)
                result.pages += 1
                if !known.insert(page.facts.sha256).inserted { result.duplicates += 1 }
                tell(page)
            }
        } catch let error as StoreError {
            throw error
        } catch is Stopped {
            result.isStopped = true
        } catch let error as any ReportableError {
            result.refusal = error
        } catch {
            throw .database("\(error)")
        }
        return result
    }

    func end(_ stop: StopReason = .empty) throws(StoreError) { try store.endRun(run, stop: stop, fault: nil, by: actor) }

    /// Its error is what the caller goes on with; one more changes nothing.
    func end(because error: StoreError) { try? store.endRun(run, stop: .error, fault: error.code, by: actor) }

    private var nextPlace: SheetSide {
        let number = stored.count + 1
        guard duplex else { return SheetSide(sheet: number, side: .front) }
        // The sheet of a front that came before the run is its sheet 0.
        let side = startsWithBack ? number + 1 : number
        return SheetSide(sheet: (side + 1) / 2 - (startsWithBack ? 1 : 0), side: side % 2 == 0 ? .back : .front)
    }

    private mutating func enter(_ image: PageImage, from source: String) throws -> StoredPage {
        let file = try PageFile(data: image.data, dpi: image.dpi)
        let page: PageID = store.identifiers.make()
        let (sequence, place) = (stored.count + 1, nextPlace)
        try store.expectPage(page, sequence: sequence, at: place, from: source, in: run)
        let spoolFile = store.vault.spoolPath("\(page).part")
        try write(image.data, to: spoolFile)
        let greyFile = store.vault.spoolPath("\(page).grey.part")
        let hasGrey = (try? Files.create(greyFile, file.grey.encoded(), mode: 0o660, flush: false)) != nil
        var arrived = ArrivedPage(
            page: page, sequence: sequence, sheetOrdinal: place.sheet, side: place.side, spoolFile: spoolFile,
            previewFile: hasGrey ? greyFile : nil, facts: file.facts, findings: file.examination.findings,
            blank: file.examination.blank, fingerprint: file.fingerprint, sourceName: source, origin: .imported)
        arrived.tellsSides = duplex
        arrived.code = file.code
        let entered = try store.enter(arrived, in: run, by: actor)
        var told = StoredPage(
            page: page, run: run.id, document: entered.document, sequence: sequence, sheetOrdinal: place.sheet, side: entered.side, facts: file.facts,
            findings: entered.findings,
            blank: file.examination.blank, code: file.code, separation: entered.separation)
        // Seldom any, and then the whole run is gone through for each page.
        if hasSeparators { told.before = StackMarks(in: stored, before: place.sheet) }
        if entered.separation != nil { hasSeparators = true }
        stored.append(told)
        return told
    }

    private func write(_ data: Data, to path: String) throws(StoreError) {
        do throws(SystemError) { try Files.create(path, data, mode: 0o660, flush: true) } catch { throw StoreError(error) }
    }
}
