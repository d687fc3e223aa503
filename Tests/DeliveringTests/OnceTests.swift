import Foundation
import Records
import Store
import Testing

@testable import Delivering

/// Everything is delivered once, and again only when it has changed.
struct OnceTests {
    @Test func secondRunWritesNothing() throws {
        let station = try Station()
        try station.finished("A.1")
        try station.export()
        let head = try station.store.auditHead()
        station.clock.advance(hours: 24)
        let result = try station.export()
        #expect(result.folder == nil)
        #expect(result.delivered.isEmpty)
        #expect(result.plan.alreadyDelivered == 1)
        #expect(result.exitCode == .done)
        #expect(station.folders == ["2026-11-21"])
        #expect(try station.store.auditHead() == head)
        #expect(FileTree.names(in: station.data + "/outbox").isEmpty)
    }

    @Test func newDossierOfTheSameDateGetsAFolderOfItsOwn() throws {
        let station = try Station()
        try station.finished("A.1")
        try station.export()
        try station.finished("A.2")
        try station.export()
        #expect(station.folders == ["2026-11-21", "2026-11-21.2"])
        #expect(station.deliveredFiles("2026-11-21.2").contains("A.2/A.2.0000001.pdf"))
        #expect(!station.deliveredFiles("2026-11-21.2").contains("A.1/A.1.0000001.pdf"))
    }

    @Test func changedDossierGoesOutWholeAsTheNextVersion() throws {
        let station = try Station()
        let id = try station.finished("A.1", pages: 3)
        try station.finished("A.2")
        try station.export()
        try station.store.split(before: try station.pages(id)[1].id, by: station.actor)
        station.clock.advance(hours: 24)
        let plan = try station.exporter().plan(target: station.target)
        #expect(plan.due.map(\.standing) == [.redelivery(version: 2, supersedes: "2026-11-21")])
        let result = try station.export()
        #expect(result.delivered.map(\.version) == [2])
        let metadata = try station.metadata("2026-11-22/A.1/metadata.json")
        #expect(metadata["version"] as? Int == 2)
        #expect(metadata["supersedes"] as? String == "2026-11-21")
        #expect(station.deliveredFiles("2026-11-22").filter { $0.hasSuffix(".pdf") } == ["A.1/A.1.0000001.pdf", "A.1/A.1.0000002.pdf"])
        #expect(try station.text("2026-11-22/muc-luc-ho-so.csv").contains("Phiên bản 2, thay thế 2026-11-21"))
        #expect(try station.export().folder == nil)
    }

    @Test(arguments: ["turn", "drop", "move", "blank", "title"])
    func whateverTheFilesDependOnMakesANewVersion(_ change: String) throws {
        let station = try Station()
        let id = try station.finished("A.1", pages: 2)
        try station.export()
        let page = try station.pages(id)[0].id
        switch change {
        case "turn": try station.store.turn(page, quarterTurns: 1, by: station.actor)
        case "move": try station.store.move(page, to: .later, by: station.actor)
        case "blank": try station.store.setBlank([page], .confirmed, by: station.actor)
        case "title": try station.store.setFields(id, DossierFields(title: "Khác"), by: station.actor)
        default:
            try station.store.drop([page], by: station.actor)
            try station.store.finish(id, override: .missingBefore, by: station.actor)
        }
        try station.readAll()
        #expect(try station.export().delivered.map(\.version) == [2])
    }

    @Test func changeAndUndoIsNoChange() throws {
        let station = try Station()
        let id = try station.finished("A.1")
        try station.export()
        station.clock.advance(hours: 1)
        try station.store.setBlank([try station.pages(id)[0].id], .confirmed, by: station.actor)
        try station.store.undo(id, by: station.actor)
        #expect(try station.export().folder == nil)
    }

