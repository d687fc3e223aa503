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
    /// Where in the excerpt the found words stand.
    public let highlights: [Range<Int>]
}

extension StationStore {
    /// So many of the newest matches are looked through for those whose words stand side by side.
    private static let mostWeighed = 1000

    /// Finds pages in use whose text contains the query, marks and `đ` optional. Words must all occur; `"…"` is a phrase;
    /// the last word may be a beginning. The pages on which the words stand side by side come first (of the newest thousand
    /// matches), then the others; of each the newest dossiers first, and the pages of one in their order.
    ///
    /// Nothing here goes through all matches: ranking them (bm25) costs a quarter of a second for a common word in 100 000
    /// pages, grows with the store, and says little about pages that are all of a length.
    public func search(_ query: String, limit: Int = 100) throws(StoreError) -> [SearchHit] {
        guard let query = SearchQuery(query) else { return [] }
        return try read { db in
            var together: [Row] = []
            if let expression = query.together {
                let oldest = try Int64.fetchOne(
                    db, sql: "SELECT rowid FROM page_text WHERE page_text MATCH ? ORDER BY rowid DESC LIMIT 1 OFFSET ?",
                    arguments: [query.match, StationStore.mostWeighed - 1])
                together = try self.matches(db, expression, from: oldest ?? 0, limit: limit)
            }
            let known = Set(together.map { $0["number"] as Int64 })
            let wanted = limit - together.count
            let others = wanted > 0 ? try self.matches(db, query.match, from: 0, limit: limit).filter { !known.contains($0["number"]) } : []
            return try self.byDossier(together).map { try self.hit($0, query, isSideBySide: true) }
                + self.byDossier(others.prefix(wanted)).map { try self.hit($0, query, isSideBySide: query.together == nil) }
        }
    }

    /// The index is gone through from its end, and no further than to the last row asked for.
    static let matchesSQL = """
        SELECT g.number, g.id, d.id AS dossier_id, d.code, json_extract(d.fields, '$.title') AS title, p.rank,
            (SELECT count(*) FROM placements o WHERE o.dossier_id = d.id AND o.dropped_at IS NULL AND o.rank <= p.rank) AS place,
            coalesce((SELECT words FROM texts WHERE page_id = g.id),
                (SELECT words FROM readings WHERE page_id = g.id ORDER BY id DESC LIMIT 1)) AS words
        FROM page_text t
        CROSS JOIN pages g ON g.number = t.rowid JOIN placements p ON p.page_id = g.id JOIN dossiers d ON d.id = p.dossier_id
        WHERE page_text MATCH ? AND t.rowid >= ? AND p.dropped_at IS NULL AND p.withheld IS NULL AND d.deleted_at IS NULL ORDER BY t.rowid DESC LIMIT ?
        """

    private func matches(_ db: Database, _ expression: String, from oldest: Int64, limit: Int) throws -> [Row] {
        try Row.fetchAll(db, sql: StationStore.matchesSQL, arguments: [expression, oldest, limit])
    }

    /// The dossiers as they come, the pages of each in their own order.
    private func byDossier(_ rows: some Sequence<Row>) -> [Row] {
        var dossiers: [String] = []
        var pages: [String: [Row]] = [:]
        for row in rows {
            let dossier: String = row["dossier_id"]
            if pages[dossier] == nil { dossiers.append(dossier) }
            pages[dossier, default: []].append(row)
        }
        return dossiers.flatMap { (pages[$0] ?? []).sorted { ($0["rank"] as Int64) < ($1["rank"] as Int64) } }
    }

    private func hit(_ row: Row, _ query: SearchQuery, isSideBySide: Bool) throws -> SearchHit {
        let words = try (row["words"] as Data?).map { try RecognisedPage.texts(compact: $0) } ?? []
        let (excerpt, highlights) = query.excerpt(of: words, isSideBySide: isSideBySide)
        return SearchHit(
            page: try row.id("id"), dossier: try row.id("dossier_id"), code: try DossierCode(row["code"] as String), title: row["title"] ?? "",
            index: row["place"], excerpt: excerpt, highlights: highlights)
    }

    /// Makes the index anew from the newest reading of each page. For stores that know of no withholding yet.
    static func rebuildIndex(_ db: Database) throws {
        try db.execute(sql: "DROP TABLE page_text")
        // Beginnings of two and three letters have lists of their own: what is typed is searched for letter by letter, and
        // `th…` would otherwise be put together from the lists of all words that begin so (0.3 s in 100 000 pages).
        try db.execute(sql: "CREATE VIRTUAL TABLE page_text USING fts5(text, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 0')")
        let readings = try Row.fetchCursor(
            db,
            sql: """
                SELECT g.number, r.words FROM pages g JOIN readings r ON r.id = (SELECT max(id) FROM readings WHERE page_id = g.id)
                ORDER BY g.number
                """)
        while let row = try readings.next() {
            try db.execute(
                sql: "INSERT INTO page_text (rowid, text) VALUES (?, ?)",
                arguments: [row["number"] as Int64, try RecognisedPage(compact: row["words"]).text.folded])
        }
    }
}
