/// How much sense a reading makes, and which way up its lines are. A page that lies wrong gives itself away: the engine is
/// as sure of upright print (90 of 100 and more) as it is unsure of the same print upside down (around 40).
///
/// Thresholds, chosen by measuring: see `tramquet-bench orientation`.
struct ReadingSense: Equatable {
    let letters: Int
    /// Letters of words the engine is sure of.
    let sureLetters: Int
    /// Mean over the letters, 0…100.
    let confidence: Double
    /// Clockwise quarter turns that set most letters upright, seen from the copy that was read.
    let quarterTurns: Int
    /// The share of letters that those turns set upright, 0…1.
    private let agreement: Double
    /// Whether it may have been written on a typewriter: nothing shows that it is print.
    private let mayBeTyped: Bool

    private static let sure: Float = 80
    /// A stamp, a headline or a scribble does not say how a page lies.
    private static let fewestLetters = 60
    /// A reading of print that lies right is never less sure, as a whole.
    private static let leastConfidence = 70.0
    /// So much surer is the reading of a page in its right direction.
    private static let leastGain = 25.0
    /// Type that is not worn is read surer.
    private static let leastConfidenceOfType = 93.0
    /// A column of figures set sideways, or a note up the margin, is not how the page lies.
    private static let leastAgreement = 0.8

    init(_ words: [TesseractAPI.Word]) {
        var (letters, sureLetters, sum) = (0, 0, 0.0)
        var directions = [0, 0, 0, 0]
        for word in words {
            let count = word.text.unicodeScalars.count { $0.properties.isAlphabetic }
            letters += count
            sum += Double(word.confidence) * Double(count)
            directions[word.quarterTurns & 3] += count
            if word.confidence >= ReadingSense.sure { sureLetters += count }
        }
        (self.letters, self.sureLetters) = (letters, sureLetters)
        confidence = letters > 0 ? sum / Double(letters) : 0
        quarterTurns = directions.indices.max { directions[$0] < directions[$1] } ?? 0
        agreement = letters > 0 ? Double(directions[quarterTurns]) / Double(letters) : 0
        mayBeTyped = LetterPitch(words)?.isFixed ?? true
    }

    /// Enough of it is surely read, and in one direction.
    private var isClear: Bool {
        sureLetters >= ReadingSense.fewestLetters && confidence >= ReadingSense.leastConfidence && agreement >= ReadingSense.leastAgreement
    }

    /// The direction in which the page is worth another reading, as quarter turns clockwise of the copy that was read; nil
    /// where there is no doubt, or too little text to decide by.
    var turnsToTry: Int? {
        if isClear { return quarterTurns == 0 ? nil : quarterTurns }
        // Of two opposite directions the engine knows none from the other: what it took is then the wrong one.
        guard letters >= ReadingSense.fewestLetters, confidence < ReadingSense.leastConfidence else { return nil }
        return (quarterTurns + 2) & 3
    }

    /// Whether another reading of a finer copy is worth its time: it is worn type. Print of which the engine is unsure gains
    /// nothing (measured), and would cost as much again.
    var isWorthAFinerReading: Bool {
        letters >= ReadingSense.fewestLetters && mayBeTyped && confidence < ReadingSense.leastConfidenceOfType
    }

    /// Whether more was read, each letter counted by how sure the engine is of it. Mean confidence alone would prefer the reading
    /// that leaves out what is hard.
    func readsMore(than other: ReadingSense) -> Bool { confidence * Double(letters) > other.confidence * Double(other.letters) }

    /// Whether this, of the copy turned by the `turnsToTry` of a first reading, shows that the page lies so.
    func outdoes(_ first: ReadingSense) -> Bool {
        isClear && quarterTurns == 0 && (first.isClear || confidence >= first.confidence + ReadingSense.leastGain)
    }
}
