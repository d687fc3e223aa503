import Records
import Station
import Synchronization
import Terminal
import Texts
import Vietnamese

/// A station's outside in memory: a register, one dossier, a feeder of as many pages as one likes, with faults.
public final class FakeServices: StationServices {
    public struct Script: Sendable {
        /// Settings that are there from the start; nil makes it a first run.
        public var settings: StationSettings? = Sample.settings
        public var dossiers = 40
        public var sheets = 6
        /// Sides in the feeder of the first run.
        public var feeder = 12
        /// The run stops with a jam after this many sides.
        public var jamAfter: Int?

        public init() {}
    }

    private struct State {
        var dossier = Sample.dossier(pages: 0)
        var stopAsked = false
        var jams: Int?
        var settings: StationSettings?
        var before: [DeskDossier] = []
        var after: [DeskDossier] = []
        var performed: [Effect] = []
        var done = 37
    }

    private let script: Script
    private let state: Mutex<State>
    private let newsStream: AsyncStream<Event>
    private let newsEnd: AsyncStream<Event>.Continuation

    public init(_ script: Script = Script()) {
        self.script = script
        var first = State()
        first.jams = script.jamAfter
        first.settings = script.settings
        state = Mutex(first)
        (newsStream, newsEnd) = AsyncStream.makeStream()
    }

    public func news() -> AsyncStream<Event> { newsStream }
    public func tell(_ event: Event) { newsEnd.yield(event) }

    /// What was asked so far.
    public var performed: [Effect] { state.withLock { $0.performed } }

