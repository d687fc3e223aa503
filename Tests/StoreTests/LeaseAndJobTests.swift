import Foundation
import Records
import ProgramKit
import Testing
@testable import Store

extension StoreTests {
    @Suite struct Leases {
        let station: Station
        init() throws { station = try Station() }

        @Test func oneHolderAtATime() throws {
            let dossier = try station.dossier("A")
            let other = try station.another()
            var mine: Lease? = try station.store.leaseDossier(dossier, code: DossierCode("A"))
            #expect(throws: StoreError.dossierInUse("A")) { try other.leaseDossier(dossier, code: DossierCode("A")) }
            #expect(StoreError.dossierInUse("A").exitCode == .tryAgain)
            let fence = try #require(mine?.fence)
            mine = nil
            #expect(try other.leaseDossier(dossier, code: DossierCode("A")).fence == fence + 1)
        }

        @Test func namesDoNotMeet() throws {
            let store = station.store
            let one = try store.leaseDevice("sane:net:a/b")
            let two = try store.leaseDevice("sane:net:a_b")
            let three = try store.leaseDevice("folder:/hồ sơ")
            let four = try store.leaseDispatcher()
            let five = try store.leaseExport()
            #expect(Set([one, two, three, four, five].map(\.name)).count == 5)
            #expect(throws: StoreError.deviceInUse("sane:net:a/b")) { try store.leaseDevice("sane:net:a/b") }
            #expect(throws: StoreError.dispatcherRunning) { try store.leaseDispatcher() }
            #expect(throws: StoreError.busy) { try store.leaseExport() }
        }

        /// Somebody cleans up `locks/` while a station scans: the lock it holds is one on a file that nobody finds any more.
        @Test func whoLostADossierUnknowinglyEntersNoPage() throws {
            let store = station.store
            let dossier = try station.dossier("A")
            let mine = try store.leaseDossier(dossier, code: DossierCode("A"))
            let run = try store.beginRun(dossier: dossier, device: "d", settings: ScanSettings(), under: mine, by: station.hoa)
            try store.enter(station.arrival(run, 1), in: run, by: station.hoa)
            let underWay = try station.arrival(run, 2)
            #expect(try store.isCurrent(mine))

            #expect(unlink("\(store.folder.locks)/\(mine.name).lock") == 0)
            let theirs = try station.another().leaseDossier(dossier, code: DossierCode("A"))
            #expect(try !store.isCurrent(mine))
            #expect(throws: StoreError.dossierInUse("A")) { try store.enter(underWay, in: run, by: station.hoa) }
            #expect(FileManager.default.fileExists(atPath: underWay.spoolFile), "nothing is lost: it is found as an orphan")
            #expect(throws: StoreError.dossierInUse("A")) { try station.arrival(run, 3) }
            let other = try store.beginRun(dossier: dossier, device: "e", settings: ScanSettings(), under: theirs, by: station.hoa)
            try store.enter(station.arrival(other, 1), in: other, by: station.hoa)
            #expect(try store.contents(dossier).pages.count == 2)
        }

        /// Ends with its holder, however that ends: a child that locks the same file and is killed.
        @Test func aKilledProcessLeavesNoLease() throws {
            let path = station.store.folder.locks + "/ocr-dispatcher.lock"
            // F_OFD_SETLK is 37; struct flock: type, whence, start, length, pid.
            let script = """
                import fcntl, os, struct, signal, sys
                fd = os.open(sys.argv[1], os.O_RDWR | os.O_CREAT)
                fcntl.fcntl(fd, 37, struct.pack('hhqqi4x', fcntl.F_WRLCK, 0, 0, 0, 0))
                print('held', flush=True)
                signal.pause()
                """
            let child = try RunningProgram(
                try Tool.path("python3"), ["-c", script, path], environment: ProcessInfo.processInfo.environment,
                scratch: station.place.path)
            try waitUntil("the lock") { child.lines == ["held"] }
            #expect(throws: StoreError.dispatcherRunning) { try station.store.leaseDispatcher() }
            child.signal(SIGKILL)
            _ = try child.end()
            #expect(try station.store.leaseDispatcher().fence == 1)
        }
    }

