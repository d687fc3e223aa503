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
    private static let (gap, aside, over, gapOfLetters) = (20.0, 15.0, 2.0, 0.7)
    /// Share of the page's height: typed marks stand above the head, or below its subject (NĐ 30/2020, PL I, box 10a, ends at 0.24 of the text).
    private static let zone = 0.3
    private static let unsureConfidence = 0.6
    /// The uppermost: a page that is read badly all over has many.
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

    /// The rows of words read in a part of the page, from the top, each from left to right; without those of which a word is cut by an edge:
    /// more of them stands beside the part.
    func rows(_ words: [TesseractAPI.Word], in part: Box) -> [String] {
        var rows: [[TesseractAPI.Word]] = []
        for word in words.sorted(by: { $0.top < $1.top }) {
            let middle = (word.top + word.bottom) / 2
            if let row = rows.firstIndex(where: { $0.contains { $0.top < middle && middle < $0.bottom } }) { rows[row].append(word) } else { rows.append([word]) }
        }
        return rows.filter { !$0.contains { isCut($0, by: part) } }.map { $0.sorted { $0.left < $1.left }.map(\.text).joined(separator: " ") }
    }

    /// By an edge that is not that of the page.
    private func isCut(_ word: TesseractAPI.Word, by part: Box) -> Bool {
        word.text.contains(where: \.isLetter)
            && (word.left < MarkPlaces.edge && part.x > 0 || Int(word.right) > part.width - Int(MarkPlaces.edge) && part.x + part.width < width)
    }

    private static let edge: Int32 = 2

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
    func scaled(by factor: Double) -> Box {
        Box(x: Int(Double(x) * factor), y: Int(Double(y) * factor), width: Int(Double(width) * factor), height: Int(Double(height) * factor))
    }
}
