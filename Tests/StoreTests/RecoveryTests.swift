import Foundation
import Records
import Testing
@testable import Store

extension StoreTests {
    /// The program died in the middle of a run: what is on the disk but in no row is found and put where it belongs.
    @Suite struct Recovery {
        let station: Station
        let store: StationStore
        let hoa: Actor
        let dossier: DossierID
        let run: RunRecord

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
            dossier = try station.dossier("A")
            run = try station.run(dossier)
        }

        private func adopt(_ orphan: Orphan) throws {
            try store.adopt(orphan, facts: Station.facts(Data()), fingerprint: 1, blank: .notBlank, findings: [], by: hoa)
        }

        private func enter(_ arrived: ArrivedPage) throws { try store.enter(arrived, in: run, by: hoa) }

        @Test func nothingLost() throws {
            try station.scan(3, into: dossier)
            #expect(try store.lookForLostPages(everything: true) == RecoveryReport())
        }

        /// An import that is gone on with counts what is there of its file, also what was found again meanwhile.
        @Test func aPageOfAFileStaysOneOfThatFile() throws {
            let arrived = try station.arrival(run, 1, announce: false)
            try store.expectPage(arrived.page, sequence: 1, at: SheetSide(sheet: 1, side: .front), from: "dai.tif", in: run)
            let orphan = try #require(try store.lookForLostPages().orphans.first)
            #expect(orphan.place?.source == "dai.tif")
            #expect(try store.pageCount(from: "dai.tif", in: dossier) == 0)
            try adopt(orphan)
            #expect(try store.pageCount(from: "dai.tif", in: dossier) == 1)
            #expect(try store.pageCount(from: "khac.tif", in: dossier) == 0)
            #expect(try store.endsWithFront(dossier, device: run.device))
        }

        @Test func aFileInTheSpool() throws {
            let pages = try (1...4).map { try station.arrival(run, $0) }
            try enter(pages[0])
            try enter(pages[1])
            let orphans = try store.lookForLostPages().orphans
            #expect(orphans.map(\.page) == [pages[2].page, pages[3].page])
            #expect(orphans[0].place == Orphan.Place(dossier: dossier, code: try DossierCode("A"), run: run.id, device: run.device, sequence: 3, side: SheetSide(sheet: 2, side: .front), origin: .feeder, isOfLatestRun: true))
            try orphans.forEach(adopt)
            #expect(try station.pages(dossier) == pages.map(\.page))
            #expect(try store.contents(dossier).pages.map(\.sheet) == [1, 1, 2, 2])
            #expect(try store.contents(dossier).pages.map(\.side) == [.front, .back, .front, .back])
            #expect(try store.lookForLostPages(everything: true) == RecoveryReport())
            try station.expectConsistent(dossier)
        }

        @Test func aFileInTheVaultWithoutARow() throws {
            let arrived = try station.arrival(run, 1)
            try store.vault.takeIn(arrived.spoolFile, as: arrived.page, format: .jpeg)
            let orphans = try store.lookForLostPages().orphans
            #expect(orphans.map(\.path) == [store.vault.imagePath(arrived.page, format: .jpeg)])
            try orphans.forEach(adopt)
            #expect(try station.pages(dossier) == [arrived.page])
        }

        @Test func aVaultFileWhoseArrivalIsClosedIsFoundByTheWholeCheck() throws {
            let arrived = try station.arrival(run, 1)
            try store.vault.takeIn(arrived.spoolFile, as: arrived.page, format: .jpeg)
            try store.endRun(run, stop: .error, fault: nil, by: hoa)
            #expect(try store.lookForLostPages().orphans == [])
            #expect(try store.lookForLostPages(everything: true).orphans.map(\.page) == [arrived.page])
        }

        /// It was put behind the run's last page, whatever its own place.
        @Test func aLostPageGoesToItsPlaceInTheRun() throws {
            let before = try station.scan(2, into: dossier)
            let pages = try (1...5).map { try station.arrival(run, $0) }
            for number in [2, 4] { try enter(pages[number - 1]) }
            let behind = try station.scan(1, into: dossier)
            try store.lookForLostPages().orphans.reversed().forEach(adopt)
            #expect(try station.pages(dossier) == before + pages.map(\.page) + behind)
            try station.expectConsistent(dossier)
        }

        @Test func theFirstPageOfTheDossierToo() throws {
            let pages = try (1...2).map { try station.arrival(run, $0) }
            try enter(pages[1])
            try store.lookForLostPages().orphans.forEach(adopt)
            #expect(try station.pages(dossier) == pages.map(\.page))
            #expect(try station.documents(dossier).count == 1)
        }

