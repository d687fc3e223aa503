import Records

/// Something to be printed on A4: sections that each start a page, blocks from top to bottom. Plain values; `PDFPrinter`
/// breaks them into pages.
public struct PrintDocument: Sendable, Hashable {
    public var title: String
    /// Written into the file, so that the same values make the same bytes.
    public var created: Timestamp
    public var sections: [PrintSection]

    public init(title: String, created: Timestamp, sections: [PrintSection]) {
        (self.title, self.created, self.sections) = (title, created, sections)
    }
}

public struct PrintSection: Sendable, Hashable {
    public var banner: PrintBanner?
    public var blocks: [PrintBlock]

    public init(banner: PrintBanner? = nil, _ blocks: [PrintBlock]) {
        (self.banner, self.blocks) = (banner, blocks)
    }
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
    public var alignment: PrintAlignment

    public init(size: Double = 11, isBold: Bool = false, alignment: PrintAlignment = .left) {
        (self.size, self.isBold, self.alignment) = (size, isBold, alignment)
    }
}

public enum PrintBlock: Sendable, Hashable {
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
    /// Points.
    case space(Double)
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
    /// Room to write by hand, in points.
    public var leastRowHeight: Double

    public init(columns: [Column], rows: [[String]], leastRowHeight: Double = 0) {
        (self.columns, self.rows, self.leastRowHeight) = (columns, rows, leastRowHeight)
    }
}
