import Testing
import Vietnamese

@Suite struct ProofreaderTests {
    @Test func neighboursAreTheTwoNearestOnEachSide() {
        let page = WordInContext.page("a b c d".split(separator: " ").map { (String($0), 1, []) })
        #expect(page.map(\.before) == [[], ["a"], ["a", "b"], ["b", "c"]])
        #expect(page.map(\.after) == [["b", "c"], ["c", "d"], ["d"], []])
    }

    @Test func sureWordsHaveNoSuggestions() {
        let proofreader = Proofreader()
        #expect(proofreader.judge(WordInContext(text: "quyết", confidence: 0.99, alternatives: ["quyêt"])).suggestions.isEmpty)
        #expect(proofreader.judge(WordInContext(text: "quyêt", confidence: 0.3, alternatives: ["quyêt", "quyết"])).suggestions == ["quyết"])
    }
}
