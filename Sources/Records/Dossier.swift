import Foundation

/// The metadata of a dossier as the register gives it. Texts are NFC.
public struct DossierFields: Sendable, Hashable, Codable {
    public var title: String
    public var retention: Retention?
    public var accessMode: AccessMode?
    public var startDate: PartialDate?
    public var endDate: PartialDate?
    /// Where the paper lies: the box, and the dossier's number in it.
    public var box: String?
    public var numberInBox: Int?
    public var note: String?

    public init(
        title: String, retention: Retention? = nil, accessMode: AccessMode? = nil, startDate: PartialDate? = nil,
        endDate: PartialDate? = nil, box: String? = nil, numberInBox: Int? = nil, note: String? = nil
    ) {
        self.title = title
        self.retention = retention
        self.accessMode = accessMode
        self.startDate = startDate
        self.endDate = endDate
        self.box = box
        self.numberInBox = numberInBox
        self.note = note
    }
}

/// Why a dossier may be finished although its sheets do not agree with the count. Coded, because a free text alone
/// cannot be counted or inspected (decisions.md, Placeholders).
public enum OverrideReason: Sendable, Hashable {
    /// Đếm lại: the count was wrong, this many sheets are right.
    case recounted(Int)
    /// Thiếu từ trước: sheets were missing when the paper came.
    case missingBefore
    /// Trùng số: two leaves carry one number.
    case doubledNumber
    case other(String)

    public var code: String {
        switch self {
        case .recounted: "recounted"
        case .missingBefore: "missing_before"
        case .doubledNumber: "doubled_number"
        case .other: "other"
        }
    }

    public var detail: String? {
        switch self {
        case .recounted(let count): String(count)
        case .other(let text): text
        case .missingBefore, .doubledNumber: nil
        }
    }

    public init?(code: String, detail: String?) {
        switch code {
        case "recounted":
            guard let count = detail.flatMap({ Int($0) }), count >= 0 else { return nil }
            self = .recounted(count)
        case "missing_before": self = .missingBefore
        case "doubled_number": self = .doubledNumber
        case "other":
            guard let detail, !detail.isEmpty else { return nil }
            self = .other(detail)
        default: return nil
        }
    }

    /// Reads what a person writes after `--override`: `đếm lại: 12`, `recounted:12`, `thiếu từ trước`, `missing_before`,
    /// `trùng số`, `doubled_number`, `khác: …`, `other: …`. Any other text is taken as `other` with that text.
    public init?(typed: String) {
        guard let said = TypedReason(typed) else { return nil }
        switch said.head {
        case "đếm lại", "recounted", "recount": self.init(code: "recounted", detail: said.detail)
        case "thiếu từ trước", "missing_before", "missing before": self = .missingBefore
        case "trùng số", "doubled_number", "doubled number": self = .doubledNumber
        case "khác", "other": self.init(code: "other", detail: said.detail)
        default: self = .other(said.text)
        }
    }
}

/// Where a dossier stands. Derived from facts, never set by hand (product.md, The life of a dossier).
public enum DossierState: String, Sendable, Codable, CaseIterable {
    case listed, prepared, scanning, scanned, corrected

    /// Its counts were settled at the scan desk.
    public var isFinished: Bool { self == .scanned || self == .corrected }
}

/// The facts a state follows from; one row per dossier keeps them beside it and can be rebuilt (`verify` compares).
public struct DossierCounts: Sendable, Hashable, Codable {
    /// Sheets in the numbered run that have at least one page in use.
    public var sheets = 0
    /// Pages in use, as images.
    public var pages = 0
    public var dropped = 0
    /// Suspected, doubtful or confirmed blank, among the pages in use.
    public var blank = 0
    public var ocrWaiting = 0
    public var ocrFailed = 0
    /// Pages in use that could be neither read nor looked at for a mark of secrecy, and that nobody has settled: the dossier is not
    /// delivered until somebody has.
    public var notSeen = 0
    /// Places reserved for sheets that have no page yet.
    public var placeholders = 0
    /// Findings on pages in use that nobody has looked at.
    public var openFindings = 0
    /// Sheets outside the numbered run that have at least one page in use.
    public var roles = RoleCounts.none
    /// Pages in use that are withheld: they are there, but nothing of them is read, shown, found or delivered.
    public var withheld = 0
    /// Pages in use whose text waits for a person: doubtful words that nobody has looked at, or nothing read yet.
    public var toCorrect = 0

    public init() {}

