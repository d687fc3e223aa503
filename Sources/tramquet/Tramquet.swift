import ArgumentParser
import Foundation
import Texts

@main
struct Tramquet: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "tramquet",
        abstract: "Trạm Quét: quét, nhận dạng và giao nộp hồ sơ lưu trữ. (Archive scanning station.)",
        version: "0.1.0",
        subcommands: [
            StationCommand.self, DemoCommand.self, DevicesCommand.self, DossierCommand.self, BatchCommand.self, BoxCommand.self,
            ScanCommand.self, PageCommand.self, UndoCommand.self, RedoCommand.self, WithholdCommand.self, ReleaseCommand.self,
            WithheldCommand.self, ImportPagesCommand.self, WatchCommand.self,
            SeparatorsCommand.self, BoundariesCommand.self, ReportCommand.self, SampleCommand.self, RecogniseCommand.self, TextCommand.self, SearchCommand.self,
            ExportCommand.self, NightlyCommand.self, VerifyCommand.self, RecoverCommand.self, AuditCommand.self,
            ConfigCommand.self, DoctorCommand.self, WorkerCommand.self,
        ],
        defaultSubcommand: StationCommand.self)

    /// The parser's own, but for the language of what it finds wrong.
    static func main() async {
        do {
            var command = try parseAsRoot()
            if var waits = command as? any AsyncParsableCommand { try await waits.run() } else { try command.run() }
        } catch {
            guard exitCode(for: error) == .validationFailure else { exit(withError: error) }
            let option = CommandLine.arguments.drop { $0 != "--lang" }.dropFirst().first
                ?? CommandLine.arguments.first { $0.hasPrefix("--lang=") }.map { String($0.dropFirst(7)) }
            let language = Language.chosen(option: option, environment: ProcessInfo.processInfo.environment)
            FileHandle.standardError.write(Data((UsageMessage(fullMessage(for: error)).text(language) + "\n").utf8))
            Foundation.exit(exitCode(for: error).rawValue)
        }
    }
}
