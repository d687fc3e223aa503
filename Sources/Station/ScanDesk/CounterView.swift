import Records
import Terminal
import Texts

extension Model {
    /// The counter: figures for two metres, progress, device, and what was noticed.
    func drawCounter(_ rect: Rect, _ canvas: inout Canvas) {
        canvas.pane(rect, title: counterTitle)
        let inside = rect.inset(columns: 2, rows: 1)
        guard let dossier = desk.dossier else {
            drawDevice(inside, row: 1, &canvas)
            return
        }
        var row = drawBigCount(dossier.counts, inside, &canvas)
        row += drawProgress(dossier.counts, inside, row: row, &canvas)
        row += drawDevice(inside, row: row, &canvas)
        let (_, rest) = inside.split(top: row)
        drawNotes(dossier, rest, &canvas)
    }

    private var counterTitle: String {
        guard let counts = desk.dossier?.counts else { return Text.counter(language) }
        return counts.countedSheets == nil
            ? Text.counterUncounted.with(["sheets": counts.shownSheets, "sides": String(counts.sides)])(language)
            : Text.counterTitle.with(["sheets": counts.shownSheets, "sides": shownSides(counts)])(language)
    }

    private func shownSides(_ counts: DeskCounts) -> String {
        counts.countedSheets.map { "\(counts.sides)/\($0 * 2)" } ?? "\(counts.sides)"
    }

    /// The sheet count in big figures; with small ones for the total where both do not fit.
    private func drawBigCount(_ counts: DeskCounts, _ inside: Rect, _ canvas: inout Canvas) -> Int {
        let role: ThemeRole =
            switch counts.countedSheets {
            case counts.sheets?: .good
            case let counted? where counts.sheets > counted: .bad
            default: .bigNumber
            }
        var (figures, beside) = (counts.shownSheets, Text.sheetsUnit(language))
        if bigFigures(figures, role, canvas).size.columns + 1 + DisplayText.width(beside) > inside.width {
            figures = String(counts.sheets)
            beside = counts.countedSheets.map { "/\($0) " + Text.sheetsUnit(language) } ?? beside
        }
        var big = bigFigures(figures, role, canvas)
        let hasRoom = inside.height >= 20 && big.size.columns * 2 + 1 + DisplayText.width(beside) <= inside.width
        if hasRoom, pictureMode != .ascii { big = big.doubled() }
        let gap = inside.height > 16 ? 1 : 0
        canvas.draw(big, x: inside.x, y: inside.y + gap)
        canvas.put(
            beside, .dim, x: inside.x + big.size.columns + 1, y: inside.y + gap + big.size.rows - 1,
            width: inside.width - big.size.columns - 1)
        return big.size.rows + 2 * gap
    }

    private func bigFigures(_ text: String, _ role: ThemeRole, _ canvas: Canvas) -> Surface {
        BigText.render(text, style: canvas.style(role), ascii: pictureMode == .ascii)
    }

    private func drawProgress(_ counts: DeskCounts, _ inside: Rect, row: Int, _ canvas: inout Canvas) -> Int {
        guard let counted = counts.countedSheets, counted > 0 else {
            canvas.line(Text.sheetsNotCounted(language), .warning, in: inside, row: row)
            return 1
        }
        let share = Double(counts.sheets) / Double(counted)
        let percent = " \(Int((share * 100).rounded(.down)))%"
        let (_, bar) = inside.split(right: DisplayText.width(percent))
        canvas.progress(min(1, share), in: Rect(x: bar.x, y: bar.y, width: max(0, bar.width), height: bar.height), row: row,
            role: share > 1 ? .bad : .progress)
        canvas.lineRight(percent, share > 1 ? .bad : .base, in: inside, row: row)
        return inside.height > 16 ? 2 : 1
    }

    @discardableResult
    private func drawDevice(_ inside: Rect, row: Int, _ canvas: inout Canvas) -> Int {
        let name = desk.device?.title ?? (settings.device.isEmpty ? Text.noDevice(language) : settings.device)
        let withProfile = name + " · " + settings.profile
        let hasRoom = !settings.profile.isEmpty && DisplayText.width(withProfile) <= inside.width
        canvas.line(hasRoom ? withProfile : name, settings.device.isEmpty ? .warning : .base, in: inside, row: row)
        let (state, role) = runLine
        canvas.line(state, role, in: inside, row: row + 1)
        return inside.height > 10 ? 3 : 2
    }

    /// What the feeder does, wherever the cursor stands.
    private var runLine: (String, ThemeRole) {
        if desk.takesIncoming, desk.run == .running { return (Text.runTakingIncoming(language), .good) }
        if desk.run == .starting || desk.run == .running, let wait = desk.wait?.words(at: now, language) { return (wait, .warning) }
        return switch desk.run {
        case .starting: (Text.runStarting(language), .warning)
        case .running: (Text.runRunning.with(["page": String(desk.feederPage)])(language), .good)
        case .stopping: (Text.runStopping(language), .warning)
        case .idle: (desk.deviceSettings?(language) ?? Text.runIdle(language), .dim)
        case .stopped(let stop): (Text.runStoppedMessage(stop.reason)(language), stop.isTrouble ? .bad : .dim)
        }
    }

    /// What waits for a person with the keys that lead to it, for footers too narrow to hold them.
    private var waitingLine: String? {
        let (findings, blanks) = (desk.openFindings.count, desk.blanksInQuestion.count)
        var parts: [String] = []
        if findings > 0 { parts.append(Text.counterFindings.with(["count": String(findings)])(language)) }
        if blanks > 0 { parts.append(Text.counterBlanks.with(["count": String(blanks)])(language)) }
        return parts.isEmpty ? nil : parts.joined(separator: " · ")
    }

