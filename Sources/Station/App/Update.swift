import Records
import Terminal
import Texts

/// What happens: changes the state and says what is to be done outside. Synchronous and pure.
public func update(_ model: inout Model, _ message: Message) -> [Effect] {
    var effects: [Effect]
    let before = (screen: model.screen, dossier: model.desk.dossier?.id, message: model.message, isLeaving: model.isLeaving)
    switch message {
    case .input(let key): effects = model.handle(key)
    case .resized(let size):
        model.size = size
        model.redrawLivePage()
        model.sample.part = 0
        effects = []
    case .tick(let now):
        model.now = now
        effects = []
    case .event(let event): effects = model.apply(event)
    case .pictureDrawn(let request, let surface):
        model.pictures.set(.drawn(surface), for: request)
        effects = []
    }
    if (before.screen, before.dossier) != (model.screen, model.desk.dossier?.id) { model.forgetMessage(before.message) }
    model.noteSeenFinding()
    effects += model.followPaper()
    effects += model.followCorrection()
    if (before.screen, before.isLeaving) != (model.screen, model.isLeaving) { effects = model.sampleDraft(leaving: before.screen) + effects }
    let hidden = model.hiddenPages
    effects += model.pictures.ask(for: model.wantedPictures().filter { !hidden.contains($0.page) }).map(Effect.loadPicture)
    return effects
}

extension Model {
    // MARK: Keys

    mutating func handle(_ key: Key) -> [Effect] {
        startWarnings = []
        if case .mouse(let event) = key { return isTooSmall ? [] : endWord() + handle(event) }
        if isTooSmall { return handleTooSmall(key) }
        noticeOutsideInputMethod(key)
        if let effects = editField(key) {
            // What the person is typing is the answer to a warning such as "this field must be filled".
            if message?.kind == .warning { message = nil }
            return effects
        }
        let effects = endWord()
        leaveResumeDialog(by: key)
        for scope in scopes {
            if let command = CommandTable.command(for: key, in: scope) { return effects + perform(command) }
        }
        // What is typed next would go into this field, and not where she believes to be.
        if !layers.isEmpty, isTyping, !key.isText, CommandTable.command(for: key, in: .screens) != nil { say(.warning, Text.closeFieldFirst) }
        return effects
    }

    /// Who came to read or to correct has no paper in hand: what leads to another screen leads there.
    private mutating func leaveResumeDialog(by key: Key) {
        guard case .runStopped(let stop) = layers.last, stop.isResumed, !key.isText else { return }
        let isOfDialog = scopes.contains { CommandTable.command(for: key, in: $0) != nil }
        if !isOfDialog, CommandTable.command(for: key, in: .screens) != nil { closeLayer() }
    }

    /// With no screen to see, only what cannot do harm: stopping and leaving.
    private mutating func handleTooSmall(_ key: Key) -> [Effect] {
        switch key {
        case .escape where desk.run.isUnderWay: stopScan()
        case .control("q"): leave()
        default: []
        }
    }

    /// Runs a command, or says why it does not work now.
    mutating func perform(_ command: Command) -> [Effect] {
        if case .notNow(let reason) = command.availability(self) {
            say(.warning, reason)
            return []
        }
        if message?.kind == .warning || message?.kind == .trouble { message = nil }
        // What was done to a word is told until the next key, but for the hint that it stands elsewhere too; the list of the queue
        // goes on by itself.
        if message?.kind == .done, screen == .queue || screen == .correction && correction.last == nil { message = nil }
        return command.run(&self)
    }

    /// What an action did is told on the screen and for the dossier it was done to, and nowhere else. What is under way
    /// goes on being told.
    fileprivate mutating func forgetMessage(_ old: MessageLine?) {
        if message == old, message?.kind != .working { message = nil }
    }

    // MARK: Text fields

    /// Gives the key to the text field that has the focus. nil: there is none, or the key means nothing to it.
    private mutating func editField(_ key: Key) -> [Effect]? {
        guard let layer = layers.last else { return editScreenField(key) }
        switch layer {
        case .palette(var palette):
            guard palette.field.handle(key, typing: typing) else { return nil }
            palette.list = ListState()
            layers[layers.count - 1] = .palette(palette)
        case .countSheets(var count):
            guard count.edit(key, typing) else { return nil }
            layers[layers.count - 1] = .countSheets(count)
        case .numbers(var numbers):
            guard numbers.edit(key) else { return nil }
            layers[layers.count - 1] = .numbers(numbers)
        case .finishDossier(var finish):
            guard finish.edit(key, typing) else { return nil }
            layers[layers.count - 1] = .finishDossier(finish)
        case .newDossier(var new):
            guard new.isOnTitle ? new.title.handle(key, typing: typing) : new.code.handle(key) else { return nil }
            layers[layers.count - 1] = .newDossier(new)
        case .transfer(var state):
            guard state.field.handle(key, typing: typing) else { return nil }
            state.typed()
            layers[layers.count - 1] = .transfer(state)
            return searchOthers(state)
        case .withheld(var withheld):
            guard withheld.words.handle(key, typing: typing) else { return nil }
            layers[layers.count - 1] = .withheld(withheld)
        case .handover(var state):
            guard state.edit(key, typing) else { return nil }
            layers[layers.count - 1] = .handover(state)
        case .alike(var state):
            guard state.field.handle(key, typing: typing) else { return nil }
            layers[layers.count - 1] = .alike(state)
        case .withhold, .settle, .help, .runStopped, .blanks, .dropped, .findings, .contactSheet, .places, .flipStack, .notice, .question, .profiles,
            .boundaries:
            return nil
        }
        return []
    }

