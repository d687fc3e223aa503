import Terminal
import Texts

extension Model {
    func drawRegister(_ canvas: inout Canvas) {
        let (fields, list) = body.split(top: 3)
        drawRegisterFields(fields, &canvas)
        canvas.pane(list, title: registerTitle, isFocused: true)
        let inside = list.inside
        let columns = RegisterColumns(width: inside.width, language: language)
        columns.drawHead(inside, &canvas)
        drawRegisterLines(Rect(list, belowRow: 2), columns, &canvas)
    }

    /// Where the lines of the list stand, for the mouse.
    var registerList: Rect { Rect(body.split(top: 3).rest, belowRow: 2) }

    private var registerTitle: String {
        guard register.isLoaded else { return Text.commandGoRegister(language) }
        return Text.registerCount.with(["dossiers": register.total.grouped(language)])(language)
    }

    private func drawRegisterFields(_ rect: Rect, _ canvas: inout Canvas) {
        canvas.pane(rect, title: Text.registerFind(language))
        let inside = rect.inset(columns: 2, rows: 1)
        let small = 8
        let labels = [Text.registerWords(language), Text.registerBox(language), Text.registerNumber(language)]
        let used = labels.reduce(0) { $0 + DisplayText.width($1) + 3 } + 2 * small
        var x = inside.x
        for field in RegisterState.Field.allCases {
            let label = labels[field.rawValue]
            let isFocused = register.field == field && layers.isEmpty
            x += canvas.put(label, isFocused ? .strong : .dim, x: x, y: inside.y) + 1
            let width = field == .text ? inside.width - used : small
            canvas.field(register[field], x: x, y: inside.y, width: width, isFocused: isFocused)
            x += width + 2
        }
    }

    private func drawRegisterLines(_ rect: Rect, _ columns: RegisterColumns, _ canvas: inout Canvas) {
        if register.isLoaded, register.total == 0 {
            let isFiltered = !register.text.isEmpty || !register.box.isEmpty || !register.number.isEmpty
            canvas.paragraph(
                (isFiltered ? Text.registerNothing : Text.registerEmpty)(language), .dim, in: rect.inset(columns: 2, rows: 0), row: 1)
            return
        }
        for (row, index) in register.list.visible(count: register.total, height: rect.height).enumerated() {
            let isSelected = index == register.list.selected
            let role = isSelected ? canvas.selectRow(rect, row: row) : ThemeRole.base
            guard let line = register.line(index) else { continue }
            columns.draw(line, rect, row: row, isSelected ? role : nil, isOnDesk: line.id == desk.dossier?.id, &canvas)
        }
    }
}

/// The columns of the register, as wide as the screen allows; the title takes what is left.
struct RegisterColumns {
    private let box: Int, number: Int, code: Int, title: Int, sheets: Int, stage: Int
    private let language: Language

    init(width: Int, language: Language) {
        self.language = language
        let isWide = width >= 100
        (box, number, sheets, stage) = (isWide ? 9 : 7, isWide ? 8 : 6, 9, isWide ? 20 : 18)
        code = min(26, max(16, width * 20 / 100))
        title = max(0, width - box - number - code - sheets - stage - 3)
    }

    func drawHead(_ rect: Rect, _ canvas: inout Canvas) {
        draw(
            [Text.columnBox(language), Text.columnNumber(language), Text.columnCode(language), Text.columnTitle(language),
                Text.columnSheets(language), Text.columnStage(language)],
            [.dim, .dim, .dim, .dim, .dim, .dim], rect, row: 0, &canvas)
    }

    func draw(_ line: DossierLine, _ rect: Rect, row: Int, _ selected: ThemeRole?, isOnDesk: Bool, _ canvas: inout Canvas) {
        let sheets = line.countedSheets.map { "\(line.sheets)/\($0)" } ?? (line.sheets > 0 ? "\(line.sheets)" : "–")
        let stageRole: ThemeRole =
            selected ?? (line.heldBy != nil || line.settledShort != nil || line.cameLate > 0 || line.coverSuspected != nil ? .warning : line.stage.role)
        canvas.line(selected == nil ? " " : "▸", selected ?? .base, in: rect, row: row)
        draw(
            [line.box ?? "", line.number ?? "", line.code, line.title, sheets, stage(of: line, isOnDesk: isOnDesk)],
            [selected ?? .dim, selected ?? .dim, selected ?? .strong, selected ?? .base, selected ?? .base, stageRole], rect, row: row,
            &canvas)
    }

    private func stage(of line: DossierLine, isOnDesk: Bool) -> String {
        if isOnDesk { return Text.stageOnDesk(language) }
        if line.heldBy != nil { return Text.stageHeld(language) }
        if line.stage != .withheld, let number = line.coverSuspected { return Text.stageCoverSuspected.with(["number": number])(language) }
        guard let short = line.settledShort else {
            let stage = Text.stage(line.stage)(language)
            return line.cameLate > 0 ? stage + " · " + Text.stageToLookAt.with(["count": String(line.cameLate)])(language) : stage
        }
        return (short > 0 ? Text.stageSettledShort : Text.stageSettledOver).with(["sheets": String(abs(short))])(language)
    }

    private func draw(_ texts: [String], _ roles: [ThemeRole], _ rect: Rect, row: Int, _ canvas: inout Canvas) {
        guard row < rect.height else { return }
        var x = rect.x + 2
        for (index, width) in [box, number, code, title, sheets, stage].enumerated() {
            canvas.put(texts[index], roles[index], x: x, y: rect.y + row, width: width - 1)
            x += width
        }
    }
}

extension DossierLine {
    /// Findings that came after the dossier was finished, such as a page that its reading set upright.
    fileprivate var cameLate: Int { stage.isFinished ? openFindings : 0 }
}

extension DossierStage {
    fileprivate var role: ThemeRole {
        switch self {
        case .listed: .dim
        case .prepared: .base
        case .scanning: .warning
        case .scanned, .corrected, .described, .accepted, .signed, .packaged, .delivered: .good
        case .withheld: .bad
        }
    }
}
