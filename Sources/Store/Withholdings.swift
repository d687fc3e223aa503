import Crypto
import Foundation
import GRDB
import Records
import Texts

/// What is withheld, or is to be.
public enum WithheldTarget: Sendable, Hashable {
    case dossier(DossierID)
    case document(DocumentID)
    case page(PageID)

    public var scope: WithheldScope {
        switch self {
        case .dossier: .dossier
        case .document: .document
        case .page: .page
        }
    }
}

/// Material kept back by a person, and until when.
public struct Withholding: Sendable, Hashable, Identifiable {
    public let id: WithholdingID
    public let dossier: DossierID
    public let target: WithheldTarget
    public let reason: WithholdingReason
    /// In the person's own words. It stays at the station: neither the trail nor an exported copy has it.
    public let detail: String?
    public let person: String
    public let at: Timestamp
    /// Nil while it stands.
    public let lifted: Lift?

    public struct Lift: Sendable, Hashable {
        public let at: Timestamp
        public let person: String
        public let detail: String
    }
}

extension StationStore {
    // MARK: - By hand

    /// Keeps a dossier, document or page back, at once and whoever works on the dossier: no lease is asked for. It is no step
    /// of undo. Withholding what is withheld already gives it this reason.
    /// - Parameter detail: the person's own words; nil or empty: none.
    @discardableResult
    public func withhold(
        _ target: WithheldTarget, for reason: WithholdingReason, detail: String? = nil, by actor: Actor
    ) throws(StoreError) -> WithholdingID {
        let new: WithholdingID = identifiers.make()
        return try write { db in
            let row = try self.row(db, of: target)
            if let standing = try self.standing(db, target) {
                try self.rewrite(db, standing, target, reason, detail, by: actor)
                return standing.id
            }
            try self.insert(
                db, new, row, reason: reason.rawValue, detail: StationStore.words(detail), person: actor.person, at: self.clock.now().milliseconds)
            try self.noteChange(db, row.dossier)
            try self.record(db, "material.withheld", of: row, by: actor, ["reason": reason.rawValue].merging(Self.sealed(detail)) { a, _ in a })
            return new
        }
    }

    /// Says otherwise what a withholding covers and why: what it no longer covers is free again.
    /// - Throws: `actionImpossible` once it has been lifted, or for something of another dossier.
    public func rewithhold(
        _ id: WithholdingID, as target: WithheldTarget, for reason: WithholdingReason, detail: String? = nil, by actor: Actor
    ) throws(StoreError) {
        try write { db in
            let old = try self.withholding(db, id)
            guard old.lifted == nil, try self.row(db, of: target).dossier == old.dossier else {
                throw StoreError.actionImpossible(Text.withheldNotThere.phrase)
            }
            if let other = try self.standing(db, target), other.id != id {
                try self.lift(db, id, Text.withheldElsewhere(.vi), by: actor)
                return try self.rewrite(db, other, target, reason, detail, by: actor)
            }
            try self.rewrite(db, old, target, reason, detail, by: actor)
        }
    }

    /// Ends a withholding. What another one covers stays withheld.
    /// - Parameters:
    ///   - detail: who decided so and why; not empty.
    ///   - isWithCarried: what was moved, split or undone out of it within the dossier goes free too; else somebody decides
    ///     about each of them.
    public func releaseWithheld(
        _ id: WithholdingID, detail: String, isWithCarried: Bool = false, by actor: Actor
    ) throws(StoreError) {
        guard let words = StationStore.words(detail) else { throw .invalidValue(field: "detail", value: detail) }
        try write { db in
            let old = try self.withholding(db, id)
            guard old.lifted == nil else { throw StoreError.actionImpossible(Text.withheldNotThere.phrase) }
            let carried = isWithCarried ? try self.carried(db, from: id) : []
            for one in [id] + carried { try self.lift(db, one, words, by: actor) }
            try self.noteChange(db, old.dossier)
            try self.record(
                db, "material.released", of: try self.row(db, of: old.target), by: actor,
                ["reason": old.reason.rawValue, "carried": carried.map(\.description).joined(separator: " ")]
                    .merging(Self.sealed(words)) { a, _ in a })
        }
    }

    // MARK: - Queries

