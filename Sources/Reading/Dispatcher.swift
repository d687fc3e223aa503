import Extraction
import Foundation
import Logging
import Records
import Recognition
import Store
import Synchronization
import Texts
import Workers

/// What the dispatcher tells while it works.
public enum ReadingEvent: Sendable {
    /// `turned`: the page lay in another direction, and its text was read in its own.
    /// `mark`: it bears a mark of secrecy; its document is withheld, unless a person has let the page go before.
    case read(PageID, DossierID, words: Int, turned: Bool, mark: SecrecyMark?)
    /// Its picture was looked at all the same: `mark` as of `read`.
    case failed(PageID, DossierID, any ReportableError, mark: SecrecyMark?)
    /// A worker died; its page goes back into the queue, or is given up: then its picture was looked at, `mark` as of `read`.
    case workerDied(PageID, DossierID, mark: SecrecyMark?)
}

/// Runs the OCR queue of a data folder: one dispatcher per folder, by lease; OCR in worker processes that are niced and
/// can be killed; a result counts only under the lease it was ordered with.
///
/// Each worker has a thread here that hands it a page, waits for the answer, and starts another worker when it dies.
/// A dispatcher runs once. The folder is free for another one as soon as its last thread has ended.
public final class ReadingDispatcher: Sendable {
    public struct Settings: Sendable {
        public var language: String
        /// Codes of fonds whose pages are read in others.
        public var fondsLanguages: [String: String]
        /// At most so many workers.
        public var workers: Int
        /// A page is given up after so many seconds; the worker is killed a little later if it does not listen.
        public var timeLimit: Double
        /// In whose name pages that lie sideways or upside down are set upright; nil: they are read as they lie.
        public var turnsFor: Actor?
        /// The station at which the program withholds what bears a mark of secrecy.
        public var station: String
        var limits = Limits()

        public init(
            language: String = "vie", fondsLanguages: [String: String] = [:], workers: Int = ReadingDispatcher.allCores, timeLimit: Double = 120, turnsFor actor: Actor? = nil,
            station: String
        ) {
            self.station = station
            turnsFor = actor
            self.language = language
            self.fondsLanguages = fondsLanguages
            self.workers = max(1, workers)
            self.timeLimit = timeLimit
        }
    }

    /// How long and how often something may go wrong; times in seconds.
    struct Limits: Sendable {
        /// A worker that has not said by then that it is ready is killed.
        var start = 30.0
        /// A worker that is killed because its page does not end gets so much beyond the page's own limit.
        var grace = 10.0
        /// Workers that do not start are given up after so many attempts in a row.
        var failedStarts = 3
        /// The store is given up after so many errors in a row, with a pause after each, twice as long each time.
        var storeErrors = 10
        var firstPause = 1.0
        var longestPause = 30.0
        /// An idle queue is looked at this often.
        var look = 5.0
        var lookWhenEnding = 0.1
        /// `stop` waits for killed workers at most so long.
        var stop = 2.0
    }

    public static var allCores: Int { ProcessInfo.processInfo.activeProcessorCount }

    private let store: StationStore
    /// Nil once all threads have ended.
    private let lease: Mutex<Lease?>
    private let launcher: WorkerLauncher
    private let settings: Settings
    private let logger: Logger
    private let tell: @Sendable (ReadingEvent) -> Void
    private let onEnd: @Sendable (ReadingError?) -> Void
    private let state: DispatcherState

    /// Takes the folder's queue over. Throws `dispatcherRunning` while another process has it.
    /// - Parameters:
    ///   - tell: called on the threads of the workers.
    ///   - onEnd: called once, when the last thread has ended and the folder is free for another dispatcher: with the reason
    ///     when reading gave up, with nil when it was idle or stopped.
    public init(
        store: StationStore, launcher: WorkerLauncher, settings: Settings, logger: Logger,
        tell: @escaping @Sendable (ReadingEvent) -> Void = { _ in },
        onEnd: @escaping @Sendable (ReadingError?) -> Void = { _ in }
    ) throws(StoreError) {
        let lease = try store.leaseDispatcher()
        try store.resumeJobs(lease)
        self.store = store
        self.lease = Mutex(lease)
        self.launcher = launcher
        self.settings = settings
        self.logger = logger
        self.tell = tell
        self.onEnd = onEnd
        state = DispatcherState(allowed: settings.workers, limits: settings.limits)
    }

