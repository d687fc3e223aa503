import Foundation
import GRDB
import Records
import Synchronization

/// What a page says: as a person left it, else as it was read last.
public struct PageWords: Sendable, Hashable {
    public let recognised: RecognisedPage
    public let revised: RevisedPage
    /// Of the human text; nil: nobody has worked on it.
    public let revision: Int64?
    /// The machine reading it is, or began with.
    public let reading: Int64?

    public var isHuman: Bool { revision != nil }
}

/// A word of a page that reads as another, with its line.
public struct AlikeWord: Sendable, Hashable {
    public let page: PageID
    public let line: [String]
    /// Of the word in the line.
    public let place: Int
}

/// One change of a page's text, for the record.
public struct RevisionRecord: Sendable, Hashable {
    public let id: Int64
    public let person: String
    public let at: Timestamp
    public let change: PageChange
    /// The page's text of now does not come from it.
    public let isTakenBack: Bool
}

extension StationStore {
    /// Corrects the texts of pages of one dossier, as one step of undo. What somebody else did meanwhile to other words stands;
    /// throws `correctionOvertaken` where it was done to the same, and changes nothing.
    public func correct(_ corrections: [PageCorrection], in dossier: DossierID, by actor: Actor) throws(StoreError) {
        try perform(.correct, on: dossier, by: actor) { db in
            for correction in corrections where !correction.change.isEmpty { try self.correct(db, correction, in: dossier, by: actor) }
        }
    }

    /// Replaces every word of a dossier, or of one of its pages, that reads exactly so, as one step of undo.
    /// - Returns: how many there were.
    @discardableResult
    public func correctAlike(
        _ text: String, with typed: String, in dossier: DossierID, page: PageID? = nil, by actor: Actor
    ) throws(StoreError) -> Int {
        let counted = Mutex(0)
        try perform(.correct, on: dossier, by: actor) { db in
            for (own, words) in try StationStore.words(db, of: dossier) where own == page ?? own {
                var new = words.revised
                let count = try StationStore.refusable { () throws(RevisionRefusal) in try new.replaceAll(text, with: typed) }
                guard count > 0 else { continue }
                let change = PageChange(from: words.revised, to: new)
                try self.correct(db, PageCorrection(page: own, change: change, reading: words.reading), in: dossier, by: actor)
                counted.withLock { $0 += count }
            }
        }
        return counted.withLock { $0 }
    }

    /// Where a word stands in a dossier, exactly so.
    public func alike(_ text: String, in dossier: DossierID) throws(StoreError) -> [AlikeWord] {
        try read { db in
            try StationStore.words(db, of: dossier).flatMap { page, words in
                let lines = words.revised.lines
                return words.revised.places(of: text).map { place in
                    let line = lines.first { $0.contains(place) } ?? place..<place + 1
                    return AlikeWord(page: page, line: words.revised.words[line].map(\.text), place: place - line.lowerBound)
                }
            }
        }
    }

    /// Takes back this person's last correction in a dossier. Returns the pages whose text it was.
    @discardableResult
    public func undoCorrection(_ dossier: DossierID, by actor: Actor) throws(StoreError) -> [PageID] {
        try step(dossier, UndoChain(.correct, of: actor), .back, by: actor).change.correctedPages
    }

    /// Does this person's last undone correction again. Returns the pages whose text it was.
    @discardableResult
    public func redoCorrection(_ dossier: DossierID, by actor: Actor) throws(StoreError) -> [PageID] {
        try step(dossier, UndoChain(.correct, of: actor), .forth, by: actor).change.correctedPages
    }

    /// The text of a page as it is now; nil before the first reading, while nobody has typed it.
    public func words(of page: PageID) throws(StoreError) -> PageWords? {
        try read { db in try StationStore.words(db, page) }
    }

