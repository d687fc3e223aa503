/// How many colours a terminal has.
public enum ColorDepth: Int, Comparable, Hashable, Sendable {
    /// Only bold, underline, reverse and dim.
    case mono
    /// Eight, and bold for the bright ones (the Linux console).
    case palette8
    case palette16
    /// Sixteen, a cube of 6 × 6 × 6, and 24 greys.
    case palette256
    case trueColor

    public static func < (a: ColorDepth, b: ColorDepth) -> Bool { a.rawValue < b.rawValue }

    /// - Parameter colors: what terminfo says.
    init(terminfo colors: Int) {
        switch colors {
        case (1 << 24)...: self = .trueColor
        case 256...: self = .palette256
        case 16...: self = .palette16
        case 8...: self = .palette8
        default: self = .mono
        }
    }
}

/// A style brought down to what a terminal has: colour numbers as ncurses takes them.
struct ReducedStyle: Hashable {
    /// -1 is the terminal's default.
    var foreground: Int32 = -1
    var background: Int32 = -1
    var bold: Bool
    let underline: Bool
    let reverse: Bool
    let dim: Bool

    init(_ style: Style, depth: ColorDepth) {
        bold = style.bold
        underline = style.underline
        reverse = style.reverse
        dim = style.dim
        guard depth != .mono else { return }
        foreground = style.foreground.number(depth)
        background = style.background.number(depth)
        keepReadable(style)
        guard depth == .palette8 else { return }
        if foreground >= 8 {
            bold = true
            foreground -= 8
        }
        if background >= 8 { background -= 8 }
        // Bright black exists only as bold black; where bold does not brighten it, black on black would be left.
        if foreground == background, foreground >= 0, !bold { foreground = background == 0 ? 7 : 0 }
    }

    /// Two colours that were different must not become one.
    private mutating func keepReadable(_ style: Style) {
        guard foreground == background, foreground >= 0, style.foreground != style.background else { return }
        foreground = style.background.luminance > 127 ? 0 : 7
    }
}

extension Color {
    /// Brightness from 0 to 255 (Rec. 709 weights, without gamma); 0 for the default.
    var luminance: Int {
        guard case .rgb(let red, let green, let blue) = self else { return 0 }
        return (2126 * Int(red) + 7152 * Int(green) + 722 * Int(blue)) / 10000
    }

    /// The number of the nearest colour; -1 for the default.
    func number(_ depth: ColorDepth) -> Int32 {
        guard case .rgb(let red, let green, let blue) = self else { return -1 }
        let (r, g, b) = (Int(red), Int(green), Int(blue))
        switch depth {
        case .mono: return -1
        case .palette8, .palette16: return Color.nearest16(r, g, b)
        case .palette256: return Color.nearest256(r, g, b)
        case .trueColor:
            // Direct-colour terminfo entries keep 0 to 7 for the palette; one step of blue is not seen.
            let value = Int32(r << 16 | g << 8 | b)
            return (1..<8).contains(value) ? 8 : value
        }
    }

    private static func nearest16(_ r: Int, _ g: Int, _ b: Int) -> Int32 {
        nearest(r, g, b, among: vga)
    }

    private static func nearest256(_ r: Int, _ g: Int, _ b: Int) -> Int32 {
        let cube = [r, g, b].map(cubeStep)
        let cubeColor = cube.map { cubeLevels[$0] }
        let greyStep = min(23, max(0, ((r + g + b) / 3 - 3) / 10))
        let grey = 8 + 10 * greyStep
        let toCube = distance((r, g, b), (cubeColor[0], cubeColor[1], cubeColor[2]))
        let toGrey = distance((r, g, b), (grey, grey, grey))
        return toGrey <= toCube ? Int32(232 + greyStep) : Int32(16 + 36 * cube[0] + 6 * cube[1] + cube[2])
    }

    private static let cubeLevels = [0, 95, 135, 175, 215, 255]

    private static func cubeStep(_ level: Int) -> Int {
        level < 48 ? 0 : level < 115 ? 1 : (level - 35) / 40
    }

    private static func nearest(_ r: Int, _ g: Int, _ b: Int, among colors: [(Int, Int, Int)]) -> Int32 {
        var best = 0
        for index in colors.indices where distance((r, g, b), colors[index]) < distance((r, g, b), colors[best]) {
            best = index
        }
        return Int32(best)
    }

    private static func distance(_ a: (Int, Int, Int), _ b: (Int, Int, Int)) -> Int {
        let (r, g, b) = (a.0 - b.0, a.1 - b.1, a.2 - b.2)
        return 3 * r * r + 6 * g * g + b * b
    }

    /// The sixteen colours as the Linux console and most terminals show them.
    private static let vga: [(Int, Int, Int)] = [
        (0, 0, 0), (170, 0, 0), (0, 170, 0), (170, 85, 0), (0, 0, 170), (170, 0, 170), (0, 170, 170), (170, 170, 170),
        (85, 85, 85), (255, 85, 85), (85, 255, 85), (255, 255, 85), (85, 85, 255), (255, 85, 255), (85, 255, 255),
        (255, 255, 255),
    ]
}
