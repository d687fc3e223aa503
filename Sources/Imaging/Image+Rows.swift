import CLeptonica
import Foundation
import Records

extension Image {
    /// Copies rows out the way a scanner delivers them: RGB in 3 bytes, grey in one, or 8 pixels in a byte with the
    /// highest bit leftmost and 1 black; unpadded.
    ///
    /// - Parameters:
    ///   - rows: which; those beyond the image are left away.
    ///   - target: has room for all of them.
    public func copyRows(_ rows: Range<Int>, to target: UnsafeMutableRawBufferPointer) {
        let rows = rows.clamped(to: 0..<height)
        let length = mode.bytesPerLine(width: width)
        guard let base = target.baseAddress, target.count >= rows.count * length else { return }
        let stride = pixels.bytesPerLine
        pixels.withWords { words in
            for y in rows {
                let source = words + y * stride
                let line = base + (y - rows.lowerBound) * length
                if mode == .color {
                    Self.narrow(source, to: line, count: width)
                } else {
                    Self.unpackWords(source, to: line, count: length)
                }
            }
        }
    }

    private static func narrow(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int) {
        let words = source.assumingMemoryBound(to: UInt32.self)
        let bytes = target.assumingMemoryBound(to: UInt8.self)
        for x in 0..<count {
            let word = words[x]
            bytes[3 &* x] = UInt8(truncatingIfNeeded: word >> 24)
            bytes[3 &* x &+ 1] = UInt8(truncatingIfNeeded: word >> 16)
            bytes[3 &* x &+ 2] = UInt8(truncatingIfNeeded: word >> 8)
        }
    }

    /// Leptonica keeps bytes in the order of their place in a 32-bit word, highest first.
    private static func unpackWords(_ source: UnsafeRawPointer, to target: UnsafeMutableRawPointer, count: Int) {
        let words = source.assumingMemoryBound(to: UInt32.self)
        let bytes = target.assumingMemoryBound(to: UInt8.self)
        for index in 0..<count {
            bytes[index] = UInt8(truncatingIfNeeded: words[index >> 2] >> UInt32(24 - 8 * (index & 3)))
        }
    }
}
