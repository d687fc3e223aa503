import Foundation
import Records

/// How much the lines of a page lean, by where its words stand: a sheet that went into the scanner askew leans as a whole.
enum LineTilt {
    /// Less is not seen in a strip; more is no skew, but a drawing or a stamp.
    private static let bounds = 0.3...10.0

    /// Degrees by which lines fall to the right, seen upright; 0 where that is not known.
    static func of(_ text: RevisedPage, in upright: UprightPage) -> Double {
        let slopes = text.lines.compactMap { slope(of: text.words[$0].map { upright.box($0.box) }) }.sorted()
        guard slopes.count >= 3 else { return 0 }
        let degrees = (atan(slopes[slopes.count / 2]) * 1800 / .pi).rounded() / 10
        return bounds.contains(abs(degrees)) ? degrees : 0
    }

    /// Of the straight line that comes nearest to the middles of the boxes; nil for lines too short to say.
    private static func slope(of boxes: [Box]) -> Double? {
        guard boxes.count >= 4, let first = boxes.first, let last = boxes.last, last.x - first.x > 12 * first.height else { return nil }
        let points = boxes.map { (x: Double($0.x) + Double($0.width) / 2, y: Double($0.y) + Double($0.height) / 2) }
        let count = Double(points.count)
        let (x, y) = (points.reduce(0) { $0 + $1.x } / count, points.reduce(0) { $0 + $1.y } / count)
        let (up, along) = points.reduce((0, 0)) { ($0.0 + ($1.x - x) * ($1.y - y), $0.1 + ($1.x - x) * ($1.x - x)) }
        return along > 0 ? up / along : nil
    }
}
