import Foundation
import Records
import Testing
@testable import Store

extension StoreTests {
    /// Printed sheets of ours in the stack.
    @Suite struct Separators {
        let station: Station
        let store: StationStore
        let dossier: DossierID
        let hoa: Actor

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
            dossier = try station.dossier("H1", counted: 3)
        }

        /// What lies on one side of the paper.
        enum Face {
            case text, blank
            case code(SheetCode)
        }

        /// Feeds sides, front and back in turn, as one run.
        @discardableResult
        private func feed(_ faces: [Face], after: PageID? = nil, into run: RunRecord? = nil, from first: Int = 1) throws -> [EnteredPage] {
            let run = try run ?? station.run(dossier, after: after)
            return try faces.enumerated().map { index, face in
                var arrived = try station.arrival(run, first + index)
                switch face {
                case .text: break
                case .blank: arrived.blank = .suspected
                case .code(let code): arrived.code = code
                }
                return try store.enter(arrived, in: run, by: hoa)
            }
        }

        /// Sheet numbers in order, open places in brackets, a bar between documents.
        private func order(sourceLocation: SourceLocation = #_sourceLocation) throws -> String {
            try station.expectConsistent(dossier, sourceLocation: sourceLocation)
            let contents = try store.contents(dossier)
            let starts = Set(contents.documents.dropFirst().compactMap(\.pages.first))
            var parts: [String] = []
            for index in 0...contents.pages.count {
                parts += contents.placeholders.filter { $0.isOpen && $0.pagesBefore == index }.map { "[\($0.label)]" }
                guard index < contents.pages.count else { break }
                if starts.contains(contents.pages[index].id) { parts.append("|") }
                parts.append(contents.pages[index].label)
            }
            return parts.joined(separator: " ")
        }

        private static let map = SheetCode.placeholder(.map)

        @Test func aPlaceholderKeepsAPlaceAndIsNoPage() throws {
            let entered = try feed([.text, .text, .code(Self.map), .blank, .text, .blank])
            #expect(try order() == "1 1 [2] 3 3")
            let contents = try store.contents(dossier)
            #expect(contents.summary.counts.sheets == 2 && contents.summary.counts.pages == 4 && contents.summary.counts.placeholders == 1)
            #expect(contents.placeholders.map(\.kind) == [.map] && contents.placeholders[0].code == Self.map)
            #expect(contents.missingNumbers == [])
            guard case .reserved(let place, .map, pagesBefore: 2)? = entered[2].separation?.effect else {
                Issue.record("\(String(describing: entered[2].separation))")
                return
            }
            #expect(place == contents.placeholders[0].id)
            #expect(entered[3].separation?.effect == .keptOut && entered[3].separation?.code == nil)
            #expect(entered.map { $0.separation == nil } == [true, true, false, false, true, true])
            // Kept, with its code, and told.
            #expect(contents.dropped.map(\.code) == [Self.map, nil] && contents.dropped.allSatisfy { $0.role == .separator })
            let told = try store.auditEntries(last: 100).filter { $0.action == "page.separated" }
            #expect(told.count == 2 && told.contains { $0.detail.contains(Self.map.text) && $0.detail.contains(place.description) })
            #expect(try store.firstBrokenAuditRow() == nil)
            // What was taken out comes back to its place.
            let pages = try station.capture(2, into: dossier, at: .into(place))
            #expect(try station.pages(dossier)[2..<4] == pages[...])
            #expect(try order() == "1 1 2 2 3 3")
        }

        @Test func theCodeMayBeOnTheBack() throws {
            let entered = try feed([.text, .blank, .blank, .code(Self.map), .text, .text])
            #expect(try order() == "1 1 [2] 3 3")
            #expect(entered[3].separation?.pages.count == 2, "the front that came before it is told as well")
            #expect(try store.contents(dossier).dropped.count == 2)
        }

