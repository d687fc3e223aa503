import Imaging
import Testing
@testable import Recognition

@Suite("The grain of blank paper")
struct PaperNoiseTests {
    /// Paper of shade 240 with grain of ±3 levels, the same on every run.
    private func paper(width: Int = 200, height: Int = 200, grain: Int = 3) -> [UInt8] {
        var state: UInt32 = 1
        return (0..<width * height).map { _ in
            state = state &* 1_664_525 &+ 1_013_904_223
            return UInt8(240 - grain + Int(state >> 16) % (2 * grain + 1))
        }
    }

    @Test("paper without ink becomes white")
    func blank() throws {
        let cleared = try PaperNoise.cleared(GreyImage(width: 200, height: 200, pixels: paper()))
        #expect(cleared.pixels.allSatisfy { $0 == 255 })
    }

    @Test("a faint short note stays on paper that becomes white")
    func note() throws {
        var pixels = paper()
        for x in 20..<24 { pixels[100 * 200 + x] = 190 }
        let cleared = try PaperNoise.cleared(GreyImage(width: 200, height: 200, pixels: pixels))
        #expect(cleared.pixels.filter { $0 == 190 }.count == 4)
        #expect(cleared.pixels.filter { $0 == 255 }.count == 200 * 200 - 4)
    }

    @Test("a page with text is not touched, nor one on a dark ground", arguments: [0.05, 0.6])
    func text(share: Double) throws {
        var pixels = paper()
        for index in 0..<Int(share * 40_000) { pixels[index] = 60 }
        let page = try GreyImage(width: 200, height: 200, pixels: pixels)
        #expect(try PaperNoise.cleared(page) == page)
    }

    @Test("a faint carbon copy is not touched")
    func carbonCopy() throws {
        var pixels = paper()
        for index in 0..<4000 { pixels[index * 9] = 215 }
        let page = try GreyImage(width: 200, height: 200, pixels: pixels)
        #expect(try PaperNoise.cleared(page) == page)
    }

    @Test("one shade only", arguments: [UInt8(0), 128, 255])
    func plain(shade: UInt8) throws {
        let page = try GreyImage(width: 10, height: 10, pixels: Array(repeating: shade, count: 100))
        #expect(Histogram(page).median == Int(shade))
        _ = try PaperNoise.cleared(page)
    }
}
