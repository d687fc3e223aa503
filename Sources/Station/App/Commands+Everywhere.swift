import Records
import Terminal
import Texts

extension CommandTable {
    /// What works on every screen: help, palette and leaving even over a dialog.
    static let everywhere: [Command] = [
        Command(.help, in: .always, keys: [.function(1), .character("?")], name: .commandHelp, help: .commandHelpHelp, footer: 900) { model in
            if case .help = model.layers.last { model.closeLayer() } else { model.layers.append(.help(scroll: 0)) }
            return []
        },
        Command(
            .palette, in: .always, keys: [.control("p")], name: .commandPalette, help: .commandPaletteHelp, footer: 910
        ) { model in
            if case .palette = model.layers.last { model.closeLayer() } else { model.layers.append(.palette(PaletteState())) }
            return []
        },
        Command(
            .inputMethod, in: .always, keys: [.function(9)], name: .commandInputMethod, help: .commandInputMethodHelp, footer: 940
        ) {
            $0.changeInputMethod()
        },
        Command(.quit, in: .always, keys: [.control("q")], name: .commandQuit, help: .commandQuitHelp, footer: 950) {
            $0.leave()
        },
        Command(
            .goScanDesk, in: .screens, keys: [.function(2)], name: .commandGoScanDesk, help: .commandGoScanDeskHelp, footer: 800,
            when: { $0.reaches(.scanDesk) }, run: { $0.go(to: .scanDesk) }),
        Command(
            .goCorrection, in: .screens, keys: [.function(3)], name: .commandGoCorrection, help: .commandGoCorrectionHelp, footer: 810,
            when: { model in
                if case .notNow(let reason) = model.reaches(.correction) { return .notNow(reason) }
                return model.textAtHand == nil ? .notNow(model.desk.dossier == nil ? .noDossierToCorrect : .noPageToCorrect) : .available
            },
            run: { model in model.textAtHand.map { model.correct($0, at: model.foundWord) } ?? [] }),
        Command(
            .goRegister, in: .screens, keys: [.function(6)], name: .commandGoRegister, help: .commandGoRegisterHelp, footer: 820,
            when: { $0.reaches(.register) }, run: { $0.go(to: .register) }),
        Command(
            .goExport, in: .screens, keys: [.function(7)], name: .commandGoExport, help: .commandGoExportHelp, footer: 830,
            when: { $0.reaches(.export) }, run: { $0.go(to: .export) }),
        Command(
            .goSettings, in: .screens, keys: [.function(8)], name: .commandGoSettings, help: .commandGoSettingsHelp, footer: 840,
            when: { $0.reaches(.setup) }, run: { $0.go(to: .setup) }),
        Command(
            .goSearch, in: .screens, keys: [.control("f")], name: .commandGoSearch, help: .commandGoSearchHelp, footer: 850,
            when: { $0.reaches(.search) }, run: { $0.go(to: .search) }),
        Command(
            .goQueue, in: .screens, keys: [.function(12)], name: .commandGoQueue, help: .commandGoQueueHelp, footer: 860,
            when: { $0.reaches(.queue) }, run: { $0.go(to: .queue) }),
        Command(
            .goBoxes, in: .screens, keys: [.control("k")], name: .commandGoBoxes, help: .commandGoBoxesHelp, footer: 855,
            when: { $0.reaches(.boxes) }, run: { $0.go(to: .boxes) }),
        Command(
            .goWithheld, in: .screens, keys: [.alt("y")], name: .commandGoWithheld, help: .commandGoWithheldHelp,
            when: { $0.reaches(.withheldAll) }, run: { $0.go(to: .withheldAll) }),
        Command(
            .goSample, in: .screens, keys: [.alt("g")], name: .commandGoSample, help: .commandGoSampleHelp,
            when: { $0.reaches(.sample) },
            run: { model in
                let from = model.screen
                defer { if model.screen == .sample { model.sample.cameFrom = from } }
                return model.go(to: .sample)
            }),
    ]
}

extension Model {
    /// A screen is reached from every other, except before the first settings are saved.
    fileprivate func reaches(_ target: Screen) -> Availability {
        if screen == target { return .notNow(.alreadyHere) }
        if isEditingWord { return .notNow(.finishTypingFirst) }
        return setup.isFirstRun ? .notNow(.saveSettingsFirst) : .available
    }

    /// The text that a person looking at this screen means: the page in hand, or in the register a dossier from its first doubtful
    /// word on.
    fileprivate var textAtHand: CorrectionState.Target? {
        switch screen {
        case .reader: reader.page.map(CorrectionState.Target.page)
        case .search: search.selectedLine?.opens.map(CorrectionState.Target.page)
        case .queue: queue.selected.map { .page($0.page) }
        case .register: register.isCurrent ? register.selected.map { .dossier($0.id) } : nil
        default: desk.page.map { .page($0.id) }
        }
    }

    /// The word of that text that was searched for.
    fileprivate var foundWord: Int? {
        switch screen {
        case .reader: reader.foundHere?.lowerBound
        case .search: search.selected?.firstWord
        default: nil
        }
    }
}
