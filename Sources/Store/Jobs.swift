import GRDB
import Records

/// A page handed to an OCR worker.
public struct OCRJob: Sendable, Hashable {
    /// The error of a page that was neither read nor looked at for a mark of secrecy: a person has to.
    public static let notSeen = "not_seen"

    public let page: PageID
    public let dossier: DossierID
    /// Code of its dossier's fonds.
    public let fonds: String?
    public let format: ImageFormat
    public let turn: Int
    /// Pixels of its image.
    public let width: Int
    public let height: Int
    /// Nobody has turned the page, neither a person nor an earlier reading: this one may find which way up it is.
    public let findsTurn: Bool
    /// If its worker dies on it now, it is given up.
    public let isLastTry: Bool
    /// Of the dispatcher's lease; a result with another one is refused.
    public let fence: Int64
    /// Which claim of the page this is: when it was turned meanwhile and claimed again, the result of the first is refused.
    let claim: Int64
}

public struct QueueStatus: Sendable, Hashable {
    public var waiting = 0
    public var running = 0
    /// Given up; `openJobs` names them with their reasons.
    public var failed = 0
    /// Pages waiting or being read per dossier, most first.
    public var dossiers: [(code: DossierCode, waiting: Int)] = []

    public static func == (a: QueueStatus, b: QueueStatus) -> Bool {
        a.waiting == b.waiting && a.running == b.running && a.failed == b.failed
            && a.dossiers.map(\.code) == b.dossiers.map(\.code) && a.dossiers.map(\.waiting) == b.dossiers.map(\.waiting)
    }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(waiting)
        hasher.combine(running)
        hasher.combine(failed)
    }
}

extension OCRJob {
    /// The condition under which this job may still be settled; its values are `holder`.
    static let isStillHeld = "kind = 'ocr' AND page_id = ? AND state = 'running' AND fence = ? AND claims = ?"
    var holder: StatementArguments { [page.description, fence, claim] }
}

extension StationStore {
    /// A page that has killed its worker this often is given up.
    public static let deathsBeforeFailure = 2

