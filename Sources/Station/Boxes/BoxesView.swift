import Foundation
import Records
import Terminal
import Texts

extension Model {
    func drawBoxes(_ canvas: inout Canvas) {
        let (top, rest) = body.split(top: 3)
        drawBoxesFields(top, &canvas)
        let (list, detail) = boxesPanes(rest)
        canvas.pane(list, title: boxesTitle, isFocused: true)
        let columns = BoxColumns(width: list.inside.width, language: language)
        columns.drawHead(list.inside, &canvas)
        drawBoxLines(Rect(list, belowRow: 2), columns, &canvas)
        canvas.pane(detail, title: boxes.selected.map { Text.boxDetailTitle.with(["box": $0.label])(language) } ?? "")
        drawBoxDetail(detail.inset(columns: 2, rows: 1), &canvas)
    }

    /// Beside each other where both have room, else one over the other.
    private func boxesPanes(_ rest: Rect) -> (list: Rect, detail: Rect) {
        if rest.width >= 118 {
            let (list, detail) = rest.split(left: max(BoxColumns.narrowest + 2, rest.width * 3 / 5))
            return (list, detail)
        }
        let (detail, list) = rest.split(bottom: rest.height / 2)
        return (list, detail)
    }

    /// Where the lines of the list stand, for the mouse.
    var boxesList: Rect { Rect(boxesPanes(body.split(top: 3).rest).list, belowRow: 2) }

    private var boxesTitle: String {
        guard boxes.isLoaded else { return Text.commandGoBoxes(language) }
        return Text.boxCount.with(["boxes": boxes.total.grouped(language)])(language)
    }

    private func drawBoxesFields(_ rect: Rect, _ canvas: inout Canvas) {
        canvas.pane(rect, title: Text.boxesFind(language))
        let inside = rect.inset(columns: 2, rows: 1)
        let counts = BoxColour.allCases.map { "\($0.mark) \($0.text(language)) \((boxes.counts?[$0] ?? 0).grouped(language))" }
        let all = boxes.counts == nil ? "" : counts.joined(separator: "  ")
        let chosen = boxes.colour.map { Text.onlyColour.with(["colour": $0.text(language)])(language) } ?? Text.everyColour(language)
        canvas.field(boxes.field, x: inside.x, y: inside.y, width: 16, isFocused: layers.isEmpty)
        canvas.put(chosen, boxes.colour?.role ?? .dim, x: inside.x + 17, y: inside.y, width: 15)
        canvas.lineRight(all, .dim, in: Rect(x: inside.x + 33, y: inside.y, width: inside.width - 33, height: 1), row: 0)
    }

    private func drawBoxLines(_ rect: Rect, _ columns: BoxColumns, _ canvas: inout Canvas) {
        if boxes.isLoaded, boxes.total == 0 {
            let isFiltered = !boxes.field.isEmpty || boxes.colour != nil
            canvas.paragraph((isFiltered ? Text.boxesNothing : Text.boxesEmpty)(language), .dim, in: rect.inset(columns: 1, rows: 0))
        }
        for (row, index) in boxes.list.visible(count: boxes.total, height: rect.height).enumerated() {
            let isSelected = index == boxes.list.selected
            let role = isSelected ? canvas.selectRow(rect, row: row) : nil
            guard let box = boxes.box(index) else { continue }
            columns.draw(box, rect, row: row, role, &canvas)
        }
    }

    // MARK: The selected box

    private func drawBoxDetail(_ rect: Rect, _ canvas: inout Canvas) {
        guard let box = boxes.selected else { return }
        var row = 0
        for (text, role) in boxSentences(box) where row < rect.height {
            row += canvas.paragraph(text, role, in: rect, row: row, most: 3)
        }
        guard let open = boxes.detail?.dossiers.filter({ !$0.issues.isEmpty }), !open.isEmpty else { return }
        // The last row says how many more there are.
        let room = rect.height - row
        let shown = open.count <= room ? open.count : max(0, room - 1)
        for dossier in open.prefix(shown) {
            canvas.line("· " + sentence(of: dossier), in: rect, row: row)
            row += 1
        }
        if shown < open.count { canvas.line(Text.moreDossiers.with(["count": String(open.count - shown)])(language), .dim, in: rect, row: row) }
    }

    private func boxSentences(_ box: BoxStanding) -> [(String, ThemeRole)] {
        var lines: [(String, ThemeRole)] = []
        if let printed = boxes.printed { lines.append((printed.phrase(language), .good)) }
        lines.append((whereabouts(of: box), .strong))
        if box.isGreen {
            lines.append(((box.presence == .here ? Text.boxAllDone : .boxAllDoneAway)(language), .good))
        } else {
            let why = box.issues.map { $0.words(language) }.joined(separator: ", ")
            lines.append((Text.boxWhy.with(["why": why])(language), box.colour.role))
        }
        let differences = box.entryDifferences + (box.visit?.returnDifferences ?? [])
        if !differences.isEmpty {
            lines.append((Text.boxDifferences.with(["what": differences.map { $0.words(language) }.joined(separator: "; ")])(language), .warning))
        }
        return lines
    }

