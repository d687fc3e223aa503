import Records
import Terminal
import Texts

/// Numbers as a person writes them: `5, 12–42`.
enum SheetRanges {
    static func text(_ numbers: [Int]) -> String {
        var ranges: [ClosedRange<Int>] = []
        for number in numbers {
            if let last = ranges.last, number == last.upperBound + 1 {
                ranges[ranges.count - 1] = last.lowerBound...number
            } else {
                ranges.append(number...number)
            }
        }
        return ranges.map { range in
            switch range.count {
            case 1: "\(range.lowerBound)"
            case 2: "\(range.lowerBound), \(range.upperBound)"
            default: "\(range.lowerBound)–\(range.upperBound)"
            }
        }.joined(separator: ", ")
    }
}

extension DeskDossier {
    /// The first page in use of each sheet, in order.
    var sheetFronts: [PageTile] {
        var seen: Set<SheetID> = []
        return pages.filter { page in page.sheet.map { seen.insert($0).inserted } ?? (page.side == .front) }
    }
}

extension Model {
    // MARK: Pencil numbers

    private var numbersInside: Rect { largeArea.inset(columns: 2, rows: 1) }

    var numbersGrid: TileGrid {
        let inside = numbersInside
        return TileGrid(
            area: Rect(x: inside.x, y: inside.y + 2, width: inside.width, height: inside.height - 3),
            tile: isLargeNumbers ? largeCorner(inside.width) : size.rows >= 34 ? Size(columns: 24, rows: 7) : Size(columns: 20, rows: 6))
    }

    private var isLargeNumbers: Bool {
        if case .numbers(let numbers) = layers.last { numbers.isLarge } else { false }
    }

    /// Two beside each other, in the shape of the corner.
    private func largeCorner(_ width: Int) -> Size {
        let columns = min(44, width / 2 - 4)
        return Size(columns: columns, rows: columns * 22 / 38 / 2)
    }

    /// The top right corner, where the number is pencilled: 38 × 22 mm of an A4 page, small enough that a figure is some dots
    /// high. Thin strokes are seen best as dots, however pages are drawn otherwise.
    private func cornerRequest(_ page: PageTile) -> PictureRequest {
        PictureRequest(
            page: page.id, purpose: .tile, region: PageRegion(x: 0.82, y: 0, width: 0.18, height: 0.075), turn: page.turn, deskew: page.deskew,
            size: numbersGrid.tile, mode: pictureMode == .ascii ? .ascii : .braille)
    }

    func numberPictures(_ numbers: NumbersState) -> [PictureRequest] {
        let sheets = desk.dossier?.sheetFronts ?? []
        return numbersGrid.visible(numbers.list, count: sheets.count).map { cornerRequest(sheets[$0]) }
    }

    func drawNumbers(_ numbers: NumbersState, _ canvas: inout Canvas) {
        guard let dossier = desk.dossier else { return }
        let sheets = dossier.sheetFronts
        let inside = canvas.dialog(title: Text.numbersTitle(language), width: largeArea.width, height: largeArea.height)
        let (text, role) = numbersSummary(dossier)
        canvas.line(text, role, in: inside, row: 0)
        let (grid, visible) = (numbersGrid, numbersGrid.visible(numbers.list, count: sheets.count))
        for index in visible {
            let place = index - visible.lowerBound
            let page = sheets[index]
            drawPicture(of: cornerRequest(page), page, grid.picture(at: place), &canvas)
            let isSelected = index == numbers.list.selected
            let label = grid.label(at: place)
            let isDoubled = dossier.doubledLabels.contains(page.sheetLabel)
            let role = isSelected ? canvas.selectRow(label, row: 0) : isDoubled ? .warning : ThemeRole.base
            let number = isSelected && !numbers.typed.isEmpty ? numbers.typed.text + "▏" : page.shownLabel(language) + (page.isLabelled ? " ✎" : "")
            canvas.line(
                (isSelected ? "▸" : " ") + Text.numberOfSheet.with(["sheet": number, "page": String(page.index)])(language), role, in: label, row: 0)
        }
        drawKeys(
            [.numbersAccept, .numbersZoom, .numbersRole, .numbersClear, .numbersClose], in: .numbers, inside, row: inside.height - 1, &canvas)
    }

