import Foundation
import Records
import Store
import ProgramKit
import Testing

@testable import Delivering

struct VerifyTests {
    @Test func soundStoreHasNoProblems() throws {
        let station = try Station()
        try station.finished("A.1", pages: 3)
        let report = try Verifier().verify(station.store)
        #expect(report.problems.isEmpty)
        #expect(report.filesRead == 3)
        #expect(report.exitCode == .done)
        #expect(try Verifier().verify(station.store, depth: .quick).filesRead == 0)
    }

    @Test func lostAndChangedImagesAreNamed() throws {
        let station = try Station()
        let id = try station.finished("A.1", pages: 3)
        let pages = try station.pages(id)
        try FileManager.default.removeItem(atPath: station.imagePath(pages[0]))
        try station.damage(station.imagePath(pages[2]))
        let report = try Verifier().verify(station.store)
        #expect(report.problems.map(\.code) == [.imageMissing, .imageDiffers])
        #expect(report.problems.map(\.subject) == [pages[0].id.description, pages[2].id.description])
        #expect(report.problems[0].message(.en).contains("A.1"))
        #expect(report.exitCode == .badData)
        #expect(try Verifier().verify(station.store, depth: .quick).problems.map(\.code) == [.imageMissing])
    }

    /// The rows come in portions: no page is left out where one ends.
    @Test(arguments: 1...5) func everyImageIsLookedAt(rowsAtATime: Int) throws {
        let station = try Station()
        let id = try station.finished("A.1", pages: 4)
        let pages = try station.pages(id)
        for page in pages { try FileManager.default.removeItem(atPath: station.imagePath(page)) }
        var verifier = Verifier()
        verifier.rowsAtATime = rowsAtATime
        #expect(try verifier.verify(station.store).problems.map(\.subject) == pages.map(\.id.description))
    }

    @Test func editedDatabaseIsFoundOut() throws {
        let station = try Station()
        try station.finished("A.1")
        let database = station.data + "/station.sqlite"
        _ = try Tool.run("sqlite3", [database, "DROP TRIGGER audit_is_append_only_update; UPDATE audit SET person = 'x' WHERE sequence = 3"])
        _ = try Tool.run("sqlite3", [database, "UPDATE summaries SET pages = 99"])
        let report = try Verifier().verify(station.store)
        #expect(report.problems.map(\.code) == [.auditBroken, .summaryWrong])
        #expect(report.problems.map(\.subject) == ["3", "A.1"])
    }

    @Test func orphanIsShownButIsNoFault() throws {
        let station = try Station()
        try station.finished("A.1")
        let page: PageID = station.store.identifiers.make()
        try Picture.jpeg(seed: 5).data.write(to: URL(fileURLWithPath: station.store.vault.spoolPath("\(page).jpg")))
        let report = try Verifier().verify(station.store)
        #expect(report.problems.map(\.code) == [.orphan])
        #expect(report.isSound)
    }

    @Test func partsOfTheVaultAddUpToAllOfIt() throws {
        let station = try Station()
        try station.finished("A.1", pages: 12)
        let read = try (0..<3).map { try Verifier().verify(station.store, depth: .part($0, of: 3)).filesRead }
        #expect(read.reduce(0, +) == 12)
    }

