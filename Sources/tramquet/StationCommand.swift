import ArgumentParser
import CSystem
import Configuration
import Foundation
import Records
import Station
import Store
import Terminal
import Texts
import Vietnamese
import Workers

/// What the screen can be told on the command line.
struct StationScreenOptions: ParsableArguments {
    @Option(help: "Máy quét: sane:TÊN hoặc folder:THƯ-MỤC. (Scanner.)") var device: String?
    @Option(help: "Bộ màu. (Theme.)") var theme: String?
    @Option(help: "ascii | blocks | braille") var preview: PictureMode?
    @Option(help: "Bộ gõ: telex | vni | off. (Input method.)") var ime: InputMethod?
    @Option(help: "Mở hồ sơ này trước. (Dossier to begin with.)") var dossier: String?
}

extension PictureMode: ExpressibleByArgument {}
extension InputMethod: ExpressibleByArgument {}

struct StationCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "station", abstract: "Màn hình trạm quét (mặc định). (The full-screen station, the default.)")
    @OptionGroup var screen: StationScreenOptions
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        try await Launcher.run(Self.self, context, screen: screen)
    }
}

/// The launcher and, in a process of its own, the station.
///
/// The launcher saves the terminal, sets what must be in the environment before the station's libraries are loaded, waits,
/// and restores the terminal whatever happened to the station.
enum Launcher {
    private static let mark = "TRAMQUET_STATION"

    /// - Parameters:
    ///   - command: what the station's process is started with again.
    ///   - prepare: what the command does to the store before the screen comes, in the station's process.
    ///     Answers with the dossier to begin with, unless the command line names one.
    static func run(
        _ command: any StationSubcommand.Type, _ context: Context, screen: StationScreenOptions,
        prepare: (StationStore) throws -> String? = { _ in nil }
    ) async throws {
        if context.environment[mark] != nil {
            // Faults of the database are told on a plain terminal too: nothing is drawn before it is open. Opening it in
            // the launcher as well would only make the screen come later.
            let store = try context.openStore()
            var screen = screen
            let first = try prepare(store)
            screen.dossier = screen.dossier ?? first
            return try await station(context, store, screen: screen)
        }
        let folder = try DataFolder(preparing: context.dataPath)
        guard isatty(0) == 1 || isatty(1) == 1 else { throw TerminalError.notATerminal }
        csys_restore_terminal_on_crash(isatty(0) == 1 ? 0 : 1)
        var environment = OwnProgram.childEnvironment(logFolder: folder.log)
        environment[mark] = "1"
        environment["TRAMQUET_DATA"] = folder.path
        let ending = try ForegroundChild.run(
            executable: OwnProgram.path, arguments: arguments(command, context, screen), environment: environment)
        switch ending {
        case .exited(0): return
        case .exited(let code) where ExitCode(rawValue: code) != nil:
            throw ExitCode(rawValue: code) ?? .internalError
        case .exited, .signalled:
            csys_restore_terminal_now()
            Output(context).note(Text.stationEndedBadly.with(["path": folder.log]))
            throw ExitCode.internalError
        }
    }

    /// The station's own command line; the data folder goes by the environment.
    private static func arguments(
        _ command: any StationSubcommand.Type, _ context: Context, _ screen: StationScreenOptions
    ) -> [String] {
        var arguments = [command.configuration.commandName ?? "station", "--lang", context.language.rawValue]
        if let device = screen.device { arguments += ["--device", device] }
        if let theme = screen.theme { arguments += ["--theme", theme] }
        if let dossier = screen.dossier { arguments += ["--dossier", dossier] }
        if let preview = screen.preview { arguments += ["--preview", preview.rawValue] }
        if let method = screen.ime { arguments += ["--ime", method.rawValue] }
        if let person = context.options.person { arguments += ["--as", person] }
        return arguments
    }

    @MainActor
    private static func station(_ context: Context, _ store: StationStore, screen: StationScreenOptions) async throws {
        ForegroundChild.dieWithParent()
        let configuration = try context.configuration(store.folder.path)
        let logger = context.logger("station", store)
        // Whatever a library prints goes to the log while the screen is up.
        let log = open(store.folder.log + "/station-errors.log", O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0o660)
        let errors = dup(2)

        let terminal = try CursesTerminal(environment: context.environment)
        let (theme, warnings) = ThemeLibrary(environment: context.environment).theme(
            screen.theme ?? (configuration.theme.isEmpty ? nil : configuration.theme), colors: terminal.colors)
        for warning in warnings { logger.warning("theme \(warning.file) \(warning.key): \(warning.what(.en))") }
        let services = LiveServices(
            store: store, configuration: configuration, configurationPaths: context.configurationPaths(store.folder.path),
            launcher: context.launcher(store), logger: logger, login: context.actor(configuration).person, device: screen.device,
            firstDossier: try screen.dossier.map { try context.code($0) },
            language: context.language, environment: context.environment)
        let runtime = Runtime(
            device: terminal, services: services, clock: context.clock,
            options: StationOptions(
                language: context.language, theme: theme, preview: screen.preview, inputMethod: screen.ime,
                warnings: warnings.map { $0.phrase(context.language) },
                busyFile: context.environment["TRAMQUET_BUSY_FILE"]))
        if log >= 0 { dup2(log, 2) }
        let hangUps = Interrupts { Task { @MainActor in terminal.close() } }
        await runtime.run()
        hangUps.end()
        terminal.close()
        dup2(errors, 2)
        services.end()
    }
}
