import Foundation
import ProgramKit
import Testing

/// Vietnamese typed on a keyboard that has none, in the real program.
@Suite struct TypingTests {
    private let office: Office

    init() throws {
        office = try Office()
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + (try office.write("[]", to: "script.json"))
        try office.prepared(device: try office.feeder(0), sheets: 1)
    }

    private func titles() throws -> [String?] { try office.run("dossier", "list", "--json").json["dossiers"].list.map { $0["title"].text } }

    @Test func aTitleTypedInTelexIsFoundAgain() throws {
        let session = try TerminalSession(office, ["--dossier", "HS1"], columns: 80, rows: 24)
        try session.wait(for: "HS1", "Telex")
        try session.press("F6", "C-n")
        try session.wait(for: "Thêm hồ sơ")
        // A code is what it is.
        try session.type("HS.DD.AS")
        try session.wait(for: "Mã hồ sơ:  HS.DD.AS")
        try session.press("Tab")
        try session.type("Taapj luwu quyeets ddinhj 15/QDD-UBND veef ddaats ddai, file word")
        try session.wait(for: "đất đai, file word")
        try session.press("Enter")
        try session.wait(for: "Đã mở hồ sơ HS.DD.AS", "Số tờ của hồ sơ")
        #expect(try titles().contains("Tập lưu quyết định 15/QĐ-UBND về đất đai, file word"))
        try session.press("Escape", "F6")
        try session.wait(for: "HS.DD.AS", "HS1")
        try session.type("ddaats ddai 15")
        try session.wait(for: "đất đai 15", "1 hồ sơ", "HS.DD.AS")
    }

    @Test func theMethodIsChosenByOptionByKeyAndByWhatArrives() throws {
        let session = try TerminalSession(office, ["--dossier", "HS1", "--ime", "vni"], columns: 80, rows: 24)
        try session.wait(for: "HS1", "VNI")
        try session.press("C-f")
        try session.type("d9a61t d9ai")
        try session.wait(for: "đất đai")
        try session.press("F9", "F9")
        try session.wait(for: "Telex")
        try session.press("C-u")
        // As an outside method sends it: letters taken back and sent again.
        try session.type("tie")
        try session.send(arguments: ["-H", "7f", "c3", "aa"])
        try session.type("ng")
        try session.send(arguments: ["-H", "7f", "7f", "7f", "e1", "ba", "bf", "6e", "67"])
        try session.wait(for: "tiếng", "Có bộ gõ bên ngoài", "Bộ gõ tắt")
        try session.send("C-q")
        #expect(try session.end() == 0)
        // What was noticed is for this time: the settings are as they were.
        #expect(try office.run("config", "show", "--json").json["interface.ime"].text?.contains("telex") == true)
        #expect(try office.run("station", "--ime", "unikey").code == 64)
    }
}
