import Records
import Testing
@testable import Recognition

@Suite("Where a word lies on the stored image")
struct PageGeometryTests {
    /// A stored image of 300 × 600 pixels, read at two thirds of its size.
    private func geometry(turns: Int) -> PageGeometry {
        let turned = turns % 2 == 1
        return PageGeometry(
            storedWidth: 300, storedHeight: 600, quarterTurns: turns, readWidth: turned ? 400 : 200, readHeight: turned ? 200 : 400)
    }

    @Test("the same corner of the read copy is another corner of the stored image for each turn", arguments: [
        (0, Box(x: 15, y: 30, width: 60, height: 15)),
        (1, Box(x: 30, y: 525, width: 15, height: 60)),
        (2, Box(x: 225, y: 555, width: 60, height: 15)),
        (3, Box(x: 255, y: 15, width: 15, height: 60)),
    ])
    func turned(turns: Int, expected: Box) {
        #expect(geometry(turns: turns).storedBox(left: 10, top: 20, right: 50, bottom: 30) == expected)
    }

    @Test("a box never leaves the image and never vanishes", arguments: 0...3)
    func inside(turns: Int) {
        let geometry = geometry(turns: turns)
        for (left, top, right, bottom) in [(-5, -5, 2000, 2000), (0, 0, 0, 0), (399, 399, 400, 400), (5000, 5000, 5001, 5001)] {
            let box = geometry.storedBox(left: left, top: top, right: right, bottom: bottom)
            #expect(box.x >= 0 && box.y >= 0 && box.width >= 1 && box.height >= 1)
            #expect(box.x + box.width <= 300 && box.y + box.height <= 600)
        }
    }
}
