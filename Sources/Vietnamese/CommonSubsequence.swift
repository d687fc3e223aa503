/// How much of a line stands, in its order, in stretches of a text (bit-parallel longest common subsequence, H. Hyyrö, 2004).
struct CommonSubsequence<Element: Hashable> {
    /// For each element, a bit where the line has it.
    private var places: [Element: [UInt64]] = [:]
    private let blocks: Int

    init(line: [Element]) {
        blocks = (line.count + 63) / 64
        for (index, element) in line.enumerated() { places[element, default: [UInt64](repeating: 0, count: blocks)][index / 64] |= 1 << (index % 64) }
    }

    func length(in stretch: ArraySlice<Element>) -> Int {
        var rows = [UInt64](repeating: .max, count: blocks)
        for element in stretch {
            guard let bits = places[element] else { continue }
            var carry: UInt64 = 0
            for block in rows.indices {
                let common = rows[block] & bits[block]
                let (first, overflow) = rows[block].addingReportingOverflow(common)
                let (sum, more) = first.addingReportingOverflow(carry)
                carry = overflow || more ? 1 : 0
                rows[block] = sum | (rows[block] & ~bits[block])
            }
        }
        return rows.reduce(0) { $0 + (~$1).nonzeroBitCount }
    }
}
