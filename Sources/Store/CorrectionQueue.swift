import GRDB
import Records

/// A dossier whose text waits for a person.
public struct DossierToCorrect: Sendable, Hashable {
    public let id: DossierID
    public let code: DossierCode
    /// Read pages that somebody has to look at.
    public let pages: Int
}

/// How far the machine is with a page.
public struct ReadingMark: Sendable, Hashable {
    /// Its newest reading; nil before the first.
    public let reading: Int64?
    /// `waiting`, `running`, `done`, `failed`.
    public let state: String
    /// How often it was begun: a page that fails again is news.
    let claims: Int64
}

extension StationStore {
    /// The next dossier by code behind this one, and round again from the first, that has read text for a person to look at; those
    /// whose sheets are all there come before those that are still being scanned. Nil: none has.
    public func nextToCorrect(after dossier: DossierID) throws(StoreError) -> DossierToCorrect? {
        try read { db in
            // Pages that wait for their reading wait for a person too, and there is nothing on them yet.
            try Row.fetchOne(
                db,
                sql: """
                    SELECT d.id, d.code, s.to_correct - s.ocr_waiting AS pages FROM summaries s JOIN dossiers d ON d.id = s.dossier_id
                    WHERE s.to_correct > s.ocr_waiting AND d.deleted_at IS NULL AND d.id <> ?1
                    ORDER BY d.settled_sheets IS NULL, d.code < (SELECT code FROM dossiers WHERE id = ?1), d.code LIMIT 1
                    """, arguments: [dossier.description]
            ).map { DossierToCorrect(id: try $0.id("id"), code: try DossierCode($0["code"] as String), pages: $0["pages"]) }
        }
    }

    /// How far the machine is with the pages in use of a dossier that are not withheld.
    public func readingMarks(_ dossier: DossierID) throws(StoreError) -> [PageID: ReadingMark] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT p.page_id, j.state, coalesce(j.claims, 0) AS claims, (SELECT max(id) FROM readings r WHERE r.page_id = p.page_id) AS reading
                    FROM placements p LEFT JOIN jobs j ON j.page_id = p.page_id AND j.kind = 'ocr'
                    WHERE p.dossier_id = ? AND p.dropped_at IS NULL AND p.withheld IS NULL
                    """, arguments: [dossier.description])
            return Dictionary(try rows.map { (try $0.id("page_id"), ReadingMark(reading: $0["reading"], state: $0["state"] ?? "", claims: $0["claims"])) }) { first, _ in first }
        }
    }
}
