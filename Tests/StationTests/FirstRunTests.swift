import Foundation
import ProgramKit
import Testing

/// The first start, languages, sizes and themes.
@Suite struct FirstRunTests {
    private let office: Office

    init() throws {
        office = try Office()
        // No device search of real drivers.
        try office.write("test\n", to: "sane/dll.conf")
        office.environment["SANE_CONFIG_DIR"] = office.path + "/sane"
    }

    @Test func withoutDataItAsksForWhatItNeeds() throws {
        let session = try TerminalSession(office, [])
        try session.wait(for: "Chào mừng đến Trạm Quét", "Cơ quan", "Mã phông", "Máy quét", "Nơi xuất")
        try session.waitIdle()
        try session.press("C-s")
        try session.wait(for: "Ô này cần được điền")
        try session.press("F6")
        try session.wait(for: "Trước hết hãy lưu cài đặt")
        for (text, key) in [("UBND huyện Thạnh Khê", "Enter"), ("H99", "Enter"), ("", "Enter"), ("Trạm 01", "Enter"), ("Nguyễn Thị Hoa", "Enter")] {
            try session.press("C-u")
            try session.type(text)
            try session.press(key)
        }
        try session.press("C-s")
        try session.wait(for: "Đã lưu cài đặt", "Danh mục")
        let config = try office.run("config", "show", "--json").json
        #expect(config["station.person"].text?.contains("Nguyễn Thị Hoa") == true, "\(config)")
        try session.send("C-q")
        #expect(try session.end() == 0)
    }

    @Test func englishIsOneOptionAway() throws {
        let session = try TerminalSession(office, ["demo", "--lang", "en"])
        let shown = try session.wait(for: "Dossier H99.2008.01.QD", "SPACE  SCAN", "Help")
        #expect(!shown.contains("Dấu cách") && !shown.contains("Trợ giúp"))
    }

    @Test func eightyByTwentyFourIsEnough() throws {
        let session = try TerminalSession(office, ["demo"], columns: 80, rows: 24)
        let shown = try session.wait(for: "H99.2008.01.QD", "QUÉT", "F1")
        #expect(shown.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test func aBadThemeIsAWarningAndTheWorkGoesOn() throws {
        try office.write("[colors]\nbase = \"no such colour", to: "home/.config/tramquet/themes/mine.toml")
        let session = try TerminalSession(office, ["demo", "--theme", "mine"])
        let shown = try session.wait(for: "H99.2008.01.QD", "DẤU CÁCH  QUÉT")
        let log = (try? String(contentsOfFile: office.data + "/log/station.log", encoding: .utf8)) ?? ""
        #expect(shown.contains("mine") || log.contains("mine"), "\(shown)\n\(log)")
        try session.send("C-q")
        #expect(try session.end() == 0)
        #expect(try session.traces() == [])
    }

    @Test func withoutATerminalItSaysSo() throws {
        let outcome = try office.run("station", "--json")
        #expect(outcome.code == 69 || outcome.code == 64, "\(outcome)")
        #expect(!outcome.errors.isEmpty && !outcome.errors.contains("Fatal"))
    }
}
