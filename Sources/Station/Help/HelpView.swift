import Terminal
import Texts

/// One row of help.
enum HelpLine {
    case title(String)
    /// A command with the first row of its explanation.
    case command(Command, String)
    /// A further row of the explanation.
    case more(String)
    case empty
}

extension Model {
    var helpArea: Rect {
        Rect(x: 2, y: 1, width: size.columns - 4, height: size.rows - 3).centred(Size(columns: 100, rows: 50))
    }

    private var isHelpNarrow: Bool { helpArea.width < 84 }
    /// Column of the explanations: behind the keys, and the names where there is room.
    private var helpTextColumn: Int { isHelpNarrow ? 15 : 34 }
    private var helpTextWidth: Int { helpArea.inside.width - helpTextColumn - 1 }

    /// What help explains: the commands of what lies under it, from the top down.
    func helpLines() -> [HelpLine] {
        var below = self
        below.closeLayer()
        var lines: [HelpLine] = []
        for scope in below.scopes {
            if !lines.isEmpty { lines.append(.empty) }
            lines.append(.title(scope.title(language)))
            for command in CommandTable.commands(in: scope) {
                let rows = DisplayText.wrapped(command.help(language), to: helpTextWidth)
                lines.append(.command(command, rows.first ?? ""))
                lines += rows.dropFirst().map(HelpLine.more)
            }
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
            case .command(let command, let text): drawHelp(command, text, below, inside, row: row, &canvas)
            case .more(let text): canvas.put(text, .base, x: inside.x + helpTextColumn, y: inside.y + row, width: inside.width - helpTextColumn)
            }
        }
        guard lines.count > inside.height else { return }
        let seen = min(lines.count, scroll + inside.height)
        let text = " \(seen)/\(lines.count) ↓ "
        canvas.put(text, .dim, x: area.right - DisplayText.width(text) - 2, y: area.bottom - 1)
    }

    private func drawHelp(_ command: Command, _ text: String, _ below: Model, _ inside: Rect, row: Int, _ canvas: inout Canvas) {
        let works = command.availability(in: below) == .available
        let keys = command.keys.prefix(2).map { $0.label(language) }.joined(separator: " ")
        canvas.line(keys, works ? .footerKey : .dim, in: inside, row: row, indent: 1)
        if !isHelpNarrow {
            canvas.put(command.name(language), works ? .strong : .dim, x: inside.x + 15, y: inside.y + row, width: 18)
        }
        canvas.put(text, works ? .base : .dim, x: inside.x + helpTextColumn, y: inside.y + row, width: inside.width - helpTextColumn)
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
            case .correction: .commandGoCorrection
            case .correctionEdit: .scopeCorrectionEdit
            case .sample: .commandGoSample
            case .sampleDecide: .scopeSampleDecide
            case .register: .commandGoRegister
            case .boxes: .commandGoBoxes
            case .search: .searchTitle
            case .queue: .commandGoQueue
            case .withheldAll: .commandGoWithheld
            case .export: .exportTitle
            case .help: .helpTitle
            case .palette: .paletteTitle
            case .countSheets: .countSheetsTitle
            case .finishDossier: .mismatchTitle
            case .runStopped: .stopTitle
            case .blanks: .blanksTitle
            case .dropped: .droppedTitle
            case .findings: .findingsTitle
            case .contactSheet: .contactTitle
            case .numbers: .numbersTitle
            case .places: .placesTitle
            case .flipStack: .flipTitle
            case .notice: .noticeTitle
            case .question: .questionTitle
            case .newDossier: .newDossierTitle
            case .transfer: .transferTitle
            case .boundaries: .boundariesTitle
            case .profiles: .profilesTitle
            case .withhold: .withholdTitle
            case .withheld: .withheldTitle
            case .handover: .handoverDialog
            case .alike: .alikeTitle
            case .settle: .settleTitle
            }
        return text(language)
    }
}
