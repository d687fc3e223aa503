import Foundation
import Station
import Testing

/// README's list of keys is the command table's. `UPDATE_GOLDEN=1` writes it anew.
@Test func readmeListsTheKeysOfTheTable() throws {
    let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
    let path = root.appendingPathComponent("README.md")
    let text = try String(contentsOf: path, encoding: .utf8)
    let start = try #require(text.range(of: "<!-- keys -->\n"))
    let end = try #require(text.range(of: "<!-- end of keys -->"))
    let wanted = CommandTable.markdown(.vi)
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
        try text.replacingCharacters(in: start.upperBound..<end.lowerBound, with: wanted).write(to: path, atomically: true, encoding: .utf8)
    } else {
        #expect(String(text[start.upperBound..<end.lowerBound]) == wanted)
    }
}
