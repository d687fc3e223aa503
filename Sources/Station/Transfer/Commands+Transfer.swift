import Records
import Terminal
import Texts

extension CommandTable {
    static let transfer: [Command] =
        [
            Command(
                .transferAccept, in: .transfer, keys: [.enter], name: .commandTransferAccept, help: .commandTransferAcceptHelp, footer: 10,
                when: { model in
                    guard case .transfer(let state) = model.layers.last, state.isCurrent, state.selected == nil else { return .available }
                    return .notNow(state.lines.isEmpty ? .transferNothingFound : .transferChoose)
                },
                run: { $0.acceptTransfer() }),
            Command(
                .transferNew, in: .transfer, keys: [.control("n"), .insert], name: .commandTransferNew, help: .commandTransferNewHelp, footer: 20,
                run: { model in
                    guard case .transfer(let state) = model.layers.last else { return [] }
                    var new = NewDossierState(code: state.field.text)
                    new.receiving = state.page
                    model.layers.append(.newDossier(new))
                    return []
                }),
            close(.transferClose, .transfer),
        ]
        + ListCommands(up: .transferUp, down: .transferDown, pageUp: .transferPageUp, pageDown: .transferPageDown)
        .commands(in: .transfer) { model, move in
            guard case .transfer(var state) = model.layers.last else { return [] }
            state.move(move)
            model.layers[model.layers.count - 1] = .transfer(state)
            return []
        }
}

extension Model {
    /// The dialog that asks whose pages these are.
    mutating func askForTransfer() -> [Effect] {
        guard let state = TransferState(desk), let dossier = desk.dossier else { return [] }
        layers.append(.transfer(state))
        // Its first page tells whose it is.
        if state.isUnnamed { desk.moveCursor(to: state.firstPage - 1) }
        return [.findOthers(dossier.id, text: "", keys: nil)]
    }

    /// The field has changed: what it finds now.
    mutating func searchOthers(_ state: TransferState) -> [Effect] {
        guard let dossier = desk.dossier else { return [] }
        return [.findOthers(dossier.id, text: state.field.text, keys: state.field.typedKeys)]
    }

    mutating func takeOthers(_ text: String, _ lines: [DossierLine]) -> [Effect] {
        guard let at = layers.firstIndex(where: { $0.scope == .transfer }), case .transfer(var state) = layers[at] else { return [] }
        state.take(text, lines)
        let meant = state.movesWhenAnswered && state.isCurrent ? state.meant : nil
        if state.isCurrent { state.movesWhenAnswered = false }
        layers[at] = .transfer(state)
        return meant.map { transfer(state, to: $0) } ?? []
    }

    fileprivate mutating func acceptTransfer() -> [Effect] {
        guard case .transfer(var state) = layers.last else { return [] }
        if let line = state.selected { return transfer(state, to: line) }
        // Only what was typed can be meant.
        state.movesWhenAnswered = !state.field.isEmpty
        layers[layers.count - 1] = .transfer(state)
        return []
    }

    /// A dossier that is not in the register yet, which gets the pages.
    mutating func transfer(_ page: PageID, toNew code: String, title: String) -> [Effect] {
        guard let dossier = desk.dossier else { return [] }
        layers.removeAll { $0.scope == .transfer || $0.scope == .newDossier }
        say(.working, Text.transferring.with(["code": code]))
        return [.transferToNew(dossier.id, page, code: code, title: title)]
    }

    private mutating func transfer(_ state: TransferState, to line: DossierLine) -> [Effect] {
        guard let dossier = desk.dossier else { return [] }
        layers.removeAll { $0.scope == .transfer }
        say(.working, Text.transferring.with(["code": line.code]))
        return [.transfer(dossier.id, state.page, to: line.id)]
    }
}
