import Records
import Testing
@testable import Store

extension StoreTests {
    /// All fronts, then the stack of backs.
    @Suite struct ManualDuplex {
        let station: Station
        let store: StationStore
        let dossier: DossierID
        let hoa: Actor

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
            dossier = try station.dossier()
        }

        private func fronts(_ count: Int) throws -> [PageID] { try station.capture(count, into: dossier, at: .end, source: .manualDuplex) }

        /// A pass of backs, the last sheet first as a stack that was turned over feeds them.
        private func backs(_ count: Int, reversed: Bool = true) throws -> [PageID] {
            let sheets = try store.frontsAwaitingBacks(dossier)
            return try station.capture(count, into: dossier, at: .backs(of: reversed ? sheets.reversed() : sheets), source: .manualDuplex)
        }

        private func zip(_ a: [PageID], _ b: [PageID]) -> [PageID] { Swift.zip(a, b).flatMap { [$0, $1] } }

        @Test(arguments: [true, false]) func eachBackFindsItsFront(reversed: Bool) throws {
            let before = try station.scan(2, into: dossier)
            let f = try fronts(4)
            #expect(try store.frontsAwaitingBacks(dossier).count == 4)
            let b = try backs(4, reversed: reversed)
            #expect(try station.pages(dossier) == before + zip(f, reversed ? b.reversed() : b))
            let contents = try store.contents(dossier)
            #expect(contents.pages.map(\.side) == (0..<10).map { $0 % 2 == 0 ? .front : .back })
            #expect(contents.pages.map(\.sheet) == (0..<10).map { $0 / 2 + 1 })
            #expect(contents.summary.counts.sheets == 5)
            #expect(try store.frontsAwaitingBacks(dossier) == [])
            try station.expectConsistent(dossier)
        }

        @Test func documentsThatWereSplitMeanwhileTakeTheirBacks() throws {
            let f = try fronts(4)
            try store.split(before: f[2], by: hoa)
            let b = try backs(4)
            #expect(try station.documents(dossier) == [zip([f[0], f[1]], [b[3], b[2]]), zip([f[2], f[3]], [b[1], b[0]])])
            try store.undo(dossier, by: hoa)
            #expect(try station.documents(dossier).count == 1)
            try station.expectConsistent(dossier)
        }

        @Test func aJamAmongTheBacksIsGoneOnWith() throws {
            let f = try fronts(5)
            let first = try backs(2)
            let open = try store.frontsAwaitingBacks(dossier)
            #expect(open.count == 3)
            #expect(try store.contents(dossier).pages.filter { open.contains($0.sheetID) }.map(\.id) == Array(f[..<3]))
            let second = try backs(3)
            #expect(try station.pages(dossier) == zip(f, (first + second).reversed()))
            #expect(try store.frontsAwaitingBacks(dossier) == [])
        }

        @Test func aJamAmongTheFrontsIsGoneOnWith() throws {
            let f = try fronts(2) + fronts(3)
            let b = try backs(5)
            #expect(try station.pages(dossier) == zip(f, b.reversed()))
        }

        @Test func fewerBacksThanFronts() throws {
            _ = try fronts(3)
            _ = try backs(2)
            #expect(try store.frontsAwaitingBacks(dossier).count == 1)
            // The next stack has fronts of its own; the sheet without a back is not one of them.
            let next = try fronts(2)
            #expect(try store.frontsAwaitingBacks(dossier).count == 2)
            let b = try backs(2, reversed: false)
            #expect(try station.pages(dossier).suffix(4) == zip(next, b)[...])
        }

        @Test func moreBacksThanFrontsAreSheetsOfTheirOwn() throws {
            let f = try fronts(2)
            let b = try backs(3)
            #expect(try station.pages(dossier) == [f[0], b[1], f[1], b[0], b[2]])
            let contents = try store.contents(dossier)
            #expect(contents.summary.counts.sheets == 3)
            #expect(contents.pages.map(\.side) == [.front, .back, .front, .back, .front])
            #expect(try store.frontsAwaitingBacks(dossier) == [], "it is no front whose back is to come")
        }

        @Test func backsDoneInTheWrongOrderAreDoneAgain() throws {
            let f = try fronts(3)
            try store.drop(try backs(3, reversed: false), by: hoa)
            #expect(try store.frontsAwaitingBacks(dossier).count == 3)
            let b = try backs(3)
            #expect(try station.pages(dossier) == zip(f, b.reversed()))
        }

        /// The stack still lies there when one of its sheets was scanned again, or a map into its place.
        @Test func singleSheetsInBetweenDoNotEndIt() throws {
            let f = try fronts(3)
            let again = try station.capture(1, into: dossier, at: .replacing(f[1]))
            let place = try store.reserve(.map, in: dossier, after: f[2], by: hoa)
            let map = try station.capture(1, into: dossier, at: .into(place))
            let b = try backs(3)
            #expect(try station.pages(dossier) == zip([f[0], again[0], f[2]], b.reversed()) + map)
            try station.expectConsistent(dossier)
        }

        @Test func anotherStackEndsIt() throws {
            _ = try fronts(2)
            try station.scan(2, into: dossier)
            #expect(try store.frontsAwaitingBacks(dossier) == [])
        }

        @Test func aDroppedFrontAwaitsNothing() throws {
            let f = try fronts(3)
            try store.drop([f[1]], by: hoa)
            #expect(try store.frontsAwaitingBacks(dossier).count == 2)
        }

        @Test func sheetsOfAnotherDossierAreRefused() throws {
            _ = try fronts(1)
            let sheets = try store.frontsAwaitingBacks(dossier)
            let other = try station.dossier("B")
            let error = #expect(throws: StoreError.self) { try station.beginRun(other, at: .backs(of: sheets), source: .manualDuplex) }
            #expect(error?.code == "action_impossible")
        }

        @Test func aLostBackFindsItsFront() throws {
            let f = try fronts(3)
            let sheets = try store.frontsAwaitingBacks(dossier)
            let run = try station.beginRun(dossier, at: .backs(of: sheets.reversed()), source: .manualDuplex)
            let b = try (1...3).map { try station.singleArrival(run, $0) }
            try store.enter(b[2], in: run, by: hoa)
            try station.reopen()
            try station.adoptAll()
            #expect(try station.pages(dossier) == zip(f, b.reversed().map(\.page)))
            #expect(try store.contents(dossier).pages.map(\.side) == [.front, .back, .front, .back, .front, .back])
            try station.expectConsistent(dossier)
        }
    }
}
