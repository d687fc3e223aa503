import Records

@testable import Imaging

/// A grey A4 page at 150 dpi, drawn in code: paper with grain, and what is on it. Lengths in millimetres.
struct Paper {
    static let dpi = 150
    static let width = 1240
    static let height = 1754
    private var pixels: [UInt8]

    /// - Parameter grain: grey levels the paper varies by; the same page each time.
    init(paper: Int = 235, grain: Int = 8) {
        var state: UInt32 = 1
        // A prime length: the pattern repeats, but never in the same column of the next row.
        let pattern: [UInt8] = (0..<9_973).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(clamping: paper - Int(state >> 16) % (grain + 1))
        }
        pixels = []
        let count = Self.width * Self.height
        while pixels.count < count { pixels += pattern.prefix(count - pixels.count) }
    }

    var image: GreyImage {
        get throws { try GreyImage(width: Self.width, height: Self.height, pixels: pixels) }
    }

    var facts: ImageFacts {
        ImageFacts(
            width: 2 * Self.width, height: 2 * Self.height, dpi: 2 * Self.dpi, mode: .color, format: .jpeg, byteCount: 0,
            sha256: "")
    }

    func examined() throws -> PageExamination {
        try PageChecks.examine(grey: image, facts: facts)
    }

    mutating func fill(x: Double, y: Double, width: Double, height: Double, grey: UInt8 = 30) {
        let scale = Double(Self.dpi) / 25.4
        let ys = max(0, Int(y * scale))..<min(Self.height, Int((y + height) * scale))
        let xs = max(0, Int(x * scale))..<min(Self.width, Int((x + width) * scale))
        for row in ys where !xs.isEmpty {
            let start = row * Self.width
            pixels.replaceSubrange(
                (start + xs.lowerBound)..<(start + xs.upperBound), with: repeatElement(grey, count: xs.count))
        }
    }

    mutating func disc(x: Double, y: Double, radius: Double, grey: UInt8 = 15) {
        for step in stride(from: -radius, through: radius, by: 0.1) {
            let half = max(0, radius * radius - step * step).squareRoot()
            fill(x: x - half, y: y + step, width: 2 * half, height: 0.2, grey: grey)
        }
    }

    /// Rows of words; `slope` is how far a row climbs to its right end, per length.
    mutating func write(lines: Int, from top: Double = 30, slope: Double = 0, grey: UInt8 = 30, height: Double = 2.4) {
        for line in 0..<lines {
            for letter in 0..<66 where (letter * 7 + line * 3) % 6 != 0 {
                let x = 25 + 2.4 * Double(letter)
                fill(x: x, y: top + 7 * Double(line) - slope * x, width: 1.6, height: height, grey: grey)
            }
        }
    }

    mutating func flatten(lowerShare: Double, grey: UInt8) {
        let first = Int(Double(Self.height) * (1 - lowerShare)) * Self.width
        pixels.replaceSubrange(first..., with: repeatElement(grey, count: pixels.count - first))
    }
}

extension GreyImage {
    /// Each pixel the mean of its neighbours so far away.
    func smeared(reach: Int) throws -> GreyImage {
        var result = pixels
        for y in reach..<(height - reach) {
            for x in reach..<(width - reach) {
                var sum = 0
                for row in (y - reach)...(y + reach) {
                    for column in (x - reach)...(x + reach) { sum += Int(pixels[row * width + column]) }
                }
                let side = 2 * reach + 1
                result[y * width + x] = UInt8(sum / (side * side))
            }
        }
        return try GreyImage(width: width, height: height, pixels: result)
    }
}
