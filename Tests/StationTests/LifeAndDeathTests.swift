import Foundation
import ProgramKit
import Testing

/// Whatever ends the station: the terminal is as it was, and nothing that was shown as safe is lost.
@Suite struct LifeAndDeathTests {
    private let office: Office

    init() throws {
        office = try Office()
        let script = try office.write("[]", to: "script.json")
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + script
        try office.prepared(device: try office.feeder(12, faults: "slow_ms_per_page = 300\n"))
    }

    private func station(_ more: String..., columns: Int = 120, rows: Int = 40) throws -> TerminalSession {
        let session = try TerminalSession(office, ["--dossier", "HS1"] + more, columns: columns, rows: rows)
        try session.wait(for: "HS1")
        try session.waitIdle()
        return session
    }

    private func numbers() throws -> [Int?] {
        try office.show("HS1")["pages"].list.map { Side.number(ofFile: office.imagePath($0["id"].text ?? "")) }
    }

    private func expectOrder(atLeast count: Int) throws {
        let kept = try numbers()
        #expect(kept.count >= count && kept == Array(1...12).prefix(kept.count).map { $0 }, "\(kept)")
        #expect(try office.run("audit", "verify", "--json").json["holds"].isTrue)
    }

    @Test func leavingRestoresTheTerminal() throws {
        let session = try station()
        try session.send("C-q")
        #expect(try session.end() == 0)
        #expect(try session.traces() == [])
    }

    @Test func leavingDuringARunAsksAndStopsIt() throws {
        let session = try station()
        try session.send("Space")
        try session.wait(forPages: 2)
        try session.send("C-q")
        try session.wait(for: "còn đang chạy")
        try session.send("c")
        #expect(try session.end() == 0)
        #expect(try session.traces() == [])
        try expectOrder(atLeast: 2)
        #expect(try office.run("recover", "--json").json["orphans"].list.isEmpty)
    }

    @Test(arguments: [SIGTERM, SIGHUP])
    func aSignalDuringARunEndsItInOrder(_ signal: Int32) throws {
        let session = try station()
        try session.send("Space")
        try session.wait(forPages: 2)
        let workers = session.workers("")
        try #require(session.launcher > 0)
        kill(session.launcher, signal)
        _ = try session.end()
        #expect(try session.traces() == [])
        try waitUntil("the workers' end") { !workers.contains(where: isRunning) }
        try expectOrder(atLeast: 2)
        #expect(try office.run("recover", "--json").json["orphans"].list.isEmpty)
    }

    @Test func theStationKilledLeavesAUsableTerminalAndItsPages() throws {
        let session = try station()
        try session.send("Space")
        try session.wait(forPages: 3)
        let workers = session.workers("")
        try #require(session.station > 0)
        kill(session.station, SIGKILL)
        #expect(try session.end() != 0)
        #expect(try session.traces() == [])
        #expect(session.screen.contains("log"), "says where to look\n\(session.screen)")
        try waitUntil("the workers' end") { !workers.contains(where: isRunning) }
        try expectOrder(atLeast: 3)
        // The next start offers what had arrived, and goes on.
        let again = try TerminalSession(try office.forgetEnd(), ["--dossier", "HS1"])
        try again.wait(for: "HS1")
        try again.waitIdle()
        if again.screen.contains("dừng đột ngột") { try again.press("c") }
        try again.send("Space")
        try again.wait(for: "ĐỦ TỜ")
        #expect(try numbers() == Array(1...12))
    }

    @Test func theStationEndsWithItsLauncher() throws {
        let session = try station()
        let (launcher, station) = (session.launcher, session.station)
        try #require(launcher > 0 && station > 0)
        kill(launcher, SIGKILL)
        try waitUntil("the station's end") { !isRunning(station) }
        #expect(try session.end() != 0)
        // (What the shell noted of the modes is from the moment of the launcher's death, before the station was told.)
        #expect(try !session.traces().contains { $0.hasPrefix("cursor=") })
    }

    @Test func aClosedWindowEndsTheStationAndItsWorkers() throws {
        let session = try station()
        try session.send("Space")
        try session.wait(forPages: 2)
        let all = [session.launcher, session.station] + session.workers("")
        try #require(all.allSatisfy { $0 > 0 })
        try session.hangUp()
        try waitUntil("the end of \(all)") { !all.contains(where: isRunning) }
        try expectOrder(atLeast: 2)
        #expect(try office.run("recover", "--json").json["orphans"].list.isEmpty)
    }

    @Test func anySizeIsDrawnAndTheOldOneComesBack() throws {
        let session = try station()
        let before = session.screen
        for (columns, rows) in [(20, 5), (80, 24), (2, 2), (200, 60), (40, 10)] {
            try session.resize(columns: columns, rows: rows)
            try session.press("F1", "F1")
        }
        try session.resize(columns: 120, rows: 40)
        try session.press("F1", "F1")
        try waitUntil("the screen as before:\n\(before)\nnow\n\(session.screen)") {
            session.screen.contains("DẤU CÁCH  QUÉT") && session.screen.split(separator: "\n", omittingEmptySubsequences: false).count
                == before.split(separator: "\n", omittingEmptySubsequences: false).count
        }
        try session.send("C-q")
        #expect(try session.end() == 0)
        #expect(try session.traces() == [])
    }

    @Test func resizingDuringARunLosesNothing() throws {
        let session = try station()
        try session.send("Space")
        for (columns, rows) in [(20, 5), (120, 40), (80, 24), (20, 5), (100, 30)] { try session.resize(columns: columns, rows: rows) }
        try session.wait(for: "ĐỦ TỜ")
        #expect(try numbers() == Array(1...12))
    }

    @Test func noKeyAndNoBytesEndTheStation() throws {
        let session = try station()
        let keys = (1...12).map { "F\($0)" } + [
            "Escape", "Enter", "Tab", "BTab", "BSpace", "DC", "IC", "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown",
        ] + "abcdefghijklmnopqrstuvwxyz".flatMap { ["\($0)", $0 == "q" ? "C-a" : "C-\($0)", "M-\($0)"] } + "0123456789,.-+=[]/?!*".map { "\($0)" }
        for start in stride(from: 0, to: keys.count, by: 12) {
            try session.send(arguments: Array(keys[start..<min(start + 12, keys.count)]))
        }
        var random = Random(seed: 7)
        for _ in 0..<40 {
            // Ctrl-Q leaves, and is the one key that may.
            let bytes = (0..<40).map { _ in String(format: "%02x", random.below(256)) }.filter { $0 != "11" }
            try session.send(arguments: ["-H"] + bytes)
        }
        try session.send("Escape", "Escape")
        try session.waitIdle()
        #expect(!session.hasEnded, "\(session.screen)")
        try session.press("F1")
        try session.wait(for: "F1")
        try #require(session.launcher > 0)
        kill(session.launcher, SIGTERM)
        _ = try session.end()
        #expect(try session.traces() == [])
        #expect(try office.run("audit", "verify", "--json").json["holds"].isTrue)
        #expect(try office.run("verify", "--json").json["sound"].isTrue)
    }
}

extension Office {
    /// For a second start of the station in the same office.
    func forgetEnd() throws -> Office {
        try FileManager.default.removeItem(atPath: path + "/code")
        return self
    }
}
