import Foundation
import ProgramKit
import Testing

/// A box on the real program, from its receipt to its return.
@Suite struct BoxesTests {
    private let office: Office

    init() throws {
        office = try Office()
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:"
            + (try office.write(#"[{"action": "read", "text": "Quyết định về đất đai"}]"#, to: "script.json"))
        try office.prepared(device: try office.feeder(4), sheets: 2)
        try office.run("dossier", "add", "HS9", "--sheets", "2", "--title", "Hồ sơ chín", "--box", "H-99", "--number", "1")
    }

    private func box() throws -> JSONValue { try office.run("box", "show", "H-99", "--json").json }

    private var papers: [String] { office.files(below: office.data + "/bien-ban") }

    private func print(_ file: String) throws -> String {
        try office.tool("pdftotext", "-raw", "\(office.data)/bien-ban/\(file)", "-").output.replacingOccurrences(of: "\n", with: " ")
    }

    @Test func fromReceiptToReturn() throws {
        let session = try TerminalSession(office, [])
        try session.wait(for: "Danh mục")
        try session.press("C-k")
        try session.type("H-99")
        try session.wait(for: "Hộp · 1", "chưa làm")
        // With the first batch, made on the way.
        try session.press("IC")
        try session.wait(for: "Đếm nhận hộp H-99", "đợt mới")
        try session.type("2")
        try session.wait(for: "thừa 1 hồ sơ so với danh mục")
        try session.press("BSpace")
        try session.type("1")
        try session.press("Tab")
        try session.type("3")
        try session.press("Tab")
        try session.type("toots")
        try session.press("Tab")
        try session.type("K2")
        try session.press("Enter")
        try session.wait(for: "Đã nhận hộp H-99 vào đợt 1.", "thừa 1 tờ")
        let entered = try box()
        #expect(entered["entry"]["condition"].list.map(\.text) == ["good"] && entered["room"].text == "K2")
        try session.press("C-o")
        try session.wait(for: "Biên bản giao nhận đợt 1")
        let receipt = try #require(papers.first)
        #expect(papers.count == 1 && receipt.hasPrefix("giao-nhan-dot-1-"))
        #expect(try print(receipt).contains("H-99"))

        // It is counted again, worked on and accepted; another process does the work, and the screen follows.
        try session.press("IC")
        try session.type("1")
        try session.press("Tab")
        try session.type("2")
        try session.press("Enter")
        try session.waitUntilGone("thừa 1 tờ")
        try finished()
        try session.wait(for: "chưa nghiệm thu (1)")
        try session.press("C-y")
        try session.wait(for: "Nghiệm thu 1 hồ sơ đã giao của hộp H-99?")
        try session.press("c")
        try session.wait(for: "trả được")

        try session.press("C-t")
        try session.type("1")
        try session.press("Tab")
        try session.type("2")
        try session.press("Enter")
        try session.wait(for: "Đã trả hộp H-99")
        try session.press("C-o")
        try session.wait(for: "Biên bản hoàn trả đợt 1")
        let minutes = try #require(papers.first { $0.hasPrefix("hoan-tra-dot-1-") })
        #expect(try print(minutes).contains("Hoàn trả hồ sơ, tài liệu"))
        let attributes = try FileManager.default.attributesOfItem(atPath: "\(office.data)/bien-ban/\(minutes)")
        #expect(attributes[.posixPermissions] as? Int == 0o600)
        try session.press("C-l")
        try session.wait(for: "Không có hồ sơ nào cần lấy lại.")

        // The desk knows that the paper is away.
        try session.press("Enter")
        try session.wait(for: "Hồ sơ chín")
        try session.press("Enter")
        try session.wait(for: "hộp H-99 đã trả")
        try session.press("C-q")
        #expect(try session.end() == 0)
        #expect(try office.run("verify").code == 0)
    }

    @Test func aBoxThatIsNotDoneGoesBackWithAReasonAndIsWantedAgain() throws {
        try office.run("batch", "add", "07/2026", "--name", "Khối nghiệp vụ")
        try office.run("batch", "receive", "07/2026", "--box", "H-99", "--dossiers", "1", "--sheets", "2")
        let session = try TerminalSession(office, [], columns: 80, rows: 24)
        try session.wait(for: "Danh mục")
        try session.press("C-k")
        try session.type("H-99")
        try session.wait(for: "Hộp · 1")
        try session.press("C-t")
        try session.wait(for: "CHƯA XONG")
        try session.type("1")
        try session.press("Enter")
        try session.wait(for: "chọn lý do trả sớm")
        #expect(try box()["presence"].text == "here")
        try session.press("Right", "Enter")
        try session.wait(for: "Đã trả hộp H-99", "kho mượn lại")
        try session.press("C-l")
        try session.wait(for: "1 phiếu lấy lại")
        let slips = try #require(papers.first)
        #expect(try print(slips).contains("HS9"))
        try session.press("C-o")
        try session.wait(for: "Biên bản hoàn trả đợt 07/2026")
        #expect(papers.contains { $0.hasPrefix("hoan-tra-dot-07-2026-") })
        try session.press("C-q")
        #expect(try session.end() == 0)
    }

    private func finished() throws {
        let device = try office.feeder(4, name: "more")
        try #require(try office.run("scan", "--dossier", "HS9", "--device", device).code == 0)
        // The station's own queue reads meanwhile.
        try waitUntil("everything read") { try office.show("HS9")["pages"].list.allSatisfy { $0["ocr"].text == "done" } }
        for page in try office.show("HS9")["pages"].list {
            try office.run("page", "accept", "--dossier", "HS9", "--page", "\(page["index"].int ?? 0)", "--finding", "all")
        }
        try #require(try office.run("dossier", "finish", "HS9").code == 0)
        try #require(try office.run("export", "--to", office.path + "/out").code == 0)
    }
}
