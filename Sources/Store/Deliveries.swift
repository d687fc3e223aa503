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

/// The last delivery of a dossier to a target.
public struct LastDelivery: Sendable, Hashable {
    public let version: Int
    /// Of everything the delivered files depend on; the same hash means there is nothing new to deliver.
    public let contentHash: String
    public let folder: String
}

/// A dossier as it was delivered, for the books.
public struct DeliveryItem: Sendable, Hashable {
    public var dossier: DossierID
    public var version: Int
    public var contentHash: String
    public var files: [DeliveredFile]

    public init(dossier: DossierID, version: Int, contentHash: String, files: [DeliveredFile]) {
        self.dossier = dossier
        self.version = version
        self.contentHash = contentHash
        self.files = files
    }
}

extension StationStore {
    /// Dossiers whose counts are settled: what the `simple` profile may deliver.
    public func settledDossiers() throws(StoreError) -> [DossierSummary] {
        try read { db in
            try Row.fetchAll(
                db, sql: StationStore.summarySQL + " WHERE d.deleted_at IS NULL AND d.settled_at IS NOT NULL AND s.state = 'scanned' ORDER BY d.code"
            ).map { try DossierSummary($0) }
        }
    }

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
                    SELECT i.version, i.content_hash, d.folder FROM delivery_items i JOIN deliveries d ON d.id = i.delivery_id
                    WHERE i.dossier_id = ? AND i.target = ? ORDER BY i.version DESC LIMIT 1
                    """, arguments: [dossier.description, target]
            ).map { LastDelivery(version: $0["version"], contentHash: $0["content_hash"], folder: $0["folder"]) }
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
                        INSERT INTO delivery_items VALUES (
                            ?1, ?2, ?3, ?4, ?5, ?6, ?7, (SELECT coalesce(max(id), 0) FROM commands WHERE dossier_id = ?2)
                        )
                        """,
                    arguments: [
                        id.description, item.dossier.description, target, item.version, item.contentHash, try JSON.text(item.files), now,
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
