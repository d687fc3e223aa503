/// A colour as it is wanted; the device brings it down to what the terminal has.
public enum Color: Hashable, Sendable {
    /// The terminal's own default foreground or background.
    case none
    case rgb(red: UInt8, green: UInt8, blue: UInt8)

    /// - Parameter hex: `0xRRGGBB`.
    public init(hex: UInt32) {
        self = .rgb(
            red: UInt8(truncatingIfNeeded: hex >> 16), green: UInt8(truncatingIfNeeded: hex >> 8),
            blue: UInt8(truncatingIfNeeded: hex))
    }

    /// - Parameter level: 0 black … 255 white.
    public static func grey(_ level: UInt8) -> Color { .rgb(red: level, green: level, blue: level) }
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
    public var foreground: Color
    public var background: Color
    public var bold: Bool
    public var underline: Bool
    public var reverse: Bool
    public var dim: Bool

    public init(
        foreground: Color = .none, background: Color = .none, bold: Bool = false, underline: Bool = false,
        reverse: Bool = false, dim: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.bold = bold
        self.underline = underline
        self.reverse = reverse
        self.dim = dim
    }

    /// The terminal's own colours, no attributes.
    public static let plain = Style()
}
