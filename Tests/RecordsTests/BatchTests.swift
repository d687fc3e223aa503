import Foundation
import Records
import Testing

@Suite struct BatchValueTests {
    @Test(arguments: [
        ("tốt", PhysicalCondition.good), ("GOOD", .good), ("", .unsaid),
        ("mốc, rách", PhysicalCondition([.torn, .mouldy])), ("rách, khác: chuột cắn", PhysicalCondition([.torn, .other], detail: "chuột cắn")),
        ("ố: bìa sau", PhysicalCondition([.stained], detail: "bìa sau")),
        ("tốt, rách", nil), ("khác", nil), ("khác: ", nil), ("đẹp", nil),
    ] as [(String, PhysicalCondition?)])
    func conditionsAreRead(typed: String, condition: PhysicalCondition?) {
        #expect(PhysicalCondition(typed: typed) == condition)
        #expect(PhysicalCondition(typed: typed.decomposedStringWithCanonicalMapping) == condition)
    }

    @Test func aConditionIsTheSameAfterItsJSON() throws {
        let condition = try #require(PhysicalCondition([.stuck, .other], detail: "băng keo"))
        #expect(try JSONDecoder().decode(PhysicalCondition.self, from: JSONEncoder().encode(condition)) == condition)
        #expect(throws: DecodingError.self) {
            try JSONDecoder().decode(PhysicalCondition.self, from: Data(#"{"codes":["good","torn"],"detail":""}"#.utf8))
        }
    }

    @Test(arguments: [
        ("mượn lại", EarlyReturnReason.borrowedBack), ("Theo yêu cầu", .onRequest), ("on_request", .onRequest), ("khác: kho dọn", .other("kho dọn")),
        ("kho dọn", .other("kho dọn")), ("khác:", nil), ("khác", nil), (" ", nil),
    ] as [(String, EarlyReturnReason?)])
    func reasonsAreRead(typed: String, reason: EarlyReturnReason?) {
        #expect(EarlyReturnReason(typed: typed) == reason)
    }

    @Test func atTheReturnThePartiesChangePlaces() {
        let fields = BatchFields(
            number: "1", giver: Party(unit: "Kho"), receiver: Party(unit: "Trạm"), receivedOn: PartialDate("2026-03-02"),
            returnedOn: PartialDate("2026-04-02"))
        func report(_ kind: HandoverReport.Kind) -> HandoverReport {
            HandoverReport(
                kind: kind, batch: fields, agencyName: "", fondsName: "", lines: [], remaining: [], made: Timestamp(milliseconds: 0), auditHead: "")
        }
        #expect((report(.receipt).giver.unit, report(.receipt).receiver.unit) == ("Kho", "Trạm"))
        #expect((report(.return).giver.unit, report(.return).receiver.unit) == ("Trạm", "Kho"))
        #expect(report(.receipt).day(in: .gmt) == fields.receivedOn && report(.return).day(in: .gmt) == fields.returnedOn)
        #expect(report(.receipt).entryTotals == nil && report(.return).entryTotals != nil)
    }

    @Test func totalsSayHowManyBoxesWereNotCounted() {
        let totals = HandoverReport.Totals([
            ("1", BoxCount(dossiers: 3, sheets: 40)), ("2", BoxCount(dossiers: 2)), ("3", BoxCount(dossiers: 1, sheets: 2)),
        ])
        #expect((totals.boxes, totals.dossiers, totals.sheets) == (3, 6, 42))
        #expect(totals.uncounted == ["2"] && !totals.isWithoutSheets)
        #expect(HandoverReport.Totals([("2", BoxCount(dossiers: 2))]).isWithoutSheets && !HandoverReport.Totals([]).isWithoutSheets)
    }

    @Test func whatGoesBackHasItsOwnDayAndItsPartOfTheShelf() {
        func report(_ fields: BatchFields, remaining: Int) -> HandoverReport {
            let lines = (0..<3).map { index in
                HandoverLine(
                    label: "\(index)", room: "", shelf: "", count: BoxCount(dossiers: 1), at: Timestamp(milliseconds: Int64(index) * 86_400_000),
                    cameAt: Timestamp(milliseconds: 0), entry: nil, differences: [], earlyReason: nil)
            }
            return HandoverReport(
                kind: .return, batch: fields, agencyName: "", fondsName: "", lines: lines, remaining: (0..<remaining).map { "r\($0)" },
                made: Timestamp(milliseconds: 0), auditHead: "")
        }
        let whole = BatchFields(number: "1", shelfMetres: 4)
        #expect(report(whole, remaining: 0).day(in: .gmt) == PartialDate("1970-01-03"), "that of the last box")
        #expect(report(whole, remaining: 0).shelfMetres == HandoverReport.ShelfMetres(metres: 4, isByBoxes: false))
        #expect(report(whole, remaining: 1).shelfMetres == HandoverReport.ShelfMetres(metres: 3, isByBoxes: true))
        #expect(report(whole, remaining: 0).dayOfReceipt(in: .gmt) == PartialDate("1970-01-01"), "nobody wrote it down")
        #expect(report(whole, remaining: 0).isOfManyDays(in: .gmt))
        var measured = BatchFields(number: "1", shelfMetres: 4, returnedMetres: 2.5)
        #expect(report(measured, remaining: 0).shelfMetres == HandoverReport.ShelfMetres(metres: 2.5, isByBoxes: false))
        measured.returnedMetresOf = 2
        #expect(report(measured, remaining: 1).shelfMetres == HandoverReport.ShelfMetres(metres: 3, isByBoxes: true), "one more went back since")
        measured.returnedMetresOf = 3
        #expect(report(measured, remaining: 1).shelfMetres == HandoverReport.ShelfMetres(metres: 2.5, isByBoxes: false))
        #expect(report(BatchFields(number: "1"), remaining: 1).shelfMetres == nil)
    }

    @Test func aBatchOfAnOlderProgramIsRead() throws {
        let old = #"{"number":"1","name":"","giver":{"unit":"","person":"","post":""},"receiver":{"unit":"","person":"","post":""},"place":"","basis":"","note":""}"#
        #expect(try JSONDecoder().decode(BatchFields.self, from: Data(old.utf8)) == BatchFields(number: "1"))
    }
}
