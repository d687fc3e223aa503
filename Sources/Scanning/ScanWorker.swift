import Foundation
import Workers

/// The scan worker process: the thread that calls `run` owns SANE from its first use to its end.
///
/// It is made to be killed: a driver may block for ever or crash, and nothing but the page under way is lost with it.
public enum ScanWorker {
    /// Serves the parent until it closes its end. The caller keeps descriptor 1 free of messages, because C libraries print
    /// there, and ignores SIGPIPE.
    public static func run(channel: MessageChannel) {
        let control = RunControl()
        let input = WorkerInput<ScanRequest>(
            channel: channel, urgent: { control.take($0) },
            onEnd: {
                // Leave the device in order, as far as its driver lets us.
                control.abandon()
                Thread.sleep(forTimeInterval: secondsToLeave)
                _exit(0)
            })
        let desk = ScanDesk(control: control) { event in
            do { try channel.send(event) } catch { CallLog.write("parent: \(error)") }
        }
        while let request = input.next() { desk.serve(request) }
        desk.close()
    }

    private static let secondsToLeave = 3.0
}

/// Serves requests one after the other, on the thread that owns the devices.
private final class ScanDesk {
    private let control: RunControl
    private let send: @Sendable (ScanEvent) -> Void
    private var openLibrary: SANELibrary?

    /// A search that takes longer has met a driver that hangs; what this computer has itself is known by then.
    private static let secondsToSearch = 15.0

    init(control: RunControl, send: @escaping @Sendable (ScanEvent) -> Void) {
        self.control = control
        self.send = send
    }

    func serve(_ request: ScanRequest) {
        switch request {
        case .listDevices: listDevices()
        case .describe(let device): describe(device)
        case .start(let order): run(order)
        case .watch(let device): watch(device)
        case .grant, .cancel: break
        }
    }

    func close() { openLibrary = nil }

    private func run(_ order: ScanOrder) {
        CallLog.write("run: \(order)")
        do throws(ScanFault) {
            ScanRun(order: order, scanner: try scanner(for: order), control: control, send: send).perform()
        } catch {
            send(.ended(RunEnd(reason: error.stopReason, fault: error, hopper: order.hopper)))
        }
    }

    private func scanner(for order: ScanOrder) throws(ScanFault) -> any Scanner {
        switch DeviceName(order.device) {
        case .folder(let path):
            FolderScanner(folder: path, order: order, send: send)
        case .sane(let name):
            SANEScanner(library: try library(for: name), name: name, order: order, control: control, send: send)
        }
    }

    private func watch(_ device: String) {
        CallLog.write("watch: \(device)")
        do throws(ScanFault) {
            let sensors: any Sensors
            switch DeviceName(device) {
            case .folder(let path): sensors = FolderSensors(folder: path)
            case .sane(let name): sensors = try SANESensors(library: try library(for: name), name: name)
            }
            try SensorWatch(sensors: sensors, control: control, send: send).perform()
            send(.watchEnded(nil))
        } catch {
            CallLog.write("watch ended: \(error)")
            send(.watchEnded(error))
        }
    }

    private func describe(_ device: String) {
        do throws(ScanFault) {
            switch DeviceName(device) {
            case .folder(let path):
                _ = try FolderImages(folder: path)
                send(.described(.folder(path: path)))
            case .sane(let name):
                send(.described(try describe(sane: name)))
            }
        } catch {
            send(.refused(error))
        }
    }

    private func describe(sane name: String) throws(ScanFault) -> DeviceDescription {
        let library = try library(for: name)
        do throws(SANEFailure) {
            return SANEScanner.describe(name, SANEOptions(try library.open(name)))
        } catch {
            throw error.openingFault(device: name)
        }
    }

    private func listDevices() {
        let watch = SearchWatch(seconds: ScanDesk.secondsToSearch, send: send)
        do {
            let library = try library(for: "SANE")
            watch.found(try library.devices(localOnly: true))
            watch.found(try library.devices(localOnly: false))
            watch.end()
        } catch {
            CallLog.write("search: \(error)")
            watch.end(.searchFailed)
        }
    }

    private func library(for device: String) throws(ScanFault) -> SANELibrary {
        if let openLibrary { return openLibrary }
        do throws(SANEFailure) {
            let library = try SANELibrary()
            openLibrary = library
            return library
        } catch {
            throw error.openingFault(device: device)
        }
    }
}
