import Foundation
import GRDB
import Records

/// Lines drawn by lot, which two people type independently.
public struct TextSample: Sendable, Hashable, Identifiable {
    public let id: Int64
    public let scope: SampleScope
    public let seed: UInt64
    /// As many lines as were asked for; no more than there were are in it.
    public let wanted: Int
    /// Pages and lines it was drawn from, and their mark (`SampleFrame.hash`).
    public let pages, lines: Int
    public let frame: String
    public let leftOut: SampleFrame.LeftOut
    public let person: String
    public let at: Timestamp
    /// Since when it is out of use.
    public let dropped: Timestamp?
}

/// A line of a sample, for the record. Nobody who may still type it is to see it.
public struct SampledLine: Sendable, Hashable, Identifiable {
    public let id: Int64
    /// In the order in which they were drawn, from 1.
    public let place: Int
    public let page: PageID
    /// Of the page, from 0.
    public let line: Int
    /// Of its words, in pixels of the stored image.
    public let boxes: [Box]
    public let machine: String
    public let corrected: String
    /// By the first two people, in the order in which they did it.
    public let typed: [LineAnswer]
    public let standing: LineStanding
    public let isWithheld: Bool
    /// Where its page lies now; the fonds' code is empty where there is none.
    public let dossier: String
    public let fonds: String
    let sample: Int64
}

/// A draw that is not kept, or its sample.
public struct DrawnSample: Sendable, Hashable {
    /// Nil: it was only looked at.
    public let sample: TextSample?
    public let seed: UInt64
    public let frame: SampleFrame
    /// In the order in which they were drawn.
    public let places: [Place]

    /// A line, from 0, of a page.
    public struct Place: Sendable, Hashable {
        public let page: PageID
        public let line: Int
    }
}

extension StationStore {
    // MARK: - Drawing

    /// Draws lines by lot (`LineDraw`) and keeps them as they are now.
    ///
    ///     let drawn = try store.drawTextSample(of: .fonds("H99"), lines: 200, seed: 2026, by: actor)
    ///
    /// - Parameters:
    ///   - lines: how many; fewer where there are not so many.
    ///   - isKept: false: says what would be drawn, and changes nothing.
    /// - Throws: `.sample` for a fonds nobody knows, and where nothing is read; `noSuchDossier`.
    public func drawTextSample(
        of scope: SampleScope, lines wanted: Int, seed: UInt64, isKept: Bool = true, by actor: Actor
    ) throws(StoreError) -> DrawnSample {
        let ids = try read { db in try self.ids(db, of: scope) }
        // One state of the store; reading it may take long, so that nobody waits for it to write.
        let (frame, lines) = try read { db in
            let frame = try SampleFrame(db, fonds: ids.fonds, dossier: ids.dossier)
            let places = LineDraw.draw(wanted, from: frame.pages.map(\.lines), seed: seed)
            return (frame, try StationStore.lines(db, at: places.map { (frame.pages[$0.page].id, $0.line) }))
        }
        if lines.isEmpty { throw .sample(.nothingRead(frame.leftOut)) }
        let places = lines.map { DrawnSample.Place(page: $0.page, line: $0.line) }
        if !isKept { return DrawnSample(sample: nil, seed: seed, frame: frame, places: places) }
        let id = try write { db in
            let id = try self.keep(db, frame, ids, wanted: wanted, seed: seed, by: actor)
            for (place, line) in lines.enumerated() { try StationStore.keep(db, line, at: place + 1, of: id) }
            try self.record(db, "sample.drawn", subject: "sample:\(id)", by: actor, [
                "seed": String(seed), "lines": String(lines.count), "of": String(frame.lines), "pages": String(frame.pageCount), "frame": frame.hash,
            ])
            return id
        }
        return DrawnSample(sample: try textSample(id), seed: seed, frame: frame, places: places)
    }

    private func ids(_ db: Database, of scope: SampleScope) throws -> (fonds: String?, dossier: String?) {
        switch scope {
        case .all: return (nil, nil)
        case .dossier(let code):
            guard let id = try String.fetchOne(db, sql: "SELECT id FROM dossiers WHERE code = ? AND deleted_at IS NULL", arguments: [code.text]) else {
                throw StoreError.noSuchDossier(code.text)
            }
            return (nil, id)
        case .fonds(let code):
            guard let id = try String.fetchOne(db, sql: "SELECT id FROM fonds WHERE code = ?", arguments: [code]) else {
                throw StoreError.sample(.noSuchFonds(code, known: try String.fetchAll(db, sql: "SELECT code FROM fonds ORDER BY code")))
            }
            return (id, nil)
        }
    }

    private static func lines(_ db: Database, at places: [(page: PageID, line: Int)]) throws -> [DrawnLine] {
        var pages: [PageID: (words: PageWords, reading: RecognisedPage?)] = [:]
        return try places.map { place in
            if pages[place.page] == nil {
                guard let words = try words(db, place.page) else { throw StoreError.noSuchPage(place.page.description) }
                let blob = words.isHuman ? try Data.fetchOne(db, sql: "SELECT words FROM readings WHERE id = ?", arguments: [words.reading]) : nil
                pages[place.page] = (words, try blob.map { try RecognisedPage(compact: $0) })
            }
            guard let page = pages[place.page] else { throw StoreError.noSuchPage(place.page.description) }
            return DrawnLine(place.page, line: place.line, of: page.words, reading: page.reading)
        }
    }

