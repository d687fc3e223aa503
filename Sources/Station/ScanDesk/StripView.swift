import Records
import Terminal
import Texts

/// What stands in the contact strip.
enum StripItem: Equatable {
    /// By its index among the pages in use.
    case page(Int)
    /// A place kept for a sheet that is to come.
    case place(DeskPlace)
}

extension DeskDossier {
    /// Pages in order, with the open places between them where their sheets will lie.
    var stripItems: [StripItem] {
        var items: [StripItem] = []
        items.reserveCapacity(pages.count + places.count)
        var open = places.filter(\.isOpen)[...]
        for index in 0...pages.count {
            while let place = open.first, place.pagesBefore <= index {
                items.append(.place(place))
                open.removeFirst()
            }
            if index < pages.count { items.append(.page(index)) }
        }
        return items + open.map(StripItem.place)
    }
}

extension Model {
    /// The items whose tiles are seen, around the page at the cursor.
    func visibleStrip(_ layout: DeskLayout) -> ArraySlice<StripItem> {
        guard let items = desk.dossier?.stripItems else { return [] }
        let cursor = items.firstIndex(of: .page(desk.cursor)) ?? 0
        return items[layout.tiles(of: items.count, around: cursor)]
    }

    func stripPictures(_ layout: DeskLayout) -> [PictureRequest] {
        guard let pages = desk.dossier?.pages else { return [] }
        return visibleStrip(layout).compactMap { item in
            guard case .page(let index) = item else { return nil }
            return tileRequest(pages[index], size: layout.tilePicture)
        }
    }

    func drawStrip(_ layout: DeskLayout, _ canvas: inout Canvas) {
        guard layout.strip.height > 2 else { return }
        canvas.pane(layout.strip, title: stripTitle)
        guard let dossier = desk.dossier else { return }
        let inside = layout.strip.inside
        var x = inside.x
        for item in visibleStrip(layout) {
            let tile = Rect(x: x, y: inside.y, width: layout.tileWidth, height: inside.height)
            switch item {
            case .page(let index):
                let isStart = index > 0 && dossier.pages[index - 1].document != dossier.pages[index].document
                drawTile(dossier.pages[index], tile, layout, isSelected: index == desk.cursor, startsDocument: isStart, &canvas)
            case .place(let place): drawPlace(place, tile, layout, &canvas)
            }
            x += layout.tileWidth
        }
        guard desk.run.isUnderWay, let live = desk.live, live.storedAs == nil else { return }
        let place = Rect(x: x + 1, y: inside.y, width: layout.tileWidth - 1, height: inside.height)
        canvas.fill(Rect(x: place.x, y: place.y, width: layout.tilePicture.columns, height: place.height - 1), .notYet)
        canvas.line("\(live.number)▸", .strong, in: place, row: place.height - 1)
    }

    /// An empty frame where the sheet will lie, with the number it will have.
    private func drawPlace(_ place: DeskPlace, _ rect: Rect, _ layout: DeskLayout, _ canvas: inout Canvas) {
        let room = Rect(x: rect.x + 1, y: rect.y, width: layout.tilePicture.columns, height: layout.tilePicture.rows)
        canvas.fill(room, .notYet)
        canvas.lineCentred("?", .warning, in: room, row: room.height / 2)
        let label = Rect(x: room.x, y: rect.bottom - 1, width: room.width, height: 1)
        canvas.line(Text.stripPlace.with(["sheet": place.label])(language), .warning, in: label, row: 0)
    }

    private var stripTitle: String {
        guard let dossier = desk.dossier, let page = desk.page else { return Text.deskPages(language) }
        let place = Text.deskPagesAt.with(["page": String(page.index), "pages": String(dossier.pages.count)])(language)
        // Separators are in the list, but nobody dropped them.
        let dropped = dossier.dropped.count { $0.role != .separator }
        return dropped == 0 ? place : place + " · " + Text.droppedCount.with(["pages": String(dropped)])(language)
    }

    private func drawTile(
        _ page: PageTile, _ rect: Rect, _ layout: DeskLayout, isSelected: Bool, startsDocument: Bool, _ canvas: inout Canvas
    ) {
        if startsDocument {
            for row in 0..<rect.height { canvas.line("│", .paneFocused, in: rect, row: row) }
        }
        let (_, place) = rect.split(left: 1)
        let (pictureRoom, _) = place.split(top: layout.tilePicture.rows)
        let room = Rect(x: pictureRoom.x, y: pictureRoom.y, width: layout.tilePicture.columns, height: pictureRoom.height)
        drawTilePicture(page, room, &canvas)
        let label = "\(page.index)"
        let (mark, markRole) = mark(of: page)
        let row = place.height - 1
        if isSelected {
            canvas.fill(Rect(x: place.x, y: place.y + row, width: layout.tilePicture.columns, height: 1), .selected)
            canvas.put("\(label) \(mark)", .selected, x: place.x, y: place.y + row, width: layout.tilePicture.columns)
        } else {
            let used = canvas.line(label, .base, in: place, row: row)
            canvas.put(mark, markRole, x: place.x + used + 1, y: place.y + row)
        }
    }
}
