import CSANE
import Foundation
import Records

/// A scanner that SANE drives.
///
/// A feeder goes start, parameters, read to the end, and again, until it says it has no documents. Some drivers say so
/// only when they are read from.
final class SANEScanner: Scanner {
    private let library: SANELibrary
    private let name: String
    private let order: ScanOrder
    private let control: RunControl
    private let send: @Sendable (ScanEvent) -> Void
    private var device: SANEDevice?
    private var reader: FrameReader?
    private var options: SANEOptions?
    /// Of the next page.
    private var dpi = 0
    private var hasStarted = false
    private var readCount = 0

    /// How long a busy device is tried: a network scanner takes half a minute to notice that its last client died.
    private static let patience = 40.0
    private static let secondsBetweenTries = 0.5

    init(
        library: SANELibrary, name: String, order: ScanOrder, control: RunControl,
        send: @escaping @Sendable (ScanEvent) -> Void
    ) {
        self.library = library
        self.name = name
        self.order = order
        self.control = control
        self.send = send
    }

    let hopper: HopperState? = nil

    func open() throws(DeviceTrouble) -> OpenedScanner {
        let (library, name) = (library, name)
        let device: SANEDevice
        do throws(TryStop) {
            device = try whileBusy(.opening) { () throws(SANEFailure) in try library.open(name) }
        } catch {
            switch error {
            case .cancelled: throw .cancelled
            case .failure(let failure): throw .fault(failure.openingFault(device: name))
            }
        }
        self.device = device
        let options = SANEOptions(device)
        var setup = SANESetup(options, settings: order.settings)
        let chosen: ChosenSettings
        do throws(ScanFault) { chosen = try setup.apply() } catch { throw .fault(error) }
        dpi = chosen.dpi
        self.options = setup.options
        CallLog.write("chosen: \(chosen)")
        let isFeeder = [.adf, .duplex, .manualDuplex].contains(chosen.source)
        return OpenedScanner(
            description: SANEScanner.describe(name, options), chosen: chosen, pagesWithoutLimit: isFeeder ? nil : 1)
    }

    static func describe(_ name: String, _ options: SANEOptions) -> DeviceDescription {
        // Vendor and model are known only to the search, which may take minutes.
        DeviceDescription(name: name, kind: .sane, vendor: "", model: name, sources: SANESetup.sources(of: options))
    }

    func nextPage() throws(DeviceTrouble) -> PageFormat? {
        guard let device else { return nil }
        // What the device was told in between, by its own panel or by itself, holds from this page on. Drivers that are
        // busy with the batch do not say, and then nothing has changed.
        if hasStarted { dpi = options?.resolution ?? dpi }
        do throws(TryStop) {
            try whileBusy(hasStarted ? .nextSheet : .warmingUp) { () throws(SANEFailure) in try device.start() }
        } catch {
            switch error {
            case .failure(let failure) where failure.status == SANE_STATUS_NO_DOCS: return nil
            case .failure(let failure): throw failure.trouble(device: name, hasWorked: hasStarted)
            case .cancelled: throw .cancelled
            }
        }
        hasStarted = true
        let frame = try frame(of: device)
        reader = FrameReader(frame)
        readCount = 0
        return PageFormat(width: frame.width, height: frame.lines, mode: frame.mode, dpi: dpi)
    }

    func read(into page: PageBuffer) throws(DeviceTrouble) -> ReadStep {
        guard let device, reader != nil else { return .noPage }
        readCount += 1
        guard let status = reader?.read(into: page, from: { device.read(into: $0) }) else {
            throw page.isTooMuch(rows: reader?.mostRowsOfARead ?? 0) ? .absurdImage : .fault(.outOfMemory)
        }
        let byteCount = reader?.byteCount ?? 0
        if status == SANE_STATUS_GOOD { return .more }
        CallLog.write(
            "sane_read ×\(readCount) = \(status.name), \(byteCount) bytes, \(page.rowCount) rows of \(page.format.height ?? -1)"
        )
        switch status {
        case SANE_STATUS_NO_DOCS where byteCount == 0: return .noPage
        case SANE_STATUS_NO_DOCS: return .end
        case SANE_STATUS_EOF where reader?.frame.isLast == false && byteCount > 0:
            try beginPass(device)
            return .more
        case SANE_STATUS_EOF: return .end
        default: throw SANEFailure(call: "sane_read", status: status).trouble(device: name, hasWorked: true)
        }
    }

    func close() {
        device?.cancel()
        reader = nil
        options = nil
        device = nil
    }

    /// The next colour of a page of three passes.
    private func beginPass(_ device: SANEDevice) throws(DeviceTrouble) {
        send(.busy(.warmingUp))
        do throws(SANEFailure) { try device.start() } catch { throw error.trouble(device: name, hasWorked: true) }
        let next = try frame(of: device)
        // The passes are laid over each other: they must have one shape.
        guard next.width == reader?.frame.width, next.mode == reader?.frame.mode else { throw .absurdImage }
        reader?.beginPass(next)
    }

    private func frame(of device: SANEDevice) throws(DeviceTrouble) -> Frame {
        let frame: Frame?
        do throws(SANEFailure) { frame = try device.frame() } catch { throw error.trouble(device: name) }
        guard let frame else { throw .absurdImage }
        return frame
    }

    private enum TryStop: Error {
        case failure(SANEFailure)
        case cancelled
    }

    /// Calls until the device is not busy, for as long as patience lasts.
    /// - Parameter wait: what the call waits for, silently.
    private func whileBusy<Result>(_ wait: ScanWait, _ call: () throws(SANEFailure) -> Result) throws(TryStop) -> Result {
        let giveUp = Date(timeIntervalSinceNow: SANEScanner.patience)
        send(.busy(wait))
        while true {
            do throws(SANEFailure) {
                return try call()
            } catch {
                guard error.status.isBusy, Date() < giveUp else { throw .failure(error) }
                send(.busy(error.status.isWarmingUp ? .warmingUp : .occupied))
            }
            guard control.pause(seconds: SANEScanner.secondsBetweenTries) else { throw .cancelled }
        }
    }
}
