import CLeptonica
import Records

/// What the checks measure on a page, before any threshold is laid to it.
public struct PageMeasures: Sendable, Hashable {
    /// Grey of the paper, 0 black … 1 white.
    public let paper: Double
    /// By what share the print is darker than its paper, 0…1; nil where there is hardly any print.
    public let contrast: Double?
    /// How far the sharper edges of the print spread; nil where there are too few to tell.
    public let edges: StrokeEdges?
    /// The share of the page that is a dark strip along an edge, 0…1.
    public let border: Double
    /// The edge that cuts most letters, and how many; nil where none is cut.
    public let cut: CutLetters?
    /// The height of the text in points, as the resolution has it; nil without enough text.
    public let textHeight: Double?

    init(grey: GreyImage, level: Pixels, boxes: InkBoxes, dpi: Double) {
        paper = Self.paper(of: grey) / 255
        contrast = Self.contrast(of: level)
        edges = StrokeEdges(of: grey, dpi: dpi)
        border = DarkBorder.share(of: grey, paper: paper * 255)
        cut = CutLetters(boxes, dpi: dpi)
        textHeight = Self.textHeight(boxes, dpi: dpi)
    }

    // MARK: Tone

    /// The grey half of the page is lighter than; looks at its inside only, for a border is no paper.
    static func paper(of grey: GreyImage) -> Double {
        var histogram = [Int](repeating: 0, count: 256)
        let xs = (grey.width / 10)..<max(grey.width / 10 + 1, grey.width * 9 / 10)
        let ys = (grey.height / 10)..<max(grey.height / 10 + 1, grey.height * 9 / 10)
        guard grey.width > 0, grey.height > 0 else { return 255 }
        grey.pixels.withUnsafeBufferPointer { pixels in
            // Every third row is as good as all.
            for y in stride(from: ys.lowerBound, to: ys.upperBound, by: 3) {
                for x in xs { histogram[Int(pixels[y &* grey.width &+ x])] &+= 1 }
            }
        }
        return Double(percentile(0.5, of: histogram))
    }

    /// The first value that this share does not exceed.
    private static func percentile(_ share: Double, of histogram: [Int]) -> Int {
        let rank = share * Double(histogram.reduce(0, +))
        var sum = 0
        for (value, count) in histogram.enumerated() {
            sum += count
            if Double(sum) >= rank { return value }
        }
        return histogram.count - 1
    }

    /// Below this share of dark pixels the tone of the print says nothing.
    private static let leastInk = 0.002

    /// Of the darker quarter of what could be ink: the core of strokes, not their edges.
    static func contrast(of level: Pixels) -> Double? {
        var numbers = level.with { pixGetGrayHistogram($0, 2) }
        defer { numaDestroy(&numbers) }
        let histogram = (0..<Int32(256)).map { index -> Int in
            var value: Int32 = 0
            _ = numaGetIValue(numbers, index, &value)
            return Int(value)
        }
        let ink = Array(histogram.prefix(Int(PageChecks.levelPaper * (1 - PageChecks.faintShare))))
        let all = histogram.reduce(0, +), dark = ink.reduce(0, +)
        guard Double(dark) > leastInk * Double(all) else { return nil }
        return 1 - Double(percentile(0.25, of: ink)) / PageChecks.levelPaper
    }

    // MARK: Scale

    /// Fewer are a cover or a form: large letters, or as many marks as letters.
    private static let fewestLetters = 300
    /// The height of small letters in a text of one point, in millimetres, as far as ink goes; measured on 13 and 14 pt.
    private static let millimetresPerPoint = 0.165
    /// Of the usual height: lower are dots and marks, of which Vietnamese has as many as letters.
    private static let mark = 0.45

    /// A quarter of the letters are lower: small ones without strokes up or down, whose height varies least from page to
    /// page. In pixels first, for it is the resolution that is in question.
    static func textHeight(_ boxes: InkBoxes, dpi: Double) -> Double? {
        guard dpi > 0 else { return nil }
        let tallest = 120
        let shapes = boxes.inside.filter { (4...tallest).contains($0.height) && (2...(4 * $0.height)).contains($0.width) }
        guard shapes.count >= fewestLetters else { return nil }
        var widths = [Int](repeating: 0, count: tallest + 1), counts = widths
        for shape in shapes {
            widths[shape.height] += shape.width
            counts[shape.height] += 1
        }
        let least = Int((mark * Double(percentile(0.5, of: widths))).rounded(.up))
        for height in 0..<least { counts[height] = 0 }
        return Double(percentile(0.25, of: counts)) * 25.4 / dpi / millimetresPerPoint
    }
}
