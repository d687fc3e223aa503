import Records
import Texts

extension Model {
    /// Takes an event from outside.
    mutating func apply(_ event: Event) -> [Effect] {
        switch event {
        case .settings(let settings, let isFirstRun): return take(settings, isFirstRun: isFirstRun)
        case .settingsSaved(let settings): return settingsSaved(settings)
        case .profileChosen(let name): profileChosen(name)
        case .devices(let devices, let trouble):
            setup.devices = devices
            setup.deviceTrouble = trouble
            setup.isLookingForDevices = false
            if setup.isFirstRun, setup[.device].isEmpty, let first = devices.first { setup[.device].replace(with: first.name) }
            return []
        case .status(let status):
            self.status = status
            return lookAtBoxesAgain() + lookForLinesAgain() + lookAtListAgain()
        case .lostPages(let count, let dossiers):
            layers.append(.question(Question(subject: .recoverLostPages(count: count, dossiers: dossiers))))
            return bellIfWanted()
        case .did(let phrase): say(.done, phrase)
        case .noticed(let phrase): notice(phrase)
        case .failed(let failure): return fail(failure)
        case .register(let lines):
            register.take(lines)
            return openAwaitedDossier()
        case .dossierOpened(let dossier): opened(dossier)
        case .boxIsAway(let id, let box):
            if id == desk.dossier?.id { say(.warning, Text.boxWentBack.with(["box": box])) }
        case .boxes(let lines): return take(lines)
        case .boxCounts(let counts): boxes.counts = counts
        case .box(let box): take(box)
        case .batches(let batches): take(batches)
        case .boxChanged(let box, let what): return boxChanged(box, what)
        case .boxUnknown(let label, let nearest): boxIsUnknown(label, nearest)
        case .boxIsHere(let box): boxIsHere(box)
        case .boxNotDone(let box): boxIsNotDone(box)
        case .printed(let paper): printed(paper)
        case .resumed(let id, let stop):
            guard id == desk.dossier?.id, !desk.run.isUnderWay else { return [] }
            layers.removeAll { if case .runStopped(let earlier) = $0 { earlier.isResumed } else { false } }
            if let stop { tellUnderDialogs(.runStopped(stop)) }
        case .desk(let dossier):
            guard dossier.id == desk.dossier?.id else { return [] }
            takeNews { $0.take(dossier) }
            forgetWithheld()
            closeSettledGrids()
            noteRead(dossier.pages)
            return followWithheld()
        case .pageChanged(let dossier, let news):
            if dossier == desk.dossier?.id { takeNews { $0.take(.changed, news) } }
            correction.pageChanged(news.page)
            noteRead([news.page])
            let (page, read) = (news.page, reader.text?.page)
            if reader.page == page.id, read?.reading != page.reading || read?.turn != page.turn { return [.loadText(page.id, finding: reader.finding)] }
        case .others(let text, let lines): return takeOthers(text, lines)
        case .run(let event): return apply(event)
        case .sensed(let paper, let button): return sensed(Sensors(paper: paper, button: button))
        case .watchEnded(let why): watchEnded(why)
        case .countMismatch(let mismatch):
            guard mismatch.dossier == desk.dossier?.id else { return [] }
            layers.append(.finishDossier(FinishState(mismatch)))
            return bellIfWanted()
        case .finished(let id, let code): return finished(id, code)
        case .withheld(let pages, let asked): return withheld(pages, asked: asked)
        case .notWithheld(let asked): return notWithheld(asked)
        case .secrecyFoundElsewhere(let failure, let pages):
            let effects = withheldElsewhere(pages)
            // Whoever types would answer a dialog unread, and lose what she types.
            if isTyping { say(.trouble, failure.message) } else { tellUnderDialogs(.notice(failure)) }
            return effects + bellIfWanted()
        case .secrecyFound(let id, let page, let mark):
            guard let dossier = desk.dossier, id == dossier.id else { return [] }
            return secrecyFound(in: dossier.code, page: page, mark)
        case .pageImage(let request, let image): pictures.set(.drawn(request.draw(image, theme: theme)), for: request)
        case .pictureUnavailable(let request, _): pictures.set(.unavailable, for: request)
        case .text(let text):
            take(text)
        case .correction(let dossier, let target): return take(dossier, for: target)
        case .correctionText(let text): take(text)
        // The list may have been asked for before the correction was written.
        case .corrected(let answer): return take(answer) + (screen == .search ? foundAgain : [])
        case .alike(let text, let lines): take(alike: lines, for: text)
        case .suggestions(let page, let word, let suggestions): correction.texts[page]?.note(suggestions, for: word)
        case .nextToCorrect(let dossier, let next): return take(next, after: dossier)
        case .notReadAgain(let dossier): rereading.forget(dossier)
        case .withheldElsewhere(let pages): return withheldElsewhere(pages)
        case .correctionRead(let dossier, let pages, let readings):
            guard dossier == correction.dossier?.id else { return [] }
            correction.note(pages, readings: readings)
            noteRead(pages.map(\.tile))
        case .sample(let desk): take(desk)
        case .searchResults(let results):
            guard results.query == search.field.text else { return [] }
            search.take(results, hidden: hidden)
        case .queue(let status):
            queue.status = status
            queue.list.clamp(to: status.lines.count)
        case .withheldAll(let answer): withheldAll.take(answer)
        case .exportPlan(let plan):
            guard plan.target == export.target.text else { return [] }
            export.plan = plan
            if case .failed = export.phase { export.phase = .planning }
        case .exportProgress(let progress):
            if case .stopping = export.phase { export.phase = .stopping(progress) } else { export.phase = .running(progress) }
        case .exportFinished(let result): return exportFinished(result)
        case .incoming(let count): return incoming(count)
        case .incomingTaken(let result): return incomingTaken(result)
        case .exportFailed(let failure):
            let wasRunning = export.isRunning
            export.phase = .failed(failure)
            // A folder that is still being typed is no reason to ring: the pane says what is amiss.
            guard wasRunning else { return [] }
            say(.trouble, failure.message)
            return bellIfWanted()
        }
        return []
    }

