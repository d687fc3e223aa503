import CLeptonica
import Records

typealias PixPointer = UnsafeMutablePointer<Pix>

/// Owns one Leptonica image and frees it: 1 bit (1 is black), 8 bit grey or 32 bit colour; see `normalised`.
final class Pixels {
    private let pointer: PixPointer

    /// Takes over the image; nil when a call of the library failed, which it does only for want of memory.
    init(owning pointer: PixPointer?) throws(ImagingError) {
        guard let pointer else { throw .outOfMemory }
        self.pointer = pointer
    }

    convenience init(width: Int, height: Int, mode: ColorMode) throws(ImagingError) {
        Leptonica.quieten()
        guard (1...Leptonica.longestSide).contains(width), (1...Leptonica.longestSide).contains(height) else {
            throw .impossibleSize(width: width, height: height)
        }
        try self.init(owning: pixCreateNoInit(Int32(width), Int32(height), mode.depth))
    }

    deinit {
        var pointer: PixPointer? = pointer
        pixDestroy(&pointer)
    }

    var width: Int { Int(pixGetWidth(pointer)) }
    var height: Int { Int(pixGetHeight(pointer)) }
    var bytesPerLine: Int { Int(pixGetWpl(pointer)) * 4 }

    var mode: ColorMode {
        switch pixGetDepth(pointer) {
        case 1: .lineart
        case 8: .gray
        default: .color
        }
    }

    /// Calls the library with the image. The pointer must not leave the block: the image may be freed after it.
    func with<R>(_ body: (PixPointer) -> R) -> R {
        withExtendedLifetime(self) { body(pointer) }
    }

    /// What a call of the library makes of this image.
    func made(_ body: (PixPointer) -> PixPointer?) throws(ImagingError) -> Pixels {
        try Pixels(owning: with(body))
    }

    /// Calls with the rows: 32-bit words whose highest bits are the leftmost pixels.
    func withWords<R>(_ body: (UnsafeMutableRawPointer) -> R) -> R {
        withExtendedLifetime(self) { body(UnsafeMutableRawPointer(pixGetData(pointer))) }
    }

    func setResolution(_ dpi: Int) {
        pixSetResolution(pointer, Int32(clamping: dpi), Int32(clamping: dpi))
    }

    /// Between words as Leptonica keeps them and bytes in the order of the pixels; the same call both ways.
    func swapBytes() {
        pixEndianByteSwap(pointer)
    }

    /// The same image, brought to one of the three kinds this module knows.
    func normalised() throws(ImagingError) -> Pixels {
        if pixGetColormap(pointer) != nil {
            return try made { pixRemoveColormap($0, Int32(REMOVE_CMAP_BASED_ON_SRC)) }.normalised()
        }
        switch pixGetDepth(pointer) {
        case 1, 8: return self
        case 32 where pixGetSpp(pointer) == 4: return try blendedOnWhite()
        case 32: return self
        case 24: return try made { pixConvert24To32($0) }
        default: return try made { pixConvertTo8($0, 0) }
        }
    }

    /// Colour with its lowest byte as transparency, as it would print on white paper.
    func blendedOnWhite() throws(ImagingError) -> Pixels {
        pixSetSpp(pointer, 4)
        return try made { pixAlphaBlendUniform($0, Leptonica.white) }
    }

    /// One bit: black where the grey is below the middle.
    func thresholded() throws(ImagingError) -> Pixels {
        try made { pixThresholdToBinary($0, 128) }
    }

    /// 8-bit grey: this image or a copy. BT.601 weights, as in JPEG; Leptonica's own differ.
    func grey() throws(ImagingError) -> Pixels {
        switch mode {
        case .gray: return self
        case .lineart: return try made { pixConvert1To8(nil, $0, 255, 0) }
        case .color:
            let grey = try Pixels(width: width, height: height, mode: .gray)
            let (width, height, colorStride, greyStride) = (width, height, bytesPerLine, grey.bytesPerLine)
            withWords { colors in
                grey.withWords { greys in
                    for y in 0..<height {
                        Self.weigh(colors + y * colorStride, to: greys + y * greyStride, count: width)
                    }
                }
            }
            grey.swapBytes()
            return grey
        }
    }

    private static func weigh(_ colors: UnsafeMutableRawPointer, to greys: UnsafeMutableRawPointer, count: Int) {
        let colors = colors.assumingMemoryBound(to: UInt32.self)
        let greys = greys.assumingMemoryBound(to: UInt8.self)
        for x in 0..<count {
            let color = colors[x]
            let (red, green, blue) = (color >> 24, color >> 16 & 0xFF, color >> 8 & 0xFF)
            greys[x] = UInt8(truncatingIfNeeded: (77 &* red &+ 150 &* green &+ 29 &* blue &+ 128) >> 8)
        }
    }
}

enum Leptonica {
    /// As far as its sizes and strides are safe in 32-bit arithmetic.
    static let longestSide = 100_000
    static let white: UInt32 = 0xFFFF_FF00

    private static let silence: Void = { _ = setMsgSeverity(Int32(L_SEVERITY_NONE)) }()

    /// Its messages would land on standard error, which a full-screen program must keep clean.
    static func quieten() {
        _ = silence
    }
}

extension ColorMode {
    /// Bits of a pixel in Leptonica.
    var depth: Int32 {
        switch self {
        case .color: 32
        case .gray: 8
        case .lineart: 1
        }
    }

    /// Bytes a scanner delivers for a line of so many pixels.
    public func bytesPerLine(width: Int) -> Int {
        switch self {
        case .color: 3 * width
        case .gray: width
        case .lineart: (width + 7) / 8
        }
    }
}
