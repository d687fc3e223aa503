import Records
import Texts
import Vietnamese

/// The correction screen: a dossier, the page in hand and the word under the cursor.
public struct CorrectionState: Equatable, Sendable {
    /// What was asked for last; what comes for another is late.
    public enum Target: Equatable, Sendable {
        case dossier(DossierID)
        case page(PageID)
    }

    /// Where the cursor goes once the text is here.
    enum Seek: Equatable {
        case firstDoubt, lastDoubt, start
        case word(Int)
        /// The first word that is not as it was.
        case change(since: RevisedPage)
    }

    public internal(set) var target: Target?
    /// Where to begin on the page asked for; nil: at the first doubt.
    var firstWord: Int?
    public internal(set) var dossier: CorrectionDossier?
    public internal(set) var page: PageID?
    /// The page in hand, and those read ahead.
    public internal(set) var texts: [PageID: CorrectionText] = [:]
    /// Texts that are on their way.
    var asked: Set<PageID> = []
    /// The word.
    public internal(set) var cursor = 0
    var seek: Seek?
    public internal(set) var edit: WordEdit?
    /// There is a newer reading of the page in hand than the one on which something is typed, or on its way to the store.
    var isOutdated = false
    /// Enter goes on to every word, and takes all that is seen as right.
    public internal(set) var readsEverything = false
    /// 0: the line as large as the strip is high; less: more of it is seen; more: the strip is higher.
    public internal(set) var zoom = 0
    static let zooms = -5...3
    /// Withheld, and in the dossier still as it is known here: they stay hidden until what comes next is here.
    var leaving: Set<PageID> = []
    /// Corrections that are not answered yet: until then the text here is newer than the store's.
    var pending = 0
    /// What was put in place of a word last, while the cursor has only gone on from there.
    var last: Replacement?
    public internal(set) var cameFrom: Screen = .scanDesk
    /// The word that suggestions were asked for last, as it stood then.
    var suggesting: RevisedWord?
    /// Where to go on once this dossier is done.
    var next: NextDossier = .unknown
    /// How it was said that the dossier is at its end.
    var endSaid: Phrase?
    /// A page that was to be left although it has doubts: asked again, it is.
    var leavesDoubts: PageID?
    /// The page asked for was just opened: whether there is anything to do on it is to be told.
    var isFresh = false

    public init() {}

    /// The dossier that comes behind this one.
    enum NextDossier: Equatable {
        case unknown
        /// - Parameter opens: somebody waits for it.
        case asked(opens: Bool)
        case nothing
        case found(CorrectionNext)
    }

    struct Replacement: Equatable {
        let old: String
        let new: String
        /// Of the first word that was put there, on the page in hand.
        let place: Int
    }
}

/// A word under the hands.
public struct WordEdit: Equatable, Sendable {
    public enum Purpose: Equatable, Sendable {
        case replace, wordAfter, lineBelow
    }

    public let purpose: Purpose
    public var field: TextField

    /// Longer than any word, so that nothing is cut.
    static let longest = 20_000

    init(_ purpose: Purpose, _ text: String = "") {
        self.purpose = purpose
        field = TextField(text, limit: WordEdit.longest)
    }
}

/// "Sửa tất cả giống nhau".
public struct AlikeState: Equatable, Sendable {
    /// What the words read.
    public let text: String
    public internal(set) var field: TextField
    /// False: only on the page in hand.
    public internal(set) var isWholeDossier = false
    /// All of the dossier; nil until they are found.
    public internal(set) var found: [AlikeLine]?

    init(_ text: String, becomes new: String) {
        self.text = text
        field = TextField(new, limit: WordEdit.longest)
    }
}

extension CorrectionState {
    var text: CorrectionText? { page.flatMap { texts[$0] } }
    var pageIndex: Int? { dossier?.pages.firstIndex { $0.tile.id == page } }
    var pageInHand: CorrectionPage? { pageIndex.flatMap { dossier?.pages[$0] } }

    var word: RevisedWord? {
        guard let words = text?.text.words, words.indices.contains(cursor) else { return nil }
        return words[cursor]
    }

