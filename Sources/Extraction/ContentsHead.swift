/// The head of a mục lục văn bản.
enum ContentsHead {
    private static let titles = ["muclucvanban", "muclucvanbantailieu", "muclucvanbantailieutronghoso", "muclucvanbantronghoso"].map {
        Array($0.utf8)
    }
    /// Words of the column heads, old and new: NĐ 30/2020 PL V.
    private static let columns = [["stt", "tt"], ["ky", "kyhieu", "hieu"], ["ngay", "thang"], ["trich", "trichyeu", "yeu"], ["tac", "tacgia"], ["to", "toso"], ["ghi", "ghichu"]]

    /// Whether MỤC LỤC VĂN BẢN, or the heads of its columns, stand over the page; or its rows alone tell.
    static func isThere(_ lines: [PageLine]) -> Bool {
        let hasTitle = lines.prefix(8).contains { line in
            line.top < 0.3 && line.capitals() > 0.8 && titles.contains { ApproximateMatch.similarity($0, line.letters) >= 0.8 }
        }
        if hasTitle { return true }
        let columns = columnCount(lines)
        return columns >= 5 || ContentsRows.whole(lines) >= (columns >= 3 ? 3 : 5)
    }

    private static func columnCount(_ lines: [PageLine]) -> Int {
        let words = Set(lines.prefix(9).filter { $0.top < 0.3 }.flatMap(\.words).map { String(decoding: $0.letters, as: UTF8.self) })
        return columns.count { $0.contains(where: words.contains) }
    }

    /// The middle of the column with the sheet numbers, in shares of the width.
    static func sheetColumn(_ lines: [PageLine]) -> Double? {
        let head = lines.filter { $0.top < 0.35 }.prefix(10).flatMap(\.words)
        return head.last { word in ["to", "toso"].contains { word.letters.elementsEqual($0.utf8) } && word.left > 0.6 }?.middle
    }
}
