import CSANE
import Foundation
import Records
import Testing

@testable import Scanning

/// The paper sensor and the buttons of a device that is watched.
@Suite struct SensorTests {
    private let temporary: TemporaryFolder
    private let tray: String

    init() throws {
        temporary = try TemporaryFolder()
        tray = try temporary.folder("tray")
    }

    private func remove(_ name: String) throws { try FileManager.default.removeItem(atPath: "\(tray)/\(name)") }

    private func sensed(_ worker: WorkerSession) throws -> Sensed {
        guard case .sensed(let paper, let button)? = try worker.next() else { throw Unexpected("no sensors") }
        return Sensed(paper: paper, button: button)
    }

    @Test func everyChangeIsReportedAndNothingElse() throws {
        let worker = try WorkerSession()
        try worker.send(.watch(device: "folder:\(tray)"))
        #expect(try sensed(worker) == Sensed(paper: false))
        try temporary.write("", to: "tray/paper-loaded")
        #expect(try sensed(worker) == Sensed(paper: true))
        try temporary.write("", to: "tray/scan-button")
        #expect(try sensed(worker) == Sensed(paper: true, button: "scan"))
        try remove("scan-button")
        #expect(try sensed(worker) == Sensed(paper: true))
        try worker.send(.cancel)
        guard case .watchEnded(nil)? = try worker.next() else { throw Unexpected("no end") }
    }

    @Test func afterTheWatchTheDeviceCanBeScanned() throws {
        let worker = try WorkerSession()
        try worker.send(.watch(device: "folder:\(tray)"))
        _ = try sensed(worker)
        try worker.send(.cancel)
        guard case .watchEnded(nil)? = try worker.next() else { throw Unexpected("no end") }
        let end = try worker.run(ScanOrder(device: "folder:\(tray)", settings: ScanSettings(), spoolFolder: temporary.path)).end
        #expect(end?.fault == .feederEmpty)
    }

    @Test func aDeviceThatGoesAwayEndsTheWatch() throws {
        let worker = try WorkerSession()
        try worker.send(.watch(device: "folder:\(tray)"))
        _ = try sensed(worker)
        try FileManager.default.removeItem(atPath: tray)
        guard case .watchEnded(.watchLost)? = try worker.next() else { throw Unexpected("no end") }
    }

    @Test func aDeviceWithoutSensorsSaysSo() throws {
        try temporary.write("test\n", to: "dll.conf")
        let worker = try WorkerSession(environment: ["SANE_CONFIG_DIR": temporary.path])
        try worker.send(.watch(device: "sane:test:0"))
        guard case .watchEnded(.noSensors)? = try worker.next() else { throw Unexpected("no end") }
        // The device is free.
        try worker.send(.describe(device: "sane:test:0"))
        guard case .described? = try worker.next() else { throw Unexpected("not described") }
    }

    @Test(arguments: [
        (SANE_CAP_SOFT_DETECT | SANE_CAP_HARD_SELECT, DeviceOption.Kind.boolean, true, true),
        (SANE_CAP_SOFT_DETECT, .boolean, true, true), (SANE_CAP_SOFT_DETECT | SANE_CAP_SOFT_SELECT, .boolean, true, false),
        (SANE_CAP_SOFT_DETECT, .integer, true, false), (SANE_CAP_SOFT_DETECT, .boolean, false, false), (0, .boolean, true, false),
    ] as [(Int32, DeviceOption.Kind, Bool, Bool)])
    func aSensorIsWhatCanOnlyBeRead(capabilities: Int32, kind: DeviceOption.Kind, isActive: Bool, isSensor: Bool) {
        let option = DeviceOption("scan", kind: kind, constraint: .none, isActive: isActive, capabilities: capabilities)
        #expect(OptionNames.isSensor(option) == isSensor)
    }
}
