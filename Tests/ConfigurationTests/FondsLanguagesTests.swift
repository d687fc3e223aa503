import Foundation
import Testing

@testable import Configuration

/// `ocr.fonds_languages`, as people write it.
@Suite struct FondsLanguagesTests {
    private func load(_ value: String) throws -> StationConfiguration {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tramquet-languages-\(UUID().uuidString).toml").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data("[ocr]\nfonds_languages = \(value)\n".utf8).write(to: URL(fileURLWithPath: path))
        return try StationConfiguration.load([path])
    }

    @Test func eachFondsHasItsOwn() throws {
        let configuration = try load(#"["P002 = vie+eng", "P001=vie+fra"]"#)
        #expect(configuration.fondsLanguages == ["P001": "vie+fra", "P002": "vie+eng"])
        #expect(configuration.text(.vi).contains(#"fonds_languages = ["P001=vie+fra", "P002=vie+eng"]"#), "it is written as it is read")
        #expect(try load("[]").fondsLanguages.isEmpty)
    }

    @Test(arguments: [(#"["P001"]"#, "configuration_wrong_type"), (#"["=vie"]"#, "configuration_wrong_type"), (#"["a=vie", "a=eng"]"#, "configuration_duplicate")])
    func whatIsNoPairIsRefused(value: String, code: String) {
        #expect { try load(value) } throws: { ($0 as? TOMLFailure)?.code == code }
    }
}