    @Test func deliveryThatWasTamperedWith() throws {
        let station = try Station()
        try station.finished("A.1")
        try station.finished("A.2")
        try station.export()
        let folder = station.target + "/2026-11-21"
        try station.damage(folder + "/A.1/A.1.0000001.pdf")
        try FileManager.default.removeItem(atPath: folder + "/A.2/metadata.json")
        try Data("x".utf8).write(to: URL(fileURLWithPath: folder + "/A.2/new.txt"))
        let report = try Verifier().verify(folder: folder)
        #expect(report.problems.map { "\($0.code.rawValue) \($0.subject)" } == [
            "file_differs A.1/A.1.0000001.pdf", "file_missing A.2/metadata.json", "file_extra A.2/new.txt",
        ])
        #expect(report.exitCode == .badData)
    }

    @Test func folderThatIsNoDelivery() throws {
        let station = try Station()
        #expect(try Verifier().verify(folder: station.target).problems.map(\.code) == [.doneMissing, .manifestMissing])
        #expect(throws: DeliveringError.targetMissing(path: "/none/of/it")) { try Verifier().verify(folder: "/none/of/it") }
    }

    @Test func findsTheDeliveriesOfATarget() throws {
        let station = try Station()
        for number in 1...11 {
            try station.finished("A.\(number)", pages: 1)
            try station.export()
        }
        try FileManager.default.createDirectory(atPath: station.target + "/other", withIntermediateDirectories: false)
        let found = Verifier.deliveries(at: station.target)
        #expect(found.map { ($0 as NSString).lastPathComponent } == ["2026-11-21"] + (2...11).map { "2026-11-21.\($0)" })
        #expect(Verifier.deliveries(at: found[3]) == [found[3]])
    }

    @Test func manifestThatWasRewrittenDiffersFromDone() throws {
        let station = try Station()
        try station.finished("A.1")
        try station.export()
        let folder = station.target + "/2026-11-21"
        try FileManager.default.removeItem(atPath: folder + "/A.1/A.1.0000001.pdf")
        let manifest = try station.text("2026-11-21/manifest-sha256.txt")
        let shortened = manifest.split(separator: "\n").filter { !$0.hasSuffix(".pdf") }.joined(separator: "\n") + "\n"
        try shortened.write(toFile: folder + "/manifest-sha256.txt", atomically: false, encoding: .utf8)
        #expect(try Verifier().verify(folder: folder).problems.map(\.code) == [.manifestDiffers])
    }

    @Test(arguments: ["", "abc  file\n", String(repeating: "a", count: 64) + "  ../../etc/passwd\n", String(repeating: "a", count: 64) + "  /etc/passwd\n"])
    func manifestIsReadWithCare(_ text: String) {
        #expect(Manifest(text)?.entries.isEmpty ?? true)
    }

    @Test func nightlyRunServesEveryTargetItCan() throws {
        let station = try Station()
        try station.finished("A.1")
        let nightly = Nightly(exporter: station.exporter())
        let report = try nightly.run(targets: [station.root + "/unplugged", station.target])
        #expect(report.exitCode == .missingInput)
        #expect(report.targets.count == 2)
        #expect(station.folders == ["2026-11-21"])
        let again = try nightly.run(targets: [station.target])
        #expect(again.exitCode == .done)
        #expect(station.folders == ["2026-11-21"])
    }

    /// A fourteenth of the images was read, and the report said "Nguyên vẹn".
    @Test func nightlyRunSaysHowMuchItRead() throws {
        let station = try Station()
        try station.finished("A.1", pages: 5)
        var read = 0
        for _ in 0..<Nightly.nightsPerRound {
            let report = try Nightly(exporter: station.exporter()).run(targets: []).verification
            #expect((report.filesSeen, report.runsForAll) == (5, 14))
            #expect(report.summary(.vi).contains("\(report.filesRead) trong 5 ảnh"))
            #expect(!report.summary(.vi).contains("Nguyên vẹn"))
            read += report.filesRead
            station.clock.advance(hours: 24)
        }
        #expect(read == 5)
        #expect(try Verifier().verify(station.store).summary(.vi) == "Nguyên vẹn: đã đọc lại 5 tệp.")
        #expect(try Verifier().verify(station.store, depth: .quick).summary(.vi).contains("không đọc lại ảnh nào"))
    }

    @Test func nightlyRunReportsASickStoreAndStillDelivers() throws {
        let station = try Station()
        let id = try station.finished("A.1")
        try station.finished("A.2")
        try FileManager.default.removeItem(atPath: station.imagePath(try station.pages(id)[0]))
        let report = try Nightly(exporter: station.exporter()).run(targets: [station.target])
        #expect(report.verification.problems.map(\.code) == [.imageMissing])
        #expect(report.exitCode == .badData)
        #expect(station.deliveredFiles("2026-11-21").contains("A.2/A.2.0000001.pdf"))
    }
}
