import Foundation
import Records
import Testing

@Suite struct ULIDTests {
    @Test func aKnownIdentifierIsWrittenAsTheSpecificationSays() {
        // github.com/ulid/spec: 1469918176385 ms is 01ARYZ6S41.
        let id = ULID(milliseconds: 1_469_918_176_385, randomHigh: 0, randomLow: 0)
        #expect(id.description == "01ARYZ6S410000000000000000")
    }

    @Test(arguments: [
        ULID(milliseconds: 0, randomHigh: 0, randomLow: 0),
        ULID(milliseconds: (1 << 48) - 1, randomHigh: .max, randomLow: .max),
        ULID(milliseconds: 1_800_000_000_000, randomHigh: 0x1234, randomLow: 0xFEDC_BA98_7654_3210),
    ])
    func thereAndBack(id: ULID) throws {
        #expect(ULID(id.description) == id)
        #expect(ULID(id.description.lowercased()) == id)
        #expect(try JSONDecoder().decode([ULID].self, from: JSONEncoder().encode([id])) == [id])
        #expect(id.description.count == 26)
    }

    @Test func theTextSortsAsTheValue() {
        let ids = [
            ULID(milliseconds: 1, randomHigh: 0, randomLow: 9), ULID(milliseconds: 1, randomHigh: 1, randomLow: 0),
            ULID(milliseconds: 2, randomHigh: 0, randomLow: 0), ULID(milliseconds: 1 << 40, randomHigh: 0, randomLow: 0),
            ULID(milliseconds: (1 << 48) - 1, randomHigh: 0, randomLow: 0),
        ]
        #expect(ids.sorted() == ids)
        #expect(ids.map(\.description).sorted() == ids.map(\.description))
    }

    @Test(arguments: [
        "", "01ARYZ6S41000000000000000", "01ARYZ6S4100000000000000000", "81ARYZ6S410000000000000000", "01ARYZ6S41000000000000000I",
        "01ARYZ6S41000000000000000U", "01ARYZ6S41000000000000000 ", "01ARYZ6S4100000000000000é",
    ])
    func anythingElseIsNone(text: String) { #expect(ULID(text) == nil) }
}

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (-1, "1969-12-31T23:59:59.999Z"), (951_782_400_000, "2000-02-29T00:00:00.000Z"),
        (4_107_542_399_999, "2100-02-28T23:59:59.999Z"), (1_795_244_607_125, "2026-11-21T07:03:27.125Z"),
        (-62_135_596_800_000, "0001-01-01T00:00:00.000Z"),
    ] as [(Int64, String)])
    func iso8601(milliseconds: Int64, text: String) { #expect(Timestamp(milliseconds: milliseconds).iso8601 == text) }

    @Test func itAgreesWithFoundation() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(identifier: "Asia/Ho_Chi_Minh"))
        var milliseconds: Int64 = -1_000_000_000_000
        while milliseconds < 5_000_000_000_000 {
            let parts = Timestamp(milliseconds: milliseconds).parts(in: calendar.timeZone)
            let expected = calendar.dateComponents(
                [.year, .month, .day, .hour, .minute, .second], from: Date(timeIntervalSince1970: Double(milliseconds) / 1000))
            #expect([parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second] == [
                expected.year, expected.month, expected.day, expected.hour, expected.minute, expected.second,
            ])
            milliseconds += 9_876_543_210
        }
    }

    @Test func theDayIsThatOfTheZone() throws {
        let moment = Timestamp(milliseconds: 1_795_244_607_125 + 12 * 3_600_000)
        #expect(moment.day(in: try #require(TimeZone(identifier: "Asia/Ho_Chi_Minh"))) > moment.day(in: .gmt))
    }

    @Test func secondsGoBackToo() {
        #expect(Timestamp(milliseconds: 500).seconds(since: Timestamp(milliseconds: 2000)) == -1.5)
    }
}

@Suite struct PartialDateTests {
    @Test(arguments: [
        ("2008", "2008", "2008"), ("2008-05", "2008-05", "05/2008"), ("2008-05-12", "2008-05-12", "12/05/2008"),
        ("05/2008", "2008-05", "05/2008"), ("12/05/2008", "2008-05-12", "12/05/2008"), ("1/2/2008", "2008-02-01", "01/02/2008"),
        ("29/02/2000", "2000-02-29", "29/02/2000"), ("0001", "0001", "0001"),
    ])
    func read(text: String, stored: String, shown: String) throws {
        let date = try #require(PartialDate(text))
        #expect(date.description == stored)
        #expect(date.shown == shown)
        #expect(PartialDate(date.shown) == date)
        #expect(try JSONDecoder().decode([PartialDate].self, from: JSONEncoder().encode([date])) == [date])
    }

