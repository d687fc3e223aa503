import Records
import Terminal
import Texts

/// The dialog in which a box is counted, when it comes or when it goes back.
public struct HandoverState: Equatable, Sendable {
    public enum Field: Sendable, Hashable {
        case box, dossiers, sheets, condition, room, shelf, batch, batchNumber, batchName, reason, reasonDetail
    }
    /// Why a box goes back early, as it is chosen.
    public enum Reason: Sendable, Equatable, CaseIterable {
        case none, borrowedBack, onRequest, other
    }

    public let kind: HandoverReport.Kind
    /// The box as it stood when the dialog came up, or as the station said since; nil: none of the list.
    public var known: BoxStanding?
    public private(set) var batches: [BatchLine]
    private var texts: [Field: TextField] = [:]
    public private(set) var focus: Field
    /// Its place among the batches; one behind them is a new batch.
    public private(set) var batchChoice = 0
    public private(set) var reason: Reason = .none
    /// Asked of the station and not answered.
    public var isSent = false
    /// The label of which the person said that it is a new box.
    public var newLabel: String?
    /// The label of which the person said that she counts it again: another than the dialog came up for.
    public var recountLabel: String?

    /// - Parameter label: of a box that is not in the list.
    public init(_ kind: HandoverReport.Kind, _ known: BoxStanding?, label: String = "", batches: [BatchLine] = []) {
        (self.kind, self.known, self.batches) = (kind, known, batches)
        focus = known == nil ? .box : .dossiers
        batchChoice = HandoverState.firstChoice(batches, known)
        texts = [
            .box: TextField(known?.label ?? label, content: .code, limit: 80), .dossiers: TextField(content: .digits, limit: 4),
            .sheets: TextField(content: .digits, limit: 6), .condition: TextField(limit: 120),
            .room: TextField(known?.room ?? "", limit: 60), .shelf: TextField(known?.shelf ?? "", limit: 60),
            .batchNumber: TextField(HandoverState.numberAfter(batches), content: .code, limit: 40), .batchName: TextField(limit: 200),
            .reasonDetail: TextField(limit: 200),
        ]
    }

    subscript(field: Field) -> TextField {
        get { texts[field] ?? TextField() }
        set { texts[field] = newValue }
    }

    /// The box that is meant, as far as it is known.
    var standing: BoxStanding? { known?.label == self[.box].text ? known : nil }

    /// A box that is here is counted again with its batch, and one that went back as it went.
    var isRecount: Bool { standing?.presence == (kind == .receipt ? .here : .returned) }
    var isNewBatch: Bool { !isRecount && batchChoice >= batches.count }
    var needsReason: Bool { kind == .return && !isRecount && standing?.isGreen == false }

    /// The fields that are there, from the top.
    var fields: [Field] {
        switch kind {
        case .receipt: [.box, .dossiers, .sheets, .condition, .room, .shelf] + (isRecount ? [] : [.batch]) + (isNewBatch ? [.batchNumber, .batchName] : [])
        case .return: [.dossiers, .sheets, .condition] + (needsReason ? [.reason] : []) + (needsReason && reason == .other ? [.reasonDetail] : [])
        }
    }

    var isOnChoice: Bool { focus == .batch || focus == .reason }

    // MARK: Changes

    mutating func move(_ step: Int) {
        let place = fields.firstIndex(of: focus) ?? 0
        focus = fields[(place + step + fields.count) % fields.count]
    }

    mutating func focus(on field: Field) { if fields.contains(field) { focus = field } }

    mutating func choose(_ step: Int) {
        switch focus {
        case .batch: batchChoice = max(0, min(batchChoice + step, batches.count))
        case .reason:
            let all = Reason.allCases
            let place = all.firstIndex(of: reason) ?? 0
            reason = all[max(0, min(place + step, all.count - 1))]
        default: break
        }
    }

    /// Letters typed on the choice of the reason are the reason.
    mutating func edit(_ key: Key, _ typing: Typing) -> Bool {
        if focus == .reason, case .character(let character) = key, character != " " {
            reason = .other
            focus = .reasonDetail
        }
        guard !isOnChoice else { return false }
        return texts[focus]?.handle(key, typing: typing) == true
    }

    mutating func endWord() { texts[focus]?.endWord() }

