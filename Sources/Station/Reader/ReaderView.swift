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
        canvas.pane(layout.text, title: title(language), isFocused: true)
        drawReaderText(layout.text.inset(columns: 2, rows: 1), &canvas)
    }

    func readerPicture() -> PictureRequest? {
        guard let page = reader.page else { return nil }
        let turn = reader.text?.page.id == page ? reader.text?.page.turn ?? 0 : 0
        return PictureRequest(
            page: page, purpose: .page, region: reader.zoom.region, turn: turn, size: readerLayout.picture.inside.size,
            mode: pictureMode)
    }

    private func drawReaderPicture(_ rect: Rect, _ canvas: inout Canvas) {
        canvas.pane(rect, title: reader.zoom.level > 0 ? Text.zoomed(language) : Text.readerPicture(language))
        guard let page = reader.page, let request = readerPicture() else { return }
        if hiddenPages.contains(page) { return drawHidden(rect.inside, &canvas) }
        switch pictures[request] {
        case .drawn(let surface): canvas.draw(surface, centredIn: rect.inside)
        case .unavailable: canvas.lineCentred(Text.pictureUnavailable(language), .warning, in: rect.inside, row: rect.height / 2)
        case .asked, nil:
            if let tile = reader.text?.page { canvas.emptyPage(tile, in: rect.inside) }
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
        for word in recognised.words {
            let wide = DisplayText.width(word.text)
            if word.line != current || used + 1 + wide > width {
                lines.append([])
                used = 0
                current = word.line
            }
            if used > 0 { lines[lines.count - 1].append(ReaderPiece(text: " ", role: .base)) }
            lines[lines.count - 1].append(ReaderPiece(text: word.text, role: word.doubtRole))
            used += wide + (used > 0 ? 1 : 0)
        }
        return lines
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
