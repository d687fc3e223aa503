import Records
import Terminal
import Texts

/// Where picture and text stand.
struct ReaderLayout: Equatable {
    let picture: Rect
    let text: Rect

    init(body: Rect) {
        let wanted = (body.height - 2) * 3 / 2 + 2
        let (picture, text) = body.split(left: max(20, min(wanted, body.width * 45 / 100)))
        (self.picture, self.text) = (picture, text)
    }
}

/// A piece of recognised text in one style.
struct ReaderPiece: Equatable {
    let text: String
    let role: ThemeRole
    /// Which word of the page it is; nil: what stands between them, and what is said of the page.
    var word: Int?
}

extension Model {
    var readerLayout: ReaderLayout { ReaderLayout(body: body) }

    func drawReader(_ canvas: inout Canvas) {
        let layout = readerLayout
        drawReaderPicture(layout.picture, &canvas)
        guard let text = reader.text, text.page.id == reader.page else {
            canvas.pane(layout.text, title: Text.commandGoReader(language))
            canvas.line(Text.readerLoading(language), .dim, in: layout.text.inside, row: 1, indent: 1)
            return
        }
        let title = Text.readerTitle.with([
            "code": text.code, "page": String(text.page.index), "pages": String(text.pageCount),
        ])
        let found = Text.readerFound.with(["place": String(reader.place + 1), "count": String(text.found.count)])
        canvas.pane(layout.text, title: title(language) + (text.found.isEmpty ? "" : " · " + found(language)), isFocused: true)
        drawReaderText(layout.text.inset(columns: 2, rows: 1), &canvas)
    }

    func readerPicture() -> PictureRequest? {
        guard let page = reader.page else { return nil }
        let tile = reader.text?.page.id == page ? reader.text?.page : nil
        return PictureRequest(
            page: page, purpose: .page, region: reader.zoom.region, turn: tile?.turn ?? 0, deskew: tile?.deskew ?? 0,
            size: readerLayout.picture.inside.size, mode: pictureMode)
    }

    private func drawReaderPicture(_ rect: Rect, _ canvas: inout Canvas) {
        canvas.pane(rect, title: reader.zoom.level > 0 ? Text.zoomed(language) : Text.readerPicture(language))
        guard let page = reader.page, let request = readerPicture() else { return }
        if hiddenPages.contains(page) { return drawHidden(rect.inside, &canvas) }
        switch pictures[request] {
        case .drawn(let surface):
            canvas.draw(surface, centredIn: rect.inside)
            markFound(on: rect.inside.centred(surface.size), &canvas)
        case .unavailable: canvas.lineCentred(Text.pictureUnavailable(language), .warning, in: rect.inside, row: rect.height / 2)
        case .asked, nil:
            if let tile = reader.text?.page { canvas.emptyPage(tile, in: rect.inside) }
        }
    }

    /// The words found, on the picture: those of the place looked at loud, the others as a tint.
    private func markFound(on picture: Rect, _ canvas: inout Canvas) {
        guard let page = reader.text?.page, let words = reader.text?.recognised?.words else { return }
        let upright = UprightPage(page), region = reader.zoom.region, match = canvas.style(.match)
        for (place, found) in reader.found.enumerated() {
            for word in found where words.indices.contains(word) {
                let cells = upright.share(words[word].box).cells(of: region, on: picture).intersection(picture)
                canvas.restyle(cells) { style in
                    if place == reader.place { return match }
                    var style = style
                    style.underline = true
                    if match.background != .none { style.background = match.background }
                    return style
                }
            }
        }
    }

    private func drawReaderText(_ rect: Rect, _ canvas: inout Canvas) {
        let lines = readerLines(width: rect.width)
        for (row, line) in lines.dropFirst(reader.scroll).prefix(rect.height).enumerated() {
            var x = 0
            for piece in line { x += canvas.line(piece.text, piece.role, in: rect, row: row, indent: x) }
        }
    }

    /// The recognised text in lines that fit, doubtful words coloured in three tiers; or why there is none.
    func readerLines(width: Int) -> [[ReaderPiece]] {
        guard let text = reader.text, width > 0 else { return [] }
        if hiddenPages.contains(text.page.id) { return [[ReaderPiece(text: Text.readerWithheld(language), role: .bad)]] }
        guard let recognised = text.recognised else {
            let why = text.page.reading == .failed ? Text.readerFailed : Text.readerWaiting
            return DisplayText.wrapped(why(language), to: width).map {
                [ReaderPiece(text: $0, role: text.page.reading == .failed ? .warning : .dim)]
            }
        }
        if recognised.words.isEmpty { return [[ReaderPiece(text: Text.readerNoWords(language), role: .dim)]] }
        var lines: [[ReaderPiece]] = []
        var current: Int?
        var used = 0
        for (index, word) in recognised.words.enumerated() {
            let wide = DisplayText.width(word.text)
            if word.line != current || used + 1 + wide > width {
                lines.append([])
                used = 0
                current = word.line
            }
            if used > 0 { lines[lines.count - 1].append(ReaderPiece(text: " ", role: .base)) }
            lines[lines.count - 1].append(ReaderPiece(text: word.text, role: role(of: word, index), word: index))
            used += wide + (used > 0 ? 1 : 0)
        }
        return lines
    }
}

extension Model {
    private func role(of word: RecognisedWord, _ index: Int) -> ThemeRole {
        if reader.foundHere?.contains(index) == true { return .selected }
        return reader.found.contains { $0.contains(index) } ? .match : word.doubtRole
    }
}

extension PageRegion {
    /// The cells in which a part of a page lies on a picture that shows a region of it; at least one.
    fileprivate func cells(of region: PageRegion, on picture: Rect) -> Rect {
        let left = (x - region.x) / region.width * Double(picture.width), top = (y - region.y) / region.height * Double(picture.height)
        let right = (x + width - region.x) / region.width * Double(picture.width)
        let bottom = (y + height - region.y) / region.height * Double(picture.height)
        let column = Int(left.rounded(.down)), row = Int(((top + bottom) / 2).rounded(.down))
        let rows = max(1, Int((bottom - top).rounded()))
        return Rect(
            x: picture.x + column, y: picture.y + (rows == 1 ? row : Int(top.rounded())), width: max(1, Int(right.rounded(.up)) - column), height: rows)
    }
}

extension RecognisedWord {
    /// Three tiers of doubt by the recogniser's confidence.
    fileprivate var doubtRole: ThemeRole {
        switch confidence {
        case ..<0.5: .doubtStrong
        case ..<0.7: .doubtMedium
        case ..<0.85: .doubtLight
        default: .base
        }
    }
}
