import Records
import Terminal
import Texts
import Vietnamese

/// The line large, right above its text; below it what may be meant, and the lines of the page.
struct CorrectionLayout: Equatable {
    let head: Rect
    /// The picture, with a row above and below it for the marks of the word.
    let strip: Rect
    let words: Rect
    let choices: Rect
    let lines: Rect

    init(body: Rect, zoom: Int) {
        let rest: Rect, strip: Rect
        (head, rest) = body.split(top: 1)
        // Beside the strip: two rows of marks, words, choices, and a pane of at least three lines. Ten rows show every mark;
        // higher, and fewer words would have room.
        let most = rest.height - 9
        let wanted = min(10, (rest.height - 4) * 58 / 100) + 3 * max(0, zoom)
        let (marked, below) = rest.split(top: max(1, min(wanted, most)) + 2)
        strip = marked.inset(columns: 0, rows: 1)
        self.strip = strip
        let afterWords: Rect
        (words, afterWords) = below.split(top: 1)
        (choices, lines) = afterWords.split(top: 1)
    }
}

extension Model {
    var correctionLayout: CorrectionLayout { CorrectionLayout(body: body, zoom: correction.zoom) }

    func drawCorrection(_ canvas: inout Canvas) {
        let layout = correctionLayout
        drawCorrectionHead(layout.head, &canvas)
        guard let page = correction.pageInHand else {
            return drawNothingToCorrect(layout.strip, &canvas)
        }
        if hiddenPages.contains(page.tile.id) { return drawHidden(layout.strip, &canvas) }
        guard let text = correction.text else {
            return canvas.lineCentred(Text.readerLoading(language), .dim, in: layout.strip, row: layout.strip.height / 2)
        }
        if text.text.words.isEmpty { drawNoWords(page, layout, &canvas) } else { drawStrip(text, page.tile, layout, &canvas) }
        drawChoices(text, layout.choices, &canvas)
        drawLines(text, page, layout.lines, &canvas)
    }

    private func drawNothingToCorrect(_ rect: Rect, _ canvas: inout Canvas) {
        let row = rect.height / 2
        guard let dossier = correction.dossier, dossier.withheld > 0 else {
            let empty = correction.dossier == nil ? Text.readerLoading : .noPageToCorrect
            return canvas.lineCentred(empty(language), .dim, in: rect, row: row)
        }
        let told = ["count": String(dossier.withheld), "code": dossier.code]
        canvas.lineCentred(Text.correctionAllWithheld.with(told)(language), .warning, in: rect, row: row)
        canvas.lineCentred(Text.correctionAllWithheldHint(language), .dim, in: rect, row: row + 1)
    }

    // MARK: Progress

    private func drawCorrectionHead(_ rect: Rect, _ canvas: inout Canvas) {
        guard let dossier = correction.dossier, let page = correction.pageInHand else { return }
        let left = Text.correctionLeft.with(["words": String(correction.doubtsLeft), "pages": String(correction.pagesLeft)])
        let isDone = correction.pagesLeft == 0
        let mode = correction.readsEverything ? Text.correctionReadsEverything(language) + " · " : ""
        let right = mode + (isDone ? Text.correctionAllDone.phrase : left)(language) + " "
        canvas.lineRight(right, isDone ? .good : .base, in: rect, row: 0)
        let room = Rect(x: rect.x, y: rect.y, width: max(0, rect.width - DisplayText.width(right) - 1), height: 1)
        let place = Text.correctionPlace.with(["code": dossier.code, "page": String(page.tile.index), "pages": String(max(dossier.pages.count, dossier.pages.last?.tile.index ?? 0))])
        let used = canvas.line(place(language), .strong, in: room, row: 0, indent: 1) + 1
        let (state, role) = state(of: page)
        canvas.line(" · " + state(language), role, in: room, row: 0, indent: used)
    }

    private func state(of page: CorrectionPage) -> (Phrase, ThemeRole) {
        if page.tile.reading == .waiting, page.doubts != nil || page.settlement != nil { return (Text.correctionToBeReadAgain.phrase, .dim) }
        if let settlement = page.settlement { return (Text.settlement(settlement).phrase, .good) }
        guard let doubts = page.doubts else {
            return page.tile.reading == .waiting ? (Text.correctionUnread.phrase, .dim) : (whyNoWords(page).phrase, .warning)
        }
        return doubts == 0 ? (Text.correctionPageDone.phrase, .good) : (Text.correctionPageLeft.with(["words": String(doubts)]), .warning)
    }

    // MARK: The line, large

