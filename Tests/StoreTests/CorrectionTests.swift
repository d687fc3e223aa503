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

        private func found(_ query: String) throws -> Bool { try !store.search(query).isEmpty }

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

        @Test func undoAndRedoGoChangeByChange() throws {
            try store.correct([try replacing(0, "mot")], in: dossier, by: station.hoa)
            try store.correct([try replacing(1, "hai ba")], in: dossier, by: station.hoa)
            #expect(try store.undo(dossier, by: station.hoa) == .correct)
            #expect(try store.words(of: page)?.recognised.text == "mot ban nhan dan\nphuong")
            try store.undo(dossier, by: station.hoa)
            #expect(try store.words(of: page)?.isHuman == false)
            #expect(try found("phuong") && !found("mot") && !found("hai"))
            try store.redo(dossier, by: station.hoa)
            try store.redo(dossier, by: station.hoa)
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
    }
}
