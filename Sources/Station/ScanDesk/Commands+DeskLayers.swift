import Records
import Terminal
import Texts

extension CommandTable {
    static let deskLayers: [Command] = findings + contactSheet + numbers + places + flipStack

    /// What a dialog did is taken back in it.
    static func undo(_ id: CommandID, _ scope: Scope) -> Command {
        Command(
            id, in: scope, keys: [.character("u")], name: .commandUndo, help: .commandUndoHelp, footer: 80,
            when: { $0.desk.dossier?.undo == nil ? .notNow(.nothingToUndo) : .available },
            run: { $0.undoOrAsk() })
    }

    // MARK: Findings

    private static let findings: [Command] =
        [
            Command(
                .findingsAccept, in: .findings, keys: [.enter], name: .commandFindingsAccept, help: .commandFindingsAcceptHelp, footer: 10,
                run: { $0.acceptFinding() }),
            Command(
                .findingsAcceptAlike, in: .findings, keys: [.character("a")], name: .commandFindingsAcceptAlike,
                help: .commandFindingsAcceptAlikeHelp, footer: 20, run: { $0.acceptAlike() }),
            Command(
                .findingsDeskew, in: .findings, keys: [.character("k")], name: .commandDeskew, help: .commandDeskewHelp, footer: 30,
                when: { $0.selectedFinding?.finding.code == .skew ? .available : .notNow(.notSkewed) },
                run: { model in
                    guard let (page, finding) = model.selectedFinding else { return [] }
                    return model.act(.deskew(finding.value ?? 0), on: page)
                }),
            Command(
                .findingsTurn, in: .findings, keys: [.character("]")], name: .commandTurnRight, help: .commandTurnRightHelp,
                when: \.findingIsOfPage, run: { model in model.selectedFinding.map { model.act(.turn(90), on: $0.page) } ?? [] }),
            Command(
                .findingsDrop, in: .findings, keys: [.character("x")], name: .commandDrop, help: .commandDropHelp, footer: 40,
                when: \.findingIsOfPage, run: { model in model.selectedFinding.map { model.act(.drop, on: $0.page) } ?? [] }),
            Command(
                .findingsRescan, in: .findings, keys: [.character("r")], name: .commandRescan, help: .commandRescanHelp, footer: 50,
                when: { $0.desk.run.isUnderWay ? .notNow(.stopScanningFirst) : $0.findingIsOfPage },
                run: { model in
                    guard let page = model.selectedFinding?.page else { return [] }
                    model.goToPage(page)
                    return model.toggleRescan()
                }),
            Command(
                .findingsGo, in: .findings, keys: [.character("g")], name: .commandGoToPage, help: .commandGoToPageHelp, footer: 60,
                run: { model in
                    if let page = model.selectedFinding?.page { model.goToPage(page) }
                    return []
                }),
            undo(.findingsUndo, .findings), close(.findingsClose, .findings),
        ]
        + ListCommands(up: .findingsUp, down: .findingsDown, pageUp: .findingsPageUp, pageDown: .findingsPageDown)
        .commands(in: .findings) { model, move in
            guard case .findings(var list) = model.layers.last else { return [] }
            list.move(move, count: model.desk.openFindings.count)
            model.layers[model.layers.count - 1] = .findings(list)
            return []
        }

    // MARK: Contact sheet

    private static func onContact(
        _ id: CommandID, _ key: Key, _ name: Text, _ help: Text, footer: Int? = nil, _ action: PageAction
    ) -> Command {
        Command(id, in: .contactSheet, keys: [key], name: name, help: help, footer: footer) { model in
            model.selectedOnContact.map { model.act(action, on: $0) } ?? []
        }
    }

    private static func contactMove(_ id: CommandID, _ keys: [Key], _ step: @escaping @Sendable (Model) -> Int) -> Command {
        Command(id, in: .contactSheet, keys: keys, name: .commandBlanksMove, help: .commandBlanksMoveHelp) { model in
            guard case .contactSheet(var list) = model.layers.last else { return [] }
            list.step(step(model), count: model.desk.dossier?.pages.count ?? 0)
            model.layers[model.layers.count - 1] = .contactSheet(list)
            return []
        }
    }

