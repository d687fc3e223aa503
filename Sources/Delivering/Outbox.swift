import Foundation
import Records
import Store

/// A delivery that is under way.
struct OpenDelivery: Codable, Hashable, Sendable {
    let id: DeliveryID
    let target: String
    /// Name of its folder at the target.
    let folder: String
    let started: Timestamp

    /// Nil when there is no such file or it is not one of ours.
    init?(reading path: String) {
        guard let bytes = FileTree.bytes(of: path), let value = try? JSONDecoder().decode(Self.self, from: Data(bytes)) else { return nil }
        self = value
    }

    init(id: DeliveryID, target: String, folder: String, started: Timestamp) {
        (self.id, self.target, self.folder, self.started) = (id, target, folder, started)
    }

    var json: Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        // Strings and a number: there is nothing in it that JSON could refuse.
        return (try? encoder.encode(self)) ?? Data()
    }
}

/// What the data folder knows of deliveries under way: `outbox/<delivery>.json`, written before the first folder is made
/// at the target, removed after its `DONE`.
///
/// It tells our own interrupted folder from that of another station, and a folder whose `DONE` is still owed from one
/// that its receiver has taken away. The order of a delivery is
///
///     outbox note → folder → its delivery.json → dossiers → lists, database → manifest, read back → books → DONE → note gone
///
/// and a sudden end between any two leaves either a delivery that is not in the books (built on by the next run) or one
/// that is (whose `DONE` the next run writes, once its files have been read again).
struct Outbox {
    private let path: String
    private let files: TargetFiles

    init(_ store: StationStore) {
        path = store.folder.outbox
        files = TargetFiles(target: path)
    }

    func open(to target: String) -> [OpenDelivery] {
        FileTree.names(in: path).filter { $0.hasSuffix(".json") }.compactMap { name in
            OpenDelivery(reading: path + "/" + name)
        }.filter { $0.target == target }.sorted { $0.started > $1.started }
    }

    func note(_ delivery: OpenDelivery) throws(DeliveringError) {
        try files.write(delivery.json, to: notePath(delivery))
        try files.syncFolder(path)
    }

    func forget(_ delivery: OpenDelivery) throws(DeliveringError) {
        try files.removeTree(notePath(delivery))
        try files.syncFolder(path)
    }

    private func notePath(_ delivery: OpenDelivery) -> String { "\(path)/\(delivery.id).json" }

    /// Where the copy of the database is made before it goes to the target: SQLite's locks work here.
    func scratchDatabase() throws(DeliveringError) -> String {
        // Whatever an interrupted run left: the caller holds the export lease, so it is nobody's.
        for name in FileTree.names(in: path) where name.hasPrefix("copy-") { try files.removeTree(path + "/" + name) }
        return "\(path)/copy-\(getpid()).sqlite"
    }

    func remove(_ scratch: String) {
        unlink(scratch)
        unlink(scratch + "-journal")
    }
}
