import GRDB
import Records

/// A printed sheet of ours in the stack: its sides are stored and left out of the dossier's pages, and it does what its
/// code says. In the transaction in which the side with the code is entered.
public struct Separation: Sendable, Hashable {
    public enum Effect: Sendable, Hashable {
        /// A cover or preparation sheet of this dossier, or the other side of any separator.
        case keptOut
        /// What follows is a document of its own.
        case newDocument
        /// What follows is of another dossier, which a person names later; until then it stays in this one.
        case newDossier
        /// A cover or preparation sheet of another dossier: the sheets behind it are of that one.
        case nextDossier(DossierCode)
        /// - Parameter pagesBefore: in use, in front of the place.
        case reserved(PlaceholderID, PlaceholderKind, pagesBefore: Int)
        /// A numbered sheet whose place in this dossier is kept already: it was fed twice.
        case again(PlaceholderKind, number: Int)
    }

    public let effect: Effect
    /// nil: the side without the code.
    public let code: SheetCode?
    /// Sides of its sheet that are left out from now on: this one, and any that came before it.
    public let pages: [PageID]

    public init(effect: Effect, code: SheetCode?, pages: [PageID]) {
        (self.effect, self.code, self.pages) = (effect, code, pages)
    }

    /// What the audit trail keeps of it.
    var detail: [String: String] {
        var detail = ["code": code?.text ?? "", "pages": pages.map(\.description).joined(separator: " ")]
        if case .reserved(let place, _, _) = effect { detail["placeholder"] = place.description }
        return detail
    }
}

extension SheetCode {
    /// nil as well for one that a newer program wrote.
    init?(stored: String?) {
        guard let stored, case .sheet(let code) = SheetCode.read(stored) else { return nil }
        self = code
    }
}

extension StationStore {
    /// A stack goes on with another dossier: begins a run into that one for the sheets behind this one, whose images are
    /// expected there from now on. To be called before the sheet that says so is entered: should the program die in between,
    /// no page is looked for in the wrong dossier.
    public func continueRun(
        _ run: RunRecord, behind sheet: Int, into dossier: DossierID, under lease: Lease, by actor: Actor
    ) throws(StoreError) -> RunRecord {
        let next = RunRecord(
            id: identifiers.make(), dossier: dossier, device: run.device, insertion: .end, fence: lease.fence)
        try write { db in
            try self.requireFence(db, of: run)
            try db.execute(
                sql: """
                    INSERT INTO runs (id, dossier_id, device, settings, insertion, person, station, started, continues)
                    SELECT ?, ?, device, settings, ?, ?, ?, ?, id FROM runs WHERE id = ?
                    """,
                arguments: [
                    next.id.description, dossier.description, InsertionPoint.end.stored, actor.person, actor.station,
                    self.clock.now().milliseconds, run.id.description,
                ])
            try db.execute(
                sql: "UPDATE arrivals SET run_id = ? WHERE run_id = ? AND sheet_ordinal > ? AND outcome IS NULL",
                arguments: [next.id.description, run.id.description, sheet])
            // The tray is the same one.
            try db.execute(
                sql: """
                    INSERT INTO hoppers SELECT ?, device, state FROM hoppers WHERE dossier_id = ? AND device = ?
                    ON CONFLICT DO UPDATE SET state = excluded.state
                    """, arguments: [dossier.description, run.dossier.description, run.device])
            let code = try self.dossier(db, dossier).code
            try self.record(
                db, "run.started", subject: "dossier:\(code)", by: actor,
                ["run": next.id.description, "device": run.device, "continues": run.id.description])
        }
        return next
    }

    /// That a page `g`, placed as `p`, is the side of a separator behind which a document starts. Not by the role of its
    /// sheet, whose other side may be a page.
    static let startsDocumentSQL = "(p.dropped_at IS NOT NULL AND g.code IS NOT NULL AND (g.code GLOB 'TQ1:V:*' OR g.code GLOB 'TQ1:H:*'))"

