import Codes
import Foundation

/// Breaks a document into pages and draws them.
public struct PDFPrinter {
    private let canvas: PDFCanvas
    private let document: PrintDocument

    private static let margin = 50.0
    private static let bannerHeight = 50.0
    private static let width = PDFCanvas.width - 2 * margin

    /// The file, and how many pages it has.
    public static func print(_ document: PrintDocument) throws(PrintError) -> (data: Data, pages: Int) {
        let printer = PDFPrinter(canvas: try PDFCanvas(title: document.title, created: document.created), document: document)
        var pages = 0
        for section in document.sections { pages += try printer.print(section) }
        return (try printer.canvas.finish(), pages)
    }

    /// - Returns: how many pages it took.
    private func print(_ section: PrintSection) throws(PrintError) -> Int {
        let banner = try section.banner.map { banner throws(PrintError) in (banner, try canvas.set(banner.text, PDFPrinter.bannerStyle, width: PDFPrinter.width)) }
        let top = PDFPrinter.margin + (banner == nil ? 0 : PDFPrinter.bannerHeight)
        let bottom = PDFCanvas.height - top
        let pieces = try pieces(section.blocks)
        var (pages, y) = (1, top)
        if let banner { draw(banner.0, banner.1) }
        for (index, piece) in pieces.enumerated() {
            if y > top, y + PDFPrinter.height(ofUnbroken: pieces[index...]) > bottom {
                canvas.endPage()
                (pages, y) = (pages + 1, top)
                if let banner { draw(banner.0, banner.1) }
                if let head = piece.head {
                    head.draw(y)
                    y += head.height
                }
            }
            piece.draw(y)
            y += piece.height
        }
        canvas.endPage()
        return pages
    }

    /// Of the first piece and those that have to stay with it.
    private static func height(ofUnbroken pieces: ArraySlice<Piece>) -> Double {
        let company = pieces.prefix { $0.staysWithNext }.count
        return pieces.prefix(company + 1).map(\.height).reduce(0, +)
    }

    // MARK: Banner

    private static let bannerStyle = PrintStyle(size: 31, isBold: true, alignment: .centre)
    /// Vietnamese capitals carry their marks above the line's own height.
    private static let markHeight = 5.0

    /// At the top, and upside down at the foot.
    private func draw(_ banner: PrintBanner, _ text: SetText) {
        drawOnce(banner, text)
        canvas.upsideDown { drawOnce(banner, text) }
    }

    private func drawOnce(_ banner: PrintBanner, _ text: SetText) {
        let (x, y, width, height) = (PDFPrinter.margin, 26.0, PDFPrinter.width, 62.0)
        switch banner.look {
        case .solid: canvas.fill(x, y, width, height)
        case .framed: canvas.frame(x, y, width, height, line: 6)
        case .barred:
            for bar in 0..<2 {
                canvas.fill(x, y + Double(bar) * (height - 12), width, 4)
                canvas.fill(x, y + Double(bar) * (height - 12) + 8, width, 4)
            }
        case .grey: canvas.fill(x, y, width, height, grey: 0.8)
        }
        canvas.draw(text, line: 0, x: x, y: y + (height - text.height) / 2 + PDFPrinter.markHeight, grey: banner.look == .solid ? 1 : 0)
    }

    // MARK: Blocks

    /// What is not broken between two pages.
    private struct Piece {
        var height: Double
        var staysWithNext = false
        /// Drawn above it when it begins a page.
        var head: (height: Double, draw: (Double) -> Void)?
        /// At a distance from the top of the page.
        var draw: (Double) -> Void
    }

    private func pieces(_ blocks: [PrintBlock]) throws(PrintError) -> [Piece] {
        var pieces: [Piece] = []
        for block in blocks {
            switch block {
            case .heading(let text, let style):
                var lines = try self.lines(text, style)
                for index in lines.indices { lines[index].staysWithNext = true }
                pieces += lines + [Piece(height: 4, staysWithNext: true) { _ in }]
            case .paragraph(let text, let style): pieces += try lines(text, style) + [Piece(height: 6) { _ in }]
            case .table(let table): pieces += try rows(of: table) + [Piece(height: 8) { _ in }]
            case .code(let text, let size): pieces.append(try code(text, size))
            case .checkboxes(let labels): pieces.append(try checkboxes(labels))
            case .line(let label): pieces.append(try line(label))
            case .rule: pieces.append(Piece(height: 10) { canvas.fill(PDFPrinter.margin, $0 + 5, PDFPrinter.width, 0.8) })
            case .space(let height): pieces.append(Piece(height: height) { _ in })
            }
        }
        return pieces
    }

