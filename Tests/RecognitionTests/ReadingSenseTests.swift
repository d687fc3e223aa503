import Testing
@testable import Recognition

@Suite("Which way up a reading says a page lies")
struct ReadingSenseTests {
    /// Words of five letters.
    private func words(_ count: Int, _ confidence: Float, turns: Int = 0) -> [TesseractAPI.Word] {
        (0..<count).map { _ in
            TesseractAPI.Word(text: "trang", confidence: confidence, left: 0, top: 0, right: 9, bottom: 9, startsLine: false, quarterTurns: turns)
        }
    }

    @Test("a page that is read surely lies as its lines do")
    func sure() {
        #expect(ReadingSense(words(100, 95)).turnsToTry == nil)
        #expect(ReadingSense(words(100, 95, turns: 3)).turnsToTry == 3)
        #expect(ReadingSense(words(100, 75)).turnsToTry == nil, "worn print")
    }

    @Test("a page that is read badly may lie the opposite way", arguments: [(0, 2), (1, 3), (3, 1)])
    func unsure(read: Int, expected: Int) {
        #expect(ReadingSense(words(100, 40, turns: read)).turnsToTry == expected)
    }

    @Test("little text, a few lines up the margin, figures: nothing to go by")
    func tooLittle() {
        #expect(ReadingSense([]).turnsToTry == nil)
        #expect(ReadingSense(words(11, 40)).turnsToTry == nil)
        #expect(ReadingSense(words(11, 95, turns: 3)).turnsToTry == nil)
        #expect(ReadingSense(words(100, 95) + words(20, 95, turns: 3)).turnsToTry == nil)
        #expect(ReadingSense(words(100, 90, turns: 3) + words(90, 90)).turnsToTry == nil, "half of it sideways")
        let figures = (0..<100).map { _ in
            TesseractAPI.Word(text: "1.968,09", confidence: 30, left: 0, top: 0, right: 9, bottom: 9, startsLine: false, quarterTurns: 0)
        }
        #expect(ReadingSense(figures).turnsToTry == nil)
    }

    @Test("worn type is worth a finer copy, print is not; what reads more of it counts")
    func finer() {
        let unsure = ReadingSense(words(100, 90))
        #expect(unsure.isWorthAFinerReading && !ReadingSense(words(100, 95)).isWorthAFinerReading)
        #expect(!ReadingSense(words(5, 90)).isWorthAFinerReading, "a stamp")
        #expect(!ReadingSense(LetterPitchTests.printed(confidence: 90)).isWorthAFinerReading)
        #expect(ReadingSense(words(106, 88)).readsMore(than: unsure), "a line more, each letter a little less sure")
        #expect(!ReadingSense(words(90, 96)).readsMore(than: unsure), "what is hard was left out")
        #expect(!unsure.readsMore(than: unsure), "the first stays where nothing is gained")
    }

    @Test("only by far the surer reading turns a page")
    func outdoes() {
        let bad = ReadingSense(words(100, 40))
        #expect(ReadingSense(words(100, 92)).outdoes(bad))
        #expect(!ReadingSense(words(100, 60)).outdoes(bad), "handwriting is read badly in every direction")
        #expect(!ReadingSense(words(5, 95)).outdoes(bad), "a few words that happen to make sense")
        #expect(!ReadingSense(words(100, 92, turns: 1)).outdoes(bad))
        #expect(!ReadingSense(words(100, 80)).outdoes(ReadingSense(words(100, 65))))
        #expect(ReadingSense(words(100, 80)).outdoes(ReadingSense(words(100, 85, turns: 3))), "sideways, read upright by the engine itself")
    }
}
