/// What waits for OCR or failed.
public struct QueueState: Equatable, Sendable {
    public var status: QueueStatus?
    public var list = ListState()
    /// The screen before: people look in while they do something else.
    public internal(set) var cameFrom: Screen = .scanDesk

    public init() {}

    var selected: QueueLine? {
        guard let lines = status?.lines, lines.indices.contains(list.selected) else { return nil }
        return lines[list.selected]
    }
}
