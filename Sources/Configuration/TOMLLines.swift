import Foundation

/// The line each key of a TOML file stands on: the parser forgets it, and a person who is to correct a file wants it.
///
/// It reads headers and the keys before `=`; a key inside an inline table or a text of several lines is not found, which
/// costs the line of a message and nothing else.
struct TOMLLines: Sendable {
    private var lines: [String: Int] = [:]

    init(_ text: String) {
        var tables: [String: Int] = [:]
        var table = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.trimmingCharacters(in: .whitespaces)
            if line.hasPrefix("[[") {
                let name = TOMLLines.header(line.dropFirst(2))
                tables[name, default: 0] += 1
                table = "\(name)[\(tables[name] ?? 1)]"
            } else if line.hasPrefix("[") {
                table = TOMLLines.inArray(TOMLLines.header(line.dropFirst()), tables)
            } else {
                guard let equals = line.firstIndex(of: "="), !line.hasPrefix("#") else { continue }
                let key = line[..<equals].trimmingCharacters(in: CharacterSet(charactersIn: " \t\"'"))
                note(table.isEmpty ? key : "\(table).\(key)", index + 1)
                continue
            }
            note(table, index + 1)
        }
    }

    /// 0 when it is not known.
    func line(of key: String) -> Int { lines[key] ?? 0 }

    private mutating func note(_ key: String, _ line: Int) {
        if lines[key] == nil { lines[key] = line }
    }

    private static func header(_ rest: Substring) -> String {
        String(rest.prefix { $0 != "]" }).trimmingCharacters(in: .whitespaces)
    }

    /// `profile.options` after the second `[[profile]]` belongs to `profile[2]`.
    private static func inArray(_ name: String, _ tables: [String: Int]) -> String {
        guard let dot = name.firstIndex(of: "."), let count = tables[String(name[..<dot])] else { return name }
        return "\(name[..<dot])[\(count)]\(name[dot...])"
    }
}
