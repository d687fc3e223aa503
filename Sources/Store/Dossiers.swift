import Foundation
import GRDB
import Records
import Vietnamese

/// A line of the register.
public struct DossierSummary: Sendable, Hashable, Identifiable {
    public let id: DossierID
    public let code: DossierCode
    public let fields: DossierFields
    public let countedSheets: Int?
    /// Sheets outside the numbered run as the preparer counted them; nil when nobody did.
    public let countedRoles: RoleCounts?
    /// What was keyed off its phiếu chuẩn bị; nil: nothing was.
    public let preparation: KeyedPreparation?
    public let settlement: Settlement?
    public let counts: DossierCounts
    /// Grows with every change of what a delivery would contain.
    public let revision: Int64
    /// Why the dossier as a whole is withheld; nil: it is not, though documents or pages of it may be (`counts.withheld`).
    public let withheld: WithholdingReason?
    /// Nothing of what is in it may be seen or delivered.
    public var isWhollyWithheld: Bool { withheld != nil || (counts.pages > 0 && counts.withheld == counts.pages) }
    public var standing: DossierStanding {
        DossierStanding(counts: counts, countedSheets: countedSheets, countedRoles: countedRoles, settlement: settlement)
    }
}

/// The agency's fonds this station works on.
public struct Fonds: Sendable, Hashable {
    public let id: FondsID
    public var code: String
    public var name: String
    public var agencyCode: String
    public var agencyName: String
}

extension StationStore {
    // MARK: - Fonds

    /// Sets name and agency of a fonds, creating it when its code is new.
    @discardableResult
    public func saveFonds(code: String, name: String, agencyCode: String, agencyName: String, by actor: Actor) throws(StoreError) -> FondsID {
        let (code, name, agencyCode, agencyName) = (code.nfc, name.nfc, agencyCode.nfc, agencyName.nfc)
        let new: FondsID = identifiers.make()
        return try write { db in
            try db.execute(
                sql: """
                    INSERT INTO fonds VALUES (?, ?, ?, ?, ?, ?)
                    ON CONFLICT (code) DO UPDATE SET name = excluded.name, agency_code = excluded.agency_code, agency_name = excluded.agency_name
                    """,
                arguments: [new.description, code, name, agencyCode, agencyName, self.clock.now().milliseconds])
            try self.record(db, "fonds.saved", subject: "fonds:\(code)", by: actor, ["name": name, "agency": agencyCode])
            let id = try String.fetchOne(db, sql: "SELECT id FROM fonds WHERE code = ?", arguments: [code])
            return id.flatMap { FondsID($0) } ?? new
        }
    }

