import Foundation
import Records
import Store
import Testing

@testable import Delivering

/// Planning looks only at what may have changed.
struct RevisionTests {
    @Test func untouchedDossiersAreNotLookedAt() throws {
        let station = try Station()
        let ids = try (1...8).map { try station.finished("A.\($0)", pages: 1) }
        #expect(try station.exporter().plan(target: station.target).lookedAt == 8)
        try station.export()
        let plan = try station.exporter().plan(target: station.target)
        #expect(plan.lookedAt == 0)
        #expect(plan.alreadyDelivered == 8)
        let named = try station.exporter().plan(target: station.target, only: [DossierCode("A.3")])
        #expect(named.lookedAt == 0)
        #expect(named.alreadyDelivered == 1)
        try station.store.setFields(ids[4], DossierFields(title: "Khác"), by: station.actor)
        let changed = try station.exporter().plan(target: station.target)
        #expect(changed.lookedAt == 1)
        #expect(changed.due.map(\.code.text) == ["A.5"])
        #expect(changed.alreadyDelivered == 7)
    }

    /// The content decides; and it need not decide twice.
    @Test func changeAndUndoIsLookedAtOnce() throws {
        let station = try Station()
        let id = try station.finished("A.1")
        try station.export()
        try station.store.setBlank([try station.pages(id)[0].id], .confirmed, by: station.actor)
        try station.store.undo(id, by: station.actor)
        let head = try station.store.auditHead()
        #expect(try station.exporter().export(to: station.target, dryRun: true).plan.lookedAt == 1)
        let result = try station.export()
        #expect((result.folder, result.plan.lookedAt, result.plan.alreadyDelivered) == (nil, 1, 1))
        #expect(try station.export().plan.lookedAt == 0)
        #expect(try station.store.auditHead() == head)
    }

    @Test func deliveriesOfBeforeRevisionsAreLookedAtOnce() throws {
        let station = try Station()
        let id = try station.finished("A.1")
        let hash = try #require(try station.exporter().plan(target: station.target).due.first?.contentHash)
        try station.store.recordDelivery(
            station.store.identifiers.make(), target: station.target, folder: "2026-11-20", profile: "simple",
            started: station.clock.now(), items: [DeliveryItem(dossier: id, version: 1, contentHash: hash, files: [])], by: station.actor)
        let first = try station.export().plan
        #expect((first.lookedAt, first.alreadyDelivered, first.due.count) == (1, 1, 0))
        #expect(try station.export().plan.lookedAt == 0)
    }

