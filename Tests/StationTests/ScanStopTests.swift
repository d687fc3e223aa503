import Foundation
import ProgramKit
import Testing

/// What a person at the desk sees when the scanner stops, and that going on needs one key.
@Suite struct ScanStopTests {
    private let office: Office

    init() throws {
        office = try Office()
        let script = try office.write("[]", to: "script.json")
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + script
    }

    /// A station whose feeder holds six sheets and does this.
    private func station(faults: String, with extra: [String: String] = [:]) throws -> TerminalSession {
        let device = try office.feeder(12, faults: faults)
        try office.prepared(device: device)
        let session = try TerminalSession(office, ["--dossier", "HS1"], with: extra)
        try session.wait(for: "HS1", "DẤU CÁCH  QUÉT")
        return session
    }

    private func numbers() throws -> [Int?] {
        try office.show("HS1")["pages"].list.map { Side.number(ofFile: office.imagePath($0["id"].text ?? "")) }
    }

    @Test(arguments: [("jam_at", "Kẹt giấy"), ("cover_open_at", "Nắp máy")])
    func aStopNamesTheSheetAndSpaceGoesOn(_ fault: String, _ words: String) throws {
        let session = try station(faults: "\(fault) = 4\n")
        try session.press("Space")
        try session.wait(for: "Máy quét đã dừng", words, "Lấy lại tờ 4")
        #expect(try numbers() == [1, 2, 3, 4, 5, 6])
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ")
        #expect(try numbers() == Array(1...12))
        try session.press("Enter")
        try session.acceptFindings()
        try session.press("Enter")
        try session.wait(for: "Xong hồ sơ HS1")
        #expect(try office.show("HS1")["state"].text == "scanned")
    }

    @Test func aHangingDriverLeavesTheScreenAlive() throws {
        let session = try station(faults: "hang_at = 4\n", with: ["TRAMQUET_HANG_SECONDS": "2"])
        try session.send("Space")
        try session.wait(forPages: 6)
        // While the driver hangs, keys still work.
        try session.send("F1")
        try session.wait(for: "Trợ giúp")
        try session.send("F1")
        try session.wait(for: "Máy quét đã dừng", "không trả lời", "Lấy lại tờ 4")
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ")
        #expect(try numbers() == Array(1...12))
    }

    @Test func aWorkerThatIsKilledCostsThePageUnderWay() throws {
        let session = try station(faults: "slow_ms_per_page = 300\n")
        try session.send("Space")
        try session.wait(forPages: 3)
        for worker in session.workers("scan") { kill(worker, SIGKILL) }
        try session.wait(for: "Máy quét đã dừng")
        try session.waitIdle()
        let kept = try numbers()
        #expect(kept.count >= 3 && kept == Array(1...12).prefix(kept.count).map { $0 })
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ")
        #expect(try numbers() == Array(1...12))
    }

    @Test func escapeStopsAndSpaceGoesOn() throws {
        let session = try station(faults: "slow_ms_per_page = 300\n")
        try session.send("Space")
        try session.wait(forPages: 2)
        try session.press("Escape")
        try session.wait(for: "Đã dừng")
        let kept = try numbers().count
        #expect(kept >= 2 && kept < 12)
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ")
        #expect(try numbers() == Array(1...12))
    }

    @Test func aMismatchBlocksWithItsReasons() throws {
        let session = try station(faults: "")
        try session.press("s")
        try session.wait(for: "Số tờ của hồ sơ")
        try session.press("BSpace", "7", "Enter")
        try session.press("Space")
        try session.wait(for: "Khay đã hết giấy")
        try session.press("Enter")
        try session.acceptFindings()
        try session.press("Enter")
        try session.wait(for: "Chưa khớp số tờ", "đã đếm 7, đã quét 6")
        #expect(try office.show("HS1")["state"].text == "scanning")
        try session.press("Down")
        try session.wait(for: "Thiếu từ trước khi nhận")
        try session.press("Enter")
        try session.wait(for: "Xong hồ sơ HS1")
    }
}

extension Office {
    /// A data folder that is set up, with one counted dossier `HS1` of six sheets.
    /// - Parameter scanner: further lines of its settings.
    func prepared(device: String, theme: String = "", sheets: Int = 6, source: String = "", scanner: String = "") throws {
        // The demo brings the fonds; nothing else of it is used.
        try run("demo", "--prepare-only")
        try run("dossier", "add", "HS1", "--sheets", "\(sheets)", "--title", "Hồ sơ một")
        try write(
            """
            [station]
            name = "Trạm 01"
            person = "Nguyễn Thị Hoa"
            [scanner]
            device = "\(device)"
            source = "\(source)"
            \(scanner)
            [export]
            targets = ["\(path)/target"]
            [interface]
            theme = "\(theme)"

            """, to: "data/config.toml")
    }
}
