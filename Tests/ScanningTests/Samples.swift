import Foundation
import Imaging
import Records

/// Images made in code.
enum Samples {
    static let width = 90
    static let height = 120

    /// A grey page that can be told from the others by its tone.
    static func page(tone: UInt8, mode: ColorMode = .gray, dpi: Int = 100) throws -> Image {
        let line = mode.bytesPerLine(width: width)
        let rows = [UInt8](repeating: tone, count: line * height)
        return try rows.withUnsafeBytes {
            try Image(rows: $0, width: width, height: height, bytesPerLine: line, dpi: dpi, mode: mode)
        }
    }

    static func write(_ image: Image, as format: ImageFormat, to path: String) throws {
        try image.encoded(as: format).write(to: URL(fileURLWithPath: path))
    }

    /// A folder of grey pages `p1.png` … whose tones are 10, 20, ….
    static func feeder(_ count: Int, in folder: String) throws {
        for number in 1...count { try write(page(tone: tone(number)), as: .png, to: "\(folder)/p\(number).png") }
    }

    static func tone(_ number: Int) -> UInt8 { UInt8(number * 10) }

    /// The number of the page a file holds, from its tone; 0 for none.
    static func number(of page: String) throws -> Int {
        let grey = try Image.decode(path: page).grey()
        return (Int(grey.pixels[grey.pixels.count / 4]) + 5) / 10
    }
}
