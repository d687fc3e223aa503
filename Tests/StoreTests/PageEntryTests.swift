import Foundation
import Records
import Testing
@testable import Store

extension StoreTests {
    @Suite struct PageEntry {
        let station: Station
        let dossier: DossierID

        init() throws {
            station = try Station()
            dossier = try station.dossier()
        }

        @Test func pagesStandInTheOrderOfTheirRun() throws {
            let pages = try station.scan(9, into: dossier)
            // The identifiers' order is another one, as when the clock went back.
            #expect(pages.sorted() != pages)
            let contents = try station.store.contents(dossier)
            #expect(contents.pages.map(\.id) == pages)
            #expect(contents.pages.map(\.index) == Array(1...9))
            #expect(contents.pages.map(\.sheet) == [1, 1, 2, 2, 3, 3, 4, 4, 5])
            #expect(contents.pages.map(\.label) == ["1", "1", "2", "2", "3", "3", "4", "4", "5"])
            #expect(contents.pages.map(\.side) == [.front, .back, .front, .back, .front, .back, .front, .back, .front])
            #expect(contents.documents.map(\.number) == [1])
            #expect(contents.summary.counts.sheets == 5)
            #expect(contents.summary.counts.ocrWaiting == 9)
            try station.expectConsistent(dossier)
        }

