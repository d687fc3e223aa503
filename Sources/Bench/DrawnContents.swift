import Records

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
    var look = Look()

    struct Look: Codable {
        var isRuled = true
        /// With a typewriter: one width for all letters, ink that comes and goes.
        var isTyped = false
        var dpi = 200
        /// Between the first and the last sheet, which are both written; nil: only the first is.
        var dash: String?
        /// `07` for 7.
        var isPadded = false
        /// The heads of the columns stand over every page.
        var repeatsHeads = false
    }

    var hasRanges: Bool { look.dash != nil }

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
        func number(_ sheet: Int) -> String { look.isPadded && sheet < 10 ? "0\(sheet)" : "\(sheet)" }
        let sheets = look.dash.flatMap { row.lastSheet > row.firstSheet ? number(row.firstSheet) + $0 + number(row.lastSheet) : nil } ?? number(row.firstSheet)
        let (before, date) = (["\(index + 1)", row.notation], "\(row.day)/\(row.month)/2008")
        return before + [date] + (isNew ? [row.subject, "UBND tỉnh"] : ["UBND tỉnh", row.subject]) + [sheets, ""]
    }
}

extension DrawnContents {
    /// A list of any length and look, some of whose documents have no number and some many sheets.
    init(drawing random: inout SplitMix) {
        self.init(&random, rows: Int.random(in: 6...32, using: &random))
        var moved = 0
        for index in rows.indices {
            (rows[index].firstSheet, rows[index].lastSheet) = (rows[index].firstSheet + moved, rows[index].lastSheet + moved)
            if random.chance(0.1) { rows[index].notation = "" }
            guard random.chance(0.08) else { continue }
            let more = Int.random(in: 5...30, using: &random)
            rows[index].lastSheet += more
            moved += more
        }
        look.isRuled = random.chance(0.6)
        look.isTyped = random.chance(0.35)
        look.dpi = random.chance(0.5) ? 200 : 300
        look.dash = random.chance(0.5) ? random.from(["-", "-", " - ", "–"]) : nil
        look.isPadded = random.chance(0.3)
        look.repeatsHeads = random.chance(0.25)
    }

    /// What the table of figures counts apart.
    var kinds: [String] {
        [
            look.isRuled ? "ruled" : "no lines", look.isTyped ? "typed" : "printed", "\(look.dpi) dpi", hasRanges ? "ranges" : "first sheets",
            isNew ? "form of 2020" : "older form",
        ]
    }
}

extension BoundaryPen {
    mutating func contents(_ list: DrawnContents) throws { _ = try contents(list, from: 0) }

    /// On as many pages as it takes; only the first has the title.
    mutating func contentsPages(_ list: DrawnContents) throws {
        var drawn = 0
        while drawn < list.rows.count {
            beginPage(isTyped: list.look.isTyped)
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
        return try table(
            rows: list.rows.count - first + 1, heads: list.heads, hasHead: first == 0 || list.look.repeatsHeads, isRuled: list.look.isRuled
        ) { list.cells(first + $0 - 1) }
    }
}
