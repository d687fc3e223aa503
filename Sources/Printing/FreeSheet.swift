import Records

/// A face of type. `family` is a name that the machine's fonts are asked for; what is missing is replaced by the nearest.
public struct PrintFace: Sendable, Hashable {
    public var family: String
    /// Points.
    public var size: Double
    public var isBold: Bool
    public var isItalic: Bool

    public init(family: String = "DejaVu Serif", size: Double = 12, isBold: Bool = false, isItalic: Bool = false) {
        (self.family, self.size, self.isBold, self.isItalic) = (family, size, isBold, isItalic)
    }

    var description: String { "\(family)\(isBold ? " Bold" : "")\(isItalic ? " Italic" : "") \(size)" }
}

/// A4 pages on which texts are put at a place, rather than set one after the other as by `PDFPrinter`: forms, and pages to
/// measure with. Points, origin at the top left.
public final class FreeSheet {
    public static let width = PDFCanvas.width
    public static let height = PDFCanvas.height

    private let canvas: PDFCanvas

    /// - Throws: `libraryMissing` where Pango is not installed.
    public init(title: String, created: Timestamp) throws(PrintError) {
        canvas = try PDFCanvas(title: title, created: created)
    }

    /// Sets a text in lines no wider than `width`.
    /// - Parameters:
    ///   - x, y: the upper left corner.
    ///   - grey: 0 black, 1 white.
    /// - Returns: the y below its last line.
    public func write(
        _ text: String, _ face: PrintFace, x: Double, y: Double, width: Double, alignment: PrintAlignment = .left, grey: Double = 0
    ) throws(PrintError) -> Double {
        let set = try canvas.set(text, font: face.description, alignment: alignment, width: width)
        var y = y
        for (line, height) in set.lineHeights.enumerated() {
            canvas.draw(set, line: line, x: x, y: y, grey: grey)
            y += height
        }
        return y
    }

    /// A bar from its upper left corner.
    public func bar(x: Double, y: Double, width: Double, height: Double, grey: Double = 0) {
        canvas.fill(x, y, width, height, grey: grey)
    }

    /// An outline, its line inside.
    public func frame(x: Double, y: Double, width: Double, height: Double, line: Double = 0.8) {
        canvas.frame(x, y, width, height, line: line)
    }

    public func endPage() { canvas.endPage() }

    /// The PDF; nothing can be drawn any more.
    public func finish() throws(PrintError) -> [UInt8] { Array(try canvas.finish()) }
}
