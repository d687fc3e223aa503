import Records

/// Something to be printed on A4: sections that each start a page, blocks from top to bottom. Plain values; `PDFPrinter`
/// breaks them into pages.
public struct PrintDocument: Sendable, Hashable {
    public var title: String
    /// Written into the file, so that the same values make the same bytes.
    public var created: Timestamp
    public var typeface: PrintTypeface
    public var sections: [PrintSection]

    public init(title: String, created: Timestamp, typeface: PrintTypeface = .sans, sections: [PrintSection]) {
        (self.title, self.created, self.typeface, self.sections) = (title, created, typeface, sections)
    }
}

public enum PrintTypeface: Sendable, Hashable {
    /// Sturdy in small print and for a scanner.
    case sans
    /// Times New Roman, as NĐ 30/2020 (PL I) wants documents, or the nearest that the station has.
    case serif
}

public struct PrintSection: Sendable, Hashable {
    public var banner: PrintBanner?
    public var margins: PrintMargins
    /// Small at the foot of every page, with the page's number beside it; nil: neither.
    public var foot: String?
    public var blocks: [PrintBlock]

    public init(banner: PrintBanner? = nil, margins: PrintMargins = .even, foot: String? = nil, _ blocks: [PrintBlock]) {
        (self.banner, self.margins, self.foot, self.blocks) = (banner, margins, foot, blocks)
    }
}

/// What stays white around a page, in points.
public struct PrintMargins: Sendable, Hashable {
    public var left: Double
    public var right: Double
    /// Above and below.
    public var ends: Double

    public init(left: Double, right: Double, ends: Double) {
        (self.left, self.right, self.ends) = (left, right, ends)
    }

    public static let even = PrintMargins(left: 50, right: 50, ends: 50)
    /// 30 mm at the left, 15 at the right, 20 above and below (NĐ 30/2020, PL I).
    public static let administrative = PrintMargins(left: 85, right: 42.5, ends: 57)
}

/// What a page is, in letters for two metres: at its top, and upside down at its foot, so that it reads from either end.
public struct PrintBanner: Sendable, Hashable {
    public enum Look: Sendable, Hashable {
        /// White on black.
        case solid
        /// Black in a thick frame.
        case framed
        /// Black between bars.
        case barred
        /// Black on grey.
        case grey
    }

    public var text: String
    public var look: Look

    public init(_ text: String, _ look: Look) {
        (self.text, self.look) = (text, look)
    }
}

public enum PrintAlignment: Sendable, Hashable {
    case left, centre, right
}

public struct PrintStyle: Sendable, Hashable {
    /// Points.
    public var size: Double
    public var isBold: Bool
    public var isItalic: Bool
    public var alignment: PrintAlignment
    /// Set smaller where it would take more than a line, down to `leastSize`.
    public var isOneLine: Bool

    public init(
        size: Double = 11, isBold: Bool = false, isItalic: Bool = false, alignment: PrintAlignment = .left, isOneLine: Bool = false
    ) {
        (self.size, self.isBold, self.isItalic, self.alignment, self.isOneLine) = (size, isBold, isItalic, alignment, isOneLine)
    }

    /// Points.
    public static let leastSize = 8.0
}

public indirect enum PrintBlock: Sendable, Hashable {
    /// Stays on the page of what follows it.
    case heading(String, PrintStyle = PrintStyle(size: 14, isBold: true))
    case paragraph(String, PrintStyle = PrintStyle())
    case table(PrintTable)
    /// A QR code in the middle of the line, so many points wide.
    case code(String, size: Double)
    /// Boxes to be ticked by hand, in one row.
    case checkboxes([String])
    /// A label and a line to write on.
    case line(String)
    case rule
    /// A short line in the middle, so much of the width: under the head of a letter.
    case shortRule(share: Double)
    /// Points.
    case space(Double)
    /// Side by side, on one page.
    case columns([PrintColumn])
    /// On one page, as far as one page holds it.
    case together([PrintBlock])
    /// On one page, with a frame around.
    case framed([PrintBlock])
}

/// One of several beside each other.
public struct PrintColumn: Sendable, Hashable {
    /// Of the width, relative to the others.
    public var share: Double
    public var blocks: [PrintBlock]

    public init(share: Double = 1, _ blocks: [PrintBlock]) {
        (self.share, self.blocks) = (share, blocks)
    }
}

/// A table with lines; its head is repeated on every page it goes on to.
public struct PrintTable: Sendable, Hashable {
    public struct Column: Sendable, Hashable {
        /// Empty in all columns: no head.
        public var title: String
        /// Of the width, relative to the others.
        public var share: Double
        public var style: PrintStyle

        public init(_ title: String, share: Double, style: PrintStyle = PrintStyle()) {
            (self.title, self.share, self.style) = (title, share, style)
        }
    }

    public var columns: [Column]
    /// A cell each column; missing ones are empty.
    public var rows: [[String]]
    /// Bold, on the page of the last row; empty: none.
    public var total: [String]
    /// Room to write by hand, in points.
    public var leastRowHeight: Double

    public init(columns: [Column], rows: [[String]], total: [String] = [], leastRowHeight: Double = 0) {
        (self.columns, self.rows, self.total, self.leastRowHeight) = (columns, rows, total, leastRowHeight)
    }
}
