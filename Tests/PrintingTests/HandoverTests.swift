import Codes
import Foundation
import Imaging
import ProgramKit
import Records
import Testing
@testable import Printing

/// Minutes and slips as a person holds them in the hand.
@Suite struct HandoverTests {
    private let folder: String
    private let zone: TimeZone
    private let made = Timestamp(milliseconds: 1_795_680_000_000)
    /// The day after.
    private let counted = Timestamp(milliseconds: 1_795_766_400_000)

    init() throws {
        folder = ProcessInfo.processInfo.environment["KEEP_PRINTS"] ?? NSTemporaryDirectory() + "tramquet-minutes-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        zone = try #require(TimeZone(identifier: "Asia/Ho_Chi_Minh"))
    }

    private func batch(_ number: String = "03/2026") -> BatchFields {
        BatchFields(
            number: number, name: "Tập lưu quyết định của Ủy ban nhân dân tỉnh, 2006 – 2010",
            giver: Party(unit: "Kho lưu trữ Văn phòng UBND tỉnh", person: "Trần Văn Bình", post: "Lưu trữ viên"),
            receiver: Party(unit: "Tổ số hóa", person: "Nguyễn Thị Hoa", post: "Nhân viên"), place: "Đồng Nai", shelfMetres: 3.6,
            receivedOn: PartialDate("2026-11-02"), returnedOn: PartialDate("2026-11-27"), returnNumber: "07",
            basis: "Kế hoạch số 82/KH-UBND ngày 05/3/2025 của Ủy ban nhân dân tỉnh", note: "")
    }

    private func line(_ number: Int, _ kind: HandoverReport.Kind) throws -> HandoverLine {
        let torn = try #require(PhysicalCondition([.torn, .mouldy], detail: "góc dưới"))
        let entry = BoxCount(dossiers: 12, sheets: number == 2 ? nil : 400 + number, condition: .good)
        let isOdd = number % 7 == 3
        let count = isOdd ? BoxCount(dossiers: 11, sheets: 400 + number - 2, condition: torn, note: "xếp lại") : entry
        let differences: [CountDifference] = isOdd
            ? [.dossiers(against: kind == .receipt ? .register : .entry, expected: 12, found: 11), .sheets(against: .entry, expected: 400 + number, found: 398 + number)]
            : []
        return HandoverLine(
            label: "\(number)", room: "Kho 2", shelf: "G\(number / 40 + 1)", count: count, at: number == 6 ? Timestamp(milliseconds: 0) : counted,
            cameAt: counted, entry: kind == .receipt ? nil : entry, differences: differences, earlyReason: kind == .return && number == 5 ? .borrowedBack : nil)
    }

    private func report(_ kind: HandoverReport.Kind, boxes: Int, batch: BatchFields? = nil, remaining: [String] = []) throws -> HandoverReport {
        HandoverReport(
            kind: kind, batch: batch ?? self.batch(), agencyName: "Văn phòng UBND tỉnh Đồng Nai", fondsName: "UBND tỉnh Đồng Nai",
            lines: boxes == 0 ? [] : try (1...boxes).map { try line($0, kind) },
            remaining: remaining, made: made, auditHead: "9f86d081884c7d659a2feaa0c55ad015")
    }

    /// The text of each page.
    private func pages(_ document: PrintDocument, name: String) throws -> [String] {
        let printed = try PDFPrinter.print(document)
        let path = "\(folder)/\(name).pdf"
        try printed.data.write(to: URL(fileURLWithPath: path))
        try #require(try Tool.run("qpdf", ["--check", path]).code == 0)
        let text = try Tool.run("pdftotext", ["-layout", path, "-"]).output.precomposedStringWithCanonicalMapping
        let pages = text.split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast().map(String.init)
        #expect(pages.count == printed.pages)
        return pages
    }

