import GRDB
import Records

/// Ranks order pages and documents. They are spaced so that something can be put between two others without touching
/// them; when a gap is used up, the dossier is ranked anew.
enum Rank {
    static let step: Int64 = 1 << 40

    /// A free rank behind `a` and before `b`, nearer to `a`: a run put in the middle of a dossier places hundreds of pages
    /// one behind the other, and halving the gap each time would use it up after forty.
    static func between(_ a: Int64?, _ b: Int64?) -> Int64? {
        switch (a, b) {
        case (nil, nil): return step
        case (let a?, nil): return a + step
        case (nil, let b?): return b - step
        case (let a?, let b?): return b - a > 1 ? a + max(1, (b - a) / 64) : nil
        }
    }
}

extension StationStore {
    /// Where the next page of a run goes: behind the run's last page, else behind the page it was started at, else at the end.
    func placeForNextPage(_ db: Database, run: RunRecord) throws -> (document: DocumentID, rank: Int64) {
        let last = try Row.fetchOne(
            db,
            sql: """
                SELECT p.document_id, p.rank FROM placements p JOIN pages g ON g.id = p.page_id
                WHERE g.run_id = ? ORDER BY g.sequence DESC LIMIT 1
                """, arguments: [run.id.description])
            ?? run.after.flatMap { after in
                try Row.fetchOne(db, sql: "SELECT document_id, rank FROM placements WHERE page_id = ?", arguments: [after.description])
            }
        if let last {
            let rank: Int64 = last["rank"]
            let next = try Int64.fetchOne(
                db, sql: "SELECT min(rank) FROM placements WHERE dossier_id = ? AND rank > ?", arguments: [run.dossier.description, rank])
            if let free = Rank.between(rank, next) { return (try last.id("document_id"), free) }
            try spreadRanks(db, run.dossier)
            return try placeForNextPage(db, run: run)
        }
        let end = try Row.fetchOne(
            db, sql: "SELECT document_id, rank FROM placements WHERE dossier_id = ? ORDER BY rank DESC LIMIT 1",
            arguments: [run.dossier.description])
        if let end { return (try end.id("document_id"), (end["rank"] as Int64) + Rank.step) }
        return (try lastDocument(db, run.dossier) ?? makeDocument(db, run.dossier, rank: Rank.step), Rank.step)
    }

    private func lastDocument(_ db: Database, _ dossier: DossierID) throws -> DocumentID? {
        try Row.fetchOne(
            db, sql: "SELECT id FROM documents WHERE dossier_id = ? AND deleted_at IS NULL ORDER BY rank DESC LIMIT 1",
            arguments: [dossier.description]
        ).map { try $0.id("id") }
    }

    func makeDocument(_ db: Database, _ dossier: DossierID, rank: Int64) throws -> DocumentID {
        let id: DocumentID = identifiers.make()
        try db.execute(
            sql: "INSERT INTO documents (id, dossier_id, rank) VALUES (?, ?, ?)", arguments: [id.description, dossier.description, rank])
        return id
    }

    /// Ranks all pages of a dossier anew, evenly spaced, order kept.
    func spreadRanks(_ db: Database, _ dossier: DossierID) throws {
        let pages = try String.fetchAll(
            db, sql: "SELECT page_id FROM placements WHERE dossier_id = ? ORDER BY rank, page_id", arguments: [dossier.description])
        for (index, page) in pages.enumerated() {
            try db.execute(
                sql: "UPDATE placements SET rank = ? WHERE page_id = ?", arguments: [Int64(index + 1) * Rank.step, page])
        }
    }
}
