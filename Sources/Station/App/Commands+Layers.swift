import Records
import Terminal
import Texts

extension CommandTable {
    static let layers: [Command] = help + palette + countSheets + finishDossier + runStopped + blanks + dropped + small + deskLayers + boundaries + transfer

    /// Esc: back to what lies under the dialog.
    static func close(
        _ id: CommandID, _ scope: Scope, _ name: Text = .commandClose, _ help: Text = .commandCloseHelp, footer: Int = 90
    ) -> Command {
        Command(id, in: scope, keys: [.escape], name: name, help: help, footer: footer) { model in
            model.closeLayer()
            return []
        }
    }

    private static let help: [Command] = [
        close(.helpClose, .help),
        Command(.helpUp, in: .help, keys: [.up], name: .commandHelpScroll, help: .commandHelpScrollHelp) { $0.scrollHelp(-1) },
        Command(.helpDown, in: .help, keys: [.down], name: .commandHelpScroll, help: .commandHelpScrollHelp, footer: 10) {
            $0.scrollHelp(1)
        },
        Command(.helpPageUp, in: .help, keys: [.pageUp], name: .commandHelpScroll, help: .commandHelpScrollHelp) {
            $0.scrollHelp(-10)
        },
        Command(
            .helpPageDown, in: .help, keys: [.pageDown, .character(" ")], name: .commandHelpScroll,
            help: .commandHelpScrollHelp, run: { $0.scrollHelp(10) }),
    ]

    private static let palette: [Command] =
        [
            Command(
                .paletteRun, in: .palette, keys: [.enter], name: .commandPaletteRun, help: .commandPaletteRunHelp, footer: 10,
                run: { $0.runFromPalette() }),
            close(.paletteClose, .palette),
        ]
        + ListCommands(up: .paletteUp, down: .paletteDown, pageUp: .palettePageUp, pageDown: .palettePageDown)
        .commands(in: .palette) { $0.moveInPalette($1) }

    private static let finishDossier: [Command] = [
        Command(
            .finishAccept, in: .finishDossier, keys: [.enter], name: .commandFinishAccept, help: .commandFinishAcceptHelp,
            footer: 10,
            when: { model in
                guard case .finishDossier(let finish) = model.layers.last, finish.override == nil else { return .available }
                return .notNow(finish.choice == .other ? .typeTheReason : .typeTheNumber)
            },
            run: { model in
                guard case .finishDossier(let finish) = model.layers.last else { return [] }
                model.closeLayer()
                return [.finishDossier(finish.mismatch.dossier, finish.override)]
            }),
        close(.finishClose, .finishDossier, .commandFinishClose, .commandFinishCloseHelp),
        Command(.finishUp, in: .finishDossier, keys: [.up, .backTab], name: .commandListUp, help: .commandListUpHelp) {
            $0.moveInFinish(-1)
        },
        Command(.finishDown, in: .finishDossier, keys: [.down, .tab], name: .commandListDown, help: .commandListDownHelp) {
            $0.moveInFinish(1)
        },
    ]

    private static let runStopped: [Command] = [
        Command(
            .stopGoOn, in: .runStopped, keys: [.character(" ")], name: .commandStopGoOn, help: .commandStopGoOnHelp, footer: 10,
            when: \.scanAvailability,
            run: { model in
                model.closeLayer()
                return model.startScan()
            }),
        close(.stopClose, .runStopped, .commandStopClose, .commandStopCloseHelp),
    ]