    /// What the numbers say about the sheets.
    private func numbersSummary(_ dossier: DeskDossier) -> (String, ThemeRole) {
        // Until somebody has typed a number, they are only the program's own.
        guard dossier.pages.contains(where: \.isLabelled) else {
            guard let counted = dossier.counts.countedSheets, counted != dossier.counts.sheets else { return (Text.numbersUnproved(language), .dim) }
            let counts = ["counted": String(counted), "sheets": String(dossier.counts.sheets)]
            return (Text.numbersCompare.with(counts)(language), .warning)
        }
        var parts: [String] = []
        if !dossier.missingNumbers.isEmpty {
            parts.append(Text.numbersMissing.with(["sheets": SheetRanges.text(dossier.missingNumbers)])(language))
        }
        if !dossier.doubledLabels.isEmpty {
            parts.append(Text.numbersDoubled.with(["sheets": dossier.doubledLabels.prefix(8).joined(separator: ", ")])(language))
        }
        return parts.isEmpty ? (Text.numbersWhole(language), .good) : (parts.joined(separator: " · "), .warning)
    }

    // MARK: Sheets that left the stack

    /// The places there are, then the kinds of a new one.
    enum PlaceLine: Equatable {
        case place(DeskPlace)
        case new(PlaceholderKind)
    }

    var placeLines: [PlaceLine] {
        (desk.dossier?.places ?? []).map(PlaceLine.place) + PlaceholderKind.allCases.map(PlaceLine.new)
    }

    func drawPlaces(_ list: ListState, _ canvas: inout Canvas) {
        let lines = placeLines
        let inside = canvas.dialog(title: Text.placesTitle(language), width: 74, height: min(size.rows - 3, lines.count + 7))
        let where_ = desk.page.map { Text.placesNewAfter.with(["page": String($0.index)])(language) } ?? Text.placesNewFirst(language)
        canvas.line(where_, .dim, in: inside, row: 0)
        let rows = Rect(x: inside.x, y: inside.y + 2, width: inside.width, height: inside.height - 4)
        for (row, index) in list.visible(count: lines.count, height: rows.height).enumerated() {
            let isSelected = index == list.selected
            let role = isSelected ? canvas.selectRow(rows, row: row) : ThemeRole.base
            canvas.line((isSelected ? " ▸ " : "   ") + text(of: lines[index]), role, in: rows, row: row)
        }
        drawKeys([.placesTake, .placesRelease, .placesClose], in: .places, inside, row: inside.height - 1, &canvas)
    }

    private func text(of line: PlaceLine) -> String {
        switch line {
        case .place(let place):
            Text.placeLine.with([
                "sheet": place.label, "kind": place.kind.text(language), "page": String(place.pagesBefore),
                "state": (place.isOpen ? Text.placeOpen : .placeFilled)(language),
            ])(language)
        case .new(let kind): Text.placeNew.with(["kind": kind.text(language)])(language)
        }
    }

    // MARK: Manual duplex

    func drawFlipStack(_ flip: FlipState, _ canvas: inout Canvas) {
        let inside = canvas.dialog(title: Text.flipTitle(language), width: 70, height: 11)
        var row = canvas.paragraph(Text.flipFronts.with(["count": String(flip.fronts)])(language), .strong, in: inside, row: 0, most: 2) + 1
        row += canvas.paragraph((flip.isReversed ? Text.flipWhole : .flipEach)(language), in: inside, row: row, most: 4)
        drawKeys([.flipScan, .flipOrder, .flipNone, .flipClose], in: .flipStack, inside, row: inside.height - 1, &canvas)
    }
}
