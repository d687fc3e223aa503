import Foundation
import Records
import Testing
@testable import Store

extension StoreTests {
    @Suite struct PageActions {
        let station: Station
        let store: StationStore
        let dossier: DossierID
        let hoa: Actor
        let p: [PageID]

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
            dossier = try station.dossier()
            p = try station.scan(6, into: dossier)
        }

        private func expect(_ documents: [[Int]], sourceLocation: SourceLocation = #_sourceLocation) throws {
            let numbers = try station.documents(dossier).map { $0.map { page in (p.firstIndex(of: page) ?? -2) + 1 } }
            #expect(numbers == documents, sourceLocation: sourceLocation)
            try station.expectConsistent(dossier, sourceLocation: sourceLocation)
        }

        private func impossible(_ body: () throws -> Void, sourceLocation: SourceLocation = #_sourceLocation) {
            let error = #expect(throws: StoreError.self, sourceLocation: sourceLocation, performing: body)
            #expect(error?.code == "action_impossible", sourceLocation: sourceLocation)
        }

        @Test func splitAndMerge() throws {
            try store.split(before: p[2], by: hoa)
            try store.split(before: p[4], by: hoa)
            try expect([[1, 2], [3, 4], [5, 6]])
            impossible { try store.split(before: p[2], by: hoa) }
            impossible { try store.split(before: p[0], by: hoa) }
            impossible { try store.merge(documentOf: p[1], by: hoa) }
            try store.merge(documentOf: p[3], by: hoa)
            try expect([[1, 2, 3, 4], [5, 6]])
            try store.undo(dossier, by: hoa)
            try expect([[1, 2], [3, 4], [5, 6]])
            #expect(try store.undo(dossier, by: hoa) == .split)
            #expect(try store.redo(dossier, by: hoa) == .split)
            try store.redo(dossier, by: hoa)
            try expect([[1, 2, 3, 4], [5, 6]])
        }

        /// Document ranks halved their gap at each split and were used up after seven, from the back to the front.
        @Test func everyPageCanBecomeADocumentFromTheBackToTheFront() throws {
            let more = try station.scan(60, into: dossier)
            let all = p + more
            for page in all.dropFirst().reversed() { try store.split(before: page, by: hoa) }
            #expect(try station.documents(dossier) == all.map { [$0] })
            for page in all.dropFirst() { try store.merge(documentOf: page, by: hoa) }
            #expect(try station.documents(dossier) == [all])
        }

        @Test func splitBehindDroppedPagesIsNone() throws {
            try store.drop([p[0], p[1]], by: hoa)
            impossible { try store.split(before: p[2], by: hoa) }
        }

        @Test func mergeTakesDroppedDocumentsBetweenAlong() throws {
            try store.split(before: p[2], by: hoa)
            try store.split(before: p[4], by: hoa)
            try store.drop([p[2], p[3]], by: hoa)
            try expect([[1, 2], [5, 6]])
            try store.merge(documentOf: p[4], by: hoa)
            try expect([[1, 2, 5, 6]])
            try store.restore([p[2]], by: hoa)
            try expect([[1, 2, 3, 5, 6]])
        }

        @Test func aRunIsDroppedAsAWholeAndComesBackInOneStep() throws {
            let wrong = try station.scan(4, into: dossier, after: p[1])
            try store.drop([wrong[0]], by: hoa)
            try store.dropRun(of: wrong[2], by: hoa)
            try expect([[1, 2, 3, 4, 5, 6]])
            impossible { try store.dropRun(of: wrong[2], by: hoa) }
            try store.undo(dossier, by: hoa)
            #expect(try station.pages(dossier) == [p[0], p[1]] + wrong[1...] + p[2...], "what was dropped before stays dropped")
        }

