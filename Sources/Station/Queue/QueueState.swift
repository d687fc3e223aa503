/// What waits for OCR or failed.
public struct QueueState: Equatable, Sendable {
    public var status: QueueStatus?
    public var list = ListState()

    public init() {}

    var selected: QueueLine? {
        guard let lines = status?.lines, lines.indices.contains(list.selected) else { return nil }
        return lines[list.selected]
    }
}
