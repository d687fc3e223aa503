import Records
import Terminal

/// From the sheet at the cursor to the end the pages are another dossier's: which one.
public struct TransferState: Equatable, Sendable {
    public let page: PageID
    /// Where the cut is, and what lies behind it.
    public let firstPage: Int
    public let sheets: Int
    /// They lie behind a sheet "hồ sơ mới": a dossier that has no name yet.
    public let isUnnamed: Bool
    public let pages: Int
    public var field = TextField(content: .lookup)
    public var list = ListState()
    public private(set) var lines: [DossierLine] = []
    /// What the lines answer to; nil: there has been no answer.
    public private(set) var answered: String?
    /// The person has typed or gone to a line: Enter alone must move nothing.
    public private(set) var isChosen = false
    /// Enter came before the answer: a barcode reader types a code and Enter at once.
    public var movesWhenAnswered = false

    /// The first part that nobody has named, wherever the cursor stands; without one what lies behind the cursor. nil where there
    /// is no page at the cursor.
    init?(_ desk: DeskState) {
        if let part = desk.dossier?.unnamed.first {
            (page, firstPage, pages, sheets, isUnnamed) = (part.page, part.firstPage, part.pages, part.sheets, true)
            return
        }
        isUnnamed = false
        guard let page = desk.page, let all = desk.dossier?.pages, var cut = all.firstIndex(where: { $0.id == page.id }) else { return nil }
        while cut > 0, page.sheet != nil, all[cut - 1].sheet == page.sheet { cut -= 1 }
        self.page = all[cut].id
        firstPage = all[cut].index
        pages = all.count - cut
        sheets = Set(all[cut...].map { $0.sheet?.description ?? "page \($0.index)" }).count
    }

    var selected: DossierLine? { isChosen && isCurrent && lines.indices.contains(list.selected) ? lines[list.selected] : nil }
    var isCurrent: Bool { answered == field.text }

    /// The first arrow goes to the first line.
    mutating func move(_ move: ListState.Move) {
        if isChosen { list.move(move, count: lines.count) }
        isChosen = true
    }

    mutating func typed() {
        list = ListState()
        movesWhenAnswered = false
        isChosen = !field.isEmpty
    }

    mutating func take(_ text: String, _ lines: [DossierLine]) {
        guard text == field.text else { return }
        (answered, self.lines) = (text, lines)
        list.clamp(to: lines.count)
    }

    /// What a barcode reader meant: the dossier of this very code, or the only one found.
    var meant: DossierLine? { lines.first { $0.code == field.text } ?? (lines.count == 1 ? lines.first : nil) }
}
