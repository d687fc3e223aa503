import Foundation
import Logging
import Records
import Scanning
import Store
import Texts
import Workers

/// What a run is asked to do.
public struct CaptureOrder: Sendable {
    public var dossier: DossierID
    public var device: String
    public var settings: ScanSettings
    public var maxPages: Int?
    public var insertion: InsertionPoint
    /// Folder scanner: from the first image again.
    public var restart: Bool
    /// Further options of the device by name.
    public var options: [String: String]

    public init(
        dossier: DossierID, device: String, settings: ScanSettings, maxPages: Int? = nil, insertion: InsertionPoint = .end, restart: Bool = false,
        options: [String: String] = [:]
    ) {
        self.dossier = dossier
        self.device = device
        self.settings = settings
        self.maxPages = maxPages
        self.insertion = insertion
        self.restart = restart
        self.options = options
    }
}

/// One run of the scanner into a dossier, from the first grant to the last commit.
///
///     idle ──run()──▶ opening ──opened──▶ feeding ──ended──▶ over
///                        │                  │  ▲
///                        │                  ▼  │ pageStarted: expect the next page, grant it
///                        │               a page: bands … captured → vault → commit → told
///                        ├── silence ──▶ worker killed ──▶ over (hang)
///                        └── cancel() ─▶ worker asked, after `cancelPatience` killed ──▶ over (cancelled)
///
/// The scanner is driven by a process of its own: whatever a driver does, it costs at most the page under way.
/// Call `run` on a thread that may block; `cancel` from any other.
public final class CaptureRun: Sendable {
    /// How long a worker may be silent.
    public struct Patience: Sendable {
        /// While the device is opened and warms up, seconds.
        public var opening: Double
        /// From the first page on, seconds.
        public var feeding: Double
        /// After a cancel, seconds. The worker itself gives a driver eight to come back.
        public var cancelling: Double

        public init(opening: Double = 60, feeding: Double = 12, cancelling: Double = 11) {
            (self.opening, self.feeding, self.cancelling) = (opening, feeding, cancelling)
        }

        /// `TRAMQUET_HANG_SECONDS` replaces the limit of silence, for devices slower than any we know, and for tests.
        public init(environment: [String: String]) {
            self.init()
            if let text = environment["TRAMQUET_HANG_SECONDS"], let seconds = Double(text), seconds > 0 {
                (opening, feeding) = (seconds, seconds)
            }
        }
    }

    private let store: StationStore
    private let actor: Actor
    private let order: CaptureOrder
    private let launcher: WorkerLauncher
    private let patience: Patience
    private let logger: Logger
    private let control = Control()

    public init(
        store: StationStore, actor: Actor, order: CaptureOrder, launcher: WorkerLauncher, patience: Patience, logger: Logger
    ) {
        self.store = store
        self.actor = actor
        self.order = order
        self.launcher = launcher
        self.patience = patience
        self.logger = logger
    }

    /// Asks the run to stop. The page under way is given up; the feeder keeps its paper.
    public func cancel() {
        guard let worker = control.askToCancel() else { return }
        try? worker.channel.send(ScanRequest.cancel)
    }

