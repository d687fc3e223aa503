import Records
import Testing

@Suite struct SplitMixTests {
    /// As published with the generator (S. Vigna, splitmix64.c).
    @Test func theNumbersAreThoseOfSplitMix64() {
        var random = SplitMix(state: 1_234_567)
        #expect((0..<5).map { _ in random.next() } == [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423, 4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ])
    }

    @Test func aNumberBelowABoundIsTheRemainder() {
        var random = SplitMix(state: 1_234_567)
        #expect((0..<3).map { _ in random.number(below: 1000) } == [317, 973, 423])
        #expect((0..<100).allSatisfy { _ in random.number(below: 1) == 0 })
    }
}