        @Test func dropAndRestore() throws {
            try store.drop([p[1], p[4]], by: hoa)
            try expect([[1, 3, 4, 6]])
            let contents = try store.contents(dossier)
            #expect(contents.dropped.map(\.id) == [p[1], p[4]])
            #expect(contents.dropped.map(\.index) == [0, 0])
            #expect(contents.dropped.map(\.sheet) == [1, 3])
            #expect(contents.summary.counts.dropped == 2)
            #expect(contents.summary.counts.sheets == 3)
            impossible { try store.drop([p[1]], by: hoa) }
            impossible { try store.restore([p[0]], by: hoa) }
            // All or nothing.
            impossible { try store.restore([p[1], p[0]], by: hoa) }
            try expect([[1, 3, 4, 6]])
            try store.drop([p[0]], by: hoa)
            #expect(try store.contents(dossier).summary.counts.sheets == 2)
            try store.restore([p[4]], by: hoa)
            try expect([[3, 4, 5, 6]])
            for _ in 0..<3 { try store.undo(dossier, by: hoa) }
            try expect([[1, 2, 3, 4, 5, 6]])
        }

        @Test func moveOneStep() throws {
            try store.move(p[2], to: .earlier, by: hoa)
            try expect([[1, 3, 2, 4, 5, 6]])
            try store.move(p[0], to: .later, by: hoa)
            try expect([[3, 1, 2, 4, 5, 6]])
            impossible { try store.move(p[2], to: .earlier, by: hoa) }
            impossible { try store.move(p[5], to: .later, by: hoa) }
            try store.undo(dossier, by: hoa)
            try store.undo(dossier, by: hoa)
            try expect([[1, 2, 3, 4, 5, 6]])
        }

        @Test func moveAcrossDocuments() throws {
            try store.split(before: p[2], by: hoa)
            try store.split(before: p[4], by: hoa)
            try store.move(p[5], to: .after(p[0]), by: hoa)
            try expect([[1, 6, 2], [3, 4], [5]])
            try store.move(p[4], to: .after(nil), by: hoa)
            try expect([[5, 1, 6, 2], [3, 4]])
            try store.move(p[2], to: .after(p[1]), by: hoa)
            try expect([[5, 1, 6, 2, 3], [4]])
            impossible { try store.move(p[2], to: .after(p[2]), by: hoa) }
            for _ in 0..<3 { try store.undo(dossier, by: hoa) }
            try expect([[1, 2], [3, 4], [5, 6]])
        }

        @Test func movingNowhereIsNoStep() throws {
            try store.move(p[2], to: .after(p[1]), by: hoa)
            try store.move(p[0], to: .after(nil), by: hoa)
            #expect(throws: StoreError.nothingToUndo) { try store.undo(dossier, by: hoa) }
        }

        /// The page was put in front of the dropped document and cut it in two when that came back.
        @Test func moveKeepsDocumentsTogetherAroundDroppedPages() throws {
            try store.split(before: p[2], by: hoa)
            try store.split(before: p[4], by: hoa)
            try store.drop([p[0], p[1]], by: hoa)
            try store.move(p[5], to: .after(nil), by: hoa)
            try expect([[6, 3, 4], [5]])
            try store.restore([p[0], p[1]], by: hoa)
            try expect([[1, 2], [6, 3, 4], [5]])
            try store.drop([p[2]], by: hoa)
            try store.move(p[3], to: .earlier, by: hoa)
            try store.restore([p[2]], by: hoa)
            try station.expectConsistent(dossier)
        }

        @Test func aPageCannotGoBehindADroppedOneOrIntoAnotherDossier() throws {
            try store.drop([p[3]], by: hoa)
            impossible { try store.move(p[0], to: .after(p[3]), by: hoa) }
            let other = try station.scan(1, into: station.dossier("B"))
            impossible { try store.move(p[0], to: .after(other[0]), by: hoa) }
        }

        /// Ranking anew was rolled back with the refusal: no page could be put there any more.
        @Test func manyPagesGoBehindTheSamePage() throws {
            let more = try station.scan(50, into: dossier)
            for page in more { try store.move(page, to: .after(p[0]), by: hoa) }
            #expect(try station.pages(dossier) == [p[0]] + more.reversed() + p[1...])
            try station.expectConsistent(dossier)
        }

