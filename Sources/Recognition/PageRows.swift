/// Words side by side with no wide gap between them, on an upright page whose skew is taken out.
struct LineSegment {
    let words: [TesseractAPI.Word]
    let left: Double
    let right: Double
    /// Of the line it is from, by the words in the middle of their order: a bracket or a scrawl does not lift the line, and
    /// parts of one line stay side by side.
    let top: Double
    let bottom: Double

    /// The parts of one line.
    static func segments(_ parts: [[TesseractAPI.Word]], skew: PageSkew) -> [LineSegment] {
        let line = parts.joined()
        let middles = line.map { skew.y($0) + Double($0.bottom - $0.top) / 2 }.sorted()
        let heights = line.map { Double($0.bottom - $0.top) }.sorted()
        guard !middles.isEmpty else { return [] }
        let (middle, half) = (middles[middles.count / 2], heights[heights.count / 2] / 2)
        return parts.map { words in
            LineSegment(
                words: words, left: words.map { skew.x($0) }.min() ?? 0,
                right: words.map { skew.x($0) + Double($0.right - $0.left) }.max() ?? 0, top: middle - half, bottom: middle + half)
        }
    }

    var middle: Double { (top + bottom) / 2 }
    var height: Double { bottom - top }
    /// Print, not the traces of a seal, a signature or a fold.
    var isPrint: Bool {
        let letters = words.map { $0.text.unicodeScalars.count { $0.properties.isAlphabetic || $0.properties.numericType != nil } }
        let sure = zip(words, letters).reduce(0.0) { $0 + Double($1.0.confidence) * Double($1.1) }
        let count = letters.reduce(0, +)
        return count >= 2 && sure >= 50 * Double(count)
    }
}

/// How far the lines of a page rise or fall: what it takes to see them level.
struct PageSkew {
    /// Down for each pixel to the right.
    let slope: Double

    /// From the lines that are long enough to tell.
    init(_ lines: [[TesseractAPI.Word]]) {
        let slopes: [(slope: Double, width: Double)] = lines.compactMap { line in
            guard line.count >= 4, let first = line.first, let last = line.last else { return nil }
            let width = PageSkew.centre(last).x - PageSkew.centre(first).x
            guard width > 8 * Double(first.bottom - first.top) else { return nil }
            return (PageSkew.slope(line.map(PageSkew.centre)), width)
        }.sorted { $0.slope < $1.slope }
        let half = slopes.reduce(0) { $0 + $1.width } / 2
        var sum = 0.0
        slope = slopes.first { line in
            sum += line.width
            return sum >= half
        }?.slope ?? 0
    }

    func x(_ word: TesseractAPI.Word) -> Double { Double(word.left) + slope * Double(word.top) }
    func y(_ word: TesseractAPI.Word) -> Double { Double(word.top) - slope * PageSkew.centre(word).x }

    private static func centre(_ word: TesseractAPI.Word) -> (x: Double, y: Double) {
        (Double(word.left + word.right) / 2, Double(word.top + word.bottom) / 2)
    }

    /// Of the line through points that leaves least between (least squares).
    private static func slope(_ points: [(x: Double, y: Double)]) -> Double {
        let count = Double(points.count)
        let (x, y) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
        let spread = points.reduce(0) { $0 + ($1.x - x) * ($1.x - x) }
        return spread > 0 ? points.reduce(0) { $0 + ($1.x - x) * ($1.y - y) } / spread : 0
    }
}

/// What stands side by side on a page, from left to right.
struct PageRow {
    private(set) var segments: [LineSegment]
    private(set) var top: Double
    private(set) var bottom: Double

    init(_ segment: LineSegment) {
        segments = [segment]
        (top, bottom) = (segment.top, segment.bottom)
    }

    /// All rows from top to bottom.
    static func rows(_ segments: [LineSegment]) -> [PageRow] {
        var rows: [PageRow] = []
        for segment in segments.sorted(by: { $0.middle < $1.middle }) {
            if let last = rows.indices.last, rows[last].holds(segment) {
                rows[last].segments.append(segment)
            } else {
                rows.append(PageRow(segment))
            }
        }
        for index in rows.indices { rows[index].segments.sort { $0.left < $1.left } }
        return rows
    }

    /// Whether the middle of one lies within the other, and neither stands on the other's place.
    private func holds(_ segment: LineSegment) -> Bool {
        guard let first = segments.first else { return false }
        let near = 0.4 * min(first.height, segment.height)
        return abs(first.middle - segment.middle) <= near
            && segments.allSatisfy { $0.right <= segment.left + near || segment.right <= $0.left + near }
    }
}
