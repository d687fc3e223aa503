import Records
import Terminal
import Texts

extension CommandTable {
    static let withholding: [Command] = atOnce + withholdLayer + withheldLayer

    private static let atOnce: [Command] = [
        Command(
            .withhold, in: .always, keys: [.function(10), .control("g")], name: .commandWithhold, help: .commandWithholdHelp, footer: 65,
            when: \.withholdAvailability, run: { $0.withholdNow() }),
        Command(
            .withheldList, in: .scanDesk, keys: [.character("y")], name: .commandWithheldList, help: .commandWithheldListHelp, footer: 112,
            when: { $0.desk.dossier?.withheld.isEmpty == false ? .available : .notNow(.nothingWithheld) },
            run: { model in
                model.layers.append(.withheld(WithheldState(model.desk.dossier?.withheld ?? [], at: model.desk.withheldInHand)))
                model.desk.seeMarks()
                return []
            }),
    ]

    private static func reason(_ id: CommandID, _ key: Character, _ reason: WithholdingReason) -> Command {
        Command(id, in: .withhold, keys: [.character(key)], name: reason.text, help: .commandWithholdReasonHelp) { model in
            guard case .withhold(var state) = model.layers.last else { return [] }
            state.reason = reason
            model.layers[model.layers.count - 1] = .withhold(state)
            return []
        }
    }

    private static func scope(_ id: CommandID, _ key: Key, _ step: Int) -> Command {
        Command(id, in: .withhold, keys: [key], name: .commandWithholdScope, help: .commandWithholdScopeHelp) { model in
            guard case .withhold(var state) = model.layers.last else { return [] }
            state.move(step)
            model.layers[model.layers.count - 1] = .withhold(state)
            return []
        }
    }

    private static let withholdLayer: [Command] = [
        Command(
            .withholdAccept, in: .withhold, keys: [.enter], name: .commandWithholdAccept, help: .commandWithholdAcceptHelp, footer: 10,
            run: { $0.acceptWithholding() }),
        reason(.withholdSecret, "1", .suspectedSecret), reason(.withholdRestricted, "2", .restricted),
        reason(.withholdDamaged, "3", .damaged), reason(.withholdUnsuitable, "4", .unsuitable),
        Command(
            .withholdMistake, in: .withhold, keys: [.character("n")], name: .commandWithholdMistake, help: .commandWithholdMistakeHelp, footer: 20,
            run: { $0.takeBackWithholding() }),
        scope(.withholdUp, .up, -1), scope(.withholdDown, .down, 1),
        Command(.withholdClose, in: .withhold, keys: [.escape], name: .commandClose, help: .commandWithholdCloseHelp, footer: 90, run: { $0.leaveWithholding() }),
    ]

    private static let withheldLayer: [Command] = [
        Command(
            .withheldRelease, in: .withheld, keys: [.enter], name: .commandWithheldRelease, help: .commandWithheldReleaseHelp, footer: 10,
            when: { model in
                guard case .withheld(let state) = model.layers.last, state.hasWords else { return .notNow(.typeWhoDecided) }
                return .available
            },
            run: { $0.releaseSelected() }),
        Command(
            .withheldSlip, in: .withheld, keys: [.function(5)], name: .commandWithheldSlip, help: .commandWithheldSlipHelp, footer: 20,
            run: { model in
                guard case .withheld(let state) = model.layers.last, let lines = model.desk.dossier?.withheld, lines.indices.contains(state.list.selected) else { return [] }
                return [.printReplacementSlip(lines[state.list.selected].id)]
            }),
        Command(.withheldUp, in: .withheld, keys: [.up], name: .commandListUp, help: .commandListUpHelp) { $0.moveInWithheld(.up) },
        Command(.withheldDown, in: .withheld, keys: [.down], name: .commandListDown, help: .commandListDownHelp) { $0.moveInWithheld(.down) },
        close(.withheldClose, .withheld),
    ]
}

extension Model {
    /// Whether nothing of a page may be seen: by what the station says, or since the key that was pressed just now.
    func isHidden(_ page: PageTile) -> Bool { page.withheld != nil || hidden.contains(page.id) }

    /// The pages here of which nothing may be seen.
    var hiddenPages: Set<PageID> {
        var pages = hidden
        if let dossier = desk.dossier { pages.formUnion((dossier.pages + dossier.dropped).filter { $0.withheld != nil }.map(\.id)) }
        // Of a page on the desk the desk knows better, and what the reader showed before it was left may have been released since.
        if screen == .reader, let read = reader.text?.page, read.withheld != nil, desk.tile(of: read.id) == nil { pages.insert(read.id) }
        return pages
    }

