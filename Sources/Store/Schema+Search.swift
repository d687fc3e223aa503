import GRDB
import Records
import Vietnamese

extension Schema {
    /// What is found with marks, and dossiers by their own words.
    static func search(_ db: Database) throws {
        // What a search asks of a dossier, in little room: all of them are looked through. A number that stays, as its words are kept
        // under it; dates as in its fields, the one for the other where one is missing; between which numbers its pages lie, so that
        // a search in some dossiers need not look at all pages.
        try db.execute(
            sql: """
                CREATE TABLE searched_dossiers (
                    number INTEGER PRIMARY KEY, dossier_id TEXT NOT NULL UNIQUE REFERENCES dossiers(id), fonds_id TEXT, folded_code TEXT NOT NULL, box TEXT,
                    first_date TEXT, last_date TEXT, first_page INTEGER, last_page INTEGER
                ) STRICT
                """)
        try db.execute(sql: "CREATE VIRTUAL TABLE dossier_text USING fts5(text, content='', prefix='2 3', tokenize='unicode61 remove_diacritics 0')")
        try StationStore.rebuildIndexes(db)
    }

    /// Makes the index anew from the newest reading of each page. As migration 14 found it.
    static func beginningsOfWords(_ db: Database) throws {
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

    /// Of what kind documents are, and what makes looking for the dossiers of a search short.
    static func kinds(_ db: Database) throws {
        // Of each page in the index: the kind of document that its head tells, and the one with which it is in the index. As
        // `DocumentKind`.
        try db.execute(sql: "CREATE TABLE page_kinds (number INTEGER PRIMARY KEY, kind TEXT, indexed TEXT) STRICT")
        try StationStore.noteKinds(db)
        try db.execute(sql: "CREATE INDEX searched_by_box ON searched_dossiers(box, last_page, first_page)")
        try db.execute(sql: "CREATE INDEX searched_by_fonds ON searched_dossiers(fonds_id, last_page, first_page)")
        try db.execute(sql: "CREATE INDEX searched_by_dates ON searched_dossiers(first_date, last_date, last_page, first_page)")
    }
}
