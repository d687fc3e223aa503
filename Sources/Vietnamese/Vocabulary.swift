/// All words that can be suggested, found by their letters without marks.
struct Vocabulary: Sendable {
    struct Entry: Sendable {
        /// Lower case; of the lexicon, as it is written.
        let text: String
        let glyphs: [Glyph]
        /// Nil for what only the lexicon knows.
        let word: WordModel.Word?
        let isOfLexicon: Bool
    }

    /// Words of the same letters without marks.
    private struct Group: Sendable {
        let skeleton: [UInt8]
        var entries: [Entry]
    }

    private var groups: [Group] = []
    /// By their packed skeleton.
    private var places: [UInt64: Int] = [:]

    init(_ model: WordModel, _ lexicon: Lexicon) {
        groups.reserveCapacity(model.count)
        places.reserveCapacity(model.count)
        for word in 0..<model.count {
            let text = model.text(word)
            if text.first?.isLetter == true { add(Entry(text: text, glyphs: Glyph.all(of: text), word: word, isOfLexicon: false)) }
        }
        for (comparable, written) in lexicon.all {
            add(Entry(text: written, glyphs: Glyph.all(of: written), word: model.word(comparable), isOfLexicon: true))
        }
    }

    private mutating func add(_ entry: Entry) {
        let skeleton = entry.glyphs.map(\.base)
        guard let key = Vocabulary.packed(skeleton) else { return }
        if let place = places[key] {
            groups[place].entries.append(entry)
        } else {
            places[key] = groups.count
            groups.append(Group(skeleton: skeleton, entries: [entry]))
        }
    }

    /// Nil for what is too long to be a syllable or an abbreviation; nothing is suggested for that.
    private static func packed(_ skeleton: [UInt8]) -> UInt64? {
        guard skeleton.count <= 8 else { return nil }
        return skeleton.reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Words that differ in marks and tone only.
    func sameLetters(as glyphs: [Glyph]) -> [Entry] {
        Vocabulary.packed(glyphs.map(\.base)).flatMap { places[$0] }.map { groups[$0].entries } ?? []
    }

    /// Words that may have been taken for this one, whose glyphs may be others too, each with what that costs.
    func near(_ glyphs: [Glyph], _ variants: VariantCosts, limit: Double) -> [(entry: Entry, cost: Double)] {
        let skeleton = glyphs.map(\.base)
        var row = [UInt8](repeating: 0, count: skeleton.count + 1)
        var mistake = MistakeCost()
        var found: [(entry: Entry, cost: Double)] = []
        for group in groups where Vocabulary.isNear(skeleton, group.skeleton, &row) {
            for entry in group.entries {
                if let cost = mistake.of(read: glyphs, variants, meant: entry.glyphs, limit: limit) { found.append((entry, cost)) }
            }
        }
        return found
    }

    /// At most two letters put in, taken out or replaced; of short words one, or one pair for another.
    private static func isNear(_ a: [UInt8], _ b: [UInt8], _ row: inout [UInt8]) -> Bool {
        let most: UInt8 = min(a.count, b.count) < 3 ? 1 : 2
        guard abs(a.count - b.count) <= Int(most) else { return false }
        for index in 0...a.count { row[index] = UInt8(clamping: index) }
        for letter in b {
            var diagonal = row[0]
            row[0] &+= 1
            var least = row[0]
            for index in a.indices {
                let replaced = a[index] == letter ? diagonal : diagonal &+ 1
                diagonal = row[index + 1]
                row[index + 1] = min(replaced, min(diagonal, row[index]) &+ 1)
                least = min(least, row[index + 1])
            }
            if least > most { return false }
        }
        return row[a.count] <= most
    }
}
