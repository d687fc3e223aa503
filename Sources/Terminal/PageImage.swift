/// Grey pixels of a page, 0 black … 255 white, row by row from the top; perhaps only its first rows so far.
public struct PageImage: Equatable, Sendable {
    public let width: Int
    /// Rows of the whole page, as far as the scanner announced.
    public let height: Int
    /// `width` × `knownRows` bytes or more.
    public let pixels: [UInt8]
    /// Rows that have arrived.
    public let knownRows: Int

    /// - Parameter knownRows: nil for as many as there are pixels for.
    public init(width: Int, height: Int, pixels: [UInt8], knownRows: Int? = nil) {
        self.width = max(0, width)
        self.height = max(0, height)
        self.pixels = pixels
        let there = width > 0 ? min(self.height, pixels.count / width) : 0
        self.knownRows = min(there, max(0, knownRows ?? there))
    }
}

/// A part of a page as fractions of its width and height, kept inside 0 … 1.
public struct PageRegion: Hashable, Sendable {
    public let x: Double
    public let y: Double
    public let width: Double
    public let height: Double

    public init(x: Double, y: Double, width: Double, height: Double) {
        self.x = min(max(0, x), 1)
        self.y = min(max(0, y), 1)
        self.width = min(max(0, width), 1 - self.x)
        self.height = min(max(0, height), 1 - self.y)
    }

    public static let whole = PageRegion(x: 0, y: 0, width: 1, height: 1)
}

/// How a page is drawn with characters.
public enum PictureMode: String, CaseIterable, Hashable, Sendable {
    /// A ramp of ten ASCII characters; always possible.
    case ascii
    /// Half blocks in greys; needs colours.
    case blocks
    /// Eight dots in a cell; needs a font with braille.
    case braille

    /// The mode that a terminal can show, as near as possible to the one asked for.
    /// Without a wish: half blocks where there are enough greys, otherwise ASCII, since fonts often lack braille.
    public static func suited(to colors: ColorDepth, wish: PictureMode? = nil) -> PictureMode {
        switch wish {
        case .blocks?, nil: colors >= .palette256 ? .blocks : .ascii
        case let wish?: wish
        }
    }
}
