import Records
import Testing

@testable import Extraction

/// A mark of secrecy stands alone, in capitals, in the head; in running text the same words are none.
@Suite struct SecrecyMarksTests {
    private static let (width, height) = (1654, 2339)

    /// Lines at a share of the page's height and width; letters are about as wide as on a page.
    private func page(_ lines: [(text: String, left: Double, top: Double)]) -> RecognisedPage {
        var words: [RecognisedWord] = []
        for (number, line) in lines.enumerated() {
            var x = Int(line.left * Double(Self.width))
            for word in line.text.split(separator: " ") {
                let long = 16 * word.count
                words.append(RecognisedWord(
                    text: String(word), confidence: 0.9, box: Box(x: x, y: Int(line.top * Double(Self.height)), width: long, height: 28), line: number))
                x += long + 10
            }
        }
        return RecognisedPage(language: "vie", words: words)
    }

    private static let body = ("Căn cứ Luật Tổ chức chính quyền địa phương ngày mười chín", 0.1, 0.3)
    private static let seen = Box(x: 5, y: 6, width: 70, height: 80)

    private func find(
        _ lines: [(String, Double, Double)], seen: [SecrecyLevel?] = [], chance: Double = 0.9, at box: Box = seen, reading: [String] = []
    ) -> SecrecyMark? {
        SecrecyMarks().find(
            page(lines), sightings: seen.map { MarkSighting(box: box, level: $0, chance: chance, lines: reading) }, width: Self.width, height: Self.height,
            quarterTurns: 0)
    }