    private static let blanks: [Command] = [
        Command(
            .blanksAccept, in: .blanks, keys: [.enter], name: .commandBlanksAccept, help: .commandBlanksAcceptHelp, footer: 10,
            when: { model in
                model.desk.blanksInQuestion.contains { $0.blank == .suspected } ? .available : .notNow(.onlyDoubtfulLeft)
            },
            run: { $0.acceptClearBlanks() }),
        Command(.blanksYes, in: .blanks, keys: [.character("b")], name: .commandBlanksYes, help: .commandBlanksYesHelp, footer: 12) {
            $0.judgeBlank(.confirmBlank)
        },
        Command(
            .blanksNo, in: .blanks, keys: [.character("k"), .character("n")], name: .commandBlanksNo, help: .commandBlanksNoHelp,
            footer: 14, run: { $0.judgeBlank(.markNotBlank) }),
        Command(.blanksPrevious, in: .blanks, keys: [.left], name: .commandBlanksMove, help: .commandBlanksMoveHelp) {
            $0.moveInBlanks(-1)
        },
        Command(.blanksNext, in: .blanks, keys: [.right], name: .commandBlanksMove, help: .commandBlanksMoveHelp, footer: 16) {
            $0.moveInBlanks(1)
        },
        Command(.blanksUp, in: .blanks, keys: [.up], name: .commandBlanksMove, help: .commandBlanksMoveHelp) {
            $0.moveInBlanks(-$0.blanksGrid.perRow)
        },
        Command(.blanksDown, in: .blanks, keys: [.down], name: .commandBlanksMove, help: .commandBlanksMoveHelp) {
            $0.moveInBlanks($0.blanksGrid.perRow)
        },
        Command(
            .blanksGo, in: .blanks, keys: [.character("g")], name: .commandGoToPage, help: .commandGoToPageHelp, footer: 18,
            run: { model in
                guard case .blanks(let list) = model.layers.last else { return [] }
                let pages = model.desk.blanksInQuestion
                if pages.indices.contains(list.selected) { model.goToPage(pages[list.selected]) }
                return []
            }),
        close(.blanksClose, .blanks),
    ]

    private static let dropped: [Command] = [
        Command(
            .droppedRestore, in: .dropped, keys: [.enter], name: .commandDroppedRestore, help: .commandDroppedRestoreHelp,
            footer: 10, run: { $0.restoreSelected() }),
        Command(.droppedUp, in: .dropped, keys: [.up, .left], name: .commandListUp, help: .commandListUpHelp) {
            $0.moveInDropped(.up)
        },
        Command(.droppedDown, in: .dropped, keys: [.down, .right], name: .commandListDown, help: .commandListDownHelp) {
            $0.moveInDropped(.down)
        },
        close(.droppedClose, .dropped),
    ]

    private static let small: [Command] = [
        Command(
            .noticeClose, in: .notice, keys: [.enter, .escape], name: .commandNoticeClose, help: .commandNoticeCloseHelp, footer: 10
        ) { model in
            model.closeLayer()
            return []
        },
        Command(
            .questionYes, in: .question, keys: [.character("c"), .character("y")], name: .commandQuestionYes,
            help: .commandQuestionYesHelp, footer: 10, run: { $0.answerYes() }),
        Command(
            .questionNo, in: .question, keys: [.character("k"), .character("n"), .escape, .enter], name: .commandQuestionNo,
            help: .commandQuestionNoHelp, footer: 20
        ) { model in
            model.closeLayer()
            return []
        },
        Command(
            .newDossierAccept, in: .newDossier, keys: [.enter], name: .commandNewDossierAccept, help: .commandNewDossierAcceptHelp,
            footer: 10,
            when: { model in
                guard case .newDossier(let new) = model.layers.last, new.code.isEmpty else { return .available }
                return .notNow(.typeTheCode)
            },
            run: { $0.addDossier() }),
        Command(
            .newDossierNext, in: .newDossier, keys: [.tab, .down, .up, .backTab], name: .commandNewDossierNext,
            help: .commandNewDossierNextHelp, footer: 15
        ) { model in
            guard case .newDossier(var new) = model.layers.last else { return [] }
            new.isOnTitle.toggle()
            model.layers[model.layers.count - 1] = .newDossier(new)
            return []
        },
        close(.newDossierClose, .newDossier, .commandNewDossierClose, .commandNewDossierCloseHelp),
    ]
}
