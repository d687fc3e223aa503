import Records
import Terminal
import Texts

extension CommandTable {
    static let scanDesk: [Command] = scanning + looking + pageActions + readingAgainOnDesk + cursorMoves

    private static let scanning: [Command] = [
        Command(
            .scan, in: .scanDesk, keys: [.character(" ")], name: .commandScan, help: .commandScanHelp, footer: 10,
            when: \.scanAvailability, run: { $0.startScan() }),
        Command(
            .stop, in: .scanDesk, keys: [.escape], name: .commandStop, help: .commandStopHelp, footer: 20,
            when: { $0.desk.isStoppable ? .available : .notNow(.nothingToStop) }, nameNow: { $0.desk.nameOfEscape }, run: { $0.stopOrStepBack() }),
        Command(
            .finish, in: .scanDesk, keys: [.enter], name: .commandFinish, help: .commandFinishHelp, footer: 30,
            when: { model in
                if model.desk.dossier == nil { return .notNow(.noDossierOnDesk) }
                if model.desk.run.isUnderWay { return .notNow(.stopScanningFirst) }
                if model.desk.dossier?.stage.isFinished == true { return .notNow(.alreadyFinished) }
                return model.desk.page == nil ? .notNow(.noPagesYet) : .available
            },
            run: { $0.finishDossier() }),
        Command(
            .countSheets, in: .scanDesk, keys: [.character("s")], name: .commandCountSheets, help: .commandCountSheetsHelp,
            footer: 40, when: \.needsDossier,
            run: { model in
                model.layers.append(.countSheets(CountState(model.desk.dossier?.counts ?? DeskCounts(), model.desk.dossier?.preparation)))
                return []
            }),
        Command(
            .insert, in: .scanDesk, keys: [.character("i")], name: .commandInsert, help: .commandInsertHelp, footer: 100,
            when: { $0.desk.run.isUnderWay ? .notNow(.stopScanningFirst) : $0.needsPage }, run: { $0.toggleInsertion() }),
        Command(
            .rescan, in: .scanDesk, keys: [.character("r")], name: .commandRescan, help: .commandRescanHelp, footer: 85,
            when: { $0.desk.run.isUnderWay ? .notNow(.stopScanningFirst) : $0.needsPage }, run: { $0.toggleRescan() }),
        Command(
            .flipStack, in: .scanDesk, keys: [.character("m")], name: .commandFlipStack, help: .commandFlipStackHelp, footer: 35,
            when: { model in
                if model.desk.run.isUnderWay { return .notNow(.stopScanningFirst) }
                return model.desk.dossier.map { $0.frontsAwaiting > 0 } == true ? .available : .notNow(.noFrontsAwaiting)
            },
            run: { model in
                model.desk.isWithoutBacks = false
                model.layers.append(.flipStack(FlipState(fronts: model.desk.frontsAwaiting)))
                return []
            }),
        Command(
            .places, in: .scanDesk, keys: [.character("c")], name: .commandPlaces, help: .commandPlacesHelp, footer: 105,
            when: \.needsDossier,
            run: { model in
                let open = model.desk.dossier?.places.firstIndex { $0.isOpen }
                model.layers.append(.places(ListState(selected: open ?? model.desk.dossier?.places.count ?? 0)))
                return []
            }),
        Command(
            .takeIncoming, in: .scanDesk, keys: [.character("a")], name: .commandTakeIncoming, help: .commandTakeIncomingHelp, footer: 36,
            when: \.incomingAvailability, run: { $0.takeIncoming() }),
        chooseProfile,
    ]

    private static let looking: [Command] = [
        Command(
            .findings, in: .scanDesk, keys: [.character("f")], name: .commandFindings, help: .commandFindingsHelp, footer: 75,
            when: { $0.desk.openFindings.isEmpty ? .notNow(.noFindings) : .available },
            run: { model in
                let at = model.desk.openFindings.firstIndex { $0.page.id == model.desk.page?.id }
                model.layers.append(.findings(ListState(selected: at ?? 0)))
                return []
            }),
        Command(
            .boundaries, in: .scanDesk, keys: [.character("e")], name: .commandBoundaries, help: .commandBoundariesHelp, footer: 76,
            when: { $0.desk.proposals.isEmpty ? .notNow($0.desk.unreadPages > 0 ? .noBoundariesYet : .noBoundaries) : .available },
            run: { model in
                model.openBoundaries()
                return []
            }),
        Command(
            .numbers, in: .scanDesk, keys: [.character("n")], name: .commandNumbers, help: .commandNumbersHelp, footer: 78, when: \.needsPage,
            run: { model in
                model.layers.append(.numbers(NumbersState()))
                return []
            }),
        Command(
            .contactSheet, in: .scanDesk, keys: [.character("v")], name: .commandContact, help: .commandContactHelp, footer: 95,
            when: \.needsPage,
            run: { model in
                model.layers.append(.contactSheet(ListState(selected: model.desk.cursor)))
                return []
            }),
        Command(
            .twoPages, in: .scanDesk, keys: [.character("2")], name: .commandTwoPages, help: .commandTwoPagesHelp, when: \.needsPage,
            run: { model in
                model.desk.showsTwoPages.toggle()
                model.desk.zoom = Zoom()
                return []
            }),
    ]

