import Foundation
import ProgramKit
import Testing

/// Data folders that cannot keep their promises, and two stations on one folder.
@Suite struct DataFolderTests {
    private let office: Office

    init() throws { office = try Office() }

    @Test func isMadeForItsOwnerAlone() throws {
        try office.run("dossier", "list")
        let mode = try FileManager.default.attributesOfItem(atPath: office.data)[.posixPermissions] as? Int
        #expect(mode == 0o700)
        for name in ["station.sqlite", "vault", "spool"] {
            let mode = try FileManager.default.attributesOfItem(atPath: "\(office.data)/\(name)")[.posixPermissions] as? Int ?? -1
            #expect(mode & 0o077 == 0, "\(name) \(String(mode, radix: 8))")
        }
    }

    @Test func aNetworkFileSystemIsRefused() throws {
        for type in ["6969", "517B", "FF534D42", "FE534D42"] {
            let outcome = try office.run("dossier", "list", "--json", with: ["TRAMQUET_TEST_FILESYSTEM": type])
            #expect(outcome.code == 78 && outcome.json["error"]["code"].text == "network_file_system", "\(outcome)")
        }
        #expect(!FileManager.default.fileExists(atPath: office.data + "/station.sqlite"))
    }

    @Test func aReadOnlyDiskIsSaid() throws {
        let disk = try SmallDisk(office.path + "/disk", kilobytes: 8000)
        office.environment["TRAMQUET_DATA"] = disk.path + "/data"
        try office.run("dossier", "add", "HS1")
        try disk.makeReadOnly()
        let outcome = try office.run("dossier", "add", "HS2", "--json")
        #expect(outcome.code == 73 && outcome.json["error"]["code"].text == "read_only", "\(outcome)")
        #expect(outcome.json["error"]["todo"].text?.isEmpty == false)
    }

    @Test func somebodyElsesFolderIsNotTouched() throws {
        try office.run("dossier", "list")
        let outcome = try asNobody("dossier", "add", "HS1", "--json")
        #expect(outcome.code == 77 && outcome.json["error"]["code"].text == "someone_elses", "\(outcome)")
    }

    @Test func aFileIsNoFolder() throws {
        office.environment["TRAMQUET_DATA"] = try office.write("x", to: "file")
        #expect(try office.run("dossier", "list").code == 73)
    }

    @Test func aDamagedDatabaseIsSaidAndLeftAlone() throws {
        try office.run("dossier", "add", "HS1")
        let path = office.data + "/station.sqlite"
        for suffix in ["-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + suffix) }
        let rubbish = Data(repeating: 0x55, count: 40_000)
        try rubbish.write(to: URL(fileURLWithPath: path))
        let outcome = try office.run("dossier", "list", "--json")
        #expect(outcome.code == 74 && outcome.json["error"]["code"].text == "damaged_database", "\(outcome)")
        #expect(FileManager.default.contents(atPath: path) == rubbish)
    }

    @Test func aNewerDatabaseIsLeftAlone() throws {
        try office.run("dossier", "add", "HS1")
        try office.tool("sqlite3", office.data + "/station.sqlite", "INSERT INTO grdb_migrations VALUES ('999 later')")
        let outcome = try office.run("dossier", "list", "--json")
        #expect(outcome.code == 78 && outcome.json["error"]["code"].text == "newer_database", "\(outcome)")
    }

    @Test func aBadConfigurationNamesFileAndLine() throws {
        try office.run("dossier", "add", "HS1")
        try office.write("[station]\nname = \n", to: "data/config.toml")
        let outcome = try office.run("dossier", "add", "HS2", "--json")
        #expect(outcome.code == 78, "\(outcome)")
        let message = outcome.json["error"]["message"].text ?? ""
        #expect(message.contains("config.toml") && message.contains("2"), "\(message)")
    }

    // MARK: Two stations

    @Test func oneStationHasADossierAndItsDeviceAndTheOtherIsTold() throws {
        try office.run("dossier", "add", "HS1")
        try office.run("dossier", "add", "HS2")
        let slow = try office.feeder(40, faults: "slow_ms_per_page = 100\n", name: "slow")
        let other = try office.feeder(2, name: "other")
        let first = try office.start(["scan", "--dossier", "HS1", "--device", slow, "--json"])
        try waitUntil("a page") { !first.lines.isEmpty }

        let sameDossier = try office.run("scan", "--dossier", "HS1", "--device", other, "--json")
        #expect(sameDossier.code == 75 && sameDossier.json["error"]["code"].text == "dossier_in_use", "\(sameDossier)")
        let sameDevice = try office.run("scan", "--dossier", "HS2", "--device", slow, "--json")
        #expect(sameDevice.code == 75 && sameDevice.json["error"]["code"].text == "device_in_use", "\(sameDevice)")
        #expect(try office.run("page", "drop", "--dossier", "HS1", "--page", "1").code == 75)
        #expect(try office.run("dossier", "set", "HS1", "--sheets", "9").code == 75)
        // Everything else goes on beside it.
        #expect(try office.run("scan", "--dossier", "HS2", "--device", other).code == 0)
        #expect(try office.run("dossier", "show", "HS1").code == 0)

        first.signal(SIGKILL)
        _ = try first.end()
        #expect(try office.run("scan", "--dossier", "HS1", "--device", other).code == 0, "the kernel gave the locks back")
    }

    @Test func oneDispatcherRunsTheQueue() throws {
        let script = try office.write(#"[{"action": "read", "text": "x", "seconds": 2}]"#, to: "script.json")
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + script
        try office.run("dossier", "add", "HS1")
        try office.run("scan", "--dossier", "HS1", "--device", try office.feeder(2))
        let first = try office.start(["recognise", "--until-idle", "--workers", "1"])
        try waitUntil("the worker") { !first.descendants.isEmpty }
        let second = try office.run("recognise", "--until-idle", "--json")
        #expect(second.code == 75 && second.json["error"]["code"].text == "dispatcher_running", "\(second)")
        #expect(try first.end().code == 0)
    }

    @Test func aDatabaseLockedForLongIsTryAgain() throws {
        try office.run("dossier", "add", "HS1")
        let holder = try office.start(
            tool: "sqlite3", [office.data + "/station.sqlite", "BEGIN IMMEDIATE", ".shell cat \(office.path)/gate"])
        defer { holder.signal(SIGKILL) }
        try #require(mkfifo(office.path + "/gate", 0o600) == 0)
        try waitUntil("the lock") { !holder.descendants.isEmpty }
        let outcome = try office.run("dossier", "add", "HS2", "--json")
        for child in holder.descendants { kill(child, SIGKILL) }
        #expect(outcome.code == 75 && outcome.json["error"]["code"].text == "busy", "\(outcome)")
    }

    private func asNobody(_ arguments: String...) throws -> Outcome {
        chmod(office.path, 0o755)
        return try office.start(
            tool: "setpriv", ["--reuid=65534", "--regid=65534", "--clear-groups", Office.program] + arguments).end()
    }
}
