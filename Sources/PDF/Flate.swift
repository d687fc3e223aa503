import CZlib

/// zlib, as PDF's FlateDecode filter wants it.
enum Flate {
    static func deflate(_ bytes: [UInt8]) throws(PDFError) -> [UInt8] {
        var size = compressBound(UInt(bytes.count))
        var result = [UInt8](repeating: 0, count: Int(size))
        guard compress2(&result, &size, bytes, UInt(bytes.count), 6) == Z_OK else { throw .compressionFailed }
        result.removeLast(result.count - Int(size))
        return result
    }

    /// CRC-32 as PNG and zlib define it.
    static func crc32(_ bytes: some Sequence<UInt8>) -> UInt32 {
        let crc = bytes.withContiguousStorageIfAvailable { UInt32(crc32_z(0, $0.baseAddress, $0.count)) }
        return crc ?? crc32(Array(bytes))
    }
}
