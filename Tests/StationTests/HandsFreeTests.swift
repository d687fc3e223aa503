import Foundation
import ProgramKit
import Testing

/// The real program with a folder scanner whose paper sensor is a file.
@Suite struct HandsFreeTests {
    private let office: Office

    init() throws {
        office = try Office()
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + (try office.write("[]", to: "script.json"))
    }

    private func station() throws -> TerminalSession {
        try office.prepared(device: office.feeder(12), scanner: "hands_free = true")
        let session = try TerminalSession(office, ["--dossier", "HS1"])
        try session.wait(for: "HS1", "DẤU CÁCH  QUÉT")
        return session
    }

    private func isWatching() throws -> Bool {
        let log = (try? String(contentsOfFile: office.data + "/log/scan-worker.log", encoding: .utf8)) ?? ""
        return log.contains("sensed: paper false")
    }

    @Test func paperThatIsPutInIsScanned() throws {
        let session = try station()
        try waitUntil("the watch") { try isWatching() }
        try office.write("", to: "feeder/paper-loaded")
        try session.wait(for: "ĐỦ TỜ")
        #expect(try office.show("HS1")["pages"].list.count == 12)
        try session.press("C-q")
        #expect(try session.end() == 0)
    }

    @Test func aScannerThatGoesAwayIsSaidAndKeysStillWork() throws {
        let session = try station()
        try waitUntil("the watch") { try isWatching() }
        try FileManager.default.removeItem(atPath: office.path + "/feeder")
        try session.wait(for: "thôi chờ giấy")
        try session.press("F6")
        try session.wait(for: "Danh mục")
        try session.press("C-q")
        #expect(try session.end() == 0)
    }
}

/// Profiles on the real screen.
@Suite struct ProfileTests {
    @Test func aChosenProfileIsKeptAndTheDeviceSaysWhatItDoes() throws {
        let office = try Office()
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + (try office.write("[]", to: "script.json"))
        try office.prepared(device: office.feeder(12))
        let session = try TerminalSession(office, ["--dossier", "HS1"])
        try session.wait(for: "HS1", "DẤU CÁCH  QUÉT")
        try session.press("p")
        try session.wait(for: "Chế độ quét", "Đánh máy mờ", "Bản đồ")
        try session.press("Down", "Down", "Enter")
        try session.wait(for: "Chế độ quét: Đánh máy mờ.")
        #expect(try String(contentsOfFile: office.data + "/config.toml", encoding: .utf8).contains("profile = \"Đánh máy mờ\""))
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ", "! không chỉnh được sáng", "! 100 dpi thay cho 300")
        try session.press("C-q")
        #expect(try session.end() == 0)
    }
}
