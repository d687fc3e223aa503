import Records
import Terminal
import Texts

/// The read-only view of a page's text beside its picture.
public struct ReaderState: Equatable, Sendable {
    /// The page asked for; its text may still be on the way.
    public var page: PageID?
    public var text: PageText?
    /// What was searched for and is shown on the page; nil: the page was not opened from a search.
    public var finding: String?
    /// Of the places found the one looked at.
    public var place = 0
    /// First line of text shown.
    public var scroll = 0
    public var zoom = Zoom()
    /// Where Esc leads back to.
    public var cameFrom: Screen = .scanDesk

    public init() {}

    /// The places found, once the text of the page is here.
    var found: [Range<Int>] { text?.page.id == page ? text?.found ?? [] : [] }
    /// The words of the place looked at.
    var foundHere: Range<Int>? { found.indices.contains(place) ? found[place] : nil }
}

extension Model {
    mutating func take(_ text: PageText) {
        guard reader.page == text.page.id else { return }
        let isNew = reader.text?.page.id != text.page.id || reader.text?.found != text.found
        reader.text = text
        reader.place = max(0, min(reader.place, text.found.count - 1))
        if isNew { showFound() }
    }

    /// To another of the places found on the page; behind the last one, to the next page found.
    mutating func moveFound(_ step: Int) -> [Effect] {
        guard reader.found.indices.contains(reader.place + step) else {
            guard step > 0, reader.cameFrom == .search, let next = selectNextFound() else {
                say(.warning, step > 0 ? Text.noFoundBehind : .noFoundBefore)
                return []
            }
            return openPage(next.page, from: .search, finding: reader.finding)
        }
        reader.place += step
        showFound()
        return []
    }

    /// Brings the place looked at into sight, in the text and, where only a part of it is shown, in the picture.
    mutating func showFound() {
        guard let words = reader.foundHere else { return }
        let room = readerLayout.text.inset(columns: 2, rows: 1)
        let lines = readerLines(width: room.width)
        if let line = lines.firstIndex(where: { $0.contains { $0.word == words.lowerBound } }), !(reader.scroll..<reader.scroll + room.height).contains(line) {
            reader.scroll = max(0, min(line - room.height / 3, lines.count - room.height))
        }
        if reader.zoom.level > 0 { lookAtFound() }
    }

    mutating func lookAtFound() {
        guard let page = reader.text?.page, let words = reader.foundHere, let box = reader.text?.recognised?.words[words.lowerBound].box else { return }
        let share = UprightPage(page).share(box)
        reader.zoom.look(atX: share.x + share.width / 2, y: share.y + share.height / 2)
    }
}
