/// The sheets of a dossier that belong to no document.
enum SheetKinds {
    private static let closing = [Array("chungtuketthuc".utf8), Array("toketthuc".utf8)]
    private static let cover = [
        "phongso", "muclucso", "hososo", "thoihanbaoquan", "thoihanluutru", "phongluutru", "hoso", "tungay",
    ].map { Array($0.utf8) }

    static func outsideDocuments(_ page: PageLines) -> FirstPage.Kind? {
        if ContentsPage(page)?.isSure == true { return .contentsSheet }
        let lines = page.lines
        for line in lines.prefix(6) where line.capitals() > 0.8 && line.top < 0.35 {
            if closing.contains(where: { ApproximateMatch.similarity($0, line.letters) >= 0.8 }) { return .closingSheet }
        }
        return isCover(lines) ? .cover : nil
    }

    /// HỒ SƠ in the middle, and what a cover tells in few lines. NĐ 30/2020 PL V; TCVN 9251.
    private static func isCover(_ lines: [PageLine]) -> Bool {
        guard lines.count < 40 else { return false }
        let found = cover.count { phrase in
            lines.contains { line in
                phrase.count > 6 ? ApproximateMatch(of: phrase, in: line.letters, least: 0.85) != nil : line.letters == phrase
            }
        }
        return found >= 3
    }
}
