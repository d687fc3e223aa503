import Foundation
import Records
import Station
import StationFakes
import Synchronization
import Terminal
import Testing
import Texts

@MainActor
struct RuntimeTests {
    private func options(busyFile: String? = nil) -> StationOptions {
        StationOptions(
            language: .vi, theme: ThemeLibrary(folder: nil).theme("dark", colors: .palette256).theme, busyFile: busyFile)
    }

    /// Runs a station, plays keys one after another, each once the last has been dealt with, and returns it at its end.
    private func play(_ keys: [Key], on services: FakeServices) async throws -> (Runtime, MemoryTerminal) {
        let file = FileManager.default.temporaryDirectory.appending(path: "busy-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: file) }
        let device = MemoryTerminal(size: Size(columns: 100, rows: 30))
        let runtime = Runtime(
            device: device, services: services, clock: PinnedClock(Sample.now), options: options(busyFile: file.path))
        let run = Task { await runtime.run() }
        var taken = 0
        for key in keys + [.control("q")] {
            taken = try await idle(file, after: taken)
            device.press(key)
        }
        await run.value
        return (runtime, device)
    }

    /// Waits until everything has been dealt with and more messages than before were taken; returns how many.
    private func idle(_ file: URL, after before: Int) async throws -> Int {
        while true {
            let last = try? String(contentsOf: file, encoding: .utf8).split(separator: "\n").last?.split(separator: " ")
            if let last, last.first == "idle", let count = last.last.flatMap({ Int($0) }), count > before { return count }
            await Task.yield()
        }
    }

    @Test func aDossierFromRegisterToFinished() async throws {
        let services = FakeServices()
        // A skewed page is shown before the dossier is finished.
        let keys: [Key] = [.function(6), .enter, .character("6"), .enter, .character(" "), .enter, .escape, .enter]
        let (runtime, device) = try await play(keys, on: services)
        #expect(runtime.model.status.doneToday == 38 && runtime.model.screen == .register)
        let performed = services.performed
        #expect(performed.contains(.startScan(Sample.id(1), .end)) && performed.contains(.setCountedSheets(Sample.id(1), 6)))
        #expect(device.bells == 1, "the run ended")
        #expect(device.screen.text.joined().contains("hôm nay 38/90 hồ sơ"))
    }

    @Test func aJamIsResumed() async throws {
        var script = FakeServices.Script()
        script.jamAfter = 4
        script.feeder = 8
        let keys: [Key] = [.function(6), .enter, .character("6"), .enter, .character(" "), .character(" ")]
        let (runtime, device) = try await play(keys, on: FakeServices(script))
        #expect(runtime.model.desk.dossier?.pages.count == 12)
        #expect(device.bells == 2)
    }

    /// `kill` closes the terminal from inside the program: the station stayed behind without one.
    @Test func aTerminalClosedByTheProgramEndsTheRun() async {
        let device = MemoryTerminal(size: Size(columns: 100, rows: 30))
        let runtime = Runtime(device: device, services: FakeServices(), clock: PinnedClock(Sample.now), options: options())
        device.close()
        await runtime.run()
        #expect(runtime.model.isLeaving)
    }

    @Test func aTerminalThatGoesAwayEndsTheStation() async {
        let device = MemoryTerminal()
        let runtime = Runtime(device: device, services: FakeServices(), clock: PinnedClock(Sample.now), options: options())
        device.hangUp()
        await runtime.run()
        #expect(runtime.model.isLeaving)
    }

    @Test func nothingIsDrawnTwice() async throws {
        let (_, device) = try await play([.function(11), .function(11), .alt("q")], on: FakeServices())
        let still = device.draws
        let (_, again) = try await play([], on: FakeServices())
        #expect(still <= again.draws + 1, "keys that mean nothing draw nothing")
    }

    /// The rule of lanes: in order within one, and only the last of those that replace each other.
    @Test func onlyTheLastSearchIsPerformed() async throws {
        let services = FakeServices()
        let keys: [Key] = [.control("f")] + "phe duyet".map { .character($0) }
        let (runtime, _) = try await play(keys, on: services)
        #expect(runtime.model.search.results?.query == "phe duyet")
    }
}
