import Testing

@testable import Extraction

@Suite struct ApproximateMatchTests {
    @Test(arguments: [
        ("tinhdongnaiconghoaxahoi", "conghoa", 11..<18, 1.0), ("tinhdongnaicnghoaxahoi", "conghoa", 11..<17, 6.0 / 7),
        ("conghoa", "conghoa", 0..<7, 1.0), ("xxconghaxx", "conghoa", 2..<8, 6.0 / 7),
    ])
    func theMostLikeStretchIsFound(text: String, phrase: String, range: Range<Int>, similarity: Double) throws {
        let match = try #require(ApproximateMatch(of: Array(phrase.utf8), in: Array(text.utf8), least: 0.5))
        #expect(match.range == range)
        #expect(abs(match.similarity - similarity) < 1e-9)
    }

    @Test func aTextUnlikeThePhraseIsNoMatch() {
        #expect(ApproximateMatch(of: Array("conghoa".utf8), in: Array("muclucvanban".utf8), least: 0.7) == nil)
        #expect(ApproximateMatch(of: Array("conghoa".utf8), in: [], least: 0.1) == nil)
    }

    @Test func wordsAreComparedWhole() {
        #expect(ApproximateMatch.similarity(Array("ngay".utf8), Array("ngay".utf8)) == 1)
        #expect(ApproximateMatch.similarity(Array("ngay".utf8), Array("ngav".utf8)) == 0.75)
        #expect(ApproximateMatch.similarity([], Array("a".utf8)) == 0)
    }
}
