import CTurboJPEG
import Foundation
import Records

/// JPEG through libjpeg-turbo's TurboJPEG API: several times faster than Leptonica's way through its own pixel format,
/// reads at 1/2, 1/4 and 1/8 size, and tells warnings from success.
enum JPEGCodec {
    // MARK: Decode

    static func decode(_ data: Data, header: ImageHeader, reduction: Int) throws(ImagingError) -> Pixels {
        let (width, height) = try size(header, reduction: reduction)
        if header.channels == 4 { return try decodeCMYK(data, width: width, height: height) }
        let pixels = try Pixels(width: width, height: height, mode: header.mode)
        // Leptonica's words hold red in the highest byte: backwards in memory on a little-endian machine.
        let format = header.channels == 1 ? TJPF_GRAY : TJPF_XBGR
        try decompress(data, into: pixels, format: format)
        if format == TJPF_GRAY { pixels.swapBytes() }
        return pixels
    }

    static func decodeGrey(_ data: Data, header: ImageHeader, reduction: Int) throws(ImagingError) -> GreyImage {
        let (width, height) = try size(header, reduction: reduction)
        var bytes = [UInt8](repeating: 0, count: width * height)
        let result = bytes.withUnsafeMutableBytes { buffer -> Result<Void, ImagingError> in
            Result { () throws(ImagingError) in
                guard let base = buffer.baseAddress else { throw .damaged }
                try decompress(data, into: base, width: width, height: height, bytesPerLine: width, format: TJPF_GRAY)
            }
        }
        try result.get()
        return try GreyImage(width: width, height: height, pixels: bytes)
    }

    private static func size(_ header: ImageHeader, reduction: Int) throws(ImagingError) -> (width: Int, height: Int) {
        guard [1, 2, 4, 8].contains(reduction) else { throw .impossibleSize(width: header.width, height: header.height) }
        return ((header.width + reduction - 1) / reduction, (header.height + reduction - 1) / reduction)
    }

    /// Inks to light: Adobe's programs, which write nearly all such files, store them inverted.
    private static func decodeCMYK(_ data: Data, width: Int, height: Int) throws(ImagingError) -> Pixels {
        let pixels = try Pixels(width: width, height: height, mode: .color)
        try decompress(data, into: pixels, format: TJPF_CMYK)
        pixels.withWords { words in
            let words = words.assumingMemoryBound(to: UInt32.self)
            for index in 0..<(width * height) {
                let inks = words[index]
                let black = inks >> 24
                let light = { (shift: UInt32) in (inks >> shift & 0xFF) * black / 255 }
                words[index] = light(0) << 24 | light(8) << 16 | light(16) << 8
            }
        }
        return pixels
    }

    private static func decompress(_ data: Data, into pixels: Pixels, format: TJPF) throws(ImagingError) {
        try pixels.withWords { words in
            Result { () throws(ImagingError) in
                try decompress(
                    data, into: words, width: pixels.width, height: pixels.height, bytesPerLine: pixels.bytesPerLine,
                    format: format)
            }
        }.get()
    }

    private static func decompress(
        _ data: Data, into target: UnsafeMutableRawPointer, width: Int, height: Int, bytesPerLine: Int, format: TJPF
    ) throws(ImagingError) {
        guard let handle = tjInitDecompress() else { throw .outOfMemory }
        defer { tjDestroy(handle) }
        func complaint(flags: Int32) -> Complaint? {
            let status = data.withUnsafeBytes { source in
                tjDecompress2(
                    handle, source.bindMemory(to: UInt8.self).baseAddress, UInt(source.count),
                    target.assumingMemoryBound(to: UInt8.self), Int32(width), Int32(bytesPerLine), Int32(height),
                    Int32(format.rawValue), TJFLAG_ACCURATEDCT | TJFLAG_LIMITSCANS | flags)
            }
            return status == 0 ? nil : Complaint(of: handle)
        }
        let last = complaint(flags: 0)
        // The library fills up what is missing with grey and only warns.
        guard JPEGHeader.hasEnd(ByteView(data)) else { throw .truncated }
        guard let last else { return }
        // It tells the last warning only: what looks harmless may follow from damage before, so ask for the first too.
        guard last.isHarmless, complaint(flags: TJFLAG_STOPONWARNING)?.isHarmless == true else { throw .damaged }
    }

    /// What libjpeg said about a file.
    private struct Complaint {
        private let isWarning: Bool
        private let message: String

