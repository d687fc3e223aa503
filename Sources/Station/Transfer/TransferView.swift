import Terminal
import Texts

extension Model {
    func drawTransfer(_ state: TransferState, _ canvas: inout Canvas) {
        let height = min(size.rows - 4, 20)
        let inside = canvas.dialog(title: (state.isUnnamed ? Text.nameDossierTitle : .transferTitle)(language), width: min(96, size.columns - 4), height: height)
        let what = (state.isUnnamed ? Text.nameDossierWhat : .transferWhat).with(["page": String(state.firstPage), "sheets": String(state.sheets), "pages": String(state.pages)])
        canvas.paragraph(what(language), .strong, in: inside, row: 0, most: 2)
        let label = Text.transferFind(language)
        canvas.line(label, .dim, in: inside, row: 2)
        let used = DisplayText.width(label) + 1
        canvas.field(state.field, x: inside.x + used, y: inside.y + 2, width: inside.width - used, isFocused: true)
        let rows = Rect(x: inside.x, y: inside.y + 4, width: inside.width, height: inside.height - 6)
        if state.isCurrent, state.lines.isEmpty { canvas.line(Text.transferNothingFound(language), .dim, in: rows, row: 0) }
        for (row, index) in state.list.visible(count: state.lines.count, height: rows.height).enumerated() {
            let line = state.lines[index]
            let isSelected = state.isChosen && index == state.list.selected
            let role = isSelected ? canvas.selectRow(rows, row: row) : ThemeRole.base
            let place = [line.box, line.number].compactMap { $0 }.joined(separator: "/")
            canvas.line((isSelected ? "▸ " : "  ") + place, isSelected ? role : .dim, in: rows, row: row)
            canvas.put(line.code, role, x: rows.x + 12, y: rows.y + row, width: 22)
            canvas.put(line.title, role, x: rows.x + 35, y: rows.y + row, width: max(0, rows.width - 35 - 13))
            let pages = line.pages == 0 ? "–" : Text.pageCount.with(["pages": String(line.pages)])(language)
            canvas.put(pages, role, x: rows.x + rows.width - 12, y: rows.y + row, width: 12)
        }
        drawKeys([.transferAccept, .transferNew, .transferClose], in: .transfer, inside, row: inside.height - 1, &canvas)
    }
}
