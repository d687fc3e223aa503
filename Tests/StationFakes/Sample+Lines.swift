import Records
import Station
import Texts

extension Sample {
    /// Lines that wait to be typed: the second of the first page, the third, and one on which two differ.
    public static let lineTasks: [LineTask] = [
        lineTask(11, page: 1, row: 1), lineTask(12, page: 1, row: 3, words: 20),
        lineTask(
            13, page: 2, row: 0, words: 12,
            purpose: .decide(
                .text("Điều 1. Phê duyệt kế hoạch số hóa tài liệu lưu trữ."), .text("Điều 1. Phê duyêt kế hoạch số hóa tài liệu lưu trũ."))),
    ]

    public static let typingDesk = desk(Array(lineTasks.prefix(2)))

    public static func desk(_ tasks: [LineTask]) -> SampleDesk {
        SampleDesk(tasks: tasks, progress: [SampleProgress(sample: 3, lines: 200, own: 12, closed: 8)])
    }

    public static let summary = SampleSummary(
        title: Text.sampleTitle.with(["sample": "3", "scope": "H19", "lines": "200"]),
        counts: Text.sampleCounts.with(["settled": "183", "illegible": "4", "withheld": "1"]),
        waiting: Text.sampleWaitsForOthers.with(["first": "0", "second": "9", "third": "3"]),
        figures: Text.sampleFigures.filled {
            [
                "machine": $0.percent(0.9623), "corrected": $0.percent(0.9891), "low": $0.percent(0.9822), "high": $0.percent(0.9934, .up),
                "verdict": Text.sampleReaches($0),
            ]
        })

    private static func lineTask(_ id: Int64, page: Int, row: Int, words: Int = 11, purpose: LineTask.Purpose = .type) -> LineTask {
        LineTask(
            id: id, sample: 3, page: Sample.page(page).id,
            boxes: (0..<words).map { Box(x: 300 + 110 * $0, y: 300 + 90 * row, width: 94, height: 44) }, width: 2480, height: 3508, turn: 0,
            purpose: purpose)
    }
}
