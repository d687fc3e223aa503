import GRDB
import Records

/// Ranks order the pages of a dossier. They are spaced so that a page can be put between two others without touching
/// them; when a gap is used up, the dossier is ranked anew. Documents have no order of their own: theirs is that of
/// their pages.
enum Rank {
    static let step: Int64 = 1 << 44

    /// A free rank between two others, in the middle: a gap can be halved forty times.
    static func between(_ a: Int64?, _ b: Int64?) -> Int64? { between(a, b, part: 2) }

    /// A free rank right behind `a`: a run put in the middle of a dossier places hundreds of pages one behind the other.
    static func behind(_ a: Int64, before b: Int64?) -> Int64? { between(a, b, part: 64) }

    private static func between(_ a: Int64?, _ b: Int64?, part: Int64) -> Int64? {
        switch (a, b) {
        case (nil, nil): return step
        case (let a?, nil): return a + step
        case (nil, let b?): return b - step
        case (let a?, let b?): return b - a > 1 ? a + max(1, (b - a) / part) : nil
        }
    }
}

extension StationStore {
    /// Where a page of a run goes: behind the last of the run's pages before it (one that was moved forward meanwhile does not
    /// take the rest with it), else behind the page the run was started at, else in
    /// front of the run's page after it (which is there already when a lost page is found again), else at the end. It
    /// joins the document of the page it then follows; at the very beginning, of the page it precedes.
    func place(_ db: Database, sequence: Int, _ landing: Landing, in run: RunRecord) throws -> (document: DocumentID, rank: Int64) {
        let ofRun = "FROM placements p JOIN pages g ON g.id = p.page_id WHERE g.run_id = ? AND g.sequence"
        let previous = try landing.before.flatMap { try placement(db, of: $0) } ?? Row.fetchOne(
            db, sql: "SELECT p.document_id, p.rank \(ofRun) < ? ORDER BY p.rank DESC LIMIT 1", arguments: [run.id.description, sequence])
            ?? landing.firstBefore.flatMap { try placement(db, of: $0) } ?? pageBeforeRun(db, run)
        let later = try previous ?? Row.fetchOne(
            db, sql: "SELECT p.document_id, p.rank \(ofRun) > ? ORDER BY p.rank LIMIT 1", arguments: [run.id.description, sequence])
        let neighbour = try previous ?? later ?? (startsDossier(db, run) ? firstPage(db, run.dossier) : nil)
        guard let neighbour else { return try placeAtEnd(db, run.dossier) }
        let place = try previous == nil ? gap(db, before: neighbour, run.dossier) : gap(db, behind: neighbour, run.dossier)
        if let rank = place.rank { return (try place.row.id("document_id"), rank) }
        try spreadRanks(db, run.dossier)
        return try self.place(db, sequence: sequence, landing, in: run)
    }

    private func pageBeforeRun(_ db: Database, _ run: RunRecord) throws -> Row? {
        switch run.insertion {
        case .after(let page), .replacing(let page): try placement(db, of: page)
        case .end, .beginning, .into, .backs: nil
        }
    }

    private func placement(_ db: Database, of page: PageID) throws -> Row? {
        try Row.fetchOne(db, sql: "SELECT document_id, rank FROM placements WHERE page_id = ?", arguments: [page.description])
    }

    private func firstPage(_ db: Database, _ dossier: DossierID) throws -> Row? {
        try Row.fetchOne(
            db, sql: "SELECT document_id, rank FROM placements WHERE dossier_id = ? ORDER BY rank LIMIT 1", arguments: [dossier.description])
    }

    private func gap(_ db: Database, behind row: Row, _ dossier: DossierID) throws -> (row: Row, rank: Int64?) {
        let rank: Int64 = row["rank"]
        let next = try Int64.fetchOne(
            db, sql: "SELECT min(rank) FROM placements WHERE dossier_id = ? AND rank > ?", arguments: [dossier.description, rank])
        return (row, Rank.behind(rank, before: next))
    }

    private func gap(_ db: Database, before row: Row, _ dossier: DossierID) throws -> (row: Row, rank: Int64?) {
        let rank: Int64 = row["rank"]
        let previous = try Row.fetchOne(
            db, sql: "SELECT document_id, rank FROM placements WHERE dossier_id = ? AND rank < ? ORDER BY rank DESC LIMIT 1",
            arguments: [dossier.description, rank])
        return (previous ?? row, Rank.between(previous?["rank"], rank))
    }

    private func placeAtEnd(_ db: Database, _ dossier: DossierID) throws -> (document: DocumentID, rank: Int64) {
        let last = try Row.fetchOne(
            db, sql: "SELECT document_id, rank FROM placements WHERE dossier_id = ? ORDER BY rank DESC LIMIT 1",
            arguments: [dossier.description])
        if let last { return (try last.id("document_id"), (last["rank"] as Int64) + Rank.step) }
        return (try makeDocument(db, dossier), Rank.step)
    }

    func makeDocument(_ db: Database, _ dossier: DossierID) throws -> DocumentID {
        let id: DocumentID = identifiers.make()
        try db.execute(sql: "INSERT INTO documents (id, dossier_id) VALUES (?, ?)", arguments: [id.description, dossier.description])
        return id
    }

    /// Ranks all pages of a dossier anew, evenly spaced, order kept.
    func spreadRanks(_ db: Database, _ dossier: DossierID) throws {
        let pages = try String.fetchAll(
            db, sql: "SELECT p.page_id FROM placements p JOIN pages g ON g.id = p.page_id WHERE p.dossier_id = ? ORDER BY p.rank, g.number", arguments: [dossier.description])
        for (index, page) in pages.enumerated() {
            try db.execute(
                sql: "UPDATE placements SET rank = ? WHERE page_id = ?", arguments: [Int64(index + 1) * Rank.step, page])
        }
    }
}
