import Records
import Terminal
import Texts

extension Model {
    /// Over nearly the whole screen, for dialogs with pictures.
    var largeArea: Rect {
        Rect(x: 2, y: 1, width: size.columns - 4, height: size.rows - 3).centred(Size(columns: 130, rows: 46))
    }

    // MARK: Findings

    private var findingsInside: Rect { largeArea.inset(columns: 2, rows: 1) }
    private var findingsPicture: Rect {
        let inside = findingsInside
        let (_, right) = inside.split(left: min(44, max(32, inside.width * 45 / 100)))
        return Rect(x: right.x + 1, y: right.y, width: right.width - 1, height: right.height - 2)
    }

    private func findingRequest(_ page: PageTile) -> PictureRequest {
        PictureRequest(page: page.id, purpose: .page, turn: page.turn, deskew: page.deskew, size: findingsPicture.size, mode: pictureMode)
    }

    func findingPictures(_ list: ListState) -> [PictureRequest] {
        let open = desk.openFindings
        return open.indices.contains(list.selected) ? [findingRequest(open[list.selected].page)] : []
    }

    func drawFindings(_ list: ListState, _ canvas: inout Canvas) {
        let open = desk.openFindings
        let inside = canvas.dialog(title: Text.findingsTitle(language), width: largeArea.width, height: largeArea.height)
        let (left, _) = inside.split(left: findingsPicture.x - 1 - inside.x)
        canvas.paragraph(Text.findingsSummary.with(["count": String(open.count)])(language), .dim, in: left, row: 0, most: 1)
        let rows = Rect(x: left.x, y: left.y + 2, width: left.width - 1, height: inside.height - 4)
        for (row, index) in list.visible(count: open.count, height: rows.height).enumerated() {
            let (page, finding) = open[index]
            let isSelected = index == list.selected
            let role = isSelected ? canvas.selectRow(rows, row: row) : ThemeRole.base
            let place = Text.findingPlace.with(["page": String(page.index), "sheet": page.shownLabel(language)])(language)
            canvas.line((isSelected ? " ▸ " : "   ") + place, role, in: rows, row: row)
            canvas.line(finding.text(quarterTurns: page.turn / 90, language), isSelected ? role : .warning, in: rows, row: row, indent: 18)
        }
        if open.indices.contains(list.selected) { drawPicture(of: findingRequest(open[list.selected].page), open[list.selected].page, findingsPicture, &canvas) }
        let isTurned = open.indices.contains(list.selected) && open[list.selected].finding.code == .turned
        drawKeys(
            [.findingsAccept, .findingsAcceptAlike, isTurned ? .findingsTurn : .findingsDeskew, .findingsDrop, .findingsRescan, .findingsGo, .findingsClose], in: .findings, inside,
            row: inside.height - 1, &canvas)
    }

    /// The page's picture, or what stands for it until it is there.
    func drawPicture(of request: PictureRequest, _ page: PageTile, _ room: Rect, _ canvas: inout Canvas) {
        if isHidden(page) { return drawHidden(room, &canvas) }
        switch pictures[request] {
        case .drawn(let surface): canvas.draw(surface, centredIn: room)
        case .unavailable: canvas.lineCentred(Text.pictureUnavailable(language), .warning, in: room, row: room.height / 2)
        case .asked, nil: canvas.emptyPage(page, in: room)
        }
    }

    // MARK: Contact sheet

    private var contactInside: Rect { Rect(x: 0, y: 1, width: size.columns, height: size.rows - 3).inset(columns: 2, rows: 1) }

    var contactGrid: TileGrid {
        let inside = contactInside
        return TileGrid(
            area: Rect(x: inside.x, y: inside.y, width: inside.width, height: inside.height - 2),
            tile: size.rows >= 34 ? Size(columns: 13, rows: 9) : Size(columns: 9, rows: 5))
    }

    func contactPictures(_ list: ListState) -> [PictureRequest] {
        guard let pages = desk.dossier?.pages else { return [] }
        return contactGrid.visible(list, count: pages.count).map { tileRequest(pages[$0], size: contactGrid.tile) }
    }

    func drawContactSheet(_ list: ListState, _ canvas: inout Canvas) {
        guard let pages = desk.dossier?.pages else { return }
        let area = Rect(x: 0, y: 1, width: size.columns, height: size.rows - 3)
        canvas.fill(area, .dialog)
        canvas.pane(area, title: Text.contactTitle(language) + " · " + Text.pageCount.with(["pages": String(pages.count)])(language), isFocused: true)
        let (grid, visible) = (contactGrid, contactGrid.visible(list, count: pages.count))
        for index in visible {
            let place = index - visible.lowerBound
            let page = pages[index]
            let startsDocument = index == 0 || pages[index - 1].document != page.document
            drawTilePicture(page, grid.picture(at: place), &canvas)
            let label = grid.label(at: place)
            let role = index == list.selected ? canvas.selectRow(label, row: 0) : ThemeRole.base
            let (mark, markRole) = mark(of: page)
            let used = canvas.line((startsDocument ? "┃" : " ") + "\(page.index) ", role, in: label, row: 0)
            canvas.put(mark, index == list.selected ? role : markRole, x: label.x + used, y: label.y)
        }
        drawKeys(
            [.contactGo, .contactSplit, .contactMerge, .contactDrop, .contactTurnRight, .contactMoveUp, .contactMoveDown, .contactClose],
            in: .contactSheet, contactInside, row: contactInside.height - 1, &canvas)
    }
}

extension PageTile {
    /// `12a`, or what the sheet is where it has no number.
    func shownLabel(_ language: Language) -> String {
        role == .document ? sheetLabel : Text.role(role)(language)
    }
}
