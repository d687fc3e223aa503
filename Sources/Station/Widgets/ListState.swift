/// The selected line of a list. What part of it is shown follows from the height at hand.
public struct ListState: Equatable, Sendable {
    public enum Move: Sendable, Equatable {
        case up, down, pageUp, pageDown, first, last
    }

    public private(set) var selected: Int

    public init(selected: Int = 0) { self.selected = max(0, selected) }

    public mutating func move(_ move: Move, count: Int, page: Int = 10) {
        switch move {
        case .up: selected -= 1
        case .down: selected += 1
        case .pageUp: selected -= max(1, page)
        case .pageDown: selected += max(1, page)
        case .first: selected = 0
        case .last: selected = count - 1
        }
        clamp(to: count)
    }

    public mutating func select(_ index: Int, count: Int) {
        selected = index
        clamp(to: count)
    }

    public mutating func clamp(to count: Int) { selected = max(0, min(selected, count - 1)) }

    /// The lines shown in `height` rows: the selected one in the middle, unless an end of the list is near.
    public func visible(count: Int, height: Int) -> Range<Int> {
        guard count > 0, height > 0 else { return 0..<0 }
        let first = max(0, min(selected - height / 2, count - height))
        return first..<min(count, first + height)
    }
}
