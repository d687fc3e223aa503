import Files
import Foundation
import Records
import ProgramKit
import Testing

@testable import PDF

/// Pages whose rows were not level on the scanner, and are in the document.
@Suite struct LevelTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ pages: [PDFPage], _ conformance: PDFDocumentInfo.Conformance = .a2u) throws -> String {
        let path = folder.file("out.pdf")
        try PDFWriter.write(pages, info: Samples.info(conformance), to: path)
        return path
    }

    private static let lines = ["Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân", "dân năm 2003;", "Xét đề nghị của Sở Nội vụ"]

    /// Boxes that a reader of the image finds around words that are level once the A4 page is turned clockwise so far.
    private func skewed(_ words: [PDFWord], degrees: Double) -> [PDFWord] {
        let (sine, cosine) = (sin(-degrees * .pi / 180), cos(-degrees * .pi / 180))
        return words.map { word in
            let corners = [(0, 0), (1, 0), (0, 1), (1, 1)].map { corner in
                let x = Double(word.box.x + corner.0 * word.box.width) - 413.5, y = Double(word.box.y + corner.1 * word.box.height) - 584.5
                return (x: x * cosine - y * sine + 413.5, y: x * sine + y * cosine + 584.5)
            }
            let (xs, ys) = (corners.map(\.x), corners.map(\.y))
            let (left, top) = (xs.min() ?? 0, ys.min() ?? 0)
            let box = Box(x: Int(left), y: Int(top), width: Int((xs.max() ?? 0) - left), height: Int((ys.max() ?? 0) - top))
            return PDFWord(text: word.text, box: box, line: word.line)
        }
    }

    @Test(arguments: [-4.0, -0.7, 1.5, 3.2], 0...3)
    func wordsLieLevelWhereThePictureShowsThem(degrees: Double, quarterTurns: Int) throws {
        let level = Samples.words(Self.lines, y: 300)
        let stored = skewed(level, degrees: degrees).map { word in
            PDFWord(text: word.text, box: Turning.stored(word.box, quarterTurns: quarterTurns), line: word.line)
        }
        var page = Samples.page(words: stored, quarterTurns: quarterTurns)
        page.deskew = degrees
        let path = try write([page])
        let found = try Judge.wordBoxes(path)
        #expect(found.map(\.text) == level.map(\.text))
        for (word, box) in zip(level, found) {
            let pixels = [box.left, box.top, box.right, box.bottom].map { $0 / 0.72 }
            let edges = [word.box.x, word.box.y, word.box.x + word.box.width, word.box.y + word.box.height]
            for (found, given) in zip(pixels, edges) { #expect(abs(found - Double(given)) <= 4, "\(word.text): \(pixels) \(edges)") }
        }
        #expect(try Judge.rawText(path).split(separator: "\n").map(String.init) == Self.lines)
        #expect(try Tool.run("pdfinfo", [path]).output.contains("595.44 x 841.68 pts"), "the page is as large as it was")
    }

    /// A bar through the middle that rises to the right is level when the page is turned clockwise.
    @Test(arguments: [-3.0, 2.0], 0...1)
    func thePictureIsLevel(degrees: Double, quarterTurns: Int) throws {
        let (width, height) = (400, 400)
        let angle = degrees * .pi / 180
        func isBar(_ x: Int, _ y: Int) -> Bool { abs(Double(x - 200) * sin(angle) + Double(y - 200) * cos(angle)) < 6 }
        let samples = (0..<width * height).map { place -> UInt8 in
            let (x, y) = (place % width, place / width)
            // As it was stored: turned clockwise once, column becomes row.
            return (quarterTurns == 1 ? isBar(399 - y, x) : isBar(x, y)) ? 0 : 200
        }
        let page = PDFPage(
            image: .samples(samples, width: width, height: height, mode: .gray), dpi: 72, quarterTurns: quarterTurns, deskew: degrees)
        let path = try write([page])
        #expect(try Tool.run("pdftoppm", ["-gray", "-r", "72", path, folder.file("page")]).code == 0)
        let picture = Array(try Files.bytes(of: folder.file("page-1.pgm")).suffix(width * height))
        for x in stride(from: 20, to: 380, by: 30) {
            #expect(picture[200 * width + x] < 40, "on the bar at \(x)")
            #expect(picture[189 * width + x] > 160 && picture[211 * width + x] > 160, "beside it at \(x)")
        }
        #expect(picture[0] == 255, "the corner that was turned away from is bare paper")
    }

    @Test(arguments: PDFDocumentInfo.Conformance.allCases)
    func itIsAsValidAsAnyPage(_ conformance: PDFDocumentInfo.Conformance) throws {
        var pages = [Samples.page(words: Samples.words(Samples.vietnamese)), Samples.page(words: Samples.words(["ngang"]), quarterTurns: 1, components: 3)]
        for index in pages.indices { pages[index].deskew = [2.4, -15][index] }
        let path = try write(pages, conformance)
        #expect(try Tool.run("qpdf", ["--check", path]).code == 0)
        if conformance == .a1b { #expect(try Judge.preflight(path).code == 0) }
    }

    @Test func theImageComesBackByteForByte() throws {
        let jpeg = TinyJPEG(components: 3).bytes
        let path = try write([PDFPage(image: .jpeg(.bytes(jpeg)), dpi: 20, deskew: 5)])
        #expect(try Tool.run("pdfimages", ["-all", path, folder.file("image")]).code == 0)
        #expect(try Files.bytes(of: folder.file("image-000.jpg")) == jpeg)
    }
}
