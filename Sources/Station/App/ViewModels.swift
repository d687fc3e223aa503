import Extraction
import Records
import Texts

// What the screens show. The station knows nothing of the store: whoever performs the effects (`StationServices`)
// fills these values and sends them as events.

/// What went wrong, in the three parts every error has: what happened, what was kept, what to do next.
public struct Failure: Sendable, Equatable {
    /// A stable name for logs, in lower-case words joined by `_`.
    public var code: String
    public var message: Phrase
    public var kept: Phrase
    public var todo: Phrase

    public init(code: String, message: Phrase, kept: Phrase, todo: Phrase) {
        (self.code, self.message, self.kept, self.todo) = (code, message, kept, todo)
    }

    public init(_ error: some ReportableError) {
        self.init(code: error.code, message: error.message, kept: error.kept, todo: error.todo)
    }
}

// MARK: Register

/// Where a dossier stands on its way. Derived from facts by the store; shown here.
public enum DossierStage: String, Sendable, Equatable, CaseIterable {
    case listed, prepared, scanning, scanned, corrected, described, accepted, signed, packaged, delivered, withheld
}

/// One line of the register.
public struct DossierLine: Sendable, Equatable, Identifiable {
    public var id: DossierID
    public var code: String
    public var title: String
    /// The box it lies in, as written on the box; nil when unknown.
    public var box: String?
    /// Its number in the inventory or box; nil when unknown.
    public var number: String?
    public var stage: DossierStage
    /// Keyed by the preparer; nil until then.
    public var countedSheets: Int?
    public var sheets: Int
    public var pages: Int
    /// Who has it open at another station; nil when it is free or ours.
    public var heldBy: String?
    /// Findings nobody has looked at.
    public var openFindings: Int
    /// Number in the box of the first dossier of which sheets may lie at its end, as its cover was missing or could not be read:
    /// codes of one box begin alike, and the column is narrow.
    public var coverSuspected: String?

    public init(
        id: DossierID, code: String, title: String, box: String? = nil, number: String? = nil, stage: DossierStage = .listed,
        countedSheets: Int? = nil, sheets: Int = 0, pages: Int = 0, heldBy: String? = nil, openFindings: Int = 0
    ) {
        self.openFindings = openFindings
        self.id = id
        self.code = code
        self.title = title
        self.box = box
        self.number = number
        self.stage = stage
        self.countedSheets = countedSheets
        self.sheets = sheets
        self.pages = pages
        self.heldBy = heldBy
    }
}

extension DossierLine {
    /// Counted sheets that are not there, in a dossier that was finished all the same; negative: sheets too many. nil: nothing differs.
    var settledShort: Int? {
        guard stage.isFinished, let countedSheets, countedSheets != sheets else { return nil }
        return countedSheets - sheets
    }
}

extension DossierStage {
    /// Its counts were settled at the scan desk.
    var isFinished: Bool {
        switch self {
        case .listed, .prepared, .scanning, .withheld: false
        case .scanned, .corrected, .described, .accepted, .signed, .packaged, .delivered: true
        }
    }

    /// Whether it still has to come to the scan desk.
    var isToBeScanned: Bool { !isFinished && self != .withheld }
}

/// Which dossiers the register shows. Matching of `text` ignores marks and case, over code and title; `box` and
/// `number` match exactly as typed. Empty fields match everything.
public struct RegisterQuery: Sendable, Equatable {
    public var text: String
    /// The keys behind the text, where they differ: meant where nothing matches the text.
    public var keys: String?
    public var box: String
    public var number: String
    /// Lines wanted from `offset`; the list is paged, as a register has 35,000 lines.
    public var offset: Int
    public var limit: Int

    public init(text: String = "", keys: String? = nil, box: String = "", number: String = "", offset: Int = 0, limit: Int = 200) {
        (self.text, self.keys, self.box, self.number, self.offset, self.limit) = (text, keys, box, number, offset, limit)
    }
}

/// The answer to a query: the lines from its offset on, and how many match in all.
public struct RegisterLines: Sendable, Equatable {
    public var query: RegisterQuery
    public var lines: [DossierLine]
    public var total: Int

