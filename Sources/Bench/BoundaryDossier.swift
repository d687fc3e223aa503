import Records

/// A page as it is drawn, and what a person would say of it.
struct DrawnPage: Codable {
    /// What kind of page, for the table: `modern`, `printed`, `typed`, `party`, `before 1976`, `no quốc hiệu`, or a kind of other page.
    var kind: String
    var isFirst: Bool
    var side: Side
    var isBlank = false
}

/// A dossier put together by chance: covers, a contents sheet, documents with continuation pages, annexes, forms and backs.
struct BoundaryDossier {
    enum Piece {
        case cover, contents, closing, blank
        case first(Era), continuation, signature, table, annex, regulation(Era), form, stamped
    }

    enum Era: String, CaseIterable {
        case modern, printed, typed, party
        case old = "before 1976"
        case plain = "no quốc hiệu"
    }

    private(set) var pieces: [Piece] = []
    private(set) var pages: [DrawnPage] = []
    private var random: SplitMix
    /// Both sides of every sheet are captured.
    private let isDuplex: Bool

    init(seed: UInt64) {
        random = SplitMix(state: seed)
        isDuplex = random.chance(0.5)
        if random.chance(0.4) { add(.cover, "cover") }
        if random.chance(0.4) { add(.contents, "contents sheet") }
        let era = Era.allCases.randomElement(using: &random) ?? .modern
        for _ in 0..<Int.random(in: 3...7, using: &random) {
            addDocument(random.chance(0.5) ? era : Era.allCases.randomElement(using: &random) ?? era)
        }
        if random.chance(0.3) { add(.closing, "closing sheet") }
        turnOver()
    }

    /// - Parameter onBack: follows on the sheet that is under the pen, where both its sides are captured.
    private mutating func add(_ piece: Piece, _ kind: String, isFirst: Bool = false, onBack: Bool = false) {
        let isBack = onBack && isDuplex && pages.last?.side == .front
        if !isBack { turnOver() }
        pieces.append(piece)
        pages.append(DrawnPage(kind: kind, isFirst: isFirst, side: isBack ? .back : .front))
    }

    /// An empty back, where backs are captured.
    private mutating func turnOver() {
        guard isDuplex, pages.last?.side == .front else { return }
        pieces.append(.blank)
        pages.append(DrawnPage(kind: "blank back", isFirst: false, side: .back, isBlank: true))
    }

    private mutating func addDocument(_ era: Era) {
        let isTwoSided = random.chance(0.5)
        add(.first(era), era.rawValue, isFirst: true, onBack: random.chance(0.01))
        for _ in 0..<random.from([0, 0, 0, 1, 1, 2]) { add(.continuation, "continuation", onBack: isTwoSided) }
        if random.chance(0.25) { add(.signature, "signature page", onBack: isTwoSided) }
        if random.chance(0.06) { add(.stamped, "with incoming stamp", onBack: isTwoSided) }
        if random.chance(0.12) { add(.regulation(era), "regulation issued with it", onBack: isTwoSided && random.chance(0.5)) }
        if random.chance(0.25) {
            add(.annex, "annex", onBack: isTwoSided && random.chance(0.5))
            if random.chance(0.4) { add(.table, "table", onBack: isTwoSided) }
            for _ in 0..<random.from([0, 0, 1, 1]) { add(.form, "form in an annex", onBack: isTwoSided) }
        }
    }
}

extension SplitMix {
    mutating func chance(_ share: Double) -> Bool { Double.random(in: 0..<1, using: &self) < share }

    /// One of the elements, of which there is at least one.
    mutating func from<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &self)]
    }

    mutating func around(_ value: Double, _ spread: Double) -> Double { value + Double.random(in: -spread...spread, using: &self) }
}
