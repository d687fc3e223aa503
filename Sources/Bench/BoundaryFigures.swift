import Extraction
import Foundation
import Measuring
import Records

/// How well the first pages of documents are found in read dossiers.
struct BoundaryFigures {
    /// What was found of the first pages of a kind, and what was taken for one.
    private struct Count {
        var pages = 0
        var found = FindingFigures.Share()
        var asked = 0
        var falseSure = 0
        var falseAsked = 0
    }

    private var counts: [String: Count] = [:]
    private var recall = FindingFigures.Share()
    private var precision = FindingFigures.Share()
    /// Only what is taken without asking.
    private var sureRecall = FindingFigures.Share()
    private var surePrecision = FindingFigures.Share()
    private var milliseconds: [Double] = []
    private var mistakes: [String] = []
    private let reader = FirstPageReader()

    mutating func measure(_ dossiers: [[ReadBoundaryPage]]) {
        for (number, dossier) in dossiers.enumerated() { measure(dossier, number) }
    }

    private mutating func measure(_ dossier: [ReadBoundaryPage], _ number: Int) {
        let pages = dossier.map { page in
            let start = threadSeconds()
            let evidence = reader.read(page.reading, width: page.width, height: page.height, quarterTurns: page.quarterTurns)
            if !page.truth.isBlank { milliseconds.append((threadSeconds() - start) * 1000) }
            return BoundaryPage(evidence: evidence, side: page.truth.side, blank: page.truth.isBlank ? .suspected : .notBlank)
        }
        let proposals = Dictionary(uniqueKeysWithValues: DocumentBoundaries.proposals(pages).map { ($0.page, $0) })
        for (index, page) in dossier.enumerated() {
            let proposal = proposals[index]
            count(page.truth, proposal)
            guard page.truth.isFirst != (proposal != nil) || (proposal?.tier == .sure && !page.truth.isFirst) else { continue }
            let evidence = pages[index].evidence ?? .unread
            let signals = evidence.signals.map { "\($0.kind.rawValue) \($0.strength)" }.joined(separator: ", ")
            let head = page.reading.text.prefix(160).replacing("\n", with: " | ")
            mistakes.append(
                "\(page.truth.isFirst ? "missed" : "false") \((proposal?.confidence ?? evidence.confidence).text(2)) \(page.truth.kind), "
                    + "dossier \(number + 1) page \(index + 1): \(evidence.kind.rawValue) [\(signals)] \(head)")
        }
    }

    private mutating func count(_ truth: DrawnPage, _ proposal: BoundaryProposal?) {
        var count = counts[truth.kind] ?? Count()
        defer { counts[truth.kind] = count }
        count.pages += 1
        if truth.isFirst {
            count.found.add(proposal != nil)
            recall.add(proposal != nil)
            sureRecall.add(proposal?.tier == .sure)
            if proposal?.tier == .doubtful { count.asked += 1 }
        } else if let proposal {
            if proposal.tier == .sure { count.falseSure += 1 } else { count.falseAsked += 1 }
        }
        if let proposal {
            precision.add(truth.isFirst)
            if proposal.tier == .sure { surePrecision.add(truth.isFirst) }
        }
    }

    func report(withMistakes: Bool) -> String {
        var lines = ["Wilson intervals of 95 %", "", Self.line("kind of page", "pages", "found", "of them asked", "false: sure, asked")]
        for (kind, count) in counts.sorted(by: { ($1.value.found.total, $0.key) < ($0.value.found.total, $1.key) }) {
            lines.append(Self.line(
                kind, "\(count.pages)", count.found.text, count.found.total > 0 ? "\(count.asked)" : "–", "\(count.falseSure), \(count.falseAsked)"))
        }
        lines += [
            "", "recall, sure and asked:    \(recall.text)", "precision, sure and asked: \(precision.text)",
            "recall, sure alone:        \(sureRecall.text)", "precision, sure alone:     \(surePrecision.text)",
            "processor time beyond OCR: median \((milliseconds.median ?? 0).text(2)) ms, most \((milliseconds.max() ?? 0).text(2)) ms a page",
        ]
        return (lines + (withMistakes ? [""] + mistakes : [])).joined(separator: "\n")
    }

    private static func line(_ first: String, _ rest: String...) -> String {
        ([first.padding(toLength: 28, withPad: " ", startingAt: 0)]
            + zip(rest, [7, 32, 14, 18]).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }).joined(separator: " ")
    }
}
