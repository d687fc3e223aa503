import Foundation
import Records
import Store
import Vietnamese

/// The texts of an archive of any size: words as often as in Vietnamese papers, set phrases, names, dates, symbols of documents.
/// The same for the same seed.
struct GeneratedArchive {
    /// What pages of an average dossier are.
    static let pagesInDossier = 35
    private static let wordsInLine = 11, linesInPage = 27

    private var random: SplitMix
    private let syllables: [String]
    /// Sums of the weights of syllables: Zipf's law, flattened at its head as Mandelbrot has it.
    private let sums: [Double]
    /// So that a draw is not a search through all sums.
    private let starts: [Int]

    private static let common = """
        của và các có được cho trong là với không người theo này những đã về một công khi đến ủy ban nhân dân tỉnh quyết định thực hiện quản lý
        năm số ngày tháng điều khoản nghị chính phủ nhà nước luật tổ chức hội đồng cơ quan đơn vị cán bộ kế hoạch báo cáo kinh tế xã huyện đất đai
        sử dụng kinh phí ngân sách đầu tư xây dựng dự án phòng ban giám đốc chủ tịch trưởng phó bộ sở ngành địa phương trung ương văn phòng thông tư
        hướng dẫn trình đề nghị kính gửi nơi nhận lưu trữ hồ sơ tài liệu căn cứ xét tờ việc giao nhiệm vụ trách thi hành hiệu lực kể từ ký họ tên
        """.split(whereSeparator: \.isWhitespace).map(String.init)
    private static let phrases = [
        "ủy ban nhân dân", "hội đồng nhân dân", "cộng hòa xã hội chủ nghĩa Việt Nam", "độc lập tự do hạnh phúc", "căn cứ luật tổ chức",
        "quyết định này có hiệu lực kể từ ngày ký", "xét đề nghị của", "chịu trách nhiệm thi hành", "giấy chứng nhận quyền sử dụng đất",
        "biên bản bàn giao", "kế hoạch sử dụng đất", "chánh văn phòng", "nâng bậc lương", "giải phóng mặt bằng", "hợp tác xã nông nghiệp",
    ].map { $0.split(separator: " ").map(String.init) }
    private static let surnames = ["Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Huỳnh", "Phan", "Vũ", "Võ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Lý"]
    private static let middles = ["Văn", "Thị", "Hữu", "Đức", "Minh", "Ngọc", "Quang", "Xuân", "Thanh", "Đình"]
    private static let kinds = ["QĐ", "CV", "TTr", "BC", "NQ", "TB", "KH", "BB", "GM", "HD"]
    private static let issuers = ["UBND", "HĐND", "STNMT", "SXD", "SNV", "VP", "TCKH", "SGDĐT", "BQLDA", "TTg"]

    init(seed: UInt64) {
        random = SplitMix(state: seed)
        var rest = Syllable.all.map { $0.written(.onFirstVowel) }.sorted()
        var order = SplitMix(state: 1)
        rest.shuffle(using: &order)
        var seen = Set<String>()
        // Of the legal syllables some 7000 are in use.
        syllables = (GeneratedArchive.common + rest.prefix(7000)).filter { seen.insert($0).inserted }
        var sum = 0.0
        sums = syllables.indices.map { rank in
            sum += 1 / (Double(rank) + 4)
            return sum
        }
        let all = sum, made = sums
        var at = 0
        starts = (0..<1024).map { step in
            while made[at] < all * Double(step) / 1024 { at += 1 }
            return at
        }
    }

    mutating func syllable() -> String {
        let wanted = Double.random(in: 0..<(sums.last ?? 1), using: &random)
        var at = starts[min(1023, Int(wanted / (sums.last ?? 1) * 1024))]
        while at + 1 < sums.count, sums[at] < wanted { at += 1 }
        return syllables[at]
    }

    /// One of those that are as frequent: rank 0 is the most frequent.
    mutating func syllable(ranks: Range<Int>) -> String { syllables[Int.random(in: ranks, using: &random)] }

    mutating func name() -> [String] {
        [pick(GeneratedArchive.surnames), pick(GeneratedArchive.middles), syllable().capitalized]
    }

    mutating func symbol() -> String { symbol(of: kind()) }

    private mutating func symbol(of kind: String) -> String { "\(Int.random(in: 1..<3000, using: &random))/\(kind)-\(pick(GeneratedArchive.issuers))" }

    mutating func kind() -> String { pick(GeneratedArchive.kinds) }

    mutating func phrase() -> [String] { pick(GeneratedArchive.phrases) }

    mutating func draw(_ count: Int) -> Int { Int.random(in: 0..<count, using: &random) }

    private mutating func pick<Value>(_ list: [Value]) -> Value { list[Int.random(in: 0..<list.count, using: &random)] }

    private mutating func words() -> [String] {
        switch Int.random(in: 0..<1000, using: &random) {
        case ..<25: phrase()
        case ..<40: name()
        case ..<50: [symbol()]
        case ..<60: ["\(Int.random(in: 1...28, using: &random))/\(Int.random(in: 1...12, using: &random))/\(Int.random(in: 1976...2025, using: &random))"]
        case ..<75: [String(Int.random(in: 1..<10_000, using: &random))]
        default: [syllable()]
        }
    }

    /// Some three hundred words in lines over the page.
    /// - Parameter begins: a document does, with its symbol and its title.
    mutating func page(begins: Bool) -> RecognisedPage {
        var words: [RecognisedWord] = []
        let kind = kind()
        let head = begins ? ["Số: " + symbol(of: kind), DocumentKind(rawValue: kind)?.name.uppercased() ?? ""] : []
        for line in 0..<GeneratedArchive.linesInPage {
            var x = 250
            var texts = line < head.count ? head[line].split(separator: " ").map(String.init) : []
            while texts.count < GeneratedArchive.wordsInLine { texts += self.words() }
            for text in texts {
                let width = text.utf8.count * 18
                words.append(
                    RecognisedWord(
                        text: text, confidence: 0.9, box: Box(x: x, y: 300 + line * 100, width: width, height: 42), line: line))
                x += width + 20
            }
        }
        return RecognisedPage(language: "vie", words: words)
    }

    mutating func title() -> String {
        "Hồ sơ về việc " + (phrase() + (0..<8).map { _ in syllable() }).joined(separator: " ")
    }
}
