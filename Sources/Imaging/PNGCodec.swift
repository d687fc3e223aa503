import CPNG
import Foundation
import Records

/// PNG through libpng's simplified interface: unlike Leptonica's reader it keeps its complaints about a bad file off
/// standard error, which a full-screen program must keep clean.
enum PNGCodec {
    /// Alpha first, then blue, green, red in memory: Leptonica's words on a little-endian machine.
    private static let colorFormat = UInt32(
        PNG_FORMAT_FLAG_COLOR | PNG_FORMAT_FLAG_ALPHA | PNG_FORMAT_FLAG_BGR | PNG_FORMAT_FLAG_AFIRST)

    /// Palettes and 16 bits a channel come as 8 bits, transparency on white paper.
    static func decode(_ data: Data, header: ImageHeader) throws(ImagingError) -> Pixels {
        guard PNGHeader.hasEnd(ByteView(data)) else { throw .truncated }
        let isColor = header.mode == .color
        let pixels = try Pixels(width: header.width, height: header.height, mode: isColor ? .color : .gray)
        let done = data.withUnsafeBytes { read($0, into: pixels, format: isColor ? colorFormat : 0) }
        guard done else { throw .damaged }
        if isColor {
            return PNGHeader.hasTransparency(ByteView(data)) ? try pixels.blendedOnWhite() : pixels
        }
        pixels.swapBytes()
        return header.mode == .lineart ? try pixels.thresholded() : pixels
    }

    private static func read(_ bytes: UnsafeRawBufferPointer, into pixels: Pixels, format: UInt32) -> Bool {
        var image = png_image()
        image.version = UInt32(PNG_IMAGE_VERSION)
        defer { png_image_free(&image) }
        guard png_image_begin_read_from_memory(&image, bytes.baseAddress, bytes.count) != 0,
            image.width == pixels.width, image.height == pixels.height
        else { return false }
        image.format = format
        // Without this, 16-bit samples would be taken for linear light.
        image.flags |= UInt32(PNG_IMAGE_FLAG_16BIT_sRGB)
        return pixels.withWords {
            png_image_finish_read(&image, nil, $0, Int32(pixels.bytesPerLine), nil) != 0
                && image.warning_or_error & UInt32(PNG_IMAGE_ERROR) == 0
        }
    }
}
