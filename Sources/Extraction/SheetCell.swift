/// A cell under Tờ số: `7`, `7-9`, `07 – 09`.
struct SheetCell {
    /// Index of its line.
    let line: Int
    var sheets: ClosedRange<Int>
    let left: Double
    let right: Double
    /// Both ends are written.
    var isRange: Bool
    /// `7-` of which `9` stands below.
    var isOpen: Bool

    var middle: Double { (left + right) / 2 }

    /// At most so wide, in shares of the page: what stands farther apart is in two cells.
    private static let widestGap = 0.03
    /// Nothing further left is a sheet number.
    static let leftmost = 0.6

    /// All that may be sheet numbers, in order of height.
    static func all(_ lines: [PageLine]) -> [SheetCell] {
        lines.enumerated().flatMap { index, line in all(in: line, index) }
    }

    private static func all(in line: PageLine, _ index: Int) -> [SheetCell] {
        var cells: [SheetCell] = []
        var rest = line.words.filter { $0.left > leftmost }[...]
        while let word = rest.popFirst() {
            guard let sheets = sheets(word.text) else { continue }
            var cell = SheetCell(line: index, sheets: sheets.range, left: word.left, right: word.right, isRange: sheets.isRange, isOpen: isOpen(word.text))
            // `7 - 9`, `7- 9`, `7 -9`
            var (text, right) = (word.text, word.right)
            for next in rest.prefix(2) where next.left - right < widestGap {
                (text, right) = (text + next.text, next.right)
                guard let joined = Self.sheets(text), joined.isRange else {
                    cell.isOpen = cell.isOpen || isOpen(text)
                    continue
                }
                cell = SheetCell(line: index, sheets: joined.range, left: word.left, right: right, isRange: true, isOpen: false)
                rest = rest.drop { $0.left < right }
                break
            }
            cells.append(cell)
        }
        return cells
    }

    private static func isOpen(_ text: String) -> Bool { text.last { !strokes.contains($0) }.map(dashes.contains) ?? false }

    private static let strokes = "|[](){}!.,:;_'`“”‘’\""
    private static let dashes = "-–—÷~"

    /// With the lines of the table that OCR takes for letters or joins to the word before.
    private static func sheets(_ text: String) -> (range: ClosedRange<Int>, isRange: Bool)? {
        let cell = text.split { strokes.contains($0) }.last.map(String.init) ?? ""
        let parts = cell.withoutStroke.split(omittingEmptySubsequences: false) { dashes.contains($0) }.filter { !$0.isEmpty }
        guard let first = parts.first.flatMap(number), (1...999).contains(first), parts.count <= 2 else { return nil }
        guard parts.count == 2 else { return (first...first, false) }
        guard let last = number(parts[1]), last >= first, last <= 999 else { return nil }
        return (first...last, last > first)
    }

    /// Letters that OCR sees in figures; a figure has to be among them.
    private static let figures: [Character: Character] = ["O": "0", "o": "0", "l": "1", "I": "1", "i": "1", "S": "5", "s": "5", "B": "8", "Z": "2", "z": "2"]

    private static func number(_ text: Substring) -> Int? {
        guard text.count <= 3, text.contains(where: \.isNumber) else { return nil }
        return Int(String(text.map { figures[$0] ?? $0 }))
    }
}

extension String {
    /// A line of the table before a number, read as a letter.
    fileprivate var withoutStroke: String {
        guard let first, "lI".contains(first), dropFirst().first?.isNumber == true else { return self }
        return String(dropFirst())
    }
}

/// The column under Tờ số, known by its numbers: they never fall.
struct SheetColumn {
    /// Those that can be trusted, in order of height.
    let cells: [SheetCell]
    /// How many numbers stand in it.
    let count: Int

    /// How far cells of one column differ: set by their left edge, or in the middle.
    private static let reach = 0.022
    private static let widestReach = 0.03

    init?(_ lines: [PageLine]) {
        let all = SheetCell.all(lines)
        var best: SheetColumn?
        for edge in [\SheetCell.left, \SheetCell.middle] {
            for seed in Set(all.map { Int($0[keyPath: edge] * 100) }) {
                let place = Double(seed) / 100 + 0.005
                let reach = edge == \SheetCell.left ? SheetColumn.reach : SheetColumn.widestReach
                let column = SheetColumn(all.filter { abs($0[keyPath: edge] - place) < reach })
                if column.cells.count > best?.cells.count ?? 0 { best = column }
            }
        }
        guard let best else { return nil }
        self = best
    }

    /// How many lines below its beginning a cell goes on.
    private static let linesOfCell = 2

    /// `7-` and the `9` below it are one.
    private static func joined(_ cells: [SheetCell]) -> [SheetCell] {
        var joined: [SheetCell] = []
        for cell in cells {
            if let last = joined.last, last.isOpen, cell.line > last.line, cell.line - last.line <= linesOfCell, !cell.isRange, cell.sheets.lowerBound > last.sheets.lowerBound {
                let index = joined.count - 1
                (joined[index].sheets, joined[index].isRange, joined[index].isOpen) = (last.sheets.lowerBound...cell.sheets.lowerBound, true, false)
            } else {
                joined.append(cell)
            }
        }
        return joined
    }

    private init(_ parts: [SheetCell]) {
        let cells = SheetColumn.joined(parts)
        self.cells = RisingChain.sure(cells) { $1.line > $0.line && $1.sheets.lowerBound >= $0.sheets.lowerBound && $1.sheets.lowerBound >= $0.sheets.upperBound }
            .map { cells[$0] }
        count = cells.count
    }

    /// Numbers that by chance never fall are few; those of sheets go up by one and more.
    var mustBeSheets: Bool {
        guard cells.count >= 5, let first = cells.first, let last = cells.last else { return false }
        return Double(cells.count) >= 0.8 * Double(count) && last.sheets.lowerBound - first.sheets.lowerBound >= cells.count - 1
    }
}
