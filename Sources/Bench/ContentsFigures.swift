import Extraction
import Measuring
import Records

/// How well drawn contents sheets are known as such and their rows read, and how often another page is taken for one.
struct ContentsFigures {
    private struct Count {
        var known = FindingFigures.Share()
        var found = FindingFigures.Share()
        /// Of the rows that are shown, those whose sheets are right, as far as they are told.
        var right = FindingFigures.Share()
        /// Of the rows found, those of which the last sheet is told.
        var ended = FindingFigures.Share()
        var notations = FindingFigures.Share()
        var dates = FindingFigures.Share()
    }

    private var counts: [String: Count] = [:]
    private var alarms: [String: FindingFigures.Share] = [:]
    private var mistakes: [String] = []
    private var milliseconds: [Double] = []

    mutating func measure(_ lists: [ReadContents]) {
        for (number, list) in lists.enumerated() { measure(list, number + 1) }
    }

    private mutating func measure(_ list: ReadContents, _ number: Int) {
        let (known, entries) = read(list.pages)
        for (page, isKnown) in known.enumerated() {
            for kind in list.truth.kinds + [page == 0 ? "first page" : "page after it", "all"] { counts[kind, default: Count()].known.add(isKnown) }
            if !isKnown { mistakes.append("not known: page \(page + 1) of \(number), \(list.truth.kinds)") }
        }
        for kind in list.truth.kinds + ["all"] { count(entries, list.truth, kind) }
        let shown = Set(entries.map(\.firstSheet))
        for (index, row) in list.truth.rows.enumerated() where !shown.contains(row.firstSheet) {
            mistakes.append("missed: row \(index + 1), sheet \(row.firstSheet), of \(number), \(list.truth.kinds)")
        }
        for entry in entries where !list.truth.holds(entry) {
            mistakes.append("wrong: \(entry.position ?? 0) \(entry.firstSheet)–\(entry.lastSheet ?? 0) \(entry.notation ?? "") of \(number), \(list.truth.kinds)")
        }
    }

    private mutating func count(_ entries: [ContentsEntry], _ truth: DrawnContents, _ kind: String) {
        var count = counts[kind] ?? Count()
        defer { counts[kind] = count }
        for entry in entries { count.right.add(truth.holds(entry)) }
        let shown = Dictionary(grouping: entries, by: \.firstSheet)
        for (index, row) in truth.rows.enumerated() {
            let entry = shown[row.firstSheet]?.first
            count.found.add(entry != nil)
            guard let entry else { continue }
            if truth.tellsEnd(ofRow: index) { count.ended.add(entry.lastSheet != nil) }
            if !row.notation.isEmpty { count.notations.add(entry.notation == row.notation) }
            count.dates.add(entry.date == PartialDate(year: 2008, month: row.month, day: row.day))
        }
    }

    /// As the station does it: pages that follow each other in a dossier.
    private func read(_ pages: [ReadBoundaryPage]) -> (known: [Bool], entries: [ContentsEntry]) {
        let list = ContentsList(pages.map { ContentsPage($0.reading, width: $0.width, height: $0.height, quarterTurns: $0.quarterTurns) })
        return (pages.indices.map(list.pages.contains), list.entries)
    }

    /// Pages that are no contents sheets: alone, and each behind one of a list.
    mutating func measure(others: [ReadBoundaryPage], behind lists: [ReadContents]) {
        for (number, page) in others.enumerated() where page.truth.kind != "contents sheet" {
            let start = threadSeconds()
            let isTaken = read([page]).known == [true]
            milliseconds.append((threadSeconds() - start) * 1000)
            for kind in [page.truth.kind, "all"] { alarms[kind, default: .init()].add(isTaken) }
            if isTaken { mistakes.append("taken for one: \(number + 1), \(page.truth.kind)") }
            guard !page.truth.isBlank, !lists.isEmpty else { continue }
            let goesOn = read(lists[number % lists.count].pages + [page]).known.last == true
            alarms["behind a contents sheet", default: .init()].add(goesOn)
            if goesOn, !isTaken { mistakes.append("taken behind one: \(number + 1), \(page.truth.kind)") }
        }
    }

    func report(withMistakes: Bool) -> String {
        let heads = ["kind", "page known", "row found", "of those shown right", "end told", "notation", "date"]
        let lines = ContentsFigures.sorted(counts).map { kind, count in
            [kind, count.known.text, count.found.text, count.right.text, count.ended.text, count.notations.text, count.dates.text]
        }
        let others = ContentsFigures.sorted(alarms).map { [$0, $1.text] }
        let cost = "processor time beyond OCR, other pages: median \((milliseconds.median ?? 0).text(2)) ms, most \((milliseconds.max() ?? 0).text(2)) ms"
        return (["Wilson intervals of 95 %", ""] + ContentsFigures.table([heads] + lines)
            + ["", "pages that are none:"] + ContentsFigures.table([["kind", "taken for one"]] + others) + [cost]
            + (withMistakes ? [""] + mistakes : [])).joined(separator: "\n")
    }

    private static func sorted<Value>(_ counts: [String: Value]) -> [(String, Value)] {
        counts.sorted { ($0.key == "all" ? 1 : 0, $0.key) < ($1.key == "all" ? 1 : 0, $1.key) }.map { ($0.key, $0.value) }
    }

    private static func table(_ lines: [[String]]) -> [String] {
        let widths = (lines.first ?? []).indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
        return lines.map { line in zip(line, widths).map { $0.padding(toLength: $1 + 2, withPad: " ", startingAt: 0) }.joined() }
    }
}

extension DrawnContents {
    /// Whether an entry says nothing that is wrong.
    fileprivate func holds(_ entry: ContentsEntry) -> Bool {
        guard let index = rows.firstIndex(where: { $0.firstSheet == entry.firstSheet }) else { return false }
        return entry.position ?? index + 1 == index + 1 && entry.lastSheet ?? rows[index].lastSheet == rows[index].lastSheet
    }

    /// Whether the list says where a document ends: without ranges nothing does for the last.
    fileprivate func tellsEnd(ofRow index: Int) -> Bool { hasRanges || index + 1 < rows.count }
}