    /// Runs to the end. The caller holds the dossier's lease.
    public func run(_ tell: @Sendable (CaptureEvent) -> Void) throws(StoreError) -> CaptureEnd {
        let device = try store.leaseDevice(order.device)
        defer { withExtendedLifetime(device) {} }
        let run = try store.beginRun(
            dossier: order.dossier, device: order.device, settings: order.settings, at: order.insertion, by: actor)
        var state = Progress()
        do {
            let worker = try launcher.start("scan")
            defer { worker.stop(patience: 1) }
            let watchdog = Watchdog(worker)
            defer { watchdog.end() }
            control.hold(worker)
            defer { control.hold(nil) }
            let scanOrder = try scanOrder(for: run)
            state.trayAtStart = scanOrder.restart ? nil : scanOrder.hopper
            try worker.channel.send(ScanRequest.start(scanOrder))
            try grant(1, of: run, to: worker)
            if control.isCancelled { try worker.channel.send(ScanRequest.cancel) }
            try receive(from: worker, run: run, watchdog: watchdog, state: &state, tell: tell)
        } catch let error as StoreError {
            // The disk or the database refuses: nothing more can be kept, so nothing more is fed.
            state.end(.error, error)
        } catch {
            logger.error("scan worker: \(error)")
            state.end(.hang, ScanFault.workerDied(sheet: state.nextSheet))
        }
        let reason = state.reason ?? .error
        logger.info("run \(run.id) ended: \(reason.rawValue), \(state.stored.count) pages")
        try store.endRun(run, stop: reason, fault: state.fault?.code, hopper: state.hopper.flatMap(CaptureRun.text), by: actor)
        return CaptureEnd(reason: reason, fault: state.fault, stored: state.stored)
    }

    // MARK: - The conversation with the worker

    private struct Progress {
        var stored: [StoredPage] = []
        var reason: StopReason?
        var fault: (any ReportableError)?
        var trayAtStart: HopperState?
        /// The tray after the last page that was stored, or as the run's end left it.
        var hopper: HopperState?
        /// Said by a worker before it stopped answering.
        var faultedSheet: Int?
        var hasStarted = false

        var nextSheet: Int { (stored.map(\.sheetOrdinal).max() ?? 0) + 1 }

        mutating func end(_ reason: StopReason, _ fault: (any ReportableError)?) {
            if self.reason == nil { (self.reason, self.fault) = (reason, fault) }
        }

        /// The worker is gone. Pages it had read and not handed over are lost with it: their paper has to be fed again, so
        /// the tray stays as the last stored page left it.
        mutating func loseWorker() {
            guard let faultedSheet else { return }
            var tray = hopper ?? trayAtStart ?? HopperState()
            tray.faultedSheet = faultedSheet
            hopper = tray
        }
    }

    private func receive(
        from worker: ChildProcess, run: RunRecord, watchdog: Watchdog, state: inout Progress, tell: (CaptureEvent) -> Void
    ) throws {
        while true {
            let limit = control.isCancelled ? patience.cancelling : state.hasStarted ? patience.feeding : patience.opening
            watchdog.expectWord(within: order.device.hasPrefix("folder:") ? min(limit, patience.feeding) : limit)
            let event: ScanEvent?
            do { event = try worker.channel.receive(ScanEvent.self) } catch {
                logger.error("scan worker's messages: \(error)")
                event = nil
            }
            watchdog.heard()
            guard let event else {
                state.loseWorker()
                if control.isCancelled { return state.end(.cancelled, nil) }
                let sheet = state.nextSheet
                return state.end(.hang, watchdog.hasKilled ? ScanFault.hang(sheet: sheet) : ScanFault.workerDied(sheet: sheet))
            }
            if try handle(event, from: worker, run: run, state: &state, tell: tell) { return }
        }
    }

    /// True when the run is over.
    private func handle(
        _ event: ScanEvent, from worker: ChildProcess, run: RunRecord, state: inout Progress, tell: (CaptureEvent) -> Void
    ) throws -> Bool {
        switch event {
        case .opened(let device, let chosen):
            logger.info("opened \(device.name): \(chosen)")
            tell(.opened(device, chosen))
        case .pageStarted(let start):
            state.hasStarted = true
            // One ahead, so that the scanner never waits for our disk.
            if start.sequence < order.maxPages ?? .max { try grant(start.sequence + 1, of: run, to: worker) }
            tell(.pageBegan(start))
        case .band(let band):
            tell(.band(band))
        case .pageCaptured(let page):
            let stored = try enter(page, run: run)
            state.stored.append(stored)
            state.hopper = page.hopper ?? state.hopper
            tell(.pageStored(stored))
        case .pageDiscarded(let page):
            logger.notice("page \(page.page) (sheet \(page.sheetOrdinal) of the run) was discarded")
        case .hopper(let hopper):
            state.faultedSheet = hopper.faultedSheet
        case .ended(let end):
            state.hopper = end.hopper ?? state.hopper
            state.end(end.reason, end.fault)
            return true
        case .devices, .described, .waiting:
            break
        case .refused(let fault):
            state.end(.error, fault)
            return true
        }
        return false
    }

