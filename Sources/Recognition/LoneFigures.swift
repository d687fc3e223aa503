import Imaging
import Records

/// Where figures stand alone that the engine takes for specks, as the numbers of a table's rows: boxes on an upright page,
/// in its pixels, for what was read of it.
public typealias FigurePlaces = @Sendable (_ page: RecognisedPage, _ width: Int, _ height: Int) -> [Box]

/// A small part of a page with a number in it and nothing else.
enum LoneFigures {
    /// White around what is left, in pixels: the engine wants some.
    static let margin = 16
    /// Lower than this, in shares of the part's height, nothing is a figure.
    private static let lowest = 0.2

    /// What stands free in a part of a page, on white: the table's lines, and letters of neighbours, touch the edge.
    /// - Returns: nil when nothing of a figure's height is left.
    static func freed(_ part: GreyImage) throws(ImagingError) -> GreyImage? {
        let (width, height) = (part.width, part.height)
        guard let ink = Ink(of: part) else { return nil }
        let paper = ink.paper
        var left = part.pixels.map { $0 < ink.threshold }
        var kept: [Int] = []
        for start in left.indices where left[start] {
            let figure = take(start, from: &left, width: width)
            let rows = figure.map { $0 / width }
            guard let top = rows.min(), let bottom = rows.max() else { continue }
            let isFree = top > 0 && bottom < height - 1 && !figure.contains { $0 % width == 0 || $0 % width == width - 1 }
            if isFree, Double(bottom - top) >= lowest * Double(height) || isDash(figure, width: width, rows: bottom - top + 1) { kept += figure }
        }
        guard kept.count >= height / 4 else { return nil }
        let across = width + 2 * margin
        var pixels = [UInt8](repeating: 255, count: across * (height + 2 * margin))
        // With the soft edge around each.
        for place in kept {
            for shift in [-width - 1, -width, -width + 1, -1, 0, 1, width - 1, width, width + 1] {
                let near = place + shift
                let (x, y) = (near % width, near / width)
                pixels[(y + margin) * across + x + margin] = part.pixels[near] < paper ? part.pixels[near] : 255
            }
        }
        return try GreyImage(width: across, height: height + 2 * margin, pixels: pixels)
    }

    private static func isDash(_ figure: [Int], width: Int, rows: Int) -> Bool {
        let columns = figure.map { $0 % width }
        return (columns.max() ?? 0) - (columns.min() ?? 0) + 1 >= 2 * rows && figure.count >= 6
    }

    /// All dark pixels that hang together with one.
    private static func take(_ start: Int, from left: inout [Bool], width: Int) -> [Int] {
        var figure = [start]
        left[start] = false
        var next = 0
        while next < figure.count {
            let place = figure[next]
            next += 1
            let x = place % width
            for row in [place - width, place, place + width] {
                for near in row - (x > 0 ? 1 : 0)...row + (x < width - 1 ? 1 : 0) where left.indices.contains(near) && left[near] {
                    left[near] = false
                    figure.append(near)
                }
            }
        }
        return figure
    }
}

extension Array {
    fileprivate subscript(safe index: Int) -> Element? { indices.contains(index) ? self[index] : nil }
}

/// What is ink in a small part of a page.
struct Ink {
    let paper: UInt8
    /// Darker than this is ink.
    let threshold: UInt8

    /// Between ink and paper, of 255: a part without a letter is paper alone.
    private static let leastContrast = 40

    /// Nil: there is none.
    init?(of part: GreyImage) {
        let levels = part.pixels.sorted()
        guard let paper = levels[safe: levels.count * 3 / 4], let ink = levels[safe: levels.count / 100], Int(paper) - Int(ink) > Ink.leastContrast else { return nil }
        self.paper = paper
        // Nearer to the paper: pale strokes hang together.
        threshold = UInt8(Int(ink) + (Int(paper) - Int(ink)) * 6 / 10)
    }
}
