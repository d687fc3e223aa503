import Foundation
import Records
import Store
import Synchronization
import Testing

@testable import Delivering

/// A delivery may end suddenly at every step: the next run brings each dossier to the target exactly once.
struct InterruptionTests {
    /// What is on the disk when the program is killed: data folder and target, copied at the n-th occurrence of a step.
    private final class Camera: Sendable {
        private let left: Mutex<Int>
        private let step: ExportStep
        private let root: String
        let copy: String

        init(_ step: ExportStep, occurrence: Int, root: String) {
            left = Mutex(occurrence)
            (self.step, self.root, copy) = (step, root, root + "/copy")
        }

        func see(_ step: ExportStep) throws(DeliveringError) {
            let isNow = step == self.step && left.withLock { left in
                left -= 1
                return left == 0
            }
            guard isNow else { return }
            do {
                try FileManager.default.createDirectory(atPath: copy, withIntermediateDirectories: true)
                for name in ["data", "target"] {
                    try FileManager.default.copyItem(atPath: root + "/" + name, toPath: copy + "/" + name)
                }
            } catch { throw .fileOperation("copy", path: copy, errno: 0) }
        }
    }

    @Test(arguments: ExportStep.allCases, [1, 2])
    func killedAnywhereDeliversOnce(_ step: ExportStep, _ occurrence: Int) throws {
        let perDossier: Set<ExportStep> = [.documentWritten, .dossierBuilt]
        guard occurrence == 1 || perDossier.contains(step) else { return }
        let station = try Station()
        for code in ["A.1", "A.2", "A.3"] { try station.finished(code, pages: 1) }
        let camera = Camera(step, occurrence: occurrence, root: station.root)
        try station.export {
            $0.width = 1
            $0.checkpoint = { (step) throws(DeliveringError) in try camera.see(step) }
        }
        try station.rewind(to: camera.copy)
        // The next night.
        station.clock.advance(hours: 24)
        let result = try station.export()

        let isBooked = [.booked, .done].contains(step)
        #expect(result.resumed == (!isBooked && step != .noted))
        #expect(result.completedFolders == (step == .booked ? ["2026-11-21"] : []))
        #expect(result.delivered.count == (isBooked ? 0 : 3))
        #expect(station.folders == [step == .noted ? "2026-11-22" : "2026-11-21"])
        let folder = station.folders[0]
        #expect(try Verifier().verify(folder: station.target + "/" + folder).problems.isEmpty)
        #expect(try Judge.checksumsHold(station.target + "/" + folder))
        #expect(station.deliveredFiles(folder).count { $0.hasSuffix(".pdf") } == 3)
        #expect(try station.store.deliveries(to: station.target).map(\.folder) == [folder])
        for summary in try station.store.deliveryCandidates(to: "elsewhere", format: "").candidates.map(\.dossier) {
            #expect(try station.store.lastDelivery(of: summary.id, to: station.target)?.version == 1)
        }
        #expect(try station.export().folder == nil)
        #expect(FileTree.names(in: station.data + "/outbox").isEmpty)
    }

