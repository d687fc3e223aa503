import Terminal
import Texts

/// The whole screen. A function of the state alone; it draws only what is seen.
public func view(_ model: Model) -> Surface {
    var canvas = Canvas(size: model.size, theme: model.theme, language: model.language)
    if model.isTooSmall {
        model.drawTooSmall(&canvas)
        return canvas.surface
    }
    canvas.on(.title) { model.drawTitle(&$0) }
    model.drawScreen(&canvas)
    model.drawMessage(&canvas)
    for layer in model.layers { canvas.on(.dialog) { model.draw(layer, &$0) } }
    canvas.on(.footer) { model.drawFooter(&$0) }
    return canvas.surface
}

extension Model {
    /// Between the title line and the message line.
    var body: Rect { Rect(x: 0, y: 1, width: size.columns, height: size.rows - 3) }

    fileprivate func drawScreen(_ canvas: inout Canvas) {
        switch screen {
        case .setup: drawSetup(&canvas)
        case .scanDesk: drawDesk(&canvas)
        case .reader: drawReader(&canvas)
        case .correction: drawCorrection(&canvas)
        case .sample: drawSample(&canvas)
        case .register: drawRegister(&canvas)
        case .boxes: drawBoxes(&canvas)
        case .search: drawSearch(&canvas)
        case .queue: drawQueue(&canvas)
        case .withheldAll: drawWithheldAll(&canvas)
        case .export: drawExport(&canvas)
        }
    }

    fileprivate func draw(_ layer: Layer, _ canvas: inout Canvas) {
        switch layer {
        case .help(let scroll): drawHelp(scroll, &canvas)
        case .palette(let palette): drawPalette(palette, &canvas)
        case .countSheets(let count): drawCountSheets(count, &canvas)
        case .findings(let list): drawFindings(list, &canvas)
        case .contactSheet(let list): drawContactSheet(list, &canvas)
        case .numbers(let numbers): drawNumbers(numbers, &canvas)
        case .places(let list): drawPlaces(list, &canvas)
        case .flipStack(let flip): drawFlipStack(flip, &canvas)
        case .finishDossier(let finish): drawFinish(finish, &canvas)
        case .runStopped(let stop): drawStop(stop, &canvas)
        case .blanks(let list): drawBlanks(list, &canvas)
        case .dropped(let list): drawDropped(list, &canvas)
        case .notice(let failure): drawNotice(failure, &canvas)
        case .question(let question): drawQuestion(question, &canvas)
        case .newDossier(let new): drawNewDossier(new, &canvas)
        case .boundaries(let list): drawBoundaries(list, &canvas)
        case .transfer(let state): drawTransfer(state, &canvas)
        case .profiles(let list): drawProfiles(list, &canvas)
        case .withhold(let state): drawWithhold(state, &canvas)
        case .withheld(let state): drawWithheld(state, &canvas)
        case .handover(let state): drawHandover(state, &canvas)
        case .alike(let state): drawAlike(state, &canvas)
        case .settle(let list): drawSettle(list, &canvas)
        }
    }

    // MARK: Title line

    fileprivate func drawTitle(_ canvas: inout Canvas) {
        let row = Rect(x: 0, y: 0, width: size.columns, height: 1)
        canvas.fill(row, .title)
        let most = size.columns - 24
        var right = figures
        var text = right.joined(separator: " · ")
        // How one types, and the key that changes it, matter where one types; elsewhere it stands where there is room.
        let key = isTyping ? Key.function(9).label(language) + " " : ""
        let method = "   " + key + Text.inputMethod(typing.method)(language)
        let end = isTyping || DisplayText.width(text + method) <= most ? method : ""
        text += end
        while right.count > 1, DisplayText.width(text) > most {
            right.removeFirst()
            text = right.joined(separator: " · ") + end
        }
        let room = size.columns - DisplayText.width(text) - 3
        let place = [settings.station, settings.person].filter { !$0.isEmpty }.joined(separator: " · ")
        canvas.put(" " + Text.programName(language) + (place.isEmpty ? "" : "  " + place), .title, x: 0, y: 0, width: room)
        canvas.lineRight(text + " ", .title, in: row, row: 0)
    }

