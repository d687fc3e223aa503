import Foundation
import Testing
@testable import Recognition

@Suite("How far apart letters are set")
struct LetterPitchTests {
    private static let text = """
        Căn cứ Luật Tổ chức chính quyền địa phương ngày mười chín tháng sáu năm hai nghìn không trăm mười lăm, xét Tờ trình của Giám đốc Sở \
        Nông nghiệp và Phát triển nông thôn về việc thành lập Ban chỉ đạo phòng, chống thiên tai và tìm kiếm cứu nạn
        """
        .split(separator: " ").map(String.init)

    private static func word(_ text: String, width: Double, confidence: Float) -> TesseractAPI.Word {
        TesseractAPI.Word(
            text: text, confidence: confidence, left: 40, top: 0, right: 40 + Int32(width.rounded()), bottom: 20, startsLine: false, quarterTurns: 0)
    }

    /// A word is its steps wide, without the white on both sides.
    private static func typed(step: Double = 22.5, confidence: Float = 90) -> [TesseractAPI.Word] {
        text.map { word($0, width: (Double($0.count) - 0.2) * step, confidence: confidence) }
    }

    /// With the widths of Times, in thousandths of its size.
    static func printed(confidence: Float) -> [TesseractAPI.Word] {
        func width(_ letter: Character) -> Double {
            let base = String(letter).decomposedStringWithCanonicalMapping.first ?? letter
            return switch base {
            case "i", "l", "t": 278
            case "r": 333
            case "s": 389
            case "a", "c", "e": 444
            case "m": 778
            case "C", "L": 640
            default: 500
            }
        }
        return text.map { word($0, width: $0.reduce(0) { $0 + width($1) } * 0.045, confidence: confidence) }
    }

    @Test("type has one step, print has none", arguments: [11.0, 22.5, 45])
    func fixed(step: Double) throws {
        #expect(try #require(LetterPitch(LetterPitchTests.typed(step: step))).isFixed)
        #expect(try !#require(LetterPitch(LetterPitchTests.printed(confidence: 90))).isFixed)
    }

    @Test("words that were read unsurely, short ones and figures say nothing")
    func unsure() throws {
        let typed = LetterPitchTests.typed()
        #expect(try #require(LetterPitch(typed + LetterPitchTests.printed(confidence: 70))).isFixed)
        let figures = (0..<40).map { LetterPitchTests.word("123\($0)", width: 300, confidence: 95) }
        #expect(try #require(LetterPitch(typed + figures)).isFixed)
        #expect(LetterPitch(Array(typed.prefix(6))) == nil, "too few to tell")
        #expect(LetterPitch([]) == nil)
    }

    @Test("a heading set wide and a stamp do not hide that a page is typed, half a page of print does")
    func heading() throws {
        let typed = LetterPitchTests.typed(), printed = LetterPitchTests.printed(confidence: 90)
        let heading = LetterPitchTests.typed(step: 40).filter { $0.text.count >= 4 }.prefix(4)
        let stamp = ["TRUNG", "QUAN", "THANH"].map { LetterPitchTests.word($0, width: 210, confidence: 90) }
        #expect(try #require(LetterPitch(Array(heading) + typed + stamp + typed)).isFixed)
        #expect(try !#require(LetterPitch(printed + LetterPitchTests.typed(step: 30))).isFixed)
    }
}