        @Test func turnQueuesThePageAgain() throws {
            let lease = try store.leaseDispatcher()
            try station.read("một", lease: lease, as: p[5])
            #expect(try store.contents(dossier).pages.map(\.ocr) == Array(repeating: .done, count: 6))
            try store.turn(p[0], quarterTurns: -1, by: hoa)
            #expect(try store.contents(dossier).pages[0].turn == 3)
            #expect(try store.contents(dossier).pages[0].ocr == .waiting)
            #expect(try store.dossier(dossier).counts.ocrWaiting == 1)
            try store.turn(p[0], quarterTurns: 2, by: hoa)
            #expect(try store.claimJob(lease, preferring: nil)?.turn == 1)
            try store.undo(dossier, by: hoa)
            #expect(try store.claimJob(lease, preferring: nil)?.turn == 3)
            try store.turn(p[0], quarterTurns: 4, by: hoa)
            #expect(try store.claimJob(lease, preferring: nil) == nil, "a full turn is no change")
            try store.turn(p[0], quarterTurns: Int.min, by: hoa)
        }

        @Test func blankClasses() throws {
            try store.setBlank([p[1], p[3]], .confirmed, by: hoa)
            #expect(try store.contents(dossier).pages.map(\.blank) == [.notBlank, .confirmed, .notBlank, .confirmed, .notBlank, .notBlank])
            #expect(try store.dossier(dossier).counts.blank == 2)
            try store.undo(dossier, by: hoa)
            #expect(try store.dossier(dossier).counts.blank == 0)
            let nobody: PageID = station.identifiers.make()
            #expect(throws: StoreError.noSuchPage(nobody.description)) { try store.setBlank([p[0], nobody], .confirmed, by: hoa) }
        }

