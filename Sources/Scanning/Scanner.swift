import Records

/// A device as a run sees it: SANE's, or a folder of images that acts as one. Used by one thread.
///
/// The order of calls is `open`, then for each page `nextPage` and `read` until it says `end`, and `close` at last,
/// whatever happened.
protocol Scanner: AnyObject {
    /// Opens the device and sets its options.
    func open() throws(DeviceTrouble) -> OpenedScanner
    /// Draws the next page in. Nil when there is no more paper.
    func nextPage() throws(DeviceTrouble) -> PageFormat?
    /// Reads some rows. A call returns soon after the device delivered some, so that a cancel is noticed between calls.
    func read(into page: PageBuffer) throws(DeviceTrouble) -> ReadStep
    /// Ends the scan and releases the device.
    func close()
    /// The folder scanner's tray; nil for every other device.
    var hopper: HopperState? { get }
}

struct OpenedScanner {
    var description: DeviceDescription
    var chosen: ChosenSettings
    /// Nil: a feeder, scanned until it is empty. A glass has one page.
    var pagesWithoutLimit: Int?
    /// The first image of the run is the back of a sheet whose front the run before it took.
    var startsOnBack = false
}

/// What is known of a page before its first byte.
struct PageFormat: Equatable {
    /// Pixels.
    var width: Int
    /// Nil when the device does not know, as a hand scanner.
    var height: Int?
    var mode: ColorMode
    /// 0 when unknown.
    var dpi: Int
}

enum ReadStep: Equatable {
    case more
    case end
    /// The page that was started does not exist: the feeder turned out to be empty.
    case noPage
}

/// Why a device did not go on, before it is known which sheet of the run that was.
enum DeviceTrouble: Error, Equatable {
    case jam
    case coverOpen
    case connectionLost
    /// What the driver says of a page, or delivers, cannot be.
    case absurdImage
    /// Somebody asked for it, here or on the device.
    case cancelled
    case fault(ScanFault)

    /// Nil for a cancel.
    func fault(sheet: Int) -> ScanFault? {
        switch self {
        case .jam: .jam(sheet: sheet)
        case .coverOpen: .coverOpen(sheet: sheet)
        case .connectionLost: .deviceError(sheet: sheet)
        case .absurdImage: .absurdImage(sheet: sheet)
        case .cancelled: nil
        case .fault(let fault): fault
        }
    }
}

/// Which side of which sheet the images of a run are, in the order they come.
struct SheetCounter {
    private let duplex: Bool
    private let startsOnBack: Bool
    private var image: Int

    init(duplex: Bool, startsOnBack: Bool = false) {
        self.duplex = duplex
        self.startsOnBack = duplex && startsOnBack
        image = self.startsOnBack ? 1 : 0
    }

    var side: Side { duplex && image % 2 == 1 ? .back : .front }
    /// From 1; 0 is the sheet whose front an earlier run took.
    var sheet: Int { (duplex ? image / 2 : image) + (startsOnBack ? 0 : 1) }

    mutating func advance() { image += 1 }
}
