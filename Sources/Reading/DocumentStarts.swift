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
    /// Of a contents sheet, or what may be one that goes on: what it lists.
    var contents: ContentsPage?

    init(_ page: RecognisedPage, width: Int, height: Int, quarterTurns: Int) {
        first = FirstPageReader().read(page, width: width, height: height, quarterTurns: quarterTurns)
        contents = ContentsPage(page, width: width, height: height, quarterTurns: quarterTurns)
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
        // Of contents sheets earlier versions knew less.
        if head.first.kind == .contentsSheet, head.contents == nil { return nil }
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
    /// How many documents they list, as far as their numbers tell: rows that were not read count too.
    public let listedCount: Int

    /// Against what is there; nil where no contents sheet was scanned and read.
    public var comparison: ContentsComparison? {
        guard !listed.isEmpty else { return nil }
        return ContentsComparison(
            documents: listedCount, unread: listedCount - listed.count, found: listed.count(where: \.isFound), missing: missingSheets)
    }

    /// Sheets that are listed and not in the dossier, in order; of the last document the first sheet only, where no range is written.
    let missingSheets: [ClosedRange<Int>]

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
        let list = DocumentStarts.list(contents, seen)
        let outside = DocumentStarts.outsideTheRun(contents, seen, list)
        let pages = list.entries.isEmpty ? [:] : DocumentStarts.pagesBySheet(contents, outside)
        let listed = list.entries.map { entry in (entry, pages[entry.firstSheet]) }
        return DocumentFindings(
            open: DocumentStarts.open(contents, heads, seen, outside, expected: Set(listed.compactMap(\.1))),
            listed: listed.map { entry, index in
                ListedDocument(entry: entry, page: index.map { $0 + 1 }, isFound: index.map(contents.startsDocument) ?? false)
            }, listedCount: list.count,
            missingSheets: DocumentStarts.missing(list, pages))
    }

    private static func open(
        _ contents: DossierContents, _ heads: [PageID: PageHead], _ seen: [SeenHead?], _ outside: Set<Int>, expected: Set<Int>
    ) -> [DocumentStart] {
        let pages = contents.pages.indices.map { index in
            var evidence = seen[index]?.first
            if outside.contains(index), evidence?.kind.isOutsideDocuments == false { evidence?.kind = .contentsSheet }
            return BoundaryPage(evidence: evidence, side: contents.pages[index].side, blank: contents.pages[index].blank)
        }
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

    /// A contents sheet is what shows it by itself, what goes on from one, and what a person says is one.
    private static func list(_ contents: DossierContents, _ seen: [SeenHead?]) -> ContentsList {
        let pages = contents.pages.indices.filter { contents.pages[$0].blank != .suspected && contents.pages[$0].blank != .confirmed }
        let list = ContentsList(pages.map { index in
            guard [.document, .contents].contains(contents.pages[index].role), var page = seen[index]?.contents else { return nil }
            page.isSure = page.isSure || contents.pages[index].role == .contents
            return page
        })
        return list.movedPages { pages[$0] }
    }

    /// Pages of covers and contents sheets, whether a person has said so yet or not.
    private static func outsideTheRun(_ contents: DossierContents, _ seen: [SeenHead?], _ list: ContentsList) -> Set<Int> {
        Set(contents.pages.indices.filter { contents.pages[$0].role != .document || list.pages.contains($0) || seen[$0]?.first.kind.isOutsideDocuments == true })
    }

    /// The first page in use of the sheet that carries each pencil number. A contents sheet that nobody has named as such was
    /// counted with the others: the numbers behind it are one too high.
    private static func pagesBySheet(_ contents: DossierContents, _ outside: Set<Int>) -> [Int: Int] {
        var counted: Set<SheetID> = []
        var pages: [Int: Int] = [:]
        for (index, page) in contents.pages.enumerated() where page.role == .document {
            if outside.contains(index) {
                if !page.isLabelled { counted.insert(page.sheetID) }
            } else if let label = Int(page.label), String(label) == page.label {
                let number = label - (page.isLabelled ? 0 : counted.count)
                if pages[number] == nil { pages[number] = index }
            }
        }
        return pages
    }

    private static func missing(_ list: ContentsList, _ pages: [Int: Int]) -> [ClosedRange<Int>] {
        let sheets = Set(list.entries.flatMap { $0.firstSheet...max($0.firstSheet, $0.lastSheet ?? 0) })
        return sheets.sorted().filter { pages[$0] == nil }.reduce(into: []) { gaps, sheet in
            if let last = gaps.last, sheet == last.upperBound + 1 { gaps[gaps.count - 1] = last.lowerBound...sheet } else { gaps.append(sheet...sheet) }
        }
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
