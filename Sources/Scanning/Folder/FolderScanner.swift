import Foundation
import Imaging
import Records

/// A folder of images that acts as a scanner with a feeder: every run draws from where the last one stopped, and
/// `faults.toml` makes it jam, hang and lie like one (see `FaultPlan`).
final class FolderScanner: Scanner {
    private let order: ScanOrder
    private let folder: String
    private let send: @Sendable (ScanEvent) -> Void
    private var images: [FolderImages.Entry] = []
    private var plan = FaultPlan()
    private var tray: HopperState
    private let firstImage: Int
    private var current: CurrentPage?
    /// The next page is announced as no sheet can be.
    private var isLying = false

    private struct CurrentPage {
        var image: FolderImage
        /// Rows that are delivered in all, and how many of them are real.
        var rows: Int
        var realRows: Int
        var started = ContinuousClock.now
    }

    /// What a driver fills the rest with when a network scanner's JPEG was truncated.
    private static let flatGrey: UInt8 = 128
    /// A read delivers about this share of a page.
    private static let readsPerPage = 24

    init(folder: String, order: ScanOrder, send: @escaping @Sendable (ScanEvent) -> Void) {
        self.folder = folder
        self.order = order
        self.send = send
        tray = order.restart ? HopperState() : order.hopper ?? HopperState()
        firstImage = tray.fedImages
    }

    var hopper: HopperState? { tray }

    func open() throws(DeviceTrouble) -> OpenedScanner {
        do throws(ScanFault) {
            images = try FolderImages(folder: folder).entries
            plan = try FaultPlan(folder: folder)
        } catch {
            throw .fault(error)
        }
        let source = order.settings.source ?? .duplex
        guard DeviceDescription.folderSources.contains(source) else {
            throw .fault(.noSuchSource(asked: source, offered: DeviceDescription.folderSources.map(\.rawValue)))
        }
        CallLog.write("folder \(folder): \(images.count) images, \(tray.fedImages) fed, \(source.rawValue), \(plan)")
        try beBusy()
        let chosen = ChosenSettings(
            source: source, sourceName: source.rawValue, duplex: isDuplex, mode: order.settings.mode,
            depth: order.settings.mode == .lineart ? 1 : 8, dpi: nextDpi ?? order.settings.dpi, unmet: wishesUnmet)
        return OpenedScanner(
            description: .folder(path: folder), chosen: chosen, startsOnBack: isDuplex && firstImage % 2 == 1)
    }

    func nextPage() throws(DeviceTrouble) -> PageFormat? {
        guard tray.fedImages < stackEnd else { return nil }
        startSlowly()
        try fireStop()
        if isLying {
            isLying = false
            return PageFormat(width: Int(Int32.max), height: -1, mode: order.settings.mode, dpi: order.settings.dpi)
        }
        do throws(ScanFault) {
            let image = try FolderImage(images[tray.fedImages], settings: order.settings)
            current = page(of: image)
            return image.format
        } catch {
            throw .fault(error)
        }
    }

    func read(into page: PageBuffer) throws(DeviceTrouble) -> ReadStep {
        guard let current else { return .noPage }
        let reads = max(FolderScanner.readsPerPage, plan.slowMilliseconds / 100)
        let first = page.rowCount
        let rows = first..<min(first + max(1, current.rows / reads), current.rows)
        guard let room = page.room(rows: rows.count) else { throw .fault(.outOfMemory) }
        let real = rows.clamped(to: 0..<current.realRows)
        current.image.copyRows(real, to: room)
        for index in (real.count * page.bytesPerLine)..<room.count { room[index] = FolderScanner.flatGrey }
        page.commit(rows: rows.count)
        pace(current, rowsDone: rows.upperBound)
        guard rows.upperBound == current.rows else { return .more }
        feedOn()
        return .end
    }

    func close() { current = nil }

    /// Manual duplex: the folder holds the fronts and then, turned over, as many backs.
    private var stackEnd: Int {
        order.settings.source == .manualDuplex && !order.isBackPass ? (images.count + 1) / 2 : images.count
    }

    private var isDuplex: Bool { (order.settings.source ?? .duplex) == .duplex }