    private func scanOrder(for run: RunRecord) throws(StoreError) -> ScanOrder {
        let hopper = try store.hopper(dossier: order.dossier, device: order.device)
        return ScanOrder(
            device: order.device, settings: order.settings, maxPages: order.maxPages, spoolFolder: store.folder.spool,
            hopper: hopper.flatMap { try? JSONDecoder().decode(HopperState.self, from: Data($0.utf8)) }, restart: order.restart,
            options: order.options)
    }

    private func grant(_ sequence: Int, of run: RunRecord, to worker: ChildProcess) throws {
        let page: PageID = store.identifiers.make()
        try store.expectPage(page, sequence: sequence, in: run)
        try worker.channel.send(ScanRequest.grant(PageGrant(page: page, sequence: sequence)))
    }

    private func enter(_ page: CapturedPage, run: RunRecord) throws(StoreError) -> StoredPage {
        let arrived = ArrivedPage(
            page: page.page, sequence: page.sequence, sheetOrdinal: page.sheetOrdinal, side: page.side, spoolFile: page.file,
            previewFile: page.greyFile, facts: page.facts, findings: page.findings, blank: page.blank,
            fingerprint: page.fingerprint, sourceName: page.sourceName,
            origin: order.settings.source == .flatbed ? .flatbed : .feeder)
        let entered = try store.enter(arrived, in: run, hopper: page.hopper.flatMap(CaptureRun.text), by: actor)
        return StoredPage(
            page: page.page, run: run.id, document: entered.document, sequence: page.sequence, sheetOrdinal: page.sheetOrdinal, side: page.side,
            facts: page.facts, findings: entered.findings, blank: page.blank)
    }

    private static func text(_ hopper: HopperState) -> String? {
        (try? JSONEncoder().encode(hopper)).map { String(decoding: $0, as: UTF8.self) }
    }
}

/// What another thread may ask of a run.
///
/// `@unchecked Sendable`: everything is guarded by `lock`.
private final class Control: @unchecked Sendable {
    private let lock = NSLock()
    private var worker: ChildProcess?
    private var cancelled = false

    var isCancelled: Bool { lock.withLock { cancelled } }

    func hold(_ worker: ChildProcess?) { lock.withLock { self.worker = worker } }

    /// The worker to be told, if this is the first time and there is one.
    func askToCancel() -> ChildProcess? {
        lock.withLock {
            defer { cancelled = true }
            return cancelled ? nil : worker
        }
    }
}

/// Kills a worker that is silent for too long while somebody waits for it.
///
/// `@unchecked Sendable`: everything mutable is guarded by `lock`.
private final class Watchdog: @unchecked Sendable {
    private let lock = NSLock()
    private let worker: ChildProcess
    private let timer: any DispatchSourceTimer
    private var deadline: DispatchTime?
    private var killed = false
    private var limit = 0.0

    init(_ worker: ChildProcess) {
        self.worker = worker
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "scan watchdog"))
        timer.schedule(deadline: .now() + 0.25, repeating: 0.25)
        timer.setEventHandler { [weak self] in self?.look() }
        timer.resume()
    }

    var hasKilled: Bool { lock.withLock { killed } }

    /// From now on a word must come within so many seconds. A cancel may shorten the time while it runs.
    func expectWord(within seconds: Double) {
        lock.withLock {
            deadline = .now() + seconds
            limit = seconds
        }
    }

    func heard() { lock.withLock { deadline = nil } }

    func end() { timer.cancel() }

    private func look() {
        let late = lock.withLock {
            guard let deadline, DispatchTime.now() > deadline else { return false }
            killed = true
            return true
        }
        if late { worker.signal(SIGKILL) }
    }
}
