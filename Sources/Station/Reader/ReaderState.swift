import Records

/// The read-only view of a page's text beside its picture.
public struct ReaderState: Equatable, Sendable {
    /// The page asked for; its text may still be on the way.
    public var page: PageID?
    public var text: PageText?
    /// First line of text shown.
    public var scroll = 0
    public var zoom = Zoom()
    /// Where Esc leads back to.
    public var cameFrom: Screen = .scanDesk

    public init() {}
}
