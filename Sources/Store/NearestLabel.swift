import Records
import Vietnamese

extension String {
    /// The label that a mistyped one was probably meant to be: the least letters wrong, marks, blanks and punctuation apart.
    /// - Returns: nil when none is near enough, or several are equally near: a wrong one is worse than none.
    func nearest(among labels: [String]) -> String? {
        let typed = lettersAndDigits
        let most = max(1, typed.count / 3)
        let near = labels.compactMap { label -> (label: String, slips: Int, length: Int)? in
            let letters = label.lettersAndDigits
            guard abs(letters.count - typed.count) <= most else { return nil }
            let slips = typed.slips(to: letters)
            return slips <= most ? (label, slips, abs(letters.count - typed.count)) : nil
        }
        guard let best = near.min(by: { ($0.slips, $0.length) < ($1.slips, $1.length) }),
            near.count(where: { ($0.slips, $0.length) == (best.slips, best.length) }) == 1
        else { return nil }
        return best.label
    }

    private var lettersAndDigits: [Character] { folded.filter { $0.isLetter || $0.isNumber }.map { $0 } }
}

extension Array where Element == Character {
    /// Letters to leave out, put in, change or swap with their neighbour until it is the other (optimal string alignment).
    fileprivate func slips(to other: [Character]) -> Int {
        var before: [Int] = []
        var last = Array<Int>(0...other.count)
        for (row, letter) in enumerated() {
            var next = [row + 1]
            for (column, theirs) in other.enumerated() {
                var least = Swift.min(last[column] + (letter == theirs ? 0 : 1), last[column + 1] + 1, next[column] + 1)
                if row > 0, column > 0, letter == other[column - 1], self[row - 1] == theirs { least = Swift.min(least, before[column - 1] + 1) }
                next.append(least)
            }
            (before, last) = (last, next)
        }
        return last[other.count]
    }
}
