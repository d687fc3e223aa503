/// Where a phrase stands in a text, though some letters are read wrong, missing or too many.
struct ApproximateMatch: Equatable {
    /// In the text's letters.
    let range: Range<Int>
    /// 1 for the same letters, 0 for none of them.
    let similarity: Double

    /// The stretch of `text` that is most like `phrase` (Sellers 1980: edit distance with a free beginning and end).
    /// Nil when it is less like it than `least`.
    init?(of phrase: [UInt8], in text: [UInt8], least: Double) {
        guard !phrase.isEmpty, !text.isEmpty else { return nil }
        var costs = Array(0...phrase.count)
        var starts = [Int](repeating: 0, count: phrase.count + 1)
        var best = (cost: phrase.count, range: 0..<0)
        for (place, letter) in text.enumerated() {
            var diagonal = (cost: costs[0], start: starts[0])
            (costs[0], starts[0]) = (0, place + 1)
            diagonal.start = place
            for row in 1...phrase.count {
                let above = (cost: costs[row - 1] + 1, start: starts[row - 1])
                let before = (cost: costs[row] + 1, start: starts[row])
                let across = (cost: diagonal.cost + (phrase[row - 1] == letter ? 0 : 1), start: diagonal.start)
                diagonal = (costs[row], starts[row])
                let cheapest = across.cost <= above.cost && across.cost <= before.cost ? across : above.cost < before.cost ? above : before
                (costs[row], starts[row]) = (cheapest.cost, cheapest.start)
            }
            if costs[phrase.count] < best.cost { best = (costs[phrase.count], min(starts[phrase.count], place)..<place + 1) }
        }
        similarity = 1 - Double(best.cost) / Double(phrase.count)
        range = best.range
        guard similarity >= least else { return nil }
    }

    /// How like two whole words are: 1 the same, 0 nothing in common.
    static func similarity(_ a: [UInt8], _ b: [UInt8]) -> Double {
        guard !a.isEmpty, !b.isEmpty else { return a.isEmpty && b.isEmpty ? 1 : 0 }
        var costs = Array(0...b.count)
        for (row, letter) in a.enumerated() {
            var diagonal = costs[0]
            costs[0] = row + 1
            for column in 1...b.count {
                let next = min(costs[column] + 1, costs[column - 1] + 1, diagonal + (letter == b[column - 1] ? 0 : 1))
                (diagonal, costs[column]) = (costs[column], next)
            }
        }
        return 1 - Double(costs[b.count]) / Double(max(a.count, b.count))
    }
}
