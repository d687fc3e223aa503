import Records
import Testing

@testable import Extraction

@Suite struct DocumentBoundariesTests {
    private func fronts(_ pages: [PageText?]) -> [BoundaryPage] {
        pages.map { BoundaryPage(evidence: $0?.evidence, side: .front) }
    }

    @Test func documentsBeginWhereTheirHeadsAre() {
        let pages = fronts([.decision, .continuation, .annex, .decision, .continuation])
        let proposals = DocumentBoundaries.proposals(pages)
        #expect(proposals.map(\.page) == [0, 3])
        #expect(proposals.allSatisfy { $0.tier == .sure })
        #expect(proposals[0].reasons == [.firstInDossier])
    }

    @Test func aFormIsABeginningUnlessAnAnnexStandsBeforeIt() {
        #expect(DocumentBoundaries.proposals(fronts([.decision, .form])).map(\.page) == [0, 1])
        #expect(DocumentBoundaries.proposals(fronts([.decision, .annex, .form])).map(\.page) == [0])
        // The next document ends the annex.
        #expect(DocumentBoundaries.proposals(fronts([.decision, .annex, .decision, .form])).map(\.page) == [0, 2, 3])
    }

    /// What OCR makes of dots looks like words, and may look like a number: no number a form does not have.
    @Test func aBlankFormInAnAnnexIsNoneThoughItsDotsWereReadAsANumber() {
        var form = PageText(
            [
                (100, [(330, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM")]), (130, [(370, "Độc lập - Tự do - Hạnh phúc")]), (170, [(100, "n-KH.....")]),
                (200, [(440, "TỜ KHAI")]),
            ] + (0..<3).map { (260 + $0 * 40, [(100, "Họ 7đ sở can PS")]) })
        form.doubt(from: 260)
        #expect(form.evidence.has(.number) && form.evidence.has(.blanks))
        #expect(DocumentBoundaries.proposals(fronts([.decision, .annex, form])).map(\.page) == [0])
    }

    @Test func onTheBackOfASheetABeginningIsLessSure() throws {
        let front = BoundaryPage(evidence: PageText.continuation.evidence, side: .front)
        var blank = front
        blank.blank = .confirmed
        let back = BoundaryPage(evidence: PageText.form.evidence, side: .back)
        let first = BoundaryPage(evidence: PageText.decision.evidence, side: .front)
        let behindText = try #require(DocumentBoundaries.proposals([first, front, back]).last)
        let behindBlank = try #require(DocumentBoundaries.proposals([first, blank, back]).last)
        #expect(behindText.reasons == [.onBack])
        #expect(behindText.confidence < behindBlank.confidence)
        #expect(behindBlank.reasons.isEmpty)
    }

    @Test func theFirstPageOfADossierBeginsADocumentThoughItLooksUnlikeOne() {
        let cover = BoundaryPage(evidence: FirstPage(kind: .cover, confidence: 0.01), side: .front)
        let proposals = DocumentBoundaries.proposals([cover] + fronts([.continuation, .continuation]))
        #expect(proposals.map(\.page) == [1])
        #expect(proposals.first?.tier == .doubtful)
    }

    @Test func unreadAndBlankPagesAreNoBeginnings() {
        var blank = BoundaryPage(evidence: PageText.decision.evidence, side: .back)
        blank.blank = .suspected
        #expect(DocumentBoundaries.proposals([blank, BoundaryPage(evidence: nil, side: .front)]).isEmpty)
    }

    @Test func theContentsSheetRaisesAPage() throws {
        let weak = BoundaryPage(evidence: FirstPage(kind: .none, confidence: 0.1), side: .front)
        let pages = fronts([.decision]) + [weak]
        #expect(DocumentBoundaries.proposals(pages).map(\.page) == [0])
        let raised = try #require(DocumentBoundaries.proposals(pages, expected: [1]).last)
        #expect(raised.page == 1)
        #expect(raised.reasons == [.expectedByContents])
    }
}
