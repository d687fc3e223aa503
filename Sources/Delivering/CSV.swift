import Foundation

/// Comma-separated values as RFC 4180 has them, with a byte order mark: without it Excel takes UTF-8 for Windows-1252.
struct CSV {
    private(set) var text = "\u{FEFF}"

    init(header: [String]) { add(header) }

    mutating func add(_ row: [String]) {
        text += row.map(CSV.cell).joined(separator: ",") + "\r\n"
    }

    /// A cell that begins like a formula would run in the receiver's spreadsheet (OWASP, CSV injection): an apostrophe
    /// makes it a text.
    private static func cell(_ value: String) -> String {
        var value = value
        if let first = value.unicodeScalars.first, "=+-@\t\r\n＝＋－＠".unicodeScalars.contains(first) { value = "'" + value }
        guard value.unicodeScalars.contains(where: { ",\"\r\n;\t".unicodeScalars.contains($0) }) else { return value }
        return "\"" + value.replacingOccurrences(of: "\"", with: "\"\"") + "\""
    }
}
