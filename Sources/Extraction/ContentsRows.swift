import Records

/// The rows of a contents sheet, from its lines in order of height. The lines of the table are read as strokes or letters,
/// and a cell may go on in the next line.
struct ContentsRows {
    private let lines: [PageLine]
    /// The middle of the column with the sheet numbers, in shares of the width.
    private let sheetColumn: Double?

    private(set) var entries: [ContentsEntry] = []

    /// Half of a column, and how far a page that lies askew moves it.
    private static let reach = 0.06

    init(_ lines: [PageLine]) { self.init(levelled: ContentsRows.levelled(lines)) }

    private init(levelled lines: [PageLine]) {
        self.lines = lines
        sheetColumn = ContentsHead.sheetColumn(lines) ?? ContentsRows.columnOfNumbers(lines)
        entries = lines.indices.compactMap(entry)
    }

    /// Rows with all that a row has: enough of them are a contents sheet whose head was not read, or is on the page before.
    static func whole(_ lines: [PageLine]) -> Int {
        let dated = levelled(lines).filter { line in line.words.contains { $0.isNumber && $0.letters.count >= 4 && $0.text.contains("/") } }
        return dated.count < 3 ? 0 : ContentsRows(levelled: dated).entries.count { $0.notation?.contains(where: \.isNumber) == true }
    }

    /// Where nothing is ruled OCR reads column by column: what stands at one height, once the page is level, is one line.
    private static func levelled(_ lines: [PageLine]) -> [PageLine] {
        let slope = slope(lines)
        let words = lines.flatMap(\.words).map { ($0, height: ($0.top + $0.bottom) / 2 - slope * $0.middle) }.sorted { $0.height < $1.height }
        let heights = words.map { $0.0.bottom - $0.0.top }.sorted()
        let reach = heights.isEmpty ? 0 : heights[heights.count / 2] * 0.55
        var rows: [(height: Double, words: [PlacedWord])] = []
        for (word, height) in words {
            if let last = rows.indices.last, height - rows[last].height < reach {
                rows[last].words.append(word)
                rows[last].height += (height - rows[last].height) / Double(rows[last].words.count)
            } else {
                rows.append((height, [word]))
            }
        }
        return rows.map { PageLine($0.words) }.filter { !$0.letters.isEmpty }
    }

    /// How far lines sink over the width of the page.
    private static func slope(_ lines: [PageLine]) -> Double {
        let slopes = lines.compactMap { line -> Double? in
            guard let first = line.words.first, let last = line.words.last, last.middle - first.middle > 0.12 else { return nil }
            return (last.top + last.bottom - first.top - first.bottom) / 2 / (last.middle - first.middle)
        }.sorted()
        return slopes.isEmpty ? 0 : slopes[slopes.count / 2]
    }

    /// Where the head was not read: the numbers at the right stand below each other.
    private static func columnOfNumbers(_ lines: [PageLine]) -> Double? {
        let middles = lines.compactMap { line in line.words.last { $0.left > 0.68 && sheets($0.text) != nil }?.middle }.sorted()
        return middles.count >= 3 ? middles[middles.count / 2] : nil
    }

    /// The first line of a row is the one with its sheet number.
    private func entry(at index: Int) -> ContentsEntry? {
        let line = lines[index]
        let cells = line.words.filter { word in sheetColumn.map { abs(word.middle - $0) < ContentsRows.reach } ?? (word.left > 0.68) }
        let under = cells.last.flatMap { $0.text.withoutFrame.hasSuffix("-") ? wordUnder($0, index)?.text : nil }
        guard let sheets = ContentsRows.sheets(ofCell: cells.map(\.text) + (under.map { [$0] } ?? [])) else { return nil }
        let position = line.words.first { $0.left < 0.22 && $0.isNumber && $0.letters.count <= 3 }.flatMap { Int($0.text.filter(\.isNumber)) }
        let notation = line.words.first { $0.left < 0.45 && ContentsRows.isNotation($0.text) }.map { self.notation($0, below: index) }
        let date = line.words.lazy.compactMap { self.date($0, below: index) }.first
        guard position != nil || notation != nil || date != nil else { return nil }
        return ContentsEntry(position: position, notation: notation, date: date, firstSheet: sheets.lowerBound, lastSheet: sheets.count > 1 ? sheets.upperBound : nil)
    }

    // MARK: Tờ số

    /// `7`, `7-9`, `7 - 9`, and `7-` of which `9` stands below; what stands before it in the cell belongs to the text beside.
    private static func sheets(ofCell texts: [String]) -> ClosedRange<Int>? {
        let parts = texts.map(\.withoutFrame)
        guard let end = parts.lastIndex(where: { sheets($0) != nil }) else { return nil }
        if end >= 1, let range = sheets(parts[max(0, end - 2)...end].joined()), range.count > 1 { return range }
        return sheets(parts[end])
    }

    /// `7`, `7-9`, `07–09`, with the lines of the table that OCR takes for letters or joins to the word before.
    private static func sheets(_ text: String) -> ClosedRange<Int>? {
        let cell = text.split { "|[](){}!".contains($0) }.last.map(String.init) ?? ""
        let parts = cell.trimmed.withoutStroke.split { "-–—÷".contains($0) }.map { Int($0) }
        guard let first = parts.first ?? nil, (1...999).contains(first), parts.count <= 2 else { return nil }
        guard parts.count == 2 else { return first...first }
        guard let last = parts[1], last >= first, last <= 999 else { return nil }
        return first...last
    }

    // MARK: Số, ký hiệu; ngày

    private static func isNotation(_ text: String) -> Bool {
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        let capitals = letters.count(where: \.properties.isUppercase)
        return letters.count >= 2
            && (capitals == letters.count || text.contains("/") && text.contains("-") || capitals >= 2 && text.contains(where: \.isNumber))
    }

    /// `734/CT-` of which `UBND` stands below.
    private func notation(_ word: PlacedWord, below index: Int) -> String {
        let text = word.text.withoutFrame
        guard text.hasSuffix("-") else { return text.trimmed }
        return (text + (wordUnder(word, index)?.text.trimmed ?? "")).trimmed
    }

    private func date(_ word: PlacedWord, below index: Int) -> PartialDate? {
        let text = word.text.trimmed
        guard text.count(where: { $0 == "/" }) >= 1, text.contains(where: \.isNumber) else { return nil }
        for text in [text, text + (wordUnder(word, index)?.text.trimmed ?? "")] {
            if let date = PartialDate(text), (1900...2100).contains(date.year) { return date }
        }
        return nil
    }

    /// The word under another one in its cell.
    private func wordUnder(_ word: PlacedWord, _ index: Int) -> PlacedWord? {
        guard let next = lines[safe: index + 1], !next.words.contains(where: { $0.left < 0.22 && $0.isNumber && $0.right < word.left }) else { return nil }
        return next.words.first { $0.left < word.right && $0.right > word.left - 0.02 }
    }
}

extension String {
    private static let frame = "|[](){}.,:;_'`"

    /// Without the strokes and dots around it.
    fileprivate var withoutFrame: String {
        String(drop { String.frame.contains($0) }.reversed().drop { String.frame.contains($0) }.reversed())
    }

    fileprivate var trimmed: String { String(withoutFrame.reversed().drop { (String.frame + "-").contains($0) }.reversed()) }

    /// A line of the table before a number, read as a letter.
    fileprivate var withoutStroke: String {
        guard let first, "lI".contains(first), dropFirst().first?.isNumber == true else { return self }
        return String(dropFirst())
    }
}
