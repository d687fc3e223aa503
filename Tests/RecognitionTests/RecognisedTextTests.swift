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
            #expect(keptText(raw, language: "vie").map { Array($0.unicodeScalars) } == Array(expected.unicodeScalars))
        }
    }

    @Test("nothing visible is no word")
    func dropped() {
        for raw in ["", " ", "\u{200B}", "\u{7}\n", "\u{E000}\u{FFFD}"] { #expect(keptText(raw, language: "vie") == nil) }
    }

    /// Seen on one page in ten, and in the number of the document of all places.
    @Test("the Icelandic letter is the Vietnamese one it looks like", arguments: [
        ("02/QĐÐ-BCĐ", "02/QĐ-BCĐ"), ("HĐÐĐND", "HĐND"), ("Ðội", "Đội"), ("ðường", "đường"), ("79\u{2044}QĐ", "79/QĐ"),
        ("NĐĐ", "NĐĐ"), ("đđ", "đđ"),
    ])
    func lookAlikes(raw: String, expected: String) {
        #expect(keptText(raw, language: "vie+eng") == expected)
        #expect(keptText(raw, language: "isl") == raw)
    }
}
