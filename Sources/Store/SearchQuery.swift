import Foundation
import Vietnamese

/// A query as a person types it, turned into one that FTS5 understands whatever it contains.
public struct SearchQuery: Sendable, Hashable {
    /// Folded words, phrases kept together.
    let phrases: [[String]]
    let lastIsPrefix: Bool

    /// FTS5 refuses expressions that are too deep; nobody types this many words.
    private static let mostPhrases = 64

    /// Nil when there is nothing to search for. Of a very long text only the beginning counts.
    public init?(_ text: String) {
        var phrases: [[String]] = []
        var lastIsQuoted = false
        let normal = text.replacingOccurrences(of: "“", with: "\"").replacingOccurrences(of: "”", with: "\"")
        let parts = normal.split(separator: "\"", omittingEmptySubsequences: false)
        for (index, part) in parts.enumerated() {
            let words = SearchQuery.words(String(part))
            if words.isEmpty { continue }
            let isPhrase = index % 2 == 1
            // A phrase whose closing quote is still to come is being typed.
            lastIsQuoted = isPhrase && index < parts.count - 1
            phrases += isPhrase ? [Array(words.prefix(SearchQuery.mostPhrases))] : words.map { [$0] }
        }
        guard !phrases.isEmpty else { return nil }
        let isWhole = phrases.count <= SearchQuery.mostPhrases
        self.phrases = Array(phrases.prefix(SearchQuery.mostPhrases))
        lastIsPrefix = isWhole && !lastIsQuoted && (phrases.last?.last?.count ?? 0) > 1
    }

    /// The words of a text as FTS5's unicode61 sees them after folding: runs of letters and digits.
    static func words(_ text: String) -> [String] {
        let folded = text.folded
        // Nearly every word of a page is one of plain letters: looking at characters would take most of a search's time.
        let isPlain = folded.utf8.allSatisfy { (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) }
        if isPlain { return folded.isEmpty ? [] : [folded] }
        return folded.split { !($0.isLetter || $0.isNumber) }.map(String.init)
    }

    /// What FTS5 is asked.
    var match: String { expression(phrases) }

    /// The same with all words side by side; nil when that is the same.
    var together: String? { phrases.count > 1 ? expression([sequence]) : nil }

    private var sequence: [String] { phrases.flatMap { $0 } }

    private func expression(_ phrases: [[String]]) -> String {
        let quoted = phrases.map { "\"" + $0.joined(separator: " ") + "\"" }
        return quoted.joined(separator: " ") + (lastIsPrefix ? "*" : "")
    }

    // MARK: - Excerpts

    /// Up to this many words before the first found one, and half as many again from it on.
    private static let context = 8

    /// - Parameters:
    ///   - words: of the page that was found, in order.
    ///   - isSideBySide: that all words of the query stand side by side on it.
    func excerpt(of words: [String], isSideBySide: Bool) -> (String, [Range<Int>]) {
        guard !words.isEmpty else { return ("", []) }
        let wanted = Set(sequence)
        let prefix = lastIsPrefix ? phrases.last?.last : nil
        func isFound(_ word: String) -> Bool {
            SearchQuery.words(word).contains { part in wanted.contains(part) || prefix.map(part.hasPrefix) == true }
        }
        // A lone common word elsewhere says little.
        let first = (isSideBySide ? place(of: sequence, in: words, endsOpen: lastIsPrefix) : place(of: phrases[0], in: words, endsOpen: false))
            ?? words.firstIndex(where: isFound) ?? 0
        let range = max(0, first - SearchQuery.context)..<min(words.count, first + SearchQuery.context + 4)
        var text = range.lowerBound > 0 ? "… " : ""
        var highlights: [Range<Int>] = []
        for (offset, word) in words[range].enumerated() {
            if offset > 0 { text += " " }
            if isFound(word) { highlights.append(text.count..<text.count + word.count) }
            text += word
        }
        return (text + (range.upperBound < words.count ? " …" : ""), highlights)
    }

    /// The word in which a sequence of the index's words begins: `15/UBND-VP` is one word of a page and three of the index.
    private func place(of sequence: [String], in words: [String], endsOpen: Bool) -> Int? {
        var found: [(text: String, word: Int)] = []
        func ends(here text: String) -> Bool {
            guard let last = sequence.last, text == last || endsOpen && text.hasPrefix(last) else { return false }
            return found.suffix(sequence.count - 1).map(\.text) == sequence.dropLast()
        }
        for (index, word) in words.enumerated() {
            for text in SearchQuery.words(word) {
                if ends(here: text) { return sequence.count == 1 ? index : found[found.count - sequence.count + 1].word }
                found.append((text, index))
            }
        }
        return nil
    }
}