    /// Pages of this dossier come first: it is on the screen.
    public func prefer(_ dossier: DossierID?) { state.preferred = dossier }

    /// How many workers may be at work now: all cores when nobody scans or types, one fewer otherwise.
    public func allow(workers: Int) { state.allow(min(max(0, workers), settings.workers)) }

    /// Tells waiting workers that there may be pages.
    public func wake() { state.wake() }

    /// Starts the workers' threads and returns; to be called once. With `untilIdle` they end when no page waits; else they
    /// wait for `wake`.
    public func start(untilIdle: Bool) {
        state.threadsStart(settings.workers)
        for slot in 0..<settings.workers {
            let thread = Thread {
                self.work(slot, untilIdle: untilIdle)
                self.threadEnded()
            }
            thread.name = "reading \(slot)"
            thread.start()
        }
    }

    /// Waits until all threads have ended; `wasStopped` then tells whether pages may still wait.
    /// - Throws: why reading gave up.
    public func join() throws(ReadingError) {
        if let error = state.join() { throw error }
    }

    /// Kills the workers; pages under way go back into the queue. Returns after some two seconds at the latest, even when
    /// a worker cannot be killed.
    public func stop() {
        state.stop()
        _ = state.join()
    }

    /// Whether `stop` came before reading had ended by itself.
    public var wasStopped: Bool { state.wasStopped }

    private func threadEnded() {
        // Free before anybody hears of the end, so that a new dispatcher can be made at once.
        let isLast = state.threadEnded { lease.withLock { $0 = nil } }
        if isLast { onEnd(state.error) }
    }

    // MARK: - One worker

    private func work(_ slot: Int, untilIdle: Bool) {
        guard let lease = lease.withLock({ $0 }) else { return }
        var reader: Reader?
        defer {
            reader?.process.stop(patience: 1)
            state.letGo(slot: slot)
        }
        while state.mayWork(slot) {
            let seen = state.began()
            do throws(StoreError) {
                guard let job = try claim(lease) else {
                    state.foundNothing(since: seen, untilIdle: untilIdle)
                    continue
                }
                try handle(job, slot, &reader)
            } catch {
                logger.error("the store, while reading: \(error)")
                // Reading until idle, somebody waits for the end and its reason; at the station the disk may be freed meanwhile.
                state.storeFailed(error, isFinal: untilIdle && error != .busy)
            }
            state.ended()
        }
    }

    private func claim(_ lease: Lease) throws(StoreError) -> OCRJob? {
        while let job = state.takeLeftBehind() {
            do { try store.releaseJob(job) } catch {
                state.leaveBehind(job)
                throw error
            }
        }
        return try store.claimJob(lease, preferring: state.preferred)
    }

    /// Settles the page or gives it back to the queue, whatever happens.
    private func handle(_ job: OCRJob, _ slot: Int, _ reader: inout Reader?) throws(StoreError) {
        do throws(StoreError) {
            if reader?.isAlive != true { reader = start(slot) }
            guard let current = reader else { return try store.releaseJob(job) }
            let event = current.answer(to: .recognise(order(job)), limit: settings.timeLimit + settings.limits.grace)
            switch event {
            case .done(job.page, job.fence, let reading, let seconds)?:
                let upright = found(reading, job)
                let head = SeenHead(reading.page, width: job.width, height: job.height, quarterTurns: reading.quarterTurns)
                var mark = SecrecyMarks().find(
                    reading.page, sightings: reading.sightings ?? [], width: job.width, height: job.height, quarterTurns: reading.quarterTurns)
                // Its words may not tell what its picture shows.
                if mark == nil, reading.sightings == nil {
                    switch look(at: job, slot, &reader) {
                    case .notNow: return try store.releaseJob(job)
                    case .impossible: return try notSeen(job, RecognitionFault.engine(detail: OCRJob.notSeen))
                    case .seen(let seen): mark = seen
                    }
                }
                let saved = try store.saveReading(
                    reading.page, for: job, engine: current.engine, milliseconds: Int(seconds * 1000), upright: upright,
                    head: head.stored, mark: found(mark))
                if saved { tell(.read(job.page, job.dossier, words: reading.page.words.count, turned: upright != nil, mark: mark)) }
            case .failed(job.page, job.fence, let fault)?:
                // What cannot be opened cannot be looked at either, and its code says so.
                switch fault.isOfImage ? .seen(nil) : look(at: job, slot, &reader) {
                case .notNow: return try store.releaseJob(job)
                case .impossible: try notSeen(job, fault)
                case .seen(let mark):
                    try store.failJob(job, error: fault.code, mark: found(mark))
                    tell(.failed(job.page, job.dossier, fault, mark: mark))
                }
            default:
                current.process.signal(SIGKILL)
                reader = nil
                try lost(job, slot, &reader)
            }
            state.storeWorked()
        } catch {
            do { try store.releaseJob(job) } catch { state.leaveBehind(job) }
            throw error
        }
    }

