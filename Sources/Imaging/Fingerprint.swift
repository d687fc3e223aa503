/// 64 bits of what a page looks like from afar, to notice a sheet that was fed twice.
public struct Fingerprint: Sendable, Hashable, Codable {
    public let bits: UInt64

    public init(bits: UInt64) {
        self.bits = bits
    }

    /// Whether neighbouring fields of the page grow darker or lighter: 8 rows of 8 comparisons.
    public init?(of grey: GreyImage) {
        let (columns, rows) = (9, 8)
        guard grey.width >= columns, grey.height >= rows else { return nil }
        var bits: UInt64 = 0
        for row in 0..<rows {
            let means = (0..<columns).map { Self.sum(of: grey, column: $0, of: columns, row: row, of: rows) }
            for column in 0..<(columns - 1) {
                bits = bits << 1 | (means[column] < means[column + 1] ? 1 : 0)
            }
        }
        self.bits = bits
    }

    /// How many bits differ, 0…64.
    public func distance(to other: Fingerprint) -> Int {
        (bits ^ other.bits).nonzeroBitCount
    }

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
