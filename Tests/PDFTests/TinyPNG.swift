@testable import PDF

/// A small RGB PNG, its rows filtered with "up".
enum TinyPNG {
    static func samples(width: Int, height: Int) -> [UInt8] {
        (0..<3 * width * height).map { UInt8(truncatingIfNeeded: $0 * 7) }
    }

    /// - Parameters:
    ///   - colourType, interlace: as in the header, to make files that must be refused.
    static func rgb(width: Int, height: Int, colourType: UInt8 = 2, interlace: UInt8 = 0, extra: [UInt8] = []) throws -> [UInt8] {
        let samples = samples(width: width, height: height)
        var filtered: [UInt8] = []
        for row in 0..<height {
            filtered.append(2)
            for column in 0..<3 * width {
                let index = row * 3 * width + column
                filtered.append(samples[index] &- (row > 0 ? samples[index - 3 * width] : 0))
            }
        }
        let header = number(width) + number(height) + [8, colourType, 0, 0, interlace]
        let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]
        return signature + chunk("IHDR", header) + extra + chunk("IDAT", try Flate.deflate(filtered)) + chunk("IEND", [])
    }

    static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        let body = Array(name.utf8) + content
        return number(content.count) + body + number(Int(Flate.crc32(body)))
    }

    private static func number(_ value: Int) -> [UInt8] {
        [UInt8(value >> 24 & 255), UInt8(value >> 16 & 255), UInt8(value >> 8 & 255), UInt8(value & 255)]
    }
}
