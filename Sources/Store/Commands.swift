import Foundation
import GRDB
import Records
import Texts

/// What a person did to a dossier's pages, and can take back.
public enum CommandKind: String, Sendable, Codable, CaseIterable {
    case count, split, merge, drop, restore, move, turn, blank
}

/// The rows a command changed, before and after. Undo puts the old ones back, provided the new ones still stand.
struct Change: Codable, Equatable {
    struct Placement: Codable, Equatable {
        var page: String
        var document: String
        var rank: Int64
        var turn: Int
        var countsAs: Int
        var blank: String
        var droppedAt: Int64?
    }

    struct Document: Codable, Equatable {
        var id: String
        var rank: Int64
        var deletedAt: Int64?
    }

    struct State: Codable, Equatable {
        var placements: [Placement] = []
        var documents: [Document] = []
        var countedSheets: Int?
    }

    var before: State
    var after: State

    /// Keeps only the rows that differ.
    init(from before: State, to after: State) {
        let oldPlacements = Dictionary(before.placements.map { ($0.page, $0) }) { a, _ in a }
        let oldDocuments = Dictionary(before.documents.map { ($0.id, $0) }) { a, _ in a }
        let newPlacements = after.placements.filter { oldPlacements[$0.page] != $0 }
        let newDocuments = after.documents.filter { oldDocuments[$0.id] != $0 }
        self.after = State(placements: newPlacements, documents: newDocuments, countedSheets: after.countedSheets)
        self.before = State(
            placements: newPlacements.compactMap { oldPlacements[$0.page] },
            documents: newDocuments.map { new in oldDocuments[new.id] ?? Document(id: new.id, rank: new.rank, deletedAt: 0) },
            countedSheets: before.countedSheets)
    }

    var isEmpty: Bool {
        after.placements.isEmpty && after.documents.isEmpty && before.countedSheets == after.countedSheets
    }
}

extension StationStore {
    /// Performs a change to one dossier's pages as one step of undo: runs `body`, keeps what it changed, brings the summary
    /// up to date and records it, all in one transaction.
    func perform(
        _ kind: CommandKind, on dossier: DossierID, by actor: Actor, _ body: @Sendable (Database) throws -> Void
    ) throws(StoreError) {
        try write { db in
            let code = try self.dossier(db, dossier).code
            let before = try self.state(db, dossier)
            try body(db)
            let change = Change(from: before, to: try self.state(db, dossier))
            guard !change.isEmpty else { return }
            // A new step makes what was undone before it unreachable, as everywhere.
            try db.execute(
                sql: "UPDATE commands SET state = 'abandoned' WHERE dossier_id = ? AND state = 'undone'", arguments: [dossier.description])
            try db.execute(
                sql: "INSERT INTO commands (dossier_id, kind, change, person, at) VALUES (?, ?, ?, ?, ?)",
                arguments: [dossier.description, kind.rawValue, try JSON.text(change), actor.person, self.clock.now().milliseconds])
            try self.refreshSummary(db, dossier)
            try self.record(
                db, "pages.\(kind.rawValue)", subject: "dossier:\(code)", by: actor,
                ["pages": change.after.placements.map(\.page).joined(separator: " "), "counted_sheets": change.after.countedSheets.map(String.init) ?? ""])
        }
    }

    /// Takes back the last step. Returns what it was.
    @discardableResult
    public func undo(_ dossier: DossierID, by actor: Actor) throws(StoreError) -> CommandKind {
        try step(
            dossier, by: actor, action: "pages.undone", none: .nothingToUndo, newState: "undone",
            find: "state = 'done' ORDER BY id DESC", from: \.after, to: \.before)
    }

    /// Does the last undone step again.
    @discardableResult
    public func redo(_ dossier: DossierID, by actor: Actor) throws(StoreError) -> CommandKind {
        try step(
            dossier, by: actor, action: "pages.redone", none: .nothingToRedo, newState: "done",
            find: "state = 'undone' ORDER BY id", from: \.before, to: \.after)
    }

