import Codes

/// What is not broken between two pages.
struct PrintPiece {
    var height: Double
    var staysWithNext = false
    /// Drawn above it when it begins a page.
    var head: (height: Double, draw: (Double) -> Void)?
    /// At a distance from the top of the page.
    var draw: (Double) -> Void

    /// Of the first piece and those that have to stay with it.
    static func height(ofUnbroken pieces: ArraySlice<PrintPiece>) -> Double {
        let company = pieces.prefix { $0.staysWithNext }.count
        return pieces.prefix(company + 1).map(\.height).reduce(0, +)
    }
}

/// Blocks as pieces that are so wide and begin so far from the left edge of the page.
struct BlockLayout {
    let canvas: PDFCanvas
    let x: Double
    let width: Double

    func pieces(_ blocks: [PrintBlock]) throws(PrintError) -> [PrintPiece] {
        var pieces: [PrintPiece] = []
        for block in blocks { pieces += try self.pieces(block) }
        return pieces
    }

    private func pieces(_ block: PrintBlock) throws(PrintError) -> [PrintPiece] {
        switch block {
        case .heading(let text, let style):
            var lines = try self.lines(text, style)
            for index in lines.indices { lines[index].staysWithNext = true }
            return lines + [PrintPiece(height: 4, staysWithNext: true) { _ in }]
        case .paragraph(let text, let style): return try lines(text, style) + [PrintPiece(height: 6) { _ in }]
        case .table(let table): return try rows(of: table) + [PrintPiece(height: 8) { _ in }]
        case .code(let text, let size): return [try code(text, size)]
        case .checkboxes(let labels): return [try checkboxes(labels)]
        case .line(let label): return [try line(label)]
        case .rule: return [PrintPiece(height: 10) { canvas.fill(x, $0 + 5, width, 0.8) }]
        case .shortRule(let share):
            return [PrintPiece(height: 5) { canvas.fill(x + width * (1 - share) / 2, $0 + 2, width * share, 0.8) }]
        case .space(let height): return [PrintPiece(height: height) { _ in }]
        case .columns(let columns): return [try beside(columns)]
        case .together(let blocks):
            var pieces = try self.pieces(blocks)
            for index in pieces.indices.dropLast() { pieces[index].staysWithNext = true }
            return pieces
        case .framed(let blocks): return [try framed(blocks)]
        }
    }

    private func lines(_ text: String, _ style: PrintStyle) throws(PrintError) -> [PrintPiece] {
        let set = try canvas.set(text, style, width: width)
        return set.lineHeights.enumerated().map { line, height in
            PrintPiece(height: height) { canvas.draw(set, line: line, x: x, y: $0) }
        }
    }

    // MARK: Blocks of blocks

    private func stacked(_ blocks: [PrintBlock], x: Double, width: Double) throws(PrintError) -> PrintPiece {
        let pieces = try BlockLayout(canvas: canvas, x: x, width: width).pieces(blocks)
        return PrintPiece(height: pieces.map(\.height).reduce(0, +)) { top in
            var y = top
            for piece in pieces {
                piece.draw(y)
                y += piece.height
            }
        }
    }

    private func beside(_ columns: [PrintColumn]) throws(PrintError) -> PrintPiece {
        let shares = columns.map(\.share).reduce(0, +)
        var stacks: [PrintPiece] = []
        var left = x
        for column in columns where shares > 0 {
            let part = column.share / shares * width
            stacks.append(try stacked(column.blocks, x: left, width: part))
            left += part
        }
        return PrintPiece(height: stacks.map(\.height).max() ?? 0) { y in
            for stack in stacks { stack.draw(y) }
        }
    }

    private func framed(_ blocks: [PrintBlock]) throws(PrintError) -> PrintPiece {
        let room = 8.0
        let inside = try stacked(blocks, x: x + room, width: width - 2 * room)
        return PrintPiece(height: inside.height + 2 * room) { y in
            canvas.frame(x, y, width, inside.height + 2 * room, line: 0.8)
            inside.draw(y + room)
        }
    }

    // MARK: Single blocks

    private func code(_ text: String, _ size: Double) throws(PrintError) -> PrintPiece {
        let code: QRCode
        do { code = try QRCode(text) } catch { throw .failed("QR \(text.prefix(80))") }
        let module = size / Double(code.size + 2 * QRCode.quietZone)
        let left = x + (width - size) / 2
        return PrintPiece(height: size) { y in
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

    private func checkboxes(_ labels: [String]) throws(PrintError) -> PrintPiece {
        let part = width / Double(max(1, labels.count))
        var texts: [SetText] = []
        for label in labels { texts.append(try canvas.set(label, PrintStyle(size: 9), width: part - 22)) }
        return PrintPiece(height: max(26, (texts.map(\.height).max() ?? 0) + 10)) { y in
            for (index, text) in texts.enumerated() {
                let left = x + Double(index) * part
                canvas.frame(left, y + 5, 14, 14, line: 1)
                draw(text, x: left + 20, y: y + 5)
            }
        }
    }

    private func line(_ label: String) throws(PrintError) -> PrintPiece {
        let labelWidth = 110.0
        let text = try canvas.set(label, PrintStyle(size: 12), width: labelWidth)
        return PrintPiece(height: 30) { y in
            draw(text, x: x, y: y + 9)
            canvas.fill(x + labelWidth, y + 25, width - labelWidth, 0.6)
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

    private func rows(of table: PrintTable) throws(PrintError) -> [PrintPiece] {
        let shares = table.columns.map(\.share).reduce(0, +)
        guard shares > 0 else { return [] }
        let widths = table.columns.map { $0.share / shares * width }
        let plain = table.columns.map(\.style)
        var pieces: [PrintPiece] = []
        var head: PrintPiece?
        if table.columns.contains(where: { !$0.title.isEmpty }) {
            let styles = plain.map { PrintStyle(size: $0.size, isBold: true, alignment: .centre) }
            var row = try self.row(table.columns.map(\.title), styles, widths, least: 0)
            row.staysWithNext = true
            head = row
            pieces.append(row)
        }
        let total = table.total.isEmpty ? [] : [table.total]
        for (index, cells) in (table.rows + total).enumerated() {
            let isTotal = index == table.rows.count
            let styles = isTotal ? plain.map { PrintStyle(size: $0.size, isBold: true, alignment: $0.alignment) } : plain
            var row = try self.row(cells, styles, widths, least: table.leastRowHeight)
            row.head = head.map { ($0.height, $0.draw) }
            row.staysWithNext = !total.isEmpty && index == table.rows.count - 1
            pieces.append(row)
        }
        return pieces
    }

    private func row(_ cells: [String], _ styles: [PrintStyle], _ widths: [Double], least: Double) throws(PrintError) -> PrintPiece {
        let padding = BlockLayout.padding
        var texts: [SetText] = []
        for (index, width) in widths.enumerated() {
            texts.append(try canvas.set(cells.indices.contains(index) ? cells[index] : "", styles[index], width: width - 2 * padding))
        }
        let height = max(least, (texts.map(\.height).max() ?? 0) + 2 * padding)
        return PrintPiece(height: height) { y in
            var left = x
            for (text, width) in zip(texts, widths) {
                // Half a line over the neighbour's, so that they come to one.
                canvas.frame(left - 0.3, y - 0.3, width + 0.6, height + 0.6, line: 0.6)
                draw(text, x: left + padding, y: y + (height - text.height) / 2)
                left += width
            }
        }
    }
}