    private static let contactSheet: [Command] = [
        Command(
            .contactGo, in: .contactSheet, keys: [.enter], name: .commandGoToPage, help: .commandGoToPageHelp, footer: 10,
            run: { model in
                if let page = model.selectedOnContact { model.goToPage(page) }
                return []
            }),
        onContact(.contactSplit, .character("t"), .commandSplit, .commandSplitHelp, footer: 20, .split),
        onContact(.contactMerge, .character("g"), .commandMerge, .commandMergeHelp, footer: 30, .merge),
        onContact(.contactDrop, .character("x"), .commandDrop, .commandDropHelp, footer: 40, .drop),
        onContact(.contactTurnLeft, .character("["), .commandTurnLeft, .commandTurnLeftHelp, .turn(270)),
        onContact(.contactTurnRight, .character("]"), .commandTurnRight, .commandTurnRightHelp, footer: 50, .turn(90)),
        onContact(.contactMoveUp, .character(","), .commandMoveUp, .commandMoveUpHelp, footer: 60, .moveUp),
        onContact(.contactMoveDown, .character("."), .commandMoveDown, .commandMoveDownHelp, footer: 70, .moveDown),
        contactMove(.contactPrevious, [.left]) { _ in -1 },
        contactMove(.contactNext, [.right]) { _ in 1 },
        contactMove(.contactUp, [.up]) { -$0.contactGrid.perRow },
        contactMove(.contactDown, [.down]) { $0.contactGrid.perRow },
        contactMove(.contactFirst, [.pageUp, .home]) { -$0.contactGrid.perScreen },
        contactMove(.contactLast, [.pageDown, .end]) { $0.contactGrid.perScreen },
        undo(.contactUndo, .contactSheet), close(.contactClose, .contactSheet),
    ]

    // MARK: Pencil numbers

    private static func numbersMove(_ id: CommandID, _ keys: [Key], _ step: @escaping @Sendable (Model) -> Int) -> Command {
        Command(id, in: .numbers, keys: keys, name: .commandBlanksMove, help: .commandBlanksMoveHelp) { model in
            model.moveInNumbers(step(model))
            return []
        }
    }

    private static let numbers: [Command] = [
        Command(
            .numbersAccept, in: .numbers, keys: [.enter], name: .commandNumbersAccept, help: .commandNumbersAcceptHelp, footer: 10,
            run: { $0.acceptNumber() }),
        Command(
            .numbersZoom, in: .numbers, keys: [.character("+"), .character("="), .character("-")], name: .commandNumbersZoom,
            help: .commandNumbersZoomHelp, footer: 15,
            run: { model in
                guard case .numbers(var numbers) = model.layers.last else { return [] }
                numbers.isLarge.toggle()
                model.layers[model.layers.count - 1] = .numbers(numbers)
                return []
            }),
        Command(
            .numbersRole, in: .numbers, keys: [.tab], name: .commandNumbersRole, help: .commandNumbersRoleHelp, footer: 20,
            run: { $0.nextRole() }),
        Command(
            .numbersClear, in: .numbers, keys: [.delete], name: .commandNumbersClear, help: .commandNumbersClearHelp, footer: 30,
            when: { $0.selectedSheet?.isLabelled == true ? .available : .notNow(.sheetFollowsOrder) },
            run: { model in model.selectedSheet.map { model.act(.label(nil), on: $0) } ?? [] }),
        numbersMove(.numbersPrevious, [.left]) { _ in -1 },
        numbersMove(.numbersNext, [.right]) { _ in 1 },
        numbersMove(.numbersUp, [.up, .pageUp]) { -$0.numbersGrid.perRow },
        numbersMove(.numbersDown, [.down, .pageDown]) { $0.numbersGrid.perRow },
        undo(.numbersUndo, .numbers), close(.numbersClose, .numbers),
    ]

    // MARK: Places

