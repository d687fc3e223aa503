import Foundation
import GRDB
import Records

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
    /// Where in the excerpt the found words stand, in characters.
    public let highlights: [Range<Int>]
    /// Where in the page's words, in their order.
    public let occurrences: [Range<Int>]
}

/// A dossier that is found by its code, its title or its box.
public struct DossierHit: Sendable, Hashable {
    public let dossier: DossierID
    public let code: DossierCode
    public let fields: DossierFields
    public let pages: Int
    /// The first page in use that may be seen.
    public let firstPage: PageID?
}

public struct SearchAnswer: Sendable, Hashable {
    public var dossiers: [DossierHit] = []
    /// The first of them.
    public var pages: [SearchHit] = []
    /// All pages found, as far as they were counted.
    public var total = 0
    /// There are more than `total`.
    public var isMore = false
}

extension StationStore {
    /// So many of the newest matches are looked through for those whose words stand side by side, and no more pages are counted.
    static let mostCounted = 1000
    /// So many of the newest matches are looked at one by one before the dossiers of a filter are.
    private static let mostTried = 2000
    private static let mostDossiers = 5

    /// Finds pages in use whose text contains the query, and dossiers whose code, title or box do. The pages on which the words stand
    /// side by side come first (of the newest thousand matches), then the others; of each the newest dossiers first, and the pages of
    /// one in their order.
    ///
    /// Nothing here goes through all matches: ranking them (bm25) costs a quarter of a second for a common word in 100 000
    /// pages, grows with the store, and says little about pages that are all of a length.
    /// - Throws: `search` where the query cannot be understood.
    public func search(_ text: String, limit: Int = 100, isBeingTyped: Bool = false) throws(StoreError) -> SearchAnswer {
        guard let query = try StationStore.query(text, isBeingTyped: isBeingTyped) else { return SearchAnswer() }
        return try read { db in
            let condition = try query.filter.condition(db)
            var found = try self.found(db, query, condition)
            var answer = SearchAnswer(
                dossiers: try self.dossiers(db, query, condition), total: min(found.count, StationStore.mostCounted),
                isMore: found.count > StationStore.mostCounted)
            found = Array(found.prefix(StationStore.mostCounted))
            for page in found where answer.pages.count < limit {
                // Its words are on it, but with other marks.
                if let hit = try self.hit(db, page, query) { answer.pages.append(hit) } else { answer.total -= 1 }
            }
            return answer
        }
    }

    private static func query(_ text: String, isBeingTyped: Bool) throws(StoreError) -> SearchQuery? {
        do { return try SearchQuery(text, isBeingTyped: isBeingTyped) } catch { throw .search(error) }
    }

    /// A page that matches, as little of it as its place in the list needs.
    private struct Found {
        let number: Int64
        let dossier: String
        let rank: Int64
    }

    /// The newest matches, one more than are counted, in the order in which they are shown.
    private func found(_ db: Database, _ query: SearchQuery, _ condition: SQL) throws -> [Found] {
        let most = StationStore.mostCounted + 1
        let found = query.filter.isEmpty
            ? try matches(db, query.match, within: 0...Int64.max, condition, limit: most) : try matches(db, query.match, condition, limit: most)
        guard let together = query.together, let oldest = found.map(\.number).min() else { return StationStore.byDossier(found) }
        let first = try matches(db, together, within: oldest...Int64.max, condition, limit: most)
        let known = Set(first.map(\.number))
        return StationStore.byDossier(first) + StationStore.byDossier(found.filter { !known.contains($0.number) })
    }

    /// The index is gone through from its end, and no further than to the last row asked for.
    static let matchesSQL = """
        SELECT g.number, p.dossier_id, p.rank FROM page_text t
        CROSS JOIN pages g ON g.number = t.rowid JOIN placements p ON p.page_id = g.id JOIN dossiers d ON d.id = p.dossier_id
        """
    static let matchesCondition = "p.dropped_at IS NULL AND p.withheld IS NULL AND d.deleted_at IS NULL"

    private func matches(
        _ db: Database, _ expression: String, within numbers: ClosedRange<Int64>, _ condition: SQL, limit: Int
    ) throws -> [Found] {
        let filter: SQL = condition.isEmpty ? "" : "JOIN searched_dossiers n ON n.dossier_id = d.id"
        let request: SQLRequest<Row> = """
            \(sql: StationStore.matchesSQL) \(filter)
            WHERE page_text MATCH \(expression) AND t.rowid BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)
                AND \(sql: StationStore.matchesCondition) \(condition)
            ORDER BY t.rowid DESC LIMIT \(limit)
            """
        return try request.fetchAll(db).map { Found(number: $0["number"], dossier: $0["dossier_id"], rank: $0["rank"]) }
    }

