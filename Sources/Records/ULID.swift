import Foundation

/// A 128-bit identifier that sorts by time of creation: 48 bits of Unix milliseconds, 80 random bits, written as 26
/// letters of Crockford's base 32 (github.com/ulid/spec). Clocks go back, so the order of pages is never taken from it.
public struct ULID: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    public let high: UInt64
    public let low: UInt64

    public init(milliseconds: Int64, randomHigh: UInt16, randomLow: UInt64) {
        high = UInt64(bitPattern: milliseconds) << 16 | UInt64(randomHigh)
        low = randomLow
    }

    /// Reads the 26-letter form, in either case. Nil for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard bytes.count == 26 else { return nil }
        var high: UInt64 = 0
        var low: UInt64 = 0
        for (index, byte) in bytes.enumerated() {
            guard let value = ULID.values[byte] else { return nil }
            if index == 0, value > 7 { return nil }
            high = high << 5 | low >> 59
            low = low << 5 | UInt64(value)
        }
        (self.high, self.low) = (high, low)
    }

    public var description: String {
        var letters = [UInt8](repeating: 0, count: 26)
        var (high, low) = (high, low)
        for index in stride(from: 25, through: 0, by: -1) {
            letters[index] = ULID.alphabet[Int(low & 31)]
            low = low >> 5 | high << 59
            high >>= 5
        }
        return String(decoding: letters, as: UTF8.self)
    }

    public static func < (a: ULID, b: ULID) -> Bool {
        a.high == b.high ? a.low < b.low : a.high < b.high
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let value = ULID(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a ULID: \(text)"))
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private static let alphabet = Array("0123456789ABCDEFGHJKMNPQRSTVWXYZ".utf8)
    private static let values: [UInt8: UInt8] = {
        var values: [UInt8: UInt8] = [:]
        for (index, letter) in alphabet.enumerated() {
            values[letter] = UInt8(index)
            if letter >= 65 { values[letter + 32] = UInt8(index) }
        }
        return values
    }()
}

/// A ULID that knows what it names, so that a page can never be taken for a document.
public struct Identifier<Named>: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    public let ulid: ULID

    public init(_ ulid: ULID) { self.ulid = ulid }

    public init?(_ text: String) {
        guard let ulid = ULID(text) else { return nil }
        self.ulid = ulid
    }

    public var description: String { ulid.description }

    public static func < (a: Self, b: Self) -> Bool { a.ulid < b.ulid }

    public init(from decoder: any Decoder) throws { ulid = try ULID(from: decoder) }
    public func encode(to encoder: any Encoder) throws { try ulid.encode(to: encoder) }
}

public enum FondsTag {}
public enum DossierTag {}
public enum DocumentTag {}
public enum SheetTag {}
public enum PageTag {}
public enum RunTag {}
public enum DeliveryTag {}
public enum PlaceholderTag {}
public enum WithholdingTag {}

public typealias FondsID = Identifier<FondsTag>
public typealias DossierID = Identifier<DossierTag>
public typealias DocumentID = Identifier<DocumentTag>
public typealias SheetID = Identifier<SheetTag>
public typealias PageID = Identifier<PageTag>
public typealias RunID = Identifier<RunTag>
public typealias DeliveryID = Identifier<DeliveryTag>
public typealias PlaceholderID = Identifier<PlaceholderTag>
public typealias WithholdingID = Identifier<WithholdingTag>
