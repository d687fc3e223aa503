import GRDB
import Records

/// A file of a delivered dossier, relative to the night's folder.
public struct DeliveredFile: Sendable, Hashable, Codable {
    public var path: String
    public var byteCount: Int
    public var sha256: String

    public init(path: String, byteCount: Int, sha256: String) {
        (self.path, self.byteCount, self.sha256) = (path, byteCount, sha256)
    }
}

/// What a content was made from. While both are the same it is the same, without looking.
public struct DeliveryBasis: Sendable, Hashable {
    /// The dossier's.
    public var revision: Int64
    /// Everything besides the dossier that its files depend on, in the exporter's words.
    public var format: String

    public init(revision: Int64, format: String) {
        (self.revision, self.format) = (revision, format)
    }
}

/// The last delivery of a dossier to a target.
public struct LastDelivery: Sendable, Hashable {
    public let version: Int
    /// Of everything the delivered files depend on; the same hash means there is nothing new to deliver.
    public let contentHash: String
    public let folder: String
    /// The newest known to have this content; nil for a delivery made before it was kept.
    public let basis: DeliveryBasis?
}

/// A dossier and what its target already has of it.
public struct DeliveryCandidate: Sendable, Hashable {
    public let dossier: DossierSummary
    public let last: LastDelivery?

    public init(dossier: DossierSummary, last: LastDelivery?) {
        (self.dossier, self.last) = (dossier, last)
    }
}

/// A dossier as it was delivered, for the books.
public struct DeliveryItem: Sendable, Hashable {
    public var dossier: DossierID
    public var version: Int
    public var contentHash: String
    /// Nil when it is not known: the next export looks at the dossier.
    public var basis: DeliveryBasis?
    public var files: [DeliveredFile]

    public init(dossier: DossierID, version: Int, contentHash: String, basis: DeliveryBasis? = nil, files: [DeliveredFile]) {
        self.dossier = dossier
        self.version = version
        self.contentHash = contentHash
        self.basis = basis
        self.files = files
    }
}

extension StationStore {
    // MARK: - What is due

    /// Settled dossiers that an export has to look at: never delivered to the target, changed since (or the format was), or
    /// last delivered in one of the folders `again`. In the order of their codes.
    /// - Returns: those, and how many more there are that the target has as they are.
    public func deliveryCandidates(
        to target: String, format: String, again folders: Set<String> = []
    ) throws(StoreError) -> (candidates: [DeliveryCandidate], untouched: Int) {
        try read { db in
            let candidates = try Row.fetchAll(
                db, sql: StationStore.candidatesSQL, arguments: ["target": target, "format": format, "again": try JSON.text(folders)]
            ).map { DeliveryCandidate(dossier: try DossierSummary($0), last: LastDelivery($0)) }
            let settled = try Int.fetchOne(
                db, sql: "SELECT count(*) FROM summaries s JOIN dossiers d ON d.id = s.dossier_id WHERE \(StationStore.isSettled)") ?? 0
            return (candidates, settled - candidates.count)
        }
    }

    private static let isSettled = "\(StationStore.finishedSQL) AND d.deleted_at IS NULL"

    static let candidatesSQL = """
        SELECT d.*, s.*, i.version, i.content_hash, i.revision AS basis_revision, i.format AS basis_format, e.folder,
            \(withheldSQL) AS withheld
        FROM summaries s JOIN dossiers d ON d.id = s.dossier_id
        LEFT JOIN delivery_items i ON i.target = :target AND i.dossier_id = d.id
            AND i.version = (SELECT max(version) FROM delivery_items WHERE target = :target AND dossier_id = d.id)
        LEFT JOIN deliveries e ON e.id = i.delivery_id
        WHERE \(isSettled) AND (
            i.revision IS NOT d.revision OR i.format IS NOT :format OR e.folder IN (SELECT value FROM json_each(:again))
        ) ORDER BY d.code
        """

    /// Dossiers that have pages and are not settled: an export names them, so that nobody takes them for delivered.
    public func unfinishedDossiers() throws(StoreError) -> [DossierSummary] {
        try read { db in
            try Row.fetchAll(
                db, sql: StationStore.summarySQL + " WHERE d.deleted_at IS NULL AND s.state = 'scanning' ORDER BY d.code"
            ).map { try DossierSummary($0) }
        }
    }

    public func lastDelivery(of dossier: DossierID, to target: String) throws(StoreError) -> LastDelivery? {
        try read { db in
            try Row.fetchOne(
                db,
                sql: """
                    SELECT i.version, i.content_hash, i.revision AS basis_revision, i.format AS basis_format, e.folder
                    FROM delivery_items i JOIN deliveries e ON e.id = i.delivery_id
                    WHERE i.dossier_id = ? AND i.target = ? ORDER BY i.version DESC LIMIT 1
                    """, arguments: [dossier.description, target]
            ).flatMap { LastDelivery($0) }
        }
    }