    @Suite struct Jobs {
        let station: Station
        let store: StationStore
        let dossier: DossierID
        let p: [PageID]

        init() throws {
            station = try Station()
            store = station.store
            dossier = try station.dossier("A")
            p = try station.scan(3, into: dossier)
        }

        private let page = Station.recognised("một")

        @Test func inOrderAndPreferredFirst() throws {
            let other = try station.dossier("B")
            let q = try station.scan(2, into: other)
            let lease = try store.leaseDispatcher()
            #expect(try store.claimJob(lease, preferring: nil)?.page == p[0])
            #expect(try store.claimJob(lease, preferring: other)?.page == q[0])
            #expect(try store.claimJob(lease, preferring: other)?.page == q[1])
            #expect(try store.claimJob(lease, preferring: other)?.page == p[1])
            #expect(try store.claimJob(lease, preferring: nil)?.page == p[2])
            #expect(try store.claimJob(lease, preferring: nil) == nil)
            #expect(try store.queueStatus().running == 5)
        }

        @Test func droppedPagesWaitForNobody() throws {
            try store.drop([p[0], p[1]], by: station.hoa)
            let lease = try store.leaseDispatcher()
            #expect(try store.claimJob(lease, preferring: dossier)?.page == p[2])
            #expect(try store.claimJob(lease, preferring: nil) == nil)
            #expect(try store.queueStatus().waiting == 0)
            try store.restore([p[0]], by: station.hoa)
            #expect(try store.claimJob(lease, preferring: nil)?.page == p[0])
        }

        @Test func aResultIsKeptOnce() throws {
            let lease = try store.leaseDispatcher()
            let job = try #require(try store.claimJob(lease, preferring: nil))
            #expect(try store.saveReading(page, for: job, engine: "t", milliseconds: 1))
            #expect(try !store.saveReading(page, for: job, engine: "t", milliseconds: 1))
            #expect(try store.reading(of: p[0])?.text == "một")
            #expect(try store.readingNumbers(dossier) == [p[0]: 1])
            #expect(try store.contents(dossier).pages[0].ocr == .done)
            #expect(try store.wrongSummaries() == [])
        }

        @Test func whoeverLostTheLeaseWritesNothing() throws {
            var old: Lease? = try store.leaseDispatcher()
            let job = try #require(try old.flatMap { try store.claimJob($0, preferring: nil) })
            old = nil
            let other = try station.another()
            let lease = try other.leaseDispatcher()
            try other.resumeJobs(lease)
            #expect(try !store.saveReading(page, for: job, engine: "t", milliseconds: 1))
            try store.failJob(job, error: "late")
            try store.jobKilledWorker(job, error: "late")
            #expect(try store.queueStatus().failed == 0)
            let again = try #require(try other.claimJob(lease, preferring: nil))
            #expect(again.page == job.page)
            #expect(try !store.saveReading(page, for: job, engine: "t", milliseconds: 1))
            #expect(try other.saveReading(page, for: again, engine: "t", milliseconds: 1))
        }

        /// The same dispatcher had claimed the page twice, before and after a turn: the old reading was taken for the new one.
        @Test func aReadingInTheOldDirectionIsRefused() throws {
            let lease = try store.leaseDispatcher()
            let upright = try #require(try store.claimJob(lease, preferring: nil))
            try store.turn(p[0], quarterTurns: 1, by: station.hoa)
            let turned = try #require(try store.claimJob(lease, preferring: nil))
            #expect(turned.page == upright.page)
            #expect(try !store.saveReading(page, for: upright, engine: "t", milliseconds: 1))
            #expect(try store.saveReading(Station.recognised("hai"), for: turned, engine: "t", milliseconds: 1))
            #expect(try store.reading(of: p[0])?.text == "hai")
        }

