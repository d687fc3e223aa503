import Terminal

extension Surface {
    /// Figures drawn from half blocks, twice as high and wide: for a counter read from across the room.
    func doubled() -> Surface {
        var big = Surface(size: Size(columns: size.columns * 2, rows: size.rows * 2), style: self[0, 0]?.style ?? .plain)
        for y in 0..<size.rows {
            for x in 0..<size.columns {
                guard let cell = self[x, y] else { continue }
                let isUpper = cell.character == "█" || cell.character == "▀"
                let isLower = cell.character == "█" || cell.character == "▄"
                for half in 0...1 {
                    let isFilled = half == 0 ? isUpper : isLower
                    guard isFilled else { continue }
                    big.put("██", x: x * 2, y: y * 2 + half, style: cell.style)
                }
            }
        }
        return big
    }
}
