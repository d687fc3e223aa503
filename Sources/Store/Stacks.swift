import GRDB
import Records

extension StationStore {
    /// Dossiers whose cover should have lain in a stack: by the register they stand in the same box, between others of the
    /// stack, and nothing of them has been scanned. In the order of box and number.
    ///
    /// A cover that was forgotten, or that two sheets pulled as one hid, lets the feeder go on into the dossier before; only
    /// the register knows that there is one between.
    /// - Parameter stack: the dossiers that pages of the stack went into.
    public func coversMissing(inStackOf stack: [DossierID]) throws(StoreError) -> [DossierSummary] {
        guard Set(stack).count > 1 else { return [] }
        let marks = databaseQuestionMarks(count: stack.count)
        return try read { db in
            try Row.fetchAll(
                db,
                sql: StationStore.summarySQL + """
                     JOIN (SELECT box, min(number_in_box) AS first, max(number_in_box) AS last FROM dossiers WHERE id IN (\(marks)) GROUP BY box) stack
                        ON d.box = stack.box AND d.number_in_box > stack.first AND d.number_in_box < stack.last
                    WHERE s.pages = 0 AND s.dropped = 0 AND d.settled_at IS NULL AND d.deleted_at IS NULL AND d.id NOT IN (\(marks))
                    ORDER BY d.box, d.number_in_box, d.code
                    """, arguments: StatementArguments(stack.map(\.description) + stack.map(\.description))
            ).map { try DossierSummary($0) }
        }
    }
}
