import Foundation
import Records
import Testing

@testable import Imaging

/// What is wrong with the picture of a page: each finding from a page that has it, and none from pages that only look it.
@Suite struct PageQualityTests {
    private static func text(paper: Int = 235, grain: Int = 8, ink: UInt8 = 30) -> Paper {
        var page = Paper(paper: paper, grain: grain)
        page.write(lines: 30, grey: ink)
        return page
    }

    private func findings(
        _ image: GreyImage, dpi: Int = 2 * Paper.dpi, expecting: PageExpectations = PageExpectations()
    ) throws -> [Finding] {
        let facts = ImageFacts(
            width: 2 * image.width, height: 2 * image.height, dpi: dpi, mode: .color, format: .jpeg, byteCount: 0, sha256: "")
        return try PageChecks.examine(grey: image, facts: facts, expecting: expecting).findings
    }

    // MARK: Picture

    @Test func anOutOfFocusPageIsBlurred() throws {
        let sharp = try Self.text().image
        let found = try findings(sharp.smeared(reach: 1).smeared(reach: 1))
        #expect(found.map(\.code) == [.blur])
        #expect((0.29...0.6).contains(found.first?.value ?? 0))
        #expect(try findings(sharp) == [])
    }

    /// Faint print and grain are wide or low on a sharp page too.
    @Test func anOldTypedPageIsNotBlurred() throws {
        #expect(try findings(Self.text(paper: 200, grain: 16, ink: 90).image) == [])
    }

    @Test func aDarkPictureIsTooDark() throws {
        let found = try findings(Self.text(paper: 90, grain: 3, ink: 10).image)
        #expect(found.map(\.code) == [.tooDark])
        #expect(abs((found.first?.value ?? 0) - 0.35) < 0.02)
    }

    @Test func aBrownCoverIsNotTooDark() throws {
        #expect(try findings(Self.text(paper: 150, ink: 20).image) == [])
    }

    @Test func washedOutPrintIsTooLight() throws {
        let found = try findings(Self.text(ink: 145).image)
        #expect(found.map(\.code) == [.tooLight])
        #expect(abs((found.first?.value ?? 0) - 0.37) < 0.05)
    }

    /// So faint that it could be a blank side: a person is told both.
    @Test func aPageOfTextThatAllButVanishedIsTooLight() throws {
        var paper = Paper()
        paper.write(lines: 30, grey: 163)
        let result = try paper.examined()
        #expect(result.blank == .doubtful)
        #expect(result.findings.map(\.code) == [.tooLight])
    }

    /// Fainter than what shines through old paper, but sharp, which that never is; a streak of the sensor is no text.
    @Test func faintButSharpTextIsNoBlankSide() throws {
        var text = Paper(), streak = Paper()
        text.write(lines: 30, grey: 183)
        for x in [50.0, 120] { streak.fill(x: x, y: 0, width: 0.4, height: 297, grey: 150) }
        #expect(try text.examined().blank == .doubtful)
        #expect(try text.examined().findings.map(\.code) == [.tooLight])
        #expect(try streak.examined().blank == .suspected)
        #expect(try streak.examined().findings == [])
    }

    /// Letters of a worn ribbon come apart; their pieces are small on a page of the right size too.
    @Test func brokenFaintLettersAreNoWrongSize() throws {
        var paper = Paper()
        for piece in 0..<2 { paper.write(lines: 30, from: 30 + 1.6 * Double(piece), grey: 140, height: 1) }
        #expect(try paper.examined().findings.map(\.code) == [.tooLight])
    }

    // MARK: Edges

    @Test func theBedBesideThePaperIsABlackBorder() throws {
        var page = Self.text()
        page.fill(x: 0, y: 0, width: 3, height: 297)
        #expect(try findings(page.image).map(\.code) == [.blackBorder])
        let share = try #require(try findings(page.image).first?.value)
        #expect(abs(share - 3.0 / 210) < 0.002)
    }

    @Test func aSheetFedAskewLeavesADarkWedge() throws {
        var page = Self.text()
        for step in 0..<105 { page.fill(x: 2 * Double(step), y: 0, width: 2, height: 5 * Double(step) / 105) }
        #expect(try findings(page.image).map(\.code) == [.blackBorder])
    }

