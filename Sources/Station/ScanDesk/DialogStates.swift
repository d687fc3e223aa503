import Records

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

/// A dossier that is not in the register yet.
public struct NewDossierState: Equatable, Sendable {
    public var code: TextField
    public var title: TextField
    public var isOnTitle = false

    public init(code: String = "") {
        self.code = TextField(code, limit: DossierCode.longest)
        title = TextField(limit: 500)
    }
}
