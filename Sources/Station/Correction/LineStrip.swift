import Foundation
import Records
import Terminal

/// The part of a line that is shown large, and where its words stand in it, seen upright.
///
/// A line is cut into strips from its first word on, so that the picture stays while the cursor goes from word to word.
struct LineStrip: Equatable {
    /// In shares of the upright page.
    let region: PageRegion
    /// In cells.
    let size: Size
    /// Degrees clockwise by which the picture is turned about its centre, so that a line that leans lies level in it.
    let deskew: Double
    /// Words of the page in it, and their columns.
    let words: [Word]

    struct Word: Equatable {
        let index: Int
        let columns: Range<Int>
    }

    /// How high a strip is over the letters of its line: marks above and below, and a line that leans.
    private static let height = 1.35
    private static let step = 1.35

    /// - Parameters:
    ///   - index: the word that has to be in it.
    ///   - room: as large as it may become, in cells that are twice as high as wide.
    ///   - zoom: below 0 more of the page is seen.
    init?(_ text: RevisedPage, _ page: PageTile, word index: Int, room: Size, zoom: Int) {
        guard text.words.indices.contains(index), let line = text.lines.first(where: { $0.contains(index) }) else { return nil }
        let upright = UprightPage(page)
        let tilt = LineTilt.of(text, in: upright)
        self.init(text.words[line].map(\.box), from: line.lowerBound, upright, word: index, room: room, zoom: zoom, tilt: tilt)
    }

    /// - Parameters:
    ///   - line: the boxes of its words, in the stored image.
    ///   - first: index of its first word.
    ///   - tilt: degrees by which lines fall to the right, seen upright.
    init?(_ line: [Box], from first: Int = 0, _ upright: UprightPage, word index: Int, room: Size, zoom: Int = 0, tilt: Double = 0) {
        guard line.indices.contains(index - first), !room.isEmpty, upright.width > 0, upright.height > 0 else { return nil }
        let boxes = line.map(upright.box)
        let own = boxes[index - first]
        let heights = boxes.map(\.height).sorted()
        var scale = Double(heights[heights.count * 3 / 4]) * LineStrip.height / Double(2 * room.rows)
        for _ in 0..<max(0, -zoom) { scale *= LineStrip.step }
        // Pixels a column; a long word is seen whole.
        scale = max(scale, Double(own.width) * 1.1 / Double(room.columns), 0.25)
        let wide = Int(scale * Double(room.columns))
        let part = LineStrip.part(of: boxes, containing: index - first, width: wide)
        let left = boxes[part.lowerBound].x - wide / 50
        // Where the boxes stand once the line lies level about the middle of the strip.
        let fall = tan(tilt * .pi / 180)
        let levelled = part.map { boxes[$0].y - Int(fall * Double(boxes[$0].x + boxes[$0].width / 2 - left - wide / 2)) }
        let top = levelled.min() ?? own.y, bottom = zip(levelled, part).map { $0 + boxes[$1].height }.max() ?? own.y
        // A stray box must not push the word out of the strip.
        let high = Int(scale * Double(2 * room.rows))
        let middle = bottom - top <= high ? (top + bottom) / 2 : levelled[index - first - part.lowerBound] + own.height / 2
        let (x, width) = LineStrip.inside(left, wide, upright.width), (y, height) = LineStrip.inside(middle - high / 2, high, upright.height)
        region = PageRegion(
            x: Double(x) / Double(upright.width), y: Double(y) / Double(upright.height), width: Double(width) / Double(upright.width),
            height: Double(height) / Double(upright.height))
        deskew = -tilt
        let columns = min(room.columns, max(1, Int((Double(width) / scale).rounded())))
        size = Size(columns: columns, rows: min(room.rows, max(1, Int((Double(height) / scale / 2).rounded()))))
        words = part.map { at in
            let start = max(0, min(columns - 1, Int(Double(boxes[at].x - x) / scale)))
            let end = Int((Double(boxes[at].x + boxes[at].width - x) / scale).rounded(.up))
            return Word(index: first + at, columns: start..<max(start + 1, min(columns, end)))
        }
    }

    /// Cut from the first word on: as many as there is room for, the next of those from the one that had none.
    private static func part(of boxes: [Box], containing index: Int, width: Int) -> Range<Int> {
        var start = 0
        for at in boxes.indices {
            let goesBack = boxes[at].x < boxes[start].x
            if at > start, goesBack || boxes[at].x + boxes[at].width - boxes[start].x > width * 24 / 25 {
                if at > index { return start..<at }
                start = at
            }
        }
        return start..<boxes.count
    }

    private static func inside(_ start: Int, _ length: Int, _ whole: Int) -> (start: Int, length: Int) {
        let length = min(max(1, length), whole)
        return (max(0, min(start, whole - length)), length)
    }
}
