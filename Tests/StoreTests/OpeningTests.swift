import CSystem
import Foundation
import GRDB
import Records
import ProgramKit
import Testing
import Texts
@testable import Store

extension StoreTests {
    @Suite struct Opening {
        @Test func everyCommitIsOnTheDisk() throws {
            let station = try Station()
            let mode = try station.store.pool.writeWithoutTransaction { db in
                (try Int.fetchOne(db, sql: "PRAGMA synchronous"), try String.fetchOne(db, sql: "PRAGMA journal_mode"))
            }
            #expect(mode.0 == 2)
            #expect(mode.1 == "wal")
        }

        @Test func aNewFolderIsPrivate() throws {
            let place = try TemporaryFolder()
            let path = place.path + "/deep/er"
            let folder = try DataFolder(preparing: path)
            let store = try StationStore(folder: folder)
            defer { withExtendedLifetime(store) {} }
            for name in ["", "/vault", "/previews", "/spool", "/outbox", "/log", "/locks", "/bien-ban"] { #expect(mode(path + name) == 0o700) }
            for name in ["/station.sqlite", "/station.sqlite-wal", "/station.sqlite-shm"] { #expect(mode(path + name) == 0o600) }
        }

        /// SQLite makes files of mode 0644 less the mask: members of the group could read the station's data but not write it.
        @Test func aGroupsFolderStaysTheGroups() throws {
            let place = try TemporaryFolder()
            #expect(chmod(place.path, 0o2770) == 0)
            let folder = try DataFolder(preparing: place.path)
            let store = try StationStore(folder: folder)
            _ = try store.leaseDispatcher()
            #expect(mode(place.path) == 0o2770)
            for name in ["/vault", "/spool", "/locks"] { #expect(mode(place.path + name) == 0o2770) }
            for name in ["/station.sqlite", "/station.sqlite-wal", "/station.sqlite-shm"] { #expect(mode(place.path + name) == 0o660) }
        }

        @Test func anExistingFolderKeepsItsMode() throws {
            let place = try TemporaryFolder()
            #expect(chmod(place.path, 0o750) == 0)
            _ = try DataFolder(preparing: place.path)
            #expect(mode(place.path) == 0o750)
            #expect(mode(place.path + "/vault") == 0o700)
        }

        @Test(arguments: ["6969", "517B", "FF534D42", "FE534D42", "01021997"])
        func refusesANetworkFileSystem(type: String) throws {
            let place = try TemporaryFolder()
            let path = place.path + "/data"
            let error = #expect(throws: StoreError.self) {
                try DataFolder(preparing: path, environment: ["TRAMQUET_TEST_FILESYSTEM": type])
            }
            #expect(error == .dataFolder(.networkFileSystem, path: path))
            #expect(error?.exitCode == .configuration)
            #expect(!FileManager.default.fileExists(atPath: path))
        }

        @Test func theEnvironmentMayNameALocalType() throws {
            let place = try TemporaryFolder()
            _ = try DataFolder(preparing: place.path, environment: ["TRAMQUET_TEST_FILESYSTEM": "EF53"])
        }

        @Test func refusesAFileInPlaceOfAFolder() throws {
            let place = try TemporaryFolder()
            let path = place.path + "/data"
            try Data().write(to: URL(fileURLWithPath: path))
            #expect(throws: StoreError.dataFolder(.notAFolder, path: path)) { try DataFolder(preparing: path) }
        }

        @Test(.enabled(if: geteuid() == 0, "mounting takes root")) func refusesAReadOnlyMount() throws {
            let place = try TemporaryFolder()
            let mount = try SmallDisk(place.path + "/ro", options: "ro,size=1m")
            let error = #expect(throws: StoreError.self) { try DataFolder(preparing: mount.path) }
            #expect(error == .dataFolder(.readOnly, path: mount.path + "/vault") || error == .dataFolder(.readOnly, path: mount.path))
            #expect(error?.exitCode == .cannotCreate)
        }

        @Test(.enabled(if: geteuid() == 0, "mounting takes root")) func aFullDiskIsToldAndCostsNothing() throws {
            let station = try Station()
            let mount = try SmallDisk(station.place.path + "/small", options: "size=1500k")
            let store = try StationStore(folder: DataFolder(preparing: mount.path + "/data"), clock: station.clock, identifiers: station.identifiers)
            let id = try store.addDossier(code: DossierCode("A"), fields: DossierFields(title: "một"), by: station.hoa)
            let filler = mount.path + "/filler"
            _ = FileManager.default.createFile(atPath: filler, contents: nil)
            let handle = try #require(FileHandle(forWritingAtPath: filler))
            while (try? handle.write(contentsOf: Data(count: 4096))) != nil {}
            try handle.close()
            var failure: StoreError?
            for number in 0..<200 where failure == nil {
                do { try store.setCountedSheets(id, number, by: station.hoa) } catch { failure = error }
            }
            #expect(failure == .diskFull)
            #expect(failure?.exitCode == .inputOutput)
            try FileManager.default.removeItem(atPath: filler)
            try store.setCountedSheets(id, 9999, by: station.hoa)
            #expect(try store.dossier(id).countedSheets == 9999)
            #expect(try store.firstBrokenAuditRow() == nil)
            #expect(try store.integrityProblems() == [])
        }

        /// Places for files run out like bytes do, and other calls than a write find that first.
        @Test(.enabled(if: geteuid() == 0, "mounting takes root")) func aDiskThatTakesNoMoreFilesIsFull() throws {
            let station = try Station()
            let mount = try SmallDisk(station.place.path + "/small", options: "size=8m,nr_inodes=60")
            let store = try StationStore(folder: DataFolder(preparing: mount.path + "/data"), clock: station.clock, identifiers: station.identifiers)
            let dossier = try store.addDossier(code: DossierCode("A"), fields: DossierFields(title: "một"), by: station.hoa)
            let image = store.vault.spoolPath("image.part")
            #expect(FileManager.default.createFile(atPath: image, contents: Data("x".utf8)))
            var number = 0
            while FileManager.default.createFile(atPath: "\(mount.path)/filler-\(number)", contents: nil) { number += 1 }
            #expect(throws: StoreError.diskFull) { try store.leaseDossier(dossier, code: DossierCode("A")) }
            #expect(throws: StoreError.diskFull) { try store.vault.takeIn(image, as: PageID(ULID(milliseconds: 1, randomHigh: 1, randomLow: 1)), format: .jpeg) }
            let error = #expect(throws: StoreError.self) { try DataFolder(preparing: mount.path + "/data") }
            #expect(error?.code == "disk_full" && error?.exitCode == .inputOutput)
        }

        /// The number a call left is anybody's by the time SQLite's error arrives: the disk itself is asked.
        @Test(.enabled(if: geteuid() == 0, "mounting takes root")) func anErrorOfTheDiskIsAFullDiskOnlyWhenItIsFull() throws {
            let place = try TemporaryFolder()
            let mount = try SmallDisk(place.path + "/small", options: "size=64k")
            for code in [ResultCode.SQLITE_IOERR, .SQLITE_IOERR_FSYNC, .SQLITE_IOERR_SHMSIZE, .SQLITE_CANTOPEN] {
                errno = 0
                #expect(StoreError(DatabaseError(resultCode: code), in: mount.path) == .diskFull)
                errno = ENOSPC
                #expect(StoreError(DatabaseError(resultCode: code), in: place.path).code == "database")
            }
            #expect(try FileManager.default.contentsOfDirectory(atPath: mount.path) == [])
            #expect(try FileManager.default.contentsOfDirectory(atPath: place.path) == ["small"])
        }

        @Test(.enabled(if: geteuid() == 0, "giving a folder away takes root")) func rootLeavesAPrivateFolderAlone() throws {
            let place = try TemporaryFolder()
            let path = place.path + "/data"
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: 0o700])
            #expect(chown(path, 65534, 65534) == 0)
            #expect(throws: StoreError.dataFolder(.someoneElses, path: path)) { try DataFolder(preparing: path) }
            #expect(try FileManager.default.contentsOfDirectory(atPath: path) == [])
            // Given to a group, what root makes there is the group's.
            #expect(chmod(path, 0o2770) == 0)
            let store = try StationStore(folder: DataFolder(preparing: path))
            var info = stat()
            #expect(stat(store.folder.database, &info) == 0 && info.st_gid == 65534 && info.st_mode & 0o777 == 0o660)
        }

        @Test func aFolderOfSomebodyElseIsHisUnlessAGroupHasIt() {
            var folder = stat()
            folder.st_uid = 1000
            folder.st_mode = S_IFDIR | 0o700
            #expect(DataFolder.isSomeoneElses(folder, for: 1001))
            #expect(!DataFolder.isSomeoneElses(folder, for: 1000))
            #expect(DataFolder.isSomeoneElses(folder, for: 0))
            folder.st_mode = S_IFDIR | 0o2770
            #expect(!DataFolder.isSomeoneElses(folder, for: 1001))
            #expect(!DataFolder.isSomeoneElses(folder, for: 0))
            folder.st_mode = S_IFDIR | 0o2750
            #expect(DataFolder.isSomeoneElses(folder, for: 1001))
            #expect(StoreError.dataFolder(.someoneElses, path: "/x").exitCode == .notPermitted)
        }

        @Test func refusesADatabaseOfANewerProgram() throws {
            let place = try TemporaryFolder()
            let folder = try DataFolder(preparing: place.path)
            do {
                let store = try StationStore(folder: folder)
                try store.execute("INSERT INTO grdb_migrations VALUES ('99 of the future')")
                try store.closeAsOneFile()
            }
            let before = try Data(contentsOf: URL(fileURLWithPath: folder.database))
            #expect(throws: StoreError.newerDatabase) { try StationStore(folder: folder) }
            #expect(StoreError.newerDatabase.exitCode == .configuration)
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == before)
        }

