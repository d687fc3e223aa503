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
    /// Of so many of the newest matches some are looked at one by one, before where the dossiers of a filter lie; the more only where
    /// half of the fewer are theirs.
    private static let tried = (fewer: 200, more: 2000)
    /// Asking for each place where dossiers of a filter lie takes its time.
    private static let mostPlaces: Int64 = 64
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
            let found = try self.found(db, query, condition)
            var answer = SearchAnswer(
                dossiers: try self.dossiers(db, query, condition), total: min(found.count, StationStore.mostCounted),
                isMore: found.count > StationStore.mostCounted)
            let counted = found.prefix(StationStore.mostCounted)
            var reader = HitReader(query)
            func add(_ page: Found) throws {
                // Its words are on it, but with other marks.
                if let hit = try reader.hit(db, page.number) { answer.pages.append(hit) } else { answer.total -= 1 }
            }
            var others = counted.filter { !$0.isTogether }
            for page in StationStore.byDossier(counted.filter(\.isTogether)) where answer.pages.count < limit {
                if try reader.standTogether(db, page.number) { try add(page) } else { others.append(page) }
            }
            if answer.pages.count < limit {
                for page in StationStore.byDossier(others.sorted { $0.number > $1.number }) where answer.pages.count < limit { try add(page) }
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
        let isTogether: Bool
    }

    /// The newest matches, one more than are counted.
    private func found(_ db: Database, _ query: SearchQuery, _ condition: SQL) throws -> [Found] {
        let most = StationStore.mostCounted + 1, lookup = query.lookup
        return condition.isEmpty
            ? try matches(db, lookup, within: 0...Int64.max, condition, limit: most) : try matchesOfSome(db, lookup, condition, limit: most)
    }

    /// The index is gone through from its end, and no further than to the last row asked for.
    static let matchesSource = """
        FROM page_text t
        CROSS JOIN pages g ON g.number = t.rowid JOIN placements p ON p.page_id = g.id JOIN dossiers d ON d.id = p.dossier_id
        """
    static let matchesCondition = "p.dropped_at IS NULL AND p.withheld IS NULL AND d.deleted_at IS NULL"

    private func matches(
        _ db: Database, _ lookup: SearchLookup, within numbers: ClosedRange<Int64>, _ condition: SQL, limit: Int
    ) throws -> [Found] {
        let filter: SQL = condition.isEmpty ? "" : "CROSS JOIN searched_dossiers n ON n.dossier_id = d.id"
        let isTogether: SQL = lookup.chains.isEmpty ? "0" : "\(sql: SideBySide.name)(t.page_text, \(lookup.chainData))"
        let kinds = lookup.toldKinds.map(\.rawValue)
        let tells: SQL = kinds.isEmpty ? "" : "AND EXISTS (SELECT 1 FROM page_kinds k WHERE k.number = t.rowid AND k.kind IN \(kinds))"
        let request = SQLRequest<Row>(
            literal: """
                SELECT g.number, p.dossier_id, p.rank, \(isTogether) \(sql: StationStore.matchesSource) \(filter)
                WHERE page_text MATCH \(lookup.expression) AND t.rowid BETWEEN \(numbers.lowerBound) AND \(numbers.upperBound)
                    AND \(sql: StationStore.matchesCondition) \(condition) \(tells)
                ORDER BY t.rowid DESC LIMIT \(limit)
                """, cached: true)
        let rows = try request.fetchCursor(db)
        var found: [Found] = []
        while let row = try rows.next() { found.append(Found(number: row[0], dossier: row[1], rank: row[2], isTogether: row[3] as Int != 0)) }
        return found
    }

    /// Of some dossiers. Where the newest matches are mostly theirs, that may be all; else only where their pages lie is looked.
    private func matchesOfSome(_ db: Database, _ lookup: SearchLookup, _ condition: SQL, limit: Int) throws -> [Found] {
        var found: [Found] = []
        var end = Int64.max
        for tried in [StationStore.tried.fewer, StationStore.tried.more] {
            // Few of the fewer are theirs: the others are not looked at.
            if end < Int64.max, found.count * 2 < StationStore.tried.fewer { break }
            let oldest = try Int64.fetchOne(
                db, sql: "SELECT rowid FROM page_text WHERE page_text MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
                arguments: [lookup.expression, tried - 1])
            found += try matches(db, lookup, within: (oldest ?? 0)...(end - 1), condition, limit: limit - found.count)
            guard let oldest, found.count < limit else { return found }
            end = oldest
        }
        for numbers in try StationStore.places(db, condition, before: end) where found.count < limit {
            found += try matches(db, lookup, within: numbers, condition, limit: limit - found.count)
        }
        return found
    }

    /// Between which numbers the pages of some dossiers lie, the newest first.
    private static func places(_ db: Database, _ condition: SQL, before end: Int64) throws -> [ClosedRange<Int64>] {
        let width = max(1, (end - 1) / mostPlaces + 1)
        let request = SQLRequest<Row>(
            literal: """
                SELECT min(n.first_page), max(n.last_page) FROM searched_dossiers n
                WHERE n.first_page < \(end) \(condition) GROUP BY n.last_page / \(width) ORDER BY 2 DESC
                """, cached: true)
        var places: [ClosedRange<Int64>] = []
        let rows = try request.fetchCursor(db)
        while let row = try rows.next() {
            let first: Int64 = row[0], last = min(row[1] as Int64, end - 1)
            // Pages that were moved may lie far from the others of their dossier.
            if let newer = places.last, last >= newer.lowerBound {
                places[places.count - 1] = min(first, newer.lowerBound)...newer.upperBound
            } else {
                places.append(first...last)
            }
        }
        return places
    }

    /// The dossiers as they come, the pages of each in their own order.
    private static func byDossier(_ found: [Found]) -> [Found] {
        var order: [String: Int] = [:]
        let keyed = found.map { page in
            let place = order[page.dossier, default: order.count]
            order[page.dossier] = place
            return (place: place, page: page)
        }
        return keyed.sorted { ($0.place, $0.page.rank, $0.page.number) < ($1.place, $1.page.rank, $1.page.number) }.map(\.page)
    }

    // MARK: - Dossiers

    /// The newest that are not withheld as a whole.
    private func dossiers(_ db: Database, _ query: SearchQuery, _ condition: SQL) throws -> [DossierHit] {
        // A kind is one of documents.
        if !query.filter.kinds.isEmpty { return [] }
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
