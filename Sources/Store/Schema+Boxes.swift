extension Schema {
    /// Batches, what was counted of their boxes, and what was accepted.
    static let boxes = [
        // Fields: JSON of BatchFields.
        """
        CREATE TABLE batches (
            id TEXT PRIMARY KEY, number TEXT NOT NULL UNIQUE, fields TEXT NOT NULL, created INTEGER NOT NULL
        ) STRICT
        """,
        // Where a box stands in the store. A box needs no row: the register names it, or a count does.
        "CREATE TABLE boxes (label TEXT PRIMARY KEY, room TEXT NOT NULL, shelf TEXT NOT NULL) STRICT",
        // The visits of a box are numbered from 1. A count that was made again, or of a box that never came, has the moment at
        // which it stopped to be true; the rows stay.
        """
        CREATE TABLE box_counts (
            number INTEGER PRIMARY KEY AUTOINCREMENT, batch_id TEXT NOT NULL REFERENCES batches(id), box TEXT NOT NULL,
            visit INTEGER NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('entry', 'return')), dossiers INTEGER NOT NULL CHECK (dossiers >= 0),
            sheets INTEGER CHECK (sheets >= 0), condition TEXT NOT NULL, note TEXT NOT NULL, reason_code TEXT, reason_detail TEXT,
            person TEXT NOT NULL, station TEXT NOT NULL, at INTEGER NOT NULL, replaced_at INTEGER
        ) STRICT
        """,
        "CREATE UNIQUE INDEX box_counts_by_visit ON box_counts(box, visit, kind) WHERE replaced_at IS NULL",
        "CREATE UNIQUE INDEX box_counts_by_batch ON box_counts(batch_id, box, kind) WHERE replaced_at IS NULL",
        // What was accepted is a content, as a delivery had it.
        """
        CREATE TABLE acceptances (
            number INTEGER PRIMARY KEY AUTOINCREMENT, dossier_id TEXT NOT NULL REFERENCES dossiers(id), target TEXT NOT NULL,
            version INTEGER NOT NULL, content_hash TEXT NOT NULL, source TEXT NOT NULL, person TEXT NOT NULL, station TEXT NOT NULL,
            at INTEGER NOT NULL, withdrawn_at INTEGER
        ) STRICT
        """,
        "CREATE UNIQUE INDEX acceptances_by_dossier ON acceptances(dossier_id, content_hash) WHERE withdrawn_at IS NULL",
        "CREATE INDEX dossiers_of_boxes ON dossiers(box, deleted_at)",
        "CREATE INDEX delivery_items_by_revision ON delivery_items(dossier_id, revision, target, version, content_hash)",
    ]
}
