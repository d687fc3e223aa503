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
        #expect(report(.receipt).day == fields.receivedOn && report(.return).day == fields.returnedOn)
        #expect(report(.receipt).entryTotals == nil && report(.return).entryTotals != nil)
    }

    @Test func totalsSayHowManyBoxesWereNotCounted() {
        let totals = HandoverReport.Totals([BoxCount(dossiers: 3, sheets: 40), BoxCount(dossiers: 2), BoxCount(dossiers: 1, sheets: 2)])
        #expect((totals.boxes, totals.dossiers, totals.sheets, totals.uncountedBoxes) == (3, 6, 42, 1))
    }
}
