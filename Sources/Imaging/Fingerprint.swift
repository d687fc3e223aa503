import Records

extension Fingerprint {
    /// Whether a field of the page is darker than its right neighbour: 8 rows of 8 comparisons.
    public init?(of grey: GreyImage) {
        let (columns, rows) = (9, 8)
        guard grey.width >= columns, grey.height >= rows else { return nil }
        var bits: UInt64 = 0
        for row in 0..<rows {
            let means = (0..<columns).map { Self.sum(of: grey, column: $0, of: columns, row: row, of: rows) }
            for column in 0..<(columns - 1) {
                bits = bits << 1 | (means[column] + Self.leastStep < means[column + 1] ? 1 : 0)
            }
        }
        self.init(bits: bits)
    }

    /// Grey levels by which the next field must be lighter to count: empty fields differ by the scanner's noise only.
    private static let leastStep = 1.0

    private static func sum(of grey: GreyImage, column: Int, of columns: Int, row: Int, of rows: Int) -> Double {
        let xs = (column * grey.width / columns)..<((column + 1) * grey.width / columns)
        let ys = (row * grey.height / rows)..<((row + 1) * grey.height / rows)
        var sum = 0
        grey.pixels.withUnsafeBufferPointer { pixels in
            for y in ys {
                for x in xs { sum &+= Int(pixels[y &* grey.width &+ x]) }
            }
        }
        return Double(sum) / Double(xs.count * ys.count)
    }
}
