import Records
import Testing

@testable import Scanning

/// Bytes of frames no simulated device sends.
@Suite struct FrameTests {
    private func decode(_ frame: Frame, _ line: [UInt8]) -> [UInt8] {
        var decoded = [UInt8](repeating: 99, count: frame.decodedBytesPerLine)
        line.withUnsafeBytes { source in
            decoded.withUnsafeMutableBytes { target in
                guard let source = source.baseAddress, let target = target.baseAddress else { return }
                frame.decode(source, to: target)
            }
        }
        return decoded
    }

    private func frame(_ kind: Frame.Kind, depth: Int, width: Int, padding: Int = 0, isLast: Bool = true) -> Frame {
        var frame = Frame(kind: kind, depth: depth, width: width, bytesPerLine: 0, lines: nil, isLast: isLast)
        frame.bytesPerLine = frame.neededBytesPerLine + padding
        return frame
    }

    @Test func oneBitColourTakesTurnsByTheByte() {
        // 9 pixels: red is set in the first, green in the second, blue in the ninth.
        let line: [UInt8] = [0x80, 0x40, 0, 0, 0, 0x80]
        var expected = [UInt8](repeating: 0, count: 27)
        expected[0] = 255
        expected[4] = 255
        expected[26] = 255
        #expect(decode(frame(.rgb, depth: 1, width: 9), line) == expected)
    }

    @Test func oneBitGreyStaysBits() {
        let frame = frame(.gray, depth: 1, width: 9, padding: 2)
        #expect(frame.mode == .lineart)
        #expect(decode(frame, [0xA5, 0x80, 1, 2]) == [0xA5, 0x80])
    }

    @Test func sixteenBitsKeepTheUpperHalf() {
        let samples: [UInt16] = [0x1234, 0xFF00, 0x00FF]
        let line = samples.withUnsafeBytes { Array($0) }
        #expect(decode(frame(.rgb, depth: 16, width: 1), line) == [0x12, 0xFF, 0x00])
    }

    /// Reads until the source has nothing left, in pieces of this size.
    private func read(_ bytes: [UInt8], piece: Int, reader: inout FrameReader, page: PageBuffer) {
        var rest = bytes[...]
        while !rest.isEmpty {
            _ = reader.read(into: page) { buffer -> (count: Int, status: Bool) in
                let now = rest.prefix(min(piece, buffer.count))
                buffer.copyBytes(from: now)
                rest = rest.dropFirst(now.count)
                return (now.count, true)
            }
        }
    }

    @Test(arguments: [1, 2, 3, 4, 5, 7, 100])
    func piecesThatDoNotRespectLinesMakeLines(piece: Int) throws {
        // Two pixels and two bytes of padding a line; the last line is incomplete.
        let bytes: [UInt8] = [1, 2, 0, 0, 3, 4, 0, 0, 5, 6, 0]
        var reader = FrameReader(frame(.gray, depth: 8, width: 2, padding: 2))
        let page = try #require(PageBuffer(format: PageFormat(width: 2, height: nil, mode: .gray, dpi: 0)))
        read(bytes, piece: piece, reader: &reader, page: page)
        #expect(Array(page.rows()) == [1, 2, 3, 4])
        #expect(reader.byteCount == 11)
    }

    @Test func aPassThatIsTooShortCutsThePage() throws {
        let page = try #require(PageBuffer(format: PageFormat(width: 1, height: 3, mode: .color, dpi: 0)))
        var reader = FrameReader(frame(.plane(1), depth: 8, width: 1, isLast: false))
        read([10, 11, 12], piece: 2, reader: &reader, page: page)
        reader.beginPass(frame(.plane(0), depth: 8, width: 1, isLast: false))
        read([20, 21], piece: 2, reader: &reader, page: page)
        reader.beginPass(frame(.plane(2), depth: 8, width: 1))
        read([30, 31, 32], piece: 2, reader: &reader, page: page)
        #expect(Array(page.rows()) == [20, 10, 30, 21, 11, 31])
        #expect(page.missingShare == 1.0 / 3)
    }

    @Test func aPageOfUnknownLengthGrows() throws {
        let page = try #require(PageBuffer(format: PageFormat(width: 8, height: nil, mode: .lineart, dpi: 0)))
        var reader = FrameReader(frame(.gray, depth: 1, width: 8))
        read([UInt8](repeating: 7, count: 5000), piece: 999, reader: &reader, page: page)
        #expect(page.rowCount == 5000)
        #expect(page.rows().allSatisfy { $0 == 7 })
        #expect(page.missingShare == nil)
    }

    @Test func aPageBeyondAllMeasureIsRefused() {
        #expect(PageBuffer(format: PageFormat(width: 1 << 19, height: 1 << 20, mode: .color, dpi: 0)) == nil)
        #expect(PageBuffer(format: PageFormat(width: 0, height: 1, mode: .gray, dpi: 0)) == nil)
    }
}
