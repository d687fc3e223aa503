/// Thời hạn lưu trữ: TT 05/2025, PL I, `maintenance`. Terms of 5 and 15 years have no code of their own: 07.
public enum Retention: String, Sendable, Codable, CaseIterable {
    case permanent = "01"
    case years70 = "02"
    case years50 = "03"
    case years30 = "04"
    case years20 = "05"
    case years10 = "06"
    case other = "07"
}

/// Chế độ sử dụng = mức độ tiếp cận: TT 05/2025, PL I, `mode`.
public enum AccessMode: String, Sendable, Codable, CaseIterable {
    case open = "01"
    case conditional = "02"
    case secret = "03"
}

/// What a sheet is to its dossier; only `document` sheets are in the numbered run that the counted sheets state.
public enum SheetRole: String, Sendable, Codable, CaseIterable {
    case cover
    case contents
    case document
    case closing
    case other
    /// A printed sheet of ours, cover or separator: in the stack, not of the dossier. Its code says so, not a person.
    case separator
}

/// Where the image of a sheet came from.
public enum SheetOrigin: String, Sendable, Codable, CaseIterable {
    case feeder
    case flatbed
    case imported
}

/// Who acts: until accounts come, the operating system's login.
public struct Actor: Sendable, Hashable, Codable {
    public var person: String
    public var station: String

    public init(person: String, station: String) {
        self.person = person
        self.station = station
    }

    /// The program itself, where it does by itself what a person answers for otherwise.
    public static func program(at station: String) -> Actor { Actor(person: programName, station: station) }

    public static let programName = "tramquet"
}
