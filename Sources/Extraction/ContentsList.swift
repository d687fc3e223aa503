import Records

/// A row of a mục lục văn bản.
public struct ContentsEntry: Sendable, Hashable, Codable {
    /// Số thứ tự, where legible.
    public var position: Int?
    /// Số, ký hiệu as read.
    public var notation: String?
    public var date: PartialDate?
    /// Tờ số on which the document begins.
    public var firstSheet: Int
    /// Where it ends, as the row says or the next row lets conclude; nil for the last, and where a row between was not read.
    public var lastSheet: Int?

    public init(position: Int? = nil, notation: String? = nil, date: PartialDate? = nil, firstSheet: Int, lastSheet: Int? = nil) {
        (self.position, self.notation, self.date, self.firstSheet, self.lastSheet) = (position, notation, date, firstSheet, lastSheet)
    }
}

/// What the scanned mục lục văn bản of a dossier lists (NĐ 30/2020 PL V, and the older form with Tác giả before Trích yếu).
public struct ContentsList: Sendable, Hashable {
    /// In order; sheet numbers do not fall.
    public private(set) var entries: [ContentsEntry] = []
    /// Which of the given pages are contents sheets.
    public private(set) var pages: Set<Int> = []

    /// How many rows it has, as far as their numbers tell: those that were not read count too.
    public var count: Int { max(entries.count, entries.compactMap(\.position).max() ?? 0) }

    /// The same of pages with other indices.
    public func movedPages(to index: (Int) -> Int) -> ContentsList {
        var list = self
        list.pages = Set(pages.map(index))
        return list
    }

    /// - Parameter pages: what each page of a dossier shows, in order, without blank backs.
    public init(_ pages: [ContentsPage?]) {
        for (index, page) in pages.enumerated() {
            guard let page else { continue }
            if page.isSure || (self.pages.contains(index - 1) && continues(page.entries)) { add(page.entries, of: index) }
        }
        let kept = RisingChain.sure(entries) { $1.firstSheet >= max($0.firstSheet, $0.lastSheet ?? 0) }
        let isAlone = Set(kept)
        for index in entries.indices.dropLast() where !isAlone.contains(index + 1) { entries[index].lastSheet = nil }
        entries = kept.map { entries[$0] }
    }

    private mutating func add(_ more: [ContentsEntry], of page: Int) {
        // The last row of a page ends before the first of the next.
        if let last = entries.indices.last, let before = entries[last].position, let next = more.first, next.position == before + 1,
            next.firstSheet > entries[last].firstSheet
        {
            let end = next.firstSheet - 1
            if entries[last].lastSheet ?? end != end { entries[last].lastSheet = nil } else { entries[last].lastSheet = end }
        }
        entries += more
        pages.insert(page)
    }

    /// Rows at the end of a page that may not have been read, where one alone follows.
    private static let mostUnread = 2

    /// Rows that count on from the last one, in number or at least in sheets.
    private func continues(_ more: [ContentsEntry]) -> Bool {
        guard let first = more.first else { return false }
        guard let last = entries.last else { return true }
        guard first.firstSheet >= max(last.firstSheet, last.lastSheet ?? 0) else { return false }
        guard let before = entries.lastPosition, let position = more.firstPosition else { return true }
        return position > before && (more.count > 1 || position <= before + ContentsList.mostUnread + 1)
    }
}

extension [ContentsEntry] {
    fileprivate var lastPosition: Int? { last { $0.position != nil }?.position }
    fileprivate var firstPosition: Int? { first { $0.position != nil }?.position }
}
