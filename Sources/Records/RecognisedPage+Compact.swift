import Foundation

/// Why stored bytes are no recognised page.
public enum CompactPageError: Error, Sendable, Equatable {
    /// Written by a later program.
    case unknownVersion(Int)
    case cutShort
    case malformed
}

/// The form in which the store keeps a page: some ten bytes a word.
///
/// Version 1: the byte 1; the language (length, UTF-8); the number of words; then for each word its head (length of the
/// text × 4, plus 0: same line as the word before, 1: the next line, 2: a line that follows), the text in UTF-8, the
/// confidence in hundredths (one byte), and its box as differences to what the word before lets expect. Numbers are
/// varints of seven bits, lowest first; differences are zigzag (0, −1, 1, −2 …).
///
/// Version 2: the byte 2; behind each box the number of variants of the word's glyphs, and for each its place, its text
/// (length, UTF-8) and its confidence in hundredths (one byte). Both are read; a page without variants is written as the first.
extension RecognisedPage {
    /// Larger coordinates and line numbers are no page: they are brought to this limit, and refused when read.
    static let largestNumber = 1 << 24
    fileprivate static let version: UInt8 = 1, versionWithVariants: UInt8 = 2

    /// The page as bytes. Confidences are kept to the hundredth.
    public func compact() -> Data {
        var writer = CompactWriter()
        let hasVariants = words.contains { !$0.variants.isEmpty }
        writer.bytes.append(hasVariants ? RecognisedPage.versionWithVariants : RecognisedPage.version)
        writer.put(string: language)
        writer.put(words.count)
        var before = Neighbour()
        for word in words {
            let word = word.limited
            let utf8 = Array(word.text.utf8)
            let lineKind = word.line == before.line ? 0 : word.line == before.line + 1 ? 1 : 2
            writer.put(utf8.count << 2 | lineKind)
            if lineKind == 2 { writer.put(word.line) }
            writer.bytes.append(contentsOf: utf8)
            writer.bytes.append(UInt8((word.confidence * 100).rounded()))
            let expected = before.expected(letters: word.text.unicodeScalars.count, sameLine: lineKind == 0)
            writer.put(difference: word.box.x - expected.x)
            writer.put(difference: word.box.y - expected.y)
            writer.put(difference: word.box.width - expected.width)
            writer.put(difference: word.box.height - expected.height)
            if hasVariants { writer.put(word.variants) }
            before.note(word, newLine: lineKind != 0)
        }
        return Data(writer.bytes)
    }

    /// Reads what `compact()` wrote; any other bytes throw.
    /// - Parameter lines: only so many are read, and what stands behind them is not looked at.
    public init(compact data: Data, first lines: Int = .max) throws(CompactPageError) {
        var reader = CompactReader(bytes: Array(data))
        let hasVariants = try reader.hasVariants()
        let language = try reader.string(length: reader.number())
        let count = try reader.number()
        // A word takes six bytes at least, so a false count cannot ask for memory.
        guard count <= reader.left / 6 else { throw .cutShort }
        var words: [RecognisedWord] = []
        words.reserveCapacity(lines == .max ? count : 0)
        var before = Neighbour()
        var left = lines
        for _ in 0..<count {
            var word = try reader.word(after: before)
            if word.line != before.line {
                if left == 0 { break }
                left -= 1
            }
            if hasVariants { word.variants = try reader.variants() }
            before.note(word, newLine: word.line != before.line)
            words.append(word)
        }
        guard words.count < count || reader.left == 0 else { throw .malformed }
        self.init(language: language, words: words)
    }

    /// Only the texts of the words that `compact()` wrote, in order: what a search shows of a page.
    public static func texts(compact data: Data) throws(CompactPageError) -> [String] {
        var reader = CompactReader(bytes: Array(data))
        let hasVariants = try reader.hasVariants()
        try reader.skip(reader.number())
        let count = try reader.number()
        guard count <= reader.left / 6 else { throw .cutShort }
        var texts: [String] = []
        texts.reserveCapacity(count)
        for _ in 0..<count {
            texts.append(try reader.textOfWord())
            if hasVariants { _ = try reader.variants() }
        }
        guard reader.left == 0 else { throw .malformed }
        return texts
    }
}

extension RecognisedWord {
    /// With every number in the range that the compact form holds.
    fileprivate var limited: RecognisedWord {
        func limit(_ number: Int) -> Int { min(max(number, 0), RecognisedPage.largestNumber) }
        var word = self
        word.confidence = confidence.isNaN ? 0 : min(max(confidence, 0), 1)
        word.box = Box(x: limit(box.x), y: limit(box.y), width: limit(box.width), height: limit(box.height))
        word.line = limit(line)
        word.variants = variants.map {
            GlyphVariant(place: limit($0.place), text: $0.text, confidence: $0.confidence.isNaN ? 0 : min(max($0.confidence, 0), 1))
        }
        return word
    }
}

