import Printing

/// The sheets with a head of their own: first pages, covers, contents sheets.
extension BoundaryPen {
    mutating func first(_ era: BoundaryDossier.Era) throws {
        if random.chance(0.12), era != .old, era != .plain { return try centredHead(era) }
        if era == .plain { return try plain() }
        let type = random.chance(0.35) ? nil : random.from(BoundaryTexts.types)
        try head(era, hasNumber: true, type: type)
        if random.chance(0.12) {
            try incomingStamp(x: left + random.around(20, 15), y: y)
            y += 74
        }
        try opening(type?.heading)
    }

    private mutating func opening(_ heading: String?) throws {
        let subject = random.from(BoundaryTexts.subjects)
        if let heading {
            try centred(heading, size: size + 1.5)
            try centred("Về việc " + subject)
        } else {
            y = try write("V/v \(subject)", width: 190, size: size - 1, .centre) + 12
            try centred("Kính gửi: " + random.from(["Ủy ban nhân dân các huyện, thị xã;", "Các sở, ban, ngành tỉnh.", "Bộ Nội vụ"]), bold: false)
        }
        y += 8
        if random.chance(0.4) {
            for _ in 0..<2 { try paragraph("Căn cứ Luật Tổ chức chính quyền địa phương ngày 19 tháng 6 năm 2015;", italic: true) }
        }
        try body(paragraphs: Int.random(in: 3...7, using: &random), quotes: 0.05)
        if random.chance(0.4) { try signature() }
    }

    /// Two columns: who issues it, and the quốc hiệu or what stands for it.
    mutating func head(_ era: BoundaryDossier.Era, hasNumber: Bool, type: (heading: String, symbol: String)? = nil) throws {
        let middle = random.around(275, 18)
        let columns = (left: left - 15, middle: middle, right: right + 8)
        let size = random.around(10.3, 0.7)
        let (body, symbol, title, motto) = words(era)
        let top = y
        var below = top
        if !body.isEmpty {
            below = try write(body, x: columns.left, width: middle - columns.left - 5, size: size, bold: random.chance(0.7), .centre)
            sheet.bar(x: (columns.left + middle) / 2 - 30, y: below + 2, width: 60, height: 0.7)
        }
        var side = try write(title, x: middle, width: columns.right - middle, at: top, size: size, bold: true, .centre)
        if let motto { side = try write(motto, x: middle, width: columns.right - middle, at: side, size: size + 0.5, bold: true, .centre) }
        sheet.bar(x: (middle + columns.right) / 2 - 70, y: side + 2, width: 140, height: 0.7)
        y = max(below, side) + 12
        guard hasNumber else { return }
        let group = type.map(\.symbol)
        let notation: String =
            switch era {
            case .party: "-\(group ?? "CV")/\(symbol)"
            case .old: random.from(["-\(group ?? "CV")", "/\(symbol)", " \(group ?? "TCCQ")"])
            default: group.map { random.chance(0.2) ? "/2009/\($0)-\(symbol)" : "/\($0)-\(symbol)" } ?? "/\(symbol)-VP"
            }
        let years: ClosedRange<Int> =
            switch era {
            case .modern: 2015...2026
            case .printed: 1996...2014
            case .typed: 1977...1995
            case .party: 1980...2024
            default: 1955...1975
            }
        let line = y
        let first = try write(number(notation), x: columns.left, width: middle - columns.left, at: line, .centre)
        let second = try write(dateLine(year: years), x: middle, width: columns.right - middle, at: line, size: size + 0.7, italic: true, .centre)
        y = max(first, second) + 10
    }

    private mutating func words(_ era: BoundaryDossier.Era) -> (body: String, symbol: String, title: String, motto: String?) {
        let national = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
        switch era {
        case .party:
            let (body, symbol) = random.from(BoundaryTexts.partyBodies)
            return (place(body) + (random.chance(0.7) ? "\n*" : ""), symbol, "ĐẢNG CỘNG SẢN VIỆT NAM", nil)
        case .old where random.chance(0.35):
            return (
                place(random.from(BoundaryTexts.southBodies)), "UB", "CỘNG HÒA MIỀN NAM VIỆT NAM",
                random.from(["Độc lập - Dân chủ - Hòa bình - Trung lập", "Độc lập - Tự do - Hạnh phúc"])
            )
        case .old: return (place(random.from(BoundaryTexts.oldBodies)), "UB", "VIỆT NAM DÂN CHỦ CỘNG HÒA", random.chance(0.9) ? national.1 : nil)
        default:
            let issuer = random.from(BoundaryTexts.issuers)
            let spelt = random.chance(0.5) ? national.0 : national.0.replacing("HÒA", with: "HOÀ")
            let motto = random.from([national.1, national.1, "Độc lập – Tự do – Hạnh phúc", "Độc Lập - Tự Do - Hạnh Phúc"])
            return (place((issuer.superior.isEmpty ? "" : issuer.superior + "\n") + issuer.name), issuer.symbol, spelt, motto)
        }
    }

