import Foundation
import Records
import Testing
@testable import Store

extension StoreTests {
    /// Pages that lay sideways or upside down, set upright by their reading.
    @Suite struct Uprightness {
        let station: Station
        let store: StationStore
        let dossier: DossierID
        let hoa: Actor
        let p: [PageID]

        init() throws {
            station = try Station()
            (store, hoa) = (station.store, station.hoa)
            dossier = try station.dossier(counted: 2)
            p = try station.scan(4, into: dossier)
        }

        /// Reads all pages that wait; those of `turned` are found to lie so.
        private func readAll(_ turned: [PageID: Int]) throws {
            let lease = try store.leaseDispatcher()
            while let job = try store.claimJob(lease, preferring: nil) {
                let found = turned[job.page].map { FoundTurn(quarterTurns: $0, actor: hoa) }
                #expect(try store.saveReading(Station.recognised("chữ"), for: job, engine: "tesseract 5", milliseconds: 1, upright: found))
            }
            try station.expectConsistent(dossier)
        }

        private func turns() throws -> [Int] { try store.contents(dossier).pages.map(\.turn) }
        private func findings(_ page: Int) throws -> [Finding] { try store.contents(dossier).pages[page].findings }

        @Test func aPageIsSetUprightWithAFindingAndARowInTheTrail() throws {
            try readAll([p[1]: 2, p[2]: 3])
            #expect(try turns() == [0, 2, 3, 0])
            #expect(try findings(1) == [Finding(.turned, value: 180)])
            #expect(try findings(2) == [Finding(.turned, value: 270)])
            #expect(try store.dossier(dossier).counts.openFindings == 2)
            let rows = try store.auditEntries(last: 2)
            #expect(rows.map(\.action) == ["page.set_upright", "page.set_upright"])
            #expect(rows[0].subject == "page:\(p[1])" && rows[0].person == "hoa")
            #expect(rows[0].detail == #"{"degrees":"180","engine":"tesseract 5"}"#)
            #expect(try store.firstBrokenAuditRow() == nil)
        }

        @Test func whatThePersonDidLastIsStillWhatUndoTakesBack() throws {
            try store.drop([p[0]], by: hoa)
            try readAll([p[1]: 2])
            #expect(try store.undo(dossier, by: hoa) == .drop)
            #expect(try turns() == [0, 2, 0, 0])
            #expect(throws: StoreError.nothingToUndo) { try store.undo(dossier, by: hoa) }
        }

        @Test func onceAPersonHasTurnedAPageNoReadingTurnsItAgain() throws {
            try readAll([p[1]: 2])
            try store.turn(p[1], quarterTurns: 2, by: hoa)
            try readAll([p[1]: 2])
            #expect(try turns() == [0, 0, 0, 0])
            try store.undo(dossier, by: hoa)
            #expect(try turns() == [0, 2, 0, 0])
            try readAll([p[1]: 1])
            #expect(try turns() == [0, 2, 0, 0])
            #expect(try findings(1).map(\.value) == [180])
        }

        /// She turned it and took that back: that it lies right is her word too.
        @Test func aTurnTakenBackBeforeThePageWasReadCountsAsWell() throws {
            try store.turn(p[0], quarterTurns: 1, by: hoa)
            try store.undo(dossier, by: hoa)
            let lease = try store.leaseDispatcher()
            #expect(try #require(try store.claimJob(lease, preferring: nil)).findsTurn == false)
            #expect(try #require(try store.claimJob(lease, preferring: nil)).findsTurn, "its neighbour was never touched")
        }

        @Test func aPageTurnedWhileItIsReadKeepsTheTurnOfThePerson() throws {
            let lease = try store.leaseDispatcher()
            let job = try #require(try store.claimJob(lease, preferring: nil))
            try store.turn(job.page, quarterTurns: 1, by: hoa)
            let found = FoundTurn(quarterTurns: 2, actor: hoa)
            #expect(try !store.saveReading(Station.recognised("chữ"), for: job, engine: "t", milliseconds: 1, upright: found))
            #expect(try turns()[0] == 1)
            #expect(try findings(0).isEmpty)
        }

        @Test func theFindingIsTakenAsItIsAndStaysSo() throws {
            try readAll([p[1]: 2])
            try store.accept([(p[1], .turned)], by: hoa)
            #expect(try findings(1).isEmpty && turns()[1] == 2)
            #expect(try store.dossier(dossier).counts.openFindings == 0)
        }

        /// Pages are read behind the scanning: a dossier may be settled before its last page is read, and is not delivered before.
        @Test func aSettledDossierIsCorrectedToo() throws {
            try store.finish(dossier, by: hoa)
            let revision = try store.dossier(dossier).revision
            try readAll([p[3]: 2])
            #expect(try turns() == [0, 0, 0, 2])
            #expect(try store.dossier(dossier).standing.isSettled)
            #expect(try store.dossier(dossier).revision > revision)
            #expect(try findings(3).map(\.code) == [.turned])
        }

        @Test func whatWasDeliveredChangesByAPersonsHandOnly() throws {
            let lease = try store.leaseDispatcher()
            while let job = try store.claimJob(lease, preferring: nil) { try store.failJob(job, error: "no") }
            try store.finish(dossier, by: hoa)
            try store.recordDelivery(
                station.identifiers.make(), target: "/t", folder: "2026-11-21", profile: "simple", started: station.clock.now(),
                items: [DeliveryItem(dossier: dossier, version: 1, contentHash: "c", files: [])], by: hoa)
            try store.retryFailedJobs(by: hoa)
            while let job = try store.claimJob(lease, preferring: nil) {
                let found = FoundTurn(quarterTurns: 2, actor: hoa)
                #expect(try store.saveReading(Station.recognised("chữ"), for: job, engine: "t", milliseconds: 1, upright: found))
            }
            try station.expectConsistent(dossier)
            #expect(try turns() == [0, 0, 0, 0])
            #expect(try findings(0) == [Finding(.turned, value: 180)])
            #expect(try store.auditEntries(last: 1).map(\.action) == ["page.found_turned"])
        }
    }
}
