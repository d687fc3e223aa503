import Foundation

/// The code of a dossier (mã hồ sơ), kept to the letter in NFC: `G09.2021.01.TCCB` (TT 05/2025, PL I, field 1).
public struct DossierCode: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    public let text: String

    /// Longest code the archive accepts, in characters (TT 05/2025, PL I: String 100).
    public static let longest = 100

    public enum Refusal: Error, Hashable, Sendable {
        case empty
        case tooLong(Int)
        /// A character that has no place in a file name and no agreed replacement.
        case forbiddenCharacter(Character)
        /// Nothing but dots, or a dot (or what becomes one) at either end: not a safe file name.
        case misplacedDot
    }

    /// White space around the code is dropped, the rest is normalised to NFC and kept to the letter.
    public init(_ raw: String) throws(Refusal) {
        let text = raw.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
        if text.isEmpty { throw .empty }
        if text.count > DossierCode.longest { throw .tooLong(text.count) }
        for character in text where DossierCode.pathCharacter(character) == nil { throw .forbiddenCharacter(character) }
        self.text = text
        // Of the path name, because `/` becomes a dot there.
        if pathName.hasPrefix(".") || pathName.hasSuffix(".") { throw .misplacedDot }
    }

    public var description: String { text }

    /// The code as it stands in names of files and folders: `Đ` → `D`, marks dropped, `/` and spaces → `.`.
    /// Two codes may fall together here; whoever writes files must treat that as an error.
    public var pathName: String {
        String(text.flatMap { DossierCode.pathCharacter($0) ?? "" })
    }

    public static func < (a: DossierCode, b: DossierCode) -> Bool { a.text < b.text }

    public init(from decoder: any Decoder) throws {
        let raw = try decoder.singleValueContainer().decode(String.self)
        do { self = try DossierCode(raw) } catch {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "\(error)"))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }

    private static func pathCharacter(_ character: Character) -> String? {
        switch character {
        case "Đ": return "D"
        case "đ": return "d"
        case "/", " ": return "."
        case ".", "-", "_": return String(character)
        default:
            // Nearly every one, without Unicode's tables: registers and searches read codes by the thousand.
            if let ascii = character.asciiValue { return character.isLetter || (0x30...0x39).contains(ascii) ? String(character) : nil }
            let folded = String(character).decomposedStringWithCanonicalMapping.unicodeScalars
                .filter { !(0x300...0x36F).contains($0.value) }
            guard folded.count == 1, let scalar = folded.first, scalar.isASCII else { return nil }
            return scalar.properties.isAlphabetic || ("0"..."9").contains(scalar) ? String(scalar) : nil
        }
    }
}
