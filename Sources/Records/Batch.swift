import Foundation

// Giao nhận: what is counted and signed for when paper comes from the store and goes back (NĐ 30/2020, PL V).

public enum BatchTag {}
public typealias BatchID = Identifier<BatchTag>

/// One side of a handover.
public struct Party: Sendable, Hashable, Codable {
    /// Cơ quan, đơn vị.
    public var unit: String
    public var person: String
    /// Chức vụ.
    public var post: String

    public init(unit: String = "", person: String = "", post: String = "") {
        (self.unit, self.person, self.post) = (unit, person, post)
    }
}

/// What is written down of a batch (đợt giao nhận). Empty texts and nil: not known. Texts are NFC.
public struct BatchFields: Sendable, Hashable, Codable {
    /// Đợt số: as the office writes it, one of a kind.
    public var number: String
    /// Tên khối tài liệu.
    public var name: String
    /// Bên giao and bên nhận when the paper comes; at the return they change places.
    public var giver: Party
    public var receiver: Party
    public var place: String
    /// Mét giá, as measured at the handover.
    public var shelfMetres: Double?
    public var receivedOn: PartialDate?
    public var returnedOn: PartialDate?
    /// Căn cứ: the plan or decision it follows from.
    public var basis: String
    public var note: String

    public init(
        number: String, name: String = "", giver: Party = Party(), receiver: Party = Party(), place: String = "", shelfMetres: Double? = nil,
        receivedOn: PartialDate? = nil, returnedOn: PartialDate? = nil, basis: String = "", note: String = ""
    ) {
        self.number = number
        self.name = name
        self.giver = giver
        self.receiver = receiver
        self.place = place
        self.shelfMetres = shelfMetres
        self.receivedOn = receivedOn
        self.returnedOn = returnedOn
        self.basis = basis
        self.note = note
    }
}

/// What the paper looks like, in few words that can be counted.
public enum ConditionCode: String, Sendable, Codable, CaseIterable {
    /// Tốt; stands alone.
    case good
    /// Rách, giòn.
    case torn
    /// Mốc.
    case mouldy
    /// Ố, phai mực.
    case stained
    /// Dính, bết.
    case stuck
    case other
}

/// Tình trạng vật lý of what lies in a box, in coded words and the counter's own.
public struct PhysicalCondition: Sendable, Hashable, Codable {
    /// In the order of `ConditionCode.allCases`, each once; empty: nobody said.
    public let codes: [ConditionCode]
    /// More about it; with `other` it is not empty.
    public let detail: String

    public static let unsaid = PhysicalCondition(unchecked: [], detail: "")
    public static let good = PhysicalCondition(unchecked: [.good], detail: "")

    private init(unchecked codes: [ConditionCode], detail: String) { (self.codes, self.detail) = (codes, detail) }

    /// nil when paper is said to be good and bad at once, or something else without saying what.
    public init?(_ codes: some Sequence<ConditionCode>, detail: String = "") {
        let said = Set(codes)
        let detail = detail.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
        if said.contains(.good), said.count > 1 { return nil }
        if said.contains(.other), detail.isEmpty { return nil }
        self.init(unchecked: ConditionCode.allCases.filter(said.contains), detail: detail)
    }

    /// Reads what a person types: words in either language with commas between, `rách, mốc: góc dưới` with more behind a
    /// colon. nil for a word that is none of the list.
    public init?(typed: String) {
        let text = typed.precomposedStringWithCanonicalMapping
        let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        let words = (parts.first ?? "").split(separator: ",").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
        let codes = words.map { ConditionCode(typed: $0) }
        guard !codes.contains(nil) else { return nil }
        self.init(codes.compactMap { $0 }, detail: parts.count > 1 ? parts[1] : "")
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        let codes = try container.decode([ConditionCode].self, forKey: .codes)
        guard let value = PhysicalCondition(codes, detail: try container.decode(String.self, forKey: .detail)) else {
            throw DecodingError.dataCorrupted(.init(codingPath: decoder.codingPath, debugDescription: "not a condition: \(codes)"))
        }
        self = value
    }
}

extension ConditionCode {
    fileprivate init?(typed word: String) {
        switch word {
        case "tốt", "tot", "good": self = .good
        case "rách", "rach", "giòn", "torn": self = .torn
        case "mốc", "moc", "mouldy": self = .mouldy
        case "ố", "o", "phai", "stained": self = .stained
        case "dính", "dinh", "bết", "stuck": self = .stuck
        case "khác", "khac", "other": self = .other
        default: return nil
        }
    }
}

/// What a person counted in a box.
public struct BoxCount: Sendable, Hashable {
    public var dossiers: Int
    /// Of the numbered run, in the whole box; nil: not counted.
    public var sheets: Int?
    public var condition: PhysicalCondition
    public var note: String

    public init(dossiers: Int, sheets: Int? = nil, condition: PhysicalCondition = .unsaid, note: String = "") {
        self.dossiers = dossiers
        self.sheets = sheets
        self.condition = condition
        self.note = note
    }
}

/// A count, who made it and when.
public struct CountRecord: Sendable, Hashable {
    public let count: BoxCount
    public let person: String
    public let at: Timestamp
    /// Only of a return that was made before everything was accepted.
    public let reason: EarlyReturnReason?

    public init(count: BoxCount, person: String, at: Timestamp, reason: EarlyReturnReason? = nil) {
        self.count = count
        self.person = person
        self.at = at
        self.reason = reason
    }
}

/// Why a box goes back before all of it is accepted. Coded, as every reason that is counted later.
public enum EarlyReturnReason: Sendable, Hashable {
    /// Mượn lại: the store borrows it back and it comes again.
    case borrowedBack
    /// Theo yêu cầu of the store or of a superior.
    case onRequest
    case other(String)

