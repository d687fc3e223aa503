import Foundation
import Logging
import Records
import Recognition
import Store
import Texts
import Workers

/// What the dispatcher tells while it works.
public enum ReadingEvent: Sendable {
    case read(PageID, DossierID, words: Int)
    case failed(PageID, DossierID, any ReportableError)
    /// A worker died; its page goes back into the queue, or is given up.
    case workerDied(PageID, DossierID)
}

/// Why reading stopped for good.
public enum ReadingError: ReportableError {
    /// Workers end as soon as they start: nothing can be read.
    case workersDoNotStart(String)
    /// What was read cannot be kept: the disk is full, or the database fails.
    case store(StoreError)

    public var code: String {
        switch self {
        case .workersDoNotStart: "ocr_workers_do_not_start"
        case .store(let error): error.code
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .workersDoNotStart: .unavailable
        case .store(let error): error.exitCode
        }
    }

    public var message: Phrase {
        switch self {
        case .workersDoNotStart(let why): Text.ocrWorkersDoNotStart.with(["why": why])
        case .store(let error): error.message
        }
    }

    public var kept: Phrase { Text.storedPagesKept.phrase }

    public var todo: Phrase {
        switch self {
        case .workersDoNotStart: Text.reportToAdministrator.phrase
        case .store(let error): error.todo
        }
    }
}

/// Runs the OCR queue of a data folder: one dispatcher per folder, by lease; OCR in worker processes that are niced and
/// can be killed; a result counts only under the lease it was ordered with.
///
/// Each worker has a thread here that hands it a page, waits for the answer, and starts another worker when it dies.
public final class ReadingDispatcher: Sendable {
    public struct Settings: Sendable {
        public var language: String
        /// At most so many workers.
        public var workers: Int
        /// A page is given up after so many seconds; the worker is killed a little later if it does not listen.
        public var timeLimit: Double

        public init(language: String = "vie", workers: Int = ReadingDispatcher.allCores, timeLimit: Double = 120) {
            self.language = language
            self.workers = max(1, workers)
            self.timeLimit = timeLimit
        }
    }

    public static var allCores: Int { ProcessInfo.processInfo.activeProcessorCount }
    /// A worker that is killed because its page does not end gets so many seconds beyond the page's own limit.
    private static let grace = 10.0

    private let store: StationStore
    private let lease: Lease
    private let launcher: WorkerLauncher
    private let settings: Settings
    private let logger: Logger
    private let tell: @Sendable (ReadingEvent) -> Void
    private let state = DispatcherState()

    /// Takes the folder's queue over. Throws `dispatcherRunning` while another process has it.
    public init(
        store: StationStore, launcher: WorkerLauncher, settings: Settings, logger: Logger,
        tell: @escaping @Sendable (ReadingEvent) -> Void = { _ in }
    ) throws(StoreError) {
        self.store = store
        lease = try store.leaseDispatcher()
        self.launcher = launcher
        self.settings = settings
        self.logger = logger
        self.tell = tell
        state.allowed = settings.workers
        try store.resumeJobs(lease)
    }

    /// Pages of this dossier come first: it is on the screen.
    public func prefer(_ dossier: DossierID?) { state.preferred = dossier }

    /// How many workers may be at work now: all cores when nobody scans or types, one fewer otherwise.
    public func allow(workers: Int) { state.allowed = min(max(0, workers), settings.workers) }

    /// Tells waiting workers that there may be pages.
    public func wake() { state.wake() }

    /// Starts the workers' threads and returns. With `untilIdle` they end when no page waits; else they wait for `wake`.
    public func start(untilIdle: Bool) {
        for slot in 0..<settings.workers {
            state.threadStarted()
            let thread = Thread { self.work(slot, untilIdle: untilIdle) }
            thread.name = "reading \(slot)"
            thread.start()
        }
    }

    /// Waits until all threads have ended.
    /// - Throws: why they gave up, if they did.
    public func join() throws(ReadingError) {
        if let failure = state.join() { throw failure }
    }

    /// Stops the workers; pages under way go back into the queue.
    public func stop() {
        state.stop()
        _ = state.join()
    }

    // MARK: - One worker