    /// The batches there are now; the choice stays, and a batch made meanwhile with the typed number is the chosen one.
    mutating func take(_ batches: [BatchLine]) {
        let wasNew = batchChoice >= self.batches.count
        let chosen = wasNew ? nil : self.batches[batchChoice].id
        let isFirst = self.batches.isEmpty
        self.batches = batches
        if let at = batches.firstIndex(where: { $0.id == chosen || wasNew && $0.number == self[.batchNumber].text }) {
            batchChoice = at
        } else {
            batchChoice = isFirst ? HandoverState.firstChoice(batches, known) : batches.count
        }
        if isFirst { self[.batchNumber].replace(with: HandoverState.numberAfter(batches)) }
        if !fields.contains(focus) { focus = .batch }
    }

    /// The newest batch, unless the box has come and gone with it: it comes again with another.
    private static func firstChoice(_ batches: [BatchLine], _ known: BoxStanding?) -> Int {
        batches.firstIndex { $0.id != known?.visit?.batch } ?? batches.count
    }

    /// The number after that of the newest batch, where it is a number.
    private static func numberAfter(_ batches: [BatchLine]) -> String {
        guard let newest = batches.first else { return "1" }
        guard let number = Int(newest.number), number < Int.max else { return "" }
        return String(number + 1)
    }

    // MARK: What is said

    /// nil while the dossiers are not counted, or the condition is no word of the list.
    var count: BoxCount? {
        guard let dossiers = self[.dossiers].number, let condition = PhysicalCondition(typed: self[.condition].text) else { return nil }
        return BoxCount(dossiers: dossiers, sheets: self[.sheets].number, condition: condition)
    }

    var earlyReason: EarlyReturnReason? {
        switch reason {
        case .none: nil
        case .borrowedBack: .borrowedBack
        case .onRequest: .onRequest
        case .other: EarlyReturnReason(code: "other", detail: self[.reasonDetail].text.hasWords ? self[.reasonDetail].text : nil)
        }
    }

    var receipt: BoxReceipt? {
        guard let count, self[.box].text.hasWords else { return nil }
        func changed(_ field: Field, _ before: String?) -> String? { self[field].text == before ?? "" ? nil : self[field].text }
        return BoxReceipt(
            label: self[.box].text, batch: batch, count: count, room: changed(.room, standing?.room), shelf: changed(.shelf, standing?.shelf),
            isNew: newLabel == self[.box].text, isRecount: isRecount || recountLabel == self[.box].text)
    }

    private var batch: BoxReceipt.Batch {
        if isRecount, let visit = standing?.visit { return .known(visit.batch) }
        return isNewBatch ? .new(number: self[.batchNumber].text, name: self[.batchName].text) : .known(batches[batchChoice].id)
    }

    /// The field that keeps it from being written down, and why.
    var obstacle: (field: Field, why: Text)? {
        if kind == .receipt, !self[.box].text.hasWords { return (.box, .typeTheBox) }
        if self[.dossiers].number == nil { return (.dossiers, .typeTheDossiers) }
        if PhysicalCondition(typed: self[.condition].text) == nil { return (.condition, .conditionHint) }
        if kind == .receipt, isNewBatch, !self[.batchNumber].text.hasWords { return (.batchNumber, .typeTheBatch) }
        if needsReason, reason == .none { return (.reason, .chooseEarlyReason) }
        if needsReason, earlyReason == nil { return (.reasonDetail, .typeTheReason) }
        return nil
    }

    /// What was typed against what is known: at entry against register and scan, at the return against entry.
    var differences: [CountDifference] {
        guard let standing, let count else { return [] }
        let record = CountRecord(count: count, person: "", at: Timestamp(milliseconds: 0))
        switch kind {
        case .receipt:
            let visit = BoxVisit(batch: standing.visit?.batch ?? BatchID(HandoverState.noBatch), batchNumber: "", entry: record, exit: nil)
            return BoxStanding(label: "", room: "", shelf: "", visit: visit, progress: standing.progress, issues: []).entryDifferences
        case .return:
            guard let visit = standing.visit else { return [] }
            return BoxVisit(batch: visit.batch, batchNumber: "", entry: visit.entry, exit: record).returnDifferences
        }
    }

    /// Stands where no batch matters.
    private static let noBatch = ULID(milliseconds: 0, randomHigh: 0, randomLow: 0)
}

extension String {
    fileprivate var hasWords: Bool { contains { $0 != " " } }
}
