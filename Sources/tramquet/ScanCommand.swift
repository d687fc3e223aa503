import ArgumentParser
import Capture
import Configuration
import Foundation
import Records
import Scanning
import Store
import Texts

struct ScanCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "scan", abstract: "Quét một lượt vào hồ sơ, không màn hình. (One headless scan run.)")

    @Option(help: "Mã hồ sơ. (Dossier code.)") var dossier: String
    @Option(help: "Máy quét: sane:TÊN hoặc folder:THƯ-MỤC. (Scanner.)") var device: String?
    @Option(help: "Chế độ quét, một tên trong cấu hình. (Scan profile of the configuration.)") var profile: String?
    @Option(help: "adf | duplex | flatbed | manual-duplex") var source: ScanSource?
    @Option(help: "Độ phân giải, dpi. (Resolution.)") var dpi: Int?
    @Option(help: "color | gray | lineart") var mode: ColorMode?
    @Option(help: "a5 | a4 | a3 | a2 | f4 | legal | largest") var paper: PaperFormat?
    @Option(help: "Độ sáng, phần trăm −100…100. (Brightness.)") var brightness: Int?
    @Option(help: "Tương phản, phần trăm −100…100. (Contrast.)") var contrast: Int?
    @Option(help: "Ngưỡng đen trắng, phần trăm 0…100. (Threshold.)") var threshold: Int?
    @Option(name: .customLong("max-pages"), help: "Nhiều nhất bấy nhiêu mặt. (At most so many sides.)") var maxPages: Int?
    @Option(help: "Số tờ đã đếm của hồ sơ. (Counted sheets of the dossier.)") var sheets: Int?
    @Option(help: "Chèn sau trang thứ N; 0: lên đầu. (Insert behind page N; 0: at the beginning.)") var after: Int?
    @Option(help: "Quét lại trang N: tờ đầu thay cho trang đó. (Scan page N again.)") var replace: PageChoice?
    @Option(help: "Vào chỗ giữ thứ N hoặc mã chỗ giữ. (Into the Nth reserved place, or by its id.)") var into: PlaceChoice?
    @Option(help: "manual-duplex, lượt mặt sau: reversed (tờ cuối trước, mặc định) hoặc same. (Pass of the backs: order of its sheets.)")
    var backs: BackOrder?
    @Flag(help: "Máy quét thư mục: lại từ ảnh đầu. (Folder scanner: from the first image.)") var restart = false
    @Option(name: .customLong("option"), help: "Tùy chọn riêng của máy, TÊN=GIÁ-TRỊ. (Device option.)") var deviceOptions: [String] = []
    @OptionGroup var global: GlobalOptions

    /// In which order the stack that was turned over feeds its sheets.
    enum BackOrder: String, ExpressibleByArgument, CaseIterable {
        case reversed, same
    }

    func validate() throws {
        if let maxPages, maxPages < 1 { throw ValidationError("--max-pages ≥ 1") }
        if let dpi, !(50...2400).contains(dpi) { throw ValidationError("--dpi 50…2400") }
        if let brightness, !(-100...100).contains(brightness) { throw ValidationError("--brightness −100…100") }
        if let contrast, !(-100...100).contains(contrast) { throw ValidationError("--contrast −100…100") }
        if let threshold, !(0...100).contains(threshold) { throw ValidationError("--threshold 0…100") }
        if [after != nil, replace != nil, into != nil].filter({ $0 }).count > 1 { throw ValidationError("--after | --replace | --into") }
        if isOneSheet, backs != nil || source == .manualDuplex { throw ValidationError("--replace, --into: --source adf | duplex | flatbed") }
        if backs != nil, let source, source != .manualDuplex { throw ValidationError("--backs: --source manual-duplex") }
        for option in deviceOptions where !option.contains("=") { throw ValidationError("--option NAME=VALUE") }
    }

    /// All the run brings is of a sheet that has its place, or begins with such a one.
    private var isOneSheet: Bool { replace != nil || into != nil }

    /// The profile's settings, with what the command line says over them; one sheet is fed once.
    private func settings(_ configuration: StationConfiguration) throws(NoSuchProfile) -> ScanSettings {
        var settings = try configuration.scanSettings(profile: profile)
        settings.source = source ?? (backs == nil ? settings.source : .manualDuplex)
        if isOneSheet, settings.source == .manualDuplex { settings.source = .adf }
        settings.mode = mode ?? settings.mode
        settings.dpi = dpi ?? settings.dpi
        settings.paper = paper ?? settings.paper
        settings.brightness = brightness ?? settings.brightness
        settings.contrast = contrast ?? settings.contrast
        settings.threshold = threshold ?? settings.threshold
        for option in deviceOptions {
            let pair = option.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
            settings.deviceOptions[pair[0]] = pair[1]
        }
        return settings
    }

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let configuration = try context.configuration(store.folder.path)
        let actor = context.actor(configuration)
        guard let device = device ?? (configuration.device.isEmpty ? nil : configuration.device) else {
            throw ScanFault.cannotOpen(device: "–")
        }
        let settings = try settings(configuration)
        let summary = try store.dossier(try context.code(dossier))
        let lease = try store.leaseDossier(summary.id, code: summary.code)
        defer { withExtendedLifetime(lease) {} }
        if let sheets { try store.setCountedSheets(summary.id, sheets, by: actor) }

        var order = CaptureOrder(
            dossier: summary.id, device: device, settings: settings, maxPages: maxPages,
            insertion: try insertion(store.contents(summary.id)), restart: restart)
        // What else lies in the feeder stays there.
        if replace != nil || into != nil, maxPages == nil { order.limitToOneSheet() }
        let desk = ScanDesk(
            context: context, store: store, actor: actor,
            patience: .init(startSeconds: configuration.startSeconds, environment: context.environment), dossier: summary, lease: lease)
        try desk.warnIfAway(summary.id)
        if settings.source == .manualDuplex { return try await scanBothSides(order, at: desk) }
        try desk.report([try await desk.run(order)], backs: nil)
    }

    private func insertion(_ contents: DossierContents) throws(StoreError) -> InsertionPoint {
        if let replace { return .replacing(try replace.page(in: contents).id) }
        if let into { return .into(try into.place(in: contents).id) }
        return switch after {
        case nil: .end
        case 0?: .beginning
        case let place?: .after(try PageChoice(String(place)).page(in: contents).id)
        }
    }

    // MARK: - Manual duplex

    /// All fronts, then the stack turned over: at once with a folder, whose second half is the backs; with a scanner when a
    /// person at the terminal has turned it, or in a command of its own (`--backs`).
    private func scanBothSides(_ order: CaptureOrder, at desk: ScanDesk) async throws {
        let isFolder = order.device.hasPrefix("folder:")
        var ends: [CaptureEnd] = []
        if try backs == nil || isFolder && desk.store.frontsAwaitingBacks(order.dossier).isEmpty {
            let fronts = try await desk.run(order)
            ends.append(fronts)
            guard fronts.reason == .empty else { return try report(ends, at: desk) }
            if !isFolder, await !isStackTurned(desk.context) { return try report(ends, at: desk) }
        }
        var sheets = try desk.store.frontsAwaitingBacks(order.dossier)
        guard !sheets.isEmpty else { throw StoreError.actionImpossible(Text.backsWithoutFronts.phrase) }
        if backs != .same { sheets.reverse() }
        var pass = order
        (pass.insertion, pass.restart) = (.backs(of: sheets), false)
        ends.append(try await desk.run(pass))
        let unpaired = ends[ends.count - 1].stored.filter { $0.side == .front }.count
        try report(ends, unpaired: unpaired, at: desk)
    }

    private func report(_ ends: [CaptureEnd], unpaired: Int = 0, at desk: ScanDesk) throws {
        let awaited = try desk.store.frontsAwaitingBacks(desk.dossier.id).count
        try desk.report(ends, backs: BackCount(awaited: awaited, unpaired: unpaired))
    }

    /// Asks a person; nobody is there unless both ends are a terminal.
    private func isStackTurned(_ context: Context) async -> Bool {
        guard isatty(0) == 1, isatty(2) == 1 else { return false }
        Output(context).note(Text.turnStackOver.phrase)
        return (try? await offMain { readLine() != nil }) ?? false
    }
}

extension ScanSource: ExpressibleByArgument {}
extension ColorMode: ExpressibleByArgument {}
extension PaperFormat: ExpressibleByArgument {}

/// Runs blocking work on a thread of its own, so that signals and the main queue stay alive.
func offMain<Value: Sendable>(_ body: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        let thread = Thread { continuation.resume(with: Result { try body() }) }
        thread.stackSize = 8 << 20
        thread.start()
    }
}

/// Turns Ctrl-C, a closed terminal and `kill` into an orderly stop.
final class Interrupts {
    private var sources: [any DispatchSourceSignal] = []

    init(_ stop: @escaping @Sendable () -> Void) {
        for number in [SIGINT, SIGTERM, SIGHUP] {
            signal(number, SIG_IGN)
            let source = DispatchSource.makeSignalSource(signal: number, queue: DispatchQueue.global())
            source.setEventHandler(handler: stop)
            source.resume()
            sources.append(source)
        }
    }

    /// From here on a signal ends the program as usual.
    func end() {
        sources.forEach { $0.cancel() }
        for number in [SIGINT, SIGTERM, SIGHUP] { signal(number, SIG_DFL) }
    }
}
