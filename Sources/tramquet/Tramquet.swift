import ArgumentParser
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
            SeparatorsCommand.self, BoundariesCommand.self, RecogniseCommand.self, TextCommand.self, SearchCommand.self,
            ExportCommand.self, NightlyCommand.self, VerifyCommand.self, RecoverCommand.self, AuditCommand.self,
            ConfigCommand.self, DoctorCommand.self, WorkerCommand.self,
        ],
        defaultSubcommand: StationCommand.self)
}
