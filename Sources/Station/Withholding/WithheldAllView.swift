import Records
import Terminal
import Texts

extension Model {
    func drawWithheldAll(_ canvas: inout Canvas) {
        let (top, list) = body.split(top: 4)
        canvas.pane(top, title: Text.commandGoWithheld(language))
        let inside = top.inset(columns: 2, rows: 1)
        var row = 0
        if let answer = withheldAll.answer, answer.total > 0 {
            let figures = Text.withheldAllFigures.with(["count": String(answer.total), "dossiers": String(answer.dossiers)])
            canvas.line(figures(language), .strong, in: inside, row: row)
            row += 1
        }
        canvas.line(Text.withheldAllExplained(language), .dim, in: inside, row: row)
        canvas.pane(list, title: Text.withheldAllTitle(language), isFocused: true)
        drawWithheldLines(list.inside, &canvas)
    }

    /// Where the lines stand, for the mouse.
    var withheldAllRect: Rect { body.split(top: 4).rest.inside }

    private func drawWithheldLines(_ rect: Rect, _ canvas: inout Canvas) {
        let lines = withheldAll.lines
        if withheldAll.answer != nil, lines.isEmpty {
            canvas.paragraph(Text.nothingWithheldAnywhere(language), .dim, in: rect.inset(columns: 1, rows: 0), row: 1)
        }
        for (row, index) in withheldAll.list.visible(count: lines.count, height: rect.height).enumerated() {
            let line = lines[index]
            let isSelected = index == withheldAll.list.selected
            let role = isSelected ? canvas.selectRow(rect, row: row) : ThemeRole.base
            canvas.line(isSelected ? "▸" : " ", role, in: rect, row: row)
            canvas.put(line.since, isSelected ? role : .dim, x: rect.x + 2, y: rect.y + row, width: 12)
            let used = canvas.put("\(line.code) · \(place(of: line))", role, x: rect.x + 15, y: rect.y + row, width: rect.width - 15)
            let rest = [
                line.mark.map { $0.text(language) } ?? line.reason.text(language).lowercased(),
                line.isByProgram ? Text.withheldByProgram(language) : line.person,
            ]
            canvas.line(rest.joined(separator: " · "), isSelected ? role : line.mark == nil ? .base : .bad, in: rect, row: row, indent: 17 + used)
        }
    }

    private func place(of line: WithheldLine) -> String {
        guard line.scope != .dossier else { return Text.scopeDossier(language).lowercased() }
        guard let pages = line.pages else { return "–" }
        let places = pages.count == 1 ? String(pages.lowerBound) : "\(pages.lowerBound)–\(pages.upperBound)"
        return Text.withheldAllPages.with(["pages": places])(language)
    }
}
