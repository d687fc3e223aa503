/// Rows of a page that belong together: running text, two columns, or a table.
struct PageZone {
    /// Between words of one line, in heights of a letter; what is wider parts columns.
    static let narrowestGap = 1.2
    /// What has to stay free between columns over all their rows.
    private static let narrowestGutter = 0.7
    /// Columns of a head or a signature meet near the middle of the page; figures before text do not.
    private static let middle = 0.25...0.75
    /// What follows in the left column alone, at most so far below its last line.
    private static let farthestBelow = 2.5
    /// Columns stand in a head, which begins in this share of the page's print, or in a signature block, which hardly a line
    /// follows. Elsewhere a gap in running text is the trace of a seal or a fold, however many lines it runs through.
    private static let head = 0.35
    private static let mostBelowSignature = 3
    /// Between the parts of two columns.
    private static let gapOfBands = 0.9
    /// Between the lines of a cell, and between the rows of a table.
    private static let gapOfTableRows = 0.35

    private var rows: [PageRow]
    /// Free from top to bottom, from left to right.
    private var gutters: [ClosedRange<Double>]
    /// A part of two columns.
    private var isBand = false
    /// Stands where a head or a signature block may.
    private var mayBeColumns = false
    private let letterHeight: Double
    /// Where the page's print begins and ends.
    private let width: ClosedRange<Double>

    static func zones(_ rows: [PageRow], letterHeight: Double) -> [PageZone] {
        let segments = rows.flatMap(\.segments)
        let left = segments.map(\.left).min() ?? 0
        let width = left...max(left, segments.map(\.right).max() ?? 0)
        var zones: [PageZone] = []
        var rest = rows[...]
        while let row = rest.popFirst() {
            var zone = PageZone(row, letterHeight: letterHeight, width: width)
            if !zone.gutters.isEmpty {
                while let next = rest.first, zone.takes(next) { rest = rest.dropFirst() }
            }
            zone.mayBeColumns = isHead(row, of: rows) || rest.count(where: { $0.segments.contains(where: \.isPrint) }) <= mostBelowSignature
            zones.append(zone)
        }
        return zones
    }

    private static func isHead(_ row: PageRow, of rows: [PageRow]) -> Bool {
        let (top, bottom) = (rows.map(\.top).min() ?? 0, rows.map(\.bottom).max() ?? 0)
        return row.top - top <= head * (bottom - top)
    }

    private init(_ row: PageRow, letterHeight: Double, width: ClosedRange<Double>) {
        rows = [row]
        self.letterHeight = letterHeight
        self.width = width
        let print = row.segments.filter(\.isPrint)
        gutters = zip(print, print.dropFirst()).compactMap { a, b in
            b.left - a.right >= PageZone.narrowestGap * letterHeight ? a.right...b.left : nil
        }
    }

    /// Whether the next row leaves a gutter free; it is part of the zone then.
    private mutating func takes(_ row: PageRow) -> Bool {
        let free = gutters.compactMap { gutter in left(of: gutter, by: row.segments.filter(\.isPrint)) }
        guard !free.isEmpty, !leaves(row, free) else { return false }
        gutters = free
        rows.append(row)
        return true
    }

    /// What segments leave of a gutter.
    private func left(of gutter: ClosedRange<Double>, by segments: [LineSegment]) -> ClosedRange<Double>? {
        var (from, to) = (gutter.lowerBound, gutter.upperBound)
        for segment in segments where segment.right > from && segment.left < to {
            if segment.left + segment.right < from + to { from = max(from, segment.right) } else { to = min(to, segment.left) }
        }
        return to - from >= PageZone.narrowestGutter * letterHeight ? from...to : nil
    }

    /// Whether a row stands in the left column alone, far below what else stands there: the columns have ended.
    private func leaves(_ row: PageRow, _ free: [ClosedRange<Double>]) -> Bool {
        guard let first = free.first, row.segments.allSatisfy({ $0.right <= first.upperBound }) else { return false }
        let above = rows.flatMap(\.segments).filter { $0.right <= first.upperBound }.map(\.bottom).max() ?? 0
        return row.top - above > PageZone.farthestBelow * letterHeight
    }

