import Terminal
import Texts

extension Model {
    func drawExport(_ canvas: inout Canvas) {
        let (top, rest) = body.split(top: 5)
        canvas.pane(top, title: Text.exportTitle(language), isFocused: !export.isRunning)
        let inside = top.inset(columns: 2, rows: 1)
        canvas.line(Text.exportTarget(language), .strong, in: inside, row: 0)
        canvas.field(
            export.target, x: inside.x, y: inside.y + 1, width: inside.width, isFocused: !export.isRunning && layers.isEmpty)
        canvas.line(Text.exportTargetExplained(language), .dim, in: inside, row: 2)
        let (bar, middle) = rest.split(bottom: body.height >= 30 ? 3 : 1)
        canvas.pane(middle, title: exportPaneTitle(language))
        drawExportPhase(middle.inset(columns: 2, rows: 1), &canvas)
        drawExportBar(bar, &canvas)
    }

    private var exportPaneTitle: Text {
        switch export.phase {
        case .planning: .exportWhat
        case .running, .stopping: .exportStarted
        case .finished, .failed: .exportOutcome
        }
    }

    private func drawExportPhase(_ rect: Rect, _ canvas: inout Canvas) {
        switch export.phase {
        case .planning: drawPlan(rect, &canvas)
        case .running(let progress): drawExportProgress(progress, isStopping: false, rect, &canvas)
        case .stopping(let progress): drawExportProgress(progress, isStopping: true, rect, &canvas)
        case .finished(let result): drawResult(result, rect, &canvas)
        case .failed(let failure):
            var row = 1
            row += canvas.paragraph(failure.message(language), .bad, in: rect, row: row) + 1
            row += canvas.paragraph(failure.kept(language), .good, in: rect, row: row) + 1
            canvas.paragraph(failure.todo(language), in: rect, row: row)
        }
    }

    private func drawPlan(_ rect: Rect, _ canvas: inout Canvas) {
        guard let plan = export.currentPlan else {
            canvas.line((export.target.isEmpty ? Text.noTargetFolder : Text.exportPlanning)(language), .dim, in: rect, row: 1)
            return
        }
        let ready = Text.exportReady.with([
            "dossiers": String(plan.dossiers), "documents": String(plan.documents), "pages": String(plan.pages),
        ])
        canvas.line((plan.dossiers == 0 ? Text.exportNothingReady.phrase : ready)(language), .strong, in: rect, row: 1)
        let notes: [(Int, Text, ThemeRole)] = [
            (plan.readingWaiting, .exportReadingWaiting, .warning), (plan.lookWaiting, .exportLookWaiting, .warning), (plan.notReady, .exportNotReady, .base),
            (plan.alreadyDelivered, .exportAlready, .dim), (plan.withheldPages, .exportWithheldPages, .warning),
            (plan.withheldDossiers, .exportWithheldDossiers, .warning), (plan.unseenStarts, .exportUnseenStarts, .warning),
        ]
        for (row, note) in notes.filter({ $0.0 > 0 }).enumerated() {
            canvas.line(note.1.with(["count": String(note.0)])(language), note.2, in: rect, row: 3 + row)
        }
    }

    private func drawExportProgress(_ progress: ExportProgress, isStopping: Bool, _ rect: Rect, _ canvas: inout Canvas) {
        let text = Text.exportProgress.with(["done": String(progress.done), "total": String(progress.total)])
        canvas.line(text(language), .strong, in: rect, row: 1)
        canvas.progress(progress.total > 0 ? Double(progress.done) / Double(progress.total) : 0, in: rect, row: 3)
        canvas.line(isStopping ? Text.exportStopping(language) : progress.current, .dim, in: rect, row: 5)
    }

    private func drawResult(_ result: ExportResult, _ rect: Rect, _ canvas: inout Canvas) {
        var row = 1
        if let folder = result.folder {
            let done = Text.exportResult.with([
                "dossiers": String(result.dossiers), "documents": String(result.documents), "pages": String(result.pages),
            ])
            row += canvas.paragraph(done(language), .good, in: rect, row: row)
            row += canvas.paragraph(folder, .strong, in: rect, row: row) + 1
            row += canvas.paragraph(Text.exportChecked(language), .dim, in: rect, row: row) + 1
        } else {
            row += canvas.paragraph(Text.exportNothingNew(language), .good, in: rect, row: row) + 1
        }
        for note in result.notes where row < rect.height {
            row += canvas.paragraph("· " + note(language), .warning, in: rect, row: row, most: 2)
        }
    }

    private func drawExportBar(_ rect: Rect, _ canvas: inout Canvas) {
        switch export.phase {
        case .running, .stopping: canvas.loudBar(Text.exportBarRunning(language), .selectedUnfocused, reversed: false, in: rect)
        case .finished: canvas.loudBar(Text.exportBarDone(language), .good, reversed: true, in: rect)
        case .failed: canvas.loudBar(Text.exportBarAgain(language), .warning, reversed: true, in: rect)
        case .planning:
            let hasWork = (export.currentPlan?.dossiers ?? 0) > 0
            canvas.loudBar(
                (hasWork ? Text.exportBarGo : Text.exportBarNothing)(language), hasWork ? .selected : .selectedUnfocused,
                reversed: false, in: rect)
        }
    }
}
