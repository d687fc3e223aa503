import Terminal
import Texts

extension CommandTable {
    static let export: [Command] = [
        Command(
            .exportRun, in: .export, keys: [.enter], name: .commandExportRun, help: .commandExportRunHelp, footer: 10,
            when: { model in
                if model.export.isRunning { return .notNow(.exportUnderWay) }
                return model.export.target.isEmpty ? .notNow(.noTargetFolder) : .available
            },
            run: { model in
                model.export.phase = .running(ExportProgress(done: 0, total: model.export.currentPlan?.dossiers ?? 0, current: ""))
                model.say(.working, Text.exportStarted)
                return [.export(target: model.export.target.text)]
            }),
        Command(
            .exportStop, in: .export, keys: [.control("x")], name: .commandExportStop, help: .commandExportStopHelp, footer: 20,
            when: { model in
                if case .running = model.export.phase { return .available }
                return .notNow(.nothingToStop)
            },
            run: { model in
                guard case .running(let progress) = model.export.phase else { return [] }
                model.export.phase = .stopping(progress)
                return [.stopExport]
            }),
        Command(
            .exportBack, in: .export, keys: [.escape], name: .commandExportBack, help: .commandExportBackHelp, footer: 30,
            run: { $0.go(to: .scanDesk) }),
    ]
}
