import GRDB
import Records

/// Gives every numbered sheet its label: the pencil number that a person wrote down, or the number after that of the sheet
/// before it. So one correction behind a missing leaf sets all that follow right.
public enum SheetLabels {
    static func give(to pages: inout [PageRecord], _ placeholders: inout [PlaceholderRecord]) {
        var last = 0
        var given: [SheetID: String] = [:]
        var open = placeholders.indices.filter { placeholders[$0].isOpen }[...]
        func labelOpenPlaces(before index: Int) {
            while let place = open.first, placeholders[place].pagesBefore <= index {
                open.removeFirst()
                placeholders[place].label = next(placeholders[place].label)
            }
        }
        func next(_ own: String) -> String {
            last = own.isEmpty ? last + 1 : number(own) ?? last
            return own.isEmpty ? String(last) : own
        }
        for index in pages.indices {
            labelOpenPlaces(before: index)
            let sheet = pages[index].sheetID
            if let label = given[sheet] {
                pages[index].label = label
            } else {
                pages[index].label = pages[index].role == .document ? next(pages[index].label) : ""
            }
            given[sheet] = pages[index].label
        }
        labelOpenPlaces(before: pages.count)
        for index in placeholders.indices where !placeholders[index].isOpen {
            placeholders[index].label = given[placeholders[index].sheet] ?? placeholders[index].label
        }
    }

    /// The number a pencil number begins with: 12 of `12a`.
    public static func number(_ label: String) -> Int? { Int(label.prefix { $0.isASCII && $0.isNumber }) }
}

extension DossierContents {
    /// Numbers from 1 to the highest (and to the counted sheets) that no numbered sheet carries.
    public var missingNumbers: [Int] {
        let there = Set(pages.filter { $0.role == .document }.compactMap { SheetLabels.number($0.label) })
            .union(placeholders.compactMap { SheetLabels.number($0.label) })
        let most = min(StationStore.mostSheets, max(there.max() ?? 0, summary.countedSheets ?? 0))
        return most > 0 ? (1...most).filter { !there.contains($0) } : []
    }

    /// Labels that more than one numbered sheet carries.
    public var doubledLabels: [String] {
        var sheets: [String: Set<SheetID>] = [:]
        for page in pages where page.role == .document { sheets[page.label, default: []].insert(page.sheetID) }
        return sheets.filter { $0.value.count > 1 }.keys.sorted()
    }
}

extension StationStore {
    /// The places of a dossier in order.
    /// - Parameter order: identifiers of all its pages, dropped ones included.
    func placeholders(_ db: Database, _ id: DossierID, pages: [PageRecord], order: [String]) throws -> [PlaceholderRecord] {
        let rows = try Row.fetchAll(
            db,
            sql: """
                SELECT h.*, s.label, \(StationStore.emptyPlaceSQL) AS is_open FROM placeholders h JOIN sheets s ON s.id = h.sheet_id
                WHERE h.dossier_id = ? AND h.removed_at IS NULL ORDER BY h.number
                """, arguments: [id.description])
        if rows.isEmpty { return [] }
        // Pages in use up to each page in the order, itself included.
        var before: [String: Int] = [:]
        let inUse = Set(pages.map(\.id.description))
        var count = 0
        for page in order {
            if inUse.contains(page) { count += 1 }
            before[page] = count
        }
        let places = try rows.map { row in
            let sheet: SheetID = try row.id("sheet_id")
            // An open place is where its first page will come to lie.
            let pagesBefore = try pages.firstIndex { $0.sheetID == sheet } ?? pageBefore(db, row).flatMap { before[$0.description] } ?? 0
            return PlaceholderRecord(
                id: try row.id("id"), kind: try row.value("kind"), sheet: sheet, label: row["label"] ?? "", pagesBefore: pagesBefore,
                isOpen: row["is_open"], code: SheetCode(stored: row["code"]))
        }
        // Stable: places at the same spot stay in the order in which they were kept.
        return places.enumerated().sorted { ($0.element.pagesBefore, $0.offset) < ($1.element.pagesBefore, $1.offset) }.map(\.element)
    }
}