        @Test func unknownPagesAreRefused() throws {
            let nobody: PageID = station.identifiers.make()
            let error = StoreError.noSuchPage(nobody.description)
            #expect(throws: error) { try store.split(before: nobody, by: hoa) }
            #expect(throws: error) { try store.merge(documentOf: nobody, by: hoa) }
            #expect(throws: error) { try store.drop([nobody], by: hoa) }
            #expect(throws: error) { try store.move(nobody, to: .later, by: hoa) }
            #expect(throws: error) { try store.turn(nobody, quarterTurns: 1, by: hoa) }
        }
    }

    @Suite struct Undo {
        let station: Station
        let dossier: DossierID
        let hoa: Actor
        var store: StationStore { station.store }

        init() throws {
            station = try Station()
            hoa = station.hoa
            dossier = try station.dossier()
        }

        @Test func countsAreAStepToo() throws {
            try store.setCountedSheets(dossier, 12, by: hoa)
            try store.setCountedSheets(dossier, 13, by: hoa)
            #expect(try store.undo(dossier, by: hoa) == .count)
            #expect(try store.dossier(dossier).countedSheets == 12)
            try store.undo(dossier, by: hoa)
            #expect(try store.dossier(dossier).countedSheets == nil)
            #expect(throws: StoreError.nothingToUndo) { try store.undo(dossier, by: hoa) }
            try store.redo(dossier, by: hoa)
            try store.redo(dossier, by: hoa)
            #expect(try store.dossier(dossier).countedSheets == 13)
            #expect(throws: StoreError.nothingToRedo) { try store.redo(dossier, by: hoa) }
        }

        @Test func aNewStepEndsRedo() throws {
            try store.setCountedSheets(dossier, 1, by: hoa)
            try store.undo(dossier, by: hoa)
            try store.setCountedSheets(dossier, 2, by: hoa)
            #expect(throws: StoreError.nothingToRedo) { try store.redo(dossier, by: hoa) }
        }

        @Test func itSurvivesReopening() throws {
            let pages = try station.scan(4, into: dossier)
            try store.split(before: pages[2], by: hoa)
            try station.reopen()
            #expect(try store.undo(dossier, by: hoa) == .split)
            #expect(try station.documents(dossier) == [pages])
            try station.reopen()
            #expect(try store.redo(dossier, by: hoa) == .split)
            #expect(try station.documents(dossier).count == 2)
        }

        @Test func aStepOfAnotherDossierIsNotTakenBack() throws {
            let other = try station.dossier("B")
            try store.setCountedSheets(other, 3, by: hoa)
            #expect(throws: StoreError.nothingToUndo) { try store.undo(dossier, by: hoa) }
        }

        @Test func whatWasChangedSinceIsNotDestroyed() throws {
            let pages = try station.scan(2, into: dossier)
            try store.setBlank([pages[0]], .confirmed, by: hoa)
            try store.execute("UPDATE placements SET blank = 'doubtful' WHERE page_id = ?", [pages[0].description])
            #expect(throws: StoreError.undoOvertaken) { try store.undo(dossier, by: hoa) }
            #expect(try store.contents(dossier).pages[0].blank == .doubtful)
        }

        @Test func anotherValueOfTheSamePageMayHaveChanged() throws {
            let pages = try station.scan(2, into: dossier)
            try store.setBlank([pages[0]], .confirmed, by: hoa)
            try store.execute("UPDATE placements SET counts_as = 2 WHERE page_id = ?", [pages[0].description])
            try store.undo(dossier, by: hoa)
            #expect(try store.contents(dossier).pages[0].countsAs == 2)
            #expect(try store.contents(dossier).pages[0].blank == .notBlank)
        }

        @Test func neverPastADelivery() throws {
            let pages = try station.scan(2, into: dossier)
            try store.drop([pages[0]], by: hoa)
            try store.recordDelivery(
                station.identifiers.make(), target: "usb", folder: "2026-11-21", profile: "simple", started: station.clock.now(),
                items: [DeliveryItem(dossier: dossier, version: 1, contentHash: "h", files: [])], by: hoa)
            #expect(throws: StoreError.undoPastDelivery) { try store.undo(dossier, by: hoa) }
            try store.restore([pages[0]], by: hoa)
            #expect(try store.undo(dossier, by: hoa) == .restore)
            #expect(throws: StoreError.undoPastDelivery) { try store.undo(dossier, by: hoa) }
        }

        /// Pages that came after a split stayed behind in the document that the undo took away.
        @Test func pagesScannedSinceFollowTheirNeighbours() throws {
            let p = try station.scan(3, into: dossier)
            try store.split(before: p[2], by: hoa)
            let more = try station.scan(1, into: dossier)
            try store.undo(dossier, by: hoa)
            #expect(try station.documents(dossier) == [p + more])
            try store.redo(dossier, by: hoa)
            #expect(try station.documents(dossier) == [[p[0], p[1]], [p[2]] + more])
            try store.merge(documentOf: p[2], by: hoa)
            let last = try station.scan(1, into: dossier)
            try store.undo(dossier, by: hoa)
            #expect(try station.documents(dossier) == [[p[0], p[1]], [p[2]] + more + last])
            try station.expectConsistent(dossier)
        }

        /// The page came back to a rank that a page scanned since had been given.
        @Test func aPlaceTakenSinceIsShared() throws {
            let p = try station.scan(3, into: dossier)
            try store.move(p[2], to: .earlier, by: hoa)
            let more = try station.scan(1, into: dossier)
            try store.undo(dossier, by: hoa)
            #expect(try station.pages(dossier) == p + more)
            try station.expectConsistent(dossier)
            try store.redo(dossier, by: hoa)
            #expect(try station.pages(dossier) == [p[0], p[2], p[1]] + more)
        }

        /// 300 random actions, with pages arriving in between if so wanted: the facts hold after each, all the way back is the
        /// beginning, all the way on the end.
        @Test(arguments: [2, 4] as [UInt64]) func anyNumberOfRandomSteps(seed: UInt64) throws {
            let pages = try station.scan(12, into: dossier)
            for page in pages { try store.note(Finding(.skew, value: 1), on: page) }
            let initial = try store.picture(dossier)
            var dice = Dice(seed: seed)
            var steps = 0
            for number in 0..<300 {
                if try act(on: pages, &dice) { steps += 1 }
                try station.expectConsistent(dossier, "action \(number)")
                if dice.next() % 8 == 0, steps > 0 {
                    let before = try store.picture(dossier)
                    try store.undo(dossier, by: hoa)
                    try store.redo(dossier, by: hoa)
                    #expect(try store.picture(dossier) == before)
                }
            }
            #expect(steps > 100)
            let final = try store.picture(dossier)
            for _ in 0..<steps { try store.undo(dossier, by: hoa) }
            try station.expectConsistent(dossier)
            #expect(try store.picture(dossier) == initial)
            #expect(throws: StoreError.nothingToUndo) { try store.undo(dossier, by: hoa) }
            for _ in 0..<steps { try store.redo(dossier, by: hoa) }
            #expect(try store.picture(dossier) == final)
            #expect(try store.firstBrokenAuditRow() == nil)
        }

        @Test(arguments: [11, 12] as [UInt64]) func randomStepsWithPagesArriving(seed: UInt64) throws {
            var pages = try station.scan(6, into: dossier)
            var dice = Dice(seed: seed)
            for number in 0..<200 {
                switch dice.next() % 12 {
                case 0 where pages.count < 40: pages += try station.scan(1 + Int(dice.next() % 2), into: dossier, after: dice.next() % 2 == 0 ? nil : pages.randomElement(using: &dice))
                case 1:
                    let places = try store.contents(dossier).placeholders
                    if let place = places.randomElement(using: &dice) { pages += try station.capture(1, into: dossier, at: .into(place.id)) }
                case 2 where pages.count < 40:
                    let page = try #require(pages.randomElement(using: &dice))
                    pages += try station.capture(1, into: dossier, at: .replacing(page))
                case 3, 5: _ = attempt { try store.undo(dossier, by: hoa) }
                case 4: _ = attempt { try store.redo(dossier, by: hoa) }
                case 6 where pages.count < 40:
                    let run = try station.run(dossier, after: dice.next() % 2 == 0 ? nil : pages.randomElement(using: &dice))
                    for code in [dice.next() % 2 == 0 ? SheetCode.newDocument : .placeholder(.map), nil] {
                        var arrived = try station.arrival(run, code == nil ? 3 : 1)
                        arrived.code = code
                        try store.enter(arrived, in: run, by: hoa)
                        pages.append(arrived.page)
                    }
                default: _ = try act(on: pages, &dice)
                }
                try station.expectConsistent(dossier, "seed \(seed), action \(number)")
            }
        }

        private func attempt(_ body: () throws -> Void) -> Bool { (try? body()) != nil }

        /// One random action; false when it was refused or changed nothing.
        private func act(on pages: [PageID], _ dice: inout Dice) throws -> Bool {
            let before = try store.number("SELECT max(id) FROM commands")
            let page = try #require(pages.randomElement(using: &dice))
            let other = try #require(pages.randomElement(using: &dice))
            let kind = dice.next() % 16
            let quarter = Int(dice.next() % 4)
            do {
                switch kind {
                case 0: try store.split(before: page, by: hoa)
                case 1: try store.merge(documentOf: page, by: hoa)
                case 2: try store.drop(Array(Set([page, other])), by: hoa)
                case 3: try store.restore([page], by: hoa)
                case 4: try store.move(page, to: .earlier, by: hoa)
                case 5: try store.move(page, to: .later, by: hoa)
                case 6: try store.move(page, to: .after(quarter == 0 ? nil : other), by: hoa)
                case 7: try store.turn(page, quarterTurns: quarter, by: hoa)
                case 8: try store.setLabel(ofSheetWith: page, [nil, "3", "4a", "x"][quarter], by: hoa)
                case 9: try store.setRole(ofSheetWith: page, SheetRole.allCases[quarter], by: hoa)
                case 10: try store.setCountsAs(page, quarter % 3, by: hoa)
                case 11: try store.setDeskew(page, Double(quarter) - 1, by: hoa)
                case 12: try store.reserve(PlaceholderKind.allCases[quarter], in: dossier, after: quarter == 0 ? nil : page, by: hoa)
                case 13:
                    let places = try store.contents(dossier).placeholders
                    if let place = places.randomElement(using: &dice) { try store.release(place.id, by: hoa) }
                case 14: try store.setCountedRoles(dossier, quarter == 0 ? nil : RoleCounts(cover: quarter), by: hoa)
                default: try store.setBlank([page], BlankClass.allCases[quarter], by: hoa)
                }
            } catch {
                try #require(error.code == "action_impossible")
            }
            return try store.number("SELECT max(id) FROM commands") != before
        }
    }
}
