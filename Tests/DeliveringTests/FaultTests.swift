import Foundation
import Records
import Store
import ProgramKit
import Testing
import Texts

@testable import Delivering

struct FaultTests {
    @Test func targetThatIsNotThere() throws {
        let station = try Station()
        try station.finished("A.1")
        let error = try #require(throws: DeliveringError.self) { try station.exporter().export(to: station.root + "/none") }
        #expect(error == .targetMissing(path: station.root + "/none"))
        #expect(error.exitCode == .missingInput)
        let file = station.root + "/file"
        try Data().write(to: URL(fileURLWithPath: file))
        #expect(throws: DeliveringError.targetNotAFolder(path: file)) { try station.exporter().export(to: file) }
        #expect(throws: DeliveringError.targetNotAFolder(path: file + "/x")) { try station.exporter().export(to: file + "/x") }
        let vault = station.data + "/vault"
        #expect(throws: DeliveringError.targetInsideData(path: vault)) { try station.exporter().export(to: vault) }
    }

    @Test func readOnlyTarget() throws {
        let station = try Station()
        try station.finished("A.1")
        let disk = try SmallDisk(station.root + "/disk", kilobytes: 4096)
        try disk.makeReadOnly()
        let error = try #require(throws: DeliveringError.self) { try station.exporter().export(to: disk.path) }
        #expect(error.code == "target_read_only")
        #expect(error.exitCode == .cannotCreate)
        #expect(try station.store.deliveries(to: disk.path).isEmpty)
    }

    @Test func smallTargetIsRefusedBeforeTheFirstByte() throws {
        let station = try Station()
        try station.finished("A.1")
        let disk = try SmallDisk(station.root + "/disk", kilobytes: 64)
        let error = try #require(throws: DeliveringError.self) { try station.exporter().export(to: disk.path) }
        guard case .diskFull(_, _?, _?) = error else { throw error }
        #expect(error.exitCode == .inputOutput)
        #expect(FileTree.names(in: disk.path).isEmpty)
    }

    @Test(arguments: [16, 40, 80, 160, 320])
    func fullTargetMarksNothingDeliveredAndIsCompletedWithMoreRoom(_ kilobytes: Int) throws {
        let station = try Station()
        for number in 1...6 { try station.finished("A.\(number)", pages: 2) }
        let disk = try SmallDisk(station.root + "/disk", kilobytes: kilobytes)
        let exporter = station.exporter { $0.looksAtFreeSpace = false }
        let error = try #require(throws: DeliveringError.self) { try exporter.export(to: disk.path) }
        guard case .diskFull = error else { throw error }
        #expect(try station.store.deliveries(to: disk.path).isEmpty)
        #expect(!FileTree.files(below: disk.path).contains { $0.hasSuffix(".part") || $0.hasSuffix("DONE") })

        try disk.grow(kilobytes: 8192)
        let result = try station.exporter().export(to: disk.path)
        #expect(result.delivered.count == 6)
        #expect(FileTree.names(in: disk.path) == ["2026-11-21"])
        #expect(try Verifier().verify(folder: disk.path + "/2026-11-21").problems.isEmpty)
    }

    @Test func lostOrChangedImageHoldsBackItsDossierOnly() throws {
        let station = try Station()
        let lost = try station.finished("A.1")
        let changed = try station.finished("A.2")
        try station.finished("A.3")
        try FileManager.default.removeItem(atPath: station.imagePath(try station.pages(lost)[1]))
        try station.damage(station.imagePath(try station.pages(changed)[0]))
        let result = try station.export()
        #expect(result.delivered.map(\.code.text) == ["A.3"])
        #expect(result.problems.map(\.code) == ["image_missing", "image_differs"])
        #expect(result.exitCode == .badData)
        #expect(!station.deliveredFiles("2026-11-21").contains { $0.contains("A.1") || $0.contains("A.2") })
        #expect(try Judge.checksumsHold(station.target + "/2026-11-21"))
    }

    @Test func nothingButFaultyDossiersLeavesNoFolder() throws {
        let station = try Station()
        let id = try station.finished("A.1")
        try station.damage(station.imagePath(try station.pages(id)[0]))
        let result = try station.export()
        #expect(result.folder == nil)
        #expect(result.problems.count == 1)
        #expect(station.folders.isEmpty)
        #expect(FileTree.names(in: station.data + "/outbox").isEmpty)
    }

    @Test func dossierChangedDuringTheExportWaitsForTheNext() throws {
        let station = try Station()
        let id = try station.finished("A.1")
        try station.finished("A.2")
        let (store, actor, page) = (station.store, station.actor, try station.pages(id)[0].id)
        let result = try station.export {
            $0.checkpoint = { (step) throws(DeliveringError) in
                guard step == .claimed else { return }
                do throws(StoreError) { try store.setBlank([page], .confirmed, by: actor) } catch { throw .store(error) }
            }
        }
        #expect(result.delivered.map(\.code.text) == ["A.2"])
        #expect(result.problems == [.changedMeanwhile(dossier: "A.1")])
        #expect(try station.export().delivered.map(\.code.text) == ["A.1"])
    }

    @Test func oneExportAtATime() throws {
        let station = try Station()
        try station.finished("A.1")
        let lease = try StationStore(folder: DataFolder(preparing: station.data)).leaseExport()
        let error = withExtendedLifetime(lease) { #expect(throws: DeliveringError.self) { try station.export() } }
        #expect(error == .exportRunning)
        #expect(error?.exitCode == .tryAgain)
    }

    @Test(arguments: ["STORE", "done"])
    func codeThatIsAFileOfTheDeliveryIsRefused(_ code: String) throws {
        let station = try Station()
        try station.finished(code)
        #expect(throws: DeliveringError.nameCollision(code, code.lowercased())) { try station.export() }
        #expect(station.folders.isEmpty)
    }

    @Test func errorsSayWhatWasKeptAndWhatToDoInBothLanguages() {
        let errors: [DeliveringError] = [
            .targetMissing(path: "/t"), .targetNotAFolder(path: "/t"), .targetReadOnly(path: "/t"), .targetInsideData(path: "/t"),
            .diskFull(path: "/t", needed: 2_500_000, free: 1), .diskFull(path: "/t", needed: nil, free: nil),
            .fileOperation("write", path: "/t", errno: 5), .readBackDiffers(path: "/t"), .databaseCopyDamaged("x"), .exportRunning,
            .cancelled, .badTemplate("x"), .nameCollision("a", "b"), .imageMissing(dossier: "A", page: 1, path: "/t"),
            .imageDiffers(dossier: "A", page: 1, path: "/t"), .imageUnusable(dossier: "A", page: 1, DeliveringError.cancelled.message),
            .changedMeanwhile(dossier: "A"), .store(.busy),
        ]
        for error in errors {
            for language in [Language.vi, .en] {
                for phrase in [error.message, error.kept, error.todo] {
                    let text = phrase(language)
                    #expect(!text.isEmpty)
                    // Only the example of a template has braces in it.
                    #expect(!text.contains("{") || error == .badTemplate("x"), "\(text)")
                }
            }
        }
    }
}
