/// A letter or digit as recognition may mistake it.
struct Glyph: Hashable, Sendable {
    /// ASCII of the plain letter in lower case, or of the digit; 0 for anything else.
    let base: UInt8
    var mark = Mark.none
    var tone = Tone.level

    init(_ scalar: Unicode.Scalar) {
        if let reading = Letter.reading(scalar) {
            (base, mark, tone) = (reading.letter.base, reading.letter.mark, reading.tone)
        } else {
            base = scalar.isASCII ? UInt8(scalar.value) : 0
        }
    }

    /// - Parameter text: NFC
    static func all(of text: some StringProtocol) -> [Glyph] { text.unicodeScalars.map(Glyph.init) }
}

/// What it costs to take one glyph for another: about the natural logarithm of how rare that is, by what the Vietnamese data of
/// Tesseract confuse.
enum Confusion {
    /// Two letters that together look like one.
    static let joined = 2.2
    private static let wrongLetter = 4.5, lookAlike = 2.2, wrongStroke = 0.9, wrongMark = 1.2, wrongTone = 1.0, lost = 4.2, lostNarrow = 3.0

    /// A letter too many or too few; narrow ones get lost between others.
    static func alone(_ glyph: Glyph) -> Double { narrow.contains(glyph.base) ? lostNarrow : lost }

    static func cost(_ a: Glyph, _ b: Glyph) -> Double {
        if a == b { return 0 }
        var cost = 0.0
        if a.base != b.base { cost += isLookAlike(a.base, b.base) ? lookAlike : wrongLetter }
        if a.mark != b.mark { cost += a.mark == .stroke || b.mark == .stroke ? wrongStroke : wrongMark }
        if a.tone != b.tone { cost += wrongTone }
        return cost
    }

    private static func isLookAlike(_ a: UInt8, _ b: UInt8) -> Bool { a < 128 && b < 128 && pairs[Int(a) << 7 | Int(b)] }

    private static let narrow = Set("ijltrf1".utf8)

    private static let pairs: [Bool] = {
        let alike = [
            "il1jt", "0oqdc", "ce", "eo", "co", "ao", "ae", "nu", "nh", "hb", "hk", "nm", "nr", "vy", "uv", "gq9", "gy", "s58", "b68", "z2", "g6", "ef",
            "tf", "tr", "tc", "kx", "pr", "lh", "3s", "4a", "7t", "7i", "ui", "ad",
        ]
        var pairs = [Bool](repeating: false, count: 1 << 14)
        for group in alike { for a in group.utf8 { for b in group.utf8 { pairs[Int(a) << 7 | Int(b)] = true } } }
        return pairs
    }()

    /// The one letter that two look like; 0 for none.
    static func joint(_ a: Glyph, _ b: Glyph) -> UInt8 {
        switch (a.base, b.base) {
        case (UInt8(ascii: "r"), UInt8(ascii: "n")), (UInt8(ascii: "i"), UInt8(ascii: "n")), (UInt8(ascii: "n"), UInt8(ascii: "i")): UInt8(ascii: "m")
        case (UInt8(ascii: "i"), UInt8(ascii: "i")): UInt8(ascii: "u")
        case (UInt8(ascii: "l"), UInt8(ascii: "i")), (UInt8(ascii: "l"), UInt8(ascii: "t")): UInt8(ascii: "h")
        case (UInt8(ascii: "c"), UInt8(ascii: "l")): UInt8(ascii: "d")
        case (UInt8(ascii: "r"), UInt8(ascii: "i")), (UInt8(ascii: "i"), UInt8(ascii: "t")): UInt8(ascii: "n")
        default: 0
        }
    }
}

/// Works out what it costs to have read one word for another; keeps its rows, as it is asked thousands of times.
struct MistakeCost {
    /// Letters at the left edge are lost more easily than others.
    private static let atStart = 0.6
    private var rows: [[Double]] = Array(repeating: [], count: 3)

    /// The cheapest way to take `meant` for `read`; nil when it costs more than `limit`.
    mutating func of(read: [Glyph], _ variants: VariantCosts, meant: [Glyph], limit: Double) -> Double? {
        let width = meant.count + 1
        for index in rows.indices where rows[index].count < width { rows[index] = Array(repeating: 0, count: width) }
        rows[0][0] = 0
        for index in meant.indices { rows[0][index + 1] = rows[0][index] + Confusion.alone(meant[index]) * MistakeCost.atStart }
        for i in read.indices {
            let (before, above, own) = ((i + 2) % 3, i % 3, (i + 1) % 3)
            let lost = Confusion.alone(read[i])
            rows[own][0] = rows[above][0] + lost
            var least = rows[own][0]
            for j in meant.indices {
                var best = min(
                    rows[above][j] + variants.cost(at: i, read: read[i], meant: meant[j]), rows[above][j + 1] + lost, rows[own][j] + Confusion.alone(meant[j]))
                if i > 0, Confusion.joint(read[i - 1], read[i]) == meant[j].base { best = min(best, rows[before][j] + Confusion.joined) }
                if j > 0, Confusion.joint(meant[j - 1], meant[j]) == read[i].base { best = min(best, rows[above][j - 1] + Confusion.joined) }
                rows[own][j + 1] = best
                least = min(least, best)
            }
            // A joint of two may still lead past a dear row.
            if least > limit + Confusion.joined { return nil }
        }
        let cost = rows[read.count % 3][meant.count]
        return cost <= limit ? cost : nil
    }
}
