import Foundation
import GRDB
import Records
import Testing
@testable import Store

extension StoreTests {
    /// What is withheld is nowhere to be found, wherever it is moved, until somebody says why it no longer is.
    @Suite struct Withholdings {
        let station: Station
        let store: StationStore
        let dossier: DossierID
        let lease: Lease
        /// Two documents of two pages.
        let p: [PageID]

        init() throws {
            station = try Station()
            store = station.store
            dossier = try station.dossier("A", counted: 2)
            lease = try store.leaseDispatcher()
            p = try station.scan(4, into: dossier)
            for (index, page) in p.enumerated() { try station.read("chung trang\(index)", lease: lease, as: page) }
            try store.split(before: p[2], by: station.hoa)
        }

        private var withheld: [PageID] {
            get throws { try store.contents(dossier).pages.filter { $0.withheld != nil }.map(\.id) }
        }

        private var found: Set<PageID> { get throws { Set(try store.search("chung").pages.map(\.page)) } }

        private func document(_ page: PageID) throws -> DocumentID {
            try #require(try store.contents(dossier).pages.first { $0.id == page }).document
        }

        @discardableResult
        private func withhold(_ target: WithheldTarget, _ reason: WithholdingReason = .suspectedSecret) throws -> WithholdingID {
            try store.withhold(target, for: reason, by: station.hoa)
        }

        @Test func aDocumentLeavesTheSearchAndComesBack() throws {
            let id = try withhold(.document(document(p[2])))
            #expect(try withheld == [p[2], p[3]])
            #expect(try found == [p[0], p[1]])
            #expect(try store.contents(dossier).summary.counts.withheld == 2)
            // Not by the filter alone: the words are out of the index.
            let indexed = try store.read { try Int64.fetchAll($0, sql: "SELECT rowid FROM page_text WHERE page_text MATCH 'chung'") }
            #expect(indexed.count == 2)
            #expect(throws: StoreError.self) { try store.releaseWithheld(id, detail: "  ", by: station.hoa) }
            try store.releaseWithheld(id, detail: "chánh văn phòng đã xem", by: station.hoa)
            #expect(try withheld.isEmpty && found == Set(p))
            #expect(throws: StoreError.self) { try store.releaseWithheld(id, detail: "lần nữa", by: station.hoa) }
            try station.expectConsistent(dossier)
        }

        @Test func aPageIsItsSideOfTheSheet() throws {
            try withhold(.page(p[1]), .damaged)
            #expect(try withheld == [p[1]])
            // Scanned again: the new picture is of the same paper.
            let run = try store.beginRun(
                dossier: dossier, device: "folder:/x", settings: ScanSettings(source: .duplex), at: .replacing(p[1]), by: station.hoa)
            var again = try station.arrival(run, 1)
            again.side = .back
            try store.enter(again, in: run, by: station.hoa)
            try store.endRun(run, stop: .empty, fault: nil, by: station.hoa)
            try store.replaceOld(of: run.id, with: [again.page], by: station.hoa)
            #expect(try withheld == [again.page])
            #expect(try store.claimJob(lease, preferring: nil) == nil, "nobody reads it")
            try station.expectConsistent(dossier)
        }

        @Test func aWholeDossier() throws {
            let id = try withhold(.dossier(dossier), .restricted)
            #expect(try withheld == p && found.isEmpty)
            #expect(try store.register(limit: 5).lines.map(\.withheld) == [.restricted])
            let late = try station.scan(1, into: dossier)
            #expect(try withheld == p + late && store.claimJob(lease, preferring: nil) == nil)
            #expect(try store.dossier(dossier).counts.ocrWaiting == 0)
            try store.releaseWithheld(id, detail: "được dùng", by: station.hoa)
            #expect(try store.dossier(dossier).counts.ocrWaiting == 1)
            #expect(try store.claimJob(lease, preferring: nil)?.page == late[0])
        }

