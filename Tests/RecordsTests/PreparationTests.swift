import Foundation
import Records
import Testing

@Suite struct PreparationTests {
    @Test func leavesThatNoPlaceWasKeptFor() {
        let said = Preparation([.large: 2, .torn: 1, .folded: 3, .doubled: 4])
        #expect(said.short(of: []).map(\.line) == [.large, .torn, .folded], "doubled numbers need no place")
        let short = said.short(of: [.large, .fragile, .map, .slip])
        #expect(short.map(\.line) == [.large, .folded] && short.map(\.counted) == [2, 3] && short.map(\.places) == [1, 2])
        #expect(said.short(of: [.large, .large, .fragile, .folded, .slip, .map, .map]).isEmpty)
        #expect(Preparation([.large: 0]).short(of: []).isEmpty && Preparation().short(of: [.map]).isEmpty)
        #expect(short[0].phrase(.vi) == "tờ khổ lớn: đếm 2, để riêng 1")
    }

    @Test func aLineThatIsEmptyIsNotNought() throws {
        var said = Preparation(preparer: "Lê Văn Ba", [.large: 0, .torn: 5])
        said[.torn] = nil
        #expect(said == Preparation(preparer: "Lê Văn Ba", [.large: 0]) && said != Preparation(preparer: "Lê Văn Ba"))
        let keyed = KeyedPreparation(said: said, person: "hoa", at: Timestamp(milliseconds: 5), sheet: nil)
        #expect(try JSONDecoder().decode(KeyedPreparation.self, from: JSONEncoder().encode(keyed)) == keyed)
        #expect(Preparation().isEmpty && !Preparation([.missing: 0]).isEmpty)
    }
}
