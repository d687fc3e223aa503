import Foundation
import Records

/// What a file says about its image, read without decoding a pixel.
public struct ImageHeader: Sendable, Hashable {
    public var format: ImageFormat
    /// Pixels.
    public var width: Int
    public var height: Int
    /// Dots per inch as the file records it; 0 when it does not.
    public var dpi: Int
    /// What the image is decoded to; a palette, a transparency or CMYK gives `.color`.
    public var mode: ColorMode
    /// How many images the file holds; more than one only for TIFF.
    public var imageCount: Int
    /// Of the whole file.
    public var byteCount: Int
    /// Samples a pixel has in the file: 1, 3, or 4 for CMYK.
    var channels: Int

    /// Enough for every header met in practice but some TIFF files, which keep theirs at the end.
    private static let prefixLength = 1 << 18

    /// The header of a file. Reads its beginning only, where the format allows.
    public static func read(path: String) throws(ImagingError) -> ImageHeader {
        let (prefix, size) = try FileBytes.prefix(of: path, length: prefixLength)
        if size > prefix.count {
            if var header = try? read(prefix), header.format != .tiff {
                header.byteCount = size
                return header
            }
            return try read(FileBytes.all(of: path))
        }
        return try read(prefix)
    }

    /// The header of a file that is in memory.
    ///
    /// - Parameter page: the image of a TIFF file of several, from 1.
    public static func read(_ data: Data, page: Int = 1) throws(ImagingError) -> ImageHeader {
        guard !data.isEmpty else { throw .empty }
        let view = ByteView(data)
        let header =
            switch try Signature.format(of: view) {
            case .jpeg: try JPEGHeader.read(view)
            case .png: try PNGHeader.read(view)
            case .tiff: try TIFFHeader.read(data, page: page)
            }
        guard header.width > 0, header.height > 0 else { throw .damaged }
        guard page >= 1, page <= header.imageCount else { throw .noSuchPage(number: page, of: header.imageCount) }
        return header
    }
}

/// How much a file may ask for before anything is decoded; against files made to exhaust the memory.
public struct DecodeLimits: Sendable, Hashable {
    /// Width × height of the image in the file, before any reduction.
    public var pixels: Int

    public init(pixels: Int) {
        self.pixels = pixels
    }

    /// 200 million pixels: an A2 map at 600 dpi passes.
    public static let standard = DecodeLimits(pixels: 200_000_000)

    func check(_ header: ImageHeader) throws(ImagingError) {
        let (area, overflow) = header.width.multipliedReportingOverflow(by: header.height)
        guard !overflow, area <= pixels else {
            throw .tooLarge(width: header.width, height: header.height, limit: pixels)
        }
    }
}

/// The first bytes tell the format, never the file's name.
enum Signature {
    private static let others: [([UInt8], String)] = [
        (Array("%PDF".utf8), "PDF"), (Array("GIF8".utf8), "GIF"), (Array("BM".utf8), "BMP"),
        (Array("RIFF".utf8), "WebP"), ([0, 0, 0, 0x0C, 0x6A, 0x50], "JPEG 2000"), ([0xFF, 0x4F, 0xFF, 0x51], "JPEG 2000"),
        ([0x49, 0x49, 0x2B, 0], "BigTIFF"), ([0x4D, 0x4D, 0, 0x2B], "BigTIFF"),
        ([0, 0, 0, 0x18, 0x66, 0x74, 0x79, 0x70], "HEIC"), ([0, 0, 0, 0x24, 0x66, 0x74, 0x79, 0x70], "HEIC"),
    ]

    static func format(of view: ByteView) throws(ImagingError) -> ImageFormat {
        if view.starts(with: [0xFF, 0xD8, 0xFF]) { return .jpeg }
        if view.starts(with: [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]) { return .png }
        if view.starts(with: [0x49, 0x49, 0x2A, 0]) || view.starts(with: [0x4D, 0x4D, 0, 0x2A]) { return .tiff }
        for (bytes, name) in others where view.starts(with: bytes) { throw .unsupported(name) }
        throw .notAnImage
    }
}
