import Foundation

/// A moment: milliseconds since 1970-01-01 UTC. Everything stored uses it; a zone comes in only where it is shown.
public struct Timestamp: Sendable, Hashable, Comparable, Codable {
    public let milliseconds: Int64

    public init(milliseconds: Int64) { self.milliseconds = milliseconds }

    public static func < (a: Timestamp, b: Timestamp) -> Bool { a.milliseconds < b.milliseconds }

    /// Seconds from an earlier moment to this one; negative if the clock went back.
    public func seconds(since earlier: Timestamp) -> Double {
        Double(milliseconds - earlier.milliseconds) / 1000
    }

    /// ISO 8601 in UTC with milliseconds: `2026-11-21T07:03:27.125Z`.
    public var iso8601: String {
        let parts = calendarParts(offsetSeconds: 0)
        let fraction = ((milliseconds % 1000) + 1000) % 1000
        return String(
            format: "%04d-%02d-%02dT%02d:%02d:%02d.%03dZ",
            parts.year, parts.month, parts.day, parts.hour, parts.minute, parts.second, Int(fraction))
    }

    public init(from decoder: any Decoder) throws { milliseconds = try decoder.singleValueContainer().decode(Int64.self) }
    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(milliseconds)
    }

    /// The date and time of day in a zone.
    public func parts(in zone: TimeZone) -> (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        let date = Date(timeIntervalSince1970: Double(milliseconds) / 1000)
        return calendarParts(offsetSeconds: Int64(zone.secondsFromGMT(for: date)))
    }

    /// `2026-11-21` in a zone.
    public func day(in zone: TimeZone) -> String {
        let parts = parts(in: zone)
        return String(format: "%04d-%02d-%02d", parts.year, parts.month, parts.day)
    }

    /// The proleptic Gregorian date from days (Howard Hinnant, chrono-compatible date algorithms).
    private func calendarParts(offsetSeconds: Int64) -> (year: Int, month: Int, day: Int, hour: Int, minute: Int, second: Int) {
        let seconds = Int64((Double(milliseconds) / 1000).rounded(.down)) + offsetSeconds
        let days = Int64((Double(seconds) / 86_400).rounded(.down))
        let time = Int(seconds - days * 86_400)
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = Int(shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9)
        let year = Int(yearOfEra + era * 400) + (month <= 2 ? 1 : 0)
        return (year, month, Int(dayOfYear - (153 * shiftedMonth + 2) / 5 + 1), time / 3600, time / 60 % 60, time % 60)
    }
}

/// Where the present time comes from; tests pin it.
public protocol Clock: Sendable {
    func now() -> Timestamp
}

public struct SystemClock: Clock {
    public init() {}
    public func now() -> Timestamp {
        var time = timespec()
        clock_gettime(CLOCK_REALTIME, &time)
        return Timestamp(milliseconds: Int64(time.tv_sec) * 1000 + Int64(time.tv_nsec) / 1_000_000)
    }
}

/// A clock that stands still at a given moment (`TRAMQUET_CLOCK`, for tests of the real program).
public struct PinnedClock: Clock {
    public let moment: Timestamp
    public init(_ moment: Timestamp) { self.moment = moment }
    public func now() -> Timestamp { moment }
}

/// Where new identifiers come from; tests pin it.
public protocol IdentifierSource: Sendable {
    func next() -> ULID
}

extension IdentifierSource {
    public func make<Tag>(_ type: Identifier<Tag>.Type = Identifier<Tag>.self) -> Identifier<Tag> { Identifier<Tag>(next()) }
}

public struct SystemIdentifiers: IdentifierSource {
    private let clock: any Clock
    public init(clock: any Clock) { self.clock = clock }
    public func next() -> ULID {
        var random = SystemRandomNumberGenerator()
        return ULID(
            milliseconds: clock.now().milliseconds,
            randomHigh: UInt16.random(in: .min ... .max, using: &random),
            randomLow: UInt64.random(in: .min ... .max, using: &random))
    }
}
