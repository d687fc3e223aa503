import Records
import Station
import Terminal
import Texts

/// Values for tests: the same at every run.
public enum Sample {
    public static func id<Tag>(_ number: Int) -> Identifier<Tag> {
        Identifier(ULID(milliseconds: 1_700_000_000_000, randomHigh: 0, randomLow: UInt64(number)))
    }

    public static let now = Timestamp(milliseconds: 1_763_708_640_000)

    private static let titles = [
        "Tập lưu quyết định của UBND năm 2008", "Hồ sơ về việc giao đất xây dựng trường tiểu học xã Phước Tân",
        "Công văn đi năm 2007, quyển 3", "Hồ sơ thanh tra việc quản lý đất đai huyện Long Thành",
        "Tập tờ trình của Sở Tài chính năm 2009",
    ]

    public static func line(_ number: Int) -> DossierLine {
        let stages: [DossierStage] = [.listed, .prepared, .scanning, .scanned, .delivered]
        let stage = stages[number % stages.count]
        let counted = stage == .listed ? nil : 20 + number % 40
        let sheets = stage == .scanning ? (counted ?? 0) / 2 : stage == .scanned || stage == .delivered ? counted ?? 0 : 0
        return DossierLine(
            id: id(1000 + number), code: "H19.2008.\(String(100 + number).suffix(2)).QD", title: titles[number % titles.count],
            box: String(1 + number / 12), number: String(1 + number % 12), stage: stage, countedSheets: counted, sheets: sheets,
            pages: sheets * 2, heldBy: number == 7 ? "Trạm 02" : nil)
    }

    /// Duplex pages; a new document every `documentLength` pages; every 14th a suspected blank back, some doubtful.
    public static func page(_ index: Int, documentLength: Int = 4, reading: PageReadingState = .done) -> PageTile {
        var findings: [Finding] = []
        var blank = BlankClass.notBlank
        if index % 9 == 0 { findings.append(Finding(.skew, value: 2.1)) }
        if index % 14 == 0 {
            blank = index % 28 == 0 ? .doubtful : .suspected
            findings.append(Finding(blank == .doubtful ? .maybeBlank : .blank))
        }
        return PageTile(
            id: id(10_000 + index), index: index, sheetLabel: String((index + 1) / 2), side: index % 2 == 1 ? .front : .back,
            document: id(500 + (index - 1) / documentLength), findings: findings, blank: blank, reading: reading)
    }

    private static let documentTitles = [
        "QĐ 15/QĐ-UBND   05/01/2008", "CV 22/UBND-VP   07/01/2008", "TTr 04/TTr-STC  11/01/2008", "",
    ]

    public static func dossier(pages count: Int, counted: Int? = nil, documentLength: Int = 4) -> DeskDossier {
        let pages = (0..<count).map { index in
            page(index + 1, documentLength: documentLength, reading: index + 14 > count ? .waiting : .done)
        }
        let documents = stride(from: 0, to: count, by: documentLength).enumerated().map { number, first in
            DeskDocument(
                id: id(500 + first / documentLength), number: number + 1, title: documentTitles[number % documentTitles.count],
                pageCount: min(documentLength, count - first), firstPage: first)
        }
        let sheets = (count + 1) / 2
        let missing = counted.map { $0 - sheets } ?? 0
        return DeskDossier(
            id: id(1), code: "H19.2008.01.QD", title: titles[0], stage: .scanning, documents: documents, pages: pages,
            counts: DeskCounts(sheets: sheets, countedSheets: counted, sides: count, readingWaiting: min(14, count)),
            missing: missing > 0
                ? [
                    MissingItem(
                        code: "sheets",
                        message: Text("Còn thiếu {n} tờ", en: "{n} sheets missing").with(["n": String(missing)]))
                ] : [])
    }

