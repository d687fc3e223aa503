import Foundation
import Records
import Vietnamese

/// A query as a person types it.
///
/// Words must all occur; `"…"` is a phrase, and so is what is written in one piece (`15/QĐ-UBND`). A word typed with marks is found
/// with these marks only, one typed without is found with any. `*` behind two letters or more: a beginning. `năm:2008` and the
/// like say in which dossiers (`SearchFilter`). `loại:QĐ` without a word: pages whose heads tell that kind.
public struct SearchQuery: Sendable, Hashable {
    /// A word of the index.
    struct Term: Sendable, Hashable {
        enum End: Sendable, Hashable {
            case closed
            /// Whatever comes behind it.
            case open
            /// It is being typed: what comes makes it a syllable.
            case typing
        }

        let folded: String
        /// The same in UTF-8.
        let letters: [UInt8]
        /// One of these, where marks count; empty: with any marks.
        let marked: [String]
        let end: End

        init(folded: String, marked: [String], end: End = .closed) {
            (self.folded, letters, self.marked, self.end) = (folded, Array(folded.utf8), marked, end)
        }

        var isOpen: Bool { end != .closed }
        /// Whole, and nothing but these marks.
        var isOneMarked: Bool { !isOpen && marked.count == 1 }
    }

    let phrases: [[Term]]
    let filter: SearchFilter

    /// FTS5 refuses expressions that are too deep; nobody types this many words.
    private static let mostPhrases = 64
    /// A beginning of one letter is that of half of all words.
    private static let shortestBeginning = 2

    /// Nil when there is nothing to search for. Of a very long text only the beginning counts.
    /// - Parameter isBeingTyped: the last word may go on, and its tone may be still to come.
    /// - Throws: what of it cannot be understood.
    public init?(_ text: String, isBeingTyped: Bool = false) throws(SearchRefusal) {
        let (filter, rest) = try SearchFilter.taken(from: text.nfc.replacing("“", with: "\"").replacing("”", with: "\""))
        let parts = rest.split(separator: "\"", omittingEmptySubsequences: false)
        var phrases: [[Term]] = []
        for (index, part) in parts.enumerated() {
            // A phrase whose closing quote is still to come is being typed.
            let isOpen = isBeingTyped && index == parts.count - 1 && part.last?.isWhitespace != true
            if index % 2 == 1 {
                try phrases.append(SearchQuery.terms(part, isOpen: isOpen))
            } else {
                let words = part.split(whereSeparator: \.isWhitespace)
                for (place, word) in words.enumerated() { try phrases.append(SearchQuery.terms(word, isOpen: isOpen && place == words.count - 1)) }
            }
        }
        phrases.removeAll(where: \.isEmpty)
        if phrases.isEmpty && (filter.kinds.isEmpty || rest.contains { !$0.isWhitespace }) {
            if !filter.isEmpty { throw .noWords }
            return nil
        }
        self.phrases = Array(phrases.prefix(SearchQuery.mostPhrases))
        self.filter = filter
    }

    private static func terms(_ text: some StringProtocol, isOpen: Bool) throws(SearchRefusal) -> [Term] {
        let text = String(text)
        if let star = text.firstIndex(of: "*") {
            let before = String(text[..<star]), letters = words(before).last
            if !words(String(text[star...])).isEmpty { throw .starInside(text) }
            if let letters, letters.count < shortestBeginning, before.last?.isWhitespace == false { throw .beginningTooShort(text) }
            return terms(before, end: before.last?.isWhitespace == false ? .open : .closed)
        }
        return terms(text, end: isOpen ? .typing : .closed)
    }

    private static func terms(_ text: String, end: Term.End) -> [Term] {
        let pieces = text.split { !($0.isLetter || $0.isNumber) }.prefix(mostPhrases).map(String.init)
        return pieces.enumerated().compactMap { place, piece in
            guard let folded = words(piece).first else { return nil }
            let marked = piece.markedWords
            guard place == pieces.count - 1, folded.count >= shortestBeginning else { return Term(folded: folded, marked: marked) }
            return Term(folded: folded, marked: end == .typing ? marked.flatMap(withAnyTone) : marked, end: end)
        }
    }

    /// `quyêt` may become `quyết` or `quyệt`: the tone is typed last.
    private static func withAnyTone(_ word: String) -> [String] {
        guard word.toned(.level, placement: .onMainVowel) == word else { return [word] }
        return Tone.allCases.compactMap { word.toned($0, placement: .onMainVowel) }
    }

    static func words(_ text: String) -> [String] { IndexedWords([text]).texts }

    // MARK: - What FTS5 is asked

    /// Matches where all phrases are.
    var match: String { lookup(sideBySide: false).expression }

    /// The same on pages of documents of the wanted kinds, and how to see on a page that matches whether all words of several phrases
    /// stand side by side.
    var lookup: SearchLookup {
        var lookup = lookup(sideBySide: phrases.count > 1)
        if !filter.kinds.isEmpty { lookup.add(filter.kinds.map { (DocumentKind.sign(of: $0.rawValue), false) }) }
        if isOfKindsAlone { lookup.toldKinds = filter.kinds }
        return lookup
    }

    /// No word, only kinds of documents.
    var isOfKindsAlone: Bool { phrases.isEmpty }

