import Measuring
import Extraction
import Records

/// How well the rows of drawn contents sheets are read.
struct ContentsFigures {
    private struct Count {
        var known = FindingFigures.Share()
        var found = FindingFigures.Share()
        var ranges = FindingFigures.Share()
        var notations = FindingFigures.Share()
        var dates = FindingFigures.Share()
        var wrong = 0
    }

    private var counts: [String: Count] = [:]
    private var mistakes: [String] = []

    mutating func measure(_ sheets: [ReadContents]) {
        for (number, sheet) in sheets.enumerated() {
            for look in [sheet.truth.look, "all"] { measure(sheet, number, look) }
        }
    }

    private mutating func measure(_ sheet: ReadContents, _ number: Int, _ look: String) {
        var count = counts[look] ?? Count()
        defer { counts[look] = count }
        var read = ContentsList([])
        for page in sheet.pages {
            let isKnown = FirstPageReader().read(page.reading, width: page.width, height: page.height, quarterTurns: page.quarterTurns).kind == .contentsSheet
            count.known.add(isKnown)
            // As the station does: of a page that was not taken for a contents sheet nothing is listed.
            if isKnown { read = read + ContentsList(page.reading, width: page.width, height: page.height, quarterTurns: page.quarterTurns) }
        }
        let entries = Dictionary(grouping: read.entries, by: \.firstSheet)
        for (index, row) in sheet.truth.rows.enumerated() {
            let entry = entries[row.firstSheet]?.first
            count.found.add(entry != nil)
            if let entry {
                // Without ranges nothing tells where the last document ends.
                let last = sheet.truth.hasRanges || index + 1 < sheet.truth.rows.count ? row.lastSheet : nil
                if entry.lastSheet != nil || last != nil { count.ranges.add(entry.lastSheet == last || (sheet.truth.hasRanges && row.firstSheet == row.lastSheet && entry.lastSheet == nil)) }
                count.notations.add(entry.notation == row.notation)
                count.dates.add(entry.date == PartialDate(year: 2008, month: row.month, day: row.day))
            } else if look == "all" {
                mistakes.append("missed row \(index + 1), sheet \(row.firstSheet), of \(number + 1): \(sheet.truth.look)")
            }
        }
        let firsts = Set(sheet.truth.rows.map(\.firstSheet))
        let wrong = read.entries.filter { !firsts.contains($0.firstSheet) }
        count.wrong += wrong.count
        if look == "all" { mistakes += wrong.map { "wrong sheet \($0.firstSheet) \($0.notation ?? "–"), of \(number + 1): \(sheet.truth.look)" } }
    }

    func report(withMistakes: Bool) -> String {
        let heads = ["look", "page known", "row found", "range right", "notation", "date", "wrong rows"]
        let lines = counts.sorted { ($0.key == "all" ? 1 : 0, $0.key) < ($1.key == "all" ? 1 : 0, $1.key) }.map { look, count in
            [look, count.known.text, count.found.text, count.ranges.text, count.notations.text, count.dates.text, "\(count.wrong)"]
        }
        let widths = heads.indices.map { column in ([heads] + lines).map { $0[column].count }.max() ?? 0 }
        let table = ([heads] + lines).map { line in zip(line, widths).map { $0.padding(toLength: $1 + 2, withPad: " ", startingAt: 0) }.joined() }
        return (["Wilson intervals of 95 %", ""] + table + (withMistakes ? [""] + mistakes : [])).joined(separator: "\n")
    }
}
