import Foundation

/// Breaks a document into pages and draws them.
public struct PDFPrinter {
    private let canvas: PDFCanvas
    private let document: PrintDocument

    private static let bannerHeight = 50.0

    /// The file, and how many pages it has.
    public static func print(_ document: PrintDocument) throws(PrintError) -> (data: Data, pages: Int) {
        let canvas = try PDFCanvas(title: document.title, created: document.created, typeface: document.typeface)
        let printer = PDFPrinter(canvas: canvas, document: document)
        var pages = 0
        for section in document.sections { pages += try printer.print(section) }
        return (try printer.canvas.finish(), pages)
    }

    /// - Returns: how many pages it took.
    private func print(_ section: PrintSection) throws(PrintError) -> Int {
        let margins = section.margins
        let layout = BlockLayout(canvas: canvas, x: margins.left, width: PDFCanvas.width - margins.left - margins.right)
        let banner = try section.banner.map { banner throws(PrintError) in
            (banner, try canvas.set(banner.text, PDFPrinter.bannerStyle, width: PDFPrinter.bannerWidth))
        }
        let top = margins.ends + (banner == nil ? 0 : PDFPrinter.bannerHeight)
        let pages = PDFPrinter.pages(of: try layout.pieces(section.blocks), height: PDFCanvas.height - 2 * top)
        for (index, pieces) in pages.enumerated() {
            if let banner { draw(banner.0, banner.1) }
            var y = top
            if index > 0, let head = pieces.first?.head {
                head.draw(y)
                y += head.height
            }
            for piece in pieces {
                piece.draw(y)
                y += piece.height
            }
            if let foot = section.foot { try draw(foot: foot, page: index + 1, of: pages.count, layout) }
            canvas.endPage()
        }
        return pages.count
    }

    /// At least one page, of at least one piece each if there is one.
    private static func pages(of pieces: [PrintPiece], height: Double) -> [ArraySlice<PrintPiece>] {
        var pages: [ArraySlice<PrintPiece>] = []
        var (start, used) = (0, 0.0)
        for (index, piece) in pieces.enumerated() {
            if index > start, used + PrintPiece.height(ofUnbroken: pieces[index...]) > height {
                pages.append(pieces[start..<index])
                (start, used) = (index, piece.head?.height ?? 0)
            }
            used += piece.height
        }
        return pages + [pieces[start...]]
    }

    private func draw(foot: String, page: Int, of pages: Int, _ layout: BlockLayout) throws(PrintError) {
        let number = try canvas.set("\(page)/\(pages)", PrintStyle(size: 8, alignment: .right), width: layout.width)
        let text = try canvas.set(foot, PrintStyle(size: 8), width: layout.width - 50)
        let y = PDFCanvas.height - 36
        canvas.fill(layout.x, y - 4, layout.width, 0.4)
        canvas.draw(text, line: 0, x: layout.x, y: y)
        canvas.draw(number, line: 0, x: layout.x, y: y)
    }

    // MARK: Banner

    private static let bannerStyle = PrintStyle(size: 31, isBold: true, alignment: .centre)
    private static let bannerMargin = 50.0
    private static let bannerWidth = PDFCanvas.width - 2 * bannerMargin
    /// Vietnamese capitals carry their marks above the line's own height.
    private static let markHeight = 5.0

    /// At the top, and upside down at the foot.
    private func draw(_ banner: PrintBanner, _ text: SetText) {
        drawOnce(banner, text)
        canvas.upsideDown { drawOnce(banner, text) }
    }

    private func drawOnce(_ banner: PrintBanner, _ text: SetText) {
        let (x, y, width, height) = (PDFPrinter.bannerMargin, 26.0, PDFPrinter.bannerWidth, 62.0)
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
}
