import Foundation
import Records
import Testing
@testable import Store

extension StoreTests {
    /// Sheets "hồ sơ mới": behind them lies a dossier that nobody has named.
    @Suite struct UnnamedParts {
        let station: Station
        let store: StationStore
        let first: DossierID
        let second: DossierID
        let hoa: Actor

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
            first = try station.dossier("H1", counted: 1)
            second = try station.dossier("H2", counted: 1)
        }

        private enum Face {
            case text, blank
            case code(SheetCode)
        }

        /// Feeds sides, front and back in turn, as one run into the first dossier.
        @discardableResult
        private func feed(_ faces: [Face], after: PageID? = nil) throws -> [PageID] {
            let run = try station.run(first, after: after)
            let pages = try faces.enumerated().map { index, face in
                var arrived = try station.arrival(run, 1 + index)
                switch face {
                case .text: break
                case .blank: arrived.blank = .suspected
                case .code(let code): arrived.code = code
                }
                try store.enter(arrived, in: run, by: hoa)
                return arrived.page
            }
            try store.endRun(run, stop: .empty, fault: nil, by: hoa)
            return pages
        }

        private static let new = Face.code(.newDossier)

        private func parts(_ dossier: DossierID? = nil) throws -> [[PageID]] { try store.contents(dossier ?? first).unnamedParts.map(\.pages) }

        private func expectConsistent(sourceLocation: SourceLocation = #_sourceLocation) throws {
            for dossier in [first, second] { try station.expectConsistent(dossier, sourceLocation: sourceLocation) }
        }

        @Test func whatLiesBehindItWaitsForAName() throws {
            let pages = try feed([.text, .text, Self.new, .blank, .text, .text])
            let contents = try store.contents(first)
            #expect(contents.pages.map(\.id) == [pages[0], pages[1], pages[4], pages[5]] && contents.documents.count == 2)
            #expect(contents.dropped.map(\.id) == [pages[2], pages[3]] && contents.dropped[0].findings.map(\.code) == [.newDossier])
            #expect(contents.unnamedParts == [UnnamedPart(separators: [pages[2]], pages: [pages[4], pages[5]], sheets: 1)])
            let error = #expect(throws: StoreError.self) { try store.finish(first, override: .recounted(2), by: hoa) }
            #expect(error == .dossiersUnnamed(code: "H1", parts: 1, page: 3))
            try expectConsistent()
        }

        @Test func namedAndTakenBack() throws {
            let pages = try feed([.text, .text, Self.new, .blank, .text, .text])
            let moved = try store.transfer(from: pages[4], to: second, by: hoa)
            #expect(moved.pages == 2 && moved.sheets == 1 && moved.first == pages[4])
            #expect(try station.pages(first) == Array(pages[..<2]) && station.pages(second) == Array(pages[4...]))
            #expect(try parts() == [] && parts(second) == [])
            #expect(try store.contents(second).dropped.map(\.id) == [pages[2], pages[3]], "the sheet goes along with what it opens")
            try store.finish(first, by: hoa)
            try store.finish(second, by: hoa)
            try expectConsistent()
            try store.undo(first, by: hoa)
            try store.transfer(from: pages[4], to: first, by: hoa)
            #expect(try parts() == [[pages[4], pages[5]]] && station.pages(second) == [])
            try expectConsistent()
        }

        @Test func upToTheNextOne() throws {
            let pages = try feed([.text, .text, Self.new, .blank, .text, .text, Self.new, .blank, .text, .text])
            #expect(try parts() == [[pages[4], pages[5]], [pages[8], pages[9]]])
            try store.transfer(from: pages[4], to: second, by: hoa)
            #expect(try station.pages(second) == [pages[4], pages[5]] && parts() == [[pages[8], pages[9]]])
            let third = try station.dossier("H3", counted: 1)
            try store.transfer(from: pages[8], to: third, by: hoa)
            #expect(try parts() == [] && station.pages(first) == [pages[0], pages[1]])
            // A wrong choice is set right: it is named all the same.
            try store.transfer(from: pages[8], to: second, by: hoa)
            #expect(try parts(second) == [] && station.pages(second) == [pages[4], pages[5], pages[8], pages[9]])
            try expectConsistent()
        }

