import GRDB
import Records
import Vietnamese

/// What the index of full text keeps of a page or a dossier: its words without marks, and behind them once more those that carry
/// some. A query without marks is looked up among the first, one with marks among the others; none of them is ever both.
extension String {
    var indexed: String {
        let marked = markedWords
        return marked.isEmpty ? folded : folded + "\n" + marked.joined(separator: " ")
    }
}

extension RecognisedPage {
    /// - Parameter kind: of the document the page is in, as the store has it.
    func indexed(of kind: String?) -> String { kind.map { text.indexed + "\n" + DocumentKind.sign(of: $0) } ?? text.indexed }
}

extension StationStore {
    // SQLite 3.40 deletes from an index without content only when it is told what it held.

    static func index(_ db: Database, _ number: Int64, _ page: RecognisedPage) throws {
        try noteKind(db, number, page.documentKind)
        let kind = try kindOfDocument(db, number)
        try db.execute(literal: "UPDATE page_kinds SET indexed = \(kind) WHERE number = \(number)")
        try add(db, number, page, kind)
    }

    static func unindex(_ db: Database, _ number: Int64, _ page: RecognisedPage) throws {
        try remove(db, number, page, try kind(db, "SELECT indexed FROM page_kinds WHERE number = ?", number))
        try db.execute(literal: "DELETE FROM page_kinds WHERE number = \(number)")
    }

    private static func add(_ db: Database, _ number: Int64, _ page: RecognisedPage, _ kind: String?) throws {
        try db.execute(literal: "INSERT INTO page_text (rowid, text) VALUES (\(number), \(page.indexed(of: kind)))")
    }

    private static func remove(_ db: Database, _ number: Int64, _ page: RecognisedPage, _ kind: String?) throws {
        try db.execute(literal: "INSERT INTO page_text (page_text, rowid, text) VALUES ('delete', \(number), \(page.indexed(of: kind)))")
    }

    // MARK: - Kinds of documents

    private static func kind(_ db: Database, _ sql: String, _ number: Int64) throws -> String? {
        try String.fetchOne(try db.cachedStatement(sql: sql), arguments: [number])
    }

    static func noteKind(_ db: Database, _ number: Int64, _ kind: DocumentKind?, indexed: DocumentKind? = nil) throws {
        try db.cachedStatement(sql: "INSERT INTO page_kinds (number, kind, indexed) VALUES (?, ?, ?)")
            .execute(arguments: [number, kind?.rawValue, indexed?.rawValue])
    }

    /// What the page tells, or the nearest before it in its document that tells it: of pages in use and in the index.
    private static func kindOfDocument(_ db: Database, _ number: Int64) throws -> String? {
        try kind(
            db,
            """
            SELECT k.kind FROM pages g JOIN placements p ON p.page_id = g.id JOIN placements f ON f.document_id = p.document_id AND f.rank <= p.rank
            JOIN pages h ON h.id = f.page_id JOIN page_kinds k ON k.number = h.number
            WHERE g.number = ? AND f.dropped_at IS NULL AND k.kind IS NOT NULL ORDER BY f.rank DESC LIMIT 1
            """, number)
    }

    /// Brings the index of a dossier's pages in line with where they lie now.
    static func indexKinds(_ db: Database, _ dossier: DossierID) throws {
        let sql = """
            SELECT g.number, g.id, p.document_id, p.dropped_at IS NULL AS is_used, k.kind, k.indexed
            FROM placements p JOIN pages g ON g.id = p.page_id JOIN page_kinds k ON k.number = g.number
            WHERE p.dossier_id = ? ORDER BY p.document_id, p.rank
            """
        var document: String?, kind: String?
        for row in try Row.fetchAll(try db.cachedStatement(sql: sql), arguments: [dossier.description]) {
            if document != row["document_id"] { (document, kind) = (row["document_id"], nil) }
            if row["is_used"], let own = row["kind"] as String? { kind = own }
            let number: Int64 = row["number"], old: String? = row["indexed"]
            guard old != kind, let page = try words(db, try row.id("id"))?.recognised else { continue }
            try remove(db, number, page, old)
            try db.execute(literal: "UPDATE page_kinds SET indexed = \(kind) WHERE number = \(number)")
            try add(db, number, page, kind)
        }
    }

    // MARK: - Dossiers

