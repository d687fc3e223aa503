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
        var (devices, errors) = search.devices(within: max(1, seconds))
        // The folder scanner is nothing one can find: the one that is set up is listed.
        if configuration.device.hasPrefix("folder:"), !devices.contains(where: { $0.name == configuration.device }) {
            do { devices.append(try search.describe(configuration.device)) } catch { errors.append("\(configuration.device): \(error)") }
        }
        if output.json { return output.object(DevicesJSON(devices, errors: errors)) }
        for device in devices { output.line("\(device.name)\t\(device.vendor) \(device.model)") }
        for error in errors { output.note(Text.deviceSearchProblem.with(["what": error])) }
        if devices.isEmpty { output.line(Text.noScannerFound) }
    }
}
