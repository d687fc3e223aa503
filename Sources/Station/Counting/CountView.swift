import Records
import Terminal
import Texts

extension CountState.Field {
    fileprivate var label: Text {
        switch self {
        case .sheets: .countSheetsLabel
        case .covers: .countCoversLabel
        case .contents: .countContentsLabel
        case .closings: .countClosingsLabel
        case .prepared(let line): line.text
        case .preparer: .sheetPreparer
        }
    }
}

extension CountState {
    /// The part of the printed sheet that is shown, seen upright, in shares of it: as `SeparatorSheets.preparation` lays it out.
    fileprivate var region: PageRegion {
        switch part {
        case .whole: .whole
        case .table: PageRegion(x: 0.07, y: 0.39, width: 0.55, height: 0.29)
        case .figure:
            focused == .preparer
                ? PageRegion(x: 0.07, y: 0.69, width: 0.45, height: 0.12)
                : PageRegion(x: 0.41, y: 0.41 + 0.028 * Double(row), width: 0.18, height: 0.12)
        }
    }

    /// Of the focused figure in the printed table.
    private var row: Int {
        switch focused {
        case .sheets: 0
        case .covers, .contents, .closings: 1
        case .prepared(let line): 2 + (PreparedCount.allCases.firstIndex(of: line) ?? 0)
        case .preparer: 0
        }
    }
}

extension Model {
    func drawCountSheets(_ count: CountState, _ canvas: inout Canvas) {
        guard count.fields.contains(.preparer) else { return drawPlainCount(count, &canvas) }
        let inside = canvas.dialog(title: Text.preparationTitle(language), width: countArea.width, height: countArea.height)
        let (form, picture) = countParts
        canvas.paragraph(Text.preparationExplained(language), .dim, in: form, row: 0, most: 2)
        drawFields(count, form, firstRow: 3, &canvas)
        if let sheet = count.sheet {
            drawPicture(of: countRequest(count, sheet), sheet, picture, &canvas)
        } else {
            canvas.lineCentred(Text.preparationNoSheet(language), .dim, in: picture, row: picture.height / 2)
        }
        drawKeys(
            [.countAccept, .countNext, .countLarger, .countSmaller, .countTurn, .countClose], in: .countSheets, inside, row: inside.height - 1, &canvas)
    }

    private func drawPlainCount(_ count: CountState, _ canvas: inout Canvas) {
        let inside = canvas.dialog(title: Text.countSheetsTitle(language), width: 66, height: 13)
        canvas.paragraph(Text.countSheetsExplained(language), in: inside, row: 1, most: 2)
        drawFields(count, inside, firstRow: 4, &canvas)
        drawKeys([.countAccept, .countNext, .countClose], in: .countSheets, inside, row: inside.height - 2, &canvas)
    }

    /// The name stands under its label: it is longer than any number.
    private func drawFields(_ count: CountState, _ form: Rect, firstRow: Int, _ canvas: inout Canvas) {
        let column = (count.fields.filter { $0 != .preparer }.map { DisplayText.width($0.label(language)) }.max() ?? 0) + 1
        for (index, field) in count.fields.enumerated() {
            let row = firstRow + index
            let isFocused = index == count.focus
            canvas.line(field.label(language), index == 0 || isFocused ? .strong : .dim, in: form, row: row)
            if field == .preparer {
                canvas.field(count[field], x: form.x, y: form.y + row + 1, width: form.width, isFocused: isFocused)
            } else {
                canvas.field(count[field], x: form.x + column, y: form.y + row, width: min(8, form.width - column), isFocused: isFocused)
            }
        }
    }

    // MARK: The scanned sheet

    private var countArea: Rect { largeArea }

    private var countParts: (form: Rect, picture: Rect) {
        let inside = countArea.inset(columns: 2, rows: 1)
        let (left, right) = inside.split(left: min(44, max(37, inside.width * 35 / 100)))
        return (
            Rect(x: left.x, y: left.y, width: left.width - 2, height: left.height - 2),
            Rect(x: right.x, y: right.y, width: right.width, height: right.height - 2))
    }

    private func countRequest(_ count: CountState, _ sheet: PageTile) -> PictureRequest {
        PictureRequest(
            page: sheet.id, purpose: .page, region: count.region, turn: (sheet.turn + count.turn) % 360, deskew: sheet.deskew,
            size: countParts.picture.size, mode: pictureMode)
    }

    func countPictures(_ count: CountState) -> [PictureRequest] { count.sheet.map { [countRequest(count, $0)] } ?? [] }
}
