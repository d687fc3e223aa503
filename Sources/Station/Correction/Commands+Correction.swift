import Records
import Terminal
import Texts
import Vietnamese

extension CommandTable {
    static let correction: [Command] = words + going + others + readingAgain + tones + suggestions + edit + alike + settle

    private static func whenWord(_ model: Model) -> Availability { model.correction.word == nil ? .notNow(.noWordHere) : .available }
    private static func whenText(_ model: Model) -> Availability { model.correction.pageInHand == nil ? .notNow(.noPageToCorrect) : .available }

    /// Its place among the few keys that matter at the moment.
    static func footer(_ id: CommandID) -> @Sendable (Model) -> Int? { { $0.correctionMoment.keys.firstIndex(of: id) } }

    private static let words: [Command] = [
        Command(
            .correctionAccept, in: .correction, keys: [.enter], name: .commandCorrectionAccept, help: .commandCorrectionAcceptHelp, footer: 10,
            footerNow: footer(.correctionAccept), when: whenText, nameNow: { $0.correction.readsEverything ? .commandCorrectionAcceptSeen : nil }, run: { $0.acceptWord() }),
        Command(
            .correctionAcceptSeen, in: .correction, keys: [.character(" ")], name: .commandCorrectionAcceptSeen,
            help: .commandCorrectionAcceptSeenHelp, footer: 11, footerNow: footer(.correctionAcceptSeen), when: whenWord, run: { $0.acceptSeen() }),
        Command(
            .correctionType, in: .correction, keys: [.character("i")], name: .commandCorrectionType, help: .commandCorrectionTypeHelp, footer: 14,
            footerNow: footer(.correctionType), when: whenWord, run: { $0.startEdit(.replace) }),
        Command(
            .correctionEdit, in: .correction, keys: [.character("e")], name: .commandCorrectionEdit, help: .commandCorrectionEditHelp, footer: 16,
            footerNow: footer(.correctionEdit), when: whenWord, run: { $0.startEdit(.replace, keeping: true) }),
        Command(
            .correctionRemove, in: .correction, keys: [.character("d"), .delete], name: .commandCorrectionRemove,
            help: .commandCorrectionRemoveHelp, footer: 40, when: whenWord, run: { $0.removeWord() }),
        Command(
            .correctionJoin, in: .correction, keys: [.character("g")], name: .commandCorrectionJoin, help: .commandCorrectionJoinHelp, footer: 42,
            when: whenWord, run: { $0.joinWord() }),
        Command(
            .correctionSplitLine, in: .correction, keys: [.character("l")], name: .commandCorrectionSplitLine,
            help: .commandCorrectionSplitLineHelp, when: whenWord, run: { $0.splitLine() }),
        Command(
            .correctionJoinLine, in: .correction, keys: [.character("k")], name: .commandCorrectionJoinLine,
            help: .commandCorrectionJoinLineHelp, when: whenWord, run: { $0.joinLine() }),
        Command(
            .correctionAddWord, in: .correction, keys: [.character("a")], name: .commandCorrectionAddWord,
            help: .commandCorrectionAddWordHelp, footer: 44, when: whenText, run: { $0.startEdit(.wordAfter) }),
        Command(
            .correctionAddLine, in: .correction, keys: [.character("o")], name: .commandCorrectionAddLine,
            help: .commandCorrectionAddLineHelp, footerNow: footer(.correctionAddLine), when: whenText, run: { $0.startEdit(.lineBelow) }),
        Command(
            .correctionAlike, in: .correction, keys: [.character("b")], name: .commandCorrectionAlike, help: .commandCorrectionAlikeHelp, footer: 24,
            footerNow: footer(.correctionAlike), when: whenWord, run: { $0.openAlike() }),
    ]

    private static func go(_ id: CommandID, _ key: Key, _ name: Text, _ help: Text, _ move: @escaping @Sendable (inout Model) -> [Effect]) -> Command {
        Command(id, in: .correction, keys: [key], name: name, help: help, when: whenText, run: move)
    }

