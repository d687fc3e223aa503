import CPango
import Foundation
import Records

/// Pages of a PDF in memory, and what is drawn on them. Points, origin at the top left.
final class PDFCanvas {
    /// ISO 216 A4.
    static let width = 595.28
    static let height = 841.89

    private let file: OpaquePointer
    private let typeface: PrintTypeface
    private let sink = Sink()
    private var isClosed = false

    /// What the library has written so far.
    private final class Sink {
        var bytes = Data()
    }

    init(title: String, created: Timestamp, typeface: PrintTypeface = .sans) throws(PrintError) {
        if let missing = CPangoLoad() { throw .libraryMissing(String(cString: missing)) }
        let write: CPangoWrite = { context, bytes, count in
            guard let context, let bytes else { return 0 }
            Unmanaged<Sink>.fromOpaque(context).takeUnretainedValue().bytes.append(bytes, count: Int(count))
            return 1
        }
        // Whole seconds: the library reads no fractions.
        let moment = created.iso8601.prefix { $0 != "." } + "Z"
        guard let file = CPangoOpen(
            PDFCanvas.width, PDFCanvas.height, PDFCanvas.plain(title), String(moment), write, Unmanaged.passUnretained(sink).toOpaque())
        else { throw .failed("memory") }
        self.file = file
        self.typeface = typeface
    }

    deinit {
        if !isClosed { _ = CPangoClose(file) }
    }

    /// The whole file; nothing can be drawn any more.
    func finish() throws(PrintError) -> Data {
        isClosed = true
        if let why = CPangoClose(file) { throw .failed(String(cString: why)) }
        return sink.bytes
    }

    func endPage() { CPangoEndPage(file) }

    func fill(_ x: Double, _ y: Double, _ width: Double, _ height: Double, grey: Double = 0) {
        CPangoFill(file, x, y, width, height, grey)
    }

    func frame(_ x: Double, _ y: Double, _ width: Double, _ height: Double, line: Double) {
        CPangoFrame(file, x, y, width, height, line)
    }

    func upsideDown(_ draw: () -> Void) {
        CPangoUpsideDown(file, PDFCanvas.width, PDFCanvas.height)
        draw()
        CPangoUpright(file)
    }

    func set(_ string: String, _ style: PrintStyle, width: Double) throws(PrintError) -> SetText {
        let font = "\(families)\(style.isBold ? " Bold" : "")\(style.isItalic ? " Italic" : "") \(style.size)"
        let text = try set(string, font: font, alignment: style.alignment, width: width)
        guard style.isOneLine, text.lineHeights.count > 1, style.size > PrintStyle.leastSize else { return text }
        var smaller = style
        smaller.size = max(PrintStyle.leastSize, style.size - 0.5)
        return try set(string, smaller, width: width)
    }

    /// - Parameter font: as Pango describes one: family, style, points.
    func set(_ text: String, font: String, alignment: PrintAlignment, width: Double) throws(PrintError) -> SetText {
        let alignment: Int32 = switch alignment {
        case .left: 0
        case .centre: 1
        case .right: 2
        }
        guard let set = CPangoSetText(file, PDFCanvas.plain(text), font, width, alignment) else { throw .failed("memory") }
        return SetText(set)
    }

    func draw(_ text: SetText, line: Int, x: Double, y: Double, grey: Double = 0) {
        CPangoDrawLine(file, text.pointer, Int32(line), x, y, grey)
    }

    /// In order of preference; all of them have all Vietnamese letters, and the last is Debian's fonts-dejavu-core. The comma
    /// at the end keeps the words that follow out of the name.
    private var families: String {
        switch typeface {
        case .sans: "DejaVu Sans,"
        case .serif: "Times New Roman,Liberation Serif,Tinos,Nimbus Roman,FreeSerif,DejaVu Serif Condensed,DejaVu Serif,"
        }
    }

    /// The library refuses a text with what is no character, a byte of zero would end it, and marks that turn the direction
    /// of writing would make others of the words.
    private static func plain(_ text: String) -> String {
        let isShown: (Unicode.Scalar) -> Bool = { scalar in
            let properties = scalar.properties
            return !properties.isNoncharacterCodePoint && properties.generalCategory != .format
                && (properties.generalCategory != .control || scalar == "\n")
        }
        return String(String.UnicodeScalarView(text.precomposedStringWithCanonicalMapping.unicodeScalars.filter(isShown)))
    }
}

/// A text broken into lines.
final class SetText {
    fileprivate let pointer: OpaquePointer
    let lineHeights: [Double]

    fileprivate init(_ pointer: OpaquePointer) {
        self.pointer = pointer
        lineHeights = (0..<CPangoLineCount(pointer)).map { CPangoLineHeight(pointer, $0) }
    }

    deinit { CPangoFreeText(pointer) }

    var height: Double { lineHeights.reduce(0, +) }
}
