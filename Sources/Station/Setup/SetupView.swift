import Terminal
import Texts

extension Model {
    func drawSetup(_ canvas: inout Canvas) {
        let area = body.centred(Size(columns: 110, rows: 34))
        canvas.pane(area, title: (setup.isFirstRun ? Text.setupWelcome : Text.setupTitle)(language), isFocused: true)
        let inside = area.inset(columns: 2, rows: 1)
        let gap = area.height >= 26 ? 1 : 0
        var row = gap
        if setup.isFirstRun { row += canvas.paragraph(Text.setupFirstRun(language), .dim, in: inside, row: row, most: 2) + gap }
        let labelWidth = SetupState.Field.allCases.map { DisplayText.width(Text.setupLabel($0)(language)) }.max() ?? 0
        for field in SetupState.Field.allCases {
            drawSetupField(field, inside, row: row, labelWidth: labelWidth, &canvas)
            row += 1
            if gap == 1, [.fondsTitle, .person, .exportFolder].contains(field) { row += 1 }
        }
        let (_, rest) = inside.split(top: row + 1)
        drawSetupExplanation(rest, &canvas)
    }

    private func drawSetupField(
        _ field: SetupState.Field, _ inside: Rect, row: Int, labelWidth: Int, _ canvas: inout Canvas
    ) {
        let isFocused = setup.field == field
        canvas.line((isFocused ? "▸ " : "  ") + Text.setupLabel(field)(language), isFocused ? .strong : .base, in: inside, row: row)
        let x = inside.x + labelWidth + 4
        let width = inside.width - labelWidth - 4
        switch field {
        case .bell, .preview, .inputMethod:
            let value = setup.choice(field)(language)
            canvas.put(isFocused ? "◂ \(value) ▸" : "  \(value)", isFocused ? .selected : .base, x: x, y: inside.y + row, width: width)
        default:
            canvas.field(
                setup[field], x: x, y: inside.y + row, width: field == .dailyPlan ? min(8, width) : width,
                isFocused: isFocused && layers.isEmpty)
        }
    }

    /// What the field is for; for the scanner also what was found.
    private func drawSetupExplanation(_ rect: Rect, _ canvas: inout Canvas) {
        var row = canvas.paragraph(Text.setupExplained(setup.field)(language), .message, in: rect, row: 0, most: 2)
        guard setup.field == .device else { return }
        if setup.isLookingForDevices {
            canvas.line(Text.lookingForDevices(language), .dim, in: rect, row: row)
            return
        }
        if setup.devices.isEmpty { row += canvas.paragraph(Text.noDeviceFound(language), .warning, in: rect, row: row, most: 2) }
        for device in setup.devices where row < rect.height {
            let isChosen = device.name == setup[.device].text
            canvas.line((isChosen ? "● " : "○ ") + "\(device.title)  \(device.name)", isChosen ? .good : .base, in: rect, row: row)
            row += 1
        }
        for trouble in setup.deviceTrouble where row < rect.height {
            canvas.line("! " + trouble(language), .warning, in: rect, row: row)
            row += 1
        }
    }
}

extension SetupState {
    /// What a field that is chosen from a list shows.
    fileprivate func choice(_ field: Field) -> Text {
        switch field {
        case .bell: bell ? .choiceOn : .choiceOff
        case .preview: .pictureMode(preview)
        default: .inputMethod(inputMethod)
        }
    }
}