    private static let pageActions: [Command] = [
        Command(
            .split, in: .scanDesk, keys: [.character("t")], name: .commandSplit, help: .commandSplitHelp, footer: 50,
            when: { model in
                guard let page = model.desk.page else { return model.needsPage }
                return model.desk.isFirstOfDocument(page) ? .notNow(.alreadyFirstOfDocument) : .available
            },
            run: { $0.act(.split) }),
        Command(
            .merge, in: .scanDesk, keys: [.character("g")], name: .commandMerge, help: .commandMergeHelp, footer: 60,
            when: { model in
                guard model.desk.page != nil else { return model.needsPage }
                return model.desk.documentIndex == 0 ? .notNow(.noDocumentBefore) : .available
            },
            run: { $0.act(.merge) }),
        Command(
            .drop, in: .scanDesk, keys: [.character("x")], name: .commandDrop, help: .commandDropHelp, footer: 70,
            when: \.needsPage, run: { $0.act(.drop) }),
        Command(
            .dropRun, in: .scanDesk, keys: [.character("l")], name: .commandDropRun, help: .commandDropRunHelp,
            when: { model in
                if model.desk.run.isUnderWay { return .notNow(.stopScanningFirst) }
                guard let page = model.desk.page else { return model.needsPage }
                return page.run == nil ? .notNow(.noRunKnown) : .available
            },
            run: { model in
                guard let page = model.desk.page else { return [] }
                let pages = model.desk.pages(ofRunWith: page).count
                model.layers.append(.question(Question(subject: .dropRun(page.id, pages: pages))))
                return []
            }),
        Command(
            .transfer, in: .scanDesk, keys: [.character("h")], name: .commandTransfer, help: .commandTransferHelp,
            when: { $0.desk.run.isUnderWay ? .notNow(.stopScanningFirst) : $0.needsPage },
            nameNow: { $0.desk.dossier?.unnamed.isEmpty == false ? .commandNameDossier : nil }, run: { $0.askForTransfer() }),
        Command(
            .dropped, in: .scanDesk, keys: [.character("d")], name: .commandDropped, help: .commandDroppedHelp, footer: 110,
            when: { $0.desk.dossier?.dropped.isEmpty == false ? .available : .notNow(.nothingDropped) },
            run: { model in
                model.layers.append(.dropped(ListState()))
                return []
            }),
        Command(
            .blanks, in: .scanDesk, keys: [.character("b")], name: .commandBlanks, help: .commandBlanksHelp, footer: 80,
            when: { $0.desk.blanksInQuestion.isEmpty ? .notNow(.noBlanksInQuestion) : .available },
            run: { model in
                model.layers.append(.blanks(ListState()))
                return []
            }),
        Command(
            .turnLeft, in: .scanDesk, keys: [.character("[")], name: .commandTurnLeft, help: .commandTurnLeftHelp, footer: 120,
            when: \.needsPage, run: { $0.act(.turn(270)) }),
        Command(
            .turnRight, in: .scanDesk, keys: [.character("]")], name: .commandTurnRight, help: .commandTurnRightHelp,
            footer: 121, when: \.needsPage, run: { $0.act(.turn(90)) }),
        Command(
            .moveUp, in: .scanDesk, keys: [.character(",")], name: .commandMoveUp, help: .commandMoveUpHelp,
            when: { model in
                guard model.desk.page != nil else { return model.needsPage }
                return model.desk.cursor == 0 ? .notNow(.atTheStart) : .available
            },
            run: { $0.act(.moveUp) }),
        Command(
            .moveDown, in: .scanDesk, keys: [.character(".")], name: .commandMoveDown, help: .commandMoveDownHelp,
            when: { model in
                guard let dossier = model.desk.dossier, model.desk.page != nil else { return model.needsPage }
                return model.desk.cursor == dossier.pages.count - 1 ? .notNow(.atTheEnd) : .available
            },
            run: { $0.act(.moveDown) }),
        Command(
            .deskew, in: .scanDesk, keys: [.character("k")], name: .commandDeskew, help: .commandDeskewHelp,
            when: { model in
                guard let page = model.desk.page else { return model.needsPage }
                return page.deskew != 0 || page.findings.contains { $0.code == .skew } ? .available : .notNow(.notSkewed)
            },
            run: { model in
                guard let page = model.desk.page else { return [] }
                let skew = page.findings.first { $0.code == .skew }?.value
                return model.act(.deskew(page.deskew != 0 ? 0 : skew ?? 0))
            }),
        Command(
            .countsAs, in: .scanDesk, keys: [.character("o")], name: .commandCountsAs, help: .commandCountsAsHelp, when: \.needsPage,
            run: { model in
                guard let page = model.desk.page else { return [] }
                return model.act(.countsAs((page.countsAs + 1) % 3))
            }),
        Command(
            .goReader, in: .scanDesk, keys: [.character("w")], name: .commandGoReader, help: .commandGoReaderHelp, footer: 130,
            when: { $0.desk.page == nil ? .notNow(.noPageToRead) : .available },
            run: { model in model.desk.page.map { model.openPage($0.id, from: .scanDesk) } ?? [] }),
        Command(
            .undo, in: .scanDesk, keys: [.character("u")], name: .commandUndo, help: .commandUndoHelp, footer: 90,
            // After the panic key it would take back what was done before, unseen.
            when: { $0.desk.dossier?.undo == nil ? .notNow(.nothingToUndo) : $0.desk.page.map($0.isHidden) == true ? .notNow(.undoIsNoRelease) : .available },
            run: { $0.undoOrAsk() }),
        Command(
            .redo, in: .scanDesk, keys: [.control("r")], name: .commandRedo, help: .commandRedoHelp, footer: 91,
            when: { $0.desk.dossier?.redo == nil ? .notNow(.nothingToRedo) : .available },
            run: { $0.stepBackOrForth(\.redo, .redoneLine, Effect.redo) }),
    ]

