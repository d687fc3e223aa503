import GRDB
import Records
@testable import Store

extension StationStore {
    /// All placements of a dossier in order, dropped ones too.
    func placementRows(_ dossier: DossierID) throws -> [(page: String, document: String, rank: Int64)] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT page_id, document_id, rank FROM placements WHERE dossier_id = ? ORDER BY rank", arguments: [dossier.description]
            ).map { ($0["page_id"], $0["document_id"], $0["rank"]) }
        }
    }

    /// Everything that undo has to bring back, ranks aside.
    func picture(_ dossier: DossierID) throws -> String {
        let rows = try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT page_id || ' ' || document_id || ' ' || turn || ' ' || counts_as || ' ' || blank || ' ' || coalesce(dropped_at, '-') || ' ' || deskew
                    FROM placements WHERE dossier_id = ? ORDER BY rank
                    """, arguments: [dossier.description])
        }
        let counted = try self.dossier(dossier).countedSheets.map(String.init) ?? "-"
        // A place that was given up, and its sheet, are as if they had never been.
        let gone = try read { db in
            try String.fetchAll(
                db, sql: "SELECT id FROM placeholders h WHERE removed_at IS NOT NULL UNION SELECT sheet_id FROM placeholders h WHERE removed_at IS NOT NULL AND \(StationStore.emptyPlaceSQL)")
        }
        let facts = try read { db in try Fact.all(db, dossier) }.filter { fact in !gone.contains { fact.key.hasSuffix($0) } }.map { "\($0.key) \($0.value)" }.sorted()
        return (rows + [counted] + facts).joined(separator: "\n")
    }

    func execute(_ sql: String, _ arguments: StatementArguments = []) throws {
        try write { db in try db.execute(sql: sql, arguments: arguments) }
    }

    /// The index entries that pages should have: their numbers, and what is indexed of each.
    func wantedIndex() throws -> [(number: Int64, text: String)] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT g.number, g.id, k.indexed FROM page_kinds k JOIN pages g ON g.number = k.number").map { row in
                (row["number"], try StationStore.words(db, try row.id("id"))?.recognised.indexed(of: row["indexed"]) ?? "")
            }
        }
    }

    func number(_ sql: String) throws -> Int64? { try read { db in try Int64.fetchOne(db, sql: sql) } }

    /// Closes with everything in the one file, so that damaging it is damaging the data.
    func closeAsOneFile() throws {
        try pool.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)") }
        try pool.close()
    }

    /// How SQLite will go about a query.
    func plan(_ sql: String) throws -> String {
        try read { db in try Row.fetchAll(db, sql: "EXPLAIN QUERY PLAN " + sql).map { $0["detail"] as String }.joined(separator: "\n") }
    }
}
