import ArgumentParser
import Configuration
import Foundation
import Logbook
import Logging
import Records
import Store
import Texts
import Workers

/// Options every command has.
struct GlobalOptions: ParsableArguments {
    @Option(name: .long, help: "Thư mục dữ liệu (TRAMQUET_DATA). (Data folder.)")
    var data: String?

    @Flag(name: .long, help: "Kết quả dạng JSON ra stdout. (Machine-readable result.)")
    var json = false

    @Option(name: .customLong("as"), help: "Người thực hiện; mặc định là tên đăng nhập. (Who acts.)")
    var person: String?

    @Option(name: .long, help: "Ngôn ngữ: vi hoặc en. (Language.)")
    var lang: String?

    func validate() throws {
        if let lang, Language(rawValue: lang) == nil { throw ValidationError("--lang: vi | en") }
    }
}

/// What a command works with, made from its options and the environment.
struct Context {
    let options: GlobalOptions
    let environment: [String: String]
    let language: Language
    let clock: any Clock

    init(_ options: GlobalOptions) {
        self.options = options
        environment = ProcessInfo.processInfo.environment
        language = Language.chosen(option: options.lang, environment: environment)
        clock = PinnedClock(environment: environment) ?? SystemClock()
    }

    var dataPath: String { DataFolder.chosen(option: options.data, environment: environment) }

    func openStore() throws -> StationStore {
        let folder = try DataFolder(preparing: dataPath)
        return try StationStore(folder: folder, clock: clock)
    }

    /// Paths of the configuration files, the one that wins last.
    func configurationPaths(_ folder: String) -> [String] {
        let personal = environment["XDG_CONFIG_HOME"] ?? (environment["HOME"] ?? "") + "/.config"
        return [personal + "/tramquet/config.toml", folder + "/config.toml"]
    }

    func configuration(_ folder: String) throws(TOMLFailure) -> StationConfiguration {
        try StationConfiguration.load(configurationPaths(folder))
    }

    func actor(_ configuration: StationConfiguration) -> Actor {
        let login = getpwuid(geteuid()).flatMap { $0.pointee.pw_name }.map { String(cString: $0) }
        let person = options.person ?? login ?? "uid-\(geteuid())"
        // What the program does by itself bears its name; nobody else's work may be taken for that.
        return Actor(
            person: person == Actor.programName ? person + "@" + ProcessInfo.processInfo.hostName : person.precomposedStringWithCanonicalMapping,
            station: configuration.stationName.isEmpty ? ProcessInfo.processInfo.hostName : configuration.stationName)
    }

    func launcher(_ store: StationStore) -> WorkerLauncher { WorkerLauncher(logFolder: store.folder.log) }
    func logger(_ name: String, _ store: StationStore) -> Logger { Logbook.logger(name, folder: store.folder.log) }

    func code(_ text: String) throws(StoreError) -> DossierCode {
        do { return try DossierCode(text) } catch { throw .invalidCode(text, error) }
    }
}

extension PinnedClock {
    /// `TRAMQUET_CLOCK`: milliseconds since 1970 UTC, for tests of the real program.
    init?(environment: [String: String]) {
        guard let text = environment["TRAMQUET_CLOCK"], let milliseconds = Int64(text) else { return nil }
        self.init(Timestamp(milliseconds: milliseconds))
    }
}

/// A command with the common options. `perform` throws; what a person and a script see of that is decided here, once.
protocol StationSubcommand: AsyncParsableCommand {
    var global: GlobalOptions { get }
    func perform(_ context: Context) async throws
}

extension StationSubcommand {
    func run() async throws {
        // A pipe that is closed early (`| head`) is an error to handle where we write, not a reason to die in between.
        signal(SIGPIPE, SIG_IGN)
        let context = Context(global)
        do {
            try await perform(context)
        } catch let error as ExitCode {
            throw ArgumentParser.ExitCode(error.rawValue)
        } catch let error as any ReportableError {
            Output(context).report(error)
            throw ArgumentParser.ExitCode(error.exitCode.rawValue)
        } catch {
            Output(context).report(UnexpectedError(what: "\(error)"))
            throw ArgumentParser.ExitCode(ExitCode.internalError.rawValue)
        }
    }
}

/// What no module has a cause for.
struct UnexpectedError: ReportableError {
    let what: String
    var code: String { "internal" }
    var exitCode: ExitCode { .internalError }
    var message: Phrase { Text.unexpectedError.with(["what": what]) }
    var kept: Phrase { Text.storedPagesKept.phrase }
    var todo: Phrase { Text.reportToAdministrator.phrase }
}

extension Texts.ExitCode: Error {}

typealias ExitCode = Texts.ExitCode
