import Foundation
import GRDB
import Records
import Texts

/// What a person did to a dossier, and can take back.
public enum CommandKind: String, Sendable, Codable, CaseIterable {
    case count, split, merge, drop, restore, move, turn, blank, finish
    /// Pencil numbers and roles of sheets.
    case label, role
    /// How many trang a page counts as.
    case countsAs = "counts_as"
    case deskew
    /// Findings looked at and taken as they are.
    case accept
    /// A place reserved for a sheet that left the stack, and given up again.
    case reserve, release
    /// Pages scanned again in place of others.
    case replace
    /// A person says that no document starts where one was proposed.
    case dismissHead = "dismiss_head"
    /// Texts of pages corrected.
    case correct

    /// As the audit trail calls it.
    var action: String { self == .finish ? "dossier.finished" : "pages.\(rawValue)" }
}

/// The rows a command changed, before and after. Undo puts the old values back, provided the new ones still stand.
struct Change: Codable, Equatable {
    struct Placement: Codable, Equatable {
        var page: String
        var document: String
        var rank: Int64
        var turn: Int
        var countsAs: Int
        var blank: String
        var droppedAt: Int64?
        /// nil, as in rows written before there was such a thing: 0.
        var deskew: Double?

        /// This row with the step from `old` to `new` applied to it; nil when a value of the step is no longer the old one.
        /// Values that the step does not touch may have changed since.
        func stepped(from old: Placement, to new: Placement) -> Placement? {
            var result = self
            func take<Value: Equatable>(_ path: WritableKeyPath<Placement, Value>) -> Bool {
                if old[keyPath: path] == new[keyPath: path] { return true }
                guard self[keyPath: path] == old[keyPath: path] else { return false }
                result[keyPath: path] = new[keyPath: path]
                return true
            }
            let stands = take(\.document) && take(\.rank) && take(\.turn) && take(\.countsAs) && take(\.blank) && take(\.droppedAt)
                && take(\.deskew)
            return stands ? result : nil
        }
    }

    /// "Xong", as the dossier's columns hold it.
    struct Settled: Codable, Equatable {
        var sheets: Int
        var code: String?
        var detail: String?
        var at: Int64?
        var by: String?
    }

    struct State: Codable, Equatable {
        var placements: [Placement] = []
        var countedSheets: Int?
        /// Nil as well in steps written before finishing was one: they never change it.
        var settled: Settled?
        /// What is not of a placement, by `Fact`; nil in rows written before there was such a thing.
        var facts: [String: String]?
    }

    var before: State
    var after: State
    /// Number of the newest page there was; pages entered later follow the one they were put behind.
    var newestPage: Int64

    /// Keeps only the rows that differ.
    init(from before: State, to after: State, newestPage: Int64) {
        let old = Dictionary(before.placements.map { ($0.page, $0) }) { a, _ in a }
        let changed = after.placements.filter { old[$0.page] != nil && old[$0.page] != $0 }
        let (was, becomes) = (before.facts ?? [:], after.facts ?? [:])
        let facts = Set(was.keys).union(becomes.keys).filter { was[$0] != becomes[$0] }
        self.after = State(
            placements: changed, countedSheets: after.countedSheets, settled: after.settled,
            facts: becomes.filter { facts.contains($0.key) })
        self.before = State(
            placements: changed.compactMap { old[$0.page] }, countedSheets: before.countedSheets, settled: before.settled,
            facts: was.filter { facts.contains($0.key) })
        self.newestPage = newestPage
    }

    var isEmpty: Bool {
        after.placements.isEmpty && before.countedSheets == after.countedSheets && before.settled == after.settled
            && before.facts == after.facts
    }

    /// What the audit trail keeps of it.
    func detail(_ kind: CommandKind) -> [String: String] {
        let counted = after.countedSheets.map(String.init) ?? ""
        guard kind == .finish else {
            let pages = after.placements.map(\.page).joined(separator: " ")
            return (after.facts ?? [:]).merging(["pages": pages, "counted_sheets": counted]) { fact, _ in fact }
        }
        return [
            "sheets": after.settled.map { String($0.sheets) } ?? "", "counted_sheets": counted,
            "override": after.settled?.code ?? "", "detail": after.settled?.detail ?? "",
        ]
    }
}

/// The steps that one undo goes through: those at the desk, whoever did them, and the corrections of each person, so that
/// nobody takes back what somebody else does meanwhile.
enum UndoChain: Equatable {
    case desk
    case corrections(by: String)

    enum Direction {
        case back, forth

        fileprivate var find: String { self == .back ? "state = 'done' ORDER BY id DESC" : "state = 'undone' ORDER BY id" }
    }

    /// The one that a step of this kind belongs to.
    init(_ kind: CommandKind, of actor: Actor) { self = kind == .correct ? .corrections(by: actor.person) : .desk }

    /// In the table `commands`, with `arguments`.
    var condition: String {
        switch self {
        case .desk: "kind <> 'correct'"
        case .corrections: "kind = 'correct' AND person = ?"
        }
    }

    var arguments: StatementArguments {
        switch self {
        case .desk: []
        case .corrections(let person): [person]
        }
    }
}

