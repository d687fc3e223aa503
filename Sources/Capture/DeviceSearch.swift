import Foundation
import Scanning
import Texts
import Workers

/// Looks for scanners in a process of its own, because a driver's search may take long or never come back.
public struct DeviceSearch: Sendable {
    private let launcher: WorkerLauncher

    public init(launcher: WorkerLauncher) { self.launcher = launcher }

    /// The devices found, and what kept the search from finding all.
    /// - Parameter seconds: the search is given up after that.
    public func devices(within seconds: Double = 20) -> (devices: [DeviceDescription], fault: ScanFault?) {
        do throws(ScanFault) {
            guard case .devices(let devices, let fault)? = try ask(.listDevices, within: seconds) else {
                return ([], .searchTookTooLong(seconds: Int(seconds)))
            }
            return (devices, fault)
        } catch { return ([], error) }
    }

    /// What a device offers.
    public func describe(_ device: String, within seconds: Double = 20) throws(ScanFault) -> DeviceDescription {
        switch try ask(.describe(device: device), within: seconds) {
        case .described(let description)?: return description
        case .refused(let fault)?: throw fault
        default: throw .cannotOpen(device: device)
        }
    }

    /// Nil when the worker does not answer in time, or dies.
    private func ask(_ request: ScanRequest, within seconds: Double) throws(ScanFault) -> ScanEvent? {
        guard let worker = try? launcher.start("scan") else { throw .searchFailed }
        let watchdog = Watchdog { worker.signal(SIGKILL) }
        watchdog.expectWord(within: seconds)
        defer {
            watchdog.heard()
            worker.stop(patience: 1)
        }
        // A worker that is gone already is noticed when it is read from.
        try? worker.channel.send(request)
        while let event = try? worker.channel.receive(ScanEvent.self) {
            switch event {
            case .waiting, .busy, .sensed: continue
            default: return event
            }
        }
        return nil
    }
}
