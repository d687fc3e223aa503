/// A mục lục văn bản as it is drawn: what it lists, and how it looks.
struct DrawnContents: Codable {
    struct Row: Codable {
        var notation: String
        var day: Int
        var month: Int
        var subject: String
        var firstSheet: Int
        var lastSheet: Int
    }

    private(set) var rows: [Row] = []
    let title: String
    let hasRecordNumber: Bool
    /// The form of NĐ 30/2020, in which trích yếu stands before tác giả.
    let isNew: Bool
    var isRuled = true
    /// The first and the last sheet are written, not only the first.
    var hasRanges = false

    /// - Parameter count: of rows.
    init(_ random: inout SplitMix, rows count: Int = 12) {
        title = random.from(["MỤC LỤC VĂN BẢN, TÀI LIỆU", "MỤC LỤC VĂN BẢN"])
        (hasRecordNumber, isNew) = (random.chance(0.5), random.chance(0.5))
        var sheet = 1
        for _ in 0..<count {
            let type = random.from(BoundaryTexts.types)
            let subject = type.heading.prefix(1) + type.heading.dropFirst().lowercased() + " " + random.from(BoundaryTexts.subjects)
            let number = Int.random(in: 1...900, using: &random)
            let (day, month) = (Int.random(in: 10...28, using: &random), Int.random(in: 10...12, using: &random))
            let sheets = Int.random(in: 1...4, using: &random)
            rows.append(Row(
                notation: "\(number)/\(type.symbol)-UBND", day: day, month: month, subject: subject, firstSheet: sheet, lastSheet: sheet + sheets - 1))
            sheet += sheets
        }
    }

    fileprivate var heads: [(String, Double)] {
        // A range takes more room.
        let (more, sheets, notes) = hasRanges ? (0.02, 0.11, 0.06) : (0, 0.08, 0.07)
        return isNew
            ? [("STT", 0.07), ("Số, ký hiệu", 0.17), ("Ngày tháng năm", 0.15), ("Tên loại và trích yếu nội dung", 0.3), ("Tác giả", 0.14), ("Tờ số", sheets), ("Ghi chú", notes + 0.02 - more)]
            : [("Số TT", 0.07), ("Số và ký hiệu VB", 0.17), ("Ngày tháng VB", 0.15), ("Tác giả văn bản", 0.15), ("Trích yếu nội dung văn bản", 0.31 - more), ("Tờ số", sheets), ("Ghi chú", notes)]
    }

    fileprivate func cells(_ index: Int) -> [String] {
        let row = rows[index]
        let sheets = hasRanges && row.lastSheet > row.firstSheet ? "\(row.firstSheet)-\(row.lastSheet)" : "\(row.firstSheet)"
        let (before, date) = (["\(index + 1)", row.notation], "\(row.day)/\(row.month)/2008")
        return before + [date] + (isNew ? [row.subject, "UBND tỉnh"] : ["UBND tỉnh", row.subject]) + [sheets, ""]
    }
}

extension DrawnContents {
    /// In words, for the table.
    var look: String { "\(isNew ? "new" : "old") form, \(isRuled ? "ruled" : "no lines"), \(hasRanges ? "ranges" : "first sheets")" }
}

extension BoundaryPen {
    mutating func contents(_ list: DrawnContents) throws { _ = try contents(list, from: 0) }

    /// On as many pages as it takes; only the first has the title, and only it the heads of the columns.
    mutating func contentsPages(_ list: DrawnContents) throws {
        var drawn = 0
        while drawn < list.rows.count {
            beginPage()
            drawn += try contents(list, from: drawn)
            sheet.endPage()
        }
    }

    /// - Returns: how many rows found room.
    private mutating func contents(_ list: DrawnContents, from first: Int) throws -> Int {
        if first == 0 {
            try centred(list.title)
            if list.hasRecordNumber { try centred("Hồ sơ số: 152", bold: false) }
            y += 8
        }
        return try table(rows: list.rows.count - first + 1, heads: list.heads, hasHead: first == 0, isRuled: list.isRuled) { list.cells(first + $0 - 1) }
    }
}