        @Test func theDossiersOwnTailEndsThere() throws {
            let pages = try feed([.text, .text, .text, .text, Self.new, .blank, .text, .text])
            try store.transfer(from: pages[2], to: second, by: hoa)
            #expect(try station.pages(second) == [pages[2], pages[3]] && parts() == [[pages[6], pages[7]]])
        }

        @Test func aCoverEndsThePart() throws {
            let own = Face.code(.cover(try DossierCode("H1")))
            let pages = try feed([Self.new, .blank, .text, .text, own, .blank, .text, .text])
            #expect(try parts() == [[pages[2], pages[3]]])
            try store.transfer(from: pages[2], to: second, by: hoa)
            #expect(try station.pages(first) == [pages[6], pages[7]] && station.pages(second) == [pages[2], pages[3]])
            try expectConsistent()
        }

        @Test func twiceFirstAndLast() throws {
            let pages = try feed([Self.new, .blank, Self.new, .blank, .text, .text, Self.new, .blank])
            #expect(try store.contents(first).unnamedParts == [UnnamedPart(separators: [pages[0], pages[2]], pages: [pages[4], pages[5]], sheets: 1)])
            // The last one opens what the next run brings.
            let more = try feed([.text, .text])
            #expect(try parts() == [[pages[4], pages[5]], more])
            try store.transfer(from: pages[4], to: second, by: hoa)
            #expect(try store.contents(second).dropped.count == 4 && parts() == [more])
            try expectConsistent()
        }

        @Test(arguments: [true, false]) func printedOnBothSidesOrBesideText(isText: Bool) throws {
            let pages = try feed([.text, .text, isText ? .text : Self.new, Self.new, .text, .text])
            #expect(try parts() == [[pages[4], pages[5]]])
            try store.transfer(from: pages[4], to: second, by: hoa)
            #expect(try station.pages(second) == [pages[4], pages[5]] && parts() == [] && parts(second) == [])
            // What lies beside the code is a page of the part before.
            #expect(try station.pages(first) == (isText ? [pages[0], pages[1], pages[2]] : [pages[0], pages[1]]))
            try feed([.text, .text])
            #expect(try parts() == [], "it has done what it was to do")
            try expectConsistent()
        }

        @Test func aPersonSaysThatThereIsNone() throws {
            let pages = try feed([.text, .text, Self.new, .blank, .text, .text])
            try store.accept([(pages[2], .newDossier)], by: hoa)
            #expect(try parts() == [])
            try store.undo(first, by: hoa)
            #expect(try parts().count == 1)
            try store.restore([pages[2]], by: hoa)
            #expect(try parts() == [] && store.contents(first).pages.allSatisfy { $0.findings.isEmpty }, "taken as a page")
            try store.undo(first, by: hoa)
            #expect(try parts().count == 1)
            try expectConsistent()
        }

        @Test func amongPagesItIsAPage() throws {
            let there = try station.scan(4, into: first)
            let pages = try feed([.text, .text, Self.new, .blank], after: there[1])
            #expect(try parts() == [])
            let page = try #require(try store.contents(first).pages.first { $0.id == pages[2] })
            #expect(page.findings.map(\.code) == [.otherDossier])
        }

        @Test func aRunThatIsDroppedTakesItAlong() throws {
            let pages = try feed([.text, .text, Self.new, .blank, .text, .text])
            try store.dropRun(of: pages[0], by: hoa)
            try feed([.text, .text])
            #expect(try parts() == [])
        }

        @Test func manualDuplex() throws {
            let run = try station.beginRun(first, at: .end, source: .manualDuplex)
            for sequence in 1...3 {
                var arrived = try station.singleArrival(run, sequence)
                if sequence == 2 { arrived.blank = .suspected }
                try store.enter(arrived, in: run, by: hoa)
            }
            try store.endRun(run, stop: .empty, fault: nil, by: hoa)
            let backs = try station.beginRun(first, at: .backs(of: try store.frontsAwaitingBacks(first)), source: .manualDuplex)
            for sequence in 1...3 {
                var arrived = try station.singleArrival(backs, sequence)
                if sequence == 2 { arrived.code = .newDossier }
                try store.enter(arrived, in: backs, by: hoa)
            }
            #expect(try store.contents(first).unnamedParts.map(\.sheets) == [1])
            let page = try #require(try parts().first?.first)
            try store.transfer(from: page, to: second, by: hoa)
            #expect(try store.contents(first).pages.count == 2 && store.contents(second).pages.count == 2)
            try expectConsistent()
        }
    }
}
