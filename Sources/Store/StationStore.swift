import Foundation
import GRDB
import Records

/// The station's data: one SQLite database, page images beside it, an audit trail over every change.
///
/// Several processes may hold a store on one folder. Every write is one short `BEGIN IMMEDIATE` transaction that carries
/// the fact, its audit row and the dossier's summary together. A transaction that returned is on the disk
/// (`synchronous = FULL`, read back when opening).
public final class StationStore: Sendable {
    public let folder: DataFolder
    public let clock: any Clock
    public let identifiers: any IdentifierSource
    let pool: DatabasePool

    /// Opens or creates the database in a prepared folder.
    public init(
        folder: DataFolder, clock: any Clock = SystemClock(), identifiers: (any IdentifierSource)? = nil
    ) throws(StoreError) {
        self.folder = folder
        self.clock = clock
        self.identifiers = identifiers ?? SystemIdentifiers(clock: clock)
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(15)
        configuration.label = "station"
        configuration.maximumReaderCount = 3
        configuration.prepareDatabase { db in
            // Small caches: the station's whole memory is to stay below 100 MB.
            try db.execute(sql: "PRAGMA cache_size = -4000")
        }
        do {
            pool = try DatabasePool(path: folder.database, configuration: configuration)
            // GRDB sets NORMAL whenever it turns WAL on, after any preparation of ours.
            let mode = try pool.writeWithoutTransaction { db -> (Int, String) in
                try db.execute(sql: "PRAGMA synchronous = FULL")
                return (
                    try Int.fetchOne(db, sql: "PRAGMA synchronous") ?? -1,
                    try String.fetchOne(db, sql: "PRAGMA journal_mode") ?? ""
                )
            }
            guard mode == (2, "wal") else { throw StoreError.notDurable("\(mode.0), \(mode.1)") }
            let migrator = Schema.migrator
            if try pool.read(migrator.hasBeenSuperseded) { throw StoreError.newerDatabase }
            try migrator.migrate(pool)
        } catch {
            throw StoreError(error)
        }
    }

    /// Runs a read; the closure sees one consistent state.
    func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try pool.read(body) } catch { throw StoreError(error) }
    }

    /// Runs one durable transaction.
    func write<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try pool.write(body) } catch { throw StoreError(error) }
    }

    /// Changes whenever any process has committed something; to be compared with an earlier value of the same store.
    public func changeMark() throws(StoreError) -> Int64 {
        // The writer's connection, because `data_version` is relative to the connection that asks.
        do {
            return try pool.writeWithoutTransaction { db in
                let others = try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0
                return others << 32 &+ Int64(db.totalChangesCount)
            }
        } catch { throw StoreError(error) }
    }

    /// Writes a consistent copy of the whole database to a new file, while others go on reading and writing.
    public func copyDatabase(to path: String) throws(StoreError) {
        do {
            let copy = try DatabaseQueue(path: path)
            try pool.backup(to: copy)
            // One plain file: whoever receives it need not know of write-ahead logs.
            try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        } catch { throw StoreError(error) }
    }

    /// SQLite's own check of a copy that nobody else has open. Empty when all is well.
    public static func integrityProblems(ofCopy path: String) throws(StoreError) -> [String] {
        do {
            var configuration = GRDB.Configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: path, configuration: configuration).read { db in
                try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            }
        } catch { throw StoreError(error) }
    }

    /// SQLite's own check of the file. Empty when all is well.
    public func integrityProblems() throws(StoreError) -> [String] {
        try read { db in
            try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
        }
    }
}

extension StoreError {
    /// SQLite's codes sorted into causes; our own errors pass through.
    init(_ error: any Error) {
        switch error {
        case let own as StoreError: self = own
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            case .SQLITE_FULL: self = .diskFull
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damagedDatabase(error.description)
            case .SQLITE_IOERR where errno == ENOSPC: self = .diskFull
            default: self = .database(error.description)
            }
        default: self = .database("\(error)")
        }
    }
}
