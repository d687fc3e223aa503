import Texts

/// A line of the phiếu chuẩn bị beside the counted sheets: what in the dossier needs care.
public enum PreparedCount: String, Sendable, Codable, CaseIterable {
    /// A3 and up.
    case large
    case torn
    /// Folded leaves, leaves with slips, maps.
    case folded
    /// Pencil numbers that stand on two leaves.
    case doubled
    /// Pencil numbers that no leaf carries.
    case missing

    /// As the line is called on the printed sheet.
    public var text: Text {
        switch self {
        case .large: .sheetRowLarge
        case .torn: .sheetRowTorn
        case .folded: .sheetRowFolded
        case .doubled: .sheetRowDoubled
        case .missing: .sheetRowMissing
        }
    }

    /// Places that leaves of this sort are set apart at; empty: they stay in the stack.
    public var places: [PlaceholderKind] {
        switch self {
        case .large: [.large]
        case .torn: [.fragile]
        case .folded: [.folded, .slip, .map]
        case .doubled, .missing: []
        }
    }
}

/// What a phiếu chuẩn bị says beside the sheets it counts: those are the dossier's own counted sheets, and stand only there.
public struct Preparation: Sendable, Hashable, Codable {
    /// Who prepared the dossier; nil: nobody said.
    public var preparer: String?
    /// By the line, 0 and up; a line that was left empty is not there.
    private var counts: [String: Int] = [:]

    public init(preparer: String? = nil, _ counts: [PreparedCount: Int] = [:]) {
        self.preparer = preparer
        for (line, count) in counts { self[line] = count }
    }

    public subscript(line: PreparedCount) -> Int? {
        get { counts[line.rawValue] }
        set { counts[line.rawValue] = newValue }
    }

    public var isEmpty: Bool { preparer == nil && counts.isEmpty }

    /// Leaves that were counted as needing care, and fewer places than that.
    public struct Short: Sendable, Hashable {
        public let line: PreparedCount
        public let counted: Int
        /// Kept for them, captured or not.
        public let places: Int
    }

    /// Lines that count more leaves than places were kept for: those still lie in the stack, or were fed all the same.
    /// - Parameter kept: the kinds of the dossier's places, one each.
    public func short(of kept: [PlaceholderKind]) -> [Short] {
        PreparedCount.allCases.filter { !$0.places.isEmpty }.compactMap { line in
            let places = kept.count { line.places.contains($0) }
            return self[line].flatMap { $0 > places ? Short(line: line, counted: $0, places: places) : nil }
        }
    }
}

extension Preparation.Short {
    public var phrase: Phrase { say(.preparationShort) }

    /// - Parameter text: with `{what}`, `{counted}` and `{places}`.
    public func say(_ text: Text) -> Phrase {
        text.filled { language in
            let what = (self.line.places.first?.shortText ?? self.line.text)(language)
            return ["what": what, "counted": String(self.counted), "places": String(self.places)]
        }
    }
}

/// What was keyed off a phiếu chuẩn bị.
public struct KeyedPreparation: Sendable, Hashable, Codable {
    public var said: Preparation
    public var person: String
    public var at: Timestamp
    /// The scanned sheet it was keyed off; nil: none was scanned.
    public var sheet: PageID?

    public init(said: Preparation, person: String, at: Timestamp, sheet: PageID?) {
        (self.said, self.person, self.at, self.sheet) = (said, person, at, sheet)
    }
}
