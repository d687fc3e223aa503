import Capture
import Foundation
import Imaging
import Reading
import Records
import Scanning
import Store
import Synchronization
import Terminal
import Texts

extension LiveServices {
    // MARK: - Register

    func register(_ query: RegisterQuery) throws -> RegisterLines {
        func lines(_ text: String) throws -> (lines: [DossierSummary], total: Int) {
            try store.register(
                matching: text, box: query.box.isEmpty ? nil : query.box, number: Int(query.number), limit: query.limit, offset: query.offset)
        }
        var found = try lines(query.text)
        if found.total == 0, let keys = query.keys { found = try lines(keys) }
        let suspected = try store.coversSuspected(in: found.lines.map(\.id))
        let shown = found.lines.map { summary in
            var line = DossierLine(summary)
            line.coverSuspected = suspected[summary.id]?.first.map { $0.number.map(String.init) ?? $0.code.text }
            return line
        }
        return RegisterLines(query: query, lines: shown, total: found.total)
    }

    /// - Parameter box: that it lies in, if that is known.
    func add(code: String, title: String, box: String? = nil) throws -> DossierID {
        let checked: DossierCode
        do { checked = try DossierCode(code) } catch { throw StoreError.invalidCode(code, error) }
        return try store.addDossier(
            code: checked, fields: DossierFields(title: title, box: box), fonds: try store.fonds().first?.id, by: actor)
    }

    func open(_ id: DossierID, _ send: @Sendable (Event) -> Void) throws {
        if session.withLock({ $0.dossier?.id }) != id {
            take(id, try store.leaseDossier(id, code: try store.dossier(id).code))
            session.withLock { $0.incoming }?.lookAgain()
        }
        let (contents, desk) = try look { asOf -> (DossierContents, DeskDossier) in
            let contents = try store.contents(id)
            return (contents, try self.desk(contents, documentStarts.find(contents), asOf: asOf))
        }
        send(.dossierOpened(desk))
        try tellIfAway(id, send)
        if let stop = try whereItStands(contents) { send(.resumed(id, stop)) }
    }

    /// Where to go on with a dossier that was left in the middle of its stack; nil where nothing is to come, or only what was
    /// set apart or waits for its back.
    func whereItStands(_ contents: DossierContents) throws -> RunStop? {
        let id = contents.summary.id
        guard !contents.summary.standing.isSettled, let counted = contents.summary.countedSheets,
            let last = contents.pages.last(where: { $0.role == .document }), try store.frontsAwaitingBacks(id).isEmpty,
            contents.summary.counts.sheets + contents.placeholders.count(where: \.isOpen) < counted
        else { return nil }
        return RunStop(
            reason: .cancelled, pages: contents.pages.count, lastGood: contents.pages.suffix(3).map(PageTile.init),
            takeBack: SheetLabels.number(last.label).map { String($0 + 1) }, firstLines: try firstLines(of: contents.pages.suffix(3)),
            isResumed: true)
    }

    /// The dossier is the one at the desk from now on.
    fileprivate func take(_ id: DossierID, _ lease: Lease) {
        let dispatcher = session.withLock { session in
            session.dossier = (id, lease)
            return session.dispatcher
        }
        dispatcher?.prefer(id)
    }

    func close(_ id: DossierID) {
        session.withLock { session in
            if session.dossier?.id == id { session.dossier = nil }
        }
    }

    // MARK: - Desk

    func desk(_ id: DossierID) throws -> DeskDossier {
        try look { asOf in
            let contents = try store.contents(id)
            return try desk(contents, documentStarts.find(contents), asOf: asOf)
        }
    }