    public static let settings = StationSettings(
        agency: "Ủy ban nhân dân tỉnh Đồng Nai", fondsCode: "H19", fondsTitle: "Phông UBND tỉnh Đồng Nai", station: "Trạm 01",
        person: "Nguyễn Thị Hoa", device: "folder:/srv/mau", exportFolder: "/srv/giao", dailyPlan: 90,
        profiles: [
            ProfileLine(name: "", summary: Text("màu · 300 dpi", en: "colour · 300 dpi").phrase),
            ProfileLine(name: "Văn bản hành chính 300 màu", summary: Text("màu · 300 dpi · A4", en: "colour · 300 dpi · A4").phrase),
            ProfileLine(
                name: "Bản đồ",
                summary: Text("màu · 300 dpi · hết mặt kính · ít nhất 300 dpi", en: "colour · 300 dpi · all of the glass · at least 300 dpi").phrase),
        ])

    public static let devices = [
        DeviceLine(name: "folder:/srv/mau", title: "Thư mục ảnh mẫu"), DeviceLine(name: "fujitsu:fi-7160:1", title: "fujitsu fi-7160"),
    ]

    /// A page that looks like a letter: two headings, a title and paragraphs; each number gives another one.
    public static func image(_ number: Int, width: Int = 200, isBlank: Bool = false) -> PageImage {
        let height = width * 1414 / 1000
        var pixels = [UInt8](repeating: 248, count: width * height)
        var random = UInt64(number) &* 0x9E37_79B9_7F4A_7C15 | 1
        func next(_ range: Int) -> Int {
            random ^= random << 13
            random ^= random >> 7
            random ^= random << 17
            return Int(random % UInt64(range))
        }
        func stroke(_ row: Int, _ from: Int, _ to: Int) {
            guard row + 1 < height else { return }
            var x = from
            while x < to {
                let end = min(to, x + 4 + next(12))
                for column in x..<end where (column + row) % 3 != 0 {
                    pixels[row * width + column] = 40
                    pixels[(row + 1) * width + column] = 60
                }
                x = end + 3
            }
        }
        if isBlank { return PageImage(width: width, height: height, pixels: pixels) }
        let unit = width / 20
        for line in 0..<2 {
            stroke(unit * 2 + line * unit, unit * 2, unit * 8)
            stroke(unit * 2 + line * unit, unit * 10, unit * 18)
        }
        stroke(unit * 6, unit * 7, unit * 13)
        var row = unit * 8
        while row < height - unit * 4 {
            let isLast = next(5) == 0
            stroke(row, unit * 2, isLast ? unit * (5 + next(8)) : unit * 18)
            row += isLast ? unit * 3 / 2 : unit * 3 / 4
        }
        return PageImage(width: width, height: height, pixels: pixels)
    }

    public static func recognised(_ number: Int) -> RecognisedPage {
        let lines = [
            "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "TỈNH ĐỒNG NAI Độc lập - Tự do - Hạnh phúc",
            "Số: \(14 + number)/QĐ-UBND Biên Hòa, ngày 05 tháng 01 năm 2008", "QUYẾT ĐỊNH",
            "Về việc phê duyệt kế hoạch số hóa tài liệu lưu trữ lịch sử", "ỦY BAN NHÂN DÂN TỈNH ĐỒNG NAI",
            "Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân ngày 26 tháng 11 năm 2003;",
            "Xét đề nghị của Giám đốc Sở Nội vụ tại Tờ trình số 112/TTr-SNV,",
        ]
        var words: [RecognisedWord] = []
        for (line, text) in lines.enumerated() {
            for (place, word) in text.split(separator: " ").enumerated() {
                let confidence = [0.97, 0.95, 0.99, 0.8, 0.93, 0.62, 0.96, 0.91, 0.4][(place + line * 3) % 9]
                words.append(
                    RecognisedWord(
                        text: String(word), confidence: confidence, box: Box(x: 100 * place, y: 60 * line, width: 90, height: 40),
                        line: line))
            }
        }
        return RecognisedPage(language: "vie", words: words)
    }
}