    private static let cursorMoves: [Command] = [
        Command(
            .previousPage, in: .scanDesk, keys: [.left], name: .commandPreviousPage, help: .commandPreviousPageHelp,
            when: \.needsPage, run: { $0.moveCursor(by: -1) }),
        Command(
            .nextPage, in: .scanDesk, keys: [.right], name: .commandNextPage, help: .commandNextPageHelp,
            when: \.needsPage, run: { $0.moveCursor(by: 1) }),
        Command(
            .previousDocument, in: .scanDesk, keys: [.up, .pageUp], name: .commandPreviousDocument,
            help: .commandPreviousDocumentHelp, when: \.needsPage, run: { $0.moveDocument(-1) }),
        Command(
            .nextDocument, in: .scanDesk, keys: [.down, .pageDown], name: .commandNextDocument, help: .commandNextDocumentHelp,
            when: \.needsPage, run: { $0.moveDocument(1) }),
        Command(
            .firstPage, in: .scanDesk, keys: [.home], name: .commandFirstPage, help: .commandFirstPageHelp,
            when: \.needsPage, run: { $0.moveCursor(by: -$0.desk.cursor) }),
        Command(
            .lastPage, in: .scanDesk, keys: [.end], name: .commandLastPage, help: .commandLastPageHelp,
            when: \.needsPage, run: { $0.moveCursor(by: $0.desk.dossier?.pages.count ?? 0) }),
        Command(
            .zoomIn, in: .scanDesk, keys: [.character("+"), .character("=")], name: .commandZoomIn, help: .commandZoomInHelp,
            when: { $0.desk.zoom.level < Zoom.deepest ? $0.needsPage : .notNow(.closestShown) },
            run: { model in
                model.desk.zoom.closer()
                return []
            }),
        Command(
            .zoomOut, in: .scanDesk, keys: [.character("-")], name: .commandZoomOut, help: .commandZoomOutHelp,
            when: { $0.desk.zoom.level == 0 ? .notNow(.wholePageShown) : .available },
            run: { model in
                model.desk.zoom.farther()
                return []
            }),
    ]
}

extension Model {
    var needsDossier: Availability { desk.dossier == nil ? .notNow(.noDossierOnDesk) : .available }

    var needsPage: Availability {
        if desk.dossier == nil { return .notNow(.noDossierOnDesk) }
        return desk.page == nil ? .notNow(.noPagesYet) : .available
    }

    var scanAvailability: Availability {
        if desk.dossier == nil { return .notNow(.noDossierOnDesk) }
        if settings.device.isEmpty { return .notNow(.noDeviceChosen) }
        switch desk.run {
        case .idle, .stopped: return .available
        case .starting, .running: return .notNow(.alreadyScanning)
        case .stopping: return .notNow(.stillStopping)
        }
    }

    /// Paper that goes into a finished dossier by mistake would be hard to find again: that is asked first.
    mutating func startScan() -> [Effect] {
        guard desk.dossier?.stage.isFinished == true else { return beginScan() }
        layers.append(.question(Question(subject: .scanFinished)))
        return []
    }

