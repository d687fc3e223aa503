import Records
import Station
import Vietnamese

extension Sample {
    /// Three pages: two doubtful words on the first, one on the second, none on the third.
    public static let correction = CorrectionDossier(
        id: id(1), code: "H19.2008.01.QD", title: "Tập lưu quyết định của UBND năm 2008",
        pages: [(1, 3), (2, 1), (3, 0)].map { CorrectionPage(tile: page($0), doubts: $1, isOpen: $1 > 0) })

    private static let lines: [[[String]]] = [
        [
            ["ỦY", "BAN", "NHÂN", "DÂN", "CỘNG", "HÒA", "XÃ", "HỘI", "CHỦ", "NGHĨA", "VIỆT", "NAM"],
            ["TỈNH", "ĐỒNG", "NAI", "Độc", "lập", "-", "Tự", "do", "-", "Hạnh", "phúc"], ["Số:", "15/QĐ-UBND"],
            ["Căn", "cứ", "Luật", "tố", "chức", "Hội", "đồng", "nhan", "dân", "và", "Ủy", "ban", "nhan", "dân", "ngày", "26", "tháng", "11", "năm", "2003;"],
            ["Xét", "đề", "nghị", "của", "Giám", "đốc", "Sở", "Tài", "chính,"],
        ],
        [["Điều", "1.", "Phê", "duyêt", "kế", "hoạch", "số", "hóa", "tài", "liệu", "lưu", "trữ."]], [["Nơi", "nhận:"]],
    ]

    /// What is thought of words that stand in the sample.
    private static let doubtful: [String: Judgement] = [
        "tố": Judgement(doubt: .check, suggestions: ["tổ", "tô"]),
        "nhan": Judgement(doubt: .wrong, suggestions: ["nhân", "nhanh", "nhàn"]),
        "duyêt": Judgement(doubt: .wrong, suggestions: []),
    ]

    public static func correctionText(_ page: PageID) -> CorrectionText {
        let number = Int(page.ulid.low) - 10_000
        var words: [RevisedWord] = []
        for (row, line) in lines[max(0, min(number - 1, lines.count - 1))].enumerated() {
            var x = 300
            for (place, text) in line.enumerated() {
                let width = 24 * text.count
                words.append(RevisedWord(
                    text: text, box: Box(x: x, y: 300 + 90 * row, width: width, height: 44), startsLine: place == 0,
                    origin: .machine(confidence: doubtful[text] == nil ? 0.93 : 0.61)))
                x += width + 16
            }
        }
        let sure = Judgement(doubt: .sure, suggestions: [])
        return CorrectionText(
            page: page, text: RevisedPage(language: "vie", words: words), reading: Int64(number), judgements: words.map { doubtful[$0.text] ?? sure })
    }
}