        @Test func bothPartsOfASplitDocument() throws {
            try withhold(.document(document(p[2])))
            try store.split(before: p[3], by: station.hoa)
            #expect(try withheld == [p[2], p[3]])
            #expect(try store.withholding(of: .document(document(p[3]))) != nil, "the other part as a document of its own")
            try station.scan(1, into: dossier)
            #expect(try withheld.count == 3, "what is scanned behind it belongs to it")
            try store.undo(dossier, by: station.hoa)
            #expect(try withheld.count == 3)
            try station.expectConsistent(dossier)
        }

        @Test(arguments: ["UPDATE placements SET withheld = NULL", "UPDATE withholdings SET lifted_at = 1"])
        func pagesAgainstWhatWasDecidedAreFound(change: String) throws {
            try withhold(.page(p[1]))
            #expect(try store.wrongWithholdings() == [])
            try store.write { try $0.execute(sql: change) }
            #expect(try store.wrongWithholdings().map(\.text) == ["A"])
        }

        @Test(arguments: [0, 2]) func aMergedDocumentIfEitherWas(withheldPage: Int) throws {
            try withhold(.document(document(p[withheldPage])))
            try store.merge(documentOf: p[2], by: station.hoa)
            #expect(try withheld == p)
            try store.undo(dossier, by: station.hoa)
            #expect(try Set(withheld).isSuperset(of: [p[withheldPage], p[withheldPage + 1]]), "undo releases nothing")
            try station.expectConsistent(dossier)
        }

        @Test func aPageThatIsMovedOutStaysWithheld() throws {
            let id = try withhold(.document(document(p[2])))
            try store.move(p[2], to: .after(p[0]), by: station.hoa)
            #expect(try withheld == [p[2], p[3]])
            #expect(try store.withholding(of: .page(p[2])) != nil)
            try store.releaseWithheld(id, detail: "chỉ phần còn lại", by: station.hoa)
            #expect(try withheld == [p[2]] && found == [p[0], p[1], p[3]])
        }

        @Test func whatWasMovedOutGoesFreeWithItWhenSomebodySaysSo() throws {
            let id = try withhold(.document(document(p[2])))
            try store.split(before: p[3], by: station.hoa)
            try store.move(p[3], to: .after(p[0]), by: station.hoa)
            let other = try withhold(.page(p[1]), .damaged)
            try store.releaseWithheld(id, detail: "tất cả", isWithCarried: true, by: station.hoa)
            #expect(try withheld == [p[1]] && store.withholdings().map(\.id) == [other])
            try station.expectConsistent(dossier)
        }

        /// The step was done before the page was withheld, and undone after it.
        @Test func undoTakesNothingOut() throws {
            try store.move(p[0], to: .after(p[2]), by: station.hoa)
            try withhold(.document(document(p[2])))
            #expect(try Set(withheld) == [p[0], p[2], p[3]])
            try store.undo(dossier, by: station.hoa)
            #expect(try Set(withheld) == [p[0], p[2], p[3]])
            #expect(try found == [p[1]])
            try store.drop([p[0]], by: station.hoa)
            try store.restore([p[0]], by: station.hoa)
            #expect(try Set(withheld) == [p[0], p[2], p[3]])
        }

        @Test func anUndoneStepIsNotTheWithholding() throws {
            let before = try store.undoable(dossier)
            try withhold(.page(p[0]))
            let after = try store.undoable(dossier)
            #expect(before.undo == after.undo)
        }

        @Test func itCanBeSaidOtherwise() throws {
            let id = try withhold(.document(document(p[0])))
            try store.rewithhold(id, as: .page(p[1]), for: .restricted, detail: "dự thảo", by: station.hoa)
            #expect(try withheld == [p[1]])
            #expect(try store.withholdings().map(\.reason) == [.restricted])
            try store.rewithhold(id, as: .dossier(dossier), for: .unsuitable, by: station.hoa)
            #expect(try withheld == p)
            #expect(try store.withholdings().map(\.id) == [id])
            // The same again gives it another reason, and is no second one.
            #expect(try withhold(.dossier(dossier), .suspectedSecret) == id)
            #expect(try store.withholdings().map(\.reason) == [.suspectedSecret])
            try station.expectConsistent(dossier)
        }

