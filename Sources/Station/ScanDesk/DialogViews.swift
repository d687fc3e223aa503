import Records
import Terminal
import Texts

extension Model {
    // MARK: Counts disagree

    func drawFinish(_ finish: FinishState, _ canvas: inout Canvas) {
        let inside = canvas.dialog(title: Text.mismatchTitle(language), width: 74, height: 15)
        var row = canvas.paragraph(mismatchSentence(finish.mismatch), .strong, in: inside, row: 0, most: 2)
        if !finish.mismatch.missingSheets.isEmpty {
            let sheets = finish.mismatch.missingSheets.joined(separator: ", ")
            row += canvas.paragraph(
                Text.mismatchSheets.with(["sheets": sheets])(language), .warning, in: inside, row: row, most: 2)
        }
        for note in finish.mismatch.notes.prefix(2) { row += canvas.paragraph("· " + note(language), .warning, in: inside, row: row, most: 1) }
        row += canvas.paragraph((finish.mismatch.isTooMany ? Text.mismatchTodoTooMany : .mismatchTodo)(language), in: inside, row: row, most: 2) + 1
        for choice in finish.choices {
            drawFinishChoice(choice, finish, inside, row: row, &canvas)
            row += 1
        }
        drawKeys([.finishAccept, .finishClose], in: .finishDossier, inside, row: inside.height - 1, &canvas)
    }

    private func mismatchSentence(_ mismatch: CountMismatch) -> String {
        guard let counted = mismatch.counted else { return Text.mismatchUncounted(language) }
        let difference = counted - mismatch.scanned
        let text = difference > 0 ? Text.mismatchMissing : difference < 0 ? Text.mismatchTooMany : Text.mismatchOther
        return text.with([
            "counted": String(counted), "scanned": String(mismatch.scanned), "difference": String(abs(difference)),
        ])(language)
    }

    private func drawFinishChoice(
        _ choice: FinishState.Choice, _ finish: FinishState, _ inside: Rect, row: Int, _ canvas: inout Canvas
    ) {
        let isSelected = choice == finish.choice
        let role = isSelected ? canvas.selectRow(inside, row: row) : ThemeRole.base
        let used = canvas.line((isSelected ? " ▸ " : "   ") + Text.finishChoice(choice)(language), role, in: inside, row: row)
        guard isSelected else { return }
        let field: TextField? = choice == .recounted ? finish.recount : choice == .other ? finish.reason : nil
        guard let field else { return }
        let width = choice == .recounted ? 6 : inside.width - used - 2
        canvas.field(field, x: inside.x + used + 1, y: inside.y + row, width: width, isFocused: true)
    }

    // MARK: The run stopped in trouble

    func drawStop(_ stop: RunStop, _ canvas: inout Canvas) {
        let inside = stopArea.inset(columns: 2, rows: 1)
        _ = canvas.dialog(title: (stop.isResumed ? Text.resumeTitle : .stopTitle)(language), width: stopArea.width, height: stopArea.height)
        var row = 0
        if stop.isResumed {
            row += canvas.paragraph(Text.resumeExplained(language), in: inside, row: row, most: 2)
        } else {
            let message = stop.failure?.message(language) ?? Text.runStoppedMessage(stop.reason)(language)
            row += canvas.paragraph(message, .bad, in: inside, row: row, most: 2)
        }
        let kept = stop.failure?.kept(language) ?? Text.pagesStored.with(["pages": String(stop.pages)])(language)
        row += canvas.paragraph(kept, .good, in: inside, row: row, most: 2)
        if let todo = stop.failure?.todo(language) { row += canvas.paragraph(todo, in: inside, row: row, most: 3) }
        if let sheet = stop.takeBack {
            row += canvas.paragraph(
                Text.stopTakeBack.with(["sheet": sheet])(language), .strong, in: inside, row: row + 1, most: 2) + 1
        }
        if let last = stop.lastGood.last {
            let isTwice = stop.lastGood.contains { $0.findings.contains { $0.code == .repeated } }
            let text = isTwice ? Text.stopFedTwice : .stopCompareNumber
            row += canvas.paragraph(
                text.with(["page": String(last.index), "sheet": last.shownLabel(language)])(language), isTwice ? .warning : .base, in: inside,
                row: row, most: 2)
        }
        drawLastGood(stop, inside, &canvas)
        drawKeys([.stopGoOn, .stopClose], in: .runStopped, inside, row: inside.height - 1, &canvas)
    }

    private var stopArea: Rect {
        Rect(x: 2, y: 1, width: size.columns - 4, height: size.rows - 3)
            .centred(Size(columns: 76, rows: size.rows >= 34 ? 27 : 19))
    }

    private func drawLastGood(_ stop: RunStop, _ inside: Rect, _ canvas: inout Canvas) {
        guard !stop.lastGood.isEmpty else { return }
        let room = stopTile
        let top = inside.height - room.rows - 4
        canvas.line(Text.stopLastGood(language), .dim, in: inside, row: top)
        for (index, page) in stop.lastGood.enumerated() {
            let x = inside.x + index * (room.columns + 12)
            drawTilePicture(page, Rect(x: x, y: inside.y + top + 1, width: room.columns, height: room.rows), &canvas)
            canvas.put(
                Text.pageAndSheet.with(["page": String(page.index), "sheet": page.sheetLabel])(language), .base, x: x,
                y: inside.y + top + 1 + room.rows, width: room.columns + 11)
            canvas.put(isHidden(page) ? "" : stop.firstLines[page.id] ?? "", .dim, x: x + room.columns + 1, y: inside.y + top + 1, width: 10)
        }
    }