    private func keep(
        _ db: Database, _ frame: SampleFrame, _ ids: (fonds: String?, dossier: String?), wanted: Int, seed: UInt64, by actor: Actor
    ) throws -> Int64 {
        try db.execute(
            sql: """
                INSERT INTO text_samples (fonds_id, dossier_id, seed, wanted, pages, lines, frame, blank, settled, unread, person, station, at)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                ids.fonds, ids.dossier, Int64(bitPattern: seed), wanted, frame.pageCount, frame.lines, frame.hash, frame.leftOut.blank,
                frame.leftOut.settled, frame.leftOut.unread, actor.person, actor.station, clock.now().milliseconds,
            ])
        return db.lastInsertedRowID
    }

    private static func keep(_ db: Database, _ line: DrawnLine, at place: Int, of sample: Int64) throws {
        try db.execute(
            sql: """
                INSERT INTO sampled_lines (sample_id, place, page_id, reading, revision, line, boxes, machine, corrected)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                sample, place, line.page.description, line.reading, line.revision, line.line, try JSON.text(line.boxes), line.machine, line.corrected,
            ])
    }

    // MARK: - Looking

    /// All samples, those out of use too, the newest first.
    public func textSamples() throws(StoreError) -> [TextSample] {
        try read { db in try StationStore.samples(db, "1") }
    }

    /// - Throws: `.sample(.noSuchSample)`.
    public func textSample(_ id: Int64) throws(StoreError) -> TextSample {
        let found = try read { db in try StationStore.samples(db, "s.id = \(id)").first }
        guard let found else { throw .sample(.noSuchSample(String(id))) }
        return found
    }

    /// The lines of a sample, in the order in which they were drawn.
    public func sampledLines(of sample: Int64) throws(StoreError) -> [SampledLine] {
        try read { db in try StationStore.sampledLines(db, "l.sample_id = \(sample)") }
    }

    private static func samples(_ db: Database, _ condition: String) throws -> [TextSample] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT s.*, f.code AS fonds, d.code AS dossier FROM text_samples s LEFT JOIN fonds f ON f.id = s.fonds_id
                LEFT JOIN dossiers d ON d.id = s.dossier_id WHERE \(condition) ORDER BY s.id DESC
                """
        ).map { try TextSample($0) }
    }

    static func sampledLines(_ db: Database, _ condition: String) throws -> [SampledLine] {
        var answers: [Int64: (typed: [LineAnswer], decided: LineAnswer?)] = [:]
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT t.* FROM typed_lines t JOIN sampled_lines l ON l.id = t.line_id
                WHERE t.role <> 'draft' AND \(condition) ORDER BY t.line_id, t.at, t.person
                """)
        while let row = try rows.next() {
            let answer = LineAnswer(row["text"])
            if (row["role"] as String) == "decided" {
                answers[row["line_id"], default: ([], nil)].decided = answer
            } else {
                answers[row["line_id"], default: ([], nil)].typed.append(answer)
            }
        }
        return try Row.fetchAll(
            db,
            sql: """
                SELECT l.*, p.withheld, d.code AS dossier, coalesce(f.code, '') AS fonds FROM sampled_lines l
                JOIN placements p ON p.page_id = l.page_id JOIN dossiers d ON d.id = p.dossier_id LEFT JOIN fonds f ON f.id = d.fonds_id
                WHERE \(condition) ORDER BY l.sample_id, l.place
                """
        ).map { row in
            let answer = answers[row["id"]] ?? ([], nil)
            return SampledLine(
                id: row["id"], place: row["place"], page: try row.id("page_id"), line: row["line"],
                boxes: try JSON.value([Box].self, from: row["boxes"]), machine: row["machine"], corrected: row["corrected"], typed: answer.typed,
                standing: LineStanding(typed: answer.typed, decided: answer.decided), isWithheld: (row["withheld"] as String?) != nil,
                dossier: row["dossier"], fonds: row["fonds"], sample: row["sample_id"])
        }
    }

    // MARK: - Out of use

    /// Takes a sample out of use: nobody is asked to type it, and no report counts it. It stays in the list and in the trail.
    public func dropTextSample(_ id: Int64, by actor: Actor) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "UPDATE text_samples SET dropped_at = ? WHERE id = ? AND dropped_at IS NULL", arguments: [self.clock.now().milliseconds, id])
            guard db.changesCount > 0 else { throw StoreError.sample(.noSuchSample(String(id))) }
            try self.record(db, "sample.dropped", subject: "sample:\(id)", by: actor)
        }
    }
}

extension TextSample {
    fileprivate init(_ row: Row) throws {
        (id, wanted, pages, lines, frame) = (row["id"], row["wanted"], row["pages"], row["lines"], row["frame"])
        seed = UInt64(bitPattern: row["seed"] as Int64)
        leftOut = SampleFrame.LeftOut(blank: row["blank"], settled: row["settled"], unread: row["unread"])
        (person, at) = (row["person"], Timestamp(milliseconds: row["at"]))
        dropped = (row["dropped_at"] as Int64?).map(Timestamp.init(milliseconds:))
        if let code = row["dossier"] as String? {
            scope = .dossier(try DossierCode(code))
        } else {
            scope = (row["fonds"] as String?).map(SampleScope.fonds) ?? .all
        }
    }
}