        /// A worker that has the page in hand brings nothing of it.
        @Test func theResultOfAPageBeingReadIsRefused() throws {
            try store.turn(p[0], quarterTurns: 1, by: station.hoa)
            let job = try #require(try store.claimJob(lease, preferring: nil))
            let id = try withhold(.page(p[0]))
            #expect(try !store.saveReading(Station.recognised("chung mới"), for: job, engine: "test", milliseconds: 1))
            #expect(try store.claimJob(lease, preferring: nil) == nil)
            try store.releaseWithheld(id, detail: "được", by: station.hoa)
            #expect(try store.claimJob(lease, preferring: nil)?.page == p[0])
        }

        @Test func theTrailHasTheFactAndNotTheWords() throws {
            let id = try store.withhold(.page(p[0]), for: .suspectedSecret, detail: "chữ riêng", by: station.hoa)
            try store.releaseWithheld(id, detail: "lời riêng", by: station.hoa)
            let rows = try store.auditEntries(last: 2)
            #expect(rows.map(\.action) == ["material.withheld", "material.released"])
            #expect(rows.allSatisfy { $0.detail.contains("detail_sha256") && $0.detail.contains(p[0].description) && !$0.detail.contains("riêng") })
            #expect(try store.firstBrokenAuditRow() == nil)
        }

        /// The wider of the two may be lifted first.
        @Test func whatLeavesAWithheldDocumentStaysWithheldUnderAWithheldDossier() throws {
            try store.withhold(.document(document(p[2])), for: .suspectedSecret, by: station.hoa)
            let whole = try store.withhold(.dossier(dossier), for: .unsuitable, by: station.hoa)
            try store.move(p[2], to: .after(nil), by: station.hoa)
            try store.releaseWithheld(whole, detail: "được", by: station.hoa)
            #expect(try store.withholdingReason(of: p[2]) == .suspectedSecret)
            #expect(try store.withholdingReason(of: p[0]) == nil)
            try station.expectConsistent(dossier)
        }

        /// Not even in what SQLite no longer uses.
        @Test func theExportedCopyHasNothingOfIt() throws {
            try station.read("bí.mật.riêng chung", lease: lease, as: try station.scan(1, into: dossier)[0])
            let secret = try #require(try station.pages(dossier).last)
            try store.note(Finding(.skew, value: 2), on: secret)
            try store.addHeads([secret: "số riêng"])
            try store.withhold(.page(secret), for: .suspectedSecret, detail: "lời riêng", by: station.hoa)
            let lifted = try store.withhold(.page(p[0]), for: .restricted, detail: "chữ thầm", by: station.hoa)
            try store.releaseWithheld(lifted, detail: "người thầm", by: station.hoa)
            let path = station.place.path + "/copy.sqlite"
            try store.copyDatabaseWithoutWithheld(to: path)
            let bytes = try Data(contentsOf: URL(fileURLWithPath: path))
            for word in ["bi.mat.rieng", "rieng", "bí.mật", "lời riêng", "số riêng", "thầm"] { #expect(bytes.range(of: Data(word.utf8)) == nil, "\(word)") }
            let copy = try DatabaseQueue(path: path)
            try copy.read { db throws in
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM findings WHERE page_id = ?", arguments: [secret.description]) == 0)
                #expect(try Int.fetchOne(db, sql: "SELECT count(*) FROM readings") == 4)
                #expect(try Int.fetchAll(db, sql: "SELECT rowid FROM page_text WHERE page_text MATCH 'chung'").count == 4)
                #expect(try String.fetchOne(db, sql: "PRAGMA integrity_check") == "ok")
            }
            try copy.close()
            #expect(try store.reading(of: secret) != nil, "the station keeps it")
        }
    }
}
