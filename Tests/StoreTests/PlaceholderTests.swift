import Records
import Testing
@testable import Store

extension StoreTests {
    /// Sheets that leave the stack and are captured later.
    @Suite struct Placeholders {
        let station: Station
        let store: StationStore
        let dossier: DossierID
        let hoa: Actor
        /// Three sheets of one side.
        let p: [PageID]

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
            dossier = try station.dossier()
            p = try station.capture(3, into: dossier, at: .end, source: .adf)
        }

        /// What lies there in order: pages by label, open places in brackets.
        private func order(sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
            try station.expectConsistent(dossier, sourceLocation: sourceLocation)
            let contents = try store.contents(dossier)
            var parts: [String] = []
            var open = contents.placeholders.filter(\.isOpen)[...]
            for index in 0...contents.pages.count {
                while open.first?.pagesBefore == index { parts.append("[\(open.removeFirst().label)]") }
                if index < contents.pages.count { parts.append(contents.pages[index].label) }
            }
            #expect(open.isEmpty, sourceLocation: sourceLocation)
            return parts.joined(separator: " ")
        }

        @Test func aPlaceHasItsNumberAndIsReportedOpen() throws {
            let place = try store.reserve(.large, in: dossier, after: p[0], by: hoa)
            #expect(try order() == "1 [2] 3 4")
            let contents = try store.contents(dossier)
            #expect(contents.placeholders.map(\.id) == [place])
            #expect(contents.summary.counts.placeholders == 1)
            #expect(contents.missingNumbers == [], "its number is accounted for")
            #expect(contents.summary.counts.sheets == 3)
        }

        @Test func capturingIntoItClosesIt() throws {
            let place = try store.reserve(.fragile, in: dossier, after: p[0], by: hoa)
            let pages = try station.capture(2, into: dossier, at: .into(place))
            #expect(try order() == "1 2 2 3 4")
            let contents = try store.contents(dossier)
            #expect(contents.pages.map(\.id) == [p[0]] + pages + p[1...])
            #expect(contents.pages.map(\.side) == [.front, .front, .back, .front, .front], "what follows a front on the glass is its back")
            #expect(contents.placeholders.map(\.isOpen) == [false])
            #expect(contents.placeholders[0].label == "2")
            #expect(contents.placeholders[0].pagesBefore == 1)
            #expect((contents.summary.counts.sheets, contents.summary.counts.placeholders) == (4, 0))
            try store.drop(pages, by: hoa)
            #expect(try order() == "1 [2] 3 4", "with nothing in use it is open again")
            let again = try station.capture(1, into: dossier, at: .into(place))
            #expect(try station.pages(dossier) == [p[0]] + again + p[1...])
        }

        @Test(arguments: [
            (PlaceholderKind.fragile, [1, 1]), (.large, [1, 1]), (.folded, [2, 2]), (.slip, [1, 0]), (.map, [1, 0]),
        ]) func whatItsPagesCountAs(kind: PlaceholderKind, counts: [Int]) throws {
            let place = try store.reserve(kind, in: dossier, after: p[2], by: hoa)
            try station.capture(2, into: dossier, at: .into(place))
            #expect(try store.contents(dossier).pages.dropFirst(3).map(\.countsAs) == counts)
            // A device that tells its sides is believed.
            let both = try store.reserve(kind, in: dossier, after: nil, by: hoa)
            let run = try station.beginRun(dossier, at: .into(both), source: .duplex)
            for sequence in 1...2 { try store.enter(try station.arrival(run, sequence), in: run, by: hoa) }
            #expect(try store.contents(dossier).pages.prefix(2).map(\.countsAs) == [counts[0], counts[0]])
            #expect(try store.contents(dossier).pages.prefix(2).map(\.side) == [.front, .back])
            try station.expectConsistent(dossier)
        }

        /// Three places at one spot, at the beginning or behind a page, are filled in any order and lie as they were kept.
        @Test(arguments: [false, true], [[0, 1, 2], [2, 1, 0], [1, 2, 0], [0, 2, 1]])
        func placesAtOneSpotKeepTheirOrder(atBeginning: Bool, filling: [Int]) throws {
            let after = atBeginning ? nil : p[1]
            let places = try (0..<3).map { _ in try store.reserve(.map, in: dossier, after: after, by: hoa) }
            #expect(try order() == (atBeginning ? "[1] [2] [3] 4 5 6" : "1 2 [3] [4] [5] 6"))
            var pages: [[PageID]] = [[], [], []]
            let first = atBeginning ? 1 : 3
            for index in filling {
                pages[index] = try station.capture(2, into: dossier, at: .into(places[index]))
                let expected = (0..<3).map { pages[$0].isEmpty ? "[\(first + $0)]" : "\(first + $0) \(first + $0)" }
                let before = atBeginning ? [] : ["1", "2"]
                let behind = atBeginning ? ["4", "5", "6"] : ["6"]
                #expect(try order() == (before + expected + behind).joined(separator: " "))
                #expect(try store.contents(dossier).placeholders.map(\.id) == places)
            }
            let more = try station.capture(1, into: dossier, at: .into(places[0]))
            let inserted = pages[0] + more + pages[1] + pages[2]
            #expect(try station.pages(dossier) == (atBeginning ? inserted + p : Array(p[..<2]) + inserted + [p[2]]))
            #expect(try store.contents(dossier).documents.count == 1)
        }

        @Test func placesOfADossierThatIsNotBegun() throws {
            let empty = try station.dossier("B")
            let place = try store.reserve(.fragile, in: empty, after: nil, by: hoa)
            #expect(try store.contents(empty).placeholders.map(\.label) == ["1"])
            let pages = try station.scan(2, into: empty)
            let first = try station.capture(1, into: empty, at: .into(place))
            #expect(try station.pages(empty) == first + pages)
            #expect(try store.contents(empty).pages.map(\.label) == ["1", "2", "2"])
            try station.expectConsistent(empty)
        }