    /// Where versions of a dossier were delivered to, the newest first: `target/folder`.
    public func deliveredPlaces(of dossier: DossierID) throws(StoreError) -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT e.target || '/' || e.folder FROM delivery_items i JOIN deliveries e ON e.id = i.delivery_id
                    WHERE i.dossier_id = ? GROUP BY e.id ORDER BY max(i.delivered) DESC
                    """, arguments: [dossier.description])
        }
    }

    /// Folders at a target in which a settled dossier lies in its last version: all that a receiver needs.
    public func currentFolders(at target: String) throws(StoreError) -> [String] {
        try read { db in
            try String.fetchAll(
                db,
                sql: """
                    SELECT e.folder FROM deliveries e WHERE e.target = :target AND EXISTS (
                        SELECT 1 FROM delivery_items i JOIN dossiers d ON d.id = i.dossier_id JOIN summaries s ON s.dossier_id = d.id
                        WHERE i.delivery_id = e.id AND \(StationStore.isSettled) AND NOT EXISTS (
                            SELECT 1 FROM delivery_items n WHERE n.target = :target AND n.dossier_id = i.dossier_id AND n.version > i.version
                        )
                    ) ORDER BY e.folder
                    """, arguments: ["target": target])
        }
    }

    // MARK: - The books

    /// Notes that dossiers were looked at and are as they were delivered, so that the next export need not look again.
    /// No fact is changed: it leaves no trace in the audit trail.
    public func noteUnchanged(
        _ looked: [(dossier: DossierID, version: Int, basis: DeliveryBasis)], at target: String
    ) throws(StoreError) {
        guard !looked.isEmpty else { return }
        try write { db in
            for item in looked {
                try db.execute(
                    sql: "UPDATE delivery_items SET revision = ?, format = ? WHERE target = ? AND dossier_id = ? AND version = ?",
                    arguments: [item.basis.revision, item.basis.format, target, item.dossier.description, item.version])
            }
        }
    }

    /// Enters a finished delivery: folder and everything in it, in one transaction. Called before `DONE` is written, so that
    /// a folder with `DONE` is always in the books; a folder in the books without `DONE` is completed by the next run.
    public func recordDelivery(
        _ id: DeliveryID, target: String, folder: String, profile: String, started: Timestamp, items: [DeliveryItem], by actor: Actor
    ) throws(StoreError) {
        try write { db in
            let now = self.clock.now().milliseconds
            try db.execute(
                sql: "INSERT INTO deliveries VALUES (?, ?, ?, ?, ?, ?, ?)",
                arguments: [id.description, target, folder, profile, actor.person, started.milliseconds, now])
            for item in items {
                try db.execute(
                    sql: """
                        INSERT INTO delivery_items (
                            delivery_id, dossier_id, target, version, content_hash, files, delivered, revision, format, last_command
                        ) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, (SELECT coalesce(max(id), 0) FROM commands WHERE dossier_id = ?2))
                        """,
                    arguments: [
                        id.description, item.dossier.description, target, item.version, item.contentHash, try JSON.text(item.files), now,
                        item.basis?.revision, item.basis?.format,
                    ])
                try self.freezeNumbers(db, item.dossier)
                let code = try self.dossier(db, item.dossier).code
                try self.record(
                    db, "dossier.delivered", subject: "dossier:\(code)", by: actor,
                    ["target": target, "folder": folder, "version": String(item.version), "content": item.contentHash])
            }
        }
    }

    /// Deliveries to a target that are in the books, with their folders, newest first.
    public func deliveries(to target: String) throws(StoreError) -> [(folder: String, done: Timestamp)] {
        try read { db in
            try Row.fetchAll(db, sql: "SELECT folder, done FROM deliveries WHERE target = ? ORDER BY done DESC", arguments: [target])
                .map { ($0["folder"], Timestamp(milliseconds: $0["done"] ?? 0)) }
        }
    }
}

extension LastDelivery {
    /// Nil when the row's columns are those of no delivery.
    fileprivate init?(_ row: Row) {
        guard let version = row["version"] as Int? else { return nil }
        self.version = version
        contentHash = row["content_hash"]
        folder = row["folder"]
        let (revision, format) = (row["basis_revision"] as Int64?, row["basis_format"] as String?)
        basis = if let revision, let format { DeliveryBasis(revision: revision, format: format) } else { nil }
    }
}
