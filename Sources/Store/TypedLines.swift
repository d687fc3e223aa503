import Foundation
import GRDB
import Records

extension StationStore {
    // MARK: - Who types what

    /// The lines that wait for this person, the next first: what she has begun; those on which two others differ; those that another
    /// has typed; the rest. In each of these by lot, for every person in another order, so that two who type at once seldom meet.
    /// - Parameter count: as many at most.
    public func lineTasks(for actor: Actor, _ count: Int = 2) throws(StoreError) -> [LineTask] {
        try refuseNameless(actor)
        return try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT l.id, (SELECT text FROM typed_lines WHERE line_id = l.id AND person = :person) AS draft,
                        (SELECT count(*) FROM typed_lines WHERE line_id = l.id AND role = 'typed') AS typed
                    FROM sampled_lines l JOIN text_samples s ON s.id = l.sample_id JOIN placements p ON p.page_id = l.page_id
                    WHERE l.is_open = 1 AND s.dropped_at IS NULL AND p.withheld IS NULL
                        AND NOT EXISTS (SELECT 1 FROM typed_lines WHERE line_id = l.id AND person = :person AND role <> 'draft')
                    """, arguments: ["person": actor.person])
            let order = rows.map { row in
                let (id, typed, draft) = (row["id"] as Int64, row["typed"] as Int, row["draft"] as String?)
                return (id: id, rank: draft != nil ? 0 : typed == 2 ? 1 : typed == 1 ? 2 : 3, lot: StationStore.lot(of: id, for: actor.person))
            }.sorted { ($0.rank, $0.lot) < ($1.rank, $1.lot) }
            return try order.prefix(count).map { try StationStore.task(db, $0.id, for: actor.person) }
        }
    }

    private static func lot(of line: Int64, for person: String) -> UInt64 {
        // FNV-1a (Fowler, Noll, Vo): the library's own hash is another in every process.
        let name = person.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
        var random = SplitMix(state: name ^ UInt64(bitPattern: line))
        return random.next()
    }

    private static func task(_ db: Database, _ id: Int64, for person: String) throws -> LineTask {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT l.id, l.sample_id, l.page_id, l.boxes, g.width, g.height, p.turn FROM sampled_lines l
                JOIN pages g ON g.id = l.page_id JOIN placements p ON p.page_id = l.page_id WHERE l.id = ?
                """, arguments: [id])
        guard let row else { throw StoreError.sample(.lineNotThere) }
        let typed = try answers(db, id).typed
        let draft = try String.fetchOne(
            db, sql: "SELECT text FROM typed_lines WHERE line_id = ? AND person = ? AND role = 'draft'", arguments: [id, person])
        return LineTask(
            id: id, sample: row["sample_id"], page: try row.id("page_id"), boxes: try JSON.value([Box].self, from: row["boxes"]),
            width: row["width"], height: row["height"], turn: row["turn"], purpose: typed.count == 2 ? .decide(typed[0], typed[1]) : .type, draft: draft)
    }

    /// Of each sample in use, the oldest first.
    public func sampleProgress(for actor: Actor) throws(StoreError) -> [SampleProgress] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT l.sample_id, count(*) AS lines, count(*) FILTER (WHERE l.is_open = 0) AS closed, count(t.person) AS own
                    FROM sampled_lines l JOIN text_samples s ON s.id = l.sample_id JOIN placements p ON p.page_id = l.page_id
                        LEFT JOIN typed_lines t ON t.line_id = l.id AND t.person = ? AND t.role <> 'draft'
                    WHERE s.dropped_at IS NULL AND p.withheld IS NULL GROUP BY l.sample_id ORDER BY l.sample_id
                    """, arguments: [actor.person]
            ).map { SampleProgress(sample: $0["sample_id"], lines: $0["lines"], own: $0["own"], closed: $0["closed"]) }
        }
    }

    // MARK: - What is typed

    /// Keeps what a person says a line reads: as one of the two who type it, or as the third, who decides between two that differ.
    /// - Parameter isDecision: whether she saw what the two typed: who did not is never taken for the third.
    /// - Throws: `.sample(.ownLine)` for one she has typed, `.sample(.lineClosed)` where others were quicker, `pageWithheld`.
    public func answer(_ line: Int64, _ answer: LineAnswer, isDecision: Bool = false, by actor: Actor) throws(StoreError) {
        try refuseNameless(actor)
        try write { db in
            guard try (self.openLine(db, line, for: actor).typed.count == 2) == isDecision else { throw StoreError.sample(.lineClosed) }
            try self.put(db, line, isDecision ? "decided" : "typed", answer.stored, by: actor)
            try self.noteStanding(db, line)
            try self.record(db, isDecision ? "sample.line_decided" : "sample.line_typed", subject: "line:\(line)", by: actor)
        }
    }

    /// Keeps what is half typed until this person comes back to the line; empty: nothing is kept.
    public func keepDraft(of line: Int64, _ text: String, by actor: Actor) throws(StoreError) {
        try refuseNameless(actor)
        try write { db in
            do { _ = try self.openLine(db, line, for: actor) } catch StoreError.sample, StoreError.pageWithheld { return }
            if text.contains(where: { !$0.isWhitespace }) { return try self.put(db, line, "draft", text.nfc, by: actor) }
            try db.execute(
                sql: "DELETE FROM typed_lines WHERE line_id = ? AND person = ? AND role = 'draft'", arguments: [line, actor.person])
        }
    }

    /// Makes what this person typed a draft again, so that the line is hers next. Not once a third person has decided on it.
    public func takeBackAnswer(_ line: Int64, by actor: Actor) throws(StoreError) {
        try write { db in
            guard let role = try String.fetchOne(
                db, sql: "SELECT role FROM typed_lines WHERE line_id = ? AND person = ? AND role <> 'draft'", arguments: [line, actor.person])
            else { throw StoreError.sample(.lineNotThere) }
            let said = try StationStore.answers(db, line)
            // Somebody who saw both texts may be about to decide.
            let isSeen = try Bool.fetchOne(
                db, sql: "SELECT EXISTS (SELECT 1 FROM typed_lines WHERE line_id = ? AND role = 'draft' AND person <> ?)", arguments: [line, actor.person]) ?? false
            if role == "typed", said.decided != nil || said.typed.count == 2 && isSeen { throw StoreError.sample(.lineClosed) }
            try db.execute(
                sql: "UPDATE typed_lines SET role = 'draft', text = coalesce(text, '') WHERE line_id = ? AND person = ?", arguments: [line, actor.person])
            try self.noteStanding(db, line)
            try self.record(db, "sample.line_taken_back", subject: "line:\(line)", by: actor)
        }
    }

    private func put(_ db: Database, _ line: Int64, _ role: String, _ text: String?, by actor: Actor) throws {
        try db.execute(
            sql: """
                INSERT INTO typed_lines (line_id, person, station, role, text, at) VALUES (?, ?, ?, ?, ?, ?)
                ON CONFLICT (line_id, person) DO UPDATE SET station = excluded.station, role = excluded.role, text = excluded.text, at = excluded.at
                """,
            arguments: [line, actor.person, actor.station, role, text, clock.now().milliseconds])
    }

    /// What was said of a line that this person may type or decide on.
    private func openLine(_ db: Database, _ line: Int64, for actor: Actor) throws -> (typed: [LineAnswer], decided: LineAnswer?) {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT l.page_id, l.is_open, p.withheld, t.role FROM sampled_lines l JOIN text_samples s ON s.id = l.sample_id
                JOIN placements p ON p.page_id = l.page_id LEFT JOIN typed_lines t ON t.line_id = l.id AND t.person = ?
                WHERE l.id = ? AND s.dropped_at IS NULL
                """, arguments: [actor.person, line])
        guard let row else { throw StoreError.sample(.lineNotThere) }
        if (row["withheld"] as String?) != nil { throw StoreError.pageWithheld(row["page_id"]) }
        if let role = row["role"] as String?, role != "draft" { throw StoreError.sample(.ownLine) }
        guard row["is_open"] else { throw StoreError.sample(.lineClosed) }
        return try StationStore.answers(db, line)
    }

    private static func answers(_ db: Database, _ line: Int64) throws -> (typed: [LineAnswer], decided: LineAnswer?) {
        let rows = try Row.fetchAll(
            db, sql: "SELECT role, text FROM typed_lines WHERE line_id = ? AND role <> 'draft' ORDER BY at, person", arguments: [line])
        func answers(_ role: String) -> [LineAnswer] { rows.filter { $0["role"] == role }.map { LineAnswer($0["text"]) } }
        return (answers("typed"), answers("decided").first)
    }

    private func noteStanding(_ db: Database, _ line: Int64) throws {
        let now = try StationStore.answers(db, line)
        let standing = LineStanding(typed: now.typed, decided: now.decided)
        try db.execute(sql: "UPDATE sampled_lines SET is_open = ? WHERE id = ?", arguments: [standing.isOpen, line])
    }

    private func refuseNameless(_ actor: Actor) throws(StoreError) {
        guard actor.person.contains(where: { !$0.isWhitespace }) else { throw .sample(.noName) }
    }
}