    @Test(arguments: [
        "", "-", "/", "08", "0000", "20088", "2008-13", "2008-00", "2008-02-30", "29/02/1900", "31/04/2008", "00/05/2008", "2008/05/12",
        "12-05-2008", "2008-05-12-01", "1/2/3/2008", "2008-", "/2008", "+2008", " 2008", "２００８", "99999999999999999999", "tháng 5",
    ])
    func refused(text: String) { #expect(PartialDate(text) == nil) }

    @Test func whatIsUnknownSortsFirst() {
        let texts = ["2007-12-31", "2008", "2008-05", "2008-05-01", "2008-06"]
        let dates = texts.compactMap { PartialDate($0) }
        #expect(dates.count == texts.count)
        #expect(dates.sorted() == dates)
    }
}

@Suite struct DossierCodeTests {
    @Test(arguments: [
        ("G09.2021.01.TCCB", "G09.2021.01.TCCB", "G09.2021.01.TCCB"), ("  01/QĐ-UBND \n", "01/QĐ-UBND", "01.QD-UBND"),
        ("Hồ sơ 12", "Hồ sơ 12", "Ho.so.12"), ("đ_1", "đ_1", "d_1"),
    ])
    func keptToTheLetter(raw: String, text: String, path: String) throws {
        let code = try DossierCode(raw)
        #expect(code.text == text)
        #expect(code.pathName == path)
        #expect(try JSONDecoder().decode([DossierCode].self, from: JSONEncoder().encode([code])) == [code])
    }

    @Test func normalised() throws {
        let code = try DossierCode("QĐ-Huế".decomposedStringWithCanonicalMapping)
        #expect(Array(code.text.unicodeScalars) == Array("QĐ-Huế".unicodeScalars))
    }

    /// `/` and blanks become dots in a path name: `/a` would have made a hidden file.
    @Test(arguments: [".", "..", ".a", "a.", "/a", "a/", "/", "../a"]) func dotsAtTheEnds(raw: String) {
        #expect(throws: DossierCode.Refusal.misplacedDot) { try DossierCode(raw) }
    }

    @Test(arguments: ["a\u{0}b", "a\nb", "a\tb", "a\\b", "a:b", "a*b", "a?b", "a|b", "a\"b", "a<b", "🙂", "ß", "中", "１", "a\u{200B}b", "a\u{202E}b"])
    func charactersWithoutAPlaceInAFileName(raw: String) {
        let error = #expect(throws: DossierCode.Refusal.self) { try DossierCode(raw) }
        if case .forbiddenCharacter? = error { return }
        Issue.record("\(String(describing: error))")
    }

    @Test func length() throws {
        _ = try DossierCode(String(repeating: "ế", count: 100))
        #expect(throws: DossierCode.Refusal.tooLong(101)) { try DossierCode(String(repeating: "a", count: 101)) }
        #expect(throws: DossierCode.Refusal.empty) { try DossierCode(" \n ") }
    }
}

@Suite struct OverrideReasonTests {
    @Test(arguments: [
        ("đếm lại: 12", .recounted(12)), ("Đếm lại:12", .recounted(12)), ("recounted:12", .recounted(12)), ("recount : 0", .recounted(0)),
        ("thiếu từ trước", .missingBefore), ("THIẾU TỪ TRƯỚC", .missingBefore), ("missing_before", .missingBefore),
        ("trùng số", .doubledNumber), ("doubled number", .doubledNumber), ("khác: sổ đóng gáy: dày", .other("sổ đóng gáy: dày")),
        ("other: bound", .other("bound")), ("sổ đóng gáy", .other("sổ đóng gáy")), ("thiếu: tờ 5", .other("thiếu: tờ 5")),
        ("", nil), ("  ", nil), (":", nil), (": 12", .other(": 12")), ("đếm lại", nil), ("đếm lại:", nil), ("đếm lại: mười", nil), ("đếm lại: -1", nil),
        ("đếm lại: 12 tờ", nil), ("khác", nil), ("khác:", nil), ("other: ", nil),
    ] as [(String, OverrideReason?)])
    func typed(text: String, reason: OverrideReason?) {
        #expect(OverrideReason(typed: text) == reason)
        #expect(OverrideReason(typed: text.decomposedStringWithCanonicalMapping) == reason)
    }

    @Test(arguments: [OverrideReason.recounted(3), .missingBefore, .doubledNumber, .other("x")])
    func storedAndReadBack(reason: OverrideReason) {
        #expect(OverrideReason(code: reason.code, detail: reason.detail) == reason)
    }

