import Files
import Foundation
import Records
import ProgramKit
import Testing

@testable import PDF

/// What programs of others make of our files.
@Suite struct JudgedFileTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func write(_ pages: [PDFPage], _ conformance: PDFDocumentInfo.Conformance = .a2u) throws -> String {
        let path = folder.file("out.pdf")
        try PDFWriter.write(pages, info: Samples.info(conformance), to: path)
        return path
    }

    /// Every kind of page in one document.
    private func mixedPages() throws -> [PDFPage] {
        let gray = (0..<200 * 300).map { UInt8(truncatingIfNeeded: $0) }
        return [
            Samples.page(words: Samples.words(Samples.vietnamese)),
            Samples.page(words: Samples.words(["trang ngang"]), quarterTurns: 1, components: 3),
            Samples.page(components: 3, kind: .progressive),
            PDFPage(image: .samples(gray, width: 200, height: 300, mode: .gray), dpi: 50),
            PDFPage(
                image: .samples([UInt8](repeating: 0x35, count: 26 * 300), width: 203, height: 300, mode: .lineart), dpi: 50),
            PDFPage(image: .png(.bytes(try TinyPNG.rgb(width: 40, height: 30))), dpi: 20),
        ]
    }

    @Test(arguments: PDFDocumentInfo.Conformance.allCases)
    func qpdfFindsNoFault(_ conformance: PDFDocumentInfo.Conformance) throws {
        let verdict = try Tool.run("qpdf", ["--check", write(mixedPages(), conformance)])
        #expect(verdict.code == 0, "\(verdict.output)")
        #expect(verdict.output.contains("No syntax or stream encoding errors found"))
    }

    @Test func qpdfFindsAFaultWhereThereIsOne() throws {
        let path = try write([Samples.page()])
        var bytes = try Files.bytes(of: path)
        bytes.removeLast(300)
        try Data(bytes).write(to: URL(fileURLWithPath: path))
        #expect(try Tool.run("qpdf", ["--check", path]).code != 0)
    }

    @Test func theArchiveVariantIsValidPDFA1b() throws {
        let verdict = try Judge.preflight(write(mixedPages(), .a1b))
        #expect(verdict.output.contains("is a valid PDF/A-1b file"), "\(verdict.output)")
        #expect(verdict.code == 0)
    }

    /// No validator for PDF/A-2u can be had; of PDF/A-1b's complaints only those may remain that 2u does not share.
    @Test func theNewerVariantMeetsWhatBothStandardsAsk() throws {
        let verdict = try Judge.preflight(write(mixedPages()))
        let notLevelB = "7.11.1", notPartOne = "7.11.2"
        #expect(Set(Judge.complaints(verdict)) == [notLevelB, notPartOne], "\(verdict.output)")
    }

    @Test func textComesBackToTheLetter() throws {
        let text = try Judge.rawText(write([Samples.page(words: Samples.words(Samples.vietnamese))]))
        #expect(text.split(separator: "\n").map(String.init) == Samples.vietnamese)
    }

    @Test func columnsKeepTheirReadingOrder() throws {
        let left = ["ỦY BAN NHÂN DÂN", "HUYỆN AN LẠC", "Số: 01/TTr-UBND"], right = ["CỘNG HÒA", "Độc lập", "An Lạc, ngày 3"]
        let words = Samples.words(left) + Samples.words(right, x: 480, firstLine: 3)
        let text = try Judge.rawText(write([Samples.page(words: words)]))
        #expect(text.split(whereSeparator: \.isWhitespace).joined(separator: " ") == (left + right).joined(separator: " "))
    }

    /// Words that touch or overlap in the recognised boxes must not grow together.
    @Test(arguments: [-15, -4, 0, 1, 2, 3, 5])
    func closeWordsStayApart(gap: Int) throws {
        var words: [PDFWord] = []
        var x = 50
        for text in ["Lưu:", "VT,", "4", "bản;", "-", "Như", "trên."] {
            words.append(PDFWord(text: text, box: Box(x: x, y: 100, width: 9 * text.count, height: 22), line: 0))
            x += max(9 * text.count + gap, 1)
        }
        let text = try Judge.rawText(write([Samples.page(words: words)]))
        #expect(text.split(whereSeparator: \.isWhitespace).map(String.init) == words.map(\.text))
    }

    /// About 2°: 36 pixels from left to right, with words of unequal height.
    @Test func aSkewedLineStaysOneLine() throws {
        var words = Samples.words(["Căn cứ Luật Tổ chức Hội đồng nhân dân và Ủy ban nhân dân năm 2003;", "Xét - đề nghị . của"])
        for index in words.indices {
            words[index].box.y += words[index].box.x / 28
            if words[index].text.count < 3 { words[index].box = Box(
                x: words[index].box.x, y: words[index].box.y + 8, width: words[index].box.width, height: 6) }
        }
        let text = try Judge.rawText(write([Samples.page(words: words)]))
        #expect(text.split(separator: "\n").count == 2, "\(text)")
    }

    @Test(arguments: 0...3)
    func wordsLieWhereTheyWereRead(quarterTurns: Int) throws {
        // The words as they stand on the upright page, and their boxes in the image as it was stored.
        let upright = Samples.words(["Quyết định này có hiệu lực", "kể từ ngày ký"])
        let stored = upright.map { word in
            PDFWord(text: word.text, box: Turning.stored(word.box, quarterTurns: quarterTurns), line: word.line)
        }
        let path = try write([Samples.page(words: stored, quarterTurns: quarterTurns)])
        let found = try Judge.wordBoxes(path)
        #expect(found.map(\.text) == upright.map(\.text))
        for (word, box) in zip(upright, found) {
            let pixels = [box.left, box.top, box.right, box.bottom].map { $0 / 0.72 }
            let edges = [word.box.x, word.box.y, word.box.x + word.box.width, word.box.y + word.box.height]
            for (found, given) in zip(pixels, edges) { #expect(abs(found - Double(given)) <= 2, "\(word.text): \(pixels) \(edges)") }
        }
        let size = try Tool.run("pdfinfo", [path]).output
        #expect(size.contains("595.44 x 841.68 pts"), "\(size)")
    }

    @Test func imagesComeBackByteForByte() throws {
        let jpegs = [TinyJPEG(components: 1), TinyJPEG(components: 3), TinyJPEG(components: 3, kind: .progressive)].map(\.bytes)
        let path = try write(jpegs.map { PDFPage(image: .jpeg(.bytes($0)), dpi: 20) })
        #expect(try Tool.run("pdfimages", ["-all", path, folder.file("image")]).code == 0)
        for (index, jpeg) in jpegs.enumerated() {
            #expect(try Files.bytes(of: folder.file("image-00\(index).jpg")) == jpeg)
        }
        let list = try Tool.run("pdfimages", ["-list", path]).output.split(separator: "\n").dropFirst(2)
        #expect(list.map { $0.split(separator: " ")[5] } == ["gray", "rgb", "rgb"])
    }

    @Test func losslessPicturesComeBackPixelForPixel() throws {
        let row: [UInt8] = [0b1010_0000, 0b1000_0000]
        let path = try write([
            PDFPage(image: .samples(row + row, width: 9, height: 2, mode: .lineart), dpi: 20),
            PDFPage(image: .samples([0, 100, 200, 255, 5, 6], width: 3, height: 2, mode: .gray), dpi: 20),
            PDFPage(image: .png(.bytes(try TinyPNG.rgb(width: 40, height: 30))), dpi: 20),
        ])
        #expect(try Tool.run("pdfimages", [path, folder.file("image")]).code == 0)
        // pdfimages writes grey as three equal channels.
        let gray = [0, 100, 200, 255, 5, 6].flatMap { [$0, $0, $0] as [UInt8] }
        #expect(Array(try Files.bytes(of: folder.file("image-001.ppm")).suffix(18)) == gray)
        #expect(Array(try Files.bytes(of: folder.file("image-002.ppm")).suffix(3 * 40 * 30)) == TinyPNG.samples(width: 40, height: 30))
        // In a PBM 1 is black, as in what was given.
        #expect(Array(try Files.bytes(of: folder.file("image-000.pbm")).suffix(4)) == row + row)
    }

    @Test func theFontIsEmbeddedAndMapped() throws {
        let output = try Tool.run("pdffonts", [write([Samples.page(words: Samples.words(["chữ"]))])]).output
        let line = output.split(separator: "\n").first { $0.hasPrefix(InvisibleFont.name) }
        #expect(line?.contains("CID TrueType") == true, "\(output)")
        #expect(line?.contains("yes no  yes") == true, "embedded, not a subset, with Unicode: \(output)")
        #expect(!output.contains("Error"))
    }

    @Test func onlyThePictureIsSeen() throws {
        let flat = [UInt8](repeating: 200, count: 400 * 300)
        func page(_ words: [PDFWord]) -> PDFPage {
            PDFPage(image: .samples(flat, width: 400, height: 300, mode: .gray), dpi: 72, words: words)
        }
        let path = try write([page([]), page(Samples.words(["che khuất"]))])
        #expect(try Tool.run("pdftoppm", ["-gray", "-r", "72", path, folder.file("page")]).output.isEmpty)
        let pictures = try ["page-1.pgm", "page-2.pgm"].map { try Files.bytes(of: folder.file($0)) }
        #expect(pictures[0] == pictures[1])
        #expect(pictures[0].suffix(flat.count).allSatisfy { $0 == 200 })
    }

    @Test func aTurnedPictureIsUpright() throws {
        // Black left half; turned clockwise once, the upper half is black.
        let samples = (0..<300 * 400).map { UInt8($0 % 400 < 200 ? 0 : 255) }
        let path = try write([PDFPage(image: .samples(samples, width: 400, height: 300, mode: .gray), dpi: 72, quarterTurns: 1)])
        #expect(try Tool.run("pdftoppm", ["-gray", "-r", "72", path, folder.file("page")]).code == 0)
        let picture = Array(try Files.bytes(of: folder.file("page-1.pgm")).suffix(300 * 400))
        #expect(picture[300 * 50 + 10] == 0 && picture[300 * 50 + 290] == 0)
        #expect(picture[300 * 350 + 10] == 255 && picture[300 * 350 + 290] == 255)
    }

    @Test func metadataCanBeReadByOthers() throws {
        let path = try write([Samples.page()])
        let xml = try Tool.run("pdfinfo", ["-meta", path]).output
        #expect(xml.contains("<pdfaid:part>2</pdfaid:part>") && xml.contains("<pdfaid:conformance>U</pdfaid:conformance>"))
        #expect(xml.contains("Quyết định về việc &lt;giao đất&gt; &amp; cấp giấy"))
        #expect(xml.contains("H99.2008.01.QĐ"))
        #expect(xml.components(separatedBy: "xmlns:dc=").count == 2, "one dc block only")
    }

    @Test func manyPagesHangInGroups() throws {
        let jpeg = TinyJPEG(width: 8, height: 8).bytes
        let pages = (0..<250).map { index in
            PDFPage(image: .jpeg(.bytes(jpeg)), dpi: 2, words: [PDFWord(text: "\(index)", box: Box(x: 1, y: 1, width: 3, height: 2), line: 0)])
        }
        let path = try write(pages)
        #expect(try Tool.run("qpdf", ["--check", path]).code == 0)
        #expect(try Judge.rawText(path).split(separator: "\n").map(String.init) == (0..<250).map(String.init))
    }
}
