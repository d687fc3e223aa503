import Foundation
import Records

@testable import Imaging

/// Images made in code.
enum Samples {
    /// RGB rows with a colour slope and dark lines, so that a wrong channel order or turn shows.
    static func colorRows(width: Int, height: Int) -> [UInt8] {
        var rows = [UInt8](repeating: 255, count: 3 * width * height)
        for y in 0..<height {
            for x in 0..<width {
                let at = 3 * (y * width + x)
                rows[at] = UInt8(255 * x / width)
                rows[at + 1] = UInt8(255 * y / height)
                rows[at + 2] = y % 16 < 3 ? 0 : 128
            }
        }
        return rows
    }

    static func image(
        width: Int, height: Int, mode: ColorMode, dpi: Int = 300, rows: [UInt8]? = nil
    ) throws -> Image {
        let rows = rows ?? [UInt8](repeating: 200, count: mode.bytesPerLine(width: width) * height)
        return try rows.withUnsafeBytes {
            try Image(
                rows: $0, width: width, height: height, bytesPerLine: mode.bytesPerLine(width: width), dpi: dpi,
                mode: mode)
        }
    }

    /// The compiler takes too long over two array literals compared in `#expect`.
    static func list(_ values: Int...) -> [Int] { values }

    static func color(width: Int = 61, height: Int = 47, dpi: Int = 300) throws -> Image {
        try image(width: width, height: height, mode: .color, dpi: dpi, rows: colorRows(width: width, height: height))
    }
}
