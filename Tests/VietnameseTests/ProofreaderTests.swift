import Testing
@testable import Vietnamese

@Suite struct ProofreaderTests {
    private static let proofreader = Proofreader()

    @Test func neighboursAreTheTwoNearestOnEachSide() {
        let page = WordInContext.page("a b c d".split(separator: " ").map { (String($0), 1, []) })
        #expect(page.map(\.before) == [[], ["a"], ["a", "b"], ["b", "c"]])
        #expect(page.map(\.after) == [["b", "c"], ["c", "d"], ["d"], []])
    }

    @Test(arguments: [
        ("Uy", ["TM."], ["ban", "nhân"], "Ủy"), ("quyêt", ["ra"], ["định"], "quyết"), ("NHẦN", ["ĐỒNG"], ["DÂN"], "NHÂN"),
        ("dịnh", ["quyết"], ["số"], "định"), ("nhândân", ["ban"], ["tỉnh"], "nhân dân"), ("_tỉnh", ["dân"], ["Sơn"], "tỉnh"), ("2O17", ["năm"], [], "2017"),
        ("TM.ỦY", [], ["BAN"], "TM. ỦY"), ("QD", [], [], "QĐ"), ("chính.(TTHC)", ["hành"], ["được"], "chính (TTHC)"), ("XI", ["khóa"], ["về"], "XII"),
        // Punctuation of numbers, of which the figures are sure; the stroke before a code; an ellipsis.
        ("16/5/2025,", ["ngày"], [], "16/5/2025."), ("16/5/2025,", ["ngày"], ["Căn"], "16/5/2025."), ("(82,5", ["vuông"], [], "82,5"), ("“UBND-TTHC", ["899"], [], "/UBND-TTHC"), ("vân..", ["vân"], [], "vân..."),
        // A stop before a capital; dots before a mark; the end of an act; a figure for the first letter; abbreviations are no small letters.
        ("duyệt,", ["phê"], ["Căn"], "duyệt."), ("nước,..;", ["nhà"], ["thường"], "nước,...;"), ("tỉnh).!.", ["bàn"], ["T"], "tỉnh)./."),
        ("1iệu/metadata),", ["dữ"], ["đảm"], "liệu/metadata),"), ("ng", ["các"], ["có"], "ông"), ("_“UBND-TTHC", ["899"], ["Quảng"], "/UBND-TTHC"),
        // Neighbours that are misread themselves; letters lost at the left edge; the beginning of a sentence.
        ("ĐỌC", ["GIAM"], [], "ĐỐC"), ("họn", ["lựa"], ["tài"], "chọn"), ("ơi", ["này./."], ["nhận:"], "Nơi"),
    ])
    func whatWasMeantIsSuggested(read: String, before: [String], after: [String], meant: String) {
        let word = WordInContext(text: read, confidence: 0.6, before: before, after: after)
        let suggestions = Self.proofreader.suggestions(for: word)
        #expect(suggestions.prefix(5).contains(meant), "\(suggestions)")
        #expect(suggestions.count <= 9 && Set(suggestions).count == suggestions.count && !suggestions.contains(read))
    }

    @Test func neighboursDecideWhatComesFirst() {
        func first(_ before: String, _ after: String) -> String? {
            Self.proofreader.suggestions(for: WordInContext(text: "quyên", confidence: 0.4, before: [before], after: [after])).first
        }
        #expect(first("sử", "đất") != first("ra", "định"))
    }

    @Test func otherReadingsCount() {
        let word = WordInContext(
            text: "Kxông", confidence: 0.2, variants: [.init(place: 1, text: "r", confidence: 0.4), .init(place: 4, text: "q", confidence: 0)],
            before: ["huyện"])
        #expect(Self.proofreader.judge(word).suggestions.first == "Krông")
    }

    @Test func threeTiers() {
        func doubt(_ text: String, _ confidence: Double) -> Doubt {
            Self.proofreader.doubt(WordInContext(text: text, confidence: confidence, before: ["Ủy", "ban"], after: ["dân", "tỉnh"]))
        }
        #expect(doubt("nhân", 0.97) == .sure && doubt("nhân", 0.5) == .check && doubt("nhẳnx", 0.3) == .wrong)
        #expect(Self.proofreader.judge(WordInContext(text: "nhân", confidence: 0.97, before: ["ban"], after: ["dân"])).suggestions.isEmpty)
    }

    /// Whatever comes off a page.
    @Test(arguments: ["", " ", "—", "\u{7}", "🙂", "人民", "é\u{301}", String(repeating: "ngh", count: 3400), "a/b/c/d/-", "...", "１２"])
    func anything(text: String) {
        let judgement = Self.proofreader.judge(WordInContext(text: text, confidence: 0.1, before: [text], after: [text]))
        #expect(judgement.suggestions.count <= 9 && !judgement.suggestions.contains(text))
    }

    @Test func theModelsKeyIsTheComparableForm() {
        for word in ["Hòa", "HOÀ", "thúy", "QUÝ", "khoẻ", "hoàn", "Ủy", "ngoài", "toán"] { #expect(WordModel.key(word) == word.comparable) }
    }
}