    public func fonds() throws(StoreError) -> [Fonds] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT * FROM fonds ORDER BY created").map { row in
                Fonds(id: try row.id("id"), code: row["code"], name: row["name"], agencyCode: row["agency_code"], agencyName: row["agency_name"])
            }
        }
    }

    // MARK: - Register

    /// Adds a dossier to the register.
    @discardableResult
    public func addDossier(
        code: DossierCode, fields: DossierFields, countedSheets: Int? = nil, fonds: FondsID? = nil, by actor: Actor
    ) throws(StoreError) -> DossierID {
        let id: DossierID = identifiers.make()
        let fields = fields.normal
        try checkCountedSheets(countedSheets)
        try write { db in
            if try Bool.fetchOne(db, sql: "SELECT 1 FROM dossiers WHERE code = ?", arguments: [code.text]) == true {
                throw StoreError.dossierExists(code.text)
            }
            // Two codes with one path name would overwrite each other at export: refused while it is cheap to rename.
            if let other = try String.fetchOne(
                db, sql: "SELECT code FROM dossiers WHERE path_name = ? COLLATE NOCASE", arguments: [code.pathName])
            {
                throw StoreError.pathCollision(other, code.text)
            }
            try db.execute(
                sql: """
                    INSERT INTO dossiers (id, fonds_id, code, path_name, fields, box, number_in_box, folded, counted_sheets, created)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    id.description, fonds?.description, code.text, code.pathName, try JSON.text(fields), fields.box,
                    fields.numberInBox, StationStore.folded(code, fields), countedSheets, self.clock.now().milliseconds,
                ])
            try StationStore.index(db, id, code, fields, fonds: fonds?.description, instead: nil)
            try self.noteChange(db, id)
            try self.record(
                db, "dossier.added", subject: "dossier:\(code)", by: actor,
                ["title": fields.title, "counted_sheets": countedSheets.map(String.init) ?? ""])
        }
        return id
    }

    /// Replaces the metadata of a dossier.
    public func setFields(_ id: DossierID, _ fields: DossierFields, by actor: Actor) throws(StoreError) {
        let fields = fields.normal
        try write { db in
            let dossier = try self.dossier(db, id)
            try db.execute(
                sql: "UPDATE dossiers SET fields = ?, box = ?, number_in_box = ?, folded = ? WHERE id = ?",
                arguments: [
                    try JSON.text(fields), fields.box, fields.numberInBox, StationStore.folded(dossier.code, fields), id.description,
                ])
            try StationStore.index(db, id, dossier.code, fields, fonds: nil, instead: dossier.fields)
            try self.noteChange(db, id)
            try self.record(
                db, "dossier.described", subject: "dossier:\(dossier.code)", by: actor,
                ["before": try JSON.text(dossier.fields), "after": try JSON.text(fields)])
        }
    }

    static func folded(_ code: DossierCode, _ fields: DossierFields) -> String {
        "\(code.text) \(fields.title)".folded
    }

    public func dossier(_ code: DossierCode) throws(StoreError) -> DossierSummary {
        try read { db in
            guard let row = try Row.fetchOne(db, sql: StationStore.summarySQL + " WHERE d.code = ? AND d.deleted_at IS NULL", arguments: [code.text])
            else { throw StoreError.noSuchDossier(code.text) }
            return try DossierSummary(row)
        }
    }

    /// The dossier that a folder is named after: by its code, or else by its path name.
    public func dossier(ofFolder name: String) throws(StoreError) -> DossierSummary? {
        try read { db in
            try Row.fetchOne(
                db, sql: StationStore.summarySQL + " WHERE (d.code = ?1 OR d.path_name = ?1) AND d.deleted_at IS NULL ORDER BY d.code = ?1 DESC",
                arguments: [name.precomposedStringWithCanonicalMapping]
            ).map { try DossierSummary($0) }
        }
    }

    public func dossier(_ id: DossierID) throws(StoreError) -> DossierSummary {
        try read { db in try self.dossier(db, id) }
    }

    func dossier(_ db: Database, _ id: DossierID) throws -> DossierSummary {
        guard let row = try Row.fetchOne(db, sql: StationStore.summarySQL + " WHERE d.id = ?", arguments: [id.description])
        else { throw StoreError.noSuchDossier(id.description) }
        return try DossierSummary(row)
    }

    /// Lines of the register in the order of their codes; those of one box in the order of their numbers in it.
    /// - Parameters:
    ///   - matching: words that must all stand in code or title, marks optional.
    ///   - box, number: only this box, this number in its box.
    /// - Returns: the lines from `offset` on, and how many match in all.
    public func register(
        matching text: String = "", box: String? = nil, number: Int? = nil, limit: Int, offset: Int = 0
    ) throws(StoreError) -> (lines: [DossierSummary], total: Int) {
        var filter = " WHERE d.deleted_at IS NULL"
        var values: [String] = []
        for word in text.folded.split(separator: " ") {
            filter += " AND instr(d.folded, ?) > 0"
            values.append(String(word))
        }
        if let box {
            filter += " AND d.box = ?"
            values.append(box)
        }
        if let number { filter += " AND d.number_in_box = \(number)" }
        let order = box == nil ? " ORDER BY d.code" : " ORDER BY d.number_in_box, d.code"
        let (condition, arguments) = (filter, StatementArguments(values))
        return try read { db in
            let lines = try Row.fetchAll(
                db, sql: StationStore.summarySQL + condition + order + " LIMIT ? OFFSET ?",
                arguments: arguments + [limit, offset]
            ).map { try DossierSummary($0) }
            let isWhole = offset == 0 && lines.count < limit
            let total = isWhole ? lines.count : try Int.fetchOne(db, sql: "SELECT count(*) FROM dossiers d" + condition, arguments: arguments) ?? 0
            return (lines, total)
        }
    }

    /// Dossiers settled at or after a moment, and still so: "hôm nay 37 hồ sơ".
    public func settledCount(since moment: Timestamp) throws(StoreError) -> Int {
        try read { db in
            try Int.fetchOne(db, sql: "SELECT count(*) FROM dossiers d JOIN summaries s ON s.dossier_id = d.id WHERE d.settled_at >= ? AND \(StationStore.finishedSQL)",
                arguments: [moment.milliseconds]) ?? 0
        }
    }

    /// That the dossier of the summary `s` was settled at the scan desk (`DossierState.isFinished`).
    static let finishedSQL = "s.state IN ('scanned', 'corrected')"

    static let summarySQL = """
        SELECT d.*, s.sheets, s.pages, s.dropped, s.blank, s.ocr_waiting, s.ocr_failed, s.placeholders, s.open_findings, s.covers,
               s.contents_sheets, s.closings, s.other_sheets, s.withheld_pages, s.to_correct, s.not_seen, s.state, \(withheldSQL) AS withheld
        FROM dossiers d JOIN summaries s ON s.dossier_id = d.id
        """

    // MARK: - Counting and finishing

    /// Keys the counted sheets (số tờ đã đếm). One step of undo.
    public func setCountedSheets(_ id: DossierID, _ count: Int?, by actor: Actor) throws(StoreError) {
        try checkCountedSheets(count)
        try perform(.count, on: id, by: actor) { db in
            try db.execute(
                sql: "UPDATE dossiers SET counted_sheets = ? WHERE id = ?", arguments: [count, id.description])
        }
    }

    /// More sheets than any dossier has, and as many as a pencil number counts to.
    static let mostSheets = 9999

    func checkCountedSheets(_ count: Int?) throws(StoreError) {
        if let count, !(0...StationStore.mostSheets).contains(count) { throw .invalidValue(field: "counted_sheets", value: String(count)) }
    }

    /// Settles the counts of a dossier: "xong". They must agree, or a coded reason is given. One step of undo.
    public func finish(_ id: DossierID, override: OverrideReason? = nil, by actor: Actor) throws(StoreError) {
        if let override, OverrideReason(code: override.code, detail: override.detail) != override {
            throw .invalidValue(field: "override", value: override.detail ?? "")
        }
        try perform(.finish, on: id, by: actor) { db in
            let dossier = try self.dossier(db, id)
            try self.refuseUnnamedParts(db, dossier)
            try StationStore.refuseUnsettled(dossier, override)
            try self.settle(
                db, id,
                Change.Settled(
                    sheets: dossier.counts.sheets, code: override?.code, detail: override?.detail?.nfc, at: self.clock.now().milliseconds,
                    by: actor.person))
        }
    }

    private static func refuseUnsettled(_ dossier: DossierSummary, _ override: OverrideReason?) throws {
        if dossier.counts.pages == 0 { throw StoreError.noPages(code: dossier.code.text) }
        if case .recounted(let count)? = override, count != dossier.counts.sheets {
            throw StoreError.countsDiffer(code: dossier.code.text, counted: count, sheets: dossier.counts.sheets)
        }
        if override == nil {
            guard let counted = dossier.countedSheets else { throw StoreError.notCounted(code: dossier.code.text) }
            guard counted == dossier.counts.sheets else {
                throw StoreError.countsDiffer(code: dossier.code.text, counted: counted, sheets: dossier.counts.sheets)
            }
            let rest = dossier.standing.missing.filter { [.placeholders, .otherSheets].contains($0.code) }
            if let first = rest.first { throw StoreError.notComplete(code: dossier.code.text, first) }
        }
    }

    // MARK: - Summary

    /// What every change of a dossier ends with, in its transaction: the revision is raised, so that exports look at the
    /// dossier again, and the counts are recomputed from the facts.
    func noteChange(_ db: Database, _ id: DossierID) throws {
        try applyWithholdings(db, id)
        try db.execute(sql: "UPDATE dossiers SET revision = revision + 1 WHERE id = ?", arguments: [id.description])
        let counts = try countedFacts(db, id)
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO summaries (
                    dossier_id, sheets, pages, dropped, blank, ocr_waiting, ocr_failed, placeholders, open_findings, covers,
                    contents_sheets, closings, other_sheets, withheld_pages, to_correct, not_seen, state)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, '')
                """,
            arguments: [
                id.description, counts.sheets, counts.pages, counts.dropped, counts.blank, counts.ocrWaiting, counts.ocrFailed,
                counts.placeholders, counts.openFindings, counts.roles.cover, counts.roles.contents, counts.roles.closing, counts.roles.other,
                counts.withheld, counts.toCorrect, counts.notSeen,
            ])
        let state = try dossier(db, id).standing.state
        try db.execute(sql: "UPDATE summaries SET state = ? WHERE dossier_id = ?", arguments: [state.rawValue, id.description])
        try StationStore.noteNumbers(db, id)
        try StationStore.indexKinds(db, id)
    }

    private static let factsSQL = """
        SELECT p.dossier_id, count(*) FILTER (WHERE p.dropped_at IS NULL) AS pages,
               count(*) FILTER (WHERE p.dropped_at IS NOT NULL AND s.role <> 'separator') AS dropped,
               count(*) FILTER (WHERE p.dropped_at IS NULL AND p.blank <> 'no') AS blank,
               count(DISTINCT CASE WHEN p.dropped_at IS NULL AND s.role = 'document' THEN s.id END) AS sheets,
               count(DISTINCT CASE WHEN p.dropped_at IS NULL AND s.role = 'cover' THEN s.id END) AS covers,
               count(DISTINCT CASE WHEN p.dropped_at IS NULL AND s.role = 'contents' THEN s.id END) AS contents_sheets,
               count(DISTINCT CASE WHEN p.dropped_at IS NULL AND s.role = 'closing' THEN s.id END) AS closings,
               count(DISTINCT CASE WHEN p.dropped_at IS NULL AND s.role = 'other' THEN s.id END) AS other_sheets,
               count(*) FILTER (WHERE p.dropped_at IS NULL AND p.withheld IS NOT NULL) AS withheld_pages,
               count(*) FILTER (WHERE p.dropped_at IS NULL AND p.withheld IS NULL AND j.state IN ('waiting', 'running')) AS ocr_waiting,
               count(*) FILTER (WHERE p.dropped_at IS NULL AND p.withheld IS NULL AND j.state = 'failed') AS ocr_failed,
               count(*) FILTER (WHERE \(waitsForCorrectionSQL)) AS to_correct,
               count(*) FILTER (WHERE p.dropped_at IS NULL AND p.withheld IS NULL AND \(notSeenSQL)) AS not_seen
        FROM placements p JOIN pages g ON g.id = p.page_id JOIN sheets s ON s.id = g.sheet_id
        LEFT JOIN jobs j ON j.page_id = p.page_id AND j.kind = 'ocr'
        LEFT JOIN doubts q ON q.page_id = p.page_id LEFT JOIN texts x ON x.page_id = p.page_id
        """

    /// That the page `p` of the OCR job `j` was neither read nor looked at for a mark of secrecy, and no person has said or typed what is on
    /// it, with its text `x`. What cannot be decoded cannot be looked at either.
    private static let notSeenSQL = """
        j.state = 'failed' AND j.error IN ('\(OCRJob.notSeen)', 'image_too_large', 'bad_image') AND p.blank <> 'confirmed' AND x.page_id IS NULL
        """

    private func countedFacts(_ db: Database, _ id: DossierID) throws -> DossierCounts {
        let row = try Row.fetchOne(
            db, sql: StationStore.factsSQL + " WHERE p.dossier_id = ? GROUP BY p.dossier_id", arguments: [id.description])
        var counts = row.map { DossierCounts($0) } ?? DossierCounts()
        if let open = try Row.fetchOne(db, sql: StationStore.openSQL + " WHERE d.id = ?", arguments: [id.description]) { counts.take(open) }
        return counts
    }

    /// What waits in a dossier for a person: places of sheets not captured yet, and findings nobody has looked at. Blank
    /// sides are a class of their own, and nobody may look at what is withheld.
    private static let openSQL = """
        SELECT d.id AS dossier_id,
               (SELECT count(*) FROM placeholders h WHERE h.dossier_id = d.id AND h.removed_at IS NULL AND \(emptyPlaceSQL)) AS placeholders,
               (SELECT count(*) FROM findings f JOIN placements p ON p.page_id = f.page_id
                WHERE p.dossier_id = d.id AND p.dropped_at IS NULL AND p.withheld IS NULL AND f.state = 'open'
                    AND f.code NOT IN ('blank', 'maybe_blank')) AS open_findings
        FROM dossiers d
        """

    /// That the sheet of the place `h` has no page in use.
    static let emptyPlaceSQL = """
        NOT EXISTS (SELECT 1 FROM pages g JOIN placements p ON p.page_id = g.id WHERE g.sheet_id = h.sheet_id AND p.dropped_at IS NULL)
        """

    /// Dossiers whose stored summary differs from their facts. Empty when all is well.
    public func wrongSummaries() throws(StoreError) -> [DossierCode] {
        try read { db in
            var facts: [DossierID: DossierCounts] = [:]
            let counted = try Row.fetchCursor(db, sql: StationStore.factsSQL + " GROUP BY p.dossier_id")
            while let row = try counted.next() { facts[try row.id("dossier_id")] = DossierCounts(row) }
            let open = try Row.fetchCursor(db, sql: StationStore.openSQL)
            while let row = try open.next() { facts[try row.id("dossier_id"), default: DossierCounts()].take(row) }
            var wrong: [DossierCode] = []
            let rows = try Row.fetchCursor(db, sql: StationStore.summarySQL + " ORDER BY d.code")
            while let row = try rows.next() {
                let summary = try DossierSummary(row)
                let isRight = (facts[summary.id] ?? DossierCounts()) == summary.counts && row["state"] == summary.standing.state.rawValue
                if !isRight { wrong.append(summary.code) }
            }
            return wrong
        }
    }
}