    /// The resolution the next image was really scanned at, if its file says so.
    private var nextDpi: Int? {
        guard tray.fedImages < images.count else { return nil }
        return (try? ImageHeader.read(path: images[tray.fedImages].path)).flatMap { $0.dpi > 0 ? $0.dpi : nil }
    }

    /// Images are as they are.
    private var wishesUnmet: [UnmetWish] {
        let settings = order.settings
        let adjustments: [(UnmetWish.Adjustment, Int?)] = [
            (.brightness, settings.brightness), (.contrast, settings.contrast), (.threshold, settings.threshold),
        ]
        var unmet = adjustments.filter { $0.1 != nil }.map { UnmetWish.adjustment($0.0) }
        if let dpi = nextDpi, dpi != settings.dpi { unmet.append(.resolution(asked: settings.dpi, got: dpi)) }
        return unmet
    }

    /// The sheet an image belongs to, from 1 over the whole folder.
    private func sheet(ofImage index: Int) -> Int { (isDuplex ? index / 2 : index) + 1 }

    private func isFront(_ index: Int) -> Bool { !isDuplex || index % 2 == 0 }

    /// Not again for the sheet whose fault ended the last run: a person has put it right.
    private func fireStop() throws(DeviceTrouble) {
        let index = tray.fedImages
        let sheet = sheet(ofImage: index)
        guard isFront(index), tray.faultedSheet != sheet, let stop = plan.stop(at: sheet) else { return }
        tray.faultedSheet = sheet
        CallLog.write("folder \(folder): \(stop.rawValue) sheet \(sheet)")
        switch stop {
        case .jam: throw .jam
        case .coverOpen: throw .coverOpen
        case .error: throw .connectionLost
        case .hang:
            send(.hopper(tray))
            while true { sleep(3600) }
        case .absurdSize: isLying = true
        case .crash:
            send(.hopper(tray))
            kill(getpid(), SIGKILL)
        }
    }

    private func page(of image: FolderImage) -> CurrentPage {
        let height = image.format.height ?? 0
        let index = tray.fedImages
        let sheet = sheet(ofImage: index)
        let short = max(1, height * 3 / 5)
        let isCut = isFront(index) && plan.has(.cutShort, at: sheet)
        let isFlat = isFront(index) && plan.has(.flatRest, at: sheet)
        return CurrentPage(image: image, rows: isCut ? short : height, realRows: isCut || isFlat ? short : height)
    }

    private func feedOn() {
        let sheet = sheet(ofImage: tray.fedImages)
        tray.fedImages += 1
        let isSheetDone = isFront(tray.fedImages)
        if isSheetDone, plan.has(.doubleFeed, at: sheet) {
            tray.fedImages = min(tray.fedImages + (isDuplex ? 2 : 1), images.count)
        }
        if tray.faultedSheet == sheet, isSheetDone { tray.faultedSheet = nil }
        current = nil
    }

    private func pace(_ page: CurrentPage, rowsDone: Int) {
        guard plan.slowMilliseconds > 0 else { return }
        let due = page.started + .milliseconds(plan.slowMilliseconds * rowsDone / max(1, page.rows))
        let wait = ContinuousClock.now.duration(to: due)
        if wait > .zero { usleep(UInt32(wait / .microseconds(1))) }
    }

    private func startSlowly() {
        guard plan.startMilliseconds > 0, isFront(tray.fedImages) else { return }
        send(.busy(tray.fedImages == firstImage ? .warmingUp : .nextSheet))
        usleep(UInt32(plan.startMilliseconds) * 1000)
    }

    private func beBusy() throws(DeviceTrouble) {
        var left = plan.busyMilliseconds
        while left > 0 {
            send(.busy(.occupied))
            usleep(UInt32(min(left, 500) * 1000))
            left -= 500
        }
    }
}

extension DeviceDescription {
    static let folderSources: [ScanSource] = [.duplex, .adf, .manualDuplex]

    /// A folder that acts as a scanner.
    public static func folder(path: String) -> DeviceDescription {
        DeviceDescription(
            name: "folder:\(path)", kind: .folder, vendor: "Trạm Quét", model: "folder scanner", sources: folderSources)
    }
}