    private static let places: [Command] = [
        Command(
            .placesTake, in: .places, keys: [.enter], name: .commandPlacesTake, help: .commandPlacesTakeHelp, footer: 10,
            when: { model in
                if case .place? = model.selectedPlace { return model.desk.run.isUnderWay ? .notNow(.stopScanningFirst) : .available }
                return .available
            },
            run: { $0.takePlace() }),
        Command(
            .placesRelease, in: .places, keys: [.character("x"), .delete], name: .commandPlacesRelease, help: .commandPlacesReleaseHelp,
            footer: 20,
            when: { model in
                guard case .place(let place)? = model.selectedPlace, place.isOpen else { return .notNow(.onlyOpenPlaces) }
                return .available
            },
            run: { model in
                guard let dossier = model.desk.dossier, case .place(let place)? = model.selectedPlace else { return [] }
                model.say(.done, Text.didRelease)
                return [.release(dossier.id, place.id)]
            }),
        Command(.placesUp, in: .places, keys: [.up], name: .commandListUp, help: .commandListUpHelp) { $0.moveInPlaces(.up) },
        Command(.placesDown, in: .places, keys: [.down], name: .commandListDown, help: .commandListDownHelp) { $0.moveInPlaces(.down) },
        close(.placesClose, .places),
    ]

    // MARK: Manual duplex

    private static let flipStack: [Command] = [
        Command(
            .flipScan, in: .flipStack, keys: [.character(" ")], name: .commandFlipScan, help: .commandFlipScanHelp, footer: 10,
            when: \.scanAvailability,
            run: { model in
                guard case .flipStack(let flip) = model.layers.last else { return [] }
                model.closeLayer()
                model.desk.insertion = .backs(reversed: flip.isReversed)
                return model.beginScan()
            }),
        Command(
            .flipOrder, in: .flipStack, keys: [.tab], name: .commandFlipOrder, help: .commandFlipOrderHelp, footer: 20,
            run: { model in
                guard case .flipStack(var flip) = model.layers.last else { return [] }
                flip.isReversed.toggle()
                model.layers[model.layers.count - 1] = .flipStack(flip)
                return []
            }),
        Command(
            .flipNone, in: .flipStack, keys: [.character("0")], name: .commandFlipNone, help: .commandFlipNoneHelp, footer: 30,
            run: { model in
                model.closeLayer()
                model.desk.isWithoutBacks = true
                model.say(.done, Text.didFlipNone)
                return []
            }),
        close(.flipClose, .flipStack),
    ]
}

// What they do.
extension Model {
    var selectedFinding: (page: PageTile, finding: Finding)? {
        guard case .findings(let list) = layers.last else { return nil }
        let open = desk.openFindings
        return open.indices.contains(list.selected) ? open[list.selected] : nil
    }

    /// A sheet "hồ sơ mới" is left out already, and no page to be worked on.
    fileprivate var findingIsOfPage: Availability {
        selectedFinding?.finding.code == .newDossier ? .notNow(.separatorIsNoPage) : .available
    }

    /// The finding at the cursor of its list lies before somebody's eyes, with the page beside it.
    mutating func noteSeenFinding() {
        if let (page, finding) = selectedFinding { desk.see(page, finding) }
    }

    var selectedOnContact: PageTile? {
        guard case .contactSheet(let list) = layers.last, let pages = desk.dossier?.pages, pages.indices.contains(list.selected) else { return nil }
        return pages[list.selected]
    }

    var selectedSheet: PageTile? {
        guard case .numbers(let numbers) = layers.last, let sheets = desk.dossier?.sheetFronts, sheets.indices.contains(numbers.list.selected)
        else { return nil }
        return sheets[numbers.list.selected]
    }

    var selectedPlace: PlaceLine? {
        guard case .places(let list) = layers.last, placeLines.indices.contains(list.selected) else { return nil }
        return placeLines[list.selected]
    }

