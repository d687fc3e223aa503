import CLeptonica
import Foundation
import Records

/// A grey image as plain values, such as the small copy of a page that is made once at capture.
public struct GreyImage: Sendable, Hashable, Codable {
    /// Pixels.
    public let width: Int
    public let height: Int
    /// Row by row from the top left, one byte a pixel, no padding; 0 is black, 255 white.
    public let pixels: [UInt8]

    /// - Throws: `impossibleSize` when there are not `width × height` pixels.
    public init(width: Int, height: Int, pixels: [UInt8]) throws(ImagingError) {
        guard width >= 0, height >= 0, pixels.count == width * height else {
            throw .impossibleSize(width: width, height: height)
        }
        (self.width, self.height, self.pixels) = (width, height, pixels)
    }

    /// Whole rows of a width.
    init(width: Int, rows: [UInt8]) {
        (self.width, height, pixels) = (width, width > 0 ? rows.count / width : 0, rows)
    }

    /// The copy reduced once more, each pixel the average of `factor × factor`.
    public func reduced(by factor: Int) -> GreyImage {
        guard factor > 1, width > 0 else { return self }
        var accumulator = GreyAccumulator(width: width, mode: .gray, factor: factor, expectedHeight: height)
        pixels.withUnsafeBytes { accumulator.add($0) }
        return accumulator.finish()
    }

    init(_ grey: Pixels) throws(ImagingError) {
        (width, height) = (grey.width, grey.height)
        let bytes = try grey.made { pixEndianByteSwapNew($0) }
        let (width, height, stride) = (width, height, bytes.bytesPerLine)
        pixels = [UInt8](unsafeUninitializedCapacity: width * height) { buffer, count in
            guard let target = buffer.baseAddress else { return }
            bytes.withWords { words in
                for y in 0..<height { memcpy(target + y * width, words + y * stride, width) }
            }
            count = width * height
        }
    }

    /// The grey values of a JPEG file without decoding its colours, or of any other file.
    ///
    /// - Parameter reduction: see `Image.decode`.
    public static func decode(
        _ data: Data, limits: DecodeLimits = .standard, reduction: Int = 1
    ) throws(ImagingError) -> GreyImage {
        let header = try ImageHeader.read(data)
        guard header.format == .jpeg, header.channels != 4 else {
            return try Image.decode(data, limits: limits, reduction: reduction).grey()
        }
        try limits.check(header)
        return try JPEGCodec.decodeGrey(data, header: header, reduction: reduction)
    }

    /// As a JPEG file.
    public func encoded(jpegQuality: Int = 75, dpi: Int = 0) throws(ImagingError) -> Data {
        try JPEGCodec.encode(self, dpi: dpi, quality: jpegQuality)
    }

    func makePixels() throws(ImagingError) -> Pixels {
        let result = try Pixels(width: width, height: height, mode: .gray)
        let stride = result.bytesPerLine
        pixels.withUnsafeBytes { source in
            guard let base = source.baseAddress else { return }
            result.withWords { words in
                for y in 0..<height { memcpy(words + y * stride, base + y * width, width) }
            }
        }
        result.swapBytes()
        return result
    }
}
