import CLeptonica
import Records

/// Where the connected dark shapes of a page are.
struct InkBoxes {
    /// In pixels.
    let all: [Records.Box]
    /// Of the page.
    let width: Int
    let height: Int

    /// - Parameter ink: one bit.
    init(of ink: Pixels) {
        (width, height) = (ink.width, ink.height)
        var boxes = ink.with { pixConnCompBB($0, 8) }
        defer { boxaDestroy(&boxes) }
        all = (0..<boxaGetCount(boxes)).map { index in
            var (x, y, width, height): (Int32, Int32, Int32, Int32) = (0, 0, 0, 0)
            _ = boxaGetBoxGeometry(boxes, index, &x, &y, &width, &height)
            return Records.Box(x: Int(x), y: Int(y), width: Int(width), height: Int(height))
        }
    }

    /// Those that touch no edge: what does is a shadow, a hole or a neighbour as often as print.
    var inside: [Records.Box] {
        all.filter { $0.x > 0 && $0.y > 0 && $0.x + $0.width < width && $0.y + $0.height < height }
    }
}
