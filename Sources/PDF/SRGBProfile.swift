import Foundation

/// An ICC profile of sRGB (IEC 61966-2-1) built from its figures: version 2, class monitor, three primaries and one curve.
enum SRGBProfile {
    static let description = "sRGB IEC61966-2-1"

    static func bytes() -> [UInt8] {
        let curve = toneCurve
        let tags: [(String, [UInt8])] = [
            ("desc", textDescription), ("cprt", copyright),
            ("wtpt", xyz(0.9642, 1, 0.8249)),
            // Primaries adapted to D50 by Bradford, as the profile connection space wants them.
            ("rXYZ", xyz(0.43607, 0.22249, 0.01392)), ("gXYZ", xyz(0.38515, 0.71687, 0.09708)),
            ("bXYZ", xyz(0.14307, 0.06061, 0.71410)),
            ("rTRC", curve), ("gTRC", curve), ("bTRC", curve),
        ]
        var table = ByteBuilder()
        var content = ByteBuilder()
        let contentStart = 128 + 4 + 12 * tags.count
        table.big(UInt32(tags.count))
        var curveOffset: Int?
        for (name, bytes) in tags {
            let isCurve = name.hasSuffix("TRC")
            let offset = isCurve ? curveOffset ?? contentStart + content.bytes.count : contentStart + content.bytes.count
            table.text(name)
            table.big(UInt32(offset))
            table.big(UInt32(bytes.count))
            if isCurve && curveOffset != nil { continue }
            if isCurve { curveOffset = offset }
            content.raw(bytes)
            content.pad(to: 4)
        }
        return header(size: contentStart + content.bytes.count) + table.bytes + content.bytes
    }

    private static func header(size: Int) -> [UInt8] {
        var header = ByteBuilder()
        header.big(UInt32(size))
        header.big(0 as UInt32)
        header.big(0x0210_0000 as UInt32)
        header.text("mntrRGB XYZ ")
        for part in [2026, 1, 1, 0, 0, 0] as [UInt16] { header.big(part) }
        header.text("acsp")
        header.raw([UInt8](repeating: 0, count: 28))
        for value in [0.9642, 1, 0.8249] { header.big(fixed(value)) }
        header.raw([UInt8](repeating: 0, count: 128 - header.bytes.count))
        return header.bytes
    }

    private static var textDescription: [UInt8] {
        var tag = ByteBuilder()
        tag.text("desc")
        tag.big(0 as UInt32)
        tag.big(UInt32(description.utf8.count + 1))
        tag.text(description)
        // The terminating zero, then no Unicode and no Macintosh description (4 + 4 and 2 + 1 + 67 bytes).
        tag.raw([UInt8](repeating: 0, count: 1 + 8 + 70))
        return tag.bytes
    }

    private static var copyright: [UInt8] {
        var tag = ByteBuilder()
        tag.text("text")
        tag.big(0 as UInt32)
        tag.text("No copyright, use freely")
        tag.byte(0)
        return tag.bytes
    }

    private static func xyz(_ x: Double, _ y: Double, _ z: Double) -> [UInt8] {
        var tag = ByteBuilder()
        tag.text("XYZ ")
        tag.big(0 as UInt32)
        for value in [x, y, z] { tag.big(fixed(value)) }
        return tag.bytes
    }

    private static var toneCurve: [UInt8] {
        let points = 1024
        var tag = ByteBuilder()
        tag.text("curv")
        tag.big(0 as UInt32)
        tag.big(UInt32(points))
        for index in 0..<points {
            let value = Double(index) / Double(points - 1)
            let linear = value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
            tag.big(UInt16((linear * 65_535).rounded()))
        }
        return tag.bytes
    }

    /// s15Fixed16.
    private static func fixed(_ value: Double) -> UInt32 {
        UInt32(bitPattern: Int32((value * 65_536).rounded()))
    }
}
