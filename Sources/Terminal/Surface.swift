/// A grid of cells: what a view draws into and what a device shows. A plain value, so a screen can be compared.
///
/// Nothing drawn outside the grid is an error, and no half of a wide character is ever left behind.
public struct Surface: Equatable, Sendable {
    public let size: Size
    /// Where the terminal's cursor stands; nil hides it.
    public var cursor: Point?
    private var cells: [Cell]

    public init(size: Size, style: Style = .plain) {
        self.size = size
        cells = Array(repeating: Cell(" ", style: style), count: size.columns * size.rows)
    }

    public var bounds: Rect { Rect(size) }

    /// The cell at a place, or nil outside the grid.
    public subscript(x: Int, y: Int) -> Cell? {
        bounds.contains(x: x, y: y) ? cells[y * size.columns + x] : nil
    }

    /// The cells of one row.
    public func row(_ y: Int) -> ArraySlice<Cell> {
        guard y >= 0, y < size.rows else { return [] }
        return cells[y * size.columns..<(y + 1) * size.columns]
    }

    /// Writes a text on one row.
    /// - Parameters:
    ///   - maxWidth: columns it may take; nil for up to the right edge.
    ///   - ellipsis: ends a text that is too long with `…` instead of cutting it.
    /// - Returns: columns used, counted from `x`.
    @discardableResult
    public mutating func put(
        _ text: String, x: Int, y: Int, style: Style = .plain, maxWidth: Int? = nil, ellipsis: Bool = false
    ) -> Int {
        let room = min(maxWidth ?? Int.max, size.columns - x)
        guard y >= 0, y < size.rows, room > 0 else { return 0 }
        var used = 0
        for character in ellipsis ? DisplayText.fitted(text, to: room) : text {
            let cell = Cell(character, style: style)
            if used + cell.width > room { break }
            set(cell, x: x + used, y: y)
            used += cell.width
        }
        return used
    }

    /// Puts one cell; a wide character that does not fit whole becomes a space.
    public mutating func set(_ cell: Cell, x: Int, y: Int) {
        let last = x + max(1, cell.width) - 1
        guard y >= 0, y < size.rows, last >= 0, x < size.columns else { return }
        guard x >= 0, last < size.columns else {
            return set(Cell(" ", style: cell.style), x: max(0, x), y: y)
        }
        clearHalves(x: x, y: y)
        let index = y * size.columns + x
        if cell.width == 2 {
            clearHalves(x: x + 1, y: y)
            cells[index] = cell
            cells[index + 1] = .continuation(cell.style)
        } else {
            cells[index] = cell.width == 0 ? Cell(" ", style: cell.style) : cell
        }
    }

    /// Clears the other half of a wide character of which one half is about to be overwritten.
    private mutating func clearHalves(x: Int, y: Int) {
        let index = y * size.columns + x
        switch cells[index].width {
        case 0 where x > 0: cells[index - 1] = Cell(" ", style: cells[index - 1].style)
        case 2 where x + 1 < size.columns: cells[index + 1] = Cell(" ", style: cells[index + 1].style)
        default: break
        }
    }

    /// Fills a rectangle with one character of width 1.
    public mutating func fill(_ rect: Rect, style: Style, character: Character = " ") {
        let area = rect.intersection(bounds)
        let cell = Cell(character, style: style)
        guard cell.width == 1, !area.isEmpty else { return }
        for y in area.y..<area.bottom {
            for x in area.x..<area.right { set(cell, x: x, y: y) }
        }
    }

    /// Changes the style of what is already there.
    public mutating func restyle(_ rect: Rect, _ change: (Style) -> Style) {
        let area = rect.intersection(bounds)
        guard !area.isEmpty else { return }
        for y in area.y..<area.bottom {
            for x in area.x..<area.right where self[x, y]?.width != 0 {
                let cell = cells[y * size.columns + x]
                set(Cell(cell.character, style: change(cell.style)), x: x, y: y)
            }
        }
    }

    /// Draws the lines of a box along the inner edge of a rectangle, with a title in the upper line.
    public mutating func box(
        _ rect: Rect, title: String = "", style: Style = .plain, titleStyle: Style? = nil, lines: BoxLines = .single
    ) {
        guard rect.width >= 2, rect.height >= 2 else { return }
        for x in rect.x + 1..<rect.right - 1 {
            put(lines.horizontal, x: x, y: rect.y, style: style)
            put(lines.horizontal, x: x, y: rect.bottom - 1, style: style)
        }
        for y in rect.y + 1..<rect.bottom - 1 {
            put(lines.vertical, x: rect.x, y: y, style: style)
            put(lines.vertical, x: rect.right - 1, y: y, style: style)
        }
        put(lines.topLeft, x: rect.x, y: rect.y, style: style)
        put(lines.topRight, x: rect.right - 1, y: rect.y, style: style)
        put(lines.bottomLeft, x: rect.x, y: rect.bottom - 1, style: style)
        put(lines.bottomRight, x: rect.right - 1, y: rect.bottom - 1, style: style)
        guard !title.isEmpty, rect.width >= 7 else { return }
        let shown = " " + DisplayText.fitted(title, to: rect.width - 6) + " "
        put(shown, x: rect.x + 2, y: rect.y, style: titleStyle ?? style)
    }

    /// Draws another surface over this one. Its cursor, when it has one, becomes this one's.
    public mutating func draw(_ other: Surface, at origin: Point) {
        for y in 0..<other.size.rows where y + origin.y >= 0 && y + origin.y < size.rows {
            for (x, cell) in other.row(y).enumerated() where cell.width != 0 {
                set(cell, x: x + origin.x, y: y + origin.y)
            }
        }
        if let cursor = other.cursor {
            self.cursor = Point(x: cursor.x + origin.x, y: cursor.y + origin.y)
        }
    }

    /// The rows as plain text without trailing spaces, for golden files and logs.
    public var text: [String] {
        (0..<size.rows).map { y in
            var line = ""
            for cell in row(y) where cell.width != 0 { line.append(cell.character) }
            while line.last == " " { line.removeLast() }
            return line
        }
    }
}

/// The characters of a box.
public struct BoxLines: Hashable, Sendable {
    let horizontal, vertical, topLeft, topRight, bottomLeft, bottomRight: String

    public static let single = BoxLines(
        horizontal: "─", vertical: "│", topLeft: "┌", topRight: "┐", bottomLeft: "└", bottomRight: "┘")
    public static let double = BoxLines(
        horizontal: "═", vertical: "║", topLeft: "╔", topRight: "╗", bottomLeft: "╚", bottomRight: "╝")
    public static let ascii = BoxLines(
        horizontal: "-", vertical: "|", topLeft: "+", topRight: "+", bottomLeft: "+", bottomRight: "+")
}
