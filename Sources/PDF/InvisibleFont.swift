/// A TrueType font of empty glyphs, written by hand: one glyph for each code of the document, so that code, character
/// identifier and glyph are one number, and glyph 0 (`.notdef`) is never shown.
///
/// The text is invisible (rendering mode 3); viewers still want metrics, and PDF/A-1 wants every font embedded
/// (ISO 19005-1, 6.3.4) with the same widths as its dictionary (6.3.6).
enum InvisibleFont {
    static let name = "TramQuetInvisible"
    static let unitsPerEm = 1000
    /// Width of every character but the space, in thousandths of the font size.
    static let width = 500
    /// A space drawn at a word's stretch is then about as wide as the gap that follows the word.
    static let spaceWidth = 250
    static let ascent = 800
    static let descent = -200

    /// - Parameter codes: the highest code; glyph 1 is the space.
    static func trueType(codes: Int) -> [UInt8] {
        let glyphs = UInt16(min(codes + 1, 65_535))
        let tables: [(String, [UInt8])] = [
            ("cmap", cmap), ("glyf", [0, 0, 0, 0]), ("head", head), ("hhea", hhea(glyphs)), ("hmtx", hmtx(glyphs)),
            ("loca", [UInt8](repeating: 0, count: 2 * (Int(glyphs) + 1))), ("maxp", maxp(glyphs)), ("name", nameTable),
            ("post", post),
        ]
        var font = ByteBuilder()
        let power = 8
        font.big(0x0001_0000 as UInt32)
        font.big(UInt16(tables.count))
        font.big(UInt16(power * 16))
        font.big(3 as UInt16)
        font.big(UInt16(tables.count * 16 - power * 16))
        var offset = 12 + 16 * tables.count
        var headOffset = 0
        for (tag, table) in tables {
            if tag == "head" { headOffset = offset }
            font.text(tag)
            font.big(checksum(table))
            font.big(UInt32(offset))
            font.big(UInt32(table.count))
            offset += (table.count + 3) / 4 * 4
        }
        for (_, table) in tables {
            font.raw(table)
            font.pad(to: 4)
        }
        font.overwrite(at: headOffset + 8, big: 0xB1B0_AFBA &- checksum(font.bytes))
        return font.bytes
    }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var sum: UInt32 = 0
        for (index, byte) in bytes.enumerated() { sum &+= UInt32(byte) << UInt32(24 - index % 4 * 8) }
        return sum
    }

    private static var head: [UInt8] {
        var table = ByteBuilder()
        table.big(0x0001_0000 as UInt32)
        table.big(0x0001_0000 as UInt32)
        table.big(0 as UInt32)  // checksum adjustment, filled in at the end
        table.big(0x5F0F_3CF5 as UInt32)
        table.big(0b1011 as UInt16)
        table.big(UInt16(unitsPerEm))
        table.raw([UInt8](repeating: 0, count: 16))  // created, modified: the font is always the same
        for edge in [0, Int16(descent), Int16(width), Int16(ascent)] { table.big(edge) }
        table.big(0 as UInt16)
        table.big(8 as UInt16)
        table.big(2 as Int16)
        table.big(0 as Int16)  // loca has 16-bit offsets
        table.big(0 as Int16)
        return table.bytes
    }

    private static func hhea(_ glyphs: UInt16) -> [UInt8] {
        var table = ByteBuilder()
        table.big(0x0001_0000 as UInt32)
        for value in [Int16(ascent), Int16(descent), 0, Int16(width), 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0] { table.big(value) }
        table.big(min(glyphs, 3))
        return table.bytes
    }

    /// Widths of `.notdef`, the space, and the first character; the rest repeat the last one.
    private static func hmtx(_ glyphs: UInt16) -> [UInt8] {
        var table = ByteBuilder()
        for glyphWidth in [width, spaceWidth, width].prefix(Int(glyphs)) {
            table.big(UInt16(glyphWidth))
            table.big(0 as Int16)
        }
        table.raw([UInt8](repeating: 0, count: 2 * max(0, Int(glyphs) - 3)))
        return table.bytes
    }

    private static func maxp(_ glyphs: UInt16) -> [UInt8] {
        var table = ByteBuilder()
        table.big(0x0001_0000 as UInt32)
        table.big(glyphs)
        for value in [0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0] as [UInt16] { table.big(value) }
        return table.bytes
    }

    /// No character is mapped: the PDF goes from code to glyph directly.
    private static var cmap: [UInt8] {
        var table = ByteBuilder()
        for value in [0, 1, 3, 1] as [UInt16] { table.big(value) }
        table.big(12 as UInt32)
        for value in [4, 24, 0, 2, 2, 0, 0, 0xFFFF, 0, 0xFFFF, 1, 0] as [UInt16] { table.big(value) }
        return table.bytes
    }

    private static var nameTable: [UInt8] {
        let letters = name.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xff)] }
        var table = ByteBuilder()
        let names: [UInt16] = [1, 4, 6]  // family, full name, PostScript name
        for value in [0, UInt16(names.count), UInt16(6 + 12 * names.count)] as [UInt16] { table.big(value) }
        for identifier in names {
            for value in [3, 1, 0x0409, identifier, UInt16(letters.count), 0] as [UInt16] { table.big(value) }
        }
        table.raw(letters)
        return table.bytes
    }

    private static var post: [UInt8] {
        var table = ByteBuilder()
        table.big(0x0003_0000 as UInt32)
        table.raw([UInt8](repeating: 0, count: 28))
        return table.bytes
    }
}
