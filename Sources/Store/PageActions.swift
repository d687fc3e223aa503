import GRDB
import Records
import Texts

/// Where a page is moved to.
public enum PageDestination: Sendable, Hashable {
    /// One place towards the beginning or the end of the dossier.
    case earlier, later
    /// Right behind another page; nil: to the very beginning.
    case after(PageID?)
}

extension StationStore {
    /// Starts a new document (văn bản) at this page: it and the rest of its document move there.
    public func split(before page: PageID, by actor: Actor) throws(StoreError) {
        try perform(.split, on: dossier(of: page), by: actor) { db in
            let place = try self.placement(db, page)
            guard try self.hasEarlierPage(db, place) else { throw StoreError.actionImpossible(Text.documentStartsHere.phrase) }
            try self.startDocument(db, place)
        }
    }

    /// Whether the document of a page has pages in use in front of it.
    func hasEarlierPage(_ db: Database, _ place: PlacementFacts) throws -> Bool {
        try Bool.fetchOne(
            db, sql: "SELECT 1 FROM placements WHERE document_id = ? AND rank < ? AND dropped_at IS NULL LIMIT 1",
            arguments: [place.document.description, place.rank]) == true
    }

    func startDocument(_ db: Database, _ place: PlacementFacts) throws {
        let document = try makeDocument(db, place.dossier)
        try db.execute(
            sql: "UPDATE placements SET document_id = ? WHERE document_id = ? AND rank >= ?",
            arguments: [document.description, place.document.description, place.rank])
    }

    /// Joins the page's document to the one before it. Dropped pages between the two come along. Where either was withheld, the
    /// whole is: undoing the step does not release what it withheld.
    public func merge(documentOf page: PageID, by actor: Actor) throws(StoreError) {
        try perform(.merge, on: dossier(of: page), by: actor) { db in
            let place = try self.placement(db, page)
            let range = try Row.fetchOne(
                db,
                sql: """
                    SELECT coalesce(min(rank) FILTER (WHERE dropped_at IS NULL), min(rank)) AS first, max(rank) AS last
                    FROM placements WHERE document_id = ?
                    """, arguments: [place.document.description])
            guard let range, let previous = try Row.fetchOne(
                db,
                sql: """
                    SELECT document_id, rank FROM placements
                    WHERE dossier_id = ? AND rank < ? AND dropped_at IS NULL ORDER BY rank DESC LIMIT 1
                    """, arguments: [place.dossier.description, range["first"] as Int64])
            else { throw StoreError.actionImpossible(Text.firstDocumentCannotMerge.phrase) }
            try self.carryWithholding(db, from: place.document.description, to: previous["document_id"])
            try db.execute(
                sql: "UPDATE placements SET document_id = ? WHERE dossier_id = ? AND rank BETWEEN ? AND ?",
                arguments: [previous["document_id"] as String, place.dossier.description, previous["rank"] as Int64, range["last"] as Int64])
        }
    }

    /// Leaves pages out of the dossier. Image and place are kept; `restore` brings them back.
    public func drop(_ pages: [PageID], by actor: Actor) throws(StoreError) {
        try setDropped(pages, true, .drop, by: actor)
    }

