import Records
import Texts

// What the commands of the dialogs do.
extension Model {
    mutating func scrollHelp(_ lines: Int) -> [Effect] {
        guard case .help(let scroll) = layers.last else { return [] }
        let most = max(0, helpLines().count - helpArea.inside.height)
        layers[layers.count - 1] = .help(scroll: max(0, min(scroll + lines, most)))
        return []
    }

    mutating func moveInPalette(_ move: ListState.Move) -> [Effect] {
        guard case .palette(var palette) = layers.last else { return [] }
        palette.list.move(move, count: paletteCommands(palette).count)
        layers[layers.count - 1] = .palette(palette)
        return []
    }

    mutating func runFromPalette() -> [Effect] {
        guard case .palette(let palette) = layers.last else { return [] }
        let commands = paletteCommands(palette)
        guard commands.indices.contains(palette.list.selected) else { return [] }
        closeLayer()
        return perform(commands[palette.list.selected])
    }

    mutating func moveInFinish(_ step: Int) -> [Effect] {
        guard case .finishDossier(var finish) = layers.last else { return [] }
        finish.move(step)
        layers[layers.count - 1] = .finishDossier(finish)
        return []
    }

    mutating func moveInBlanks(_ step: Int) -> [Effect] {
        guard case .blanks(var list) = layers.last else { return [] }
        list.select(list.selected + step, count: desk.blanksInQuestion.count)
        layers[layers.count - 1] = .blanks(list)
        return []
    }

    mutating func acceptClearBlanks() -> [Effect] {
        guard let dossier = desk.dossier else { return [] }
        let clear = desk.blanksInQuestion.filter { $0.blank == .suspected }.map(\.id)
        desk.predict { $0.predictBlanks(clear) }
        let left = desk.blanksInQuestion.count
        if left == 0 { closeLayer() } else { layers[layers.count - 1] = .blanks(ListState()) }
        say(left == 0 ? .done : .warning, left == 0
            ? Text.blanksConfirmed.with(["count": String(clear.count)])
            : Text.doubtfulBlanksLeft.with(["count": String(left)]))
        return [.confirmBlanks(dossier.id, clear)]
    }

    mutating func judgeBlank(_ verdict: PageAction) -> [Effect] {
        guard let dossier = desk.dossier, case .blanks(var list) = layers.last else { return [] }
        let pages = desk.blanksInQuestion
        guard pages.indices.contains(list.selected) else { return [] }
        let page = pages[list.selected].id
        let number = pages[list.selected].index
        desk.predict { $0.predict(verdict, on: page) }
        let left = desk.blanksInQuestion.count
        list.clamp(to: left)
        if left == 0 { closeLayer() } else { layers[layers.count - 1] = .blanks(list) }
        say(.done, Text.done(verdict, page: number, of: dossier))
        return [.page(dossier.id, page, verdict)]
    }

    mutating func moveInDropped(_ move: ListState.Move) -> [Effect] {
        guard case .dropped(var list) = layers.last else { return [] }
        list.move(move, count: desk.dossier?.dropped.count ?? 0)
        layers[layers.count - 1] = .dropped(list)
        return []
    }

    mutating func restoreSelected() -> [Effect] {
        guard let dossier = desk.dossier, case .dropped(var list) = layers.last,
            dossier.dropped.indices.contains(list.selected)
        else { return [] }
        let page = dossier.dropped[list.selected].id
        let number = dossier.dropped[list.selected].index
        desk.predict { $0.predict(.restore, on: page) }
        let left = desk.dossier?.dropped.count ?? 0
        list.clamp(to: left)
        if left == 0 { closeLayer() } else { layers[layers.count - 1] = .dropped(list) }
        say(.done, Text.done(.restore, page: desk.dossier?.pages.first { $0.id == page }?.index ?? number, of: dossier))
        return [.page(dossier.id, page, .restore)]
    }

    mutating func answerYes() -> [Effect] {
        guard case .question(let question) = layers.last else { return [] }
        closeLayer()
        switch question.subject {
        case .leave: return leaveNow()
        case .recoverLostPages: return [.recoverLostPages]
        case .scanFinished: return beginScan()
        case .dropRun(let page, let pages): return dropRun(page, pages)
        case .undoOlder: return undoNow()
        case .acceptBox(let label, _): return [.acceptBox(label)]
        case .newBox(let label, _): return receiveNewBox(label)
        case .recountBox(let box): return recountBox(box.label)
        case .discardSettings:
            setup.fill(from: settings)
            return go(to: .scanDesk)
        }
    }

    private mutating func dropRun(_ page: PageID, _ pages: Int) -> [Effect] {
        guard let dossier = desk.dossier else { return [] }
        desk.predict { $0.predict(.dropRun, on: page) }
        say(.done, Text.didDropRun.with(["count": String(pages)]))
        return [.page(dossier.id, page, .dropRun)]
    }

    mutating func addDossier() -> [Effect] {
        guard case .newDossier(let new) = layers.last else { return [] }
        if let refusal = DossierCode.refusal(of: new.code.text) {
            say(.warning, refusal)
            return []
        }
        if let page = new.receiving { return transfer(page, toNew: new.code.text, title: new.title.text) }
        closeLayer()
        return closeDesk() + [.addDossier(code: new.code.text, title: new.title.text)]
    }
}

extension DossierCode {
    /// Why a code cannot be taken, or nil.
    fileprivate static func refusal(of raw: String) -> Phrase? {
        do {
            _ = try DossierCode(raw)
            return nil
        } catch {
            switch error {
            case .empty: return Text.typeTheCode.phrase
            case .tooLong: return Text.codeTooLong.with(["longest": String(longest)])
            case .forbiddenCharacter(let character): return Text.codeForbiddenCharacter.with(["character": String(character)])
            case .misplacedDot: return Text.codeMisplacedDot.phrase
            }
        }
    }
}
