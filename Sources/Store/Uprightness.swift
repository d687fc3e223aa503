import GRDB
import Records

/// That a reading found a page to lie otherwise than it is shown.
public struct FoundTurn: Sendable, Hashable {
    /// Clockwise, from the stored image.
    public var quarterTurns: Int
    /// In whose name the page is set upright.
    public var actor: Actor

    public init(quarterTurns: Int, actor: Actor) {
        self.quarterTurns = quarterTurns
        self.actor = actor
    }
}

extension StationStore {
    /// Sets a page upright as its reading found it, and leaves a finding for the person to look at.
    ///
    /// It is no step of undo: that would stand in front of what the person did last. Once somebody has turned the page, no
    /// reading turns it again. A dossier that is settled but not delivered is corrected all the same: pages are read behind
    /// the scanning, so it may be settled before its last pages are read, and nobody wants them delivered upside down. What
    /// was delivered changes by a person's hand only: there is the finding, and the page stays as it is.
    func setUpright(_ db: Database, _ job: OCRJob, _ found: FoundTurn, engine: String) throws {
        let turns = found.quarterTurns & 3
        guard job.findsTurn, turns != 0 else { return }
        let page = job.page.description
        let isDelivered = try Bool.fetchOne(
            db, sql: "SELECT 1 FROM delivery_items WHERE dossier_id = ? LIMIT 1", arguments: [job.dossier.description]) ?? false
        if !isDelivered { try db.execute(sql: "UPDATE placements SET turn = ? WHERE page_id = ?", arguments: [turns, page]) }
        try db.execute(
            sql: "INSERT OR IGNORE INTO findings (page_id, code, value) VALUES (?, ?, ?)",
            arguments: [page, FindingCode.turned.rawValue, turns * 90])
        try record(
            db, isDelivered ? "page.found_turned" : "page.set_upright", subject: "page:\(page)", by: found.actor,
            ["degrees": String(turns * 90), "engine": engine])
    }
}
