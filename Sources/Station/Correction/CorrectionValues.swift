import Records
import Texts
import Vietnamese

/// A dossier in the hands of somebody who corrects its text.
public struct CorrectionDossier: Sendable, Equatable {
    public var id: DossierID
    public var code: String
    public var title: String
    /// Those in use that are not withheld, in order.
    public var pages: [CorrectionPage]
    /// Pages in use that are withheld.
    public var withheld: Int

    public init(id: DossierID, code: String, title: String, pages: [CorrectionPage], withheld: Int = 0) {
        (self.id, self.code, self.title, self.pages, self.withheld) = (id, code, title, pages, withheld)
    }
}

/// A dossier with text that waits for somebody.
public struct CorrectionNext: Sendable, Equatable {
    public var id: DossierID
    public var code: String
    /// Read pages to look at.
    public var pages: Int

    public init(id: DossierID, code: String, pages: Int) {
        (self.id, self.code, self.pages) = (id, code, pages)
    }
}

/// How far a page is corrected.
public struct CorrectionPage: Sendable, Equatable {
    public var tile: PageTile
    /// Words that may be wrong and nobody has looked at; nil: it has no words, or is not read yet.
    public var doubts: Int?
    public var settlement: PageSettlement?
    /// Whether it waits for a person.
    public var isOpen: Bool

    public init(tile: PageTile, doubts: Int?, settlement: PageSettlement? = nil, isOpen: Bool) {
        (self.tile, self.doubts, self.settlement, self.isOpen) = (tile, doubts, settlement, isOpen)
    }
}

/// The text of a page, and what is thought of its words.
public struct CorrectionText: Sendable, Equatable {
    public let page: PageID
    public var text: RevisedPage
    /// The machine reading it is, or began with.
    public let reading: Int64?
    /// Of words as they were read; those that are not here are sure.
    private let judgements: [WordAtPlace: Judgement]
    /// What may be meant by words that are sure, as far as somebody asked.
    private var asked: [WordAtPlace: [String]] = [:]

    /// - Parameter judgements: one for each word of the text, in order.
    public init(page: PageID, text: RevisedPage, reading: Int64?, judgements: [Judgement]) {
        (self.page, self.text, self.reading) = (page, text, reading)
        let doubtful = zip(text.words, judgements).filter { $0.0.isMachine && $0.1.doubt != .sure }
        self.judgements = Dictionary(doubtful.map { (WordAtPlace($0.0), $0.1) }) { first, _ in first }
    }

    /// What a person vouches for is sure.
    public func doubt(_ index: Int) -> Doubt {
        guard text.words.indices.contains(index), text.words[index].isMachine else { return .sure }
        return judgements[WordAtPlace(text.words[index])]?.doubt ?? .sure
    }

    /// What may be meant by a word that nobody has corrected yet.
    public func suggestions(_ index: Int) -> [String] {
        guard text.words.indices.contains(index) else { return [] }
        let word = WordAtPlace(text.words[index])
        return judgements[word]?.suggestions ?? asked[word] ?? []
    }

    /// Whether nobody knows yet what may be meant by a word: one that was sure as it was read.
    func lacksSuggestions(_ index: Int) -> Bool {
        guard text.words.indices.contains(index), text.words[index].origin != .typed else { return false }
        let word = WordAtPlace(text.words[index])
        return judgements[word] == nil && asked[word] == nil
    }

    mutating func note(_ suggestions: [String], for word: RevisedWord) { asked[WordAtPlace(word)] = suggestions }

    mutating func keepSuggestions(of other: CorrectionText) { asked.merge(other.asked) { own, _ in own } }

    public var openDoubts: Int { text.words.indices.count { doubt($0) != .sure } }

    func nextDoubt(from index: Int) -> Int? { text.words.indices.first { $0 >= index && doubt($0) != .sure } }
    func lastDoubt(before index: Int) -> Int? { text.words.indices.last { $0 < index && doubt($0) != .sure } }
}

/// A word as it was read tells itself from others by where it stands: corrections before it move its number.
private struct WordAtPlace: Hashable {
    let text: String
    let box: Box

    init(_ word: RevisedWord) { (text, box) = (word.text, word.box) }
}

/// What the station made of a correction, whether or not it could.
public struct CorrectionAnswer: Sendable, Equatable {
    public var dossier: DossierID
    /// Pages in hand whose text may have changed, as they are now.
    public var texts: [CorrectionText]
    /// How far each page that changed is now.
    public var pages: [CorrectionPage]
    /// The page to look at: undo may lead to another.
    public var goTo: PageID?
    public var said: Phrase?
    /// Why nothing was done, such as that there is nothing to undo.
    public var refusal: Phrase?
    public var failure: Failure?

    public init(
        dossier: DossierID, texts: [CorrectionText] = [], pages: [CorrectionPage] = [], goTo: PageID? = nil, said: Phrase? = nil,
        refusal: Phrase? = nil, failure: Failure? = nil
    ) {
        (self.dossier, self.texts, self.pages, self.goTo) = (dossier, texts, pages, goTo)
        (self.said, self.refusal, self.failure) = (said, refusal, failure)
    }
}

/// A word that reads as another, in its line.
public struct AlikeLine: Sendable, Equatable {
    public var page: PageID
    /// Place of the page in the dossier, from 1.
    public var pageIndex: Int
    public var before: String
    public var after: String

    public init(page: PageID, pageIndex: Int, before: String, after: String) {
        (self.page, self.pageIndex, self.before, self.after) = (page, pageIndex, before, after)
    }
}