/// What is known from the words before, to guess the next box.
private struct Neighbour {
    var line = -1
    var box = Box(x: 0, y: 0, width: 0, height: 0)
    var letters = 1
    var lineStart = 0

    /// Right after the word before or where its line began, as high, and as wide for each letter.
    func expected(letters count: Int, sameLine: Bool) -> Box {
        let width = min(box.width * count / letters, RecognisedPage.largestNumber)
        if sameLine { return Box(x: box.x + box.width, y: box.y, width: width, height: box.height) }
        return Box(x: lineStart, y: box.y + box.height, width: width, height: box.height)
    }

    mutating func note(_ word: RecognisedWord, newLine: Bool) {
        if newLine { lineStart = word.box.x }
        (line, box, letters) = (word.line, word.box, max(1, word.text.unicodeScalars.count))
    }
}

private struct CompactWriter {
    var bytes: [UInt8] = []

    mutating func put(_ number: Int) {
        var rest = UInt64(number)
        while rest > 127 {
            bytes.append(UInt8(rest & 127) | 128)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func put(difference: Int) {
        put(difference >= 0 ? difference << 1 : (-difference << 1) - 1)
    }

    mutating func put(string: String) {
        put(string.utf8.count)
        bytes.append(contentsOf: string.utf8)
    }

    mutating func put(_ variants: [GlyphVariant]) {
        put(variants.count)
        for variant in variants {
            put(variant.place)
            put(string: variant.text)
            bytes.append(UInt8((variant.confidence * 100).rounded()))
        }
    }
}

private struct CompactReader {
    let bytes: [UInt8]
    private var next = 0

    init(bytes: [UInt8]) { self.bytes = bytes }

    var left: Int { bytes.count - next }

    mutating func byte() throws(CompactPageError) -> UInt8 {
        guard next < bytes.count else { throw .cutShort }
        defer { next += 1 }
        return bytes[next]
    }

    /// At most five groups of seven bits: no number of ours is longer.
    mutating func number() throws(CompactPageError) -> Int {
        var number = 0
        for shift in stride(from: 0, through: 28, by: 7) {
            let byte = try byte()
            number |= Int(byte & 127) << shift
            if byte < 128 { return number }
        }
        throw .malformed
    }

    mutating func difference() throws(CompactPageError) -> Int {
        let number = try number()
        return number & 1 == 0 ? number >> 1 : -((number + 1) >> 1)
    }

    mutating func string(length: Int) throws(CompactPageError) -> String {
        guard length <= left else { throw .cutShort }
        defer { next += length }
        // Bytes that are no UTF-8 are decoded to others. (`String(validating:)` takes several times as long.)
        let bytes = bytes[next..<next + length], string = String(decoding: bytes, as: UTF8.self)
        guard string.utf8.elementsEqual(bytes) else { throw .malformed }
        return string
    }

    mutating func skip(_ count: Int) throws(CompactPageError) {
        guard count <= left else { throw .cutShort }
        next += count
    }

    /// Reads the byte that a page begins with.
    mutating func hasVariants() throws(CompactPageError) -> Bool {
        switch try byte() {
        case RecognisedPage.version: return false
        case RecognisedPage.versionWithVariants: return true
        case let version: throw .unknownVersion(Int(version))
        }
    }

    mutating func variants() throws(CompactPageError) -> [GlyphVariant] {
        let count = try number()
        // A variant takes two bytes at least.
        guard count <= left / 2 else { throw .cutShort }
        var variants: [GlyphVariant] = []
        variants.reserveCapacity(count)
        for _ in 0..<count {
            let place = try number()
            let text = try string(length: number())
            let hundredths = try byte()
            guard hundredths <= 100 else { throw .malformed }
            variants.append(GlyphVariant(place: place, text: text, confidence: Double(hundredths) / 100))
        }
        return variants
    }

    /// The text of the next word; the rest of it is passed over.
    mutating func textOfWord() throws(CompactPageError) -> String {
        let head = try number()
        if head & 3 == 2 { _ = try number() }
        let text = try string(length: head >> 2)
        // Confidence and box.
        try skip(1)
        for _ in 0..<4 { _ = try number() }
        return text
    }

    mutating func word(after before: Neighbour) throws(CompactPageError) -> RecognisedWord {
        let head = try number()
        let line = switch head & 3 {
        case 0: before.line
        case 1: before.line + 1
        case 2: try number()
        default: throw CompactPageError.malformed
        }
        let text = try string(length: head >> 2)
        let hundredths = try byte()
        let expected = before.expected(letters: text.unicodeScalars.count, sameLine: head & 3 == 0)
        let box = Box(
            x: try expected.x + difference(), y: try expected.y + difference(),
            width: try expected.width + difference(), height: try expected.height + difference())
        let limits = 0...RecognisedPage.largestNumber
        guard hundredths <= 100, [line, box.x, box.y, box.width, box.height].allSatisfy(limits.contains) else { throw .malformed }
        return RecognisedWord(text: text, confidence: Double(hundredths) / 100, box: box, line: line)
    }
}
