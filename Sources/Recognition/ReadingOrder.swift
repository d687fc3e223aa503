/// Puts the words of an upright page in the order in which a person reads them.
///
/// Tesseract finds words and lines, but reads the two columns of an administrative paper's head (issuer and number; motto
/// and date) and its end (recipients; signature) across, and a table's cells in any order. Here the page is taken apart into
/// rows; rows one below the other that leave the same gap free are a zone: two columns, read one after the other, or a
/// table, read row by row and cell by cell. All else is read from top to bottom.
enum ReadingOrder {
    /// Words in order, each line by itself. Words are expected in the order of their lines.
    static func lines(_ words: [TesseractAPI.Word]) -> [[TesseractAPI.Word]] {
        let read = found(words).map { $0.filter { !$0.isRuling } }.filter { !$0.isEmpty }
        let skew = PageSkew(read)
        let heights = words.map { Double($0.bottom - $0.top) }.sorted()
        guard !heights.isEmpty else { return [] }
        let letterHeight = heights[heights.count / 2]
        let parts = read.flatMap { segments($0, skew, widestGap: PageZone.narrowestGap * letterHeight) }
        var lines: [[TesseractAPI.Word]] = []
        for zone in PageZone.zones(PageRow.rows(parts), letterHeight: letterHeight) { lines += zone.lines }
        return lines
    }

    private static func found(_ words: [TesseractAPI.Word]) -> [[TesseractAPI.Word]] {
        var lines: [[TesseractAPI.Word]] = []
        for word in words {
            if word.startsLine || lines.isEmpty { lines.append([]) }
            lines[lines.count - 1].append(word)
        }
        return lines
    }

    private static func segments(_ line: [TesseractAPI.Word], _ skew: PageSkew, widestGap: Double) -> [LineSegment] {
        var parts: [[TesseractAPI.Word]] = []
        for word in line.sorted(by: { $0.left < $1.left }) {
            if let last = parts.last?.last, Double(word.left - last.right) < widestGap {
                parts[parts.count - 1].append(word)
            } else {
                parts.append([word])
            }
        }
        return LineSegment.segments(parts, skew: skew)
    }
}

extension TesseractAPI.Word {
    /// The stroke of a table, taken for a letter or given as an empty word as long as the table.
    fileprivate var isRuling: Bool { text.unicodeScalars.allSatisfy { $0 == "|" || $0 == "¦" || $0.properties.isWhitespace } }
}
