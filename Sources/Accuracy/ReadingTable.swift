import Measuring

/// Error rates of reading for each kind of page: ours, and those of other programs on the same pages.
struct ReadingTable {
    /// Whose texts, and one text for each page.
    private let columns: [(name: String, texts: [String])]
    private let pages: [TruthPage]

    init(_ read: [ReadPage], peers: [(name: String, texts: [String])]) {
        pages = read.map(\.truth)
        columns = [("ours", read.map(\.reading.page.text))] + peers
    }

    func report(pageByPage: Bool) -> String {
        let scores = columns.map { column in zip(pages, column.texts).map { TextScore(truth: $0.text, read: $1) } }
        let headings = ["kind", "pages", "letters"] + columns.flatMap { ["\($0.name) CER", "WER", "LCER"] }
        var groups = ReadingTable.groups(pages)
        if pageByPage { groups += pages.indices.map { (pages[$0].file.split(separator: "/").suffix(4).joined(separator: "/"), [$0]) } }
        let rows = groups.map { name, members in
            let sums = scores.map { scores in members.reduce(TextScore()) { $0 + scores[$1] } }
            return [name, String(members.count), String(sums[0].letters)] + sums.flatMap { [$0.cer, $0.wer, $0.lcer].map(ReadingTable.percent) }
        }
        return "Reading: % of letters (CER) and words (WER) over the page in reading order; of letters line by line (LCER)\n\n"
            + Table.text(headings, rows)
    }

    /// Pages by kind; those that lie wrong and those with hardly a letter are kinds of their own.
    private static func groups(_ pages: [TruthPage]) -> [(name: String, members: [Int])] {
        let (turned, small) = ("lying wrong", "few letters")
        let names = pages.map { $0.isSmall ? small : $0.turn != 0 ? turned : $0.kind }
        let kinds = Set(names).subtracting([turned, small]).sorted() + [turned, small].filter(names.contains)
        let upright = pages.indices.filter { names[$0] != turned && names[$0] != small }
        return kinds.map { kind in (kind, pages.indices.filter { names[$0] == kind }) }
            + [("all upright", upright), ("all", Array(pages.indices))]
    }

    private static func percent(_ share: Double) -> String { (share * 100).text(2) }
}
