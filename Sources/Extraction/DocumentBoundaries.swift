import Records

/// A page of a dossier as the search for beginnings sees it.
public struct BoundaryPage: Sendable, Hashable {
    /// Nil while it is not read.
    public var evidence: FirstPage?
    public var side: Side
    public var blank: BlankClass

    public init(evidence: FirstPage?, side: Side, blank: BlankClass = .notBlank) {
        (self.evidence, self.side, self.blank) = (evidence, side, blank)
    }
}

/// That a document begins on a page.
public struct BoundaryProposal: Sendable, Hashable {
    public enum Tier: String, Sendable, Codable, CaseIterable {
        /// Taken unless a person removes it.
        case sure
        /// A person is asked.
        case doubtful
    }

    /// Why the page's own evidence was moved.
    public enum Reason: String, Sendable, Codable, CaseIterable {
        /// The first page that is not cover or contents sheet.
        case firstInDossier = "first_in_dossier"
        /// The back of a sheet whose front is in use.
        case onBack = "on_back"
        /// Behind an annex: forms have a head of their own.
        case insideAnnex = "inside_annex"
        /// The contents sheet has a document begin here.
        case expectedByContents = "expected_by_contents"
    }

    /// Index in the pages that were given.
    public var page: Int
    public var confidence: Double
    public var kind: FirstPage.Kind
    public var signals: [FirstPage.Signal]
    public var reasons: [Reason]

    public var tier: Tier { confidence >= DocumentBoundaries.sure ? .sure : .doubtful }

    public init(page: Int, confidence: Double, kind: FirstPage.Kind, signals: [FirstPage.Signal] = [], reasons: [Reason] = []) {
        (self.page, self.confidence, self.kind, self.signals, self.reasons) = (page, confidence, kind, signals, reasons)
    }
}

/// Where documents begin in a dossier.
public enum DocumentBoundaries {
    /// From here on nothing is asked, and below `doubtful` nothing is proposed. Laid on the drawn pages of `tramquet-bench
    /// boundaries --seed 1` so that of the sure ones at least 98 of 100 are right, and checked on those of another seed.
    public static let sure = 0.85
    public static let doubtful = 0.3

    /// - Parameters:
    ///   - pages: those in use, in the order of the dossier.
    ///   - expected: indices of pages on which the contents sheet has a document begin.
    /// - Returns: in the order of the pages.
    public static func proposals(_ pages: [BoundaryPage], expected: Set<Int> = []) -> [BoundaryProposal] {
        var context = BoundaryContext()
        return pages.indices.compactMap { index in
            let proposal = context.judge(pages[index], at: index, isExpected: expected.contains(index))
            return proposal.flatMap { $0.confidence >= doubtful ? $0 : nil }
        }
    }
}

/// What the pages before tell of the next one.
private struct BoundaryContext {
    private var hasBegun = false
    private var isInAnnex = false
    private var isFrontInUse = false

    /// In log odds.
    private static let onBack = -2.5
    private static let formInAnnex = (filledIn: -5.0, blank: -8.0)
    private static let expected = 3.0
    /// A dossier's first page begins a document; unlike a first page, it may be a cover or a contents sheet that was not known as such.
    private static let first = (alike: 0.97, unlike: 0.6)

    mutating func judge(_ page: BoundaryPage, at index: Int, isExpected: Bool) -> BoundaryProposal? {
        let isBlank = page.blank == .suspected || page.blank == .confirmed
        defer { isFrontInUse = page.side == .front && !isBlank }
        guard !isBlank, let evidence = page.evidence, !evidence.kind.isOutsideDocuments else { return nil }
        var reasons: [BoundaryProposal.Reason] = []
        var odds = Odds.of(evidence.confidence)
        if page.side == .back, isFrontInUse {
            odds += Self.onBack
            reasons.append(.onBack)
        }
        if isInAnnex, evidence.mayBeForm {
            odds += evidence.has(.blanks) ? Self.formInAnnex.blank : Self.formInAnnex.filledIn
            reasons.append(.insideAnnex)
        }
        if isExpected {
            odds += Self.expected
            reasons.append(.expectedByContents)
        }
        var confidence = Odds.probability(odds)
        if !hasBegun {
            confidence = max(confidence, confidence >= DocumentBoundaries.doubtful ? Self.first.alike : Self.first.unlike)
            reasons.append(.firstInDossier)
        }
        hasBegun = true
        // An annex, and what may be a form in it, keep those that follow; only a sure beginning ends it.
        if evidence.kind == .annex || evidence.kind == .form { isInAnnex = true } else if confidence >= DocumentBoundaries.sure { isInAnnex = false }
        return BoundaryProposal(page: index, confidence: confidence, kind: evidence.kind, signals: evidence.signals, reasons: reasons)
    }
}

extension FirstPage {
    /// A quốc hiệu without number and issuer: minutes, petitions, and the forms of an annex. What OCR makes of dots may look
    /// like a number.
    fileprivate var mayBeForm: Bool { strength(.number) < 1 && !has(.issuer) }
}