    private mutating func take(_ settings: StationSettings, isFirstRun: Bool) -> [Effect] {
        self.settings = settings
        typing = settings.typing
        if let inputMethodWish { typing.method = inputMethodWish }
        setup.isFirstRun = isFirstRun
        guard isFirstRun else { return desk.dossier == nil ? [.loadRegister(register.query)] : [] }
        screen = .setup
        return enterSetup()
    }

    private mutating func settingsSaved(_ saved: StationSettings) -> [Effect] {
        let wasFirst = setup.isFirstRun
        if saved.preview != settings.preview { previewWish = nil }
        if saved.typing != settings.typing { typing = saved.typing }
        if saved.exportFolder != settings.exportFolder, !export.isRunning {
            export = ExportState()
            export.target.replace(with: saved.exportFolder)
        }
        settings = saved
        if watch == .failed { watch = .off }
        setup.isFirstRun = false
        setup.fill(from: saved)
        let effects = screen == .setup ? go(to: wasFirst || desk.dossier == nil ? .register : .scanDesk) : []
        say(.done, Text.settingsSaved)
        return effects
    }

    mutating func fail(_ failure: Failure) -> [Effect] {
        // The withholding itself is told; what was asked of the page until then needs no dialog of its own.
        if failure.code == "withheld", screen == .correction {
            say(.warning, Text.correctionWithheldMeanwhile)
            return []
        }
        message = nil
        handoverFailed()
        layers.append(.notice(failure))
        return bellIfWanted()
    }

    private mutating func finished(_ id: DossierID, _ code: String) -> [Effect] {
        guard id == desk.dossier?.id else { return [] }
        let unread = desk.unreadPages
        let short = desk.dossier?.preparationShort.first
        desk = DeskState(keepingDeviceOf: desk)
        closeDialogsOfTheDesk()
        register.clearFilter()
        register.finished = id
        screen = .register
        if let short {
            say(.warning, Text.finishedShort.filled { ["code": code, "short": short.phrase($0)] })
        } else {
            say(.done, (unread == 0 ? Text.dossierFinished : .dossierFinishedUnread).with(["code": code, "count": String(unread)]))
        }
        return [.closeDossier(id), .loadRegister(register.query)]
    }

    private mutating func exportFinished(_ result: ExportResult) -> [Effect] {
        export.phase = .finished(result)
        export.plan = nil
        if let folder = result.folder {
            say(.done, Text.exportDone.with(["dossiers": String(result.dossiers), "folder": folder]))
        } else {
            say(.done, Text.exportNothingNew)
        }
        return bellIfWanted()
    }

