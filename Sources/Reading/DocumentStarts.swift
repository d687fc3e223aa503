import Extraction
import Foundation
import Records
import Store
import Synchronization
import Vietnamese

/// That a document (văn bản) seems to start at a page.
public struct DocumentStart: Sendable, Hashable {
    public let page: PageID
    /// Place of the page among those in use, from 1.
    public let index: Int
    public let proposal: BoundaryProposal
    /// Số, ký hiệu as they were read, such as `15/QĐ-UBND`; empty: none was.
    public let number: String
}

/// A document that the scanned mục lục văn bản of a dossier names.
public struct ListedDocument: Sendable, Hashable {
    public let entry: ContentsEntry
    /// Place of the first page of its sheet among those in use; nil: the dossier has no sheet of that number.
    public let page: Int?
    /// A document starts there.
    public let isFound: Bool
}

/// What a reading shows at the head of a page, as the store keeps it.
struct SeenHead: Codable, Hashable, Sendable {
    var first: FirstPage
    var number: String
    /// Of a contents sheet: what it lists.
    var entries: [ContentsEntry]?

    init(_ page: RecognisedPage, width: Int, height: Int, quarterTurns: Int) {
        first = FirstPageReader().read(page, width: width, height: height, quarterTurns: quarterTurns)
        if first.kind == .contentsSheet { entries = ContentsList(page, width: width, height: height, quarterTurns: quarterTurns).entries }
        let zone = first.signals.filter { $0.kind == .number }.max { $0.strength < $1.strength }?.box
        number = zone.map { zone in
            SeenHead.withoutLabel(page.words.filter { zone.holdsCentre(of: $0.box) }.map(\.text).joined(separator: " "))
        } ?? ""
    }

    /// `Số: 15/QĐ-UBND` without its first word, however that was read.
    private static func withoutLabel(_ text: String) -> String {
        let parts = text.split(maxSplits: 1, whereSeparator: { $0 == ":" || $0 == " " })
        guard parts.count == 2, String(parts[0]).folded == "so" else { return text }
        return parts[1].trimmingCharacters(in: CharacterSet(charactersIn: ": "))
    }

    /// nil when another version of the program wrote it.
    init?(stored: String) {
        guard let head = try? JSONDecoder().decode(SeenHead.self, from: Data(stored.utf8)) else { return nil }
        self = head
    }

    /// nil only for numbers that JSON does not know.
    var stored: String? {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        return (try? encoder.encode(self)).map { String(decoding: $0, as: UTF8.self) }
    }
}

extension Box {
    fileprivate func holdsCentre(of box: Box) -> Bool {
        let (middle, centre) = (box.x + box.width / 2, box.y + box.height / 2)
        return (x..<x + width).contains(middle) && (y..<y + height).contains(centre)
    }
}

/// Where the documents of a dossier start, as its pages' readings show.
public struct DocumentFindings: Sendable, Hashable {
    /// Those that nobody has settled: no document starts there yet, and nobody has said that none does. In order.
    public let open: [DocumentStart]
    /// What the contents sheets of the dossier list, in their order; empty where none was scanned and read.
    public let listed: [ListedDocument]

    public var sure: [DocumentStart] { open.filter { $0.proposal.tier == .sure } }
}

/// Finds where the documents of a dossier seem to start, from what its pages' readings showed.
public final class DocumentStarts: Sendable {
    private let store: StationStore
    /// What was decoded before: a desk asks again at every change.
    private let known = Mutex<[PageID: (stored: String, head: SeenHead?)]>([:])
    private static let mostKnown = 2000

    public init(_ store: StationStore) { self.store = store }

    /// Pages that were read before heads were looked at are looked at now, from their readings.
    public func find(_ contents: DossierContents) throws(StoreError) -> DocumentFindings {
        var heads = try store.heads(contents.summary.id)
        try lookAtOlder(contents, &heads)
        let seen = known.withLock { known in
            if known.count > DocumentStarts.mostKnown { known = [:] }
            // Of what is withheld nothing is shown, its number neither.
            return contents.pages.map { page in page.withheld != nil ? nil : heads[page.id].flatMap { DocumentStarts.head(page.id, $0.evidence, &known) } }
        }
        let listed = DocumentStarts.entries(seen).map { entry in (entry, DocumentStarts.index(ofSheet: entry.firstSheet, in: contents)) }
        return DocumentFindings(
            open: DocumentStarts.open(contents, heads, seen, expected: Set(listed.compactMap(\.1))),
            listed: listed.map { entry, index in
                ListedDocument(entry: entry, page: index.map { $0 + 1 }, isFound: index.map(contents.startsDocument) ?? false)
            })
    }

    private static func open(
        _ contents: DossierContents, _ heads: [PageID: PageHead], _ seen: [SeenHead?], expected: Set<Int>
    ) -> [DocumentStart] {
        let pages = zip(contents.pages, seen).map { BoundaryPage(evidence: $1?.first, side: $0.side, blank: $0.blank) }
        return DocumentBoundaries.proposals(pages, expected: expected).compactMap { proposal in
            let page = contents.pages[proposal.page]
            guard !contents.startsDocument(proposal.page), heads[page.id]?.isDismissed != true else { return nil }
            return DocumentStart(page: page.id, index: page.index, proposal: proposal, number: seen[proposal.page]?.number ?? "")
        }
    }

    private static func head(_ page: PageID, _ stored: String, _ known: inout [PageID: (stored: String, head: SeenHead?)]) -> SeenHead? {
        if let before = known[page], before.stored == stored { return before.head }
        let head = SeenHead(stored: stored)
        known[page] = (stored, head)
        return head
    }

    private static func entries(_ seen: [SeenHead?]) -> [ContentsEntry] {
        seen.compactMap { $0?.entries }.reduce(ContentsList([])) { $0 + ContentsList($1) }.entries
    }

    /// The first page in use of the sheet that carries this pencil number.
    private static func index(ofSheet number: Int, in contents: DossierContents) -> Int? {
        contents.pages.firstIndex { $0.role == .document && $0.label == String(number) }
    }

    private func lookAtOlder(_ contents: DossierContents, _ heads: inout [PageID: PageHead]) throws(StoreError) {
        var added: [PageID: String] = [:]
        for page in contents.pages where page.ocr == .done && page.withheld == nil && !isLegible(page.id, heads[page.id]) {
            guard let reading = try store.reading(of: page.id) else { continue }
            added[page.id] = SeenHead(reading, width: page.facts.width, height: page.facts.height, quarterTurns: page.turn).stored
        }
        try store.addHeads(added)
        for (page, evidence) in added { heads[page] = PageHead(evidence: evidence, isDismissed: heads[page]?.isDismissed ?? false) }
    }

    /// Not what another version of the program wrote.
    private func isLegible(_ page: PageID, _ head: PageHead?) -> Bool {
        guard let head else { return false }
        return known.withLock { DocumentStarts.head(page, head.evidence, &$0) } != nil
    }
}

extension DossierContents {
    /// - Parameter index: of a page in use.
    fileprivate func startsDocument(_ index: Int) -> Bool { index == 0 || pages[index - 1].document != pages[index].document }
}