    /// Does something to a page that a dialog shows; the dialog goes on with what is left.
    mutating func act(_ action: PageAction, on page: PageTile) -> [Effect] {
        guard let dossier = desk.dossier else { return [] }
        if action == .split, desk.isFirstOfDocument(at: page.index - 1) {
            say(.warning, Text.alreadyFirstOfDocument)
            return []
        }
        desk.predict { $0.predict(action, on: page.id) }
        closeSettledGrids()
        followOnContact(page, action)
        say(.done, Text.done(action, page: page.index, of: dossier))
        return [.page(dossier.id, page.id, action)]
    }

    /// The cursor of the contact sheet stays on a page that moves.
    private mutating func followOnContact(_ page: PageTile, _ action: PageAction) {
        guard case .contactSheet(var list) = layers.last, action == .moveUp || action == .moveDown,
            let index = desk.dossier?.pages.firstIndex(where: { $0.id == page.id })
        else { return }
        list.select(index, count: desk.dossier?.pages.count ?? 0)
        layers[layers.count - 1] = .contactSheet(list)
    }

    mutating func goToPage(_ page: PageTile) {
        closeLayer()
        desk.moveCursor(to: page.index - 1)
    }

    fileprivate mutating func acceptFinding() -> [Effect] {
        guard let (page, finding) = selectedFinding else { return [] }
        return act(.accept(finding.code), on: page)
    }

    fileprivate mutating func acceptAlike() -> [Effect] {
        guard let dossier = desk.dossier, let code = selectedFinding?.finding.code else { return [] }
        let alike = desk.openFindings.filter { $0.finding.code == code }.map { OpenFinding(page: $0.page.id, code: code) }
        desk.predict { $0.predictAccepted(alike) }
        closeSettledGrids()
        say(.done, Text.didAcceptAlike.with(["count": String(alike.count)]))
        return [.acceptFindings(dossier.id, alike)]
    }

    fileprivate mutating func moveInNumbers(_ step: Int) {
        guard case .numbers(var numbers) = layers.last else { return }
        numbers.list.step(step, count: desk.dossier?.sheetFronts.count ?? 0)
        numbers.typed.replace(with: "")
        layers[layers.count - 1] = .numbers(numbers)
    }

    /// Takes the number that was typed, and goes to the next sheet.
    fileprivate mutating func acceptNumber() -> [Effect] {
        guard case .numbers(let numbers) = layers.last, let sheet = selectedSheet else { return [] }
        let typed = numbers.typed.text
        moveInNumbers(1)
        return typed.isEmpty ? [] : act(.label(typed), on: sheet)
    }

    fileprivate mutating func nextRole() -> [Effect] {
        guard let sheet = selectedSheet else { return [] }
        let roles: [SheetRole] = [.document, .cover, .contents, .closing, .other]
        let next = roles[((roles.firstIndex(of: sheet.role) ?? 0) + 1) % roles.count]
        return act(.role(next), on: sheet)
    }

    fileprivate mutating func moveInPlaces(_ move: ListState.Move) -> [Effect] {
        guard case .places(var list) = layers.last else { return [] }
        list.move(move, count: placeLines.count)
        layers[layers.count - 1] = .places(list)
        return []
    }

    /// An open place is taken for the next scan; a kind makes a new one behind the page at the cursor.
    fileprivate mutating func takePlace() -> [Effect] {
        guard let dossier = desk.dossier, let line = selectedPlace else { return [] }
        closeLayer()
        switch line {
        case .place(let place):
            desk.insertion = .into(place.id)
            say(.done, Text.placeTaken.with(["sheet": place.label]))
            return []
        case .new(let kind):
            say(.done, Text.didReserve.with(["kind": kind.text(language)]))
            return [.reserve(dossier.id, kind, after: desk.page?.id)]
        }
    }

    /// The sheet at the cursor is scanned again with the next Space, in its place.
    mutating func toggleRescan() -> [Effect] {
        guard let page = desk.page else { return [] }
        if desk.insertion == .replacing(page.id) {
            desk.insertion = .end
            say(.done, Text.insertionOff)
        } else {
            desk.insertion = .replacing(page.id)
            say(.done, Text.rescanOn.with(["page": String(page.index), "sheet": page.shownLabel(language)]))
        }
        return []
    }
}
