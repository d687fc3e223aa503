import GRDB
import Records

/// What the reading of a page says about whether a document (văn bản) starts there.
public struct PageHead: Sendable, Hashable {
    /// As the module Extraction writes it.
    public var evidence: String
    /// A person said that no document starts there.
    public var isDismissed: Bool

    public init(evidence: String, isDismissed: Bool = false) {
        (self.evidence, self.isDismissed) = (evidence, isDismissed)
    }
}

extension StationStore {
    /// Of the pages of a dossier that were read since heads are looked at.
    public func heads(_ dossier: DossierID) throws(StoreError) -> [PageID: PageHead] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT h.page_id, h.evidence, h.dismissed_at FROM heads h JOIN placements p ON p.page_id = h.page_id WHERE p.dossier_id = ?",
                arguments: [dossier.description])
            var heads: [PageID: PageHead] = [:]
            for row in rows {
                heads[try row.id("page_id")] = PageHead(evidence: row["evidence"], isDismissed: (row["dismissed_at"] as Int64?) != nil)
            }
            return heads
        }
    }

    /// Keeps what was seen at the head of pages, in their newest readings. What a person said of them stands.
    public func addHeads(_ heads: [PageID: String]) throws(StoreError) {
        guard !heads.isEmpty else { return }
        try write { db in
            for (page, evidence) in heads { try self.keepHead(db, page, evidence) }
        }
    }

    /// In the transaction of the reading it follows from. What a person said of it stands.
    func keepHead(_ db: Database, _ page: PageID, _ evidence: String) throws {
        try db.execute(
            sql: "INSERT INTO heads (page_id, evidence) VALUES (?1, ?2) ON CONFLICT DO UPDATE SET evidence = excluded.evidence",
            arguments: [page.description, evidence])
    }

    /// Documents start at all these pages; one step of undo. At one where a document starts already nothing happens.
    public func split(before pages: [PageID], by actor: Actor) throws(StoreError) {
        guard let first = pages.first else { return }
        let dossier = try dossier(of: first)
        try perform(.split, on: dossier, by: actor) { db in
            for page in pages {
                let place = try self.placement(db, page)
                guard place.dossier == dossier else { throw StoreError.noSuchPage(page.description) }
                guard try self.hasEarlierPage(db, place) else { continue }
                try self.startDocument(db, place)
            }
        }
    }

    /// No documents start at these pages, a person says; one step of undo. A document that starts at one of them stays as it is.
    public func dismissHeads(_ pages: [PageID], by actor: Actor) throws(StoreError) {
        guard let first = pages.first else { return }
        let now = clock.now().milliseconds
        let dossier = try dossier(of: first)
        try perform(.dismissHead, on: dossier, by: actor) { db in
            for page in pages {
                guard try self.dossier(db, of: page) == dossier else { throw StoreError.noSuchPage(page.description) }
                try db.execute(
                    sql: "UPDATE heads SET dismissed_at = ? WHERE page_id = ? AND dismissed_at IS NULL", arguments: [now, page.description])
            }
        }
    }
}