    /// What waits for a person, findings, newest first, then what is missing for the next state.
    private func drawNotes(_ dossier: DeskDossier, _ rect: Rect, _ canvas: inout Canvas) {
        guard rect.height > 0 else { return }
        var notes: [(String, ThemeRole, PageID?)] = []
        if desk.incoming > 0, !desk.takesIncoming {
            notes.append((Text.counterIncoming.with(["count": String(desk.incoming)])(language), .strong, nil))
        }
        for part in dossier.unnamed { notes.append((Text.counterUnnamed.with(["page": String(part.firstPage)])(language), .bad, nil)) }
        if dossier.preparation?.isWanted == true { notes.append((Text.counterPreparation(language), .warning, nil)) }
        if let first = dossier.coversSuspected.first {
            let others = dossier.coversSuspected.count - 1
            let text = others == 0 ? Text.counterCoverSuspected : .counterCoversSuspected
            notes.append((text.with(["code": first, "others": String(others)])(language), .bad, nil))
        }
        if let waitingLine { notes.append((waitingLine, .strong, nil)) }
        for short in dossier.preparationShort {
            notes.append((short.say(.counterPreparationShort)(language), .warning, nil))
        }
        if !dossier.withheld.isEmpty { notes.append((Text.counterWithheld.with(["count": String(dossier.withheld.count)])(language), .warning, nil)) }
        let proposals = desk.proposals.count
        if proposals > 0 { notes.append((Text.counterBoundaries.with(["count": String(proposals)])(language), .strong, nil)) }
        if let listed = dossier.listed, !listed.agrees, proposals == 0 { notes.append((listed.note(language), .warning, nil)) }
        for wish in desk.unmet.prefix(max(0, rect.height - 2)) { notes.append(("! " + wish(language), .warning, nil)) }
        let room = max(notes.count + 1, rect.height - min(2, dossier.missing.count))
        for page in dossier.pages.reversed() {
            for finding in page.findings where notes.count < room {
                guard let text = finding.note(page, language) else { continue }
                notes.append((text, page.id == desk.page?.id ? .strong : .warning, page.id))
            }
            if notes.count >= room { break }
        }
        for item in dossier.missing.prefix(max(0, rect.height - notes.count)) { notes.append(("· " + item.message(language), .dim, nil)) }
        for (row, note) in notes.enumerated() { canvas.line(note.0, note.1, in: rect, row: row) }
    }
}

extension Finding {
    /// `! tr. 9   nghiêng 2,1°`; nil for a blank side that has been judged.
    func note(_ page: PageTile, _ language: Language) -> String? {
        if !code.isWarning, page.blank != .suspected, page.blank != .doubtful { return nil }
        let label = Text.notePage.with(["page": String(page.index)])(language)
        let gap = String(repeating: " ", count: max(1, 9 - DisplayText.width(label)))
        return "! " + label + gap + text(quarterTurns: page.turn / 90, language)
    }

    /// What was found, in two or three words.
    /// - Parameter quarterTurns: clockwise, by which the page is shown.
    func text(quarterTurns: Int, _ language: Language) -> String {
        let value = value ?? 0
        return switch code {
        case .skew: Text.findingSkew.with(["angle": decimal(abs(value), language)])(language)
        case .blank, .maybeBlank: Text.findingBlank(language)
        case .cutShort: Text.findingCutShort(language)
        case .flatRest: Text.findingFlatRest(language)
        case .lowResolution: Text.findingLowResolution.with(["dpi": String(Int(value))])(language)
        case .repeated: self.value.map { Text.findingRepeated.with(["page": String(Int($0))])(language) } ?? Text.findingRepeatedSome(language)
        case .backMissing: Text.findingBackMissing(language)
        case .turned: turnedText(quarterTurns: quarterTurns, language)
        case .strangeText: Text.findingStrangeText(language)
        case .damagedCode: Text.findingDamagedCode(language)
        case .otherDossier: Text.findingOtherDossier(language)
        case .besideCode: Text.findingBesideCode(language)
        case .newDossier: Text.findingNewDossier(language)
        case .blur: Text.findingBlur(language)
        case .tooDark: Text.findingTooDark(language)
        case .tooLight: Text.findingTooLight(language)
        case .blackBorder: Text.findingBlackBorder(language)
        case .cutOff: cutOffText(quarterTurns: quarterTurns, language)
        case .wrongSize: Text.findingWrongSize.with(["length": String(Int(value.rounded()))])(language)
        }
    }

    /// What was done, or what is still to be done to the page as it is shown.
    private func turnedText(quarterTurns: Int, _ language: Language) -> String {
        let rest = ((Int(value ?? 0) - quarterTurns * 90) % 360 + 360) % 360
        let text = rest == 0 ? Text.findingTurned : .findingLiesTurned
        return text.with(["degrees": String(rest == 0 ? Int(value ?? 0) : rest)])(language)
    }

    /// The page is shown as its reading found it to lie.
    func isSetUpright(on page: PageTile) -> Bool { code == .turned && Int(value ?? 0) == page.turn }

    private func cutOffText(quarterTurns: Int, _ language: Language) -> String {
        switch PageEdge(rawValue: Int(value ?? 0))?.turned(quarterTurnsClockwise: quarterTurns) {
        case .top: Text.findingCutOffTop(language)
        case .right: Text.findingCutOffRight(language)
        case .bottom: Text.findingCutOffBottom(language)
        case .left: Text.findingCutOffLeft(language)
        case nil: Text.findingCutOff(language)
        }
    }

    /// One place after the comma, which is a point in English.
    private func decimal(_ value: Double, _ language: Language) -> String {
        let tenths = Int((value * 10).rounded())
        return "\(tenths / 10)\(language == .vi ? "," : ".")\(tenths % 10)"
    }
}
