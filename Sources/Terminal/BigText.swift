/// Large figures, three rows high, since the sheet count must be readable from two metres.
public enum BigText {
    public static let rows = 3

    /// Renders digits, `/ % - . :` and spaces; anything else is left out.
    /// - Parameter ascii: uses only ASCII lines, for terminals without block characters.
    public static func render(_ text: String, style: Style = .plain, ascii: Bool = false) -> Surface {
        let shapes = ascii ? asciiShapes : blockShapes
        let glyphs = text.compactMap { shapes[$0] }
        let width = glyphs.reduce(0) { $0 + ($1.first?.count ?? 0) + 1 } - 1
        var surface = Surface(size: Size(columns: width, rows: rows), style: style)
        var x = 0
        for glyph in glyphs {
            for (y, line) in glyph.enumerated() { surface.put(line, x: x, y: y, style: style) }
            x += (glyph.first?.count ?? 0) + 1
        }
        return surface
    }

    private static let blockShapes: [Character: [String]] = [
        "0": ["█▀▀█", "█  █", "█▄▄█"], "1": [" ▄█ ", "  █ ", " ▄█▄"], "2": ["▀▀▀█", "█▀▀▀", "█▄▄▄"],
        "3": ["▀▀▀█", " ▀▀█", "▄▄▄█"], "4": ["█  █", "█▄▄█", "   █"], "5": ["█▀▀▀", "▀▀▀█", "▄▄▄█"],
        "6": ["█▀▀▀", "█▀▀█", "█▄▄█"], "7": ["▀▀▀█", "  █ ", " █  "], "8": ["█▀▀█", "█▀▀█", "█▄▄█"],
        "9": ["█▀▀█", "▀▀▀█", "▄▄▄█"], "/": ["  ▄▀", " █  ", "▀   "], "%": ["▀ ▄▀", " █  ", "▀  ▄"],
        "-": ["    ", "▀▀▀▀", "    "], ".": [" ", " ", "▄"], ":": [" ", "▀", "▄"], " ": ["  ", "  ", "  "],
    ]

    private static let asciiShapes: [Character: [String]] = [
        "0": [" _ ", "| |", "|_|"], "1": ["   ", "  |", "  |"], "2": [" _ ", " _|", "|_ "],
        "3": [" _ ", " _|", " _|"], "4": ["   ", "|_|", "  |"], "5": [" _ ", "|_ ", " _|"],
        "6": [" _ ", "|_ ", "|_|"], "7": [" _ ", "  |", "  |"], "8": [" _ ", "|_|", "|_|"],
        "9": [" _ ", "|_|", " _|"], "/": ["  /", " / ", "/  "], "%": ["o /", " / ", "/ o"],
        "-": ["   ", "---", "   "], ".": [" ", " ", "."], ":": [" ", ".", "."], " ": ["  ", "  ", "  "],
    ]
}