    private func whereabouts(of box: BoxStanding) -> String {
        guard let visit = box.visit else { return box.presence.text(language) }
        var parts = [Text.boxCame.with(["batch": visit.batchNumber, "count": words(of: visit.entry.count)])(language)]
        if let exit = visit.exit { parts.append(Text.boxWent.with(["count": words(of: exit.count)])(language)) }
        if let reason = visit.exit?.reason { parts.append(Text.minutesEarlyReason.with(["reason": reason.words(language)])(language)) }
        return parts.joined(separator: " · ")
    }

    /// `12 hồ sơ, 340 tờ, rách, giòn`.
    func words(of count: BoxCount) -> String {
        let sheets = count.sheets.map { Text.countedSheetsOf.with(["sheets": String($0)])(language) }
        let dossiers = Text.countedDossiersOf.with(["dossiers": String(count.dossiers)])(language)
        return [dossiers, sheets ?? "", count.condition.words(language)].filter { !$0.isEmpty }.joined(separator: ", ")
    }

    private func sentence(of dossier: BoxDossier) -> String {
        let number = dossier.numberInBox.map { "\($0)  " } ?? ""
        return number + dossier.code.text + "  " + (dossier.issues.first?.text(language) ?? "")
    }
}

extension BoxColour {
    var mark: String {
        switch self {
        case .green: "✓"
        case .red: "✗"
        case .untouched: "○"
        }
    }

    var role: ThemeRole {
        switch self {
        case .green: .good
        case .red: .bad
        case .untouched: .dim
        }
    }
}

extension PrintedPaper {
    /// What it is, and where it lies.
    var phrase: Phrase {
        // The name first: a narrow line ends before the folder does.
        let place = path as NSString
        let words = ["file": place.lastPathComponent, "folder": place.deletingLastPathComponent]
        return switch what {
        case .minutes(.receipt, let batch): Text.printedReceipt.with(words.merging(["batch": batch]) { $1 })
        case .minutes(.return, let batch): Text.printedReturn.with(words.merging(["batch": batch]) { $1 })
        case .slips(let count): Text.printedSlips.with(words.merging(["count": String(count)]) { $1 })
        }
    }
}

/// The columns of the boxes; kho and giá take what is left.
struct BoxColumns {
    private let place: Int
    private let language: Language
    private static let colour = 12, box = 8, presence = 11, batch = 6, dossiers = 17, sheets = 11
    /// Columns of the narrowest list that shows everything.
    static let narrowest = mark + colour + box + narrowPlace + presence + batch + dossiers + sheets
    private static let mark = 2, narrowPlace = 11

    init(width: Int, language: Language) {
        self.language = language
        place = max(0, width - BoxColumns.narrowest + BoxColumns.narrowPlace)
    }

    func drawHead(_ rect: Rect, _ canvas: inout Canvas) {
        let heads: [Text] = [.columnColour, .columnBox, .columnPlace, .columnPresence, .columnBatch, .columnProgress, .columnBoxSheets]
        draw(heads.map { $0(language) }, heads.map { _ in .dim }, rect, row: 0, &canvas)
    }

    func draw(_ box: BoxStanding, _ rect: Rect, row: Int, _ selected: ThemeRole?, _ canvas: inout Canvas) {
        let place = [box.room, box.shelf].filter { !$0.isEmpty }.joined(separator: " / ")
        let progress = box.progress
        let counted = box.visit?.entry.count.sheets ?? (progress.uncounted == 0 ? progress.countedSheets : nil)
        canvas.line(selected == nil ? " " : "▸", selected ?? .base, in: rect, row: row)
        draw(
            [
                box.colour.mark + " " + box.colour.text(language), box.label, place, box.presence.text(language), box.visit?.batchNumber ?? "–",
                "\(progress.dossiers): \(progress.finished)/\(progress.delivered)/\(progress.accepted)",
                "\(counted.map(String.init) ?? "–")/\(progress.scannedSheets)",
            ],
            [selected ?? box.colour.role, selected ?? .strong] + Array(repeating: selected ?? .base, count: 5), rect, row: row, &canvas)
    }

    private func draw(_ texts: [String], _ roles: [ThemeRole], _ rect: Rect, row: Int, _ canvas: inout Canvas) {
        guard row < rect.height else { return }
        var x = rect.x + BoxColumns.mark
        let widths = [BoxColumns.colour, BoxColumns.box, place, BoxColumns.presence, BoxColumns.batch, BoxColumns.dossiers, BoxColumns.sheets]
        for (index, width) in widths.enumerated() {
            canvas.put(texts[index], roles[index], x: x, y: rect.y + row, width: max(0, min(index == widths.count - 1 ? width : width - 1, rect.right - x)))
            x += width
        }
    }
}
