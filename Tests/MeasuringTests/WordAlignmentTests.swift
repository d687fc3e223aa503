import Measuring
import Testing

@Suite struct WordAlignmentTests {
    private func matches(_ truth: [String], _ read: String) -> [WordAlignment.Match] {
        WordAlignment(truth: truth, read: read.split(separator: " ").map(String.init)).matches
    }

    @Test func linesAreFoundInAnyOrder() {
        #expect(matches(["Độc lập Tự do", "Số: 15"], "Số: 15 Đôc lập Tự do") == [.word("Số:"), .word("15"), .word("Độc"), .word("lập"), .word("Tự"), .word("do")])
    }

    @Test func spacesLostAndMade() {
        #expect(matches(["Ủy ban nhân dân tỉnh"], "Ủy ban nhândân tỉ nh") == [.word("Ủy"), .word("ban"), .word("nhân dân"), .part, .part])
    }

    @Test func whatTheTruthDoesNotHaveIsNothing() {
        let alignment = WordAlignment(truth: ["Điều 1. Phê duyệt"], read: ["Điều", "1.", "SAO", "Phê"])
        #expect(alignment.matches == [.word("Điều"), .word("1."), .nothing, .word("Phê")] && alignment.missed == 1)
    }

    @Test func aLineTwiceIsTwoLines() {
        #expect(matches(["Như trên", "Như trên"], "Như trên Như trẻn") == [.word("Như"), .word("trên"), .word("Như"), .word("trên")])
    }
}
