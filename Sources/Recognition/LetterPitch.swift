/// How far apart letters are set. A typewriter moves on by the same step for each of them, whichever it is; print gives an
/// i less room than an m.
struct LetterPitch: Equatable {
    /// The share of words whose letters are set at the page's usual step, 0…1.
    let agreement: Double

    /// Of the typed pages of the material 0.94 and more, of print 0.56 and less, capitals and all.
    private static let leastOfFixed = 0.75
    /// A word is as wide as its steps but for the white on both sides of its letters, in steps.
    private static let whiteAround = 0.15
    /// Shorter words say little, longer ones are often two.
    private static let lengths = 4...12
    /// What was misread has another number of letters.
    private static let leastConfidence: Float = 80
    private static let fewestWords = 10
    /// Of the usual step: how much a word may differ from it.
    private static let tolerance = 0.06

    /// Nil where there are too few words to tell.
    init?(_ words: [TesseractAPI.Word]) {
        let steps = words.compactMap { word -> Double? in
            let count = word.text.count
            guard LetterPitch.lengths ~= count, word.confidence >= LetterPitch.leastConfidence, word.text.allSatisfy(\.isLetter)
            else { return nil }
            return Double(word.right - word.left) / (Double(count) - LetterPitch.whiteAround)
        }.sorted()
        guard steps.count >= LetterPitch.fewestWords else { return nil }
        let usual = steps[steps.count / 2]
        agreement = Double(steps.count { abs($0 - usual) < usual * LetterPitch.tolerance }) / Double(steps.count)
    }

    var isFixed: Bool { agreement >= LetterPitch.leastOfFixed }
}
