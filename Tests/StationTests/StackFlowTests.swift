import Foundation
import ProgramKit
import Testing

/// Three dossiers of two sheets each, fed as one stack on the desk: what is missing from it is told, recalled, and set right
/// by keys.
@Suite struct StackFlowTests {
    private let office: Office

    init() throws {
        office = try Office()
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + (try office.write("[]", to: "script.json"))
    }

    /// A station with HS1 on the desk and this stack in the feeder; `Face.sheet` counts covers of HS1, HS2 and HS3.
    private func station(_ faces: [Face], columns: Int = 120, rows: Int = 40) throws -> TerminalSession {
        try office.prepared(device: "folder:\(office.path)/stack", sheets: 2)
        for code in ["HS2", "HS3"] { try office.run("dossier", "add", code, "--sheets", "2", "--title", "Hồ sơ \(code)") }
        for number in 1...3 { try office.run("dossier", "set", "HS\(number)", "--box", "P", "--number", "\(number)") }
        _ = try office.stack(faces, sheets: try office.printSheets("--dossiers", "HS1", "HS2", "HS3"))
        let session = try TerminalSession(office, ["--dossier", "HS1"], columns: columns, rows: rows)
        try session.wait(for: "HS1", "DẤU CÁCH  QUÉT")
        return session
    }

    private static func pages(_ numbers: ClosedRange<Int>) -> [Face] { numbers.map { .page($0) } }

    /// Feeds the stack, which ends with HS3, complete; the cover of HS2 is said to be missing.
    private func feed(_ session: TerminalSession) throws {
        try session.press("Space")
        try session.wait(for: "không thấy bìa của: HS2 (sau HS1)", within: 60)
        try session.press("Escape")
        try session.wait(for: "HS3", "ĐỦ TỜ")
    }

    private func open(_ code: String, _ session: TerminalSession) throws {
        try session.press("F6")
        try session.type(code)
        try session.wait(for: "Tìm", code, "1 hồ sơ")
        try session.press("Enter")
    }

    private func expectThreeWholeDossiers() throws {
        for (index, code) in ["HS1", "HS2", "HS3"].enumerated() {
            let pages = try office.show(code)["pages"].list
            #expect(pages.map { Side.number(ofFile: office.imagePath($0["id"].text ?? "")) } == (1...4).map { index * 4 + $0 }, "\(code)")
            #expect(try office.show(code)["counts"]["sheets"].int == 2 && office.show(code)["covers_suspected"].list.isEmpty)
        }
        #expect(try office.run("verify").code == 0)
    }

    @Test func aMissingCoverIsRecalledUntilItIsSetRight() throws {
        let session = try station([.sheet(1), .blank] + Self.pages(1...8) + [.sheet(3), .blank] + Self.pages(9...12))
        try feed(session)
        // The notice is gone; the register and the dossier still know.
        try open("HS1", session)
        try session.wait(for: "THỪA 2 TỜ", "h  CỦA HS2?", "h thiếu bìa của HS2?")
        try open("HS3", session)
        // Until it is open, the register is still there, and F6 asks for nothing.
        try session.wait(for: "Đã mở hồ sơ HS3")
        try session.press("F6")
        try session.wait(for: "thiếu bìa số 2?")
        try session.press("Escape")
        try open("HS1", session)
        try session.press("Home", "Right", "Right", "Right", "Right", "h")
        try session.wait(for: "Từ trang 5 đến hết: 2 tờ, 4 trang")
        try session.type("HS2")
        try session.wait(for: "Mã hoặc tiêu đề: HS2")
        try session.press("Enter")
        try session.wait(for: "Đã chuyển 2 tờ, 4 trang sang HS2", "ĐỦ TỜ")
        #expect(!session.screen.contains("thiếu bìa"))
        try expectThreeWholeDossiers()
    }

    /// Its code was torn or overprinted: found as one of ours, it does not say whose. Smallest screen.
    @Test func anUnreadableCoverIsFoundAndDoesByHandWhatItWasToDo() throws {
        let faces = [Face.sheet(1), .blank] + Self.pages(1...4) + [.code("TQ1:B:HS2:0000"), .blank] + Self.pages(5...8)
        let session = try station(faces + [.sheet(3), .blank] + Self.pages(9...12), columns: 80, rows: 24)
        try feed(session)
        try open("HS1", session)
        try session.wait(for: "THỪA 3 TỜ", "h  CỦA HS2?")
        // The second finding is that of the cover: the pages before it are only of low resolution.
        try session.press("f")
        try session.wait(for: "Trang cần xem lại")
        while !session.screen.contains("mã phiếu hỏng") { try session.press("NPage") }
        try session.press("Escape", "Home", "Right", "Right", "Right", "Right", "h")
        try session.wait(for: "Từ trang 5 đến hết: 3 tờ, 6 trang")
        try session.press("Down", "Enter")
        try session.wait(for: "Đã chuyển 2 tờ, 4 trang sang HS2 · lấy lại: mở ra, bấm h", "ĐỦ TỜ")
        try expectThreeWholeDossiers()
    }