    public func perform(_ effect: Effect, send: @escaping @Sendable (Event) -> Void) async {
        state.withLock { $0.performed.append(effect) }
        switch effect {
        case .start:
            send(.status(StationStatus(doneToday: 37, readingWaiting: 14)))
            let known = state.withLock { $0.settings }
            send(.settings(known ?? StationSettings(station: "Trạm 01", person: "hoa"), isFirstRun: known == nil))
        case .saveSettings(let settings):
            state.withLock { $0.settings = settings }
            send(.settingsSaved(settings))
        case .chooseProfile(let name):
            state.withLock { $0.settings?.profile = name }
            send(.profileChosen(name))
        case .listDevices: send(.devices(Sample.devices, trouble: []))
        case .recoverLostPages:
            send(.did(Text.recoverDone.with(["adopted": "1", "aside": "0"])))
        case .bell, .quit, .closeDossier, .stopExport, .watchPaper, .stopWatching: break
        case .stopScan: state.withLock { $0.stopAsked = true }
        case .loadRegister(let query): send(.register(register(query)))
        case .addDossier(let code, let title): open(Sample.dossier(pages: 0), code, title, send)
        case .openDossier(let id): openLine(id, send)
        case .loadBoxes, .countBoxes, .loadBox, .loadBatches, .receiveBox, .returnBox, .recountBox, .acceptBox, .printMinutes, .printSlips:
            answerBoxes(effect, send)
        case .setCountedSheets(_, let count):
            change(Text("Đã ghi {n} tờ.", en: "{n} sheets noted.").with(["n": String(count)]), send) { $0.counts.countedSheets = count }
        case .setCountedRoles(_, let roles): change(Text.nothingChanged.phrase, send) { $0.counts.countedRoles = roles }
        case .keyPreparation(_, let keyed):
            change(Text.nothingChanged.phrase, send) { dossier in
                (dossier.counts.countedSheets, dossier.counts.countedRoles) = (keyed.sheets, keyed.roles)
                dossier.preparation?.said = keyed.said
                dossier.preparation?.isWanted = false
            }
        case .acceptFindings(_, let findings):
            change(Text.didAcceptAlike.with(["count": String(findings.count)]), send) { dossier in
                for finding in findings { FakeServices.apply(.accept(finding.code), finding.page, &dossier) }
            }
        case .reserve(_, let kind, let after):
            change(Text.didReserve.with(["kind": Text.placeMap(.vi)]), send) { dossier in
                let index = dossier.pages.firstIndex { $0.id == after }
                dossier.places.append(
                    DeskPlace(id: Sample.id(700 + dossier.places.count), kind: kind, label: "9", pagesBefore: index.map { $0 + 1 } ?? 0))
            }
        case .release(_, let place): change(Text.didRelease.phrase, send) { $0.places.removeAll { $0.id == place } }
        case .splitAt(_, let pages):
            change(Text.boundariesSettled.with(["documents": "2"]), send) { dossier in
                for page in pages { FakeServices.apply(.split, page, &dossier) }
            }
        case .dismissBoundaries(_, let pages):
            change(Text.boundaryDismissed.with(["page": "1"]), send) { dossier in dossier.proposals.removeAll { pages.contains($0.page) } }
        case .findOthers(_, let text, _):
            send(.others(text: text, (0..<40).map(Sample.line).filter { text.isEmpty || $0.code.lowercased().contains(text.lowercased()) }))
        case .transfer(_, let page, let target):
            change(Text.transferred.with(["sheets": "1", "pages": "1", "code": "\(target)"]), send) { dossier in
                if let at = dossier.pages.firstIndex(where: { $0.id == page }) { dossier.pages.removeSubrange(at...) }
            }
        case .transferToNew(_, let page, let code, _):
            change(Text.transferred.with(["sheets": "1", "pages": "1", "code": code]), send) { dossier in
                if let at = dossier.pages.firstIndex(where: { $0.id == page }) { dossier.pages.removeSubrange(at...) }
                dossier.unnamed = []
            }
        case .takeIncoming: send(.incomingTaken(IncomingTaken()))
        case .startScan(_, let position): await scan(position, send)
        case .page(_, let page, let action): act(action, page, send)
        case .confirmBlanks(_, let pages):
            change(Text.blanksConfirmed.with(["count": String(pages.count)]), send) { dossier in
                for page in pages { FakeServices.apply(.confirmBlank, page, &dossier) }
            }
        case .withhold(let page, _): send(.withheld([page], asked: [page]))
        case .rewithhold, .withholdDossier, .takeBackWithholding, .releaseWithheld: send(.withheld([], asked: []))
        case .undo: step(back: true, send)
        case .redo: step(back: false, send)
        case .finishDossier(let id, let reason): finish(id, reason, send)
        case .loadPicture(let request): send(.pageImage(request, picture(request)))
        case .loadText(let page, _): loadText(page, send)
        case .openCorrection(let target): send(.correction(Sample.correction, for: target))
        case .loadCorrectionText(let page): send(.correctionText(Sample.correctionText(page)))
        case .correct(let id, _), .correctAlike(let id, _, _, _, _), .undoCorrection(let id, _), .redoCorrection(let id, _):
            send(.corrected(CorrectionAnswer(dossier: id)))
        case .findAlike(_, let text): send(.alike(text: text, []))
        case .suggest(let page, let text, let index): send(.suggestions(page, text.words[index], []))
        case .findNextToCorrect(let id): send(.nextToCorrect(after: id, nil))
        case .readAgain: send(.did(Text.noneToBeReadAgain.phrase))
        case .loadSample, .answerLine, .takeBackLine: send(.sample(Sample.typingDesk))
        case .keepLineDraft: break
        case .search(let query, _): send(.searchResults(search(query)))
        case .loadQueue, .retryFailed: send(.queue(queue))
        case .loadWithheld: send(.withheldAll(WithheldLines(lines: [], total: 0, dossiers: 0)))
        case .printReplacementSlip: send(.did(Text.replacementSlipWritten.with(["path": "phieu.pdf"])))
        case .planExport(let target):
            send(.exportPlan(ExportPlan(target: target, dossiers: 3, documents: 14, pages: 62, alreadyDelivered: 34, notReady: 5)))
        case .export(let target): await export(target, send)
        }
    }

    // MARK: Register

