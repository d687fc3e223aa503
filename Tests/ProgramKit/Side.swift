import Codes
import Foundation
import Imaging
import Records

/// One side of paper with its number on it for machines: a strip of black and white squares along the top edge, which
/// survives JPEG. Below it lie dark bars like lines of words, different on every side.
public enum Side {
    public static let width = 400
    public static let height = 560
    private static let square = 24
    private static let bits = 14

    /// A grey JPEG of 100 dpi.
    public static func draw(_ number: Int) throws -> Data { try draw(number, as: .jpeg) }

    /// The same as a PNG.
    public static func png(_ number: Int) throws -> Data { try draw(number, as: .png) }

    private static func draw(_ number: Int, as format: ImageFormat) throws -> Data {
        try pixels(number).withUnsafeBytes {
            try Image(rows: $0, width: width, height: height, bytesPerLine: width, dpi: 100, mode: .gray).encoded(as: format)
        }
    }

    /// Grey values, row by row.
    static func pixels(_ number: Int) -> [UInt8] {
        var pixels = [UInt8](repeating: 240, count: width * height)
        func fill(x: Int, y: Int, width: Int, height: Int) {
            for row in y..<y + height {
                for column in x..<x + width { pixels[row * Side.width + column] = 20 }
            }
        }
        // A black square first, so that an empty page is no number.
        fill(x: 8, y: 8, width: square, height: square)
        for bit in 0..<bits where number >> bit & 1 == 1 { fill(x: 8 + (bit + 1) * square, y: 8, width: square, height: square) }
        var random = Random(seed: UInt64(number))
        for line in 0..<22 {
            var x = 20 + random.below(60)
            while x < width - 80 {
                let length = 10 + random.below(60)
                fill(x: x, y: 60 + line * 22, width: length, height: 9 + random.below(5))
                x += length + 8 + random.below(40)
            }
        }
        return pixels
    }

    /// A grey JPEG of an A4 page of 200 dpi in which the checks find nothing: rows of letters in words, another page for each
    /// number; or paper with nothing on it.
    public static func flawless(_ number: Int, isBlank: Bool = false) throws -> Data {
        let (width, height) = (1654, 2339)
        var random = Random(seed: UInt64(number))
        // A prime length: the grain repeats, but never in the same column of the next row.
        let grain = (0..<9_973).map { _ in UInt8(230 + random.below(9)) }
        var pixels = (0..<width * height).map { grain[$0 % grain.count] }
        var columns = 0..<66
        for line in 0..<(isBlank ? 0 : 30) {
            // Paragraphs differ in place and length, or two pages look alike from afar.
            if line % 4 == 0 { columns = random.below(33)..<(34 + random.below(33)) }
            for letter in columns where random.below(6) != 0 {
                for row in 0..<19 {
                    let start = (236 + 55 * line + row) * width + 197 + 19 * letter
                    pixels.replaceSubrange(start..<start + 12, with: repeatElement(30, count: 12))
                }
            }
        }
        return try pixels.withUnsafeBytes {
            try Image(rows: $0, width: width, height: height, bytesPerLine: width, dpi: 200, mode: .gray).encoded(as: .jpeg)
        }
    }

    /// A side with nothing on it but the grain of the paper.
    public static func blank() throws -> Data {
        var random = Random(seed: 99)
        let pixels = (0..<(width * height)).map { _ in UInt8(236 + random.below(8)) }
        return try pixels.withUnsafeBytes {
            try Image(rows: $0, width: width, height: height, bytesPerLine: width, dpi: 100, mode: .gray).encoded(as: .jpeg)
        }
    }

    /// White paper with this QR code in the middle.
    public static func code(_ text: String) throws -> Data {
        let code = try QRCode(text)
        let module = 6
        let (left, top) = ((width - code.size * module) / 2, (height - code.size * module) / 2)
        let pixels = (0..<(width * height)).map { place -> UInt8 in
            let (row, column) = (place / width - top, place % width - left)
            let isOnCode = row >= 0 && column >= 0 && row / module < code.size && column / module < code.size
            return isOnCode && code[row / module, column / module] ? 20 : 240
        }
        return try pixels.withUnsafeBytes {
            try Image(rows: $0, width: width, height: height, bytesPerLine: width, dpi: 100, mode: .gray).encoded(as: .jpeg)
        }
    }

    /// The number on a stored page; nil when the file is no whole image of one.
    public static func number(ofFile path: String) -> Int? {
        guard let image = try? Image.decode(path: path), let grey = try? image.grey(), grey.width == width, grey.height == height
        else { return nil }
        func isBlack(_ place: Int) -> Bool { grey.pixels[(8 + square / 2) * width + 8 + place * square + square / 2] < 128 }
        guard isBlack(0) else { return nil }
        return (0..<bits).reduce(0) { $0 | (isBlack($1 + 1) ? 1 << $1 : 0) }
    }
}

/// Reproducible numbers (SplitMix64).
public struct Random: RandomNumberGenerator {
    private var state: UInt64

    public init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1 }

    public mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }

    public mutating func below(_ limit: Int) -> Int { Int.random(in: 0..<max(1, limit), using: &self) }
}
