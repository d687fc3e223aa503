import Foundation
import GRDB
import Records

extension StationStore {
    /// Enters what OCR made of a page, if the job still belongs to this lease. False: it came too late, nothing was written.
    /// - Parameters:
    ///   - upright: how the page was found to lie; nil: as the job has it.
    ///   - mark: its document is withheld in the same moment, unless a person has let the page go before.
    @discardableResult
    public func saveReading(
        _ page: RecognisedPage, for job: OCRJob, engine: String, milliseconds: Int, upright: FoundTurn? = nil, head: String? = nil,
        mark: FoundMark? = nil
    ) throws(StoreError) -> Bool {
        let words = page.compact()
        let estimate = RevisedPage(page).estimate(by: proofreader)
        return try write { db in
            try db.execute(
                sql: "UPDATE jobs SET state = 'done', fence = NULL, error = NULL, updated = ? WHERE \(OCRJob.isStillHeld)",
                arguments: [self.clock.now().milliseconds] + job.holder)
            guard db.changesCount > 0 else { return false }
            let number = try Int64.fetchOne(db, sql: "SELECT number FROM pages WHERE id = ?", arguments: [job.page.description]) ?? 0
            let old = try StationStore.words(db, job.page)
            // What a person made of it stays what is found.
            let isText = old?.isHuman != true
            // What is withheld is in no index.
            let isWithheld = try Bool.fetchOne(db, sql: "SELECT withheld IS NOT NULL FROM placements WHERE page_id = ?", arguments: [job.page.description])
            let isIndexed = isText && isWithheld != true
            if isIndexed, let old { try StationStore.unindex(db, number, old.recognised) }
            let confidence = page.words.isEmpty ? nil : page.words.map(\.confidence).reduce(0, +) / Double(page.words.count)
            try db.execute(
                sql: """
                    INSERT INTO readings (page_id, engine, language, words, word_count, confidence, milliseconds, created)
                    VALUES (?, ?, ?, ?, ?, ?, ?, ?)
                    """,
                arguments: [
                    job.page.description, engine, page.language, words, page.words.count, confidence, milliseconds,
                    self.clock.now().milliseconds,
                ])
            if isIndexed { try StationStore.index(db, number, page) }
            if isText {
                try StationStore.noteEstimate(db, job.page, estimate)
                try StationStore.noteStrangeText(db, job.page, page.language == "vie" ? estimate?.strangeness : nil)
            }
            if let head { try self.keepHead(db, job.page, head) }
            if let upright { try self.setUpright(db, job, upright, engine: engine) }
            if let mark { try self.withholdMarked(db, job, mark) }
            try self.noteChange(db, job.dossier)
            return true
        }
    }

    /// The newest reading of a page.
    func reading(_ db: Database, _ page: PageID) throws -> RecognisedPage? {
        let blob = try Data.fetchOne(
            db, sql: "SELECT words FROM readings WHERE page_id = ? ORDER BY id DESC LIMIT 1", arguments: [page.description])
        return try blob.map { try RecognisedPage(compact: $0) }
    }

    /// The newest reading of a page; nil before the first. After a turn it is the old one until the page has been read again.
    public func reading(of page: PageID) throws(StoreError) -> RecognisedPage? {
        try read { db in try self.reading(db, page) }
    }

    /// Identifier of the newest reading of each page of a dossier that has one.
    public func readingNumbers(_ dossier: DossierID) throws(StoreError) -> [PageID: Int64] {
        try read { db in
            let rows = try Row.fetchAll(
                db,
                sql: "SELECT r.page_id, max(r.id) AS id FROM readings r JOIN placements p ON p.page_id = r.page_id WHERE p.dossier_id = ? GROUP BY r.page_id",
                arguments: [dossier.description])
            var numbers: [PageID: Int64] = [:]
            for row in rows { numbers[try row.id("page_id")] = row["id"] }
            return numbers
        }
    }
}
