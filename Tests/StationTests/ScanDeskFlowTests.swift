import Foundation
import ProgramKit
import Testing

/// Between a stack of paper and a complete dossier: sheets pulled as one, backs that come later, leaves set apart, sheets
/// scanned again, everything by keys.
@Suite struct ScanDeskFlowTests {
    private let office: Office

    init() throws {
        office = try Office()
        office.environment["TRAMQUET_RECOGNISER"] = "scripted:" + (try office.write("[]", to: "script.json"))
    }

    /// A station whose hopper holds these sides, in this order.
    private func station(_ sides: [Int], counted: Int, source: String = "", faults: String? = nil) throws -> TerminalSession {
        let device = try office.feeder(0, faults: faults)
        try layIn(sides, after: 0)
        try office.prepared(device: device, sheets: counted, source: source)
        let session = try TerminalSession(office, ["--dossier", "HS1"])
        try session.wait(for: "HS1", "DẤU CÁCH  QUÉT")
        return session
    }

    /// More paper behind what lies in the hopper.
    private func layIn(_ sides: [Int], after count: Int) throws {
        for (index, side) in sides.enumerated() {
            try Side.draw(side).write(to: URL(fileURLWithPath: "\(office.path)/feeder/\(count + index + 1).jpg"))
        }
    }

    private func numbers() throws -> [Int?] {
        try office.show("HS1")["pages"].list.map { Side.number(ofFile: office.imagePath($0["id"].text ?? "")) }
    }

    /// Forty sheets, most backs blank: the count is keyed by the preparer, the rest is the scanner's.
    @Test func aFlawlessDuplexRunTakesFourKeys() throws {
        let device = try office.feeder(0)
        // The same side of the eight sheets before one is looked at for its twin.
        let drawn = try (1...10).map { try Side.flawless($0) }
        let blank = try Side.flawless(0, isBlank: true)
        for sheet in 0..<40 {
            let sides = [drawn[sheet % 10], sheet % 10 == 9 ? drawn[sheet / 10] : blank]
            for (side, data) in zip(["a", "b"], sides) {
                try data.write(to: URL(fileURLWithPath: "\(office.path)/feeder/\(sheet)\(side).jpg"))
            }
        }
        try office.prepared(device: device, sheets: 40)
        let session = try TerminalSession(office, ["--dossier", "HS1"])
        try session.wait(for: "HS1", "DẤU CÁCH  QUÉT")
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ", within: 120)
        try session.press("Enter")
        try session.wait(for: "Mặt nghi trắng", "36 mặt trắng rõ")
        try session.press("Enter")
        try session.waitUntilGone("Mặt nghi trắng")
        try session.press("Enter")
        try session.wait(for: "Xong hồ sơ HS1")
        let counts = try office.show("HS1")["counts"]
        #expect([counts["sheets"].int, counts["pages"].int, counts["blank"].int] == [40, 80, 36])
    }

    /// SANE's own test device has a feeder with ten sheets and a glass.
    @Test func aFragileLeafComesFromTheGlassIntoItsPlace() throws {
        try office.write("test\n", to: "sane/dll.conf")
        office.environment["SANE_CONFIG_DIR"] = office.path + "/sane"
        try office.prepared(device: "sane:test:0", sheets: 11, source: "adf", scanner: "dpi = 75\nmode = \"gray\"")
        let session = try TerminalSession(office, ["--dossier", "HS1"])
        try session.wait(for: "DẤU CÁCH  QUÉT")
        try session.press("Space")
        try session.wait(for: "CÒN 1 TỜ", within: 60)
        try session.press("Home", "c", "Enter")
        try session.wait(for: "Đã giữ chỗ: tờ rách", "c  CÒN 1 TỜ ĐỂ RIÊNG", "tờ 2")
        try session.press("c", "Enter")
        try session.wait(for: "QUÉT TỜ 2 VÀO CHỖ GIỮ", "Esc Xong tờ này")
        try session.press("Space")
        try session.wait(for: "Đã quét vào chỗ giữ")
        try session.press("Escape")
        try session.wait(for: "ĐỦ TỜ")
        let pages = try office.show("HS1")["pages"].list
        #expect(pages.count == 11 && pages[1]["label"].text == "2" && pages[2]["label"].text == "3")
        let log = try String(contentsOfFile: office.data + "/log/scan-worker.log", encoding: .utf8)
        #expect(log.contains("Flatbed"))
    }