    @Test func unknownCodes() {
        #expect(OverrideReason(code: "", detail: nil) == nil)
        #expect(OverrideReason(code: "other", detail: "") == nil)
    }
}

@Suite struct DossierStandingTests {
    private func standing(
        sheets: Int, pages: Int, dropped: Int = 0, counted: Int?, settled: Settlement? = nil, toCorrect: Int = 1
    ) -> DossierStanding {
        DossierStanding(
            counts: DossierCounts(sheets: sheets, pages: pages, dropped: dropped, blank: 0, ocrWaiting: 0, ocrFailed: 0, toCorrect: toCorrect),
            countedSheets: counted, settlement: settled)
    }

    @Test func states() {
        #expect(standing(sheets: 0, pages: 0, counted: nil).state == .listed)
        #expect(standing(sheets: 0, pages: 0, counted: 0).state == .prepared)
        #expect(standing(sheets: 1, pages: 2, counted: nil).state == .scanning)
        #expect(standing(sheets: 0, pages: 0, dropped: 2, counted: 1).state == .scanning)
        #expect(standing(sheets: 1, pages: 2, counted: 1).state == .scanning, "agreeing is not yet finished")
        #expect(standing(sheets: 1, pages: 2, counted: 1, settled: Settlement(sheets: 1, override: nil)).state == .scanned)
        #expect(standing(sheets: 2, pages: 4, counted: 1, settled: Settlement(sheets: 1, override: nil)).state == .scanning)
        #expect(standing(sheets: 1, pages: 2, counted: 2, settled: Settlement(sheets: 1, override: nil)).state == .scanning)
        #expect(standing(sheets: 1, pages: 2, counted: 2, settled: Settlement(sheets: 1, override: .missingBefore)).state == .scanned)
        #expect(standing(sheets: 2, pages: 4, counted: 2, settled: Settlement(sheets: 1, override: .missingBefore)).state == .scanning)
        #expect(standing(sheets: 1, pages: 2, counted: 1, settled: Settlement(sheets: 1, override: nil), toCorrect: 0).state == .corrected)
        #expect(standing(sheets: 1, pages: 2, counted: 1, toCorrect: 0).state == .scanning, "texts do not settle counts")
    }

    @Test func whatIsMissing() {
        #expect(standing(sheets: 0, pages: 0, counted: nil).missing == [MissingItem(.countedSheets), MissingItem(.pages), MissingItem(.notFinished)])
        #expect(standing(sheets: 3, pages: 6, counted: 5).missing == [MissingItem(.sheetsMissing, count: 2), MissingItem(.notFinished)])
        #expect(standing(sheets: 6, pages: 6, counted: 5).missing == [MissingItem(.sheetsTooMany, count: 1), MissingItem(.notFinished)])
        let counts = DossierCounts(sheets: 1, pages: 2, dropped: 0, blank: 0, ocrWaiting: 2, ocrFailed: 1)
        let settled = DossierStanding(counts: counts, countedSheets: 1, settlement: Settlement(sheets: 1, override: nil))
        #expect(settled.missing == [MissingItem(.ocrWaiting, count: 2), MissingItem(.ocrFailed, count: 1)])
    }
}

@Suite struct BoxTests {
    @Test func jsonIsFourNumbers() throws {
        let box = Box(x: 1, y: 2, width: 3, height: 4)
        #expect(String(decoding: try JSONEncoder().encode(box), as: UTF8.self) == "[1,2,3,4]")
        #expect(try JSONDecoder().decode(Box.self, from: Data("[1,2,3,4]".utf8)) == box)
    }

    @Test func union() {
        #expect(Box(x: 5, y: 5, width: 5, height: 5).union(Box(x: 0, y: 8, width: 2, height: 10)) == Box(x: 0, y: 5, width: 10, height: 13))
    }
}

@Suite struct RecognisedTextTests {
    @Test func wordsAndLines() {
        func word(_ text: String, _ line: Int) -> RecognisedWord {
            RecognisedWord(text: text, confidence: 1, box: Box(x: 0, y: 0, width: 1, height: 1), line: line)
        }
        #expect(RecognisedPage(language: "vie", words: [word("a", 0), word("b", 0), word("c", 3)]).text == "a b\nc")
        #expect(RecognisedPage(language: "vie", words: []).text == "")
    }
}

@Suite struct PageEdgeTests {
    @Test func edgesTurnWithThePage() {
        #expect(PageEdge.top.turned(quarterTurnsClockwise: 1) == .right)
        #expect(PageEdge.left.turned(quarterTurnsClockwise: 1) == .top)
        #expect(PageEdge.right.turned(quarterTurnsClockwise: -1) == .top)
        #expect(PageEdge.bottom.turned(quarterTurnsClockwise: 6) == .top)
    }
}
