import Foundation
import Records
import Testing
@testable import Store

extension StoreTests {
    @Suite struct Register {
        let station: Station
        let store: StationStore
        let hoa: Actor

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
        }

        @Test func codesAndTheirPathsAreUnique() throws {
            _ = try station.dossier("H01/2008.QĐ")
            #expect(throws: StoreError.dossierExists("H01/2008.QĐ")) { try station.dossier("H01/2008.QĐ") }
            #expect(throws: StoreError.pathCollision("H01/2008.QĐ", "H01.2008.QD")) { try station.dossier("H01.2008.QD") }
            #expect(throws: StoreError.pathCollision("H01/2008.QĐ", "h01/2008.qđ")) { try station.dossier("h01/2008.qđ") }
            #expect(try store.register(limit: 10).total == 1)
        }

        @Test func theCheckForEqualPathsDoesNotReadTheWholeRegister() throws {
            let plan = try store.plan("SELECT code FROM dossiers WHERE path_name = 'x' COLLATE NOCASE")
            #expect(plan.contains("dossiers_by_path"))
        }

        @Test func textsAreKeptInNFC() throws {
            let decomposed = "Tờ trình".decomposedStringWithCanonicalMapping
            let id = try store.addDossier(
                code: DossierCode("A"), fields: DossierFields(title: decomposed, box: decomposed, note: decomposed), by: hoa)
            #expect(Array(try store.dossier(id).fields.title.unicodeScalars) == Array("Tờ trình".unicodeScalars))
            try store.setFields(id, DossierFields(title: "x", note: decomposed), by: hoa)
            #expect(Array((try store.dossier(id).fields.note ?? "").unicodeScalars) == Array("Tờ trình".unicodeScalars))
        }

        @Test func wordsAreFoundWithOrWithoutMarks() throws {
            _ = try station.dossier("A1", title: "Tập lưu quyết định về đất đai")
            _ = try station.dossier("A2", title: "Báo cáo 100% kế hoạch")
            _ = try station.dossier("A_3", title: "Công văn đi")
            func codes(_ text: String) throws -> [String] { try store.register(matching: text, limit: 100).lines.map(\.code.text) }
            #expect(try codes("") == ["A1", "A2", "A_3"])
            #expect(try codes("quyet dinh") == ["A1"])
            #expect(try codes("định QUYẾT") == ["A1"])
            #expect(try codes("dat dai") == ["A1"])
            #expect(try codes("đất") == ["A1"])
            #expect(try codes("a2") == ["A2"])
            #expect(try codes("100%") == ["A2"])
            #expect(try codes("%") == ["A2"])
            #expect(try codes("a_3") == ["A_3"])
            #expect(try codes("_") == ["A_3"])
            #expect(try codes("quyet ke") == [])
        }

        @Test func aBoxIsInTheOrderOfItsNumbers() throws {
            for (code, box, number) in [("A", "12", 3), ("B", "12", 1), ("C", "13", 1), ("D", "12", 2)] {
                try store.addDossier(code: DossierCode(code), fields: DossierFields(title: "", box: box, numberInBox: number), by: hoa)
            }
            #expect(try store.register(box: "12", limit: 100).lines.map(\.code.text) == ["B", "D", "A"])
            #expect(try store.register(limit: 100).lines.map(\.code.text) == ["A", "B", "C", "D"])
            #expect(try store.register(box: "12", number: 2, limit: 100).lines.map(\.code.text) == ["D"])
            let part = try store.register(limit: 2, offset: 1)
            #expect(part.lines.map(\.code.text) == ["B", "C"])
            #expect(part.total == 4)
            #expect(try store.register(limit: 100).total == 4)
        }

        @Test(arguments: [-1, 10_000, Int.max]) func impossibleCountsAreRefused(count: Int) throws {
            let error = StoreError.invalidValue(field: "counted_sheets", value: String(count))
            #expect(throws: error) { try station.dossier("B", counted: count) }
            let id = try station.dossier("A")
            #expect(throws: error) { try store.setCountedSheets(id, count, by: hoa) }
        }

        @Test func aWrongSummaryIsNamed() throws {
            let ids = try ["A", "B", "C"].map { try station.dossier($0) }
            try station.scan(2, into: ids[1])
            #expect(try store.wrongSummaries() == [])
            try store.execute("UPDATE summaries SET sheets = 7 WHERE dossier_id = ?", [ids[1].description])
            try store.execute("UPDATE summaries SET state = 'scanned' WHERE dossier_id = ?", [ids[2].description])
            #expect(try store.wrongSummaries().map(\.text) == ["B", "C"])
        }

