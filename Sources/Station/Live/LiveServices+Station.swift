import Capture
import Configuration
import Delivering
import Foundation
import Reading
import Records
import Scanning
import Store
import Terminal
import Texts

extension LiveServices {
    // MARK: - Starting

    func start(_ send: @Sendable (Event) -> Void) throws {
        let isFirstRun = try store.fonds().isEmpty || !FileManager.default.fileExists(atPath: store.folder.configuration)
        send(.settings(try settings(), isFirstRun: isFirstRun))
        send(.status(try status()))
        // Neither keeps the question about lost pages from being asked: both are tried again at the next start.
        tryAtStart(send) { () throws(StoreError) in try store.takeInLeftPreviews() }
        tryAtStart(send) { () throws(StoreError) in try store.settleInterruptedRescans(by: actor) }
        let lost = try store.lookForLostPages().orphans
        if !isFirstRun { openWhatWasLeft(send) }
        // Asked last: the question lies over the dossier that was opened.
        if !lost.isEmpty {
            send(.lostPages(count: lost.count, dossiers: Set(lost.compactMap { $0.place?.code.text }).sorted()))
        }
        startLookingAround()
        startLookingForFiles(send)
    }

    private func tryAtStart(_ send: @Sendable (Event) -> Void, _ body: () throws(StoreError) -> Void) {
        do { try body() } catch {
            note("start", error)
            send(.failed(failure(error)))
        }
    }

    /// Puts the dossier on the desk that the command line names, or that this station scanned last and nobody finished.
    private func openWhatWasLeft(_ send: @Sendable (Event) -> Void) {
        do {
            let id = try firstDossier.map { try store.dossier($0).id } ?? store.dossierLeftOpen(at: actor.station)
            if let id { try open(id, send) }
        } catch StoreError.dossierInUse {
            // Another station has gone on with it.
        } catch {
            send(.failed(failure(error)))
        }
    }

    /// Enters the pages that had arrived when the program last died.
    func recoverLostPages(_ send: @Sendable (Event) -> Void) throws {
        let result = try store.recoverLostPages(holding: session.withLock { $0.dossier.map { [$0.lease] } ?? [] }, by: actor)
        send(.did(Text.recoverDone.with(["adopted": String(result.adopted.count), "aside": String(result.setAside.count)])))
        send(.status(try status()))
        session.withLock { $0.dispatcher }?.wake()
        guard let id = session.withLock({ $0.dossier?.id }) else { return }
        send(.desk(try desk(id)))
        // Where the stack goes on was said without them.
        send(.resumed(id, try whereItStands(store.contents(id))))
    }

    // MARK: - Settings

    private func settings() throws -> StationSettings {
        let configuration = configuration
        let fonds = try store.fonds().first
        return StationSettings(
            agency: fonds?.agencyName ?? "", fondsCode: fonds?.code ?? "", fondsTitle: fonds?.name ?? "",
            station: configuration.stationName, person: configuration.personName, device: device ?? configuration.device,
            exportFolder: configuration.exportTargets.first ?? "", dailyPlan: configuration.dailyPlan, bell: configuration.bell,
            preview: PictureMode(rawValue: configuration.preview) ?? .blocks, typing: Typing(configuration),
            profiles: LiveServices.profileLines(configuration), profile: configuration.profileName,
            handsFree: configuration.handsFree)
    }

    func save(_ settings: StationSettings, _ send: @Sendable (Event) -> Void) throws {
        var configuration = configuration
        configuration.stationName = settings.station
        configuration.personName = settings.person
        configuration.device = settings.device
        // The first target is the one on the form; others are kept.
        let others = configuration.exportTargets.dropFirst().filter { $0 != settings.exportFolder }
        configuration.exportTargets = (settings.exportFolder.isEmpty ? [] : [settings.exportFolder]) + others
        configuration.dailyPlan = settings.dailyPlan
        configuration.bell = settings.bell
        configuration.preview = settings.preview.rawValue
        configuration.inputMethod = settings.typing.method.rawValue
        try configuration.save(to: store.folder.configuration, language: language)
        session.withLock { $0.configuration = configuration }
        try store.saveFonds(
            code: settings.fondsCode, name: settings.fondsTitle, agencyCode: settings.fondsCode, agencyName: settings.agency, by: actor)
        send(.settingsSaved(settings))
        send(.status(try status()))
    }

