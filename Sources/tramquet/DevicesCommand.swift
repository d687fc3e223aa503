import ArgumentParser
import Capture
import Foundation
import Scanning
import Store
import Texts

struct DevicesCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "devices", abstract: "Máy quét tìm thấy. (Scanners found.)")
    @Option(help: "Tìm nhiều nhất bấy nhiêu giây. (Give up after so many seconds.)") var seconds = 20.0
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let configuration = try context.configuration(store.folder.path)
        let output = Output(context)
        let search = DeviceSearch(launcher: context.launcher(store))
        let found = search.devices(within: max(1, seconds))
        var (devices, faults) = (found.devices, found.fault.map { [$0] } ?? [])
        // The folder scanner is nothing one can find: the one that is set up is listed.
        if configuration.device.hasPrefix("folder:"), !devices.contains(where: { $0.name == configuration.device }) {
            do { devices.append(try search.describe(configuration.device)) } catch { faults.append(error) }
        }
        if output.json { return output.object(DevicesJSON(devices, errors: faults.map { $0.message(context.language) })) }
        for device in devices { output.line("\(device.name)\t\(device.vendor) \(device.model)") }
        for fault in faults {
            output.note(fault.message)
            output.note(fault.todo)
        }
        if devices.isEmpty { output.line(Text.noScannerFound) }
    }
}
