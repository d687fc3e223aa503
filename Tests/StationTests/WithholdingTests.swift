import Foundation
import ProgramKit
import Testing

/// The panic key on the real program: what is withheld is gone from screen, search and text, the rest goes on.
@Suite struct WithholdingTests {
    private let office: Office

    init() throws {
        office = try Office()
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:"
            + (try office.write(#"[{"action": "read", "text": "Chuyện riêng của trang"}]"#, to: "script.json"))
    }

    @Test func aSecretDocumentAndTheRestOfItsDossier() throws {
        try office.prepared(device: try office.feeder(6), sheets: 3)
        let session = try TerminalSession(office, ["--dossier", "HS1"])
        try session.wait(for: "HS1", "DẤU CÁCH  QUÉT")
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ")
        try session.press("Home", "Right", "Right", "t", "F10")
        try session.wait(for: "Cả văn bản đã giữ lại")
        try session.press("Escape")
        try session.wait(for: "GIỮ LẠI")
        #expect(try office.show("HS1")["withheld"]["pages"].int == 4)

        try session.press("w")
        try session.wait(for: "Trang đang giữ lại")
        try session.press("Escape")
        try session.wait(for: "Các trang")
        try session.press("u")
        try session.wait(for: "y để xem, thôi giữ lại")
        #expect(Set(try office.show("HS1")["pages"].list.map { "\($0["document"])" }).count == 2, "undo is no release")
        try session.press("Home", "u")
        try session.wait(for: "Đã hoàn tác")
        #expect(try office.show("HS1")["pages"].list.compactMap { $0["withheld"].text }.count == 4, "undo takes the split back, and nothing else")

        try session.press("y")
        try session.wait(for: "Ai quyết định")
        try session.type("chi Lan xem giay")
        try session.wait(for: "xem giay")
        try session.press("Enter")
        try session.wait(for: "Đã thôi giữ lại")
        #expect(try office.show("HS1")["withheld"]["pages"].int == 3, "the pages that the undone split took out, one by one")
        let entries = try office.run("audit", "show", "--json").json["entries"].list.map { $0["action"].text ?? "" }
        #expect(entries.contains("material.withheld") && entries.contains("material.released"))
        #expect(try office.run("verify").code == 0)
        // At another terminal: the desk follows.
        #expect(try office.run("release", "--dossier", "HS1", "--page", "4", "--detail", "được").code == 0)
        #expect(try office.run("withhold", "--dossier", "HS1", "--reason", "restricted").code == 0)
        try session.press("Home")
        try session.wait(for: "1 ⊘", "GIỮ LẠI")
        try session.press("C-q")
        #expect(try session.end() == 0)
    }

    /// The program sees the mark before anybody else does; a person with the right words lets it go, for good.
    @Test func aMarkOfSecrecyStopsItsDocument() throws {
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:"
            + (try office.write(
                #"[{"action": "read", "text": "MẬT\nCông văn riêng", "once": true}, {"action": "read", "text": "Chuyện riêng của trang"}]"#, to: "marked.json"))
        try office.prepared(device: try office.feeder(4), sheets: 2)
        let session = try TerminalSession(office, ["--dossier", "HS1"])
        try session.wait(for: "HS1", "DẤU CÁCH  QUÉT")
        try session.press("Space")
        try session.wait(for: "DẤU MẬT", "LẤY RA")
        try session.wait(for: "GIỮ LẠI")
        let withheld = try office.run("withheld", "list", "--json").json["withheld"].list
        #expect(withheld.map { $0["by"].text } == ["program"] && withheld[0]["person"].text == "tramquet")
        #expect(withheld[0]["found"][0]["level"].text == "confidential" && withheld[0]["found"][0]["evidence"].list.map(\.text) == ["words"])
        #expect(try office.run("search", "riêng", "--json").json["hits"].list.isEmpty)
        #expect(try office.run("text", "--dossier", "HS1", "--page", "1").code == 77)

        try session.press("y")
        try session.wait(for: "máy tìm thấy", "dấu MẬT")
        try session.type("chi Lan xem giay")
        try session.wait(for: "xem giay")
        try session.press("Enter")
        try session.wait(for: "ĐỦ TỜ")
        #expect(try office.run("withheld", "list", "--json").json["withheld"].list.isEmpty)
        try session.press("C-q")
        #expect(try session.end() == 0)
        #expect(try office.run("recognise", "--until-idle").code == 0)
        #expect(try office.show("HS1")["pages"].list.allSatisfy { $0["withheld"].text == nil })
        #expect(try office.run("search", "riêng", "--json").json["hits"].list.isEmpty == false)
        #expect(try office.run("verify").code == 0)
    }
}
