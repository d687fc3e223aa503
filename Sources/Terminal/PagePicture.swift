/// Draws a page with characters, so that it can be seen in any terminal.
///
/// For documents this shows more than general picture converters do: every line of text becomes a dark stripe, margins,
/// headings and boxes stay clear. To zoom, draw a region again; cells are never enlarged.
public enum PagePicture {
    /// - Parameters:
    ///   - paper: background is the paper, foreground the ink; without colours the terminal's own are used.
    ///   - notYet: style of the part that has not arrived, filled with `·`.
    public static func render(
        _ image: PageImage, columns: Int, rows: Int, mode: PictureMode, region: PageRegion = .whole,
        paper: Style = .plain, notYet: Style = Style(dim: true)
    ) -> Surface {
        var surface = Surface(size: Size(columns: columns, rows: rows), style: paper)
        guard columns > 0, rows > 0 else { return surface }
        switch mode {
        case .blocks:
            guard let greys = Greys(paper) else {
                return render(
                    image, columns: columns, rows: rows, mode: .ascii, region: region, paper: paper, notYet: notYet)
            }
            let grid = InkGrid(image, region: region, columns: columns, rows: 2 * rows)
            surface.drawEach(notYet) { x, y in block(grid[x, 2 * y], grid[x, 2 * y + 1], greys, notYet) }
        case .ascii:
            let grid = InkGrid(image, region: region, columns: columns, rows: rows)
            surface.drawEach(notYet) { x, y in grid[x, y].map { Cell(ramp($0), style: paper) } }
        case .braille:
            let grid = InkGrid(image, region: region, columns: 2 * columns, rows: 4 * rows)
            surface.drawEach(notYet) { x, y in dots(grid, x, y).map { Cell($0, style: paper) } }
        }
        return surface
    }

    /// The largest size within `room` that keeps the shape of the region, cells being twice as high as wide.
    public static func fitted(_ image: PageImage, region: PageRegion = .whole, in room: Size) -> Size {
        let width = Double(image.width) * region.width
        let height = Double(image.height) * region.height
        guard width > 0, height > 0, !room.isEmpty else { return room }
        let scale = min(Double(room.columns) / width, 2 * Double(room.rows) / height)
        return Size(
            columns: min(room.columns, max(1, Int((width * scale).rounded()))),
            rows: min(room.rows, max(1, Int((height * scale / 2).rounded()))))
    }

    private static let ramps: [Character] = Array(" .:-=+*#%@")

    private static func ramp(_ ink: Float) -> Character {
        ramps[min(ramps.count - 1, Int(ink * Float(ramps.count)))]
    }

    private static func block(_ upper: Float?, _ lower: Float?, _ greys: Greys, _ notYet: Style) -> Cell? {
        guard let upper else { return nil }
        let top = greys[upper]
        let bottom = lower.map { greys[$0] } ?? notYet.background
        if top == bottom { return Cell(" ", style: Style(foreground: greys[1], background: top)) }
        return Cell("▀", style: Style(foreground: top, background: bottom))
    }

    /// Ink from which a braille dot is set.
    private static let dotThreshold: Float = 0.45
    /// Bits of the eight dots (Unicode, Braille Patterns), row by row.
    private static let dotBits: [UInt32] = [0x01, 0x08, 0x02, 0x10, 0x04, 0x20, 0x40, 0x80]

    private static func dots(_ grid: InkGrid, _ x: Int, _ y: Int) -> Character? {
        guard grid[2 * x, 4 * y] != nil else { return nil }
        var bits: UInt32 = 0
        for (index, bit) in dotBits.enumerated() {
            if let ink = grid[2 * x + index % 2, 4 * y + index / 2], ink > dotThreshold { bits |= bit }
        }
        if bits == 0 { return " " }
        return Unicode.Scalar(0x2800 + bits).map(Character.init)
    }
}

/// Twenty-four steps between paper and ink, as many as the 256-colour palette has greys.
private struct Greys {
    private let levels: [Color]

    init?(_ paper: Style) {
        guard case .rgb(let pr, let pg, let pb) = paper.background,
            case .rgb(let ir, let ig, let ib) = paper.foreground
        else { return nil }
        levels = (0..<24).map { step in
            func mixed(_ from: UInt8, _ to: UInt8) -> UInt8 { UInt8((Int(from) * (23 - step) + Int(to) * step) / 23) }
            return .rgb(red: mixed(pr, ir), green: mixed(pg, ig), blue: mixed(pb, ib))
        }
    }

    subscript(ink: Float) -> Color { levels[min(23, max(0, Int((ink * 23).rounded())))] }
}

extension Surface {
    /// Fills every cell with what is given for it; nil draws it as not yet arrived.
    fileprivate mutating func drawEach(_ notYet: Style, _ cell: (Int, Int) -> Cell?) {
        let missing = Cell("·", style: notYet)
        for y in 0..<size.rows {
            for x in 0..<size.columns { set(cell(x, y) ?? missing, x: x, y: y) }
        }
    }
}
