extension Surface {
    /// One run of neighbouring cells on a row.
    struct Change: Equatable {
        let x: Int
        let y: Int
        let cell: Cell
    }

    /// The cells that differ from an older surface of the same size (all of them when the size differs), without the
    /// right halves of wide characters.
    func changes(from old: Surface?) -> [Change] {
        let comparable = old?.size == size
        var changes: [Change] = []
        for y in 0..<size.rows {
            let before = comparable ? old?.row(y) : nil
            let now = row(y)
            if let before, before.elementsEqual(now) { continue }
            for x in 0..<size.columns {
                let cell = now[now.startIndex + x]
                if cell.width == 0 { continue }
                if let before, before[before.startIndex + x] == cell { continue }
                changes.append(Change(x: x, y: y, cell: cell))
            }
        }
        return changes
    }
}
