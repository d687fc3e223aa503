import Records
import Terminal

/// The dialog after Enter when the counts disagree: which sheets, count again, or a coded reason.
public struct FinishState: Equatable, Sendable {
    public enum Choice: Int, Sendable, Equatable, CaseIterable {
        case recounted, missingBefore, doubledNumber, other
    }
    public var mismatch: CountMismatch
    public var choice: Choice
    public var recount: TextField
    public var reason: TextField

    public init(_ mismatch: CountMismatch) {
        self.mismatch = mismatch
        choice = .recounted
        recount = TextField(content: .digits, limit: 4)
        reason = TextField(limit: 120)
    }

    /// nil while something is left to be typed.
    var override: FinishOverride? {
        switch choice {
        case .recounted: recount.number.flatMap { $0 > 0 ? .recounted($0) : nil }
        case .missingBefore: .missingBefore
        case .doubledNumber: .doubledNumber
        case .other: reason.text.contains { $0 != " " } ? .other(reason.text) : nil
        }
    }

    /// With sheets too many nothing can have been missing.
    var choices: [Choice] {
        Choice.allCases.filter { $0 != .missingBefore || !mismatch.isTooMany }
    }

    mutating func move(_ step: Int) {
        let place = choices.firstIndex(of: choice) ?? 0
        choice = choices[max(0, min(place + step, choices.count - 1))]
    }
}

extension CountMismatch {
    /// More sheets came out of the scanner than a person counted.
    var isTooMany: Bool { counted.map { $0 < scanned } ?? false }
}

/// The stack of fronts has been scanned and is turned over.
public struct FlipState: Equatable, Sendable {
    public var fronts: Int
    /// The last sheet comes first: the stack was turned over as a whole.
    public var isReversed = true

    public init(fronts: Int) { self.fronts = fronts }
}

/// The column of pencil numbers: one corner per sheet, and the number that is typed for one.
public struct NumbersState: Equatable, Sendable {
    public var list = ListState()
    public var typed = TextField(content: .code, limit: 12)
    /// Fewer corners, and larger: for faint pencil and small screens.
    public var isLarge = false

    public init() {}

    /// Letters and digits are the number; arrows and the rest are commands.
    mutating func edit(_ key: Key) -> Bool {
        switch key {
        // A number begins with a digit: other keys are commands until then.
        case .character(let character) where character != " " && (!typed.isEmpty || character.isNumber): typed.handle(.character(character))
        case .backspace, .paste: typed.handle(key)
        default: false
        }
    }
}

/// A dossier that is not in the register yet.
public struct NewDossierState: Equatable, Sendable {
    public var code: TextField
    public var title: TextField
    public var isOnTitle = false
    /// From this page on the desk's pages are of the new dossier; nil: it is put on the desk, empty.
    public var receiving: PageID?

    public init(code: String = "") {
        self.code = TextField(code, content: .code, limit: DossierCode.longest)
        title = TextField(limit: 500)
    }
}