    /// Takes over what an earlier dispatcher left running. It died with its lease; its pages are not to blame.
    public func resumeJobs(_ lease: Lease) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "UPDATE jobs SET state = 'waiting', fence = NULL WHERE state <> 'done' AND state = 'running' AND fence <> ?",
                arguments: [lease.fence])
        }
    }

    /// The next page to read, now running under this lease; pages of `preferred` come first. Dropped pages wait for nobody, and
    /// withheld ones until they are released; but the rest of a document that the program stopped is read, so that whoever
    /// releases it knows of every mark in it.
    public func claimJob(_ lease: Lease, preferring preferred: DossierID?) throws(StoreError) -> OCRJob? {
        try write { db in
            let first = try preferred.flatMap { dossier in
                try Row.fetchOne(db, sql: StationStore.nextJobSQL(ofDossier: true), arguments: [dossier.description])
            }
            guard let row = try first ?? Row.fetchOne(db, sql: StationStore.nextJobSQL(ofDossier: false)) else { return nil }
            try db.execute(
                sql: "UPDATE jobs SET state = 'running', fence = ?, claims = ? WHERE id = ?",
                arguments: [lease.fence, row["claim"] as Int64, row["id"] as Int64])
            return OCRJob(
                page: try row.id("page_id"), dossier: try row.id("dossier_id"), fonds: row["fonds"], format: try row.value("format"), turn: row["turn"],
                width: row["width"], height: row["height"], findsTurn: row["finds_turn"],
                isLastTry: (row["deaths"] as Int) + 1 >= StationStore.deathsBeforeFailure, fence: lease.fence, claim: row["claim"])
        }
    }

    /// The queue comes first and by its own index, whose order is that of the jobs: SQLite, left to itself, takes the index
    /// of kinds, reads every waiting job and sorts them, at each claim.
    static func nextJobSQL(ofDossier: Bool) -> String {
        """
        SELECT j.id, j.claims + 1 AS claim, j.deaths, j.page_id, j.dossier_id, g.format, g.width, g.height, p.turn, p.turn = 0 AND NOT EXISTS (
            SELECT 1 FROM commands c WHERE c.dossier_id = p.dossier_id AND c.kind = 'turn' AND instr(c.change, p.page_id) > 0
        ) AS finds_turn,
        (SELECT f.code FROM dossiers d JOIN fonds f ON f.id = d.fonds_id WHERE d.id = j.dossier_id) AS fonds
        FROM jobs j INDEXED BY \(ofDossier ? "jobs_open_by_dossier" : "jobs_open")
        CROSS JOIN pages g ON g.id = j.page_id JOIN placements p ON p.page_id = j.page_id
        WHERE j.kind = 'ocr' AND j.state <> 'done' AND j.state = 'waiting' AND p.dropped_at IS NULL
            AND (p.withheld IS NULL OR \(isStoppedByProgramSQL))\(ofDossier ? " AND j.dossier_id = ?" : "")
        ORDER BY j.id LIMIT 1
        """
    }

    /// Gives a page back to the queue: its worker was stopped, not killed by it.
    public func releaseJob(_ job: OCRJob) throws(StoreError) {
        try settle(job, sql: "state = 'waiting', fence = NULL", [])
    }

    /// Notes that a worker died on a page: once more in the queue, or failed for good.
    /// - Parameter mark: as of `saveReading`, where the page was looked at.
    public func jobKilledWorker(_ job: OCRJob, error: String, mark: FoundMark? = nil) throws(StoreError) {
        try settle(
            job, mark, sql: "deaths = deaths + 1, state = CASE WHEN deaths + 1 >= \(StationStore.deathsBeforeFailure) THEN 'failed' ELSE 'waiting' END, fence = NULL, error = ?",
            [error])
    }

    /// Notes that a page cannot be read.
    /// - Parameter mark: as of `saveReading`.
    public func failJob(_ job: OCRJob, error: String, mark: FoundMark? = nil) throws(StoreError) {
        try settle(job, mark, sql: "state = 'failed', fence = NULL, error = ?", [error])
    }

    private func settle(_ job: OCRJob, _ mark: FoundMark? = nil, sql: String, _ values: [String]) throws(StoreError) {
        try write { db in
            try db.execute(
                sql: "UPDATE jobs SET \(sql), updated = ? WHERE \(OCRJob.isStillHeld)",
                arguments: StatementArguments(values) + [self.clock.now().milliseconds] + job.holder)
            guard db.changesCount > 0 else { return }
            if let mark { try self.withholdMarked(db, job, mark) }
            try self.noteChange(db, job.dossier)
        }
    }

    /// Puts every failed page, or those of one dossier, back into the queue. Returns how many.
    @discardableResult
    public func retryFailedJobs(dossier: DossierID? = nil, by actor: Actor) throws(StoreError) -> Int {
        try write { db in
            let touched = try String.fetchAll(
                db, sql: "SELECT DISTINCT dossier_id FROM jobs WHERE state <> 'done' AND state = 'failed' AND (?1 IS NULL OR dossier_id = ?1)",
                arguments: [dossier?.description])
            try db.execute(
                sql: "UPDATE jobs SET state = 'waiting', deaths = 0, error = NULL WHERE state <> 'done' AND state = 'failed' AND (?1 IS NULL OR dossier_id = ?1)",
                arguments: [dossier?.description])
            let count = db.changesCount
            for id in touched.compactMap({ DossierID($0) }) { try self.noteChange(db, id) }
            if count > 0 { try self.record(db, "ocr.retried", subject: "queue", by: actor, ["pages": String(count)]) }
            return count
        }
    }

    /// Puts pages of a dossier into the queue once more, all of it where none are named: the machine makes new readings, and what people
    /// made of the texts stays. Left out are those that wait already or are being read, and those that are dropped or withheld.
    /// - Returns: how many will be read.
    @discardableResult
    public func readAgain(_ pages: [PageID]? = nil, of dossier: DossierID, by actor: Actor) throws(StoreError) -> Int {
        try write { db in
            let wanted = try pages.map { try JSON.text($0.map(\.description)) }
            try db.execute(
                sql: """
                    UPDATE jobs SET state = 'waiting', deaths = 0, error = NULL, fence = NULL, updated = ?1
                    WHERE kind = 'ocr' AND state IN ('done', 'failed') AND page_id IN (
                        SELECT page_id FROM placements WHERE dossier_id = ?2 AND dropped_at IS NULL AND withheld IS NULL
                            AND (?3 IS NULL OR page_id IN (SELECT value FROM json_each(?3))))
                    """, arguments: [self.clock.now().milliseconds, dossier.description, wanted])
            let count = db.changesCount
            guard count > 0 else { return 0 }
            try self.noteChange(db, dossier)
            let code = try self.dossier(db, dossier).code
            try self.record(db, "ocr.again", subject: "dossier:\(code)", by: actor, ["pages": String(count)])
            return count
        }
    }

    /// Puts one page back into the queue, because it must be read in another direction.
    func queueReading(_ db: Database, _ page: PageID, dossier: DossierID) throws {
        try db.execute(
            sql: "UPDATE jobs SET state = 'waiting', deaths = 0, error = NULL, fence = NULL, updated = ? WHERE kind = 'ocr' AND page_id = ?",
            arguments: [clock.now().milliseconds, page.description])
    }

    public func queueStatus() throws(StoreError) -> QueueStatus {
        try read { db in
            var status = QueueStatus()
            // From the summaries: after a night of scanning the queue itself is long, and the title line asks every second.
            let open = try Int.fetchOne(db, sql: "SELECT sum(ocr_waiting) FROM summaries WHERE ocr_waiting > 0") ?? 0
            status.dossiers = try Row.fetchAll(
                db,
                sql: """
                    SELECT d.code, s.ocr_waiting AS n FROM summaries s JOIN dossiers d ON d.id = s.dossier_id
                    WHERE s.ocr_waiting > 0 ORDER BY s.ocr_waiting DESC LIMIT 100
                    """
            ).map { (try DossierCode($0["code"] as String), $0["n"]) }
            let jobs = "FROM jobs j JOIN placements p ON p.page_id = j.page_id JOIN dossiers d ON d.id = j.dossier_id WHERE p.dropped_at IS NULL AND p.withheld IS NULL AND j.state <> 'done'"
            status.running = try Int.fetchOne(db, sql: "SELECT count(*) \(jobs) AND j.state = 'running'") ?? 0
            status.waiting = open - status.running
            status.failed = try Int.fetchOne(db, sql: "SELECT count(*) \(jobs) AND j.state = 'failed'") ?? 0
            return status
        }
    }
}

