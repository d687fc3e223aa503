/// 64 bits of what a page looks like from afar, to notice a sheet that was fed twice.
public struct Fingerprint: Sendable, Hashable, Codable {
    public let bits: UInt64

    public init(bits: UInt64) {
        self.bits = bits
    }

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
        self.bits = bits
    }

    /// How many bits differ, 0…64.
    public func distance(to other: Fingerprint) -> Int {
        (bits ^ other.bits).nonzeroBitCount
    }

    /// Measured on 66 pages, the same sheet moved by 8 pixels and turned by 0.4°: 0…6, nine of ten at most 5;
    /// different pages: one pair in a thousand at most 6, half of them 22 and more.
    private static let mostDifferentBits = 5
    /// A nearly empty page says too little.
    private static let leastBits = 8

    /// Whether both may be the same side of the same sheet. To be asked of the last few sheets only.
    public func isRepeat(of other: Fingerprint) -> Bool {
        (bits | other.bits).nonzeroBitCount >= Self.leastBits && distance(to: other) <= Self.mostDifferentBits
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
