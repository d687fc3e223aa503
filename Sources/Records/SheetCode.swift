import Foundation

/// What the QR code on a printed sheet of ours says: the sheet lies in the stack for the station, not for the dossier.
///
/// As text `TQ1:kind:value:check`, ASCII only: `TQ1:B:H99.2008.01.QD:3F2A`. The check is the CRC-16 (CCITT) of what stands
/// before its colon, so that a code that only looks like ours is told from one of ours. Bytes of a dossier's code that are
/// not plain are written `%C4`.
public enum SheetCode: Sendable, Hashable {
    /// Bìa: the sheets behind it are of this dossier.
    case cover(DossierCode)
    /// Phiếu chuẩn bị of this dossier, filled in by hand.
    case preparation(DossierCode)
    /// Văn bản mới: a document starts with the next sheet.
    case newDocument
    /// Hồ sơ mới: another dossier starts with the next sheet, and its name is not known yet.
    case newDossier
    /// Phiếu giữ chỗ: a sheet of this kind left the stack here. A number is that of one printed sheet; without one, sheets
    /// are all alike.
    case placeholder(PlaceholderKind, number: Int? = nil)

    /// What a code in a picture is to us.
    public enum Reading: Sendable, Hashable {
        case sheet(SheetCode)
        /// Begins like ours, and its check or its words do not hold: damaged, tampered with, or of a newer program.
        case damaged
        /// Somebody else's.
        case foreign
    }

    /// Numbers of printed sheets.
    public static let numbers = 1...9999

    /// The dossier whose sheets follow.
    public var dossier: DossierCode? {
        switch self {
        case .cover(let code), .preparation(let code): code
        case .newDocument, .newDossier, .placeholder: nil
        }
    }

    public var text: String {
        let body = "\(SheetCode.mark)\(SheetCode.version):" + words.joined(separator: ":")
        return body + ":" + SheetCode.check(body)
    }

    private var words: [String] {
        switch self {
        case .cover(let code): ["B", SheetCode.plain(code.text)]
        case .preparation(let code): ["C", SheetCode.plain(code.text)]
        case .newDocument: ["V"]
        case .newDossier: ["H"]
        case .placeholder(let kind, let number): ["G", kind.rawValue] + (number.map { [String($0)] } ?? [])
        }
    }

    /// Judges what was read out of a picture, whoever made it.
    public static func read(_ text: String) -> Reading {
        guard text.utf8.count <= longest, text.hasPrefix(mark), text.dropFirst(mark.count).first?.isASCIIDigit == true else { return .foreign }
        let parts = text.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts.count >= 3, let code = SheetCode(words: parts.dropFirst().dropLast()) else { return .damaged }
        // One way to write each code: this compares mark, version, check and spelling at once.
        return code.text == text ? .sheet(code) : .damaged
    }

    private init?(words: some Collection<String>) {
        let rest = Array(words.dropFirst())
        switch (words.first, rest.count) {
        case ("B", 1):
            guard let code = SheetCode.dossier(rest[0]) else { return nil }
            self = .cover(code)
        case ("C", 1):
            guard let code = SheetCode.dossier(rest[0]) else { return nil }
            self = .preparation(code)
        case ("V", 0): self = .newDocument
        case ("H", 0): self = .newDossier
        case ("G", 1), ("G", 2):
            guard let kind = PlaceholderKind(rawValue: rest[0]) else { return nil }
            let number = rest.count == 2 ? Int(rest[1]) : nil
            guard rest.count == 1 || number.map(SheetCode.numbers.contains) == true else { return nil }
            self = .placeholder(kind, number: number)
        default: return nil
        }
    }

    private static let mark = "TQ"
    private static let version = 1
    /// Of a code of a hundred characters of three bytes each, written out.
    private static let longest = 1000

    private static func dossier(_ word: String) -> DossierCode? {
        word.removingPercentEncoding.flatMap { try? DossierCode($0) }
    }

    /// Letters and digits of ASCII, and what dossier codes are full of, stand for themselves.
    private static func plain(_ text: String) -> String {
        text.utf8.map { byte in
            let scalar = Unicode.Scalar(byte)
            let isPlain = scalar.isASCII && (scalar.properties.isAlphabetic || scalar.properties.numericType != nil || "./-_".unicodeScalars.contains(scalar))
            return isPlain ? String(Character(scalar)) : "%" + [byte].hexadecimal.uppercased()
        }.joined()
    }

    /// CRC-16/CCITT-FALSE as four digits.
    private static func check(_ text: String) -> String {
        var crc: UInt16 = 0xFFFF
        for byte in text.utf8 {
            crc ^= UInt16(byte) << 8
            for _ in 0..<8 { crc = crc & 0x8000 == 0 ? crc << 1 : crc << 1 ^ 0x1021 }
        }
        return [UInt8(crc >> 8), UInt8(crc & 0xFF)].hexadecimal.uppercased()
    }
}

extension SheetCode: Codable {
    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard case .sheet(let code) = SheetCode.read(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: text))
        }
        self = code
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(text)
    }
}

extension Character {
    fileprivate var isASCIIDigit: Bool { isASCII && isNumber }
}
