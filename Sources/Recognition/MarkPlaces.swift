import Imaging
import Records

/// Where on a copy a mark of secrecy is looked for once more, letter by letter.
struct MarkPlaces {
    typealias Word = (text: String, confidence: Double, box: Box)

    private let (width, height): (Int, Int)
    /// Pixels of a millimetre.
    private let unit: Double

    /// In millimetres from the middle of MẬT: TUYỆT before it, letter by letter, has room; up as much as down.
    private static let (before, behind, down) = (50.0, 16.0, 7.0)
    /// In millimetres: words that belong together, letter by letter; how much more of the paper is read with them;
    /// what is left between letters that are moved together.
    private static let (gap, aside, over, gapOfLetters) = (40.0, 15.0, 2.0, 0.7)
    /// Share of the page's height: typed marks stand above the head or beside it.
    private static let zone = 0.2
    private static let unsureConfidence = 0.6
    /// More than these is a page that is read badly all over.
    private static let most = 3

    init(_ copy: ReadingCopy) { self.init(width: copy.image.width, height: copy.image.height, dpi: copy.dpi) }

    /// - Parameters: of the upright copy.
    init(width: Int, height: Int, dpi: Int) {
        (self.width, self.height) = (width, height)
        unit = Double(dpi) / 25.4
    }

    /// About a mark that is seen.
    func surroundings(of sight: Box) -> Box {
        let (x, y) = (Double(sight.x) + Double(sight.width) / 2, Double(sight.y) + Double(sight.height) / 2)
        return part(x - MarkPlaces.before * unit, y - MarkPlaces.down * unit, x + MarkPlaces.behind * unit, y + MarkPlaces.down * unit)
    }

    /// Words of the head that may be a mark and were hardly read, those of a row together.
    /// - Parameter words: in pixels of the copy, confidence 0…1.
    func unsure(_ words: [Word]) -> [Box] {
        var rows: [Box] = []
        for word in words where Double(word.box.y + word.box.height) < MarkPlaces.zone * Double(height) && isUnsureMark(word) {
            if let row = rows.firstIndex(where: { isBeside($0, word.box) }) { rows[row] = rows[row].union(word.box) } else { rows.append(word.box) }
        }
        return Array(rows.sorted { $0.y < $1.y }.prefix(MarkPlaces.most))
    }

    /// About such a row, with letters beside it that were not read at all.
    func surroundings(ofRow row: Box) -> Box {
        let (aside, over) = (MarkPlaces.aside * unit, MarkPlaces.over * unit)
        return part(Double(row.x) - aside, Double(row.y) - over, Double(row.x + row.width) + aside, Double(row.y + row.height) + over)
    }

    /// Marks stand in capitals; numbers and dates are none.
    private func isUnsureMark(_ word: Word) -> Bool {
        let scalars = word.text.unicodeScalars
        return word.confidence < MarkPlaces.unsureConfidence && scalars.contains(where: \.properties.isAlphabetic)
            && scalars.count(where: \.properties.isLowercase) < 2 && scalars.count { $0.properties.numericType != nil } < 2
    }

    private func isBeside(_ row: Box, _ word: Box) -> Bool {
        let across = max(row.x, word.x) - min(row.x + row.width, word.x + word.width)
        let common = min(row.y + row.height, word.y + word.height) - max(row.y, word.y)
        return Double(across) < MarkPlaces.gap * unit && 2 * common > max(row.height, word.height)
    }

    private func part(_ left: Double, _ top: Double, _ right: Double, _ bottom: Double) -> Box {
        let (x, y) = (max(0, Int(left)), max(0, Int(top)))
        return Box(x: x, y: y, width: min(width, Int(right)) - x, height: min(height, Int(bottom)) - y)
    }

    /// Lines as they were read, and words that stand beside each other, from left to right.
    static func lines(_ words: [TesseractAPI.Word]) -> [String] {
        var lines: [String] = []
        for word in words {
            if word.startsLine || lines.isEmpty { lines.append(word.text) } else { lines[lines.count - 1] += " " + word.text }
        }
        var rows: [[TesseractAPI.Word]] = []
        for word in words {
            let middle = (word.top + word.bottom) / 2
            if let row = rows.firstIndex(where: { $0.contains { $0.top < middle && middle < $0.bottom } }) { rows[row].append(word) } else { rows.append([word]) }
        }
        for row in rows.map({ $0.sorted { $0.left < $1.left }.map(\.text).joined(separator: " ") }) where !lines.contains(row) { lines.append(row) }
        return lines
    }

    /// A line with its letters moved together: the engine reads none that are set far apart.
    /// - Returns: nil when there is no ink.
    func closed(_ line: GreyImage) throws(ImagingError) -> GreyImage? {
        guard let ink = Ink(of: line) else { return nil }
        let (width, height) = (line.width, line.height)
        var columns: [Int] = [], gap = 0
        for x in 0..<width {
            let hasInk = stride(from: x, to: width * height, by: width).contains { line.pixels[$0] < ink.threshold }
            gap = hasInk ? 0 : gap + 1
            if Double(gap) <= MarkPlaces.gapOfLetters * unit { columns.append(x) }
        }
        let margin = LoneFigures.margin
        let across = columns.count + 2 * margin
        var pixels = [UInt8](repeating: ink.paper, count: across * (height + 2 * margin))
        for y in 0..<height {
            for (place, x) in columns.enumerated() { pixels[(y + margin) * across + margin + place] = line.pixels[y * width + x] }
        }
        return try GreyImage(width: across, height: height + 2 * margin, pixels: pixels)
    }
}

extension Box {
    func meets(_ other: Box) -> Bool { x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height }

    func scaled(by factor: Double) -> Box {
        Box(x: Int(Double(x) * factor), y: Int(Double(y) * factor), width: Int(Double(width) * factor), height: Int(Double(height) * factor))
    }
}
