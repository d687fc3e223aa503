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

    /// Manual duplex: the pass of the backs.
    var isBackPass: Bool {
        if case .backs = insertion { true } else { false }
    }

    public init(
        dossier: DossierID, device: String, settings: ScanSettings, maxPages: Int? = nil, insertion: InsertionPoint = .end, restart: Bool = false
    ) {
        self.dossier = dossier
        self.device = device
        self.settings = settings
        self.maxPages = maxPages
        self.insertion = insertion
        self.restart = restart
    }
}

/// One run of the scanner into a dossier, from the first grant to the last commit.
///
///     idle ──run()──▶ opening ──opened──▶ feeding ──ended──▶ over
///                        │                  │  ▲
///                        │                  ▼  │ pageStarted: expect the next page, grant it
///                        │               a page: bands … captured → vault → commit → told
///                        ├── silence ──▶ worker killed ──▶ over (hang)
///                        └── cancel() ─▶ worker asked, after a while killed ──▶ over (cancelled)
///
/// The scanner is driven by a process of its own: whatever a driver does, it costs at most the page under way.
/// Call `run` on a thread that may block; `cancel` from any other.
public final class CaptureRun: Sendable {
    /// How long a worker may be silent, in seconds.
    public struct Patience: Sendable {
        /// While it says that the device is opened, warms up or draws a sheet in.
        public var starting: Double
        /// In the middle of a page.
        public var reading: Double
        /// After a cancel. The worker itself gives a driver eight to come back.
        public var cancelling: Double

        public init(starting: Double = 120, reading: Double = 12, cancelling: Double = 11) {
            (self.starting, self.reading, self.cancelling) = (starting, reading, cancelling)
        }

