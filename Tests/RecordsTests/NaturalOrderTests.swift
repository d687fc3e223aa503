import Records
import Testing

@Suite struct NaturalOrderTests {
    @Test(arguments: [
        ["2", "10"], ["trang2.jpg", "trang10.jpg"], ["a", "b"], ["A", "b"], ["a", "B"], ["1", "a"], ["a1b2", "a1b10"],
        ["a", "a1"],
        ["p1", "p01"].sorted(), ["file9", "file010"], ["x99999999999999999998", "x99999999999999999999"],
        ["hoso1-2", "hoso1-10"],
        ["tờ 2", "tờ 10"],
    ])
    func precedes(pair: [String]) {
        #expect(NaturalOrder.precedes(pair[0], pair[1]))
        #expect(!NaturalOrder.precedes(pair[1], pair[0]))
    }

    @Test func aNameDoesNotPrecedeItself() {
        #expect(!NaturalOrder.precedes("trang2.jpg", "trang2.jpg"))
    }

    @Test func sortsAFolder() {
        let names = ["p10.jpg", "p1.jpg", "P2.jpg", "p02b.jpg", "p100.jpg"]
        #expect(names.sorted(by: NaturalOrder.precedes) == ["p1.jpg", "P2.jpg", "p02b.jpg", "p10.jpg", "p100.jpg"])
    }
}