    /// What else shows pages of the dossier on the desk follows what is withheld of them now.
    mutating func followWithheld() -> [Effect] {
        for (index, layer) in layers.enumerated() {
            guard case .runStopped(var stop) = layer else { continue }
            stop.lastGood = stop.lastGood.map { desk.tile(of: $0.id) ?? $0 }
            layers[index] = .runStopped(stop)
        }
        guard let read = reader.text?.page, let tile = desk.tile(of: read.id), (tile.withheld == nil) != (read.withheld == nil) else { return [] }
        reader.text?.page = tile
        return screen == .reader && tile.withheld == nil ? [.loadText(tile.id, finding: reader.finding)] : []
    }

    /// The page a person has before her eyes: of the dialog on top, else of the screen.
    private var pageInSight: PageID? {
        switch layers.last {
        case .findings: selectedFinding?.page.id
        case .boundaries: selectedProposal?.page.id
        case .contactSheet: selectedOnContact?.id
        case .numbers: selectedSheet?.id
        case .blanks(let list): desk.blanksInQuestion.indices.contains(list.selected) ? desk.blanksInQuestion[list.selected].id : nil
        case .dropped(let list): desk.dossier.flatMap { $0.dropped.indices.contains(list.selected) ? $0.dropped[list.selected].id : nil }
        case .withhold, .withheld: nil
        default: pageOfScreen
        }
    }

    private var pageOfScreen: PageID? {
        switch screen {
        case .scanDesk: desk.page?.id
        case .reader: reader.page
        case .correction: correction.page
        case .sample: sample.task?.page
        case .search: search.selected?.page
        case .queue: queue.selected?.page
        case .register, .boxes, .withheldAll, .export, .setup: nil
        }
    }

    fileprivate var withholdAvailability: Availability {
        if let page = pageInSight { return hiddenPages.contains(page) ? .notNow(.alreadyWithheld) : .available }
        guard screen == .register, layers.isEmpty, let line = register.selected else { return .notNow(.nothingToWithhold) }
        return line.stage == .withheld ? .notNow(.alreadyWithheld) : .available
    }

    /// Before anything is asked: nothing of the document is on the screen any more.
    fileprivate mutating func withholdNow() -> [Effect] {
        guard let page = pageInSight else {
            guard let line = register.selected else { return [] }
            layers.append(.withhold(WithholdState(dossier: line.id, code: line.code)))
            say(.warning, Text.didWithholdDossier.with(["code": line.code]))
            return [.withholdDossier(line.id, .suspectedSecret)]
        }
        let dossier = desk.dossier.flatMap { dossier in (dossier.pages + dossier.dropped).contains { $0.id == page } ? dossier : nil }
        let document = dossier.flatMap { dossier in (dossier.pages + dossier.dropped).first { $0.id == page }?.document }
        let pages = (dossier?.pages ?? []) + (dossier?.dropped ?? [])
        let place = placeInSight(page)
        hide(Set(pages.filter { $0.document == document }.map(\.id)).union([page]))
        layers.append(.withhold(WithholdState(page: page, onDesk: dossier?.id, place: place)))
        say(.warning, Text.didWithhold)
        return [.withhold(page, onDesk: dossier?.id)]
    }

    /// `HS1 · trang 3`; empty where the screen has no name for it.
    private func placeInSight(_ page: PageID) -> String {
        let place: (code: String, index: Int)? =
            if let hit = search.results?.hits.first(where: { $0.page == page }), screen == .search { (hit.code, hit.pageIndex) }
            else if screen == .correction, let dossier = correction.dossier, let tile = correction.pageInHand?.tile { (dossier.code, tile.index) }
            else if let dossier = desk.dossier, let tile = dossier.pages.first(where: { $0.id == page }) { (dossier.code, tile.index) }
            else if let read = reader.text, read.page.id == page { (read.code, read.page.index) } else { nil }
        return place.map { Text.withholdPlace.with(["code": $0.code, "page": String($0.index)])(language) } ?? ""
    }

    /// Takes pages off the screen in this very frame, until the station has said what is withheld.
    private mutating func hide(_ pages: Set<PageID>) {
        hidden.formUnion(pages)
        forget(pages)
        if let stored = desk.live?.storedAs, pages.contains(stored) { desk.live = nil }
        desk.zoom = Zoom()
    }

    /// What was known of pages that are withheld is known no longer.
    private mutating func forget(_ pages: Set<PageID>) {
        pictures.forget(pages)
        if let read = reader.text?.page.id, pages.contains(read) {
            reader.text?.recognised = nil
            reader.text?.found = []
        }
        let isUnderHands = screen == .correction && correction.edit != nil && correction.page.map(pages.contains) == true
        correction.forget(pages)
        // The next keys of her word are not to become commands on the page that comes.
        if isUnderHands, layers.isEmpty {
            layers.append(.notice(Failure(
                code: "withheld", message: Text.correctionWithheldMeanwhile.phrase, kept: Text.correctionWithheldKept.phrase, todo: Text.correctionWithheldTodo.phrase)))
        }
        sample.forget(pages)
        search.forget(pages)
    }