    /// The desk takes news of its dossier: the list of findings stays on its line, whatever was found meanwhile, and a page
    /// that was set upright is told.
    private mutating func takeNews(_ take: (inout DeskState) -> Void) {
        let known = Set(desk.openFindings.map(OpenFinding.init))
        let proposed = selectedProposal?.page.id
        let selected = findingsList.flatMap { desk.openFindings.indices.contains($0.selected) ? OpenFinding(desk.openFindings[$0.selected]) : nil }
        take(&desk)
        let open = desk.openFindings
        if var list = findingsList, let at = open.firstIndex(where: { OpenFinding($0) == selected }) {
            list.select(at, count: open.count)
            findingsList = list
        }
        // The list of proposals too: what is read meanwhile may add one above.
        if case .boundaries(var list)? = layers.last, let at = desk.proposals.firstIndex(where: { $0.page.id == proposed }) {
            list.select(at, count: desk.proposals.count)
            layers[layers.count - 1] = .boundaries(list)
        }
        let upright = open.last { $0.finding.isSetUpright(on: $0.page) && !known.contains(OpenFinding($0)) }
        if let upright { notice(Text.setUpright(upright.finding, onDesk: screen == .scanDesk).with(["page": String(upright.page.index)])) }
    }

    /// Of the list of findings, wherever it lies in the stack of layers.
    private var findingsList: ListState? {
        get {
            for case .findings(let list) in layers { return list }
            return nil
        }
        set {
            guard let newValue else { return }
            layers = layers.map { if case .findings = $0 { .findings(newValue) } else { $0 } }
        }
    }

    /// What nobody asked for never hides a warning or trouble.
    mutating func notice(_ phrase: Phrase) {
        if message == nil || message?.kind == .done { say(.done, phrase) }
    }

    /// A grid or list that a change has emptied closes itself.
    mutating func closeSettledGrids() {
        layers.removeAll { layer in
            switch layer {
            case .blanks: desk.blanksInQuestion.isEmpty
            case .dropped: desk.dossier?.dropped.isEmpty != false
            case .findings: desk.openFindings.isEmpty
            case .boundaries: desk.proposals.isEmpty
            case .contactSheet, .numbers: desk.dossier?.pages.isEmpty != false
            case .withheld: desk.dossier?.withheld.isEmpty != false
            default: false
            }
        }
        guard let top = layers.indices.last else { return }
        switch layers[top] {
        case .blanks(var list):
            list.clamp(to: desk.blanksInQuestion.count)
            layers[top] = .blanks(list)
        case .dropped(var list):
            list.clamp(to: desk.dossier?.dropped.count ?? 0)
            layers[top] = .dropped(list)
        case .findings(var list):
            list.clamp(to: desk.openFindings.count)
            layers[top] = .findings(list)
        case .boundaries(var list):
            list.clamp(to: desk.proposals.count)
            layers[top] = .boundaries(list)
        case .contactSheet(var list):
            list.clamp(to: desk.dossier?.pages.count ?? 0)
            layers[top] = .contactSheet(list)
        case .places(var list):
            list.clamp(to: placeLines.count)
            layers[top] = .places(list)
        default: break
        }
    }

    // MARK: Scan run

    private mutating func apply(_ event: RunEvent) -> [Effect] {
        switch event {
        case .started(_, let device, let settings):
            if desk.insertion == .end { desk.isWithoutBacks = false }
            desk.resumePace(at: now)
            if desk.run != .stopping { desk.run = .running }
            if watch == .failed { watch = .off }
            desk.device = device
            desk.deviceSettings = settings
            desk.unmet = []
            if message?.kind == .working, desk.run == .running { message = nil }
        case .unmet(let wishes): desk.unmet = wishes
        case .waiting(let what): desk.wait = DeskWait(what: what, since: now)
        case .pageBegan(let width, let height):
            desk.wait = nil
            desk.live = LivePage(number: (desk.dossier?.pages.count ?? 0) + 1, width: width, height: height)
        case .rows(let rows):
            desk.wait = nil
            desk.live?.append(rows)
            redrawLivePage()
        case .pageStored(let news, let atEnd):
            desk.live?.storedAs = news.page.id
            let stored = ["pages": String(news.counts.sides)]
            if news.page.withheld == nil { say(.done, Text.pagesStored.with(stored)) } else { say(.warning, Text.pagesStoredWithheld.with(stored)) }
            if atEnd { takeNews { $0.take(.new, news) } } else { desk.dossier?.counts = news.counts }
        case .separated(let what, let counts):
            desk.dossier?.counts = counts
            desk.live = nil
            if let what { say(.done, what) }
        case .turned(let dossier): turned(to: dossier)
        case .stopped(let stop): return stopped(stop)
        }
        return []
    }

