import Foundation
import Records
import Testing

@testable import Imaging

@Suite struct PageChecksTests {
    // MARK: Blank

    @Test func emptyPaperIsSuspected() throws {
        #expect(try Paper().examined().blank == .suspected)
        #expect(try Paper(paper: 190, grain: 14).examined().blank == .suspected)
    }

    @Test func textIsNotBlank() throws {
        var paper = Paper()
        paper.write(lines: 20)
        #expect(try paper.examined().blank == .notBlank)
    }

    @Test func holesStaplesDustFoldsAndShadowsAreNoInk() throws {
        var paper = Paper()
        paper.disc(x: 12, y: 108, radius: 3)
        paper.disc(x: 12, y: 188, radius: 3)
        paper.fill(x: 10, y: 12, width: 10, height: 0.5)
        paper.fill(x: 100, y: 100, width: 0.6, height: 0.6)
        paper.fill(x: 5, y: 148, width: 200, height: 0.5, grey: 120)
        paper.fill(x: 0, y: 0, width: 3, height: 297)
        #expect(try paper.examined().blank == .suspected)
    }

    @Test func showThroughIsNoInk() throws {
        var paper = Paper()
        paper.write(lines: 30, grey: 200)
        // Paper spreads the light that goes through it.
        let result = try PageChecks.examine(grey: paper.image.smeared(reach: 1).smeared(reach: 1), facts: paper.facts)
        #expect(result.blank == .suspected)
        #expect(result.findings == [])
    }

    /// A crop of the margins once removed a page number and called the side blank.
    @Test(arguments: [(100.0, 286.0), (185.0, 8.0), (60.0, 150.0)]) func aShortNoteIsDoubtful(x: Double, y: Double) throws {
        var paper = Paper()
        for letter in 0..<3 { paper.fill(x: x + 3 * Double(letter), y: y, width: 1.5, height: 2.5) }
        #expect(try paper.examined().blank == .doubtful)
    }

    @Test func aPencilNoteIsDoubtful() throws {
        var paper = Paper()
        for letter in 0..<4 { paper.fill(x: 150 + 4 * Double(letter), y: 15, width: 1, height: 4, grey: 160) }
        #expect(try paper.examined().blank == .doubtful)
    }

    // MARK: Skew

    @Test func levelTextHasNoSkewFinding() throws {
        var paper = Paper()
        paper.write(lines: 30)
        let result = try paper.examined()
        #expect(result.findings == [])
        #expect(abs(try #require(result.skew)) < 0.2)
    }

    @Test func risingRowsMustBeTurnedClockwise() throws {
        var paper = Paper()
        paper.write(lines: 30, slope: tan(1.2 * .pi / 180))
        let result = try paper.examined()
        let finding = try #require(result.findings.first)
        #expect(finding.code == .skew)
        #expect(abs((finding.value ?? 0) - 1.2) < 0.2)
    }

    @Test func deskewMakesItLevel() throws {
        var paper = Paper()
        paper.write(lines: 30, slope: -tan(1.5 * .pi / 180))
        let image = try Image(paper.image.makePixels(), dpi: Paper.dpi)
        let angle = try #require(try paper.examined().skew)
        let level = try image.deskewed(degreesClockwise: angle).grey()
        let result = try PageChecks.examine(grey: level, facts: paper.facts)
        #expect(angle < -1)
        #expect(abs(try #require(result.skew)) < 0.2)
    }

    // MARK: Completeness

    @Test func fewerLinesThanAnnouncedIsCutShort() throws {
        let paper = Paper()
        let full = try PageChecks.examine(grey: paper.image, facts: paper.facts, expecting: PageExpectations(height: 3508))
        let short = try PageChecks.examine(grey: paper.image, facts: paper.facts, expecting: PageExpectations(height: 7016))
        #expect(full.findings == [])
        #expect(short.findings == [Finding(.cutShort, value: 0.5)])
    }

    /// A network driver gave GOOD for a truncated JPEG, its rest flat grey.
    @Test(arguments: [UInt8(128), 255, 0, 231]) func aFlatRestIsFound(grey: UInt8) throws {
        var paper = Paper()
        paper.write(lines: 10)
        paper.flatten(lowerShare: 0.4, grey: grey)
        let finding = try #require(try paper.examined().findings.first { $0.code == .flatRest })
        #expect(abs((finding.value ?? 0) - 0.4) < 0.01)
    }

    /// A scanner that cuts paper off to pure white leaves a flat foot on every half-written page.
    @Test func whiteWithoutGrainIsNoFlatRest() throws {
        var paper = Paper(paper: 255, grain: 0)
        paper.write(lines: 10)
        #expect(try paper.examined().findings == [])
    }

    @Test func lowResolution() throws {
        let paper = Paper()
        var facts = paper.facts
        facts.dpi = 150
        #expect(try PageChecks.examine(grey: paper.image, facts: facts).findings == [Finding(.lowResolution, value: 150)])
        (facts.width, facts.height, facts.dpi) = (1654, 2339, 200)
        #expect(try PageChecks.examine(grey: paper.image, facts: facts).findings == [])
    }

    @Test func strangeSizesDoNotFail() throws {
        let facts = ImageFacts(width: 0, height: 0, dpi: 0, mode: .gray, format: .png, byteCount: 0, sha256: "")
        for (width, height) in [(1, 1), (3, 2000), (2000, 3), (59, 61), (300, 300)] {
            for grey: UInt8 in [0, 255] {
                let image = try GreyImage(
                    width: width, height: height, pixels: [UInt8](repeating: grey, count: width * height))
                _ = try PageChecks.examine(grey: image, facts: facts)
            }
        }
    }

    // MARK: Fingerprint

    @Test func theSameSheetMovedALittleIsARepeat() throws {
        var first = Paper()
        first.write(lines: 22, from: 40)
        first.fill(x: 120, y: 200, width: 40, height: 12)
        var again = Paper(paper: 238, grain: 9)
        again.write(lines: 22, from: 41)
        again.fill(x: 120.5, y: 201, width: 40, height: 12)
        var other = Paper()
        other.write(lines: 25, from: 60)
        other.fill(x: 30, y: 20, width: 50, height: 12)
        let print = try #require(try first.examined().fingerprint)
        #expect(try print.isRepeat(of: #require(try again.examined().fingerprint)))
        #expect(try !print.isRepeat(of: #require(try other.examined().fingerprint)))
    }

    @Test func blankSidesHaveNoFingerprint() throws {
        #expect(try Paper().examined().fingerprint == nil)
    }
}