    private var stopTile: Size { size.rows >= 34 ? Size(columns: 14, rows: 10) : Size(columns: 7, rows: 4) }

    func stopPictures(_ stop: RunStop) -> [PictureRequest] { stop.lastGood.map { tileRequest($0, size: stopTile) } }

    // MARK: Blank sides

    private var blanksArea: Rect {
        Rect(x: 2, y: 1, width: size.columns - 4, height: size.rows - 3).centred(Size(columns: 120, rows: 44))
    }

    var blanksGrid: TileGrid {
        let inside = blanksArea.inset(columns: 2, rows: 1)
        return TileGrid(
            area: Rect(x: inside.x, y: inside.y + 2, width: inside.width, height: inside.height - 4),
            tile: size.rows >= 34 ? Size(columns: 13, rows: 9) : Size(columns: 9, rows: 5))
    }

    func blankPictures(_ list: ListState) -> [PictureRequest] {
        let pages = desk.blanksInQuestion
        return blanksGrid.visible(list, count: pages.count).map { tileRequest(pages[$0], size: blanksGrid.tile) }
    }

    func drawBlanks(_ list: ListState, _ canvas: inout Canvas) {
        let area = blanksArea
        let inside = canvas.dialog(title: Text.blanksTitle(language), width: area.width, height: area.height)
        let pages = desk.blanksInQuestion
        let doubtful = pages.count { $0.blank == .doubtful }
        canvas.line(
            Text.blanksSummary.with(["clear": String(pages.count - doubtful), "doubtful": String(doubtful)])(language), .strong,
            in: inside, row: 0)
        let visible = blanksGrid.visible(list, count: pages.count)
        for index in visible { drawBlank(pages[index], at: index - visible.lowerBound, index == list.selected, &canvas) }
        drawKeys([.blanksAccept, .blanksYes, .blanksNo, .blanksGo, .blanksClose], in: .blanks, inside, row: inside.height - 1, &canvas)
    }

    private func drawBlank(_ page: PageTile, at place: Int, _ isSelected: Bool, _ canvas: inout Canvas) {
        drawTilePicture(page, blanksGrid.picture(at: place), &canvas)
        let text = (isSelected ? "▸" : " ") + Text.notePage.with(["page": String(page.index)])(language)
            + (page.blank == .doubtful ? " ?" : "")
        let label = blanksGrid.label(at: place)
        let role = isSelected ? canvas.selectRow(label, row: 0) : page.blank == .doubtful ? .warning : .base
        canvas.line(text, role, in: label, row: 0)
    }

    // MARK: Dropped pages

    private var droppedTile: Size { size.rows >= 24 ? Size(columns: 15, rows: 10) : Size(columns: 9, rows: 6) }
    private var droppedHeight: Int { max(droppedTile.rows + 6, min(20, (desk.dossier?.dropped.count ?? 0) + 7)) }

    /// The page at the cursor of the list, so that it is known by sight.
    func droppedPictures(_ list: ListState) -> [PictureRequest] {
        let pages = desk.dossier?.dropped ?? []
        return pages.indices.contains(list.selected) ? [tileRequest(pages[list.selected], size: droppedTile)] : []
    }

    func drawDropped(_ list: ListState, _ canvas: inout Canvas) {
        let pages = desk.dossier?.dropped ?? []
        let inside = canvas.dialog(title: Text.droppedTitle(language), width: 60, height: droppedHeight)
        canvas.line(Text.droppedExplained(language), .dim, in: inside, row: 0)
        let tile = droppedTile
        let rows = Rect(
            x: inside.x, y: inside.y + 2, width: inside.width - tile.columns - 2, height: inside.height - 4)
        if pages.indices.contains(list.selected) {
            let place = Rect(x: inside.right - tile.columns, y: inside.y + 2, width: tile.columns, height: tile.rows)
            drawTilePicture(pages[list.selected], place, &canvas)
        }
        for (row, index) in list.visible(count: pages.count, height: rows.height).enumerated() {
            let page = pages[index]
            let isSelected = index == list.selected
            let role = isSelected ? canvas.selectRow(rows, row: row) : ThemeRole.base
            let text = Text.deskPageTitle.with([
                "page": String(page.index), "sheet": page.sheetLabel, "side": Text.side(page.side)(language),
            ])(language)
            let what = page.role == .separator ? " · " + Text.role(.separator)(language) : ""
            canvas.line((isSelected ? " ▸ " : "   ") + text + what, role, in: rows, row: row)
        }
        drawKeys([.droppedRestore, .droppedClose], in: .dropped, inside, row: inside.height - 1, &canvas)
    }

    // MARK: Keys of a dialog

    /// The keys of a dialog in its own last line; those that do not work now are dim.
    func drawKeys(_ ids: [CommandID], in scope: Scope, _ inside: Rect, row: Int, _ canvas: inout Canvas) {
        var x = 0
        let commands = CommandTable.commands(in: scope).filter { ids.contains($0.id) }
        func width(_ command: Command) -> Int {
            DisplayText.width(command.keys.first?.label(language) ?? "") + 1 + DisplayText.width(command.name(in: self)(language)) + 3
        }
        for (place, command) in commands.enumerated() {
            // The way out is the last, and always there.
            let isLast = place == commands.count - 1
            if !isLast, x + width(command) + (commands.last.map(width) ?? 0) - 3 > inside.width { continue }
            let works = command.availability(in: self) == .available
            let key = command.keys.first?.label(language) ?? ""
            x += canvas.line(key, works ? .footerKey : .dim, in: inside, row: row, indent: x) + 1
            x += canvas.line(command.name(in: self)(language), works ? .base : .dim, in: inside, row: row, indent: x) + 3
        }
    }
}
