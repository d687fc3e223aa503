import Foundation
import GRDB
import Records

/// One page as it stands in its dossier.
public struct PageRecord: Sendable, Hashable, Identifiable {
    public let id: PageID
    /// Place among the pages in use, from 1; 0 for a dropped page.
    public var index: Int
    /// Place of its sheet in the dossier, from 1, in the order of the pages in use; 0 for a sheet with none.
    public var sheet: Int
    public let sheetID: SheetID
    /// The pencil number if a person gave one, else that which follows the sheet before it; empty outside the numbered run.
    public var label: String
    /// The number was written down by a person.
    public let isLabelled: Bool
    public let role: SheetRole
    public let document: DocumentID
    public let side: Side
    public let countsAs: Int
    public let blank: BlankClass
    /// Quarter turns clockwise for reading.
    public let turn: Int
    /// Degrees clockwise that set it straight.
    public let deskew: Double
    public let facts: ImageFacts
    public let isDropped: Bool
    /// What a code of ours on it says, whether it was obeyed or not.
    public let code: SheetCode?
    public let ocr: OCRState
    public let ocrError: String?
    public let findings: [Finding]
    public let run: RunID
    public let capturedAt: Timestamp
    /// Why it is withheld, by itself, with its document or with its dossier; nil: it is not.
    public let withheld: WithholdingReason?
}

/// A document of a dossier with its pages in order.
public struct DocumentRecord: Sendable, Hashable, Identifiable {
    public let id: DocumentID
    /// Số thứ tự, from 1.
    public let number: Int
    public let pages: [PageID]
}

/// Everything the scan desk shows of one dossier.
public struct DossierContents: Sendable, Hashable {
    public let summary: DossierSummary
    public let documents: [DocumentRecord]
    /// In use, in order.
    public let pages: [PageRecord]
    /// Left out, in the order of their places.
    public let dropped: [PageRecord]
    /// Places kept for sheets that left the stack, in order; those with pages too.
    public let placeholders: [PlaceholderRecord]
    /// Pages of dossiers that nobody has named yet, in order.
    public let unnamedParts: [UnnamedPart]
}

extension DossierContents {
    /// What may leave the station. Numbers of documents and places of pages stay those of the whole; the summary too.
    public var withoutWithheld: DossierContents {
        let free = pages.filter { $0.withheld == nil }
        let ids = Set(free.map(\.id))
        return DossierContents(
            summary: summary,
            documents: documents.compactMap { document in
                let own = document.pages.filter { ids.contains($0) }
                return own.isEmpty ? nil : DocumentRecord(id: document.id, number: document.number, pages: own)
            },
            pages: free, dropped: dropped.filter { $0.withheld == nil }, placeholders: placeholders, unnamedParts: unnamedParts)
    }

    /// Pages in use that are withheld, by reason.
    public var withheldPages: [WithholdingReason: Int] {
        Dictionary(pages.compactMap { page in page.withheld.map { ($0, 1) } }, uniquingKeysWith: +)
    }
}

/// The image of a page as it was taken in.
public struct PageFile: Sendable, Hashable {
    /// Grows in the order in which pages were entered.
    public let number: Int64
    public let page: PageID
    public let format: ImageFormat
    public let sha256: String
}

extension StationStore {
    /// One consistent picture of a dossier.
    public func contents(_ id: DossierID) throws(StoreError) -> DossierContents {
        try read { db in try self.contents(db, id) }
    }

