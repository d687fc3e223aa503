import Foundation
import GRDB
import Records

/// Reads of pages that were found where their words stand.
struct HitReader {
    private let query: SearchQuery
    private var codes: [String: DossierCode] = [:]
    /// Those read, as a page may be asked for twice.
    private var hits: [Int64: (hit: SearchHit, isTogether: Bool)?] = [:]

    init(_ query: SearchQuery) { self.query = query }

    private static let sql = """
        SELECT g.id, d.id AS dossier_id, d.code, json_extract(d.fields, '$.title') AS title,
            (SELECT count(*) FROM placements o WHERE o.dossier_id = d.id AND o.dropped_at IS NULL AND o.rank <= p.rank) AS place,
            coalesce((SELECT words FROM texts WHERE page_id = g.id),
                (SELECT words FROM readings WHERE page_id = g.id ORDER BY id DESC LIMIT 1)) AS words
        FROM pages g JOIN placements p ON p.page_id = g.id JOIN dossiers d ON d.id = p.dossier_id WHERE g.number = ?
        """

    /// Nil where the words are not on the page as they were asked for.
    mutating func hit(_ db: Database, _ number: Int64) throws -> SearchHit? { try read(db, number)?.hit }

    /// Whether all words stand side by side somewhere.
    mutating func standTogether(_ db: Database, _ number: Int64) throws -> Bool { try read(db, number)?.isTogether == true }

    private mutating func read(_ db: Database, _ number: Int64) throws -> (hit: SearchHit, isTogether: Bool)? {
        if let known = hits[number] { return known }
        let answer = try find(db, number)
        hits[number] = .some(answer)
        return answer
    }

    private mutating func find(_ db: Database, _ number: Int64) throws -> (hit: SearchHit, isTogether: Bool)? {
        guard let row = try Row.fetchOne(try db.cachedStatement(sql: HitReader.sql), arguments: [number]) else { return nil }
        let words = try (row["words"] as Data?).map { try RecognisedPage.texts(compact: $0) } ?? []
        var (occurrences, isTogether) = query.places(in: words)
        if query.isOfKindsAlone, let head = row["words"] as Data? {
            occurrences = query.occurrences(on: try RecognisedPage(compact: head, first: RecognisedPage.linesOfHead))
        }
        if occurrences.isEmpty { return nil }
        let (excerpt, highlights) = SearchQuery.excerpt(of: words, at: occurrences)
        let text: String = row["code"], code = try codes[text] ?? DossierCode(text)
        codes[text] = code
        let hit = SearchHit(
            page: try row.id("id"), dossier: try row.id("dossier_id"), code: code, title: row["title"] ?? "", index: row["place"],
            excerpt: excerpt, highlights: highlights, occurrences: occurrences)
        return (hit, isTogether)
    }
}
