import CLeptonica
import Foundation
import Records

extension Image {
    /// The image of a file.
    public static func decode(path: String, limits: DecodeLimits = .standard) throws(ImagingError) -> Image {
        try decode(FileBytes.all(of: path), limits: limits)
    }

    /// The image of a file that is in memory. What its first bytes say counts, not a name.
    ///
    /// - Parameters:
    ///   - reduction: 1, 2, 4 or 8: decodes a JPEG that many times smaller each way, in a fraction of the time.
    ///     Other formats are scaled afterwards.
    ///   - page: the image of a TIFF file of several, from 1.
    /// - Throws: `truncated` also for a JPEG that decoders would fill up with grey; `tooLarge` before decoding.
    public static func decode(
        _ data: Data, limits: DecodeLimits = .standard, reduction: Int = 1, page: Int = 1
    ) throws(ImagingError) -> Image {
        let header = try ImageHeader.read(data, page: page)
        try limits.check(header)
        Leptonica.quieten()
        switch header.format {
        case .jpeg:
            return Image(try JPEGCodec.decode(data, header: header, reduction: reduction), dpi: header.dpi / reduction)
        case .png:
            return try Image(PNGCodec.decode(data, header: header), dpi: header.dpi).reduced(by: reduction)
        case .tiff:
            return try Image(readTIFF(data, page: page), dpi: header.dpi).reduced(by: reduction)
        }
    }

    private static func readTIFF(_ data: Data, page: Int) throws(ImagingError) -> Pixels {
        let pix = data.withUnsafeBytes { bytes in
            pixReadMemTiff(bytes.bindMemory(to: UInt8.self).baseAddress, bytes.count, Int32(page - 1))
        }
        guard let pix else { throw .damaged }
        return try Pixels(owning: pix).normalised()
    }

    private func reduced(by reduction: Int) throws(ImagingError) -> Image {
        guard reduction > 1 else { return self }
        let factor = 1 / Float(reduction)
        return Image(try pixels.made { pixScale($0, factor, factor) }, dpi: dpi / reduction)
    }
}
