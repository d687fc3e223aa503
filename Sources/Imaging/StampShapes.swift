import CLeptonica
import Foundation
import Records

/// Something on a page that may be a stamp: a bit of ink by itself, of a stamp's size.
public struct StampShape: Sendable, Hashable {
    /// Around its ink, in pixels of the image it was found on.
    public let box: Records.Box
    /// Clockwise turn that sets it level.
    public let degrees: Double
    /// Its middle when it is turned so about the middle of its box, and its size then; in pixels.
    let middle: (x: Double, y: Double)
    let length: Double
    let height: Double

    public static func == (a: StampShape, b: StampShape) -> Bool { a.box == b.box && a.degrees == b.degrees }

    public func hash(into hasher: inout Hasher) {
        hasher.combine(box)
        hasher.combine(degrees)
    }
}

/// Where stamps may be on the upper half of an upright page: what ink is left when the words that were read are taken away.
public struct StampShapes {
    /// Share of the page's height that is looked at.
    private static let zone = 0.5
    /// Of the copy that shapes are sought on: coarse enough to be fast, fine enough for a stroke.
    private static let dpi = 110
    /// In levels of 256, darker than paper: a faded stamp.
    private static let faintestInk = 22
    /// Millimetres. A mark of three letters without outline is the shortest, TUYỆT MẬT in two outlines the longest.
    private static let lengths = 6.0...85.0
    private static let heights = 2.4...30.0
    /// Between letters and words of one stamp; then what a near neighbour leaves of one, then nothing but its outline.
    private static let gaps: [(across: Double, down: Double)] = [(3.3, 1.1), (1.4, 0.5), (0, 0)]
    /// What is longer or higher may be a stamp with something else beside it.
    private static let merged = (length: 48.0, height: 13.0)
    private static let outlines = (lengths: 12.0...75.0, heights: 5.0...22.0, fill: 0.45)
    /// What stands out of a word's box, such as the marks of its letters, in millimetres: so far, and so large.
    private static let accents = 1.4
    private static let crumb = 2.2
    /// Degrees either way.
    private static let mostSkew = 30
    /// More than these is a page that could not be read at all.
    private static let most = 14

    public let found: [StampShape]
    /// There is ink that no word explains, even where none of it has the size of a stamp.
    public let hasInk: Bool

    /// - Parameters:
    ///   - page: upright; dark on light.
    ///   - known: boxes of words that were surely read.
    public init(on page: GreyImage, dpi: Int, besides known: [Records.Box]) throws(ImagingError) {
        let factor = max(1, dpi / StampShapes.dpi)
        let small = try page.crop(Box(x: 0, y: 0, width: page.width, height: max(1, Int(Double(page.height) * StampShapes.zone)))).reduced(by: factor)
        let scale = Double(dpi) / Double(factor) / 25.4
        let ink = try StampShapes.ink(small, besides: known.map { $0.reduced(by: factor) })
        let near = known.map { $0.reduced(by: factor).grown(by: Int(StampShapes.accents * scale)) }
        let rest = try StampShapes.without(crumbsOf: near, in: ink, scale: scale)
        hasInk = InkBoxes(of: rest).all.contains { Double($0.width) > StampShapes.heights.lowerBound * scale || Double($0.height) > StampShapes.heights.lowerBound * scale }
        found = try StampShapes.shapes(rest, scale: scale).map { $0.enlarged(by: factor) }
    }

    private static func ink(_ page: GreyImage, besides known: [Records.Box]) throws(ImagingError) -> Pixels {
        var counts = [Int](repeating: 0, count: 256)
        for shade in page.pixels { counts[Int(shade)] += 1 }
        var (sum, paper) = (0, 255)
        for shade in 0..<256 where sum * 2 < page.pixels.count { (sum, paper) = (sum + counts[shade], shade) }
        let lightest = UInt8(max(1, paper - faintestInk))
        var pixels = page.pixels.map { $0 < lightest ? 0 : 255 as UInt8 }
        for box in known { pixels.whiten(box, width: page.width) }
        return try GreyImage(width: page.width, height: page.height, pixels: pixels).makePixels().thresholded()
    }

