import GRDB
import Records
import Testing
@testable import Store

extension StoreTests {
    /// Which dossiers an export has to look at.
    @Suite struct DeliveryCandidates {
        let station: Station
        let store: StationStore
        let dossiers: [DossierID]
        private let format = "1 simple"

        init() throws {
            station = try Station()
            store = station.store
            dossiers = try ["A", "B", "C"].map { [station] code in
                let id = try station.dossier(code, counted: 1)
                try station.scan(2, into: id)
                try station.store.finish(id, by: station.hoa)
                return id
            }
        }

        private func due(_ target: String = "usb", format: String = "1 simple", again: Set<String> = []) throws -> [String] {
            try store.deliveryCandidates(to: target, format: format, again: again).candidates.map(\.dossier.code.text)
        }

        private func deliver(_ some: [DossierID], to target: String = "usb", folder: String = "1", version: Int = 1, known: Bool = true) throws {
            let items = try some.map { id in
                DeliveryItem(
                    dossier: id, version: version, contentHash: "h",
                    basis: known ? DeliveryBasis(revision: try store.dossier(id).revision, format: format) : nil, files: [])
            }
            try store.recordDelivery(
                station.identifiers.make(), target: target, folder: folder, profile: "simple", started: station.clock.now(), items: items,
                by: station.hoa)
        }

        @Test func whatWasDeliveredIsLeftOut() throws {
            #expect(try due() == ["A", "B", "C"])
            try deliver([dossiers[0], dossiers[2]])
            #expect(try due() == ["B"])
            #expect(try store.deliveryCandidates(to: "usb", format: format).untouched == 2)
            #expect(try due("disk") == ["A", "B", "C"], "another target has none of it")
            #expect(try due(format: "2 simple") == ["A", "B", "C"], "another format makes other files")
            #expect(try due(again: ["1"]) == ["A", "B", "C"])
            #expect(try due(again: ["2"]) == ["B"])
        }

        @Test func whatChangedComesAgainUntilItIsNoted() throws {
            try deliver(dossiers)
            try store.setFields(dossiers[1], DossierFields(title: "Khác"), by: station.hoa)
            #expect(try due() == ["B"])
            let basis = DeliveryBasis(revision: try store.dossier(dossiers[1]).revision, format: format)
            try store.noteUnchanged([(dossiers[1], 1, basis)], at: "usb")
            #expect(try due() == [])
            #expect(try store.lastDelivery(of: dossiers[1], to: "usb")?.basis == basis)
        }

        @Test func anUnsettledDossierIsNone() throws {
            try station.scan(2, into: dossiers[0])
            #expect(try due() == ["B", "C"])
        }

        @Test func aDeliveryOfBeforeIsLookedAtOnce() throws {
            try deliver(dossiers, known: false)
            #expect(try due() == ["A", "B", "C"])
            #expect(try store.lastDelivery(of: dossiers[0], to: "usb")?.basis == nil)
        }

        @Test func onlyFoldersWithALastVersionMatter() throws {
            try deliver(dossiers, folder: "1")
            try deliver([dossiers[0]], folder: "2", version: 2)
            #expect(try store.currentFolders(at: "usb") == ["1", "2"])
            try deliver([dossiers[1], dossiers[2]], folder: "3", version: 2)
            #expect(try store.currentFolders(at: "usb") == ["2", "3"])
            #expect(try store.currentFolders(at: "disk") == [])
        }

        /// One look into the index for each settled dossier, however many deliveries there have been.
        @Test func theBooksAreReadByTheirIndex() throws {
            let sql = StationStore.candidatesSQL.replacingOccurrences(of: ":target", with: "'usb'")
                .replacingOccurrences(of: ":format", with: "'f'").replacingOccurrences(of: ":again", with: "'[]'")
            let plan = try store.plan(sql)
            #expect(plan.contains("SEARCH i USING INDEX sqlite_autoindex_delivery_items_2 (target=? AND dossier_id=? AND version=?)"))
            #expect(plan.contains("SEARCH delivery_items USING COVERING INDEX sqlite_autoindex_delivery_items_2 (target=? AND dossier_id=?)"))
            #expect(!plan.contains("SCAN delivery_items") && !plan.contains("SCAN i"))
        }

        /// A store of the first schema, with a delivery in its books.
        @Test func aStoreOfBeforeIsBroughtUpToDate() throws {
            let place = try TemporaryFolder()
            let folder = try DataFolder(preparing: place.path)
            let queue = try DatabaseQueue(path: folder.database)
            try Schema.migrator.migrate(queue, upTo: "1 core")
            try queue.write { db in
                for sql in [
                    "INSERT INTO dossiers (id, code, path_name, fields, folded, created) VALUES ('01J00000000000000000000001', 'A', 'A', '{\"title\":\"T\"}', 'a', 1)",
                    "INSERT INTO summaries VALUES ('01J00000000000000000000001', 1, 1, 0, 0, 0, 0, 'scanned')",
                    "INSERT INTO deliveries VALUES ('01J00000000000000000000002', 'usb', '1', 'simple', 'hoa', 1, 1)",
                    "INSERT INTO delivery_items VALUES ('01J00000000000000000000002', '01J00000000000000000000001', 'usb', 1, 'h', '[]', 1, 0)",
                ] { try db.execute(sql: sql) }
            }
            try queue.close()
            let store = try StationStore(folder: folder, clock: station.clock)
            let candidate = try #require(try store.deliveryCandidates(to: "usb", format: format).candidates.first)
            #expect(candidate.last?.contentHash == "h")
            #expect(candidate.last?.basis == nil)
        }
    }
}