    func strip(_ text: CorrectionText, _ tile: PageTile, at word: Int) -> LineStrip? {
        strip(text, tile, at: word, zoom: correction.zoom)
    }

    private func strip(_ text: CorrectionText, _ tile: PageTile, at word: Int, zoom: Int) -> LineStrip? {
        LineStrip(text.text, tile, word: word, room: CorrectionLayout(body: body, zoom: zoom).strip.size, zoom: zoom)
    }

    /// The nearest zoom by these steps that shows the line otherwise than now; nil: there is none. On a small screen, or at a long word,
    /// the strip is as high as it can be before the last step.
    func zoomedStrip(_ step: Int) -> Int? {
        guard let text = correction.text, let tile = correction.pageInHand?.tile, let now = strip(text, tile, at: correction.cursor) else { return nil }
        var zoom = correction.zoom + step
        while CorrectionState.zooms.contains(zoom) {
            if strip(text, tile, at: correction.cursor, zoom: zoom)?.region != now.region { return zoom }
            zoom += step
        }
        return nil
    }

    mutating func zoomStrip(_ step: Int) -> [Effect] {
        if let zoom = zoomedStrip(step) { correction.zoom = zoom }
        return []
    }

    private func request(_ strip: LineStrip, _ tile: PageTile) -> PictureRequest {
        PictureRequest(page: tile.id, purpose: .strip, region: strip.region, turn: tile.turn, deskew: strip.deskew, size: strip.size, mode: pictureMode)
    }

    /// The strip that is seen, and those that come next: they are there when the key is pressed.
    func correctionPictures() -> [PictureRequest] {
        guard let text = correction.text, let tile = correction.pageInHand?.tile else { return [] }
        var wanted: [PictureRequest] = []
        func want(_ text: CorrectionText, _ tile: PageTile, _ word: Int?) {
            if let word, let strip = strip(text, tile, at: word) { wanted.append(request(strip, tile)) }
        }
        want(text, tile, correction.cursor)
        let next = text.nextDoubt(from: correction.cursor + 1)
        want(text, tile, next)
        if let next { want(text, tile, text.nextDoubt(from: next + 1)) }
        let line = text.text.lines.first { $0.contains(correction.cursor) }
        want(text, tile, line.flatMap { text.text.words.indices.contains($0.upperBound) ? $0.upperBound : nil })
        if let page = correction.nextOpenPage, let ahead = correction.texts[page], let tile = correction.dossier?.pages.first(where: { $0.tile.id == page })?.tile {
            want(ahead, tile, ahead.nextDoubt(from: 0))
        }
        return wanted
    }

    private func drawStrip(_ text: CorrectionText, _ tile: PageTile, _ layout: CorrectionLayout, _ canvas: inout Canvas) {
        guard let strip = strip(text, tile, at: correction.cursor) else { return }
        let origin = Point(x: layout.strip.x, y: layout.strip.y + (layout.strip.height - strip.size.rows) / 2)
        let room = Rect(x: origin.x, y: origin.y, width: strip.size.columns, height: strip.size.rows)
        switch pictures[request(strip, tile)] {
        case .drawn(let surface): canvas.draw(surface, x: origin.x, y: origin.y)
        case .unavailable: canvas.lineCentred(Text.pictureUnavailable(language), .warning, in: room, row: room.height / 2)
        case .asked, nil: canvas.fill(room, .notYet)
        }
        var next = 0
        for word in strip.words {
            let isSelected = word.index == correction.cursor
            if isSelected { drawMarks(word.columns, layout.strip, &canvas) }
            let column = max(next, word.columns.lowerBound)
            if isSelected, let edit = correction.edit {
                next = column + drawEdit(edit, text.text.words[word.index].text, at: column, layout.words, &canvas) + 1
                continue
            }
            let role = isSelected ? ThemeRole.selected : role(text, word.index)
            next = column + canvas.line(sign(text, word.index), role, in: layout.words, row: 0, indent: column) + 1
        }
    }

    /// The word's box, above and below the picture.
    private func drawMarks(_ columns: Range<Int>, _ strip: Rect, _ canvas: inout Canvas) {
        let width = columns.count
        let rule = String(repeating: "─", count: max(0, width - 2))
        canvas.put(width > 1 ? "┌" + rule + "┐" : "│", .footerKey, x: strip.x + columns.lowerBound, y: strip.y - 1)
        canvas.put(width > 1 ? "└" + rule + "┘" : "│", .footerKey, x: strip.x + columns.lowerBound, y: strip.bottom)
    }

