import Foundation

/// One line of the table.
struct Row {
    let what: String
    let ours: String
    let peer: String
    let ratio: String
    let aim: String
    /// Whether the aim is met; nil where there is nothing to hold the figure against.
    let isMet: Bool?
    /// How it was measured, or why there is no figure.
    let note: String

    init(_ what: String, ours: String, peer: String = "–", ratio: String = "–", aim: String = "–", isMet: Bool? = nil, note: String = "") {
        self.what = what
        self.ours = ours
        self.peer = peer
        self.ratio = ratio
        self.aim = aim
        self.isMet = isMet
        self.note = note
    }
}

enum Table {
    private static let headings = ["what", "ours", "peer", "ratio", "aim", ""]

    static func text(_ rows: [Row]) -> String {
        let cells = rows.map { row in
            [row.what, row.ours, row.peer, row.ratio, row.aim, row.isMet.map { $0 ? "met" : "MISSED" } ?? ""]
        }
        let widths = headings.indices.map { column in ([headings] + cells).map { $0[column].count }.max() ?? 0 }
        func line(_ cells: [String]) -> String {
            zip(cells, widths).map { $0.padding(toLength: $1, withPad: " ", startingAt: 0) }.joined(separator: " | ")
        }
        var lines = [line(headings), widths.map { String(repeating: "-", count: $0) }.joined(separator: "-|-")]
        lines += cells.map(line)
        lines += [""] + rows.filter { !$0.note.isEmpty }.map { "\($0.what): \($0.note)" }
        return lines.joined(separator: "\n")
    }
}

/// What a process cost, its children included.
struct Cost {
    var seconds = 0.0
    /// Processor time, which other people on the machine hardly change.
    var processor = 0.0
    /// The largest process of the family, in bytes.
    var peakMemory = 0

    static func + (a: Cost, b: Cost) -> Cost {
        Cost(seconds: a.seconds + b.seconds, processor: a.processor + b.processor, peakMemory: max(a.peakMemory, b.peakMemory))
    }
}

extension Array where Element: Comparable {
    /// The value that this share of the elements does not exceed (nearest rank).
    func percentile(_ share: Double) -> Element? {
        guard !isEmpty else { return nil }
        let rank = Int((share * Double(count)).rounded(.up)) - 1
        return sorted()[Swift.min(count - 1, Swift.max(0, rank))]
    }

    var median: Element? { percentile(0.5) }
}

extension Array where Element == Cost {
    /// Median of each figure by itself.
    var median: Cost {
        Cost(
            seconds: map(\.seconds).median ?? 0, processor: map(\.processor).median ?? 0, peakMemory: map(\.peakMemory).max() ?? 0)
    }
}

extension Double {
    func text(_ decimals: Int = 1) -> String { String(format: "%.\(decimals)f", self) }
}

/// Ours and the peer's in turn, so that whatever else happens on the machine meets both.
func alternating(_ times: Int, ours: () throws -> Cost, peer: (() throws -> Cost)?) throws -> (ours: Cost, peer: Cost?) {
    var (mine, theirs): ([Cost], [Cost]) = ([], [])
    for _ in 0..<times {
        mine.append(try ours())
        if let peer { theirs.append(try peer()) }
    }
    return (mine.median, peer == nil ? nil : theirs.median)
}
