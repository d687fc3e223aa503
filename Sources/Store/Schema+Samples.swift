extension Schema {
    /// Lines of text drawn by lot, and what people typed from their pictures.
    static let textSamples = [
        // Of all dossiers where neither fonds nor dossier is named. `frame`: SHA-256 of the lines it was drawn from (`SampleFrame`).
        """
        CREATE TABLE text_samples (
            id INTEGER PRIMARY KEY AUTOINCREMENT, fonds_id TEXT REFERENCES fonds(id), dossier_id TEXT REFERENCES dossiers(id),
            seed INTEGER NOT NULL, wanted INTEGER NOT NULL, pages INTEGER NOT NULL, lines INTEGER NOT NULL, frame TEXT NOT NULL,
            blank INTEGER NOT NULL, settled INTEGER NOT NULL, unread INTEGER NOT NULL,
            person TEXT NOT NULL, station TEXT NOT NULL, at INTEGER NOT NULL, dropped_at INTEGER
        ) STRICT
        """,
        // As it was when it was drawn: reading and revision are of then. `boxes`: JSON of the boxes of its words. `is_open`: people are
        // still to type it or to decide; written with the fact it follows from.
        """
        CREATE TABLE sampled_lines (
            id INTEGER PRIMARY KEY AUTOINCREMENT, sample_id INTEGER NOT NULL REFERENCES text_samples(id), place INTEGER NOT NULL,
            page_id TEXT NOT NULL REFERENCES pages(id), reading INTEGER, revision INTEGER, line INTEGER NOT NULL, boxes TEXT NOT NULL,
            machine TEXT NOT NULL, corrected TEXT NOT NULL, is_open INTEGER NOT NULL DEFAULT 1, UNIQUE (sample_id, place)
        ) STRICT
        """,
        "CREATE INDEX sampled_lines_open ON sampled_lines(sample_id) WHERE is_open = 1",
        "CREATE INDEX sampled_lines_by_page ON sampled_lines(page_id)",
        // One row for each person and line: nobody gets a line twice. `role`: draft, typed, or decided between two that differ.
        // Text null: the person cannot read it.
        """
        CREATE TABLE typed_lines (
            line_id INTEGER NOT NULL REFERENCES sampled_lines(id), person TEXT NOT NULL, station TEXT NOT NULL, role TEXT NOT NULL,
            text TEXT, at INTEGER NOT NULL, PRIMARY KEY (line_id, person)
        ) STRICT, WITHOUT ROWID
        """,
    ]
}
