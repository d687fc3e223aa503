import Foundation

/// A date of which the day, or the day and the month, may be unknown: `2008`, `2008-05`, `2008-05-12`.
/// Stored in ISO 8601, shown and exported as `DD/MM/YYYY`, `MM/YYYY` or `YYYY` (TT 05/2025, PL I).
public struct PartialDate: Sendable, Hashable, Comparable, Codable, CustomStringConvertible {
    public let year: Int
    public let month: Int?
    public let day: Int?

    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (1...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day {
                guard (1...PartialDate.days(in: month, of: year)).contains(day) else { return nil }
            }
        } else if day != nil {
            return nil
        }
        (self.year, self.month, self.day) = (year, month, day)
    }

    /// Reads `2008`, `2008-05`, `2008-05-12`, `05/2008` and `12/05/2008`.
    public init?(_ text: String) {
        let separator: Character = text.contains("/") ? "/" : "-"
        let fields = text.split(separator: separator, omittingEmptySubsequences: false)
        let numbers = fields.map { field in field.allSatisfy { $0.isASCII && $0.isNumber } ? Int(field) : nil }
        guard numbers.allSatisfy({ $0 != nil }), (1...3).contains(numbers.count) else { return nil }
        let values = numbers.compactMap { $0 }
        let ordered = separator == "/" ? values.reversed() : values
        guard fields[separator == "/" ? fields.count - 1 : 0].count == 4 else { return nil }
        self.init(
            year: ordered[0], month: ordered.count > 1 ? ordered[1] : nil, day: ordered.count > 2 ? ordered[2] : nil)
    }

    /// ISO 8601.
    public var description: String {
        [String(format: "%04d", year), month.map { String(format: "%02d", $0) }, day.map { String(format: "%02d", $0) }]
            .compactMap { $0 }.joined(separator: "-")
    }

    /// `12/05/2008`, `05/2008` or `2008`.
    public var shown: String {
        [day.map { String(format: "%02d", $0) }, month.map { String(format: "%02d", $0) }, String(format: "%04d", year)]
            .compactMap { $0 }.joined(separator: "/")
    }

    /// An unknown part sorts before every known one.
    public static func < (a: PartialDate, b: PartialDate) -> Bool {
        (a.year, a.month ?? 0, a.day ?? 0) < (b.year, b.month ?? 0, b.day ?? 0)
    }

    public init(from decoder: any Decoder) throws {
        let text = try decoder.singleValueContainer().decode(String.self)
        guard let value = PartialDate(text) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a date: \(text)"))
        }
        self = value
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(description)
    }

    private static func days(in month: Int, of year: Int) -> Int {
        switch month {
        case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}
