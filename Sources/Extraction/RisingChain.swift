/// Picks out of numbers that stand below each other those that rise as such a column must; the others are misread.
enum RisingChain {
    /// The longest chain, as far as there is one alone: what only some of the longest hold is left out.
    /// - Parameter follows: whether the second may stand below the first.
    /// - Returns: indices, in order.
    static func sure<Element>(_ elements: [Element], follows: (Element, Element) -> Bool) -> [Int] {
        let count = elements.count
        // The length of the longest chain that ends, or begins, at each.
        var (before, behind) = ([Int](repeating: 1, count: count), [Int](repeating: 1, count: count))
        for index in 0..<count {
            for earlier in 0..<index where before[earlier] >= before[index] && follows(elements[earlier], elements[index]) { before[index] = before[earlier] + 1 }
        }
        for index in (0..<count).reversed() {
            for later in index + 1..<count where behind[later] >= behind[index] && follows(elements[index], elements[later]) { behind[index] = behind[later] + 1 }
        }
        guard let longest = before.max() else { return [] }
        let held = (0..<count).filter { before[$0] + behind[$0] - 1 == longest }
        let alike = Dictionary(grouping: held) { before[$0] }
        return held.filter { alike[before[$0]]?.count == 1 }
    }
}
