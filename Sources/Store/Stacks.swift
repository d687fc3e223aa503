import GRDB
import Records
import Texts

/// A dossier whose cover did not lie where the register has it.
public struct MissingCover: Sendable, Hashable {
    public let code: DossierCode
    /// That of the stack in front of it, whose end its sheets lie at if they were scanned.
    public let before: DossierCode?

    /// `H2 (sau H1)`
    public func words(_ language: Language) -> String {
        before.map { Text.coverAfter.with(["code": code.text, "before": $0.text])(language) } ?? code.text
    }
}

extension StationStore {
    /// Dossiers whose cover should have lain in a stack: by the register they stand in the same box, between others of the
    /// stack, and nothing of them has been scanned. In the order of box and number.
    ///
    /// A cover that was forgotten, or that two sheets pulled as one hid, lets the feeder go on into the dossier before; only
    /// the register knows that there is one between.
    /// - Parameter stack: the dossiers that pages of the stack went into.
    public func coversMissing(inStackOf stack: [DossierID]) throws(StoreError) -> [MissingCover] {
        guard Set(stack).count > 1 else { return [] }
        let marks = databaseQuestionMarks(count: stack.count)
        return try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT missing.code, (
                        SELECT b.code FROM dossiers b WHERE b.id IN (\(marks)) AND b.box = missing.box AND b.number_in_box < missing.number_in_box
                        ORDER BY b.number_in_box DESC LIMIT 1) AS before
                    FROM (\(StationStore.summarySQL)
                     JOIN (SELECT box, min(number_in_box) AS first, max(number_in_box) AS last FROM dossiers WHERE id IN (\(marks)) GROUP BY box) stack
                        ON d.box = stack.box AND d.number_in_box > stack.first AND d.number_in_box < stack.last
                    WHERE s.pages = 0 AND s.dropped = 0 AND d.settled_at IS NULL AND d.deleted_at IS NULL AND \(StationStore.withheldSQL) IS NULL
                    AND d.id NOT IN (\(marks))
                    ) missing ORDER BY missing.box, missing.number_in_box, missing.code
                    """, arguments: StatementArguments([stack, stack, stack].flatMap { $0.map(\.description) })
            ).map { MissingCover(code: try DossierCode($0["code"] as String), before: ($0["before"] as String?).flatMap { try? DossierCode($0) }) }
        }
    }
}
