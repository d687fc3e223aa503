import Capture
import Configuration
import Delivering
import Foundation
import Imaging
import Logging
import Reading
import Records
import Scanning
import Store
import Synchronization
import Texts
import Workers

/// Performs the station's effects against the store, the scanner, the OCR queue and the export.
///
/// Each lane has a queue of its own, because the work blocks: it must not sit on the threads the main loop's tasks share.
public final class LiveServices: StationServices {
    /// What is open at the moment.
    struct Session {
        var configuration: StationConfiguration
        var dossier: (id: DossierID, lease: Lease)?
        var run: CaptureRun?
        var watch: PaperWatch?
        var incoming: IncomingDesk?
        var incomingIsStopped = false
        /// Of the watch, so that the end of an old one does not stop a new one.
        var watchNumber = 0
        /// The newest that ended by itself, perhaps before it was kept.
        var endedWatch = 0
        var dispatcher: ReadingDispatcher?
        var exportIsCancelled = false
        /// What the desk was last told of where documents may start.
        var starts: DocumentFindings?
        /// Pages of which a reader has something to tell.
        var readPages: [DossierID: [PageID]] = [:]
        /// The dossier that is being corrected, and how far its readings were when the screen was last told.
        var correcting: (dossier: DossierID, marks: [PageID: ReadingMark])?
        /// When somebody last did something: readers leave a core free for a while.
        var lastAct = ContinuousClock.now
        var isEnding = false
        /// After the OCR queue has given up it rests a while.
        var queueRestsUntil = ContinuousClock.now
    }

    let store: StationStore
    let launcher: WorkerLauncher
    let logger: Logger
    let language: Language
    let environment: [String: String]
    private let login: String
    /// The device named on the command line wins over the settings.
    let device: String?
    /// The dossier to begin with, named on the command line.
    let firstDossier: DossierCode?
    let configurationPaths: [String]
    let session: Mutex<Session>
    let documentStarts: DocumentStarts
    /// Looks at the store for the desk so far.
    private let looks = Mutex(0)
    let newsStream: AsyncStream<Event>
    let tell: AsyncStream<Event>.Continuation
    private let queues: [EffectLane: DispatchQueue]
    /// Pages whose lines are looked at, decoded.
    let openPages = Mutex<[(page: PageID, image: GreyImage)]>([])
    /// Tells what readers have read.
    let readNews = DispatchQueue(label: "station read news", qos: .utility)

    public init(
        store: StationStore, configuration: StationConfiguration, configurationPaths: [String], launcher: WorkerLauncher,
        logger: Logger, login: String, device: String?, firstDossier: DossierCode?, language: Language,
        environment: [String: String]
    ) {
        self.store = store
        self.launcher = launcher
        self.logger = logger
        self.login = login
        self.device = device
        self.firstDossier = firstDossier
        documentStarts = DocumentStarts(store)
        self.configurationPaths = configurationPaths
        self.language = language
        self.environment = environment
        session = Mutex(Session(configuration: configuration))
        (newsStream, tell) = AsyncStream.makeStream(of: Event.self)
        queues = Dictionary(uniqueKeysWithValues: EffectLane.allCases.map { ($0, DispatchQueue(label: "station \($0)")) })
    }

