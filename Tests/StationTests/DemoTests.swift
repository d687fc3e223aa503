import Foundation
import ProgramKit
import Testing

/// `tramquet demo` from the first frame to the PDFs, as a person would drive it.
@Suite struct DemoTests {
    @Test func fromPaperToSearchablePDFs() throws {
        let office = try Office()
        // The real recogniser reads the sixteen pages: this is the one test that shows the whole way.
        let session = try TerminalSession(office, ["demo"])
        try session.wait(for: "H99.2008.01.QD", "DẤU CÁCH  QUÉT")

        try session.press("Space")
        try session.wait(for: "Khay đã hết giấy", "8/8")
        #expect(try pages(office).count == 16)

        // A document begins at the third sheet.
        try session.press("Home", "Right", "Right", "Right", "Right", "t")
        #expect(try office.show("H99.2008.01.QD")["documents"].list.map { $0["pages"].list.count } == [4, 12])

        // One page out, back, and out of the way again by undo.
        let all = try pages(office)
        try session.press("x")
        #expect(try pages(office).count == 15)
        try session.press("d")
        try session.wait(for: "Trang đã bỏ")
        try session.press("Enter")
        #expect(try pages(office) == all)
        try session.press("Escape")
        try session.press("x")
        #expect(try pages(office).count == 15)
        try session.press("u")
        #expect(try pages(office) == all)

        // Blank sides: the clear ones at once, the doubtful ones one by one.
        try session.press("b")
        try session.wait(for: "Mặt nghi trắng")
        try session.press("Enter")
        while session.screen.contains("Mặt nghi trắng") { try session.press("b") }
        let blanks = try office.show("H99.2008.01.QD")["pages"].list.map { $0["blank"].text }
        #expect(blanks.contains("confirmed") && !blanks.contains("suspected") && !blanks.contains("doubtful"))

        // The page that was fed askew is set straight before the dossier is finished.
        try session.press("Enter")
        try session.wait(for: "Trang cần xem lại", "nghiêng")
        try session.press("k", "Enter")
        // Where much is read already, documents that begin there are shown first; they are left as they are.
        let starts = "Văn bản mới bắt đầu ở đây?"
        while session.screen.contains(starts) {
            try session.press("Escape")
            try waitUntil(session.screen) { !session.screen.contains(starts) }
            try session.press("Enter")
        }
        try session.wait(for: "Xong hồ sơ H99.2008.01.QD")
        try waitUntil("OCR\n\(session.screen)", within: 240) { try office.show("H99.2008.01.QD")["counts"]["ocr_waiting"].int == 0 }
        #expect(try office.show("H99.2008.01.QD")["counts"]["ocr_failed"].int == 0)

        try session.press("F7")
        try session.wait(for: "1 hồ sơ · 2 văn bản")
        try session.press("Enter")
        try session.wait(for: "XUẤT XONG", within: 60)
        try session.send("C-q")
        #expect(try session.end() == 0)
        #expect(try session.traces() == [])
        try judge(office)
    }

    private func pages(_ office: Office) throws -> [JSONValue] { try office.show("H99.2008.01.QD")["pages"].list.map { $0["id"] } }

    private func judge(_ office: Office) throws {
        let target = office.data + "-export"
        let night = try #require(try FileManager.default.contentsOfDirectory(atPath: target).first { !$0.hasPrefix(".") })
        let folder = "\(target)/\(night)"
        let dates = try ["DONE", "manifest-sha256.txt"].map {
            try #require(FileManager.default.attributesOfItem(atPath: "\(folder)/\($0)")[.modificationDate] as? Date)
        }
        #expect(dates[0] >= dates[1], "DONE is written last")
        #expect(try office.tool("sha256sum", "--check", "--strict", "--quiet", "manifest-sha256.txt", in: folder).code == 0)
        var text = ""
        for number in 1...2 {
            let pdf = "\(folder)/H99.2008.01.QD/H99.2008.01.QD.000000\(number).pdf"
            #expect(try office.tool("qpdf", "--check", pdf).code == 0)
            let words = try office.tool("pdftotext", "-raw", pdf, "-").output
            #expect(words.count > 500, "document \(number) is searchable")
            text += words.lowercased()
        }
        for word in ["ủy ban nhân dân", "quyết định", "bến lở"] { #expect(text.contains(word), "\(word)") }
    }
}