    // MARK: - Order

    var lines: [[TesseractAPI.Word]] {
        if isTable { return tableLines }
        guard mayBeColumns, columnGutter != nil else { return rows.compactMap { PageZone.joined($0.segments) } }
        return bands.flatMap(\.columnLines)
    }

    /// Parts of two columns that a free strip across both of them divides: in a head, issuer and motto above, number and date
    /// below (the four fields of NĐ 30/2020, PL I, are cells of two rows).
    private var bands: [PageZone] {
        var bands: [PageZone] = []
        var bottom = -Double.infinity
        for row in rows {
            if row.top - bottom >= PageZone.gapOfBands * letterHeight || bands.isEmpty {
                var band = self
                band.rows = []
                band.isBand = !bands.isEmpty
                bands.append(band)
            }
            bands[bands.count - 1].rows.append(row)
            bottom = max(bottom, row.bottom)
        }
        return bands
    }

    /// One column after the other.
    private var columnLines: [[TesseractAPI.Word]] {
        guard let gutter = columnGutter else { return rows.compactMap { PageZone.joined($0.segments) } }
        let middle = (gutter.lowerBound + gutter.upperBound) / 2
        let isLeft = { (segment: LineSegment) in (segment.left + segment.right) / 2 < middle }
        return rows.compactMap { PageZone.joined($0.segments.filter(isLeft)) } + rows.compactMap { PageZone.joined($0.segments.filter { !isLeft($0) }) }
    }

    private static func joined(_ segments: [LineSegment]) -> [TesseractAPI.Word]? {
        segments.isEmpty ? nil : segments.flatMap(\.words)
    }

    /// Three columns and more in several rows.
    private var isTable: Bool {
        gutters.count >= 2 && rows.count { $0.segments.count >= 3 } >= 2
    }

    /// Where two columns meet, when both have more than one line.
    private var columnGutter: ClosedRange<Double>? {
        let span = width.upperBound - width.lowerBound
        let candidates = gutters.filter { gutter in
            PageZone.middle.contains(((gutter.lowerBound + gutter.upperBound) / 2 - width.lowerBound) / max(1, span))
        }
        guard let gutter = candidates.max(by: { $0.upperBound - $0.lowerBound < $1.upperBound - $1.lowerBound }) else { return nil }
        let left = rows.count { $0.segments.contains { $0.isPrint && $0.right <= gutter.upperBound } }
        let right = rows.count { $0.segments.contains { $0.isPrint && $0.left >= gutter.lowerBound } }
        return left >= 2 && right >= 2 || (left >= 3 && right >= 1 && !isBand) ? gutter : nil
    }

    /// Cell by cell, from left to right, in rows that are parted by more than the lines of a cell are.
    private var tableLines: [[TesseractAPI.Word]] {
        var tableRows: [(bottom: Double, segments: [LineSegment])] = []
        for segment in rows.flatMap(\.segments).sorted(by: { $0.top < $1.top }) {
            if let last = tableRows.last, segment.top - last.bottom < PageZone.gapOfTableRows * letterHeight {
                tableRows[tableRows.count - 1].segments.append(segment)
                tableRows[tableRows.count - 1].bottom = max(last.bottom, min(segment.bottom, segment.top + 2 * letterHeight))
            } else {
                tableRows.append((segment.bottom, [segment]))
            }
        }
        return tableRows.flatMap { row in
            Dictionary(grouping: row.segments, by: column).sorted { $0.key < $1.key }.flatMap { cell in
                PageRow.rows(cell.value).flatMap { $0.segments.map(\.words) }
            }
        }
    }

    private func column(_ segment: LineSegment) -> Int {
        let middle = (segment.left + segment.right) / 2
        return gutters.count { ($0.lowerBound + $0.upperBound) / 2 < middle }
    }
}
