import Foundation
import GRDB
import Records
import Testing
@testable import Store

extension StoreTests {
    @Suite("Corrected texts") struct CorrectionTests {
        let station: Station
        let dossier: DossierID
        let page: PageID
        let lease: Lease
        var store: StationStore { station.store }

        init() throws {
            station = try Station()
            dossier = try station.dossier("H.1")
            page = try station.scan(1, into: dossier)[0]
            lease = try station.store.leaseDispatcher()
            try station.read("Uy ban nhan dan\nphuong", lease: lease, as: page)
        }

        private func replacing(_ index: Int, _ text: String) throws -> PageCorrection {
            let words = try #require(try store.words(of: page))
            var new = words.revised
            try new.replace(index, with: text)
            return PageCorrection(page: page, change: PageChange(from: words.revised, to: new), reading: words.reading)
        }

        private func found(_ query: String) throws -> Bool { try !store.search(query).pages.isEmpty }

        @Test func theCorrectedWordIsWhatIsReadAndFound() throws {
            try store.correct([try replacing(4, "xã.khác")], in: dossier, by: station.hoa)
            let words = try #require(try store.words(of: page))
            #expect(words.isHuman && words.recognised.text == "Uy ban nhan dan\nxã.khác")
            #expect(words.recognised.words[4].box == Station.recognised("Uy ban nhan dan\nphuong").words[4].box)
            #expect(try found("khac") && !found("phuong"))
            #expect(try store.reading(of: page)?.text == "Uy ban nhan dan\nphuong", "the machine's is kept")
            #expect(try store.revisions(of: page).map(\.person) == [station.hoa.person])
            try station.expectConsistent(dossier)
        }

        @Test func aLaterReadingNeverTouchesIt() throws {
            try store.correct([try replacing(4, "quan")], in: dossier, by: station.hoa)
            try store.turn(page, quarterTurns: 1, by: station.hoa)
            try station.read("hoan toan khac", lease: lease, as: page)
            #expect(try store.words(of: page)?.recognised.text == "Uy ban nhan dan\nquan")
            #expect(try found("quan") && !found("hoan"))
        }

        @Test func pagesAreReadAgain() throws {
            let more = try station.scan(2, into: dossier)
            try station.read("trang hai", lease: lease, as: more[0])
            try store.correct([try replacing(4, "quan")], in: dossier, by: station.hoa)
            #expect(try store.readAgain([page, more[1]], of: dossier, by: station.hoa) == 1, "the other waits anyway")
            #expect(try store.dossier(dossier).counts.ocrWaiting == 2)
            try station.expectConsistent(dossier)
            try station.read("Uy ban nhan dan\nphuong khac", lease: lease, as: page)
            #expect(try store.words(of: page)?.recognised.text == "Uy ban nhan dan\nquan", "human text stays")
            #expect(try store.reading(of: page)?.text == "Uy ban nhan dan\nphuong khac")
            try station.read("trang ba", lease: lease, as: more[1])
            try store.drop([more[1]], by: station.hoa)
            #expect(try store.readAgain(of: dossier, by: station.hoa) == 2, "all of it, but for what was dropped")
            let marks = try store.readingMarks(dossier)
            #expect(Set(marks.keys) == [page, more[0]] && marks.values.allSatisfy { $0.state == "waiting" && $0.reading != nil })
            #expect(try store.readAgain(of: dossier, by: station.hoa) == 0)
            #expect(try store.auditEntries(last: 50).filter { $0.action == "ocr.again" }.map(\.subject) == ["dossier:H.1", "dossier:H.1"])
        }

