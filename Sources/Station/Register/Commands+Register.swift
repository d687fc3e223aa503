import Records
import Terminal
import Texts
import Vietnamese

extension CommandTable {
    static let register: [Command] =
        [
            Command(
                .registerOpen, in: .register, keys: [.enter], name: .commandRegisterOpen, help: .commandRegisterOpenHelp, footer: 10,
                when: { model in
                    guard model.register.isCurrent else { return .available }
                    guard let line = model.register.selected else { return .notNow(.noDossierSelected) }
                    if model.desk.dossier?.id == line.id { return .available }
                    return model.desk.run.isUnderWay ? .notNow(.stopScanningFirst) : .available
                },
                run: { $0.openSelectedDossier() }),
            Command(
                .registerNextField, in: .register, keys: [.tab], name: .commandRegisterNextField,
                help: .commandRegisterNextFieldHelp, footer: 20,
                run: { model in
                    let all = RegisterState.Field.allCases
                    model.register.field = all[(model.register.field.rawValue + 1) % all.count]
                    return []
                }),
            Command(
                .registerAdd, in: .register, keys: [.control("n"), .insert], name: .commandRegisterAdd,
                help: .commandRegisterAddHelp, footer: 30,
                when: { $0.desk.run.isUnderWay ? .notNow(.stopScanningFirst) : .available },
                run: { model in
                    model.layers.append(.newDossier(NewDossierState(code: model.register.text.text)))
                    return []
                }),
            Command(
                .registerBack, in: .register, keys: [.escape], name: .commandRegisterBack, help: .commandRegisterBackHelp,
                run: { $0.leaveRegister() }),
        ]
        + ListCommands(up: .registerUp, down: .registerDown, pageUp: .registerPageUp, pageDown: .registerPageDown)
        .commands(in: .register) { $0.moveInRegister($1) }
}

extension Model {
    fileprivate mutating func moveInRegister(_ move: ListState.Move) -> [Effect] {
        register.list.move(move, count: register.total)
        return register.needsMoreLines ? [.loadRegister(register.query)] : []
    }

    /// Opens what was typed with Enter before the register had answered, if it is clear which dossier is meant.
    mutating func openAwaitedDossier() -> [Effect] {
        guard register.opensWhenLoaded, register.isCurrent else { return [] }
        register.opensWhenLoaded = false
        guard screen == .register, layers.isEmpty, !desk.run.isUnderWay, let line = register.selected else { return [] }
        guard register.total == 1 || line.code.folded == register.text.text.folded else {
            say(.warning, Text.severalDossiersMatch)
            return []
        }
        return openSelectedDossier()
    }

    /// Puts the selected dossier on the desk; the one that lies there goes back first.
    mutating func openSelectedDossier() -> [Effect] {
        guard register.isCurrent else {
            register.opensWhenLoaded = true
            return []
        }
        guard let line = register.selected else { return [] }
        if desk.dossier?.id == line.id {
            register.clearFilter()
            return go(to: .scanDesk)
        }
        say(.working, Text.openingDossier.with(["code": line.code]))
        return closeDesk() + [.openDossier(line.id)]
    }

    /// Takes the dossier off the desk, so that another can come onto it.
    mutating func closeDesk() -> [Effect] {
        guard let old = desk.dossier else { return [] }
        desk = DeskState(keepingDeviceOf: desk)
        return [.closeDossier(old.id)]
    }

    fileprivate mutating func leaveRegister() -> [Effect] {
        let isFiltered = RegisterState.Field.allCases.contains { !register[$0].isEmpty }
        guard isFiltered else { return go(to: .scanDesk) }
        register.clearFilter()
        return [.loadRegister(register.query)]
    }
}
