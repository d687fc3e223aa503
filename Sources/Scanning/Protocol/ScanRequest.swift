import Records

/// What the parent asks of the scan worker.
///
/// One run at a time: after `start` the parent sends grants (one ahead of the page under way) and at most two
/// cancels, until the worker answers `ended`. Grants that are left over at the end of a run are void.
public enum ScanRequest: Codable, Sendable {
    case listDevices
    /// Answered by `described` or `refused`.
    case describe(device: String)
    case start(ScanOrder)
    /// Opens a device between runs and reports its paper sensor and buttons with `sensed`, until `cancel` or until the
    /// device is gone; then `watchEnded`, and the device is free again.
    case watch(device: String)
    case grant(PageGrant)
    /// Stops the run under way at the next sheet, so that no paper is thrown out with its back unread; a page on a glass
    /// is given up at once. Sent a second time, it stops at the next read, and the page under way is discarded.
    case cancel
}

/// One scan run.
public struct ScanOrder: Codable, Sendable, Hashable {
    /// `sane:NAME`, a bare SANE name, or `folder:PATH`.
    public var device: String
    public var settings: ScanSettings
    /// At most so many pages; nil: until the feeder is empty (a flatbed: one page).
    public var maxPages: Int?
    /// Existing folder for finished page files, on the file system of the vault so that they can be renamed into it.
    public var spoolFolder: String
    /// Pixels of a row of the live preview.
    public var previewWidth: Int
    /// The folder scanner's paper tray as the last run left it; nil for a tray that was never fed from.
    public var hopper: HopperState?
    /// Folder scanner: from the first image again, whatever the tray's state.
    public var restart: Bool
    /// Manual duplex: the stack was turned over, and its backs are fed.
    public var isBackPass: Bool

    public init(
        device: String, settings: ScanSettings, maxPages: Int? = nil, spoolFolder: String, previewWidth: Int = 400,
        hopper: HopperState? = nil, restart: Bool = false, isBackPass: Bool = false
    ) {
        self.device = device
        self.settings = settings
        self.maxPages = maxPages
        self.spoolFolder = spoolFolder
        self.previewWidth = previewWidth
        self.hopper = hopper
        self.restart = restart
        self.isBackPass = isBackPass
    }
}

/// What a folder scanner's tray remembers between runs. The parent keeps it, because the worker may be killed.
public struct HopperState: Codable, Sendable, Hashable {
    /// Images that went through, from the first in natural order.
    public var fedImages: Int
    /// The sheet (from 1, counted over the whole folder) whose fault fired; it does not fire again when the next run
    /// goes on at this sheet.
    public var faultedSheet: Int?

    public init(fedImages: Int = 0, faultedSheet: Int? = nil) {
        self.fedImages = fedImages
        self.faultedSheet = faultedSheet
    }
}

/// Leave to capture one page under this identity. The worker takes one before it reads the page's first byte, and waits
/// for it, so that the arrival row is always written first.
public struct PageGrant: Codable, Sendable, Hashable {
    public var page: PageID
    /// From 1, the page's place in the run.
    public var sequence: Int

    public init(page: PageID, sequence: Int) {
        self.page = page
        self.sequence = sequence
    }
}