    private func work(_ slot: Int, untilIdle: Bool) {
        var reader: Reader?
        defer {
            reader?.process.stop(patience: 1)
            state.threadEnded()
        }
        while state.mayWork(slot) {
            let job: OCRJob?
            do { job = try store.claimJob(lease, preferring: state.preferred) } catch {
                if isOver(after: error, untilIdle: untilIdle) { return }
                continue
            }
            guard let job else {
                // While another worker reads, its page may come back; only when nothing runs is the queue idle.
                if untilIdle && state.running == 0 { return state.finishIdle() }
                if !state.sleep(untilIdle: untilIdle, seconds: untilIdle ? 0.1 : 5) { return }
                continue
            }
            state.began()
            defer { state.ended() }
            do {
                let current = try reader ?? startReader()
                reader = current
                if try !read(job, with: current) { reader = nil }
            } catch let error as StoreError {
                giveBack(job, untilIdle: untilIdle)
                if isOver(after: error, untilIdle: untilIdle) { return }
            } catch {
                logger.error("reading \(job.page): \(error)")
                reader?.process.signal(SIGKILL)
                reader = nil
                try? store.releaseJob(job)
                if state.workerFailed("\(error)") { return }
            }
        }
    }

    /// The store refuses. Reading until idle, that is the end, and its reason; at the station somebody may free the disk
    /// meanwhile. True when the thread has to end.
    private func isOver(after error: StoreError, untilIdle: Bool) -> Bool {
        logger.error("the store refuses: \(error)")
        if untilIdle && error != .busy {
            state.giveUp(.store(error))
            return true
        }
        return !state.sleep(untilIdle: false, seconds: 2)
    }

    /// The text of a page could not be kept: it goes back into the queue as soon as the store takes that, at the latest when
    /// the next dispatcher starts.
    private func giveBack(_ job: OCRJob, untilIdle: Bool) {
        while (try? store.releaseJob(job)) == nil {
            if untilIdle || !state.sleep(untilIdle: false, seconds: 2) { return }
        }
    }

    /// A worker process that has said it is ready.
    private struct Reader {
        let process: ChildProcess
        let engine: String
    }

    private func startReader() throws -> Reader {
        let process = try launcher.start("ocr")
        guard case .ready(let engine)? = try process.channel.receive(RecognitionEvent.self) else {
            process.wait(seconds: 2)
            throw ReadingError.workersDoNotStart(process.ending.map { "\($0)" } ?? "?")
        }
        state.workerStarted()
        return Reader(process: process, engine: engine)
    }

    /// Reads one page. False when the worker is gone.
    private func read(_ job: OCRJob, with reader: Reader) throws -> Bool {
        let limit = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "reading limit"))
        limit.schedule(deadline: .now() + settings.timeLimit + ReadingDispatcher.grace)
        limit.setEventHandler { reader.process.signal(SIGKILL) }
        limit.resume()
        defer { limit.cancel() }
        state.hold(reader.process, for: job.page)
        defer { state.hold(nil, for: job.page) }
        let order = RecognitionOrder(
            page: job.page, file: store.vault.imagePath(job.page, format: job.format), quarterTurns: job.turn,
            language: settings.language, fence: job.fence, timeLimit: settings.timeLimit)
        var event: RecognitionEvent?
        do {
            try reader.process.channel.send(RecognitionRequest.recognise(order))
            event = try reader.process.channel.receive(RecognitionEvent.self)
        } catch {
            logger.error("OCR worker's messages: \(error)")
        }
        switch event {
        case .done(job.page, job.fence, let page, let seconds)?:
            let saved = try store.saveReading(page, for: job, engine: reader.engine, milliseconds: Int(seconds * 1000))
            if saved { tell(.read(job.page, job.dossier, words: page.words.count)) }
            return true
        case .failed(job.page, job.fence, let fault)?:
            try store.failJob(job, error: fault.code)
            tell(.failed(job.page, job.dossier, fault))
            return true
        default:
            reader.process.signal(SIGKILL)
            if state.isStopping {
                try store.releaseJob(job)
            } else {
                logger.error("OCR worker died on page \(job.page)")
                try store.jobKilledWorker(job, error: "ocr_worker_died")
                tell(.workerDied(job.page, job.dossier))
            }
            return false
        }
    }
}