        @Test func bothSidesPrintedAreOnePlace() throws {
            let entered = try feed([.code(Self.map), .code(Self.map), .text, .text])
            #expect(try order() == "[1] 2 2")
            #expect(entered[1].separation?.effect == .keptOut)
        }

        /// Printed on used paper, or a code on a page of the dossier: a person has to look.
        @Test(arguments: [true, false]) func somethingOnTheOtherSide(codeFirst: Bool) throws {
            try feed(codeFirst ? [.code(Self.map), .text] : [.text, .code(Self.map)])
            let contents = try store.contents(dossier)
            #expect(contents.pages.count == 1 && contents.pages[0].findings.map(\.code) == [.besideCode] && contents.pages[0].role == .document)
            #expect(contents.summary.counts.openFindings == 1 && contents.placeholders.count == 1 && contents.dropped.map(\.code) == [Self.map])
            try station.expectConsistent(dossier)
        }

        @Test func placesOfPlainSheetsAndNumberedOnes() throws {
            try feed([.code(Self.map), .blank, .code(Self.map), .blank])
            #expect(try order() == "[1] [2]", "sheets without a number are all alike")
            let numbered = SheetCode.placeholder(.large, number: 7)
            let entered = try feed([.code(numbered), .blank, .text, .text, .code(numbered), .blank])
            #expect(try order() == "[1] [2] [3] 4 4")
            #expect(entered[4].separation?.effect == .again(.large, number: 7))
            let place = try #require(try store.contents(dossier).placeholders.last { $0.kind == .large })
            try store.release(place.id, by: hoa)
            try feed([.code(numbered), .blank])
            #expect(try order() == "[1] [2] 3 3 [4]", "a place that was given up is no place")
        }

        /// A stack laid in the wrong way round: dropped as a whole, and fed again.
        @Test(arguments: [SheetCode.placeholder(.map), .placeholder(.large, number: 7)])
        func aRunThatIsDroppedTakesItsOpenPlacesWithIt(code: SheetCode) throws {
            let entered = try feed([.text, .text, .code(code), .blank, .text, .text])
            let page = try #require(try store.contents(dossier).pages.first)
            try store.dropRun(of: page.id, by: hoa)
            #expect(try order() == "")
            let again = try feed([.text, .text, .code(code), .blank, .text, .text])
            #expect(try order() == "1 1 [2] 3 3")
            guard case .reserved? = again[2].separation?.effect else {
                Issue.record("\(String(describing: again[2].separation))")
                return
            }
            try store.undo(dossier, by: hoa)
            #expect(try store.contents(dossier).placeholders.filter(\.isOpen).count == 2 && entered.count == 6)
        }

        @Test func aNewDocumentStarts() throws {
            let new = SheetCode.newDocument
            try feed([.code(new), .blank, .text, .text, .code(new), .blank, .code(new), .blank, .text, .text, .text, .text])
            #expect(try order() == "1 1 | 2 2 3 3")
            #expect(try store.contents(dossier).documents.map(\.number) == [1, 2])
            // Two documents put in between: what follows goes with the last, as when a person splits.
            let first = try station.pages(dossier)[1]
            try feed([.text, .text, .code(new), .blank, .text, .text], after: first)
            #expect(try order() == "1 1 2 2 | 3 3 | 4 4 5 5")
            let second = try station.pages(dossier)[9]
            try feed([.text, .blank, .code(new), .blank, .text, .text], after: second)
            #expect(try order() == "1 1 2 2 | 3 3 | 4 4 5 5 6 6 | 7 7")
        }

        @Test func inTheMiddleOfADocument() throws {
            let pages = try station.scan(4, into: dossier)
            try feed([.code(.newDocument), .blank, .text, .text], after: pages[1])
            #expect(try order() == "1 1 | 2 2 3 3")
        }

