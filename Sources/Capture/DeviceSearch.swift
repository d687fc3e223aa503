import Foundation
import Scanning
import Workers

/// Looks for scanners in a process of its own, because a driver's search may take long or never come back.
public struct DeviceSearch: Sendable {
    private let launcher: WorkerLauncher

    public init(launcher: WorkerLauncher) { self.launcher = launcher }

    /// The devices found, and in words what could not be searched.
    /// - Parameter seconds: the search is given up after that.
    public func devices(within seconds: Double = 20) -> (devices: [DeviceDescription], errors: [String]) {
        do {
            switch try ask(.listDevices, within: seconds) {
            case .devices(let devices, let errors)?: return (devices, errors)
            default: return ([], ["no answer within \(Int(seconds)) s"])
            }
        } catch { return ([], ["\(error)"]) }
    }

    /// What a device offers. Throws the worker's fault.
    public func describe(_ device: String, within seconds: Double = 20) throws -> DeviceDescription {
        switch try ask(.describe(device: device), within: seconds) {
        case .described(let description)?: return description
        case .refused(let fault)?: throw fault
        default: throw ScanFault.hang(sheet: 0)
        }
    }

    private func ask(_ request: ScanRequest, within seconds: Double) throws -> ScanEvent? {
        let worker = try launcher.start("scan")
        let limit = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "device search"))
        limit.schedule(deadline: .now() + seconds)
        limit.setEventHandler { worker.signal(SIGKILL) }
        limit.resume()
        defer {
            limit.cancel()
            worker.stop(patience: 1)
        }
        try worker.channel.send(request)
        while let event = try? worker.channel.receive(ScanEvent.self) {
            if case .waiting = event { continue }
            return event
        }
        return nil
    }
}
