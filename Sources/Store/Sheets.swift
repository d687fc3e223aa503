import Foundation
import GRDB
import Records
import Texts

/// A place kept for a sheet that left the stack.
public struct PlaceholderRecord: Sendable, Hashable, Identifiable {
    public let id: PlaceholderID
    public let kind: PlaceholderKind
    public let sheet: SheetID
    /// The pencil number if a person gave one, else that which follows the sheet before it.
    public var label: String
    /// Pages in use in front of it.
    public var pagesBefore: Int
    /// The sheet was not captured yet.
    public let isOpen: Bool
    /// Of the printed sheet that opened it; nil when a person did.
    public let code: SheetCode?
}

extension StationStore {
    // MARK: - Pencil numbers, roles, counting

    /// The longest pencil number: `12a`, `12/2`.
    private static let longestLabel = 12

    /// Writes down the pencil number of a page's sheet as it stands on the leaf; nil: it follows the sheet before it again.
    public func setLabel(ofSheetWith page: PageID, _ label: String?, by actor: Actor) throws(StoreError) {
        let label = label.map { $0.nfc.trimmingCharacters(in: .whitespaces) }.flatMap { $0.isEmpty ? nil : $0 }
        if let label {
            let isPlain = label.unicodeScalars.allSatisfy { $0.properties.isAlphabetic || $0.properties.numericType != nil || "/-.*".unicodeScalars.contains($0) }
            // A slip of the key must not make a hundred thousand sheets missing.
            let isLikely = SheetLabels.number(label) ?? 0 <= StationStore.mostSheets
            guard label.count <= StationStore.longestLabel, isPlain, isLikely else { throw .invalidValue(field: "label", value: label) }
        }
        try perform(.label, on: dossier(of: page), by: actor) { db in
            try db.execute(
                sql: "UPDATE sheets SET label = ? WHERE id = (SELECT sheet_id FROM pages WHERE id = ?)", arguments: [label, page.description])
        }
    }

    /// Says what a page's sheet is to its dossier.
    public func setRole(ofSheetWith page: PageID, _ role: SheetRole, by actor: Actor) throws(StoreError) {
        guard role != .separator else { throw .invalidValue(field: "role", value: role.rawValue) }
        try perform(.role, on: dossier(of: page), by: actor) { db in
            try db.execute(
                sql: "UPDATE sheets SET role = ? WHERE id = (SELECT sheet_id FROM pages WHERE id = ?)", arguments: [role.rawValue, page.description])
        }
    }

    /// Keys how many sheets there are outside the numbered run; nil: nobody counted them.
    public func setCountedRoles(_ id: DossierID, _ roles: RoleCounts?, by actor: Actor) throws(StoreError) {
        try checkCountedRoles(roles)
        try perform(.count, on: id, by: actor) { db in
            try db.execute(
                sql: "UPDATE dossiers SET counted_roles = ? WHERE id = ?", arguments: [try roles.map { try JSON.text($0) }, id.description])
        }
    }

    func checkCountedRoles(_ roles: RoleCounts?) throws(StoreError) {
        for role in SheetRole.allCases {
            if let count = roles?[role] { try checkCountedSheets(count) }
        }
    }

    /// How many trang a page counts as: 0 for a further shot of a side, 2 for a folded leaf.
    public func setCountsAs(_ page: PageID, _ count: Int, by actor: Actor) throws(StoreError) {
        guard (0...2).contains(count) else { throw .invalidValue(field: "counts_as", value: String(count)) }
        try perform(.countsAs, on: dossier(of: page), by: actor) { db in
            try db.execute(sql: "UPDATE placements SET counts_as = ? WHERE page_id = ?", arguments: [count, page.description])
        }
    }

    // MARK: - Level rows, findings

    /// More than a skew: such a page lies.
    public static let mostDeskew = 15.0