    private func step(
        _ dossier: DossierID, by actor: Actor, action: String, none: StoreError, newState: String, find: String,
        from: KeyPath<Change, Change.State> & Sendable, to: KeyPath<Change, Change.State> & Sendable
    ) throws(StoreError) -> CommandKind {
        try write { db in
            guard let row = try Row.fetchOne(
                db, sql: "SELECT * FROM commands WHERE dossier_id = ? AND \(find) LIMIT 1", arguments: [dossier.description])
            else { throw none }
            let change = try JSON.value(Change.self, from: row["change"])
            let delivered = try Int64.fetchOne(
                db, sql: "SELECT max(delivered) FROM delivery_items WHERE dossier_id = ?", arguments: [dossier.description])
            if let delivered, delivered >= row["at"] as Int64 { throw StoreError.undoPastDelivery }
            try self.replace(db, dossier, change[keyPath: from], by: change[keyPath: to])
            let id: Int64 = row["id"]
            let kind: CommandKind = try row.value("kind")
            try db.execute(sql: "UPDATE commands SET state = ? WHERE id = ?", arguments: [newState, id])
            try self.refreshSummary(db, dossier)
            let code = try self.dossier(db, dossier).code
            try self.record(db, action, subject: "dossier:\(code)", by: actor, ["kind": kind.rawValue])
            return kind
        }
    }

    private func state(_ db: Database, _ dossier: DossierID) throws -> Change.State {
        let placements = try Row.fetchAll(
            db, sql: "SELECT * FROM placements WHERE dossier_id = ? ORDER BY rank", arguments: [dossier.description]
        ).map { row in
            Change.Placement(
                page: row["page_id"], document: row["document_id"], rank: row["rank"], turn: row["turn"], countsAs: row["counts_as"],
                blank: row["blank"], droppedAt: row["dropped_at"])
        }
        let documents = try Row.fetchAll(
            db, sql: "SELECT id, rank, deleted_at FROM documents WHERE dossier_id = ? ORDER BY rank", arguments: [dossier.description]
        ).map { Change.Document(id: $0["id"], rank: $0["rank"], deletedAt: $0["deleted_at"]) }
        let counted = try Int.fetchOne(db, sql: "SELECT counted_sheets FROM dossiers WHERE id = ?", arguments: [dossier.description])
        return Change.State(placements: placements, documents: documents, countedSheets: counted)
    }

    private func replace(_ db: Database, _ dossier: DossierID, _ old: Change.State, by new: Change.State) throws {
        let current = try state(db, dossier)
        let placements = Dictionary(current.placements.map { ($0.page, $0) }) { a, _ in a }
        let documents = Dictionary(current.documents.map { ($0.id, $0.deletedAt == nil) }) { a, _ in a }
        guard old.placements.allSatisfy({ placements[$0.page] == $0 }),
            old.documents.allSatisfy({ documents[$0.id] == ($0.deletedAt == nil) }),
            old.countedSheets == new.countedSheets || current.countedSheets == old.countedSheets
        else { throw StoreError.undoOvertaken }
        for row in new.placements {
            if let page = PageID(row.page), row.turn != placements[row.page]?.turn { try queueReading(db, page, dossier: dossier) }
            try db.execute(
                sql: "UPDATE placements SET document_id = ?, rank = ?, turn = ?, counts_as = ?, blank = ?, dropped_at = ? WHERE page_id = ?",
                arguments: [row.document, row.rank, row.turn, row.countsAs, row.blank, row.droppedAt, row.page])
        }
        for row in new.documents {
            try db.execute(
                sql: "UPDATE documents SET rank = ?, deleted_at = ? WHERE id = ?", arguments: [row.rank, row.deletedAt, row.id])
        }
        if old.countedSheets != new.countedSheets {
            try db.execute(
                sql: "UPDATE dossiers SET counted_sheets = ? WHERE id = ?", arguments: [new.countedSheets, dossier.description])
        }
    }
}

extension StationStore {
    /// What undo would take back and redo do again; nil where there is nothing.
    public func undoable(_ dossier: DossierID) throws(StoreError) -> (undo: CommandKind?, redo: CommandKind?) {
        try read { db in
            let undo = try String.fetchOne(
                db, sql: "SELECT kind FROM commands WHERE dossier_id = ? AND state = 'done' ORDER BY id DESC LIMIT 1",
                arguments: [dossier.description])
            let redo = try String.fetchOne(
                db, sql: "SELECT kind FROM commands WHERE dossier_id = ? AND state = 'undone' ORDER BY id LIMIT 1",
                arguments: [dossier.description])
            return (undo.flatMap(CommandKind.init), redo.flatMap(CommandKind.init))
        }
    }
}