    /// Pages of a dossier that is not on the desk were withheld: what the screen shows of them goes at once.
    mutating func withheldElsewhere(_ pages: Set<PageID>) -> [Effect] {
        let isSeen = switch screen {
        case .reader: reader.page.map(pages.contains) == true
        case .correction: correction.dossier?.pages.contains { pages.contains($0.tile.id) } == true
        case .sample: sample.task.map { pages.contains($0.page) } == true
        // An answer on the way may still have them.
        case .search: true
        default: false
        }
        forget(pages)
        return isSeen ? withheld(pages, asked: []) : []
    }

    /// In the dossier on the desk. Behind another screen it needs the dossier's code, and a dialog: the next key wipes a line.
    mutating func secrecyFound(in code: String, page: Int, _ mark: SecrecyMark) -> [Effect] {
        let message = Text.secrecyFoundElsewhere.with(["code": code, "page": String(page), "mark": mark.text(language)])
        if screen == .scanDesk {
            say(.trouble, Text.secrecyFound.with(["page": String(page), "mark": mark.text(language)]))
        } else if isTyping {
            say(.trouble, message)
        } else {
            tellUnderDialogs(.notice(Failure(
                code: "secrecy_found", message: message, kept: Text.secrecyKept.phrase, todo: Text.secrecyTodo.with(["code": code]))))
        }
        return bellIfWanted()
    }

    /// Another process may have withheld something: what the screen knows of it goes too.
    mutating func forgetWithheld() {
        let pages = hiddenPages
        if !pages.isEmpty { forget(pages) }
    }

    /// The station has withheld what was asked, or could not: what is hidden follows from what it tells of the pages.
    /// - Parameter asked: the pages this answers for; another panic may not have been answered yet.
    mutating func withheld(_ pages: Set<PageID>, asked: Set<PageID>) -> [Effect] {
        forget(pages)
        // What comes next is not to be taken for what was withheld: it waits until the dialog has been answered.
        if screen == .correction, case .withhold = layers.last {
            hidden.subtract(asked)
            hidden.formUnion(pages)
            correction.leaving = pages
            return []
        }
        hidden.subtract(asked)
        if let page = reader.page, screen == .reader { return [.loadText(page, finding: reader.finding)] }
        if screen == .correction { return loadCorrectionAgain(without: pages) }
        if screen == .sample { return [.loadSample] }
        // More of them may stand below what was listed.
        if screen == .search { return foundAgain }
        return screen == .register ? [.loadRegister(register.query)] : []
    }

    /// The dialog that says it is withheld goes: it is not.
    mutating func notWithheld(_ asked: Set<PageID>) -> [Effect] {
        layers.removeAll { if case .withhold = $0 { true } else { false } }
        return withheld([], asked: asked)
    }

    /// As it is. On the correction screen the next page comes now.
    fileprivate mutating func leaveWithholding() -> [Effect] {
        closeLayer()
        guard screen == .correction, !correction.leaving.isEmpty else { return [] }
        let effects = loadCorrectionAgain(without: correction.leaving)
        if case .page(let page) = correction.target, page != correction.page, let next = correction.dossier?.pages.first(where: { $0.tile.id == page }) {
            say(.warning, Text.didWithholdGoOn.with(["page": String(next.tile.index)]))
        }
        return effects
    }

    fileprivate mutating func takeBackWithholding() -> [Effect] {
        guard case .withhold(let state) = layers.last else { return [] }
        closeLayer()
        say(.done, Text.didReleaseWithheld)
        return [.takeBackWithholding(state.subject)]
    }

    fileprivate mutating func acceptWithholding() -> [Effect] {
        guard case .withhold(let state) = layers.last else { return [] }
        closeLayer()
        say(.done, Text.didWithholdAs.with(["what": state.scope.text(language).lowercased(), "reason": state.reason.text(language).lowercased()]))
        switch state.subject {
        case .dossier(let id, _): return [.withholdDossier(id, state.reason)]
        case .page(let page, let dossier): return [.rewithhold(page, onDesk: dossier, state.scope, state.reason)]
        }
    }

    fileprivate mutating func moveInWithheld(_ move: ListState.Move) -> [Effect] {
        guard case .withheld(var state) = layers.last else { return [] }
        state.list.move(move, count: desk.dossier?.withheld.count ?? 0)
        layers[layers.count - 1] = .withheld(state)
        return []
    }

    fileprivate mutating func releaseSelected() -> [Effect] {
        guard case .withheld(let state) = layers.last, let dossier = desk.dossier, dossier.withheld.indices.contains(state.list.selected) else { return [] }
        // Another terminal may have changed the list under the words.
        guard dossier.withheld.map(\.id) == state.shown else {
            layers[layers.count - 1] = .withheld(WithheldState(dossier.withheld))
            say(.warning, Text.withheldListChanged)
            return []
        }
        closeLayer()
        say(.done, Text.didReleaseWithheld)
        return [.releaseWithheld(dossier.id, dossier.withheld[state.list.selected].id, state.words.text)]
    }
}
