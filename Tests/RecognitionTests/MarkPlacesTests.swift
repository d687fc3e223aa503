import Imaging
import Records
import Testing

@testable import Recognition

/// Where a mark of secrecy is looked for once more.
struct MarkPlacesTests {
    private let places: MarkPlaces

    init() throws {
        places = MarkPlaces(width: 1860, height: 2630, dpi: 225)
    }

    private func word(_ text: String, _ confidence: Double, x: Int, y: Int, width: Int = 60) -> MarkPlaces.Word {
        (text, confidence, Box(x: x, y: y, width: width, height: 34))
    }

    @Test func lettersOfARowThatWereHardlyReadBelongTogether() {
        let rows = places.unsure([
            word("TÔ", 0.31, x: 180, y: 90), word("T", 0.31, x: 340, y: 92, width: 20), word("MT", 0.53, x: 480, y: 88), word("ỦY", 0.96, x: 280, y: 180),
            word("X", 0.2, x: 1500, y: 90, width: 20),
        ])
        #expect(rows == [Box(x: 180, y: 88, width: 360, height: 38), Box(x: 1500, y: 90, width: 20, height: 34)])
    }

    @Test(arguments: [("MẬT", 0.9), ("ngày", 0.1), ("A12", 0.1), ("—", 0.1)])
    func whatIsSureOrNoCapitalsIsNone(text: String, confidence: Double) {
        #expect(places.unsure([word(text, confidence, x: 180, y: 90)]).isEmpty, "\(text)")
    }

    @Test func belowTheHeadIsNone() { #expect(places.unsure([word("MẤT", 0.2, x: 180, y: 900)]).isEmpty) }

    @Test func aPartStaysOnThePage() {
        let part = places.surroundings(of: Box(x: 0, y: 0, width: 40, height: 20))
        #expect(part.x == 0 && part.y == 0 && part.width > 100 && part.height > 20)
        let last = places.surroundings(of: Box(x: 1840, y: 2610, width: 20, height: 20))
        #expect(last.x + last.width == 1860 && last.y + last.height == 2630 && last.x > 0)
    }

    /// Left and right of each other, and only whole words; at the edge of the paper all are whole.
    @Test func rowsOfAPart() {
        func read(_ text: String, _ left: Int32, _ top: Int32) -> TesseractAPI.Word {
            TesseractAPI.Word(text: text, confidence: 90, left: left, top: top, right: left + 60, bottom: top + 34, startsLine: true, quarterTurns: 0)
        }
        let words = [read("MẬT", 200, 12), read("TỐI", 100, 10), read("NHÀ", 340, 60), read("BÍ", 200, 62)]
        #expect(places.rows(words, in: Box(x: 300, y: 100, width: 400, height: 120)) == ["TỐI MẬT"])
        #expect(places.rows(words, in: Box(x: 1460, y: 100, width: 400, height: 120)) == ["TỐI MẬT", "BÍ NHÀ"])
    }

    /// Two strokes with a wide gap stand as near as letters do, with paper about.
    @Test func wideGapsAreClosed() throws {
        var pixels = [UInt8](repeating: 220, count: 300 * 20)
        for y in 4..<16 { for x in Array(20..<26) + Array(200..<206) { pixels[y * 300 + x] = 20 } }
        let closed = try #require(try places.closed(GreyImage(width: 300, height: 20, pixels: pixels)))
        let row = closed.pixels[(closed.height / 2 * closed.width)..<((closed.height / 2 + 1) * closed.width)]
        let ink = row.indices.filter { row[$0] < 100 }.map { $0 - row.startIndex }
        #expect(ink.count == 12 && (ink.last ?? 0) - (ink.first ?? 0) < 24 && closed.pixels.first == 220)
        #expect(try places.closed(GreyImage(width: 30, height: 20, pixels: [UInt8](repeating: 220, count: 600))) == nil)
    }
}