    /// The stack of backs was laid in the wrong way round.
    @Test func aWrongPassOfBacksIsDroppedAsAWholeAndScannedAgain() throws {
        let session = try station([1, 3, 5, 2, 4, 6], counted: 3, source: "manual-duplex")
        try session.press("Space")
        try session.wait(for: "Lật chồng giấy")
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ")
        #expect(try numbers() == [1, 6, 3, 4, 5, 2])
        try session.press("l")
        try session.wait(for: "Bỏ cả 3 trang của lượt quét")
        try session.press("c")
        try session.wait(for: "QUÉT 3 MẶT SAU")
        #expect(try numbers() == [1, 3, 5])
        try layIn([6, 4, 2], after: 6)
        try session.press("m", "Space")
        try session.wait(for: "ĐỦ TỜ")
        #expect(try numbers() == [1, 2, 3, 4, 5, 6])
    }

    @Test func twoSheetsPulledAsOneShowInTheNumbers() throws {
        let session = try station(Array(1...12), counted: 6, faults: "double_feed_at = 3\n")
        try session.press("Space")
        try session.wait(for: "Khay đã hết giấy", "CÒN 1 TỜ")
        try session.press("n")
        try session.wait(for: "Dải số tờ", "Đã đếm 6 tờ, có 5")
        // The pencil says 5 where the fourth sheet lies: sheet 4 went through unseen.
        try session.press("Right", "Right", "Right", "5", "Enter")
        try session.wait(for: "Không thấy tờ: 4", "tờ 6 · tr. 9")
        #expect(try office.show("HS1")["pages"].list.map { $0["label"].text } == ["1", "1", "2", "2", "3", "3", "5", "5", "6", "6"])
    }