    public init(query: RegisterQuery, lines: [DossierLine], total: Int) {
        (self.query, self.lines, self.total) = (query, lines, total)
    }
}

// MARK: Scan desk

/// The dossier on the desk.
public struct DeskDossier: Sendable, Equatable {
    public var id: DossierID
    public var code: String
    public var title: String
    public var stage: DossierStage
    public var documents: [DeskDocument]
    /// Active pages in order.
    public var pages: [PageTile]
    /// Dropped pages, the last dropped first.
    public var dropped: [PageTile]
    public var counts: DeskCounts
    /// What keeps it from the next state.
    public var missing: [MissingItem] { counts.missing }
    /// What undo would take back, and redo do again; nil when there is nothing.
    public var undo: Phrase?
    public var redo: Phrase?
    /// Pages that were scanned since the step that undo would take back.
    public var pagesSinceUndo: Int
    /// Places kept for sheets that left the stack, in order.
    public var places: [DeskPlace]
    /// Numbers that no sheet carries, and labels that two carry.
    public var missingNumbers: [Int]
    public var doubledLabels: [String]
    /// Manual duplex: fronts whose backs are to come.
    public var frontsAwaiting: Int
    /// Pages at which a document may start, as their text says, in order; those where one starts, or does not by a person's word,
    /// are not among them.
    public var proposals: [DocumentProposal]
    /// What its scanned contents sheet lists against what is there; nil: none was read.
    public var listed: ContentsComparison?
    /// What is withheld in it, oldest first.
    public var withheld: [DeskWithholding] = []
    /// What its phiếu chuẩn bị says; nil: none was scanned or keyed.
    public var preparation: DeskPreparation?
    /// Pages behind sheets "hồ sơ mới", in order: of dossiers that nobody has named.
    public var unnamed: [DeskPart] = []
    /// Dossiers of which sheets may lie at the end of this one: their cover was missing or could not be read.
    public var coversSuspected: [String] = []
    /// Answers of several threads overtake each other: an older state never replaces a newer one.
    public var asOf: Moment

    public init(
        id: DossierID, code: String, title: String, stage: DossierStage = .listed, documents: [DeskDocument] = [],
        pages: [PageTile] = [], dropped: [PageTile] = [], counts: DeskCounts = DeskCounts(), missing: [MissingItem] = [],
        undo: Phrase? = nil, redo: Phrase? = nil, pagesSinceUndo: Int = 0, places: [DeskPlace] = [], missingNumbers: [Int] = [], doubledLabels: [String] = [],
        frontsAwaiting: Int = 0, proposals: [DocumentProposal] = [], listed: ContentsComparison? = nil, asOf: Moment = .start
    ) {
        self.asOf = asOf
        self.proposals = proposals
        self.listed = listed
        self.places = places
        self.missingNumbers = missingNumbers
        self.doubledLabels = doubledLabels
        self.frontsAwaiting = frontsAwaiting
        self.id = id
        self.code = code
        self.title = title
        self.stage = stage
        self.documents = documents
        self.pages = pages
        self.dropped = dropped
        self.counts = counts
        if !missing.isEmpty { self.counts.missing = missing }
        self.undo = undo
        self.redo = redo
        self.pagesSinceUndo = pagesSinceUndo
    }
}

/// When the store was looked at, in the order of this station's looks: of two answers the later look is the newer one,
/// whichever came first.
public struct Moment: Sendable, Equatable, Comparable {
    public static let start = Moment(0)

    private let number: Int

    public init(_ number: Int) { self.number = number }

    public static func < (one: Moment, other: Moment) -> Bool { one.number < other.number }
}

/// One page of the dossier on the desk as it was at a moment, without asking for the whole dossier again.
public struct PageNews: Sendable, Equatable {
    public var page: PageTile
    public var counts: DeskCounts
    public var asOf: Moment

    public init(_ page: PageTile, _ counts: DeskCounts, asOf: Moment = .start) {
        (self.page, self.counts, self.asOf) = (page, counts, asOf)
    }
}

