import CLeptonica
import Foundation
import Records

/// A decoded image in memory. Values go in and out; every change makes a new image.
///
///     let image = try Image.decode(path: "page.jpg")
///     let upright = try image.turned(quarterTurnsClockwise: 1)
///     let data = try upright.encoded(as: .jpeg, jpegQuality: 92)
///
/// Not `Sendable`: it stays with the task that made it. An A4 page in colour at 300 dpi takes 35 MB.
public final class Image {
    let pixels: Pixels

    /// Dots per inch, both ways; 0 when unknown.
    public let dpi: Int

    init(_ pixels: Pixels, dpi: Int) {
        self.pixels = pixels
        self.dpi = max(0, dpi)
        pixels.setResolution(self.dpi)
    }

    /// Pixels.
    public var width: Int { pixels.width }
    public var height: Int { pixels.height }
    public var mode: ColorMode { pixels.mode }

    /// An image from the rows a scanner delivers: RGB in 3 bytes, grey in one, or 8 pixels in a byte, the highest bit
    /// leftmost and 1 black.
    ///
    /// - Throws: `impossibleSize` when the rows are not all there.
    public init(
        rows: UnsafeRawBufferPointer, width: Int, height: Int, bytesPerLine: Int, dpi: Int, mode: ColorMode
    ) throws(ImagingError) {
        guard width > 0, height > 0, bytesPerLine >= mode.bytesPerLine(width: width),
            rows.count >= bytesPerLine * (height - 1) + mode.bytesPerLine(width: width), let base = rows.baseAddress
        else { throw .impossibleSize(width: width, height: height) }
        pixels = try Pixels(width: width, height: height, mode: mode)
        self.dpi = max(0, dpi)
        pixels.setResolution(self.dpi)
        let stride = pixels.bytesPerLine
        pixels.withWords { words in
            for y in 0..<height {
                let source = base + y * bytesPerLine
                let target = words + y * stride
                if mode == .color {
                    Self.widen(source, to: target, count: width)
                } else {
                    memcpy(target, source, mode.bytesPerLine(width: width))
                }
            }
        }
        if mode != .color { pixels.swapBytes() }
    }

    private static func widen(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int) {
        let bytes = source.assumingMemoryBound(to: UInt8.self)
        let words = target.assumingMemoryBound(to: UInt32.self)
        for x in 0..<count {
            words[x] = UInt32(bytes[3 * x]) << 24 | UInt32(bytes[3 * x + 1]) << 16 | UInt32(bytes[3 * x + 2]) << 8
        }
    }
}