extension StationStore {
    /// Performs a change to one dossier's pages as one step of undo: runs `body`, keeps what it changed, brings the summary
    /// up to date and records it, all in one transaction. What `prepare` does is no part of the step.
    func perform(
        _ kind: CommandKind, on dossier: DossierID, by actor: Actor, prepare: @Sendable (Database) throws -> Void = { _ in },
        _ body: @Sendable (Database) throws -> Void
    ) throws(StoreError) {
        try write { db in
            let code = try self.dossier(db, dossier).code
            try prepare(db)
            let before = try self.state(db, dossier)
            try body(db)
            let newest = try Int64.fetchOne(db, sql: "SELECT max(number) FROM pages") ?? 0
            let change = Change(from: before, to: try self.state(db, dossier), newestPage: newest)
            guard !change.isEmpty else { return }
            // A new step makes what was undone before it unreachable, as everywhere.
            let chain = UndoChain(kind, of: actor)
            try db.execute(
                sql: "UPDATE commands SET state = 'abandoned' WHERE dossier_id = ? AND state = 'undone' AND \(chain.condition)",
                arguments: [dossier.description] + chain.arguments)
            try db.execute(
                sql: "INSERT INTO commands (dossier_id, kind, change, person, at) VALUES (?, ?, ?, ?, ?)",
                arguments: [dossier.description, kind.rawValue, try JSON.text(change), actor.person, self.clock.now().milliseconds])
            try self.noteChange(db, dossier)
            try self.record(db, kind.action, subject: "dossier:\(code)", by: actor, change.detail(kind))
        }
    }

    /// Takes back the last step at the desk. Returns what it was.
    @discardableResult
    public func undo(_ dossier: DossierID, by actor: Actor) throws(StoreError) -> CommandKind {
        try step(dossier, .desk, .back, by: actor).kind
    }

    /// Does the last undone step at the desk again.
    @discardableResult
    public func redo(_ dossier: DossierID, by actor: Actor) throws(StoreError) -> CommandKind {
        try step(dossier, .desk, .forth, by: actor).kind
    }

    /// Takes back or does again the last step of a chain.
    func step(
        _ dossier: DossierID, _ chain: UndoChain, _ direction: UndoChain.Direction, by actor: Actor
    ) throws(StoreError) -> (kind: CommandKind, change: Change) {
        try write { db in
            guard let row = try Row.fetchOne(
                db, sql: "SELECT * FROM commands WHERE dossier_id = ? AND \(chain.condition) AND \(direction.find) LIMIT 1",
                arguments: [dossier.description] + chain.arguments)
            else { throw direction == .back ? StoreError.nothingToUndo : .nothingToRedo }
            let change = try JSON.value(Change.self, from: row["change"])
            // By the commands' own order: clocks go back.
            let delivered = try Int64.fetchOne(
                db, sql: "SELECT max(last_command) FROM delivery_items WHERE dossier_id = ?", arguments: [dossier.description])
            if let delivered, delivered >= row["id"] as Int64 { throw StoreError.undoPastDelivery }
            let (from, to) = direction == .back ? (change.after, change.before) : (change.before, change.after)
            try self.replace(db, dossier, from, by: to, newestPage: change.newestPage)
            let id: Int64 = row["id"]
            let kind: CommandKind = try row.value("kind")
            try db.execute(sql: "UPDATE commands SET state = ? WHERE id = ?", arguments: [direction == .back ? "undone" : "done", id])
            try self.noteChange(db, dossier)
            let code = try self.dossier(db, dossier).code
            try self.record(
                db, direction == .back ? "pages.undone" : "pages.redone", subject: "dossier:\(code)", by: actor, ["kind": kind.rawValue])
            return (kind, change)
        }
    }

    private func state(_ db: Database, _ dossier: DossierID) throws -> Change.State {
        let placements = try Row.fetchAll(
            db, sql: "SELECT * FROM placements WHERE dossier_id = ? ORDER BY rank", arguments: [dossier.description]
        ).map { row in
            Change.Placement(
                page: row["page_id"], document: row["document_id"], rank: row["rank"], turn: row["turn"], countsAs: row["counts_as"],
                blank: row["blank"], droppedAt: row["dropped_at"], deskew: row["deskew"] == 0.0 ? nil : row["deskew"])
        }
        let row = try Row.fetchOne(db, sql: "SELECT * FROM dossiers WHERE id = ?", arguments: [dossier.description])
        let settled = (row?["settled_sheets"] as Int?).map { sheets in
            Change.Settled(
                sheets: sheets, code: row?["override_code"], detail: row?["override_detail"], at: row?["settled_at"], by: row?["settled_by"])
        }
        return Change.State(placements: placements, countedSheets: row?["counted_sheets"], settled: settled, facts: try Fact.all(db, dossier))
    }

