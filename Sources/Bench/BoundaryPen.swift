import Printing
import Records

/// Draws the pages of a dossier, each as PDF page, in faces and measures that differ from page to page.
struct BoundaryPen {
    let sheet: FreeSheet
    var random: SplitMix
    private var family = "DejaVu Serif"
    var size = 12.0
    var left = 75.0
    var right = 550.0
    var y = 50.0

    private static let typewriter = "DejaVu Sans Mono"
    private static let families = ["DejaVu Serif", "DejaVu Serif Condensed", "DejaVu Serif Condensed", "DejaVu Sans Condensed", "DejaVu Sans"]

    init(seed: UInt64) throws {
        sheet = try FreeSheet(title: "boundaries", created: Timestamp(milliseconds: 0))
        random = SplitMix(state: seed)
    }

    /// A face and margins of its own.
    mutating func beginPage(isTyped: Bool = false) {
        family = random.from(BoundaryPen.families)
        size = random.around(11.5, 1)
        if isTyped { (family, size) = (BoundaryPen.typewriter, random.around(10, 0.5)) }
        (left, right, y) = (random.around(72, 14), random.around(545, 10), random.around(48, 18))
    }

    mutating func draw(_ piece: BoundaryDossier.Piece) throws {
        beginPage()
        switch piece {
        case .cover: try cover()
        case .contents: try contents(DrawnContents(&random))
        case .closing: try closing()
        case .blank: break
        case .first(let era): try first(era)
        case .continuation: try continuation()
        case .signature: try signaturePage()
        case .table: try table(rows: 14)
        case .annex: try annex()
        case .regulation(let era): try regulation(era)
        case .form: try form()
        case .stamped: try stamped()
        }
        sheet.endPage()
    }

    // MARK: Setting

    mutating func write(
        _ text: String, x: Double? = nil, width: Double? = nil, at y: Double? = nil, size: Double? = nil, bold: Bool = false,
        italic: Bool = false, _ alignment: PrintAlignment = .left, grey: Double = 0
    ) throws -> Double {
        let face = PrintFace(family: family, size: size ?? self.size, isBold: bold, isItalic: italic)
        return try sheet.write(
            text, face, x: x ?? left, y: y ?? self.y, width: width ?? (right - left), alignment: alignment, grey: grey)
    }

    mutating func centred(_ text: String, bold: Bool = true, italic: Bool = false, size: Double? = nil) throws {
        y = try write(text, size: size ?? self.size + 0.5, bold: bold, italic: italic, .centre) + 2
    }

    mutating func paragraph(_ text: String, italic: Bool = false) throws {
        y = try write("        " + text, italic: italic) + 3
    }

    mutating func body(paragraphs: Int, quotes: Double = 0.12) throws {
        for _ in 0..<paragraphs where y < 740 {
            let text = random.chance(quotes) ? random.from(BoundaryTexts.quotations) : random.from(BoundaryTexts.sentences)
            try paragraph(text)
        }
    }

    mutating func place(_ text: String) -> String {
        text.replacing("#", with: random.from(BoundaryTexts.provinces).uppercased())
            .replacing("@", with: random.from(BoundaryTexts.districts).uppercased())
    }

    /// With handwriting left out at times, as it often is not read.
    mutating func dateLine(year: ClosedRange<Int>) -> String {
        let (day, month) = (Int.random(in: 1...28, using: &random), Int.random(in: 1...12, using: &random))
        let place = random.from(BoundaryTexts.provinces)
        let days = random.chance(0.3) ? "    " : day < 10 ? "0\(day)" : "\(day)"
        let months = random.chance(0.15) ? "    " : month < 3 ? "0\(month)" : "\(month)"
        return "\(place), ngày \(days) tháng \(months) năm \(Int.random(in: year, using: &random))"
    }

    mutating func number(_ symbol: String) -> String {
        let number = random.chance(0.25) ? "        " : "\(Int.random(in: 1...2999, using: &random))"
        return "Số\(random.chance(0.8) ? ":" : "") \(number)\(symbol)"
    }

    mutating func number() -> String { number("/\(random.from(BoundaryTexts.types).symbol)-UBND") }

    // MARK: Pages after the first

