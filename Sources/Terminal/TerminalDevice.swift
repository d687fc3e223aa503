/// What comes from a terminal.
public enum TerminalEvent: Hashable, Sendable {
    case key(Key)
    case resized(Size)
    /// The terminal is gone: no more keys will come.
    case closed
}

/// Something that shows surfaces and gives keys. Used on the main actor only.
@MainActor
public protocol TerminalDevice: AnyObject {
    var size: Size { get }
    var colors: ColorDepth { get }
    /// Keys and resizes in order; for one reader. Ends after `close()`.
    var events: AsyncStream<TerminalEvent> { get }

    /// Shows a surface. Only cells that differ from what is shown are sent; what lies outside the terminal is left out.
    func draw(_ surface: Surface)
    func bell()
    /// Gives the terminal back for another program, until `resume()`.
    func suspend()
    /// Takes the terminal again and shows what was shown.
    func resume()
    /// Gives the terminal back for good. Further calls do nothing.
    func close()
}