    public var code: String {
        switch self {
        case .borrowedBack: "borrowed_back"
        case .onRequest: "on_request"
        case .other: "other"
        }
    }

    public var detail: String? {
        if case .other(let text) = self { text } else { nil }
    }

    public init?(code: String, detail: String?) {
        switch code {
        case "borrowed_back": self = .borrowedBack
        case "on_request": self = .onRequest
        case "other":
            guard let detail, !detail.isEmpty else { return nil }
            self = .other(detail)
        default: return nil
        }
    }

    /// Reads what a person types: `mượn lại`, `theo yêu cầu`, `khác: …`, the codes, or any other text, taken as `other`.
    public init?(typed: String) {
        let text = typed.trimmingCharacters(in: .whitespacesAndNewlines).precomposedStringWithCanonicalMapping
        let parts = text.split(separator: ":", maxSplits: 1).map { $0.trimmingCharacters(in: .whitespaces) }
        guard let head = parts.first?.lowercased(), !head.isEmpty else { return nil }
        switch head {
        case "mượn lại", "borrowed_back": self = .borrowedBack
        case "theo yêu cầu", "on_request": self = .onRequest
        case "khác", "other": self.init(code: "other", detail: parts.count > 1 ? parts[1] : nil)
        default: self = .other(text)
        }
    }
}

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

// MARK: - What is printed

/// A line of the minutes: one box.
public struct HandoverLine: Sendable, Hashable {
    public let label: String
    public let room: String
    public let shelf: String
    /// Of receipt minutes: at entry. Of return minutes: as it went back.
    public let count: BoxCount
    /// Only in return minutes.
    public let entry: BoxCount?
    /// Receipt: against the register. Return: against entry.
    public let differences: [CountDifference]
    /// Only in return minutes, of a box that went back before all of it was accepted.
    public let earlyReason: EarlyReturnReason?

    public init(
        label: String, room: String, shelf: String, count: BoxCount, entry: BoxCount?, differences: [CountDifference],
        earlyReason: EarlyReturnReason?
    ) {
        self.label = label
        self.room = room
        self.shelf = shelf
        self.count = count
        self.entry = entry
        self.differences = differences
        self.earlyReason = earlyReason
    }
}

/// What biên bản giao nhận hồ sơ, tài liệu (receipt) and biên bản hoàn trả (return) say.
public struct HandoverReport: Sendable, Hashable {
    public enum Kind: String, Sendable, CaseIterable {
        case receipt
        case `return`
    }

    public struct Totals: Sendable, Hashable {
        public let boxes: Int
        public let dossiers: Int
        /// Of the boxes whose sheets were counted.
        public let sheets: Int
        /// Boxes whose sheets were not counted.
        public let uncountedBoxes: Int

        public init(_ counts: [BoxCount]) {
            boxes = counts.count
            dossiers = counts.map(\.dossiers).reduce(0, +)
            sheets = counts.compactMap(\.sheets).reduce(0, +)
            uncountedBoxes = counts.count { $0.sheets == nil }
        }
    }

    public let kind: Kind
    /// As entered; the parties are those of the receipt.
    public let batch: BatchFields
    public let agencyName: String
    public let fondsName: String
    /// By kho, giá, hộp. Return minutes: those that went back.
    public let lines: [HandoverLine]
    /// Boxes of the batch that are still here; only in return minutes.
    public let remaining: [String]
    /// When these minutes were made.
    public let made: Timestamp
    /// Of the audit trail at that moment.
    public let auditHead: String

    public init(
        kind: Kind, batch: BatchFields, agencyName: String, fondsName: String, lines: [HandoverLine], remaining: [String], made: Timestamp,
        auditHead: String
    ) {
        self.kind = kind
        self.batch = batch
        self.agencyName = agencyName
        self.fondsName = fondsName
        self.lines = lines
        self.remaining = remaining
        self.made = made
        self.auditHead = auditHead
    }

    public var totals: Totals { Totals(lines.map(\.count)) }
    /// What the same boxes were counted as when they came; nil in receipt minutes.
    public var entryTotals: Totals? { kind == .return ? Totals(lines.compactMap(\.entry)) : nil }
    /// Who gives and who receives in these minutes: at the return the parties have changed places.
    public var giver: Party { kind == .receipt ? batch.giver : batch.receiver }
    public var receiver: Party { kind == .receipt ? batch.receiver : batch.giver }
    /// The day of the handover; nil: not written down.
    public var day: PartialDate? { kind == .receipt ? batch.receivedOn : batch.returnedOn }
}

/// Phiếu lấy lại: a dossier that is wanted again from the store, because its box is not here and it is not done.
public struct RetrievalSlip: Sendable, Hashable {
    public let room: String
    public let shelf: String
    public let box: String
    public let numberInBox: Int?
    public let code: DossierCode
    public let title: String
    public let presence: BoxPresence
    /// The batch it last came with; nil: it never came.
    public let batchNumber: String?
    public let returnedAt: Timestamp?
    /// What it is wanted for.
    public let issues: [BoxIssueCode]

    public init(
        room: String, shelf: String, box: String, numberInBox: Int?, code: DossierCode, title: String, presence: BoxPresence,
        batchNumber: String?, returnedAt: Timestamp?, issues: [BoxIssueCode]
    ) {
        self.room = room
        self.shelf = shelf
        self.box = box
        self.numberInBox = numberInBox
        self.code = code
        self.title = title
        self.presence = presence
        self.batchNumber = batchNumber
        self.returnedAt = returnedAt
        self.issues = issues
    }
}