        @Test func theImageIsInTheVaultBeforeTheRow() throws {
            let run = try station.run(dossier)
            let arrived = try station.arrival(run, 1)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: arrived.spoolFile))
            try station.store.enter(arrived, in: run, by: station.hoa)
            #expect(!FileManager.default.fileExists(atPath: arrived.spoolFile))
            let path = station.store.vault.imagePath(arrived.page, format: .jpeg)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == bytes)
            #expect(path.hasSuffix("/\(arrived.page.description.suffix(2).lowercased())/\(arrived.page).jpg"))
            #expect(try station.store.openArrivals() == [])
        }

        @Test func thePreviewGoesBesideIt() throws {
            let run = try station.run(dossier)
            var arrived = try station.arrival(run, 1)
            let preview = station.store.vault.spoolPath("\(arrived.page).grey")
            try Data([1]).write(to: URL(fileURLWithPath: preview))
            arrived.previewFile = preview
            try station.store.enter(arrived, in: run, by: station.hoa)
            #expect(FileManager.default.fileExists(atPath: station.store.vault.previewPath(arrived.page)))
            #expect(!FileManager.default.fileExists(atPath: preview))
        }

        @Test func aPageIsEnteredOnceAndItsImageNeverOverwritten() throws {
            let run = try station.run(dossier)
            let arrived = try station.arrival(run, 1)
            try station.store.enter(arrived, in: run, by: station.hoa)
            let path = station.store.vault.imagePath(arrived.page, format: .jpeg)
            let before = try Data(contentsOf: URL(fileURLWithPath: path))
            try Data("something else".utf8).write(to: URL(fileURLWithPath: arrived.spoolFile))
            #expect(throws: StoreError.fileOperation("rename", path: path, errno: EEXIST)) {
                try station.store.enter(arrived, in: run, by: station.hoa)
            }
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == before)
            #expect(try station.pages(dossier) == [arrived.page])
        }

        /// The image stayed in the vault, where the next attempt found its name taken.
        @Test func aFailedEntryCanBeTriedAgain() throws {
            let run = try station.run(dossier)
            let arrived = try station.arrival(run, 1)
            var wrong = arrived
            wrong.facts.format = .png
            wrong.sequence = 1
            try station.store.execute("CREATE TRIGGER refuse BEFORE INSERT ON jobs BEGIN SELECT raise(ABORT, 'no'); END")
            #expect(throws: StoreError.self) { try station.store.enter(arrived, in: run, by: station.hoa) }
            #expect(FileManager.default.fileExists(atPath: arrived.spoolFile))
            #expect(try station.pages(dossier) == [])
            #expect(try station.store.openArrivals() == [arrived.page])
            try station.store.execute("DROP TRIGGER refuse")
            try station.store.enter(arrived, in: run, by: station.hoa)
            #expect(try station.pages(dossier) == [arrived.page])
            #expect(try station.store.lookForLostPages(everything: true) == RecoveryReport())
        }

        @Test func aSecondRunGoesToTheEndOrBehindAPage() throws {
            let first = try station.scan(4, into: dossier)
            let second = try station.scan(2, into: dossier)
            #expect(try station.pages(dossier) == first + second)
            let third = try station.scan(3, into: dossier, after: first[1])
            #expect(try station.pages(dossier) == first[0...1] + third + first[2...3] + second)
            try station.expectConsistent(dossier)
        }

        @Test func pagesJoinTheDocumentTheyFollow() throws {
            let first = try station.scan(4, into: dossier)
            try station.store.split(before: first[2], by: station.hoa)
            let inserted = try station.scan(2, into: dossier, after: first[1])
            let last = try station.scan(1, into: dossier)
            #expect(try station.documents(dossier) == [first[0...1] + inserted, first[2...3] + last])
        }

        @Test func aGapCanBeFilledWithoutEnd() throws {
            let first = try station.scan(2, into: dossier)
            let one = try station.run(dossier, after: first[0])
            var expected: [PageID] = []
            for sequence in 1...300 {
                let arrived = try station.arrival(one, sequence)
                try station.store.enter(arrived, in: one, by: station.hoa)
                expected.append(arrived.page)
            }
            #expect(try station.pages(dossier) == [first[0]] + expected + [first[1]])
            // Again and again behind the same page, which uses a gap up in seven steps.
            for _ in 0..<12 { expected = try station.scan(1, into: dossier, after: first[0]) + expected }
            #expect(try station.pages(dossier) == [first[0]] + expected + [first[1]])
            try station.expectConsistent(dossier)
        }

        /// Every page looked for its sheet among all sheets of the station.
        @Test func enteringAPageReadsNoWholeTable() throws {
            for sql in [
                "SELECT id FROM sheets WHERE run_id = 'x' AND ordinal = 1",
                "SELECT max(delivered) FROM delivery_items WHERE dossier_id = 'x'",
            ] { #expect(try !station.store.plan(sql).contains("SCAN")) }
            #expect(try station.store.plan("SELECT id FROM sheets WHERE run_id = 'x' AND ordinal = 1").contains("sheets_by_run"))
        }

        @Test func aRunAfterAPageOfAnotherDossierIsRefused() throws {
            let other = try station.dossier("H01.2008.02")
            let pages = try station.scan(1, into: other)
            #expect(throws: StoreError.noSuchPage(pages[0].description)) { try station.run(dossier, after: pages[0]) }
        }

        @Test func aRunIntoADossierThatIsNotThereSaysSo() throws {
            let nobody: DossierID = station.identifiers.make()
            #expect(throws: StoreError.noSuchDossier(nobody.description)) { try station.run(nobody) }
        }

        @Test func aSheetFedTwiceIsNoticed() throws {
            let run = try station.run(dossier)
            let first = try station.arrival(run, 1, fingerprint: 0x0F0F_FFFF)
            #expect(try station.store.enter(first, in: run, by: station.hoa).findings == [])
            let back = try station.arrival(run, 2, fingerprint: 0x0F0F_FFFF)
            #expect(try station.store.enter(back, in: run, by: station.hoa).findings == [], "the other side is another picture")
            let again = try station.arrival(run, 3, fingerprint: 0x0F0F_FFFC)
            #expect(try station.store.enter(again, in: run, by: station.hoa).findings == [Finding(.repeated, value: 1)])
            var blank = try station.arrival(run, 5, fingerprint: 0x0F0F_FFFF)
            blank.blank = .suspected
            #expect(try station.store.enter(blank, in: run, by: station.hoa).findings == [])
            #expect(try station.store.contents(dossier).pages.map(\.findings) == [[], [], [Finding(.repeated, value: 1)], []])

            // Which page it is like is said by the place that one has now.
            try station.store.move(first.page, to: .later, by: station.hoa)
            #expect(try station.store.contents(dossier).pages[2].findings == [Finding(.repeated, value: 2)])
            try station.store.drop([first.page], by: station.hoa)
            #expect(try station.store.contents(dossier).pages[1].findings == [Finding(.repeated)])
        }

        /// Scanning a page again is what dropping it is for.
        @Test func aPageScannedAgainIsNotRepeated() throws {
            let run = try station.run(dossier)
            let bad = try station.arrival(run, 1, fingerprint: 0x0F0F_FFFF)
            try station.store.enter(bad, in: run, by: station.hoa)
            try station.store.drop([bad.page], by: station.hoa)
            let good = try station.arrival(run, 3, fingerprint: 0x0F0F_FFFF)
            #expect(try station.store.enter(good, in: run, by: station.hoa).findings == [])
        }

        @Test func theHopperIsKeptForDossierAndDevice() throws {
            let run = try station.run(dossier)
            #expect(try station.store.hopper(dossier: dossier, device: run.device) == nil)
            try station.store.enter(station.arrival(run, 1), in: run, hopper: "{\"next\":2}", by: station.hoa)
            #expect(try station.store.hopper(dossier: dossier, device: run.device) == "{\"next\":2}")
            try station.store.endRun(run, stop: .jam, fault: "jam", hopper: "{\"next\":3}", by: station.hoa)
            #expect(try station.store.hopper(dossier: dossier, device: run.device) == "{\"next\":3}")
            #expect(try station.store.hopper(dossier: dossier, device: "other") == nil)
        }

        @Test func arrivalsAreOpenUntilThePageOrTheEndOfTheRun() throws {
            let run = try station.run(dossier)
            let one = try station.arrival(run, 1)
            let two = try station.arrival(run, 2)
            #expect(Set(try station.store.openArrivals()) == [one.page, two.page])
            try station.store.enter(one, in: run, by: station.hoa)
            #expect(try station.store.openArrivals() == [two.page])
            try station.store.endRun(run, stop: .cancelled, fault: nil, by: station.hoa)
            #expect(try station.store.openArrivals() == [])
        }
    }
}