    /// Leaves out everything that came with a page in one run of the scanner: a stack laid in upside down, backs on the wrong
    /// fronts. Places that the run's printed sheets opened and nothing was captured into go with it: the stack opens them
    /// again. A sheet that the run had scanned again is back as it was before. One step of undo.
    public func dropRun(of page: PageID, by actor: Actor) throws(StoreError) {
        let now = clock.now().milliseconds
        let ofRun = "(SELECT id FROM pages WHERE run_id = (SELECT run_id FROM pages WHERE id = ?2))"
        try perform(.drop, on: dossier(of: page), by: actor) { db in
            try db.execute(
                sql: """
                    UPDATE placements SET dropped_at = ?1 WHERE dropped_at IS NULL AND page_id IN \(ofRun)
                    AND dossier_id = (SELECT dossier_id FROM placements WHERE page_id = ?2)
                    """, arguments: [now, page.description])
            if db.changesCount == 0 { throw StoreError.actionImpossible(Text.pageAlreadyDropped.phrase) }
            for old in try self.replaced(db, byRunOf: page) {
                try db.execute(sql: "UPDATE placements SET dropped_at = NULL WHERE page_id = ?", arguments: [old])
            }
            try db.execute(
                sql: """
                    UPDATE placeholders AS h SET removed_at = ?1 WHERE removed_at IS NULL AND code IS NOT NULL
                    AND dossier_id = (SELECT dossier_id FROM placements WHERE page_id = ?2)
                    AND after_page IN \(ofRun) AND \(StationStore.emptyPlaceSQL)
                    """, arguments: [now, page.description])
            // The stack is fed again, with its sheets "hồ sơ mới".
            try self.closeNewDossiers(
                db, "page_id IN (SELECT p.page_id FROM placements p JOIN pages g ON g.id = p.page_id JOIN pages o ON o.run_id = g.run_id JOIN placements q ON q.page_id = o.id WHERE o.id = ? AND p.dossier_id = q.dossier_id)",
                [page.description])
        }
    }

    /// Pages that were left out when those of a page's run took their place.
    private func replaced(_ db: Database, byRunOf page: PageID) throws -> [String] {
        let run = try Set(String.fetchAll(
            db, sql: "SELECT id FROM pages WHERE run_id = (SELECT run_id FROM pages WHERE id = ?)", arguments: [page.description]))
        let steps = try String.fetchAll(
            db,
            sql: """
                SELECT change FROM commands WHERE kind = 'replace' AND state IN ('done', 'ended')
                AND dossier_id = (SELECT dossier_id FROM placements WHERE page_id = ?)
                """, arguments: [page.description])
        return try steps.flatMap { text in
            let placements = try JSON.value(Change.self, from: text).after.placements
            guard placements.contains(where: { run.contains($0.page) }) else { return [String]() }
            return placements.filter { $0.droppedAt != nil && !run.contains($0.page) }.map(\.page)
        }
    }

    public func restore(_ pages: [PageID], by actor: Actor) throws(StoreError) {
        try setDropped(pages, false, .restore, by: actor)
    }

    private func setDropped(_ pages: [PageID], _ dropped: Bool, _ kind: CommandKind, by actor: Actor) throws(StoreError) {
        guard let first = pages.first else { return }
        let dossier = try dossier(of: first)
        try perform(kind, on: dossier, by: actor) { db in
            for page in pages {
                try db.execute(
                    sql: "UPDATE placements SET dropped_at = ? WHERE page_id = ? AND dossier_id = ? AND (dropped_at IS NULL) = ?",
                    arguments: [dropped ? self.clock.now().milliseconds : nil, page.description, dossier.description, dropped])
                if db.changesCount == 0 {
                    throw StoreError.actionImpossible((dropped ? Text.pageAlreadyDropped : .pageNotDropped).phrase)
                }
                if !dropped { try self.takeAsPage(db, page) }
            }
        }
    }

    /// Turns a page clockwise by quarter turns, from how it stands now. The image is not touched.
    public func turn(_ page: PageID, quarterTurns: Int, by actor: Actor) throws(StoreError) {
        try perform(.turn, on: dossier(of: page), by: actor) { db in
            let place = try self.placement(db, page)
            let turn = ((place.turn + quarterTurns % 4) % 4 + 4) % 4
            guard turn != place.turn else { return }
            try db.execute(sql: "UPDATE placements SET turn = ? WHERE page_id = ?", arguments: [turn, page.description])
            try self.queueReading(db, page, dossier: place.dossier)
        }
    }

    /// Puts a class on pages as a person decided; all in one step of undo.
    public func setBlank(_ pages: [PageID], _ blank: BlankClass, by actor: Actor) throws(StoreError) {
        guard let first = pages.first else { return }
        let dossier = try dossier(of: first)
        try perform(.blank, on: dossier, by: actor) { db in
            for page in pages {
                try db.execute(
                    sql: "UPDATE placements SET blank = ? WHERE page_id = ? AND dossier_id = ?",
                    arguments: [blank.rawValue, page.description, dossier.description])
                if db.changesCount == 0 { throw StoreError.noSuchPage(page.description) }
            }
        }
    }