    private func words(_ page: String) -> String { page.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    @Test func whatWasCountedInPreparationStandsWithTheStateOfThePapers() throws {
        var report = try report(.receipt, boxes: 3)
        #expect(report.prepared == nil)
        report.prepared = HandoverReport.Prepared([Preparation(preparer: "Ba", [.large: 2, .torn: 0]), Preparation([.large: 3, .missing: 1]), Preparation()])
        let text = words(try pages(HandoverMinutes(language: .vi, zone: zone).document(report), name: "receipt-prepared").joined(separator: " "))
        #expect(text.contains("Theo phiếu chuẩn bị của 3 hồ sơ: Khổ lớn, A3 trở lên 5; Rách, giòn 0; Khuyết số 1."), "\(text)")
    }

    @Test func receiptMinutesHaveTheFieldsOfTheForm() throws {
        let pages = try pages(HandoverMinutes(language: .vi, zone: zone).document(try report(.receipt, boxes: 3)), name: "receipt-3")
        let text = words(pages.joined(separator: " "))
        for wanted in [
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Số: 03/2026/BB-GN", "Đồng Nai, ngày 02 tháng 11 năm 2026",
            "Căn cứ Kế hoạch số 82/KH-UBND", "BÊN GIAO: Kho lưu trữ Văn phòng UBND tỉnh", "BÊN NHẬN: Tổ số hóa", "Ông (bà): Trần Văn",
            "Chức vụ: Lưu trữ viên", "1. Tên khối tài liệu: Tập lưu quyết định", "2. Thời gian giao nhận: 02/11/2026", "Tổng số hộp: 3",
            "Tổng số hồ sơ: 35", "Tổng số tờ: 802 (chưa đếm tờ 1 hộp: 2)", "Mét giá: 3,60 m", "tốt: 2 hộp", "Chênh lệch: 1 hộp",
            "mục lục hồ sơ, tài liệu kèm theo", "lập thành 02 bản", "ĐẠI DIỆN BÊN GIAO", "ĐẠI DIỆN BÊN NHẬN", "nhật ký 9f86d081884c7d65",
        ] {
            #expect(text.contains(wanted), "\(wanted) in \(text)")
        }
    }

    @Test func returnMinutesSetWhatWentBackAgainstWhatCame() throws {
        let document = HandoverMinutes(language: .vi, zone: zone).document(try report(.return, boxes: 30, remaining: ["31", "32"]))
        let pages = try pages(document, name: "return-30")
        let text = words(pages.joined(separator: " "))
        #expect(text.contains("BÊN GIAO: Tổ số hóa") && text.contains("BÊN NHẬN: Kho lưu trữ"), "the parties have changed places")
        for wanted in [
            "Số: 07/BB-HT", "Đồng Nai, ngày 27 tháng 11", "đã nhận: 02/11/2026, biên bản giao nhận số 03/2026/BB-GN",
            "Tổng số hồ sơ: 356; khi nhận: 360", "(chưa đếm tờ 1 hộp: 2); khi nhận:", "Mét giá: khoảng 3,38 m (tính theo số hộp: 30/32)",
            "Chưa so được số tờ 1", "Chưa trả: 2 hộp (31, 32)", "Trả trước khi nghiệm thu xong: 1 hộp",
        ] {
            #expect(text.contains(wanted), "\(wanted) in \(text)")
        }
        guard case .table(let table) = document.sections[0].blocks.first(where: { if case .table = $0 { true } else { false } }) else {
            Issue.record("no table")
            return
        }
        #expect(table.rows[2] == [
            "3", "3", "Kho 2 / G1", "12", "403", "11", "401", "rách, giòn; mốc: góc dưới",
            "thiếu 1 hồ sơ so với khi nhận; thiếu 2 tờ so với khi nhận", "xếp lại",
        ])
        #expect(table.rows[1][4] == "–" && table.rows[1][8] == "chưa so được số tờ")
        #expect(table.rows[4].last == "trả sớm: kho mượn lại" && table.rows[5].last == "trả ngày 01/01/1970")
    }

    @Test(arguments: [0, 1, 12, 13, 14, 15, 16, 17, 18, 19, 20, 30, 300]) func signaturesStandTogetherAndTheHeadIsRepeated(_ boxes: Int) throws {
        let pages = try pages(HandoverMinutes(language: .vi, zone: zone).document(try report(.return, boxes: boxes)), name: "boxes-\(boxes)")
        let last = try #require(pages.last)
        for wanted in ["lập thành 02 bản", "ĐẠI DIỆN BÊN GIAO", "Trần Văn Bình", "Nguyễn Thị Hoa"] { #expect(words(last).contains(wanted)) }
        if boxes == 300 { #expect(["164748", "164662"].allSatisfy(pages.joined().contains), "figures are not broken over lines") }
        #expect(pages.dropLast().allSatisfy { !$0.contains("ĐẠI DIỆN") })
        for page in pages where page.contains("Kho 2 / G") { #expect(page.contains("Chênh")) }
        for (index, page) in pages.enumerated() { #expect(page.contains("\(index + 1)/\(pages.count)")) }
    }

    @Test func whatIsNotKnownIsLeftOpenAndLongNamesAreBroken() throws {
        let long = String(repeating: "Trung tâm Lưu trữ lịch sử và số hóa tài liệu ", count: 8)
        let bare = try pages(HandoverMinutes(language: .vi, zone: zone).document(try report(.receipt, boxes: 1, batch: BatchFields(number: "1"))), name: "bare")
        #expect(words(bare[0]).contains("……………, ngày 27 tháng 11 năm 2026"), "the day on which the last box was counted")
        var batch = batch(String(repeating: "9", count: 60))
        batch.giver = Party(unit: long, person: long, post: long)
        batch.receiver = batch.giver
        batch.name = long
        let pages = try pages(HandoverMinutes(language: .en, zone: zone).document(try report(.return, boxes: 2, batch: batch)), name: "long")
        #expect(words(pages.joined(separator: " ")).contains("Trung tâm Lưu trữ lịch sử"))
    }

    @Test func slipsStandSeveralOnAPageInTheOrderGivenAndOpenTheirDossier() throws {
        let long = String(repeating: "Hồ sơ về việc giao đất, cho thuê đất ", count: 12)
        let slips = try (1...9).map { number in
            RetrievalSlip(
                room: "Kho 2", shelf: "G\(number)", box: "\(number)", numberInBox: number == 4 ? nil : number, code: try DossierCode("H19.2008.0\(number).QD"),
                title: number == 2 ? long : "Tập lưu quyết định \(number)", presence: number == 1 ? .notReceived : .returned, batchNumber: "02",
                returnedAt: number == 1 ? nil : made, issues: [.notFinished, .placesOpen])
        }
        let document = RetrievalSlips(language: .vi, zone: zone).document(slips, made: made)
        let pages = try pages(document, name: "slips")
        #expect(pages.count <= 3, "several on a page, whatever serif is at hand")
        let text = words(pages.joined(separator: " "))
        for number in 1...9 { #expect(text.contains("Kho: Kho 2 · Giá: G\(number) · Hộp: \(number)")) }
        let places = (1...9).compactMap { text.range(of: "H19.2008.0\($0).QD")?.lowerBound }
        #expect(places.count == 9 && places == places.sorted())
        #expect(text.contains("Chưa nhận lần nào.") && text.contains("đợt 02") && text.contains("quét chưa xong, còn giữ chỗ"))
        let single = try PDFPrinter.print(RetrievalSlips(language: .vi, zone: zone).document([slips[2]], made: made)).data
        try single.write(to: URL(fileURLWithPath: folder + "/one.pdf"))
        try #require(try Tool.run("pdftoppm", ["-png", "-gray", "-r", "200", "-singlefile", folder + "/one.pdf", folder + "/one"]).code == 0)
        let picture = try GreyImage.decode(try Data(contentsOf: URL(fileURLWithPath: folder + "/one.png")))
        #expect(CodeReader.sheetCode(on: picture) == .sheet(.cover(slips[2].code)))
    }
}
