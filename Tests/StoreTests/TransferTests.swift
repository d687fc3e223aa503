import Foundation
import Records
import Testing
@testable import Store

extension StoreTests {
    /// The cover between two dossiers of a stack was missing, or nobody could read it.
    @Suite struct Transfers {
        let station: Station
        let store: StationStore
        let first: DossierID
        let second: DossierID
        let hoa: Actor

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
            first = try station.dossier("H1", counted: 2)
            second = try station.dossier("H2", counted: 2)
        }

        /// Feeds sheets with a front and a back each into the first dossier, as one run.
        @discardableResult
        private func feed(_ sheets: Int, _ codes: [Int: SheetCode] = [:], damaged: Int? = nil) throws -> [PageID] {
            let run = try station.run(first)
            return try (1...sheets * 2).map { sequence in
                var arrived = try station.arrival(run, sequence)
                arrived.code = codes[sequence]
                if codes[sequence - 1] != nil || sequence - 1 == damaged { arrived.blank = .suspected }
                if sequence == damaged { arrived.findings.append(Finding(.damagedCode)) }
                try store.enter(arrived, in: run, by: hoa)
                return arrived.page
            }
        }

        private func expectConsistent(sourceLocation: SourceLocation = #_sourceLocation) throws {
            for dossier in [first, second] { try station.expectConsistent(dossier, sourceLocation: sourceLocation) }
            #expect(try store.firstBrokenAuditRow() == nil, sourceLocation: sourceLocation)
        }

        @Test func theTailGoesToTheOtherDossierAndBack() throws {
            let pages = try feed(4)
            let moved = try store.transfer(from: pages[4], to: second, by: hoa)
            #expect(moved.sheets == 2 && moved.pages == 4 && moved.first == pages[4] && moved.to.text == "H2")
            #expect(try station.pages(first) == Array(pages[..<4]) && station.pages(second) == Array(pages[4...]))
            let told = try store.auditEntries(last: 100).filter { $0.action == "pages.transferred" }
            #expect(told.map(\.subject) == ["dossier:H1", "dossier:H2"] && told.allSatisfy { $0.detail.contains(pages[7].description) })
            try expectConsistent()
            try store.transfer(from: pages[4], to: first, by: hoa)
            #expect(try station.pages(first) == pages && station.pages(second) == [])
            try expectConsistent()
        }

        @Test func aSheetGoesAsAWhole() throws {
            let pages = try feed(2)
            #expect(try store.transfer(from: pages[3], to: second, by: hoa).pages == 2)
            #expect(try station.pages(second) == Array(pages[2...]))
        }

        @Test func aSheetOnBothSidesOfTheCutIsRefused() throws {
            let pages = try feed(3)
            try store.move(pages[5], to: .after(nil), by: hoa)
            #expect(throws: StoreError.self) { try store.transfer(from: pages[2], to: second, by: hoa) }
            #expect(try store.contents(second).pages.isEmpty)
            // A side that was left out there goes with its sheet.
            try store.drop([pages[5]], by: hoa)
            try store.transfer(from: pages[2], to: second, by: hoa)
            #expect(try store.contents(first).dropped.isEmpty && store.contents(second).dropped.map(\.id) == [pages[5]])
            try expectConsistent()
        }

        @Test func documentsStayTogether() throws {
            let pages = try feed(4)
            try store.split(before: pages[6], by: hoa)
            let whole = try #require(try store.contents(first).documents.last)
            try store.transfer(from: pages[2], to: second, by: hoa)
            let (before, after) = (try store.contents(first).documents, try store.contents(second).documents)
            #expect(before.map(\.pages.count) == [2] && after.map(\.pages.count) == [4, 2])
            #expect(after.last?.id == whole.id && after.first?.id != before.first?.id, "one that was cut is two")
        }

        @Test func whatWaitsInTheQueueGoesAlong() throws {
            let pages = try feed(3)
            try store.transfer(from: pages[2], to: second, by: hoa)
            #expect(try store.contents(second).summary.counts.ocrWaiting == 4 && store.contents(first).summary.counts.ocrWaiting == 2)
            let lease = try store.leaseDispatcher()
            #expect(try store.claimJob(lease, preferring: second)?.dossier == second)
        }