    /// Of some dossiers. Where the newest matches are mostly theirs, that is all; else only where their pages lie is looked.
    private func matches(_ db: Database, _ expression: String, _ condition: SQL, limit: Int) throws -> [Found] {
        let oldest = try Int64.fetchOne(
            db, sql: "SELECT rowid FROM page_text WHERE page_text MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
            arguments: [expression, StationStore.mostTried - 1])
        var found = try matches(db, expression, within: (oldest ?? 0)...Int64.max, condition, limit: limit)
        guard let oldest else { return found }
        for numbers in try StationStore.numbers(db, condition, before: oldest) where found.count < limit {
            found += try matches(db, expression, within: numbers, condition, limit: limit - found.count)
        }
        return found
    }

    /// Between which numbers the pages of some dossiers lie, the newest first: not so many that asking for each takes long.
    private static func numbers(_ db: Database, _ condition: SQL, before end: Int64) throws -> [ClosedRange<Int64>] {
        let request: SQLRequest<Row> = """
            SELECT n.first_page, n.last_page FROM searched_dossiers n WHERE n.first_page < \(end) \(condition) ORDER BY n.last_page DESC
            """
        let all = try request.fetchAll(db).map { ($0["first_page"] as Int64)...min($0["last_page"], end - 1) }
        var gap: Int64 = 1
        while true {
            var joined: [ClosedRange<Int64>] = []
            for range in all {
                if let last = joined.last, range.upperBound + gap >= last.lowerBound {
                    joined[joined.count - 1] = min(range.lowerBound, last.lowerBound)...last.upperBound
                } else {
                    joined.append(range)
                }
            }
            if joined.count <= 200 { return joined }
            gap *= 4
        }
    }

    /// The dossiers as they come, the pages of each in their own order.
    private static func byDossier(_ found: [Found]) -> [Found] {
        var order: [String: Int] = [:]
        for page in found where order[page.dossier] == nil { order[page.dossier] = order.count }
        return found.sorted { (order[$0.dossier] ?? 0, $0.rank, $0.number) < (order[$1.dossier] ?? 0, $1.rank, $1.number) }
    }

    private func hit(_ db: Database, _ found: Found, _ query: SearchQuery) throws -> SearchHit? {
        let row = try Row.fetchOne(
            db,
            sql: """
                SELECT g.id, d.id AS dossier_id, d.code, json_extract(d.fields, '$.title') AS title,
                    (SELECT count(*) FROM placements o WHERE o.dossier_id = d.id AND o.dropped_at IS NULL AND o.rank <= p.rank) AS place,
                    coalesce((SELECT words FROM texts WHERE page_id = g.id),
                        (SELECT words FROM readings WHERE page_id = g.id ORDER BY id DESC LIMIT 1)) AS words
                FROM pages g JOIN placements p ON p.page_id = g.id JOIN dossiers d ON d.id = p.dossier_id WHERE g.number = ?
                """, arguments: [found.number])
        guard let row else { return nil }
        let words = try (row["words"] as Data?).map { try RecognisedPage.texts(compact: $0) } ?? []
        let occurrences = query.occurrences(in: words)
        if occurrences.isEmpty { return nil }
        let (excerpt, highlights) = SearchQuery.excerpt(of: words, at: occurrences)
        return SearchHit(
            page: try row.id("id"), dossier: try row.id("dossier_id"), code: try DossierCode(row["code"] as String), title: row["title"] ?? "",
            index: row["place"], excerpt: excerpt, highlights: highlights, occurrences: occurrences)
    }

    // MARK: - Dossiers

    /// The newest that are not withheld as a whole.
    private func dossiers(_ db: Database, _ query: SearchQuery, _ condition: SQL) throws -> [DossierHit] {
        let request: SQLRequest<Row> = """
            SELECT d.id, d.code, d.fields, s.pages,
                (SELECT page_id FROM placements WHERE dossier_id = d.id AND dropped_at IS NULL AND withheld IS NULL ORDER BY rank LIMIT 1) AS first_page
            FROM dossier_text t CROSS JOIN searched_dossiers n ON n.number = t.rowid JOIN dossiers d ON d.id = n.dossier_id
            JOIN summaries s ON s.dossier_id = d.id
            WHERE dossier_text MATCH \(query.match) AND d.deleted_at IS NULL AND \(sql: StationStore.withheldSQL) IS NULL \(condition)
            ORDER BY t.rowid DESC LIMIT 100
            """
        var hits: [DossierHit] = []
        let rows = try request.fetchCursor(db)
        while hits.count < StationStore.mostDossiers, let row = try rows.next() {
            let code = try DossierCode(row["code"] as String), fields = try JSON.value(DossierFields.self, from: row["fields"])
            if query.occurrences(in: StationStore.words(code, fields)).isEmpty { continue }
            hits.append(DossierHit(dossier: try row.id("id"), code: code, fields: fields, pages: row["pages"], firstPage: try (row["first_page"] as String?).map { _ in try row.id("first_page") }))
        }
        return hits
    }
}