    private mutating func editScreenField(_ key: Key) -> [Effect]? {
        switch screen {
        case .register:
            // Who has just finished a dossier presses Space to scan: no search begins with one.
            if key == .character(" "), register[register.field].isEmpty { return [] }
            guard register[register.field].handle(key, typing: typing) else { return nil }
            register.list = ListState()
            register.opensWhenLoaded = false
            register.finished = nil
            return [.loadRegister(register.query)]
        case .boxes:
            if key == .character(" "), boxes.field.isEmpty { return [] }
            let before = boxes.field.text
            guard boxes.field.handle(key, typing: typing) else { return nil }
            // Home and End move in the word; the list stays where it is.
            return boxes.field.text == before ? [] : searchBoxes()
        case .search:
            guard search.field.handle(key, typing: typing) else { return nil }
            search.list = ListState()
            if search.field.isEmpty { search.results = nil }
            return searchAgain()
        case .export:
            guard !export.isRunning, export.target.handle(key) else { return nil }
            export.phase = .planning
            return export.target.isEmpty ? [] : [.planExport(target: export.target.text)]
        case .setup:
            guard !setup.isChoice, setup[setup.field].handle(key, typing: typing) else { return nil }
            return []
        case .correction:
            guard correction.edit?.field.handle(key, typing: typing) == true else { return nil }
            return []
        case .sample:
            guard isTypingLine, typeInLine(key) else { return nil }
            return []
        case .scanDesk, .reader, .queue, .withheldAll: return nil
        }
    }

    // MARK: Going about

    mutating func go(to target: Screen) -> [Effect] {
        if screen == .setup, setup.isChanged {
            layers.append(.question(Question(subject: .discardSettings)))
            return []
        }
        if target == .queue { noteWayBackFromQueue() }
        screen = target
        switch target {
        case .register: return [.loadRegister(register.query)]
        case .boxes: return enterBoxes()
        case .queue: return [.loadQueue]
        case .withheldAll: return [.loadWithheld]
        case .export: return enterExport()
        case .setup: return enterSetup()
        case .sample: return enterSample()
        case .search: return foundAgain
        case .scanDesk, .reader, .correction: return []
        }
    }

    private mutating func enterExport() -> [Effect] {
        if export.isRunning { return [] }
        export.phase = .planning
        if export.target.isEmpty { export.target.replace(with: settings.exportFolder) }
        return export.target.isEmpty ? [] : [.planExport(target: export.target.text)]
    }

    mutating func enterSetup() -> [Effect] {
        setup.fill(from: settings)
        setup.isLookingForDevices = true
        return [.listDevices]
    }

    mutating func leave() -> [Effect] {
        if isWorking {
            layers.append(.question(Question(subject: .leave)))
            return []
        }
        return leaveNow()
    }

    mutating func leaveNow() -> [Effect] {
        isLeaving = true
        var effects: [Effect] = []
        if desk.run.isUnderWay { effects.append(.stopScan) }
        if export.isRunning { effects.append(.stopExport) }
        if let dossier = desk.dossier { effects.append(.closeDossier(dossier.id)) }
        return effects + [.quit]
    }

    /// - Parameter finding: what was searched for, to be shown on it.
    mutating func openPage(_ page: PageID, from: Screen, finding: String? = nil) -> [Effect] {
        reader.page = page
        reader.finding = finding
        reader.place = 0
        reader.scroll = 0
        reader.zoom = Zoom()
        if screen != .reader { reader.cameFrom = from }
        screen = .reader
        return [.loadText(page, finding: finding)]
    }

    func bellIfWanted() -> [Effect] { settings.bell ? [.bell] : [] }
}

extension FinishState {
    mutating func edit(_ key: Key, _ typing: Typing) -> Bool {
        switch choice {
        case .recounted: recount.handle(key)
        case .other: reason.handle(key, typing: typing)
        case .missingBefore, .doubledNumber: false
        }
    }
}
