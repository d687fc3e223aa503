import Vietnamese

/// A text's words as FTS5's unicode61 sees them after folding: runs of letters and digits. `15/UBND-VP` is three.
///
/// One row of bytes: a search looks through thousands of words, and a string for each would take most of its time.
struct IndexedWords {
    struct Piece {
        fileprivate let bytes: Range<Int>
        /// Of which word.
        let word: Int
    }

    private var bytes: [UInt8] = []
    private(set) var pieces: [Piece] = []

    init(_ words: [String]) {
        bytes.reserveCapacity(words.count * 6)
        pieces.reserveCapacity(words.count)
        for (index, word) in words.enumerated() {
            let start = bytes.count
            word.fold(into: &bytes)
            if bytes[start...].allSatisfy({ $0 < 0x80 }) { split(from: start, of: index) } else { splitByUnicode(from: start, of: index) }
        }
    }

    private mutating func split(from start: Int, of word: Int) {
        var begin = start
        for place in start...bytes.count {
            if place < bytes.count, IndexedWords.isPlain(bytes[place]) { continue }
            if begin < place { pieces.append(Piece(bytes: begin..<place, word: word)) }
            begin = place + 1
        }
    }

    /// Letters of other scripts, marks that are none of ours, typographic signs.
    private mutating func splitByUnicode(from start: Int, of word: Int) {
        let folded = String(decoding: bytes[start...], as: UTF8.self)
        bytes.removeSubrange(start...)
        for piece in folded.split(whereSeparator: { !($0.isLetter || $0.isNumber) }) {
            let begin = bytes.count
            bytes.append(contentsOf: piece.utf8)
            pieces.append(Piece(bytes: begin..<bytes.count, word: word))
        }
    }

    /// Folded, so a small letter or a digit.
    private static func isPlain(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) || (0x30...0x39).contains(byte) }

    var texts: [String] { pieces.map { String(decoding: bytes[$0.bytes], as: UTF8.self) } }

    /// Whether a piece is these letters, or begins with them.
    func stands(_ letters: [UInt8], isOpen: Bool, at place: Int) -> Bool {
        let piece = pieces[place].bytes
        return isOpen ? bytes[piece].starts(with: letters) : piece.count == letters.count && bytes[piece].elementsEqual(letters)
    }
}
