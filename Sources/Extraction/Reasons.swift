import Texts

extension FirstPage.Signal.Kind {
    /// For a reader: what was found.
    public var text: Text {
        switch self {
        case .title: .signalTitle
        case .motto: .signalMotto
        case .number: .signalNumber
        case .bareNumber: .signalBareNumber
        case .date: .signalDate
        case .issuer: .signalIssuer
        case .heading: .signalHeading
        case .address: .signalAddress
        case .annex: .signalAnnex
        case .issuedWith: .signalIssuedWith
        case .formLabel: .signalFormLabel
        case .blanks: .signalBlanks
        case .pageNumber: .signalPageNumber
        case .runningText: .signalRunningText
        case .ending: .signalEnding
        }
    }
}

extension BoundaryProposal.Reason {
    /// For a reader: what the neighbours or the contents sheet say.
    public var text: Text {
        switch self {
        case .firstInDossier: .boundaryFirstInDossier
        case .onBack: .boundaryOnBack
        case .insideAnnex: .boundaryInsideAnnex
        case .expectedByContents: .boundaryExpectedByContents
        }
    }
}