        /// Steps done before the pages came are taken back without joining what separators set apart.
        @Test func undoOfEarlierStepsLeavesDocumentsApart() throws {
            let pages = try station.scan(4, into: dossier)
            try store.split(before: pages[2], by: hoa)
            try store.drop([pages[3]], by: hoa)
            try feed([.text, .text, .code(.newDocument), .blank, .text, .text])
            #expect(try order() == "1 1 | 2 3 3 | 4 4")
            try store.undo(dossier, by: hoa)
            #expect(try order() == "1 1 | 2 2 3 3 | 4 4")
            try store.undo(dossier, by: hoa)
            #expect(try order() == "1 1 2 2 3 3 | 4 4")
            try store.redo(dossier, by: hoa)
            #expect(try order() == "1 1 | 2 2 3 3 | 4 4")
        }

        @Test func takenBackAsAPage() throws {
            let entered = try feed([.text, .text, .code(Self.map), .blank, .text, .text])
            let page = try #require(entered[2].separation?.pages.first)
            try store.restore([page], by: hoa)
            #expect(try order() == "1 1 2 3 3", "its place is given up: it is a sheet like any other")
            #expect(try store.contents(dossier).pages[2].role == .document && store.contents(dossier).pages[2].code == Self.map)
            #expect(try store.dossier(dossier).counts.ocrWaiting == 5, "it is read like any other")
            try store.undo(dossier, by: hoa)
            #expect(try order() == "1 1 [2] 3 3")
            try store.redo(dossier, by: hoa)
            try store.drop([page], by: hoa)
            #expect(try order() == "1 1 2 2")
            // A place that was filled meanwhile stays.
            try store.undo(dossier, by: hoa)
            try store.undo(dossier, by: hoa)
            try station.capture(1, into: dossier, at: .into(try store.contents(dossier).placeholders[0].id))
            try store.restore([page], by: hoa)
            #expect(try order() == "1 1 2 3 4 4")
        }

        /// The stack goes on with another dossier: what is expected behind its cover is looked for there, also after a sudden end.
        @Test func aStackOfTwoDossiers() throws {
            let other = try station.dossier("H2")
            let lease = try store.leaseDossier(other, code: DossierCode("H2"))
            let run = try station.run(dossier)
            let arrived = try (1...6).map { try station.arrival(run, $0) }
            try store.enter(arrived[0], in: run, hopper: "2 fed", by: hoa)
            let next = try store.continueRun(run, behind: 2, into: other, under: lease, by: hoa)
            #expect(try store.hopper(dossier: other, device: run.device) == "2 fed", "the tray is the same")
            let places = try store.lookForLostPages(holding: [lease]).orphans.compactMap(\.place)
            #expect(Set(places.filter { $0.side.sheet <= 2 }.map(\.dossier)) == [dossier] && Set(places.filter { $0.side.sheet > 2 }.map(\.dossier)) == [other])
            try store.enter(arrived[1], in: run, hopper: "3 fed", by: hoa)
            #expect(try store.hopper(dossier: other, device: run.device) == "3 fed")
            var cover = arrived[2], back = arrived[3]
            cover.code = .cover(try DossierCode("H2"))
            back.blank = .suspected
            #expect(try store.enter(cover, in: run, by: hoa).separation?.effect == .nextDossier(DossierCode("H2")))
            #expect(try store.enter(back, in: run, by: hoa).separation?.effect == .keptOut)
            try store.endRun(run, stop: .nextDossier, fault: nil, by: hoa)
            for page in arrived[4...] { try store.enter(page, in: next, hopper: "6 fed", by: hoa) }
            #expect(try store.hopper(dossier: dossier, device: run.device) == "6 fed")
            #expect(try station.pages(dossier) == arrived[..<2].map(\.page) && station.pages(other) == arrived[4...].map(\.page))
            #expect(try store.dossierLeftOpen(at: "Trạm 01") == other)
            #expect(try store.lookForLostPages(everything: true, holding: [lease]) == RecoveryReport())
            try station.expectConsistent(dossier)
            try station.expectConsistent(other)
        }

