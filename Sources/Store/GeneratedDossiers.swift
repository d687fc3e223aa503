import Foundation
import GRDB
import Records

/// A dossier as capturing and reading would have left it, for measuring a store of any size.
package struct GeneratedDossier: Sendable {
    fileprivate struct Page: Sendable {
        let language: String
        let words: Data
        let count: Int
        let kind: DocumentKind?
        /// Of the document it is in.
        let documentKind: DocumentKind?
        let indexed: String
    }

    fileprivate let code: DossierCode
    fileprivate let fields: DossierFields
    fileprivate let fonds: FondsID?
    fileprivate let pages: [Page]
    fileprivate let pagesInDocument: Int
    fileprivate let facts: ImageFacts

    /// - Parameters:
    ///   - pages: what was read of each; two are a sheet.
    ///   - pagesInDocument: every so many pages a document begins.
    package init(code: DossierCode, fields: DossierFields, fonds: FondsID?, pages: [RecognisedPage], pagesInDocument: Int, facts: ImageFacts) {
        self.code = code
        self.fields = fields
        self.fonds = fonds
        // Here, as this can be done beside the writing.
        var kind: DocumentKind?
        self.pages = pages.enumerated().map { index, page in
            let own = page.documentKind
            kind = own ?? (index % pagesInDocument == 0 ? nil : kind)
            return Page(
                language: page.language, words: page.compact(), count: page.words.count, kind: own, documentKind: kind, indexed: page.indexed(of: kind?.rawValue))
        }
        self.pagesInDocument = pagesInDocument
        self.facts = facts
    }
}

extension StationStore {
    /// Enters dossiers without files, trail and flushes: a million pages entered one after the other take days. For measuring only.
    package func addGenerated(_ dossiers: [GeneratedDossier]) throws(StoreError) {
        do {
            try pool.writeWithoutTransaction { db in
                try db.execute(sql: "PRAGMA synchronous = OFF")
                defer { try? db.execute(sql: "PRAGMA synchronous = FULL") }
                try db.inTransaction {
                    // SQLite writes what it has gathered of the index before every other change of several rows.
                    var texts: [(number: Int64, text: String)] = []
                    for dossier in dossiers { texts += try self.enter(db, dossier) }
                    for page in texts { try db.run("INSERT INTO page_text (rowid, text) VALUES (?, ?)", [page.number, page.text]) }
                    return .commit
                }
            }
        } catch { throw StoreError(error, in: folder.path) }
    }

    /// How much of the index SQLite gathers in memory before it is written; nil: as ever.
    package func gatherIndex(bytes: Int?) throws(StoreError) {
        try write { db in
            try db.execute(sql: "INSERT INTO page_text (page_text, rank) VALUES ('hashsize', ?)", arguments: [bytes ?? 1 << 20])
        }
    }

    private func enter(_ db: Database, _ dossier: GeneratedDossier) throws -> [(number: Int64, text: String)] {
        let now = clock.now().milliseconds
        let id: DossierID = identifiers.make(), run: RunID = identifiers.make()
        let fields = dossier.fields
        try db.run(
            """
            INSERT INTO dossiers (id, fonds_id, code, path_name, fields, box, number_in_box, folded, counted_sheets, created)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
            """,
            [
                id.description, dossier.fonds?.description, dossier.code.text, dossier.code.pathName, try JSON.text(fields), fields.box,
                fields.numberInBox, StationStore.folded(dossier.code, fields), (dossier.pages.count + 1) / 2, now,
            ])
        try StationStore.index(db, id, dossier.code, fields, fonds: dossier.fonds?.description, instead: nil)
        try db.run(
            """
            INSERT INTO runs (id, dossier_id, device, settings, insertion, person, station, started, ended, stop)
            VALUES (?, ?, 'bench', ?, ?, 'bench', 'bench', ?, ?, 'empty')
            """, [run.description, id.description, try JSON.text(ScanSettings()), InsertionPoint.end.stored, now, now])
        var (document, sheet) = ("", "")
        var texts: [(number: Int64, text: String)] = []
        for (index, page) in dossier.pages.enumerated() {
            if index % dossier.pagesInDocument == 0 {
                document = (identifiers.make() as DocumentID).description
                try db.run("INSERT INTO documents (id, dossier_id) VALUES (?, ?)", [document, id.description])
            }
            if index % 2 == 0 {
                sheet = (identifiers.make() as SheetID).description
                try db.run(
                    """
                    INSERT INTO sheets (id, dossier_id, run_id, ordinal, role, origin, created) VALUES (?, ?, ?, ?, 'document', 'feeder', ?)
                    """, [sheet, id.description, run.description, index / 2 + 1, now])
            }
            let number = try enter(db, page, index, dossier.facts, (id.description, run.description, sheet, document), now)
            try StationStore.noteKind(db, number, page.kind, indexed: page.documentKind)
            texts.append((number, page.indexed))
        }
        try noteChange(db, id)
        return texts
    }

    private func enter(
        _ db: Database, _ page: GeneratedDossier.Page, _ index: Int, _ facts: ImageFacts,
        _ its: (dossier: String, run: String, sheet: String, document: String), _ now: Int64
    ) throws -> Int64 {
        let id = (identifiers.make() as PageID).description
        let side: Side = index % 2 == 0 ? .front : .back
        try db.run(
            """
            INSERT INTO pages (id, run_id, sequence, sheet_id, side, sha256, byte_count, width, height, dpi, mode, format, fingerprint, captured)
            VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 0, ?)
            """,
            [
                id, its.run, index + 1, its.sheet, side.rawValue, id + facts.sha256.dropFirst(id.count), facts.byteCount, facts.width, facts.height,
                facts.dpi, facts.mode.rawValue, facts.format.rawValue, now,
            ])
        let number = db.lastInsertedRowID
        try db.run(
            "INSERT INTO placements (page_id, dossier_id, document_id, rank) VALUES (?, ?, ?, ?)", [id, its.dossier, its.document, (index + 1) << 20])
        try db.run("INSERT INTO jobs (kind, page_id, dossier_id, state, updated) VALUES ('ocr', ?, ?, 'done', ?)", [id, its.dossier, now])
        try db.run(
            """
            INSERT INTO readings (page_id, engine, language, words, word_count, confidence, milliseconds, created)
            VALUES (?, 'bench', ?, ?, ?, 0.9, 1, ?)
            """, [id, page.language, page.words, page.count, now])
        // So that opening a dossier need not judge its words.
        try db.run("INSERT INTO doubts (page_id, open) VALUES (?, 0)", [id])
        return number
    }
}

extension Database {
    /// With a statement that is made once.
    fileprivate func run(_ sql: String, _ arguments: StatementArguments) throws {
        try cachedStatement(sql: sql).execute(arguments: arguments)
    }
}