        init(of handle: tjhandle) {
            isWarning = tjGetErrorCode(handle) == Int32(TJERR_WARNING.rawValue)
            message = tjGetErrorStr2(handle).map { String(cString: $0) } ?? ""
        }

        /// Some scanners leave bytes over before a marker or write odd versions; every pixel is there all the same.
        var isHarmless: Bool {
            let harmless = ["extraneous bytes before marker", "unknown JFIF revision", "Unknown Adobe color transform"]
            return isWarning && harmless.contains { message.contains($0) }
        }
    }

    // MARK: Encode

    static func encode(_ pixels: Pixels, dpi: Int, quality: Int) throws(ImagingError) -> Data {
        if pixels.mode == .color {
            return try pixels.withWords { words in
                Result { () throws(ImagingError) in
                    try compress(
                        words, width: pixels.width, height: pixels.height, bytesPerLine: pixels.bytesPerLine,
                        format: TJPF_XBGR, dpi: dpi, quality: quality)
                }
            }.get()
        }
        return try encode(GreyImage(pixels.grey()), dpi: dpi, quality: quality)
    }

    static func encode(_ image: GreyImage, dpi: Int, quality: Int) throws(ImagingError) -> Data {
        let result = image.pixels.withUnsafeBytes { buffer -> Result<Data, ImagingError> in
            Result { () throws(ImagingError) in
                guard let base = buffer.baseAddress, !buffer.isEmpty else {
                    throw .impossibleSize(width: image.width, height: image.height)
                }
                return try compress(
                    base, width: image.width, height: image.height, bytesPerLine: image.width, format: TJPF_GRAY,
                    dpi: dpi, quality: quality)
            }
        }
        return try result.get()
    }

    static func compress(
        _ rows: UnsafeRawPointer, width: Int, height: Int, bytesPerLine: Int, format: TJPF, dpi: Int, quality: Int
    ) throws(ImagingError) -> Data {
        guard let handle = tjInitCompress() else { throw .outOfMemory }
        defer { tjDestroy(handle) }
        var bytes: UnsafeMutablePointer<UInt8>?
        var size: UInt = 0
        defer { tjFree(bytes) }
        let sampling = format == TJPF_GRAY ? TJSAMP_GRAY : TJSAMP_444
        let status = tjCompress2(
            handle, rows.assumingMemoryBound(to: UInt8.self), Int32(width), Int32(bytesPerLine), Int32(height),
            Int32(format.rawValue), &bytes, &size, Int32(sampling.rawValue), Int32(min(max(quality, 1), 100)),
            Int32(TJFLAG_ACCURATEDCT))
        guard status == 0, let bytes, size > 0 else { throw .cannotEncode("JPEG") }
        var data = Data(bytes: bytes, count: Int(size))
        recordDensity(dpi, in: &data)
        return data
    }

    /// TurboJPEG leaves the density of the JFIF segment, which it always writes first, at "no unit, 1 × 1".
    private static func recordDensity(_ dpi: Int, in data: inout Data) {
        guard (1...0xFFFF).contains(dpi), ByteView(data).starts(with: Array("JFIF\0".utf8), at: 6) else { return }
        let density = [UInt8(dpi >> 8), UInt8(dpi & 0xFF)]
        data.replaceSubrange(13..<18, with: [1] + density + density)
    }
}

extension Image {
    /// A JPEG file straight from the rows a scanner delivers, without an image in between: the capture path.
    ///
    /// The same file as `Image(rows:…).encoded(as: .jpeg)`. One-bit rows become grey.
    public static func encodedJPEG(
        rows: UnsafeRawBufferPointer, width: Int, height: Int, bytesPerLine: Int, dpi: Int, mode: ColorMode,
        quality: Int
    ) throws(ImagingError) -> Data {
        guard mode != .lineart else {
            return try Image(
                rows: rows, width: width, height: height, bytesPerLine: bytesPerLine, dpi: dpi, mode: mode
            ).encoded(as: .jpeg, jpegQuality: quality)
        }
        guard width > 0, height > 0, bytesPerLine >= mode.bytesPerLine(width: width),
            rows.count >= bytesPerLine * (height - 1) + mode.bytesPerLine(width: width), let base = rows.baseAddress
        else { throw .impossibleSize(width: width, height: height) }
        return try JPEGCodec.compress(
            base, width: width, height: height, bytesPerLine: bytesPerLine,
            format: mode == .color ? TJPF_RGB : TJPF_GRAY, dpi: dpi, quality: quality)
    }
}
