import Foundation
import ProgramKit
import Testing

/// From a word one remembers to where it stands, on the real program.
@Suite struct SearchTests {
    private let office: Office

    init() throws {
        office = try Office()
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:"
            + (try office.write(
                #"[{"action": "read", "text": "Quyết định của Ủy ban nhân dân tỉnh\nVề việc giao đất cho Uỷ ban nhân dân xã\nghi nhan dan va qua han"}]"#,
                to: "script.json"))
    }

    @Test func aWordLeadsToItsPlacesToItsCorrectionAndBack() throws {
        try office.prepared(device: try office.feeder(2), sheets: 1)
        try office.run("scan", "--dossier", "HS1")
        #expect(try office.run("recognise", "--until-idle", "--json").code == 0)
        let session = try TerminalSession(office, ["--dossier", "HS1"], columns: 80, rows: 24)
        try session.wait(for: "HS1", "ĐỦ TỜ")
        try session.press("C-f")
        try session.type("nhaan daan")
        try session.wait(for: "nhân dân", "Kết quả · 2 trang", "2 chỗ")
        try session.press("Down", "Enter")
        try session.wait(for: "trang 2/2 · chỗ 1/2")
        try session.press("n")
        try session.wait(for: "trang 2/2 · chỗ 2/2")
        // To correct what was found, not what is doubtful first.
        try session.press("F3")
        try session.wait(for: "trang 2/2", "▸Về việc giao đất")
        try session.press("Escape")
        try session.wait(for: "Kết quả · 2 trang", "nhân dân")

        // Without marks any will do; a condition that is none is said.
        try session.press("C-u")
        try session.type("nhan")
        try session.press("Space")
        try session.type("dan")
        try session.wait(for: "Kết quả · 2 trang", "3 chỗ")
        try session.press("C-u")
        try session.type("nawm:xyz nhan")
        try session.wait(for: "năm:xyz")
        #expect(try office.run("search", "năm:xyz nhan").code == 65)
        try session.press("C-q")
        #expect(try session.end() == 0)

        // What is withheld is found no more.
        func found() throws -> Int { try office.run("search", "nhân dân", "--json").json["hits"].list.count }
        #expect(try found() == 2)
        #expect(try office.run("withhold", "--dossier", "HS1", "--page", "2", "--reason", "restricted").code == 0)
        #expect(try found() == 1)
    }
}
