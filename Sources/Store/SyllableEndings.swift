import Vietnamese

/// The legal syllables as the index has them, with their marks and without, in order.
enum SyllableEndings {
    private static let sorted: [String] = {
        let written = Syllable.all.map { $0.written(.onMainVowel) }
        return Set(written + written.map(\.folded)).sorted()
    }()

    /// Those that begin so.
    static func all(of beginning: String) -> [String] {
        var low = 0, high = sorted.count
        while low < high {
            let middle = (low + high) / 2
            if sorted[middle] < beginning { low = middle + 1 } else { high = middle }
        }
        return Array(sorted[low...].prefix { $0.hasPrefix(beginning) })
    }
}
