import Files
import Foundation
import Records
import ProgramKit
import Testing

@testable import PDF

/// Foreign input ends in a typed error with nothing left behind, or in a sound file.
@Suite struct BadInputTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func error(_ image: PDFImage, dpi: Int = 20) throws -> PDFError? {
        do {
            let good = PDFPage(image: .jpeg(.bytes(TinyJPEG().bytes)), dpi: 20)
            try PDFWriter.write([good, PDFPage(image: image, dpi: dpi)], info: Samples.info(), to: folder.file("bad.pdf"))
            return nil
        } catch {
            #expect(try folder.names.isEmpty, "an unfinished file is removed")
            return error
        }
    }

    @Test func imagesThatCannotGoIn() throws {
        #expect(try error(.jpeg(.bytes(Array("hello".utf8)))) == .notAnImage(page: 2))
        #expect(try error(.jpeg(.bytes([]))) == .notAnImage(page: 2))
        #expect(try error(.png(.bytes(TinyJPEG().bytes))) == .notAnImage(page: 2))
        #expect(try error(.jpeg(.bytes(TinyJPEG(components: 4).bytes))) == .unsupportedImage(page: 2, .cmyk))
        #expect(try error(.jpeg(.bytes(TinyJPEG(precision: 12).bytes))) == .unsupportedImage(page: 2, .bitDepth))
        #expect(try error(.jpeg(.bytes(TinyJPEG(frameMarker: 0xC9).bytes))) == .unsupportedImage(page: 2, .arithmeticCoding))
        #expect(try error(.jpeg(.bytes(TinyJPEG(frameMarker: 0xC3).bytes))) == .unsupportedImage(page: 2, .lossless))
        #expect(try error(.png(.bytes(TinyPNG.rgb(width: 9, height: 9, colourType: 6)))) == .unsupportedImage(page: 2, .transparency))
        #expect(try error(.png(.bytes(TinyPNG.rgb(width: 9, height: 9, interlace: 1)))) == .unsupportedImage(page: 2, .interlacing))
        #expect(try error(.samples([1, 2, 3], width: 2, height: 2, mode: .gray)) == .damagedImage(page: 2))
        let missing = folder.file("none.jpg")
        #expect(try error(.jpeg(.file(missing))) == .cannotRead(page: 2, path: missing, errno: ENOENT))
    }

    /// A file cut anywhere is refused; none makes the reader run past its end.
    @Test func cutFilesAreRefused() throws {
        let jpeg = TinyJPEG(components: 3).bytes
        for length in 0..<jpeg.count {
            #expect(throws: JPEGHeader.Refusal.self) { try JPEGHeader(Array(jpeg.prefix(length))) }
        }
        let png = try TinyPNG.rgb(width: 9, height: 9)
        for length in 0..<png.count {
            #expect(throws: PNGFile.Refusal.self) { try PNGFile(Array(png.prefix(length))) }
        }
    }

    @Test func aFlippedByteOfAPNGIsNoticed() throws {
        var png = try TinyPNG.rgb(width: 9, height: 9)
        png[50] ^= 1
        #expect(throws: PNGFile.Refusal.damaged) { try PNGFile(png) }
    }

    @Test func impossibleSizes() throws {
        func refusal(width: Int, height: Int, dpi: Int) throws -> PDFError? {
            try error(.jpeg(.bytes(TinyJPEG(width: width, height: height).bytes)), dpi: dpi)
        }
        for (width, height, dpi) in [(0, 8, 20), (8, 0, 20), (64, 48, 0), (64, 48, -300), (64, 48, 100_000), (64, 48, Int.max), (900, 8, 1)] {
            #expect(try refusal(width: width, height: height, dpi: dpi) == .impossibleSize(page: 2, width: width, height: height, dpi: dpi))
        }
        #expect(try error(.samples([], width: Int.max, height: 2, mode: .color)) != nil)
    }

    @Test(arguments: [
        ("a\u{0}b\u{1B}c\u{7F}", "abc"), ("\u{301}\u{309}\u{FEFF}Ngày", "Ngày"), ("ti\u{0323}ch", "tịch"), ("Nga\u{0300}y", "Ngày"),
        ("\u{FFFE}\u{FFFF}x", "x"), ("a\tb\nc", "a b c"), ("q\u{0323}\u{0302}", "q\u{0323}\u{0302}"), ("</x>(\\)", "</x>(\\)"),
        ("\u{FFFD}", "\u{FFFD}"), ("👨‍👩‍👧", "👨‍👩‍👧"),
    ])
    func wordsAreMadeSound(given: String, written: String) throws {
        let path = folder.file("words.pdf")
        let words = ["trước", given, "\u{0}", "", " ", "\u{301}", "sau"].enumerated().map { index, text in
            PDFWord(text: text, box: Box(x: 50 + 100 * index, y: 50, width: 80, height: 20), line: 0)
        }
        try PDFWriter.write([Samples.page(words: words)], info: Samples.info(.a1b), to: path)
        #expect(try Judge.rawText(path) == "trước \(written) sau\n")
        #expect(try Tool.run("qpdf", ["--check", path]).code == 0)
    }

    @Test func wildBoxesStayOnThePage() throws {
        let boxes = [
            Box(x: -500, y: -500, width: 20, height: 20), Box(x: 5000, y: 5000, width: 20, height: 20),
            Box(x: 100, y: 300, width: 0, height: 0), Box(x: 300, y: 500, width: -20, height: -7),
            Box(x: .max, y: .min, width: .max, height: .max), Box(x: .min, y: 700, width: 10, height: 20),
        ]
        let words = boxes.enumerated().map { PDFWord(text: "từ\($0.offset)", box: $0.element, line: $0.offset) }
        let path = folder.file("boxes.pdf")
        try PDFWriter.write([Samples.page(words: words)], info: Samples.info(), to: path)
        #expect(try Judge.rawText(path).split(whereSeparator: \.isWhitespace).map(String.init) == words.map(\.text))
    }

    @Test func aVeryLongWordIsCutIntoStrings() throws {
        let text = String(repeating: "đề", count: 20_000)
        let path = folder.file("long.pdf")
        let word = PDFWord(text: text, box: Box(x: 50, y: 50, width: 700, height: 20), line: 0)
        try PDFWriter.write([Samples.page(words: [word])], info: Samples.info(.a1b), to: path)
        #expect(try Tool.run("qpdf", ["--check", path]).code == 0)
        #expect(try Judge.preflight(path).output.contains("is a valid PDF/A-1b file"))
    }

    @Test func anExistingFileIsNeverReplaced() throws {
        let path = folder.file("there.pdf")
        try Data("kept".utf8).write(to: URL(fileURLWithPath: path))
        #expect(throws: PDFError.alreadyExists(path: path)) { try PDFWriter.write([Samples.page()], info: Samples.info(), to: path) }
        #expect(try Files.bytes(of: path) == Array("kept".utf8))
    }

    @Test func aFolderThatIsNotThere() throws {
        let path = folder.file("none/x.pdf")
        #expect(throws: PDFError.cannotWrite(path: path, errno: ENOENT)) {
            try PDFWriter.write([Samples.page()], info: Samples.info(), to: path)
        }
    }

    @Test func aFullDiskIsReported() throws {
        // /dev/full takes the place of the part: every write to it fails.
        let path = folder.file("full.pdf")
        try FileManager.default.createSymbolicLink(atPath: path + ".part", withDestinationPath: "/dev/full")
        #expect(throws: PDFError.cannotWrite(path: path, errno: ENOSPC)) {
            try PDFWriter.write([Samples.page()], info: Samples.info(), to: path)
        }
        #expect(try folder.names.isEmpty)
    }

    @Test func noPagesMakeNoFile() throws {
        #expect(throws: PDFError.noPages) { try PDFWriter.write([], info: Samples.info(), to: folder.file("none.pdf")) }
        #expect(try folder.names.isEmpty)
    }

    @Test func afterAFailureTheDocumentCannotBeFinished() throws {
        let writer = try PDFWriter(path: folder.file("x.pdf"), info: Samples.info())
        try writer.add(Samples.page())
        #expect(throws: PDFError.notAnImage(page: 2)) { try writer.add(PDFPage(image: .jpeg(.bytes([])), dpi: 20)) }
        #expect(throws: PDFError.notAnImage(page: 2)) { try writer.add(Samples.page()) }
        #expect(throws: PDFError.notAnImage(page: 2)) { try writer.finish() }
    }
}