    private static let going: [Command] = [
        Command(
            .correctionNext, in: .correction, keys: [.character("n")], name: .commandCorrectionNext, help: .commandCorrectionNextHelp, footer: 18,
            footerNow: footer(.correctionNext), when: whenText,
            run: { model in
                model.correction.last = nil
                return model.goToNextDoubt(from: model.correction.cursor + 1)
            }),
        Command(
            .correctionPrevious, in: .correction, keys: [.character("p")], name: .commandCorrectionPrevious,
            help: .commandCorrectionPreviousHelp, footer: 20, footerNow: footer(.correctionPrevious), when: whenText, run: { $0.goToLastDoubt() }),
        go(.correctionLeft, .left, .commandCorrectionMove, .commandCorrectionMoveHelp) { $0.moveWord(-1) },
        go(.correctionRight, .right, .commandCorrectionMove, .commandCorrectionMoveHelp) { $0.moveWord(1) },
        go(.correctionUp, .up, .commandCorrectionMove, .commandCorrectionMoveHelp) { $0.moveLine(-1) },
        go(.correctionDown, .down, .commandCorrectionMove, .commandCorrectionMoveHelp) { $0.moveLine(1) },
        go(.correctionHome, .home, .commandCorrectionMove, .commandCorrectionMoveHelp) { $0.moveToEnd(false) },
        go(.correctionEnd, .end, .commandCorrectionMove, .commandCorrectionMoveHelp) { $0.moveToEnd(true) },
        go(.correctionPageUp, .pageUp, .commandCorrectionPage, .commandCorrectionPageHelp) { $0.movePage(-1) },
        go(.correctionPageDown, .pageDown, .commandCorrectionPage, .commandCorrectionPageHelp) { $0.movePage(1) },
        Command(
            .correctionSaveNext, in: .correction, keys: [.control("s")], name: .commandCorrectionSaveNext, help: .commandCorrectionSaveNextHelp,
            footer: 26, footerNow: footer(.correctionSaveNext),
            when: { $0.correction.dossier == nil ? .notNow(.noPageToCorrect) : .available },
            nameNow: { $0.correction.nextOpenPage == nil ? .commandCorrectionNextDossier : .commandCorrectionNextPage }, run: { $0.saveAndNext() }),
        Command(
            .correctionBack, in: .correction, keys: [.escape], name: .commandCorrectionBack, help: .commandCorrectionBackHelp, footer: 60,
            footerNow: footer(.correctionBack), run: { $0.go(to: $0.correction.cameFrom) }),
    ]

    private static let others: [Command] = [
        Command(
            .correctionUndo, in: .correction, keys: [.character("u")], name: .commandUndo, help: .commandCorrectionUndoHelp, footer: 28,
            footerNow: footer(.correctionUndo), when: whenText, run: { $0.undoCorrection(false) }),
        Command(
            .correctionRedo, in: .correction, keys: [.control("r")], name: .commandRedo, help: .commandCorrectionRedoHelp, when: whenText,
            run: { $0.undoCorrection(true) }),
        Command(
            .correctionSettle, in: .correction, keys: [.character("h")], name: .commandCorrectionSettle, help: .commandCorrectionSettleHelp,
            footer: 30, footerNow: footer(.correctionSettle), when: whenText,
            run: { model in
                // On how it is: Enter by mistake changes nothing.
                let settled = model.correction.text?.text.settlement
                model.layers.append(.settle(ListState(selected: Model.settlements.firstIndex(of: settled) ?? 0)))
                return []
            }),
        Command(
            .correctionEverything, in: .correction, keys: [.character("v")], name: .commandCorrectionEverything,
            help: .commandCorrectionEverythingHelp, footer: 32,
            footerNow: footer(.correctionEverything), nameNow: { $0.correction.readsEverything ? .commandCorrectionDoubtsOnly : nil },
            run: { model in
                model.correction.readsEverything.toggle()
                return []
            }),
        Command(
            .correctionWholePage, in: .correction, keys: [.character("w")], name: .commandCorrectionWholePage,
            help: .commandCorrectionWholePageHelp, footer: 34, when: whenText,
            run: { model in model.correction.page.map { model.openPage($0, from: .correction) } ?? [] }),
        Command(
            .correctionZoomIn, in: .correction, keys: [.character("+"), .character("=")], name: .commandCorrectionZoomIn,
            help: .commandCorrectionZoomInHelp, footer: 36, when: { $0.zoomedStrip(1) == nil ? .notNow(.closestShown) : .available },
            run: { $0.zoomStrip(1) }),
        Command(
            .correctionZoomOut, in: .correction, keys: [.character("-")], name: .commandCorrectionZoomOut,
            help: .commandCorrectionZoomOutHelp, footer: 37, when: { $0.zoomedStrip(-1) == nil ? .notNow(.farthestShown) : .available },
            run: { $0.zoomStrip(-1) }),
    ]

    private static func tone(_ id: CommandID, _ key: Character) -> Command {
        Command(id, in: .correction, keys: [.character(key)], name: .commandCorrectionTone, help: .commandCorrectionToneHelp, when: whenWord) {
            model in Tone(telexKey: key).map { model.retone($0) } ?? []
        }
    }

    /// As in Telex, whatever is typed with elsewhere: in VNI the digits would take suggestions.
    private static let tones: [Command] = [
        tone(.correctionGrave, "f"), tone(.correctionAcute, "s"), tone(.correctionHook, "r"), tone(.correctionTilde, "x"),
        tone(.correctionDot, "j"), tone(.correctionLevel, "z"),
    ]

