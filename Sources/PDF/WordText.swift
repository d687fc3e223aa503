import Foundation

/// Makes any string fit to be shown as a word, and nothing else of it.
enum WordText {
    /// NFC, without control characters, noncharacters, byte order marks and marks that have no base (ISO 19005-2,
    /// 6.2.11.7.2 forbids the first of these as the meaning of a code); white space inside is one space each.
    static func clean(_ text: String) -> String {
        let kept = text.unicodeScalars.filter { isAllowed($0) }
        let composed = String(String.UnicodeScalarView(kept)).precomposedStringWithCanonicalMapping
        let words = composed.split(whereSeparator: \.isWhitespace)
        return words.map { withoutLooseMarks($0) }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.properties.isNoncharacterCodePoint || scalar == "\u{FEFF}" { return false }
        return scalar.properties.generalCategory != .control || scalar == "\t" || scalar == "\n"
    }

    private static func withoutLooseMarks(_ word: Substring) -> String {
        String(String.UnicodeScalarView(word.unicodeScalars.drop { isMark($0) })).limitingMarks()
    }

    fileprivate static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark: true
        default: scalar == "\u{200D}"
        }
    }
}

extension String {
    /// A character of more scalars than any script uses would not fit one entry of the ToUnicode map (512 bytes).
    fileprivate func limitingMarks() -> String {
        var result = ""
        for character in self {
            if character.unicodeScalars.count <= 32 {
                result.append(character)
            } else {
                result.unicodeScalars.append(contentsOf: character.unicodeScalars.prefix(32))
            }
        }
        return result
    }
}
