import Records
import Testing

@testable import Extraction

@Suite struct FirstPageTests {
    @Test func aDecisionBeginsOnItsFirstPageWhateverTheColumns() {
        let page = PageText.decision.evidence
        #expect(page.kind == .administrative)
        #expect(page.confidence > DocumentBoundaries.sure)
        for signal in [FirstPage.Signal.Kind.title, .motto, .number, .date, .issuer, .heading] { #expect(page.has(signal), "\(signal)") }
        #expect(page.signals.first { $0.kind == .number }?.box == Box(x: 120, y: 190, width: 140, height: 20))
    }

    @Test func lettersReadWrongDoNotHideTheHead() {
        let page = PageText(
            [
                (100, [(90, "UY BAN NHAN DAN"), (500, "CONG HOA XẢ HỘl CHU NGHIA VIỆT")]), (130, [(700, "NAM")]),
                (190, [(120, "Sô: /QÐ-UBND"), (500, "Đồng Nai, ngàv tháng 01 năm 2008")]),
            ] + PageText.text(from: 340)).evidence
        #expect(page.kind == .administrative)
        #expect(page.confidence > DocumentBoundaries.sure)
    }

    @Test(arguments: [
        ("ĐẢNG CỘNG SẢN VIỆT NAM", "Số 51-CV/TU", FirstPage.Kind.party), ("VIỆT NAM DÂN CHỦ CỘNG HÒA", "Số: 123-TCCQ", .before1976),
        ("CỘNG HÒA MIỀN NAM VIỆT NAM", "Số: 7/CT", .before1976), ("", "Số: 22/UBND-VP", .plain),
    ])
    func headsOfOtherHousesAndTimesAreKnown(title: String, number: String, kind: FirstPage.Kind) {
        let page = PageText(
            [
                (100, [(90, "TỈNH ỦY ĐỒNG NAI"), (560, title)]), (190, [(120, number), (500, "Biên Hòa, ngày 5 tháng 4 năm 1972")]),
                (260, [(440, "THÔNG BÁO")]),
            ] + PageText.text(from: 340)).evidence
        #expect(page.kind == kind)
        #expect(page.confidence > DocumentBoundaries.sure)
    }

    @Test(arguments: [
        [(100, "Quốc hiệu ghi “CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM” và Tiêu ngữ “Độc lập - Tự do - Hạnh phúc”")],
        [(100, "Căn cứ Quyết định số 15/2008/QĐ-UBND ngày 12 tháng 5 năm 2008 của Ủy ban nhân dân tỉnh;")],
        [(100, "15/2008/QĐ-UBND ngày 12 tháng 5 năm 2008 của Ủy ban nhân dân tỉnh về việc ban hành quy chế")],
        [(420, "QUYẾT ĐỊNH:")], [(120, "ĐẾN Số: 2656")], [(120, "Nơi nhận: CHỦ TỊCH")],
        [(100, "Số lượng hồ sơ thu thập được là 1.250 hồ sơ, trong đó hồ sơ bảo quản vĩnh viễn")],
    ])
    func aPageThatOnlyNamesWhatAHeadHasBeginsNothing(lines: [(Int, String)]) {
        let head = lines.enumerated().map { index, line in (y: 100 + index * 40, parts: [(x: line.0, text: line.1)]) }
        #expect(PageText(head + PageText.text(from: 180)).evidence.confidence < DocumentBoundaries.doubtful)
    }

    @Test func annexesBelongToTheirDocumentEvenWithAHeadOfTheirOwn() {
        #expect(PageText.annex.evidence.kind == .annex)
        #expect(PageText.annex.evidence.confidence < 0.05)
        let regulation = PageText(
            [
                (100, [(90, "ỦY BAN NHÂN DÂN"), (500, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]), (130, [(540, "Độc lập - Tự do - Hạnh phúc")]),
                (230, [(450, "QUY CHẾ")]), (270, [(200, "(Ban hành kèm theo Quyết định số 15/QĐ-UBND của Ủy ban)")]),
            ] + PageText.text(from: 340)).evidence
        #expect(regulation.kind == .annex)
        #expect(regulation.confidence < DocumentBoundaries.doubtful)
    }

    @Test(arguments: [1, 2, 3])
    func aPageMayLieInAnyTurn(turns: Int) {
        // As the stored image of an upright page that has to be turned so often clockwise.
        var (page, width, height) = (PageText.decision.page, PageText.width, PageText.height)
        for _ in 0..<turns {
            for index in page.words.indices {
                let box = page.words[index].box
                page.words[index].box = Box(x: box.y, y: width - box.x - box.width, width: box.height, height: box.width)
            }
            (width, height) = (height, width)
        }
        let found = FirstPageReader().read(page, width: width, height: height, quarterTurns: turns)
        #expect(found.kind == .administrative)
        #expect(found.confidence > DocumentBoundaries.sure)
    }

    @Test func sheetsOutsideTheDocumentsAreKnown() {
        let contents = PageText([(100, [(380, "MỤC LỤC VĂN BẢN")])] + PageText.text(from: 200)).evidence
        let closing = PageText([(100, [(400, "CHỨNG TỪ KẾT THÚC")])] + PageText.text(from: 200)).evidence
        let cover = PageText([
            (100, [(300, "PHÔNG LƯU TRỮ ỦY BAN NHÂN DÂN TỈNH")]), (500, [(450, "HỒ SƠ")]), (900, [(100, "Mục lục số: 02")]),
            (940, [(100, "Hồ sơ số: 15")]),
        ]).evidence
        #expect([contents.kind, closing.kind, cover.kind] == [.contentsSheet, .closingSheet, .cover])
    }

    @Test func anEmptyPageSaysNothing() {
        #expect(FirstPageReader().read(RecognisedPage(language: "vie", words: []), width: 0, height: 0) == .unread)
    }
}
