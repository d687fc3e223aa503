import Records

/// What a page shows that is a contents sheet (mục lục văn bản), or may be one that goes on from the page before.
public struct ContentsPage: Sendable, Hashable, Codable {
    /// The page tells by itself: by its title, the heads of its columns, or rows that can be nothing else.
    public var isSure: Bool
    /// What it lists, as far as that was read, in order; `lastSheet` only where nothing speaks against it.
    public var entries: [ContentsEntry]

    public init(isSure: Bool, entries: [ContentsEntry]) { (self.isSure, self.entries) = (isSure, entries) }

    /// Nil for a page that is none.
    /// - Parameters: as of `FirstPageReader.read`.
    public init?(_ page: RecognisedPage, width: Int, height: Int, quarterTurns: Int = 0) {
        self.init(PageLines(page, width: width, height: height, quarterTurns: quarterTurns))
    }

    init?(_ page: PageLines) {
        let hasHead = ContentsHead.isThere(page.lines)
        guard hasHead || ContentsPage.mayHaveRows(page.lines) else { return nil }
        let rows = ContentsRows(page)
        isSure = hasHead || rows.areSure
        entries = rows.entries
        guard isSure || rows.mayGoOn else { return nil }
    }

    /// Cheap to ask of any page: a few numbers at the right and dates or notations at the left.
    static func mayHaveRows(_ lines: [PageLine]) -> Bool {
        var (left, right) = (false, false)
        for word in lines.lazy.flatMap(\.words) where word.text.utf8.contains(where: { (48...57).contains($0) }) {
            left = left || word.left < 0.45 && word.text.contains("/")
            right = right || word.left > SheetCell.leftmost && word.letters.count <= 7
            if left && right { return true }
        }
        return false
    }
}

extension ContentsRows {
    /// Rows that can be nothing else: a head was not read, or is on the page before.
    fileprivate var areSure: Bool {
        guard let column, column.mustBeSheets else { return false }
        return describedRows >= 4 && Double(describedRows) >= 0.6 * Double(rows.count)
    }

    /// Rows enough for a page behind a contents sheet; one alone has to have all that a row has.
    fileprivate var mayGoOn: Bool {
        guard let column else { return false }
        let isEnough = describedRows >= 2 || rows.contains { row in
            row.cell != nil && row.notation?.contains(where: \.isNumber) == true && (row.date != nil || row.position != nil)
        }
        return isEnough && Double(column.cells.count) >= 0.5 * Double(column.count) && Double(describedRows) >= 0.4 * Double(rows.count)
    }

    /// With their sheet, and number or date.
    private var describedRows: Int { rows.count { $0.cell != nil && ($0.date != nil || $0.notation?.contains(where: \.isNumber) == true) } }
}