    /// Judges a page that has just been placed: is it a side of a separator sheet?
    ///
    /// A sheet acts once, by the first code that is read on it. The side without a code is left out when it is blank; with
    /// something on it it may be a page, so it stays one with a finding, and so does its sheet.
    /// - Parameter findings: of the page; added to.
    func separate(
        _ db: Database, _ arrived: ArrivedPage, _ landing: Landing, _ document: DocumentID, in run: RunRecord, _ findings: inout [Finding]
    ) throws -> Separation? {
        if landing.isChosen { return nil }
        if let dossier = arrived.code?.dossier, dossier != (try self.dossier(db, run.dossier).code),
            try !isContinued(db, run, into: dossier)
        {
            findings.append(Finding(.otherDossier))
            return nil
        }
        // Pages that go in between others are of this dossier: what a sheet among them says a person has to judge.
        if arrived.code == .newDossier, !run.insertion.isOfStack {
            findings.append(Finding(.otherDossier))
            return nil
        }
        let isSeparator = try String.fetchOne(db, sql: "SELECT role FROM sheets WHERE id = ?", arguments: [landing.sheet.description])
            == SheetRole.separator.rawValue
        guard let code = arrived.code else {
            guard isSeparator else { return nil }
            // A doubtful one may bear a note: a person says.
            if arrived.blank == .notBlank || arrived.blank == .doubtful {
                findings.append(Finding(.besideCode))
                try setRole(db, landing.sheet, .document)
                return nil
            }
            try leaveOut(db, [arrived.page])
            return Separation(effect: .keptOut, code: nil, pages: [arrived.page])
        }
        try leaveOut(db, [arrived.page])
        if isSeparator, try !isPlaceGivenUp(db, code, landing.sheet) { return Separation(effect: .keptOut, code: code, pages: [arrived.page]) }
        let blankSides = try takeOtherSides(db, of: landing.sheet, besides: arrived.page)
        let effect = try obey(db, code, arrived.page, document, in: run)
        if effect == .newDossier { findings.append(Finding(.newDossier)) }
        return Separation(effect: effect, code: code, pages: blankSides + [arrived.page])
    }

    /// Sides that came before the one with the code.
    /// - Returns: those that are left out now.
    private func takeOtherSides(_ db: Database, of sheet: SheetID, besides page: PageID) throws -> [PageID] {
        let sides = try Row.fetchAll(
            db,
            sql: """
                SELECT g.id, p.blank FROM pages g JOIN placements p ON p.page_id = g.id
                WHERE g.sheet_id = ? AND g.id <> ? AND p.dropped_at IS NULL ORDER BY p.rank
                """, arguments: [sheet.description, page.description])
        let isBlank: (Row) -> Bool = { [BlankClass.suspected.rawValue, BlankClass.confirmed.rawValue].contains($0["blank"]) }
        let blank: [PageID] = try sides.filter(isBlank).map { try $0.id("id") }
        try leaveOut(db, blank)
        let written: [PageID] = try sides.filter { !isBlank($0) }.map { try $0.id("id") }
        for side in written { try insert(db, Finding(.besideCode), on: side) }
        if written.isEmpty { try setRole(db, sheet, .separator) }
        return blank
    }

    private func obey(_ db: Database, _ code: SheetCode, _ page: PageID, _ document: DocumentID, in run: RunRecord) throws -> Separation.Effect {
        switch code {
        case .cover(let dossier), .preparation(let dossier):
            return try self.dossier(db, run.dossier).code == dossier ? .keptOut : .nextDossier(dossier)
        case .newDocument:
            try startDocument(db, at: page, of: document, in: run.dossier)
            return .newDocument
        case .newDossier:
            try startDocument(db, at: page, of: document, in: run.dossier)
            return .newDossier
        case .placeholder(let kind, let number):
            if let number, try isKept(db, code, in: run.dossier) { return .again(kind, number: number) }
            let place: PlaceholderID = identifiers.make()
            try makePlace(db, place, kind, in: run.dossier, after: page, code: code)
            let pagesBefore = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM placements WHERE dossier_id = ?1 AND dropped_at IS NULL
                    AND rank < (SELECT rank FROM placements WHERE page_id = ?2)
                    """, arguments: [run.dossier.description, page.description]) ?? 0
            return .reserved(place, kind, pagesBefore: pagesBefore)
        }
    }

    /// The rest of the document goes with the separator, as when a person splits it; the run's next pages follow it.
    private func startDocument(_ db: Database, at page: PageID, of document: DocumentID, in dossier: DossierID) throws {
        let behind = "FROM placements WHERE document_id = ?1 AND rank"
        let rank = "(SELECT rank FROM placements WHERE page_id = ?2)"
        let earlier = try Int.fetchOne(
            db, sql: "SELECT count(*) \(behind) < \(rank) AND dropped_at IS NULL", arguments: [document.description, page.description]) ?? 0
        if earlier == 0 { return }
        let new = try makeDocument(db, dossier)
        try db.execute(
            sql: "UPDATE placements SET document_id = ?3 WHERE document_id = ?1 AND rank >= \(rank)",
            arguments: [document.description, page.description, new.description])
    }

    /// Whether a side of this sheet opened a place that went with its run: the sheet comes through again.
    private func isPlaceGivenUp(_ db: Database, _ code: SheetCode, _ sheet: SheetID) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT max(removed_at IS NULL) = 0 FROM placeholders
                WHERE code = ? AND after_page IN (SELECT id FROM pages WHERE sheet_id = ?)
                """, arguments: [code.text, sheet.description]) == true
    }

