import Records
import Testing

@testable import Extraction

@Suite struct ContentsTests {
    private func row(_ y: Int, _ cells: [String]) -> (y: Int, parts: [(x: Int, text: String)]) {
        (y, zip([100, 160, 320, 460, 700, 820], cells).filter { !$1.isEmpty }.map { (x: $0, text: $1) })
    }

    @Test func rowsAreReadWithTheirSheets() {
        let page = PageText([
            (100, [(380, "MỤC LỤC VĂN BẢN")]), row(160, ["STT", "Số", "Ngày", "Trích yếu", "Tác giả", "Tờ"]),
            row(200, ["1", "15/QĐ-UBND", "05/01/2008", "Quyết định giao", "UBND", "|1"]), row(230, ["", "", "", "kế hoạch năm 2008", "", ""]),
            row(260, ["2", "", "", "Tờ trình", "Sở", "4-6"]), row(300, ["3.", "22/UBND-VP", "7/2/2008", "Công văn", "UBND", "9"]),
        ])
        let list = ContentsList(page.page, width: PageText.width, height: PageText.height)
        #expect(list.entries == [
            ContentsEntry(position: 1, notation: "15/QĐ-UBND", date: PartialDate(year: 2008, month: 1, day: 5), firstSheet: 1, lastSheet: 3),
            ContentsEntry(position: 2, firstSheet: 4, lastSheet: 6),
            ContentsEntry(position: 3, notation: "22/UBND-VP", date: PartialDate(year: 2008, month: 2, day: 7), firstSheet: 9),
        ])
    }

    @Test func aSecondPageGoesOnWhereTheFirstEnds() {
        let joined = ContentsList([ContentsEntry(firstSheet: 1)]) + ContentsList([ContentsEntry(firstSheet: 5)])
        #expect(joined.entries.map(\.lastSheet) == [4, nil])
    }

    @Test func aRowWhoseSheetGoesBackIsLeftOut() {
        let list = ContentsList([ContentsEntry(firstSheet: 5)]) + ContentsList([ContentsEntry(firstSheet: 2), ContentsEntry(firstSheet: 8)])
        #expect(list.entries.map(\.firstSheet) == [5, 8])
    }

    @Test func oneMisreadSheetDoesNotLoseTheRowsBehindIt() {
        let list = ContentsList([ContentsEntry(firstSheet: 1)]) + ContentsList([31, 4, 6, 9].map { ContentsEntry(firstSheet: $0) })
        #expect(list.entries.map(\.firstSheet) == [1, 4, 6, 9])
    }

    @Test func whereARowIsMissingNobodyKnowsWhereTheOneBeforeEnds() {
        let list = ContentsList([]) + ContentsList([ContentsEntry(position: 1, firstSheet: 1), ContentsEntry(position: 3, firstSheet: 9)])
        #expect(list.entries.map(\.lastSheet) == [nil, nil])
    }

    @Test func linesOfTheTableAreNoLettersAndCellsGoOnBelow() {
        let page = PageText([
            (100, [(380, "MỤC LỤC VĂN BẢN")]), row(160, ["STT", "Số", "Ngày", "Trích yếu", "Tác giả", "Tờ"]),
            row(200, ["1", "|734/CT-", "15/10/20", "Chỉ thị", "UBND", "l2"]), row(230, ["", "UBND", "08", "phê duyệt", "tỉnh", ""]),
            row(260, ["2", "8/TB-UBND", "1/11/2008", "Thông báo", "UBND", "4 - 6"]),
        ])
        #expect(ContentsList(page.page, width: PageText.width, height: PageText.height).entries == [
            ContentsEntry(position: 1, notation: "734/CT-UBND", date: PartialDate(year: 2008, month: 10, day: 15), firstSheet: 2, lastSheet: 3),
            ContentsEntry(position: 2, notation: "8/TB-UBND", date: PartialDate(year: 2008, month: 11, day: 1), firstSheet: 4, lastSheet: 6),
        ])
    }

    @Test func aPageOfRowsIsAContentsSheetWithoutItsHead() {
        let rows = (1...5).map { row(100 + $0 * 40, ["\($0)", "\($0)/QĐ-UBND", "0\($0)/02/2008", "Quyết định", "UBND", "\($0 * 2)"]) }
        #expect(PageText(rows).evidence.kind == .contentsSheet)
        // A list of basis documents has no sheet numbers.
        let bases = (1...5).map { (y: 100 + $0 * 40, parts: [(x: 100, text: "Căn cứ Quyết định số \($0)/2008/QĐ-UBND ngày 12/5/2008 của Ủy ban")]) }
        #expect(PageText(bases).evidence.kind != .contentsSheet)
    }
}