    /// Read behind the scanning, it turns before the eyes of the person, whose own turn is taken back like any other.
    @Test func aSheetFedUpsideDownIsSetUprightAndTold() throws {
        try office.write(#"[{"action": "read", "text": "Kính gửi", "turns": 2, "once": true}]"#, to: "script.json")
        let session = try station([1], counted: 1, source: "adf")
        try session.press("Space")
        // The message may be covered by that of the run's end; the finding stays.
        try session.wait(for: "f 2 cần xem", "tự xoay 180°")
        #expect(try office.show("HS1")["pages"][0]["turn"].int == 180)
        // The last of its findings; the first is its low resolution.
        try session.press("f", "NPage")
        try session.wait(for: "tự xoay 180°", "] Xoay phải")
        try session.press("]")
        try session.wait(for: "cần xoay 270°?")
        try session.press("u")
        try session.wait(for: "Đã hoàn tác: xoay trang", "tự xoay 180°")
        #expect(try office.show("HS1")["pages"][0]["turn"].int == 180)
    }

    /// Every page looks like the first of a decision: the first of the dossier needs no proposal.
    @Test func documentsAreProposedAndSplitInOneGo() throws {
        let head = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\\nĐộc lập - Tự do - Hạnh phúc\\nSố: 15/QĐ-UBND\\nĐồng Nai, ngày 05 tháng 01 năm 2008\\nQUYẾT ĐỊNH"
        try office.write(#"[{"action": "read", "text": "\#(head)"}]"#, to: "script.json")
        let session = try station([1, 2, 3, 4], counted: 4, source: "adf")
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ", "e 3 văn bản mới?")
        #expect(try office.run("boundaries", "--dossier", "HS1", "--json").json["proposals"].list.map { $0["number"].text } == ["15/QĐ-UBND", "15/QĐ-UBND", "15/QĐ-UBND"])
        try session.press("e")
        try session.wait(for: "3 đề xuất, 3 rõ ràng")
        try session.press("k")
        try session.wait(for: "2 đề xuất")
        try session.press("Enter")
        try session.wait(for: "Hồ sơ có 3 văn bản")
        #expect(try office.show("HS1")["documents"].list.count == 3)
        try session.press("u")
        try session.wait(for: "Đã hoàn tác: tách văn bản", "e 2 văn bản mới?")
        #expect(try office.show("HS1")["documents"].list.count == 1)
    }

    @Test func frontsThenTheTurnedStackOfBacks() throws {
        let session = try station([1, 3, 5, 6, 4, 2], counted: 3, source: "manual-duplex")
        try session.press("Space")
        try session.wait(for: "Lật chồng giấy", "Đã quét 3 mặt trước")
        #expect(try numbers() == [1, 3, 5])
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ")
        #expect(!session.screen.contains("Có sự cố"), "as many backs as fronts are no alarm")
        #expect(try numbers() == [1, 2, 3, 4, 5, 6])
        let pages = try office.show("HS1")["pages"].list
        #expect(pages.map { $0["side"].text } == ["front", "back", "front", "back", "front", "back"])
        #expect(pages.map { $0["sheet"].int } == [1, 1, 2, 2, 3, 3])
    }

    @Test func aStopAmongTheBacksGoesOnWhereItWas() throws {
        // Counted over the whole folder, sheet 5 is the second of the backs.
        let session = try station([1, 3, 5, 6, 4, 2], counted: 3, source: "manual-duplex", faults: "jam_at = 5\n")
        try session.press("Space")
        try session.wait(for: "Lật chồng giấy")
        try session.press("Space")
        try session.wait(for: "Máy quét đã dừng", "Lấy lại tờ 2")
        #expect(try numbers() == [1, 3, 5, 6])
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ")
        #expect(try numbers() == [1, 2, 3, 4, 5, 6])
    }

    @Test func aMapInTilesIsOneSheetInItsPlace() throws {
        let session = try station([1, 2], counted: 3, source: "adf")
        try session.press("Space")
        try session.wait(for: "CÒN 1 TỜ")
        try session.press("Left", "c", "Down", "Down", "Down", "Down", "Enter")
        try session.wait(for: "Đã giữ chỗ: bản đồ", "c  CÒN 1 TỜ ĐỂ RIÊNG")
        try session.press("Enter")
        try session.acceptFindings()
        try session.press("Enter")
        try session.wait(for: "Chưa khớp số tờ")
        try layIn([21, 22, 23], after: 2)
        try session.press("Escape", "c", "Enter")
        // A shot each time: what else lies in the tray stays there.
        for shot in 1...3 {
            try session.press("Space")
            try session.wait(for: "Đã quét vào chỗ giữ", "/\(2 + shot) ")
        }
        #expect(try numbers() == [1, 21, 22, 23, 2])
        let pages = try office.show("HS1")["pages"].list
        #expect(pages.map { $0["sheet"].int } == [1, 2, 2, 2, 3] && pages.map { $0["counts_as"].int } == [1, 1, 0, 0, 1])
        try session.press("Escape")
        try session.wait(for: "ĐỦ TỜ")
    }

    @Test func aSheetIsScannedAgainInItsPlaceAndTakenBack() throws {
        let session = try station([1, 2, 3, 4], counted: 2)
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ")
        try layIn([11, 12], after: 4)
        try session.press("Home", "r")
        try session.wait(for: "QUÉT LẠI TRANG 1 (TỜ 1)")
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ")
        #expect(try numbers() == [11, 12, 3, 4])
        try session.press("u")
        #expect(try numbers() == [1, 2, 3, 4])
        try session.press("C-r")
        #expect(try numbers() == [11, 12, 3, 4])
    }

    @Test func pagesAreScannedInAtTheCursor() throws {
        let session = try station([1, 2, 3, 4], counted: 3)
        try session.press("Space")
        try session.wait(for: "CÒN 1 TỜ")
        try layIn([11, 12], after: 4)
        try session.press("Home", "Right", "Right", "i", "Space")
        try session.wait(for: "Khay đã hết giấy", "6 tr.")
        #expect(try numbers() == [1, 2, 11, 12, 3, 4])
    }

    @Test func findingsAreSeenBeforeTheDossierIsFinished() throws {
        let session = try station([1, 2], counted: 1)
        try session.press("Space")
        try session.wait(for: "ĐỦ TỜ")
        try session.press("Enter")
        try session.wait(for: "chỉ 100 dpi")
        try session.acceptFindings()
        try session.press("Enter")
        try session.wait(for: "Xong hồ sơ HS1")
    }
}
