import Records
import Terminal
import Texts

extension Model {
    func drawDesk(_ canvas: inout Canvas) {
        let layout = deskLayout
        drawDocuments(layout.documents, &canvas)
        drawCounter(layout.counter, &canvas)
        if let picture = layout.picture { drawPicture(picture, &canvas) }
        drawStrip(layout, &canvas)
        drawNextAction(layout.action, &canvas)
    }

    // MARK: Next action

    private func drawNextAction(_ rect: Rect, _ canvas: inout Canvas) {
        let next = desk.nextAction(hasScanner: !settings.device.isEmpty)
        let role: ThemeRole =
            switch next.tone {
            case .go: .selected
            case .running: .selectedUnfocused
            case .complete: .good
            case .attention: .warning
            }
        let isLoud = next.tone == .complete || next.tone == .attention
        let isCovered = layers.last.map { $0.scope != .runStopped } ?? false
        canvas.loudBar(next.phrase(language), isCovered ? .selectedUnfocused : role, reversed: isLoud && !isCovered, in: rect)
    }

    // MARK: Documents

    private func drawDocuments(_ rect: Rect, _ canvas: inout Canvas) {
        let code = desk.dossier?.code
        canvas.pane(rect, title: code.map { Text.deskDossier.with(["code": $0])(language) } ?? Text.deskNoDossier(language))
        let inside = rect.inset(columns: 2, rows: 1)
        guard let dossier = desk.dossier else {
            canvas.paragraph(Text.deskPickDossier(language), .dim, in: inside, row: 1)
            return
        }
        let used = canvas.paragraph(dossier.title, .strong, in: inside, most: inside.height > 8 ? 2 : 1)
        let gap = inside.height > 8 ? 1 : 0
        drawDocumentList(dossier, Rect(rect, belowRow: used + gap + 1), &canvas)
    }

    private func drawDocumentList(_ dossier: DeskDossier, _ list: Rect, _ canvas: inout Canvas) {
        let selected = desk.documentIndex
        let visible = ListState(selected: selected ?? 0).visible(count: dossier.documents.count, height: list.height)
        for (row, index) in visible.enumerated() {
            let document = dossier.documents[index]
            let isSelected = index == selected
            let role = isSelected ? canvas.selectRow(list, row: row) : .base
            let pages = Text.pageCount.with(["pages": String(document.pageCount)])(language)
            let number = String(document.number)
            let label = String(repeating: "0", count: max(0, 4 - number.count)) + number
            canvas.line((isSelected ? "▸" : " ") + label, isSelected ? role : .dim, in: list, row: row)
            let room = list.width - 7 - DisplayText.width(pages) - 2
            let title = document.title.isEmpty ? Text.documentUntitled(language) : document.title
            let titleRole: ThemeRole = isSelected ? role : document.title.isEmpty ? .dim : .base
            canvas.put(title, titleRole, x: list.x + 6, y: list.y + row, width: room)
            canvas.put(pages, isSelected ? role : .dim, x: list.right - DisplayText.width(pages) - 1, y: list.y + row)
        }
    }

    // MARK: Picture

    private func drawPicture(_ rect: Rect, _ canvas: inout Canvas) {
        let inside = rect.inside
        if showsLivePage, let live = desk.live {
            canvas.pane(rect, title: Text.deskLivePage.with(["page": String(live.number)])(language), isFocused: true)
            if goesToHidden {
                drawHidden(inside, &canvas)
            } else if let drawn = live.drawn {
                canvas.draw(drawn, centredIn: inside)
            }
            return
        }
        guard let page = desk.page else {
            canvas.pane(rect, title: Text.deskPage(language))
            canvas.lineCentred(Text.deskNoPages(language), .dim, in: inside, row: inside.height / 2)
            return
        }
        canvas.pane(rect, title: pageTitle(page))
        for (shown, room) in shownPages(in: inside) {
            let request = pageRequest(shown, room: room.size)
            if !isHidden(shown), desk.live?.storedAs == shown.id, let drawn = desk.live?.drawn, pictures[request]?.isThere != true {
                canvas.draw(drawn, centredIn: room)
            } else {
                drawPicture(of: request, shown, room, &canvas)
            }
        }
    }

    /// What comes out of the feeder joins a document that is withheld.
    private var goesToHidden: Bool { desk.insertion == .end && desk.dossier?.pages.last.map(isHidden) == true }

    /// The page at the cursor, or two beside each other.
    func shownPages(in inside: Rect) -> [(page: PageTile, room: Rect)] {
        guard let page = desk.page else { return [] }
        let pair = desk.pagePair
        guard desk.showsTwoPages, desk.zoom.level == 0, pair.count == 2, inside.width >= 16 else { return [(page, inside)] }
        let (left, right) = inside.split(left: inside.width / 2)
        return [(pair[0], left), (pair[1], right)]
    }

    func pageRequest(_ page: PageTile, room: Size) -> PictureRequest {
        PictureRequest(
            page: page.id, purpose: page.id == desk.page?.id ? .page : .tile, region: desk.zoom.region, turn: page.turn, deskew: page.deskew,
            size: room, mode: pictureMode)
    }

    /// The page under way is shown while the cursor goes along with the feeder.
    private var showsLivePage: Bool {
        guard let live = desk.live, live.storedAs == nil, desk.run.isUnderWay else { return false }
        return desk.followsFeeder || desk.insertion != .end
    }

    private func pageTitle(_ page: PageTile) -> String {
        var zoom = desk.zoom.level > 0 ? " · " + Text.zoomed(language) : ""
        if page.countsAs != 1 { zoom += " · " + Text.countsAs.with(["count": String(page.countsAs)])(language) }
        return Text.deskPageTitle.with([
            "page": String(page.index), "sheet": page.shownLabel(language), "side": Text.side(page.side)(language),
        ])(language) + zoom
    }

    func drawTilePicture(_ page: PageTile, _ room: Rect, _ canvas: inout Canvas) {
        if isHidden(page) { return drawHidden(room, &canvas) }
        switch pictures[tileRequest(page, size: room.size)] {
        case .drawn(let surface): canvas.draw(surface, centredIn: room)
        case .unavailable: canvas.lineCentred("?", .warning, in: room, row: room.height / 2)
        case .asked, nil: canvas.emptyPage(page, in: room)
        }
    }

    /// One sign per page: what most needs a look.
    func mark(of page: PageTile) -> (String, ThemeRole) {
        if isHidden(page) { return ("⊘", .bad) }
        if page.reading == .failed { return ("✗", .bad) }
        if page.blank == .doubtful || page.blank == .suspected { return ("□", .warning) }
        if page.findings.contains(where: { $0.code.isWarning }) { return ("!", .warning) }
        if page.blank == .confirmed { return ("□", .dim) }
        return page.reading == .done ? ("✓", .good) : ("·", .dim)
    }
}

extension Rect {
    /// The inside of a box without its first rows, one column from its lines.
    init(_ box: Rect, belowRow row: Int) {
        let inside = box.inside
        self.init(x: inside.x, y: box.y + row, width: inside.width, height: inside.bottom - box.y - row)
    }
}

extension Canvas {
    /// A bar across the screen with a text in its middle.
    mutating func loudBar(_ text: String, _ role: ThemeRole, reversed: Bool, in rect: Rect) {
        fill(rect, role)
        lineCentred(text, role, in: rect, row: rect.height / 2)
        restyle(rect) { style in
            var style = style
            style.bold = true
            if reversed { style.reverse.toggle() }
            return style
        }
    }
}
