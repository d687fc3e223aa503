import Foundation
import ProgramKit
import Records
import Store
import Testing

@testable import Delivering

/// What is withheld does not leave the station, and its dossier goes on without it.
struct WithholdingTests {
    private func withhold(_ station: Station, _ target: WithheldTarget, _ reason: WithholdingReason = .suspectedSecret) throws -> WithholdingID {
        try station.store.withhold(target, for: reason, detail: "lời riêng", by: station.actor)
    }

    /// Three documents of one page.
    private func three(_ station: Station) throws -> (id: DossierID, pages: [PageRecord]) {
        let id = try station.finished("A.1", pages: 3)
        for page in try station.pages(id).dropFirst() { try station.store.split(before: page.id, by: station.actor) }
        return (id, try station.pages(id))
    }

    @Test func aPackageWithoutTheDocument() throws {
        let station = try Station()
        let (_, pages) = try three(station)
        _ = try withhold(station, .document(pages[1].document))
        let result = try station.export()
        #expect(result.delivered.map(\.withheldPages) == [1] && result.delivered.map(\.pages) == [2])
        let metadata = try station.metadata("2026-11-21/A.1/metadata.json")
        let withheld = try #require(metadata["withheld"] as? [String: Any])
        #expect(withheld["pages"] as? Int == 1)
        #expect(withheld["reasons"] as? [String: Int] == ["suspected_secret": 1])
        #expect((metadata["documents"] as? [[String: Any]])?.map { $0["number"] as? Int } == [1, 3], "numbers stay")
        #expect(metadata["numberOfPaper"] as? Int == 3, "the paper is there")
        let list = try station.text("2026-11-21/muc-luc-ho-so.csv")
        #expect(list.contains("Giữ lại 1 trang (1 nghi mật)"))
        #expect(station.deliveredFiles("2026-11-21").filter { $0.hasSuffix(".pdf") }.count == 2)
        for file in station.deliveredFiles("2026-11-21") {
            let bytes = try Data(contentsOf: URL(fileURLWithPath: station.target + "/2026-11-21/" + file))
            #expect(bytes.range(of: Data("trang-2".utf8)) == nil && bytes.range(of: Data("lời riêng".utf8)) == nil, "\(file)")
        }
    }

    @Test func aDeliveredDossierGoesOutAgainWithoutIt() throws {
        let station = try Station()
        let (id, pages) = try three(station)
        try station.export()
        let before = try station.metadata("2026-11-21/A.1/metadata.json")
        let withholding = try withhold(station, .page(pages[0].id))
        station.clock.advance(hours: 24)
        let second = try station.export()
        #expect(second.delivered.map(\.version) == [2] && second.delivered.map(\.pages) == [2])
        #expect(try station.export().folder == nil, "once")
        try station.store.releaseWithheld(withholding, detail: "đã xem", by: station.actor)
        station.clock.advance(hours: 24)
        let third = try station.export()
        #expect(third.delivered.map(\.version) == [3] && third.delivered.map(\.pages) == [3])
        let after = try station.metadata("2026-11-23/A.1/metadata.json")
        #expect(before["content_sha256"] as? String == after["content_sha256"] as? String, "as it was")
        #expect(try station.store.dossier(id).standing.state == .scanned)
    }

    @Test func nothingOfAWithheldDossier() throws {
        let station = try Station()
        let first = try station.finished("A.1", pages: 1)
        try station.finished("A.2", pages: 1)
        let third = try station.finished("A.3", pages: 1)
        let id = try withhold(station, .dossier(first), .restricted)
        // Page by page it is the same.
        _ = try withhold(station, .page(station.pages(third)[0].id))
        let result = try station.export()
        #expect(result.delivered.map(\.code.text) == ["A.2"])
        #expect(result.plan.notReady.map(\.code.text) == ["A.1", "A.3"])
        #expect(result.plan.notReady.allSatisfy { $0.standing == .notReady(.withheld) })
        try station.store.releaseWithheld(id, detail: "được", by: station.actor)
        #expect(try station.export().delivered.map(\.code.text) == ["A.1"])
    }

    /// Its file was written when somebody saw what it is: the folder never becomes a delivery.
    @Test func withheldWhileItIsDelivered() throws {
        let station = try Station()
        let (_, pages) = try three(station)
        let (store, actor, page) = (station.store, station.actor, pages[2].id)
        #expect(throws: DeliveringError.changedMeanwhile(dossier: "A.1")) {
            try station.export { exporter in
                exporter.checkpoint = { step throws(DeliveringError) in
                    guard step == .databaseCopied else { return }
                    do throws(StoreError) { try store.withhold(.page(page), for: .suspectedSecret, by: actor) } catch { throw .store(error) }
                }
            }
        }
        #expect(!station.deliveredFiles("2026-11-21").contains("DONE"))
        let result = try station.export()
        #expect(result.resumed && result.delivered.map(\.pages) == [2] && result.delivered.map(\.version) == [1])
        #expect(station.deliveredFiles("2026-11-21").contains("DONE"))
    }

    @Test func verifyStillLooksAtItsImage() throws {
        let station = try Station()
        let (_, pages) = try three(station)
        _ = try withhold(station, .page(pages[1].id))
        try station.damage(station.imagePath(pages[1]))
        let report = try Verifier().verify(station.store)
        #expect(report.problems.map(\.code) == [.imageDiffers])
    }
}
