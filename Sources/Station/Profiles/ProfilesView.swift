import Terminal
import Texts

extension Model {
    /// The scan profiles: the name, and in the line below what it sets.
    func drawProfiles(_ list: ListState, _ canvas: inout Canvas) {
        let lines = settings.profiles
        let inside = canvas.dialog(
            title: Text.profilesTitle(language), width: 76, height: min(size.rows - 4, 2 * lines.count + 5))
        let rows = Rect(x: inside.x, y: inside.y + 1, width: inside.width, height: max(2, inside.height - 3))
        for (place, index) in list.visible(count: lines.count, height: rows.height / 2).enumerated() {
            let line = lines[index]
            let isSelected = index == list.selected
            let role = isSelected ? canvas.selectRow(rows, row: 2 * place) : ThemeRole.base
            let mark = line.name == settings.profile ? "● " : "  "
            let name = line.name.isEmpty ? Text.profileAsSettings(language) : line.name
            canvas.line((isSelected ? "▸" : " ") + mark + name, role, in: rows, row: 2 * place)
            canvas.line(line.summary(language), .dim, in: rows, row: 2 * place + 1, indent: 5)
        }
        drawKeys([.profilesAccept, .profilesClose], in: .profiles, inside, row: inside.height - 1, &canvas)
    }
}
