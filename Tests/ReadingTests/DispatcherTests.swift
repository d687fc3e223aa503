import Foundation
import Records
import Store
import Testing

@testable import Reading

@Suite struct DispatcherTests {
    /// `stop` may take 2 seconds; the rest is for a busy machine.
    private static let leaving = Duration.seconds(8)

    @Test func readsAllPagesAndEndsWhenIdle() throws {
        let office = try Office(pages: 5)
        let ends = Ends()
        let dispatcher = try office.dispatcher(office.worker(Office.Part.ready, Office.Part.answers), workers: 2, ends: ends)
        dispatcher.start(untilIdle: true)
        try dispatcher.join()
        #expect(ends.wait())
        #expect(ends.all == [nil])
        #expect(ends.read == 5)
        #expect(!dispatcher.wasStopped)
        #expect(try office.queue() == Office.Queue())
    }

    /// One page was turned by a person before it was read: that one is read as it stands.
    @Test func pagesAreSetUprightInSomebodysNameOrNotAtAll() throws {
        for isWanted in [false, true] {
            let office = try Office(pages: 3)
            try office.store.turn(office.pages[2], quarterTurns: 1, by: office.actor)
            let ends = Ends()
            let dispatcher = try office.dispatcher(
                office.worker(Office.Part.ready, Office.Part.answersTurned), turnsFor: isWanted ? office.actor : nil, ends: ends)
            dispatcher.start(untilIdle: true)
            try dispatcher.join()
            let pages = try office.store.contents(office.store.dossier(of: office.pages[0])).pages
            #expect(pages.map(\.turn) == (isWanted ? [2, 2, 1] : [0, 0, 1]))
            #expect(ends.read == 3 && ends.turned == (isWanted ? 2 : 0))
        }
    }

    // MARK: - Leaving

    @Test func stopDoesNotWaitForAWorkerThatHangsAtStart() throws {
        let office = try Office(pages: 2)
        let ends = Ends()
        let dispatcher = try office.dispatcher(
            office.worker(": > '\(office.root)/begun'\n", Office.Part.hangs), workers: 2, ends: ends)
        dispatcher.start(untilIdle: true)
        #expect(office.appears("begun"))
        let took = ContinuousClock().measure { dispatcher.stop() }
        #expect(took < Self.leaving)
        try dispatcher.join()
        #expect(ends.wait())
        #expect(ends.all == [nil])
        #expect(dispatcher.wasStopped)
        #expect(try office.queue() == Office.Queue(waiting: 2))
    }

    @Test func stopDoesNotWaitForAWorkerThatHangsOnAPage() throws {
        let office = try Office(pages: 1)
        let dispatcher = try office.dispatcher(
            office.worker(Office.Part.ready, "take\n: > '\(office.root)/taken'\n", Office.Part.hangs))
        dispatcher.start(untilIdle: false)
        #expect(office.appears("taken"))
        let took = ContinuousClock().measure { dispatcher.stop() }
        #expect(took < Self.leaving)
        #expect(dispatcher.wasStopped)
        #expect(try office.queue() == Office.Queue(waiting: 1))
    }

