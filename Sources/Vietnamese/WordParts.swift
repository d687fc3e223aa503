/// A recognised word taken apart: *(Quyết* is `(` and *Quyết*; what is judged is the core.
struct WordParts: Hashable, Sendable {
    /// Punctuation before and after.
    let lead: String, core: String, trail: String

    init(_ text: String) {
        let first = text.firstIndex(where: WordParts.isOfCore) ?? text.endIndex
        let last = text.lastIndex(where: WordParts.isOfCore)
        lead = String(text[..<first])
        core = last.map { String(text[first...$0]) } ?? ""
        trail = last.map { String(text[text.index(after: $0)...]) } ?? ""
    }

    private static func isOfCore(_ character: Character) -> Bool { character.isLetter || character.isNumber }

    /// Another core in the same punctuation.
    func with(core: String) -> String { lead + core + trail }

    /// Runs of letters or digits, and what stands between them: *15/QĐ-UBND* is 15, /, QĐ, -, UBND.
    var pieces: [Substring] {
        var pieces: [Substring] = []
        var start = core.startIndex
        while start < core.endIndex {
            let kind = Kind(core[start])
            let end = core[start...].firstIndex { Kind($0) != kind } ?? core.endIndex
            pieces.append(core[start..<end])
            start = end
        }
        return pieces
    }

    /// Letters of a document's number and notation without the number: *UBND-TTHC*.
    var isCode: Bool { pieces.count > 1 && core.contains("-") && !core.contains { $0.isLowercase || $0.isNumber } }

    /// A letter that was read for a digit makes a piece of its own: *2O17*.
    enum Kind {
        case letters, digits, between

        init(_ character: Character) { self = character.isLetter ? .letters : character.isNumber ? .digits : .between }
    }
}

/// How the letters of a word are written.
enum LetterCase: Sendable {
    case lower, capital, upper

    /// Of most of its letters: recognition takes *I* for *l* now and then.
    init(_ text: String) {
        let letters = text.filter(\.isLetter)
        let upper = letters.count(where: \.isUppercase)
        if upper * 2 > letters.count, letters.count > 1 { self = .upper } else { self = letters.first?.isUppercase == true ? .capital : .lower }
    }

    func applied(to text: String) -> String {
        switch self {
        case .lower: text
        case .capital: text.prefix(1).uppercased() + text.dropFirst()
        case .upper: text.uppercased()
        }
    }
}

extension LetterCase {
    /// *Quyết*, *QUYẾT* or *quyết*, not *QUyết*.
    static func isUsual(_ text: String) -> Bool {
        let capitals = text.dropFirst().filter(\.isLetter)
        return capitals.allSatisfy(\.isLowercase) || text.first?.isUppercase == true && capitals.allSatisfy(\.isUppercase)
    }
}
