import Records
import Terminal
import Texts

extension CommandTable {
    static let boxes: [Command] = boxesScreen + handoverLayer

    private static func onBox(
        _ id: CommandID, _ key: Key, _ name: Text, _ help: Text, footer: Int, when more: @escaping @Sendable (BoxStanding) -> Text? = { _ in nil },
        run: @escaping @Sendable (inout Model, BoxStanding) -> [Effect]
    ) -> Command {
        Command(
            id, in: .boxes, keys: [key], name: name, help: help, footer: footer,
            when: { model in
                guard let box = model.boxes.selected else { return .notNow(.noBoxSelected) }
                return more(box).map(Availability.notNow) ?? .available
            },
            run: { model in model.boxes.selected.map { run(&model, $0) } ?? [] })
    }

    private static let boxesScreen: [Command] =
        [
            onBox(.boxesOpen, .enter, .commandBoxesOpen, .commandBoxesOpenHelp, footer: 10) { $0.openRegister(ofBox: $1) },
            Command(
                .boxesReceive, in: .boxes, keys: [.insert], name: .commandBoxesReceive, help: .commandBoxesReceiveHelp, footer: 20,
                run: { $0.askForReceipt() }),
            onBox(
                .boxesReturn, .control("t"), .commandBoxesReturn, .commandBoxesReturnHelp, footer: 30,
                when: { $0.presence == .notReceived ? .boxIsNotHere : nil }
            ) { model, box in
                model.layers.append(.handover(HandoverState(.return, box)))
                return []
            },
            onBox(
                .boxesAccept, .control("y"), .commandBoxesAccept, .commandBoxesAcceptHelp, footer: 40,
                when: { $0.acceptable > 0 ? nil : .nothingAcceptable }
            ) { model, box in
                model.layers.append(.question(Question(subject: .acceptBox(box.label, dossiers: box.acceptable))))
                return []
            },
            onBox(
                .boxesMinutes, .control("o"), .commandBoxesMinutes, .commandBoxesMinutesHelp, footer: 50,
                when: { $0.visit == nil ? .boxHasNoBatch : nil }
            ) { model, box in
                guard let batch = box.visit?.batch else { return [] }
                model.say(.working, Text.printingPaper)
                return [.printMinutes(batch)]
            },
            Command(
                .boxesSlips, in: .boxes, keys: [.control("l")], name: .commandBoxesSlips, help: .commandBoxesSlipsHelp, footer: 60,
                run: { model in
                    model.say(.working, Text.printingPaper)
                    return [.printSlips]
                }),
            Command(
                .boxesColour, in: .boxes, keys: [.tab], name: .commandBoxesColour, help: .commandBoxesColourHelp, footer: 15,
                run: { model in
                    model.boxes.nextColour()
                    return [.loadBoxes(model.boxes.query)]
                }),
            Command(
                .boxesBack, in: .boxes, keys: [.escape], name: .commandBoxesBack, help: .commandBoxesBackHelp, footer: 70,
                run: { $0.leaveBoxes() }),
        ]
        + ListCommands(up: .boxesUp, down: .boxesDown, pageUp: .boxesPageUp, pageDown: .boxesPageDown)
        .commands(in: .boxes) { $0.moveInBoxes($1) }

    private static func change(_ id: CommandID, _ keys: [Key], _ name: Text, _ help: Text, footer: Int? = nil, _ body: @escaping @Sendable (inout HandoverState) -> Void)
        -> Command
    {
        Command(id, in: .handover, keys: keys, name: name, help: help, footer: footer) { model in
            model.changeHandover(body)
            return []
        }
    }

    private static let handoverLayer: [Command] = [
        Command(
            .handoverAccept, in: .handover, keys: [.enter], name: .commandHandoverAccept, help: .commandHandoverAcceptHelp, footer: 10,
            run: { $0.acceptHandover() }),
        change(.handoverNext, [.tab, .down], .commandHandoverNext, .commandHandoverNextHelp, footer: 20) { $0.move(1) },
        change(.handoverPrevious, [.backTab, .up], .commandHandoverNext, .commandHandoverPreviousHelp) { $0.move(-1) },
        change(.handoverChoiceBefore, [.left], .commandHandoverChoice, .commandHandoverChoiceHelp) { $0.choose(-1) },
        change(.handoverChoiceAfter, [.right], .commandHandoverChoice, .commandHandoverChoiceHelp) { $0.choose(1) },
        close(.handoverClose, .handover, .commandHandoverClose, .commandHandoverCloseHelp),
    ]
}

extension BoxStanding {
    /// Dossiers of which nothing but the acceptance is missing, as far as the box tells.
    fileprivate var acceptable: Int { issues.first { $0.code == .notAccepted }?.count ?? 0 }
}

extension Model {
    // MARK: The list

    mutating func enterBoxes() -> [Effect] { [.loadBoxes(boxes.query), .countBoxes, .loadBatches] }