        /// - Parameters:
        ///   - startSeconds: the station's setting for a device that starts.
        ///   - environment: `TRAMQUET_HANG_SECONDS` replaces the limit in a page, for devices slower than any we know, and
        ///     for tests.
        public init(startSeconds: Int, environment: [String: String]) {
            self.init(starting: Double(startSeconds))
            if let text = environment["TRAMQUET_HANG_SECONDS"], let seconds = Double(text), seconds > 0 { reading = seconds }
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

    /// Asks the run to stop: the sheet under way is finished, the feeder keeps the rest. Asked again: at once.
    public func cancel() {
        guard let held = control.askToCancel() else { return }
        try? held.worker.channel.send(ScanRequest.cancel)
        held.watchdog.expectWordSooner(within: patience.cancelling)
    }

    /// Runs to the end, and holds the dossier's lease until the last page is entered.
    public func run(holding lease: Lease, _ tell: @Sendable (CaptureEvent) -> Void) throws(StoreError) -> CaptureEnd {
        defer { withExtendedLifetime(lease) {} }
        let device = try store.leaseDevice(order.device)
        defer { withExtendedLifetime(device) {} }
        let run = try store.beginRun(
            dossier: order.dossier, device: order.device, settings: order.settings, at: order.insertion, under: lease, by: actor)
        var state = Progress(chain: RunChain(run, into: try store.dossier(order.dossier), under: lease))
        do {
            let worker = try launcher.start("scan")
            // Longer than the worker itself gives a driver to leave the device in order.
            defer { worker.stop(patience: 4) }
            let watchdog = Watchdog { worker.signal(SIGKILL) }
            control.hold(worker, watchdog)
            defer { control.letGo() }
            let scanOrder = try scanOrder()
            // A device that is a folder has no driver to be loaded.
            state.isStarting = !order.device.hasPrefix("folder:")
            state.trayAtStart = scanOrder.restart ? nil : scanOrder.hopper
            try worker.channel.send(ScanRequest.start(scanOrder))
            let isCutOff = scanOrder.hopper.map { $0.fedImages % 2 == 1 } ?? false
            let mayBeTwoSided = order.settings.source == nil || order.settings.source == .duplex
            let first = isCutOff && !scanOrder.restart && mayBeTwoSided ? SheetSide(sheet: 0, side: .back) : SheetSide(sheet: 1, side: .front)
            try grant(1, first, to: worker, &state)
            if control.isCancelled { try worker.channel.send(ScanRequest.cancel) }
            try receive(from: worker, watchdog: watchdog, state: &state, tell: tell)
        } catch let error as StoreError {
            // The disk or the database refuses: nothing more can be kept, so nothing more is fed.
            state.end(.error, error)
        } catch {
            logger.error("scan worker: \(error)")
            state.end(.hang, ScanFault.workerDied(sheet: state.nextSheet))
        }
        let reason = state.reason ?? .error
        do {
            for (run, lease) in state.chain.open { try adoptWhatIsWhole(of: run, lease, &state, tell) }
            try dropCutOffFront(state)
            try store.replaceOld(of: run.id, with: state.stored.map(\.page), by: actor)
            // A cover was the last sheet: the station is with its dossier all the same.
            try turn(atSheet: nil, &state, tell)
            logger.info("run \(state.chain.run.id) ended: \(reason.rawValue), \(state.stored.count) sides")
            try store.endRun(
                state.chain.run, stop: reason, fault: state.fault?.code, hopper: state.hopper.flatMap(CaptureRun.text), by: actor)
            try noteMissingBack(state)
        } catch {
            // What was stored is stored; that the end could not be noted must not hide it.
            logger.error("run \(run.id): its end could not be noted: \(error)")
            state.fault = state.fault ?? error
        }
        return CaptureEnd(
            reason: reason, fault: state.fault, stored: state.stored, dossiers: state.chain.dossiers, chosen: state.chosen,
            cutOffSheet: state.cutOffSheet)
    }

    /// Both sides of a sheet come one after the other: where the stack ends on a front, a back is missing.
    private func noteMissingBack(_ state: Progress) throws(StoreError) {
        guard state.isDuplex, state.reason == .empty, let last = state.stored.last, last.side == .front, last.separation == nil else { return }
        try store.note(Finding(.backMissing), on: last.page)
    }

    /// Pages a worker finished and could not hand over any more are whole: they are entered before the run is closed, not
    /// found days later when the sheet has been scanned again.
    private func adoptWhatIsWhole(
        of run: RunRecord, _ lease: Lease, _ state: inout Progress, _ tell: (CaptureEvent) -> Void
    ) throws(StoreError) {
        // Whoever has the dossier now is asked about them.
        guard state.reason == .hang || state.fault is StoreError, try store.isCurrent(lease) else { return }
        let adopted = Set(try store.recoverLostPages(of: run.id, holding: [lease], by: actor).adopted)
        guard !adopted.isEmpty else { return }
        let contents = try store.contents(run.dossier)
        let pages = Dictionary((contents.pages + contents.dropped).map { ($0.id, $0) }) { first, _ in first }
        // In the order of the stack: the last of them tells where the run stands.
        for grant in state.granted.sorted(by: { $0.sequence < $1.sequence }) where adopted.contains(grant.page) {
            guard let page = pages[grant.page] else { continue }
            let separation = page.isDropped ? try store.separation(ofLeftOut: page, in: contents) : nil
            tell(.pageStored(state.keep(StoredPage(
                page: page.id, run: run.id, document: page.document, sequence: grant.sequence, sheetOrdinal: grant.place.sheet,
                side: page.side, facts: page.facts, findings: page.findings, blank: page.blank, code: page.code, separation: separation))))
        }
        let faulted = state.hopper?.faultedSheet ?? state.faultedSheet
        state.hopper = try tray()
        state.hopper?.faultedSheet = faulted
    }

    /// A real feeder cannot give the back alone: the whole sheet is fed again, so its front must not stay as a sheet of its
    /// own. It is left out as a person would do it, to be seen and restored. (The folder scanner goes on with the back.)
    private func dropCutOffFront(_ state: Progress) throws(StoreError) {
        guard state.cutOffSheet != nil, state.reason != .max, !order.device.hasPrefix("folder:"), let front = state.stored.last else { return }
        logger.notice("only the front of sheet \(front.sheetOrdinal) arrived: \(front.page) is left out")
        guard let separation = front.separation else { return try store.drop([front.page], by: actor) }
        // A separator is left out already; fed again, it does again what it did.
        if case .reserved(let place, _, _) = separation.effect { try store.release(place, by: actor) }
    }

    private func tray() throws(StoreError) -> HopperState? {
        try store.hopper(dossier: order.dossier, device: order.device).flatMap {
            try? JSONDecoder().decode(HopperState.self, from: Data($0.utf8))
        }
    }

    // MARK: - The conversation with the worker

    private struct Progress {
        var chain: RunChain
        var stored: [StoredPage] = []
        var reason: StopReason?
        var fault: (any ReportableError)?
        var trayAtStart: HopperState?
        /// The tray after the last page that was stored, or as the run's end left it.
        var hopper: HopperState?
        /// Said by a worker before it stopped answering.
        var faultedSheet: Int?
        /// The device is at something that takes long in silence.
        var isStarting = false
        /// Consecutive images are front and back.
        var isDuplex = false
        var chosen: ChosenSettings?
        var granted: [(page: PageID, sequence: Int, place: SheetSide)] = []

        /// The sheet of which only the front was stored.
        var cutOffSheet: Int? {
            guard isDuplex, reason != .empty, let last = stored.last, last.side == .front else { return nil }
            return last.sheetOrdinal
        }

        var nextSheet: Int { cutOffSheet ?? (stored.map(\.sheetOrdinal).max() ?? 0) + 1 }

        /// Takes a page among those of the run, with what lay in front of it.
        mutating func keep(_ page: StoredPage) -> StoredPage {
            var page = page
            page.before = StackMarks(in: stored.filter { $0.run == page.run }, before: page.sheetOrdinal)
            page.before.otherSheets = chain.sheetsBefore
            stored.append(page)
            return page
        }

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
        from worker: ChildProcess, watchdog: Watchdog, state: inout Progress, tell: (CaptureEvent) -> Void
    ) throws {
        while true {
            watchdog.expectWord(
                within: control.isCancelled ? patience.cancelling : state.isStarting ? patience.starting : patience.reading)
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
                return state.end(.hang, watchdog.hasActed ? ScanFault.hang(sheet: sheet) : ScanFault.workerDied(sheet: sheet))
            }
            if try handle(event, from: worker, state: &state, tell: tell) { return }
        }
    }