    /// The preparer's counts are keyed off the scanned sheet, beside its picture; by keys alone, on the smallest screen.
    @Test func aPreparationSheetIsKeyed() throws {
        try office.prepared(device: "folder:\(office.path)/stack", sheets: 9)
        try office.run("dossier", "add", "HS2", "--title", "Hồ sơ hai", "--preparer", "Lê Văn Ba")
        _ = try office.stack([.sheet(1), .blank] + Self.pages(1...4), sheets: try office.printSheets("--preparation", "HS1"))
        let session = try TerminalSession(office, ["--dossier", "HS1"], columns: 80, rows: 24)
        try session.wait(for: "HS1", "DẤU CÁCH  QUÉT")
        try session.press("Space")
        try session.wait(for: "s nhập phiếu chuẩn bị", "CÒN 7 TỜ", within: 60)
        try session.press("s")
        try session.wait(for: "Người chuẩn bị", "Lê Văn Ba", "Khuyết số")
        try session.type("2")
        try session.wait(for: "Số tờ đã đếm:             2")
        try session.press("Tab", "Tab", "Tab", "Tab")
        try session.type("1")
        try session.wait(for: "Khổ lớn, A3 trở lên       1")
        try session.press("Enter")
        try session.wait(for: "Đã ghi phiếu chuẩn bị", "ĐỦ TỜ", "c để riêng 0/1 tờ khổ lớn")
        #expect(!session.screen.contains("s nhập phiếu"))
        let said = try office.show("HS1")
        #expect(said["counted_sheets"].int == 2 && said["preparation"]["large"].int == 1 && said["preparation"]["preparer"].text == "Lê Văn Ba")
        try session.press("u")
        try session.wait(for: "s nhập phiếu chuẩn bị", "CÒN 7 TỜ")
    }

    /// Two dossiers without covers behind one: the first is of the register, the second is new.
    @Test func dossiersWithoutANameAreNamedByKeys() throws {
        try office.prepared(device: "folder:\(office.path)/stack", sheets: 2)
        try office.run("dossier", "add", "HS2", "--sheets", "2", "--title", "Hồ sơ hai", "--box", "P", "--number", "2")
        try office.run("dossier", "set", "HS1", "--box", "P", "--number", "1")
        let faces = Self.pages(1...4) + [.sheet(1), .blank] + Self.pages(5...8) + [.sheet(1, upsideDown: true), .blank] + Self.pages(9...12)
        _ = try office.stack(faces, sheets: try office.printSheets("--new-dossiers", "1"))
        let session = try TerminalSession(office, ["--dossier", "HS1"], columns: 80, rows: 24)
        try session.wait(for: "HS1", "DẤU CÁCH  QUÉT")
        try session.press("Space")
        try session.wait(for: "HỒ SƠ MỚI CHƯA ĐẶT TÊN", "h tr. 5: hồ sơ mới?", "h tr. 9: hồ sơ mới?", within: 60)
        try session.press("Enter")
        try session.wait(for: "Còn hồ sơ mới chưa đặt tên", "từ trang 5: 2 tờ, 4 trang", "HS2")
        try session.press("Down", "Enter")
        try session.wait(for: "Đã chuyển 2 tờ, 4 trang sang HS2", "h tr. 5: hồ sơ mới?")
        try session.press("h")
        try session.wait(for: "từ trang 5: 2 tờ, 4 trang")
        try session.type("HS3")
        try session.wait(for: "Mã hoặc tiêu đề: HS3")
        try session.press("C-n")
        try session.wait(for: "Thêm hồ sơ", "HS3")
        try session.press("Enter")
        try session.wait(for: "Đã chuyển 2 tờ, 4 trang sang HS3", "ĐỦ TỜ")
        for (code, numbers) in [("HS1", 1...4), ("HS2", 5...8), ("HS3", 9...12)] { #expect(try office.numbers(code).compactMap { $0 } == Array(numbers), "\(code)") }
        #expect(try office.show("HS3")["box"].text == "P" && office.run("verify").code == 0)
    }
}