    /// The figures at the right of the title line, least important first.
    private var figures: [String] {
        var figures: [String] = []
        let done = String(status.doneToday)
        figures.append(
            settings.dailyPlan > 0
                ? Text.titleDoneOfPlan.with(["done": done, "plan": String(settings.dailyPlan)])(language)
                : Text.titleDone.with(["done": done])(language))
        if status.readingFailed > 0 {
            figures.append(Text.titleReadingFailed.with(["pages": String(status.readingFailed)])(language))
        }
        figures.append(
            status.readingWaiting > 0
                ? Text.titleReadingWaiting.with(["pages": String(status.readingWaiting)])(language)
                : Text.titleReadingDone(language))
        if let pace = desk.pace(at: now) {
            figures.append((desk.pausedAt == nil ? Text.titlePace : .titlePaceStands).with(["time": clock(seconds: pace)])(language))
        }
        return figures
    }

    /// `03:12`, or `1:03:12` from an hour on.
    private func clock(seconds: Double) -> String {
        let total = max(0, Int(seconds))
        let (hours, minutes, rest) = (total / 3600, total / 60 % 60, total % 60)
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return hours > 0 ? "\(hours):\(two(minutes)):\(two(rest))" : "\(two(minutes)):\(two(rest))"
    }

    // MARK: Message line and footer

    fileprivate func drawMessage(_ canvas: inout Canvas) {
        guard let message = shownMessage else { return }
        let (mark, role): (String, ThemeRole) =
            switch message.kind {
            case .done: ("✓", .good)
            case .working: ("…", .dim)
            case .warning: ("!", .warning)
            case .trouble: ("✗", .bad)
            }
        let y = size.rows - 2
        canvas.put(mark, role, x: 1, y: y)
        canvas.put(
            message.phrase(language), message.kind == .done ? .message : role, x: 3, y: y, width: size.columns - 4)
    }

    private var shownMessage: MessageLine? {
        guard !startWarnings.isEmpty, message?.kind != .trouble else { return message }
        let all = startWarnings.map { $0(language) }.joined(separator: " · ")
        return MessageLine(kind: .warning, phrase: Text(all, en: all).phrase)
    }

    fileprivate func drawFooter(_ canvas: inout Canvas) {
        let y = size.rows - 1
        canvas.fill(Rect(x: 0, y: y, width: size.columns, height: 1), .footer)
        for item in footerItems {
            let used = canvas.put(item.key, .footerKey, x: item.x, y: y)
            canvas.put(item.name, .footer, x: item.x + used + 1, y: y)
        }
    }

    /// The keys that work now, as many as fit; help always does.
    var footerItems: [FooterItem] {
        let commands = CommandTable.footer(for: self)
        let items = commands.map { command -> FooterItem in
            FooterItem(command: command, key: command.shownAs ?? command.keys.first?.label(language) ?? "", name: command.name(in: self)(language), x: 0)
        }
        guard let help = items.first(where: { $0.command.id == .help }) else { return [] }
        var placed: [FooterItem] = []
        var x = 1
        for var item in items where item.command.id != .help {
            guard x + item.width + 2 + help.width < size.columns else { continue }
            item.x = x
            placed.append(item)
            x += item.width + 2
        }
        var last = help
        last.x = size.columns - help.width - 1
        return placed + [last]
    }

    // MARK: Too small

    /// One line that still says the one thing that matters.
    fileprivate func drawTooSmall(_ canvas: inout Canvas) {
        let counter = desk.dossier.map { Text.sheetsShort.with(["sheets": $0.counts.shownSheets])(language) + " · " } ?? ""
        let running = desk.run.isUnderWay ? Text.scanningShort(language) + " · " : ""
        canvas.put(counter + running + Text.windowTooSmall(language), .warning, x: 0, y: 0, width: size.columns)
    }
}

/// A command as the footer shows it.
struct FooterItem {
    let command: Command
    let key: String
    let name: String
    var x: Int

    var width: Int { DisplayText.width(key) + 1 + DisplayText.width(name) }
}

extension DeskCounts {
    /// `12/42`, or `12` while nobody has counted.
    var shownSheets: String { countedSheets.map { "\(sheets)/\($0)" } ?? "\(sheets)" }
}
