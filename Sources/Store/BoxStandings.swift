import Foundation
import GRDB
import Records
import Vietnamese

/// A box by its place in the store.
struct BoxPlace: Sendable {
    let label: String
    let room: String
    let shelf: String

    var folded: String { "\(label) \(room) \(shelf)".folded }
}

extension StationStore {
    // MARK: - Which boxes there are

    /// All boxes the register names or a batch brought, in the order of their places.
    /// - Parameter batch: only those that came with it.
    func boxPlaces(_ db: Database, batch: BatchID? = nil) throws -> [BoxPlace] {
        let labels = batch == nil ? StationStore.boxLabelsSQL : StationStore.batchLabelsSQL
        let rows = try Row.fetchAll(
            db, sql: "SELECT l.box, coalesce(b.room, '') AS room, coalesce(b.shelf, '') AS shelf FROM (\(labels)) l LEFT JOIN boxes b ON b.label = l.box",
            arguments: batch.map { [$0.description] } ?? [])
        return rows.map { BoxPlace(label: $0["box"], room: $0["room"], shelf: $0["shelf"]) }.inOrder { ($0.room, $0.shelf, $0.label) }
    }

    static let boxLabelsSQL = """
        SELECT DISTINCT box FROM dossiers WHERE deleted_at IS NULL AND box IS NOT NULL AND box <> ''
        UNION SELECT box FROM box_counts WHERE replaced_at IS NULL
        """
    private static let batchLabelsSQL = "SELECT box FROM box_counts WHERE batch_id = ? AND kind = 'entry' AND replaced_at IS NULL"

    /// - Throws: `noSuchBox` for one that neither the register nor a batch knows.
    func standing(_ db: Database, _ label: String) throws -> BoxStanding {
        let row = try Row.fetchOne(db, sql: "SELECT room, shelf FROM boxes WHERE label = ?", arguments: [label])
        let place = BoxPlace(label: label, room: row?["room"] ?? "", shelf: row?["shelf"] ?? "")
        guard try knows(db, box: label), let standing = try standings(db, [place]).first else { throw StoreError.handover(.noSuchBox(label)) }
        return standing
    }

    /// Whether the register names it or a batch brought it.
    func knows(_ db: Database, box label: String) throws -> Bool {
        try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM dossiers WHERE deleted_at IS NULL AND box = ?1)
                    OR EXISTS (SELECT 1 FROM box_counts WHERE box = ?1 AND replaced_at IS NULL)
                """, arguments: [label]) == true
    }

    /// In the order given.
    func standings(_ db: Database, _ places: [BoxPlace]) throws -> [BoxStanding] {
        let labels = places.map(\.label)
        let visits = try visits(db, labels)
        let progress = try progress(db, labels)
        return places.map { place in
            let found = progress[place.label]
            return BoxStanding(
                label: place.label, room: place.room, shelf: place.shelf, visit: visits[place.label]?.first,
                progress: found?.progress ?? BoxProgress(), issues: found?.issues ?? [])
        }
    }

    /// The visits of boxes, the newest first.
    func visits(_ db: Database, _ labels: [String]) throws -> [String: [BoxVisit]] {
        let rows = try Row.fetchCursor(
            db,
            sql: """
                SELECT c.*, b.number AS batch_number FROM box_counts c JOIN batches b ON b.id = c.batch_id
                WHERE c.replaced_at IS NULL AND c.box IN (SELECT value FROM json_each(?)) ORDER BY c.box, c.visit DESC, c.kind DESC
                """, arguments: [try JSON.text(labels)])
        var visits: [String: [BoxVisit]] = [:]
        var exit: CountRecord?
        // The return of a visit comes in front of its entry.
        while let row = try rows.next() {
            let count = try CountRecord(row)
            guard row["kind"] == "entry" else {
                exit = count
                continue
            }
            visits[row["box"], default: []].append(
                BoxVisit(batch: try row.id("batch_id"), batchNumber: row["batch_number"], entry: count, exit: exit))
            exit = nil
        }
        return visits
    }

    // MARK: - How far their dossiers are

    private func progress(_ db: Database, _ labels: [String]) throws -> [String: (progress: BoxProgress, issues: [BoxIssue])] {
        let rows = try Row.fetchCursor(db, sql: StationStore.progressSQL, arguments: [try JSON.text(labels)])
        var found: [String: (progress: BoxProgress, issues: [BoxIssue])] = [:]
        while let row = try rows.next() {
            let issues = BoxIssueCode.ofDossiers.compactMap { code in
                let count: Int = row[code.rawValue]
                return count > 0 ? BoxIssue(code, count: count) : nil
            }
            found[row["box"]] = (BoxProgress(row), issues)
        }
        return found
    }

    func boxDossiers(_ db: Database, _ labels: [String]) throws -> [String: [BoxDossier]] {
        let rows = try Row.fetchCursor(db, sql: StationStore.boxDossiersSQL, arguments: [try JSON.text(labels)])
        var found: [String: [BoxDossier]] = [:]
        while let row = try rows.next() { found[row["box"], default: []].append(try BoxDossier(row)) }
        return found
    }

    /// Why a dossier `d` with its summary `s` is not digitised: it is withheld, as a whole or page by page; null: it is.
    private static let asideSQL = """
        coalesce(\(withheldSQL), CASE WHEN s.pages > 0 AND s.withheld_pages >= s.pages THEN (
            SELECT w.reason FROM withholdings w WHERE w.dossier_id = d.id AND w.lifted_at IS NULL ORDER BY w.rowid LIMIT 1) END)
        """

    /// That the item `i` is the last its target has, and made from the dossier as it is now.
    static let currentItemSQL = """
        i.revision = d.revision AND i.version = (SELECT max(n.version) FROM delivery_items n WHERE n.target = i.target AND n.dossier_id = d.id)
        """

    /// One row for each dossier of the boxes, with a column for each thing that keeps it from being done: the rule is told once,
    /// for the box and for its dossiers. A later step is asked for only when the one before is done: `way` is -1 of a dossier
    /// that was delivered and changed since, 1 of one that is delivered as it is, 2 when that is accepted.
    private static let flagsSQL = """
        WITH lost AS MATERIALIZED (SELECT r.dossier_id FROM arrivals a JOIN runs r ON r.id = a.run_id WHERE a.outcome IS NULL),
        known AS MATERIALIZED (
            SELECT d.id, d.code, d.box, d.number_in_box, d.counted_sheets, d.fields, s.sheets, s.pages, s.dropped, s.state, s.placeholders,
                s.open_findings, \(finishedSQL) AS finished, \(asideSQL) AS aside, d.id IN (SELECT dossier_id FROM lost) AS lost,
                CASE WHEN \(finishedSQL) THEN coalesce((
                    SELECT max(1 + EXISTS (
                        SELECT 1 FROM acceptances a WHERE a.dossier_id = d.id AND a.content_hash = i.content_hash AND a.withdrawn_at IS NULL
                    )) FROM delivery_items i WHERE i.dossier_id = d.id AND \(currentItemSQL)
                ), -EXISTS (SELECT 1 FROM delivery_items i WHERE i.dossier_id = d.id)) ELSE 0 END AS way
            FROM dossiers d JOIN summaries s ON s.dossier_id = d.id
            WHERE d.deleted_at IS NULL AND d.box IN (SELECT value FROM json_each(?))
        ), flags AS (
            SELECT *, way > 0 AS delivered, way = 2 AS accepted, aside IS NULL AND NOT finished AND pages + dropped = 0 AS not_scanned,
                aside IS NULL AND NOT finished AND pages + dropped > 0 AS not_finished,
                aside IS NULL AND lost AS pages_waiting,
                aside IS NULL AND placeholders > 0 AS places_open,
                aside IS NULL AND open_findings > 0 AS findings_open,
                aside IS NULL AND finished AND way = 0 AS not_delivered,
                aside IS NULL AND way = -1 AS changed_since,
                aside IS NULL AND way = 1 AS not_accepted
            FROM known
        )