/// A page in the OCR queue, for lists.
public struct OpenJob: Sendable, Hashable {
    public let page: PageID
    public let code: DossierCode
    /// Place among the dossier's pages in use.
    public let index: Int
    /// `failed`, `running` or `waiting`.
    public let state: String
    public let error: String?
}

extension StationStore {
    /// Failed pages first, then those being read, then the next that wait.
    public func openJobs(limit: Int) throws(StoreError) -> [OpenJob] {
        try read { db in
            // State by state, each by its index: the queue can be long, and few lines of it are shown.
            var rows: [Row] = []
            for state in ["failed", "running", "waiting"] where rows.count < limit {
                rows += try Row.fetchAll(
                    db,
                    sql: """
                        SELECT j.page_id, d.code, j.state, j.error,
                            (SELECT count(*) FROM placements q WHERE q.dossier_id = p.dossier_id AND q.dropped_at IS NULL AND q.rank <= p.rank) AS place
                        FROM jobs j JOIN placements p ON p.page_id = j.page_id JOIN dossiers d ON d.id = j.dossier_id
                        WHERE j.state <> 'done' AND j.state = ? AND p.dropped_at IS NULL AND p.withheld IS NULL ORDER BY j.id LIMIT ?
                        """, arguments: [state, limit - rows.count])
            }
            return try rows.map { row in
                OpenJob(
                    page: try row.id("page_id"), code: try DossierCode(row["code"] as String), index: row["place"],
                    state: row["state"], error: row["error"])
            }
        }
    }
}
