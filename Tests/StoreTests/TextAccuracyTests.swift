import Foundation
import GRDB
import Records
import Testing
import Vietnamese
@testable import Store

extension StoreTests {
    @Suite("How right texts are to be expected") struct TextAccuracyTests {
        let station: Station
        let dossier: DossierID
        let pages: [PageID]
        let lease: Lease
        var store: StationStore { station.store }

        init() throws {
            station = try Station()
            dossier = try station.dossier("H.1")
            pages = try station.scan(3, into: dossier)
            lease = try station.store.leaseDispatcher()
        }

        private var row: TextAccuracy { get throws { try #require(try store.textAccuracy().first) } }

        @Test func pagesNotReadAreUnknown() throws {
            try station.read("Uy bxn nhxn dxn", lease: lease, as: pages[0])
            let row = try row
            #expect(row.pages == 1 && row.unknown == 2 && row.settled == 0 && row.code.isEmpty)
            #expect(row.estimate.letters == 12 && row.estimate.rightShare < 0.98 && row.estimate.openDoubts > 0)
            #expect(try store.textAccuracy(dossiersOf: "").map(\.code) == ["H.1"])
            #expect(try store.textAccuracy(dossiersOf: "khác").isEmpty)
        }

        @Test func whatAPersonVouchesForIsRight() throws {
            try station.read("Uy bxn nhxn dxn", lease: lease, as: pages[0])
            let words = try #require(try store.words(of: pages[0]))
            var new = words.revised
            for index in new.words.indices { try new.accept(index) }
            try store.correct(
                [PageCorrection(page: pages[0], change: PageChange(from: words.revised, to: new), reading: words.reading)], in: dossier, by: station.hoa)
            let row = try row
            #expect(row.estimate.rightShare == 1 && row.estimate.lettersOfPeople == 12 && row.estimate.openDoubts == 0)
        }

        @Test(arguments: [PageSettlement.illegible, .handwritten, .foreignText]) func settledPagesAreNotEstimated(_ settlement: PageSettlement) throws {
            try station.read("Uy bxn nhxn dxn", lease: lease, as: pages[0])
            let words = try #require(try store.words(of: pages[0]))
            var new = words.revised
            new.settlement = settlement
            try store.correct(
                [PageCorrection(page: pages[0], change: PageChange(from: words.revised, to: new), reading: words.reading)], in: dossier, by: station.hoa)
            let row = try row
            #expect(row.pages == 0 && row.settled == 1 && row.estimate == TextEstimate())
        }

        /// Otherwise doubts of yesterday's program would keep a dossier open that has none on the screen.
        @Test func whatAnOlderProgramJudgedIsJudgedAgainWhenItIsOpened() throws {
            try station.read("Uy bxn nhxn dxn", lease: lease, as: pages[0])
            let now = try row.estimate
            try store.write { db in try db.execute(sql: "UPDATE doubts SET judge = ?, open = 99", arguments: [Proofreader.version - 1]) }
            #expect(try row.unknown == 3)
            #expect(try store.correctionProgress(dossier).first { $0.page == pages[0] }?.doubts == now.openDoubts)
            #expect(try row.estimate == now && row.unknown == 2)
        }
    }
}
