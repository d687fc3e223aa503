/// How many elements have to be put in, taken out or replaced to make one sequence of another.
package enum EditDistance {
    /// From `a` to the whole of `b`.
    package static func whole<Element: Equatable>(_ a: [Element], _ b: [Element]) -> Int {
        guard !a.isEmpty, !b.isEmpty else { return max(a.count, b.count) }
        var row = Array(0...b.count)
        for element in a { step(element, over: b, &row, first: row[0] + 1) }
        return row[b.count]
    }

    /// From `a` to that stretch of `b` which is most like it: what stands before and behind the stretch costs nothing.
    package static func stretch<Element: Equatable>(_ a: [Element], in b: [Element]) -> Int {
        var row = [Int](repeating: 0, count: b.count + 1)
        for (index, element) in a.enumerated() { step(element, over: b, &row, first: index + 1) }
        return row.min() ?? a.count
    }

    /// From the distances of a beginning of `a` to every beginning of `b` to those of one element more.
    private static func step<Element: Equatable>(_ element: Element, over b: [Element], _ row: inout [Int], first: Int) {
        var diagonal = row[0]
        row[0] = first
        for index in b.indices {
            let replaced = b[index] == element ? diagonal : diagonal + 1
            diagonal = row[index + 1]
            row[index + 1] = min(replaced, min(diagonal, row[index]) + 1)
        }
    }
}