        @Test func refusesAFileThatIsNoDatabase() throws {
            let place = try TemporaryFolder()
            let folder = try DataFolder(preparing: place.path)
            let garbage = Data(repeating: 0x5A, count: 8192)
            try garbage.write(to: URL(fileURLWithPath: folder.database))
            let error = #expect(throws: StoreError.self) { try StationStore(folder: folder) }
            #expect(error?.code == "damaged_database")
            #expect(error?.exitCode == .inputOutput)
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == garbage)
        }

        @Test func aDamagedPageIsFoundAndLeftAlone() throws {
            let station = try Station()
            let dossier = try station.dossier()
            try station.scan(40, into: dossier)
            let folder = station.store.folder
            let root = try #require(try station.store.number("SELECT rootpage FROM sqlite_schema WHERE name = 'placements'"))
            try station.store.closeAsOneFile()
            try overwrite(folder.database, page: root)
            let before = try Data(contentsOf: URL(fileURLWithPath: folder.database))
            let store = try station.another()
            let error = #expect(throws: StoreError.self) { try store.contents(dossier) }
            #expect(error?.code == "damaged_database")
            #expect(try store.integrityProblems() != [])
            try store.pool.close()
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == before)
        }

        @Test func aDamagedSchemaIsFoundWhenOpening() throws {
            let station = try Station()
            let folder = station.store.folder
            try station.store.closeAsOneFile()
            try overwrite(folder.database, page: 1, from: 100)
            let before = try Data(contentsOf: URL(fileURLWithPath: folder.database))
            let error = #expect(throws: StoreError.self) { try station.another() }
            #expect(error?.code == "damaged_database")
            #expect(try Data(contentsOf: URL(fileURLWithPath: folder.database)) == before)
        }

        /// Both saw an empty database and both created the tables.
        @Test func manyMayOpenANewFolderAtOnce() throws {
            for _ in 0..<5 {
                let place = try TemporaryFolder()
                let folder = try DataFolder(preparing: place.path)
                let failures = Failures()
                DispatchQueue.concurrentPerform(iterations: 6) { _ in
                    do { _ = try StationStore(folder: folder) } catch { failures.add(error) }
                }
                #expect(failures.all == [])
            }
        }

        @Test func theCopyIsOnePlainFile() throws {
            let station = try Station()
            let dossier = try station.dossier()
            try station.scan(3, into: dossier)
            let path = station.place.path + "/copy.sqlite"
            try station.store.copyDatabase(to: path)
            #expect(!FileManager.default.fileExists(atPath: path + "-wal"))
            var configuration = GRDB.Configuration()
            configuration.readonly = true
            let copy = try DatabaseQueue(path: path, configuration: configuration)
            try copy.read { db throws in
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM pages") == 3)
                #expect(try String.fetchOne(db, sql: "PRAGMA journal_mode") == "delete")
                #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
            }
        }

        @Test func theMarkChangesWithEveryCommitOfAnybody() throws {
            let station = try Station()
            let other = try station.another()
            let first = try station.store.changeMark()
            #expect(try station.store.changeMark() == first)
            let dossier = try station.dossier()
            let second = try station.store.changeMark()
            #expect(second != first)
            try other.setCountedSheets(dossier, 5, by: station.hoa)
            #expect(try station.store.changeMark() != second)
        }

        @Test func theFolderIsChosenInThisOrder() {
            let all = ["TRAMQUET_DATA": "/data", "XDG_DATA_HOME": "/xdg", "HOME": "/home/hoa"]
            #expect(DataFolder.chosen(option: "/option", environment: all) == "/option")
            #expect(DataFolder.chosen(option: "", environment: all) == "/data")
            #expect(DataFolder.chosen(option: nil, environment: ["XDG_DATA_HOME": "/xdg", "HOME": "/home/hoa"]) == "/xdg/tramquet")
            #expect(DataFolder.chosen(option: nil, environment: ["HOME": "/home/hoa"]) == "/home/hoa/.local/share/tramquet")
        }

        private func mode(_ path: String) -> mode_t {
            var info = stat()
            return stat(path, &info) == 0 ? info.st_mode & 0o7777 : 0
        }

        private func overwrite(_ path: String, page: Int64, from offset: Int = 0) throws {
            let handle = try #require(FileHandle(forUpdatingAtPath: path))
            try handle.seek(toOffset: UInt64(page - 1) * 4096 + UInt64(offset))
            try handle.write(contentsOf: Data(repeating: 0xFF, count: 4096 - offset))
            try handle.close()
        }
    }
}

/// What went wrong on other threads.
final class Failures: @unchecked Sendable {
    // Guarded by `lock`.
    private var errors: [String] = []
    private let lock = NSLock()
    func add(_ error: any Error) { lock.withLock { errors.append("\(error)") } }
    var all: [String] { lock.withLock { errors } }
}
