import Terminal
import Texts

extension CommandTable {
    static let setup: [Command] = [
        Command(
            .setupNext, in: .setup, keys: [.enter, .down, .tab], name: .commandSetupNext, help: .commandSetupNextHelp, footer: 10,
            run: { $0.nextSetupField() }),
        Command(
            .setupPrevious, in: .setup, keys: [.up, .backTab], name: .commandSetupPrevious, help: .commandSetupPreviousHelp,
            footer: 11,
            run: { model in
                model.setup.move(-1)
                return []
            }),
        Command(
            .setupChoiceBefore, in: .setup, keys: [.left], name: .commandSetupChoiceBefore, help: .commandSetupChoiceBeforeHelp,
            when: { $0.setup.isChoice ? .available : .notNow(.notAChoice) }, run: { $0.changeChoice(-1) }),
        Command(
            .setupChoiceAfter, in: .setup, keys: [.right, .character(" ")], name: .commandSetupChoiceAfter,
            help: .commandSetupChoiceAfterHelp, footer: 20,
            when: { $0.setup.isChoice ? .available : .notNow(.notAChoice) }, run: { $0.changeChoice(1) }),
        Command(
            .setupDevices, in: .setup, keys: [.control("d")], name: .commandSetupDevices, help: .commandSetupDevicesHelp, footer: 30,
            when: { $0.setup.isLookingForDevices ? .notNow(.lookingForDevices) : .available }, run: { $0.nextDevice() }),
        Command(
            .setupSave, in: .setup, keys: [.control("s")], name: .commandSetupSave, help: .commandSetupSaveHelp, footer: 40,
            run: { $0.saveSetup() }),
        Command(
            .setupBack, in: .setup, keys: [.escape], name: .commandSetupBack, help: .commandSetupBackHelp, footer: 50,
            when: { $0.setup.isFirstRun ? .notNow(.saveSettingsFirst) : .available }, run: { $0.go(to: .scanDesk) }),
    ]
}

extension CaseIterable where Self: Equatable, AllCases == [Self] {
    /// So many choices on, round and round.
    func stepped(_ step: Int) -> Self {
        let all = Self.allCases
        let index = (all.firstIndex(of: self) ?? 0) + step
        return all[(index % all.count + all.count) % all.count]
    }
}

extension Model {
    fileprivate mutating func nextSetupField() -> [Effect] {
        if setup.field == SetupState.Field.allCases.last { return saveSetup() }
        setup.move(1)
        return []
    }

    fileprivate mutating func changeChoice(_ step: Int) -> [Effect] {
        switch setup.field {
        case .bell: setup.bell.toggle()
        case .preview: setup.preview = setup.preview.stepped(step)
        case .inputMethod: setup.inputMethod = setup.inputMethod.stepped(step)
        case .agency, .fondsCode, .fondsTitle, .station, .person, .device, .exportFolder, .dailyPlan: break
        }
        return []
    }

    /// Takes the next of the devices found, or looks for some.
    fileprivate mutating func nextDevice() -> [Effect] {
        setup.field = .device
        guard !setup.devices.isEmpty else {
            setup.isLookingForDevices = true
            return [.listDevices]
        }
        let known = setup.devices.firstIndex { $0.name == setup[.device].text }
        guard let next = known.map({ $0 + 1 }) ?? 0 as Int?, next < setup.devices.count else {
            setup.isLookingForDevices = true
            setup[.device].replace(with: setup.devices.first?.name ?? "")
            return [.listDevices]
        }
        setup[.device].replace(with: setup.devices[next].name)
        return []
    }

    mutating func saveSetup() -> [Effect] {
        if let empty = setup.firstEmpty {
            setup.field = empty
            say(.warning, Text.fillThisField)
            return []
        }
        return [.saveSettings(setup.settings)]
    }
}
