import Foundation
import GRDB
import Records

/// Something that stands withheld, as a list of all dossiers shows it.
public struct WithheldEntry: Sendable, Hashable {
    public let withholding: Withholding
    public let code: DossierCode
    /// From the first to the last page it keeps back, as places among the dossier's pages in use; nil: none of those.
    public let pages: ClosedRange<Int>?
    /// The gravest mark of secrecy that was found on these; nil: none was.
    public let mark: SecrecyMark?
}

extension StationStore {
    /// What stands withheld in all dossiers, newest first.
    /// - Returns: the first `limit`, how many there are, and in how many dossiers.
    public func withheldEverywhere(limit: Int) throws(StoreError) -> (entries: [WithheldEntry], total: Int, dossiers: Int) {
        try read { db in
            let standing = "FROM withholdings w JOIN dossiers d ON d.id = w.dossier_id WHERE w.lifted_at IS NULL AND d.deleted_at IS NULL"
            let counts = try Row.fetchOne(db, sql: "SELECT count(*) AS total, count(DISTINCT w.dossier_id) AS dossiers \(standing)")
            let rows = try Row.fetchAll(db, sql: "SELECT w.*, d.code \(standing) ORDER BY w.at DESC, w.rowid DESC LIMIT ?", arguments: [limit])
            var places: [String: [String: ClosedRange<Int>]] = [:]
            return (try rows.map { row in
                let (id, dossier) = (row["id"] as String, row["dossier_id"] as String)
                if places[dossier] == nil { places[dossier] = try StationStore.withheldPlaces(db, dossier) }
                let marks = try String.fetchAll(
                    db,
                    sql: """
                        SELECT m.mark FROM placements p JOIN secrecy_marks m ON m.page_id = p.page_id
                        WHERE p.dossier_id = ? AND p.withheld = ? AND m.mark IS NOT NULL AND m.judged_at IS NULL
                        """, arguments: [dossier, id]
                ).map { try JSONDecoder().decode(SecrecyMark.self, from: Data($0.utf8)) }
                return WithheldEntry(
                    withholding: try Withholding(row), code: try DossierCode(row["code"] as String), pages: places[dossier]?[id],
                    mark: marks.min { $0.order < $1.order })
            }, counts?["total"] ?? 0, counts?["dossiers"] ?? 0)
        }
    }

    /// By the withholding that keeps them back.
    private static func withheldPlaces(_ db: Database, _ dossier: String) throws -> [String: ClosedRange<Int>] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT withheld, min(place) AS first, max(place) AS last FROM (
                    SELECT withheld, row_number() OVER (ORDER BY rank) AS place FROM placements WHERE dossier_id = ? AND dropped_at IS NULL
                ) WHERE withheld IS NOT NULL GROUP BY withheld
                """, arguments: [dossier])
        return Dictionary(uniqueKeysWithValues: rows.map { ($0["withheld"], ($0["first"] as Int)...($0["last"] as Int)) })
    }
}