    /// Sets a page straight by so many degrees clockwise, for showing and delivering; its image is not touched. The skew found
    /// on it is settled with that, and open again when it is left as it was.
    public func setDeskew(_ page: PageID, _ degrees: Double, by actor: Actor) throws(StoreError) {
        guard degrees.isFinite, abs(degrees) <= StationStore.mostDeskew else { throw .invalidValue(field: "deskew", value: String(degrees)) }
        try perform(.deskew, on: dossier(of: page), by: actor) { db in
            try db.execute(sql: "UPDATE placements SET deskew = ? WHERE page_id = ?", arguments: [degrees, page.description])
            let state = degrees == 0 ? "open" : "accepted"
            try db.execute(sql: "UPDATE findings SET state = ? WHERE page_id = ? AND code = 'skew'", arguments: [state, page.description])
        }
    }

    /// Takes findings as they are: somebody has looked.
    public func accept(_ findings: [(page: PageID, code: FindingCode)], by actor: Actor) throws(StoreError) {
        guard let first = findings.first else { return }
        let dossier = try dossier(of: first.page)
        let rows = findings.map { (page: $0.page.description, code: $0.code.rawValue) }
        try perform(.accept, on: dossier, by: actor) { db in
            for row in rows {
                try db.execute(
                    sql: """
                        UPDATE findings SET state = 'accepted' WHERE code = ?
                        AND page_id = (SELECT page_id FROM placements WHERE page_id = ? AND dossier_id = ?)
                        """, arguments: [row.code, row.page, dossier.description])
                if db.changesCount == 0 { throw StoreError.noSuchPage(row.page) }
            }
        }
    }

    /// Notes what was found about a page after it was entered.
    public func note(_ finding: Finding, on page: PageID) throws(StoreError) {
        try write { db in
            let dossier = try self.dossier(db, of: page)
            try self.insert(db, finding, on: page)
            try self.noteChange(db, dossier)
        }
    }

    func insert(_ db: Database, _ finding: Finding, on page: PageID) throws {
        try db.execute(
            sql: "INSERT OR IGNORE INTO findings (page_id, code, value) VALUES (?, ?, ?)",
            arguments: [page.description, finding.code.rawValue, finding.value])
    }

    // MARK: - Sheets that leave the stack

    /// Keeps a place behind a page (nil: at the beginning) for a sheet to be captured later.
    @discardableResult
    public func reserve(_ kind: PlaceholderKind, in dossier: DossierID, after page: PageID?, by actor: Actor) throws(StoreError) -> PlaceholderID {
        if let page, try self.dossier(of: page) != dossier { throw .noSuchPage(page.description) }
        let placeholder: PlaceholderID = identifiers.make()
        try perform(.reserve, on: dossier, by: actor) { db in
            // As if it had been given up before, so that undo gives it up again.
            try self.makePlace(db, placeholder, kind, in: dossier, after: page)
            try db.execute(
                sql: "UPDATE placeholders SET removed_at = ? WHERE id = ?", arguments: [self.clock.now().milliseconds, placeholder.description])
        } _: { db in
            try db.execute(sql: "UPDATE placeholders SET removed_at = NULL WHERE id = ?", arguments: [placeholder.description])
        }
        return placeholder
    }