    private func register(_ query: RegisterQuery) -> RegisterLines {
        let words = query.text.folded.split(separator: " ")
        let all = (0..<script.dossiers).map(Sample.line).filter { line in
            (query.box.isEmpty || line.box == query.box) && (query.number.isEmpty || line.number == query.number)
                && words.allSatisfy { (line.code + " " + line.title).folded.contains($0) }
        }
        return RegisterLines(query: query, lines: Array(all.dropFirst(query.offset).prefix(query.limit)), total: all.count)
    }

    private func openLine(_ id: DossierID, _ send: (Event) -> Void) {
        guard let line = (0..<script.dossiers).lazy.map(Sample.line).first(where: { $0.id == id }) else { return }
        if let holder = line.heldBy {
            let message = Text("{who} đang mở hồ sơ này.", en: "{who} has this dossier open.").with(["who": holder])
            send(.failed(Failure(
                code: "held", message: message, kept: Text.nothingChanged.phrase, todo: Text.tryAgainSoon.phrase)))
            return
        }
        open(Sample.dossier(pages: 0), line.code, line.title, send)
    }

    private func open(_ empty: DeskDossier, _ code: String, _ title: String, _ send: (Event) -> Void) {
        let opened = state.withLock { state in
            if state.dossier.code != code || state.dossier.pages.isEmpty { state.dossier = empty }
            state.dossier.code = code
            state.dossier.title = title
            return state.dossier
        }
        send(.dossierOpened(opened))
    }

    // MARK: Changes

    private func change(_ phrase: Phrase, _ send: (Event) -> Void, _ body: (inout DeskDossier) -> Void) {
        let after = state.withLock { state in
            state.before.append(state.dossier)
            state.after = []
            body(&state.dossier)
            FakeServices.settle(&state.dossier)
            state.dossier.undo = phrase
            state.dossier.redo = nil
            return state.dossier
        }
        send(.desk(after))
    }

    private func act(_ action: PageAction, _ page: PageID, _ send: (Event) -> Void) {
        let phrase = Text("Đã làm: {what}.", en: "Done: {what}.").with(["what": "\(action)"])
        change(phrase, send) { FakeServices.apply(action, page, &$0) }
    }

    private func step(back: Bool, _ send: (Event) -> Void) {
        let now = state.withLock { state -> DeskDossier in
            if back, let old = state.before.popLast() {
                state.after.append(state.dossier)
                state.dossier = old
            } else if !back, let new = state.after.popLast() {
                state.before.append(state.dossier)
                state.dossier = new
            }
            state.dossier.undo = state.before.isEmpty ? nil : Text.commandUndo.phrase
            state.dossier.redo = state.after.isEmpty ? nil : Text.commandRedo.phrase
            return state.dossier
        }
        send(.desk(now))
        send(.did((back ? Text("Đã hoàn tác.", en: "Undone.") : Text("Đã làm lại.", en: "Done again.")).phrase))
    }

