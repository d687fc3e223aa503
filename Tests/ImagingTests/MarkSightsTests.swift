import Records
import Testing

@testable import Imaging

/// Looking for marks of secrecy on images of any size. What is found on pages is measured (Sources/Scripts/bench secrecy).
@Suite struct MarkSightsTests {
    /// Every place with ink is looked at twice more, those at the edges too.
    @Test(arguments: [(560, 800, 72), (560, 800, 80), (90, 2000, 72), (827, 1169, 100), (2480, 700, 300), (3, 3, 80), (1, 1, 300)])
    func anySizeIsLookedAt(width: Int, height: Int, dpi: Int) throws {
        var (seed, pixels) = (UInt64(7), [UInt8](repeating: 250, count: width * height))
        for index in pixels.indices {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            if seed >> 61 == 0 { pixels[index] = 20 }
        }
        let page = try GreyImage(width: width, height: height, pixels: pixels)
        let found = (try? MarkSights(on: page, dpi: dpi, least: 0))?.found ?? []
        #expect(found.allSatisfy { (0...1).contains($0.chance) })
        #expect(min(width, height) < 90 || !found.isEmpty, "nothing is too little to count here")
    }

    @Test func whitePaperShowsNothing() throws {
        let page = try GreyImage(width: 827, height: 1169, pixels: [UInt8](repeating: 255, count: 827 * 1169))
        #expect(try MarkSights(on: page, dpi: 100, least: 0).found.isEmpty)
    }
}
