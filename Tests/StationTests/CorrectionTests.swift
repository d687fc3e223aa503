import Foundation
import ProgramKit
import Testing

/// Text corrected on the real program, by keys alone, and where it goes from there.
@Suite struct CorrectionTests {
    private let office: Office

    /// Two pages that read the same; words without their marks are doubtful.
    init() throws {
        office = try Office()
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:"
            + (try office.write(#"[{"action": "read", "text": "Quyết định của Uỷ ban nhan dan tỉnh\nVề việc giao đât"}]"#, to: "script.json"))
    }

    private func words(_ arguments: String...) throws -> [String] {
        try office.start(["text", "--dossier", "HS1", "--page", "1", "--json"] + arguments).end().json["pages"][0]["words"].list.compactMap { $0["text"].text }
    }

    @Test func correctedWordsAreFoundAndDelivered() throws {
        try office.prepared(device: try office.feeder(2), sheets: 1)
        let session = try TerminalSession(office, ["--dossier", "HS1"], columns: 80, rows: 24)
        try session.wait(for: "HS1", "DẤU CÁCH  QUÉT")
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ")
        try waitUntil("both pages read", within: 60) { try office.show("HS1")["counts"]["ocr_waiting"].int == 0 }
        try session.press("Home", "F3")
        try session.wait(for: "HS1 · trang 1/2", "nhan")

        // Telex over a word of the page, from its beginning.
        try session.press("Home", "Right", "Right", "Right", "Right", "Right", "i")
        try session.type("nhaan")
        try session.wait(for: "nhân")
        try session.press("Tab")
        try session.press("b")
        try session.wait(for: "Sửa tất cả giống nhau", "1 chữ trong cả hồ sơ")
        try session.press("Enter")
        try session.wait(for: "Đã sửa 1 chữ “nhan” thành “nhân”")
        // A tone, and a space that splits.
        try session.press("Right", "e")
        try session.type("  chinhs")
        try session.wait(for: "chính")
        try session.press("Tab", "u")
        try session.wait(for: "Trang 1: “dan chính” thành “dan”.")
        try session.press("Down", "End", "i")
        try session.type("ruwngf")
        try session.wait(for: "rừng")
        try session.press("C-s")
        #expect(try words() == ["Quyết", "định", "của", "Uỷ", "ban", "nhân", "dan", "tỉnh", "Về", "việc", "giao", "rừng"])
        #expect(try words("--machine").filter { ["nhan", "đât"].contains($0) } == ["nhan", "đât"], "the machine's text stays to be compared")
        try session.press("C-q")
        #expect(try session.end() == 0)

        let revisions = try office.run("text", "--dossier", "HS1", "--page", "1", "--changes", "--json").json["pages"][0]["revisions"].list
        #expect(revisions.last?["changes"][0]["before"].list.map(\.text) == ["đât"] && revisions.last?["changes"][0]["after"].list.map(\.text) == ["rừng"])
        #expect(revisions.map { $0["taken_back"].isTrue } == [false, true, false], "what was taken back is told as such")
        let text = try office.run("text", "--dossier", "HS1", "--json").json["pages"]
        #expect(text.list.map { $0["revision"].text } == ["human", "human"])
        #expect(try office.run("search", "giao rừng", "--json").json["hits"].list.count == 1)
        #expect(try office.run("search", "ban nhân", "--json").json["hits"].list.count == 2)
        #expect(try office.run("verify").code == 0)
        try judgeFile(text[0]["words"].list.first { $0["text"].text == "rừng" }?["box"].list.compactMap(\.int) ?? [])
    }

    /// A page is read again, another word is taken for a sure one, and behind the last page the next dossier comes, by keys alone.
    @Test func oneDossierLeadsToTheNext() throws {
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:"
            + (try office.write(
                #"[{"action": "read", "text": "Quyết định phủ vềt", "once": true}, {"action": "read", "text": "Quyết định của Uỷ ban nhan dan"}]"#, to: "twice.json"))
        try office.prepared(device: try office.feeder(1), sheets: 1)
        try office.run("dossier", "add", "HS2", "--title", "Hồ sơ hai")
        for code in ["HS1", "HS2"] {
            try office.run("scan", "--dossier", code)
            #expect(try office.run("recognise", "--until-idle").code == 0)
        }
        let session = try TerminalSession(office, ["--dossier", "HS1"], columns: 80, rows: 24)
        try session.wait(for: "HS1", "ĐỦ TỜ")
        try session.press("F3")
        try session.wait(for: "HS1 · trang 1/1", "vềt", "1–9 Lấy gợi ý")
        try session.press("Home")
        try session.wait(for: "chắc đúng; hay là 1 ")
        try session.press("m")
        try session.wait(for: "Trang 1 đã đọc lại.", "nhan")
        // The word that was read well is another one, and it is not.
        try session.press("Home", "1", "u")
        try session.wait(for: "Trang 1:", "thành “Quyết”.")
        while !session.screen.contains("hồ sơ đã hiệu đính") { try session.press("Enter") }
        try session.wait(for: "Xong hồ sơ HS1. Ctrl-S: sang HS2, 1 trang chờ sửa.", "Ctrl-S Hồ sơ sau")
        try session.press("C-s")
        try session.wait(for: "HS2 · trang 1/1", "nhan")
        try session.press("h", "4")
        try session.wait(for: "Chữ Hán, tiếng khác", "Không còn hồ sơ nào chờ hiệu đính.")
        try session.press("C-q")
        #expect(try session.end() == 0)
        #expect(try office.show("HS1")["counts"]["to_correct"].int == 0 && office.show("HS2")["counts"]["to_correct"].int == 0)

        // What is withheld is not merely absent.
        #expect(try office.run("withhold", "--dossier", "HS1", "--page", "1", "--reason", "restricted").code == 0)
        let later = try TerminalSession(office, ["--dossier", "HS1"], columns: 80, rows: 24)
        try later.wait(for: "HS1", "ĐANG GIỮ LẠI")
        try later.press("F3")
        try later.wait(for: "1 trang của hồ sơ HS1 đang bị giữ lại", "Bàn quét (F2) · y")
        try later.press("C-q")
        #expect(try later.end() == 0)
    }

    /// The PDF has the corrected word where the machine saw the wrong one.
    private func judgeFile(_ box: [Int]) throws {
        try #require(box.count == 4)
        #expect(try office.run("dossier", "finish", "HS1", "--override", "thiếu từ trước").code == 0)
        let target = office.path + "/out"
        try FileManager.default.createDirectory(atPath: target, withIntermediateDirectories: true)
        #expect(try office.run("export", "--to", target).code == 0)
        let file = try #require(FileManager.default.enumerator(atPath: target)?.compactMap { $0 as? String }.first { $0.hasSuffix(".pdf") })
        let boxes = try office.tool("pdftotext", "-bbox", target + "/" + file, "-").output
        let page = try #require(office.show("HS1")["pages"].list.first)
        let (width, dpi) = (Double(page["width"].int ?? 0), Double(page["dpi"].int ?? 0))
        let word = try #require(boxes.split(separator: "\n").first { $0.contains(">rừng<") })
        let left = try #require(word.firstMatch(of: /xMin="([0-9.]+)"/).flatMap { Double($0.1) })
        #expect(abs(left - Double(box[0]) * 72 / dpi) < 2 && width > 0, "\(word)")
    }
}
