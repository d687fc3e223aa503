import Extraction
import Reading
import Records
import Store
import Texts

extension LiveServices {
    /// Pages at which documents may start.
    func proposals(_ contents: DossierContents) throws -> [DocumentProposal] {
        try DocumentStarts(store).open(contents).map(DocumentProposal.init)
    }
}

extension DocumentProposal {
    init(_ start: DocumentStart) {
        self.init(
            page: start.page, confidence: start.proposal.confidence, isSure: start.proposal.tier == .sure, head: start.number,
            reason: start.proposal.kind.text)
    }
}

extension FirstPage.Kind {
    /// What the page looks like, to a person who decides.
    var text: Text {
        switch self {
        case .administrative: .headAdministrative
        case .party: .headParty
        case .before1976: .headBefore1976
        case .plain: .headPlain
        case .annex: .headAnnex
        case .form: .headForm
        case .contentsSheet, .cover, .closingSheet, .none: .headNone
        }
    }
}