    /// A page of which nobody knows whether it bears a mark of secrecy: it is not delivered.
    private func notSeen(_ job: OCRJob, _ fault: RecognitionFault) throws(StoreError) {
        try store.failJob(job, error: OCRJob.notSeen)
        tell(.failed(job.page, job.dossier, fault, mark: nil))
    }

    private func order(_ job: OCRJob) -> RecognitionOrder {
        RecognitionOrder(
            page: job.page, file: store.vault.imagePath(job.page, format: job.format), quarterTurns: job.turn,
            findsTurn: job.findsTurn && settings.turnsFor != nil, language: job.fonds.flatMap { settings.fondsLanguages[$0] } ?? settings.language, fence: job.fence, timeLimit: settings.timeLimit)
    }

    private func found(_ mark: SecrecyMark?) -> FoundMark? { mark.map { FoundMark($0, at: settings.station) } }

    private enum Look {
        case seen(SecrecyMark?)
        /// Its image cannot be opened, or killed the worker again.
        case impossible
        /// There is no worker that could look: later.
        case notNow
    }

    /// A look at the picture of a page that cannot be read, so that no mark of secrecy is passed over.
    private func look(at job: OCRJob, _ slot: Int, _ reader: inout Reader?) -> Look {
        if reader?.isAlive != true { reader = start(slot) }
        guard !state.isStopping, let current = reader else { return .notNow }
        if case .looked(job.page, job.fence, let seen)? = current.answer(to: .look(order(job)), limit: settings.timeLimit + settings.limits.grace) {
            if let sightings = seen.sightings {
                return .seen(SecrecyMarks().find(seen.page, sightings: sightings, width: job.width, height: job.height, quarterTurns: seen.quarterTurns))
            }
        } else {
            current.process.signal(SIGKILL)
            reader = nil
            if state.isStopping { return .notNow }
        }
        logger.error("page \(job.page) was neither read nor looked at for a mark of secrecy")
        return .impossible
    }

    /// The direction a page was read in, where that is not the one it was ordered in.
    private func found(_ reading: UprightReading, _ job: OCRJob) -> FoundTurn? {
        guard let actor = settings.turnsFor, job.findsTurn, reading.quarterTurns != job.turn else { return nil }
        return FoundTurn(quarterTurns: reading.quarterTurns, actor: actor)
    }

    private func start(_ slot: Int) -> Reader? {
        do {
            let reader = try Reader.start(launcher, limit: settings.limits.start) { state.hold($0, slot: slot) }
            state.workerStarted()
            return reader
        } catch {
            // One that was killed by `stop` proves nothing.
            if state.isStopping { return nil }
            logger.error("OCR worker does not start: \(error.why)")
            state.workerDidNotStart(error.why)
            return nil
        }
    }

    /// The worker is gone with its page.
    private func lost(_ job: OCRJob, _ slot: Int, _ reader: inout Reader?) throws(StoreError) {
        if state.isStopping { return try store.releaseJob(job) }
        logger.error("OCR worker died on page \(job.page)")
        var mark: SecrecyMark?
        var error = "ocr_worker_died"
        if job.isLastTry {
            switch look(at: job, slot, &reader) {
            case .notNow: return try store.releaseJob(job)
            case .impossible: error = OCRJob.notSeen
            case .seen(let found): mark = found
            }
        }
        try store.jobKilledWorker(job, error: error, mark: found(mark))
        tell(.workerDied(job.page, job.dossier, mark: mark))
    }
}
