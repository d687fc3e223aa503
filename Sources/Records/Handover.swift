import Foundation

/// A line of the minutes: one box.
public struct HandoverLine: Sendable, Hashable {
    public let label: String
    public let room: String
    public let shelf: String
    /// Of receipt minutes: at entry. Of return minutes: as it went back.
    public let count: BoxCount
    /// When it was counted so: came, or went back.
    public let at: Timestamp
    /// When it came; in receipt minutes the same.
    public let cameAt: Timestamp
    /// Only in return minutes.
    public let entry: BoxCount?
    /// Receipt: against the register. Return: against entry.
    public let differences: [CountDifference]
    /// Only in return minutes, of a box that went back before all of it was accepted.
    public let earlyReason: EarlyReturnReason?

    public init(
        label: String, room: String, shelf: String, count: BoxCount, at: Timestamp, cameAt: Timestamp, entry: BoxCount?,
        differences: [CountDifference], earlyReason: EarlyReturnReason?
    ) {
        self.label = label
        self.room = room
        self.shelf = shelf
        self.count = count
        self.at = at
        self.cameAt = cameAt
        self.entry = entry
        self.differences = differences
        self.earlyReason = earlyReason
    }

    /// Whether its sheets can be held against those that came.
    public var hasSheetsToCompare: Bool { count.sheets != nil && entry?.sheets != nil }
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
        public let uncounted: [String]

        public init(_ counts: [(label: String, count: BoxCount)]) {
            boxes = counts.count
            dossiers = counts.map(\.count.dossiers).reduce(0, +)
            sheets = counts.compactMap(\.count.sheets).reduce(0, +)
            uncounted = counts.filter { $0.count.sheets == nil }.map(\.label)
        }

        /// Nobody counted a sheet of any box.
        public var isWithoutSheets: Bool { boxes > 0 && uncounted.count == boxes }
    }

    /// Mét giá of what is handed over.
    public struct ShelfMetres: Sendable, Hashable {
        public let metres: Double
        /// Of a part of the batch that nobody measured: its share of the whole, by boxes.
        public let isByBoxes: Bool

        public init(metres: Double, isByBoxes: Bool) { (self.metres, self.isByBoxes) = (metres, isByBoxes) }
    }

    /// The sum of what was keyed off phiếu chuẩn bị.
    public struct Prepared: Sendable, Hashable {
        /// Dossiers with a keyed one.
        public let dossiers: Int
        /// Leaves and numbers by line; a line that none of them has is not there.
        public let counts: [PreparedCount: Int]

        /// nil for none.
        public init?(_ said: [Preparation]) {
            guard !said.isEmpty else { return nil }
            dossiers = said.count
            let known = PreparedCount.allCases.map { line in (line, said.compactMap { $0[line] }) }.filter { !$0.1.isEmpty }
            counts = Dictionary(uniqueKeysWithValues: known.map { ($0.0, $0.1.reduce(0, +)) })
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
    /// What the phiếu chuẩn bị of its dossiers say, as far as they were keyed; nil: none was.
    public var prepared: Prepared?
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

    public var totals: Totals { Totals(lines.map { ($0.label, $0.count) }) }
    /// What the same boxes were counted as when they came; nil in receipt minutes.
    public var entryTotals: Totals? {
        guard kind == .return else { return nil }
        return Totals(lines.compactMap { line in line.entry.map { (line.label, $0) } })
    }
    /// Who gives and who receives in these minutes: at the return the parties have changed places.
    public var giver: Party { kind == .receipt ? batch.giver : batch.receiver }
    public var receiver: Party { kind == .receipt ? batch.receiver : batch.giver }
    /// The day of the handover: as written down, else that on which the last of the boxes was counted; nil: there is none.
    public func day(in zone: TimeZone) -> PartialDate? {
        kind == .receipt ? dayOfReceipt(in: zone) : batch.returnedOn ?? lines.map(\.at).max().flatMap { PartialDate($0.day(in: zone)) }
    }

    /// When these boxes came, in minutes of both kinds: as written down, else the day on which the last of them was counted.
    public func dayOfReceipt(in zone: TimeZone) -> PartialDate? {
        batch.receivedOn ?? lines.map(\.cameAt).max().flatMap { PartialDate($0.day(in: zone)) }
    }

    /// Return minutes of a batch list all that went back so far: that these are not the last, or not the first.
    public func isOfManyDays(in zone: TimeZone) -> Bool {
        kind == .return && (!remaining.isEmpty || Set(lines.map { $0.at.day(in: zone) }).count > 1)
    }

    /// nil: nobody measured.
    public var shelfMetres: ShelfMetres? {
        // Measured before any box was counted out, it was of all of them.
        let measuredBoxes = batch.returnedMetresOf.flatMap { $0 > 0 ? $0 : nil } ?? lines.count + remaining.count
        if kind == .return, let measured = batch.returnedMetres, measuredBoxes == lines.count {
            return ShelfMetres(metres: measured, isByBoxes: false)
        }
        guard let whole = batch.shelfMetres else { return nil }
        guard !remaining.isEmpty else { return ShelfMetres(metres: whole, isByBoxes: false) }
        return ShelfMetres(metres: whole * Double(lines.count) / Double(lines.count + remaining.count), isByBoxes: true)
    }
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
