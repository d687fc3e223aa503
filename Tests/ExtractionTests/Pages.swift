import Extraction
import Records

/// Pages in words, as OCR would give them: 1000 × 1400 pixels, a letter 10 wide and 20 high.
struct PageText {
    private(set) var page = RecognisedPage(language: "vie", words: [])
    private var line = -1

    static let width = 1000
    static let height = 1400

    /// Each line: where it starts, and its words. Two parts of one line stand for two columns.
    init(_ lines: [(y: Int, parts: [(x: Int, text: String)])]) {
        for (y, parts) in lines {
            line += 1
            for (x, text) in parts { add(text, x: x, y: y) }
        }
    }

    private mutating func add(_ text: String, x: Int, y: Int) {
        var x = x
        for word in text.split(separator: " ") {
            let box = Box(x: x, y: y, width: word.count * 10, height: 20)
            page.words.append(RecognisedWord(text: String(word), confidence: 0.9, box: box, line: line))
            x += (word.count + 1) * 10
        }
    }

    /// OCR is not sure of what stands below `y`.
    mutating func doubt(from y: Int) {
        for index in page.words.indices where page.words[index].box.y >= y { page.words[index].confidence = 0.2 }
    }

    var evidence: FirstPage { FirstPageReader().read(page, width: PageText.width, height: PageText.height) }

    static let body = "Các cơ quan, đơn vị nghiêm túc tổ chức triển khai thực hiện, bảo đảm đúng tiến độ"

    static func text(from y: Int) -> [(y: Int, parts: [(x: Int, text: String)])] {
        (0..<6).map { (y + $0 * 40, [(100, body)]) }
    }

    static let decision = PageText(
        [
            (100, [(90, "ỦY BAN NHÂN DÂN"), (500, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]),
            (130, [(120, "TỈNH ĐỒNG NAI"), (540, "Độc lập - Tự do - Hạnh phúc")]),
            (190, [(120, "Số: 15/QĐ-UBND"), (500, "Đồng Nai, ngày 05 tháng 01 năm 2008")]), (260, [(430, "QUYẾT ĐỊNH")]),
        ] + text(from: 340))

    static let continuation = PageText([(80, [(495, "2")])] + text(from: 130))

    static let annex = PageText(
        [
            (100, [(440, "PHỤ LỤC")]),
            (140, [(150, "(Ban hành kèm theo Quyết định số 15/QĐ-UBND ngày 05 tháng 01 năm 2008)")]),
        ] + text(from: 200))

    static let form = PageText(
        [
            (100, [(330, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]), (130, [(370, "Độc lập - Tự do - Hạnh phúc")]), (200, [(440, "TỜ KHAI")]),
        ] + (0..<4).map { (260 + $0 * 40, [(100, "Họ và tên: ..............................")]) })
}