    /// What stands, oldest first; of one dossier or of all.
    public func withholdings(of dossier: DossierID? = nil) throws(StoreError) -> [Withholding] {
        try read { db in
            try Row.fetchAll(
                db, sql: "SELECT * FROM withholdings WHERE lifted_at IS NULL AND (?1 IS NULL OR dossier_id = ?1) ORDER BY rowid",
                arguments: [dossier?.description]
            ).map { try Withholding($0) }
        }
    }

    /// The withholding of exactly this, while it stands.
    public func withholding(of target: WithheldTarget) throws(StoreError) -> Withholding? {
        try read { db in try self.standing(db, target) }
    }

    /// The withholding that keeps a page back, its own or a wider one; nil: it is not withheld.
    public func withholding(covering page: PageID) throws(StoreError) -> Withholding? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT w.* FROM placements p JOIN withholdings w ON w.id = p.withheld WHERE p.page_id = ?",
                arguments: [page.description]
            ).map { try Withholding($0) }
        }
    }

    /// Why nothing of a page may be shown; nil: it may.
    public func withholdingReason(of page: PageID) throws(StoreError) -> WithholdingReason? {
        try read { db in
            try Row.fetchOne(
                db, sql: "SELECT w.reason FROM placements p JOIN withholdings w ON w.id = p.withheld WHERE p.page_id = ?", arguments: [page.description]
            ).map { try $0.value("reason") }
        }
    }

    /// The reason for which the dossier `d` is withheld as a whole, as a column.
    static let withheldSQL = """
        (SELECT w.reason FROM withholdings w WHERE w.dossier_id = d.id AND w.document_id IS NULL AND w.page_id IS NULL
            AND w.lifted_at IS NULL LIMIT 1)
        """

    // MARK: - Rows

    /// A target as the columns of its row.
    struct WithheldRow {
        var dossier: DossierID
        var document: String?
        var page: String?

        var subject: (kind: String, id: String)? {
            page.map { ("page", $0) } ?? document.map { ("document", $0) }
        }
    }

    private func row(_ db: Database, of target: WithheldTarget) throws -> WithheldRow {
        switch target {
        case .dossier(let id): return WithheldRow(dossier: try self.dossier(db, id).id)
        case .document(let id):
            guard let row = try Row.fetchOne(db, sql: "SELECT dossier_id FROM documents WHERE id = ?", arguments: [id.description])
            else { throw StoreError.noSuchDocument(id.description) }
            return WithheldRow(dossier: try row.id("dossier_id"), document: id.description)
        case .page(let id): return WithheldRow(dossier: try dossier(db, of: id), page: id.description)
        }
    }

    private func withholding(_ db: Database, _ id: WithholdingID) throws -> Withholding {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM withholdings WHERE id = ?", arguments: [id.description])
        else { throw StoreError.actionImpossible(Text.withheldNotThere.phrase) }
        return try Withholding(row)
    }

    private func standing(_ db: Database, _ target: WithheldTarget) throws -> Withholding? {
        let row = try row(db, of: target)
        return try Row.fetchOne(
            db, sql: "SELECT * FROM withholdings WHERE dossier_id = ? AND document_id IS ? AND page_id IS ? AND lifted_at IS NULL",
            arguments: [row.dossier.description, row.document, row.page]
        ).map { try Withholding($0) }
    }

    func insert(
        _ db: Database, _ id: WithholdingID, _ row: WithheldRow, reason: String, detail: String?, person: String, at: Int64, from: String? = nil
    ) throws {
        try db.execute(
            sql: """
                INSERT INTO withholdings (id, dossier_id, document_id, page_id, reason, detail, person, at, carried_from)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [id.description, row.dossier.description, row.document, row.page, reason, detail, person, at, from])
    }

    private func rewrite(
        _ db: Database, _ old: Withholding, _ target: WithheldTarget, _ reason: WithholdingReason, _ detail: String?, by actor: Actor
    ) throws {
        let row = try row(db, of: target)
        try db.execute(
            sql: "UPDATE withholdings SET document_id = ?, page_id = ?, reason = ?, detail = coalesce(?, detail) WHERE id = ?",
            arguments: [row.document, row.page, reason.rawValue, StationStore.words(detail), old.id.description])
        // What it no longer covers was not moved away from it: it is not carried along.
        try applyWithholdings(db, old.dossier, isCarried: false)
        try noteChange(db, old.dossier)
        try record(
            db, "material.withheld", of: row, by: actor,
            ["reason": reason.rawValue, "before": "\(old.target.scope.rawValue) \(old.reason.rawValue)"].merging(Self.sealed(detail)) { a, _ in a })
    }

    /// What stands because it was moved out of another, by however many steps.
    private func carried(_ db: Database, from id: WithholdingID) throws -> [WithholdingID] {
        try Row.fetchAll(
            db,
            sql: """
                WITH RECURSIVE taken(id) AS (
                    SELECT id FROM withholdings WHERE carried_from = ?1
                    UNION SELECT w.id FROM withholdings w JOIN taken t ON w.carried_from = t.id
                ) SELECT id FROM withholdings WHERE id IN taken AND lifted_at IS NULL
                AND dossier_id = (SELECT dossier_id FROM withholdings WHERE id = ?1) ORDER BY rowid
                """, arguments: [id.description]
        ).map { try $0.id("id") }
    }

    private func lift(_ db: Database, _ id: WithholdingID, _ words: String, by actor: Actor) throws {
        try db.execute(
            sql: "UPDATE withholdings SET lifted_at = ?, lifted_by = ?, lift_detail = ? WHERE id = ?",
            arguments: [clock.now().milliseconds, actor.person, words, id.description])
    }

    func record(_ db: Database, _ action: String, of row: WithheldRow, by actor: Actor, _ detail: [String: String]) throws {
        let code = try dossier(db, row.dossier).code
        var detail = detail
        if let subject = row.subject { detail[subject.kind] = subject.id }
        try record(db, action, subject: "dossier:\(code)", by: actor, detail)
    }

    private static func words(_ text: String?) -> String? {
        let words = text?.trimmingCharacters(in: .whitespacesAndNewlines).nfc ?? ""
        return words.isEmpty ? nil : words
    }

    /// The trail goes out with every exported copy and can never be shortened: it proves the words without having them.
    private static func sealed(_ detail: String?) -> [String: String] {
        words(detail).map { ["detail_sha256": SHA256.hash(data: Data($0.utf8)).hexadecimal] } ?? [:]
    }
}

// MARK: - What it comes to for the pages

extension StationStore {
    /// A page, what keeps it back by the books, and what is to by the facts.
    private struct Cover {
        let page: PageID
        let number: Int64
        let document: String
        let was: String?
        var due: String?

        init(_ row: Row) throws {
            page = try row.id("page_id")
            (number, document, was, due) = (row["number"], row["document_id"], row["withheld"], row["due"])
        }
    }

    /// Brings the pages of a dossier in line with what is withheld in it: part of every change, so that material stays
    /// withheld wherever it is moved. What is withheld is in no index and in no queue.
    /// - Parameter isCarried: pages that are no longer where they were withheld get a withholding of their own.
    func applyWithholdings(_ db: Database, _ dossier: DossierID, isCarried: Bool = true) throws {
        let isAny = try Bool.fetchOne(
            db, sql: "SELECT EXISTS (SELECT 1 FROM withholdings WHERE dossier_id = ?)", arguments: [dossier.description]) ?? false
        guard isAny else { return }
        var covers = try covers(db, dossier)
        if isCarried, try carry(db, dossier, covers) { covers = try self.covers(db, dossier) }
        for cover in covers where cover.was != cover.due {
            try db.execute(sql: "UPDATE placements SET withheld = ? WHERE page_id = ?", arguments: [cover.due, cover.page.description])
            if cover.was == nil { try hide(db, cover) }
            if cover.due == nil { try bringBack(db, cover) }
        }
    }

    /// Dossiers in which a page is kept back, or is not, against what is withheld in them: every change brings both in line.
    public func wrongWithholdings() throws(StoreError) -> [DossierCode] {
        try read { db in
            let ids = try Row.fetchAll(
                db, sql: "SELECT dossier_id FROM withholdings UNION SELECT dossier_id FROM placements WHERE withheld IS NOT NULL")
            return try ids.map { try $0.id("dossier_id") as DossierID }
                .filter { try covers(db, $0).contains { $0.was != $0.due } }
                .map { try dossier(db, $0).code }.sorted { $0.text < $1.text }
        }
    }

    /// The document's first, as it is the one that can be moved out of; then the dossier's, then the page's; of those the
    /// oldest: the same however often it is asked.
    private func covers(_ db: Database, _ dossier: DossierID) throws -> [Cover] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT p.page_id, p.document_id, p.withheld, g.number, (
                    SELECT w.id FROM withholdings w WHERE w.dossier_id = p.dossier_id AND w.lifted_at IS NULL AND (
                        w.document_id = p.document_id OR (w.document_id IS NULL AND w.page_id IS NULL)
                        OR w.page_id IN (SELECT o.id FROM pages o WHERE o.sheet_id = g.sheet_id AND o.side = g.side))
                    ORDER BY w.page_id IS NOT NULL, w.document_id IS NULL, w.rowid LIMIT 1
                ) AS due
                FROM placements p JOIN pages g ON g.id = p.page_id WHERE p.dossier_id = ? ORDER BY p.rank
                """, arguments: [dossier.description]
        ).map { try Cover($0) }
    }

    /// Withholds again what has left its document: as a document where all of one has, else page by page. The step that moved
    /// it is in the trail.
    private func carry(_ db: Database, _ dossier: DossierID, _ covers: [Cover]) throws -> Bool {
        let rows = try Row.fetchAll(
            db, sql: "SELECT id, document_id FROM withholdings WHERE dossier_id = ? AND document_id IS NOT NULL AND lifted_at IS NULL",
            arguments: [dossier.description])
        let documents = Dictionary(rows.map { ($0["id"] as String, $0["document_id"] as String) }) { first, _ in first }
        // Whatever else covers it: that may be lifted before.
        let isLost: (Cover) -> Bool = { cover in cover.was.flatMap { documents[$0] }.map { $0 != cover.document } ?? false }
        var hasCarried = false
        for (document, pages) in Dictionary(grouping: covers, by: \.document).sorted(by: { $0.key < $1.key }) {
            guard let first = pages.first(where: isLost), let origin = first.was else { continue }
            hasCarried = true
            if pages.allSatisfy(isLost) {
                try carry(db, origin, to: WithheldRow(dossier: dossier, document: document))
            } else {
                for page in pages where isLost(page) {
                    try carry(db, page.was ?? origin, to: WithheldRow(dossier: dossier, page: page.page.description))
                }
            }
        }
        return hasCarried
    }

    private func carry(_ db: Database, _ origin: String, to row: WithheldRow) throws {
        guard let old = try Row.fetchOne(db, sql: "SELECT * FROM withholdings WHERE id = ?", arguments: [origin]) else { return }
        try insert(
            db, identifiers.make(), row, reason: old["reason"], detail: old["detail"], person: old["person"], at: old["at"], from: origin)
    }

    /// Pages that have gone to another dossier stay withheld there: those withheld as pages, and documents that went as a whole,
    /// by the same row, the others page by page.
    func carryWithholdings(_ db: Database, of pages: [String], to target: DossierID) throws {
        let list = try JSON.text(pages)
        try db.execute(
            sql: """
                UPDATE withholdings SET dossier_id = ?1 WHERE page_id IN (SELECT value FROM json_each(?2))
                OR document_id IN (SELECT id FROM documents WHERE dossier_id = ?1)
                """, arguments: [target.description, list])
        let left = try Row.fetchAll(
            db,
            sql: """
                SELECT p.page_id, p.withheld FROM placements p JOIN withholdings w ON w.id = p.withheld
                WHERE p.page_id IN (SELECT value FROM json_each(?)) AND w.dossier_id <> ? AND w.lifted_at IS NULL ORDER BY p.rank
                """, arguments: [list, target.description])
        for row in left { try carry(db, row["withheld"], to: WithheldRow(dossier: target, page: row["page_id"])) }
    }

    /// Of two documents that become one: where either is withheld as such, the one that stays is.
    func carryWithholding(_ db: Database, from document: String, to other: String) throws {
        let isOf = "SELECT id, dossier_id FROM withholdings WHERE document_id = ? AND lifted_at IS NULL ORDER BY rowid LIMIT 1"
        guard document != other, try Row.fetchOne(db, sql: isOf, arguments: [other]) == nil,
            let row = try Row.fetchOne(db, sql: isOf, arguments: [document])
        else { return }
        try carry(db, row["id"], to: WithheldRow(dossier: try row.id("dossier_id"), document: other))
    }

    /// Takes a page out of the search index, and out of a worker's hands but where the program stopped its document.
    private func hide(_ db: Database, _ cover: Cover) throws {
        if let words = try StationStore.words(db, cover.page) { try StationStore.unindex(db, cover.number, words.recognised) }
        try db.execute(
            sql: """
                UPDATE jobs SET state = 'waiting', fence = NULL WHERE page_id = ?1 AND state <> 'done' AND state = 'running'
                AND NOT EXISTS (SELECT 1 FROM placements p WHERE p.page_id = ?1 AND \(StationStore.isStoppedByProgramSQL))
                """, arguments: [cover.page.description])
    }

    private func bringBack(_ db: Database, _ cover: Cover) throws {
        if let withholding = cover.was { try judgeMarks(db, on: cover.page, releasedFrom: withholding) }
        if let words = try StationStore.words(db, cover.page) {
            try StationStore.index(db, cover.number, words.recognised)
        } else {
            // A store that was brought back from an exported copy has no reading of it.
            try db.execute(
                sql: "UPDATE jobs SET state = 'waiting', fence = NULL WHERE page_id = ? AND state = 'done'", arguments: [cover.page.description])
        }
    }
}