    func devices() -> Event {
        let found = DeviceSearch(launcher: launcher).devices()
        var lines = found.devices.map { DeviceLine(name: $0.name, title: LiveServices.title(of: $0)) }
        let chosen = device ?? configuration.device
        if chosen.hasPrefix("folder:"), !lines.contains(where: { $0.name == chosen }) {
            lines.insert(DeviceLine(name: chosen, title: chosen), at: 0)
        }
        return .devices(lines, trouble: found.fault.map { [$0.message] } ?? [])
    }

    static func title(of device: DeviceDescription) -> String {
        let title = "\(device.vendor) \(device.model)".trimmingCharacters(in: .whitespaces)
        return title.isEmpty ? device.name : title
    }

    // MARK: - Figures

    func status() throws -> StationStatus {
        let zone = TimeZone(identifier: configuration.timeZone) ?? .ofTheOffice
        let now = store.clock.now()
        let parts = now.parts(in: zone)
        let sinceMidnight = Int64(parts.hour * 3600 + parts.minute * 60 + parts.second) * 1000
        let queue = try store.queueStatus()
        return StationStatus(
            doneToday: try store.settledCount(since: Timestamp(milliseconds: now.milliseconds - sinceMidnight)),
            readingWaiting: queue.waiting + queue.running, readingFailed: queue.failed)
    }

    // MARK: - Looking around

    /// How often other processes' changes are looked for, and workers are given or refused a core.
    private static let lookEvery = 2.0
    /// The OCR queue is tried again so long after it has given up.
    private static let restAfterFailure = Duration.seconds(60)
    /// So long after the last key a reader may have the last core.
    private static let quietTime = Duration.seconds(10)

    /// A thread that runs the OCR queue when nobody else does, gives its workers all cores when nobody scans or types, and
    /// tells what other processes changed.
    private func startLookingAround() {
        let thread = Thread { [self] in
            var mark: Int64 = -1
            var withheld = WithheldOnDesk()
            while !session.withLock({ $0.isEnding }) {
                runQueueIfFree()
                shareCores()
                if let now = try? store.changeMark(), now != mark {
                    mark = now
                    if let status = try? status() { tell.yield(.status(status)) }
                    tellDeskIfReadElsewhere()
                    tellCorrectionIfRead()
                    tellDeskIfWithheldElsewhere(&withheld)
                }
                Thread.sleep(forTimeInterval: LiveServices.lookEvery)
            }
        }
        thread.name = "looking around"
        thread.start()
    }

    private func runQueueIfFree() {
        guard session.withLock({ $0.dispatcher == nil && !$0.isEnding }) else { return }
        let settings = ReadingDispatcher.Settings(configuration, by: actor)
        guard session.withLock({ $0.queueRestsUntil < .now }) else { return }
        do {
            let dispatcher = try ReadingDispatcher(
                store: store, launcher: launcher, settings: settings, logger: logger, tell: { [weak self] event in self?.tell(event) },
                onEnd: { [weak self] reason in self?.queueEnded(reason) })
            let preferred = session.withLock { session in
                session.dispatcher = dispatcher
                return session.dossier?.id
            }
            dispatcher.prefer(preferred)
            dispatcher.start(untilIdle: false)
        } catch .dispatcherRunning {
            // Another station or `tramquet recognise` has it; we take over when it ends.
        } catch {
            note("OCR queue", error)
        }
    }

    /// The queue has given up: it is told once, and tried again later.
    private func queueEnded(_ reason: ReadingError?) {
        session.withLock { session in
            session.dispatcher = nil
            session.queueRestsUntil = .now + LiveServices.restAfterFailure
        }
        guard let reason else { return }
        note("OCR queue", reason)
        tell.yield(.failed(Failure(reason)))
    }

    func shareCores() {
        let (dispatcher, isBusy) = session.withLock {
            ($0.dispatcher, $0.run != nil || .now - $0.lastAct < LiveServices.quietTime)
        }
        let all = ReadingDispatcher.allCores
        dispatcher?.allow(workers: isBusy ? max(1, all - 1) : all)
    }