    private func lines(_ text: String, _ style: PrintStyle) throws(PrintError) -> [Piece] {
        let set = try canvas.set(text, style, width: PDFPrinter.width)
        return set.lineHeights.enumerated().map { line, height in
            Piece(height: height) { canvas.draw(set, line: line, x: PDFPrinter.margin, y: $0) }
        }
    }

    private func code(_ text: String, _ size: Double) throws(PrintError) -> Piece {
        let code: QRCode
        do { code = try QRCode(text) } catch { throw .failed("QR \(text.prefix(80))") }
        let module = size / Double(code.size + 2 * QRCode.quietZone)
        let left = (PDFCanvas.width - size) / 2
        return Piece(height: size) { y in
            for row in 0..<code.size {
                let start = y + Double(row + QRCode.quietZone) * module
                // Neighbours as one bar: no light shows between them.
                var column = 0
                while column < code.size {
                    let end = (column..<code.size).first { !code[row, $0] } ?? code.size
                    if end > column {
                        canvas.fill(left + Double(column + QRCode.quietZone) * module, start, Double(end - column) * module, module * 1.01)
                    }
                    column = max(end, column + 1)
                }
            }
        }
    }

    private func checkboxes(_ labels: [String]) throws(PrintError) -> Piece {
        let width = PDFPrinter.width / Double(max(1, labels.count))
        var texts: [SetText] = []
        for label in labels { texts.append(try canvas.set(label, PrintStyle(size: 9), width: width - 22)) }
        return Piece(height: max(26, (texts.map(\.height).max() ?? 0) + 10)) { y in
            for (index, text) in texts.enumerated() {
                let x = PDFPrinter.margin + Double(index) * width
                canvas.frame(x, y + 5, 14, 14, line: 1)
                draw(text, x: x + 20, y: y + 5)
            }
        }
    }

    private func line(_ label: String) throws(PrintError) -> Piece {
        let labelWidth = 110.0
        let text = try canvas.set(label, PrintStyle(size: 12), width: labelWidth)
        return Piece(height: 30) { y in
            draw(text, x: PDFPrinter.margin, y: y + 9)
            canvas.fill(PDFPrinter.margin + labelWidth, y + 25, PDFPrinter.width - labelWidth, 0.6)
        }
    }

    private func draw(_ text: SetText, x: Double, y: Double) {
        var y = y
        for (line, height) in text.lineHeights.enumerated() {
            canvas.draw(text, line: line, x: x, y: y)
            y += height
        }
    }

    // MARK: Tables

    private static let padding = 4.0

    private func rows(of table: PrintTable) throws(PrintError) -> [Piece] {
        let shares = table.columns.map(\.share).reduce(0, +)
        guard shares > 0 else { return [] }
        let widths = table.columns.map { $0.share / shares * PDFPrinter.width }
        var pieces: [Piece] = []
        var head: Piece?
        if table.columns.contains(where: { !$0.title.isEmpty }) {
            let styles = table.columns.map { PrintStyle(size: $0.style.size, isBold: true, alignment: .centre) }
            var row = try self.row(table.columns.map(\.title), styles, widths, least: 0)
            row.staysWithNext = true
            head = row
            pieces.append(row)
        }
        for cells in table.rows {
            var row = try self.row(cells, table.columns.map(\.style), widths, least: table.leastRowHeight)
            row.head = head.map { ($0.height, $0.draw) }
            pieces.append(row)
        }
        return pieces
    }

    private func row(_ cells: [String], _ styles: [PrintStyle], _ widths: [Double], least: Double) throws(PrintError) -> Piece {
        var texts: [SetText] = []
        for (index, width) in widths.enumerated() {
            texts.append(try canvas.set(
                cells.indices.contains(index) ? cells[index] : "", styles[index], width: width - 2 * PDFPrinter.padding))
        }
        let height = max(least, (texts.map(\.height).max() ?? 0) + 2 * PDFPrinter.padding)
        return Piece(height: height) { y in
            var x = PDFPrinter.margin
            for (text, width) in zip(texts, widths) {
                // Half a line over the neighbour's, so that they come to one.
                canvas.frame(x - 0.3, y - 0.3, width + 0.6, height + 0.6, line: 0.6)
                draw(text, x: x + PDFPrinter.padding, y: y + (height - text.height) / 2)
                x += width
            }
        }
    }
}
