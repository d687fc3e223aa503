import Terminal
import Texts

/// A surface to draw on, with the theme and the language at hand. Nothing else in the views touches styles.
struct Canvas {
    private(set) var surface: Surface
    let theme: Theme
    let language: Language
    /// The role whose background lies under everything drawn now; roles that only set a foreground take it.
    private var ground: ThemeRole = .base

    init(size: Size, theme: Theme, language: Language) {
        surface = Surface(size: size, style: theme[.base])
        self.theme = theme
        self.language = language
    }

    var bounds: Rect { surface.bounds }

    func style(_ role: ThemeRole) -> Style {
        var style = theme[role]
        let isForeign = role == .footerKey && ground != .footer
        if style.background == theme[.base].background || isForeign { style.background = theme[ground].background }
        return style
    }

    /// Draws with another ground, such as a dialog.
    mutating func on(_ role: ThemeRole, _ draw: (inout Canvas) -> Void) {
        let before = ground
        ground = role
        draw(&self)
        ground = before
    }

    mutating func fill(_ rect: Rect, _ role: ThemeRole) { surface.fill(rect, style: style(role)) }

    @discardableResult
    mutating func put(_ text: String, _ role: ThemeRole = .base, x: Int, y: Int, width: Int? = nil) -> Int {
        surface.put(text, x: x, y: y, style: style(role), maxWidth: width, ellipsis: width != nil)
    }

    /// One line of a rectangle, counted from its top; nothing outside is drawn.
    @discardableResult
    mutating func line(_ text: String, _ role: ThemeRole = .base, in rect: Rect, row: Int, indent: Int = 0) -> Int {
        guard row >= 0, row < rect.height, indent < rect.width else { return 0 }
        return put(text, role, x: rect.x + indent, y: rect.y + row, width: rect.width - indent)
    }

    /// At the right end of a line of a rectangle.
    mutating func lineRight(_ text: String, _ role: ThemeRole = .base, in rect: Rect, row: Int) {
        guard row >= 0, row < rect.height else { return }
        let width = min(rect.width, DisplayText.width(text))
        put(text, role, x: rect.right - width, y: rect.y + row, width: width)
    }

    mutating func lineCentred(_ text: String, _ role: ThemeRole = .base, in rect: Rect, row: Int) {
        guard row >= 0, row < rect.height else { return }
        let width = min(rect.width, DisplayText.width(text))
        put(text, role, x: rect.x + (rect.width - width) / 2, y: rect.y + row, width: width)
    }

    /// A text broken at spaces. Returns the rows used.
    @discardableResult
    mutating func paragraph(_ text: String, _ role: ThemeRole = .base, in rect: Rect, row: Int = 0, most: Int = .max) -> Int {
        let lines = DisplayText.wrapped(text, to: rect.width)
        for (index, line) in lines.prefix(most).enumerated() {
            let isCut = index == most - 1 && lines.count > most
            self.line(isCut ? line + "…" : line, role, in: rect, row: row + index)
        }
        return min(lines.count, most)
    }

    /// Marks a whole row as selected and returns the role for its text.
    mutating func selectRow(_ rect: Rect, row: Int, isFocused: Bool = true) -> ThemeRole {
        let role: ThemeRole = isFocused ? .selected : .selectedUnfocused
        fill(Rect(x: rect.x, y: rect.y + row, width: rect.width, height: 1).intersection(rect), role)
        return role
    }

    mutating func pane(_ rect: Rect, title: String, isFocused: Bool = false) {
        surface.box(rect, title: title, style: style(isFocused ? .paneFocused : .pane), titleStyle: style(.paneTitle))
    }

    /// A bar of which `share` (0…1) is done.
    mutating func progress(_ share: Double, in rect: Rect, row: Int, role: ThemeRole = .progress) {
        guard row >= 0, row < rect.height, rect.width > 0 else { return }
        let done = max(0, min(rect.width, Int((Double(rect.width) * share).rounded())))
        put(String(repeating: "█", count: done), role, x: rect.x, y: rect.y + row)
        put(String(repeating: "░", count: rect.width - done), .progressRest, x: rect.x + done, y: rect.y + row)
    }

    /// A text field of `width` columns; its text scrolls so that the cursor is seen.
    mutating func field(_ field: TextField, x: Int, y: Int, width: Int, isFocused: Bool, isBad: Bool = false) {
        guard width > 1 else { return }
        fill(Rect(x: x, y: y, width: width, height: 1), isBad ? .inputBad : .input)
        // What is farther from the cursor than the field is wide cannot be seen: a text may be long.
        var before = String(field.text.prefix(field.cursor).suffix(width))
        var after = String(field.text.dropFirst(field.cursor).prefix(width))
        while DisplayText.width(before) > width - 1 { before.removeFirst() }
        let used = put(before, isBad ? .inputBad : .input, x: x, y: y)
        while DisplayText.width(after) > width - used { after.removeLast() }
        put(after, isBad ? .inputBad : .input, x: x + used, y: y)
        if isFocused { surface.cursor = Point(x: x + used, y: y) }
    }

    mutating func draw(_ other: Surface, centredIn rect: Rect) {
        let place = rect.centred(other.size)
        surface.draw(other, at: place.origin)
    }

    mutating func draw(_ other: Surface, x: Int, y: Int) { surface.draw(other, at: Point(x: x, y: y)) }

    /// An empty page where its picture will be, so that nothing jumps when it comes.
    mutating func emptyPage(_ tile: PageTile, in rect: Rect) {
        let swaps = tile.turn == 90 || tile.turn == 270
        let (width, height) = swaps ? (tile.height, tile.width) : (tile.width, tile.height)
        let size = PagePicture.fitted(PageImage(width: width, height: height, pixels: []), in: rect.size)
        fill(rect.centred(size), .notYet)
    }

    mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) { surface.restyle(rect, change) }

    /// A dialog of at most `width` × `height` in the middle of the screen. Returns its inside, with a margin.
    mutating func dialog(title: String, width: Int, height: Int) -> Rect {
        let room = Rect(x: 2, y: 1, width: bounds.width - 4, height: bounds.height - 3)
        let rect = room.centred(Size(columns: width, rows: height))
        fill(rect, .dialog)
        surface.box(rect, title: title, style: style(.paneFocused), titleStyle: style(.dialogTitle))
        surface.cursor = nil
        return rect.inset(columns: 2, rows: 1)
    }
}