    /// All changes of a page's text, the oldest first; those that were taken back too.
    public func revisions(of page: PageID) throws(StoreError) -> [RevisionRecord] {
        try read { db in
            let rows = try Row.fetchAll(db, sql: "SELECT * FROM revisions WHERE page_id = ? ORDER BY id", arguments: [page.description])
            let parents: [Int64: Int64?] = Dictionary(uniqueKeysWithValues: rows.map { ($0["id"], $0["parent"]) })
            var standing: Set<Int64> = []
            var next = try Int64.fetchOne(db, sql: "SELECT revision FROM texts WHERE page_id = ?", arguments: [page.description])
            while let id = next, standing.insert(id).inserted { next = parents[id] ?? nil }
            return try rows.map { row in
                RevisionRecord(
                    id: row["id"], person: row["person"], at: Timestamp(milliseconds: row["at"]),
                    change: try JSON.value(PageChange.self, from: row["change"]), isTakenBack: !standing.contains(row["id"]))
            }
        }
    }

    /// Number of the human text of each page of a dossier that has one.
    public func revisionNumbers(_ dossier: DossierID) throws(StoreError) -> [PageID: Int64] {
        try read { db in
            let rows = try Row.fetchAll(
                db, sql: "SELECT t.page_id, t.revision FROM texts t JOIN placements p ON p.page_id = t.page_id WHERE p.dossier_id = ?",
                arguments: [dossier.description])
            return Dictionary(try rows.map { (try $0.id("page_id"), $0["revision"]) }) { first, _ in first }
        }
    }

    private func correct(_ db: Database, _ correction: PageCorrection, in dossier: DossierID, by actor: Actor) throws {
        let page = correction.page
        guard let row = try Row.fetchOne(
            db, sql: "SELECT withheld FROM placements WHERE page_id = ? AND dossier_id = ?", arguments: [page.description, dossier.description])
        else { throw StoreError.noSuchPage(page.description) }
        if (row["withheld"] as String?) != nil { throw StoreError.pageWithheld(page.description) }
        let now = try StationStore.words(db, page)
        let reading = now?.revision == nil ? correction.reading : now?.reading
        let base = try now.flatMap { $0.isHuman ? $0.revised : nil } ?? StationStore.asRead(db, reading)
        guard let text = correction.change.applied(to: base) else { throw StoreError.correctionOvertaken }
        try db.execute(
            sql: "INSERT INTO revisions (page_id, parent, reading_id, change, person, station, at) VALUES (?, ?, ?, ?, ?, ?, ?)",
            arguments: [
                page.description, now?.revision, reading, try JSON.text(correction.change), actor.person, actor.station,
                clock.now().milliseconds,
            ])
        try put(db, page, (text, db.lastInsertedRowID))
    }
}

extension StationStore {
    /// What a change of text refuses, as the store says it.
    private static func refusable<Value>(_ change: () throws(RevisionRefusal) -> Value) throws -> Value {
        do { return try change() } catch { throw StoreError.invalidValue(field: "text", value: "\(error)") }
    }

    /// The pages in use of a dossier that are not withheld and have a text, in their order.
    private static func words(_ db: Database, of dossier: DossierID) throws -> [(page: PageID, words: PageWords)] {
        let pages = try Row.fetchAll(
            db, sql: "SELECT page_id FROM placements WHERE dossier_id = ? AND dropped_at IS NULL AND withheld IS NULL ORDER BY rank",
            arguments: [dossier.description])
        return try pages.compactMap { row in
            let page: PageID = try row.id("page_id")
            return try words(db, page).map { (page, $0) }
        }
    }

    static func words(_ db: Database, _ page: PageID) throws -> PageWords? {
        if let row = try Row.fetchOne(
            db,
            sql: "SELECT t.*, r.reading_id FROM texts t JOIN revisions r ON r.id = t.revision WHERE t.page_id = ?",
            arguments: [page.description])
        {
            let recognised = try RecognisedPage(compact: row["words"])
            let revised = RevisedPage(
                recognised, origins: row["origins"], settlement: (row["settlement"] as String?).flatMap(PageSettlement.init))
            return PageWords(recognised: recognised, revised: revised, revision: row["revision"], reading: row["reading_id"])
        }
        guard let row = try Row.fetchOne(
            db, sql: "SELECT id, words FROM readings WHERE page_id = ? ORDER BY id DESC LIMIT 1", arguments: [page.description])
        else { return nil }
        let recognised = try RecognisedPage(compact: row["words"])
        return PageWords(recognised: recognised, revised: RevisedPage(recognised), revision: nil, reading: row["id"])
    }

