import Foundation
import GRDB
import Records
import Testing
@testable import Store

extension StoreTests {
    /// What the program finds it withholds at once, and never again what a person has let go.
    @Suite struct Secrecy {
        let station: Station
        let store: StationStore
        let dossier: DossierID
        let lease: Lease
        /// Two documents of two pages.
        let p: [PageID]
        private let mark = SecrecyMark(level: .secret, box: Box(x: 1, y: 2, width: 3, height: 4), evidence: [.picture])

        init() throws {
            station = try Station()
            store = station.store
            dossier = try station.dossier("A", counted: 2)
            lease = try store.leaseDispatcher()
            p = try station.scan(4, into: dossier)
            try store.split(before: p[2], by: station.hoa)
        }

        private var withheld: [PageID] { get throws { try store.contents(dossier).pages.filter { $0.withheld != nil }.map(\.id) } }
        private var found: Set<PageID> { get throws { Set(try store.search("chung").pages.map(\.page)) } }

        /// Reads all that waits; the page bears the mark.
        private func read(marked: PageID?) throws {
            while let job = try store.claimJob(lease, preferring: nil) {
                let mark = job.page == marked ? FoundMark(mark, at: "Trạm 01") : nil
                try store.saveReading(Station.recognised("chung"), for: job, engine: "test", milliseconds: 1, mark: mark)
            }
        }

        /// Only so many pages.
        private func readFirst(marked: PageID, upTo count: Int) throws {
            for _ in 0..<count {
                let job = try #require(try store.claimJob(lease, preferring: nil))
                let mark = job.page == marked ? FoundMark(mark, at: "Trạm 01") : nil
                try store.saveReading(Station.recognised("chung"), for: job, engine: "test", milliseconds: 1, mark: mark)
            }
        }

        @Test func itsDocumentIsWithheldWithTheReading() throws {
            try read(marked: p[2])
            #expect(try withheld == [p[2], p[3]])
            #expect(try found == [p[0], p[1]])
            let standing = try #require(try store.withholdings().first)
            #expect(standing.isByProgram && standing.reason == .suspectedSecret && standing.target.scope == .document)
            let marks = try store.secrecyMarks(of: dossier)
            #expect(marks.map(\.page) == [p[2]] && marks.map(\.withholding) == [standing.id] && marks.map(\.mark) == [mark])
            let entry = try #require(try store.auditEntries(last: 1).first)
            #expect(entry.action == "material.withheld" && entry.person == "tramquet" && !entry.detail.contains("mark"))
            // The second page of the document was read after it, and nothing finds it.
            #expect(try store.reading(of: p[3]) != nil && store.queueStatus() == QueueStatus())
            try station.expectConsistent(dossier)
        }

        @Test func onceReleasedNoLaterReadingRepeatsIt() throws {
            try read(marked: p[2])
            let id = try #require(try store.withholdings().first).id
            try store.releaseWithheld(id, detail: "đã xem", by: station.hoa)
            #expect(try withheld.isEmpty && store.secrecyMarks().isEmpty)
            try store.turn(p[2], quarterTurns: 1, by: station.hoa)
            try read(marked: p[2])
            #expect(try withheld.isEmpty && found == Set(p))
            // A new picture of the same side neither.
            let run = try store.beginRun(dossier: dossier, device: "folder:/x", settings: ScanSettings(source: .duplex), at: .replacing(p[2]), by: station.hoa)
            let again = try station.arrival(run, 1)
            try store.enter(again, in: run, by: station.hoa)
            try store.endRun(run, stop: .empty, fault: nil, by: station.hoa)
            try store.replaceOld(of: run.id, with: [again.page], by: station.hoa)
            try read(marked: again.page)
            #expect(try withheld.isEmpty)
            try station.expectConsistent(dossier)
        }

