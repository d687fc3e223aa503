import Records

/// How the files of a dossier are named: `{maHoSo}.{stt:7}.pdf` gives `H99.2008.01.QD.0000001.pdf`
/// (TT 05/2025, PL I: STT tài liệu in 7 digits).
///
/// `{maHoSo}` is the dossier's code as path name, `{stt}` the document's number, `{stt:N}` the same in at least N digits.
public struct FileNameTemplate: Sendable, Hashable {
    public let text: String
    private let parts: [Part]

    private enum Part: Sendable, Hashable {
        case literal(String)
        case code
        case number(digits: Int)
    }

    public static let tt05 = FileNameTemplate(
        text: "{maHoSo}.{stt:7}.pdf", parts: [.code, .literal("."), .number(digits: 7), .literal(".pdf")])

    private init(text: String, parts: [Part]) {
        (self.text, self.parts) = (text, parts)
    }

    /// - Throws: `badTemplate` when names could not tell the documents apart or would not be safe in every file system.
    public init(_ text: String) throws(DeliveringError) {
        guard let parts = FileNameTemplate.parse(text), text.hasSuffix(".pdf"), !text.hasPrefix("."),
            parts.contains(where: { if case .number = $0 { true } else { false } })
        else { throw .badTemplate(text) }
        self.init(text: text, parts: parts)
    }

    /// - Parameter document: số thứ tự, from 1.
    public func name(_ code: DossierCode, document: Int) -> String {
        parts.map { part in
            switch part {
            case .literal(let text): text
            case .code: code.pathName
            case .number(let digits): FileNameTemplate.padded(document, digits: digits)
            }
        }.joined()
    }

    static func padded(_ number: Int, digits: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, digits - text.count)) + text
    }

    private static func parse(_ text: String) -> [Part]? {
        var parts: [Part] = []
        var rest = text[...]
        while !rest.isEmpty {
            let literal = rest.prefix { $0 != "{" }
            guard literal.allSatisfy({ $0.isASCII && ($0.isLetter || $0.isNumber || "._-".contains($0)) }) else { return nil }
            if !literal.isEmpty { parts.append(.literal(String(literal))) }
            rest = rest[literal.endIndex...]
            guard rest.first == "{" else { continue }
            guard let close = rest.firstIndex(of: "}"), let part = placeholder(rest[rest.startIndex...close].dropFirst().dropLast())
            else { return nil }
            parts.append(part)
            rest = rest[rest.index(after: close)...]
        }
        return parts
    }

    private static func placeholder(_ name: Substring) -> Part? {
        if name == "maHoSo" { return .code }
        if name == "stt" { return .number(digits: 1) }
        guard name.hasPrefix("stt:"), let digits = Int(name.dropFirst(4)), (1...18).contains(digits) else { return nil }
        return .number(digits: digits)
    }
}
