import Records
import Vietnamese

/// A word where it stands on the upright page, in shares of the page's width and height.
struct PlacedWord {
    let text: String
    /// Folded letters and figures, nothing else.
    let letters: [UInt8]
    /// OCR is not sure of it: dots and handwriting come out so.
    let isUnsure: Bool
    /// As the store has it.
    let stored: Box
    let left: Double
    let right: Double
    let top: Double
    let bottom: Double

    var middle: Double { (left + right) / 2 }
    var hasSmallLetters: Bool { text.unicodeScalars.count { $0.properties.isLowercase } >= 2 }
    var beginsWithCapital: Bool { text.unicodeScalars.first { $0.properties.isAlphabetic }?.properties.isUppercase == true }
    var isNumber: Bool { !letters.isEmpty && letters.allSatisfy { (48...57).contains($0) } }
}

/// A line of a page, its words from left to right. In the head of a document both columns may stand in one line.
struct PageLine {
    let words: [PlacedWord]
    /// The letters of all words, one after the other.
    let letters: [UInt8]
    /// For each letter, the index of its word.
    private let owners: [Int]

    init(_ words: [PlacedWord]) {
        let words = words.sorted { $0.left < $1.left }
        self.words = words
        letters = words.flatMap(\.letters)
        owners = words.enumerated().flatMap { index, word in [Int](repeating: index, count: word.letters.count) }
    }

    var left: Double { words.first?.left ?? 0 }
    var right: Double { words.map(\.right).max() ?? 0 }
    var middle: Double { (left + right) / 2 }
    /// Of a word in the middle of the line's height order, so that a tall bracket does not lift the line.
    var top: Double { words.map(\.top).sorted()[words.count / 2] }
    var height: Double { words.map { $0.bottom - $0.top }.sorted()[words.count / 2] }
    var text: String { words.map(\.text).joined(separator: " ") }

    func words(of match: ApproximateMatch) -> Range<Int> {
        guard let first = owners[safe: match.range.lowerBound], let last = owners[safe: match.range.upperBound - 1] else { return 0..<0 }
        return first..<last + 1
    }

    func hasPrefix(_ phrase: String) -> Bool { letters.starts(with: phrase.utf8) }

    /// The share of capitals among the letters of some words.
    func capitals(_ range: Range<Int>? = nil) -> Double {
        let scalars = words[range ?? words.indices].flatMap { $0.text.unicodeScalars }.filter(\.properties.isAlphabetic)
        return scalars.isEmpty ? 0 : Double(scalars.count { $0.properties.isUppercase }) / Double(scalars.count)
    }

    func box(_ range: Range<Int>? = nil) -> Box {
        let boxes = words[range ?? words.indices].map(\.stored)
        return boxes.dropFirst().reduce(boxes.first ?? Box(x: 0, y: 0, width: 0, height: 0)) { $0.union($1) }
    }
}

/// A page as it stands upright.
struct PageLines {
    let lines: [PageLine]
    /// Height of the upright page by its width.
    let aspect: Double

    /// - Parameters:
    ///   - width, height: pixels of the stored image.
    ///   - quarterTurns: clockwise, that set it upright.
    init(_ page: RecognisedPage, width: Int, height: Int, quarterTurns: Int) {
        var lines: [[PlacedWord]] = []
        var number: Int?
        for word in page.words {
            if word.line != number { lines.append([]) }
            number = word.line
            lines[lines.count - 1].append(PageLines.place(word, width: max(1, width), height: max(1, height), quarterTurns & 3))
        }
        aspect = quarterTurns & 1 == 0 ? Double(max(1, height)) / Double(max(1, width)) : Double(max(1, width)) / Double(max(1, height))
        self.lines = lines.map(PageLine.init).filter { !$0.letters.isEmpty }.sorted { $0.top < $1.top }
    }

    static func place(_ word: RecognisedWord, width: Int, height: Int, _ quarterTurns: Int) -> PlacedWord {
        let (w, h) = (Double(width), Double(height))
        let (left, right) = (Double(word.box.x) / w, Double(word.box.x + word.box.width) / w)
        let (top, bottom) = (Double(word.box.y) / h, Double(word.box.y + word.box.height) / h)
        let frame =
            switch quarterTurns {
            case 1: (left: 1 - bottom, right: 1 - top, top: left, bottom: right)
            case 2: (left: 1 - right, right: 1 - left, top: 1 - bottom, bottom: 1 - top)
            case 3: (left: top, right: bottom, top: 1 - right, bottom: 1 - left)
            default: (left: left, right: right, top: top, bottom: bottom)
            }
        return PlacedWord(
            text: word.text, letters: word.text.foldedLetters, isUnsure: word.confidence < 0.5, stored: word.box, left: frame.left, right: frame.right, top: frame.top,
            bottom: frame.bottom)
    }
}

extension String {
    /// Folded, letters and figures only.
    var foldedLetters: [UInt8] { folded.utf8.filter { (97...122).contains($0) || (48...57).contains($0) } }
}

extension Collection {
    subscript(safe index: Index) -> Element? { indices.contains(index) ? self[index] : nil }
}
