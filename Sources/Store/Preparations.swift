import GRDB
import Records

/// A scanned phiếu chuẩn bị of a dossier. It is no page of one: it lies where the stack had it, which may be at the end of
/// the dossier before.
public struct PreparationSheet: Sendable, Hashable {
    public let page: PageID
    /// Quarter turns clockwise for reading.
    public let turn: Int
    /// Pixels of the stored image, before turn.
    public let width: Int
    public let height: Int
    /// Why nothing of it may be shown; nil: it may.
    public let withheld: WithholdingReason?
    /// What stands on it was keyed, or what stands on a newer one.
    public let isKeyed: Bool
}

extension StationStore {
    /// The longest name of a preparer.
    private static let longestName = 80

    /// Keys what a phiếu chuẩn bị says. One step of undo, together with the counted sheets.
    /// - Parameters:
    ///   - sheet: the scanned one it was read off; nil: none was.
    ///   - counts: the counted sheets and those outside the numbered run as the same sheet has them; nil leaves them as they are.
    /// - Throws: `invalidValue` for a count that is not 0…9999 or a name that is too long; nothing is changed then.
    public func keyPreparation(
        _ id: DossierID, _ said: Preparation, from sheet: PageID?, counts: (sheets: Int, roles: RoleCounts?)? = nil, by actor: Actor
    ) throws(StoreError) {
        let said = try checked(said)
        try checkCountedSheets(counts?.sheets)
        try checkCountedRoles(counts?.roles)
        try perform(.count, on: id, by: actor) { db in
            if let counts {
                try db.execute(
                    sql: "UPDATE dossiers SET counted_sheets = ?, counted_roles = ? WHERE id = ?",
                    arguments: [counts.sheets, try counts.roles.map { try JSON.text($0) }, id.description])
            }
            let old = try self.dossier(db, id).preparation
            // Keyed again as it stands: whoever keyed it first did so.
            if let old, old.said == said, old.sheet == sheet { return }
            let keyed = KeyedPreparation(said: said, person: actor.person, at: self.clock.now(), sheet: sheet)
            try db.execute(
                sql: "UPDATE dossiers SET preparation = ? WHERE id = ?",
                arguments: [said.isEmpty && sheet == nil ? nil : try JSON.text(keyed), id.description])
        }
    }

    private func checked(_ said: Preparation) throws(StoreError) -> Preparation {
        var said = said
        for line in PreparedCount.allCases {
            if let count = said[line], !(0...StationStore.mostSheets).contains(count) {
                throw .invalidValue(field: line.rawValue, value: String(count))
            }
        }
        said.preparer = said.preparer.map(\.label).flatMap { $0.isEmpty ? nil : $0 }
        if let name = said.preparer, name.count > StationStore.longestName { throw .invalidValue(field: "preparer", value: name) }
        return said
    }

    /// The newest phiếu chuẩn bị of a dossier that came through the scanner and was left out; nil: none did.
    public func preparationSheet(of id: DossierID) throws(StoreError) -> PreparationSheet? {
        try read { db in
            let dossier = try self.dossier(db, id)
            guard let row = try Row.fetchOne(
                db,
                sql: """
                    SELECT g.id, g.number, g.width, g.height, p.turn, w.reason AS withheld FROM pages g JOIN placements p ON p.page_id = g.id
                    LEFT JOIN withholdings w ON w.id = p.withheld
                    WHERE g.code = ? AND p.dropped_at IS NOT NULL ORDER BY g.number DESC LIMIT 1
                    """, arguments: [SheetCode.preparation(dossier.code).text])
            else { return nil }
            let keyed = try dossier.preparation?.sheet.flatMap {
                try Int64.fetchOne(db, sql: "SELECT number FROM pages WHERE id = ?", arguments: [$0.description])
            }
            return PreparationSheet(
                page: try row.id("id"), turn: row["turn"], width: row["width"], height: row["height"],
                withheld: try (row["withheld"] as String?).map { _ in try row.value("withheld") },
                isKeyed: keyed.map { $0 >= row["number"] } ?? false)
        }
    }

    func preparations(_ db: Database, inBoxes labels: [String]) throws -> [Preparation] {
        try String.fetchAll(
            db,
            sql: """
                SELECT preparation FROM dossiers WHERE preparation IS NOT NULL AND deleted_at IS NULL
                AND box IN (\(databaseQuestionMarks(count: labels.count))) ORDER BY code
                """, arguments: StatementArguments(labels)
        ).map { try JSON.value(KeyedPreparation.self, from: $0).said }
    }

    /// Whoever prepared the dossier whose sheet was keyed last; nil: no sheet names anybody.
    public func lastPreparer() throws(StoreError) -> String? {
        try read { db in
            try String.fetchOne(
                db,
                sql: """
                    SELECT json_extract(preparation, '$.said.preparer') AS name FROM dossiers
                    WHERE preparation IS NOT NULL AND name IS NOT NULL ORDER BY json_extract(preparation, '$.at') DESC LIMIT 1
                    """)
        }
    }

    /// Whoever scanned the pages of a dossier, into it or into the one before it in the stack, in the order in which they began.
    public func scanners(of id: DossierID) throws(StoreError) -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT r.person FROM placements p JOIN pages g ON g.id = p.page_id JOIN runs r ON r.id = g.run_id
                    WHERE p.dossier_id = ? AND p.dropped_at IS NULL GROUP BY r.person ORDER BY min(r.started), min(r.rowid)
                    """, arguments: [id.description])
        }
    }
}

extension DossierContents {
    /// Lines of the phiếu chuẩn bị that count more leaves than places were kept for.
    public var preparationShort: [Preparation.Short] { summary.preparation?.said.short(of: placeholders.map(\.kind)) ?? [] }
}
