import Records
import Scanning
import Store
import Texts

/// What a scan run into a dossier tells as it goes. Pages are told only when they are durable.
public enum CaptureEvent: Sendable {
    case opened(DeviceDescription, ChosenSettings)
    /// The device is at something that may take long; over with the next event of a page.
    case waiting(ScanWait)
    case pageBegan(PageStart)
    case band(PreviewBand)
    case pageStored(StoredPage)
    /// A cover sheet has come through: what follows is stored in this dossier, as it stands now. It is leased.
    case turned(DossierSummary, Lease)
}

/// A page that is on the disk, synced, and in the database.
public struct StoredPage: Sendable, Hashable {
    public let page: PageID
    public let run: RunID
    public let document: DocumentID
    public let sequence: Int
    /// The sheet's place in the run, from 1.
    public let sheetOrdinal: Int
    public let side: Side
    public let facts: ImageFacts
    public let findings: [Finding]
    public let blank: BlankClass
    /// What a code of ours on it says, whether it was obeyed or not.
    public let code: SheetCode?
    /// Set for a side of a separator sheet: it is no page of the dossier.
    public let separation: Separation?
    /// What the stack held before this sheet.
    public var before = StackMarks()

    /// The sheet's place, from 1, among those of the run that are of the dossier.
    public var sheetOfDossier: Int { sheetOrdinal - before.otherSheets - before.separators }
}

/// What is to be known of a stack besides its pages.
public struct StackMarks: Sendable, Hashable {
    /// Sheets that lay in front of the dossier's own: those of other dossiers.
    public var otherSheets = 0
    /// The dossier's separator sheets.
    public var separators = 0
    /// Places that they reserved.
    public var places = 0

    public init() {}

    /// - Parameter sheet: counted in the run; only what lies in front of it counts.
    init(in stored: [StoredPage], before sheet: Int = .max) {
        let earlier = stored.filter { $0.sheetOrdinal < sheet }
        separators = earlier.separatorSheets.count
        places = earlier.count { if case .reserved? = $0.separation?.effect { true } else { false } }
    }
}

extension [StoredPage] {
    /// Sides that are left out, whether that was known when they were told or only with the other side.
    var leftOut: Set<PageID> { Set(flatMap { $0.separation?.pages ?? [] }) }

    /// Those that are pages of the dossier.
    public var ofDossier: [StoredPage] {
        let leftOut = leftOut
        return filter { !leftOut.contains($0.page) }
    }

    /// Sheets of the run of which no side is a page of the dossier. Sheet 0 was counted by the run that was cut off in it.
    var separatorSheets: Set<Int> { Set(map(\.sheetOrdinal)).subtracting(ofDossier.map(\.sheetOrdinal)).subtracting([0]) }
}

/// How a run ended.
public struct CaptureEnd: Sendable {
    public let reason: StopReason
    /// Set unless the run ended as runs do: empty, max, cancelled.
    public let fault: (any ReportableError)?
    /// In order.
    public let stored: [StoredPage]

    /// The dossiers of the stack, by the runs into them, in order; one unless there were covers in it.
    public let dossiers: [(run: RunID, dossier: DossierID)]

    /// The one with which the stack ended.
    public var dossier: DossierID? { dossiers.last?.dossier }

    /// Pages of dossiers among them.
    public var pages: [StoredPage] { stored.ofDossier }

    /// Sheets of the run with at least one page in the dossier.
    public var sheets: Int { Set(pages.map(\.sheetOrdinal)).count }

    /// Separator sheets of the run, and the places they reserved.
    public var marks: StackMarks { StackMarks(in: stored) }

    /// What the device was really set to; nil when it could not be opened.
    public let chosen: ChosenSettings?

    /// The sheet of the run of which only the front was stored; nil when every sheet is whole.
    public let cutOffSheet: Int?

    /// The sheet, counted in the run, that has to go back on the stack: the one that was cut off, or else the one under way.
    public var sheetToTakeBack: Int? {
        if let cutOffSheet { return cutOffSheet }
        switch reason {
        case .jam, .coverOpen, .hang: return (stored.map(\.sheetOrdinal).max() ?? 0) + 1
        case .empty, .max, .cancelled, .nextDossier, .error: return nil
        }
    }
}
