/// How many elements have to be put in, taken out or replaced to make one sequence of another.
public enum EditDistance {
    /// From `a` to the whole of `b`.
    ///
    /// Inlinable, as are those it calls: of letters that are compared one by one, unspecialised code takes ten times as long.
    @inlinable
    public static func whole<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var row = Array(0...b.count)
        for element in a { step(element, over: b, &row, first: row[0] + 1) }
        return row[b.count]
    }

    /// From `a` to that stretch of `b`, as long as `a`, which has most in common with it, or to the same with a little more on
    /// both sides; never more than `a` is long.
    public static func stretch<Element: Hashable>(_ a: [Element], in b: [Element]) -> Int {
        guard a.count < b.count else { return min(whole(a, b), a.count) }
        let common = CommonSubsequence(line: a)
        var best = (start: 0, length: -1)
        for start in 0...(b.count - a.count) {
            let length = common.length(in: b[start..<start + a.count])
            if length > best.length { best = (start, length) }
        }
        let stretch = best.start..<best.start + a.count
        let wider = max(0, stretch.lowerBound - aside)..<min(b.count, stretch.upperBound + aside)
        return [stretch, wider].map { whole(a, Array(b[$0])) }.reduce(a.count, min)
    }

    private static let aside = 3

    /// From the distances of a beginning of `a` to every beginning of `b` to those of one element more.
    @inlinable
    static func step<Element: Equatable>(_ element: Element, over b: [Element], _ row: inout [Int], first: Int) {
        var diagonal = row[0]
        row[0] = first
        for index in b.indices {
            let replaced = b[index] == element ? diagonal : diagonal + 1
            diagonal = row[index + 1]
            row[index + 1] = min(replaced, min(diagonal, row[index]) + 1)
        }
    }
}
