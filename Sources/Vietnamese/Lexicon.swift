/// Words that are right although they are no Vietnamese syllables: abbreviations, loan words, names.
public struct Lexicon: Sendable, Equatable {
    /// A line of a list of words that could not be used. The other lines count.
    public struct BadLine: Sendable, Hashable {
        public enum Reason: Sendable, Hashable, CaseIterable { case severalWords, tooLong, noLetters }
        /// From 1.
        public let number: Int
        public let text: String
        public let reason: Reason
    }

    /// A longer one is a line of text, or a file that is no list.
    public static let longestWord = 40

    /// As they are written, by their comparable form.
    private var spellings: [String: Set<String>] = [:]

    public init() {}

    public var isEmpty: Bool { spellings.isEmpty }

    /// What comes with the program.
    public static let office = read(String(decoding: PackageResources.office_words_txt, as: UTF8.self)).lexicon

    /// Reads a list: a word a line, `#` begins a remark, empty lines count for nothing.
    public static func read(_ list: String) -> (lexicon: Lexicon, bad: [BadLine]) {
        var lexicon = Lexicon(), bad: [BadLine] = []
        for (index, line) in list.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
            let text = line.prefix { $0 != "#" }.split(whereSeparator: \.isWhitespace).joined(separator: " ").nfc
            if text.isEmpty { continue }
            if let reason = reason(against: text) {
                bad.append(BadLine(number: index + 1, text: String(text.prefix(longestWord)), reason: reason))
            } else {
                lexicon.spellings[text.comparable, default: []].insert(text)
            }
        }
        return (lexicon, bad)
    }

    private static func reason(against text: String) -> BadLine.Reason? {
        if text.count > longestWord { return .tooLong }
        if text.contains(" ") { return .severalWords }
        return text.contains(where: \.isLetter) ? nil : .noLetters
    }

    /// This one and another.
    public func and(_ other: Lexicon) -> Lexicon {
        var both = self
        both.spellings.merge(other.spellings) { $0.union($1) }
        return both
    }

    /// Whether the word is in it, in this case or in capitals: *Internet* stands for *INTERNET*, not for *internet*.
    public func contains(_ word: String) -> Bool {
        guard let written = spellings[word.comparable] else { return false }
        return written.contains { $0 == word || $0.uppercased() == word }
    }

    /// All of them as they are written, by their comparable form.
    var all: [(comparable: String, written: String)] {
        spellings.flatMap { key, written in written.map { (key, $0) } }.sorted { ($0.comparable, $0.written) < ($1.comparable, $1.written) }
    }
}
