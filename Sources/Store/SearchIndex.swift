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

extension StationStore {
    // SQLite 3.40 deletes from an index without content only when it is told what it held.

    static func index(_ db: Database, _ number: Int64, _ page: RecognisedPage) throws {
        try indexText(db, number, page)
        try noteKind(db, number, page)
    }

    static func unindex(_ db: Database, _ number: Int64, _ page: RecognisedPage) throws {
        try db.execute(literal: "INSERT INTO page_text (page_text, rowid, text) VALUES ('delete', \(number), \(page.text.indexed))")
        try db.execute(literal: "DELETE FROM page_kinds WHERE number = \(number)")
    }

    private static func indexText(_ db: Database, _ number: Int64, _ page: RecognisedPage) throws {
        try db.execute(literal: "INSERT INTO page_text (rowid, text) VALUES (\(number), \(page.text.indexed))")
    }

    /// Of what kind the document is that begins with a page, if one does.
    private static func noteKind(_ db: Database, _ number: Int64, _ page: RecognisedPage) throws {
        guard let kind = page.documentKind else { return }
        try db.cachedStatement(sql: "INSERT INTO page_kinds (number, kind) VALUES (?, ?)").execute(arguments: [number, kind.rawValue])
    }

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

    /// Makes both indexes anew from what pages say now and from the register.
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
        while let row = try pages.next() { try indexText(db, row["number"], try RecognisedPage(compact: row["words"])) }
        for row in try Row.fetchAll(db, sql: "SELECT id, fonds_id, code, fields FROM dossiers ORDER BY created, id") {
            let id: DossierID = try row.id("id")
            try index(
                db, id, try DossierCode(row["code"] as String), try JSON.value(DossierFields.self, from: row["fields"]), fonds: row["fonds_id"],
                instead: nil)
            try noteNumbers(db, id)
        }
    }

    /// Notes of all pages what kind of document begins with them. Readings as they lie in the store: in the order of pages their
    /// bytes would be fetched from all over it, which takes many minutes at a million.
    static func noteKinds(_ db: Database) throws {
        let pages = try Row.fetchCursor(
            db,
            sql: """
                SELECT g.number, coalesce((SELECT words FROM texts WHERE page_id = r.page_id), r.words) AS words
                FROM readings r CROSS JOIN placements p ON p.page_id = r.page_id CROSS JOIN pages g ON g.id = r.page_id
                WHERE p.withheld IS NULL AND NOT EXISTS (SELECT 1 FROM readings WHERE page_id = r.page_id AND id > r.id) ORDER BY r.id
                """)
        while let row = try pages.next() {
            try noteKind(db, row["number"], try RecognisedPage(compact: row["words"], first: RecognisedPage.linesOfHead))
        }
    }
}