        """

    static let progressSQL = flagsSQL + """
        SELECT box, count(*) AS dossiers, sum(not_scanned) AS untouched, sum(not_finished) AS scanning, sum(finished) AS finished_count,
            sum(finished AND NOT (lost OR placeholders > 0 OR open_findings > 0)) AS durable, sum(delivered) AS delivered_count,
            sum(accepted) AS accepted_count, count(aside) AS aside_count,
            sum(NOT (\(BoxIssueCode.ofDossiers.map(\.rawValue).joined(separator: " OR ")))) AS done,
            coalesce(sum(counted_sheets), 0) AS counted_sheets_sum, sum(counted_sheets IS NULL) AS uncounted, sum(sheets) AS scanned_sheets,
            sum(pages) AS pages_sum, \(BoxIssueCode.ofDossiers.map { "sum(\($0.rawValue)) AS \($0.rawValue)" }.joined(separator: ", "))
        FROM flags GROUP BY box
        """

    private static let boxDossiersSQL = flagsSQL + "SELECT * FROM flags ORDER BY box, number_in_box, code"
}

extension BoxIssueCode {
    /// Those that are a column of their own in the rows of dossiers.
    fileprivate static let ofDossiers: [BoxIssueCode] = [
        .notScanned, .notFinished, .pagesWaiting, .placesOpen, .findingsOpen, .notDelivered, .changedSince, .notAccepted,
    ]
}

extension BoxProgress {
    fileprivate init(_ row: Row) {
        self.init()
        dossiers = row["dossiers"]
        untouched = row["untouched"]
        scanning = row["scanning"]
        finished = row["finished_count"]
        durable = row["durable"]
        delivered = row["delivered_count"]
        accepted = row["accepted_count"]
        aside = row["aside_count"]
        done = row["done"]
        countedSheets = row["counted_sheets_sum"]
        uncounted = row["uncounted"]
        scannedSheets = row["scanned_sheets"]
        pages = row["pages_sum"]
    }
}

extension BoxDossier {
    fileprivate init(_ row: Row) throws {
        self.init(
            id: try row.id("id"), code: try DossierCode(row["code"] as String),
            title: try JSON.value(DossierFields.self, from: row["fields"]).title, numberInBox: row["number_in_box"],
            state: try row.value("state"), countedSheets: row["counted_sheets"], scannedSheets: row["sheets"], isDelivered: row["delivered"],
            isAccepted: row["accepted"], asideReason: row["aside"],
            issues: BoxIssueCode.ofDossiers.filter { row[$0.rawValue] })
    }
}

extension CountRecord {
    fileprivate init(_ row: Row) throws {
        let reason: String? = row["reason_code"]
        self.init(
            count: BoxCount(
                dossiers: row["dossiers"], sheets: row["sheets"], condition: try JSON.value(PhysicalCondition.self, from: row["condition"]),
                note: row["note"]),
            person: row["person"], at: Timestamp(milliseconds: row["at"]),
            reason: reason.flatMap { EarlyReturnReason(code: $0, detail: row["reason_detail"]) })
    }
}

extension Array {
    /// By three texts, as a person counts; each is taken apart once.
    func inOrder(_ texts: (Element) -> (String, String, String)) -> [Element] {
        map { element in
            let (a, b, c) = texts(element)
            return (element, (NaturalOrder.Key(a), NaturalOrder.Key(b), NaturalOrder.Key(c)))
        }.sorted { $0.1 < $1.1 }.map(\.0)
    }
}
