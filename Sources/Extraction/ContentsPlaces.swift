import Records

extension ContentsPage {
    /// Where numbers of rows (Số TT) and of sheets (Tờ số) should stand on an upright page but were not read: OCR takes most
    /// of one figure for specks. None on a page without the rows of a contents sheet.
    /// - Parameters:
    ///   - page: boxes in pixels of the upright page.
    ///   - width, height: of that.
    /// - Returns: boxes in the same pixels, each with room around the number.
    @Sendable public static func places(_ page: RecognisedPage, _ width: Int, _ height: Int) -> [Box] {
        let page = PageLines(page, width: width, height: height, quarterTurns: 0)
        guard ContentsHead.isThere(page.lines) || ContentsPage.mayHaveRows(page.lines) else { return [] }
        let rows = ContentsRows(page)
        return rows.mayLackNumbers ? rows.places(head: ContentsHead.sheetColumn(page.lines)).map { $0.box(width: width, height: height) } : []
    }
}

/// Edges in shares of an upright page.
private struct Place {
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    func box(width: Int, height: Int) -> Box {
        let (x, y) = (Int(max(0, left) * Double(width)), Int(max(0, top) * Double(height)))
        return Box(x: x, y: y, width: max(1, Int((right - max(0, left)) * Double(width))), height: max(1, Int((bottom - max(0, top)) * Double(height))))
    }
}

extension ContentsRows {
    private static let leastRows = 3
    /// The number of a row stands so near before its notation.
    private static let positionWidth = 0.085
    /// Half of a line, with room around it, in heights of its letters.
    private static let reach = 1.05

    /// Rows with number and date below each other.
    fileprivate var mayLackNumbers: Bool {
        rows.count { $0.date != nil && $0.notation?.contains(where: \.isNumber) == true } >= ContentsRows.leastRows
    }

    fileprivate func places(head: ClosedRange<Double>?) -> [Place] {
        let (positions, sheets) = (positionColumn, sheetColumn(head))
        return rows.flatMap { row -> [Place] in
            var places: [Place] = []
            if row.position == nil, let positions { places.append(place(of: row, positions)) }
            if row.cell == nil, let sheets { places.append(place(of: row, sheets)) }
            return places
        }
    }

    private var positionColumn: ClosedRange<Double>? {
        let lefts = rows.compactMap { row in lines[row.line].words.first { $0.text.contains("/") && $0.left < 0.3 }?.left }.sorted()
        guard lefts.count >= ContentsRows.leastRows else { return nil }
        let edge = lefts[lefts.count / 2] - 0.005
        return edge - ContentsRows.positionWidth...edge
    }

    /// With room for three figures, and as many behind a dash.
    private func sheetColumn(_ head: ClosedRange<Double>?) -> ClosedRange<Double>? {
        let cells = column?.cells ?? []
        if cells.count >= 2, let left = cells.map(\.left).min(), let right = cells.map(\.right).max() { return left - 0.022...max(right + 0.022, left + 0.075) }
        return head.map { $0.lowerBound - 0.025...$0.upperBound + 0.035 }
    }

    /// Level columns are moved back to where they stand.
    private func place(of row: Row, _ column: ClosedRange<Double>) -> Place {
        let words = lines[row.line].words
        let known = words.first { $0.text.contains("/") } ?? words[0]
        let height = words.map { $0.bottom - $0.top }.sorted()[words.count / 2]
        let middle = (known.top + known.bottom) / 2 + slope * ((column.lowerBound + column.upperBound) / 2 - known.middle)
        let shift = drift * middle
        return Place(
            left: column.lowerBound - shift, right: column.upperBound - shift, top: middle - ContentsRows.reach * height,
            bottom: middle + ContentsRows.reach * height)
    }
}