        /// The cover itself was lost with the program, after the turn was written down: found again it is still no page.
        @Test func aLostCoverOfTheNextDossier() throws {
            let other = try station.dossier("H2")
            let lease = try store.leaseDossier(other, code: DossierCode("H2"))
            let run = try station.run(dossier)
            _ = try (1...3).map { try station.arrival(run, $0) }
            _ = try store.continueRun(run, behind: 1, into: other, under: lease, by: hoa)
            for orphan in try store.lookForLostPages(holding: [lease]).orphans {
                let code: SheetCode? = orphan.place?.sequence == 1 ? .cover(try DossierCode("H2")) : nil
                let blank: BlankClass = orphan.place?.sequence == 2 ? .suspected : .notBlank
                try store.adopt(orphan, facts: Station.facts(Data()), fingerprint: 1, blank: blank, findings: [], code: code, by: hoa)
            }
            #expect(try station.pages(dossier) == [] && station.pages(other).count == 1)
        }

        @Test func sheetsOfDossiers() throws {
            let own = try DossierCode("H1"), other = try DossierCode("H2")
            try feed([.code(.cover(own)), .blank, .code(.preparation(own)), .blank, .text, .text, .code(.cover(other)), .blank])
            let contents = try store.contents(dossier)
            #expect(contents.pages.count == 4 && contents.pages[2].findings.map(\.code) == [.otherDossier], "a person has to look: what follows is not of this dossier")
            #expect(contents.dropped.map(\.code) == [.cover(own), nil, .preparation(own), nil])
            try station.expectConsistent(dossier)
        }

        /// A person who says which sheet is being scanned is believed.
        @Test func sheetsThatWereChosen() throws {
            let pages = try station.scan(2, into: dossier)
            let again = try station.run(dossier)
            _ = again
            let run = try station.beginRun(dossier, at: .replacing(pages[0]), source: .adf)
            var arrived = try station.singleArrival(run, 1)
            arrived.code = Self.map
            #expect(try store.enter(arrived, in: run, by: hoa).separation == nil)
            try store.replaceOld(of: run.id, with: [arrived.page], by: hoa)
            #expect(try order() == "1 1")
            let place = try store.reserve(.fragile, in: dossier, after: pages[1], by: hoa)
            let into = try station.beginRun(dossier, at: .into(place))
            var shot = try station.singleArrival(into, 1)
            shot.code = .newDocument
            #expect(try store.enter(shot, in: into, by: hoa).separation == nil)
            #expect(try order() == "1 1 2")
        }

        /// Fronts first, then the stack of backs: the separator lies in both.
        @Test(arguments: [true, false]) func manualDuplex(codeInFront: Bool) throws {
            let run = try station.beginRun(dossier, at: .end, source: .manualDuplex)
            for sequence in 1...3 {
                var arrived = try station.singleArrival(run, sequence)
                if sequence == 2 { if codeInFront { arrived.code = Self.map } else { arrived.blank = .suspected } }
                try store.enter(arrived, in: run, by: hoa)
            }
            try store.endRun(run, stop: .empty, fault: nil, by: hoa)
            let sheets = try store.frontsAwaitingBacks(dossier)
            #expect(sheets.count == 3, "the separator is in the stack that is turned over")
            let backs = try station.beginRun(dossier, at: .backs(of: sheets), source: .manualDuplex)
            for sequence in 1...3 {
                var arrived = try station.singleArrival(backs, sequence)
                if sequence == 2 { if codeInFront { arrived.blank = .suspected } else { arrived.code = Self.map } }
                try store.enter(arrived, in: backs, by: hoa)
            }
            #expect(try order() == "1 1 [2] 3 3")
            #expect(try store.frontsAwaitingBacks(dossier) == [])

            // The stack of backs lay the wrong way round: dropped as a run, all three sheets await their backs again.
            let back = try #require(try store.contents(dossier).pages.last { $0.side == .back })
            try store.dropRun(of: back.id, by: hoa)
            #expect(try store.frontsAwaitingBacks(dossier) == sheets)
            let again = try station.beginRun(dossier, at: .backs(of: sheets), source: .manualDuplex)
            for sequence in 1...3 {
                var arrived = try station.singleArrival(again, sequence)
                if sequence == 2 { if codeInFront { arrived.blank = .suspected } else { arrived.code = Self.map } }
                try store.enter(arrived, in: again, by: hoa)
            }
            #expect(try order() == "1 1 [2] 3 3")
            #expect(try store.frontsAwaitingBacks(dossier) == [])
        }

