import GRDB
import Records
import Vietnamese

/// How right the texts of some pages are to be expected.
public struct TextAccuracy: Sendable, Hashable {
    /// The share of right characters that công văn 7197 asks for.
    public static let wanted = 0.98

    /// What the pages have in common: the code of their fonds, empty for those of none; or of their dossier.
    public let code: String
    public let estimate: TextEstimate
    /// With words that were judged.
    public let pages: Int
    /// That a person settled without its words being right: illegible, handwritten, in another language, taken as they were read. In no estimate
    /// but of the last kind.
    public let settled: Int
    /// Not read yet, or judged by an older program and not looked at since.
    public let unknown: Int
}

extension StationStore {
    /// For each fonds, or each dossier of one; in order of their codes. Left out are pages that were dropped, are withheld or are blank.
    /// - Parameter fonds: code of the fonds whose dossiers are wanted; nil: all fonds.
    public func textAccuracy(dossiersOf fonds: String? = nil) throws(StoreError) -> [TextAccuracy] {
        try read { db in
            try Row.fetchAll(
                db,
                sql: """
                    SELECT \(fonds == nil ? "coalesce(f.code, '')" : "d.code") AS code,
                        count(*) FILTER (WHERE q.judge = :judge AND \(StationStore.hasText)) AS pages,
                        count(x.settlement) AS settled,
                        count(*) FILTER (WHERE q.judge IS NOT :judge AND x.settlement IS NULL) AS unknown,
                        \(StationStore.sum("open")) AS open, \(StationStore.sum("letters")) AS letters,
                        \(StationStore.sum("letters_of_people")) AS people, \(StationStore.sum("wrong_words")) AS wrong
                    FROM placements p JOIN dossiers d ON d.id = p.dossier_id LEFT JOIN fonds f ON f.id = d.fonds_id
                        LEFT JOIN doubts q ON q.page_id = p.page_id LEFT JOIN texts x ON x.page_id = p.page_id
                    WHERE p.dropped_at IS NULL AND p.withheld IS NULL AND p.blank <> 'confirmed' AND d.deleted_at IS NULL
                        AND (:fonds IS NULL OR coalesce(f.code, '') = :fonds)
                    GROUP BY 1 ORDER BY 1
                    """, arguments: ["judge": Proofreader.version, "fonds": fonds]
            ).map { row in
                var estimate = TextEstimate()
                (estimate.openDoubts, estimate.letters, estimate.lettersOfPeople, estimate.wrongWords) = (
                    row["open"], row["letters"], row["people"], row["wrong"]
                )
                return TextAccuracy(code: row["code"], estimate: estimate, pages: row["pages"], settled: row["settled"], unknown: row["unknown"])
            }
        }
    }

    /// That nobody settled the page `x` as one whose words are none.
    private static let hasText = "coalesce(x.settlement NOT IN (" + PageSettlement.allCases.filter(\.hasNoText).map { "'\($0.rawValue)'" }.joined(separator: ", ") + "), 1)"

    /// Of pages whose words count.
    private static func sum(_ column: String) -> String {
        """
        coalesce(sum(q.\(column)) FILTER (WHERE q.judge = :judge AND \(StationStore.hasText)), 0)
        """
    }
}
