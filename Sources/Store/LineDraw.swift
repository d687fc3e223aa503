import Records

/// Lines drawn by lot, so that anyone can draw the same again.
///
/// Put all pages in the order of their identifiers and number their lines through from 0. Then, for each line wanted, k = 0, 1, …: take
/// the line in place k + `SplitMix.number(below: lines − k)` and put the one in place k there instead (Fisher and Yates). The
/// generator starts from the seed. Every line is as likely as every other, and none comes twice.
enum LineDraw {
    struct Place: Hashable, Sendable {
        /// Index of its page.
        let page: Int
        /// Of the page, from 0.
        let line: Int
    }

    /// - Parameters:
    ///   - counts: lines of each page, in order.
    ///   - wanted: no more than there are come.
    /// - Returns: in the order in which they were drawn.
    static func draw(_ wanted: Int, from counts: [Int], seed: UInt64) -> [Place] {
        var starts: [Int] = [], total = 0
        for count in counts {
            starts.append(total)
            total += count
        }
        var random = SplitMix(state: seed)
        // Only places that are no longer as they were.
        var moved: [Int: Int] = [:]
        return (0..<max(0, min(wanted, total))).map { k in
            let place = k + random.number(below: total - k)
            let line = moved[place] ?? place
            moved[place] = moved[k] ?? k
            return LineDraw.place(line, starts)
        }
    }

    /// The last page that starts at the line or before it: one without lines starts where the next one does.
    private static func place(_ line: Int, _ starts: [Int]) -> Place {
        var (low, high) = (0, starts.count)
        while high - low > 1 {
            let middle = (low + high) / 2
            if starts[middle] <= line { low = middle } else { high = middle }
        }
        return Place(page: low, line: line - starts[low])
    }
}