    /// Minutes, contracts, petitions: the quốc hiệu in the middle, often no number.
    private mutating func centredHead(_ era: BoundaryDossier.Era) throws {
        let (_, symbol, title, motto) = words(era)
        try centred(title)
        if let motto { try centred(motto) }
        y += 12
        if random.chance(0.4) { y = try write(number("/BB-\(symbol)"), .centre) + 2 }
        if random.chance(0.5) { y = try write(dateLine(year: 1985...2024), italic: true, .right) + 4 }
        let heading = random.from(["BIÊN BẢN", "HỢP ĐỒNG KINH TẾ", "ĐƠN XIN CHUYỂN CÔNG TÁC", "BIÊN BẢN HỌP", "GIẤY CHỨNG NHẬN", "BẢN CAM KẾT"])
        try centred(heading, size: size + 1.5)
        try centred("Về việc " + random.from(BoundaryTexts.subjects), bold: false)
        try body(paragraphs: Int.random(in: 3...6, using: &random), quotes: 0)
        if random.chance(0.4) { try signature() }
    }

    /// Without quốc hiệu: cut off, or never there.
    private mutating func plain() throws {
        let type = random.from(BoundaryTexts.types)
        let middle = random.around(280, 15)
        let line: Double
        if random.chance(0.65) {
            let issuer = random.from(BoundaryTexts.issuers)
            let body = place((issuer.superior.isEmpty ? "" : issuer.superior + "\n") + issuer.name)
            line = try write(body, x: left - 10, width: middle - left, bold: true, .centre) + 8
        } else {
            line = y - 15
        }
        let hasNumber = random.chance(0.8)
        var below = line
        if hasNumber { below = try write(number("/\(type.symbol)-UB"), x: left - 10, width: middle - left, at: line, .centre) }
        if !hasNumber || random.chance(0.85) {
            below = max(below, try write(dateLine(year: 1977...2015), x: middle, width: right - middle, at: line, italic: true, .centre))
        }
        y = below + 14
        try opening(hasNumber && random.chance(0.25) ? nil : type.heading)
    }

    mutating func cover() throws {
        y = random.around(90, 30)
        try centred(place("PHÔNG LƯU TRỮ ỦY BAN NHÂN DÂN TỈNH #"))
        try centred("Văn phòng", bold: false)
        y += 110
        try centred("HỒ SƠ", size: 30)
        try centred("Về việc " + random.from(BoundaryTexts.subjects))
        y += 60
        try centred("Từ ngày 05/01/2008 đến ngày 28/12/2008\nGồm 42 tờ", bold: false)
        _ = try write("Phông số: 08\nMục lục số: 02\nHồ sơ số: \(Int.random(in: 1...900, using: &random))", at: 680)
        _ = try write("THỜI HẠN BẢO QUẢN\nVĩnh viễn", at: 690, bold: true, .right)
    }

    mutating func closing() throws {
        y = random.around(80, 20)
        try centred(random.from(["CHỨNG TỪ KẾT THÚC", "TỜ KẾT THÚC"]))
        try paragraph("Hồ sơ này gồm có: \(Int.random(in: 20...90, using: &random)) tờ được đánh số từ 01 đến hết.")
        try paragraph("Số lượng tờ mục lục văn bản: 02 tờ. Tờ trùng số: 0; tờ khuyết số: 0.")
        try paragraph("Đặc điểm của tài liệu bên trong: tài liệu đánh máy, một số tờ rách mép.")
        y = try write(dateLine(year: 2009...2020), italic: true, .right)
        y = try write("Người lập hồ sơ", x: 310, width: 230, bold: true, .centre) + 50
        _ = try write(random.from(BoundaryTexts.names), x: 310, width: 230, .centre)
    }
}
