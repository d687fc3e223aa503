import Records
import Testing

@testable import Extraction

@Suite struct ContentsTests {
    private typealias Line = (y: Int, parts: [(x: Int, text: String)])

    private func row(_ y: Int, _ cells: [String], shift: Int = 0) -> Line {
        (y, zip([100, 160, 320, 460, 700, 820], cells).filter { !$1.isEmpty }.map { (x: $0 + shift, text: $1) })
    }

    private let head: [Line] = [
        (100, [(380, "MỤC LỤC VĂN BẢN")]),
        (160, [(100, "STT"), (160, "Số, ký hiệu"), (320, "Ngày"), (460, "Trích yếu"), (700, "Tác giả"), (820, "Tờ số")]),
    ]

    private func read(_ lines: [Line]) -> ContentsPage? { ContentsPage(PageText(lines).page, width: PageText.width, height: PageText.height) }

    private func list(_ lines: [Line]) -> [ContentsEntry] { ContentsList([read(lines)]).entries }

    /// Rows of one line, all but their sheets alike.
    private func rows(_ sheets: [String], from first: Int = 1, y: Int = 200) -> [Line] {
        sheets.enumerated().map { row(y + $0 * 40, ["\(first + $0)", "\(first + $0)/QĐ-UBND", "12/02/2008", "Quyết định", "UBND", $1]) }
    }