    /// - Returns: the columns it takes.
    private func drawEdit(_ edit: WordEdit, _ word: String, at column: Int, _ row: Rect, _ canvas: inout Canvas) -> Int {
        let wanted = max(DisplayText.width(edit.field.text) + 2, DisplayText.width(word) + 2, 10)
        let width = min(wanted, row.width), start = max(0, min(column, row.width - width))
        canvas.field(edit.field, x: row.x + start, y: row.y, width: width, isFocused: layers.isEmpty)
        return start + width - column
    }

    private func whyNoWords(_ page: CorrectionPage) -> Text {
        switch page.tile.reading {
        case .waiting: .correctionUnread
        case .failed: .correctionReadingFailed
        case .done: .correctionNoWords
        }
    }

    private func drawNoWords(_ page: CorrectionPage, _ layout: CorrectionLayout, _ canvas: inout Canvas) {
        canvas.lineCentred(whyNoWords(page)(language), .dim, in: layout.strip, row: layout.strip.height / 2)
        canvas.lineCentred(Text.correctionNoWordsHint(language), .dim, in: layout.strip, row: layout.strip.height / 2 + 1)
        if let edit = correction.edit { _ = drawEdit(edit, "", at: 0, layout.words, &canvas) }
    }

    // MARK: What may be meant

    private func drawChoices(_ text: CorrectionText, _ rect: Rect, _ canvas: inout Canvas) {
        guard let word = correction.word else { return }
        let from = origin(word)(language)
        let room = rect.width - DisplayText.width(from) - 3
        canvas.lineRight(from + " ", .dim, in: rect, row: 0)
        if let edit = correction.edit {
            canvas.line(Text.editing(edit.purpose)(language), .dim, in: rect, row: 0, indent: 1)
            return
        }
        let suggestions = text.suggestions(correction.cursor)
        var column = 1
        let isDoubtful = text.doubt(correction.cursor) != .sure
        // They are no sign that something is wrong with the word.
        if !suggestions.isEmpty, !isDoubtful, word.isMachine { column += canvas.line(Text.wordIsSureBefore(language), .dim, in: rect, row: 0, indent: 1) + 1 }
        for (index, suggestion) in suggestions.enumerated() {
            let shown = suggestion.shortened
            guard column + DisplayText.width(shown) + 3 < room else { break }
            column += canvas.line(String(index + 1), .footerKey, in: rect, row: 0, indent: column) + 1
            column += canvas.line(shown, .strong, in: rect, row: 0, indent: column) + 2
        }
        if suggestions.isEmpty {
            canvas.line((isDoubtful ? Text.noSuggestions : .wordIsSure)(language), .dim, in: rect, row: 0, indent: 1)
        }
    }

    private func origin(_ word: RevisedWord) -> Phrase {
        switch word.origin {
        case .machine(let confidence): Text.originMachine.with(["share": String(Int((confidence * 100).rounded()))])
        case .accepted: Text.originAccepted.phrase
        case .typed: Text.originTyped.phrase
        }
    }

    // MARK: The page's lines

    /// Doubt is told by a sign as well: not everybody sees colours.
    private func sign(_ text: CorrectionText, _ index: Int) -> String {
        let word = text.text.words[index].text
        return switch text.doubt(index) {
        case .sure: word
        case .check: "‹\(word)›"
        case .wrong: "«\(word)»"
        }
    }

    private func role(_ text: CorrectionText, _ index: Int) -> ThemeRole {
        switch text.doubt(index) {
        case .wrong: .doubtStrong
        case .check: .doubtMedium
        case .sure: text.text.words[index].isMachine ? .base : .good
        }
    }

    private func drawLines(_ text: CorrectionText, _ page: CorrectionPage, _ rect: Rect, _ canvas: inout Canvas) {
        let lines = text.text.lines
        let at = lines.firstIndex { $0.contains(correction.cursor) } ?? 0
        canvas.pane(rect, title: Text.correctionLines.with(["line": String(min(at + 1, lines.count)), "lines": String(lines.count)])(language))
        let room = rect.inset(columns: 2, rows: 1)
        guard room.width > 0, room.height > 0 else { return }
        let rows = rows(text, width: room.width)
        let own = rows.firstIndex { $0.contains { $0.index == correction.cursor } } ?? 0
        let first = max(0, min(own - room.height / 2, rows.count - room.height))
        for (row, pieces) in rows.dropFirst(first).prefix(room.height).enumerated() {
            if first + row == own { canvas.put("▸", .footerKey, x: rect.x + 1, y: room.y + row) }
            for piece in pieces {
                let role = piece.index == correction.cursor ? ThemeRole.selected : role(text, piece.index)
                canvas.line(sign(text, piece.index), role, in: room, row: row, indent: piece.column)
            }
        }
    }

