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

    mutating func move(_ step: Int) {
        let all = Choice.allCases
        choice = all[max(0, min(choice.rawValue + step, all.count - 1))]
    }
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
