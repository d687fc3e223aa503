import Records

/// The layout of the bytes a device delivers in one frame. A page has one frame, or three of one colour each.
struct Frame: Equatable {
    enum Kind: Equatable {
        case gray
        case rgb
        /// One colour of three: 0 red, 1 green, 2 blue.
        case plane(Int)
    }

    var kind: Kind
    /// Bits of a sample: 1, 8 or 16.
    var depth: Int
    /// Pixels.
    var width: Int
    /// With padding.
    var bytesPerLine: Int
    /// Nil when the device does not know.
    var lines: Int?
    var isLast: Bool

    /// Of the page it makes.
    var mode: ColorMode {
        switch kind {
        case .gray: depth == 1 ? .lineart : .gray
        case .rgb, .plane: .color
        }
    }

    /// Without padding.
    var neededBytesPerLine: Int {
        let samples = kind == .rgb ? 3 : 1
        return depth == 1 ? (width + 7) / 8 * samples : width * samples * depth / 8
    }

    /// Bytes of a line once it is decoded.
    var decodedBytesPerLine: Int { kind == .gray || kind == .rgb ? mode.bytesPerLine(width: width) : width }

    /// Turns a line into the form a page keeps: 8 bits a sample, or one bit for grey of one bit; no padding.
    ///
    /// - Parameters:
    ///   - line: `bytesPerLine` bytes.
    ///   - target: room for `decodedBytesPerLine` bytes.
    func decode(_ line: UnsafeRawPointer, to target: UnsafeMutableRawPointer) {
        switch (depth, kind) {
        case (16, _):
            // The machine's byte order; the upper half is what 8 bits would have been.
            for index in 0..<decodedBytesPerLine {
                let sample = line.loadUnaligned(fromByteOffset: 2 * index, as: UInt16.self)
                target.storeBytes(of: UInt8(sample >> 8), toByteOffset: index, as: UInt8.self)
            }
        case (1, .rgb):
            // A byte holds 8 pixels of one colour; red, green and blue take turns by the byte. 1 is full intensity.
            for index in 0..<3 * width {
                let (x, color) = (index / 3, index % 3)
                let byte = line.load(fromByteOffset: x / 8 * 3 + color, as: UInt8.self)
                target.storeBytes(of: byte << UInt8(x % 8) & 0x80 == 0 ? 0 : 255, toByteOffset: index, as: UInt8.self)
            }
        case (1, .plane):
            for x in 0..<width {
                let byte = line.load(fromByteOffset: x / 8, as: UInt8.self)
                target.storeBytes(of: byte << UInt8(x % 8) & 0x80 == 0 ? 0 : 255, toByteOffset: x, as: UInt8.self)
            }
        default:
            target.copyMemory(from: line, byteCount: decodedBytesPerLine)
        }
    }
}
