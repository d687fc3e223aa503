import Foundation
import Records
import Testing
@testable import Store

extension StoreTests {
    /// What is keyed off the phiếu chuẩn bị.
    @Suite struct Preparations {
        let station: Station
        let store: StationStore
        let dossier: DossierID
        let hoa: Actor

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
            dossier = try station.dossier("H1")
        }

        /// A phiếu chuẩn bị of H1, and its other side, in a stack of this dossier.
        @discardableResult
        private func feedSheet(into other: DossierID? = nil) throws -> PageID {
            let run = try station.run(other ?? dossier)
            var front = try station.arrival(run, 1)
            front.code = .preparation(try DossierCode("H1"))
            var back = try station.arrival(run, 2)
            back.blank = .suspected
            if other != nil {
                let lease = try store.leaseDossier(dossier, code: try DossierCode("H1"))
                _ = try store.continueRun(run, behind: 1, into: dossier, under: lease, by: hoa)
            }
            for side in [front, back] { try store.enter(side, in: run, by: hoa) }
            return front.page
        }

        @Test func keyedAndTakenBackInOneStep() throws {
            let sheet = try feedSheet()
            #expect(try store.preparationSheet(of: dossier)?.isKeyed == false)
            let said = Preparation(preparer: " Trần Thị Hoà ", [.large: 2, .torn: 0])
            try store.keyPreparation(dossier, said, from: sheet, counts: (12, RoleCounts(cover: 1)), by: hoa)
            let keyed = try store.dossier(dossier)
            #expect(keyed.countedSheets == 12 && keyed.countedRoles?.cover == 1)
            #expect(keyed.preparation?.said == Preparation(preparer: "Trần Thị Hoà", [.large: 2, .torn: 0]))
            #expect(keyed.preparation?.person == "hoa" && keyed.preparation?.sheet == sheet)
            #expect(try store.preparationSheet(of: dossier)?.isKeyed == true && store.preparationSheet(of: dossier)?.page == sheet)
            #expect(try store.auditEntries(last: 3).contains { $0.action == "pages.count" && $0.detail.contains("Trần Thị Hoà") })
            try store.undo(dossier, by: hoa)
            #expect(try store.dossier(dossier).preparation == nil && store.dossier(dossier).countedSheets == nil)
            #expect(try store.preparationSheet(of: dossier)?.isKeyed == false, "it is wanted again")
            try store.redo(dossier, by: hoa)
            #expect(try store.dossier(dossier).preparation == keyed.preparation)
            try station.expectConsistent(dossier)
        }

        @Test func aNewerSheetIsWanted() throws {
            try store.keyPreparation(dossier, Preparation([.large: 1]), from: try feedSheet(), by: hoa)
            #expect(try store.dossier(dossier).countedSheets == nil, "only what was said is changed")
            let second = try feedSheet()
            #expect(try store.preparationSheet(of: dossier)?.page == second && store.preparationSheet(of: dossier)?.isKeyed == false)
            try store.restore([second], by: hoa)
            #expect(try store.preparationSheet(of: dossier)?.isKeyed == true, "a person took it as a page")
        }

        /// Behind another dossier in the stack, it lies with that one.
        @Test func foundWhereTheStackHadIt() throws {
            let other = try station.dossier("H0")
            let sheet = try feedSheet(into: other)
            #expect(try store.contents(other).dropped.map(\.id).contains(sheet))
            #expect(try store.preparationSheet(of: dossier)?.page == sheet && store.preparationSheet(of: other) == nil)
        }

        @Test func keyedWithoutASheet() throws {
            #expect(try store.preparationSheet(of: dossier) == nil)
            try store.keyPreparation(dossier, Preparation(preparer: "Ba"), from: nil, by: hoa)
            try feedSheet()
            #expect(try store.preparationSheet(of: dossier)?.isKeyed == false, "nobody has seen this sheet")
        }

        @Test func theSameAgainIsNoStep() throws {
            let said = Preparation([.missing: 3])
            try store.keyPreparation(dossier, said, from: nil, by: hoa)
            station.clock.move(seconds: 60)
            try store.keyPreparation(dossier, said, from: nil, by: hoa)
            try store.undo(dossier, by: hoa)
            #expect(try store.dossier(dossier).preparation == nil)
        }

        @Test func whatDoesNotFitChangesNothing() throws {
            let errors: [(Preparation, String)] = [
                (Preparation([.torn: -1]), "torn"), (Preparation([.large: 10_000]), "large"), (Preparation(preparer: String(repeating: "a", count: 81)), "preparer"),
            ]
            for (said, field) in errors {
                let error = #expect(throws: StoreError.self) { try store.keyPreparation(dossier, said, from: nil, counts: (3, nil), by: hoa) }
                guard case .invalidValue(field, _)? = error else { Issue.record("\(field): \(String(describing: error))"); continue }
            }
            #expect(throws: StoreError.self) { try store.keyPreparation(dossier, Preparation(), from: nil, counts: (-1, nil), by: hoa) }
            #expect(try store.dossier(dossier).preparation == nil && store.dossier(dossier).countedSheets == nil)
        }

        @Test func theLastPreparerIsOffered() throws {
            #expect(try store.lastPreparer() == nil)
            try store.keyPreparation(try station.dossier("H2"), Preparation(preparer: "Lan"), from: nil, by: hoa)
            station.clock.move(seconds: 1)
            try store.keyPreparation(dossier, Preparation(preparer: "Ba"), from: nil, by: hoa)
            station.clock.move(seconds: 1)
            try store.keyPreparation(try station.dossier("H3"), Preparation([.large: 1]), from: nil, by: hoa)
            #expect(try store.lastPreparer() == "Ba")
        }

        @Test func whatIsKeptInABoxIsSummedUp() throws {
            try store.setFields(dossier, DossierFields(title: "Một", box: "12"), by: hoa)
            try store.keyPreparation(dossier, Preparation([.large: 2]), from: nil, by: hoa)
            try store.keyPreparation(try station.dossier("H2"), Preparation([.large: 5]), from: nil, by: hoa)
            let said = try store.read { [store] db in try store.preparations(db, inBoxes: ["12", "13"]) }
            #expect(said == [Preparation([.large: 2])])
        }

        @Test func placesThatAreShort() throws {
            let pages = try station.scan(2, into: dossier)
            try store.keyPreparation(dossier, Preparation([.large: 2, .torn: 1]), from: nil, counts: (1, nil), by: hoa)
            for kind in [PlaceholderKind.large, .fragile] { try store.reserve(kind, in: dossier, after: pages[1], by: hoa) }
            #expect(try store.contents(dossier).preparationShort.map(\.line) == [.large])
            for place in try store.contents(dossier).placeholders { try store.release(place.id, by: hoa) }
            #expect(try store.contents(dossier).preparationShort.count == 2)
            try store.finish(dossier, by: hoa)
            #expect(try store.dossier(dossier).standing.state == .scanned, "it is a hint")
            #expect(try store.scanners(of: dossier) == ["hoa"])
        }
    }
}
