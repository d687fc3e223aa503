import Foundation
import GRDB
import Records

/// A page image that arrived, ready to be entered.
public struct ArrivedPage: Sendable {
    public var page: PageID
    public var sequence: Int
    /// The run's sheet it is a side of, counted from 1.
    public var sheetOrdinal: Int
    public var side: Side
    /// Image and small grey copy in the spool; the image is synced.
    public var spoolFile: String
    public var previewFile: String?
    public var facts: ImageFacts
    public var findings: [Finding]
    public var blank: BlankClass
    public var fingerprint: UInt64
    public var sourceName: String?
    public var origin: SheetOrigin
    /// What a code of ours on it says.
    public var code: SheetCode?
    /// False for a device of one side, which calls every side a front.
    public var tellsSides = true

    public init(
        page: PageID, sequence: Int, sheetOrdinal: Int, side: Side, spoolFile: String, previewFile: String?, facts: ImageFacts,
        findings: [Finding], blank: BlankClass, fingerprint: UInt64, sourceName: String?, origin: SheetOrigin
    ) {
        self.page = page
        self.sequence = sequence
        self.sheetOrdinal = sheetOrdinal
        self.side = side
        self.spoolFile = spoolFile
        self.previewFile = previewFile
        self.facts = facts
        self.findings = findings
        self.blank = blank
        self.fingerprint = fingerprint
        self.sourceName = sourceName
        self.origin = origin
    }
}

/// An open run of the scanner into one dossier.
public struct RunRecord: Sendable, Hashable {
    public let id: RunID
    public let dossier: DossierID
    public let device: String
    /// Where its pages go.
    public let insertion: InsertionPoint
    /// Of the dossier's lease under which its pages are entered; nil for one whose caller answers for that (recovery).
    let fence: Int64?
}

/// What entering a page came to.
public struct EnteredPage: Sendable, Hashable {
    /// As stored: with `repeated` added when the image is that of a recent page.
    public let findings: [Finding]
    public let document: DocumentID
    /// In a pass of backs another than the device said.
    public let side: Side
    /// Set when it is a side of a separator sheet: it is stored, and no page of the dossier.
    public let separation: Separation?
}

extension StationStore {
    public var vault: Vault { Vault(folder) }