    @Test func rowsAreReadWithTheirSheets() {
        let page = head + [
            row(200, ["1", "15/QĐ-UBND", "05/01/2008", "Quyết định giao", "UBND", "|1"]), row(230, ["", "", "", "kế hoạch năm 2008", "", ""]),
            row(260, ["2", "", "06/01/2008", "Tờ trình", "Sở", "4-6"]), row(300, ["3", "22/UBND-VP", "7/2/2008", "Công văn", "UBND", "7"]),
        ]
        #expect(list(page) == [
            ContentsEntry(position: 1, notation: "15/QĐ-UBND", date: PartialDate(year: 2008, month: 1, day: 5), firstSheet: 1, lastSheet: 3),
            ContentsEntry(position: 2, date: PartialDate(year: 2008, month: 1, day: 6), firstSheet: 4, lastSheet: 6),
            ContentsEntry(position: 3, notation: "22/UBND-VP", date: PartialDate(year: 2008, month: 2, day: 7), firstSheet: 7),
        ])
    }

    @Test func aSecondPageGoesOnWhereTheFirstEnds() {
        let first = read(head + rows(["1", "4", "9"])), second = read(rows(["10", "15"], from: 4))
        #expect(second?.isSure == false, "alone it may be a table of anything")
        let joined = ContentsList([first, second])
        #expect(joined.pages == [0, 1] && joined.entries.map(\.lastSheet) == [3, 8, 9, 14, nil])
        #expect(ContentsList([first, nil, second]).pages == [0], "a page between ends the list")
        #expect(ContentsList([second]).pages.isEmpty)
    }

    @Test func whatDoesNotCountOnIsNoSecondPage() {
        let first = read(head + rows(["1", "4", "9"]))
        #expect(ContentsList([first, read(rows(["2", "7"], from: 4))]).pages == [0], "sheets fall")
        #expect(ContentsList([first, read(rows(["10", "15"], from: 1))]).pages == [0], "rows count anew")
    }

    @Test func aSheetThatDoesNotFitIsLeftOutAndTheRowBeforeHasNoEnd() {
        let entries = list(head + rows(["1", "31", "4", "6", "9"]))
        #expect(entries.map(\.firstSheet) == [1, 4, 6, 9] && entries.map(\.position) == [1, 3, 4, 5])
        #expect(entries.map(\.lastSheet) == [nil, 5, 8, nil])
    }

    @Test func ofTwoThatMayBothBeRightNoneIsTaken() {
        #expect(list(head + rows(["1", "5", "3", "8", "9"])).map(\.firstSheet) == [1, 8, 9])
    }

    @Test func aRangeThatTheNextRowContradictsHasNoEnd() {
        #expect(list(head + rows(["1-3", "4-5", "9-12"])).map(\.lastSheet) == [3, nil, 12])
    }

    @Test func lettersAmongFiguresAreFigures() {
        #expect(list(head + rows(["1", "2S", "3O", "40"])).map(\.firstSheet) == [1, 25, 30, 40])
        #expect(list(head + rows(["1", "S", "1O", "12"])).map(\.firstSheet) == [1, 10, 12], "but not letters alone")
    }

    @Test func numbersThatWereNotReadFollowFromTheirNeighbours() {
        var lines = head + rows(["1", "4", "6", "9"])
        lines[3].parts.removeFirst()
        #expect(list(lines).map(\.position) == [1, 2, 3, 4])
        lines[5].parts[0].text = "7"
        #expect(list(lines).map(\.position) == [1, 2, 3, nil])
    }

    @Test func linesOfTheTableAreNoLettersAndCellsGoOnBelow() {
        let page = head + [
            row(200, ["1", "|734/CT-", "15/10/20", "Chỉ thị", "UBND", "l2-"]), row(230, ["", "UBND", "08", "phê duyệt", "tỉnh", "3"]),
            row(260, ["2", "8/TB-UBND", "1/11/2008", "Thông báo", "UBND", "4 - 6"]),
        ]
        #expect(list(page) == [
            ContentsEntry(position: 1, notation: "734/CT-UBND", date: PartialDate(year: 2008, month: 10, day: 15), firstSheet: 2, lastSheet: 3),
            ContentsEntry(position: 2, notation: "8/TB-UBND", date: PartialDate(year: 2008, month: 11, day: 1), firstSheet: 4, lastSheet: 6),
        ])
    }

    @Test func aPageThatLiesAskewIsReadAsIfItWereLevel() {
        // Down and, the further down the more, to the left: a degree and a half clockwise.
        let page = PageText(head + rows(["1", "4", "6", "9", "10", "14"])).page
        let askew = RecognisedPage(language: "vie", words: page.words.map { word in
            var word = word
            (word.box.x, word.box.y) = (word.box.x - word.box.y * 26 / 1000 + 30, word.box.y + word.box.x * 26 / 1000)
            return word
        })
        #expect(ContentsList([ContentsPage(askew, width: PageText.width, height: PageText.height)]).entries.map(\.firstSheet) == [1, 4, 6, 9, 10, 14])
    }

    @Test func aPageOfRowsIsAContentsSheetWithoutItsHead() {
        #expect(PageText(rows(["2", "4", "6", "8", "10"])).evidence.kind == .contentsSheet)
        #expect(PageText(rows(["2", "9", "1", "8", "3"])).evidence.kind != .contentsSheet, "numbers that fall count something else")
        // A list of basis documents has no sheet numbers.
        let bases = (1...5).map { (y: 100 + $0 * 40, parts: [(x: 100, text: "Căn cứ Quyết định số \($0)/2008/QĐ-UBND ngày 12/5/2008 của Ủy ban")]) }
        #expect(PageText(bases).evidence.kind != .contentsSheet)
    }

    @Test func anInventoryOfDossiersCountsSheets() {
        let inventory: [Line] = [
            (100, [(380, "MỤC LỤC HỒ SƠ")]),
            (160, [(100, "STT"), (160, "Số, ký hiệu"), (320, "Tiêu đề"), (460, "Ngày tháng"), (820, "Số tờ")]),
        ]
        #expect(read(inventory + rows(["12", "40", "7", "33"]))?.isSure != true)
        #expect(read([head[1]] + rows(["1"]))?.isSure == true)
    }

    @Test func numbersThatWereNotReadAreLookedForInTheirPlaces() {
        var lines = head + rows(["1", "", "6", "9"])
        lines[4].parts.removeFirst()
        lines[5].parts.removeFirst()
        let places = ContentsPage.places(PageText(lines).page, PageText.width, PageText.height)
        // The number of the third row follows from none behind it; the sheet of the second stands between those of its neighbours.
        #expect(places.contains { $0.x < 825 && $0.x + $0.width > 835 && $0.y < 240 && $0.y + $0.height > 260 })
        #expect(places.contains { $0.x < 105 && $0.x + $0.width > 115 && $0.y < 280 && $0.y + $0.height > 300 })
        #expect(places.allSatisfy { $0.height < 60 })
        #expect(ContentsPage.places(PageText.decision.page, PageText.width, PageText.height).isEmpty)
    }

    @Test func whatIsMissingIsSaid() {
        let comparison = ContentsComparison(documents: 12, found: 11, missing: [34...36, 40...40])
        #expect(comparison.phrase(.vi) == "Mục lục ghi 12 văn bản, đã thấy 11; thiếu tờ 34–36, 40")
        #expect(!comparison.agrees && ContentsComparison(documents: 2, found: 2).agrees)
        #expect(ContentsComparison(documents: 3, unread: 1, found: 2).phrase(.vi) == "Mục lục ghi 3 văn bản (1 dòng chưa đọc được), đã thấy 2")
    }
}