    private mutating func pageNumber() throws {
        let number = "\(Int.random(in: 2...9, using: &random))"
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            try centred(number, bold: false)
            y += 6
        case 1: _ = try write(number, at: 790, .right)
        default: break
        }
    }

    private mutating func continuation() throws {
        try pageNumber()
        switch Int.random(in: 0..<7, using: &random) {
        case 0: try centred("QUYẾT ĐỊNH:")
        case 1: try centred("Chương II\nTỔ CHỨC THỰC HIỆN")
        case 2: try paragraph(random.from(BoundaryTexts.quotations))
        case 3: try paragraph("Căn cứ \(number()) ngày 15 tháng 4 năm 2010 của Ủy ban nhân dân tỉnh;")
        default: y = try write(random.from(BoundaryTexts.sentences)) + 3
        }
        try body(paragraphs: Int.random(in: 3...8, using: &random))
        if random.chance(0.4) { try signature() }
    }

    private mutating func signaturePage() throws {
        try pageNumber()
        try body(paragraphs: random.from([0, 1, 2]))
        if random.chance(0.25) { y = try write(dateLine(year: 1985...2024), italic: true, .right) + 2 }
        try signature()
    }

    mutating func signature() throws {
        y += 10
        let top = y
        _ = try write("Nơi nhận:", size: size - 1, bold: true, italic: true)
        _ = try write("\n- Như trên;\n- Các sở, ban, ngành;\n- Lưu: VT, TH.", size: size - 2)
        y = try write(random.from(BoundaryTexts.posts), x: 310, width: 230, at: top, bold: true, .centre) + 45
        y = try write(random.from(BoundaryTexts.names), x: 310, width: 230, bold: true, .centre)
    }

    private mutating func stamped() throws {
        try pageNumber()
        let top = y
        try incomingStamp(x: left + 10, y: top)
        y = top + 80
        try body(paragraphs: 4)
    }

    /// NĐ 30/2020, PL IV: a frame of 35 × 50 mm.
    mutating func incomingStamp(x: Double, y: Double) throws {
        sheet.frame(x: x, y: y, width: 142, height: 68)
        sheet.bar(x: x, y: y + 18, width: 142, height: 0.8, grey: 0.4)
        let day = "\(Int.random(in: 10...28, using: &random))/\(Int.random(in: 3...12, using: &random))/2011"
        _ = try write("VĂN PHÒNG UBND TỈNH", x: x + 4, width: 136, at: y + 2, size: 8, bold: true, .centre, grey: 0.35)
        _ = try write(
            "ĐẾN  Số: \(Int.random(in: 100...9000, using: &random))\n        Ngày: \(day)\nChuyển: ..........", x: x + 6, width: 134, at: y + 20,
            size: 9.5, grey: 0.35)
    }

    // MARK: Annexes

    private mutating func issuedWith() -> String {
        "(\(random.from(["Ban hành kèm theo", "Kèm theo"])) \(random.from(["Quyết định", "Kế hoạch", "Thông tư", "Công văn"])) số "
            + "\(Int.random(in: 10...900, using: &random))/QĐ-UBND ngày \(Int.random(in: 10...28, using: &random)) tháng 5 năm 2009 "
            + "của Ủy ban nhân dân tỉnh \(random.from(BoundaryTexts.provinces)))"
    }

    private mutating func annex() throws {
        if random.chance(0.15) {
            let top = y
            _ = try write(place("ỦY BAN NHÂN DÂN\nTỈNH #"), width: 200, bold: true, .centre)
            y = top + 40
        }
        try centred(random.from(["PHỤ LỤC", "PHỤ LỤC I", "Phụ lục 02", "PHỤ LỤC SỐ 3", "DANH SÁCH", "BIỂU TỔNG HỢP", "DANH MỤC"]))
        try centred(random.from(BoundaryTexts.subjects).uppercased())
        try centred(issuedWith(), bold: false, italic: true)
        if random.chance(0.6) { try table(rows: 10) } else { try body(paragraphs: 6) }
    }

    private mutating func regulation(_ era: BoundaryDossier.Era) throws {
        switch Int.random(in: 0..<3, using: &random) {
        case 0: break
        case 1: try head(era == .plain ? .modern : era, hasNumber: false)
        default:
            if era == .plain { break }
            try head(era, hasNumber: false)
        }
        try centred(random.from(["QUY CHẾ", "QUY ĐỊNH", "ĐIỀU LỆ", "ĐỀ ÁN", "NỘI QUY"]))
        try centred("Về " + random.from(BoundaryTexts.subjects))
        try centred(issuedWith(), bold: false, italic: true)
        try centred("Chương I\nQUY ĐỊNH CHUNG")
        try paragraph("Điều 1. Phạm vi điều chỉnh và đối tượng áp dụng")
        try body(paragraphs: 4)
    }

    private mutating func form() throws {
        if random.chance(0.75) { y = try write("Mẫu số 0\(Int.random(in: 1...9, using: &random))", bold: true, .right) + 3 }
        try centred("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")
        try centred("Độc lập - Tự do - Hạnh phúc")
        y += 14
        if random.chance(0.3) { try centred("............, ngày ...... tháng ...... năm ......", bold: false, italic: true) }
        try centred(random.from(["ĐƠN ĐỀ NGHỊ", "TỜ KHAI", "BIÊN BẢN GIAO NHẬN", "GIẤY ỦY QUYỀN", "BẢN CAM KẾT"]))
        try centred("Kính gửi: ........................................", bold: false)
        for label in ["Họ và tên", "Ngày sinh", "Địa chỉ thường trú", "Số điện thoại", "Nội dung đề nghị", "Lý do"] {
            y = try write("\(label): ......................................................................................") + 4
        }
        try body(paragraphs: 1)
    }

    /// - Returns: how many rows found room below the head.
    @discardableResult
    mutating func table(
        rows: Int, heads: [(String, Double)] = [("STT", 0.08), ("Nội dung", 0.47), ("Đơn vị", 0.2), ("Số lượng", 0.25)], hasHead: Bool = true,
        isRuled: Bool = true, cells: ((Int) -> [String])? = nil
    ) throws -> Int {
        let width = right - left
        var drawn = 0
        for row in (hasHead ? 0 : 1)..<rows where y < 740 {
            if row > 0 { drawn += 1 }
            let texts = row == 0 ? heads.map(\.0) : cells?(row) ?? ["\(row)", random.from(BoundaryTexts.subjects), random.from(["m2", "hồ sơ", "người"]), "\(row * 137)"]
            var (x, bottom) = (left, y)
            for (text, head) in zip(texts, heads) {
                bottom = max(bottom, try write(text, x: x + 3, width: head.1 * width - 6, size: size - 1.5, bold: row == 0))
                x += head.1 * width
            }
            x = left
            for head in heads where isRuled {
                sheet.frame(x: x, y: y - 1, width: head.1 * width + 0.5, height: bottom - y + 3, line: 0.6)
                x += head.1 * width
            }
            y = bottom + 2
        }
        return drawn
    }
}
