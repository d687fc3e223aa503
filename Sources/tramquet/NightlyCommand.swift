import ArgumentParser
import Configuration
import Delivering
import Store
import Texts

struct NightlyCommand: StationSubcommand {
    static let configuration = CommandConfiguration(
        commandName: "nightly",
        abstract: "Lượt chạy đêm: kiểm tra, xuất tới mọi đích, báo cáo; chạy lại được. (The nightly run; safe to run again.)")
    @Option(help: "Đích xuất, thay cho cấu hình; lặp lại được. (Targets instead of the configured ones.)") var to: [String] = []
    @OptionGroup var global: GlobalOptions

    func perform(_ context: Context) async throws {
        let store = try context.openStore()
        let configuration = try context.configuration(store.folder.path)
        let output = Output(context)
        let targets = to.isEmpty ? configuration.exportTargets : to
        guard !targets.isEmpty else { throw DeliveringError.targetMissing(path: "export.targets") }
        let nightly = Nightly(exporter: try Exporter(store: store, configuration, by: context.actor(configuration)))
        let stop = StopFlag()
        let interrupts = Interrupts { stop.set() }
        defer { interrupts.end() }
        let report = try await offMain { try nightly.run(targets: targets, isCancelled: { stop.isSet }) }
        if output.json {
            output.object(ReportJSON(report, context.language))
        } else {
            VerifyCommand.say(report.verification, output)
            for target in report.targets {
                switch target.outcome {
                case .success(let result):
                    output.line("\(target.target):")
                    ExportCommand.say(result, output)
                case .failure(let error):
                    output.line("\(target.target): \(error.message(context.language)) \(error.todo(context.language))")
                }
            }
        }
        if report.exitCode != .done { throw report.exitCode }
    }

    private struct ReportJSON: Encodable {
        struct Target: Encodable {
            let target: String
            let result: ExportJSON?
            let error: String?
            let message: String?
        }
        let started: String
        let verification: VerifyJSON
        let targets: [Target]

        init(_ report: NightlyReport, _ language: Language) {
            started = report.started.iso8601
            verification = VerifyJSON(report.verification, language)
            targets = report.targets.map { target in
                switch target.outcome {
                case .success(let result): Target(target: target.target, result: ExportJSON(result, language), error: nil, message: nil)
                case .failure(let error):
                    Target(target: target.target, result: nil, error: error.code, message: error.message(language))
                }
            }
        }
    }
}
