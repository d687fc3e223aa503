import Texts

/// What a check of the store or of a delivery found.
public struct VerifyReport: Sendable, Hashable {
    public struct Problem: Sendable, Hashable {
        public let code: ProblemCode
        /// What it is about: a path, a page, a dossier's code, a row of the audit trail.
        public let subject: String
        public let detail: String

        public var message: Phrase { code.text.with(["subject": subject, "detail": detail]) }
    }

    public enum ProblemCode: String, Sendable, CaseIterable, Codable {
        case databaseDamaged = "database_damaged"
        case auditBroken = "audit_broken"
        case summaryWrong = "summary_wrong"
        /// Pages are free that are to be withheld, or the other way round.
        case withheldWrong = "withheld_wrong"
        case imageMissing = "image_missing"
        case imageDiffers = "image_differs"
        /// A page that had arrived when the program died, or one that arrives just now: to be entered, nothing is lost.
        case orphan
        case doneMissing = "done_missing"
        case manifestMissing = "manifest_missing"
        case manifestDiffers = "manifest_differs"
        case fileMissing = "file_missing"
        case fileDiffers = "file_differs"
        case fileExtra = "file_extra"
        case notAPDF = "not_a_pdf"

        /// False for what only asks for a person's attention.
        public var isFault: Bool { self != .orphan }

        var text: Text {
            switch self {
            case .databaseDamaged: .databaseProblem
            case .auditBroken: .auditBroken
            case .summaryWrong: .summaryWrong
            case .withheldWrong: .withheldWrong
            case .imageMissing: .vaultFileMissing
            case .imageDiffers: .vaultFileDiffers
            case .orphan: .orphanFound
            case .doneMissing: .doneMissing
            case .manifestMissing: .manifestMissing
            case .manifestDiffers: .manifestDiffers
            case .fileMissing: .deliveredFileMissing
            case .fileDiffers: .deliveredFileDiffers
            case .fileExtra: .deliveredFileExtra
            case .notAPDF: .notAPDF
            }
        }
    }

    public internal(set) var problems: [Problem] = []
    /// Every image of the vault is read in so many runs, of which this was one; 1: all were read, nil: none.
    public internal(set) var runsForAll: Int? = 1
    /// Files whose every byte was read.
    public internal(set) var filesRead = 0
    public internal(set) var bytesRead = 0
    /// Files that were only looked for.
    public internal(set) var filesSeen = 0

    /// In one line: what was found, and how much of it was looked into.
    public var summary: Phrase {
        let numbers = [
            "files": String(filesRead), "seen": String(filesSeen), "problems": String(faults.count), "runs": String(runsForAll ?? 0),
        ]
        return switch (isSound, runsForAll) {
        case (true, 1): Text.verifySound.with(numbers)
        case (true, .some): Text.verifyPartSound.with(numbers)
        case (true, nil): Text.verifyQuickSound.with(numbers)
        case (false, 1): Text.verifyUnsound.with(numbers)
        case (false, _): Text.verifyPartUnsound.with(numbers)
        }
    }

    public var faults: [Problem] { problems.filter(\.code.isFault) }
    public var isSound: Bool { faults.isEmpty }
    /// 65 when something is not as it should be, 74 when that is the database itself.
    public var exitCode: ExitCode {
        if problems.contains(where: { $0.code == .databaseDamaged }) { return .inputOutput }
        return isSound ? .done : .badData
    }

    mutating func note(_ code: ProblemCode, _ subject: String, _ detail: String = "") {
        problems.append(Problem(code: code, subject: subject, detail: detail))
    }
}
