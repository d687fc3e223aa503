import Foundation
import Records
import Terminal

/// A page as it is read, and its boxes with it.
struct UprightPage {
    /// In pixels.
    let width: Int, height: Int
    private let turn: Int, stored: (width: Int, height: Int), deskew: Double

    init(_ page: PageTile) {
        (turn, stored, deskew) = (page.turn, (page.width, page.height), page.deskew)
        (width, height) = turn % 180 == 0 ? (page.width, page.height) : (page.height, page.width)
    }

    /// - Parameters:
    ///   - width: of the stored image, in pixels; so is `height`.
    ///   - turn: degrees clockwise: 0, 90, 180, 270.
    init(width: Int, height: Int, turn: Int) {
        (self.turn, stored, deskew) = (turn, (width, height), 0)
        (self.width, self.height) = turn % 180 == 0 ? (width, height) : (height, width)
    }

    /// A box of the stored image, not set straight.
    func box(_ box: Box) -> Box {
        switch turn {
        case 90: Box(x: stored.height - box.y - box.height, y: box.x, width: box.height, height: box.width)
        case 180: Box(x: stored.width - box.x - box.width, y: stored.height - box.y - box.height, width: box.width, height: box.height)
        case 270: Box(x: box.y, y: stored.width - box.x - box.width, width: box.height, height: box.width)
        default: box
        }
    }

    /// Where a box of the stored image stands on the page that is shown, set straight and upright, in shares of it.
    func share(_ stored: Box) -> PageRegion {
        let box = box(level(stored))
        let (width, height) = (Double(max(1, width)), Double(max(1, height)))
        return PageRegion(
            x: Double(box.x) / width, y: Double(box.y) / height, width: Double(box.width) / width, height: Double(box.height) / height)
    }

    /// As the picture is: turned by a small angle about its centre, clockwise. What is small stays as large as it was.
    private func level(_ box: Box) -> Box {
        guard deskew != 0 else { return box }
        let angle = deskew * .pi / 180
        let (centre, middle) = ((x: Double(stored.width) / 2, y: Double(stored.height) / 2), box.middle)
        let (x, y) = (middle.x - centre.x, middle.y - centre.y)
        let there = (x: centre.x + x * cos(angle) - y * sin(angle), y: centre.y + x * sin(angle) + y * cos(angle))
        return Box(
            x: Int((there.x - Double(box.width) / 2).rounded()), y: Int((there.y - Double(box.height) / 2).rounded()), width: box.width,
            height: box.height)
    }
}

extension Box {
    fileprivate var middle: (x: Double, y: Double) { (Double(x) + Double(width) / 2, Double(y) + Double(height) / 2) }
}
