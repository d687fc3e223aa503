import Records

/// The rows of a contents sheet, from where its words stand. The lines of the table are read as strokes or letters, and a
/// cell may go on in the next line.
struct ContentsRows {
    let lines: [PageLine]
    /// How far lines sink over the width of the page, in shares of its height.
    let slope: Double
    /// How far columns run to the right over its height, in shares of its width.
    let drift: Double
    /// Lines on which rows begin, with what is known of them, in order of height.
    private(set) var rows: [Row] = []
    let column: SheetColumn?

    struct Row {
        let line: Int
        var position: Int?
        var notation: String?
        var date: PartialDate?
        var cell: SheetCell?
    }

    init(_ page: PageLines) {
        slope = ContentsRows.slope(page.lines)
        drift = slope * page.aspect * page.aspect
        lines = ContentsRows.levelled(page, slope: slope, drift: drift)
        column = SheetColumn(lines)
        let cells = Dictionary((column?.cells ?? []).map { ($0.line, $0) }) { first, _ in first }
        rows = lines.indices.compactMap { row(on: $0, cells[$0]) }
        settlePositions()
    }

    /// Nil for a line that goes on with a row, or belongs to none.
    private func row(on index: Int, _ cell: SheetCell?) -> Row? {
        let words = lines[index].words
        let notation = words.first { $0.left < 0.45 && ContentsRows.isNotation($0.text) }
        let position = words.first { $0.left < 0.22 && $0.isNumber && $0.letters.count <= 3 }.flatMap { Int($0.text.filter(\.isNumber)) }
        let isDescribed =
            notation?.text.contains(where: \.isNumber) == true || words.contains { $0.left < 0.45 && ContentsRows.mayBeDate($0.text) }
            || (cell != nil && position != nil)
        guard isDescribed else { return nil }
        let date = words.filter { $0.left < 0.6 }.compactMap { self.date($0, below: index) }.first
        return Row(line: index, position: position, notation: notation.map { self.notation($0, below: index) }, date: date, cell: cell)
    }

    /// Rows of which nothing but their number is sure, and those that say nothing of sheets, are rows as well: they tell that
    /// the one before does not end where the one behind begins.
    var entries: [ContentsEntry] {
        var entries: [ContentsEntry] = []
        for (index, row) in rows.enumerated() {
            guard let cell = row.cell else { continue }
            entries.append(ContentsEntry(
                position: row.position, notation: row.notation, date: row.date, firstSheet: cell.sheets.lowerBound, lastSheet: end(ofRow: index)))
        }
        return entries
    }

    /// A document ends before the next begins. Where the row says otherwise one of both is misread.
    private func end(ofRow index: Int) -> Int? {
        let row = rows[index]
        guard let cell = row.cell else { return nil }
        guard let next = rows[safe: index + 1] else { return cell.isRange ? cell.sheets.upperBound : nil }
        if let position = row.position, let behind = next.position, behind != position + 1 { return cell.isRange ? cell.sheets.upperBound : nil }
        guard let behind = next.cell?.sheets.lowerBound else { return cell.isRange ? cell.sheets.upperBound : nil }
        let end = max(cell.sheets.lowerBound, behind - 1)
        return !cell.isRange || cell.sheets.upperBound == end ? end : nil
    }

    // MARK: Level

    /// Where nothing is ruled OCR reads column by column: what stands at one height, once the page is level, is one line.
    private static func levelled(_ page: PageLines, slope: Double, drift: Double) -> [PageLine] {
        let words = page.lines.flatMap(\.words).map { word in (word: word.moved(by: drift * word.top), height: (word.top + word.bottom) / 2 - slope * word.middle) }
            .sorted { $0.height < $1.height }
        let heights = words.map { $0.word.bottom - $0.word.top }.sorted()
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

    // MARK: Số thứ tự

    /// Positions count up row by row: what does not is misread, and what was not read between two that fit is known.
    private mutating func settlePositions() {
        let read = rows.indices.filter { rows[$0].position != nil }
        let numbers = read.map { (row: $0, position: rows[$0].position ?? 0) }
        let sure = RisingChain.sure(numbers) { $1.position - $0.position >= $1.row - $0.row }.map { numbers[$0] }
        for index in rows.indices { rows[index].position = nil }
        if rows.count == 1 { return rows[0].position = sure.first?.position }
        // One alone among many may be a figure of another column.
        guard sure.count >= 2 else { return }
        for (index, number) in sure.enumerated() {
            let neighbours = [sure[safe: index - 1], sure[safe: index + 1]].compactMap(\.self)
            guard neighbours.contains(where: { $0.position - number.position == $0.row - number.row }) else { continue }
            rows[number.row].position = number.position
            guard let next = sure[safe: index + 1], next.position - number.position == next.row - number.row else { continue }
            for row in number.row..<next.row { rows[row].position = number.position + row - number.row }
        }
    }

    // MARK: Số, ký hiệu; ngày

    private static func isNotation(_ text: String) -> Bool {
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        let capitals = letters.count(where: \.properties.isUppercase)
        return letters.count >= 2
            && (capitals == letters.count || text.contains("/") && text.contains("-") || capitals >= 2 && text.contains(where: \.isNumber))
    }

    /// `15/10/2008`, `15/10/20` of which `08` stands below, `15.10.2008`.
    private static func mayBeDate(_ text: String) -> Bool {
        let parts = text.trimmed.split { "/.".contains($0) }
        return parts.count >= 2 && parts.allSatisfy { $0.allSatisfy(\.isNumber) && $0.count <= 4 } && (text.contains("/") || parts.count == 3)
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

extension PlacedWord {
    /// To the right, in shares of the width.
    fileprivate func moved(by shift: Double) -> PlacedWord {
        PlacedWord(text: text, letters: letters, isUnsure: isUnsure, stored: stored, left: left + shift, right: right + shift, top: top, bottom: bottom)
    }
}

extension String {
    private static let frame = "|[](){}.,:;_'`"

    /// Without the strokes and dots around it.
    fileprivate var withoutFrame: String {
        String(drop { String.frame.contains($0) }.reversed().drop { String.frame.contains($0) }.reversed())
    }

    fileprivate var trimmed: String { String(withoutFrame.reversed().drop { (String.frame + "-").contains($0) }.reversed()) }
}