    /// Opens a run; its pages will go in at this point.
    /// - Parameter lease: of the dossier. Once somebody else has taken it over, the run enters no further page.
    public func beginRun(
        dossier: DossierID, device: String, settings: ScanSettings, at insertion: InsertionPoint = .end, under lease: Lease? = nil,
        by actor: Actor
    ) throws(StoreError) -> RunRecord {
        let run = RunRecord(id: identifiers.make(), dossier: dossier, device: device, insertion: insertion, fence: lease?.fence)
        try write { db in
            let code = try self.dossier(db, dossier).code
            try self.check(db, insertion, in: dossier)
            try db.execute(
                sql: """
                    INSERT INTO runs (id, dossier_id, device, settings, insertion, person, station, started)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    run.id.description, dossier.description, device, try JSON.text(settings), insertion.stored, actor.person,
                    actor.station, self.clock.now().milliseconds,
                ])
            try self.record(
                db, "run.started", subject: "dossier:\(code)", by: actor, ["run": run.id.description, "device": device])
        }
        return run
    }

    /// Writes down that a page with this identifier is about to be read. Before its first byte.
    /// - Parameters:
    ///   - place: the side it will be, so that an image found later without its row still knows its sheet.
    ///   - source: the file it comes from, if it does; known later like its sheet.
    public func expectPage(_ page: PageID, sequence: Int, at place: SheetSide, from source: String? = nil, in run: RunRecord) throws(StoreError) {
        try write { db in
            try self.requireFence(db, of: run)
            try db.execute(
                sql: "INSERT INTO arrivals (page_id, run_id, sequence, sheet_ordinal, side, created, source_name) VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [
                    page.description, run.id.description, sequence, place.sheet, place.side.rawValue, self.clock.now().milliseconds, source,
                ])
        }
    }

    /// Takes a page's image into the vault and enters it at its place. When this returns, the page is safe.
    @discardableResult
    public func enter(_ arrived: ArrivedPage, in run: RunRecord, hopper: String? = nil, by actor: Actor) throws(StoreError) -> EnteredPage {
        try vault.takeIn(arrived.spoolFile, as: arrived.page, format: arrived.facts.format)
        let entered: EnteredPage
        do {
            entered = try commit(arrived, in: run, hopper: hopper, by: actor)
        } catch {
            // Back to where it came from, so that the same call can be made again when the disk has room.
            vault.giveBack(arrived.page, format: arrived.facts.format, to: arrived.spoolFile)
            throw error
        }
        if let preview = arrived.previewFile { vault.takeInPreview(preview, as: arrived.page) }
        return entered
    }

    /// The transaction of `enter`, for an image that is in the vault already (recovery).
    func commit(_ arrived: ArrivedPage, in run: RunRecord, hopper: String?, by actor: Actor) throws(StoreError) -> EnteredPage {
        try write { db in
            try self.requireFence(db, of: run)
            let landing = try self.landing(db, arrived, in: run)
            let (sheet, side) = (landing.sheet, landing.side)
            var findings = arrived.findings
            if let original = try self.original(db, of: arrived, landing, run: run) { findings.append(Finding(.repeated, value: Double(original))) }
            let facts = arrived.facts
            try db.execute(
                sql: """
                    INSERT INTO pages (id, run_id, sequence, sheet_id, side, sha256, byte_count, width, height, dpi, mode, format,
                                       fingerprint, source_name, captured, code)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    arrived.page.description, run.id.description, arrived.sequence, sheet.description, side.rawValue,
                    facts.sha256, facts.byteCount, facts.width, facts.height, facts.dpi, facts.mode.rawValue, facts.format.rawValue,
                    Int64(bitPattern: arrived.fingerprint), arrived.sourceName, self.clock.now().milliseconds,
                    arrived.code?.text,
                ])
            let place = try self.place(db, sequence: arrived.sequence, landing, in: run)
            try db.execute(
                sql: "INSERT INTO placements (page_id, dossier_id, document_id, rank, blank, counts_as) VALUES (?, ?, ?, ?, ?, ?)",
                arguments: [
                    arrived.page.description, run.dossier.description, place.document.description, place.rank, arrived.blank.rawValue,
                    landing.countsAs,
                ])
            let separation = try self.separate(db, arrived, landing, place.document, in: run, &findings)
            for finding in findings { try self.insert(db, finding, on: arrived.page) }
            try db.execute(
                sql: "INSERT INTO jobs (kind, page_id, dossier_id, updated) VALUES ('ocr', ?, ?, ?)",
                arguments: [arrived.page.description, run.dossier.description, self.clock.now().milliseconds])
            try db.execute(sql: "UPDATE arrivals SET outcome = 'page' WHERE page_id = ?", arguments: [arrived.page.description])
            if let hopper { try self.saveHopper(db, of: run, state: hopper) }
            try self.noteChange(db, run.dossier)
            try self.record(
                db, "page.entered", subject: "page:\(arrived.page)", by: actor,
                ["run": run.id.description, "sequence": String(arrived.sequence), "sha256": facts.sha256])
            if let separation { try self.record(db, "page.separated", subject: "page:\(arrived.page)", by: actor, separation.detail) }
            return EnteredPage(
                findings: try findings.map { try $0.shown { try self.place(db, ofPageWith: $0) } }, document: place.document, side: side,
                separation: separation)
        }
    }

    /// Closes a run. Arrivals that brought no page are closed with it.
    public func endRun(
        _ run: RunRecord, stop: StopReason, fault: String?, hopper: String? = nil, by actor: Actor
    ) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "UPDATE runs SET ended = ?, stop = ?, fault = ? WHERE id = ?",
                arguments: [self.clock.now().milliseconds, stop.rawValue, fault, run.id.description])
            try db.execute(
                sql: "UPDATE arrivals SET outcome = 'none' WHERE run_id = ? AND outcome IS NULL", arguments: [run.id.description])
            if let hopper { try self.saveHopper(db, of: run, state: hopper) }
            let code = try self.dossier(db, run.dossier).code
            try self.record(
                db, "run.ended", subject: "dossier:\(code)", by: actor,
                ["run": run.id.description, "stop": stop.rawValue, "fault": fault ?? ""])
        }
    }

    /// What is left in a folder scanner's hopper for a dossier, as its last run said.
    public func hopper(dossier: DossierID, device: String) throws(StoreError) -> String? {
        try read { db in
            try String.fetchOne(
                db, sql: "SELECT state FROM hoppers WHERE dossier_id = ? AND device = ?", arguments: [dossier.description, device])
        }
    }

    /// All dossiers of a stack have the same tray.
    private func saveHopper(_ db: Database, of run: RunRecord, state: String) throws {
        try db.execute(
            sql: """
                WITH RECURSIVE stack(id) AS (
                    SELECT ?1
                    UNION SELECT r.continues FROM runs r JOIN stack ON r.id = stack.id WHERE r.continues IS NOT NULL
                    UNION SELECT r.id FROM runs r JOIN stack ON r.continues = stack.id)
                INSERT INTO hoppers SELECT DISTINCT dossier_id, ?2, ?3 FROM runs WHERE id IN (SELECT id FROM stack)
                ON CONFLICT DO UPDATE SET state = excluded.state
                """, arguments: [run.id.description, run.device, state])
    }

    /// The sheet of a run by its ordinal; made with its first side. Ordinal 0 is the sheet in which the device's last run
    /// was cut off: its back comes with this run.
    func sheet(_ db: Database, ordinal: Int, origin: SheetOrigin, run: RunRecord) throws -> SheetID {
        var role = SheetRole.document
        if ordinal == 0, let last = try lastSide(db, of: run.dossier, device: run.device, before: run.id), last.side == .front {
            if last.dossier == run.dossier { return last.sheet }
            // The cover of this dossier: its front was stored with the dossier before, which is not held now.
            role = last.role == .separator ? .separator : .document
        }
        if let known = try String.fetchOne(
            db, sql: "SELECT id FROM sheets WHERE run_id = ? AND ordinal = ?", arguments: [run.id.description, ordinal]),
            let id = SheetID(known)
        {
            return id
        }
        let id: SheetID = identifiers.make()
        try db.execute(
            sql: "INSERT INTO sheets (id, dossier_id, run_id, ordinal, role, origin, created) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                id.description, run.dossier.description, run.id.description, ordinal, role.rawValue, origin.rawValue,
                clock.now().milliseconds,
            ])
        return id
    }

    private struct LastSide {
        let sheet: SheetID
        let side: Side
        let role: SheetRole
        let dossier: DossierID
    }

    /// The side with which the device's runs into a dossier ended. Those that a stack went on from into it count among them:
    /// the cover between them may be the last that came.
    /// - Parameter run: one that is not looked at.
    private func lastSide(_ db: Database, of dossier: DossierID, device: String, before run: RunID? = nil) throws -> LastSide? {
        try Row.fetchOne(
            db,
            sql: """
                WITH into_it AS (SELECT id, continues FROM runs WHERE dossier_id = ?1 AND device = ?2 AND id IS NOT ?3)
                SELECT g.sheet_id, g.side, s.role, r.dossier_id FROM pages g JOIN runs r ON r.id = g.run_id JOIN sheets s ON s.id = g.sheet_id
                WHERE r.id IN (SELECT id FROM into_it UNION SELECT continues FROM into_it)
                ORDER BY r.rowid DESC, g.sequence DESC LIMIT 1
                """, arguments: [dossier.description, device, run?.description]
        ).map { LastSide(sheet: try $0.id("sheet_id"), side: try $0.value("side"), role: try $0.value("role"), dossier: try $0.id("dossier_id")) }
    }

    /// The number of the page that an arriving one repeats: a sheet fed twice shows as the image of one of the dossier's last
    /// pages. One that is scanned again in its place does not repeat itself.
    private func original(_ db: Database, of arrived: ArrivedPage, _ landing: Landing, run: RunRecord) throws -> Int64? {
        guard arrived.fingerprint != 0, arrived.blank == .notBlank, arrived.code == nil else { return nil }
        // The `+` keeps SQLite from going through all pages of the station in the order of their numbers.
        let recent = try Row.fetchAll(
            db,
            sql: """
                SELECT g.number, g.fingerprint FROM pages g JOIN placements p ON p.page_id = g.id
                WHERE p.dossier_id = ? AND g.side = ? AND g.sheet_id <> ? AND p.blank = 'no' AND p.dropped_at IS NULL
                ORDER BY +g.number DESC LIMIT 8
                """, arguments: [run.dossier.description, landing.side.rawValue, landing.sheet.description])
        let mine = Fingerprint(bits: arrived.fingerprint)
        return recent.first { mine.isRepeat(of: Fingerprint(bits: UInt64(bitPattern: $0["fingerprint"]))) }?["number"]
    }

    /// The place among the pages in use of the page with this number; nil when it is not in use.
    private func place(_ db: Database, ofPageWith number: Int64) throws -> Int? {
        let place = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM placements o JOIN placements p ON p.dossier_id = o.dossier_id AND o.rank <= p.rank
                JOIN pages g ON g.id = p.page_id WHERE g.number = ? AND p.dropped_at IS NULL AND o.dropped_at IS NULL
                """, arguments: [number])
        return place.flatMap { $0 > 0 ? $0 : nil }
    }

    /// The dossier of a station's last run, unless it is settled.
    public func dossierLeftOpen(at station: String) throws(StoreError) -> DossierID? {
        try read { db in
            let last = try Row.fetchOne(
                db, sql: "SELECT dossier_id FROM runs WHERE station = ? ORDER BY started DESC, rowid DESC LIMIT 1", arguments: [station])
            guard let last else { return nil }
            let dossier = try self.dossier(db, try last.id("dossier_id"))
            return dossier.standing.isSettled ? nil : dossier.id
        }
    }

    /// How many pages of a file, by the name it was entered under, are in a dossier: active, dropped or separators.
    public func pageCount(from source: String, in dossier: DossierID) throws(StoreError) -> Int {
        try read { db in
            try Int.fetchOne(
                db, sql: "SELECT count(*) FROM pages g JOIN runs r ON r.id = g.run_id WHERE r.dossier_id = ? AND g.source_name = ?",
                arguments: [dossier.description, source]) ?? 0
        }
    }

    /// Whether the last side a device gave for a dossier is a front, so that a back of its sheet may follow in another run.
    public func endsWithFront(_ dossier: DossierID, device: String) throws(StoreError) -> Bool {
        try read { db in try self.lastSide(db, of: dossier, device: device)?.side == .front }
    }

    /// Pages a run still expects: identifiers whose images may lie in the spool.
    public func openArrivals() throws(StoreError) -> [PageID] {
        try read { db in
            try String.fetchAll(db, sql: "SELECT page_id FROM arrivals WHERE outcome IS NULL").compactMap { PageID($0) }
        }
    }
}

extension InsertionPoint {
    /// As the runs table keeps it: `end`, `beginning`, the identifier of the page before, or a word and identifiers.
    var stored: String {
        switch self {
        case .end: "end"
        case .beginning: "beginning"
        case .after(let page): page.description
        case .replacing(let page): "replacing:\(page)"
        case .into(let place): "into:\(place)"
        case .backs(let sheets): "backs:" + sheets.map(\.description).joined(separator: ",")
        }
    }

    init(stored: String) throws {
        switch stored {
        case "end": self = .end
        case "beginning": self = .beginning
        default:
            let parts = stored.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            let rest = parts.last ?? ""
            switch (parts.count, parts[0]) {
            case (2, "replacing"): self = .replacing(try InsertionPoint.id(rest))
            case (2, "into"): self = .into(try InsertionPoint.id(rest))
            case (2, "backs"): self = .backs(of: try rest.split(separator: ",").map { try InsertionPoint.id(String($0)) })
            default: self = .after(try InsertionPoint.id(stored))
            }
        }
    }

    private static func id<Named>(_ text: String) throws -> Identifier<Named> {
        guard let id = Identifier<Named>(text) else { throw StoreError.damagedDatabase("insertion: \(text)") }
        return id
    }
}
