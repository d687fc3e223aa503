import GRDB

/// The tables, as migrations. A migration is never edited after it has landed.
///
/// Identifiers are ULIDs as text, moments are milliseconds since 1970 UTC, enumerations are their raw values.
enum Schema {
    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 core") { db in
            for statement in core { try db.execute(sql: statement) }
        }
        // No row is moved: looking through all foreign keys of a large store would be for nothing.
        migrator.registerMigration("2 revisions", foreignKeyChecks: .immediate) { db in
            for statement in revisions { try db.execute(sql: statement) }
        }
        migrator.registerMigration("3 beginnings of words", foreignKeyChecks: .immediate) { db in try beginningsOfWords(db) }
        migrator.registerMigration("4 scan desk", foreignKeyChecks: .immediate) { db in
            for statement in scanDesk { try db.execute(sql: statement) }
        }
        migrator.registerMigration("5 sheet codes", foreignKeyChecks: .immediate) { db in
            for statement in sheetCodes { try db.execute(sql: statement) }
        }
        migrator.registerMigration("6 stacks", foreignKeyChecks: .immediate) { db in
            for statement in stacks { try db.execute(sql: statement) }
        }
        migrator.registerMigration("7 arrival sources", foreignKeyChecks: .immediate) { db in
            for statement in arrivalSources { try db.execute(sql: statement) }
        }
        migrator.registerMigration("8 batches and boxes", foreignKeyChecks: .immediate) { db in
            for statement in boxes { try db.execute(sql: statement) }
        }
        migrator.registerMigration("9 withholding", foreignKeyChecks: .immediate) { db in
            for statement in withholding { try db.execute(sql: statement) }
        }
        migrator.registerMigration("10 heads", foreignKeyChecks: .immediate) { db in
            for statement in heads { try db.execute(sql: statement) }
        }
        migrator.registerMigration("11 preparation", foreignKeyChecks: .immediate) { db in
            for statement in preparation { try db.execute(sql: statement) }
        }
        migrator.registerMigration("12 corrections", foreignKeyChecks: .immediate) { db in
            for statement in corrections { try db.execute(sql: statement) }
        }
        migrator.registerMigration("13 secrecy", foreignKeyChecks: .immediate) { db in
            for statement in secrecy { try db.execute(sql: statement) }
        }
        migrator.registerMigration("14 search", foreignKeyChecks: .immediate) { db in try search(db) }
        migrator.registerMigration("15 estimates", foreignKeyChecks: .immediate) { db in
            for statement in estimates { try db.execute(sql: statement) }
        }
        migrator.registerMigration("16 samples", foreignKeyChecks: .immediate) { db in
            for statement in textSamples { try db.execute(sql: statement) }
        }
        migrator.registerMigration("19 withheld is not corrected", foreignKeyChecks: .immediate) { db in
            // As `DossierStanding` has it since.
            try db.execute(sql: "UPDATE summaries SET state = 'scanned' WHERE state = 'corrected' AND withheld_pages >= max(1, pages)")
        }
        migrator.registerMigration("20 kinds", foreignKeyChecks: .immediate) { db in try kinds(db) }
        migrator.registerMigration("21 not seen", foreignKeyChecks: .immediate) { db in
            try db.execute(sql: "ALTER TABLE summaries ADD COLUMN not_seen INTEGER NOT NULL DEFAULT 0")
            try db.execute(
                sql: """
                    WITH counted AS (
                        SELECT p.dossier_id, count(*) AS pages FROM jobs j JOIN placements p ON p.page_id = j.page_id LEFT JOIN texts x ON x.page_id = j.page_id
                        WHERE j.kind = 'ocr' AND j.state = 'failed' AND j.error IN ('not_seen', 'image_too_large', 'bad_image') AND p.blank <> 'confirmed'
                            AND x.page_id IS NULL AND p.dropped_at IS NULL AND p.withheld IS NULL GROUP BY p.dossier_id)
                    UPDATE summaries SET not_seen = counted.pages FROM counted WHERE counted.dossier_id = summaries.dossier_id
                    """)
        }
        return migrator
    }

    /// How right the text of a page is to be expected, beside its doubts, and by which version of the proofreader.
    private static let estimates = [
        "ALTER TABLE doubts ADD COLUMN letters INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE doubts ADD COLUMN letters_of_people INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE doubts ADD COLUMN wrong_words REAL NOT NULL DEFAULT 0",
        "ALTER TABLE doubts ADD COLUMN judge INTEGER NOT NULL DEFAULT 1",
    ]

    /// What was keyed off the phiếu chuẩn bị: JSON of `KeyedPreparation`; null: nothing. A sheet of ours is found by its code,
    /// as that of a dossier lies with the one before it in the stack; the last preparer by when it was keyed.
    private static let preparation = [
        "ALTER TABLE dossiers ADD COLUMN preparation TEXT",
        "CREATE INDEX dossiers_prepared ON dossiers(json_extract(preparation, '$.at')) WHERE preparation IS NOT NULL",
        "CREATE INDEX pages_by_code ON pages(code) WHERE code IS NOT NULL",
    ]

    /// Marks of secrecy that were found on pages, as JSON of SecrecyMark; null: none was, but a person has judged the page. Where
    /// judged_at is set, no finding on that side of its sheet withholds it again.
    private static let secrecy = [
        """
        CREATE TABLE secrecy_marks (
            page_id TEXT PRIMARY KEY REFERENCES pages(id), mark TEXT, found_at INTEGER, judged_at INTEGER
        ) STRICT, WITHOUT ROWID
        """,
    ]

    /// What was seen at the head of a page when it was read: whether a document starts there. The module Extraction writes the
    /// evidence; dismissed_at: a person said that none does.
    private static let heads = [
        """
        CREATE TABLE heads (
            page_id TEXT PRIMARY KEY REFERENCES pages(id), evidence TEXT NOT NULL, dismissed_at INTEGER
        ) STRICT, WITHOUT ROWID
        """,
    ]

    /// What is kept back. A row is of a whole dossier, of a document or of a page, with every picture of that side of its sheet.
    private static let withholding = [
        """
        CREATE TABLE withholdings (
            id TEXT PRIMARY KEY, dossier_id TEXT NOT NULL REFERENCES dossiers(id), document_id TEXT REFERENCES documents(id),
            page_id TEXT REFERENCES pages(id), reason TEXT NOT NULL, detail TEXT, person TEXT NOT NULL, at INTEGER NOT NULL,
            carried_from TEXT REFERENCES withholdings(id), lifted_at INTEGER, lifted_by TEXT, lift_detail TEXT,
            CHECK (document_id IS NULL OR page_id IS NULL)
        ) STRICT
        """,
        "CREATE INDEX withholdings_by_dossier ON withholdings(dossier_id)",
        // Which of them keeps a page back; null: none. Written with the fact it follows from, so that nothing has to ask twice.
        "ALTER TABLE placements ADD COLUMN withheld TEXT REFERENCES withholdings(id)",
        "ALTER TABLE summaries ADD COLUMN withheld_pages INTEGER NOT NULL DEFAULT 0",
    ]

    /// The run into another dossier whose stack went on with this one; null: a stack began with it.
    private static let stacks = [
        "ALTER TABLE runs ADD COLUMN continues TEXT REFERENCES runs(id)",
        "CREATE INDEX runs_by_continued ON runs(continues) WHERE continues IS NOT NULL",
    ]

    /// The file an expected page comes from, as its page row will name it: one that is found without its row is a page of that
    /// file all the same. Null: it comes from a device.
    private static let arrivalSources = ["ALTER TABLE arrivals ADD COLUMN source_name TEXT"]

    /// What a code of ours on a page says, and which sheet's code opened a place; null: none. As `SheetCode` writes them.
    private static let sheetCodes = [
        "ALTER TABLE pages ADD COLUMN code TEXT",
        "ALTER TABLE placeholders ADD COLUMN code TEXT",
    ]

    /// Sheets that leave the stack, findings that were looked at, pages set straight, counts by role.
    private static let scanDesk = [
        // A place stands behind a page, whether in use or dropped, and moves with it; null: at the beginning.
        """
        CREATE TABLE placeholders (
            number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, dossier_id TEXT NOT NULL REFERENCES dossiers(id),
            sheet_id TEXT NOT NULL UNIQUE REFERENCES sheets(id), kind TEXT NOT NULL, after_page TEXT REFERENCES pages(id),
            created INTEGER NOT NULL, removed_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX placeholders_by_dossier ON placeholders(dossier_id)",
        "CREATE INDEX runs_open ON runs(insertion) WHERE ended IS NULL",
        // Degrees clockwise, small: what makes the rows level.
        "ALTER TABLE placements ADD COLUMN deskew REAL NOT NULL DEFAULT 0",
        // JSON of RoleCounts; null: nobody counted them.
        "ALTER TABLE dossiers ADD COLUMN counted_roles TEXT",
        "ALTER TABLE summaries ADD COLUMN placeholders INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE summaries ADD COLUMN open_findings INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE summaries ADD COLUMN covers INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE summaries ADD COLUMN contents_sheets INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE summaries ADD COLUMN closings INTEGER NOT NULL DEFAULT 0",
        "ALTER TABLE summaries ADD COLUMN other_sheets INTEGER NOT NULL DEFAULT 0",
        """
        UPDATE summaries SET open_findings = (
            SELECT count(*) FROM findings f JOIN placements p ON p.page_id = f.page_id
            WHERE p.dossier_id = summaries.dossier_id AND p.dropped_at IS NULL AND f.state = 'open' AND f.code NOT IN ('blank', 'maybe_blank'))
        """,
    ]

    /// What an export has to look at: dossiers whose revision or format is not that of their last delivery. Both are null
    /// in deliveries made before this.
    private static let revisions = [
        "ALTER TABLE dossiers ADD COLUMN revision INTEGER NOT NULL DEFAULT 1",
        "ALTER TABLE delivery_items ADD COLUMN revision INTEGER",
        "ALTER TABLE delivery_items ADD COLUMN format TEXT",
    ]

    private static let core = [
        """
        CREATE TABLE fonds (
            id TEXT PRIMARY KEY, code TEXT NOT NULL UNIQUE, name TEXT NOT NULL,
            agency_code TEXT NOT NULL, agency_name TEXT NOT NULL, created INTEGER NOT NULL
        ) STRICT
        """,
        """
        CREATE TABLE dossiers (
            id TEXT PRIMARY KEY, fonds_id TEXT REFERENCES fonds(id), code TEXT NOT NULL UNIQUE, path_name TEXT NOT NULL,
            fields TEXT NOT NULL, box TEXT, number_in_box INTEGER, folded TEXT NOT NULL,
            counted_sheets INTEGER CHECK (counted_sheets >= 0),
            settled_sheets INTEGER, override_code TEXT, override_detail TEXT, settled_at INTEGER, settled_by TEXT,
            created INTEGER NOT NULL, deleted_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX dossiers_by_box ON dossiers(box, number_in_box)",
        "CREATE INDEX dossiers_by_path ON dossiers(path_name COLLATE NOCASE)",
        "CREATE INDEX dossiers_by_settling ON dossiers(settled_at) WHERE settled_at IS NOT NULL",
        """
        CREATE TABLE runs (
            id TEXT PRIMARY KEY, dossier_id TEXT NOT NULL REFERENCES dossiers(id), device TEXT NOT NULL,
            settings TEXT NOT NULL, insertion TEXT NOT NULL, person TEXT NOT NULL, station TEXT NOT NULL,
            started INTEGER NOT NULL, ended INTEGER, stop TEXT, fault TEXT
        ) STRICT
        """,
        "CREATE INDEX runs_by_dossier ON runs(dossier_id)",
        "CREATE INDEX runs_by_station ON runs(station, started)",
        """
        CREATE TABLE sheets (
            id TEXT PRIMARY KEY, dossier_id TEXT NOT NULL REFERENCES dossiers(id), run_id TEXT REFERENCES runs(id),
            ordinal INTEGER NOT NULL, label TEXT, role TEXT NOT NULL, origin TEXT NOT NULL, created INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX sheets_by_dossier ON sheets(dossier_id)",
        "CREATE UNIQUE INDEX sheets_by_run ON sheets(run_id, ordinal)",
        // Written before the first byte of an image is read, so that a file without a page row knows its place.
        """
        CREATE TABLE arrivals (
            page_id TEXT PRIMARY KEY, run_id TEXT NOT NULL REFERENCES runs(id), sequence INTEGER NOT NULL,
            sheet_ordinal INTEGER NOT NULL, side TEXT NOT NULL, created INTEGER NOT NULL, outcome TEXT, UNIQUE (run_id, sequence)
        ) STRICT
        """,
        "CREATE INDEX arrivals_open ON arrivals(run_id) WHERE outcome IS NULL",
        """
        CREATE TABLE pages (
            number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, run_id TEXT NOT NULL REFERENCES runs(id),
            sequence INTEGER NOT NULL, sheet_id TEXT NOT NULL REFERENCES sheets(id), side TEXT NOT NULL,
            sha256 TEXT NOT NULL, byte_count INTEGER NOT NULL, width INTEGER NOT NULL, height INTEGER NOT NULL,
            dpi INTEGER NOT NULL, mode TEXT NOT NULL, format TEXT NOT NULL, fingerprint INTEGER NOT NULL,
            source_name TEXT, captured INTEGER NOT NULL, UNIQUE (run_id, sequence)
        ) STRICT
        """,
        "CREATE INDEX pages_by_sheet ON pages(sheet_id)",
        "CREATE INDEX pages_by_hash ON pages(sha256)",
        """
        CREATE TABLE documents (
            id TEXT PRIMARY KEY, dossier_id TEXT NOT NULL REFERENCES dossiers(id), fields TEXT NOT NULL DEFAULT '{}',
            stt INTEGER
        ) STRICT
        """,
        // A document is the run of neighbouring pages placed in it; one that has lost its pages is not shown.
        "CREATE INDEX documents_by_dossier ON documents(dossier_id)",
        """
        CREATE TABLE placements (
            page_id TEXT PRIMARY KEY REFERENCES pages(id), dossier_id TEXT NOT NULL REFERENCES dossiers(id),
            document_id TEXT NOT NULL REFERENCES documents(id), rank INTEGER NOT NULL,
            turn INTEGER NOT NULL DEFAULT 0 CHECK (turn IN (0, 1, 2, 3)), counts_as INTEGER NOT NULL DEFAULT 1 CHECK (counts_as IN (0, 1, 2)),
            blank TEXT NOT NULL DEFAULT 'no', dropped_at INTEGER
        ) STRICT
        """,
        "CREATE INDEX placements_by_dossier ON placements(dossier_id, rank)",
        "CREATE INDEX placements_by_document ON placements(document_id, rank)",
        """
        CREATE TABLE findings (
            id INTEGER PRIMARY KEY, page_id TEXT NOT NULL REFERENCES pages(id), code TEXT NOT NULL, value REAL,
            state TEXT NOT NULL DEFAULT 'open', UNIQUE (page_id, code)
        ) STRICT
        """,
        """
        CREATE TABLE hoppers (
            dossier_id TEXT NOT NULL REFERENCES dossiers(id), device TEXT NOT NULL, state TEXT NOT NULL,
            PRIMARY KEY (dossier_id, device)
        ) STRICT
        """,
        """
        CREATE TABLE jobs (
            id INTEGER PRIMARY KEY, kind TEXT NOT NULL, page_id TEXT NOT NULL REFERENCES pages(id),
            dossier_id TEXT NOT NULL REFERENCES dossiers(id), state TEXT NOT NULL DEFAULT 'waiting',
            claims INTEGER NOT NULL DEFAULT 0, deaths INTEGER NOT NULL DEFAULT 0, fence INTEGER, error TEXT, updated INTEGER NOT NULL, UNIQUE (kind, page_id)
        ) STRICT
        """,
        // SQLite takes a partial index only for a query that says its condition in the same words.
        "CREATE INDEX jobs_open ON jobs(state, id) WHERE state <> 'done'",
        "CREATE INDEX jobs_open_by_dossier ON jobs(dossier_id, state, id) WHERE state <> 'done'",
        """
        CREATE TABLE readings (
            id INTEGER PRIMARY KEY, page_id TEXT NOT NULL REFERENCES pages(id), engine TEXT NOT NULL, language TEXT NOT NULL,
            words BLOB NOT NULL, word_count INTEGER NOT NULL, confidence REAL, milliseconds INTEGER NOT NULL, created INTEGER NOT NULL
        ) STRICT
        """,
        "CREATE INDEX readings_by_page ON readings(page_id, id)",
        // Words of the current reading or revision (`indexed`); rowid is the page's number. Contentless: SQLite 3.40 cannot
        // delete from it by itself, so the old text is recomputed and handed to it.
        "CREATE VIRTUAL TABLE page_text USING fts5(text, content='', tokenize='unicode61 remove_diacritics 0')",
        """
        CREATE TABLE commands (
            id INTEGER PRIMARY KEY AUTOINCREMENT, dossier_id TEXT NOT NULL REFERENCES dossiers(id), kind TEXT NOT NULL,
            change TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL, state TEXT NOT NULL DEFAULT 'done'
        ) STRICT
        """,
        "CREATE INDEX commands_by_dossier ON commands(dossier_id, id)",
        """
        CREATE TABLE audit (
            sequence INTEGER PRIMARY KEY, at INTEGER NOT NULL, person TEXT NOT NULL, station TEXT NOT NULL,
            action TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL,
            previous TEXT NOT NULL UNIQUE, hash TEXT NOT NULL UNIQUE
        ) STRICT
        """,
        """
        CREATE TRIGGER audit_is_append_only_update BEFORE UPDATE ON audit
        BEGIN SELECT raise(ABORT, 'audit rows are never changed'); END
        """,
        """
        CREATE TRIGGER audit_is_append_only_delete BEFORE DELETE ON audit
        BEGIN SELECT raise(ABORT, 'audit rows are never deleted'); END
        """,
        // Without it, INSERT OR REPLACE would delete a row past the trigger.
        """
        CREATE TRIGGER audit_is_append_only_insert BEFORE INSERT ON audit
        WHEN NEW.sequence <> (SELECT coalesce(max(sequence), 0) + 1 FROM audit)
        BEGIN SELECT raise(ABORT, 'audit rows are only appended'); END
        """,
        """
        CREATE TABLE deliveries (
            id TEXT PRIMARY KEY, target TEXT NOT NULL, folder TEXT NOT NULL, profile TEXT NOT NULL, person TEXT NOT NULL,
            started INTEGER NOT NULL, done INTEGER
        ) STRICT
        """,
        """
        CREATE TABLE delivery_items (
            delivery_id TEXT NOT NULL REFERENCES deliveries(id), dossier_id TEXT NOT NULL REFERENCES dossiers(id),
            target TEXT NOT NULL, version INTEGER NOT NULL, content_hash TEXT NOT NULL, files TEXT NOT NULL, delivered INTEGER NOT NULL,
            last_command INTEGER NOT NULL,
            PRIMARY KEY (delivery_id, dossier_id), UNIQUE (target, dossier_id, version)
        ) STRICT
        """,
        "CREATE INDEX delivery_items_by_dossier ON delivery_items(dossier_id, delivered)",
        "CREATE TABLE fences (name TEXT PRIMARY KEY, number INTEGER NOT NULL) STRICT",
        // What lists show; written with the fact it follows from, rebuilt and compared by `verify`.
        """
        CREATE TABLE summaries (
            dossier_id TEXT PRIMARY KEY REFERENCES dossiers(id), sheets INTEGER NOT NULL, pages INTEGER NOT NULL,
            dropped INTEGER NOT NULL, blank INTEGER NOT NULL, ocr_waiting INTEGER NOT NULL, ocr_failed INTEGER NOT NULL,
            state TEXT NOT NULL
        ) STRICT
        """,
        "CREATE INDEX summaries_by_state ON summaries(state)",
        "CREATE INDEX summaries_by_waiting ON summaries(ocr_waiting) WHERE ocr_waiting > 0",
    ]
}