        /// Its reading would be counted where the page was.
        @Test func aPageThatIsBeingReadIsReadAgain() throws {
            let pages = try feed(2)
            let lease = try store.leaseDispatcher()
            let jobs = try (1...4).compactMap { _ in try store.claimJob(lease, preferring: nil) }
            try store.transfer(from: pages[2], to: second, by: hoa)
            for job in jobs { try store.saveReading(Station.recognised("chữ"), for: job, engine: "tesseract 5", milliseconds: 1) }
            #expect(try store.dossier(first).counts.ocrWaiting == 0 && store.dossier(second).counts.ocrWaiting == 2)
            try expectConsistent()
        }

        /// Two slips behind one page.
        @Test func everyPlaceBehindAPageGoesAlong() throws {
            let pages = try feed(2)
            for kind in [PlaceholderKind.slip, .map] { try store.reserve(kind, in: first, after: pages[3], by: hoa) }
            try store.transfer(from: pages[2], to: second, by: hoa)
            let places = try store.contents(second).placeholders
            #expect(places.count == 2)
            for place in places { try station.capture(1, into: second, at: .into(place.id)) }
            #expect(try store.contents(second).pages.count == 4 && store.contents(first).pages.count == 2)
            try expectConsistent()
        }

        @Test func frontsWhoseBacksAreToComeStay() throws {
            let fronts = try station.capture(3, into: first, at: .end, source: .manualDuplex)
            #expect(throws: StoreError.self) { try store.transfer(from: fronts[1], to: second, by: hoa) }
            #expect(try station.pages(first) == fronts)
        }

        @Test func aSheetScannedAgainComesBackWhenThatIsDropped() throws {
            let pages = try feed(4)
            let again = try station.capture(2, into: first, at: .replacing(pages[2]))
            try store.transfer(from: pages[6], to: second, by: hoa)
            try store.dropRun(of: again[0], by: hoa)
            #expect(try station.pages(first) == Array(pages[..<6]))
        }

        @Test func placesAmongThemGoAlong() throws {
            let pages = try feed(3, [3: .placeholder(.map)])
            #expect(try store.contents(first).placeholders.count == 1)
            try store.transfer(from: pages[4], to: second, by: hoa)
            #expect(try store.contents(first).placeholders.count == 1, "one in front of the cut stays")
            let place = try #require(try store.contents(first).placeholders.first?.id)
            try station.capture(1, into: first, at: .into(place))
            try store.transfer(from: pages[0], to: second, by: hoa)
            #expect(try store.contents(second).placeholders.map(\.id) == [place] && store.contents(first).placeholders.isEmpty)
            #expect(try store.contents(second).pages.count == 5)
            try expectConsistent()
        }

        @Test func aCoverNobodyCouldReadIsLeftOutThere() throws {
            let pages = try feed(3, damaged: 3)
            let moved = try store.transfer(from: pages[2], to: second, by: hoa)
            #expect(moved.pages == 2 && moved.sheets == 1 && moved.first == pages[4])
            #expect(try store.contents(second).dropped.map(\.id) == Array(pages[2...3]))
            try expectConsistent()
        }

        /// What is withheld stays so wherever it is moved, as a page, a whole document or part of one.
        @Test func whatIsWithheldStaysWithheld() throws {
            let pages = try feed(4)
            try store.split(before: pages[6], by: hoa)
            let documents = try store.contents(first).documents.map(\.id)
            _ = try store.withhold(.document(documents[1]), for: .restricted, by: hoa)
            _ = try store.withhold(.page(pages[3]), for: .suspectedSecret, by: hoa)
            try store.transfer(from: pages[2], to: second, by: hoa)
            let withheld = try store.contents(second).pages.map { $0.withheld != nil }
            #expect(withheld == [false, true, false, false, true, true])
            try expectConsistent()
            _ = try store.withhold(.document(try store.contents(second).documents[0].id), for: .restricted, by: hoa)
            try store.transfer(from: pages[4], to: first, by: hoa)
            #expect(try store.contents(first).pages.map { $0.withheld != nil } == [false, false, true, true, true, true])
            #expect(try store.contents(second).pages.allSatisfy { $0.withheld != nil })
            try expectConsistent()
        }

        /// Steps of undo of the first dossier know the pages there.
        @Test func stepsBeforeItEnd() throws {
            let pages = try feed(3)
            try store.split(before: pages[4], by: hoa)
            try store.transfer(from: pages[4], to: second, by: hoa)
            #expect(throws: StoreError.nothingToUndo) { try store.undo(first, by: hoa) }
            #expect(throws: StoreError.nothingToUndo) { try store.undo(second, by: hoa) }
            #expect(throws: StoreError.nothingToRedo) { try store.redo(first, by: hoa) }
            try store.turn(pages[5], quarterTurns: 1, by: hoa)
            try store.undo(second, by: hoa)
            #expect(try store.contents(second).pages.map(\.turn) == [0, 0])
        }

