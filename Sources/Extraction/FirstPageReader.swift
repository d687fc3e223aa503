import Records

/// Tells from the words of a page whether a document begins on it: by the elements of NĐ 30/2020 PL I and where they stand,
/// and by those of Party papers and of the time before 1976. Letters may be read wrong; columns may be mixed.
public struct FirstPageReader: Sendable {
    public init() {}

    /// - Parameters:
    ///   - width, height: pixels of the stored image, in which the words' boxes are.
    ///   - quarterTurns: clockwise, 0…3, that set it upright.
    public func read(_ page: RecognisedPage, width: Int, height: Int, quarterTurns: Int = 0) -> FirstPage {
        let page = PageLines(page, width: width, height: height, quarterTurns: quarterTurns)
        let lines = page.lines
        guard !lines.isEmpty else { return .unread }
        if let kind = SheetKinds.outsideDocuments(page) { return FirstPage(kind: kind, confidence: 0.01) }
        let head = HeadSignals(lines)
        let found = FirstPage(kind: .none, confidence: 0, signals: head.signals)
        let confidence = Odds.probability(FirstPageReader.odds(of: found))
        return FirstPage(kind: FirstPageReader.kind(found, title: head.title, confidence), confidence: confidence, signals: head.signals)
    }

    /// What each signal adds to the log odds; chosen on drawn pages (`tramquet-bench boundaries --seed 1`), reported on others.
    private static let weights: [FirstPage.Signal.Kind: Double] = [
        .title: 4.5, .motto: 2.2, .number: 3, .bareNumber: 1.2, .date: 2, .issuer: 1.6, .address: 1.2, .annex: -4.5, .issuedWith: -9,
        .formLabel: -4.5, .blanks: -1, .pageNumber: -2.5, .runningText: -3,
    ]
    /// Of a page of which nothing is known.
    private static let none = -3.5
    /// A heading under a head; alone it may be the QUYẾT ĐỊNH: of a second page.
    private static let heading = (underHead: 1.6, alone: 0.6)

    private static func odds(of page: FirstPage) -> Double {
        var odds = none
        for (kind, weight) in weights { odds += weight * page.strength(kind) }
        let hasHead = [.title, .number, .bareNumber, .date, .issuer].contains { page.has($0) }
        if page.has(.heading) { odds += hasHead ? heading.underHead : heading.alone }
        return odds
    }

    private static func kind(_ page: FirstPage, title: FirstPage.Kind?, _ confidence: Double) -> FirstPage.Kind {
        if page.has(.annex) || page.has(.issuedWith) { return .annex }
        if page.has(.formLabel) { return .form }
        if let title { return title }
        return confidence >= DocumentBoundaries.doubtful ? .plain : .none
    }
}
