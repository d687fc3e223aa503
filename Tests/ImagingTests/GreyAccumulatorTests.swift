import Foundation
import Records
import Testing

@testable import Imaging

@Suite struct GreyAccumulatorTests {
    @Test func averagesBlocks() {
        var accumulator = GreyAccumulator(width: 4, mode: .gray, factor: 2)
        [0, 100, 200, 200, 100, 200, 200, 201].withBytes { accumulator.add($0) }
        #expect(accumulator.finish().pixels == [100, 200])
    }

    @Test func whiteStaysWhiteAndBlackStaysBlack() {
        for mode in ColorMode.allCases {
            for (byte, grey) in [(UInt8(0), UInt8(0)), (255, 255)] {
                var accumulator = GreyAccumulator(width: 301, mode: mode, factor: 3)
                [UInt8](repeating: byte, count: mode.bytesPerLine(width: 301) * 10).withBytes { accumulator.add($0) }
                let copy = accumulator.finish()
                #expect(Samples.list(copy.width, copy.height) == [101, 4])
                // One is black in line art.
                #expect(Set(copy.pixels) == [mode == .lineart ? 255 - grey : grey])
            }
        }
    }

    @Test func bandsMakeUpTheWholeHoweverTheLinesArrive() throws {
        let rows = Samples.colorRows(width: 50, height: 41)
        var whole = GreyAccumulator(width: 50, mode: .color, factor: 4)
        rows.withBytes { whole.add($0) }
        var pieces = GreyAccumulator(width: 50, mode: .color, factor: 4)
        var pixels: [UInt8] = []
        for line in stride(from: 0, to: 41, by: 3) {
            Array(rows[(150 * line)..<(150 * min(41, line + 3))]).withBytes { pieces.add($0) }
            if let band = pieces.takeNewRows() {
                #expect(band.firstRow * band.width == pixels.count)
                pixels += band.pixels
            }
        }
        let copy = pieces.finish()
        if let band = pieces.takeNewRows() { pixels += band.pixels }
        #expect(copy == whole.finish())
        #expect(copy.pixels == pixels)
        #expect(copy.height == 11)
    }

    @Test func agreesWithTheAreaMapOfTheWholeImage() throws {
        var accumulator = GreyAccumulator(width: 64, mode: .color, factor: 2)
        Samples.colorRows(width: 64, height: 48).withBytes { accumulator.add($0) }
        let copy = accumulator.finish()
        let reference = try Samples.color(width: 64, height: 48).grey(longestSide: 32)
        for (mine, theirs) in zip(copy.pixels, reference.pixels) { #expect(abs(Int(mine) - Int(theirs)) <= 3) }
    }

    @Test func factorNeverGoesBelowTheTarget() {
        #expect([200, 300, 400, 600, 75, 0].map { GreyAccumulator.factor(dpi: $0, target: 150) } == [1, 2, 2, 4, 1, 1])
    }
}

extension [UInt8] {
    func withBytes(_ body: (UnsafeRawBufferPointer) -> Void) { withUnsafeBytes(body) }
}
