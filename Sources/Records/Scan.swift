/// One side of a sheet.
public enum Side: String, Sendable, Codable, CaseIterable {
    case front, back
}

/// Where the scanner takes its paper from, as a person chooses it; each driver has its own names for these.
public enum ScanSource: String, Sendable, Codable, CaseIterable {
    /// Feeder, front sides only.
    case adf
    /// Feeder, both sides.
    case duplex
    case flatbed
    /// Feeder twice: all fronts, then the flipped stack of backs.
    case manualDuplex = "manual-duplex"
}

public enum ColorMode: String, Sendable, Codable, CaseIterable {
    /// 24-bit colour, the default: TT 05/2025, Điều 8.2a.
    case color
    /// 8-bit grey.
    case gray
    /// One bit, 1 is black.
    case lineart
}

/// Why a scan run ended. Never a proof of completeness: only the counted sheets are.
public enum StopReason: String, Sendable, Codable, CaseIterable {
    /// The feeder says it is empty.
    case empty
    /// As many pages as were asked for.
    case max
    case jam
    case coverOpen = "cover_open"
    /// The driver did not answer in time, or its process died.
    case hang
    /// A person stopped it.
    case cancelled
    /// The next sheets of the stack are of another dossier: a run into that one goes on.
    case nextDossier = "next_dossier"
    /// Anything else; the run's error says what.
    case error
}

/// The file format of a stored image.
public enum ImageFormat: String, Sendable, Codable, CaseIterable {
    case jpeg, png, tiff

    public var fileExtension: String {
        switch self {
        case .jpeg: "jpg"
        case .png: "png"
        case .tiff: "tif"
        }
    }
}

/// What is known of a captured image, before and after it is stored.
public struct ImageFacts: Sendable, Hashable, Codable {
    /// Pixels.
    public var width: Int
    public var height: Int
    /// Dots per inch as the device reported them after the fact; 0 when unknown.
    public var dpi: Int
    public var mode: ColorMode
    public var format: ImageFormat
    public var byteCount: Int
    /// Of the stored file, 64 lower-case hexadecimal digits.
    public var sha256: String

    public init(width: Int, height: Int, dpi: Int, mode: ColorMode, format: ImageFormat, byteCount: Int, sha256: String) {
        self.width = width
        self.height = height
        self.dpi = dpi
        self.mode = mode
        self.format = format
        self.byteCount = byteCount
        self.sha256 = sha256
    }
}

/// An edge of an image as it is stored, clockwise from the top; the number is the value of a `cut_off` finding.
public enum PageEdge: Int, Sendable, Codable, CaseIterable {
    case top = 1
    case right, bottom, left

    /// Which edge of the page as it is shown this is.
    public func turned(quarterTurnsClockwise turns: Int) -> PageEdge {
        let all = PageEdge.allCases
        return all[(rawValue - 1 + (turns & 3)) % all.count]
    }
}

/// A sheet in millimetres, upright or lying: the checks do not mind.
public struct PaperSize: Sendable, Hashable, Codable {
    public var width: Double
    public var height: Double

    public init(width: Double, height: Double) {
        (self.width, self.height) = (width, height)
    }

    /// ISO 216.
    public static let a3 = PaperSize(width: 297, height: 420)
    public static let a4 = PaperSize(width: 210, height: 297)
    public static let a5 = PaperSize(width: 148, height: 210)
}

/// A rectangle in pixels, origin at the top left.
public struct Box: Sendable, Hashable, Codable {
    public var x: Int
    public var y: Int
    public var width: Int
    public var height: Int

    public init(x: Int, y: Int, width: Int, height: Int) {
        (self.x, self.y, self.width, self.height) = (x, y, width, height)
    }

    /// As `[x, y, width, height]`.
    public init(from decoder: any Decoder) throws {
        var container = try decoder.unkeyedContainer()
        x = try container.decode(Int.self)
        y = try container.decode(Int.self)
        width = try container.decode(Int.self)
        height = try container.decode(Int.self)
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.unkeyedContainer()
        for value in [x, y, width, height] { try container.encode(value) }
    }

    /// Whether they have any pixel in common.
    public func overlaps(_ other: Box) -> Bool {
        x < other.x + other.width && other.x < x + width && y < other.y + other.height && other.y < y + height
    }

    /// The smallest rectangle that holds both.
    public func union(_ other: Box) -> Box {
        let left = min(x, other.x), top = min(y, other.y)
        let right = max(x + width, other.x + other.width), bottom = max(y + height, other.y + other.height)
        return Box(x: left, y: top, width: right - left, height: bottom - top)
    }
}
