import Foundation
import Records
import Testing

@testable import Imaging

@Suite struct GreyChangeTests {
    private let small = GreyImage(width: 3, rows: [1, 2, 3, 4, 5, 6])

    @Test func turnsByQuarters() throws {
        #expect(try small.turned(quarterTurnsClockwise: 1) == GreyImage(width: 2, rows: [4, 1, 5, 2, 6, 3]))
        #expect(try small.turned(quarterTurnsClockwise: -1) == GreyImage(width: 2, rows: [3, 6, 2, 5, 1, 4]))
        #expect(try small.turned(quarterTurnsClockwise: 6) == GreyImage(width: 3, rows: [6, 5, 4, 3, 2, 1]))
        #expect(try small.turned(quarterTurnsClockwise: 4) == small)
    }

    @Test func cropKeepsWhatIsInside() throws {
        #expect(try small.crop(Box(x: 1, y: -4, width: 9, height: 5)) == GreyImage(width: 2, rows: [2, 3]))
        #expect(throws: ImagingError.impossibleSize(width: 2, height: 2)) {
            try small.crop(Box(x: 3, y: 0, width: 2, height: 2))
        }
    }

    @Test func deskewMakesRowsLevel() throws {
        var paper = Paper()
        paper.write(lines: 30, slope: tan(1.5 * .pi / 180))
        let angle = try #require(try paper.examined().skew)
        let level = try paper.image.deskewed(degreesClockwise: angle)
        #expect(level.width == Paper.width && level.height == Paper.height)
        #expect(abs(try #require(try PageChecks.examine(grey: level, facts: paper.facts).skew)) < 0.2)
        #expect(try paper.image.deskewed(degreesClockwise: 0) == paper.image)
    }
}
