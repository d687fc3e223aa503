/// The head of a mục lục văn bản.
enum ContentsHead {
    private static let titles = ["muclucvanban", "muclucvanbantailieu", "muclucvanbantailieutronghoso", "muclucvanbantronghoso"].map {
        Array($0.utf8)
    }
    /// Words of the column heads beside Tờ số, old and new: NĐ 30/2020 PL V.
    private static let columns = [["stt", "tt"], ["ky", "kyhieu", "hieu"], ["ngay", "thang"], ["trich", "trichyeu", "yeu"], ["tac", "tacgia"]]
    private static let leastColumns = 3

    /// Whether MỤC LỤC VĂN BẢN, or the heads of its columns, stand over the page.
    static func isThere(_ lines: [PageLine]) -> Bool {
        let hasTitle = lines.prefix(8).contains { line in
            line.top < 0.3 && line.capitals() > 0.8 && titles.contains { ApproximateMatch.similarity($0, line.letters) >= 0.8 }
        }
        return hasTitle || (hasSheetColumn(lines) && columnCount(lines) >= leastColumns)
    }

    private static func columnCount(_ lines: [PageLine]) -> Int {
        let words = Set(head(lines).map { String(decoding: $0.letters, as: UTF8.self) })
        return columns.count { $0.contains(where: words.contains) }
    }

    /// Where Tờ số stands, in shares of the width.
    static func sheetColumn(_ lines: [PageLine]) -> ClosedRange<Double>? {
        sheetHead(lines).map { $0.left...$0.right }
    }

    private static func hasSheetColumn(_ lines: [PageLine]) -> Bool { sheetHead(lines) != nil }

    /// Tờ số at the right: Số tờ, which counts, stands over an inventory of dossiers.
    private static func sheetHead(_ lines: [PageLine]) -> PlacedWord? {
        let head = head(lines)
        return head.first { sheet in
            guard sheet.left > 0.6, sheet.letters.elementsEqual("to".utf8) || sheet.letters.elementsEqual("toso".utf8) else { return false }
            return !head.contains { word in
                word.letters.elementsEqual("so".utf8) && abs(word.middle - sheet.middle) < 0.06
                    && (word.bottom < sheet.top || word.right < sheet.left && word.top < sheet.bottom && word.bottom > sheet.top)
            }
        }
    }

    private static func head(_ lines: [PageLine]) -> [PlacedWord] { lines.prefix(9).filter { $0.top < 0.3 }.flatMap(\.words) }
}