    @Test func eachTargetHasItsOwnBooks() throws {
        let station = try Station()
        try station.finished("A.1")
        let second = station.root + "/second"
        try FileManager.default.createDirectory(atPath: second, withIntermediateDirectories: false)
        try station.export()
        #expect(try station.exporter().plan(target: second).due.count == 1)
        _ = try station.exporter().export(to: second)
        for target in [station.target, second] { #expect(try station.exporter().plan(target: target).lookedAt == 0) }
    }

    @Test func anotherFormatIsAnotherContent() throws {
        let station = try Station()
        try station.finished("A.1")
        try station.export()
        let template = try FileNameTemplate("{maHoSo}_{stt:3}.pdf")
        for other in [
            Exporter(store: station.store, actor: station.actor, conformance: .a1b),
            Exporter(store: station.store, actor: station.actor, template: template),
        ] {
            let plan = try other.plan(target: station.target)
            #expect((plan.lookedAt, plan.due.count) == (1, 1))
        }
    }

    @Test func whatIsNotReadyNeedsNoLook() throws {
        let station = try Station()
        try station.scanned("A.1")
        let waiting = try station.scanned("A.2")
        try station.store.finish(waiting, by: station.actor)
        let plan = try station.exporter().plan(target: station.target)
        #expect(plan.lookedAt == 0)
        #expect(plan.notReady.count == 2)
    }

    // MARK: - Every change raises the revision

    /// A dossier of four pages on which everything can be done.
    struct Scene {
        let station: Station
        let id: DossierID
        let pages: [PageID]
        var store: StationStore { station.store }
        var actor: Actor { station.actor }
    }

    struct Mutation: CustomTestStringConvertible, Sendable {
        let name: String
        /// Done before the dossier is compared.
        var prepare: @Sendable (Scene) throws -> Void = { _ in }
        let act: @Sendable (Scene) throws -> Void
        var testDescription: String { name }
    }

    static let mutations: [Mutation] = [
        Mutation(name: "fields") { try $0.store.setFields($0.id, DossierFields(title: "Khác"), by: $0.actor) },
        Mutation(name: "count") { try $0.store.setCountedSheets($0.id, 9, by: $0.actor) },
        Mutation(name: "finish with a reason") { try $0.store.finish($0.id, override: .missingBefore, by: $0.actor) },
        Mutation(name: "finish taken back", prepare: { try $0.store.finish($0.id, override: .missingBefore, by: $0.actor) }) {
            try $0.store.undo($0.id, by: $0.actor)
        },
        Mutation(name: "split") { try $0.store.split(before: $0.pages[2], by: $0.actor) },
        Mutation(name: "merge", prepare: { try $0.store.split(before: $0.pages[2], by: $0.actor) }) {
            try $0.store.merge(documentOf: $0.pages[2], by: $0.actor)
        },
        Mutation(name: "drop") { try $0.store.drop([$0.pages[1]], by: $0.actor) },
        Mutation(name: "restore", prepare: { try $0.store.drop([$0.pages[1]], by: $0.actor) }) {
            try $0.store.restore([$0.pages[1]], by: $0.actor)
        },
        Mutation(name: "turn") { try $0.store.turn($0.pages[0], quarterTurns: 1, by: $0.actor) },
        Mutation(name: "blank") { try $0.store.setBlank([$0.pages[3]], .confirmed, by: $0.actor) },
        Mutation(name: "move") { try $0.store.move($0.pages[0], to: .later, by: $0.actor) },
        Mutation(name: "undo", prepare: { try $0.store.split(before: $0.pages[2], by: $0.actor) }) { try $0.store.undo($0.id, by: $0.actor) },
        Mutation(
            name: "redo",
            prepare: {
                try $0.store.split(before: $0.pages[2], by: $0.actor)
                try $0.store.undo($0.id, by: $0.actor)
            }) { try $0.store.redo($0.id, by: $0.actor) },
        Mutation(name: "further pages") { try $0.station.add([try Picture.jpeg(seed: 9)], to: $0.id) },
        Mutation(name: "reading", prepare: { try $0.store.turn($0.pages[0], quarterTurns: 1, by: $0.actor) }) { try $0.station.readAll() },
        Mutation(name: "failed reading", prepare: { try $0.store.turn($0.pages[0], quarterTurns: 1, by: $0.actor) }) {
            try $0.station.failNextReading()
        },
        Mutation(name: "killed workers", prepare: { try $0.store.turn($0.pages[0], quarterTurns: 1, by: $0.actor) }) { scene in
            let lease = try scene.store.leaseDispatcher()
            for _ in 0..<StationStore.deathsBeforeFailure {
                try scene.store.jobKilledWorker(try #require(try scene.store.claimJob(lease, preferring: nil)), error: "died")
            }
        },
        Mutation(
            name: "retry",
            prepare: {
                try $0.store.turn($0.pages[0], quarterTurns: 1, by: $0.actor)
                try $0.station.failNextReading()
            }) { try $0.store.retryFailedJobs(by: $0.actor) },
        Mutation(name: "found page") { scene in
            let run = try scene.store.beginRun(dossier: scene.id, device: "import", settings: ScanSettings(), by: scene.actor)
            let page: PageID = scene.store.identifiers.make()
            try scene.store.expectPage(page, sequence: 1, at: SheetSide(sheet: 1, side: .front), in: run)
            let file = try Picture.jpeg(seed: 9)
            try file.data.write(to: URL(fileURLWithPath: scene.store.vault.spoolPath("\(page).jpg")))
            let orphan = try #require(try scene.store.lookForLostPages().orphans.first)
            let facts = ImageFacts(
                width: file.width, height: file.height, dpi: 100, mode: .color, format: .jpeg, byteCount: file.data.count,
                sha256: String(repeating: "b", count: 64))
            try scene.store.adopt(orphan, facts: facts, fingerprint: 0, blank: .notBlank, findings: [], by: scene.actor)
        },
    ]

    private func scene() throws -> Scene {
        let station = try Station()
        let id = try station.finished("A.1", pages: 4)
        return Scene(station: station, id: id, pages: try station.pages(id).map(\.id))
    }

    private func content(_ scene: Scene) throws -> (hash: String, revision: Int64) {
        let snapshot = try DossierSnapshot(scene.store, scene.id)
        return (DossierMetadata(snapshot, format: scene.station.exporter().format).contentSHA256, snapshot.contents.summary.revision)
    }

    @Test(arguments: mutations) func everyChangeOfTheContentRaisesTheRevision(_ mutation: Mutation) throws {
        let scene = try scene()
        try mutation.prepare(scene)
        let before = try content(scene)
        try mutation.act(scene)
        let after = try content(scene)
        #expect(after.hash != before.hash, "a change that shows in what is delivered")
        #expect(after.revision > before.revision)
    }

    /// Work that leaves the content alone makes no dossier to be looked at again.
    @Test func whatIsNoChangeRaisesNothing() throws {
        let scene = try scene()
        let before = try content(scene)
        let store = scene.store
        let run = try store.beginRun(dossier: scene.id, device: "test", settings: ScanSettings(), by: scene.actor)
        try store.endRun(run, stop: .empty, fault: nil, by: scene.actor)
        try store.setBlank([scene.pages[0]], .notBlank, by: scene.actor)
        try store.turn(scene.pages[0], quarterTurns: 4, by: scene.actor)
        try store.setCountedSheets(scene.id, 4, by: scene.actor)
        try scene.station.export()
        #expect(try content(scene) == before)
        try store.resumeJobs(try store.leaseDispatcher())
        #expect(try content(scene) == before)
    }

    // MARK: - The layout's number

    /// When this fails, what a delivery contains has changed: raise `DeliveryFormat.layout` together with this list.
    @Test func theLayoutHasANumber() throws {
        let scene = try scene()
        let snapshot = try DossierSnapshot(scene.store, scene.id)
        let metadata = DossierMetadata(snapshot, format: scene.station.exporter().format)
        let json = try #require(try JSONSerialization.jsonObject(with: metadata.json) as? [String: Any])
        let document = try #require((json["documents"] as? [[String: Any]])?.first)
        let page = try #require((document["pages"] as? [[String: Any]])?.first)
        #expect(DeliveryFormat.layout == 1)
        #expect(json.keys.sorted() == [
            "arcFileCode", "blank_pages", "confidenceLevel", "conformance", "content_sha256", "counted_sheets", "documents", "endDate", "images",
            "language", "maintenance", "mode", "numberOfPage", "numberOfPaper", "pages_without_text", "profile", "startDate", "template", "title",
            "totalDoc", "version",
        ])
        #expect(document.keys.sorted() == ["bytes", "docCode", "file", "id", "number", "numberOfPage", "pages", "sha256"])
        #expect(page.keys.sorted() == [
            "blank", "counts_as", "dpi", "height", "id", "image_sha256", "index", "label", "mode", "ocr", "reading", "sheet", "side", "turn", "width",
        ])
    }
}