        @Test func aRunThatIsDroppedLeavesTheOtherDossierAlone() throws {
            let pages = try feed(3)
            try store.transfer(from: pages[4], to: second, by: hoa)
            try store.dropRun(of: pages[0], by: hoa)
            #expect(try station.pages(first) == [] && station.pages(second) == Array(pages[4...]))
        }

        @Test func itselfAndAFinishedOneAreRefused() throws {
            let pages = try feed(2)
            #expect(throws: StoreError.self) { try store.transfer(from: pages[0], to: first, by: hoa) }
            try station.capture(2, into: second, at: .end)
            try store.finish(second, override: nil, by: hoa)
            #expect(throws: StoreError.self) { try store.transfer(from: pages[0], to: second, by: hoa) }
            #expect(try station.pages(first) == pages)
        }

        /// A number that was delivered never comes to mean another document.
        @Test func aDeliveredNumberStaysBehind() throws {
            let pages = try feed(2)
            try store.split(before: pages[2], by: hoa)
            try store.write { [store, first] db in try store.freezeNumbers(db, first) }
            try store.transfer(from: pages[2], to: second, by: hoa)
            let run = try station.run(first)
            let later = try (1...2).map { try station.arrival(run, $0) }
            for page in later { try store.enter(page, in: run, by: hoa) }
            try store.split(before: later[0].page, by: hoa)
            #expect(try store.contents(first).documents.map(\.number) == [1, 3])
        }

        // MARK: - What recalls it

        /// Three dossiers of one box; the first of them is what `feed` feeds.
        private func boxed(counted: Int? = 2) throws -> DossierID {
            let third = try station.dossier("H3", counted: 2)
            for (number, dossier) in [first, second, third].enumerated() {
                try store.setFields(dossier, DossierFields(title: "T", box: "7", numberInBox: number + 1), by: hoa)
            }
            try store.setCountedSheets(first, counted, by: hoa)
            return third
        }

        /// The cover of the first, in front of more of the stack.
        private func feedCover() throws {
            let run = try station.run(first)
            var cover = try station.arrival(run, 1)
            cover.code = .cover(try DossierCode("H1"))
            try store.enter(cover, in: run, by: hoa)
        }

        private func suspected() throws -> [String] { try store.coversSuspected(in: [first, second])[first]?.map(\.code.text) ?? [] }

        @Test func moreSheetsThanCountedAreTheNextDossiers() throws {
            _ = try boxed()
            let pages = try feed(4)
            #expect(try suspected() == [], "miscounted: no stack with covers came in")
            try feedCover()
            #expect(try suspected() == ["H2"])
            try store.transfer(from: pages[4], to: second, by: hoa)
            #expect(try suspected() == [] && store.coversSuspected(in: [second]) == [:])
        }

        /// Whoever counts again says that they are its own.
        @Test func countsThatAgreeEndTheSuspicion() throws {
            _ = try boxed()
            try feed(4)
            try feedCover()
            try store.setCountedSheets(first, 4, by: hoa)
            #expect(try suspected() == [])
            try store.undo(first, by: hoa)
            #expect(try suspected() == ["H2"])
        }

        @Test func aStackThatWentPastADossierIsEnoughWhereNobodyCounted() throws {
            let third = try boxed(counted: nil)
            let run = try station.run(first)
            try store.enter(try station.arrival(run, 1), in: run, by: hoa)
            #expect(try suspected() == [])
            let lease = try store.leaseDossier(third, code: DossierCode("H3"))
            _ = try store.continueRun(run, behind: 1, into: third, under: lease, by: hoa)
            #expect(try suspected() == ["H2"])
            try store.setCountedSheets(first, 1, by: hoa)
            #expect(try suspected() == [])
        }

        @Test func aDamagedCoverIsEnoughUntilSomebodyHasJudgedIt() throws {
            _ = try boxed()
            let pages = try feed(2, damaged: 3)
            #expect(try suspected() == ["H2"])
            try store.accept([(pages[2], .damagedCode)], by: hoa)
            #expect(try suspected() == [])
        }

        @Test func aDossierThatWasScannedOrIsWithheldIsNotMissing() throws {
            _ = try boxed()
            try feed(4)
            try feedCover()
            try store.withhold(.dossier(second), for: .damaged, by: hoa)
            #expect(try suspected() == [])
            let run = try station.run(second)
            try store.enter(try station.arrival(run, 1), in: run, by: hoa)
            #expect(try suspected() == [])
        }
    }
}
