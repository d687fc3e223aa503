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

/// What a scanned mục lục văn bản lists (NĐ 30/2020 PL V, and the older form with Tác giả before Trích yếu).
public struct ContentsList: Sendable, Hashable {
    public var entries: [ContentsEntry]

    public init(_ entries: [ContentsEntry]) { self.entries = entries }

    /// Reads the pages of a contents sheet one by one and joins them with `+`.
    /// - Parameters: as of `FirstPageReader.read`.
    public init(_ page: RecognisedPage, width: Int, height: Int, quarterTurns: Int = 0) {
        entries = ContentsRows(PageLines(page, width: width, height: height, quarterTurns: quarterTurns).lines).entries
        close()
    }

    public static func + (a: ContentsList, b: ContentsList) -> ContentsList {
        var list = ContentsList(a.entries + b.entries)
        list.close()
        return list
    }

    /// A document ends before the next begins.
    private mutating func close() {
        entries = ContentsList.inOrder(entries)
        for (index, next) in entries.enumerated().dropFirst() where entries[index - 1].lastSheet == nil {
            if let before = entries[index - 1].position, let position = next.position, position > before + 1 { continue }
            entries[index - 1].lastSheet = max(entries[index - 1].firstSheet, next.firstSheet - 1)
        }
    }

    /// The most rows whose sheets never go back; the others are misread.
    private static func inOrder(_ entries: [ContentsEntry]) -> [ContentsEntry] {
        var chains: [(length: Int, before: Int?)] = []
        // Of chains of a length the first: what stands above is known already.
        func longest(_ ends: [Int]) -> Int? { ends.max { (chains[$0].length, $1) < (chains[$1].length, $0) } }
        for entry in entries {
            let before = longest(chains.indices.filter { entries[$0].firstSheet <= entry.firstSheet })
            chains.append(((before.map { chains[$0].length } ?? 0) + 1, before))
        }
        var kept: [ContentsEntry] = []
        var next = longest(Array(chains.indices))
        while let index = next {
            kept.append(entries[index])
            next = chains[index].before
        }
        return kept.reversed()
    }
}
