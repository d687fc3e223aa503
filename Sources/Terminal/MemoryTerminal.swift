/// A terminal that only remembers: for tests, and for printing a screen without a terminal.
@MainActor
public final class MemoryTerminal: TerminalDevice {
    public private(set) var size: Size
    public let colors: ColorDepth
    public let events: AsyncStream<TerminalEvent>

    /// What a person would see now.
    public private(set) var screen: Surface
    public private(set) var bells = 0
    public private(set) var draws = 0
    /// Cells that the last draw changed.
    public private(set) var changedCells = 0
    public private(set) var isSuspended = false
    public private(set) var isClosed = false

    private let continuation: AsyncStream<TerminalEvent>.Continuation

    public init(size: Size = Size(columns: 80, rows: 24), colors: ColorDepth = .palette256) {
        self.size = size
        self.colors = colors
        screen = Surface(size: size)
        (events, continuation) = AsyncStream.makeStream(of: TerminalEvent.self)
    }

    public func draw(_ surface: Surface) {
        guard !isClosed, !isSuspended else { return }
        var next = Surface(size: size)
        next.draw(surface, at: Point(x: 0, y: 0))
        changedCells = next.changes(from: screen).count
        screen = next
        draws += 1
    }

    public func bell() { bells += 1 }
    public func suspend() { isSuspended = true }
    public func resume() { isSuspended = false }

    public func close() {
        isClosed = true
        continuation.finish()
    }

    /// Plays keys as if a person pressed them.
    public func press(_ keys: Key...) {
        for key in keys { continuation.yield(.key(key)) }
    }

    /// Types a text character by character.
    public func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    public func resize(_ size: Size) {
        self.size = size
        var next = Surface(size: size)
        next.draw(screen, at: Point(x: 0, y: 0))
        screen = next
        continuation.yield(.resized(size))
    }

    /// The terminal goes away.
    public func hangUp() { continuation.yield(.closed) }
}