        /// Fronts that were dropped with their separator await nothing.
        @Test func manualDuplexWithoutItsFronts() throws {
            let run = try station.beginRun(dossier, at: .end, source: .manualDuplex)
            for sequence in 1...3 {
                var arrived = try station.singleArrival(run, sequence)
                if sequence == 2 { arrived.code = Self.map }
                try store.enter(arrived, in: run, by: hoa)
            }
            try store.endRun(run, stop: .empty, fault: nil, by: hoa)
            try store.dropRun(of: try #require(try store.contents(dossier).pages.first).id, by: hoa)
            #expect(try store.frontsAwaitingBacks(dossier) == [])
        }

        /// A slip with a pencil note on its back: nothing that may be a page goes by itself.
        @Test func aDoubtfulOtherSideIsAskedAbout() throws {
            let run = try station.run(dossier)
            var code = try station.arrival(run, 1)
            code.code = Self.map
            try store.enter(code, in: run, by: hoa)
            var back = try station.arrival(run, 2)
            back.blank = .doubtful
            #expect(try store.enter(back, in: run, by: hoa).findings.map(\.code) == [.besideCode])
            #expect(try store.contents(dossier).pages.map(\.blank) == [.doubtful])
        }

        /// The other side of the separator has print: its sheet is no separator, and the document starts all the same.
        @Test(arguments: [SheetCode.newDocument, .newDossier]) func undoLeavesDocumentsApartBehindAPrintedSeparator(code: SheetCode) throws {
            let pages = try station.scan(2, into: dossier)
            try store.turn(pages[0], quarterTurns: 2, by: hoa)
            try feed([.code(code), .text, .text, .text])
            let before = try order()
            try store.undo(dossier, by: hoa)
            #expect(try order() == before && before.contains("|"))
        }

        /// The program died between the image and its row.
        @Test func foundAgainAfterASuddenEnd() throws {
            let run = try station.run(dossier)
            try feed([.text, .text], into: run)
            let lost = try (3...6).map { try station.arrival(run, $0) }
            try store.enter(lost[3], in: run, by: hoa)
            for (orphan, face) in zip(try store.lookForLostPages().orphans, [Face.code(Self.map), .blank, .text]) {
                var code: SheetCode?
                if case .code(let read) = face { code = read }
                let blank: BlankClass = if case .blank = face { .suspected } else { .notBlank }
                try store.adopt(orphan, facts: Station.facts(Data()), fingerprint: 1, blank: blank, findings: [], code: code, by: hoa)
            }
            #expect(try order() == "1 1 [2] 3 3")
            #expect(try store.lookForLostPages(everything: true) == RecoveryReport())
        }

        @Test func theRoleIsTheCodesToGive() throws {
            let pages = try station.scan(1, into: dossier)
            #expect(throws: StoreError.invalidValue(field: "role", value: "separator")) { try store.setRole(ofSheetWith: pages[0], .separator, by: hoa) }
        }

        /// A sheet fed again after a jam repeats itself; a separator never does.
        @Test func separatorsAreNotRepeats() throws {
            let run = try station.run(dossier)
            for sequence in [1, 3, 5] {
                var arrived = try station.arrival(run, sequence, fingerprint: 0x0F0F_F0F0_1234_5678)
                arrived.code = Self.map
                #expect(try store.enter(arrived, in: run, by: hoa).findings == [])
            }
            #expect(try order() == "[1] [2] [3]")
        }
    }
}
