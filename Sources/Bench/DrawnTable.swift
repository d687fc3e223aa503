import Records

/// A page of rows that is no mục lục văn bản, though it may have numbers, dates and notations where that has them.
struct DrawnTable {
    let kind: String
    let look: DrawnContents.Look
    let title: String?
    let heads: [(String, Double)]
    let rows: [[String]]

    init(_ random: inout SplitMix) {
        let kind = random.from(Kind.allCases)
        self.kind = kind.rawValue
        look = DrawnContents.Look(isRuled: random.chance(0.7), isTyped: random.chance(0.35), dpi: random.chance(0.5) ? 200 : 300)
        // The page after the first has no title.
        title = random.chance(0.5) ? kind.title : nil
        heads = kind.heads
        let first = title == nil ? Int.random(in: 8...40, using: &random) : 1
        rows = (first..<first + 25).map { kind.row($0, &random) }
    }

    enum Kind: String, CaseIterable {
        case budget, names, pay, plan
        case documents = "list of documents"
        case register = "register of incoming"
        case dossiers = "inventory of dossiers"
        case handover = "handover list"
        case book = "contents of a book"
        case land = "list of plots"
    }
}

extension DrawnTable.Kind {
    fileprivate var title: String {
        switch self {
        case .budget: "DỰ TOÁN NGÂN SÁCH NĂM 2008"
        case .names: "DANH SÁCH CÁN BỘ, CÔNG CHỨC"
        case .pay: "BẢNG THANH TOÁN TIỀN LƯƠNG"
        case .plan: "KẾ HOẠCH CÔNG TÁC"
        case .documents: "DANH MỤC VĂN BẢN HẾT HIỆU LỰC"
        case .register: "SỔ ĐĂNG KÝ VĂN BẢN ĐẾN"
        case .dossiers: "MỤC LỤC HỒ SƠ"
        case .handover: "DANH MỤC TÀI LIỆU BÀN GIAO"
        case .book: "MỤC LỤC"
        case .land: "DANH SÁCH CÁC THỬA ĐẤT THU HỒI"
        }
    }

    fileprivate var heads: [(String, Double)] {
        switch self {
        case .budget: [("STT", 0.08), ("Nội dung", 0.4), ("Năm 2007", 0.17), ("Năm 2008", 0.17), ("Tỷ lệ (%)", 0.1), ("Ghi chú", 0.08)]
        case .names: [("TT", 0.07), ("Họ và tên", 0.25), ("Ngày sinh", 0.15), ("Số quyết định", 0.2), ("Chức vụ", 0.17), ("Số năm", 0.09), ("Ghi chú", 0.07)]
        case .pay: [("STT", 0.07), ("Họ và tên", 0.3), ("Hệ số", 0.1), ("Tiền lương", 0.18), ("Ngày công", 0.13), ("Ký nhận", 0.22)]
        case .plan: [("STT", 0.08), ("Nội dung công việc", 0.4), ("Đơn vị", 0.17), ("Thời hạn", 0.17), ("Tháng", 0.09), ("Ghi chú", 0.09)]
        case .documents: [("STT", 0.07), ("Số, ký hiệu", 0.18), ("Ngày ban hành", 0.15), ("Trích yếu nội dung", 0.43), ("Số bản", 0.09), ("Ghi chú", 0.08)]
        case .register: [("Ngày đến", 0.14), ("Số đến", 0.08), ("Tác giả", 0.14), ("Số, ký hiệu", 0.17), ("Ngày tháng", 0.14), ("Trích yếu nội dung", 0.25), ("Số bản", 0.08)]
        case .dossiers: [("Số TT", 0.08), ("Số, ký hiệu HS", 0.15), ("Tiêu đề hồ sơ", 0.36), ("Thời gian tài liệu", 0.2), ("Số tờ", 0.1), ("Ghi chú", 0.11)]
        case .handover: [("STT", 0.08), ("Tên tài liệu", 0.45), ("Ngày tháng", 0.17), ("Số lượng", 0.15), ("Ghi chú", 0.15)]
        case .book: [("", 0.88), ("Trang", 0.12)]
        case .land: [("STT", 0.08), ("Chủ sử dụng", 0.3), ("Số thửa", 0.12), ("Tờ bản đồ", 0.12), ("Loại đất", 0.15), ("Diện tích (m2)", 0.23)]
        }
    }

    fileprivate func row(_ number: Int, _ random: inout SplitMix) -> [String] {
        func count(_ range: ClosedRange<Int>) -> String { "\(Int.random(in: range, using: &random))" }
        func date() -> String { "\(count(10...28))/\(count(10...12))/\(count(1975...2012))" }
        let (subject, name) = (random.from(BoundaryTexts.subjects), random.from(BoundaryTexts.names))
        let type = random.from(BoundaryTexts.types)
        let notation = "\(count(1...900))/\(type.symbol)-UBND"
        let text = type.heading.prefix(1) + type.heading.dropFirst().lowercased() + " " + subject
        return switch self {
        case .budget: ["\(number)", subject, "\(count(10...900)).\(count(100...999)).000", "\(count(10...900)).\(count(100...999)).000", count(80...140), ""]
        case .names: ["\(number)", name, date(), "\(count(1...900))/QĐ-UBND", random.from(["Chuyên viên", "Trưởng phòng", "Văn thư"]), count(1...38), ""]
        case .pay: ["\(number)", name, "\(count(2...6)),\(count(10...99))", "\(count(1...9)).\(count(100...999)).000", count(18...24), ""]
        case .plan: ["\(number)", subject, "Văn phòng", date(), count(1...12), ""]
        case .documents: ["\(number)", notation, date(), text, count(1...9), ""]
        case .register: [date(), "\(number + 100)", "UBND tỉnh", notation, date(), text, count(1...5)]
        case .dossiers: ["\(number)", "\(number)/HS-UBND", "Hồ sơ " + subject, "\(date()) - \(date())", count(5...180), ""]
        case .handover: ["\(number)", text, date(), count(1...12), ""]
        case .book: ["Chương \(number). " + subject + " ........................", "\(number * 7)"]
        case .land: ["\(number)", name, count(1...400), count(1...60), random.from(["LUC", "ONT", "CLN"]), "\(count(80...990)),\(count(0...9))"]
        }
    }
}

extension BoundaryPen {
    /// One page of it.
    mutating func page(_ table: DrawnTable) throws {
        beginPage(isTyped: table.look.isTyped)
        if let title = table.title {
            try centred(title)
            y += 8
        }
        let heads = table.heads
        try self.table(rows: table.rows.count + 1, heads: heads, hasHead: table.title != nil, isRuled: table.look.isRuled) { table.rows[$0 - 1] }
        sheet.endPage()
    }
}
