import Foundation

/// How wide text is in cells, by tables of our own and of the Swift library: `wcwidth` of the C library changes with
/// the locale and its version, and golden screens must not.
public enum DisplayText {
    /// What stands for anything that cannot be shown: control and format characters, unassigned code points.
    public static let placeholder: Character = "·"

    /// A character as it is shown: composed, one base with at most three non-spacing marks, or the placeholder.
    /// The parts a joiner adds (families of emoji) are left out, since terminals disagree about their width.
    public static func shown(_ character: Character) -> Character {
        if let ascii = character.asciiValue { return ascii >= 0x20 && ascii < 0x7F ? character : placeholder }
        if isPlain(character) { return character }
        let scalars = Array(String(character).precomposedStringWithCanonicalMapping.unicodeScalars)
        guard let base = scalars.first, isBase(base) else { return placeholder }
        var result = String.UnicodeScalarView()
        result.append(base.properties.generalCategory == .spaceSeparator && !isWide(base) ? " " : base)
        if scalars.count == 2, isRegionalIndicator(base), isRegionalIndicator(scalars[1]) { result.append(scalars[1]) }
        result.append(contentsOf: scalars.dropFirst().lazy.filter(isMark).prefix(3))
        return Character(String(result))
    }

    /// Columns that a character takes when it is shown: 1 or 2.
    public static func width(_ character: Character) -> Int {
        if character.isASCII || isPlain(character) { return 1 }
        guard let base = character.unicodeScalars.first else { return 1 }
        return isWide(base) ? 2 : 1
    }

    /// Columns that a text takes when it is shown on one line.
    public static func width(_ text: String) -> Int {
        text.reduce(0) { $0 + width(shown($1)) }
    }

    /// The longest beginning of a text that fits, with `…` at its end if something had to go.
    public static func fitted(_ text: String, to columns: Int) -> String {
        guard width(text) > columns else { return text }
        guard columns > 0 else { return "" }
        var used = 0
        var result = ""
        for character in text {
            let next = width(shown(character))
            if used + next > columns - 1 { break }
            used += next
            result.append(character)
        }
        return result + "…"
    }

    /// Lines of at most `columns`, broken at spaces, or inside a word only when it is longer than a line.
    public static func wrapped(_ text: String, to columns: Int) -> [String] {
        guard columns > 0 else { return [] }
        return text.split(separator: "\n", omittingEmptySubsequences: false).flatMap { wrappedParagraph($0, columns) }
    }

    private static func wrappedParagraph(_ paragraph: Substring, _ columns: Int) -> [String] {
        var lines: [String] = []
        var line = ""
        var used = 0
        for word in paragraph.split(separator: " ") {
            let wide = width(String(word))
            if used > 0, used + 1 + wide <= columns {
                line += " " + word
                used += 1 + wide
                continue
            }
            if used > 0 { lines.append(line) }
            var pieces = pieces(of: word, columns)
            line = pieces.popLast() ?? ""
            used = width(line)
            lines += pieces
        }
        return lines + [line]
    }

    private static func pieces(of word: Substring, _ columns: Int) -> [String] {
        var pieces = [""]
        var used = 0
        for character in word {
            let next = width(shown(character))
            if used > 0, used + next > columns {
                pieces.append("")
                used = 0
            }
            pieces[pieces.count - 1].append(character)
            used += next
        }
        return pieces
    }

    /// The short way for what screens are made of: a single composed Latin letter, line, block or dot pattern.
    private static func isPlain(_ character: Character) -> Bool {
        let scalars = character.unicodeScalars
        guard let first = scalars.first, scalars.index(after: scalars.startIndex) == scalars.endIndex else { return false }
        switch first.value {
        case 0xAE...0x17F, 0x1A0...0x1B0, 0x1EA0...0x1EF9, 0x2500...0x259F, 0x2800...0x28FF: return true
        default: return false
        }
    }

    private static func isBase(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .control, .format, .surrogate, .privateUse, .unassigned, .lineSeparator, .paragraphSeparator: false
        case .nonspacingMark, .enclosingMark, .spacingMark: false
        default: true
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        let category = scalar.properties.generalCategory
        return (category == .nonspacingMark || category == .enclosingMark)
            && !scalar.properties.isVariationSelector
    }

    private static func isRegionalIndicator(_ scalar: Unicode.Scalar) -> Bool {
        (0x1F1E6...0x1F1FF).contains(scalar.value)
    }

    private static func isWide(_ scalar: Unicode.Scalar) -> Bool {
        guard scalar.value >= 0x1100 else { return false }
        if scalar.properties.isEmojiPresentation { return true }
        return wideRanges.contains { $0.contains(scalar.value) }
    }

    /// East Asian Wide and Fullwidth blocks (Unicode, EastAsianWidth.txt), without the emoji, which Swift knows.
    private static let wideRanges: [ClosedRange<UInt32>] = [
        0x1100...0x115F, 0x2329...0x232A, 0x2E80...0x303E, 0x3041...0x3247, 0x3250...0x4DBF, 0x4E00...0xA4CF,
        0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF, 0xFE10...0xFE19, 0xFE30...0xFE6B, 0xFF01...0xFF60,
        0xFFE0...0xFFE6, 0x16FE0...0x18CFF, 0x1AFF0...0x1B2FF, 0x1F200...0x1F265, 0x20000...0x2FFFD,
        0x30000...0x3FFFD,
    ]
}
