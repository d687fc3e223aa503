import Texts

/// Why a sheet left the stack and is captured later, from the glass, another device or a file (decisions.md, Placeholders).
public enum PlaceholderKind: String, Sendable, Codable, CaseIterable {
    /// Torn or brittle: no feeder.
    case fragile
    /// Larger than the feeder takes.
    case large
    /// Folded: one leaf of four trang, each side counting as two.
    case folded
    /// With a slip glued on: a side is captured once with it down and once with it up.
    case slip
    /// A map or drawing, captured in tiles.
    case map

    public var text: Text {
        switch self {
        case .fragile: .placeFragile
        case .large: .placeLarge
        case .folded: .placeFolded
        case .slip: .placeSlip
        case .map: .placeMap
        }
    }

    /// In the midst of a sentence, and on a printed sheet.
    public var shortText: Text {
        switch self {
        case .fragile: .placeShortFragile
        case .large: .placeShortLarge
        case .folded: .placeShortFolded
        case .slip: .placeShortSlip
        case .map: .placeShortMap
        }
    }

    /// Each side is one image, of one trang or two.
    public var isOneShotPerSide: Bool {
        switch self {
        case .fragile, .large, .folded: true
        case .slip, .map: false
        }
    }

    /// How many trang a page of such a sheet counts as.
    /// - Parameter isFirstOfSide: no other page in use shows this side of the sheet.
    public func countsAs(isFirstOfSide: Bool) -> Int {
        switch self {
        case .fragile, .large: 1
        case .folded: 2
        case .slip, .map: isFirstOfSide ? 1 : 0
        }
    }
}

/// Sheets by what they are, outside the numbered run.
public struct RoleCounts: Sendable, Hashable, Codable {
    public var cover: Int
    public var contents: Int
    public var closing: Int
    public var other: Int

    public init(cover: Int = 0, contents: Int = 0, closing: Int = 0, other: Int = 0) {
        (self.cover, self.contents, self.closing, self.other) = (cover, contents, closing, other)
    }

    public static let none = RoleCounts()

    /// Of the role; 0 for the numbered sheets, which are counted apart.
    public subscript(role: SheetRole) -> Int {
        get {
            switch role {
            case .cover: cover
            case .contents: contents
            case .closing: closing
            case .other: other
            case .document, .separator: 0
            }
        }
        set {
            switch role {
            case .cover: cover = newValue
            case .contents: contents = newValue
            case .closing: closing = newValue
            case .other: other = newValue
            case .document, .separator: break
            }
        }
    }
}
