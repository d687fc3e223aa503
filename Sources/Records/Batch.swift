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
    /// Số of the return minutes, one of a kind and not that of the receipt; nil: nothing went back yet.
    public var returnNumber: String?
    /// Mét giá of what went back, as measured then; nil: not measured.
    public var returnedMetres: Double?
    /// How many boxes had gone back when that was measured; nil: it was not.
    public var returnedMetresOf: Int?
    /// Căn cứ: the plan or decision it follows from.
    public var basis: String
    public var note: String

    public init(
        number: String, name: String = "", giver: Party = Party(), receiver: Party = Party(), place: String = "", shelfMetres: Double? = nil,
        receivedOn: PartialDate? = nil, returnedOn: PartialDate? = nil, returnNumber: String? = nil, returnedMetres: Double? = nil,
        basis: String = "", note: String = ""
    ) {
        self.number = number
        self.name = name
        self.giver = giver
        self.receiver = receiver
        self.place = place
        self.shelfMetres = shelfMetres
        self.receivedOn = receivedOn
        self.returnedOn = returnedOn
        self.returnNumber = returnNumber
        self.returnedMetres = returnedMetres
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
        guard let said = TypedReason(typed) else { return nil }
        switch said.head {
        case "mượn lại", "borrowed_back": self = .borrowedBack
        case "theo yêu cầu", "on_request": self = .onRequest
        case "khác", "other": self.init(code: "other", detail: said.detail)
        default: self = .other(said.text)
        }
    }
}