    public func perform(_ effect: Effect, send: @escaping @Sendable (Event) -> Void) async {
        await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
            let queue = queues[effect.lane] ?? .global()
            queue.async {
                self.session.withLock { $0.lastAct = .now }
                do { try self.act(effect, send) } catch {
                    send(.failed(self.failure(error)))
                    // The screen showed it as done already.
                    if let id = effect.changes, let desk = try? self.desk(id) { send(.desk(desk)) }
                }
                done.resume()
            }
        }
    }

    public func news() -> AsyncStream<Event> { newsStream }

    /// One look at the store for the desk, and its place among the others. One at a time, so that a later one never
    /// shows an earlier state.
    func look<Answer>(_ read: (Moment) throws -> Answer) rethrows -> Answer {
        try looks.withLock { looks in
            looks += 1
            return try read(Moment(looks))
        }
    }

    private func act(_ effect: Effect, _ send: @escaping @Sendable (Event) -> Void) throws {
        switch effect {
        case .start: try start(send)
        case .recoverLostPages: try recoverLostPages(send)
        case .saveSettings(let settings): try save(settings, send)
        case .chooseProfile(let name): try chooseProfile(name, send)
        case .listDevices: send(devices())
        case .bell, .quit: break

        case .loadRegister(let query): send(.register(try register(query)))
        case .addDossier(let code, let title): try open(try add(code: code, title: title), send)
        case .openDossier(let id): try open(id, send)
        case .closeDossier(let id): close(id)

        case .loadBoxes, .countBoxes, .loadBox, .loadBatches, .receiveBox, .returnBox, .recountBox, .acceptBox, .printMinutes, .printSlips:
            try actOnBoxes(effect, send)

        case .setCountedSheets(let id, let count):
            try store.setCountedSheets(id, count, by: actor)
            send(.desk(try desk(id)))
        case .setCountedRoles(let id, let roles):
            try store.setCountedRoles(id, roles, by: actor)
            send(.desk(try desk(id)))
        case .keyPreparation(let id, let keyed):
            try store.keyPreparation(id, keyed.said, from: keyed.sheet, counts: (keyed.sheets, keyed.roles), by: actor)
            send(.desk(try desk(id)))
        case .startScan(let id, let position): try scan(id, position, send)
        case .takeIncoming(let id, let position): takeIncoming(id, position, send)
        case .watchPaper: startWatch()
        case .stopWatching: stopWatch()
        case .stopScan: session.withLock { session in
            session.incomingIsStopped = true
            return session.run
        }?.cancel()
        case .page(let id, let page, let action):
            try act(action, on: page)
            send(.desk(try desk(id)))
        case .confirmBlanks(let id, let pages):
            try store.setBlank(pages, .confirmed, by: actor)
            send(.desk(try desk(id)))
        case .splitAt(let id, let pages):
            try store.split(before: pages, by: actor)
            send(.desk(try desk(id)))
        case .dismissBoundaries(let id, let pages):
            try store.dismissHeads(pages, by: actor)
            send(.desk(try desk(id)))
        case .acceptFindings(let id, let findings):
            try store.accept(findings.map { ($0.page, $0.code) }, by: actor)
            send(.desk(try desk(id)))
        case .reserve(let id, let kind, let after):
            try store.reserve(kind, in: id, after: after, by: actor)
            send(.desk(try desk(id)))
        case .release(let id, let place):
            try store.release(place, by: actor)
            send(.desk(try desk(id)))
        case .findOthers(let id, let text, let keys): send(.others(text: text, try others(than: id, text, keys)))
        case .transfer(let id, let page, let target): try transfer(id, page, to: target, send)
        case .transferToNew(let id, let page, let code, let title):
            try transfer(id, page, to: try add(code: code, title: title, box: try store.dossier(id).fields.box), send)
        case .undo(let id):
            let kind = try store.undo(id, by: actor)
            send(.desk(try desk(id)))
            send(.did(Text.undoneLine.with(["what": kind.text(language)])))
        case .redo(let id):
            let kind = try store.redo(id, by: actor)
            send(.desk(try desk(id)))
            send(.did(Text.redoneLine.with(["what": kind.text(language)])))
        case .finishDossier(let id, let override): try finish(id, override, send)
        case .withhold(let page, let onDesk): try withhold(page, onDesk, send)
        case .rewithhold(let page, let onDesk, let scope, let reason): try rewithhold(page, onDesk, scope, reason, send)
        case .withholdDossier(let id, let reason): try withhold(id, reason, send)
        case .takeBackWithholding(let subject): try takeBack(subject, send)
        case .releaseWithheld(let id, let withholding, let words):
            try store.releaseWithheld(withholding, detail: words, by: actor)
            session.withLock { $0.dispatcher }?.wake()
            send(.desk(try desk(id)))

        case .loadPicture(let request): send(picture(request))
        case .loadText(let page, let query): send(.text(try text(page, finding: query)))
        case .openCorrection, .loadCorrectionText, .correct, .correctAlike, .undoCorrection, .redoCorrection, .findAlike, .suggest, .findNextToCorrect:
            try actOnCorrection(effect, send)
        case .readAgain(let id, let pages, let isOnDesk): try readAgain(id, pages, isOnDesk, send)
        case .loadSample, .answerLine, .takeBackLine, .keepLineDraft: try actOnSample(effect, send)
        case .search(let query, let limit): send(.searchResults(try search(query, limit: limit)))

        case .loadWithheld: send(.withheldAll(try withheldEverywhere()))
        case .printReplacementSlip(let id): send(.did(try printReplacementSlip(id)))

        case .loadQueue: send(.queue(try queue()))
        case .retryFailed:
            let count = try store.retryFailedJobs(by: actor)
            session.withLock { $0.dispatcher }?.wake()
            send(.queue(try queue()))
            send(.did(Text.didRetryFailed.with(["count": String(count)])))

        case .planExport(let target): plan(target, send)
        case .export(let target): export(target, send)
        case .stopExport: session.withLock { $0.exportIsCancelled = true }
        }
    }

    // MARK: - Who and with what

    var configuration: StationConfiguration { session.withLock { $0.configuration } }

    var actor: Actor {
        let name = configuration.stationName
        return Actor(person: login, station: name.isEmpty ? ProcessInfo.processInfo.hostName : name)
    }

    func failure(_ error: any Error) -> Failure {
        if let error = error as? any ReportableError { return Failure(error) }
        logger.error("\(error)")
        return Failure(StoreError.database("\(error)"))
    }

    /// The text of a failure's file goes to the log as well; the screen forgets.
    func note(_ what: String, _ error: any Error) { logger.error("\(what): \(error)") }

    /// Gives back what is held, so that nothing is left behind when the program ends in order.
    public func end() {
        let (dispatcher, run, incoming) = session.withLock { session in
            defer {
                session.dossier = nil
                session.isEnding = true
                session.incomingIsStopped = true
            }
            return (session.dispatcher, session.run, session.incoming)
        }
        run?.cancel()
        incoming?.stop()
        stopWatch()
        dispatcher?.stop()
        tell.finish()
    }
}