    /// - Parameter found: in these contents.
    func desk(_ contents: DossierContents, _ found: DocumentFindings, asOf: Moment) throws -> DeskDossier {
        let id = contents.summary.id
        session.withLock { $0.starts = found }
        let steps = try store.undoable(id)
        let firstPages = Dictionary(contents.pages.enumerated().map { ($1.document, $0) }) { first, _ in first }
        var desk = DeskDossier(
            id: id, code: contents.summary.code.text, title: contents.summary.fields.title,
            stage: DossierStage(contents.summary),
            documents: contents.documents.map {
                DeskDocument(id: $0.id, number: $0.number, pageCount: $0.pages.count, firstPage: firstPages[$0.id] ?? 0)
            },
            pages: contents.pages.map(PageTile.init), dropped: DroppedPlaces(contents).tiles().reversed(),
            counts: DeskCounts(contents.summary),
            undo: steps.undo?.text.phrase, redo: steps.redo?.text.phrase, pagesSinceUndo: steps.pagesSince, places: contents.placeholders.map(DeskPlace.init),
            missingNumbers: contents.pages.isEmpty ? [] : contents.missingNumbers, doubledLabels: contents.doubledLabels,
            frontsAwaiting: try store.frontsAwaitingBacks(id).count,
            proposals: found.proposals, listed: found.comparison, asOf: asOf)
        desk.withheld = try withholdings(in: contents)
        desk.unnamed = contents.unnamedParts.compactMap { DeskPart($0, in: contents) }
        desk.preparation = try preparation(of: contents.summary)
        desk.coversSuspected = try store.coversSuspected(in: [id])[id]?.map(\.code.text) ?? []
        return desk
    }

    private func preparation(of summary: DossierSummary) throws -> DeskPreparation? {
        let sheet = try store.preparationSheet(of: summary.id)
        guard sheet != nil || summary.preparation != nil else { return nil }
        return DeskPreparation(
            said: summary.preparation?.said, sheet: sheet.map(PageTile.init), isWanted: sheet?.isKeyed == false,
            lastPreparer: summary.preparation == nil ? try store.lastPreparer() : nil)
    }

    func act(_ action: PageAction, on page: PageID) throws {
        switch action {
        case .split: try store.split(before: page, by: actor)
        case .merge: try store.merge(documentOf: page, by: actor)
        case .drop: try store.drop([page], by: actor)
        case .dropRun: try store.dropRun(of: page, by: actor)
        case .restore: try store.restore([page], by: actor)
        case .moveUp: try store.move(page, to: .earlier, by: actor)
        case .moveDown: try store.move(page, to: .later, by: actor)
        case .turn(let degrees):
            try store.turn(page, quarterTurns: degrees / 90, by: actor)
            session.withLock { $0.dispatcher }?.wake()
        case .confirmBlank: try store.setBlank([page], .confirmed, by: actor)
        case .markNotBlank: try store.setBlank([page], .notBlank, by: actor)
        case .accept(let code): try store.accept([(page, code)], by: actor)
        case .deskew(let degrees): try store.setDeskew(page, degrees, by: actor)
        case .label(let label): try store.setLabel(ofSheetWith: page, label, by: actor)
        case .role(let role): try store.setRole(ofSheetWith: page, role, by: actor)
        case .countsAs(let count): try store.setCountsAs(page, count, by: actor)
        }
    }

    /// Dossiers that pages of this one may belong to: with no text those behind it in its box, which its stack went on with; else
    /// all that match, those of its box first.
    func others(than id: DossierID, _ text: String, _ keys: String?) throws -> [DossierLine] {
        let most = 60
        let own = try store.dossier(id)
        func found(_ text: String) throws -> [DossierSummary] {
            let box = text.isEmpty ? own.fields.box : nil
            let lines = try store.register(matching: text, box: box, limit: most).lines.filter { $0.id != id }
            guard text.isEmpty, let number = own.fields.numberInBox else {
                let isNear: (DossierSummary) -> Bool = { $0.fields.box != nil && $0.fields.box == own.fields.box }
                return lines.filter(isNear) + lines.filter { !isNear($0) }
            }
            return lines.filter { $0.fields.numberInBox ?? 0 > number } + lines.filter { $0.fields.numberInBox ?? 0 <= number }
        }
        var lines = try found(text)
        if lines.isEmpty, let keys { lines = try found(keys) }
        return lines.map(DossierLine.init)
    }

    func transfer(_ id: DossierID, _ page: PageID, to target: DossierID, _ send: @Sendable (Event) -> Void) throws {
        let lease = try store.leaseDossier(target, code: try store.dossier(target).code)
        defer { withExtendedLifetime(lease) {} }
        let moved = try store.transfer(from: page, to: target, by: actor)
        send(.desk(try desk(id)))
        send(.did(moved.phrase))
    }

