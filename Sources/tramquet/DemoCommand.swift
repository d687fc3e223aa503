import ArgumentParser
import Configuration
import Demo
import Foundation
import Records
import Store
import Texts

struct DemoCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "demo", abstract: "Dữ liệu thử và màn hình trạm trên đó. (A demo data folder, and the station on it.)")
    @Flag(name: .customLong("prepare-only"), help: "Chỉ tạo dữ liệu, không mở màn hình. (Only make the data.)") var prepareOnly = false
    @OptionGroup var screen: StationScreenOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        var options = global
        // The demo never touches a real station's data unless it is told to.
        if options.data == nil && context.environment["TRAMQUET_DATA"] == nil { options.data = context.dataPath + "-demo" }
        let context = Context(options)
        if prepareOnly {
            let store = try context.openStore()
            try prepare(store, context)
            let output = Output(context)
            if output.json { output.object(["data": store.folder.path, "device": device(store)]) }
            else { output.line(Text.demoPrepared.with(["path": store.folder.path])) }
            return
        }
        try await Launcher.run(Self.self, context, screen: screen) { store in
            try prepare(store, context)
            if try store.dossierLeftOpen(at: actor(store, context).station) != nil { return nil }
            return try store.register(limit: 20).lines.first { !$0.standing.isSettled }?.code.text
        }
    }

    private func actor(_ store: StationStore, _ context: Context) throws -> Actor {
        context.actor(try context.configuration(store.folder.path))
    }

    private func device(_ store: StationStore) -> String { "folder:" + store.folder.path + "/demo-pages" }

    /// Makes what is not there yet; a second start goes on where the first ended.
    private func prepare(_ store: StationStore, _ context: Context) throws {
        let path = store.folder.configuration
        if !FileManager.default.fileExists(atPath: path) {
            try Demo.copyPages(to: store.folder.path + "/demo-pages")
            let exportFolder = store.folder.path + "-export"
            var configuration = StationConfiguration()
            configuration.stationName = Text.demoStation(context.language)
            configuration.personName = Text.demoPerson(context.language)
            configuration.device = device(store)
            configuration.dpi = 200
            configuration.exportTargets = [exportFolder]
            try FileManager.default.createDirectory(atPath: exportFolder, withIntermediateDirectories: true)
            try configuration.save(to: path, language: context.language)
        }
        let actor = try actor(store, context)
        guard try store.fonds().isEmpty else { return }
        let fonds = try store.saveFonds(
            code: Demo.fondsCode, name: Demo.fondsTitle, agencyCode: Demo.fondsCode, agencyName: Demo.agency, by: actor)
        for dossier in Demo.dossiers {
            let fields = DossierFields(
                title: dossier.title, retention: Retention(rawValue: dossier.retention),
                startDate: PartialDate(String(dossier.startYear)), endDate: PartialDate(String(dossier.endYear)), box: dossier.box)
            try store.addDossier(
                code: try context.code(dossier.code), fields: fields, countedSheets: dossier.countedSheets, fonds: fonds, by: actor)
        }
    }
}
