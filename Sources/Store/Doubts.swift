import GRDB
import Records
import Vietnamese

extension RevisedPage {
    /// Loaded with the first page that is judged; it serves all of them.
    private static let proofreader = Proofreader()

    /// Every word with its neighbours, as a proofreader looks at it.
    public var inContext: [WordInContext] {
        WordInContext.page(words.map { word in
            (word.text, word.confidence, word.variants.map { .init(place: $0.place, text: $0.text, confidence: $0.confidence) })
        })
    }

    /// How many words may be wrong and nobody has looked at. What a person vouches for is sure. Nil of a page without words:
    /// whether there is anything on it only a person can say.
    public var openDoubts: Int? {
        words.isEmpty ? nil : zip(words, inContext).count { word, context in word.isMachine && RevisedPage.proofreader.doubt(context) != .sure }
    }

    /// What is thought of each word, in order.
    public var judgements: [Judgement] {
        zip(words, inContext).map { word, context in
            word.isMachine ? RevisedPage.proofreader.judge(context) : Judgement(doubt: .sure, suggestions: [])
        }
    }
}

/// How far the text of a page is corrected.
public struct PageProgress: Sendable, Hashable {
    public let page: PageID
    /// Words that may be wrong and nobody has looked at; nil: it has no words, or is not read yet.
    public let doubts: Int?
    public let settlement: PageSettlement?
    /// Whether the page waits for a person.
    public let isOpen: Bool
}

extension StationStore {
    /// That the text of the placement `p` waits for a person, with `doubts q` and `texts x` joined to it.
    static let waitsForCorrectionSQL = """
        p.dropped_at IS NULL AND p.withheld IS NULL AND p.blank <> 'confirmed' AND x.settlement IS NULL AND coalesce(q.open, 1) > 0
        """

    /// How far the pages of a dossier are corrected that can be, in their order. Counts doubts where nobody has.
    public func correctionProgress(_ dossier: DossierID) throws(StoreError) -> [PageProgress] {
        let uncounted = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT p.page_id FROM placements p LEFT JOIN doubts q ON q.page_id = p.page_id
                    WHERE p.dossier_id = ? AND p.dropped_at IS NULL AND p.withheld IS NULL AND q.page_id IS NULL
                        AND (EXISTS (SELECT 1 FROM readings r WHERE r.page_id = p.page_id) OR EXISTS (SELECT 1 FROM texts x WHERE x.page_id = p.page_id))
                    """, arguments: [dossier.description]
            ).map { try $0.id("page_id") as PageID }
        }
        if !uncounted.isEmpty { try countDoubts(of: uncounted, in: dossier) }
        return try read { db in try StationStore.progress(db, dossier) }
    }

    private func countDoubts(of pages: [PageID], in dossier: DossierID) throws(StoreError) {
        var counted: [(PageID, RevisedPage, Int)] = []
        for page in pages {
            if let text = try words(of: page)?.revised, let doubts = text.openDoubts { counted.append((page, text, doubts)) }
        }
        let counts = counted
        if counts.isEmpty { return }
        try write { db in
            for (page, text, doubts) in counts where try StationStore.words(db, page)?.revised == text { try StationStore.noteDoubts(db, page, doubts) }
            try self.noteChange(db, dossier)
        }
    }

    static func noteDoubts(_ db: Database, _ page: PageID, _ count: Int?) throws {
        guard let count else { return try db.execute(sql: "DELETE FROM doubts WHERE page_id = ?", arguments: [page.description]) }
        try db.execute(sql: "INSERT OR REPLACE INTO doubts (page_id, open) VALUES (?, ?)", arguments: [page.description, count])
    }

    private static func progress(_ db: Database, _ dossier: DossierID) throws -> [PageProgress] {
        try Row.fetchAll(
            db,
            sql: """
                SELECT p.page_id, q.open, x.settlement, (\(waitsForCorrectionSQL)) AS waits
                FROM placements p LEFT JOIN doubts q ON q.page_id = p.page_id LEFT JOIN texts x ON x.page_id = p.page_id
                WHERE p.dossier_id = ? AND p.dropped_at IS NULL AND p.withheld IS NULL ORDER BY p.rank
                """, arguments: [dossier.description]
        ).map { row in
            PageProgress(
                page: try row.id("page_id"), doubts: row["open"], settlement: (row["settlement"] as String?).flatMap(PageSettlement.init),
                isOpen: row["waits"])
        }
    }
}
