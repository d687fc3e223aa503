/// The head of a mục lục văn bản.
enum ContentsHead {
    private static let titles = ["muclucvanban", "muclucvanbantailieu", "muclucvanbantailieutronghoso", "muclucvanbantronghoso"]
        .map { Array($0.utf8.filter { $0 != 32 }) }

    /// Whether MỤC LỤC VĂN BẢN stands over the page.
    static func isThere(_ lines: [PageLine]) -> Bool {
        lines.prefix(8).contains { line in
            line.top < 0.3 && line.capitals() > 0.8 && titles.contains { ApproximateMatch.similarity($0, line.letters) >= 0.8 }
        }
    }
}
