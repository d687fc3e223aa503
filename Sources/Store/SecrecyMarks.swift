import Foundation
import GRDB
import Records

/// A mark of secrecy that a reading found, and in whose name the program withholds its document.
public struct FoundMark: Sendable, Hashable {
    public var mark: SecrecyMark
    /// Of the program's own name at a station.
    public var actor: Actor

    public init(_ mark: SecrecyMark, at station: String) { (self.mark, actor) = (mark, .program(at: station)) }
}

extension Withholding {
    /// By the program, on account of a mark it found.
    public var isByProgram: Bool { person == Actor.programName }
}

extension StationStore {
    /// Marks on pages that are withheld, of one dossier or of all.
    public func secrecyMarks(of dossier: DossierID? = nil) throws(StoreError) -> [(page: PageID, withholding: WithholdingID, mark: SecrecyMark)] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT m.page_id, m.mark, p.withheld FROM secrecy_marks m JOIN placements p ON p.page_id = m.page_id
                    WHERE p.withheld IS NOT NULL AND m.mark IS NOT NULL AND m.judged_at IS NULL AND (?1 IS NULL OR p.dossier_id = ?1) ORDER BY m.found_at, m.page_id
                    """, arguments: [dossier?.description]
            ).map { row in
                (try row.id("page_id"), try row.id("withheld"), try JSONDecoder().decode(SecrecyMark.self, from: Data((row["mark"] as String).utf8)))
            }
        }
    }

    /// How many of some pages are withheld, and the codes of their dossiers that had been delivered.
    public func countWithheld(among pages: Set<PageID>) throws(StoreError) -> (pages: Int, delivered: [String]) {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT d.code, EXISTS (SELECT 1 FROM delivery_items i WHERE i.dossier_id = d.id) AS is_delivered
                    FROM placements p JOIN dossiers d ON d.id = p.dossier_id
                    WHERE p.withheld IS NOT NULL AND p.page_id IN (SELECT value FROM json_each(?))
                    """, arguments: [try JSON.text(pages.map(\.description))])
            return (rows.count, Set(rows.filter { $0["is_delivered"] }.map { $0["code"] as String }).sorted())
        }
    }

    /// That the placement `p` is withheld by the program with its document, and no person has said what it is, nor withheld it too.
    static let isStoppedByProgramSQL = """
        EXISTS (SELECT 1 FROM withholdings w WHERE w.id = p.withheld AND w.reason = '\(WithholdingReason.suspectedSecret.rawValue)'
            AND w.person = '\(Actor.programName)' AND NOT EXISTS (
                SELECT 1 FROM withholdings o WHERE o.dossier_id = w.dossier_id AND o.lifted_at IS NULL AND o.document_id IS NULL
                    AND (o.page_id IS NULL OR o.page_id = p.page_id)))
        """

    /// Withholds the document of a page that bears a mark, in the transaction of the reading that found it. It is no step of
    /// undo. GIẢI MẬT does not keep it from that: whether it holds, and for all of the document, a person decides.
    ///
    /// Nothing happens where a person has let that side of the sheet go: no later reading, nor another picture of it, repeats
    /// what was decided.
    func withholdMarked(_ db: Database, _ job: OCRJob, _ found: FoundMark) throws {
        let page = job.page.description
        let isJudged = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM secrecy_marks m JOIN pages g ON g.id = m.page_id JOIN pages o ON o.id = ?
                WHERE g.sheet_id = o.sheet_id AND g.side = o.side AND m.judged_at IS NOT NULL)
                """, arguments: [page]) ?? false
        guard !isJudged, let row = try Row.fetchOne(db, sql: "SELECT document_id FROM placements WHERE page_id = ?", arguments: [page]) else { return }
        let now = clock.now().milliseconds
        try db.execute(
            sql: """
                INSERT INTO secrecy_marks (page_id, mark, found_at) VALUES (?1, ?2, ?3)
                ON CONFLICT DO UPDATE SET mark = excluded.mark, found_at = excluded.found_at
                """, arguments: [page, try JSON.text(found.mark), now])
        let document = row["document_id"] as String
        let target = WithheldRow(dossier: job.dossier, document: document)
        let isStanding = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM withholdings WHERE document_id = ? AND lifted_at IS NULL)", arguments: [document]) ?? false
        if !isStanding {
            try insert(
                db, identifiers.make(), target, reason: WithholdingReason.suspectedSecret.rawValue, detail: nil, person: found.actor.person, at: now)
        }
        try record(
            db, "material.withheld", of: target, by: found.actor,
            // The trail is in copies that leave the office: of the mark it says nothing.
            ["reason": WithholdingReason.suspectedSecret.rawValue, "page": page])
    }

    /// A page goes free that was withheld as suspected: what was found on it is judged, and, where a person withheld it,
    /// whatever may be found later. Of what the program withheld with it, pages that nobody has read may still bear a mark.
    func judgeMarks(_ db: Database, on page: PageID, releasedFrom withholding: String) throws {
        let now = clock.now().milliseconds
        try db.execute(sql: "UPDATE secrecy_marks SET judged_at = ? WHERE page_id = ? AND judged_at IS NULL", arguments: [now, page.description])
        try db.execute(
            sql: """
                INSERT OR IGNORE INTO secrecy_marks (page_id, judged_at)
                SELECT ?, ? FROM withholdings WHERE id = ? AND reason = ? AND person <> ?
                """,
            arguments: [page.description, now, withholding, WithholdingReason.suspectedSecret.rawValue, Actor.programName])
    }
}
