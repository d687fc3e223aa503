import Extraction
import Reading
import Records
import Store
import Texts

extension DocumentFindings {
    var proposals: [DocumentProposal] { open.map(DocumentProposal.init) }
}

extension DocumentProposal {
    init(_ start: DocumentStart) {
        self.init(
            page: start.page, confidence: start.proposal.confidence, isSure: start.proposal.tier == .sure, head: start.number,
            reasons: start.proposal.reasons.map(\.text)
                + start.proposal.signals.sorted { $0.strength > $1.strength }.filter { $0.kind != .ending }.prefix(4).map(\.kind.text))
    }
}
