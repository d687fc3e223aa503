import Imaging
import Records
import Testing

@testable import Recognition

/// A number that stands alone in a cell, freed from what is around it.
@Suite struct LoneFiguresTests {
    /// White with black bars.
    private func part(_ bars: [Box], paper: UInt8 = 240, ink: UInt8 = 30) throws -> GreyImage {
        var pixels = [UInt8](repeating: paper, count: 100 * 60)
        for bar in bars {
            for y in bar.y..<bar.y + bar.height {
                for x in bar.x..<bar.x + bar.width { pixels[y * 100 + x] = ink }
            }
        }
        return try GreyImage(width: 100, height: 60, pixels: pixels)
    }

    private let figure = Box(x: 40, y: 20, width: 8, height: 24)

    private func ink(_ image: GreyImage?) -> Int { image?.pixels.count { $0 < 100 } ?? 0 }

    @Test func linesOfTheTableAndNeighboursAreTakenAway() throws {
        let lines = [Box(x: 5, y: 0, width: 2, height: 60), Box(x: 0, y: 3, width: 100, height: 2), Box(x: 90, y: 15, width: 10, height: 20)]
        let freed = try LoneFigures.freed(part([figure] + lines))
        #expect(freed?.width == 100 + 2 * LoneFigures.margin && freed?.height == 60 + 2 * LoneFigures.margin)
        #expect(ink(freed) == figure.width * figure.height)
        #expect(freed?.pixels[(20 + LoneFigures.margin) * (100 + 2 * LoneFigures.margin) + 40 + LoneFigures.margin] == 30)
    }

    @Test func specksAreNoFiguresButDashesAre() throws {
        #expect(try LoneFigures.freed(part([Box(x: 50, y: 30, width: 3, height: 3)])) == nil)
        let dash = Box(x: 52, y: 31, width: 8, height: 3)
        #expect(ink(try LoneFigures.freed(part([figure, dash]))) == figure.width * figure.height + 24)
    }

    @Test(arguments: [UInt8(0), 128, 220, 255]) func barePaperHoldsNothing(grey: UInt8) throws {
        #expect(try LoneFigures.freed(part([], paper: grey)) == nil)
        #expect(try LoneFigures.freed(part([figure], paper: grey, ink: grey)) == nil)
    }
}
