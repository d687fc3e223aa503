import Records
import Testing
@testable import Store

extension StoreTests {
    /// "Xong" is taken back like any other step.
    @Suite struct FinishUndo {
        let station: Station
        let dossier: DossierID
        let hoa: Actor
        var store: StationStore { station.store }

        init() throws {
            station = try Station()
            hoa = station.hoa
            dossier = try station.dossier()
        }

        private func settledAt() throws -> Int64? {
            try store.number("SELECT settled_at FROM dossiers WHERE id = '\(dossier)'")
        }

        @Test func finishingIsAStepToo() throws {
            try store.setCountedSheets(dossier, 1, by: hoa)
            try station.scan(2, into: dossier)
            try store.finish(dossier, by: hoa)
            let moment = try settledAt()
            #expect(try store.undoable(dossier).undo == .finish)
            #expect(try store.undo(dossier, by: hoa) == .finish)
            #expect(try store.dossier(dossier).standing.state == .scanning)
            #expect(try store.dossier(dossier).settlement == nil)
            #expect(try store.settledCount(since: Timestamp(milliseconds: 0)) == 0)
            #expect(try store.deliveryCandidates(to: "usb", format: "").candidates == [])
            let row = try #require(try store.auditEntries(last: 1).first)
            #expect((row.action, row.detail) == ("pages.undone", "{\"kind\":\"finish\"}"))
            #expect(try store.redo(dossier, by: hoa) == .finish)
            #expect(try store.dossier(dossier).standing.state == .scanned)
            #expect(try settledAt() == moment, "as it was settled then")
            try store.undo(dossier, by: hoa)
            #expect(try store.undo(dossier, by: hoa) == .count)
            try station.expectConsistent(dossier)
        }

        @Test func anEarlierSettlingComesBack() throws {
            try station.scan(2, into: dossier)
            try store.finish(dossier, override: .missingBefore, by: hoa)
            try store.finish(dossier, override: .other("sổ đóng gáy"), by: Actor(person: "lan", station: "2"))
            try store.undo(dossier, by: hoa)
            #expect(try store.dossier(dossier).settlement == Settlement(sheets: 1, override: .missingBefore))
            #expect(try store.number("SELECT count(*) FROM dossiers WHERE settled_by = 'hoa'") == 1)
            try store.undo(dossier, by: hoa)
            #expect(try store.dossier(dossier).settlement == nil)
        }

        @Test func aDeliveredDossierStaysFinished() throws {
            try station.scan(2, into: dossier)
            try store.finish(dossier, override: .missingBefore, by: hoa)
            try store.recordDelivery(
                station.identifiers.make(), target: "usb", folder: "2026-11-21", profile: "simple", started: station.clock.now(),
                items: [DeliveryItem(dossier: dossier, version: 1, contentHash: "h", files: [])], by: hoa)
            #expect(throws: StoreError.undoPastDelivery) { try store.undo(dossier, by: hoa) }
            #expect(try store.dossier(dossier).standing.state == .scanned)
        }

        @Test func aRefusedFinishIsNoStep() throws {
            try station.scan(2, into: dossier)
            #expect(throws: StoreError.notCounted(code: "H01.2008.01")) { try store.finish(dossier, by: hoa) }
            #expect(throws: StoreError.nothingToUndo) { try store.undo(dossier, by: hoa) }
        }

        /// Steps written before finishing was one know nothing of it.
        @Test func aStepOfBeforeLeavesTheSettlingAlone() throws {
            let pages = try station.scan(2, into: dossier)
            try store.finish(dossier, override: .missingBefore, by: hoa)
            try store.turn(pages[0], quarterTurns: 1, by: hoa)
            try store.execute("UPDATE commands SET change = json_remove(change, '$.before.settled', '$.after.settled')")
            #expect(try store.undo(dossier, by: hoa) == .turn)
            #expect(try store.dossier(dossier).settlement?.override == .missingBefore)
        }
    }
}