    /// Marks and edges of letters that were left beside their words: they would tie what is near into one.
    private static func without(crumbsOf known: [Records.Box], in ink: Pixels, scale: Double) throws(ImagingError) -> Pixels {
        var places = [UInt8](repeating: 255, count: ink.width * ink.height)
        for box in known { places.fill(box, width: ink.width, with: 0) }
        let result = try ink.made { pixCopy(nil, $0) }
        for box in InkBoxes(of: ink).all where Double(max(box.width, box.height)) < crumb * scale {
            guard places[(box.y + box.height / 2) * ink.width + box.x + box.width / 2] == 0 else { continue }
            var frame = boxCreate(Int32(box.x), Int32(box.y), Int32(box.width), Int32(box.height))
            _ = result.with { pixClearInRect($0, frame) }
            boxDestroy(&frame)
        }
        return result
    }

    private static func shapes(_ ink: Pixels, scale: Double) throws(ImagingError) -> [StampShape] {
        // Grain and the dots of screened print hang together with nothing.
        let grain = Int32(max(2, 0.35 * scale))
        let clean = try ink.made { pixSelectBySize($0, grain, grain, 8, Int32(L_SELECT_IF_EITHER), Int32(L_SELECT_IF_GT), nil) }
        let wide = try parts(of: clean, gap: gaps[0], scale: scale)
        let alone = wide.filter { $0.shape.length < merged.length * scale && $0.shape.height < merged.height * scale }.map(\.shape.box)
        let close = try parts(of: clean, gap: gaps[1], scale: scale).filter { part in !alone.contains { $0.holds(part.shape.box) } }
        let found = wide + close + (try parts(of: clean, gap: gaps[2], scale: scale))
        var kept: [Found] = []
        for one in found.sorted(by: { $0.rank > $1.rank }) where !kept.contains(where: { $0.shape.box.isAlmost(one.shape.box) }) { kept.append(one) }
        return kept.prefix(most).map(\.shape)
    }

    private struct Found {
        let shape: StampShape
        /// Outlines first, then by ink.
        let rank: Int
    }

    /// Ink that lies no further apart than the gap, each bit by itself. Without a gap only outlines are: single letters are not.
    private static func parts(of ink: Pixels, gap: (across: Double, down: Double), scale: Double) throws(ImagingError) -> [Found] {
        let isOutline = gap.across == 0
        let joined = isOutline ? ink : try ink.made { pixDilateBrick(nil, $0, Int32(gap.across * scale), Int32(max(2, gap.down * scale))) }
        var parts: UnsafeMutablePointer<Pixa>?
        var boxes = joined.with { pixConnComp($0, &parts, 8) }
        defer {
            boxaDestroy(&boxes)
            pixaDestroy(&parts)
        }
        var found: [Found] = []
        for index in 0..<boxaGetCount(boxes) {
            var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
            _ = boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height)
            let (wide, high) = (Double(width) / scale, Double(height) / scale)
            guard (lengths.lowerBound...lengths.upperBound + 20).contains(wide), (heights.lowerBound...60).contains(high) else { continue }
            let mask = try Pixels(owning: pixaGetPix(parts, index, Int32(L_COPY)))
            var frame = boxCreate(x, y, width, height)
            defer { boxDestroy(&frame) }
            let own = try ink.made { pixClipRectangle($0, frame, nil) }
            let points = StampShapes.points(try own.made { ink in mask.with { pixAnd(nil, ink, $0) } })
            guard let shape = shape(of: points, left: Int(x), top: Int(y), scale: scale) else { continue }
            let fill = Double(points.count) / (shape.length * shape.height)
            if isOutline {
                guard outlines.lengths.contains(shape.length / scale), outlines.heights.contains(shape.height / scale), fill < outlines.fill else { continue }
            }
            found.append(Found(shape: shape, rank: points.count + (isOutline ? 1_000_000 : 0)))
        }
        return found
    }

    private static func points(_ ink: Pixels) -> [(x: Double, y: Double)] {
        let stride = ink.bytesPerLine / 4
        return ink.withWords { words in
            let words = words.assumingMemoryBound(to: UInt32.self)
            var points: [(x: Double, y: Double)] = []
            for y in 0..<ink.height {
                for x in 0..<ink.width where words[y * stride + x / 32] >> (31 - x % 32) & 1 == 1 { points.append((Double(x), Double(y))) }
            }
            return points
        }
    }

    private static func shape(of points: [(x: Double, y: Double)], left: Int, top: Int, scale: Double) -> StampShape? {
        guard points.count > 40 else { return nil }
        let (x0, x1) = (points.map(\.x).min() ?? 0, points.map(\.x).max() ?? 0)
        let (y0, y1) = (points.map(\.y).min() ?? 0, points.map(\.y).max() ?? 0)
        let centre = ((x0 + x1) / 2, (y0 + y1) / 2)
        let centred = points.map { (x: $0.x - centre.0, y: $0.y - centre.1) }
        let degrees = level(centred)
        let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
        let turned = centred.map { (x: $0.x * cosine - $0.y * sine, y: $0.x * sine + $0.y * cosine) }
        let (u, v) = (turned.map(\.x), turned.map(\.y))
        let (u0, u1, v0, v1) = (u.min() ?? 0, u.max() ?? 0, v.min() ?? 0, v.max() ?? 0)
        guard lengths.contains((u1 - u0) / scale), heights.contains((v1 - v0) / scale) else { return nil }
        return StampShape(
            box: Box(x: left + Int(x0), y: top + Int(y0), width: Int(x1 - x0) + 1, height: Int(y1 - y0) + 1), degrees: degrees,
            middle: ((u0 + u1) / 2, (v0 + v1) / 2), length: u1 - u0 + 1, height: v1 - v0 + 1)
    }

    /// The turn at which rows of ink and rows without part most sharply, in degrees clockwise.
    private static func level(_ points: [(x: Double, y: Double)]) -> Double {
        let coarse = stride(from: -mostSkew, through: mostSkew, by: 2).map(Double.init)
        let best = coarse.max { sharpness(points, $0) < sharpness(points, $1) } ?? 0
        return [-1.5, -1, -0.5, 0, 0.5, 1, 1.5].map { best + $0 }.max { sharpness(points, $0) < sharpness(points, $1) } ?? best
    }

    private static func sharpness(_ points: [(x: Double, y: Double)], _ degrees: Double) -> Int {
        let (sine, cosine) = (sin(degrees * .pi / 180), cos(degrees * .pi / 180))
        var rows = [Int](repeating: 0, count: 1024)
        for point in points { rows[min(1023, max(0, Int(point.x * sine + point.y * cosine + 512)))] += 1 }
        return zip(rows, rows.dropFirst()).reduce(0) { $0 + ($1.0 - $1.1) * ($1.0 - $1.1) }
    }
}