    @Test func whatWasCompleteIsKeptAndTheRestIsBuiltAnew() throws {
        let station = try Station()
        for code in ["A.1", "A.2", "A.3", "A.4"] { try station.finished(code, pages: 1) }
        let built = Mutex(0)
        #expect(throws: DeliveringError.cancelled) {
            try station.export {
                $0.checkpoint = { (step) throws(DeliveringError) in
                    if step == .dossierBuilt, built.withLock({ $0 += 1; return $0 == 3 }) { throw .cancelled }
                }
            }
        }
        let kept = station.deliveredFiles("2026-11-21").filter { $0.hasSuffix(".pdf") }
        #expect(kept.count >= 3)
        // One of them suffers meanwhile.
        try station.damage(station.target + "/2026-11-21/" + kept[0])
        let written = Mutex(0)
        let result = try station.export {
            $0.checkpoint = { (step) throws(DeliveringError) in if step == .documentWritten { written.withLock { $0 += 1 } } }
        }
        #expect(result.resumed)
        #expect(written.withLock { $0 } == 4 - kept.count + 1)
        #expect(try Judge.isCleanPDF(station.target + "/2026-11-21/" + kept[0]))
        #expect(try Judge.checksumsHold(station.target + "/2026-11-21"))
    }

    @Test func cancelledExportMarksNothingDelivered() throws {
        let station = try Station()
        try station.finished("A.1", pages: 5)
        let pages = Mutex(0)
        #expect(throws: DeliveringError.cancelled) {
            try station.exporter().export(
                to: station.target, progress: { state in pages.withLock { $0 = state.pages } },
                isCancelled: { pages.withLock { $0 >= 2 } })
        }
        #expect(pages.withLock { $0 } == 2)
        #expect(try station.store.deliveries(to: station.target).isEmpty)
        #expect(!station.deliveredFiles("2026-11-21").contains { $0.contains(".pdf") || $0 == "DONE" })
        #expect(try station.export().resumed)
    }

    @Test func interruptedFolderGoesWhenItsDossiersAreNoLongerFinished() throws {
        let station = try Station()
        let id = try station.finished("A.1")
        #expect(throws: DeliveringError.cancelled) {
            try station.export { $0.checkpoint = { (step) throws(DeliveringError) in if step == .listsWritten { throw .cancelled } } }
        }
        #expect(station.folders == ["2026-11-21"])
        try station.store.drop([try station.pages(id)[0].id], by: station.actor)
        #expect(try station.export().folder == nil)
        #expect(station.folders.isEmpty)
    }

    @Test func removedDoneIsWrittenAgainAfterReadingEveryFile() throws {
        let station = try Station()
        try station.finished("A.1")
        try station.export()
        // Killed after the first bytes of it; and a share's own files take nothing away.
        try FileManager.default.moveItem(atPath: station.target + "/2026-11-21/DONE", toPath: station.target + "/2026-11-21/DONE.part")
        try Data("x".utf8).write(to: URL(fileURLWithPath: station.target + "/2026-11-21/Thumbs.db"))
        let result = try station.export()
        #expect(result.completedFolders == ["2026-11-21"])
        #expect(result.folder == nil)
        try FileManager.default.removeItem(atPath: station.target + "/2026-11-21/Thumbs.db")
        #expect(try Verifier().verify(folder: station.target + "/2026-11-21").problems.isEmpty)
    }

    @Test func folderWithoutDoneWhoseFilesAreGoneIsDeliveredAgain() throws {
        let station = try Station()
        for code in ["A.1", "A.2"] { try station.finished(code) }
        try station.export()
        try FileManager.default.removeItem(atPath: station.target + "/2026-11-21/DONE")
        try FileManager.default.removeItem(atPath: station.target + "/2026-11-21/A.2/A.2.0000001.pdf")
        let result = try station.export()
        #expect(result.delivered.map(\.version) == [2, 2])
        #expect(try Verifier().verify(folder: station.target + "/2026-11-21.2").problems.isEmpty)
        #expect(try station.export().folder == nil)
    }

    @Test func anotherStationsFolderIsLeftAlone() throws {
        let station = try Station()
        try station.finished("A.1")
        let other = try Station(clock: station.clock)
        try other.finished("B.1")
        #expect(throws: DeliveringError.cancelled) {
            try other.exporter { $0.checkpoint = { (step) throws(DeliveringError) in if step == .listsWritten { throw .cancelled } } }
                .export(to: station.target)
        }
        let before = station.deliveredFiles("2026-11-21")
        try station.export()
        #expect(station.folders == ["2026-11-21", "2026-11-21.2"])
        #expect(station.deliveredFiles("2026-11-21") == before)
        #expect(try other.exporter().export(to: station.target).resumed)
        #expect(try Verifier().verify(folder: station.target + "/2026-11-21").problems.isEmpty)
    }
}
