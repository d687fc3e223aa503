import GRDB
import Records
import Texts

/// Where a page of a run comes to lie: on which sheet, as which side, and behind which page.
struct Landing {
    var sheet: SheetID
    var side: Side
    /// Behind this page, whatever its run did.
    var before: PageID?
    /// Behind this page, unless one of its run comes before it.
    var firstBefore: PageID?
    /// Trang.
    var countsAs = 1
    /// A person said which sheet it is: no code on it says otherwise.
    var isChosen = false
}

extension StationStore {
    func landing(_ db: Database, _ arrived: ArrivedPage, in run: RunRecord) throws -> Landing {
        switch run.insertion {
        case .replacing(let page) where arrived.sheetOrdinal <= 1: return try landing(db, arrived, replacing: page)
        case .into(let place): return try landing(db, arrived, into: place, run)
        case .backs(let sheets):
            let index = arrived.sheetOrdinal - 1
            guard sheets.indices.contains(index), let front = try lastPage(db, of: sheets[index]) else { break }
            return Landing(sheet: sheets[index], side: .back, before: front)
        case .end, .beginning, .after, .replacing: break
        }
        return Landing(
            sheet: try sheet(db, ordinal: arrived.sheetOrdinal, origin: arrived.origin, run: run), side: arrived.side)
    }

    /// What a device without sides gives is the side of the page it replaces.
    private func landing(_ db: Database, _ arrived: ArrivedPage, replacing page: PageID) throws -> Landing {
        let sql = "SELECT g.sheet_id, g.side, p.counts_as FROM pages g JOIN placements p ON p.page_id = g.id WHERE g.id = ?"
        guard let row = try Row.fetchOne(db, sql: sql, arguments: [page.description]) else { throw StoreError.noSuchPage(page.description) }
        return Landing(
            sheet: try row.id("sheet_id"), side: arrived.tellsSides ? arrived.side : try row.value("side"), countsAs: row["counts_as"],
            isChosen: true)
    }

    private func landing(_ db: Database, _ arrived: ArrivedPage, into place: PlaceholderID, _ run: RunRecord) throws -> Landing {
        guard let row = try Row.fetchOne(db, sql: "SELECT * FROM placeholders WHERE id = ?", arguments: [place.description]) else {
            throw StoreError.noSuchPlaceholder(place.description)
        }
        let kind: PlaceholderKind = try row.value("kind")
        let sheet: SheetID = try row.id("sheet_id")
        let taken = try Set(String.fetchAll(
            db, sql: "SELECT DISTINCT g.side FROM pages g JOIN placements p ON p.page_id = g.id WHERE g.sheet_id = ? AND p.dropped_at IS NULL",
            arguments: [sheet.description]))
        // The glass knows no sides: what follows the front of a sheet of one shot a side is its back.
        let isBack = !arrived.tellsSides && kind.isOneShotPerSide && taken.contains(Side.front.rawValue)
        let side = isBack ? .back : arrived.side
        return Landing(
            sheet: sheet, side: side, firstBefore: try pageBefore(db, row, run.id),
            countsAs: kind.countsAs(isFirstOfSide: !taken.contains(side.rawValue)), isChosen: true)
    }

    /// The page a page of this place goes behind: the last of its own sheet, of an earlier place at the same spot, or of the
    /// sheet the place stands behind, whose back may have come since. nil: at the beginning.
    /// - Parameter run: one whose pages have an order of their own.
    func pageBefore(_ db: Database, _ place: Row, _ run: RunID? = nil) throws -> PageID? {
        let after: String? = place["after_page"]
        let sheets = try String.fetchAll(
            db,
            sql: """
                SELECT sheet_id FROM placeholders WHERE dossier_id = ?1 AND number <= ?2 AND CASE WHEN ?3 IS NULL THEN after_page IS NULL
                ELSE after_page IN (SELECT id FROM pages WHERE sheet_id = (SELECT sheet_id FROM pages WHERE id = ?3)) END
                ORDER BY number DESC
                """, arguments: [place["dossier_id"] as String, place["number"] as Int64, after])
        for sheet in sheets {
            if let id = SheetID(sheet), let page = try lastPage(db, of: id, except: run) { return page }
        }
        return try after.map { text in
            guard let page = PageID(text) else { throw StoreError.damagedDatabase("after_page: \(text)") }
            return try lastPage(db, inOneWith: page) ?? page
        }
    }

    /// The last of the pages that follow a page as pages of its sheet, without another sheet's between.
    private func lastPage(_ db: Database, inOneWith page: PageID) throws -> PageID? {
        try String.fetchOne(
            db,
            sql: """
                SELECT p.page_id FROM placements p JOIN pages g ON g.id = p.page_id
                JOIN placements first ON first.page_id = ?1 JOIN pages own ON own.id = ?1
                WHERE p.dossier_id = first.dossier_id AND g.sheet_id = own.sheet_id AND p.rank >= first.rank AND NOT EXISTS (
                    SELECT 1 FROM placements o JOIN pages n ON n.id = o.page_id
                    WHERE o.dossier_id = first.dossier_id AND o.rank > first.rank AND o.rank < p.rank AND n.sheet_id <> own.sheet_id)
                ORDER BY p.rank DESC LIMIT 1
                """, arguments: [page.description]
        ).flatMap { PageID($0) }
    }

    private func lastPage(_ db: Database, of sheet: SheetID, except run: RunID? = nil) throws -> PageID? {
        try String.fetchOne(
            db,
            sql: """
                SELECT p.page_id FROM placements p JOIN pages g ON g.id = p.page_id WHERE g.sheet_id = ? AND g.run_id IS NOT ?
                ORDER BY p.rank DESC LIMIT 1
                """, arguments: [sheet.description, run?.description]
        ).flatMap { PageID($0) }
    }

    /// Whether the run's first page comes before all others.
    func startsDossier(_ db: Database, _ run: RunRecord) throws -> Bool {
        switch run.insertion {
        case .beginning: true
        case .into(let place):
            try Bool.fetchOne(db, sql: "SELECT after_page IS NULL FROM placeholders WHERE id = ?", arguments: [place.description]) == true
        case .end, .after, .replacing, .backs: false
        }
    }

    /// That what a run is to go by is of its dossier.
    func check(_ db: Database, _ insertion: InsertionPoint, in dossier: DossierID) throws {
        switch insertion {
        case .end, .beginning: break
        case .after(let page), .replacing(let page):
            guard try self.dossier(db, of: page) == dossier else { throw StoreError.noSuchPage(page.description) }
        case .into(let place):
            let found = try String.fetchOne(
                db, sql: "SELECT dossier_id FROM placeholders WHERE id = ? AND removed_at IS NULL", arguments: [place.description])
            guard found == dossier.description else { throw StoreError.noSuchPlaceholder(place.description) }
        case .backs(let sheets):
            for sheet in sheets {
                let found = try String.fetchOne(db, sql: "SELECT dossier_id FROM sheets WHERE id = ?", arguments: [sheet.description])
                guard found == dossier.description else { throw StoreError.actionImpossible(Text.backsWithoutFronts.phrase) }
            }
        }
    }
}