    /// As of a process that hangs in the kernel: the pipe stays open whatever is killed.
    @Test func stopReturnsEvenWhenThePipeNeverEnds() throws {
        let office = try Office(pages: 1)
        let dispatcher = try office.dispatcher(
            office.worker(
                "setsid sh -c 'echo $$ > \"$0.new\"; mv \"$0.new\" \"$0\"; exec tail -f /dev/null' '\(office.root)/stray' &\n",
                Office.Part.hangs))
        dispatcher.start(untilIdle: false)
        #expect(office.appears("stray"))
        let took = ContinuousClock().measure { dispatcher.stop() }
        let stray = try String(contentsOfFile: office.root + "/stray", encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        if let pid = Int32(stray), pid > 1 { kill(pid, SIGKILL) }
        #expect(took < Self.leaving)
        try dispatcher.join()
    }

    @Test func aPageWithAMarkOfSecrecyIsWithheldAndTheRestIsReadUnderIt() throws {
        let office = try Office(pages: 2)
        let dispatcher = try office.dispatcher(office.worker(Office.Part.ready, Office.Part.answersMarked))
        dispatcher.start(untilIdle: true)
        try dispatcher.join()
        let standing = try office.store.withholdings()
        #expect(standing.map(\.person) == ["tramquet"] && standing.map(\.reason) == [.suspectedSecret])
        #expect(try office.store.secrecyMarks().map(\.mark.evidence) == [[.picture], [.picture]], "whoever releases it is to know of every mark in it")
        #expect(try office.queue() == Office.Queue())
    }

    /// Words that nobody could read do not let a mark pass.
    @Test(arguments: [(Office.Part.fails, OCRState.failed), (Office.Part.dies, .failed), (Office.Part.readsUnseen, .done)])
    func aPageThatCannotBeReadIsLookedAtForAMark(failing: String, state: OCRState) throws {
        let office = try Office(pages: 1)
        let dispatcher = try office.dispatcher(office.worker(Office.Part.ready, Office.Part.failsToRead(by: failing)))
        dispatcher.start(untilIdle: true)
        try dispatcher.join()
        #expect(try office.store.withholdings().map(\.reason) == [.suspectedSecret])
        #expect(try office.store.secrecyMarks().map(\.page) == office.pages)
        #expect(try office.store.contents(try office.store.dossier(of: office.pages[0])).pages.map(\.ocr) == [state])
    }

    @Test(arguments: [Office.Part.fails, Office.Part.readsUnseen]) func whatNobodyCouldLookAtIsSaidSo(reading: String) throws {
        let office = try Office(pages: 1)
        let dispatcher = try office.dispatcher(office.worker(Office.Part.ready, Office.Part.cannotLook(after: reading)))
        dispatcher.start(untilIdle: true)
        try dispatcher.join()
        #expect(try office.store.openJobs(limit: 5).map(\.error) == [OCRJob.notSeen] && office.store.withholdings().isEmpty)
    }

    @Test(arguments: [("P001", "vie+fra"), ("P002", "vie")])
    func aFondsIsReadInItsOwnLanguages(fonds: String, language: String) throws {
        let office = try Office(pages: 1, fonds: fonds)
        let dispatcher = try office.dispatcher(office.worker(Office.Part.ready, Office.Part.answersInLanguage), fondsLanguages: ["P001": "vie+fra"])
        dispatcher.start(untilIdle: true)
        try dispatcher.join()
        #expect(try office.store.words(of: office.pages[0])?.recognised.language == language)
    }

    // MARK: - Giving up

    @Test(arguments: ["/bin/false", "/nonexistent"])
    func workersThatDoNotStartAreGivenUpAndTheQueueIsFree(executable: String) throws {
        let office = try Office(pages: 1)
        let ends = Ends()
        let dispatcher = try office.dispatcher(office.launcher(executable), workers: 2, ends: ends)
        dispatcher.start(untilIdle: false)
        #expect(ends.wait())
        // Free while the dispatcher is still there.
        let next = try office.dispatcher(office.worker(Office.Part.ready, Office.Part.answers))
        #expect(throws: ReadingError.self) { try dispatcher.join() }
        #expect(ends.all.count == 1)
        #expect(ends.all.first??.code == "ocr_workers_do_not_start")
        #expect(!dispatcher.wasStopped)
        next.start(untilIdle: true)
        try next.join()
        #expect(try office.queue() == Office.Queue())
    }

    @Test func aDispatcherThatIsDroppedFreesTheQueue() throws {
        let office = try Office(pages: 1)
        var dispatcher: ReadingDispatcher? = try office.dispatcher(office.launcher("/bin/false"))
        #expect(throws: StoreError.dispatcherRunning) { try office.dispatcher(office.launcher("/bin/false")) }
        dispatcher?.wake()
        dispatcher = nil
        _ = try office.dispatcher(office.launcher("/bin/false"))
    }

    @Test func aSilentWorkerIsKilledAfterItsLimit() throws {
        let office = try Office(pages: 1)
        var limits = ReadingDispatcher.Limits()
        limits.start = 0.2
        let ends = Ends()
        let dispatcher = try office.dispatcher(office.worker(Office.Part.hangs), limits: limits, ends: ends)
        dispatcher.start(untilIdle: true)
        #expect(ends.wait())
        #expect(ends.all == [.workersDoNotStart("> 0 s")])
        #expect(try office.queue() == Office.Queue(waiting: 1))
    }

    // MARK: - The store

    /// Pauses that take no time.
    private var hasty: ReadingDispatcher.Limits {
        var limits = ReadingDispatcher.Limits()
        limits.firstPause = 0.001
        limits.longestPause = 0.001
        return limits
    }

    @Test func aStoreThatRecoversLosesNoPageAndBlamesNoWorker() throws {
        let office = try Office(pages: 1)
        // More than so many workers may fail to start, fewer than so many errors of the store end it.
        try office.breakStore(times: 5)
        let ends = Ends()
        let dispatcher = try office.dispatcher(office.worker(Office.Part.ready, Office.Part.answers), limits: hasty, ends: ends)
        dispatcher.start(untilIdle: false)
        #expect(ends.waitForReading())
        dispatcher.stop()
        #expect(ends.wait())
        #expect(ends.all == [nil])
        #expect((ends.read, ends.deaths) == (1, 0))
        #expect(try office.queue() == Office.Queue())
    }

    @Test func aStoreThatStaysBrokenIsTheCauseThatIsTold() throws {
        let office = try Office(pages: 2)
        try office.breakStore()
        let ends = Ends()
        let dispatcher = try office.dispatcher(
            office.worker(Office.Part.ready, Office.Part.answers), workers: 2, limits: hasty, ends: ends)
        dispatcher.start(untilIdle: false)
        #expect(ends.wait())
        guard case .store(let cause)?? = ends.all.first else {
            Issue.record("\(ends.all)")
            return
        }
        #expect(cause.code == "database")
        #expect(ends.all.first??.exitCode == .inputOutput)
        #expect((ends.read, ends.deaths) == (0, 0))
        #expect(try office.queue() == Office.Queue(waiting: 2))
        _ = try office.store.leaseDispatcher()
    }

    @Test func readingUntilIdleEndsWithTheFirstErrorOfTheStore() throws {
        let office = try Office(pages: 1)
        try office.breakStore()
        let dispatcher = try office.dispatcher(office.worker(Office.Part.ready, Office.Part.answers))
        dispatcher.start(untilIdle: true)
        #expect(throws: ReadingError.self) { try dispatcher.join() }
        #expect(!dispatcher.wasStopped)
        #expect(try office.queue() == Office.Queue(waiting: 1))
    }
}
