import Records
import Testing
@testable import Store

extension StoreTests {
    /// Pages scanned again.
    @Suite struct Rescans {
        let station: Station
        let store: StationStore
        let dossier: DossierID
        let hoa: Actor
        /// Three sheets of a front and a back.
        let p: [PageID]

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
            dossier = try station.dossier()
            p = try station.scan(6, into: dossier)
        }

        private func rescanBothSides(_ page: PageID) throws -> [PageID] {
            let run = try station.beginRun(dossier, at: .replacing(page), source: .duplex)
            let pages = try (1...2).map { sequence in
                let arrived = try station.arrival(run, sequence)
                try store.enter(arrived, in: run, by: hoa)
                return arrived.page
            }
            try store.replaceOld(of: run.id, with: pages, by: hoa)
            try store.endRun(run, stop: .max, fault: nil, by: hoa)
            return pages
        }

        @Test(arguments: [2, 3]) func oneSideTakesTheOldOnesPlace(index: Int) throws {
            try store.setLabel(ofSheetWith: p[2], "7", by: hoa)
            try store.setCountsAs(p[index], 2, by: hoa)
            let new = try station.capture(1, into: dossier, at: .replacing(p[index]))
            var expected = p
            expected[index] = new[0]
            let contents = try store.contents(dossier)
            #expect(contents.pages.map(\.id) == expected)
            let page = contents.pages[index]
            #expect((page.side, page.label, page.countsAs, page.sheet) == (index == 2 ? .front : .back, "7", 2, 2))
            #expect(contents.dropped.map(\.id) == [p[index]])
            #expect(contents.summary.counts.sheets == 3)
            try station.expectConsistent(dossier)
            #expect(try store.undo(dossier, by: hoa) == .replace)
            #expect(try station.pages(dossier) == p)
            #expect(try store.redo(dossier, by: hoa) == .replace)
            #expect(try station.pages(dossier) == expected)
            try station.expectConsistent(dossier)
        }

        @Test func aRescanThatIsDroppedBringsTheOldSheetBack() throws {
            let new = try rescanBothSides(p[2])
            let again = try rescanBothSides(new[0])
            try store.dropRun(of: again[1], by: hoa)
            #expect(try station.pages(dossier) == [p[0], p[1]] + new + [p[4], p[5]], "as it was before the second time")
            try store.undo(dossier, by: hoa)
            #expect(try station.pages(dossier) == [p[0], p[1]] + again + [p[4], p[5]])
            try station.expectConsistent(dossier)
        }

        @Test func whatWasScannedSinceTheLastStepIsKnown() throws {
            #expect(try store.undoable(dossier).pagesSince == 0, "nothing to undo")
            try store.setCountedSheets(dossier, 4, by: hoa)
            #expect(try store.undoable(dossier).pagesSince == 0)
            try station.scan(2, into: dossier)
            #expect(try store.undoable(dossier).pagesSince == 2)
            _ = try rescanBothSides(p[2])
            #expect(try store.undoable(dossier).pagesSince == 0, "scanning again is a step")
        }

        /// The power went after the new pages were safe and before the old ones were out.
        @Test func anInterruptedRescanIsSettledLater() throws {
            let run = try station.beginRun(dossier, at: .replacing(p[2]), source: .duplex)
            var new: [PageID] = []
            for sequence in 1...2 {
                let arrived = try station.arrival(run, sequence)
                try store.enter(arrived, in: run, by: hoa)
                new.append(arrived.page)
            }
            #expect(try station.pages(dossier).count == 8)
            try station.another().settleInterruptedRescans(by: hoa)
            #expect(try station.pages(dossier) == [p[0], p[1]] + new + [p[4], p[5]])
            // Only once: what a person brings back since stays.
            try store.undo(dossier, by: hoa)
            try store.settleInterruptedRescans(by: hoa)
            #expect(try station.pages(dossier) == p)
        }

        @Test func aSheetDoesNotRepeatItself() throws {
            let run = try station.beginRun(dossier, at: .replacing(p[4]))
            var arrived = try station.arrival(run, 1)
            arrived.fingerprint = 0x0F0F_1234_5678_9ABC
            try store.enter(arrived, in: run, by: hoa)
            try store.replaceOld(of: run.id, with: [arrived.page], by: hoa)
            try store.endRun(run, stop: .max, fault: nil, by: hoa)
            let again = try station.beginRun(dossier, at: .replacing(arrived.page))
            var second = try station.arrival(again, 1)
            second.fingerprint = 0x0F0F_1234_5678_9ABC
            #expect(try store.enter(second, in: again, by: hoa).findings.isEmpty)
            // Fed twice it is a sheet of its own.
            let end = try station.beginRun(dossier, at: .end)
            var third = try station.arrival(end, 1)
            third.fingerprint = 0x0F0F_1234_5678_9ABC
            #expect(try store.enter(third, in: end, by: hoa).findings.map(\.code) == [.repeated])
        }