/// A page at which a document seems to start.
public struct DocumentProposal: Sendable, Equatable {
    public var page: PageID
    /// 0…1.
    public var confidence: Double
    /// Clear enough to be taken with all others like it.
    public var isSure: Bool
    /// What its head says, such as `15/QĐ-UBND`; empty when that could not be read.
    public var head: String
    /// What on the page speaks for it, strongest first.
    public var reasons: [Text]

    public init(page: PageID, confidence: Double, isSure: Bool, head: String, reasons: [Text]) {
        (self.page, self.confidence, self.isSure, self.head, self.reasons) = (page, confidence, isSure, head, reasons)
    }
}

/// A document of the dossier on the desk; its pages follow from `PageTile.document`.
public struct DeskDocument: Sendable, Equatable, Identifiable {
    public var id: DocumentID
    /// From 1, in order (STT).
    public var number: Int
    /// What is known of it, such as `QĐ 15/QĐ-UBND`; empty when nothing is.
    public var title: String
    public var pageCount: Int
    /// Index from 0 of its first active page among the pages of the dossier.
    public var firstPage: Int

    public init(id: DocumentID, number: Int, title: String = "", pageCount: Int, firstPage: Int) {
        (self.id, self.number, self.title, self.pageCount, self.firstPage) = (id, number, title, pageCount, firstPage)
    }
}

public enum PageReadingState: String, Sendable, Equatable, CaseIterable {
    case waiting, done, failed
}

/// A page as the contact strip and the panes show it.
public struct PageTile: Sendable, Equatable, Identifiable {
    public var id: PageID
    /// Place among the active pages from 1; for a dropped page the place it had.
    public var index: Int
    /// Pencil number of its sheet: `12`, `12a`; empty outside the numbered run.
    public var sheetLabel: String
    /// nil while it is not known yet.
    public var sheet: SheetID?
    /// The number was written down by a person.
    public var isLabelled: Bool
    public var role: SheetRole
    /// Degrees clockwise that set it straight.
    public var deskew: Double
    public var side: Side
    public var document: DocumentID
    public var findings: [Finding]
    public var blank: BlankClass
    public var reading: PageReadingState
    /// Degrees clockwise: 0, 90, 180, 270.
    public var turn: Int
    /// 0, 1 or 2 trang.
    public var countsAs: Int
    /// Pixels of the stored image, before turn.
    public var width: Int
    public var height: Int
    /// What it was captured in; nil while it is not known.
    public var run: RunID?
    /// Why nothing of it may be seen; nil: it is not withheld.
    public var withheld: WithholdingReason?

    public init(
        id: PageID, index: Int, sheetLabel: String, side: Side, document: DocumentID, findings: [Finding] = [],
        blank: BlankClass = .notBlank, reading: PageReadingState = .waiting, turn: Int = 0, countsAs: Int = 1,
        width: Int = 2480, height: Int = 3508, sheet: SheetID? = nil, isLabelled: Bool = false, role: SheetRole = .document,
        deskew: Double = 0, run: RunID? = nil
    ) {
        self.run = run
        self.sheet = sheet
        self.isLabelled = isLabelled
        self.role = role
        self.deskew = deskew
        self.id = id
        self.index = index
        self.sheetLabel = sheetLabel
        self.side = side
        self.document = document
        self.findings = findings
        self.blank = blank
        self.reading = reading
        self.turn = turn
        self.countsAs = countsAs
        self.width = width
        self.height = height
    }
}

public struct DeskCounts: Sendable, Equatable {
    /// Sheets with at least one active page.
    public var sheets: Int
    /// Counted by the preparer; nil until keyed.
    public var countedSheets: Int?
    /// Captured sides that are active.
    public var sides: Int
    public var readingWaiting: Int
    public var readingFailed: Int
    /// Sheets outside the numbered run, there and as counted; nil: nobody counted them.
    public var roles: RoleCounts
    public var countedRoles: RoleCounts?
    /// What keeps the dossier from the next state: it follows from the counts and changes with every page.
    public var missing: [MissingItem]