    func finish(_ id: DossierID, _ override: FinishOverride?, _ send: @Sendable (Event) -> Void) throws {
        var override = override
        if case .recounted(let count) = override {
            // The new count is the count: nothing is overridden, and what still differs is said again.
            try store.setCountedSheets(id, count, by: actor)
            override = nil
            send(.desk(try desk(id)))
        }
        do {
            try store.finish(id, override: override.map(OverrideReason.init), by: actor)
            send(.desk(try desk(id)))
            send(.finished(id, code: try store.dossier(id).code.text))
            send(.status(try status()))
        } catch StoreError.countsDiffer(_, let counted, let sheets) {
            send(.countMismatch(CountMismatch(dossier: id, counted: counted, scanned: sheets, missingSheets: try missingLabels(id))))
        } catch StoreError.notComplete {
            let summary = try store.dossier(id)
            send(.countMismatch(CountMismatch(
                dossier: id, counted: summary.countedSheets, scanned: summary.counts.sheets,
                notes: DeskCounts(summary).missing.filter { ["placeholders", "other_sheets"].contains($0.code) }.map(\.message))))
        } catch StoreError.notCounted {
            send(.countMismatch(CountMismatch(dossier: id, counted: nil, scanned: try store.dossier(id).counts.sheets)))
        }
    }

    /// Pencil numbers of sheets that are not there, as far as that can be known: gaps, and those behind the last one.
    private func missingLabels(_ id: DossierID) throws -> [String] {
        try store.contents(id).missingNumbers.map(String.init)
    }

    // MARK: - Scanning

    func scan(_ id: DossierID, _ position: ScanPosition, _ send: @escaping @Sendable (Event) -> Void) throws {
        stopWatch()
        do { try runScanner(id, position, send) } catch {
            // The run ends on the screen too, whatever kept it from starting.
            let failure = failure(error)
            note("scan", error)
            send(.run(.stopped(RunStop(reason: .error, failure: failure, pages: 0))))
            send(.desk(try desk(id)))
        }
    }

    private func runScanner(_ id: DossierID, _ position: ScanPosition, _ send: @escaping @Sendable (Event) -> Void) throws {
        let configuration = configuration
        let device = device ?? configuration.device
        guard !device.isEmpty else { throw ScanFault.cannotOpen(device: "–") }
        let before = try store.contents(id)
        let settings = try configuration.scanSettings()
        var order = CaptureOrder(dossier: id, device: device, settings: settings)
        try place(&order, position, in: before)
        let (end, contents) = try capture(order, before, send)
        // A leaf that is set apart lies on the glass; where there is none, it comes as everything else does.
        let isOneSheet = switch position { case .into, .replacing: true; case .end, .before, .backs: false }
        if isOneSheet, case ScanFault.noSuchSource? = end.fault as? ScanFault, end.stored.isEmpty, order.settings.source != settings.source {
            return try tell(try capture(order.withSource(of: settings), before, send), before, position, id, send)
        }
        try tell((end, contents), before, position, id, send)
    }

    /// One run of the device, told as it goes.
    private func capture(
        _ order: CaptureOrder, _ before: DossierContents, _ send: @escaping @Sendable (Event) -> Void
    ) throws -> (end: CaptureEnd, contents: DossierContents) {
        let (id, insertion) = (order.dossier, order.insertion)
        let run = CaptureRun(
            store: store, actor: actor, order: order, launcher: launcher,
            patience: .init(startSeconds: configuration.startSeconds, environment: environment), logger: logger)
        session.withLock { $0.run = run }
        shareCores()
        defer {
            session.withLock { $0.run = nil }
            shareCores()
        }
        let narrator = RunNarrator(
            services: self, dossier: id, sheetsBefore: insertion == .end ? before.summary.counts.sheets : nil, send: send)
        guard let lease = session.withLock({ $0.dossier.flatMap { $0.id == id ? $0.lease : nil } }) else {
            throw StoreError.dossierInUse(before.summary.code.text)
        }
        let end = try run.run(holding: lease) { narrator.tell($0) }
        narrator.flush()
        return (end, try store.contents(end.dossier ?? id))
    }

