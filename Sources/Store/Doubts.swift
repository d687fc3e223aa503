import GRDB
import Records
import Vietnamese

extension RevisedPage {
    /// Every word with its neighbours, as a proofreader looks at it.
    public var inContext: [WordInContext] {
        WordInContext.page(words.map { word in
            (word.text, word.confidence, word.variants.map { .init(place: $0.place, text: $0.text, confidence: $0.confidence) })
        })
    }

    /// What is to be expected of the text as it stands. Nil of a page without words: whether there is anything on it only a
    /// person can say.
    public func estimate(by proofreader: Proofreader) -> TextEstimate? {
        if words.isEmpty { return nil }
        var estimate = TextEstimate()
        for (word, context) in zip(words, inContext) {
            let letters = word.text.unicodeScalars.count
            estimate.letters += letters
            estimate.words += 1
            guard word.isMachine else {
                estimate.lettersOfPeople += letters
                continue
            }
            let risk = proofreader.risk(of: context)
            estimate.wrongWords += risk
            if Doubt(risk: risk) != .sure { estimate.openDoubts += 1 }
        }
        return estimate
    }

    /// What is thought of each word, in order.
    public func judgements(by proofreader: Proofreader) -> [Judgement] {
        zip(words, inContext).map { word, context in
            word.isMachine ? proofreader.judge(context) : Judgement(doubt: .sure, suggestions: [])
        }
    }
}

/// How right a text is, by the risks of its words: what a person vouches for has none.
public struct TextEstimate: Sendable, Hashable {
    /// Words that may be wrong and nobody has looked at.
    public var openDoubts = 0
    /// All words.
    var words = 0
    /// Characters of all words.
    public var letters = 0
    /// Of those, in words that a person typed or accepted.
    public var lettersOfPeople = 0
    /// How many words are to be expected wrong.
    public var wrongWords = 0.0

    public init() {}

    public static func + (a: TextEstimate, b: TextEstimate) -> TextEstimate {
        var sum = a
        sum.openDoubts += b.openDoubts
        sum.words += b.words
        sum.letters += b.letters
        sum.lettersOfPeople += b.lettersOfPeople
        sum.wrongWords += b.wrongWords
        return sum
    }

    /// The share of doubtful words where they are nearly all of a page of some length: nil elsewhere. Of the pages of
    /// ordinary papers few come near it; it is for readings in Vietnamese alone, as are the doubts.
    var strangeness: Double? {
        let share = Double(openDoubts) / Double(max(1, words))
        return words >= 12 && share >= 0.6 ? share : nil
    }

    /// Characters of the text that are wrong or missing for each word to be expected wrong. Few, as many of those words are stamps
    /// and handwriting, which no truth has: measured on the pages the weights of the risks were fitted on (`accuracy --words`
    /// compares the two for each kind of page: clean print comes out up to 1 % too low, worn type 4 % too high).
    private static let lettersPerWrongWord = 1.9

    /// The share of characters that are right, 0…1.
    public var rightShare: Double { letters == 0 ? 1 : max(0, 1 - TextEstimate.lettersPerWrongWord * wrongWords / Double(letters)) }
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

    /// How far the pages of a dossier are corrected that can be, in their order. Counts doubts where nobody has, or an older proofreader.
    public func correctionProgress(_ dossier: DossierID) throws(StoreError) -> [PageProgress] {
        let uncounted = try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT p.page_id FROM placements p LEFT JOIN doubts q ON q.page_id = p.page_id
                    WHERE p.dossier_id = ? AND p.dropped_at IS NULL AND p.withheld IS NULL AND q.judge IS NOT ?
                        AND (EXISTS (SELECT 1 FROM readings r WHERE r.page_id = p.page_id) OR EXISTS (SELECT 1 FROM texts x WHERE x.page_id = p.page_id))
                    """, arguments: [dossier.description, Proofreader.version]
            ).map { try $0.id("page_id") as PageID }
        }
        if !uncounted.isEmpty { try countDoubts(of: uncounted, in: dossier) }
        return try read { db in try StationStore.progress(db, dossier) }
    }

    private func countDoubts(of pages: [PageID], in dossier: DossierID) throws(StoreError) {
        var counted: [(PageID, RevisedPage, TextEstimate)] = []
        for page in pages {
            if let text = try words(of: page)?.revised, let estimate = text.estimate(by: proofreader) { counted.append((page, text, estimate)) }
        }
        let counts = counted
        if counts.isEmpty { return }
        try write { db in
            for (page, text, estimate) in counts where try StationStore.words(db, page)?.revised == text {
                try StationStore.noteEstimate(db, page, estimate)
            }
            try self.noteChange(db, dossier)
        }
    }

    /// A finding for a person to look at; an earlier reading's goes when this one makes more of the page.
    static func noteStrangeText(_ db: Database, _ page: PageID, _ share: Double?) throws {
        guard let share else {
            return try db.execute(
                sql: "DELETE FROM findings WHERE page_id = ? AND code = ? AND state = 'open'", arguments: [page.description, FindingCode.strangeText.rawValue])
        }
        try db.execute(
            sql: "INSERT INTO findings (page_id, code, value) VALUES (?, ?, ?) ON CONFLICT DO UPDATE SET value = excluded.value WHERE state = 'open'",
            arguments: [page.description, FindingCode.strangeText.rawValue, (share * 100).rounded() / 100])
    }

    static func noteEstimate(_ db: Database, _ page: PageID, _ estimate: TextEstimate?) throws {
        guard let estimate else { return try db.execute(sql: "DELETE FROM doubts WHERE page_id = ?", arguments: [page.description]) }
        try db.execute(
            sql: """
                INSERT OR REPLACE INTO doubts (page_id, open, letters, letters_of_people, wrong_words, judge) VALUES (?, ?, ?, ?, ?, ?)
                """,
            arguments: [
                page.description, estimate.openDoubts, estimate.letters, estimate.lettersOfPeople, estimate.wrongWords, Proofreader.version,
            ])
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