        @Test func theNextToCorrectComesByItsCode() throws {
            let third = try station.dossier("H.3"), second = try station.dossier("H.2"), unread = try station.dossier("H.0")
            #expect(try store.nextToCorrect(after: dossier) == nil)
            for id in [third, second] {
                let pages = try station.scan(2, into: id)
                try station.read("Uy ban nhan dan", lease: lease, as: pages[0])
            }
            _ = try station.scan(1, into: unread)
            #expect(try store.nextToCorrect(after: dossier) == DossierToCorrect(id: second, code: DossierCode("H.2"), pages: 1), "the other page is not read yet")
            #expect(try store.nextToCorrect(after: second)?.id == third)
            #expect(try store.nextToCorrect(after: third)?.id == dossier, "and round again")
            var settled = try #require(try store.words(of: page)).revised
            settled.settlement = .foreignText
            let change = PageChange(from: try #require(try store.words(of: page)).revised, to: settled)
            try store.correct([PageCorrection(page: page, change: change, reading: nil)], in: dossier, by: station.hoa)
            #expect(try store.correctionProgress(dossier).map(\.settlement) == [.foreignText])
            #expect(try store.nextToCorrect(after: third)?.id == second)
        }

        @Test func undoAndRedoGoChangeByChange() throws {
            try store.correct([try replacing(0, "mot")], in: dossier, by: station.hoa)
            try store.correct([try replacing(1, "hai ba")], in: dossier, by: station.hoa)
            #expect(try store.undoCorrection(dossier, by: station.hoa) == [page])
            #expect(try store.words(of: page)?.recognised.text == "mot ban nhan dan\nphuong")
            try store.undoCorrection(dossier, by: station.hoa)
            #expect(try store.words(of: page)?.isHuman == false)
            #expect(try found("phuong") && !found("mot") && !found("hai"))
            try store.redoCorrection(dossier, by: station.hoa)
            try store.redoCorrection(dossier, by: station.hoa)
            #expect(try store.words(of: page)?.recognised.text == "mot hai ba nhan dan\nphuong")
            #expect(try found("hai ba"))
        }

        @Test func twoPeopleAtOnePageLoseNothing() throws {
            let (mine, theirs, late) = (try replacing(0, "mot"), try replacing(1, "hai ba"), try replacing(0, "khong"))
            try store.correct([theirs], in: dossier, by: station.hoa)
            try store.correct([mine], in: dossier, by: station.hoa)
            #expect(try store.words(of: page)?.recognised.text == "mot hai ba nhan dan\nphuong")
            #expect(throws: StoreError.correctionOvertaken) { try store.correct([late], in: dossier, by: station.hoa) }
            #expect(try store.words(of: page)?.recognised.text == "mot hai ba nhan dan\nphuong")
        }

        @Test func whatIsWithheldIsNeitherCorrectedNorCopiedNorFound() throws {
            try store.correct([try replacing(0, "bimat")], in: dossier, by: station.hoa)
            let late = try replacing(1, "muon")
            let id = try store.withhold(.page(page), for: .restricted, by: station.hoa)
            #expect(throws: StoreError.pageWithheld(page.description)) { try store.correct([late], in: dossier, by: station.hoa) }
            #expect(try !found("bimat"))
            let path = station.place.path + "/copy.sqlite"
            try store.copyDatabaseWithoutWithheld(to: path)
            #expect(try Data(contentsOf: URL(fileURLWithPath: path)).range(of: Data("bimat".utf8)) == nil)
            try store.releaseWithheld(id, detail: "được", by: station.hoa)
            #expect(try found("bimat"))
        }

        private func correct(_ index: Int, _ text: String, by person: String) throws {
            try store.correct([try replacing(index, text)], in: dossier, by: Actor(person: person, station: "Trạm 01"))
        }

        private func undone(by person: String) throws -> String? {
            try store.undoCorrection(dossier, by: Actor(person: person, station: "Trạm 01"))
            return try store.words(of: page)?.recognised.text
        }

        /// The desk's undo and each corrector's go their own ways.
        @Test func everybodyTakesBackHisOwn() throws {
            try store.turn(page, quarterTurns: 1, by: station.hoa)
            try correct(0, "một", by: "hoa")
            try correct(1, "hai", by: "lan")
            #expect(try store.undoable(dossier).undo == .turn)
            #expect(try undone(by: "lan") == "một ban nhan dan\nphuong")
            try store.undo(dossier, by: station.hoa)
            #expect(try store.words(of: page)?.recognised.text == "một ban nhan dan\nphuong")
            #expect(try undone(by: "hoa") == "Uy ban nhan dan\nphuong")
        }

        @Test func whatALaterCorrectionStandsOnIsNotTakenBack() throws {
            try correct(0, "một", by: "hoa")
            try correct(1, "hai", by: "lan")
            #expect(throws: StoreError.undoOvertaken) { try undone(by: "hoa") }
            #expect(try undone(by: "lan") == "một ban nhan dan\nphuong")
            #expect(try undone(by: "hoa") == "Uy ban nhan dan\nphuong")
            #expect(throws: StoreError.nothingToUndo) { try undone(by: "hoa") }
        }

        @Test func allAlikeAreOneStep() throws {
            let other = try station.scan(1, into: dossier)[0]
            try station.read("nhan dan nhan", lease: lease, as: other)
            let alike = try store.alike("nhan", in: dossier)
            #expect(alike.map(\.page) == [page, other, other] && alike.map(\.place) == [2, 0, 2])
            #expect(try store.correctAlike("nhan", with: "nhân", in: dossier, by: station.hoa) == 3)
            #expect(try store.words(of: page)?.recognised.text == "Uy ban nhân dan\nphuong")
            #expect(try Set(store.undoCorrection(dossier, by: station.hoa)) == [page, other])
            #expect(try store.correctAlike("nhan", with: "nhân", in: dossier, page: other, by: station.hoa) == 2)
            #expect(try store.words(of: page)?.isHuman == false)
            #expect(throws: StoreError.self) { try store.correctAlike("nhân", with: "a\u{0}", in: dossier, by: station.hoa) }
        }

        private var waits: Int { get throws { try store.dossier(dossier).counts.toCorrect } }

        @Test(arguments: [
            ("le décret du gouverneur général concernant les droits de douane perçus aux frontières du territoire", true),
            ("ỦY BAN NHÂN DÂN tỉnh ban hành quyết định này về việc phê duyệt kế hoạch công tác", false), ("le décret du gouverneur", false),
        ])
        func aPageInAnotherLanguageIsMarked(text: String, isStrange: Bool) throws {
            let page = try station.scan(1, into: dossier)[0]
            try station.read(text, lease: lease, as: page, confidence: isStrange ? 0.6 : 0.9)
            let findings = try store.contents(dossier).pages.first { $0.id == page }?.findings.map(\.code)
            let doubts = try store.words(of: page)?.revised.judgements(by: store.proofreader).count { $0.doubt != .sure }
            #expect(findings?.contains(.strangeText) == isStrange, "\(text): \(doubts ?? -1)")
        }

        @Test func wordsOfTheOfficeAreNoDoubts() throws {
            let page = try station.scan(1, into: dossier)[0]
            try station.read("Kpăh Zwrts", lease: lease, as: page, confidence: 0.6)
            let before = try #require(try store.words(of: page)?.revised.judgements(by: store.proofreader).map(\.doubt))
            try "# our names\nKpăh\nZwrts\nhai từ\n".write(toFile: store.folder.words, atomically: true, encoding: .utf8)
            let again = try StationStore(folder: store.folder)
            let after = try #require(try again.words(of: page)?.revised.judgements(by: again.proofreader).map(\.doubt))
            #expect(before.count == 2 && before.allSatisfy { $0 == .wrong } && !after.contains(.wrong), "\(before) \(after)")
        }

        /// *Uy* and others without their marks are doubtful.
        @Test func aPageWaitsUntilEveryDoubtIsSettled() throws {
            let other = try station.scan(1, into: dossier)[0]
            #expect(try waits == 2, "an unread page waits")
            try station.read("", lease: lease, as: other)
            #expect(try waits == 2, "and one without words: what it is only a person can say")
            let empty = RevisedPage(language: "vie", words: []), blank = RevisedPage(language: "vie", words: [], settlement: .illegible)
            try store.correct(
                [PageCorrection(page: other, change: PageChange(from: empty, to: blank), reading: store.words(of: other)?.reading)], in: dossier,
                by: station.hoa)
            #expect(try waits == 1)
            let words = try #require(try store.words(of: page))
            #expect(words.revised.estimate(by: store.proofreader)?.openDoubts ?? 0 > 0 && words.revised.judgements(by: store.proofreader).count == 5)
            var new = words.revised
            for index in new.words.indices { try new.accept(index) }
            try store.correct([PageCorrection(page: page, change: PageChange(from: words.revised, to: new), reading: words.reading)], in: dossier, by: station.hoa)
            #expect(try waits == 0)
            try store.setCountedSheets(dossier, store.dossier(dossier).counts.sheets, by: station.hoa)
            try store.finish(dossier, by: station.hoa)
            #expect(try store.dossier(dossier).standing.state == .corrected)
            try station.expectConsistent(dossier)
            try store.undoCorrection(dossier, by: station.hoa)
            #expect(try store.dossier(dossier).standing.state == .scanned)
            try station.expectConsistent(dossier)
        }

        @Test func aSettledPageWaitsForNobody() throws {
            let words = try #require(try store.words(of: page))
            var new = words.revised
            new.settlement = .handwritten
            try store.correct([PageCorrection(page: page, change: PageChange(from: words.revised, to: new), reading: words.reading)], in: dossier, by: station.hoa)
            #expect(try waits == 0)
            #expect(try store.correctionProgress(dossier).map(\.settlement) == [.handwritten])
        }

        /// Stores of an earlier program have readings that nobody has judged.
        @Test func doubtsAreCountedWhereNobodyHas() throws {
            let counted = try #require(try store.correctionProgress(dossier).first)
            try store.write { db in try db.execute(sql: "DELETE FROM doubts") }
            #expect(try store.correctionProgress(dossier) == [counted])
            #expect(counted.isOpen && (counted.doubts ?? 0) > 0)
        }
    }
}