        @Test func aPlaceMovesWithThePageItStandsBehind() throws {
            try store.reserve(.large, in: dossier, after: p[2], by: hoa)
            try store.move(p[2], to: .after(nil), by: hoa)
            #expect(try order() == "1 [2] 3 4")
            try store.drop([p[2]], by: hoa)
            #expect(try order() == "[1] 2 3")
        }

        /// A sheet lies behind another sheet, not between its sides.
        @Test func aPlaceStandsBehindBothSides() throws {
            let both = try station.scan(4, into: dossier)
            let first = try store.reserve(.large, in: dossier, after: both[0], by: hoa)
            let second = try store.reserve(.map, in: dossier, after: both[1], by: hoa)
            #expect(try order() == "1 2 3 4 4 [5] [6] 7 7")
            let large = try station.capture(1, into: dossier, at: .into(first))
            let map = try station.capture(1, into: dossier, at: .into(second))
            #expect(try station.pages(dossier) == p + both[..<2] + large + map + both[2...])
        }

        /// It was kept behind a front whose back came only with the stack turned over.
        @Test func aBackThatComesLaterIsBeforeThePlace() throws {
            let fronts = try station.capture(2, into: dossier, at: .end, source: .manualDuplex)
            let place = try store.reserve(.large, in: dossier, after: fronts[0], by: hoa)
            let backs = try station.capture(2, into: dossier, at: .backs(of: store.frontsAwaitingBacks(dossier)), source: .manualDuplex)
            #expect(try order() == "1 2 3 4 4 [5] 6 6")
            let large = try station.capture(1, into: dossier, at: .into(place))
            #expect(try station.pages(dossier) == p + [fronts[0], backs[0]] + large + [fronts[1], backs[1]])
        }

        @Test func givingUpAPlace() throws {
            let place = try store.reserve(.slip, in: dossier, after: p[0], by: hoa)
            try store.release(place, by: hoa)
            #expect(try order() == "1 2 3")
            #expect(throws: StoreError.noSuchPlaceholder(place.description)) { try station.beginRun(dossier, at: .into(place)) }
            let twice = #expect(throws: StoreError.self) { try store.release(place, by: hoa) }
            #expect(twice?.code == "action_impossible")
            #expect(try store.undo(dossier, by: hoa) == .release)
            #expect(try order() == "1 [2] 3 4")
            #expect(try store.undo(dossier, by: hoa) == .reserve)
            #expect(try order() == "1 2 3")
            #expect(throws: StoreError.nothingToUndo) { try store.undo(dossier, by: hoa) }
            try store.redo(dossier, by: hoa)
            #expect(try order() == "1 [2] 3 4")
            try station.capture(1, into: dossier, at: .into(place))
            let filled = #expect(throws: StoreError.self) { try store.release(place, by: hoa) }
            #expect(filled?.code == "action_impossible")
        }

        @Test func placesOfAnotherDossierAreRefused() throws {
            let other = try station.dossier("B")
            #expect(throws: StoreError.noSuchPage(p[0].description)) { try store.reserve(.map, in: other, after: p[0], by: hoa) }
            let place = try store.reserve(.map, in: dossier, after: p[0], by: hoa)
            #expect(throws: StoreError.noSuchPlaceholder(place.description)) { try station.beginRun(other, at: .into(place)) }
            let nobody: PlaceholderID = station.identifiers.make()
            #expect(throws: StoreError.noSuchPlaceholder(nobody.description)) { try store.release(nobody, by: hoa) }
        }

        @Test func anOpenPlaceBlocksFinishing() throws {
            let place = try store.reserve(.folded, in: dossier, after: p[2], by: hoa)
            try store.setCountedSheets(dossier, 3, by: hoa)
            let error = #expect(throws: StoreError.self) { try store.finish(dossier, by: hoa) }
            #expect(error?.code == "placeholders")
            try store.finish(dossier, override: .missingBefore, by: hoa)
            #expect(try store.dossier(dossier).standing.isSettled)
            try store.undo(dossier, by: hoa)
            try station.capture(1, into: dossier, at: .into(place))
            try store.setCountedSheets(dossier, 4, by: hoa)
            try store.finish(dossier, by: hoa)
            #expect(try store.dossier(dossier).standing.isSettled)
            try store.reserve(.map, in: dossier, after: nil, by: hoa)
            #expect(try store.dossier(dossier).standing.state == .scanning, "a new place opens it again")
            try station.expectConsistent(dossier)
        }

        /// The first page of a place, lost and found after the second one was entered.
        @Test(arguments: [false, true]) func aLostPageOfAPlaceGoesBeforeTheNext(atBeginning: Bool) throws {
            let place = try store.reserve(.map, in: dossier, after: atBeginning ? nil : p[0], by: hoa)
            let earlier = try station.capture(1, into: dossier, at: .into(place))
            let run = try station.beginRun(dossier, at: .into(place))
            let pages = try (1...3).map { try station.singleArrival(run, $0) }
            try store.enter(pages[1], in: run, by: hoa)
            try station.adoptAll()
            let tiles = earlier + pages.map(\.page)
            #expect(try station.pages(dossier) == (atBeginning ? tiles + p : [p[0]] + tiles + p[1...]))
            let contents = try store.contents(dossier)
            #expect(contents.pages.map(\.countsAs).reduce(0, +) == 4, "three sheets and one side of a map")
            #expect(Set(contents.pages.filter { tiles.contains($0.id) }.map(\.sheetID)).count == 1)
            try station.expectConsistent(dossier)
        }
    }
}
