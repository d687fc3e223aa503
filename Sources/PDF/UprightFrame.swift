import Foundation
import Records

/// A box on the upright page.
struct UprightBox: Equatable {
    var x: Double
    var y: Double
    var width: Double
    var height: Double

    var middle: Double { x + width / 2 }
}

/// Turns boxes of the stored image into boxes of the upright and level one, and keeps them on the page.
struct UprightFrame {
    let width: Double
    let height: Double
    private let storedWidth: Double
    private let storedHeight: Double
    /// 0…3, clockwise.
    let turns: Int
    /// Clockwise; nil: the rows are taken as they are.
    private let deskew: (sine: Double, cosine: Double)?

    /// - Parameters:
    ///   - width, height: of the image as stored, in pixels.
    ///   - deskew: degrees clockwise, after the quarter turns.
    init(width: Int, height: Int, quarterTurns: Int, deskew: Double = 0) {
        turns = (quarterTurns % 4 + 4) % 4
        (storedWidth, storedHeight) = (Double(width), Double(height))
        (self.width, self.height) = turns % 2 == 0 ? (storedWidth, storedHeight) : (storedHeight, storedWidth)
        let angle = deskew * .pi / 180
        self.deskew = deskew == 0 || !deskew.isFinite ? nil : (sin(angle), cos(angle))
    }

    /// Readers drop text outside the page: such a box is moved to the edge, and is at least a pixel wide and high.
    func box(_ box: Box) -> UprightBox {
        let left = clamp(Double(box.x), storedWidth - 1), top = clamp(Double(box.y), storedHeight - 1)
        let right = max(left + 1, clamp(Double(box.x) + Double(box.width), storedWidth))
        let bottom = max(top + 1, clamp(Double(box.y) + Double(box.height), storedHeight))
        let (wide, high) = (right - left, bottom - top)
        let upright = switch turns {
        case 1: UprightBox(x: storedHeight - bottom, y: left, width: high, height: wide)
        case 2: UprightBox(x: storedWidth - right, y: storedHeight - bottom, width: wide, height: high)
        case 3: UprightBox(x: top, y: storedWidth - right, width: high, height: wide)
        default: UprightBox(x: left, y: top, width: wide, height: high)
        }
        return levelled(upright)
    }

    /// The word where the levelled picture shows it, and as large as it is: the box around a word that does not lie level is
    /// higher and wider than the word.
    private func levelled(_ box: UprightBox) -> UprightBox {
        guard let (sine, cosine) = deskew else { return box }
        let (x, y) = (box.x + box.width / 2 - width / 2, box.y + box.height / 2 - height / 2)
        // y grows downwards: clockwise is from x towards y.
        let middle = (x: x * cosine - y * sine + width / 2, y: x * sine + y * cosine + height / 2)
        let steepness = abs(sine), scale = cosine * cosine - sine * sine
        let wide = max((box.width * cosine - box.height * steepness) / scale, box.width / 2)
        let high = max((box.height * cosine - box.width * steepness) / scale, box.height / 2)
        let left = clamp(middle.x - wide / 2, width - 1), top = clamp(middle.y - high / 2, height - 1)
        return UprightBox(
            x: left, y: top, width: max(1, min(wide, width - left)), height: max(1, min(high, height - top)))
    }

    /// The PDF matrix that draws the unit square of the image upright, in pixels with y upwards.
    var imageMatrix: String {
        let (w, h) = (Int(width), Int(height))
        return switch turns {
        case 1: "0 \(-h) \(w) 0 0 \(h)"
        case 2: "\(-w) 0 0 \(-h) \(w) \(h)"
        case 3: "0 \(h) \(-w) 0 \(w) 0"
        default: "\(w) 0 0 \(h) 0 0"
        }
    }

    /// The PDF matrix that turns the upright picture about its middle until its rows are level; nil: none is needed.
    var levelling: [Double]? {
        guard let (sine, cosine) = deskew else { return nil }
        let (x, y) = (width / 2, height / 2)
        return [cosine, -sine, sine, cosine, x - cosine * x - sine * y, y + sine * x - cosine * y]
    }

    private func clamp(_ value: Double, _ limit: Double) -> Double {
        min(max(value, 0), max(limit, 0))
    }
}