extension [UInt8] {
    /// Of rows of a width; what of the box lies outside is left away.
    mutating func whiten(_ box: Records.Box, width: Int) { fill(box, width: width, with: 255) }

    mutating func fill(_ box: Records.Box, width: Int, with shade: UInt8) {
        let (left, right) = (Swift.max(0, box.x), Swift.min(width, box.x + box.width))
        let (top, bottom) = (Swift.max(0, box.y), Swift.min(width > 0 ? count / width : 0, box.y + box.height))
        guard left < right, top < bottom else { return }
        for row in top..<bottom {
            for column in left..<right { self[row * width + column] = shade }
        }
    }
}

extension Records.Box {
    /// The same but for a tenth.
    fileprivate func isAlmost(_ other: Records.Box) -> Bool {
        let across = min(x + width, other.x + other.width) - max(x, other.x)
        let down = min(y + height, other.y + other.height) - max(y, other.y)
        guard across > 0, down > 0 else { return false }
        let shared = Double(across * down)
        return shared >= 0.8 * Double(max(width * height, other.width * other.height))
    }

    fileprivate func holds(_ other: Records.Box) -> Bool {
        x <= other.x && y <= other.y && other.x + other.width <= x + width && other.y + other.height <= y + height
    }

    fileprivate func grown(by margin: Int) -> Records.Box {
        Records.Box(x: x - margin, y: y - margin, width: width + 2 * margin, height: height + 2 * margin)
    }

    fileprivate func reduced(by factor: Int) -> Records.Box {
        let (left, top) = (x / factor, y / factor)
        return Records.Box(x: left, y: top, width: (x + width + factor - 1) / factor - left, height: (y + height + factor - 1) / factor - top)
    }
}

extension StampShape {
    fileprivate func enlarged(by factor: Int) -> StampShape {
        let scale = Double(factor)
        return StampShape(
            box: Records.Box(x: box.x * factor, y: box.y * factor, width: box.width * factor, height: box.height * factor), degrees: degrees,
            middle: (middle.x * scale, middle.y * scale), length: length * scale, height: height * scale)
    }
}