    @Test func theShadowOfTheEdgeAndHolesAreNoBorder() throws {
        var page = Self.text()
        page.fill(x: 0, y: 0, width: 0.5, height: 297)
        for y in [60.0, 140, 220] { page.disc(x: 1, y: y, radius: 3) }
        #expect(try findings(page.image) == [])
    }

    @Test(arguments: [
        (PageEdge.left, Box(x: 150, y: 0, width: 1090, height: 1754)), (.right, Box(x: 0, y: 0, width: 890, height: 1754)),
        (.top, Box(x: 0, y: 225, width: 1240, height: 1529)), (.bottom, Box(x: 0, y: 0, width: 1240, height: 1010)),
    ])
    func textThatRunsOutOfTheImageIsCutOff(edge: PageEdge, kept: Box) throws {
        let found = try findings(Self.text().image.crop(kept))
        #expect(found == [Finding(.cutOff, value: Double(edge.rawValue))])
    }

    @Test func rulesHolesAndDustAtTheEdgeAreNotCutOff() throws {
        var page = Self.text()
        for y in stride(from: 20.0, to: 280, by: 20) { page.fill(x: 0, y: y, width: 210, height: 0.3) }
        page.disc(x: 0, y: 140, radius: 3)
        for y in stride(from: 10.0, to: 290, by: 6) { page.fill(x: 0, y: y + 3, width: 0.4, height: 0.4) }
        #expect(try findings(page.image) == [])
    }

    // MARK: Size

    @Test(arguments: [150, 600]) func aResolutionThatDoesNotFitTheTextIsAWrongSize(dpi: Int) throws {
        let found = try findings(Self.text().image, dpi: dpi)
        #expect(found.last?.code == .wrongSize)
        #expect(abs((found.last?.value ?? 0) - 297 * 300 / Double(dpi)) < 1)
        #expect(found.count == (dpi == 150 ? 2 : 1))
    }

    /// A4 scanned at 200 dpi by a driver that says 300, and at 300 by one that says 200: the text alone would be believed.
    @Test(arguments: [(1654, 2338, 300), (2480, 3508, 200), (2338, 1654, 300)])
    func aSizeThatFitsAnotherResolutionIsAWrongSize(width: Int, height: Int, dpi: Int) throws {
        #expect(try findings(Self.sheet(width, height), dpi: dpi).map(\.code) == [.wrongSize])
    }

    /// An empty sheet of so many pixels.
    private static func sheet(_ width: Int, _ height: Int) throws -> GreyImage {
        try GreyImage(width: width / 2, height: height / 2, pixels: [UInt8](repeating: 235, count: width / 2 * (height / 2)))
    }

    /// A5, A6, A2, a slip, F4.
    @Test(arguments: [(1748, 2480), (1240, 1748), (4960, 7016), (1600, 2500), (2480, 3898)])
    func anOrdinarySheetOrASlipIsBelieved(width: Int, height: Int) throws {
        #expect(try findings(Self.sheet(width, height)) == [])
    }

    @Test func anImpossibleSheetIsAWrongSize() throws {
        #expect(try findings(Paper().image, dpi: 4_800).map(\.code) == [.wrongSize])
        #expect(try findings(Paper().image, dpi: 30).map(\.code) == [.lowResolution, .wrongSize])
    }

    @Test func thePaperAskedForIsCompared() throws {
        let page = try Self.text().image
        #expect(try findings(page, expecting: PageExpectations(paper: .a4)) == [])
        #expect(try findings(page, expecting: PageExpectations(paper: PaperSize(width: 297, height: 210))) == [])
        let other = try findings(page, expecting: PageExpectations(paper: .a5))
        #expect(other.map(\.code) == [.wrongSize])
    }

    @Test func mapsNeedAFinerResolution() throws {
        let page = try Paper().image
        #expect(try findings(page, dpi: 150, expecting: PageExpectations(leastDPI: 300)) == [Finding(.lowResolution, value: 150)])
        #expect(try findings(page, dpi: 300, expecting: PageExpectations(leastDPI: 300)) == [])
    }

    /// A lost rest is black, or cuts through a line: that is one cause, and one finding.
    @Test func aFlatRestIsNothingElse() throws {
        var page = Self.text()
        page.flatten(lowerShare: 0.6, grey: 0)
        #expect(try findings(page.image).map(\.code) == [.flatRest])
    }
}