    fileprivate mutating func moveInBoxes(_ move: ListState.Move) -> [Effect] {
        boxes.list.move(move, count: boxes.total)
        boxes.printed = nil
        return (boxes.needsMoreLines ? [.loadBoxes(boxes.query)] : []) + lookAtBox()
    }

    /// Asks for the selected box, unless it is here as it stands now.
    func lookAtBox() -> [Effect] {
        guard screen == .boxes, let box = boxes.selected, boxes.known?.standing != box else { return [] }
        return [.loadBox(box.label)]
    }

    mutating func searchBoxes() -> [Effect] {
        boxes.list = ListState()
        return [.loadBoxes(boxes.query)]
    }

    fileprivate mutating func leaveBoxes() -> [Effect] {
        guard !boxes.field.isEmpty || boxes.colour != nil else { return go(to: .scanDesk) }
        boxes.field.replace(with: "")
        boxes.colour = nil
        return searchBoxes()
    }

    fileprivate mutating func openRegister(ofBox box: BoxStanding) -> [Effect] {
        register.clearFilter()
        register.box.replace(with: box.label)
        register.list = ListState()
        return go(to: .register)
    }

    // MARK: Coming and going

    fileprivate mutating func askForReceipt() -> [Effect] {
        layers.append(.handover(HandoverState(.receipt, boxes.selected, label: boxes.field.text, batches: boxes.batches)))
        return [.loadBatches]
    }

    fileprivate mutating func changeHandover(_ body: (inout HandoverState) -> Void) {
        layers = layers.map { layer in
            guard case .handover(var state) = layer else { return layer }
            body(&state)
            return .handover(state)
        }
    }

    fileprivate mutating func acceptHandover() -> [Effect] {
        guard case .handover(let state) = layers.last, !state.isSent else { return [] }
        if let (field, why) = state.obstacle {
            changeHandover { $0.focus(on: field) }
            say(.warning, why)
            return []
        }
        guard let count = state.count else { return [] }
        let effect: Effect? =
            switch state.kind {
            case .receipt: state.receipt.map(Effect.receiveBox)
            case .return where state.isRecount: state.known.map { .recountBox($0.label, count) }
            case .return: state.known.map { .returnBox($0.label, count, state.needsReason ? state.earlyReason : nil) }
            }
        changeHandover { $0.isSent = true }
        return effect.map { [$0] } ?? []
    }

    /// Mistyped, or new: only the person knows.
    mutating func boxIsUnknown(_ label: String, _ nearest: String?) {
        guard case .handover(let state) = layers.last, state.isSent else { return }
        changeHandover {
            $0.isSent = false
            $0.focus(on: .box)
        }
        layers.append(.question(Question(subject: .newBox(label, nearest: nearest))))
    }

    /// Mistyped, or to be counted again: only the person knows.
    mutating func boxIsHere(_ box: BoxStanding) {
        guard case .handover(let state) = layers.last, state.isSent else { return }
        changeHandover {
            $0.isSent = false
            $0.focus(on: .box)
        }
        layers.append(.question(Question(subject: .recountBox(box))))
    }

    mutating func recountBox(_ label: String) -> [Effect] {
        changeHandover { $0.recountLabel = label }
        return acceptHandover()
    }

    mutating func receiveNewBox(_ label: String) -> [Effect] {
        changeHandover { $0.newLabel = label }
        return acceptHandover()
    }

    /// The station did not write it down: what was typed stays, and may be said again.
    mutating func handoverFailed() { changeHandover { $0.isSent = false } }

    // MARK: Answers

    mutating func take(_ lines: BoxLines) -> [Effect] {
        boxes.take(lines)
        return lookAtBox()
    }

    mutating func take(_ batches: [BatchLine]) {
        boxes.batches = batches
        changeHandover { $0.take(batches) }
    }

    mutating func take(_ box: BoxInFull) {
        boxes.take(box)
        changeHandover { if $0.known?.label == box.standing.label { $0.known = box.standing } }
    }

    /// A box came, went or was accepted.
    mutating func boxChanged(_ box: BoxInFull, _ what: Phrase) -> [Effect] {
        boxes.take(box)
        layers.removeAll { $0.scope == .handover }
        say(.done, what)
        return [.loadBoxes(boxes.query), .countBoxes]
    }

    /// It stood otherwise when it should go back: the dialog asks for the reason.
    mutating func boxIsNotDone(_ box: BoxInFull) {
        take(box)
        changeHandover {
            $0.isSent = false
            $0.focus(on: .reason)
        }
        say(.warning, Text.chooseEarlyReason)
    }

    mutating func printed(_ paper: PrintedPaper?) {
        guard let paper else { return say(.warning, Text.noSlips) }
        boxes.printed = paper
        say(.done, paper.phrase)
    }

    /// What another process changed.
    func lookAtBoxesAgain() -> [Effect] {
        guard screen == .boxes, boxes.isLoaded else { return [] }
        return [.loadBoxes(boxes.query), .countBoxes] + (boxes.selected.map { [.loadBox($0.label)] } ?? [])
    }
}
