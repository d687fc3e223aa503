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
}
