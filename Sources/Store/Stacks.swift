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

/// A dossier of which sheets may lie in another, as its cover was missing or could not be read.
public struct SuspectedCover: Sendable, Hashable {
    public let code: DossierCode
    /// In its box; nil: it has none.
    public let number: Int?
}

extension StationStore {
    /// Dossiers whose sheets may lie at the end of an open one, because their cover did not lie in the stack or could not be
    /// read: by the register they come behind it in the box, and nothing of them has been scanned.
    ///
    /// What speaks for it: a stack went on from the open one to a dossier behind them; it has more sheets than were counted and
    /// came out of a stack with covers; a damaged code on one of its pages that nobody has judged. Where the counts agree, nothing
    /// is there that is not its own.
    /// - Returns: by the open dossier, in the order of the box.
    public func coversSuspected(in dossiers: [DossierID]) throws(StoreError) -> [DossierID: [SuspectedCover]] {
        if dossiers.isEmpty { return [:] }
        return try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    WITH held AS MATERIALIZED (
                        SELECT a.id, a.box, a.number_in_box, a.counted_sheets IS NULL AS is_uncounted,
                               s.sheets > a.counted_sheets AND (
                                   EXISTS (SELECT 1 FROM runs r WHERE r.dossier_id = a.id AND r.continues IS NOT NULL)
                                   OR EXISTS (SELECT 1 FROM runs r JOIN runs n ON n.continues = r.id WHERE r.dossier_id = a.id)
                                   OR EXISTS (SELECT 1 FROM placements p JOIN pages g ON g.id = p.page_id WHERE p.dossier_id = a.id
                                       AND p.dropped_at IS NOT NULL AND g.code GLOB 'TQ1:B:*')) AS has_more,
                               EXISTS (SELECT 1 FROM findings f JOIN placements p ON p.page_id = f.page_id WHERE p.dossier_id = a.id
                                   AND p.dropped_at IS NULL AND p.withheld IS NULL AND f.code = 'damaged_code' AND f.state = 'open') AS has_damaged,
                               (SELECT max(b.number_in_box) FROM runs r JOIN runs n ON n.continues = r.id JOIN dossiers b ON b.id = n.dossier_id
                                   WHERE r.dossier_id = a.id AND b.box = a.box) AS went_on,
                               (SELECT min(m.number_in_box) FROM dossiers m WHERE m.box = a.box AND m.number_in_box > a.number_in_box
                                   AND m.deleted_at IS NULL) AS next
                        FROM dossiers a JOIN summaries s ON s.dossier_id = a.id
                        WHERE a.id IN (\(databaseQuestionMarks(count: dossiers.count))) AND a.settled_at IS NULL AND s.pages > 0)
                    SELECT h.id AS holder, d.code, d.number_in_box FROM held h
                    JOIN dossiers d ON d.box = h.box AND d.number_in_box > h.number_in_box JOIN summaries s ON s.dossier_id = d.id
                    WHERE s.pages = 0 AND s.dropped = 0 AND d.settled_at IS NULL AND d.deleted_at IS NULL AND \(StationStore.withheldSQL) IS NULL
                    AND ((h.has_more OR h.has_damaged) AND d.number_in_box = h.next
                         OR (h.has_more OR h.has_damaged OR h.is_uncounted) AND d.number_in_box < h.went_on)
                    ORDER BY d.number_in_box, d.code
                    """, arguments: StatementArguments(dossiers.map(\.description)))
            return try rows.reduce(into: [:]) { found, row in
                found[try row.id("holder"), default: []].append(
                    SuspectedCover(code: try DossierCode(row["code"] as String), number: row["number_in_box"]))
            }
        }
    }

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
