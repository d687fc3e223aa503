import Records
import Terminal
import Texts
import Vietnamese

/// The line large, in one strip or several, one above the other; right below it the field.
struct SampleLayout: Equatable {
    let head: Rect
    /// With a free row between them.
    let strips: [Rect]
    /// What is to be done, the field, or the two texts.
    let below: Rect

    /// Rows below the strips: a sentence, and two texts with their marks.
    private static let rowsBelow = 5
    private static let mostStrips = 5

    init(body: Rect, zoom: Int) {
        let rest: Rect
        (head, rest) = body.split(top: 1)
        let room = max(1, rest.height - SampleLayout.rowsBelow)
        // Seven rows show every mark of ordinary print; higher, and a line takes twice as many parts.
        let height = max(1, min(room, zoom < 0 ? 7 + zoom : 7 + 3 * zoom))
        let count = max(1, min((room + 1) / (height + 1), SampleLayout.mostStrips))
        strips = (0..<count).map { Rect(x: rest.x + 1, y: rest.y + $0 * (height + 1), width: rest.width - 2, height: height) }
        let used = min(room, count * (height + 1))
        below = Rect(x: rest.x, y: rest.y + used, width: rest.width, height: rest.height - used)
    }
}

extension Model {
    var sampleLayout: SampleLayout { SampleLayout(body: body, zoom: sample.zoom) }

    /// The line in hand, from its first word to its last, cut to the width of the screen.
    var sampleStrips: [LineStrip] { sample.task.map(strips) ?? [] }

    private func strips(of task: LineTask) -> [LineStrip] {
        guard let room = sampleLayout.strips.first?.size else { return [] }
        let upright = UprightPage(width: task.width, height: task.height, turn: task.turn * 90)
        var strips: [LineStrip] = [], word = 0
        while task.boxes.indices.contains(word), let strip = LineStrip(task.boxes, upright, word: word, room: room) {
            strips.append(strip)
            word = max(word, strip.words.last?.index ?? word) + 1
        }
        return strips
    }

    /// What is seen, and the next line's.
    func samplePictures() -> [PictureRequest] {
        let shown = sample.task.map { task in strips(of: task).dropFirst(sample.part).prefix(sampleLayout.strips.count).map { request($0, task) } } ?? []
        let ahead = sample.desk?.tasks.first { $0.id != sample.task?.id }
        return shown + (ahead.map { task in strips(of: task).prefix(sampleLayout.strips.count).map { request($0, task) } } ?? [])
    }

    private func request(_ strip: LineStrip, _ task: LineTask) -> PictureRequest {
        PictureRequest(page: task.page, purpose: .strip, region: strip.region, turn: task.turn * 90, size: strip.size, mode: pictureMode)
    }

    func drawSample(_ canvas: inout Canvas) {
        guard let task = sample.task else { return drawNoTask(&canvas) }
        let layout = sampleLayout, strips = strips(of: task)
        drawSampleHead(layout, strips.count, &canvas)
        for (room, strip) in zip(layout.strips, strips.dropFirst(sample.part)) { drawStrip(strip, task, room, &canvas) }
        if hiddenPages.contains(task.page), let room = layout.strips.first { return drawHidden(room, &canvas) }
        if case .decide(let one, let two) = task.purpose, !sample.isTypingOther {
            drawChoice(one, two, layout.below, &canvas)
        } else {
            canvas.line(Text.sampleHow(language), .dim, in: layout.below, row: 0, indent: 1)
            canvas.field(
                sample.field, x: layout.below.x + 1, y: layout.below.y + 1, width: layout.below.width - 2, isFocused: layers.isEmpty)
        }
    }

    private func drawSampleHead(_ layout: SampleLayout, _ parts: Int, _ canvas: inout Canvas) {
        guard let progress = sample.progress else { return }
        let lines = String(progress.lines)
        let left = Text.sampleYourLines.with(["sample": String(progress.sample), "done": String(progress.own), "lines": lines])
        let used = canvas.line(left(language), .strong, in: layout.head, row: 0, indent: 1) + 1
        if parts > layout.strips.count {
            let last = min(parts, sample.part + layout.strips.count)
            let shown = last == sample.part + 1 ? String(last) : "\(sample.part + 1)–\(last)"
            let part = Text.samplePart.with(["part": shown, "parts": String(parts)])
            canvas.line(" · " + part(language), .warning, in: layout.head, row: 0, indent: used)
        }
        let whole = Text.sampleWhole.with(["settled": String(progress.closed), "lines": lines])
        canvas.lineRight(whole(language) + " ", .dim, in: layout.head, row: 0)
    }

