import Measuring
import Testing
import Vietnamese

@Suite("Scoring recognised text")
struct TextScoreTests {
    @Test("edits between two sequences", arguments: [
        ("", "", 0), ("abc", "", 3), ("", "ab", 2), ("abc", "abc", 0), ("abc", "abd", 1), ("kitten", "sitting", 3), ("ab", "ba", 2),
    ])
    func whole(a: String, b: String, edits: Int) {
        #expect(EditDistance.whole(Array(a), Array(b)) == edits)
        #expect(EditDistance.whole(Array(b), Array(a)) == edits)
    }

    @Test("edits to the stretch of the same length with most in common", arguments: [
        ("abc", "xxabcxx", 0), ("abc", "xxabdxx", 2), ("abc", "", 3), ("", "abc", 0), ("abc", "xbcx", 1), ("abcd", "cd", 2), ("abc", "xyzuvw", 3), ("abcdef", "uvwabcxdefuvw", 2),
    ])
    func stretch(a: String, b: String, edits: Int) {
        #expect(EditDistance.stretch(Array(a), in: Array(b)) == edits)
    }

    @Test("two lines in the wrong order cost letters and words, but nothing line by line")
    func order() {
        let score = TextScore(truth: "Nơi nhận\nGiám đốc", read: "Giám đốc\nNơi nhận")
        #expect(score.letterErrors > 0 && score.wordErrors == 4)
        #expect(score.lineErrors == 0 && score.lineLetters == 16 && score.letters == 17)
    }

    @Test("white space, decomposed letters and typographic marks are no errors")
    func plain() {
        #expect(TextScore(truth: "“Số” – 1…", read: " \"So\u{302}\u{301}\"  -\n1... ").letterErrors == 0)
    }

    @Test("rates are of all letters of all pages")
    func sum() {
        let sum = TextScore(truth: "ab", read: "ax") + TextScore(truth: "abcdef gh", read: "abcdef gh")
        #expect(sum.pages == 2 && sum.letters == 11 && sum.letterErrors == 1)
        #expect(sum.cer == 1.0 / 11 && sum.wer == 1.0 / 3 && sum.lcer == 1.0 / 11)
    }

    @Test("a page of which nothing was read is wrong as a whole")
    func nothingRead() {
        let score = TextScore(truth: "Số 12", read: "")
        #expect(score.cer == 1 && score.wer == 1 && score.lcer == 1)
    }
}

@Suite("Working on many items")
struct ConcurrentlyTests {
    private struct Failure: Error {}

    @Test("results come in the order of the items, whatever the number of workers", arguments: [0, 1, 3, 50])
    func order(workers: Int) throws {
        #expect(try concurrently(Array(0..<20), workers: workers) { $0 * 2 } == (0..<20).map { $0 * 2 })
    }

    @Test("an error of one item is the error of all")
    func failure() {
        #expect(throws: Failure.self) { try concurrently([1, 2, 3], workers: 2) { if $0 == 2 { throw Failure() } } }
    }
}