    /// Moves a page to another place. It joins the document of the page it then follows (or precedes, at the beginning).
    public func move(_ page: PageID, to destination: PageDestination, by actor: Actor) throws(StoreError) {
        let dossier = try dossier(of: page)
        try perform(.move, on: dossier, by: actor) { db in
            // Ranking anew keeps the order, so it is no part of the step that is undone.
            if let gap = try self.gap(db, page, to: destination), gap.rank == nil { try self.spreadRanks(db, dossier) }
        } _: { db in
            guard let gap = try self.gap(db, page, to: destination) else { return }
            try db.execute(
                sql: "UPDATE placements SET rank = ?, document_id = ? WHERE page_id = ?",
                arguments: [gap.rank, gap.document, page.description])
        }
    }

    /// The place between two pages that a page is moved to.
    private struct Gap {
        var document: String
        /// Nil when no rank is free between its neighbours.
        var rank: Int64?
    }

    /// Where a page goes; nil when it stands there already.
    ///
    /// Documents are runs of neighbouring pages, dropped ones included (a restored page must not stand in another
    /// document's midst): the page goes right behind a page in use, or right before the first one.
    private func gap(_ db: Database, _ page: PageID, to destination: PageDestination) throws -> Gap? {
        let place = try placement(db, page)
        var order = try Row.fetchAll(
            db,
            sql: "SELECT page_id, document_id, rank FROM placements WHERE dossier_id = ? AND (dropped_at IS NULL OR page_id = ?) ORDER BY rank",
            arguments: [place.dossier.description, page.description])
        let ids = order.map { $0["page_id"] as String }
        guard let here = ids.firstIndex(of: page.description) else { throw StoreError.noSuchPage(page.description) }
        order.remove(at: here)
        let target = try index(of: destination, from: here, among: ids)
        guard (0...order.count).contains(target), !order.isEmpty else {
            throw StoreError.actionImpossible(Text.pageCannotMoveThere.phrase)
        }
        let neighbour = order[max(0, target - 1)]
        let document: String = neighbour["document_id"]
        if target == here && document == place.document.description { return nil }
        let rank: Int64 = neighbour["rank"]
        let others = "FROM placements WHERE dossier_id = ?1 AND page_id <> ?2 AND rank"
        let arguments: StatementArguments = [place.dossier.description, page.description, rank]
        if target > 0 {
            let next = try Int64.fetchOne(db, sql: "SELECT min(rank) \(others) > ?3", arguments: arguments)
            return Gap(document: document, rank: Rank.between(rank, next))
        }
        let previous = try Int64.fetchOne(db, sql: "SELECT max(rank) \(others) < ?3", arguments: arguments)
        return Gap(document: document, rank: Rank.between(previous, rank))
    }

    /// The index, in the order without the page, that it is put in front of; may lie outside.
    private func index(of destination: PageDestination, from here: Int, among ids: [String]) throws -> Int {
        switch destination {
        case .earlier: return here - 1
        case .later: return here + 1
        case .after(nil): return 0
        case .after(let other?):
            guard let index = ids.firstIndex(of: other.description), index != here else {
                throw StoreError.actionImpossible(Text.pageCannotMoveThere.phrase)
            }
            return index < here ? index + 1 : index
        }
    }

    struct PlacementFacts {
        var dossier: DossierID
        var document: DocumentID
        var rank: Int64
        var turn: Int
    }

    func placement(_ db: Database, _ page: PageID) throws -> PlacementFacts {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM placements WHERE page_id = ?", arguments: [page.description])
        else { throw StoreError.noSuchPage(page.description) }
        return PlacementFacts(
            dossier: try row.id("dossier_id"), document: try row.id("document_id"), rank: row["rank"], turn: row["turn"])
    }
}