    /// The desk goes along with the stack, while the feeder runs on; what was open over the other dossier is closed.
    private mutating func turned(to dossier: DeskDossier) {
        var next = DeskState(keepingDeviceOf: desk)
        next.run = desk.run
        desk = next
        desk.take(dossier)
        desk.moveCursor(to: dossier.pages.count - 1)
        desk.openedAt = now
        closeDialogsOfTheDesk()
        say(.done, Text.stackTurned.with(["code": dossier.code]))
    }

    private mutating func stopped(_ stop: RunStop) -> [Effect] {
        desk.run = stop.isEmptyFromTheStart ? .idle : .stopped(stop)
        desk.wait = nil
        if desk.live?.storedAs == nil { desk.live = nil }
        if stop.isTrouble { desk.pausedAt = now }
        let insertion = desk.insertion
        // A stack turned the wrong way gives as many backs: only a look at a sheet tells.
        if case .backs = insertion, stop.pages > 0, !stop.isTrouble { desk.showsTwoPages = true }
        endInsertion(after: stop)
        if !stop.coversMissing.isEmpty {
            tellUnderDialogs(.notice(Failure(
                code: "covers_missing", message: Text.coversMissing.with(["codes": stop.coversMissing.joined(separator: ", ")]),
                kept: Text.coversMissingKept.phrase, todo: Text.coversMissingTodo.phrase)))
        }
        if !stop.boxesAway.isEmpty {
            tellUnderDialogs(.notice(Failure(
                code: "boxes_away", message: Text.boxesAway.with(["dossiers": stop.boxesAway.joined(separator: ", ")]),
                kept: Text.everyPageKept.phrase, todo: Text.boxesAwayTodo.phrase)))
        }
        if stop.isEmptyFromTheStart {
            say(.warning, Text.feederWasEmpty)
        } else if stop.isTrouble {
            tellUnderDialogs(.runStopped(stop))
            say(.trouble, stop.failure?.message ?? Text.runStoppedMessage(stop.reason).phrase)
        } else {
            say(.done, ended(stop, insertion))
        }
        return bellIfWanted()
    }

    /// What a run without trouble did.
    private func ended(_ stop: RunStop, _ insertion: ScanPosition) -> Phrase {
        switch insertion {
        case .replacing where stop.pages > 0: Text.rescanDone.phrase
        case .into where stop.pages > 0: Text.placeCaptured.phrase
        case .backs where stop.pages > 0 && stop.frontsAwaiting == 0: Text.backsToCompare.with(["count": String(stop.pages)])
        default: Text.runEnded.with(["why": Text.runStoppedMessage(stop.reason)(language), "pages": String(stop.pages)])
        }
    }

    /// A sheet is scanned again once; backs, until the stack is through. Into a place go as many shots as it takes.
    private mutating func endInsertion(after stop: RunStop) {
        // The desk has heard of the backs meanwhile and counts down.
        let awaited = desk.frontsAtStart
        if case .backs = desk.insertion, !stop.isTrouble, stop.reason == .empty, stop.frontsAwaiting > 0 || stop.pages > awaited, stop.pages > 0 {
            desk.insertion = .end
            let (backs, fronts) = (String(stop.pages), String(awaited))
            tellUnderDialogs(.notice(Failure(
                code: "backs_differ", message: Text.backsDiffer.with(["backs": backs, "fronts": fronts]), kept: Text.everyPageKept.phrase,
                todo: Text.backsDifferTodo.phrase)))
            return
        }
        switch desk.insertion {
        case .replacing where stop.pages > 0 && !stop.isTrouble, .backs where stop.frontsAwaiting == 0: desk.insertion = .end
        case .backs where !stop.isTrouble: desk.insertion = .end
        // What was forgotten is in; the rest of the stack belongs at the end.
        case .before where stop.pages > 0 && !stop.isTrouble: desk.insertion = .end
        default: break
        }
        let isFrontPass = stop.reason == .empty && stop.pages > 0
        if isFrontPass, stop.frontsAwaiting > 0, desk.insertion == .end { tellUnderDialogs(.flipStack(FlipState(fronts: stop.frontsAwaiting))) }
    }

    /// Under whatever she has open: a key meant for that must not answer this unread. Bell and message line tell at once.
    mutating func tellUnderDialogs(_ layer: Layer) { layers.insert(layer, at: 0) }
}

extension DeskState {
    /// An empty desk with the device that was there.
    init(keepingDeviceOf old: DeskState) {
        self.init()
        device = old.device
        deviceSettings = old.deviceSettings
        unmet = old.unmet
        incoming = old.incoming
    }
}