    func contents(_ db: Database, _ id: DossierID) throws -> DossierContents {
        let summary = try self.dossier(db, id)
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT g.*, p.document_id, p.turn, p.counts_as, p.blank, p.dropped_at, p.deskew, s.label, s.role, j.state AS ocr, j.error AS ocr_error,
                    w.reason AS withheld
                FROM placements p JOIN pages g ON g.id = p.page_id JOIN sheets s ON s.id = g.sheet_id
                LEFT JOIN jobs j ON j.page_id = g.id AND j.kind = 'ocr' LEFT JOIN withholdings w ON w.id = p.withheld
                WHERE p.dossier_id = ? ORDER BY p.rank, g.number
                """, arguments: [id.description])
        let findings = try openFindings(db, id, rows)
        var pages: [PageRecord] = []
        var dropped: [PageRecord] = []
        var sheets: [SheetID: Int] = [:]
        var documents: [(id: DocumentID, pages: [PageID])] = []
        for row in rows {
            var page = try PageRecord(row, findings: findings[row["id"]] ?? [])
            if page.isDropped {
                dropped.append(page)
                continue
            }
            page.index = pages.count + 1
            page.sheet = sheets[page.sheetID] ?? sheets.count + 1
            sheets[page.sheetID] = page.sheet
            pages.append(page)
            if documents.last?.id == page.document {
                documents[documents.count - 1].pages.append(page.id)
            } else {
                documents.append((page.document, [page.id]))
            }
        }
        for index in dropped.indices { dropped[index].sheet = sheets[dropped[index].sheetID] ?? 0 }
        var placeholders = try placeholders(db, id, pages: pages, order: rows.map { $0["id"] as String })
        SheetLabels.give(to: &pages, &placeholders)
        return DossierContents(
            summary: summary,
            documents: try numbered(db, documents, of: id),
            pages: pages, dropped: dropped, placeholders: placeholders, unnamedParts: try unnamedParts(db, id))
    }

    /// Findings nobody has looked at, by page.
    /// - Parameter rows: of all pages, in order.
    private func openFindings(_ db: Database, _ id: DossierID, _ rows: [Row]) throws -> [String: [Finding]] {
        var places: [Int64: Int] = [:]
        for row in rows where (row["dropped_at"] as Int64?) == nil { places[row["number"]] = places.count + 1 }
        var findings: [String: [Finding]] = [:]
        let open = try Row.fetchAll(
            db, sql: "SELECT f.page_id, f.code, f.value FROM findings f JOIN placements p ON p.page_id = f.page_id WHERE p.dossier_id = ? AND f.state = 'open' ORDER BY f.id",
            arguments: [id.description])
        for row in open {
            let finding = Finding(try row.value("code"), value: row["value"]).shown { places[$0] }
            findings[row["page_id"], default: []].append(finding)
        }
        return findings
    }

    /// A number is frozen with the first delivery, so that a delivered name never comes to mean another document; documents
    /// that came later are numbered behind those.
    private func numbered(
        _ db: Database, _ documents: [(id: DocumentID, pages: [PageID])], of dossier: DossierID
    ) throws -> [DocumentRecord] {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, stt FROM documents WHERE dossier_id = ? AND stt IS NOT NULL", arguments: [dossier.description])
        let frozen = Dictionary(rows.map { ($0["id"] as String, $0["stt"] as Int) }) { first, _ in first }
        var next = (frozen.values.max() ?? 0) + 1
        return documents.map { document in
            if let number = frozen[document.id.description] { return DocumentRecord(id: document.id, number: number, pages: document.pages) }
            defer { next += 1 }
            return DocumentRecord(id: document.id, number: next, pages: document.pages)
        }
    }

    /// Freezes the numbers the documents of a dossier have now.
    func freezeNumbers(_ db: Database, _ dossier: DossierID) throws {
        let rows = try Row.fetchAll(
            db,
            sql: "SELECT document_id FROM placements WHERE dossier_id = ? AND dropped_at IS NULL GROUP BY document_id ORDER BY min(rank)",
            arguments: [dossier.description])
        for document in try numbered(db, try rows.map { (id: try $0.id("document_id"), pages: []) }, of: dossier) {
            try db.execute(sql: "UPDATE documents SET stt = ? WHERE id = ?", arguments: [document.number, document.id.description])
        }
    }

    /// The dossier a page lies in.
    public func dossier(of page: PageID) throws(StoreError) -> DossierID {
        try read { db in try self.dossier(db, of: page) }
    }

    func dossier(_ db: Database, of page: PageID) throws -> DossierID {
        guard let row = try Row.fetchOne(db, sql: "SELECT dossier_id FROM placements WHERE page_id = ?", arguments: [page.description])
        else { throw StoreError.noSuchPage(page.description) }
        return try row.id("dossier_id")
    }

    /// Image files of pages in the order in which the pages were entered, so many at a time: a store has more of them than
    /// should lie in memory.
    /// - Parameter number: that of the last one known; 0 from the beginning.
    public func pageFiles(after number: Int64 = 0, limit: Int) throws(StoreError) -> [PageFile] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT number, id, format, sha256 FROM pages WHERE number > ? ORDER BY number LIMIT ?", arguments: [number, limit]
            ).map { row in
                PageFile(number: row["number"], page: try row.id("id"), format: try row.value("format"), sha256: row["sha256"])
            }
        }
    }

    /// All pages there are, dropped ones too.
    public func pageCount() throws(StoreError) -> Int {
        try read { db in try Int.fetchOne(db, sql: "SELECT count(*) FROM pages") ?? 0 }
    }
}

extension Finding {
    /// As it is shown: a page that repeats another says which, by the place that one has now. The row keeps its number; nil, as
    /// in rows written before there was one: nobody knows.
    /// - Parameter place: of a page in use, by its number.
    func shown(_ place: (Int64) throws -> Int?) rethrows -> Finding {
        guard code == .repeated, let number = value else { return self }
        return Finding(.repeated, value: try place(Int64(number)).map(Double.init))
    }
}

extension PageRecord {
    init(_ row: Row, findings: [Finding]) throws {
        id = try row.id("id")
        index = 0
        sheet = 0
        sheetID = try row.id("sheet_id")
        label = row["label"] ?? ""
        isLabelled = row["label"] != nil
        role = try row.value("role")
        document = try row.id("document_id")
        side = try row.value("side")
        countsAs = row["counts_as"]
        blank = try row.value("blank")
        turn = row["turn"]
        deskew = row["deskew"]
        facts = ImageFacts(
            width: row["width"], height: row["height"], dpi: row["dpi"], mode: try row.value("mode"), format: try row.value("format"),
            byteCount: row["byte_count"], sha256: row["sha256"])
        isDropped = (row["dropped_at"] as Int64?) != nil
        code = SheetCode(stored: row["code"])
        let job: String? = row["ocr"]
        ocr = switch job {
        case "done": .done
        case "failed": .failed
        default: .waiting
        }
        ocrError = row["ocr_error"]
        self.findings = findings
        run = try row.id("run_id")
        capturedAt = Timestamp(milliseconds: row["captured"])
        withheld = try (row["withheld"] as String?).map { _ in try row.value("withheld") }
    }
}

extension StationStore {
    /// Format and checksum of a page's image.
    public func pageFile(_ page: PageID) throws(StoreError) -> (format: ImageFormat, sha256: String) {
        try read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT format, sha256 FROM pages WHERE id = ?", arguments: [page.description])
            else { throw StoreError.noSuchPage(page.description) }
            return (try row.value("format"), row["sha256"])
        }
    }
}
