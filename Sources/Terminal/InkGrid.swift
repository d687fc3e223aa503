/// How much ink there is in each field of a grid laid over a part of a page, 0 none … 1 full.
///
/// Not brightness but ink is averaged (how far a pixel is below paper white), or thin strokes vanish; then it is
/// stretched by the 97th percentile of the fields that have any, and lifted with the power 0.75.
struct InkGrid {
    let columns: Int
    let rows: Int
    /// Row by row; nil in rows that have not arrived.
    private let values: [Float?]

    /// Less average ink than this in the darkest fields is paper grain and must not be stretched into a picture.
    private static let leastStretch: Float = 0.06
    /// Fields with less are empty and do not count for the percentile.
    private static let empty: Float = 0.004
    /// Levels below paper white that are still paper.
    private static let grain = 14

    subscript(column: Int, row: Int) -> Float? { values[row * columns + column] }

    init(_ image: PageImage, region: PageRegion, columns: Int, rows: Int) {
        self.columns = columns
        self.rows = rows
        guard image.width > 0, image.height > 0, image.knownRows > 0 else {
            values = Array(repeating: nil, count: columns * rows)
            return
        }
        let xs = InkGrid.edges(region.x, region.width, fields: columns, pixels: image.width)
        let ys = InkGrid.edges(region.y, region.height, fields: rows, pixels: image.height)
        let table = InkGrid.inkTable(white: InkGrid.paperWhite(image))
        var averages = [Float?](repeating: nil, count: columns * rows)
        var sums = [UInt32](repeating: 0, count: columns)
        for row in 0..<rows {
            // A field that has only half arrived would be judged by its upper edge.
            guard (ys[row].lowerBound + ys[row].upperBound) / 2 < image.knownRows else { break }
            let lines = ys[row].clamped(to: 0..<image.knownRows)
            InkGrid.add(image, lines, xs, table, to: &sums)
            for column in 0..<columns {
                averages[row * columns + column] = Float(sums[column]) / Float(255 * lines.count * xs[column].count)
            }
        }
        values = InkGrid.stretched(averages)
    }

    private static func add(
        _ image: PageImage, _ lines: Range<Int>, _ xs: [Range<Int>], _ table: [UInt8], to sums: inout [UInt32]
    ) {
        for column in sums.indices { sums[column] = 0 }
        image.pixels.withUnsafeBufferPointer { pixels in
            table.withUnsafeBufferPointer { table in
                for line in lines {
                    let start = line * image.width
                    for (column, range) in xs.enumerated() {
                        var sum: UInt32 = 0
                        for x in range { sum &+= UInt32(table[Int(pixels[start + x])]) }
                        sums[column] &+= sum
                    }
                }
            }
        }
    }

    /// Pixels of each field along one side; at least one, also when there are more fields than pixels.
    private static func edges(_ start: Double, _ length: Double, fields: Int, pixels: Int) -> [Range<Int>] {
        (0..<fields).map { field in
            let from = (start + length * Double(field) / Double(fields)) * Double(pixels)
            let to = (start + length * Double(field + 1) / Double(fields)) * Double(pixels)
            let first = min(Int(from), pixels - 1)
            return first..<min(max(first + 1, Int(to)), pixels)
        }
    }

    /// The commonest light level: paper, be it white, grey or yellowed.
    private static func paperWhite(_ image: PageImage) -> Int {
        var histogram = [Int](repeating: 0, count: 256)
        let count = image.knownRows * image.width
        for index in stride(from: 0, to: count, by: max(1, count / 20_000)) {
            histogram[Int(image.pixels[index])] += 1
        }
        let light = 128..<256
        let best = light.max { near(histogram, $0) < near(histogram, $1) } ?? 255
        // A page without any light area is judged against white.
        return near(histogram, best) > 0 ? best : 255
    }

    /// Counts around a level, since grain spreads the paper over several.
    private static func near(_ histogram: [Int], _ level: Int) -> Int {
        histogram[max(0, level - 2)...min(255, level + 2)].reduce(0, +)
    }

    /// Ink of each grey level, 0 … 255.
    private static func inkTable(white: Int) -> [UInt8] {
        let top = max(1, white - grain)
        return (0..<256).map { level in UInt8(max(0, top - level) * 255 / top) }
    }

    private static func stretched(_ averages: [Float?]) -> [Float?] {
        let divisor = max(leastStretch, percentile97(averages))
        return averages.map { average in
            guard let average else { return nil }
            let root = min(1, average / divisor).squareRoot()
            return root * root.squareRoot()
        }
    }

    /// By a histogram: sorting thirty thousand fields would take longer than everything else.
    private static func percentile97(_ averages: [Float?]) -> Float {
        let bins = 1024
        var histogram = [Int](repeating: 0, count: bins + 1)
        var count = 0
        for case let value? in averages where value > empty {
            histogram[min(bins, Int(value * Float(bins)))] += 1
            count += 1
        }
        var rest = count - count * 97 / 100
        for bin in stride(from: bins, through: 0, by: -1) where count > 0 {
            rest -= histogram[bin]
            if rest <= 0 { return Float(bin) / Float(bins) }
        }
        return 0
    }
}
