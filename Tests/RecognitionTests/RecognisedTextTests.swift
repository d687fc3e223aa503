import Testing
@testable import Recognition

@Suite("The text of a word as it is kept")
struct RecognisedTextTests {
    // Not as arguments of the test: its report would print the controls.
    @Test("composed, without anything that cannot be seen")
    func kept() {
        let cases = [
            ("Vie\u{323}\u{302}t", "Việt"), ("a\u{0}\u{1B}[2Jb", "a[2Jb"), (" x\u{200B}\n", "x"), ("\u{FEFF}“Đ”\u{A0}", "“Đ”"),
        ]
        for (raw, expected) in cases {
            #expect(keptText(raw).map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
        }
    }

    @Test("nothing visible is no word")
    func dropped() {
        for raw in ["", " ", "\u{200B}", "\u{7}\n", "\u{E000}\u{FFFD}"] { #expect(keptText(raw) == nil) }
    }
}
