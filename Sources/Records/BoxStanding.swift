/// Where a box and its paper are.
public enum BoxPresence: String, Sendable, Codable, CaseIterable {
    /// In the register, and no batch has brought it.
    case notReceived = "not_received"
    case here
    case returned
}

/// The visit of a box with one batch.
public struct BoxVisit: Sendable, Hashable {
    public let batch: BatchID
    public let batchNumber: String
    public let entry: CountRecord
    /// nil while it is here.
    public let exit: CountRecord?

    public init(batch: BatchID, batchNumber: String, entry: CountRecord, exit: CountRecord?) {
        self.batch = batch
        self.batchNumber = batchNumber
        self.entry = entry
        self.exit = exit
    }
}

/// Two countings that do not agree.
public enum CountDifference: Sendable, Hashable {
    public enum Basis: String, Sendable, CaseIterable {
        /// Dossiers the register has in the box; sheets the register counts in them.
        case register
        /// Sheets scanned.
        case scanned
        /// What was counted when the box came.
        case entry
    }

    case dossiers(against: Basis, expected: Int, found: Int)
    case sheets(against: Basis, expected: Int, found: Int)
    /// It went back in another state than it came.
    case condition(before: PhysicalCondition, now: PhysicalCondition)
}

/// Dossiers of a box by how far they are.
public struct BoxProgress: Sendable, Hashable {
    /// In the register.
    public var dossiers = 0
    /// Not a page of them is scanned.
    public var untouched = 0
    /// Begun and not finished.
    public var scanning = 0
    /// Counts settled.
    public var finished = 0
    /// Finished, every expected page entered, no place open, no finding unseen.
    public var durable = 0
    /// As they are now, they were delivered.
    public var delivered = 0
    /// As they were delivered, a person accepted them.
    public var accepted = 0
    /// Not to be digitised, with a reason.
    public var aside = 0
    /// Durable, delivered and accepted, or aside.
    public var done = 0
    /// Sheets the register counts, of the dossiers that were counted.
    public var countedSheets = 0
    /// Dossiers whose sheets nobody counted.
    public var uncounted = 0
    public var scannedSheets = 0
    public var pages = 0

    public init() {}
}

/// What keeps a dossier or its box from being done.
public enum BoxIssueCode: String, Sendable, CaseIterable {
    /// The register has no dossier in this box.
    case noDossiers = "no_dossiers"
    /// More or fewer dossiers came than the register has; `count` is how many.
    case dossiersDiffer = "dossiers_differ"
    /// More or fewer sheets came than were scanned; `count` is how many.
    case sheetsDiffer = "sheets_differ"
    case notScanned = "not_scanned"
    case notFinished = "not_finished"
    /// Pages came out of the scanner and were never entered.
    case pagesWaiting = "pages_waiting"
    case placesOpen = "places_open"
    case findingsOpen = "findings_open"
    case notDelivered = "not_delivered"
    /// Delivered, and changed since.
    case changedSince = "changed_since"
    case notAccepted = "not_accepted"
}

/// One thing that keeps a box red, and of how many dossiers (or as its code says).
public struct BoxIssue: Sendable, Hashable {
    public let code: BoxIssueCode
    public let count: Int

    public init(_ code: BoxIssueCode, count: Int) {
        self.code = code
        self.count = count
    }
}

public enum BoxColour: String, Sendable, Codable, CaseIterable {
    /// Everything in it is done: it may go back.
    case green
    case red
    /// It never came, and nothing of it is scanned.
    case untouched
}

/// A box as it stands. It exists when the register names it or when it was received; its label as the register writes it is
/// what it is known by (several fonds: the label carries the fonds).
public struct BoxStanding: Sendable, Hashable, Identifiable {
    public var id: String { label }
    public let label: String
    /// Kho and giá; empty: not known.
    public let room: String
    public let shelf: String
    /// The newest; nil: it never came.
    public let visit: BoxVisit?
    public let progress: BoxProgress
    public let issues: [BoxIssue]

    /// - Parameter issues: of its dossiers; those of the box itself are added.
    public init(label: String, room: String, shelf: String, visit: BoxVisit?, progress: BoxProgress, issues: [BoxIssue]) {
        self.label = label
        self.room = room
        self.shelf = shelf
        self.visit = visit
        self.progress = progress
        self.issues = BoxStanding.issuesOfBox(visit, progress) + issues
    }

