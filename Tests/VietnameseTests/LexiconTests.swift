import Testing
@testable import Vietnamese

@Suite struct LexiconTests {
    @Test func aListOfWords() {
        let long = String(repeating: "a", count: Lexicon.longestWord + 1)
        let (lexicon, bad) = Lexicon.read("# of our office\nPhôngxa\r\n\nhai từ\n\(long)\n15\nTKV # a company\n")
        #expect(lexicon.contains("Phôngxa") && lexicon.contains("PHÔNGXA") && lexicon.contains("TKV") && !lexicon.contains("phôngxa"))
        #expect(bad.map(\.number) == [4, 5, 6] && bad.map(\.reason) == [.severalWords, .tooLong, .noLetters])
    }

    @Test func theListThatComesWithTheProgramIsSound() {
        #expect(Lexicon.read(String(decoding: PackageResources.office_words_txt, as: UTF8.self)).bad.isEmpty)
        #expect(["UBND", "QĐ", "TTr", "BLĐTBXH"].allSatisfy(Lexicon.office.contains))
    }

    @Test func wordsOfTheOfficeAreKnown() {
        let proofreader = Proofreader(words: Lexicon.read("Zwrts").lexicon)
        let word = WordInContext(text: "Zwrts", confidence: 0.97, before: ["công", "ty"], after: ["và"])
        #expect(proofreader.risk(of: word) < Proofreader().risk(of: word))
    }
}
