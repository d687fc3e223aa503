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
            mode: type == 0 ? (bits == 1 ? .lineart : .gray) : (type == 4 ? .gray : .color),
            imageCount: 1, byteCount: view.count, channels: type == 0 || type == 4 ? 1 : 3)
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

    private static func density(_ view: ByteView) -> Int {
        var offset = signatureLength
        while let length = view.long(offset), !view.starts(with: Array("IDAT".utf8), at: offset + 4) {
            if view.starts(with: Array("pHYs".utf8), at: offset + 4) {
                // Pixels per metre when the unit is 1.
                guard let perMetre = view.long(offset + 8), view.byte(offset + 16) == 1 else { return 0 }
                return Int((Double(perMetre) * 0.0254).rounded())
            }
            offset += 12 + length
        }
        return 0
    }
}