extension DossierCounts {
    /// From the columns that summaries and their facts share.
    fileprivate init(_ row: Row) {
        self.init(
            sheets: row["sheets"], pages: row["pages"], dropped: row["dropped"], blank: row["blank"], ocrWaiting: row["ocr_waiting"],
            ocrFailed: row["ocr_failed"],
            roles: RoleCounts(cover: row["covers"], contents: row["contents_sheets"], closing: row["closings"], other: row["other_sheets"]),
            withheld: row["withheld_pages"], toCorrect: row["to_correct"], notSeen: row["not_seen"])
    }

    /// From the columns that summaries and `openSQL` share.
    fileprivate mutating func take(_ row: Row) {
        placeholders = row["placeholders"]
        openFindings = row["open_findings"]
    }
}

extension DossierSummary {
    init(_ row: Row) throws {
        id = try row.id("id")
        code = try DossierCode(row["code"] as String)
        fields = try JSON.value(DossierFields.self, from: row["fields"])
        countedSheets = row["counted_sheets"]
        countedRoles = try (row["counted_roles"] as String?).map { try JSON.value(RoleCounts.self, from: $0) }
        preparation = try (row["preparation"] as String?).map { try JSON.value(KeyedPreparation.self, from: $0) }
        let settled: Int? = row["settled_sheets"]
        let overrideCode: String? = row["override_code"]
        settlement = settled.map { sheets in
            Settlement(sheets: sheets, override: overrideCode.flatMap { OverrideReason(code: $0, detail: row["override_detail"]) })
        }
        var counts = DossierCounts(row)
        counts.take(row)
        self.counts = counts
        revision = row["revision"]
        withheld = try (row["withheld"] as String?).map { _ in try row.value("withheld") }
    }
}

extension DossierFields {
    /// All texts in NFC.
    fileprivate var normal: DossierFields {
        var fields = self
        fields.title = title.nfc
        // A box is known by this text: blanks around it would make another box of it.
        fields.box = box.map(\.label).flatMap { $0.isEmpty ? nil : $0 }
        fields.note = note?.nfc
        return fields
    }
}

extension String {
    /// As boxes are called: NFC, no blanks around.
    var label: String { nfc.trimmingCharacters(in: .whitespacesAndNewlines) }
}

extension Row {
    /// An identifier column. A value that is none means the file was edited by hand or is damaged.
    func id<Tag>(_ column: String) throws -> Identifier<Tag> {
        let text: String? = self[column]
        guard let text, let id = Identifier<Tag>(text) else {
            throw StoreError.damagedDatabase("\(column): \(text ?? "NULL")")
        }
        return id
    }

    func value<Value: RawRepresentable<String>>(_ column: String) throws -> Value {
        let text: String? = self[column]
        guard let text, let value = Value(rawValue: text) else {
            throw StoreError.damagedDatabase("\(column): \(text ?? "NULL")")
        }
        return value
    }
}
