import Foundation
import Testing
@testable import Vietnamese

@Suite struct FoldingTests {
    @Test(arguments: [
        ("Trích yếu", "trich yeu"), ("ĐỒNG ĐĂNG", "dong dang"), ("đường", "duong"), ("Ủy ban Nhân dân", "uy ban nhan dan"),
        ("ƯỚC Ợ ỡ ẵ", "uoc o o a"), ("15/QĐ-UBND", "15/qd-ubnd"), ("", ""), ("Straße ÉÄ Ñ Ø", "straße ea n ø"), ("İ", "i"), ("中文 🙂", "中文 🙂"),
    ])
    func folded(text: String, expected: String) {
        #expect(text.folded == expected)
        #expect(text.decomposedStringWithCanonicalMapping.folded == expected)
        #expect(text.precomposedStringWithCanonicalMapping.folded == expected)
        #expect(text.folded.folded == expected)
        #expect(text.uppercased().folded == text.uppercased().lowercased().folded)
    }

    /// Every vowel with every tone, in both forms.
    @Test func allLetters() {
        let marks = ["", "\u{300}", "\u{301}", "\u{303}", "\u{309}", "\u{323}"]
        for (letter, plain) in [("a", "a"), ("ă", "a"), ("â", "a"), ("e", "e"), ("ê", "e"), ("i", "i"), ("o", "o"), ("ô", "o"), ("ơ", "o"), ("u", "u"), ("ư", "u"), ("y", "y")] {
            for mark in marks {
                #expect((letter + mark).folded == plain)
                #expect((letter + mark).uppercased().folded == plain)
            }
        }
    }

    /// The table and Unicode's own data say the same of every letter, alone and among others.
    @Test func theTableIsUnicodes() throws {
        for value in (0...0x2FFF as ClosedRange<UInt32>) {
            guard let scalar = Unicode.Scalar(value) else { continue }
            for text in ["\(scalar)", "Đ\(scalar)ơ\u{301}x", "\(scalar)\u{301}"] where text.folded != text.foldedByUnicode {
                Issue.record("U+\(String(value, radix: 16)) in \(text)")
            }
        }
    }

    @Test func nfcIsOneFormForEqualTexts() {
        let text = "Quyết định".decomposedStringWithCanonicalMapping
        #expect(Array(text.nfc.unicodeScalars) == Array("Quyết định".unicodeScalars))
    }
}
