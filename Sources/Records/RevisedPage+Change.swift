/// The difference between two states of a page's text: what a person did, as the store keeps it.
///
/// It says what stood there before, so that it can be applied to a page that somebody else has changed meanwhile, as long as
/// those words are untouched.
public struct PageChange: Sendable, Hashable, Codable {
    /// Neighbouring words that became others.
    public struct Splice: Sendable, Hashable, Codable {
        /// The first of them.
        public var at: Int
        /// The word before it, where nothing is taken away.
        public var behind: RevisedWord?
        public var removed: [RevisedWord]
        public var inserted: [RevisedWord]
    }

    /// In order; each place counts in the page as it is before the change.
    public var splices: [Splice]
    public var settlementBefore: PageSettlement?
    public var settlement: PageSettlement?

    public init(from old: RevisedPage, to new: RevisedPage) {
        settlementBefore = old.settlement
        settlement = new.settlement
        splices = PageChange.splices(old.words, new.words)
    }

    public var isEmpty: Bool { splices.isEmpty && settlement == settlementBefore }

    /// The page with the change made; nil when what it changes does not stand there any more.
    public func applied(to page: RevisedPage) -> RevisedPage? {
        var page = page
        if settlement != settlementBefore {
            guard page.settlement == settlementBefore else { return nil }
            page.settlement = settlement
        }
        // From the end, so that places before stay.
        var end = page.words.count
        for splice in splices.reversed() {
            guard let at = splice.place(in: page.words, before: end) else { return nil }
            page.words.replaceSubrange(at..<at + splice.removed.count, with: splice.inserted)
            end = at
        }
        return page
    }

    private static func splices(_ old: [RevisedWord], _ new: [RevisedWord]) -> [Splice] {
        let same = zip(old, new).prefix { $0 == $1 }.count
        let alike = zip(old.dropFirst(same).reversed(), new.dropFirst(same).reversed()).prefix { $0 == $1 }.count
        let (was, becomes) = (old[same..<old.count - alike], new[same..<new.count - alike])
        guard was.count == becomes.count else { return [splice(old, was.indices, Array(becomes))] }
        return was.indices.filter { old[$0] != new[$0] }.map { splice(old, $0..<$0 + 1, [new[$0]]) }
    }

    private static func splice(_ old: [RevisedWord], _ range: Range<Int>, _ inserted: [RevisedWord]) -> Splice {
        let behind = range.isEmpty && range.lowerBound > 0 ? old[range.lowerBound - 1] : nil
        return Splice(at: range.lowerBound, behind: behind, removed: Array(old[range]), inserted: inserted)
    }
}

/// What a person did to the text of a page.
public struct PageCorrection: Sendable, Hashable {
    public var page: PageID
    public var change: PageChange
    /// The reading it was seen on, where nobody had corrected the page: a later one may have come in meanwhile.
    public var reading: Int64?

    public init(page: PageID, change: PageChange, reading: Int64?) {
        (self.page, self.change, self.reading) = (page, change, reading)
    }
}

extension PageChange.Splice {
    /// Where its words stand: at their place, else wherever else they are (boxes tell them from others that read alike).
    fileprivate func place(in words: [RevisedWord], before end: Int) -> Int? {
        if fits(words, at, end) { return at }
        guard !removed.isEmpty || behind != nil else { return nil }
        return (0...end).first { fits(words, $0, end) }
    }

    private func fits(_ words: [RevisedWord], _ place: Int, _ end: Int) -> Bool {
        guard place >= 0, place + removed.count <= end, words[place..<place + removed.count].elementsEqual(removed) else { return false }
        guard removed.isEmpty else { return true }
        return place == 0 ? behind == nil : words[place - 1] == behind
    }
}