// MARK: - Copies

extension StationStore {
    /// Writes a consistent copy of the database that has nothing of what is withheld but that it is: no readings and their
    /// words, no findings, no names of files, no reasons in a person's words, not even in pages that SQLite no longer uses.
    public func copyDatabaseWithoutWithheld(to path: String) throws(StoreError) {
        try copyDatabase(to: path)
        do {
            let copy = try DatabaseQueue(path: path)
            try copy.writeWithoutTransaction { db in
                let isAny = try Bool.fetchOne(db, sql: "SELECT EXISTS (SELECT 1 FROM withholdings)") ?? false
                guard isAny else { return }
                try db.execute(sql: "PRAGMA secure_delete = ON")
                try db.inTransaction {
                    for statement in Self.withoutWithheld { try db.execute(sql: statement) }
                    return .commit
                }
                try db.execute(sql: "VACUUM")
            }
            try copy.close()
        } catch { throw StoreError(error, in: (path as NSString).deletingLastPathComponent) }
    }

    private static let withoutWithheld: [String] = {
        let pages = "(SELECT page_id FROM placements WHERE withheld IS NOT NULL)"
        return [
            "DELETE FROM typed_lines WHERE line_id IN (SELECT id FROM sampled_lines WHERE page_id IN \(pages))",
            "DELETE FROM sampled_lines WHERE page_id IN \(pages)",
            "DELETE FROM doubts WHERE page_id IN \(pages)",
            "DELETE FROM texts WHERE page_id IN \(pages)",
            "DELETE FROM revisions WHERE page_id IN \(pages)",
            "DELETE FROM readings WHERE page_id IN \(pages)",
            "DELETE FROM heads WHERE page_id IN \(pages)",
            "DELETE FROM page_kinds WHERE number IN (SELECT number FROM pages WHERE id IN \(pages))",
            "DELETE FROM secrecy_marks WHERE page_id IN \(pages)",
            "DELETE FROM findings WHERE page_id IN \(pages)",
            "UPDATE jobs SET state = 'waiting', fence = NULL, error = NULL WHERE page_id IN \(pages)",
            "UPDATE pages SET source_name = NULL WHERE id IN \(pages)",
            "UPDATE arrivals SET source_name = NULL WHERE page_id IN \(pages)",
            "UPDATE documents SET fields = '{}' WHERE id IN (SELECT document_id FROM placements WHERE withheld IS NOT NULL)",
            // Of those that were lifted too: the same words may stand elsewhere.
            "UPDATE withholdings SET detail = NULL, lift_detail = NULL",
            // The words of a page that left the index stay in it until its parts are merged.
            "INSERT INTO page_text (page_text) VALUES ('optimize')",
        ]
    }()
}

extension Withholding {
    init(_ row: Row) throws {
        id = try row.id("id")
        dossier = try row.id("dossier_id")
        if (row["page_id"] as String?) != nil {
            target = .page(try row.id("page_id"))
        } else if (row["document_id"] as String?) != nil {
            target = .document(try row.id("document_id"))
        } else {
            target = .dossier(dossier)
        }
        reason = try row.value("reason")
        detail = row["detail"]
        person = row["person"]
        at = Timestamp(milliseconds: row["at"])
        lifted = (row["lifted_at"] as Int64?).map {
            Lift(at: Timestamp(milliseconds: $0), person: row["lifted_by"] ?? "", detail: row["lift_detail"] ?? "")
        }
    }
}