    /// How a run ended, and what the person needs to go on.
    private func tell(
        _ ended: (end: CaptureEnd, contents: DossierContents), _ before: DossierContents, _ position: ScanPosition, _ first: DossierID, _ send: @escaping @Sendable (Event) -> Void
    ) throws {
        let (end, contents) = ended
        let id = end.dossier ?? first
        // The last good pages of this run, as they lie in the dossier now.
        let last = end.pages.compactMap { stored in contents.pages.first { $0.id == stored.page } }.suffix(3)
        let fronts = try store.frontsAwaitingBacks(id)
        let takeBack = end.sheetToTakeBack.flatMap { _ -> String? in
            switch position {
            case .backs(let reversed):
                let next = reversed ? fronts.last : fronts.first
                return try? sheetName(next, in: contents)
            case .replacing(let page): return before.pages.first { $0.id == page }?.label
            case .into(let place): return before.placeholders.first { $0.id == place }?.label
            case .end, .before:
                // With nothing stored, what lay in front of the run tells where it stands.
                let front = last.last ?? pageBefore(position, in: id == first ? before : contents)
                // A place that a printed sheet opened since has its number too.
                let opened = contents.placeholders.last { $0.isOpen && $0.code != nil && $0.pagesBefore == front?.index ?? 0 }
                return SheetLabels.number(opened?.label ?? front?.label ?? "0").map { String($0 + 1) }
            }
        }
        // Of backs every side counts: they are compared with the stack of fronts.
        let stored = if case .backs = position { end.stored.count } else { end.pages.count }
        send(.run(.stopped(RunStop(
            reason: end.reason, failure: end.fault.map { Failure($0) }, pages: stored, lastGood: last.map(PageTile.init),
            takeBack: takeBack, firstLines: try firstLines(of: last),
            frontsAwaiting: fronts.count, coversMissing: try store.coversMissing(inStackOf: end.dossiers.map(\.dossier)).map { $0.words(language) },
            boxesAway: try boxesAway(of: end.dossiers.dropFirst().map(\.dossier))))))
        send(.desk(try desk(id)))
        send(.status(try status()))
    }
}

extension LiveServices {
    /// How a sheet is called to the person who looks for it in a stack: by its number, or as the separator behind a sheet.
    private func sheetName(_ sheet: SheetID?, in contents: DossierContents) throws -> String? {
        guard let sheet else { return nil }
        if let page = contents.pages.first(where: { $0.sheetID == sheet }) { return page.label }
        guard let separator = contents.dropped.first(where: { $0.sheetID == sheet }) else { return nil }
        let before = contents.pages.last { $0.run == separator.run && $0.id < separator.id }
        return Text.separatorBehind.with(["sheet": before?.label ?? "0"])(language)
    }

    /// Where the pages of a run go, and what the device is to give for that.
    func place(_ order: inout CaptureOrder, _ position: ScanPosition, in contents: DossierContents) throws {
        switch position {
        case .end: order.insertion = .end
        case .before(let page):
            guard contents.pages.contains(where: { $0.id == page }) else { return }
            order.insertion = pageBefore(position, in: contents).map { .after($0.id) } ?? .beginning
        case .replacing(let page): order.takeAgain(page, in: contents)
        case .into(let place):
            guard let kept = contents.placeholders.first(where: { $0.id == place }) else { throw StoreError.noSuchPlaceholder(place.description) }
            order.take(into: kept)
        case .backs(let reversed):
            let fronts = try store.frontsAwaitingBacks(order.dossier)
            guard !fronts.isEmpty else { throw StoreError.actionImpossible(Text.backsWithoutFronts.phrase) }
            order.insertion = .backs(of: reversed ? fronts.reversed() : fronts)
        }
    }

    /// The page in front of what a run brings.
    private func pageBefore(_ position: ScanPosition, in contents: DossierContents) -> PageRecord? {
        guard case .before(let page) = position else { return contents.pages.last { $0.role == .document } }
        return contents.pages.firstIndex { $0.id == page }.flatMap { $0 > 0 ? contents.pages[$0 - 1] : nil }
    }

    /// The beginnings of pages' texts, as far as they have been read.
    private func firstLines(of pages: some Sequence<PageRecord>) throws -> [PageID: String] {
        let lines = try pages.filter { $0.withheld == nil }.compactMap { page in try firstLine(of: page.id).map { (page.id, $0) } }
        return Dictionary(lines) { first, _ in first }
    }

    /// The beginning of a page's text, if it has been read.
    private func firstLine(of page: PageID) throws -> String? {
        guard let words = try store.words(of: page)?.recognised.words, let first = words.first else { return nil }
        return words.prefix { $0.line == first.line }.map(\.text).joined(separator: " ")
    }
}