    private static func apply(_ action: PageAction, _ page: PageID, _ dossier: inout DeskDossier) {
        if action == .restore, let at = dossier.dropped.firstIndex(where: { $0.id == page }) {
            let tile = dossier.dropped.remove(at: at)
            dossier.pages.insert(tile, at: min(tile.index - 1, dossier.pages.count))
        }
        guard let at = dossier.pages.firstIndex(where: { $0.id == page }) else { return }
        let document = dossier.pages[at].document
        switch action {
        case .split:
            let new: DocumentID = Sample.id(900 + at)
            for index in at..<dossier.pages.count where dossier.pages[index].document == document { dossier.pages[index].document = new }
        case .merge:
            guard let before = dossier.pages[..<at].last(where: { $0.document != document })?.document else { return }
            for index in dossier.pages.indices where dossier.pages[index].document == document { dossier.pages[index].document = before }
        case .drop: dossier.dropped.insert(dossier.pages.remove(at: at), at: 0)
        case .dropRun:
            let run = dossier.pages[at].run
            dossier.dropped.insert(contentsOf: dossier.pages.filter { $0.run == run }.reversed(), at: 0)
            dossier.pages.removeAll { $0.run == run }
        case .moveUp where at > 0: dossier.pages.swapAt(at, at - 1)
        case .moveDown where at + 1 < dossier.pages.count: dossier.pages.swapAt(at, at + 1)
        case .turn(let degrees): dossier.pages[at].turn = (dossier.pages[at].turn + degrees) % 360
        case .confirmBlank: dossier.pages[at].blank = .confirmed
        case .markNotBlank: dossier.pages[at].blank = .notBlank
        case .accept(let code): dossier.pages[at].findings.removeAll { $0.code == code }
        case .deskew(let degrees): dossier.pages[at].deskew = degrees
        case .label(let label):
            dossier.pages[at].sheetLabel = label ?? dossier.pages[at].sheetLabel
            dossier.pages[at].isLabelled = label != nil
        case .role(let role): dossier.pages[at].role = role
        case .countsAs(let count): dossier.pages[at].countsAs = count
        case .restore, .moveUp, .moveDown: break
        }
    }

    /// Counts and numbers after a change.
    private static func settle(_ dossier: inout DeskDossier) {
        dossier.documents = []
        for index in dossier.pages.indices {
            dossier.pages[index].index = index + 1
            if let last = dossier.documents.indices.last, dossier.documents[last].id == dossier.pages[index].document {
                dossier.documents[last].pageCount += 1
            } else {
                dossier.documents.append(
                    DeskDocument(
                        id: dossier.pages[index].document, number: dossier.documents.count + 1, pageCount: 1, firstPage: index))
            }
        }
        dossier.counts.sides = dossier.pages.count
        dossier.counts.sheets = Set(dossier.pages.map(\.sheetLabel)).count
    }

    private func finish(_ id: DossierID, _ reason: FinishOverride?, _ send: (Event) -> Void) {
        let dossier = state.withLock { $0.dossier }
        let counted: Int? = if case .recounted(let count) = reason { count } else { dossier.counts.countedSheets }
        let isOverridden = if case .recounted = reason { false } else { reason != nil }
        if isOverridden || counted == dossier.counts.sheets {
            let done = state.withLock { state in
                state.dossier = Sample.dossier(pages: 0)
                state.done += 1
                return state.done
            }
            send(.finished(id, code: dossier.code))
            send(.status(StationStatus(doneToday: done, readingWaiting: 3)))
        } else {
            let missing = (dossier.counts.sheets + 1..<max(dossier.counts.sheets + 1, (counted ?? 0) + 1)).map(String.init)
            send(.countMismatch(
                CountMismatch(dossier: id, counted: counted, scanned: dossier.counts.sheets, missingSheets: missing)))
        }
    }

    // MARK: Scanning

    private func scan(_ position: ScanPosition, _ send: @escaping @Sendable (Event) -> Void) async {
        state.withLock { $0.stopAsked = false }
        send(.run(.started(Sample.id(1), device: Sample.devices[1], settings: Text("300 dpi · màu · A4", en: "300 dpi · colour · A4").phrase)))
        var stored = 0
        while stored < script.feeder {
            if state.withLock({ $0.stopAsked }) { return end(.cancelled, stored, send) }
            let number = state.withLock { $0.dossier.pages.count + $0.dossier.dropped.count } + 1
            await page(number, send)
            stored += 1
            if state.withLock({ state in
                guard state.jams == stored else { return false }
                state.jams = nil
                return true
            }) { return end(.jam, stored, send) }
        }
        end(.empty, stored, send)
    }