    mutating func beginScan() -> [Effect] {
        guard let dossier = desk.dossier else { return [] }
        desk.run = .starting
        desk.frontsAtStart = dossier.frontsAwaiting
        desk.live = nil
        if desk.insertion == .end { desk.moveCursor(to: dossier.pages.count - 1) }
        say(.working, Text.startingScanner)
        return [.startScan(dossier.id, desk.insertion)]
    }

    mutating func stopScan() -> [Effect] {
        guard desk.run.isUnderWay else { return [] }
        say(.working, desk.takesIncoming ? Text.stoppingIncoming : desk.run == .stopping ? Text.stoppingAtOnce : Text.stoppingScanner)
        desk.run = .stopping
        return [.stopScan]
    }

    /// Esc stops the run; with none under way it steps back from a zoom or an insertion. It never starts anything.
    fileprivate mutating func stopOrStepBack() -> [Effect] {
        if desk.run.isUnderWay { return stopScan() }
        if desk.zoom.level > 0 {
            desk.zoom = Zoom()
        } else {
            desk.insertion = .end
            say(.done, Text.insertionOff)
        }
        return []
    }

    fileprivate mutating func toggleInsertion() -> [Effect] {
        guard let page = desk.page else { return [] }
        if desk.insertion == .before(page.id) {
            desk.insertion = .end
            say(.done, Text.insertionOff)
        } else {
            desk.insertion = .before(page.id)
            say(.done, Text.insertionOn.with(["page": String(page.index)]))
        }
        return []
    }

    /// Who presses undo right after a run means the run; a step from before it is taken back only when she says so.
    mutating func undoOrAsk() -> [Effect] {
        guard let dossier = desk.dossier, dossier.pagesSinceUndo > 0, let what = dossier.undo else { return undoNow() }
        layers.append(.question(Question(subject: .undoOlder(what, pages: dossier.pagesSinceUndo))))
        return []
    }

    mutating func undoNow() -> [Effect] { stepBackOrForth(\.undo, .undoneLine, Effect.undo) }

    /// Undo and redo say at once what they take back or do again.
    mutating func stepBackOrForth(
        _ step: KeyPath<DeskDossier, Phrase?>, _ text: Text, _ effect: (DossierID) -> Effect
    ) -> [Effect] {
        guard let dossier = desk.dossier, let what = dossier[keyPath: step] else { return [] }
        say(.done, text.with(["what": what(language)]))
        return [effect(dossier.id)]
    }

    /// Does something to the page at the cursor.
    fileprivate mutating func act(_ action: PageAction) -> [Effect] {
        guard let page = desk.page else { return [] }
        return act(action, on: page)
    }

    /// Left and right go from page to page, or move the part that is seen when zoomed in.
    fileprivate mutating func moveCursor(by step: Int) -> [Effect] {
        if desk.zoom.level > 0, abs(step) == 1 {
            desk.zoom.pan(x: Double(step), y: 0)
        } else {
            desk.moveCursor(to: desk.cursor + step)
        }
        return []
    }

    /// Up and down go from document to document, or move the part that is seen when zoomed in.
    fileprivate mutating func moveDocument(_ step: Int) -> [Effect] {
        if desk.zoom.level > 0 {
            desk.zoom.pan(x: 0, y: Double(step))
            return []
        }
        guard let dossier = desk.dossier, let index = desk.documentIndex else { return [] }
        let start = dossier.documents[index].firstPage
        let target = step < 0 && desk.cursor > start ? index : index + step
        if dossier.documents.indices.contains(target) {
            desk.moveCursor(to: dossier.documents[target].firstPage)
        } else if step > 0 {
            desk.moveCursor(to: dossier.pages.count - 1)
        }
        return []
    }
}

extension DeskState {
    fileprivate var isStoppable: Bool { run.isUnderWay || zoom.level > 0 || insertion != .end }

    /// Esc stops; with nothing running it steps back from what was set up.
    fileprivate var nameOfEscape: Text? {
        if run == .stopping { return .commandStopAtOnce }
        if run.isUnderWay { return nil }
        if zoom.level > 0 { return .commandWholePage }
        return switch insertion {
        case .end: nil
        case .before: .commandInsertOff
        case .replacing: .commandRescanOff
        case .into: .commandPlaceOff
        case .backs: .commandBacksOff
        }
    }

    fileprivate func isFirstOfDocument(_ page: PageTile) -> Bool { isFirstOfDocument(at: cursor) }

    /// Whether the page at an index is the first of its document.
    func isFirstOfDocument(at index: Int) -> Bool {
        guard let pages = dossier?.pages, index > 0, pages.indices.contains(index) else { return true }
        return pages[index - 1].document != pages[index].document
    }

    /// Changes the dossier as the store probably will; the cursor keeps its page, or its place when the page is gone.
    mutating func predict(_ change: (inout DeskDossier) -> Void) {
        guard var changed = dossier else { return }
        change(&changed)
        changed.pagesSinceUndo = 0
        take(changed)
    }
}