    /// Makes what is found of a dossier by its own words that of its fields.
    /// - Parameter old: what was found until now; nil: it is new.
    static func index(
        _ db: Database, _ dossier: DossierID, _ code: DossierCode, _ fields: DossierFields, fonds: String?, instead old: DossierFields?
    ) throws {
        let (first, last) = (fields.startDate ?? fields.endDate, fields.endDate ?? fields.startDate)
        if old == nil {
            try db.execute(
                literal: "INSERT INTO searched_dossiers (dossier_id, fonds_id, folded_code) VALUES (\(dossier.description), \(fonds), \(code.text.folded))")
        }
        try db.execute(
            literal: """
                UPDATE searched_dossiers SET box = \(fields.box), first_date = \(first?.description), last_date = \(last?.description)
                WHERE dossier_id = \(dossier.description)
                """)
        let number = try Int64.fetchOne(db, sql: "SELECT number FROM searched_dossiers WHERE dossier_id = ?", arguments: [dossier.description])
        if let old {
            try db.execute(
                sql: "INSERT INTO dossier_text (dossier_text, rowid, text) VALUES ('delete', ?, ?)", arguments: [number, indexed(code, old)])
        }
        try db.execute(sql: "INSERT INTO dossier_text (rowid, text) VALUES (?, ?)", arguments: [number, indexed(code, fields)])
    }

    /// Between which numbers the pages of a dossier lie.
    static func noteNumbers(_ db: Database, _ dossier: DossierID) throws {
        try db.execute(
            literal: """
                UPDATE searched_dossiers SET (first_page, last_page) = (
                    SELECT min(g.number), max(g.number) FROM placements p JOIN pages g ON g.id = p.page_id WHERE p.dossier_id = \(dossier.description))
                WHERE dossier_id = \(dossier.description)
                """)
    }

    private static func indexed(_ code: DossierCode, _ fields: DossierFields) -> String { words(code, fields).joined(separator: " ").indexed }

    /// What a dossier is found by: the words of its code, title and box.
    static func words(_ code: DossierCode, _ fields: DossierFields) -> [String] {
        [code.text, fields.title, fields.box ?? ""].joined(separator: " ").split(whereSeparator: \.isWhitespace).map(String.init)
    }

    /// Makes both indexes from what pages say now and from the register, as migration 14 found them: kinds of documents came later.
    static func rebuildIndexes(_ db: Database) throws {
        try db.execute(sql: "INSERT INTO page_text (page_text) VALUES ('delete-all')")
        let pages = try Row.fetchCursor(
            db,
            sql: """
                SELECT g.number, coalesce(x.words, r.words) AS words
                FROM pages g JOIN placements p ON p.page_id = g.id LEFT JOIN texts x ON x.page_id = g.id
                LEFT JOIN readings r ON r.id = (SELECT max(id) FROM readings WHERE page_id = g.id)
                WHERE p.withheld IS NULL AND coalesce(x.words, r.words) IS NOT NULL ORDER BY g.number
                """)
        while let row = try pages.next() { try add(db, row["number"], try RecognisedPage(compact: row["words"]), nil) }
        for row in try Row.fetchAll(db, sql: "SELECT id, fonds_id, code, fields FROM dossiers ORDER BY created, id") {
            let id: DossierID = try row.id("id")
            try index(
                db, id, try DossierCode(row["code"] as String), try JSON.value(DossierFields.self, from: row["fields"]), fonds: row["fonds_id"],
                instead: nil)
            try noteNumbers(db, id)
        }
    }

    /// Notes of all pages what kind of document their heads tell, and brings the index in line. Readings as they lie in the store: in
    /// the order of pages their bytes would be fetched from all over it.
    static func noteKinds(_ db: Database) throws {
        let pages = try Row.fetchCursor(
            db,
            sql: """
                SELECT g.number, coalesce((SELECT words FROM texts WHERE page_id = r.page_id), r.words) AS words
                FROM readings r CROSS JOIN placements p ON p.page_id = r.page_id CROSS JOIN pages g ON g.id = r.page_id
                WHERE p.withheld IS NULL AND NOT EXISTS (SELECT 1 FROM readings WHERE page_id = r.page_id AND id > r.id)
                UNION ALL
                SELECT g.number, x.words FROM texts x JOIN placements p ON p.page_id = x.page_id JOIN pages g ON g.id = x.page_id
                WHERE p.withheld IS NULL AND NOT EXISTS (SELECT 1 FROM readings WHERE page_id = x.page_id)
                """)
        while let row = try pages.next() {
            try noteKind(db, row["number"], try RecognisedPage(compact: row["words"], first: RecognisedPage.linesOfHead).documentKind)
        }
        for dossier in try Row.fetchAll(db, sql: "SELECT dossier_id FROM searched_dossiers ORDER BY first_page") {
            try indexKinds(db, try dossier.id("dossier_id"))
        }
    }
}