    private func replace(
        _ db: Database, _ dossier: DossierID, _ old: Change.State, by new: Change.State, newestPage: Int64
    ) throws {
        let current = try state(db, dossier)
        let placements = Dictionary(current.placements.map { ($0.page, $0) }) { a, _ in a }
        guard old.countedSheets == new.countedSheets || current.countedSheets == old.countedSheets,
            old.settled == new.settled || current.settled == old.settled
        else { throw StoreError.undoOvertaken }
        for (was, becomes) in zip(old.placements, new.placements) {
            guard let row = placements[was.page]?.stepped(from: was, to: becomes) else { throw StoreError.undoOvertaken }
            if let page = PageID(row.page), was.turn != becomes.turn { try queueReading(db, page, dossier: dossier) }
            try db.execute(
                sql: "UPDATE placements SET document_id = ?, rank = ?, turn = ?, counts_as = ?, blank = ?, dropped_at = ?, deskew = ? WHERE page_id = ?",
                arguments: [row.document, row.rank, row.turn, row.countsAs, row.blank, row.droppedAt, row.deskew ?? 0, row.page])
        }
        try Fact.step(db, dossier, from: old.facts ?? [:], to: new.facts ?? [:], now: current.facts ?? [:], in: self)
        try separateEqualRanks(db, dossier)
        try seatPages(db, dossier, newerThan: newestPage)
        if old.countedSheets != new.countedSheets {
            try db.execute(
                sql: "UPDATE dossiers SET counted_sheets = ? WHERE id = ?", arguments: [new.countedSheets, dossier.description])
        }
        if old.settled != new.settled { try settle(db, dossier, new.settled) }
    }

    /// Writes down that the counts are settled, or no longer.
    func settle(_ db: Database, _ dossier: DossierID, _ settled: Change.Settled?) throws {
        try db.execute(
            sql: "UPDATE dossiers SET settled_sheets = ?, override_code = ?, override_detail = ?, settled_at = ?, settled_by = ? WHERE id = ?",
            arguments: [settled?.sheets, settled?.code, settled?.detail, settled?.at, settled?.by, dossier.description])
    }

    /// A page that was put back may find its place taken by one entered since: the newer one goes right behind it.
    private func separateEqualRanks(_ db: Database, _ dossier: DossierID) throws {
        while let row = try Row.fetchOne(
            db,
            sql: """
                SELECT p.rank, max(g.number) AS newest, (SELECT min(o.rank) FROM placements o WHERE o.dossier_id = ?1 AND o.rank > p.rank) AS next
                FROM placements p JOIN pages g ON g.id = p.page_id WHERE p.dossier_id = ?1 GROUP BY p.rank HAVING count(*) > 1 LIMIT 1
                """, arguments: [dossier.description])
        {
            guard let free = Rank.between(row["rank"], row["next"]) else { return try spreadRanks(db, dossier) }
            try db.execute(
                sql: "UPDATE placements SET rank = ? WHERE page_id = (SELECT id FROM pages WHERE number = ?)",
                arguments: [free, row["newest"] as Int64])
        }
    }

    /// Pages entered after a step was done belong, after it was taken back or done again, to the document of the page they
    /// then follow, as when they were entered; one starts with each separator that says so.
    private func seatPages(_ db: Database, _ dossier: DossierID, newerThan newest: Int64) throws {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT p.page_id, p.document_id, g.number, \(StationStore.startsDocumentSQL) AS starts FROM placements p
                JOIN pages g ON g.id = p.page_id WHERE p.dossier_id = ? ORDER BY p.rank, g.number
                """, arguments: [dossier.description])
        var document = rows.first { ($0["number"] as Int64) <= newest }?["document_id"] as String?
        for row in rows {
            let own: String = row["document_id"]
            if (row["number"] as Int64) <= newest || row["starts"] { document = own; continue }
            guard let document, document != own else { continue }
            try db.execute(
                sql: "UPDATE placements SET document_id = ? WHERE page_id = ?", arguments: [document, row["page_id"] as String])
        }
    }
}

extension StationStore {
    /// What undo at the desk would take back and redo do again, nil where there is nothing; and how many pages were entered since the
    /// step that undo would take back: scanning is none, so they stay.
    public func undoable(_ dossier: DossierID) throws(StoreError) -> (undo: CommandKind?, redo: CommandKind?, pagesSince: Int) {
        try read { db in
            let last = try Row.fetchOne(
                db, sql: "SELECT kind, json_extract(change, '$.newestPage') AS newest FROM commands WHERE dossier_id = ? AND state = 'done' AND \(UndoChain.desk.condition) ORDER BY id DESC LIMIT 1",
                arguments: [dossier.description])
            let undo: String? = last?["kind"]
            let since = try Int.fetchOne(
                db,
                sql: """
                    SELECT count(*) FROM placements p JOIN pages g ON g.id = p.page_id
                    WHERE p.dossier_id = ? AND g.number > ? AND p.dropped_at IS NULL
                    """, arguments: [dossier.description, last?["newest"] as Int64?]) ?? 0
            let redo = try String.fetchOne(
                db, sql: "SELECT kind FROM commands WHERE dossier_id = ? AND state = 'undone' AND \(UndoChain.desk.condition) ORDER BY id LIMIT 1",
                arguments: [dossier.description])
            return (undo.flatMap(CommandKind.init), redo.flatMap(CommandKind.init), undo == nil ? 0 : since)
        }
    }
}
