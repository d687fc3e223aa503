import Foundation
import Records

/// Walks the chunks of a PNG file (W3C PNG, section 5).
enum PNGHeader {
    private static let signatureLength = 8

    static func read(_ view: ByteView) throws(ImagingError) -> ImageHeader {
        guard let width = view.long(16), let height = view.long(20), let bits = view.byte(24), let type = view.byte(25)
        else { throw .truncated }
        guard view.starts(with: Array("IHDR".utf8), at: 12) else { throw .damaged }
        return ImageHeader(
            format: .png, width: width, height: height, dpi: density(view),
            mode: mode(type: type, bits: bits, isTransparent: hasTransparency(view)),
            imageCount: 1, byteCount: view.count, channels: type == 0 ? 1 : 3)
    }

    private static func mode(type: Int, bits: Int, isTransparent: Bool) -> ColorMode {
        guard type == 0, !isTransparent else { return .color }
        return bits == 1 ? .lineart : .gray
    }

    /// Whether every chunk up to `IEND` is there.
    static func hasEnd(_ view: ByteView) -> Bool {
        var offset = signatureLength
        while let length = view.long(offset) {
            if view.starts(with: Array("IEND".utf8), at: offset + 4) { return offset + 12 <= view.count }
            offset += 12 + length
        }
        return false
    }

    /// Whether a transparency chunk stands before the pixels, or the pixels carry one themselves.
    static func hasTransparency(_ view: ByteView) -> Bool {
        if view.byte(25) == 4 || view.byte(25) == 6 { return true }
        return chunk("tRNS", in: view) != nil
    }

    private static func density(_ view: ByteView) -> Int {
        // Pixels per metre when the unit is 1.
        guard let chunk = chunk("pHYs", in: view), let perMetre = view.long(chunk), view.byte(chunk + 8) == 1 else {
            return 0
        }
        return Int((Double(perMetre) * 0.0254).rounded())
    }

    /// Where the content of a chunk begins that stands before the pixels.
    private static func chunk(_ name: String, in view: ByteView) -> Int? {
        var offset = signatureLength
        while let length = view.long(offset), !view.starts(with: Array("IDAT".utf8), at: offset + 4) {
            if view.starts(with: Array(name.utf8), at: offset + 4) { return offset + 8 }
            offset += 12 + length
        }
        return nil
    }
}