        @Test(arguments: [2, 3]) func bothSidesTakeTheSheetsPlace(index: Int) throws {
            let new = try rescanBothSides(p[index])
            #expect(try station.pages(dossier) == [p[0], p[1]] + new + [p[4], p[5]])
            #expect(try store.contents(dossier).pages.map(\.side) == [.front, .back, .front, .back, .front, .back])
            #expect(try store.contents(dossier).dropped.map(\.id) == [p[2], p[3]])
            try store.undo(dossier, by: hoa)
            #expect(try station.pages(dossier) == p)
            try station.expectConsistent(dossier)
        }

        @Test func aSecondRescanReplacesTheFirst() throws {
            let first = try station.capture(1, into: dossier, at: .replacing(p[0]))
            let second = try station.capture(1, into: dossier, at: .replacing(first[0]))
            #expect(try station.pages(dossier) == second + p[1...])
            try store.undo(dossier, by: hoa)
            #expect(try station.pages(dossier) == first + p[1...])
            try store.undo(dossier, by: hoa)
            #expect(try station.pages(dossier) == p)
        }

        @Test func moreSheetsThanTheOneGoBehindIt() throws {
            let new = try station.capture(2, into: dossier, at: .replacing(p[5]))
            #expect(try station.pages(dossier) == Array(p[..<5]) + new)
            #expect(try store.contents(dossier).pages.map(\.sheet) == [1, 1, 2, 2, 3, 3, 4])
        }

        @Test func oneTileOfAMap() throws {
            let place = try store.reserve(.map, in: dossier, after: p[1], by: hoa)
            let tiles = try station.capture(3, into: dossier, at: .into(place))
            let new = try station.capture(1, into: dossier, at: .replacing(tiles[1]))
            #expect(try station.pages(dossier) == [p[0], p[1], tiles[0], new[0], tiles[2]] + p[2...])
            #expect(try store.contents(dossier).pages.map(\.countsAs) == [1, 1, 1, 0, 0, 1, 1, 1, 1])
        }

        @Test func ofAPageOfAnotherDossierIsRefused() throws {
            let other = try station.dossier("B")
            #expect(throws: StoreError.noSuchPage(p[0].description)) { try station.beginRun(other, at: .replacing(p[0])) }
            let theirs = try station.scan(1, into: other)
            #expect(throws: StoreError.noSuchPage(theirs[0].description)) { try store.replace([theirs[0]], with: [p[0]], by: hoa) }
            #expect(try station.pages(dossier) == p, "nothing of it is left")
            #expect(try station.pages(other) == theirs)
        }

        @Test func runsOfOtherKindsReplaceNothing() throws {
            let run = try station.run(dossier)
            let arrived = try station.arrival(run, 1)
            try store.enter(arrived, in: run, by: hoa)
            #expect(try store.replaceOld(of: run.id, with: [arrived.page], by: hoa) == [])
            #expect(throws: StoreError.nothingToUndo) { try store.undo(dossier, by: hoa) }
        }

        /// The program died when the image was there and its page was not.
        @Test(arguments: [2, 3]) func aLostRescanIsFoundAsTheSideItWas(index: Int) throws {
            let run = try station.beginRun(dossier, at: .replacing(p[index]))
            let arrived = try station.singleArrival(run, 1)
            try station.adoptAll()
            let page = try #require(try store.contents(dossier).pages.first { $0.id == arrived.page })
            #expect(page.side == (index == 2 ? .front : .back))
            #expect(page.index == index + 2, "behind the page that was pointed at")
            #expect(try store.replaceOld(of: run.id, with: [arrived.page], by: hoa) == [p[index]])
            #expect(try store.contents(dossier).pages[index].id == arrived.page)
        }

        @Test func aLostRescanOfBothSidesKeepsItsSides() throws {
            let run = try station.beginRun(dossier, at: .replacing(p[3]), source: .duplex)
            let pages = try (1...2).map { try station.arrival(run, $0) }
            try store.enter(pages[1], in: run, by: hoa)
            try station.adoptAll()
            #expect(try store.contents(dossier).pages.map(\.id) == Array(p[..<4]) + pages.map(\.page) + p[4...])
            #expect(try store.contents(dossier).pages[4].side == .front)
            try station.expectConsistent(dossier)
        }
    }
}
