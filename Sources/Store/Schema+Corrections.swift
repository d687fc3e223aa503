extension Schema {
    /// What people made of the texts of pages.
    static let corrections = [
        // Only appended to. A change leads from its parent, or from the reading it began with, to the text it made: JSON of
        // PageChange. Reading null: the machine read nothing.
        """
        CREATE TABLE revisions (
            id INTEGER PRIMARY KEY AUTOINCREMENT, page_id TEXT NOT NULL REFERENCES pages(id), parent INTEGER REFERENCES revisions(id),
            reading_id INTEGER REFERENCES readings(id), change TEXT NOT NULL, person TEXT NOT NULL, station TEXT NOT NULL, at INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX revisions_by_page ON revisions(page_id, id)",
        "CREATE INDEX revisions_by_parent ON revisions(parent) WHERE parent IS NOT NULL",
        "CREATE INDEX revisions_by_reading ON revisions(reading_id) WHERE reading_id IS NOT NULL",
        // The text of a corrected page as it is now: words as in readings, and a byte for each that says where it comes from.
        """
        CREATE TABLE texts (
            page_id TEXT PRIMARY KEY REFERENCES pages(id), revision INTEGER NOT NULL REFERENCES revisions(id), settlement TEXT,
            words BLOB NOT NULL, origins BLOB NOT NULL
        ) STRICT
        """,
        "CREATE INDEX texts_by_revision ON texts(revision)",
        // Words of the text of a page that nobody has looked at and that may be wrong. No row: nobody has counted them, or
        // there are no words.
        "CREATE TABLE doubts (page_id TEXT PRIMARY KEY REFERENCES pages(id), open INTEGER NOT NULL) STRICT, WITHOUT ROWID",
        "ALTER TABLE summaries ADD COLUMN to_correct INTEGER NOT NULL DEFAULT 0",
        """
        UPDATE summaries SET to_correct = (
            SELECT count(*) FROM placements p
            WHERE p.dossier_id = summaries.dossier_id AND p.dropped_at IS NULL AND p.withheld IS NULL AND p.blank <> 'confirmed')
        """,
    ]
}
