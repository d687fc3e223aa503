import Terminal
import Texts

extension Model {
    /// What happened, what was kept, what to do.
    func drawNotice(_ failure: Failure, _ canvas: inout Canvas) {
        let width = min(72, size.columns - 4)
        let parts: [(Phrase, ThemeRole)] = [(failure.message, .bad), (failure.kept, .good), (failure.todo, .base)]
        let rows = parts.reduce(0) { $0 + DisplayText.wrapped($1.0(language), to: width - 4).count + 1 }
        let inside = canvas.dialog(title: Text.noticeTitle(language), width: width, height: rows + 4)
        var row = 1
        for (phrase, role) in parts { row += canvas.paragraph(phrase(language), role, in: inside, row: row) + 1 }
        drawKeys([.noticeClose], in: .notice, inside, row: inside.height - 1, &canvas)
    }

    func drawQuestion(_ question: Question, _ canvas: inout Canvas) {
        let inside = canvas.dialog(title: Text.questionTitle(language), width: 60, height: 8)
        let text: Phrase =
            switch question.subject {
            case .leave: Text.questionLeave.phrase
            case .discardSettings: Text.questionDiscardSettings.phrase
            case .scanFinished: Text.questionScanFinished.phrase
            case .dropRun(_, let pages): Text.questionDropRun.with(["count": String(pages)])
            case .undoOlder(let what, let pages): Text.questionUndoOlder.with(["what": what(language), "count": String(pages)])
            case .acceptBox(let box, let dossiers): Text.questionAcceptBox.with(["count": String(dossiers), "box": box])
            case .recountBox(let box):
                Text.questionRecountBox.with(["box": box.label, "count": box.visit.map { words(of: $0.entry.count) } ?? ""])
            case .newBox(let box, nil): Text.questionNewBox.with(["box": box])
            case .newBox(let box, let nearest?): Text.questionNewBoxNear.with(["box": box, "nearest": nearest])
            case .recoverLostPages(let count, let dossiers):
                Text.questionRecoverLostPages.with(["count": String(count), "codes": dossiers.joined(separator: ", ")])
            }
        canvas.paragraph(text(language), .strong, in: inside, row: 1, most: 4)
        drawKeys([.questionYes, .questionNo], in: .question, inside, row: inside.height - 1, &canvas)
    }

    func drawNewDossier(_ new: NewDossierState, _ canvas: inout Canvas) {
        let inside = canvas.dialog(title: Text.newDossierTitle(language), width: 70, height: 9)
        canvas.line(Text.newDossierExplained(language), .dim, in: inside, row: 0)
        let labels = [Text.newDossierCode(language), Text.newDossierName(language)]
        let width = labels.map { DisplayText.width($0) }.max() ?? 0
        for (index, field) in [new.code, new.title].enumerated() {
            canvas.line(labels[index], .strong, in: inside, row: 2 + index)
            canvas.field(
                field, x: inside.x + width + 2, y: inside.y + 2 + index, width: inside.width - width - 2,
                isFocused: new.isOnTitle == (index == 1))
        }
        drawKeys([.newDossierAccept, .newDossierNext, .newDossierClose], in: .newDossier, inside, row: inside.height - 1, &canvas)
    }
}