        @Test func aFileNobodyKnowsHasNoPlace() throws {
            let page: PageID = station.identifiers.make()
            try Data([1]).write(to: URL(fileURLWithPath: store.vault.spoolPath("\(page).jpg")))
            let orphan = try #require(try store.lookForLostPages().orphans.first)
            #expect(orphan.page == page)
            #expect(orphan.place == nil)
            #expect(throws: StoreError.noSuchPage(page.description)) { try adopt(orphan) }
        }

        /// A second station that starts took the pages of the first one's run for lost.
        @Test func pagesOfADossierAtWorkElsewhereAreArriving() throws {
            let arrived = try station.arrival(run, 1)
            var lease: Lease? = try store.leaseDossier(dossier, code: DossierCode("A"))
            let other = try station.another()
            #expect(try other.lookForLostPages(everything: true).orphans == [])
            #expect(try store.lookForLostPages(holding: [#require(lease)]).orphans.map(\.page) == [arrived.page])
            lease = nil
            #expect(try other.lookForLostPages().orphans.map(\.page) == [arrived.page])
        }

        @Test func setAsideIsKeptAndNeverOverwritten() throws {
            let folder = store.folder.spool + "/set-aside"
            let arrived = try station.arrival(run, 1)
            let orphan = try #require(try store.lookForLostPages().orphans.first)
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let taken = folder + "/\(arrived.page).jpg"
            try Data("older".utf8).write(to: URL(fileURLWithPath: taken))
            try store.setAside(orphan, by: hoa)
            #expect(try FileManager.default.contentsOfDirectory(atPath: folder).count == 2)
            #expect(try Data(contentsOf: URL(fileURLWithPath: taken)) == Data("older".utf8))
            #expect(try store.lookForLostPages(everything: true) == RecoveryReport())
            #expect(try store.openArrivals() == [])
        }

        @Test func imageFilesAreListedSoManyAtATime() throws {
            let pages = try station.scan(5, into: dossier)
            let first = try store.pageFiles(limit: 3)
            #expect(first.map(\.page) == Array(pages[..<3]))
            let rest = try store.pageFiles(after: try #require(first.last).number, limit: 3)
            #expect(rest.map(\.page) == Array(pages[3...]))
            #expect(try store.pageFiles(after: try #require(rest.last).number, limit: 3) == [])
            #expect(try store.pageCount() == 5)
        }
    }

    @Suite struct Together {
        /// Two stores as two processes would have them, written from several threads at once.
        @Test func nothingIsLostAndNobodyIsTurnedAway() throws {
            let station = try Station()
            let stores = [station.store, try station.another()]
            let dossiers = try (0..<4).map { try station.dossier("D\($0)") }
            let failures = Failures()
            let hoa = station.hoa
            DispatchQueue.concurrentPerform(iterations: 4) { number in
                do {
                    let store = stores[number % 2]
                    let run = try store.beginRun(dossier: dossiers[number], device: "d\(number)", settings: ScanSettings(), by: hoa)
                    for sequence in 1...25 {
                        let page: PageID = store.identifiers.make()
                        try store.expectPage(page, sequence: sequence, at: SheetSide(sheet: sequence, side: .front), in: run)
                        let file = store.vault.spoolPath("\(page).jpg")
                        try Data("\(page)".utf8).write(to: URL(fileURLWithPath: file))
                        let arrived = ArrivedPage(
                            page: page, sequence: sequence, sheetOrdinal: sequence, side: .front, spoolFile: file, previewFile: nil,
                            facts: Station.facts(Data()), findings: [], blank: .notBlank, fingerprint: page.ulid.low, sourceName: nil, origin: .feeder)
                        try store.enter(arrived, in: run, by: hoa)
                        _ = try store.contents(dossiers[number])
                        if sequence % 5 == 0 { try store.turn(page, quarterTurns: 1, by: hoa) }
                    }
                    try store.endRun(run, stop: .empty, fault: nil, by: hoa)
                } catch { failures.add(error) }
            }
            #expect(failures.all == [])
            for dossier in dossiers { #expect(try station.pages(dossier).count == 25) }
            #expect(try station.store.firstBrokenAuditRow() == nil)
            #expect(try station.store.auditEntries(last: 10_000).count == 4 + 4 * (2 + 25 + 5))
            #expect(try station.store.wrongSummaries() == [])
            #expect(try station.store.lookForLostPages(everything: true) == RecoveryReport())
            #expect(try station.store.integrityProblems() == [])
        }
    }
}