    /// Doubtful words of the dossier that nobody has looked at, as far as it has been read.
    var doubtsLeft: Int { (dossier?.pages ?? []).filter(\.isOpen).compactMap(\.doubts).reduce(0, +) }
    /// Pages of the dossier that wait for a person, or for their reading.
    var pagesLeft: Int { (dossier?.pages ?? []).count(where: \.isOpen) }

    /// Pages of those that wait for nothing but their first reading.
    var pagesToBeRead: Int { (dossier?.pages ?? []).count { $0.isOpen && $0.doubts == nil && $0.tile.reading == .waiting } }

    /// The next page to be looked at behind this one, and round again to it.
    var nextOpenPage: PageID? { pagesToSee.first }
    /// Those behind it and then those before it that are to be looked at.
    var pagesToSee: [PageID] { openPages(behind: true) }
    /// The page to be looked at before this one; none before the first.
    var previousOpenPage: PageID? { openPages(behind: false).last }

    private func openPages(behind: Bool) -> [PageID] {
        guard let pages = dossier?.pages, let at = pageIndex else { return [] }
        let others = behind ? Array(pages[(at + 1)...] + pages[..<at]) : Array(pages[..<at])
        // One without words waits for somebody who says what it is; one that is still to be read waits for that.
        return others.filter { $0.isOpen && ($0.doubts != nil || $0.tile.reading != .waiting) }.map(\.tile.id)
    }

    mutating func note(_ text: CorrectionText) {
        var text = text
        if let known = texts[text.page] { text.keepSuggestions(of: known) }
        texts[text.page] = text
        guard let at = dossier?.pages.firstIndex(where: { $0.tile.id == text.page }) else { return }
        let doubts = text.text.words.isEmpty ? nil : text.openDoubts
        let isBlank = dossier?.pages[at].tile.blank == .confirmed
        dossier?.pages[at].doubts = doubts
        dossier?.pages[at].settlement = text.text.settlement
        dossier?.pages[at].isOpen = doubts != 0 && text.text.settlement == nil && !isBlank
    }

    /// A reading came in, or the page was turned: a text that nobody has touched is read again when it is wanted.
    mutating func pageChanged(_ tile: PageTile) {
        guard let at = dossier?.pages.firstIndex(where: { $0.tile.id == tile.id }), dossier?.pages[at].tile != tile else { return }
        dossier?.pages[at].tile = tile
        forgetReading(of: tile.id)
    }

    /// Its text is asked for again, unless a person has worked on it or is just about to.
    private mutating func forgetReading(of id: PageID) {
        guard texts[id]?.text.words.allSatisfy(\.isMachine) == true else { return }
        if page == id, edit != nil || pending > 0 { return isOutdated = true }
        guard pending == 0 else { return }
        texts[id] = nil
        if page == id { seek = seek ?? .word(cursor) }
    }

    /// Once nothing is under the hands or on its way, a reading that came in meanwhile is asked for.
    mutating func renewOutdated() {
        guard isOutdated, edit == nil, pending == 0, let page else { return }
        isOutdated = false
        forgetReading(of: page)
    }

    /// How far pages are that the machine has read anew.
    /// - Parameter readings: the newest of each.
    mutating func note(_ pages: [CorrectionPage], readings: [PageID: Int64]) {
        for page in pages {
            let isKnown = texts[page.tile.id].map { $0.reading == readings[page.tile.id] } ?? false
            if pending == 0 || texts[page.tile.id] == nil { note(page) }
            if !isKnown { forgetReading(of: page.tile.id) }
        }
    }

    /// Nothing that was known of these pages stays.
    mutating func forget(_ pages: Set<PageID>) {
        texts = texts.filter { !pages.contains($0.key) }
        if page.map(pages.contains) == true { (edit, last, isOutdated) = (nil, nil, false) }
    }

    mutating func note(_ page: CorrectionPage) {
        guard let at = dossier?.pages.firstIndex(where: { $0.tile.id == page.tile.id }) else { return }
        dossier?.pages[at] = page
    }
}
