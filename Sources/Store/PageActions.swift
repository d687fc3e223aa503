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
        let place = try placement(page)
        try perform(.split, on: place.dossier, by: actor) { db in
            let rest = try String.fetchAll(
                db, sql: "SELECT page_id FROM placements WHERE document_id = ? AND rank >= ? ORDER BY rank",
                arguments: [place.document.description, place.rank])
            let earlier = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM placements WHERE document_id = ? AND rank < ? AND dropped_at IS NULL",
                arguments: [place.document.description, place.rank]) ?? 0
            guard earlier > 0 else { throw StoreError.actionImpossible(Text.documentStartsHere.phrase) }
            let rank = try Int64.fetchOne(db, sql: "SELECT rank FROM documents WHERE id = ?", arguments: [place.document.description]) ?? 0
            let next = try Int64.fetchOne(
                db, sql: "SELECT min(rank) FROM documents WHERE dossier_id = ? AND rank > ?", arguments: [place.dossier.description, rank])
            guard let free = Rank.between(rank, next) else { throw StoreError.actionImpossible(Text.pageCannotMoveThere.phrase) }
            let document = try self.makeDocument(db, place.dossier, rank: free)
            for page in rest {
                try db.execute(
                    sql: "UPDATE placements SET document_id = ? WHERE page_id = ?", arguments: [document.description, page])
            }
        }
    }

    /// Joins the page's document to the one before it.
    public func merge(documentOf page: PageID, by actor: Actor) throws(StoreError) {
        let place = try placement(page)
        try perform(.merge, on: place.dossier, by: actor) { db in
            let rank = try Int64.fetchOne(db, sql: "SELECT rank FROM documents WHERE id = ?", arguments: [place.document.description]) ?? 0
            guard let previous = try String.fetchOne(
                db,
                sql: """
                    SELECT id FROM documents d WHERE dossier_id = ? AND rank < ? AND deleted_at IS NULL
                    AND EXISTS (SELECT 1 FROM placements p WHERE p.document_id = d.id) ORDER BY rank DESC LIMIT 1
                    """, arguments: [place.dossier.description, rank])
            else { throw StoreError.actionImpossible(Text.firstDocumentCannotMerge.phrase) }
            try db.execute(
                sql: "UPDATE placements SET document_id = ? WHERE document_id = ?", arguments: [previous, place.document.description])
            try db.execute(
                sql: "UPDATE documents SET deleted_at = ? WHERE id = ?",
                arguments: [self.clock.now().milliseconds, place.document.description])
        }
    }

    /// Leaves pages out of the dossier. Image and place are kept; `restore` brings them back.
    public func drop(_ pages: [PageID], by actor: Actor) throws(StoreError) {
        try setDropped(pages, true, .drop, by: actor)
    }

    public func restore(_ pages: [PageID], by actor: Actor) throws(StoreError) {
        try setDropped(pages, false, .restore, by: actor)
    }

    private func setDropped(_ pages: [PageID], _ dropped: Bool, _ kind: CommandKind, by actor: Actor) throws(StoreError) {
        guard let first = pages.first else { return }
        let place = try placement(first)
        try perform(kind, on: place.dossier, by: actor) { db in
            for page in pages {
                try db.execute(
                    sql: "UPDATE placements SET dropped_at = ? WHERE page_id = ? AND dossier_id = ? AND (dropped_at IS NULL) = ?",
                    arguments: [dropped ? self.clock.now().milliseconds : nil, page.description, place.dossier.description, dropped])
                if db.changesCount == 0 {
                    throw StoreError.actionImpossible((dropped ? Text.pageAlreadyDropped : .pageNotDropped).phrase)
                }
            }
        }
    }

    /// Turns a page clockwise by quarter turns, from how it stands now. The image is not touched.
    public func turn(_ page: PageID, quarterTurns: Int, by actor: Actor) throws(StoreError) {
        let place = try placement(page)
        let turn = ((place.turn + quarterTurns) % 4 + 4) % 4
        try perform(.turn, on: place.dossier, by: actor) { db in
            try db.execute(sql: "UPDATE placements SET turn = ? WHERE page_id = ?", arguments: [turn, page.description])
            try self.queueReading(db, page, dossier: place.dossier)
        }
    }

    /// Puts a class on pages as a person decided; all in one step of undo.
    public func setBlank(_ pages: [PageID], _ blank: BlankClass, by actor: Actor) throws(StoreError) {
        guard let first = pages.first else { return }
        let place = try placement(first)
        try perform(.blank, on: place.dossier, by: actor) { db in
            for page in pages {
                try db.execute(
                    sql: "UPDATE placements SET blank = ? WHERE page_id = ? AND dossier_id = ?",
                    arguments: [blank.rawValue, page.description, place.dossier.description])
            }
        }
    }

    /// Moves a page to another place. It joins the document of the page it then follows (or precedes, at the beginning).
    public func move(_ page: PageID, to destination: PageDestination, by actor: Actor) throws(StoreError) {
        let place = try placement(page)
        try perform(.move, on: place.dossier, by: actor) { db in
            let order = try Row.fetchAll(
                db,
                sql: "SELECT page_id, document_id, rank FROM placements WHERE dossier_id = ? AND (dropped_at IS NULL OR page_id = ?) ORDER BY rank",
                arguments: [place.dossier.description, page.description])
            let ids = order.map { $0["page_id"] as String }
            guard let here = ids.firstIndex(of: page.description) else { throw StoreError.noSuchPage(page.description) }
            // `target`: index, in the order without the page, that it is put in front of.
            let target: Int
            switch destination {
            case .earlier: target = here - 1
            case .later: target = here + 1
            case .after(nil): target = 0
            case .after(let other?):
                guard let index = ids.firstIndex(of: other.description), other != page else {
                    throw StoreError.actionImpossible(Text.pageCannotMoveThere.phrase)
                }
                target = index < here ? index + 1 : index
            }
            var rest = order
            rest.remove(at: here)
            guard (0...rest.count).contains(target), !rest.isEmpty else {
                throw StoreError.actionImpossible(Text.pageCannotMoveThere.phrase)
            }
            let before = target > 0 ? rest[target - 1] : nil
            // Dropped pages keep their places between the others, so the next rank is asked of all of them.
            let beforeRank: Int64? = before?["rank"]
            let next = try Int64.fetchOne(
                db, sql: "SELECT min(rank) FROM placements WHERE dossier_id = ? AND rank > ? AND page_id <> ?",
                arguments: [place.dossier.description, beforeRank ?? Int64.min, page.description])
            guard let rank = Rank.between(beforeRank, next) else {
                try self.spreadRanks(db, place.dossier)
                throw StoreError.actionImpossible(Text.pageCannotMoveThere.phrase)
            }
            let document: String = (before ?? rest[0])["document_id"]
            try db.execute(
                sql: "UPDATE placements SET rank = ?, document_id = ? WHERE page_id = ?", arguments: [rank, document, page.description])
        }
    }

    struct PlacementFacts: Sendable {
        var dossier: DossierID
        var document: DocumentID
        var rank: Int64
        var turn: Int
    }

    private func placement(_ page: PageID) throws(StoreError) -> PlacementFacts {
        try read { db in
            guard let row = try Row.fetchOne(db, sql: "SELECT * FROM placements WHERE page_id = ?", arguments: [page.description])
            else { throw StoreError.noSuchPage(page.description) }
            return PlacementFacts(
                dossier: try row.id("dossier_id"), document: try row.id("document_id"), rank: row["rank"], turn: row["turn"])
        }
    }
}
