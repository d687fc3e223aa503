import GRDB
import Records

/// Pages of a dossier behind a sheet "hồ sơ mới": those of another dossier, which nobody has named yet.
public struct UnnamedPart: Sendable, Hashable {
    /// The left-out sides that open it; several where such sheets lay one on the other.
    public let separators: [PageID]
    /// In use, in order; at least one.
    public let pages: [PageID]
    /// Sheets with such a page.
    public let sheets: Int
}

/// A row of a dossier in the order of its places, as far as the parts of it follow from it.
struct PartRow {
    let page: String
    let document: String
    let sheet: String
    let isInUse: Bool
    let role: Role

    enum Role {
        case plain
        /// A left-out sheet "hồ sơ mới"; closed: the dossier behind it was named, or a person said that there is none.
        case newDossier(isOpen: Bool)
        /// A left-out cover or preparation sheet: what lies behind it has a name.
        case cover
    }

    /// - Parameter row: with page_id, document_id, sheet_id, in_use, code, and whether a `new_dossier` finding is_open.
    init(_ row: Row) {
        (page, document, sheet, isInUse) = (row["page_id"], row["document_id"], row["sheet_id"], row["in_use"])
        switch SheetCode(stored: row["code"]) {
        case .newDossier? where !isInUse: role = .newDossier(isOpen: row["is_open"])
        case .cover?, .preparation?: role = isInUse ? .plain : .cover
        default: role = .plain
        }
    }

    var opensPart: Bool { if case .newDossier(isOpen: true) = role { true } else { false } }
    var isNewDossier: Bool { if case .newDossier = role { true } else { false } }
    var isCover: Bool { if case .cover = role { true } else { false } }

    static let sql = """
        SELECT p.page_id, p.document_id, g.sheet_id, p.dropped_at IS NULL AS in_use, g.code,
            EXISTS (SELECT 1 FROM findings f WHERE f.page_id = g.id AND f.code = 'new_dossier' AND f.state = 'open') AS is_open
        FROM placements p JOIN pages g ON g.id = p.page_id WHERE p.dossier_id = ? ORDER BY p.rank, g.number
        """
}

extension [PartRow] {
    /// Where each open part lies: from its first separator up to the next part, the next cover or the end. Those without a
    /// page in use are none: the stack ended there, or the sheet lay on another of its kind.
    var openParts: [Range<Int>] {
        var parts: [Range<Int>] = []
        var start: Int?
        func end(before index: Int) {
            if let start, self[start..<index].contains(where: \.isInUse) { parts.append(start..<index) }
        }
        for (index, row) in enumerated() where row.opensPart || row.isCover {
            let isOneMore = row.opensPart && start.map { !self[$0..<index].contains(where: \.isInUse) } == true
            if isOneMore { continue }
            end(before: index)
            start = row.opensPart ? index : nil
        }
        end(before: count)
        return parts
    }
}

extension StationStore {
    /// The parts of a dossier that nobody has named, in order.
    func unnamedParts(_ db: Database, _ id: DossierID) throws -> [UnnamedPart] {
        let isAny = try Bool.fetchOne(
            db,
            sql: """
                SELECT EXISTS (SELECT 1 FROM placements p JOIN findings f ON f.page_id = p.page_id
                WHERE p.dossier_id = ? AND p.dropped_at IS NOT NULL AND f.code = 'new_dossier' AND f.state = 'open')
                """, arguments: [id.description])
        guard isAny == true else { return [] }
        let rows = try Row.fetchAll(db, sql: PartRow.sql, arguments: [id.description]).map(PartRow.init)
        return rows.openParts.map { place in
            let pages = rows[place].filter(\.isInUse)
            return UnnamedPart(
                separators: rows[place].filter(\.opensPart).compactMap { PageID($0.page) }, pages: pages.compactMap { PageID($0.page) },
                sheets: Set(pages.map(\.sheet)).count)
        }
    }

    /// Finishing would settle the sheets of another dossier with those of this one.
    func refuseUnnamedParts(_ db: Database, _ dossier: DossierSummary) throws {
        let parts = try unnamedParts(db, dossier.id)
        guard let first = parts.first?.pages.first else { return }
        let before = try Int.fetchOne(
            db,
            sql: """
                SELECT count(*) FROM placements WHERE dossier_id = ?1 AND dropped_at IS NULL
                AND rank < (SELECT rank FROM placements WHERE page_id = ?2)
                """, arguments: [dossier.id.description, first.description]) ?? 0
        throw StoreError.dossiersUnnamed(code: dossier.code.text, parts: parts.count, page: before + 1)
    }
}