    public var presence: BoxPresence {
        guard let visit else { return .notReceived }
        return visit.exit == nil ? .here : .returned
    }

    /// A box with no dossier is not done by that: it may hold what nobody registered.
    public var isGreen: Bool { issues.isEmpty && progress.dossiers > 0 && progress.done == progress.dossiers }

    public var colour: BoxColour {
        if isGreen { return .green }
        return visit == nil && progress.pages == 0 && progress.dossiers > 0 ? .untouched : .red
    }

    /// The count at entry against register and scan. Sheets are compared when all of it is finished: before, the difference
    /// is only what is still to be scanned.
    public var entryDifferences: [CountDifference] {
        visit.map { BoxStanding.differences($0.entry.count, progress) } ?? []
    }

    private static func differences(_ entry: BoxCount, _ progress: BoxProgress) -> [CountDifference] {
        var found: [CountDifference] = []
        if entry.dossiers != progress.dossiers {
            found.append(.dossiers(against: .register, expected: progress.dossiers, found: entry.dossiers))
        }
        guard let sheets = entry.sheets, progress.dossiers > 0 else { return found }
        if progress.uncounted == 0, sheets != progress.countedSheets {
            found.append(.sheets(against: .register, expected: progress.countedSheets, found: sheets))
        }
        if progress.finished == progress.dossiers, sheets != progress.scannedSheets {
            found.append(.sheets(against: .scanned, expected: progress.scannedSheets, found: sheets))
        }
        return found
    }

    private static func issuesOfBox(_ visit: BoxVisit?, _ progress: BoxProgress) -> [BoxIssue] {
        var issues: [BoxIssue] = []
        if progress.dossiers == 0 { issues.append(BoxIssue(.noDossiers, count: 0)) }
        for difference in visit.map({ differences($0.entry.count, progress) }) ?? [] {
            switch difference {
            case .dossiers(_, let expected, let found) where progress.dossiers > 0:
                issues.append(BoxIssue(.dossiersDiffer, count: abs(expected - found)))
            case .sheets(.scanned, let expected, let found): issues.append(BoxIssue(.sheetsDiffer, count: abs(expected - found)))
            default: break
            }
        }
        return issues
    }
}

extension BoxVisit {
    /// What went back against what came; empty while it is here.
    public var returnDifferences: [CountDifference] {
        guard let exit = exit?.count else { return [] }
        let entry = entry.count
        var found: [CountDifference] = []
        if exit.dossiers != entry.dossiers { found.append(.dossiers(against: .entry, expected: entry.dossiers, found: exit.dossiers)) }
        if let before = entry.sheets, let now = exit.sheets, before != now {
            found.append(.sheets(against: .entry, expected: before, found: now))
        }
        if exit.condition != .unsaid, exit.condition != entry.condition {
            found.append(.condition(before: entry.condition, now: exit.condition))
        }
        return found
    }
}

/// A dossier of a box and what keeps it from being done.
public struct BoxDossier: Sendable, Hashable, Identifiable {
    public let id: DossierID
    public let code: DossierCode
    public let title: String
    public let numberInBox: Int?
    public let state: DossierState
    public let countedSheets: Int?
    public let scannedSheets: Int
    public let isDelivered: Bool
    public let isAccepted: Bool
    /// Code of the reason for which it is not digitised; nil: it is.
    public let asideReason: String?
    /// In the order of `BoxIssueCode.allCases`; empty: it is done.
    public let issues: [BoxIssueCode]

    public init(
        id: DossierID, code: DossierCode, title: String, numberInBox: Int?, state: DossierState, countedSheets: Int?, scannedSheets: Int,
        isDelivered: Bool, isAccepted: Bool, asideReason: String?, issues: [BoxIssueCode]
    ) {
        self.id = id
        self.code = code
        self.title = title
        self.numberInBox = numberInBox
        self.state = state
        self.countedSheets = countedSheets
        self.scannedSheets = scannedSheets
        self.isDelivered = isDelivered
        self.isAccepted = isAccepted
        self.asideReason = asideReason
        self.issues = issues
    }
}