    @Test func unfinishedAndUnreadDossiersWait() throws {
        let station = try Station()
        try station.finished("A.1")
        let unread = try station.scanned("A.2", pages: 3)
        try station.store.finish(unread, by: station.actor)
        try station.scanned("A.3")
        let codes = try ["A.1", "A.2", "A.3"].map { try DossierCode($0) }
        let plan = try station.exporter().plan(target: station.target, only: codes)
        #expect(plan.dossiers.map(\.standing) == [.ready, .notReady(.waitsForOCR(pages: 3)), .notReady(.notFinished)])
        let result = try station.export()
        #expect(result.delivered.map(\.code.text) == ["A.1"])
        #expect(result.plan.notReady.map(\.code.text) == ["A.2", "A.3"])
        #expect(result.exitCode == .done)
    }

    /// Nobody has looked at one of its pages for a mark of secrecy, neither the machine nor a person.
    @Test func aDossierWithAPageThatNobodySawWaits() throws {
        let station = try Station()
        let id = try station.scanned("A.1", pages: 2)
        try station.store.finish(id, by: station.actor)
        try station.failNextReading(error: OCRJob.notSeen)
        try station.readAll()
        let plan = try station.exporter().plan(target: station.target)
        #expect(plan.dossiers.map(\.standing) == [.notReady(.waitsForLook(pages: 1))])
        #expect(try station.store.dossier(id).standing.missing.map(\.code) == [.ocrFailed, .notSeen] && station.store.wrongSummaries().isEmpty)
        let page = try #require(try station.pages(id).first { $0.ocr == .failed }).id
        let empty = RevisedPage(language: "vie", words: []), seen = RevisedPage(language: "vie", words: [], settlement: .illegible)
        let look = PageCorrection(page: page, change: PageChange(from: empty, to: seen), reading: nil)
        try station.store.correct([look], in: id, by: station.actor)
        try station.store.undoCorrection(id, by: station.actor)
        #expect(try station.exporter().plan(target: station.target).dossiers.map(\.standing) == [.notReady(.waitsForLook(pages: 1))])
        try station.store.correct([look], in: id, by: station.actor)
        #expect(try station.export().delivered.map(\.pagesWithoutText) == [1])
    }

    @Test func onlyTheNamedDossiersGoOut() throws {
        let station = try Station()
        for code in ["A.1", "A.2"] { try station.finished(code) }
        let result = try station.exporter().export(to: station.target, only: [DossierCode("A.2")])
        #expect(result.delivered.map(\.code.text) == ["A.2"])
        #expect(throws: DeliveringError.store(.noSuchDossier("B"))) {
            try station.exporter().export(to: station.target, only: [DossierCode("B")])
        }
    }

    @Test func dryRunWritesNothing() throws {
        let station = try Station()
        try station.finished("A.1")
        let result = try station.exporter().export(to: station.target, dryRun: true)
        #expect(result.plan.duePages == 2)
        #expect(station.folders.isEmpty)
        #expect(try station.store.deliveries(to: station.target).isEmpty)
    }

    @Test func eachTargetGetsItsOwn() throws {
        let station = try Station()
        try station.finished("A.1")
        try station.export()
        let second = station.root + "/second"
        try FileManager.default.createDirectory(atPath: second, withIntermediateDirectories: false)
        #expect(try station.exporter().export(to: second).delivered.count == 1)
        // The same place by another name is the same target.
        try FileManager.default.createSymbolicLink(atPath: station.root + "/link", withDestinationPath: "second")
        #expect(try station.exporter().export(to: station.root + "/link").folder == nil)
    }

    @Test func folderTakenAwayIsNotDeliveredAgainUnlessAsked() throws {
        let station = try Station()
        try station.finished("A.1")
        try station.export()
        try FileManager.default.removeItem(atPath: station.target + "/2026-11-21")
        let result = try station.export()
        #expect(result.folder == nil)
        #expect(result.plan.missingFolders == ["2026-11-21"])
        let again = try station.export { $0.redeliverMissing = true }
        #expect(again.delivered.map(\.version) == [2])
        #expect(station.folders == ["2026-11-21.2"])
    }
}