    private func tell(_ event: ReadingEvent) {
        let (page, dossier): (PageID, DossierID)
        var isTurned = false
        var mark: SecrecyMark?
        switch event {
        case .read(let read, let of, _, let turned, let found): (page, dossier, isTurned, mark) = (read, of, turned, found)
        case .failed(let failed, let of, let error, let found):
            note("OCR of \(failed)", error)
            (page, dossier, mark) = (failed, of, found)
        case .workerDied(let died, let of, let found): (page, dossier, mark) = (died, of, found)
        }
        if let mark, tellOfMark(mark, on: page, dossier) { return }
        if session.withLock({ $0.dossier?.id }) == dossier { return tellOfReadPage(page, dossier) }
        // Finished before it was read: the person is at another dossier.
        guard let summary = try? store.dossier(dossier), isTurned || summary.standing.isSettled && summary.counts.ocrWaiting == 0,
            let contents = try? store.contents(dossier)
        else { return }
        if summary.standing.isSettled, summary.counts.ocrWaiting == 0 { tellOfLateStarts(contents) }
        guard isTurned, let record = contents.pages.first(where: { $0.id == page }) else { return }
        let tile = PageTile(record)
        guard tile.findings.contains(where: { $0.code == .turned }) else { return }
        let isSetUpright = tile.findings.contains { $0.isSetUpright(on: tile) }
        let text = isSetUpright ? Text.wasTurnedElsewhere : .liesTurnedElsewhere
        tell.yield(.noticed(text.with(["code": contents.summary.code.text, "page": String(tile.index)])))
    }

    /// All of a finished dossier is read now: whether documents start where nobody could know of them before.
    private func tellOfLateStarts(_ contents: DossierContents) {
        guard let open = try? documentStarts.find(contents).open.count, open > 0 else { return }
        tell.yield(.noticed(Text.boundariesFoundLate.with(["code": contents.summary.code.text, "count": String(open)])))
    }

    /// One look at the dossier tells of all pages that were read since the last one: readers are not kept waiting, and a thick
    /// dossier is not read page by page.
    private func tellOfReadPage(_ page: PageID, _ dossier: DossierID) {
        let isFirst = session.withLock { session in
            session.readPages[dossier, default: []].append(page)
            return session.readPages[dossier]?.count == 1
        }
        guard isFirst else { return }
        readNews.async { [self] in
            let news = try? look { asOf -> (DossierSummary, [PageRecord], DeskDossier?, Moment) in
                let pages = Set(session.withLock { $0.readPages.removeValue(forKey: dossier) } ?? [])
                let contents = try store.contents(dossier)
                let found = try documentStarts.find(contents)
                // A document may start where nobody knew of one.
                let desk = found == session.withLock { $0.starts } ? nil : try self.desk(contents, found, asOf: asOf)
                return (contents.summary, contents.pages.filter { pages.contains($0.id) }, desk, asOf)
            }
            guard let (summary, pages, desk, asOf) = news else { return }
            for page in pages { tell.yield(.pageChanged(dossier, PageNews(PageTile(page), DeskCounts(summary), asOf: asOf))) }
            if let desk { tell.yield(.desk(desk)) }
        }
    }

    /// Readings that another process' queue commits: the desk is told anew. During a run its own events do that.
    private func tellDeskIfReadElsewhere() {
        let (id, isOurs) = session.withLock { ($0.dossier?.id, $0.dispatcher != nil || $0.run != nil) }
        guard let id, !isOurs, let desk = try? desk(id) else { return }
        tell.yield(.desk(desk))
    }
}

extension ReadingDispatcher.Settings {
    /// - Parameter workers: nil: as configured.
    public init(_ configuration: StationConfiguration, workers: Int? = nil, by actor: Actor) {
        self.init(
            language: configuration.ocrLanguage, fondsLanguages: configuration.fondsLanguages,
            workers: workers ?? (configuration.ocrWorkers > 0 ? configuration.ocrWorkers : ReadingDispatcher.allCores),
            turnsFor: configuration.autoTurn ? actor : nil, station: actor.station)
    }
}