        @Test func aPageThatKillsTwoWorkersIsGivenUp() throws {
            let lease = try store.leaseDispatcher()
            try store.jobKilledWorker(#require(try store.claimJob(lease, preferring: nil)), error: "died")
            #expect(try store.dossier(dossier).counts.ocrWaiting == 3)
            let second = try #require(try store.claimJob(lease, preferring: nil))
            #expect(second.page == p[0])
            try store.jobKilledWorker(second, error: "died")
            #expect(try store.queueStatus().failed == 1)
            let failed = OpenJob(page: p[0], code: try DossierCode("A"), index: 1, state: "failed", error: "died")
            #expect(try store.openJobs(limit: 1) == [failed])
            #expect(try store.contents(dossier).pages[0].ocr == .failed)
            #expect(try store.contents(dossier).pages[0].ocrError == "died")
            #expect(try store.dossier(dossier).counts.ocrFailed == 1)
            #expect(try store.claimJob(lease, preferring: nil)?.page == p[1])
        }

        @Test func aStoppedWorkerIsNotToBlame() throws {
            let lease = try store.leaseDispatcher()
            for _ in 0..<3 { try store.releaseJob(#require(try store.claimJob(lease, preferring: nil))) }
            #expect(try store.claimJob(lease, preferring: nil)?.page == p[0])
            #expect(try store.queueStatus().failed == 0)
        }

        @Test func failedPagesAreTriedAgainWhenSomebodySaysSo() throws {
            let lease = try store.leaseDispatcher()
            for _ in p { try store.failJob(#require(try store.claimJob(lease, preferring: nil)), error: "no") }
            let other = try station.dossier("B")
            #expect(try store.retryFailedJobs(dossier: other, by: station.hoa) == 0)
            #expect(try store.retryFailedJobs(by: station.hoa) == 3)
            #expect(try store.dossier(dossier).counts.ocrWaiting == 3)
            #expect(try store.queueStatus().dossiers.map(\.waiting) == [3])
            #expect(try store.wrongSummaries() == [])
        }

        @Test func theStatusCountsPagesInUse() throws {
            let other = try station.dossier("B")
            let q = try station.scan(5, into: other)
            try store.drop([q[4]], by: station.hoa)
            let lease = try store.leaseDispatcher()
            _ = try store.claimJob(lease, preferring: nil)
            try store.failJob(#require(try store.claimJob(lease, preferring: nil)), error: "no")
            let status = try store.queueStatus()
            #expect(status.waiting == 5)
            #expect(status.running == 1)
            #expect(status.failed == 1)
            #expect(status.dossiers.map(\.code.text) == ["B", "A"])
            #expect(status.dossiers.map(\.waiting) == [4, 2])
        }

        @Test func theQueueIsFoundByItsIndexHoweverMuchIsDone() throws {
            let plan = try store.plan(StationStore.nextJobSQL(ofDossier: false))
            #expect(plan.contains("SEARCH j USING INDEX jobs_open (state=?)"))
            let preferred = try store.plan(StationStore.nextJobSQL(ofDossier: true).replacingOccurrences(of: "= ?", with: "= 'x'"))
            #expect(preferred.contains("SEARCH j USING INDEX jobs_open_by_dossier (dossier_id=? AND state=?)"))
            for plan in [plan, preferred] {
                #expect(!plan.contains("TEMP B-TREE") && !plan.contains("SCAN"))
            }
        }

        @Test func everyFailedPageIsCounted() throws {
            let lease = try store.leaseDispatcher()
            for _ in 0..<6 { try station.scan(100, into: dossier) }
            while let job = try store.claimJob(lease, preferring: nil) { try store.failJob(job, error: "no") }
            #expect(try store.queueStatus().failed == 603)
        }
    }
}
