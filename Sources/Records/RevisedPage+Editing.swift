import Foundation

/// Why a change of a page's text is not made.
public enum RevisionRefusal: Error, Sendable, Equatable {
    case noSuchWord
    case nothingTyped
    /// Control characters and others that nobody sees.
    case forbiddenCharacter
    /// It is the last of its line.
    case nothingToJoin
    /// It has a single letter, or the place is at one of its ends.
    case nothingToSplit
    /// The line is the first.
    case noLineAbove
    /// The word begins a line already.
    case lineBeginsHere
}

extension RevisedPage {
    /// Puts what was typed in place of a word. Several words share its box by their lengths.
    /// - Returns: how many words stand there now.
    @discardableResult
    public mutating func replace(_ index: Int, with typed: String) throws(RevisionRefusal) -> Int {
        let old = try word(index)
        let texts = try RevisedPage.texts(typed)
        var new = old.box.divided(by: texts).map { RevisedWord(text: $0.text, box: $0.box, origin: .typed) }
        new[0].startsLine = old.startsLine
        words.replaceSubrange(index...index, with: new)
        return new.count
    }

    /// Replaces every word that reads as this one, wherever it came from.
    /// - Returns: how many there were.
    public mutating func replaceAll(_ text: String, with typed: String) throws(RevisionRefusal) -> Int {
        let places = places(of: text)
        // From the end: a word may become several.
        for index in places.reversed() { try replace(index, with: typed) }
        return places.count
    }

    /// Words that read exactly so.
    public func places(of text: String) -> [Int] {
        words.indices.filter { words[$0].text == text }
    }

    /// A person has looked at the word and it is right.
    public mutating func accept(_ index: Int) throws(RevisionRefusal) {
        if try word(index).isMachine { words[index].origin = .accepted }
    }

    /// One word of this and the next of its line.
    public mutating func join(_ index: Int) throws(RevisionRefusal) {
        let first = try word(index)
        guard words.indices.contains(index + 1), !words[index + 1].startsLine else { throw .nothingToJoin }
        let second = words.remove(at: index + 1)
        words[index] = RevisedWord(
            text: first.text + second.text, box: first.box.union(second.box), startsLine: first.startsLine, origin: .typed)
    }

    /// Two words of one, the second beginning after so many characters.
    public mutating func split(_ index: Int, after count: Int) throws(RevisionRefusal) {
        let text = try word(index).text
        guard count > 0, count < text.count else { throw .nothingToSplit }
        try replace(index, with: text.prefix(count) + " " + text.dropFirst(count))
    }

    /// The word begins a line.
    public mutating func splitLine(before index: Int) throws(RevisionRefusal) {
        guard try !word(index).startsLine, index > 0 else { throw .lineBeginsHere }
        words[index].startsLine = true
    }

    /// The line of the word goes on where the one above ended.
    public mutating func joinLine(of index: Int) throws(RevisionRefusal) {
        _ = try word(index)
        guard let line = lines.first(where: { $0.contains(index) }), line.lowerBound > 0 else { throw .noLineAbove }
        words[line.lowerBound].startsLine = false
    }

    public mutating func remove(_ index: Int) throws(RevisionRefusal) {
        let old = try word(index)
        words.remove(at: index)
        if old.startsLine, words.indices.contains(index) { words[index].startsLine = true }
    }

    /// Adds words that the machine missed behind a word, in its line or as a line below it.
    /// - Parameters:
    ///   - index: nil: at the beginning of the page.
    ///   - bounds: the whole page.
    /// - Returns: where the first of them stands.
    @discardableResult
    public mutating func insert(_ typed: String, after index: Int?, asLine: Bool, in bounds: Box) throws(RevisionRefusal) -> Int {
        let texts = try RevisedPage.texts(typed)
        let before = try index.map { index throws(RevisionRefusal) in try word(index) }
        let place = asLine ? lines.first { line in index.map(line.contains) ?? false }?.upperBound ?? 0 : index.map { $0 + 1 } ?? 0
        let box = before.map { room(for: texts, after: $0, at: place, asLine: asLine) } ?? bounds.head
        var new = box.within(bounds).divided(by: texts).map { RevisedWord(text: $0.text, box: $0.box, origin: .typed) }
        new[0].startsLine = asLine || index == nil
        words.insert(contentsOf: new, at: place)
        return place
    }

    private func word(_ index: Int) throws(RevisionRefusal) -> RevisedWord {
        guard words.indices.contains(index) else { throw .noSuchWord }
        return words[index]
    }

    /// Between its neighbours, or under the line; as wide as the letters before are.
    private func room(for texts: [String], after word: RevisedWord, at place: Int, asLine: Bool) -> Box {
        let letters = texts.map(\.count).reduce(texts.count - 1, +)
        let wide = max(1, word.box.width * letters / max(1, word.text.count))
        if asLine {
            let line = lines.first { $0.upperBound == place } ?? place - 1..<place
            let above = words[line].dropFirst().reduce(words[line.lowerBound].box) { $0.union($1.box) }
            return Box(x: above.x, y: above.y + above.height, width: wide, height: above.height)
        }
        let right = word.box.x + word.box.width
        let isLast = !words.indices.contains(place) || words[place].startsLine
        let gap = isLast ? wide : words[place].box.x - right
        return Box(x: right, y: word.box.y, width: max(1, gap), height: word.box.height)
    }

    /// What was typed as words: NFC, at least one.
    static func texts(_ typed: String) throws(RevisionRefusal) -> [String] {
        let texts = typed.precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace).map(String.init)
        guard !texts.isEmpty else { throw .nothingTyped }
        let areSeen = texts.allSatisfy { $0.unicodeScalars.allSatisfy { !RevisedPage.unseen.contains($0.properties.generalCategory) } }
        guard areSeen else { throw .forbiddenCharacter }
        return texts
    }

    private static let unseen: Set<Unicode.GeneralCategory> = [.control, .format, .surrogate, .unassigned, .lineSeparator, .paragraphSeparator]
}

extension Box {
    /// A strip at the top of a page that has no words yet.
    fileprivate var head: Box { Box(x: x, y: y, width: width, height: max(1, height / 20)) }

    fileprivate func within(_ bounds: Box) -> Box {
        let left = max(bounds.x, min(x, bounds.x + bounds.width - 1)), top = max(bounds.y, min(y, bounds.y + bounds.height - 1))
        return Box(
            x: left, y: top, width: max(1, min(width, bounds.x + bounds.width - left)),
            height: max(1, min(height, bounds.y + bounds.height - top)))
    }

    /// A part for each word, in proportion to its characters, with a blank's width between them.
    fileprivate func divided(by texts: [String]) -> [(text: String, box: Box)] {
        let all = texts.map(\.count).reduce(texts.count - 1, +)
        var before = 0
        return texts.map { text in
            let left = width * before / all, right = width * (before + text.count) / all
            before += text.count + 1
            return (text, Box(x: x + left, y: y, width: max(1, right - left), height: height))
        }
    }
}
