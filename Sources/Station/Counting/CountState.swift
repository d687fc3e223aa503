import Records
import Terminal

/// What the phiếu chuẩn bị of the dossier on the desk says.
public struct DeskPreparation: Sendable, Equatable {
    /// As keyed; nil: nobody has.
    public var said: Preparation?
    /// The newest that was scanned; nil: none was.
    public var sheet: PageTile?
    /// Nobody has keyed what stands on that sheet.
    public var isWanted: Bool
    /// Offered where nobody has said who prepared this one.
    public var lastPreparer: String?

    public init(said: Preparation? = nil, sheet: PageTile? = nil, isWanted: Bool = false, lastPreparer: String? = nil) {
        (self.said, self.sheet, self.isWanted, self.lastPreparer) = (said, sheet, isWanted, lastPreparer)
    }
}

/// A phiếu chuẩn bị as it is keyed: the sheets it counts and what else it says.
public struct KeyedSheet: Sendable, Equatable {
    public var sheets: Int
    public var roles: RoleCounts?
    public var said: Preparation
    /// The scanned sheet that was before the person.
    public var sheet: PageID?
}

/// The dialog in which counts are keyed: the sheets, and what the phiếu chuẩn bị says besides where there is one.
public struct CountState: Equatable, Sendable {
    public enum Field: Sendable, Hashable {
        /// The numbered run.
        case sheets
        case covers, contents, closings
        case prepared(PreparedCount)
        case preparer
    }
    /// What part of the scanned sheet is shown.
    public enum Part: Int, Sendable, CaseIterable {
        case whole, table
        /// The figures around the one that is keyed.
        case figure
    }

    /// In the order of the printed sheet.
    public let fields: [Field]
    private var texts: [Field: TextField] = [:]
    public private(set) var focus = 0
    /// What stands there is the old value: what is typed takes its place, and does not hang on to it.
    private var isOld = true
    /// nil: there is nothing to be looked at.
    public let sheet: PageTile?
    public var part = Part.table
    /// Degrees clockwise by which the sheet is looked at, beside the turn it has.
    public var turn = 0

    public init(_ counts: DeskCounts, _ preparation: DeskPreparation?) {
        let roles = counts.countedRoles
        let said = preparation?.said
        let counted: [(Field, Int?)] = [(.sheets, counts.countedSheets), (.covers, roles?.cover), (.contents, roles?.contents), (.closings, roles?.closing)]
        let prepared = preparation == nil ? [] : PreparedCount.allCases.map { (Field.prepared($0), said?[$0]) }
        for (field, count) in counted + prepared { texts[field] = TextField(count.map(String.init) ?? "", content: .digits, limit: 4) }
        fields = (counted + prepared).map(\.0) + (preparation == nil ? [] : [.preparer])
        if preparation != nil { texts[.preparer] = TextField(said?.preparer ?? preparation?.lastPreparer ?? "", limit: 80) }
        sheet = preparation?.sheet
    }

    subscript(field: Field) -> TextField { texts[field] ?? TextField() }

    public var focused: Field { fields[focus] }
    /// Whether words are typed, not a number.
    var isOnName: Bool { focused == .preparer }

    // MARK: What was keyed

    /// nil while it is not a number above 0.
    var sheets: Int? { self[.sheets].number.flatMap { $0 > 0 ? $0 : nil } }

    /// nil when nobody counted any.
    var roles: RoleCounts? {
        let numbers = [Field.covers, .contents, .closings].map { self[$0].number }
        guard numbers.contains(where: { $0 != nil }) else { return nil }
        return RoleCounts(cover: numbers[0] ?? 0, contents: numbers[1] ?? 0, closing: numbers[2] ?? 0)
    }

    /// nil where no phiếu chuẩn bị is keyed, or its sheets are not counted.
    var keyed: KeyedSheet? {
        guard fields.contains(.preparer), let sheets else { return nil }
        var said = Preparation()
        for line in PreparedCount.allCases { said[line] = self[.prepared(line)].number }
        said.preparer = self[.preparer].text.contains { $0 != " " } ? self[.preparer].text : nil
        return KeyedSheet(sheets: sheets, roles: roles, said: said, sheet: sheet?.id)
    }

    // MARK: Keys

    mutating func move(_ step: Int) {
        focus = (focus + step + fields.count) % fields.count
        isOld = true
    }

    mutating func edit(_ key: Key, _ typing: Typing) -> Bool {
        if isOld, case .character(let character) = key, isOnName ? character != " " : character.isNumber { texts[focused]?.replace(with: "") }
        guard texts[focused]?.handle(key, typing: typing) == true else { return false }
        isOld = false
        return true
    }

    mutating func endWord() { texts[focused]?.endWord() }

    mutating func look(_ step: Int) {
        part = Part(rawValue: part.rawValue + step) ?? part
    }
}
