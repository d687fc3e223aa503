import Records
import Store
import Testing

extension StoreTests {
    /// A document's number (STT) and the place of an inserted run.
    @Suite struct NumberTests {
        private let station: Station
        private let dossier: DossierID

        init() throws {
            station = try Station()
            dossier = try station.dossier("H01.2008.01")
        }

        private func deliver() throws {
            try station.store.recordDelivery(
                station.identifiers.make(), target: "/kho", folder: "2026-11-21", profile: "simple", started: station.store.clock.now(),
                items: [DeliveryItem(dossier: dossier, version: 1, contentHash: "x", files: [])], by: station.hoa)
        }

        @Test func numbersFollowTheOrderUntilTheFirstDelivery() throws {
            let pages = try station.scan(6, into: dossier)
            try station.store.split(before: pages[4], by: station.hoa)
            try station.store.split(before: pages[2], by: station.hoa)
            #expect(try station.store.contents(dossier).documents.map(\.number) == [1, 2, 3])
        }

        @Test func aDeliveredNumberNeverNamesAnotherDocument() throws {
            let pages = try station.scan(6, into: dossier)
            try station.store.split(before: pages[4], by: station.hoa)
            let before = try station.store.contents(dossier).documents
            try deliver()
            try station.store.split(before: pages[2], by: station.hoa)
            let after = try station.store.contents(dossier).documents
            #expect(after.map(\.number) == [1, 3, 2])
            #expect(after.map(\.id) == [before[0].id, after[1].id, before[1].id])
        }

        @Test func aRunAtTheBeginningComesBeforeEverything() throws {
            let old = try station.scan(2, into: dossier)
            let run = try station.store.beginRun(
                dossier: dossier, device: "folder:/x", settings: ScanSettings(source: .duplex), at: .beginning, by: station.hoa)
            var new: [PageID] = []
            for sequence in 1...3 {
                let arrived = try station.arrival(run, sequence)
                try station.store.enter(arrived, in: run, by: station.hoa)
                new.append(arrived.page)
            }
            #expect(try station.store.contents(dossier).pages.map(\.id) == new + old)
            #expect(try station.store.contents(dossier).documents.count == 1)
        }
    }
}