    private func page(_ number: Int, _ send: @escaping @Sendable (Event) -> Void) async {
        let image = Sample.image(number, isBlank: number % 14 == 0)
        send(.run(.pageBegan(width: image.width, height: image.height)))
        let band = image.width * max(1, image.height / 12)
        var start = 0
        while start < image.pixels.count {
            send(.run(.rows(Array(image.pixels[start..<min(image.pixels.count, start + band)]))))
            start += band
        }
        let (tile, counts) = state.withLock { state in
            var tile = Sample.page(number, reading: .waiting)
            tile.index = state.dossier.pages.count + 1
            if let last = state.dossier.pages.last { tile.document = last.document }
            state.dossier.pages.append(tile)
            FakeServices.settle(&state.dossier)
            return (tile, state.dossier.counts)
        }
        send(.run(.pageStored(PageNews(tile, counts), atEnd: true)))
    }

    private func end(_ reason: StopReason, _ pages: Int, _ send: (Event) -> Void) {
        let dossier = state.withLock { $0.dossier }
        var stop = RunStop(reason: reason, pages: pages)
        if reason == .jam {
            let sheet = String(dossier.counts.sheets + 1)
            stop.failure = Failure(
                code: "jam", message: Text("Kẹt giấy ở tờ {s}.", en: "Paper jam at sheet {s}.").with(["s": sheet]),
                kept: Text.pagesStored.with(["pages": String(pages)]),
                todo: Text("Mở nắp máy, lấy tờ giấy kẹt ra nhẹ nhàng.", en: "Open the cover and take the jammed sheet out gently.").phrase)
            stop.lastGood = dossier.pages.suffix(3)
            stop.takeBack = sheet
        }
        send(.run(.stopped(stop)))
        send(.desk(dossier))
    }

    // MARK: Pictures, texts, queue, export

    private func picture(_ request: PictureRequest) -> PageImage {
        let number = Int(request.page.ulid.low) - 10_000
        return Sample.image(number, isBlank: number % 14 == 0)
    }

    private func loadText(_ page: PageID, _ send: (Event) -> Void) {
        let dossier = state.withLock { $0.dossier }
        let pages = dossier.pages.isEmpty ? (1...3).map { Sample.page($0) } : dossier.pages
        guard let at = pages.firstIndex(where: { $0.id == page }) else { return }
        send(.text(PageText(
            page: pages[at], dossier: dossier.id, code: dossier.code, title: dossier.title, pageCount: pages.count,
            previous: at > 0 ? pages[at - 1].id : nil, next: at + 1 < pages.count ? pages[at + 1].id : nil,
            recognised: Sample.recognised(at + 1))))
    }

    private func search(_ query: String) -> SearchResults {
        let hits = (1...3).map { number in
            SearchHit(
                page: Sample.page(number).id, code: "H19.2008.01.QD", title: "Tập lưu quyết định của UBND năm 2008", pageIndex: number,
                snippet: [
                    SnippetPart("… Về việc "), SnippetPart("phê duyệt", isMatch: true),
                    SnippetPart(" kế hoạch số hóa tài liệu lưu trữ …"),
                ])
        }
        let found = "phe duyet ke hoach".contains(query.folded) ? hits : []
        return SearchResults(query: query, hits: found, total: found.count)
    }

    private var queue: QueueStatus {
        QueueStatus(
            waiting: 13, running: 1, failed: 1,
            lines: [
                QueueLine(
                    page: Sample.page(5).id, code: "H19.2008.01.QD", pageIndex: 5, state: .failed,
                    reason: Text("ảnh hỏng", en: "damaged image").phrase),
                QueueLine(page: Sample.page(6).id, code: "H19.2008.01.QD", pageIndex: 6, state: .running),
            ] + (7...19).map { QueueLine(page: Sample.page($0).id, code: "H19.2008.01.QD", pageIndex: $0, state: .waiting) })
    }

    private func export(_ target: String, _ send: (Event) -> Void) async {
        for done in 0..<3 {
            send(.exportProgress(ExportProgress(done: done, total: 3, current: Sample.line(done).code)))
        }
        send(.exportFinished(ExportResult(folder: target + "/2026-11-21", dossiers: 3, documents: 14, pages: 62)))
    }
}
