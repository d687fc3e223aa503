import Terminal
import Texts

extension Model {
    func drawQueue(_ canvas: inout Canvas) {
        let (top, list) = body.split(top: 4)
        canvas.pane(top, title: Text.commandGoQueue(language))
        let inside = top.inset(columns: 2, rows: 1)
        let status = queue.status ?? QueueStatus()
        let figures = Text.queueFigures.with(["waiting": String(status.waiting), "running": String(status.running)])
        canvas.line(figures(language), .strong, in: inside, row: 0)
        if status.failed > 0 {
            canvas.line(Text.queueFailed.with(["failed": String(status.failed)])(language), .bad, in: inside, row: 1)
        } else {
            canvas.line(Text.queueNoneFailed(language), .good, in: inside, row: 1)
        }
        canvas.pane(list, title: Text.queuePages(language), isFocused: true)
        drawQueueLines(status, list.inside, &canvas)
    }

    /// Where the lines of the queue stand, for the mouse.
    var queueList: Rect { body.split(top: 4).rest.inside }

    private func drawQueueLines(_ status: QueueStatus, _ rect: Rect, _ canvas: inout Canvas) {
        if status.lines.isEmpty {
            canvas.paragraph(Text.queueEmpty(language), .dim, in: rect.inset(columns: 1, rows: 0), row: 1)
        }
        for (row, index) in queue.list.visible(count: status.lines.count, height: rect.height).enumerated() {
            let line = status.lines[index]
            let isSelected = index == queue.list.selected
            let role = isSelected ? canvas.selectRow(rect, row: row) : ThemeRole.base
            let (text, stateRole) = describe(line.state)
            canvas.line(isSelected ? "▸" : " ", role, in: rect, row: row)
            canvas.put(text, isSelected ? role : stateRole, x: rect.x + 2, y: rect.y + row, width: 16)
            let page = Text.searchHit.with(["code": line.code, "page": String(line.pageIndex)])(language)
            let used = canvas.put(page, role, x: rect.x + 19, y: rect.y + row, width: rect.width - 19)
            if let reason = line.reason {
                canvas.line(reason(language), isSelected ? role : .dim, in: rect, row: row, indent: 21 + used)
            }
        }
    }

    private func describe(_ state: QueueLine.State) -> (String, ThemeRole) {
        switch state {
        case .waiting: (Text.queueStateWaiting(language), .dim)
        case .running: (Text.queueStateRunning(language), .good)
        case .failed: (Text.queueStateFailed(language), .bad)
        }
    }
}
