import Configuration
import Foundation
import Logging
import Records
import Station
import Store
import Terminal
import Texts
import Workers

/// The station in this process, on the terminal it is given, noting when each frame was on it.
@MainActor
enum KeyStation {
    /// - Parameters:
    ///   - data: the data folder.
    ///   - dossier: what is opened at once.
    ///   - log: where the moments are written when the station ends: keys taken so far, nanoseconds of the monotonic clock.
    static func run(data: String, dossier: String, log: String) async throws {
        let environment = ProcessInfo.processInfo.environment
        let store = try StationStore(folder: try DataFolder(preparing: data))
        let configuration = try StationConfiguration.load([store.folder.configuration])
        let terminal = TimedTerminal(try CursesTerminal(environment: environment))
        let services = LiveServices(
            store: store, configuration: configuration, configurationPaths: [store.folder.configuration],
            launcher: WorkerLauncher(logFolder: store.folder.log), logger: Logger(label: "bench") { _ in SwiftLogNoOpLogHandler() },
            login: "bench", device: nil, firstDossier: try DossierCode(dossier), language: .vi, environment: environment)
        let theme = ThemeLibrary(environment: environment).theme(nil, colors: terminal.colors).theme
        let runtime = Runtime(
            device: terminal, services: services, clock: SystemClock(), options: StationOptions(language: .vi, theme: theme))
        await runtime.run()
        terminal.close()
        try terminal.moments.map { "\($0.keys) \($0.nanoseconds)" }.joined(separator: "\n")
            .write(toFile: log, atomically: true, encoding: .utf8)
        services.end()
    }
}

/// A terminal that notes when drawing had ended and how many keys had come by then.
@MainActor
private final class TimedTerminal: TerminalDevice {
    private let inner: CursesTerminal
    let events: AsyncStream<TerminalEvent>
    private(set) var moments: [(keys: Int, nanoseconds: UInt64)] = []
    private var keys = 0

    init(_ inner: CursesTerminal) {
        self.inner = inner
        let (events, continuation) = AsyncStream.makeStream(of: TerminalEvent.self)
        self.events = events
        Task { [weak self] in
            for await event in inner.events {
                if case .key = event { self?.keys += 1 }
                continuation.yield(event)
            }
            continuation.finish()
        }
    }

    var size: Size { inner.size }
    var colors: ColorDepth { inner.colors }

    func draw(_ surface: Surface) {
        inner.draw(surface)
        moments.append((keys, monotonicNanoseconds()))
    }

    func bell() { inner.bell() }
    func suspend() { inner.suspend() }
    func resume() { inner.resume() }
    func close() { inner.close() }
}

/// The same in every process of the machine.
func monotonicNanoseconds() -> UInt64 {
    var time = timespec()
    clock_gettime(CLOCK_MONOTONIC, &time)
    return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
}