    /// - Parameter code: of the printed sheet that opens it.
    func makePlace(
        _ db: Database, _ placeholder: PlaceholderID, _ kind: PlaceholderKind, in dossier: DossierID, after page: PageID?, code: SheetCode? = nil
    ) throws {
        let (sheet, now): (SheetID, Int64) = (identifiers.make(), clock.now().milliseconds)
        let ordinal = try Int.fetchOne(
            db, sql: "SELECT coalesce(max(ordinal), 0) + 1 FROM sheets WHERE dossier_id = ? AND run_id IS NULL", arguments: [dossier.description])
        try db.execute(
            sql: "INSERT INTO sheets (id, dossier_id, run_id, ordinal, role, origin, created) VALUES (?, ?, NULL, ?, ?, ?, ?)",
            arguments: [sheet.description, dossier.description, ordinal, SheetRole.document.rawValue, SheetOrigin.flatbed.rawValue, now])
        try db.execute(
            sql: "INSERT INTO placeholders (id, dossier_id, sheet_id, kind, after_page, created, code) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [placeholder.description, dossier.description, sheet.description, kind.rawValue, page?.description, now, code?.text])
    }

    /// Gives up a place that nothing was captured into.
    public func release(_ placeholder: PlaceholderID, by actor: Actor) throws(StoreError) {
        try perform(.release, on: dossier(of: placeholder), by: actor) { db in
            try db.execute(
                sql: "UPDATE placeholders AS h SET removed_at = ? WHERE id = ? AND removed_at IS NULL AND \(StationStore.emptyPlaceSQL)",
                arguments: [self.clock.now().milliseconds, placeholder.description])
            if db.changesCount == 0 { throw StoreError.actionImpossible(Text.placeHasPages.phrase) }
        }
    }

    func dossier(of placeholder: PlaceholderID) throws(StoreError) -> DossierID {
        try read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT dossier_id FROM placeholders WHERE id = ?", arguments: [placeholder.description])
            else { throw StoreError.noSuchPlaceholder(placeholder.description) }
            return try row.id("dossier_id")
        }
    }

    // MARK: - Scanned again, backs

    /// Puts pages that were scanned again in the place of others: those are dropped. One step of undo, which brings the
    /// old ones back and drops the new.
    public func replace(_ old: [PageID], with new: [PageID], by actor: Actor) throws(StoreError) {
        guard let first = new.first else { return }
        let dossier = try dossier(of: first)
        let now = clock.now().milliseconds
        @Sendable func setDropped(_ db: Database, _ pages: [PageID], _ moment: Int64?) throws {
            for page in pages {
                try db.execute(
                    sql: "UPDATE placements SET dropped_at = ? WHERE page_id = ? AND dossier_id = ?",
                    arguments: [moment, page.description, dossier.description])
                if db.changesCount == 0 { throw StoreError.noSuchPage(page.description) }
            }
        }
        try perform(.replace, on: dossier, by: actor) { db in
            try setDropped(db, new, now)
        } _: { db in
            try setDropped(db, new, nil)
            try setDropped(db, old, now)
        }
    }

