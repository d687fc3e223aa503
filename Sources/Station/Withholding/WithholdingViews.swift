import Records
import Terminal
import Texts

extension Model {
    /// What stands in the place of a page's picture.
    func drawHidden(_ room: Rect, _ canvas: inout Canvas) {
        canvas.fill(room, .notYet)
        let words = Text.withheldTile(language)
        canvas.lineCentred(DisplayText.width(words) > room.width ? "⊘" : words, .bad, in: room, row: room.height / 2)
    }

    func drawWithhold(_ state: WithholdState, _ canvas: inout Canvas) {
        let inside = canvas.dialog(title: [Text.withholdTitle(language), state.place].filter { !$0.isEmpty }.joined(separator: " · "), width: 66, height: 9 + state.scopes.count + WithholdingReason.allCases.count)
        var row = canvas.paragraph(explained(state)(language), .strong, in: inside, row: 0, most: 2) + 1
        for scope in state.scopes {
            let isSelected = scope == state.scope
            let role = isSelected ? canvas.selectRow(inside, row: row) : ThemeRole.base
            canvas.line((isSelected ? " ▸ " : "   ") + scope.text(language), role, in: inside, row: row)
            row += 1
        }
        row += 1
        let reasons = CommandTable.commands(in: .withhold).filter { command in WithholdingReason.allCases.contains { $0.text == command.name } }
        for command in reasons {
            let isChosen = command.name == state.reason.text
            let key = command.keys.first?.label(language) ?? ""
            canvas.line((isChosen ? " ● " : "   ") + key + " " + command.name(language), isChosen ? .strong : .base, in: inside, row: row)
            row += 1
        }
        drawKeys([.withholdAccept, .withholdMistake, .withholdClose], in: .withhold, inside, row: inside.height - 1, &canvas)
    }

    private func explained(_ state: WithholdState) -> Phrase {
        switch state.subject {
        case .page: Text.withholdDone.phrase
        case .dossier(_, let code): Text.withholdDossierDone.with(["code": code])
        }
    }

    func drawWithheld(_ state: WithheldState, _ canvas: inout Canvas) {
        let lines = desk.dossier?.withheld ?? []
        let inside = canvas.dialog(title: Text.withheldTitle(language), width: 74, height: min(size.rows - 3, lines.count + 9))
        canvas.line(Text.withheldExplained(language), .dim, in: inside, row: 0)
        let rows = Rect(x: inside.x, y: inside.y + 2, width: inside.width, height: inside.height - 6)
        for (row, index) in state.list.visible(count: lines.count, height: rows.height).enumerated() {
            let isSelected = index == state.list.selected
            let role = isSelected ? canvas.selectRow(rows, row: row) : ThemeRole.base
            canvas.line((isSelected ? " ▸ " : "   ") + text(of: lines[index]), role, in: rows, row: row)
        }
        let row = inside.height - 3
        let used = canvas.line(Text.withheldWords(language), .strong, in: inside, row: row)
        canvas.field(state.words, x: inside.x + used + 1, y: inside.y + row, width: inside.width - used - 2, isFocused: true)
        drawKeys([.withheldRelease, .withheldSlip, .withheldClose], in: .withheld, inside, row: inside.height - 1, &canvas)
    }

    private func text(of line: DeskWithholding) -> String {
        let place = line.place.map(String.init) ?? "–"
        let what: Phrase =
            switch line.scope {
            case .dossier: Text.scopeDossier.phrase
            case .document: Text.withheldLineDocument.with(["document": place])
            case .page: Text.withheldLinePage.with(["page": place])
            }
        let who = line.isByProgram ? Text.withheldByProgram(language) : line.person
        let marks = ([line.found].compactMap { $0 } + line.others).enumerated().map { place, found in
            let lifted = found.mark.isLifted && found.mark.level != nil ? " + " + Text.secrecyLifted(language) : ""
            return (place == 0 ? Text.withheldMark : .withheldOtherMark).with(["mark": found.mark.text(language) + lifted, "page": found.page.map(String.init) ?? "–"])(language)
        }
        // A mark says more than the reason that follows from it, and the line may be cut.
        let reason = line.reason.text(language).lowercased()
        let rest = marks.isEmpty ? [reason, who] : [who, marks.joined(separator: "; "), reason]
        return ([what(language)] + rest + [line.detail]).filter { !$0.isEmpty }.joined(separator: " · ")
    }
}
