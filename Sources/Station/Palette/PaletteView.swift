import Terminal
import Texts

extension Model {
    func drawPalette(_ palette: PaletteState, _ canvas: inout Canvas) {
        let inside = canvas.dialog(title: Text.paletteTitle(language), width: 84, height: min(size.rows - 4, 24))
        canvas.field(palette.field, x: inside.x, y: inside.y + 1, width: inside.width, isFocused: true)
        let commands = paletteCommands(palette)
        let rows = Rect(x: inside.x, y: inside.y + 3, width: inside.width, height: inside.height - 4)
        if commands.isEmpty { canvas.line(Text.paletteNothing(language), .dim, in: rows, row: 0) }
        var below = self
        below.closeLayer()
        for (row, index) in palette.list.visible(count: commands.count, height: rows.height).enumerated() {
            drawPaletteRow(commands[index], below, rows, row: row, isSelected: index == palette.list.selected, &canvas)
        }
    }

    private func drawPaletteRow(
        _ command: Command, _ below: Model, _ rows: Rect, row: Int, isSelected: Bool, _ canvas: inout Canvas
    ) {
        let availability = command.availability(in: below)
        let works = availability == .available
        let role = isSelected ? canvas.selectRow(rows, row: row) : works ? ThemeRole.base : .dim
        let nameWidth = min(24, rows.width / 3)
        canvas.put(command.name(in: below)(language), role, x: rows.x + 1, y: rows.y + row, width: nameWidth - 2)
        let key = command.keys.first?.label(language) ?? ""
        let keyWidth = DisplayText.width(key) + 1
        let text: String
        if case .notNow(let reason) = availability { text = reason(language) } else { text = command.help(language) }
        let textRole: ThemeRole = isSelected ? role : .dim
        canvas.put(text, textRole, x: rows.x + nameWidth, y: rows.y + row, width: rows.width - nameWidth - keyWidth - 2)
        canvas.put(key, isSelected ? role : works ? .footerKey : .dim, x: rows.right - keyWidth, y: rows.y + row)
    }
}
