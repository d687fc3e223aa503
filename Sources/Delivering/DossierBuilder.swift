import Crypto
import Files
import Foundation
import Imaging
import PDF
import Records
import Store

/// A dossier whose files lie complete in a delivery's folder.
struct BuiltDossier: Sendable {
    let item: DeliveryItem
    /// Pages that were withheld when it was built, and so are not in it.
    let withheld: Int
    let dossier: DeliveredDossier
    let rows: ListRows

    /// - Parameter folder: the dossier's own, beside its sisters'.
    init(_ planned: PlannedDossier, _ metadata: DossierMetadata, metadataFile: DeliveredFile, folder: String) {
        let files = metadata.documents.map { DeliveredFile(path: folder + "/" + $0.file, byteCount: $0.bytes, sha256: $0.sha256) }
        item = DeliveryItem(
            dossier: planned.id, version: planned.version, contentHash: metadata.contentSHA256, basis: planned.basis,
            files: files + [metadataFile])
        withheld = metadata.withheld?.pages ?? 0
        dossier = DeliveredDossier(
            code: planned.code, version: planned.version, supersedes: planned.supersedes, documents: metadata.totalDoc,
            pages: metadata.images, pagesWithoutText: metadata.pagesWithoutText, withheldPages: metadata.withheld?.pages ?? 0)
        rows = ListRows(metadata, folder: folder)
    }
}

/// Writes the files of one dossier. The folder gets its name when all are there.
struct DossierBuilder: Sendable {
    let store: StationStore
    let format: DeliveryFormat
    let delivery: DeliveryFolder
    /// Called after each page; throws to stop.
    let pageWritten: @Sendable () throws(DeliveringError) -> Void
    /// For tests: after each document.
    let documentWritten: @Sendable () throws(DeliveringError) -> Void

    private var files: TargetFiles { delivery.files }

    func build(_ planned: PlannedDossier) throws(DeliveringError) -> BuiltDossier {
        let name = planned.code.pathName
        if let kept = try kept(planned, name) { return kept }
        try files.removeTree(delivery.file(name))
        let snapshot = try DossierSnapshot(store, planned.id)
        var metadata = DossierMetadata(snapshot, format: format)
        // Somebody worked on it since it was planned: the next run takes it.
        guard snapshot.isReady, metadata.contentSHA256 == planned.contentHash else { throw .changedMeanwhile(dossier: planned.code.text) }
        metadata.version = planned.version
        metadata.supersedes = planned.supersedes
        let part = delivery.file(".\(name).part")
        try files.removeTree(part)
        do throws(DeliveringError) {
            try files.makeFolder(part)
            try writeDocuments(&metadata, of: snapshot.contents, to: part)
            // Contents and readings are read one after the other: what went into the files must be what was planned.
            guard try DossierMetadata(DossierSnapshot(store, planned.id), format: format).contentSHA256 == planned.contentHash else {
                throw DeliveringError.changedMeanwhile(dossier: planned.code.text)
            }
            let json = metadata.json
            try files.write(json, to: part + "/" + DeliveryNames.metadata)
            try files.syncFolder(part)
            let file = delivery.file(name)
            guard rename(part, file) == 0 else { throw DeliveringError(SystemError("rename", path: file, errno: errno)) }
            return BuiltDossier(planned, metadata, metadataFile: Self.entry(json, name), folder: name)
        } catch {
            try? files.removeTree(part)
            throw error
        }
    }

    /// The dossier as an interrupted run left it, if it is complete and still what is wanted.
    private func kept(_ planned: PlannedDossier, _ name: String) throws(DeliveringError) -> BuiltDossier? {
        let folder = delivery.file(name)
        guard let metadata = DossierMetadata(reading: folder + "/" + DeliveryNames.metadata),
            metadata.contentSHA256 == planned.contentHash, metadata.version == planned.version, metadata.supersedes == planned.supersedes,
            let bytes = FileTree.bytes(of: folder + "/" + DeliveryNames.metadata),
            Set(FileTree.files(below: folder)) == Set(metadata.documents.map(\.file) + [DeliveryNames.metadata])
        else { return nil }
        for document in metadata.documents {
            guard let found = try? FileTree.sha256(of: folder + "/" + document.file), found == (document.sha256, document.bytes) else { return nil }
            for _ in document.pages { try pageWritten() }
        }
        return BuiltDossier(planned, metadata, metadataFile: Self.entry(Data(bytes), name), folder: name)
    }

    private static func entry(_ json: Data, _ folder: String) -> DeliveredFile {
        DeliveredFile(
            path: folder + "/" + DeliveryNames.metadata, byteCount: json.count, sha256: SHA256.hash(data: json).hexadecimal)
    }

    private func writeDocuments(_ metadata: inout DossierMetadata, of contents: DossierContents, to folder: String) throws(DeliveringError) {
        let pages = Dictionary(contents.pages.map { ($0.id, $0) }) { first, _ in first }
        for (index, document) in contents.documents.enumerated() {
            let writer = DocumentWriter(
                store: store, code: contents.summary.code, conformance: format.conformance, pageWritten: pageWritten)
            let path = folder + "/" + metadata.documents[index].file
            let readings = try writer.write(
                document.pages.compactMap { pages[$0] }, number: document.number, identifier: metadata.documents[index].docCode, to: path)
            files.settle(path)
            for (place, reading) in readings.enumerated() {
                metadata.documents[index].pages[place].words = reading?.words
                metadata.documents[index].pages[place].confidence = reading?.confidence
            }
            (metadata.documents[index].sha256, metadata.documents[index].bytes) = try FileTree.sha256(of: path)
            try documentWritten()
        }
    }
}

/// A dossier at one moment, with the readings its text comes from, as far as it may leave the station.
struct DossierSnapshot: Sendable {
    let contents: DossierContents
    /// Pages in use that are left out, by reason.
    let withheld: [WithholdingReason: Int]
    let readings: [PageID: Int64]
    let revisions: [PageID: Int64]

    init(_ store: StationStore, _ id: DossierID) throws(DeliveringError) {
        do {
            let whole = try store.contents(id)
            (contents, withheld) = (whole.withoutWithheld, whole.withheldPages)
            readings = try store.readingNumbers(id)
            revisions = try store.revisionNumbers(id)
        } catch { throw .store(error) }
    }

    var isReady: Bool {
        contents.summary.standing.isSettled && contents.summary.counts.ocrWaiting == 0 && contents.summary.withheld == nil
            && !contents.pages.isEmpty
    }
}