    private func isKept(_ db: Database, _ code: SheetCode, in dossier: DossierID) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT 1 FROM placeholders WHERE dossier_id = ? AND code = ? AND removed_at IS NULL",
            arguments: [dossier.description, code.text]) == true
    }

    private func isContinued(_ db: Database, _ run: RunRecord, into dossier: DossierCode) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT 1 FROM runs r JOIN dossiers d ON d.id = r.dossier_id WHERE r.continues = ? AND d.code = ?",
            arguments: [run.id.description, dossier.text]) == true
    }

    private func leaveOut(_ db: Database, _ pages: [PageID]) throws {
        for page in pages {
            try db.execute(
                sql: "UPDATE placements SET dropped_at = ? WHERE page_id = ?", arguments: [clock.now().milliseconds, page.description])
        }
    }

    private func setRole(_ db: Database, _ sheet: SheetID, _ role: SheetRole) throws {
        try db.execute(sql: "UPDATE sheets SET role = ? WHERE id = ?", arguments: [role.rawValue, sheet.description])
    }

    /// What a side that was left out did when it came, as far as it can be told afterwards: the place it opened.
    public func separation(ofLeftOut page: PageRecord, in contents: DossierContents) throws(StoreError) -> Separation {
        let opened = try read { db in
            try String.fetchOne(
                db, sql: "SELECT id FROM placeholders WHERE after_page = ? AND code IS NOT NULL AND removed_at IS NULL", arguments: [page.id.description])
        }
        let place = opened.flatMap(PlaceholderID.init).flatMap { id in contents.placeholders.first { $0.id == id } }
        let effect = place.map { Separation.Effect.reserved($0.id, $0.kind, pagesBefore: $0.pagesBefore) }
        return Separation(effect: effect ?? (page.code == .newDossier ? .newDossier : .keptOut), code: page.code, pages: [page.id])
    }

    /// A person takes a side of a separator as a page of the dossier: its sheet is one like any other then, a place that it
    /// opened and nothing was captured into is given up, and no other dossier starts there.
    func takeAsPage(_ db: Database, _ page: PageID) throws {
        try closeNewDossiers(db, "page_id = ?", [page.description])
        try db.execute(
            sql: "UPDATE sheets SET role = 'document' WHERE role = 'separator' AND id = (SELECT sheet_id FROM pages WHERE id = ?)",
            arguments: [page.description])
        try db.execute(
            sql: """
                UPDATE placeholders AS h SET removed_at = ?
                WHERE after_page IN (SELECT id FROM pages WHERE sheet_id = (SELECT sheet_id FROM pages WHERE id = ?)) AND code IS NOT NULL AND removed_at IS NULL AND \(StationStore.emptyPlaceSQL)
                """, arguments: [clock.now().milliseconds, page.description])
    }

    /// Sheets "hồ sơ mới" that say nothing any more.
    /// - Parameter which: a condition on `findings`.
    func closeNewDossiers(_ db: Database, _ which: String, _ arguments: StatementArguments) throws {
        try db.execute(sql: "UPDATE findings SET state = 'accepted' WHERE code = 'new_dossier' AND \(which)", arguments: arguments)
    }
}

extension InsertionPoint {
    /// A stack is fed as it lies, fronts or backs: its separators hold for what lies behind them.
    fileprivate var isOfStack: Bool {
        switch self {
        case .end, .backs: true
        case .beginning, .after, .replacing, .into: false
        }
    }
}
