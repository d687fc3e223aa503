import Testing
@testable import Recognition

@Suite("Reading order")
struct ReadingOrderTests {
    /// A line of words 30 pixels high, 20 a letter, 12 between words.
    private func line(_ text: String, x: Int, y: Int, slope: Double = 0) -> [TesseractAPI.Word] {
        var x = x
        return text.split(separator: " ").enumerated().map { index, word in
            let width = 20 * word.count
            defer { x += width + 12 }
            let top = y + Int(slope * (Double(x) + Double(width) / 2))
            return TesseractAPI.Word(
                text: String(word), confidence: 95, left: Int32(x), top: Int32(top), right: Int32(x + width), bottom: Int32(top + 30),
                startsLine: index == 0, quarterTurns: 0)
        }
    }

    private func across(_ left: String, _ right: String, y: Int, slope: Double = 0) -> [TesseractAPI.Word] {
        var right = line(right, x: 800, y: y, slope: slope)
        right[0].startsLine = false
        return line(left, x: 100, y: y, slope: slope) + right
    }

    private func texts(_ words: [TesseractAPI.Word]) -> [String] {
        ReadingOrder.lines(words).map { $0.map(\.text).joined(separator: " ") }
    }

    @Test("the head of a paper that was read across: issuer, motto, then number and date", arguments: [0, 0.02])
    func head(slope: Double) {
        let words = across("UỶ BAN NHÂN DÂN", "CỘNG HOÀ XÃ HỘI", y: 100, slope: slope) + across("TỈNH CAO BẰNG", "Độc lập Tự do", y: 150, slope: slope)
            + across("Số: 12/CV", "ngày 3 tháng 5", y: 250, slope: slope) + line("về việc họp", x: 100, y: 295, slope: slope)
            + line("Kính gửi các sở và các ban ngành trong toàn tỉnh", x: 200, y: 400, slope: slope)
        #expect(texts(words) == [
            "UỶ BAN NHÂN DÂN", "TỈNH CAO BẰNG", "CỘNG HOÀ XÃ HỘI", "Độc lập Tự do", "Số: 12/CV ngày 3 tháng 5", "về việc họp",
            "Kính gửi các sở và các ban ngành trong toàn tỉnh",
        ])
    }

    @Test("recipients first, then the signature, with what is left of the text above them")
    func signature() {
        let words = line("Trên đây là nội dung đề nghị các cơ quan thực hiện", x: 100, y: 40) + line("nghiêm túc", x: 100, y: 90)
            + across("Nơi nhận", "GIÁM ĐỐC", y: 190) + across("Như trên", "Nguyễn Văn An", y: 235) + line("Lưu VT", x: 100, y: 280)
        #expect(texts(words) == [
            "Trên đây là nội dung đề nghị các cơ quan thực hiện", "nghiêm túc", "Nơi nhận", "Như trên", "Lưu VT", "GIÁM ĐỐC", "Nguyễn Văn An",
        ])
    }

    @Test("a table is read row by row, the lines of a cell together; its strokes are no text")
    func table() {
        func row(_ cells: [(String, Int)], y: Int) -> [TesseractAPI.Word] {
            cells.flatMap { line($0.0, x: $0.1, y: y) + line("|", x: $0.1 - 40, y: y) }
        }
        let words = row([("STT", 100), ("Việc", 400), ("Nơi", 800)], y: 100) + row([("10", 100), ("Nhập kho", 400), ("Sở A", 800)], y: 170)
            + row([("hồ sơ", 400)], y: 202) + row([("11", 100), ("Chép", 400), ("Sở B", 800)], y: 270)
        #expect(texts(words) == ["STT", "Việc", "Nơi", "10", "Nhập kho", "hồ sơ", "Sở A", "11", "Chép", "Sở B"])
    }

    @Test("running text stays as it is, a wide gap in one line included")
    func text() {
        let words = across("Giao cho ông", "thường trú tại", y: 100) + line("xây dựng nhà", x: 100, y: 145) + line("và các việc khác ở nơi đã nêu trong phần trên", x: 100, y: 190)
        #expect(texts(words) == ["Giao cho ông thường trú tại", "xây dựng nhà", "và các việc khác ở nơi đã nêu trong phần trên"])
        #expect(ReadingOrder.lines([]).isEmpty)
    }

    @Test("a seal that wipes a hole into several lines of text does not make columns of it")
    func hole() {
        let above = (0..<6).flatMap { line("các cơ quan và đơn vị trong toàn tỉnh phối hợp thực hiện dòng \($0)", x: 100, y: 100 + 45 * $0) }
        let below = (0..<6).flatMap { line("trước ngày cuối cùng của tháng này để tổng hợp và báo cáo dòng \($0)", x: 100, y: 500 + 45 * $0) }
        let torn = across("Uỷ ban nhân dân các huyện", "báo cáo tiến độ", y: 370) + across("thực hiện số hoá tài liệu", "qua Sở Nội vụ", y: 415)
        let lines = texts(above + torn + below)
        #expect(lines[6] == "Uỷ ban nhân dân các huyện báo cáo tiến độ" && lines[7] == "thực hiện số hoá tài liệu qua Sở Nội vụ")
    }
}
