import Terminal

/// A grid of small pictures, each with a line under it.
struct TileGrid: Equatable {
    let area: Rect
    /// Of a picture, in cells.
    let tile: Size

    /// Two columns apart, a line for the label, a row apart.
    private var cell: Size { Size(columns: tile.columns + 4, rows: tile.rows + 2) }

    var perRow: Int { max(1, area.width / cell.columns) }
    private var rows: Int { max(1, area.height / cell.rows) }
    var perScreen: Int { perRow * rows }

    /// The tiles that are seen: whole rows around the selected one.
    func visible(_ list: ListState, count: Int) -> Range<Int> {
        let all = (count + perRow - 1) / perRow
        let seen = ListState(selected: list.selected / perRow).visible(count: all, height: rows)
        return min(count, seen.lowerBound * perRow)..<min(count, seen.upperBound * perRow)
    }

    /// Where the tile at a place among the visible ones stands.
    func picture(at place: Int) -> Rect {
        Rect(
            x: area.x + place % perRow * cell.columns + 1, y: area.y + place / perRow * cell.rows, width: tile.columns, height: tile.rows)
    }

    func label(at place: Int) -> Rect {
        let picture = picture(at: place)
        return Rect(x: picture.x - 1, y: picture.y + tile.rows, width: cell.columns - 2, height: 1)
    }
}

extension ListState {
    /// Moves in a grid; a step that would leave it goes to its end.
    mutating func step(_ step: Int, count: Int) { select(selected + step, count: count) }
}