/// Turns what a run tells into the station's events: bands thinned, pages as tiles with counts.
final class RunNarrator: Sendable {
    private let services: LiveServices
    /// Whose pages come.
    private struct Place {
        var dossier: DossierID
        /// Sheets of the dossier in front of the run; nil when pages go in between others.
        var sheetsBefore: Int?
    }

    private let place: Mutex<Place>
    private let send: @Sendable (Event) -> Void
    private let bands = BandThinner()

    init(services: LiveServices, dossier: DossierID, sheetsBefore: Int?, send: @escaping @Sendable (Event) -> Void) {
        self.services = services
        place = Mutex(Place(dossier: dossier, sheetsBefore: sheetsBefore))
        self.send = send
    }

    func tell(_ event: CaptureEvent) {
        switch event {
        case .opened(let device, let chosen):
            let settings = Text.chosenSettings.with([
                "dpi": String(chosen.dpi), "mode": chosen.mode.text(services.language),
                "sides": (chosen.duplex ? Text.twoSides : .oneSide)(services.language),
            ])
            send(.run(.started(
                RunID(services.store.identifiers.next()),
                device: DeviceLine(name: device.name, title: LiveServices.title(of: device)), settings: settings)))
            send(.run(.unmet(chosen.unmet.map(\.note))))
        case .waiting(let wait): send(.run(.waiting(wait.text)))
        case .pageBegan(let start):
            flush()
            bands.begin()
            bands.announced = start.width.map { ($0, start.height) }
        case .band(let band):
            if bands.isFirst(of: band) {
                let height = bands.announced.flatMap { size in size.1.map { $0 * band.width / max(1, size.0) } }
                send(.run(.pageBegan(width: band.width, height: height)))
            }
            if let rows = bands.add(band.pixels) { send(.run(.rows(rows))) }
        case .turned(let next, let lease):
            place.withLock { $0 = Place(dossier: next.id, sheetsBefore: next.counts.sheets) }
            // Whoever looked at the other dossier until now does so no more.
            services.take(next.id, lease)
            if let desk = try? services.desk(next.id) { send(.run(.turned(desk))) }
            if let away = try? services.boxesAway(of: [next.id]).first { send(.noticed(Text.boxesAway.with(["dossiers": away]))) }
        case .pageStored(let page):
            let (dossier, sheetsBefore) = place.withLock { ($0.dossier, $0.sheetsBefore) }
            guard let (summary, withheld, asOf) = try? services.look({ asOf in
                (try services.store.dossier(dossier), try services.store.withholdingReason(of: page.page), asOf)
            }) else { return }
            if let separation = page.separation {
                send(.run(.separated(separation.phrase(services.language), DeskCounts(summary))))
                if let desk = try? services.desk(dossier) { send(.desk(desk)) }
                return
            }
            var tile = PageTile(
                id: page.page, index: summary.counts.pages, sheetLabel: String((sheetsBefore ?? 0) + page.sheetOfDossier + page.before.places), side: page.side,
                document: page.document, findings: page.findings, blank: page.blank, width: page.facts.width, height: page.facts.height,
                run: page.run)
            // Behind the panic key, while the feeder runs on.
            if withheld != nil { (tile.withheld, tile.findings) = (withheld, []) }
            send(.run(.pageStored(PageNews(tile, DeskCounts(summary), asOf: asOf), atEnd: sheetsBefore != nil)))
            if sheetsBefore == nil, let desk = try? services.desk(dossier) { send(.desk(desk)) }
            services.session.withLock { $0.dispatcher }?.wake()
        }
    }

    func flush() {
        if let rows = bands.rest() { send(.run(.rows(rows))) }
    }
}

/// Collects preview rows so that the screen gets them some fifteen times a second and not more often.
///
/// `@unchecked Sendable`: used on the run's thread only.
private final class BandThinner: @unchecked Sendable {
    var announced: (Int, Int?)?
    private var waiting: [UInt8] = []
    private var last = ContinuousClock.now
    private var page: PageID?

    func begin() { waiting = [] }

    func isFirst(of band: PreviewBand) -> Bool {
        defer { page = band.page }
        return page != band.page
    }

    func add(_ pixels: Data) -> [UInt8]? {
        waiting += pixels
        guard .now - last > .milliseconds(66) else { return nil }
        last = .now
        return rest()
    }

    func rest() -> [UInt8]? {
        guard !waiting.isEmpty else { return nil }
        defer { waiting = [] }
        return waiting
    }
}
