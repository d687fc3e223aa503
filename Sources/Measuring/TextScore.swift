import Vietnamese

/// How far recognised text is from the truth; scores of pages add up.
///
/// Texts are compared in NFC, with every run of white space as one space, and with typographic quotation marks, dashes and
/// dots as their plain forms, which no reader tells apart.
package struct TextScore: Sendable, Equatable {
    package var pages = 0
    package var letters = 0
    package var letterErrors = 0
    package var words = 0
    package var wordErrors = 0
    /// Letters of the lines of the truth, one by one, and how many of them are wrong wherever on the page the line was read.
    package var lineLetters = 0
    package var lineErrors = 0

    package init() {}

    package init(truth: String, read: String) {
        let (known, found) = (TextScore.plain(truth), TextScore.plain(read))
        pages = 1
        letters = known.count
        letterErrors = EditDistance.whole(known, found)
        let (knownWords, foundWords) = (known.split(separator: " ").map(Array.init), found.split(separator: " ").map(Array.init))
        words = knownWords.count
        wordErrors = EditDistance.whole(knownWords, foundWords)
        for line in truth.split(separator: "\n").map({ TextScore.plain(String($0)) }) {
            lineLetters += line.count
            lineErrors += EditDistance.stretch(line, in: found)
        }
    }

    package static func + (a: TextScore, b: TextScore) -> TextScore {
        var sum = a
        sum.pages += b.pages
        sum.letters += b.letters
        sum.letterErrors += b.letterErrors
        sum.words += b.words
        sum.wordErrors += b.wordErrors
        sum.lineLetters += b.lineLetters
        sum.lineErrors += b.lineErrors
        return sum
    }

    /// Character error rate over the page, in reading order.
    package var cer: Double { Double(letterErrors) / Double(max(1, letters)) }
    /// Word error rate over the page, in reading order.
    package var wer: Double { Double(wordErrors) / Double(max(1, words)) }
    /// Character error rate line by line, in any order.
    package var lcer: Double { Double(lineErrors) / Double(max(1, lineLetters)) }

    /// Whether no reader tells the texts apart.
    package static func isSame(_ a: String, _ b: String) -> Bool { plain(a) == plain(b) }

    static func plain(_ text: String) -> [Unicode.Scalar] { text.plainLetters }
}
