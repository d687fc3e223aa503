import Extraction
import Foundation
import Records
import Store
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

/// What a reading shows at the head of a page, as the store keeps it.
struct SeenHead: Codable, Hashable, Sendable {
    var first: FirstPage
    var number: String

    init(_ page: RecognisedPage, width: Int, height: Int, quarterTurns: Int) {
        first = FirstPageReader().read(page, width: width, height: height, quarterTurns: quarterTurns)
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

/// Finds where the documents of a dossier seem to start, from what its pages' readings showed.
public final class DocumentStarts: Sendable {
    private let store: StationStore

    public init(_ store: StationStore) { self.store = store }

    /// Those that nobody has settled: no document starts there yet, and nobody has said that none does. Pages that were read
    /// before heads were looked at are looked at now, from their readings.
    public func open(_ contents: DossierContents) throws(StoreError) -> [DocumentStart] {
        var heads = try store.heads(contents.summary.id)
        try lookAtOlder(contents, &heads)
        let seen = contents.pages.map { heads[$0.id].flatMap { SeenHead(stored: $0.evidence) } }
        let proposals = DocumentBoundaries.proposals(zip(contents.pages, seen).map { page, head in
            BoundaryPage(evidence: head?.first, side: page.side, blank: page.blank)
        })
        return proposals.compactMap { proposal in
            let page = contents.pages[proposal.page]
            let startsAlready = proposal.page == 0 || contents.pages[proposal.page - 1].document != page.document
            guard !startsAlready, heads[page.id]?.isDismissed != true else { return nil }
            return DocumentStart(page: page.id, index: page.index, proposal: proposal, number: seen[proposal.page]?.number ?? "")
        }
    }

    private func lookAtOlder(_ contents: DossierContents, _ heads: inout [PageID: PageHead]) throws(StoreError) {
        var added: [PageID: String] = [:]
        for page in contents.pages where page.ocr == .done && heads[page.id] == nil {
            guard let reading = try store.reading(of: page.id) else { continue }
            added[page.id] = SeenHead(reading, width: page.facts.width, height: page.facts.height, quarterTurns: page.turn).stored
        }
        try store.addHeads(added)
        for (page, evidence) in added { heads[page] = PageHead(evidence: evidence) }
    }
}