        /// Withheld with the page that bears the mark, and released before it was read itself: nobody has judged it.
        @Test func anotherPageOfWhatWasReleasedMayBearAMarkOfItsOwn() throws {
            try readFirst(marked: p[2], upTo: 3)
            try store.releaseWithheld(try #require(try store.withholdings().first).id, detail: "đã xem", by: station.hoa)
            #expect(try found == [p[0], p[1], p[2]])
            try read(marked: p[3])
            #expect(try withheld == [p[2], p[3]])
        }

        @Test func whatAPersonWithheldAndLetGoIsJudged() throws {
            let document = try #require(try store.contents(dossier).pages.first).document
            let id = try store.withhold(.document(document), for: .suspectedSecret, by: station.hoa)
            try store.releaseWithheld(id, detail: "không mật", by: station.hoa)
            let other = try store.withhold(.page(p[2]), for: .damaged, by: station.hoa)
            try store.releaseWithheld(other, detail: "đã vá", by: station.hoa)
            try read(marked: p[1])
            #expect(try withheld.isEmpty)
            try store.turn(p[2], quarterTurns: 1, by: station.hoa)
            try read(marked: p[2])
            #expect(try withheld == [p[2], p[3]], "a damaged page was not judged to be no secret")
        }

        @Test func onceReadUnderItAPageIsFoundAfterItsRelease() throws {
            try read(marked: p[2])
            try store.releaseWithheld(try #require(try store.withholdings().first).id, detail: "đã xem", by: station.hoa)
            #expect(try found == Set(p))
            try station.expectConsistent(dossier)
        }

        /// What a person withholds waits; so does what the program stopped and a person has said what it is.
        @Test func nothingIsReadOfWhatAPersonWithholds() throws {
            let document = try #require(try store.contents(dossier).pages.last).document
            try store.withhold(.document(document), for: .restricted, by: station.hoa)
            try read(marked: nil)
            #expect(try store.reading(of: p[2]) == nil && store.reading(of: p[3]) == nil)
            try store.releaseWithheld(try #require(try store.withholdings().first).id, detail: "đã xem", by: station.hoa)
            try store.withhold(.page(p[3]), for: .damaged, by: station.hoa)
            let job = try #require(try store.claimJob(lease, preferring: nil))
            #expect(job.page == p[2])
            try store.failJob(job, error: "no", mark: FoundMark(mark, at: "Trạm 01"))
            #expect(try withheld == [p[2], p[3]] && store.claimJob(lease, preferring: nil) == nil)
        }

        @Test func nobodyHasCorrectedWhatIsWithheld() throws {
            try read(marked: p[0])
            let rest = try #require(try store.contents(dossier).pages.last).document
            try store.withhold(.document(rest), for: .restricted, by: station.hoa)
            try store.finish(dossier, by: station.hoa)
            #expect(try store.dossier(dossier).standing.state == .scanned)
            try station.expectConsistent(dossier)
        }

        @Test func aListOfAllNamesPagesAndTheGravestMark() throws {
            try read(marked: p[2])
            let other = try station.dossier("B", counted: 1)
            let q = try station.scan(2, into: other)
            try store.withhold(.page(q[1]), for: .damaged, by: station.hoa)
            let (entries, total, dossiers) = try store.withheldEverywhere(limit: 10)
            #expect(entries.map(\.code.text) == ["B", "A"] && entries.map(\.pages) == [2...2, 3...4] && entries.map(\.mark) == [nil, mark] && total == 2 && dossiers == 2)
            #expect(try store.withheldEverywhere(limit: 1).entries.count == 1)
        }

        @Test func itFollowsTheBoundsOfItsDocument() throws {
            try read(marked: p[2])
            try store.split(before: p[3], by: station.hoa)
            #expect(try withheld == [p[2], p[3]])
            #expect(try store.secrecyMarks(of: dossier).map(\.page) == [p[2]])
            #expect(try store.withholdings().allSatisfy(\.isByProgram))
            try station.expectConsistent(dossier)
        }

        @Test func theExportedCopyHasNoFinding() throws {
            try read(marked: p[2])
            let path = station.place.path + "/copy.sqlite"
            try store.copyDatabaseWithoutWithheld(to: path)
            let copy = try DatabaseQueue(path: path)
            #expect(try copy.read { try Int.fetchOne($0, sql: "SELECT count(*) FROM secrecy_marks") } == 0)
            try copy.close()
        }
    }
}
