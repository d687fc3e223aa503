import ArgumentParser
import Capture
import Configuration
import Foundation
import Records
import Scanning
import Store
import Synchronization
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
    @Flag(help: "Máy quét thư mục: lại từ ảnh đầu. (Folder scanner: from the first image.)") var restart = false
    @Option(name: .customLong("option"), help: "Tùy chọn riêng của máy, TÊN=GIÁ-TRỊ. (Device option.)") var deviceOptions: [String] = []
    @OptionGroup var global: GlobalOptions

    func validate() throws {
        if let maxPages, maxPages < 1 { throw ValidationError("--max-pages ≥ 1") }
        if let dpi, !(50...2400).contains(dpi) { throw ValidationError("--dpi 50…2400") }
        if let brightness, !(-100...100).contains(brightness) { throw ValidationError("--brightness −100…100") }
        if let contrast, !(-100...100).contains(contrast) { throw ValidationError("--contrast −100…100") }
        if let threshold, !(0...100).contains(threshold) { throw ValidationError("--threshold 0…100") }
        if source == .manualDuplex { throw ValidationError("--source manual-duplex: chưa có; quét hai lượt bằng adf. (Not yet: scan two runs with adf.)") }
        for option in deviceOptions where !option.contains("=") { throw ValidationError("--option NAME=VALUE") }
    }

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let configuration = try context.configuration(store.folder.path)
        let actor = context.actor(configuration)
        let output = Output(context)
        guard let device = device ?? (configuration.device.isEmpty ? nil : configuration.device) else {
            throw ScanFault.cannotOpen(device: "–")
        }
        let settings = try settings(configuration)
        let summary = try store.dossier(try context.code(dossier))
        let lease = try store.leaseDossier(summary.id, code: summary.code)
        defer { withExtendedLifetime(lease) {} }
        if let sheets { try store.setCountedSheets(summary.id, sheets, by: actor) }

        let order = CaptureOrder(
            dossier: summary.id, device: device, settings: settings, maxPages: maxPages,
            insertion: try insertion(store.contents(summary.id)), restart: restart)
        let run = CaptureRun(
            store: store, actor: actor, order: order, launcher: context.launcher(store),
            patience: .init(startSeconds: configuration.startSeconds, environment: context.environment), logger: context.logger("capture", store))
        let interrupts = Interrupts { run.cancel() }
        defer { interrupts.end() }

        let opened = Opened()
        let sheetsBefore = summary.counts.sheets
        let end = try await offMain {
            try run.run(holding: lease) { event in
                if case .waiting(let wait) = event { output.progress(wait.text.phrase) }
                if case .opened(_, let chosen) = event {
                    opened.chosen.withLock { $0 = chosen }
                    for wish in chosen.unmet { output.note(wish.message) }
                }
                guard case .pageStored(let page) = event else { return }
                let sheet = sheetsBefore + page.sheetOrdinal
                if output.json {
                    output.object(PageEvent(page, dossier: summary.code, sheet: sheet))
                } else {
                    output.progress(Text.scanProgressLine.with(["sheet": String(sheet), "page": String(page.sequence)]))
                }
            }
        }
        output.endProgress()
        let after = try store.dossier(summary.id)
        if output.json {
            output.object(EndEvent(
                pages: end.stored.count, sheets: end.sheets, counted: after.countedSheets,
                complete: after.countedSheets == after.counts.sheets, stop: end.reason.rawValue,
                chosen: opened.chosen.withLock { $0 }.map { ChosenJSON($0, context.language) }))
        } else {
            output.line(Text.scanDoneLine.with([
                "pages": String(end.stored.count), "sheets": String(end.sheets), "code": summary.code.text,
                "stop": end.reason.text(context.language),
            ]))
            if let counted = after.countedSheets {
                output.line(Text.scanCountLine.with(["counted": String(counted), "sheets": String(after.counts.sheets)]))
            }
        }
        if let fault = end.fault { throw fault }
    }

    /// The profile's settings, with what the command line says over them.
    private func settings(_ configuration: StationConfiguration) throws(NoSuchProfile) -> ScanSettings {
        var settings = try configuration.scanSettings(profile: profile)
        settings.source = source ?? settings.source
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

    /// What the device said when it was opened, for the last line.
    private final class Opened: Sendable {
        let chosen = Mutex<ChosenSettings?>(nil)
    }

    private func insertion(_ contents: DossierContents) throws(StoreError) -> InsertionPoint {
        switch after {
        case nil: .end
        case 0?: .beginning
        case let place?: .after(try PageChoice(String(place)).page(in: contents).id)
        }
    }

    private struct PageEvent: Encodable {
        let event = "page"
        let page: String
        let dossier: String
        let run: String
        let index: Int
        let sheet: Int
        let side: String
        let width: Int
        let height: Int
        let dpi: Int
        let mode: String
        let sha256: String
        let findings: [String]

        init(_ stored: StoredPage, dossier: DossierCode, sheet: Int) {
            page = stored.page.description
            self.dossier = dossier.text
            run = stored.run.description
            index = stored.sequence
            self.sheet = sheet
            side = stored.side.rawValue
            width = stored.facts.width
            height = stored.facts.height
            dpi = stored.facts.dpi
            mode = stored.facts.mode.rawValue
            sha256 = stored.facts.sha256
            findings = [FindingCode](stored.findings.map(\.code), blank: stored.blank).map(\.rawValue)
        }
    }

    private struct EndEvent: Encodable {
        let event = "end"
        let pages: Int
        let sheets: Int
        let counted: Int?
        let complete: Bool
        let stop: String
        /// Null when the device could not be opened.
        let chosen: ChosenJSON?

        enum CodingKeys: String, CodingKey { case event, pages, sheets, counted, complete, stop, chosen }
        func encode(to encoder: any Encoder) throws {
            var container = encoder.container(keyedBy: CodingKeys.self)
            try container.encode(event, forKey: .event)
            try container.encode(pages, forKey: .pages)
            try container.encode(sheets, forKey: .sheets)
            try container.encode(counted, forKey: .counted)
            try container.encode(complete, forKey: .complete)
            try container.encode(stop, forKey: .stop)
            try container.encode(chosen, forKey: .chosen)
        }
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

    func end() { sources.forEach { $0.cancel() } }
}
