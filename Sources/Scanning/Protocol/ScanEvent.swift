import Foundation
import Records

/// What the scan worker reports. Events of one page come in order, and pages end in the order they started; bands of
/// page n+1 may come before page n is reported captured, because its file is written while the scanner goes on.
public enum ScanEvent: Codable, Sendable {
    /// The answer to `listDevices`, and what kept it from being everything.
    case devices([DeviceDescription], fault: ScanFault?)
    case described(DeviceDescription)
    /// A `describe` that failed.
    case refused(ScanFault)
    /// The device is open and its options are set: what it really chose.
    case opened(DeviceDescription, chosen: ChosenSettings)
    /// A sign of life while a page is being encoded or flushed. Comes every second, but not while a driver's call does not
    /// come back.
    case waiting
    /// The device is asked for something that may take long, and may say nothing meanwhile. Over with the next word of a
    /// page, or of another wait.
    case busy(ScanWait)
    case pageStarted(PageStart)
    case band(PreviewBand)
    /// The page's files are in the spool and flushed to the medium.
    case pageCaptured(CapturedPage)
    /// The page under way at a jam, a cancel or the like. Its grant is used up and no file is left of it.
    case pageDiscarded(DiscardedPage)
    /// Folder scanner: the tray changed without a page, as before a simulated hang. Keep it for the next run.
    case hopper(HopperState)
    /// The sensors of a device that is watched: first as they are, then whenever one changes. `paper` is nil where there is
    /// no such sensor; `button` is the one that is down.
    case sensed(paper: Bool?, button: String?)
    /// Nil when it was asked for.
    case watchEnded(ScanFault?)
    /// Always the last event of a run, unless the worker dies.
    case ended(RunEnd)
}

/// What a run waits for outside of pages. None of it is a hang yet, though it is as silent as one.
public enum ScanWait: String, Codable, Sendable, CaseIterable {
    case opening
    /// The first page of a run: lamps of old scanners take up to a minute.
    case warmingUp
    /// A feeder with a full buffer, or a slow one.
    case nextSheet
    /// Another program has the device; it is tried again.
    case occupied
}

public enum DeviceKind: String, Codable, Sendable {
    case sane, folder
}

public struct DeviceDescription: Codable, Sendable, Hashable {
    /// Goes verbatim to `--device`.
    public var name: String
    public var kind: DeviceKind
    public var vendor: String
    public var model: String
    /// What `--source` can be; nil when the device was not opened to find out.
    public var sources: [ScanSource]?

    public init(name: String, kind: DeviceKind, vendor: String, model: String, sources: [ScanSource]? = nil) {
        self.name = name
        self.kind = kind
        self.vendor = vendor
        self.model = model
        self.sources = sources
    }
}

/// What the device really does, which may differ from what the order asked.
public struct ChosenSettings: Codable, Sendable, Hashable {
    /// Nil when the device has no choice of source and does not say.
    public var source: ScanSource?
    /// The source as the driver calls it.
    public var sourceName: String?
    /// Consecutive pages are front and back of one sheet.
    public var duplex: Bool
    public var mode: ColorMode
    /// Bits of a sample.
    public var depth: Int
    /// 0 when the device does not say.
    public var dpi: Int
    /// Nil when the device has no choice of area.
    public var area: PaperSize?
    /// What was asked and is not so; what the device does not say counts as granted.
    public var unmet: [UnmetWish]

    public init(
        source: ScanSource?, sourceName: String?, duplex: Bool, mode: ColorMode, depth: Int, dpi: Int, area: PaperSize? = nil,
        unmet: [UnmetWish] = []
    ) {
        self.source = source
        self.sourceName = sourceName
        self.duplex = duplex
        self.mode = mode
        self.depth = depth
        self.dpi = dpi
        self.area = area
        self.unmet = unmet
    }
}

public struct PageStart: Codable, Sendable, Hashable {
    public var page: PageID
    public var sequence: Int
    public var side: Side
    /// The sheet's place in the run, from 1; 0 for the back of the sheet whose front an earlier run took, which is the first
    /// page of a run then.
    public var sheetOrdinal: Int
    /// Pixels, as announced; nil when the device does not know.
    public var width: Int?
    public var height: Int?

    public init(
        page: PageID, sequence: Int, side: Side, sheetOrdinal: Int, width: Int? = nil,
        height: Int? = nil
    ) {
        self.page = page
        self.sequence = sequence
        self.side = side
        self.sheetOrdinal = sheetOrdinal
        self.width = width
        self.height = height
    }
}

/// Rows of the live preview.
public struct PreviewBand: Codable, Sendable, Hashable {
    public var page: PageID
    /// Of the preview, from 0.
    public var firstRow: Int
    /// Pixels of a row.
    public var width: Int
    /// Rows from top to bottom, one byte a pixel, 0 is black.
    public var pixels: Data

    public init(page: PageID, firstRow: Int, width: Int, pixels: Data) {
        self.page = page
        self.firstRow = firstRow
        self.width = width
        self.pixels = pixels
    }
}

public struct CapturedPage: Codable, Sendable, Hashable {
    public var page: PageID
    public var sequence: Int
    public var side: Side
    /// The sheet's place in the run, from 1; 0 for the back of the sheet whose front an earlier run took, which is the first
    /// page of a run then.
    public var sheetOrdinal: Int
    /// The finished image in the spool, already flushed; its folder is not.
    public var file: String
    /// The small grey copy in the spool (not flushed: it can be made again); nil if it could not be written.
    public var greyFile: String?
    public var facts: ImageFacts
    public var findings: [Finding]
    public var blank: BlankClass
    /// `Fingerprint.bits`, to notice a sheet that was fed twice; 0, which repeats nothing, for a page too empty to tell.
    public var fingerprint: UInt64
    /// What a code of ours on it says; nil for a page of a dossier.
    public var code: SheetCode?
    /// Folder scanner: the tray after this page.
    public var hopper: HopperState?
    /// The source as the driver calls it.
    public var sourceName: String?

    public init(
        page: PageID, sequence: Int, side: Side, sheetOrdinal: Int, file: String,
        greyFile: String? = nil, facts: ImageFacts, findings: [Finding], blank: BlankClass, fingerprint: UInt64,
        code: SheetCode? = nil, hopper: HopperState? = nil, sourceName: String? = nil
    ) {
        self.page = page
        self.sequence = sequence
        self.side = side
        self.sheetOrdinal = sheetOrdinal
        self.file = file
        self.greyFile = greyFile
        self.facts = facts
        self.findings = findings
        self.blank = blank
        self.fingerprint = fingerprint
        self.code = code
        self.hopper = hopper
        self.sourceName = sourceName
    }
}

public struct DiscardedPage: Codable, Sendable, Hashable {
    public var page: PageID
    public var sequence: Int
    /// The sheet's place in the run, from 1; 0 for the back of the sheet whose front an earlier run took, which is the first
    /// page of a run then.
    public var sheetOrdinal: Int

    public init(page: PageID, sequence: Int, sheetOrdinal: Int) {
        self.page = page
        self.sequence = sequence
        self.sheetOrdinal = sheetOrdinal
    }
}

public struct RunEnd: Codable, Sendable, Hashable {
    public var reason: StopReason
    /// Set unless the reason is `empty`, `max` or `cancelled`.
    public var fault: ScanFault?
    /// Folder scanner: the tray after the run.
    public var hopper: HopperState?

    public init(reason: StopReason, fault: ScanFault? = nil, hopper: HopperState? = nil) {
        self.reason = reason
        self.fault = fault
        self.hopper = hopper
    }
}