    public init(
        sheets: Int = 0, countedSheets: Int? = nil, sides: Int = 0, readingWaiting: Int = 0, readingFailed: Int = 0,
        missing: [MissingItem] = [], roles: RoleCounts = .none, countedRoles: RoleCounts? = nil
    ) {
        self.roles = roles
        self.countedRoles = countedRoles
        self.sheets = sheets
        self.countedSheets = countedSheets
        self.sides = sides
        self.readingWaiting = readingWaiting
        self.readingFailed = readingFailed
        self.missing = missing
    }
}

/// One thing that keeps the dossier from the next state.
public struct MissingItem: Sendable, Equatable {
    public var code: String
    public var message: Phrase
    public var page: PageID?

    public init(code: String, message: Phrase, page: PageID? = nil) {
        (self.code, self.message, self.page) = (code, message, page)
    }
}

/// Why a dossier may be finished although the counts disagree.
public enum FinishOverride: Sendable, Equatable {
    /// Counted again (đếm lại): the new number of sheets.
    case recounted(Int)
    /// Sheets were already missing when the dossier came (thiếu từ trước).
    case missingBefore
    /// A pencil number stands on two leaves (trùng số).
    case doubledNumber
    case other(String)
}

/// What finishing found. A dossier is complete when every role's count agrees or a person overrode it.
public struct CountMismatch: Sendable, Equatable {
    public var dossier: DossierID
    /// nil: nobody has keyed the counted sheets.
    public var counted: Int?
    public var scanned: Int
    /// Labels of the sheets that are not there, as far as they are known.
    public var missingSheets: [String]
    /// What else is missing where the sheets agree.
    public var notes: [Phrase]

    public init(dossier: DossierID, counted: Int?, scanned: Int, missingSheets: [String] = [], notes: [Phrase] = []) {
        self.notes = notes
        (self.dossier, self.counted, self.scanned, self.missingSheets) = (dossier, counted, scanned, missingSheets)
    }
}

/// What can be done to a page from the scan desk.
public enum PageAction: Sendable, Hashable {
    /// A new document begins at this page.
    case split
    /// The document of this page joins the one before it.
    case merge
    case drop
    /// With all that the same run of the scanner brought.
    case dropRun
    case restore
    case moveUp
    case moveDown
    /// Degrees clockwise to add: 90 or 270.
    case turn(Int)
    case confirmBlank
    case markNotBlank
    /// A finding is taken as it is.
    case accept(FindingCode)
    /// Degrees clockwise that set the page straight; 0: as it was captured.
    case deskew(Double)
    /// The pencil number of its sheet; nil: it follows the sheet before it.
    case label(String?)
    case role(SheetRole)
    /// 0, 1 or 2 trang.
    case countsAs(Int)
}

/// A finding of a page that nobody has looked at.
public struct OpenFinding: Sendable, Hashable {
    public var page: PageID
    public var code: FindingCode

    public init(page: PageID, code: FindingCode) {
        (self.page, self.code) = (page, code)
    }

    init(_ open: (page: PageTile, finding: Finding)) { self.init(page: open.page.id, code: open.finding.code) }
}

/// A place kept for a sheet that left the stack.
public struct DeskPlace: Sendable, Equatable, Identifiable {
    public var id: PlaceholderID
    public var kind: PlaceholderKind
    /// Pencil number of the sheet.
    public var label: String
    /// Pages in front of it.
    public var pagesBefore: Int
    /// Not captured yet.
    public var isOpen: Bool

    public init(id: PlaceholderID, kind: PlaceholderKind, label: String, pagesBefore: Int, isOpen: Bool = true) {
        (self.id, self.kind, self.label, self.pagesBefore, self.isOpen) = (id, kind, label, pagesBefore, isOpen)
    }
}

public enum RunState: Sendable, Equatable {
    case idle
    case starting
    case running
    case stopping
    case stopped(RunStop)

    /// From the press of Space until the device has answered that it stopped.
    public var isUnderWay: Bool {
        switch self {
        case .starting, .running, .stopping: true
        case .idle, .stopped: false
        }
    }
}
