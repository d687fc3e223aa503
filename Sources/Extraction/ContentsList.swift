import Records

/// A row of a mục lục văn bản.
public struct ContentsEntry: Sendable, Hashable, Codable {
    /// Số thứ tự, where legible.
    public var position: Int?
    /// Số, ký hiệu as read.
    public var notation: String?
    public var date: PartialDate?
    /// Tờ số on which the document begins.
    public var firstSheet: Int
    /// Where it ends, as the row says or the next row lets conclude; nil for the last.
    public var lastSheet: Int?

    public init(position: Int? = nil, notation: String? = nil, date: PartialDate? = nil, firstSheet: Int, lastSheet: Int? = nil) {
        (self.position, self.notation, self.date, self.firstSheet, self.lastSheet) = (position, notation, date, firstSheet, lastSheet)
    }
}

/// What a scanned mục lục văn bản lists (NĐ 30/2020 PL V, and the older form with Tác giả before Trích yếu).
public struct ContentsList: Sendable, Hashable {
    public var entries: [ContentsEntry]

    public init(_ entries: [ContentsEntry]) { self.entries = entries }

    /// Reads the pages of a contents sheet one by one and joins them with `+`.
    /// - Parameters: as of `FirstPageReader.read`.
    public init(_ page: RecognisedPage, width: Int, height: Int, quarterTurns: Int = 0) {
        let lines = PageLines(page, width: width, height: height, quarterTurns: quarterTurns).lines
        let column = ContentsHead.sheetColumn(lines)
        entries = lines.compactMap { ContentsList.entry($0, sheetColumn: column) }
        close()
    }

    public static func + (a: ContentsList, b: ContentsList) -> ContentsList {
        var list = ContentsList(a.entries + b.entries)
        list.close()
        return list
    }

    /// Rows that go back are misread; a document ends before the next begins.
    private mutating func close() {
        var kept: [ContentsEntry] = []
        for entry in entries where entry.firstSheet >= kept.last?.firstSheet ?? 1 {
            if let last = kept.indices.last, kept[last].lastSheet == nil {
                kept[last].lastSheet = max(kept[last].firstSheet, entry.firstSheet - 1)
            }
            kept.append(entry)
        }
        entries = kept
    }

    /// The first line of a row is the one with its sheet number.
    private static func entry(_ line: PageLine, sheetColumn: Double?) -> ContentsEntry? {
        let cells = line.words.filter { word in sheetColumn.map { abs(word.middle - $0) < 0.06 } ?? (word.left > 0.68) }
        guard let sheets = cells.lazy.compactMap({ sheets($0.text) }).last else { return nil }
        let position = line.words.first { $0.left < 0.22 && $0.isNumber && $0.letters.count <= 3 }.flatMap { Int($0.text.filter(\.isNumber)) }
        let notation = line.words.first { $0.left < 0.45 && isNotation($0.text) }?.text.trimmed
        let date = line.words.lazy.compactMap { PartialDate($0.text.trimmed) }.first { (1900...2100).contains($0.year) }
        guard position != nil || notation != nil || date != nil else { return nil }
        return ContentsEntry(position: position, notation: notation, date: date, firstSheet: sheets.lowerBound, lastSheet: sheets.count > 1 ? sheets.upperBound : nil)
    }

    /// `7`, `7-9`, `07–09`, with the lines of the table that OCR takes for letters.
    private static func sheets(_ text: String) -> ClosedRange<Int>? {
        let parts = text.trimmed.split { "-–—".contains($0) }.map { Int($0) }
        guard let first = parts.first ?? nil, (1...999).contains(first), parts.count <= 2 else { return nil }
        guard parts.count == 2 else { return first...first }
        guard let last = parts[1], last >= first else { return nil }
        return first...last
    }

    private static func isNotation(_ text: String) -> Bool {
        let letters = text.unicodeScalars.filter(\.properties.isAlphabetic)
        return letters.count >= 2 && letters.allSatisfy(\.properties.isUppercase) || letters.count >= 2 && text.contains("/") && text.contains("-")
    }
}

extension String {
    /// Without the strokes and dots around it.
    fileprivate var trimmed: String {
        String(drop { "|[](){}.,:;_'`".contains($0) }.reversed().drop { "|[](){}.,:;_'`-".contains($0) }.reversed())
    }
}
