import Foundation

/// What a process cost, its children included.
package struct Cost {
    package var seconds = 0.0
    /// Processor time, which other people on the machine hardly change.
    package var processor = 0.0
    /// The largest process of the family, in bytes.
    package var peakMemory = 0

    package init(seconds: Double = 0, processor: Double = 0, peakMemory: Int = 0) {
        (self.seconds, self.processor, self.peakMemory) = (seconds, processor, peakMemory)
    }

    package static func + (a: Cost, b: Cost) -> Cost {
        Cost(seconds: a.seconds + b.seconds, processor: a.processor + b.processor, peakMemory: max(a.peakMemory, b.peakMemory))
    }
}

extension Array where Element: Comparable {
    /// The value that this share of the elements does not exceed (nearest rank).
    package func percentile(_ share: Double) -> Element? {
        guard !isEmpty else { return nil }
        let rank = Int((share * Double(count)).rounded(.up)) - 1
        return sorted()[Swift.min(count - 1, Swift.max(0, rank))]
    }

    package var median: Element? { percentile(0.5) }
}

extension Array where Element == Cost {
    /// Median of each figure by itself.
    package var median: Cost {
        Cost(
            seconds: map(\.seconds).median ?? 0, processor: map(\.processor).median ?? 0, peakMemory: map(\.peakMemory).max() ?? 0)
    }
}

extension Double {
    package func text(_ decimals: Int = 1) -> String { String(format: "%.\(decimals)f", self) }
}

/// Ours and the peer's in turn, so that whatever else happens on the machine meets both.
package func alternating(_ times: Int, ours: () throws -> Cost, peer: (() throws -> Cost)?) throws -> (ours: Cost, peer: Cost?) {
    var (mine, theirs): ([Cost], [Cost]) = ([], [])
    for _ in 0..<times {
        mine.append(try ours())
        if let peer { theirs.append(try peer()) }
    }
    return (mine.median, peer == nil ? nil : theirs.median)
}
