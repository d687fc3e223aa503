import Foundation
import Testing
import Texts

/// The table of texts as it stands in the source files.
@Suite struct TableTests {
    struct Entry: CustomTestStringConvertible, Sendable {
        var name: String
        var vi: String
        var en: String
        var testDescription: String { name }
    }

    private static let folder = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Sources/Texts")

    private static func sources() throws -> [(name: String, text: String)] {
        try FileManager.default.contentsOfDirectory(atPath: folder.path).sorted().filter { $0.hasSuffix(".swift") }
            .map { ($0, try String(contentsOf: folder.appendingPathComponent($0), encoding: .utf8)) }
    }

    private static let literal = #""((?:[^"\\]|\\.)*)""#

    /// Every `static let NAME = Text("…", en: "…")`. A literal over several lines would not be seen, so it is counted as missing.
    static let entries: [Entry] = {
        let pattern = #"static let (\w+)\s*(?::\s*Text\s*)?=\s*(?:Text|\.init)\(\s*\#(literal),\s*en:\s*\#(literal)\s*\)"#
        guard let expression = try? NSRegularExpression(pattern: pattern), let sources = try? sources() else { return [] }
        return sources.flatMap { source -> [Entry] in
            let text = source.text as NSString
            return expression.matches(in: source.text, range: NSRange(location: 0, length: text.length)).map { match in
                Entry(name: text.substring(with: match.range(at: 1)), vi: text.substring(with: match.range(at: 2)), en: text.substring(with: match.range(at: 3)))
            }
        }
    }()

    /// `Text(` at the start of an entry; the type's own declaration and its documentation aside.
    @Test func everyEntryIsSeen() throws {
        let calls = try Self.sources().filter { $0.name != "Text.swift" }.map { source in
            source.text.components(separatedBy: "Text(").count - 1
        }.reduce(0, +)
        #expect(calls > 50)
        #expect(Self.entries.filter { $0.name != "jamAtSheet" }.count == calls)
    }

    @Test(arguments: entries) func bothLanguagesAreNFC(entry: Entry) {
        for text in [entry.vi, entry.en] {
            #expect(Array(text.unicodeScalars) == Array(text.precomposedStringWithCanonicalMapping.unicodeScalars))
            #expect(!text.isEmpty)
            #expect(text == text.trimmingCharacters(in: .newlines))
        }
    }

    @Test(arguments: entries) func bothLanguagesHaveTheSamePlaceholders(entry: Entry) {
        #expect(Self.placeholders(entry.vi) == Self.placeholders(entry.en))
    }

    private static func placeholders(_ literal: String) -> [String] {
        let text = literal.replacingOccurrences(of: #"\\u\{[0-9A-Fa-f]+\}"#, with: "", options: .regularExpression)
        return text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().map { String($0.prefix { $0 != "}" }) }.sorted()
    }
}

@Suite struct PhraseTests {
    private let jam = Text("Kẹt giấy ở tờ {sheet}, máy {device}.", en: "{device}: paper jam at sheet {sheet}.")

    @Test func placeholdersAreFilledInEachLanguage() {
        let phrase = jam.with(["sheet": "12", "device": "fi-7160"])
        #expect(phrase(.vi) == "Kẹt giấy ở tờ 12, máy fi-7160.")
        #expect(phrase(.en) == "fi-7160: paper jam at sheet 12.")
    }

    @Test func whatIsMissingStaysToBeSeen() {
        #expect(jam.with(["sheet": "12"])(.en) == "{device}: paper jam at sheet 12.")
        #expect(jam(.vi) == jam.vi)
    }

    @Test func valuesAreNotFilledAgain() {
        #expect(jam.with(["sheet": "{device}", "device": "{sheet}"])(.en) == "{sheet}: paper jam at sheet {device}.")
    }

    @Test func loneBraces() {
        #expect(Text("{ a", en: "a } b {x}").with(["x": "1"])(.vi) == "{ a")
        #expect(Text("{ a", en: "a } b {x}").with(["x": "1"])(.en) == "a } b 1")
    }

    @Test(arguments: [
        (nil, [:], .vi), (nil, ["LANG": "en_US.UTF-8"], .vi), (nil, ["LANGUAGE": "en_US"], .en), (nil, ["LANGUAGE": "fr"], .vi),
        ("en", [:], .en), ("vi", ["LANGUAGE": "en"], .vi), ("fr", ["LANGUAGE": "en"], .en),
    ] as [(String?, [String: String], Language)])
    func language(option: String?, environment: [String: String], expected: Language) {
        #expect(Language.chosen(option: option, environment: environment) == expected)
    }
}
