import Terminal
import Texts

extension CommandTable {
    static let export: [Command] = [
        Command(
            .exportRun, in: .export, keys: [.enter], name: .commandExportRun, help: .commandExportRunHelp, footer: 10,
            when: { model in
                if model.export.isRunning { return .notNow(.exportUnderWay) }
                if model.export.target.isEmpty { return .notNow(.noTargetFolder) }
                if case .failed = model.export.phase { return .available }
                if case .finished = model.export.phase { return .notNow(.exportNothingReady) }
                guard let plan = model.export.currentPlan else { return .notNow(.exportPlanning) }
                return plan.dossiers == 0 ? .notNow(.exportNothingReady) : .available
            },
            nameNow: { model in
                if case .failed = model.export.phase { .commandExportAgain } else { nil }
            },
            run: { $0.startExport() }),
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

extension Model {
    /// Exports what the plan says; after a folder that could not be looked into, looks again.
    fileprivate mutating func startExport() -> [Effect] {
        let target = export.target.text
        guard let plan = export.currentPlan else {
            export.phase = .planning
            return [.planExport(target: target)]
        }
        export.phase = .running(ExportProgress(done: 0, total: plan.pages, current: ""))
        say(.working, Text.exportStarted)
        return [.export(target: target)]
    }
}