    /// Makes the text of a revision that of its page, or takes all human text from it: undo.
    func setRevision(_ db: Database, _ page: String, _ revision: Int64?) throws {
        guard let page = PageID(page) else { throw StoreError.damagedDatabase(page) }
        try put(db, page, try revision.map { (try StationStore.text(db, $0), $0) })
    }

    /// From the reading it began with, change by change.
    private static func text(_ db: Database, _ revision: Int64) throws -> RevisedPage {
        var changes: [PageChange] = []
        var reading: Int64?
        var next: Int64? = revision
        while let id = next {
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM revisions WHERE id = ?", arguments: [id]) else {
                throw StoreError.damagedDatabase("revision \(id)")
            }
            changes.append(try JSON.value(PageChange.self, from: row["change"]))
            (next, reading) = (row["parent"], row["reading_id"])
        }
        return try changes.reversed().reduce(asRead(db, reading)) { page, change in
            guard let page = change.applied(to: page) else { throw StoreError.damagedDatabase("revision \(revision)") }
            return page
        }
    }

    /// A page of which nothing was read is an empty one.
    private static func asRead(_ db: Database, _ reading: Int64?) throws -> RevisedPage {
        let words = try Data.fetchOne(db, sql: "SELECT words FROM readings WHERE id = ?", arguments: [reading])
        return try words.map { RevisedPage(try RecognisedPage(compact: $0)) } ?? RevisedPage(language: "vie", words: [])
    }

    /// Text and index change together. What is withheld is in no index.
    private func put(_ db: Database, _ page: PageID, _ new: (text: RevisedPage, revision: Int64)?) throws {
        let row = try Row.fetchOne(
            db, sql: "SELECT g.number, p.withheld FROM pages g JOIN placements p ON p.page_id = g.id WHERE g.id = ?", arguments: [page.description])
        let indexed = (row?["withheld"] as String?) == nil ? row?["number"] as Int64? : nil
        if let indexed, let old = try StationStore.words(db, page) { try StationStore.unindex(db, indexed, old.recognised) }
        if let new {
            try db.execute(
                sql: "INSERT OR REPLACE INTO texts (page_id, revision, settlement, words, origins) VALUES (?, ?, ?, ?, ?)",
                arguments: [
                    page.description, new.revision, new.text.settlement?.rawValue, new.text.recognised.compact(), new.text.origins,
                ])
        } else {
            try db.execute(sql: "DELETE FROM texts WHERE page_id = ?", arguments: [page.description])
        }
        let now = try StationStore.words(db, page)
        try StationStore.noteEstimate(db, page, now?.revised.estimate(by: proofreader))
        if let indexed, let now { try StationStore.index(db, indexed, now.recognised) }
    }
}

extension RevisedPage {
    /// As the store keeps it beside the words: 0 read, 1 accepted, 2 typed.
    fileprivate var origins: Data {
        Data(words.map { word in
            switch word.origin {
            case .machine: 0
            case .accepted: 1
            case .typed: 2
            }
        })
    }

    fileprivate init(_ page: RecognisedPage, origins: Data, settlement: PageSettlement?) {
        self.init(page)
        self.settlement = settlement
        for (index, origin) in zip(words.indices, origins) where origin > 0 { words[index].origin = origin == 1 ? .accepted : .typed }
    }
}

extension Change {
    /// The pages whose text the step changed, as it names them.
    fileprivate var correctedPages: [PageID] {
        Set(before.facts.map { Array($0.keys) } ?? []).union(after.facts.map { Array($0.keys) } ?? []).sorted().compactMap { name in
            guard case .revision(let page)? = Fact(name: name) else { return nil }
            return PageID(page)
        }
    }
}
