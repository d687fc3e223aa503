import Records

/// How sharp print is: over how many pixels it goes from paper to ink and back.
///
/// The width of a transition is its height over its steepest step, which blur lowers and nothing else does. Only the
/// tall transitions of the page are looked at, and of these the sharper ones: faint strokes and slanting ones are wide
/// on a sharp page as well.
public struct StrokeEdges: Sendable, Hashable {
    /// Of the copy that was measured.
    public let pixels: Double
    /// Of paper.
    public let millimetres: Double
    /// How tall the tallest transitions are, in grey levels.
    public let height: Int
    /// How many are nearly as tall; every third row is looked at.
    public let count: Int

    private static let fewest = 400
    /// Lower transitions are grain, show-through and background, in grey levels.
    private static let leastHeight = 24
    /// The share of the tallest transitions' height from which on one counts.
    private static let tall = 0.6

    /// Nil for a page with too few strokes to tell.
    init?(of grey: GreyImage, dpi: Double) {
        guard grey.width > 40, grey.height > 40, dpi > 0 else { return nil }
        let found = Self.transitions(in: grey)
        let heights = found.heights
        guard let tallest = Self.rank(0.95, of: heights) else { return nil }
        let least = max(Self.leastHeight, Int(Self.tall * Double(tallest)))
        let counts = (least..<256).reduce(into: [Int](repeating: 0, count: Self.bins)) { sums, height in
            for bin in 0..<Self.bins { sums[bin] += found.counts[height * Self.bins + bin] }
        }
        count = counts.reduce(0, +)
        height = tallest
        guard count >= Self.fewest, let width = Self.rank(0.25, of: counts) else { return nil }
        pixels = Double(width) / Self.binsPerPixel
        millimetres = pixels / dpi * 25.4
    }

    private static let binsPerPixel = 20.0
    private static let bins = 201

    private struct Transitions {
        /// How often each height was met with each width: `height × bins + bin`.
        var counts: [Int]
        var heights: [Int] {
            (0..<256).map { height in counts[(height * StrokeEdges.bins)..<((height + 1) * StrokeEdges.bins)].reduce(0, +) }
        }
    }

    /// Every steady rise or fall along the rows, the margins left out: borders and cut edges are no print.
    private static func transitions(in grey: GreyImage) -> Transitions {
        var counts = [Int](repeating: 0, count: 256 * bins)
        let first = grey.width / 20, last = grey.width - grey.width / 20
        grey.pixels.withUnsafeBufferPointer { pixels in
            counts.withUnsafeMutableBufferPointer { counts in
                for y in stride(from: grey.height / 20, to: grey.height - grey.height / 20, by: 3) {
                    var previous = Int(pixels[y &* grey.width &+ first])
                    var (height, steepest) = (0, 0)
                    for x in (first &+ 1)..<last {
                        let value = Int(pixels[y &* grey.width &+ x])
                        let step = value &- previous
                        previous = value
                        if step &* height > 0 {
                            height &+= step
                            steepest = max(steepest, abs(step))
                            continue
                        }
                        let total = abs(height)
                        if total >= leastHeight {
                            let bin = min(bins &- 1, Int(binsPerPixel) &* total / steepest)
                            counts[total &* bins &+ bin] &+= 1
                        }
                        (height, steepest) = (step, abs(step))
                    }
                }
            }
        }
        return Transitions(counts: counts)
    }

    /// The first index that this share of the counts does not exceed; nil when there are none.
    private static func rank(_ share: Double, of counts: [Int]) -> Int? {
        let total = counts.reduce(0, +)
        guard total > 0 else { return nil }
        var sum = 0
        return counts.firstIndex { count in
            sum += count
            return Double(sum) >= share * Double(total)
        }
    }
}