    public init(
        sheets: Int, pages: Int, dropped: Int, blank: Int, ocrWaiting: Int, ocrFailed: Int, placeholders: Int = 0, openFindings: Int = 0,
        roles: RoleCounts = .none, withheld: Int = 0, toCorrect: Int = 0, notSeen: Int = 0
    ) {
        self.sheets = sheets
        self.pages = pages
        self.dropped = dropped
        self.blank = blank
        self.ocrWaiting = ocrWaiting
        self.ocrFailed = ocrFailed
        self.placeholders = placeholders
        self.openFindings = openFindings
        self.roles = roles
        self.withheld = withheld
        self.toCorrect = toCorrect
        self.notSeen = notSeen
    }
}

/// The settling of a dossier's counts by a person: "xong".
public struct Settlement: Sendable, Hashable {
    /// Sheets in use when it was settled; a different number later makes the settlement void.
    public var sheets: Int
    public var override: OverrideReason?

    public init(sheets: Int, override: OverrideReason?) {
        self.sheets = sheets
        self.override = override
    }
}

/// One thing that keeps a dossier from its next state.
public struct MissingItem: Sendable, Hashable {
    public enum Code: String, Sendable, CaseIterable {
        case countedSheets = "counted_sheets"
        case pages
        case sheetsMissing = "sheets_missing"
        case sheetsTooMany = "sheets_too_many"
        /// Covers, contents and closing sheets are not as many as were counted; the number of those too few or too many.
        case otherSheets = "other_sheets"
        /// Places reserved for sheets that were not captured yet.
        case placeholders
        case notFinished = "not_finished"
        case ocrWaiting = "ocr_waiting"
        case ocrFailed = "ocr_failed"
        /// Pages that could be neither read nor looked at for a mark of secrecy.
        case notSeen = "not_seen"
    }

    public var code: Code
    /// How many sheets or pages it is about.
    public var count: Int

    public init(_ code: Code, count: Int = 0) {
        self.code = code
        self.count = count
    }
}

/// State and missing list from facts.
public struct DossierStanding: Sendable, Hashable {
    public let state: DossierState
    public let missing: [MissingItem]

    /// True when the counts agree, or a person settled them with a reason.
    public let isSettled: Bool

    /// - Parameter countedRoles: sheets outside the numbered run as the preparer counted them; nil when nobody did.
    public init(counts: DossierCounts, countedSheets: Int?, countedRoles: RoleCounts? = nil, settlement: Settlement?) {
        let rolesDiffer = countedRoles.map { counted in
            SheetRole.allCases.map { abs(counted[$0] - counts.roles[$0]) }.reduce(0, +)
        } ?? 0
        let agrees = counts.sheets == countedSheets && rolesDiffer == 0 && counts.placeholders == 0
        let settled = settlement.map { $0.sheets == counts.sheets && (agrees || $0.override != nil) } ?? false
        isSettled = settled
        // Nobody has corrected what is withheld.
        if settled { state = counts.toCorrect == 0 && counts.withheld < max(1, counts.pages) ? .corrected : .scanned }
        else if counts.pages > 0 || counts.dropped > 0 { state = .scanning }
        else { state = countedSheets == nil ? .listed : .prepared }

        var missing: [MissingItem] = []
        if !settled {
            switch countedSheets {
            case nil: missing.append(MissingItem(.countedSheets))
            case let counted? where counts.sheets < counted:
                missing.append(MissingItem(.sheetsMissing, count: counted - counts.sheets))
            case let counted? where counts.sheets > counted:
                missing.append(MissingItem(.sheetsTooMany, count: counts.sheets - counted))
            default: break
            }
            if rolesDiffer > 0 { missing.append(MissingItem(.otherSheets, count: rolesDiffer)) }
            if counts.placeholders > 0 { missing.append(MissingItem(.placeholders, count: counts.placeholders)) }
            if counts.pages == 0 { missing.append(MissingItem(.pages)) }
            missing.append(MissingItem(.notFinished))
        }
        if counts.ocrWaiting > 0 { missing.append(MissingItem(.ocrWaiting, count: counts.ocrWaiting)) }
        if counts.ocrFailed > 0 { missing.append(MissingItem(.ocrFailed, count: counts.ocrFailed)) }
        if counts.notSeen > 0 { missing.append(MissingItem(.notSeen, count: counts.notSeen)) }
        self.missing = missing
    }
}

/// OCR of one page, as far as it got.
public enum OCRState: String, Sendable, Codable, CaseIterable {
    case waiting, done, failed
}
