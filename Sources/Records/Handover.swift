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