    /// Puts what a run scanned again in the place of what was there: the same sides of that sheet. Nothing for any other run.
    /// - Parameter pages: of the run; those of other sheets are left as they are.
    /// - Returns: what was dropped.
    @discardableResult
    public func replaceOld(of run: RunID, with pages: [PageID], by actor: Actor) throws(StoreError) -> [PageID] {
        let (dossier, insertion): (DossierID, InsertionPoint) = try read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT dossier_id, insertion FROM runs WHERE id = ?", arguments: [run.description])
            else { throw StoreError.damagedDatabase("run: \(run)") }
            return (try row.id("dossier_id"), try InsertionPoint(stored: row["insertion"]))
        }
        guard case .replacing(let page) = insertion else { return [] }
        let contents = try contents(dossier)
        let sheet = (contents.pages + contents.dropped).first { $0.id == page }?.sheetID
        let here = contents.pages.filter { $0.sheetID == sheet }
        let new = here.filter { pages.contains($0.id) }
        let sides = Set(new.map(\.side))
        let old = here.filter { sides.contains($0.side) && $0.run != run }.map(\.id)
        // A further shot of the side, a tile of a map, is not the page that was pointed at.
        let pointedAt = sides.count == 1 && old.contains(page) ? [page] : old
        try replace(pointedAt, with: new.map(\.id), by: actor)
        return pointedAt
    }

    /// Runs that were to put a sheet in the place of another and were cut off by the end of the program: what they brought
    /// takes its place now, so that no sheet is delivered twice over. Dossiers that are open elsewhere are left alone.
    public func settleInterruptedRescans(holding held: [Lease] = [], by actor: Actor) throws(StoreError) {
        let open: [(run: RunID, dossier: DossierID, code: DossierCode)] = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT r.id, r.dossier_id, d.code FROM runs r JOIN dossiers d ON d.id = r.dossier_id
                    WHERE r.ended IS NULL AND r.insertion LIKE 'replacing:%' ORDER BY r.rowid
                    """
            ).map { (try $0.id("id"), try $0.id("dossier_id"), try DossierCode($0["code"] as String)) }
        }
        for interrupted in open {
            let lease = held.contains { $0.isOf(interrupted.dossier) } ? nil : try? leaseDossier(interrupted.dossier, code: interrupted.code)
            guard lease != nil || held.contains(where: { $0.isOf(interrupted.dossier) }) else { continue }
            defer { withExtendedLifetime(lease) {} }
            try replaceOld(of: interrupted.run, with: try pages(of: interrupted.run), by: actor)
            let (run, now) = (interrupted.run.description, clock.now().milliseconds)
            try write { db in
                try db.execute(sql: "UPDATE runs SET ended = ?, stop = ? WHERE id = ?", arguments: [now, StopReason.error.rawValue, run])
            }
        }
    }

    /// What a run brought, in order.
    public func pages(of run: RunID) throws(StoreError) -> [PageID] {
        try read { db in
            try String.fetchAll(db, sql: "SELECT id FROM pages WHERE run_id = ? ORDER BY sequence", arguments: [run.description])
                .compactMap { PageID($0) }
        }
    }

    /// The sheets whose fronts lie scanned in a pass of manual duplex and whose backs are still to come, in the order in which
    /// the paper lies, wherever a page was moved meanwhile. Only of the dossier's last stack: the next pass of fronts, and what was scanned otherwise since, ends it.
    /// Single sheets scanned again or into their places do not: the stack still lies there. A separator lies in it like any
    /// sheet, though its sides are left out, unless all that its run brought is: that run was dropped.
    public func frontsAwaitingBacks(_ dossier: DossierID) throws(StoreError) -> [SheetID] {
        try read { db in
            let runs = try Row.fetchAll(
                db,
                sql: """
                    SELECT id, settings, insertion LIKE 'backs:%' AS is_of_backs FROM runs WHERE dossier_id = ?
                    AND insertion NOT LIKE 'replacing:%' AND insertion NOT LIKE 'into:%'
                    AND EXISTS (SELECT 1 FROM pages g WHERE g.run_id = runs.id) ORDER BY rowid DESC
                    """, arguments: [dossier.description])
            let passes = try runs.prefix { row in try JSON.value(ScanSettings.self, from: row["settings"]).source == .manualDuplex }
            let fronts = passes.drop { $0["is_of_backs"] }.prefix { !($0["is_of_backs"] as Bool) }.map { $0["id"] as String }
            guard !fronts.isEmpty else { return [] }
            let marks = databaseQuestionMarks(count: fronts.count)
            return try Row.fetchAll(
                db,
                sql: """
                    SELECT g.sheet_id, r.rowid AS run, s.ordinal FROM sheets s JOIN runs r ON r.id = s.run_id
                    JOIN pages g ON g.sheet_id = s.id JOIN placements p ON p.page_id = g.id
                    WHERE s.run_id IN (\(marks)) AND s.dossier_id = ? AND (p.dropped_at IS NULL OR s.role = 'separator' AND EXISTS (
                        SELECT 1 FROM pages o JOIN placements q ON q.page_id = o.id WHERE o.run_id = g.run_id AND q.dropped_at IS NULL))
                    GROUP BY g.sheet_id HAVING sum(g.side = 'back') = 0 ORDER BY run, s.ordinal
                    """, arguments: StatementArguments(fronts + [dossier.description])
            ).map { try $0.id("sheet_id") }
        }
    }
}