    /// True when the run is over.
    private func handle(
        _ event: ScanEvent, from worker: ChildProcess, state: inout Progress, tell: (CaptureEvent) -> Void
    ) throws -> Bool {
        switch event {
        case .opened(let device, let chosen):
            logger.info("opened \(device.name): \(chosen)")
            state.isDuplex = chosen.duplex
            state.chosen = chosen
            tell(.opened(device, chosen))
        case .pageStarted(let start):
            state.isStarting = false
            // One ahead, so that the scanner never waits for our disk.
            if start.sequence < order.maxPages ?? .max {
                let next = SheetSide(sheet: start.sheetOrdinal, side: start.side).next(duplex: state.isDuplex)
                try grant(start.sequence + 1, next, to: worker, &state)
            }
            tell(.pageBegan(start))
        case .band(let band):
            state.isStarting = false
            tell(.band(band))
        case .pageCaptured(let page):
            try turn(atSheet: page.sheetOrdinal, &state, tell)
            if let code = page.code?.dossier { try prepareTurn(to: code, onSheet: page.sheetOrdinal, worker, &state) }
            let stored = state.keep(try enter(page, run: state.chain.run, tellsSides: state.isDuplex))
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
        case .busy(let wait):
            state.isStarting = true
            tell(.waiting(wait))
        case .devices, .described, .waiting, .sensed, .watchEnded:
            break
        case .refused(let fault):
            state.end(.error, fault)
            return true
        }
        return false
    }

    /// What lies behind a cover goes into its dossier, where the stack is one that fills dossiers from their end. Where that
    /// dossier cannot be had the feeder is stopped: nobody is to sort out afterwards whose sheets those were.
    private func prepareTurn(to code: DossierCode, onSheet sheet: Int, _ worker: ChildProcess, _ state: inout Progress) throws {
        guard order.insertion == .end, order.settings.source != .manualDuplex else { return }
        do throws(StoreError) {
            try state.chain.prepare(for: code, onSheet: sheet, in: store, by: actor)
        } catch {
            switch error {
            case .noSuchDossier, .dossierInUse, .dossierFinished:
                logger.notice("a cover of \(code): \(error)")
                state.end(.error, error)
                try worker.channel.send(ScanRequest.cancel)
            default: throw error
            }
        }
    }

    private func turn(atSheet sheet: Int?, _ state: inout Progress, _ tell: (CaptureEvent) -> Void) throws(StoreError) {
        let hopper = state.hopper.flatMap(CaptureRun.text)
        guard let dossier = try state.chain.turn(atSheet: sheet, hopper: hopper, in: store, by: actor), let lease = state.chain.lease else { return }
        tell(.turned(dossier, lease))
    }

    private func scanOrder() throws(StoreError) -> ScanOrder {
        ScanOrder(
            device: order.device, settings: order.settings, maxPages: order.maxPages, spoolFolder: store.folder.spool,
            hopper: try tray(), restart: order.restart, isBackPass: order.isBackPass)
    }

    private func grant(
        _ sequence: Int, _ place: SheetSide, to worker: ChildProcess, _ state: inout Progress
    ) throws {
        let page: PageID = store.identifiers.make()
        try store.expectPage(page, sequence: sequence, at: place, in: state.chain.run(ofSheet: place.sheet))
        state.granted.append((page, sequence, place))
        try worker.channel.send(ScanRequest.grant(PageGrant(page: page, sequence: sequence)))
    }

    private func enter(_ page: CapturedPage, run: RunRecord, tellsSides: Bool) throws(StoreError) -> StoredPage {
        var arrived = ArrivedPage(
            page: page.page, sequence: page.sequence, sheetOrdinal: page.sheetOrdinal, side: page.side, spoolFile: page.file,
            previewFile: page.greyFile, facts: page.facts, findings: page.findings, blank: page.blank,
            fingerprint: page.fingerprint, sourceName: page.sourceName,
            origin: order.settings.source == .flatbed ? .flatbed : .feeder)
        arrived.tellsSides = tellsSides
        arrived.code = page.code
        let entered = try store.enter(arrived, in: run, hopper: page.hopper.flatMap(CaptureRun.text), by: actor)
        return StoredPage(
            page: page.page, run: run.id, document: entered.document, sequence: page.sequence, sheetOrdinal: page.sheetOrdinal, side: entered.side,
            facts: page.facts, findings: entered.findings, blank: page.blank, code: page.code, separation: entered.separation)
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
    private var held: (worker: ChildProcess, watchdog: Watchdog)?
    private var cancelled = false

    var isCancelled: Bool { lock.withLock { cancelled } }

    func hold(_ worker: ChildProcess, _ watchdog: Watchdog) { lock.withLock { held = (worker, watchdog) } }
    func letGo() { lock.withLock { held = nil } }

    /// Who is to be told, if there is anybody.
    func askToCancel() -> (worker: ChildProcess, watchdog: Watchdog)? {
        lock.withLock {
            cancelled = true
            return held
        }
    }
}
