import CSystem
import Files
import Foundation
import GRDB
import Records
import Vietnamese

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
    private let office: OfficeProofreader

    /// Judges words by what comes with the program and by the words of the office (`DataFolder.words`), read when first asked for.
    public var proofreader: Proofreader { office.proofreader }

    /// Opens or creates the database in a prepared folder.
    public init(
        folder: DataFolder, clock: any Clock = SystemClock(), identifiers: (any IdentifierSource)? = nil
    ) throws(StoreError) {
        self.folder = folder
        self.clock = clock
        office = OfficeProofreader(path: folder.words)
        self.identifiers = identifiers ?? SystemIdentifiers(clock: clock)
        var configuration = GRDB.Configuration()
        configuration.busyMode = .timeout(15)
        configuration.label = "station"
        configuration.maximumReaderCount = 3
        configuration.prepareDatabase { db in
            // Small caches: the station's whole memory is to stay below 100 MB.
            try db.execute(sql: "PRAGMA cache_size = -4000")
            try SideBySide.register(db)
        }
        do {
            let turn = try StationStore.waitForTurnToOpen(folder)
            defer { close(turn) }
            StationStore.createDatabaseFile(folder)
            try StationStore.refuseUnknownDatabase(folder)
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
            try Schema.migrator.migrate(pool)
        } catch {
            throw StoreError(error, in: folder.path)
        }
    }

    /// One process at a time turns on write-ahead logging and migrates: two that open a new folder together would both
    /// see no table and both create it.
    private static func waitForTurnToOpen(_ folder: DataFolder) throws(StoreError) -> Int32 {
        let path = folder.locks + "/opening.lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o660)
        guard descriptor >= 0 else { throw StoreError(SystemError("open", path: path, errno: errno)) }
        while flock(descriptor, LOCK_EX) != 0 {
            let code = errno
            if code == EINTR { continue }
            close(descriptor)
            throw StoreError(SystemError("flock", path: path, errno: code))
        }
        return descriptor
    }

    /// SQLite would create it unwritable for the group of a shared folder, and its logs take the same mode. Only a file
    /// that is not there is touched: closing the live one outside SQLite would drop its locks.
    private static func createDatabaseFile(_ folder: DataFolder) {
        let descriptor = open(folder.database, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o660)
        guard descriptor >= 0 else { return }
        fchmod(descriptor, folder.isShared ? 0o660 : 0o600)
        close(descriptor)
    }

    /// Looks at the file without writing to it: turning on write-ahead logging would write to a newer or damaged one too.
    private static func refuseUnknownDatabase(_ folder: DataFolder) throws {
        var configuration = GRDB.Configuration()
        configuration.readonly = true
        configuration.busyMode = .timeout(15)
        let queue = try DatabaseQueue(path: folder.database, configuration: configuration)
        defer { try? queue.close() }
        if try queue.read(Schema.migrator.hasBeenSuperseded) { throw StoreError.newerDatabase }
    }

    /// Runs a read; the closure sees one consistent state.
    func read<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try pool.read(body) } catch { throw StoreError(error, in: folder.path) }
    }

    /// Runs one durable transaction.
    func write<Value: Sendable>(_ body: @Sendable (Database) throws -> Value) throws(StoreError) -> Value {
        do { return try pool.write(body) } catch { throw StoreError(error, in: folder.path) }
    }

    /// Changes whenever any process has committed something; to be compared with an earlier value of the same store.
    public func changeMark() throws(StoreError) -> Int64 {
        // The writer's connection, because `data_version` is relative to the connection that asks.
        do {
            return try pool.writeWithoutTransaction { db in
                let others = try Int64.fetchOne(db, sql: "PRAGMA data_version") ?? 0
                return others << 32 &+ Int64(db.totalChangesCount)
            }
        } catch { throw StoreError(error, in: folder.path) }
    }

    /// Writes a consistent copy of the whole database to a new file, while others go on reading and writing.
    public func copyDatabase(to path: String) throws(StoreError) {
        do {
            let copy = try DatabaseQueue(path: path)
            try pool.backup(to: copy)
            // One plain file: whoever receives it need not know of write-ahead logs.
            try copy.writeWithoutTransaction { db in try db.execute(sql: "PRAGMA journal_mode = DELETE") }
            try copy.close()
        } catch { throw StoreError(error, in: (path as NSString).deletingLastPathComponent) }
    }

    /// SQLite's own check of a copy that nobody else has open. Empty when all is well.
    public static func integrityProblems(ofCopy path: String) throws(StoreError) -> [String] {
        do {
            var configuration = GRDB.Configuration()
            configuration.readonly = true
            return try DatabaseQueue(path: path, configuration: configuration).read { db in
                try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" }
            }
        } catch { throw StoreError(error, in: (path as NSString).deletingLastPathComponent) }
    }

    /// SQLite's own check of the file. Empty when all is well.
    public func integrityProblems() throws(StoreError) -> [String] {
        do {
            return try read { db in try String.fetchAll(db, sql: "PRAGMA integrity_check").filter { $0 != "ok" } }
        } catch .damagedDatabase(let what) {
            // So damaged that the check itself gives up.
            return [what]
        }
    }
}

extension StoreError {
    /// SQLite's codes sorted into causes; our own errors pass through.
    /// - Parameter folder: where the database lies. SQLite tells a full disk as such only where a write fails; a quota, a
    ///   flush or the shared memory file that fails is an I/O error whose cause is gone by then, so the disk is asked.
    init(_ error: any Error, in folder: String) {
        switch error {
        case let own as StoreError: self = own
        case let error as DatabaseError:
            switch error.resultCode {
            case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
            case .SQLITE_FULL: self = .diskFull
            case .SQLITE_NOTADB, .SQLITE_CORRUPT: self = .damagedDatabase(error.description)
            case .SQLITE_IOERR where Files.isFull(folder), .SQLITE_CANTOPEN where Files.isFull(folder): self = .diskFull
            default: self = .database(error.description)
            }
        // A stored value that cannot be read back.
        case is DecodingError, is CompactPageError, is DossierCode.Refusal: self = .damagedDatabase("\(error)")
        default: self = .database("\(error)")
        }
    }

    /// A system call that failed in the data folder, sorted into causes.
    public init(_ error: SystemError) {
        self = error.isDiskFull ? .diskFull : .fileOperation(error.call, path: error.path, errno: error.errno)
    }
}
