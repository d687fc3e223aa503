import Terminal
import Texts

/// One line of help.
enum HelpLine: Equatable {
    case title(String)
    case command(Command)
    case empty

    static func == (a: HelpLine, b: HelpLine) -> Bool {
        switch (a, b) {
        case (.title(let a), .title(let b)): a == b
        case (.command(let a), .command(let b)): a.id == b.id && a.scope == b.scope
        case (.empty, .empty): true
        default: false
        }
    }
}

extension Model {
    var helpArea: Rect {
        Rect(x: 2, y: 1, width: size.columns - 4, height: size.rows - 3).centred(Size(columns: 100, rows: 50))
    }

    /// What help explains: the commands of what lies under it, from the top down.
    func helpLines() -> [HelpLine] {
        var below = self
        below.closeLayer()
        var lines: [HelpLine] = []
        for scope in below.scopes {
            if !lines.isEmpty { lines.append(.empty) }
            lines.append(.title(scope.title(language)))
            lines += CommandTable.commands(in: scope).map(HelpLine.command)
        }
        return lines
    }

    func drawHelp(_ scroll: Int, _ canvas: inout Canvas) {
        let area = helpArea
        let inside = canvas.dialog(title: Text.helpTitle(language), width: area.width, height: area.height)
        let lines = helpLines()
        var below = self
        below.closeLayer()
        for (row, line) in lines.dropFirst(scroll).prefix(inside.height).enumerated() {
            switch line {
            case .empty: break
            case .title(let title): canvas.line(title, .dialogTitle, in: inside, row: row)
            case .command(let command): drawHelp(command, below, inside, row: row, &canvas)
            }
        }
        guard lines.count > inside.height else { return }
        let seen = min(lines.count, scroll + inside.height)
        let text = " \(seen)/\(lines.count) ↓ "
        canvas.put(text, .dim, x: area.right - DisplayText.width(text) - 2, y: area.bottom - 1)
    }

    private func drawHelp(_ command: Command, _ below: Model, _ inside: Rect, row: Int, _ canvas: inout Canvas) {
        let works = command.availability(in: below) == .available
        let keys = command.keys.prefix(2).map { $0.label(language) }.joined(separator: " ")
        canvas.line(keys, works ? .footerKey : .dim, in: inside, row: row, indent: 1)
        let isNarrow = inside.width < 80
        let textAt = isNarrow ? 15 : 34
        if !isNarrow {
            canvas.put(command.name(language), works ? .strong : .dim, x: inside.x + 15, y: inside.y + row, width: 18)
        }
        canvas.put(command.help(language), works ? .base : .dim, x: inside.x + textAt, y: inside.y + row, width: inside.width - textAt)
    }
}

extension Scope {
    /// What the commands of the scope belong to.
    func title(_ language: Language) -> String {
        let text: Text =
            switch self {
            case .always: .scopeAlways
            case .screens: .scopeScreens
            case .setup: .setupTitle
            case .scanDesk: .commandGoScanDesk
            case .reader: .commandGoReader
            case .register: .commandGoRegister
            case .search: .searchTitle
            case .queue: .commandGoQueue
            case .export: .exportTitle
            case .help: .helpTitle
            case .palette: .paletteTitle
            case .countSheets: .countSheetsTitle
            case .finishDossier: .mismatchTitle
            case .runStopped: .stopTitle
            case .blanks: .blanksTitle
            case .dropped: .droppedTitle
            case .notice: .noticeTitle
            case .question: .questionTitle
            case .newDossier: .newDossierTitle
            }
        return text(language)
    }
}