        @Test func aFondsIsSavedByItsCode() throws {
            let id = try store.saveFonds(code: "P01", name: "Phông UBND", agencyCode: "H19", agencyName: "UBND tỉnh", by: hoa)
            #expect(try store.saveFonds(code: "P01", name: "Phông UBND tỉnh", agencyCode: "H19", agencyName: "UBND tỉnh", by: hoa) == id)
            #expect(try store.fonds().map(\.name) == ["Phông UBND tỉnh"])
        }

        @Test func missingDossiersAreNamed() throws {
            #expect(throws: StoreError.noSuchDossier("X")) { try store.dossier(DossierCode("X")) }
            #expect(StoreError.noSuchDossier("X").exitCode == .missingInput)
        }
    }

    @Suite struct Finishing {
        let station: Station
        let store: StationStore
        let hoa: Actor
        let dossier: DossierID

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
            dossier = try station.dossier("A")
        }

        private func standing() throws -> DossierStanding { try store.dossier(dossier).standing }

        @Test func theLifeOfADossier() throws {
            #expect(try standing().state == .listed)
            try store.setCountedSheets(dossier, 2, by: hoa)
            #expect(try standing().state == .prepared)
            #expect(throws: StoreError.noPages(code: "A")) { try store.finish(dossier, by: hoa) }
            try station.scan(2, into: dossier)
            #expect(try standing().state == .scanning)
            #expect(throws: StoreError.countsDiffer(code: "A", counted: 2, sheets: 1)) { try store.finish(dossier, by: hoa) }
            try station.scan(2, into: dossier)
            try store.finish(dossier, by: hoa)
            #expect(try standing().state == .scanned)
            #expect(try store.deliveryCandidates(to: "usb", format: "").candidates.map(\.dossier.id) == [dossier])
            #expect(try store.settledCount(since: Timestamp(milliseconds: 0)) == 1)
            #expect(try store.settledCount(since: station.clock.now()) == 0)
            // A further sheet makes the settling void.
            let extra = try station.scan(1, into: dossier)
            #expect(try standing().state == .scanning)
            #expect(try standing().missing.first == MissingItem(.sheetsTooMany, count: 1))
            #expect(try store.deliveryCandidates(to: "usb", format: "").candidates == [])
            #expect(try store.settledCount(since: Timestamp(milliseconds: 0)) == 0)
            // Without it, it stands again.
            try store.drop(extra, by: hoa)
            #expect(try standing().state == .scanned)
            try store.setCountedSheets(dossier, 3, by: hoa)
            #expect(try standing().state == .scanning)
            #expect(try store.wrongSummaries() == [])
        }

        @Test func withoutACountThereIsNothingToAgree() throws {
            try station.scan(2, into: dossier)
            #expect(throws: StoreError.notCounted(code: "A")) { try store.finish(dossier, by: hoa) }
            try store.finish(dossier, override: .other("sổ đóng gáy"), by: hoa)
            #expect(try standing().state == .scanned)
            #expect(try store.dossier(dossier).settlement == Settlement(sheets: 1, override: .other("sổ đóng gáy")))
        }

        @Test(arguments: [OverrideReason.missingBefore, .doubledNumber, .other("x"), .recounted(1)])
        func aCodedReasonSettles(reason: OverrideReason) throws {
            try store.setCountedSheets(dossier, 5, by: hoa)
            try station.scan(2, into: dossier)
            try store.finish(dossier, override: reason, by: hoa)
            #expect(try store.dossier(dossier).settlement?.override == reason)
            #expect(try standing().state == .scanned)
            try station.scan(2, into: dossier)
            #expect(try standing().state == .scanning)
        }

        @Test func aRecountMustBeTheSheetsThereAre() throws {
            try station.scan(2, into: dossier)
            #expect(throws: StoreError.countsDiffer(code: "A", counted: 2, sheets: 1)) {
                try store.finish(dossier, override: .recounted(2), by: hoa)
            }
        }

        /// It was written down and read back as no reason at all.
        @Test func aReasonWithoutWordsIsNone() throws {
            try station.scan(2, into: dossier)
            #expect(throws: StoreError.invalidValue(field: "override", value: "")) {
                try store.finish(dossier, override: .other(""), by: hoa)
            }
        }
    }
}