    @Test(arguments: [
        ("MẬT", SecrecyLevel.confidential), ("M Ậ T", .confidential), ("|MẬT|", .confidential), ("[MẬT I", .confidential), ("(MẬT)", .confidential), ("MAT", .confidential),
        ("TỐI MẬT", .secret), ("TỐIMẬT", .secret), ("TÔI MẬT", .secret), ("TỐI NẬT", .secret), ("TUYỆT MẬT", .topSecret), ("TUYẾT MÂT", .topSecret), ("TUYỆT MẬ", .topSecret),
        ("[TUYỆT MẬT|", .topSecret),
    ])
    func typedByItself(text: String, level: SecrecyLevel) {
        let mark = find([("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 0.5, 0.05), (text, 0.1, 0.16)])
        #expect(mark?.level == level && mark?.isLifted == false && mark?.evidence == [.words], "\(text)")
    }

    @Test(arguments: [
        "Mật", "mật", "BÍ MẬT NHÀ NƯỚC", "DANH MỤC BÍ MẬT NHÀ NƯỚC", "QUY CHẾ BẢO VỆ BÍ MẬT", "BẢO MẬT", "MẬT ĐỘ DÂN SỐ", "độ MẬT, TỐI MẬT hoặc TUYỆT MẬT", "MẪU",
        "KHẨN", "HỎA TỐC", "ĐẾN", "SAO Y", "XEM XONG TRẢ LẠI", "MẤT MÁT", "Phòng Bảo mật", "TỐI NAY", "ĐẠI MẠCH",
    ])
    func notAMark(text: String) {
        #expect(find([("QUYẾT ĐỊNH", 0.4, 0.1), (text, 0.1, 0.16)]) == nil, "\(text)")
    }

    @Test func farDownItIsText() {
        #expect(find([("MẬT", 0.1, 0.7)]) == nil)
    }

    /// A heading that is broken before its last word.
    @Test func theSecondLineOfATitle() {
        #expect(find([("QUY ĐỊNH VỀ CÔNG TÁC BẢO", 0.3, 0.2), ("MẬT", 0.42, 0.215)]) == nil)
        #expect(find([("QUY ĐỊNH VỀ CÔNG TÁC CÁN BỘ", 0.3, 0.2), ("MẬT", 0.42, 0.215)]) != nil)
        #expect(find([("V/v bảo đảm an toàn thông tin", 0.3, 0.2), ("MẬT", 0.42, 0.215)]) != nil, "below a subject, where it is to stand")
    }

    /// Beside the quốc hiệu, in one line of the reading.
    @Test func inALineWithTheOtherColumn() {
        #expect(find([("MẬT", 0.1, 0.05), ("CỘNG HÒA", 0.5, 0.05)])?.level == .confidential)
    }

    @Test func aStampThatOnlyThePictureShows() {
        let mark = find([("Số: 15/QĐ-UBND", 0.1, 0.1)], seen: [.confidential])
        #expect(mark == SecrecyMark(level: .confidential, box: Self.seen, evidence: [.picture]))
        #expect(find([("Số: 15/QĐ-UBND", 0.1, 0.1)], seen: [.confidential], chance: 0.5) == nil, "hardly seen")
        #expect(find([Self.body], seen: [.confidential], chance: 0.71)?.level == .confidential && find([Self.body], seen: [.confidential], chance: 0.69) == nil)
        #expect(find([("Số: 15/QĐ-UBND", 0.1, 0.1)], seen: [.confidential], chance: 0.85) == nil, "an empty back that shows what is on the front")
    }

    /// What is seen where MẬT was read as a word of a heading is that word.
    @Test func aWordOfAHeadingIsNoStamp() {
        let heading = ("BẢO VỆ BÍ MẬT NHÀ NƯỚC", 0.3, 0.1)
        let word = Box(x: Int(0.3 * Double(Self.width)) + 164, y: Int(0.1 * Double(Self.height)), width: 48, height: 28)
        #expect(find([heading, Self.body], seen: [.confidential], chance: 0.75, at: word) == nil)
        #expect(find([heading, Self.body], seen: [.confidential], chance: 0.75) != nil, "elsewhere")
        #expect(find([heading, Self.body], seen: [.confidential], chance: 0.84, at: word) == nil)
        #expect(find([heading, Self.body], seen: [.confidential], chance: 0.86, at: word) != nil, "whose look leaves no doubt is struck upon it")
    }

    /// A hint of the picture and one of the reading, in one place.
    @Test func whatIsHalfSeenAndHalfReadIsAMark() {
        let first = Box(x: Int(0.1 * Double(Self.width)), y: Int(0.05 * Double(Self.height)), width: 48, height: 28)
        #expect(find([("MẬY", 0.1, 0.05), Self.body], seen: [.confidential], chance: 0.55, at: first)?.level == .confidential)
        #expect(find([("MẬY", 0.1, 0.05), Self.body], seen: [.confidential], chance: 0.55) == nil, "it is read elsewhere")
        #expect(find([("ẤN", 0.1, 0.05), Self.body], seen: [.confidential], chance: 0.55, at: first) == nil, "another word")
        for word in ["MẪU 2", "ĐẤT", "MÁY"] {
            #expect(find([(word, 0.1, 0.05), Self.body], seen: [.confidential], chance: 0.55, at: first) == nil, "\(word)")
        }
        #expect(find([("MẬY NHÀ", 0.1, 0.05), Self.body], seen: [.confidential], chance: 0.55, at: first) == nil, "one of a heading")
    }

    /// What is hardly seen, or was hardly read, and is read there by itself.
    @Test func whatIsReadAtAPlaceByItselfCounts() {
        func read(_ lines: [String], chance: Double = 0.4) -> SecrecyMark? { find([Self.body], seen: [.topSecret], chance: chance, reading: lines) }
        #expect(read(["MẬT"])?.level == .confidential && read(["TỐI", "MẬT", "TỐI MẬT"])?.level == .secret)
        #expect(read(["TUYỆT M", "Ậ T"])?.level == .topSecret, "broken over two lines")
        #expect(read(["Mật"]) == nil && read(["BÍ MẬT"]) == nil && read(["BẢO", "MẬT ĐỘ"]) == nil && read([]) == nil)
        #expect(read(["TỐIMẬT~"], chance: 0)?.evidence == [.words] && read(["MẬT"])?.evidence == [.words] && read(["MẬT"], chance: 0.9)?.evidence == [.words, .picture])
        #expect(read([], chance: 0) == nil && read(["MAT"], chance: 0) == nil && read(["MAT"]) != nil && read(["MẶT"]) == nil)
    }

    @Test func whatIsReadByItselfInATextIsNone() {
        let (left, top) = (Int(0.3 * Double(Self.width)), Int(0.1 * Double(Self.height)))
        let word = Box(x: left + 164, y: top, width: 48, height: 28)
        #expect(find([("BẢO VỆ BÍ MẬT NHÀ NƯỚC", 0.3, 0.1), Self.body], seen: [.confidential], chance: 0.5, at: word, reading: ["MẬT N"]) == nil)
        let second = Box(x: left, y: Int(0.115 * Double(Self.height)), width: 48, height: 28)
        let title = [("QUY ĐỊNH VỀ CÔNG TÁC BẢO", 0.3, 0.1), ("MẬT", 0.3, 0.115), Self.body]
        #expect(find(title, seen: [.confidential], chance: 0.7, at: second, reading: ["MẬT"]) == nil)
    }

    /// What stands before MẬT is read more surely than seen.
    @Test func theLevelIsThatOfTheWords() {
        let place = Box(x: Int(0.1 * Double(Self.width)), y: Int(0.05 * Double(Self.height)), width: 48, height: 28)
        #expect(find([("MẬT", 0.1, 0.05), Self.body], seen: [.topSecret], chance: 0.7, at: place)?.level == .confidential)
        #expect(find([("MẬT", 0.1, 0.05), Self.body], seen: [.topSecret], chance: 0.95, at: place)?.level == .topSecret, "TUYỆT was not read")
        #expect(find([("TỐI MẬT", 0.1, 0.05), Self.body], seen: [.topSecret], chance: 0.95, at: place)?.level == .secret)
        let beside = find([Self.body], seen: [.topSecret], chance: 0.95, at: place, reading: ["GIẢI MẬT"])
        #expect(beside?.level == .topSecret && beside?.isLifted == true)
        #expect(find([("DUYỆT", 0.1, 0.05), ("MẬT", 0.2, 0.05), Self.body])?.level == .confidential, "another word")
        #expect(find([("MẬT", 0.1, 0.05), Self.body], seen: [nil], at: place)?.isLifted == true, "GIẢI was not read")
        #expect(find([Self.body], seen: [.topSecret], reading: ["* MẬT),"])?.level == .topSecret, "nor was TUYỆT")
        #expect(find([("TÖTI MẬT", 0.1, 0.05), Self.body])?.level == .secret)
        let behind = Box(x: place.x + 60, y: place.y, width: 48, height: 28)
        #expect(find([("TỐI", 0.1, 0.05), Self.body], seen: [.confidential], at: behind)?.level == .secret)
        #expect(find([("TÔ", 0.1, 0.05), Self.body], seen: [.confidential], at: behind)?.level == .confidential)
    }

    @Test func theGravestCountsAndBothWaysAreNamed() {
        let mark = find([("TỐI MẬT", 0.1, 0.2)], seen: [.secret, .confidential])
        #expect(mark?.level == .secret && mark?.evidence == [.words, .picture])
    }

    @Test func liftedIsTold() {
        let both = find([], seen: [.confidential, nil])
        #expect(both?.level == .confidential && both?.isLifted == true)
        let alone = find([], seen: [nil])
        #expect(alone?.level == nil && alone?.isLifted == true)
    }

    @Test func nothingOnAnEmptyPage() { #expect(find([]) == nil) }
}
