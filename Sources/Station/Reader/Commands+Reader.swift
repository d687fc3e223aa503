import Terminal
import Texts

extension CommandTable {
    static let reader: [Command] = [
        Command(
            .readerPrevious, in: .reader, keys: [.left], name: .commandReaderPrevious, help: .commandReaderPreviousHelp, footer: 10,
            when: { $0.reader.text?.previous == nil ? .notNow(.atTheStart) : .available },
            run: { model in model.reader.text?.previous.map { model.openPage($0, from: .reader, finding: model.reader.finding) } ?? [] }),
        Command(
            .readerNext, in: .reader, keys: [.right], name: .commandReaderNext, help: .commandReaderNextHelp, footer: 11,
            when: { $0.reader.text?.next == nil ? .notNow(.atTheEnd) : .available },
            run: { model in model.reader.text?.next.map { model.openPage($0, from: .reader, finding: model.reader.finding) } ?? [] }),
        Command(
            .readerNextFound, in: .reader, keys: [.character("n")], name: .commandReaderNextFound, help: .commandReaderNextFoundHelp, footer: 14,
            when: { $0.reader.finding == nil ? .notNow(.nothingFoundHere) : .available }, run: { $0.moveFound(1) }),
        Command(
            .readerPreviousFound, in: .reader, keys: [.character("p")], name: .commandReaderPreviousFound,
            help: .commandReaderPreviousFoundHelp, footer: 15,
            when: { $0.reader.finding == nil ? .notNow(.nothingFoundHere) : .available }, run: { $0.moveFound(-1) }),
        Command(
            .readerZoomIn, in: .reader, keys: [.character("+"), .character("=")], name: .commandReaderZoomIn,
            help: .commandReaderZoomInHelp, footer: 20, when: { $0.reader.zoom.level < Zoom.deepest ? .available : .notNow(.closestShown) },
            run: { model in
                let isFirst = model.reader.zoom.level == 0
                model.reader.zoom.closer()
                if isFirst { model.lookAtFound() }
                return []
            }),
        Command(
            .readerZoomOut, in: .reader, keys: [.character("-")], name: .commandReaderZoomOut, help: .commandReaderZoomOutHelp,
            footer: 21, when: { $0.reader.zoom.level == 0 ? .notNow(.wholePageShown) : .available },
            run: { model in
                model.reader.zoom.farther()
                return []
            }),
        Command(.readerUp, in: .reader, keys: [.up], name: .commandReaderUp, help: .commandReaderUpHelp) { $0.scrollText(-1) },
        Command(.readerDown, in: .reader, keys: [.down], name: .commandReaderDown, help: .commandReaderDownHelp) {
            $0.scrollText(1)
        },
        Command(.readerPageUp, in: .reader, keys: [.pageUp], name: .commandReaderPageUp, help: .commandReaderPageUpHelp) {
            $0.scrollText(-$0.size.rows / 2)
        },
        Command(
            .readerPageDown, in: .reader, keys: [.pageDown, .character(" ")], name: .commandReaderPageDown,
            help: .commandReaderPageDownHelp, run: { $0.scrollText($0.size.rows / 2) }),
        Command(
            .readerBack, in: .reader, keys: [.escape], name: .commandReaderBack, help: .commandReaderBackHelp, footer: 30,
            run: { $0.go(to: $0.reader.cameFrom) }),
    ]
}

extension Model {
    /// Scrolls the text; zoomed in, the picture goes along.
    fileprivate mutating func scrollText(_ lines: Int) -> [Effect] {
        let last = max(0, readerLines(width: readerLayout.text.width - 4).count - readerLayout.text.inside.height)
        reader.scroll = max(0, min(reader.scroll + lines, last))
        if reader.zoom.level > 0 { reader.zoom.pan(x: 0, y: lines < 0 ? -0.3 : 0.3) }
        return []
    }
}
