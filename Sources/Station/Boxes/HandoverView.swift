import Records
import Terminal
import Texts

extension Model {
    func drawHandover(_ state: HandoverState, _ canvas: inout Canvas) {
        let width = min(84, size.columns - 4)
        let known = known(of: state)
        let top = known.reduce(0) { $0 + min(2, DisplayText.wrapped($1.0, to: width - 4).count) }
        let inside = canvas.dialog(title: handoverTitle(state), width: width, height: top + state.fields.count + 8)
        var row = 0
        for (text, role) in known { row += canvas.paragraph(text, role, in: inside, row: row, most: 2) }
        row += 1
        let labels = state.fields.map { HandoverState.label($0)(language) }
        let column = (labels.map { DisplayText.width($0) }.max() ?? 0) + 2
        for (index, field) in state.fields.enumerated() {
            let isFocused = field == state.focus
            canvas.line(labels[index], isFocused ? .strong : .dim, in: inside, row: row)
            draw(field, of: state, isFocused, x: column, inside, row: row, &canvas)
            row += 1
        }
        let differences = state.differences.map { $0.words(language) }.joined(separator: "; ")
        if !differences.isEmpty {
            let text = Text.boxDifferences.with(["what": differences])(language)
            canvas.paragraph(text, .warning, in: inside, row: row + 1, most: max(1, inside.height - row - 3))
        }
        drawKeys([.handoverAccept, .handoverNext, .handoverClose], in: .handover, inside, row: inside.height - 1, &canvas)
    }

    private func handoverTitle(_ state: HandoverState) -> String {
        let label = state.known?.label ?? ""
        let text: Text = state.kind == .return ? .handoverReturnTitle : state.isRecount ? .handoverRecountTitle : .handoverReceiptTitle
        return text.with(["box": label])(language)
    }

    /// What is known of the box before it is counted.
    private func known(of state: HandoverState) -> [(String, ThemeRole)] {
        guard let box = state.standing else { return [(Text.handoverUnknownBox(language), .dim)] }
        var lines: [(String, ThemeRole)] = []
        if state.kind == .return, let entry = box.visit?.entry.count {
            let sheets = entry.sheets.map(String.init) ?? "–"
            lines.append((Text.handoverEntryWas.with(["dossiers": String(entry.dossiers), "sheets": sheets])(language), .base))
        } else {
            let sheets = box.progress.uncounted == 0 ? String(box.progress.countedSheets) : "–"
            lines.append((Text.handoverRegisterHas.with(["dossiers": String(box.progress.dossiers), "sheets": sheets])(language), .base))
        }
        if state.needsReason {
            let why = box.issues.map { $0.words(language) }.joined(separator: ", ")
            lines.append((Text.handoverEarly.with(["why": why])(language), .bad))
        }
        return lines
    }

    private func draw(
        _ field: HandoverState.Field, of state: HandoverState, _ isFocused: Bool, x: Int, _ inside: Rect, row: Int, _ canvas: inout Canvas
    ) {
        let isNumber = field == .dossiers || field == .sheets
        switch field {
        case .batch, .reason:
            let role: ThemeRole = isFocused ? .selected : .base
            canvas.line("◂ " + choice(field, of: state) + " ▸", role, in: inside, row: row, indent: x)
        default:
            let width = isNumber ? 8 : inside.width - x
            canvas.field(state[field], x: inside.x + x, y: inside.y + row, width: width, isFocused: isFocused)
            if field == .condition, state[field].isEmpty, !isFocused {
                canvas.line(Text.conditionHint(language), .dim, in: inside, row: row, indent: x + 1)
            }
        }
    }

    private func choice(_ field: HandoverState.Field, of state: HandoverState) -> String {
        if field == .batch {
            guard !state.isNewBatch else { return Text.handoverNewBatch(language) }
            let batch = state.batches[state.batchChoice]
            return [batch.number, batch.name].filter { !$0.isEmpty }.joined(separator: " · ")
        }
        switch state.reason {
        case .none: return Text.handoverNoReason(language)
        case .borrowedBack: return Text.earlyBorrowedBack(language)
        case .onRequest: return Text.earlyOnRequest(language)
        case .other: return Text.conditionOther(language)
        }
    }
}

extension HandoverState {
    fileprivate static func label(_ field: Field) -> Text {
        switch field {
        case .box: .columnBox
        case .dossiers: .handoverDossiers
        case .sheets: .handoverSheets
        case .condition: .handoverCondition
        case .room: .handoverRoom
        case .shelf: .handoverShelf
        case .batch: .columnBatch
        case .batchNumber: .handoverBatchNumber
        case .batchName: .handoverBatchName
        case .reason: .handoverReason
        case .reasonDetail: .handoverReasonDetail
        }
    }
}
