import Foundation
import Testing
@testable import Vietnamese

@Suite struct MarkedWordsTests {
    @Test(arguments: [
        ("Quyết định số 15/QĐ-UBND", ["quyết", "định", "số", "qđ"]), ("ban hanh 2008", []), ("", []), ("HÒA hoà hòa", ["hoà", "hoà", "hoà"]),
        ("thủy thuỷ, khỏe khoẻ", ["thuỷ", "thuỷ", "khoẻ", "khoẻ"]), ("hoàn toàn của", ["hoàn", "toàn", "của"]), ("Đ", ["đ"]), ("café", ["café"]),
        ("điều3 a\u{301}", ["điều3", "á"]), ("中文 🙂 x", []), ("đất—nước", ["đất", "nước"]),
    ])
    func wordsWithMarks(text: String, expected: [String]) {
        #expect(text.markedWords == expected)
        #expect(text.decomposedStringWithCanonicalMapping.markedWords == expected)
    }

    /// A word is searched among those with marks or among those without, never both.
    @Test func everySyllableIsOneOrTheOther() {
        for syllable in Syllable.all {
            for placement in TonePlacement.allCases {
                let text = syllable.written(placement)
                #expect(text.markedWords == (text.folded == text ? [] : [text.comparable]))
                #expect(text.uppercased().markedWords == text.markedWords)
            }
        }
    }
}
