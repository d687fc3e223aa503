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

    // MARK: The sheet number

    /// An upright page with a dark sheet number, and the same page as it lay in the scanner.
    private func numbered(storedTurnedBack turns: Int) throws -> GreyImage {
        var paper = Paper(grain: 0)
        paper.fill(x: 190, y: 8, width: 4, height: 6, grey: 0)
        paper.fill(x: 20, y: 8, width: 30, height: 10, grey: 0)
        paper.fill(x: 170, y: 270, width: 30, height: 10, grey: 0)
        return try paper.image.turned(quarterTurnsClockwise: -turns)
    }

    @Test(arguments: 0...3) func theNumberIsFoundHoweverThePageLay(turns: Int) throws {
        let upright = try numbered(storedTurnedBack: 0).numberCorner()
        #expect(upright.width == 272 && upright.height == 157)
        #expect(upright.pixels.count { $0 == 0 } == 23 * 35)
        #expect(try numbered(storedTurnedBack: turns).numberCorner(quarterTurnsClockwise: turns) == upright)
    }

    @Test func theCornerIsDecodedNoLargerThanShown() throws {
        let file = try numbered(storedTurnedBack: 3).encoded()
        let corner = try GreyImage.decodeNumberCorner(file, quarterTurnsClockwise: 3, columns: 60)
        #expect(corner.width == 68)
        // 190…194 mm of 210, where the corner begins at 163.8.
        let dark = corner.pixels.indices.filter { corner.pixels[$0] < 60 }.map { $0 % corner.width }
        let columns = (try #require(dark.min()))...(try #require(dark.max()))
        #expect(abs(columns.lowerBound - 39) <= 1 && abs(columns.upperBound - 44) <= 1)
    }
}
