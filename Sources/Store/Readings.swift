import Foundation
import GRDB
import Records
import Vietnamese

/// What a page says, as far as it has been read.
public struct PageText: Sendable, Hashable {
    public let page: PageID
    public let index: Int
    public let recognised: RecognisedPage
}

/// A page that contains what was searched for.
public struct SearchHit: Sendable, Hashable {
    public let page: PageID
    public let dossier: DossierID
    public let code: DossierCode
    public let title: String
    /// Place among the dossier's pages in use.
    public let index: Int
    /// Some words around the first place, in the page's own spelling.
    public let excerpt: String
    /// Where in the excerpt the found words stand.
    public let highlights: [Range<Int>]
}

extension StationStore {
    /// Enters what OCR made of a page, if the job still belongs to this lease. False: it came too late, nothing was written.
    @discardableResult
    public func saveReading(
        _ page: RecognisedPage, for job: OCRJob, engine: String, milliseconds: Int
    ) throws(StoreError) -> Bool {
        let words = page.compact()
        let folded = page.text.folded
        return try write { db in
            try db.execute(
                sql: "UPDATE jobs SET state = 'done', fence = NULL, error = NULL, updated = ? WHERE \(OCRJob.isStillHeld)",
                arguments: [self.clock.now().milliseconds] + job.holder)
            guard db.changesCount > 0 else { return false }
            let number = try Int64.fetchOne(db, sql: "SELECT number FROM pages WHERE id = ?", arguments: [job.page.description]) ?? 0
            if let old = try self.reading(db, job.page) {
                try db.execute(
                    sql: "INSERT INTO page_text (page_text, rowid, text) VALUES ('delete', ?, ?)", arguments: [number, old.text.folded])
            }
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
            try db.execute(sql: "INSERT INTO page_text (rowid, text) VALUES (?, ?)", arguments: [number, folded])
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

    /// Up to this many matching pages are put in the order of their worth.
    private static let mostWeighed = 5000

    /// Finds pages in use whose text contains the query, marks and `đ` optional. Words must all occur; `"…"` is a phrase;
    /// the last word may be a beginning. Best first; the newest first when so many pages match that weighing them all would
    /// take long and say little.
    public func search(_ query: String, limit: Int = 100) throws(StoreError) -> [SearchHit] {
        guard let expression = SearchQuery(query) else { return [] }
        return try read { db in
            let matching = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM (SELECT 1 FROM page_text WHERE page_text MATCH ? LIMIT ?)",
                arguments: [expression.match, StationStore.mostWeighed + 1]) ?? 0
            let order = matching > StationStore.mostWeighed ? "t.rowid DESC" : "t.rank"
            let rows = try Row.fetchAll(
                db,
                sql: """
                    SELECT g.id, d.id AS dossier_id, d.code, d.fields, p.rank FROM page_text t
                    JOIN pages g ON g.number = t.rowid JOIN placements p ON p.page_id = g.id JOIN dossiers d ON d.id = p.dossier_id
                    WHERE page_text MATCH ? AND p.dropped_at IS NULL AND d.deleted_at IS NULL ORDER BY \(order) LIMIT ?
                    """, arguments: [expression.match, limit])
            return try rows.map { row in
                let page: PageID = try row.id("id")
                let dossier: DossierID = try row.id("dossier_id")
                let index = try Int.fetchOne(
                    db, sql: "SELECT count(*) FROM placements WHERE dossier_id = ? AND dropped_at IS NULL AND rank <= ?",
                    arguments: [dossier.description, row["rank"] as Int64]) ?? 0
                let words = try self.reading(db, page)?.words.map(\.text) ?? []
                let (excerpt, highlights) = expression.excerpt(of: words)
                return SearchHit(
                    page: page, dossier: dossier, code: try DossierCode(row["code"] as String),
                    title: try JSON.value(DossierFields.self, from: row["fields"]).title, index: index, excerpt: excerpt,
                    highlights: highlights)
            }
        }
    }
}

/// A query as a person types it, turned into one that FTS5 understands whatever it contains.
public struct SearchQuery: Sendable, Hashable {
    /// Folded words, phrases kept together.
    let phrases: [[String]]
    let lastIsPrefix: Bool

    /// FTS5 refuses expressions that are too deep; nobody types this many words.
    private static let mostPhrases = 64

    /// Nil when there is nothing to search for. Of a very long text only the beginning counts.
    public init?(_ text: String) {
        var phrases: [[String]] = []
        var lastIsQuoted = false
        let normal = text.replacingOccurrences(of: "“", with: "\"").replacingOccurrences(of: "”", with: "\"")
        let parts = normal.split(separator: "\"", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let words = SearchQuery.words(String(part))
            if words.isEmpty { continue }
            let isPhrase = index % 2 == 1
            // A phrase whose closing quote is still to come is being typed.
            lastIsQuoted = isPhrase && index < parts.count - 1
            phrases += isPhrase ? [Array(words.prefix(SearchQuery.mostPhrases))] : words.map { [$0] }
        }
        guard !phrases.isEmpty else { return nil }
        let isWhole = phrases.count <= SearchQuery.mostPhrases
        self.phrases = Array(phrases.prefix(SearchQuery.mostPhrases))
        lastIsPrefix = isWhole && !lastIsQuoted && (phrases.last?.last?.count ?? 0) > 1
    }

    /// The words of a text as FTS5's unicode61 sees them after folding: runs of letters and digits.
    static func words(_ text: String) -> [String] {
        text.folded.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    var match: String {
        let quoted = phrases.map { "\"" + $0.joined(separator: " ") + "\"" }
        return quoted.joined(separator: " ") + (lastIsPrefix ? "*" : "")
    }

    /// Up to this many words before and after the first found one.
    private static let context = 8

    func excerpt(of words: [String]) -> (String, [Range<Int>]) {
        let wanted = Set(phrases.flatMap { $0 })
        let prefix = lastIsPrefix ? phrases.last?.last : nil
        func isFound(_ word: String) -> Bool {
            SearchQuery.words(word).contains { part in wanted.contains(part) || prefix.map(part.hasPrefix) == true }
        }
        // The first place where the first phrase begins; a lone common word elsewhere says little.
        let first = words.indices.first { start in
            phrases[0].enumerated().allSatisfy { offset, part in
                start + offset < words.count && SearchQuery.words(words[start + offset]).contains { $0 == part || $0.hasPrefix(part) }
            }
        } ?? words.firstIndex(where: isFound) ?? 0
        guard !words.isEmpty else { return ("", []) }
        let range = max(0, first - SearchQuery.context)..<min(words.count, first + SearchQuery.context + 4)
        var text = range.lowerBound > 0 ? "… " : ""
        var highlights: [Range<Int>] = []
        for (offset, word) in words[range].enumerated() {
            if offset > 0 { text += " " }
            if isFound(word) { highlights.append(text.count..<text.count + word.count) }
            text += word
        }
        return (text + (range.upperBound < words.count ? " …" : ""), highlights)
    }
}
