import Records
import Scanning
import Texts

/// What a scan run into a dossier tells as it goes. Pages are told only when they are durable.
public enum CaptureEvent: Sendable {
    case opened(DeviceDescription, ChosenSettings)
    /// The device is at something that may take long; over with the next event of a page.
    case waiting(ScanWait)
    case pageBegan(PageStart)
    case band(PreviewBand)
    case pageStored(StoredPage)
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
}

/// How a run ended.
public struct CaptureEnd: Sendable {
    public let reason: StopReason
    /// Set unless the run ended as runs do: empty, max, cancelled.
    public let fault: (any ReportableError)?
    /// In order.
    public let stored: [StoredPage]

    /// Sheets of the run with at least one stored side.
    public var sheets: Int { Set(stored.map(\.sheetOrdinal)).count }

    /// What the device was really set to; nil when it could not be opened.
    public let chosen: ChosenSettings?

    /// The sheet of the run of which only the front was stored; nil when every sheet is whole.
    public let cutOffSheet: Int?

    /// The sheet, counted in the run, that has to go back on the stack: the one that was cut off, or else the one under way.
    public var sheetToTakeBack: Int? {
        if let cutOffSheet { return cutOffSheet }
        switch reason {
        case .jam, .coverOpen, .hang: return (stored.map(\.sheetOrdinal).max() ?? 0) + 1
        case .empty, .max, .cancelled, .error: return nil
        }
    }
}
