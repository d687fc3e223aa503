import CLeptonica
import Foundation
import Records

extension Image {
    /// The bytes of a file of this image, its resolution recorded when it is known.
    ///
    /// JPEG without chroma subsampling, grey JPEG for grey and for one bit; PNG; TIFF with Group 4 compression for one
    /// bit and LZW else.
    ///
    /// - Parameter jpegQuality: 1…100; only for JPEG.
    public func encoded(as format: ImageFormat, jpegQuality: Int = 92) throws(ImagingError) -> Data {
        switch format {
        case .jpeg: try JPEGCodec.encode(pixels, dpi: dpi, quality: jpegQuality)
        case .png: try written(as: Int32(IFF_PNG), name: "PNG")
        case .tiff: try written(as: Int32(mode == .lineart ? IFF_TIFF_G4 : IFF_TIFF_LZW), name: "TIFF")
        }
    }

    private func written(as format: Int32, name: String) throws(ImagingError) -> Data {
        // The default level takes three times as long for a file an eighth smaller.
        _ = pixels.with { pixSetZlibCompression($0, 2) }
        var bytes: UnsafeMutablePointer<UInt8>?
        var size = 0
        let status = pixels.with { pixWriteMem(&bytes, &size, $0, format) }
        defer { lept_free(bytes) }
        guard status == 0, let bytes, size > 0 else { throw .cannotEncode(name) }
        return Data(bytes: bytes, count: size)
    }
}