    private struct Piece {
        let index: Int
        let column: Int
    }

    /// Lines broken to the width: a row may be the rest of a line.
    private func rows(_ text: CorrectionText, width: Int) -> [[Piece]] {
        var rows: [[Piece]] = []
        for line in text.text.lines {
            var column = 0
            rows.append([])
            for index in line {
                let wide = DisplayText.width(sign(text, index))
                if column > 0, column + wide > width {
                    rows.append([])
                    column = 0
                }
                rows[rows.count - 1].append(Piece(index: index, column: column))
                column += wide + 1
            }
        }
        return rows
    }

    // MARK: Dialogs

    func drawAlike(_ state: AlikeState, _ canvas: inout Canvas) {
        let shown = alikeShown(state) ?? []
        let inside = canvas.dialog(title: Text.alikeTitle(language), width: 86, height: min(size.rows - 3, max(3, shown.count) + 9))
        let used = canvas.line(Text.alikeFrom.with(["word": state.text.shortened])(language), .strong, in: inside, row: 0)
        canvas.field(state.field, x: inside.x + used + 1, y: inside.y, width: min(40, inside.width - used - 2), isFocused: true)
        let scope = (state.isWholeDossier ? Text.alikeDossier : .alikePage)(language)
        let count = state.found == nil ? Text.alikeLooking.phrase : Text.alikeCount.with(["count": String(shown.count), "where": scope])
        canvas.line(count(language), shown.isEmpty ? .dim : .warning, in: inside, row: 1)
        let rows = Rect(x: inside.x, y: inside.y + 3, width: inside.width, height: inside.height - 5)
        for (row, line) in shown.prefix(rows.height).enumerated() {
            if row == rows.height - 1, shown.count > rows.height {
                canvas.line("… +\(shown.count - row)", .dim, in: rows, row: row)
                break
            }
            var column = canvas.line(Text.alikePlace.with(["page": String(line.pageIndex)])(language), .dim, in: rows, row: row) + 1
            let before = String(line.before.suffix(24))
            column += canvas.line(before.isEmpty ? "" : before + " ", .base, in: rows, row: row, indent: column)
            column += canvas.line(state.text.shortened, .doubtStrong, in: rows, row: row, indent: column)
            column += canvas.line(" → ", .dim, in: rows, row: row, indent: column)
            column += canvas.line(state.field.text.shortened, .good, in: rows, row: row, indent: column)
            canvas.line(" " + line.after, .base, in: rows, row: row, indent: column)
        }
        drawKeys([.alikeAccept, .alikeScope, .alikeClose], in: .alike, inside, row: inside.height - 1, &canvas)
    }

    func drawSettle(_ list: ListState, _ canvas: inout Canvas) {
        let inside = canvas.dialog(title: Text.settleTitle(language), width: 60, height: Model.settlements.count + 6)
        canvas.paragraph(Text.settleExplained(language), .dim, in: inside, row: 0, most: 1)
        for (row, settlement) in Model.settlements.enumerated() {
            let isSelected = row == list.selected
            let role = isSelected ? canvas.selectRow(inside, row: row + 2) : ThemeRole.base
            canvas.line((isSelected ? " ▸ " : "   ") + "\(settlement == nil ? 0 : row + 1) " + Text.settlement(settlement)(language), role, in: inside, row: row + 2)
        }
        drawKeys([.settleAccept, .settleClose], in: .settle, inside, row: inside.height - 1, &canvas)
    }
}

extension Text {
    static func settlement(_ settlement: PageSettlement?) -> Text {
        switch settlement {
        case .illegible: .settlementIllegible
        case .handwritten: .settlementHandwritten
        case .machineText: .settlementMachine
        case .foreignText: .settlementForeign
        case nil: .settlementNone
        }
    }

    static func editing(_ purpose: WordEdit.Purpose) -> Text {
        switch purpose {
        case .replace: .editingWord
        case .wordAfter: .editingAfter
        case .lineBelow: .editingLine
        }
    }

    static func refusal(_ refusal: RevisionRefusal) -> Text {
        switch refusal {
        case .noSuchWord: .noWordHere
        case .nothingTyped: .nothingTyped
        case .forbiddenCharacter: .refusedCharacter
        case .nothingToJoin: .refusedJoin
        case .nothingToSplit: .refusedSplit
        case .noLineAbove: .refusedJoinLine
        case .lineBeginsHere: .refusedSplitLine
        }
    }
}