    private static let suggestions: [Command] = zip(
        [
            .correctionTake1, .correctionTake2, .correctionTake3, .correctionTake4, .correctionTake5, .correctionTake6, .correctionTake7,
            .correctionTake8, .correctionTake9,
        ], 1...Proofreader.mostSuggestions
    ).map { (id: CommandID, number: Int) in
        Command(
            id, in: .correction, keys: [.character(Character(String(number)))], name: .commandCorrectionTake, help: .commandCorrectionTakeHelp,
            footer: number == 1 ? 12 : nil, shownAs: number == 1 ? "1–\(Proofreader.mostSuggestions)" : nil,
            footerNow: number == 1 ? footer(.correctionTake1) : nil,
            when: { $0.correction.text?.suggestions($0.correction.cursor).isEmpty == false ? .available : .notNow(.noSuggestions) },
            run: { $0.takeSuggestion(number) })
    }

    private static let edit: [Command] = [
        Command(
            .editAccept, in: .correctionEdit, keys: [.enter], name: .commandEditAccept, help: .commandEditAcceptHelp, footer: 10,
            run: { $0.acceptEdit(goesOn: true) }),
        Command(
            .editStay, in: .correctionEdit, keys: [.tab], name: .commandEditStay, help: .commandEditStayHelp, footer: 12,
            run: { $0.acceptEdit(goesOn: false) }),
        Command(
            .editSaveNext, in: .correctionEdit, keys: [.control("s")], name: .commandCorrectionSaveNext, help: .commandCorrectionSaveNextHelp,
            footer: 14, run: { $0.saveAndNext() }),
        Command(
            .editClose, in: .correctionEdit, keys: [.escape], name: .commandEditClose, help: .commandEditCloseHelp, footer: 20
        ) { model in
            model.correction.edit = nil
            model.correction.renewOutdated()
            return []
        },
    ]

    private static let alike: [Command] = [
        Command(
            .alikeAccept, in: .alike, keys: [.enter], name: .commandAlikeAccept, help: .commandAlikeAcceptHelp, footer: 10,
            when: { model in
                guard case .alike(let state) = model.layers.last else { return .available }
                guard state.field.text.contains(where: { !$0.isWhitespace }) else { return .notNow(.nothingTyped) }
                return model.alikeShown(state)?.isEmpty == false ? .available : .notNow(.noneAlike)
            },
            run: { $0.correctAlike() }),
        Command(
            .alikeScope, in: .alike, keys: [.tab], name: .commandAlikeScope, help: .commandAlikeScopeHelp, footer: 12
        ) { model in
            guard case .alike(var state) = model.layers.last else { return [] }
            state.isWholeDossier.toggle()
            model.layers[model.layers.count - 1] = .alike(state)
            return []
        },
        close(.alikeClose, .alike),
    ]

    private static func settlement(_ id: CommandID, _ key: Character, _ settlement: PageSettlement?) -> Command {
        Command(id, in: .settle, keys: [.character(key)], name: Text.settlement(settlement), help: .commandSettleHelp) { $0.settle(as: settlement) }
    }

    private static let settle: [Command] = [
        Command(.settleAccept, in: .settle, keys: [.enter], name: .commandSettleAccept, help: .commandSettleHelp, footer: 10) { model in
            guard case .settle(let list) = model.layers.last, Model.settlements.indices.contains(list.selected) else { return [] }
            return model.settle(as: Model.settlements[list.selected])
        },
        settlement(.settleIllegible, "1", .illegible), settlement(.settleHandwritten, "2", .handwritten),
        settlement(.settleMachine, "3", .machineText), settlement(.settleForeign, "4", .foreignText), settlement(.settleNone, "0", nil),
        Command(.settleUp, in: .settle, keys: [.up], name: .commandListUp, help: .commandListUpHelp) { $0.moveInSettle(.up) },
        Command(.settleDown, in: .settle, keys: [.down], name: .commandListDown, help: .commandListDownHelp) { $0.moveInSettle(.down) },
        close(.settleClose, .settle),
    ]
}

extension Model {
    static let settlements: [PageSettlement?] = [.illegible, .handwritten, .machineText, .foreignText, nil]

    fileprivate mutating func moveInSettle(_ move: ListState.Move) -> [Effect] {
        guard case .settle(var list) = layers.last else { return [] }
        list.move(move, count: Model.settlements.count)
        layers[layers.count - 1] = .settle(list)
        return []
    }

    /// Those that Enter would change.
    func alikeShown(_ state: AlikeState) -> [AlikeLine]? {
        state.isWholeDossier ? state.found : state.found?.filter { $0.page == correction.page }
    }
}