    /// The index holds words with marks apart from all others, in the order of the text. A phrase of nothing else is looked up there
    /// alone: it says more than the same letters without marks, in a third of the time. That no word without marks stands between
    /// them is seen on the page (`occurrences`).
    private func lookup(sideBySide: Bool) -> SearchLookup {
        var lookup = SearchLookup()
        let needsLetters = sideBySide && !phrases.joined().allSatisfy(\.isOneMarked)
        var letters: [SearchLookup.Link] = [], runs: [[SearchLookup.Link]] = [[]]
        for phrase in phrases {
            let isMarked = phrase.allSatisfy(\.isOneMarked)
            var link: SearchLookup.Link?
            if let term = phrase.first, phrase.count == 1 {
                if term.marked.isEmpty { link = lookup.add(SearchQuery.letters(phrase)) }
            } else if !isMarked {
                link = lookup.add(SearchQuery.letters(phrase), length: phrase.count)
            }
            for run in SearchQuery.runs(phrase) {
                if run.allSatisfy(\.isOneMarked) {
                    let text = run.flatMap(\.marked).joined(separator: " ")
                    runs[runs.count - 1].append(lookup.add([(text, false)], length: run.count))
                } else {
                    runs.append([])
                    if let term = run.first, !term.marked.isEmpty { lookup.add(SearchQuery.words(term.end, term.marked)) }
                }
            }
            if needsLetters { letters.append(link ?? lookup.add(SearchQuery.letters(phrase), length: phrase.count)) }
        }
        if sideBySide { lookup.chains = ([letters] + runs).filter { $0.count > 1 } }
        return lookup
    }

    /// The neighbouring terms of a phrase that are nothing but marked words, and each of the others.
    private static func runs(_ phrase: [Term]) -> [[Term]] {
        var runs: [[Term]] = []
        for term in phrase {
            if term.isOneMarked, runs.last?.last?.isOneMarked == true { runs[runs.count - 1].append(term) } else { runs.append([term]) }
        }
        return runs
    }

    /// What a phrase without its marks is looked up as: one of these.
    private static func letters(_ phrase: [Term]) -> [(text: String, isOpen: Bool)] {
        guard let last = phrase.last else { return [] }
        let first = phrase.dropLast().map(\.folded)
        return words(last.end, [last.folded]).map { ((first + [$0.text]).joined(separator: " "), $0.isOpen) }
    }

    /// What some beginnings are looked up as. For beginnings of two and three letters there are lists in the index; those of longer
    /// ones it would put together from all words that begin so, which takes as long as there are pages with them: what is being typed
    /// is looked up as the few syllables it may become.
    private static func words(_ end: Term.End, _ beginnings: [String]) -> [(text: String, isOpen: Bool)] {
        switch end {
        case .closed: beginnings.map { ($0, false) }
        case .open: beginnings.map { ($0, true) }
        case .typing:
            beginnings.flatMap { beginning in
                let syllables = beginning.count <= 3 ? [] : SyllableEndings.all(of: beginning)
                // No syllable begins so: a symbol, a name, a foreign word, all of them rare.
                return syllables.isEmpty ? [(beginning, true)] : syllables.map { ($0, false) }
            }
        }
    }

    // MARK: - On a page

    private var sequence: [Term] { phrases.flatMap { $0 } }

    /// Where the query stands in a text: all its words side by side where they do so anywhere, else each phrase for itself. In the
    /// order of the text; empty where one of the phrases is not in it.
    /// - Parameter words: of the text, in order; `15/UBND-VP` is one of them, and three of the index.
    public func occurrences(in words: [String]) -> [Range<Int>] { places(in: words).ranges }

    /// The same on a page: of a kind alone, the words that tell it.
    public func occurrences(on page: RecognisedPage) -> [Range<Int>] {
        guard isOfKindsAlone else { return occurrences(in: page.words.map(\.text)) }
        return page.toldKind.flatMap { filter.kinds.contains($0.kind) ? [$0.words] : nil } ?? []
    }

    /// The same, and whether all words stand side by side.
    func places(in words: [String]) -> (ranges: [Range<Int>], areTogether: Bool) {
        let indexed = IndexedWords(words), pieces = indexed.pieces
        func stands(_ term: Term, at place: Int) -> Bool {
            guard indexed.stands(term.letters, isOpen: term.isOpen, at: place) else { return false }
            if term.marked.isEmpty { return true }
            return words[pieces[place].word].markedWords.contains { marked in term.marked.contains { term.isOpen ? marked.hasPrefix($0) : marked == $0 } }
        }
        func places(of phrase: [Term]) -> [Range<Int>] {
            guard pieces.count >= phrase.count else { return [] }
            return (0...pieces.count - phrase.count).compactMap { start in
                for (step, term) in phrase.enumerated() where !stands(term, at: start + step) { return nil }
                return pieces[start].word..<pieces[start + phrase.count - 1].word + 1
            }
        }
        if phrases.count > 1 {
            let together = places(of: sequence)
            if !together.isEmpty { return (together, true) }
        }
        var found = Set<Range<Int>>()
        for phrase in phrases {
            let places = places(of: phrase)
            if places.isEmpty { return ([], false) }
            found.formUnion(places)
        }
        return (found.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }, false)
    }

    /// Up to this many words before the first found one, and half as many again from it on.
    private static let context = 8

    /// The words around a place, in the text's own spelling, and where in that the found words stand.
    static func excerpt(of words: [String], at occurrences: [Range<Int>]) -> (text: String, highlights: [Range<Int>]) {
        guard !words.isEmpty else { return ("", []) }
        let first = occurrences.first?.lowerBound ?? 0
        let range = max(0, first - context)..<min(words.count, first + context + 4)
        var text = range.lowerBound > 0 ? "… " : ""
        var highlights: [Range<Int>] = []
        for (offset, word) in words[range].enumerated() {
            if offset > 0 { text += " " }
            let index = range.lowerBound + offset
            if occurrences.contains(where: { $0.contains(index) }) { highlights.append(text.count..<text.count + word.count) }
            text += word
        }
        return (text + (range.upperBound < words.count ? " …" : ""), highlights)
    }
}