    private func drawStrip(_ strip: LineStrip, _ task: LineTask, _ room: Rect, _ canvas: inout Canvas) {
        let rect = Rect(x: room.x, y: room.y + (room.height - strip.size.rows) / 2, width: strip.size.columns, height: strip.size.rows)
        switch pictures[request(strip, task)] {
        case .drawn(let surface): canvas.draw(surface, x: rect.x, y: rect.y)
        case .unavailable: canvas.lineCentred(Text.pictureUnavailable(language), .warning, in: rect, row: rect.height / 2)
        case .asked, nil: canvas.fill(rect, .notYet)
        }
        // Where the line begins and ends: beside it may stand another column.
        if strip.words.first?.index == 0, let first = strip.words.map(\.columns.lowerBound).min() {
            drawBracket(at: rect.x + first - 1, "┌", "└", rect, &canvas)
        }
        if strip.words.last?.index == task.boxes.count - 1, let end = strip.words.map(\.columns.upperBound).max() {
            drawBracket(at: rect.x + end, "┐", "┘", rect, &canvas)
        }
    }

    private func drawBracket(at x: Int, _ top: String, _ bottom: String, _ rect: Rect, _ canvas: inout Canvas) {
        for y in rect.y..<rect.bottom {
            canvas.put(y == rect.y ? top : y == rect.bottom - 1 ? bottom : "│", .footerKey, x: x, y: y)
        }
    }

    // MARK: Two texts that differ

    private func drawChoice(_ one: LineAnswer, _ two: LineAnswer, _ rect: Rect, _ canvas: inout Canvas) {
        canvas.line(Text.sampleDecideHow(language), .dim, in: rect, row: 0, indent: 1)
        let texts = [one, two].map { text(of: $0) }
        let marks = texts.map { $0.map(Array.init) ?? [] }
        let areTexts = texts.allSatisfy { $0 != nil }
        let differing = areTexts ? [marks[0].notIn(marks[1]), marks[1].notIn(marks[0])] : [[], []]
        // Long texts are shown from a little before the first difference on.
        let start = differing.compactMap { $0.min() }.min() ?? 0
        let shift = texts.contains { DisplayText.width($0 ?? "") > rect.width - 6 } ? max(0, start - 20) : 0
        for (place, answer) in [one, two].enumerated() {
            let row = 1 + 2 * place
            canvas.line(String(place + 1), .footerKey, in: rect, row: row, indent: 1)
            guard let text = texts[place], !text.isEmpty else {
                canvas.line((answer == .illegible ? Text.sampleSaidIllegible : .sampleSaidNothing)(language), .dim, in: rect, row: row, indent: 3)
                continue
            }
            var column = 3
            if shift > 0 { column += canvas.line("…", .dim, in: rect, row: row, indent: column) }
            for (index, character) in marks[place].enumerated().dropFirst(shift) {
                let isOther = differing[place].contains(index)
                // Not everybody sees colours.
                if isOther { canvas.line("^", .doubtStrong, in: rect, row: row + 1, indent: column) }
                column += canvas.line(String(character), isOther ? .doubtStrong : .strong, in: rect, row: row, indent: column)
            }
        }
    }

    private func text(of answer: LineAnswer) -> String? {
        if case .text(let text) = answer { text } else { nil }
    }

    // MARK: Nothing to type

    private func drawNoTask(_ canvas: inout Canvas) {
        canvas.pane(body, title: Text.commandGoSample(language))
        let inside = body.inset(columns: 2, rows: 1)
        guard let desk = sample.desk, sample.pending == 0 else {
            canvas.line(Text.readerLoading(language), .dim, in: inside, row: 1)
            return
        }
        if desk.summaries.isEmpty {
            canvas.paragraph(Text.sampleNoneDrawn(language), .dim, in: inside, row: 1)
            return
        }
        canvas.line(Text.sampleNoneWaits(language), .good, in: inside, row: 1)
        var row = 3
        for summary in desk.summaries where row < inside.height {
            canvas.line(summary.title(language), .strong, in: inside, row: row)
            let more: [(Phrase?, ThemeRole)] = [(summary.counts, .base), (summary.waiting, .warning), (summary.figures, .good)]
            for case (let phrase?, let role) in more {
                row += 1
                canvas.line(phrase(language), role, in: inside, row: row, indent: 2)
            }
            row += 2
        }
    }
}

extension [Character] {
    /// Places of the characters that the other does not have there.
    fileprivate func notIn(_ other: [Character]) -> Set<Int> {
        Set(difference(from: other).insertions.compactMap { change in
            if case .insert(let offset, _, _) = change { offset } else { nil }
        })
    }
}
