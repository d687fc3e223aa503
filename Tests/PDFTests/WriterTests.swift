import Files
import Foundation
import Records
import Testing

@testable import PDF

@Suite struct WriterTests {
    private let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    private func bytes(_ name: String, _ pages: [PDFPage], _ info: PDFDocumentInfo = Samples.info()) throws -> [UInt8] {
        try PDFWriter.write(pages, info: info, to: folder.file(name))
        return try Files.bytes(of: folder.file(name))
    }

    @Test func theSameInputGivesTheSameBytes() throws {
        let page = Samples.page(words: Samples.words(Samples.vietnamese))
        #expect(try bytes("a.pdf", [page, page]) == bytes("b.pdf", [page, page]))
        #expect(try folder.names == ["a.pdf", "b.pdf"])
    }

    @Test func anotherPictureGivesAnotherIdentifier() throws {
        func identifier(_ name: String, _ jpeg: TinyJPEG) throws -> Substring? {
            let file = String(decoding: try bytes(name, [PDFPage(image: .jpeg(.bytes(jpeg.bytes)), dpi: 20)]), as: UTF8.self)
            return file.components(separatedBy: "/ID [<").last?.prefix(32)
        }
        let first = try identifier("a.pdf", TinyJPEG(width: 64)), second = try identifier("b.pdf", TinyJPEG(width: 65))
        #expect(first?.count == 32 && first?.allSatisfy(\.isHexDigit) == true)
        #expect(first != second)
    }

    @Test func headersSayTheirVersionAndThatTheyAreBinary() throws {
        let new = try bytes("a.pdf", [Samples.page()]), old = try bytes("b.pdf", [Samples.page()], Samples.info(.a1b))
        #expect(new.starts(with: Array("%PDF-1.7\n%".utf8)) && new[10..<14].allSatisfy { $0 > 127 })
        #expect(old.starts(with: Array("%PDF-1.4\n%".utf8)))
        #expect(new.suffix(6) == ArraySlice(Array("%%EOF\n".utf8)))
    }

    @Test func codesStartAtOneAndMapExactly() {
        var codes = CharacterCodes()
        #expect(codes.codes(of: "đđa") == [2, 2, 3])
        #expect(codes.codes(of: "𝄞a") == [4, 3])
        #expect(codes.codes(of: "q\u{0323}") == [5])
        let map = String(decoding: codes.toUnicode, as: UTF8.self)
        for line in ["5 beginbfchar", "<0001> <0020>", "<0002> <0111>", "<0004> <D834DD1E>", "<0005> <00710323>"] {
            #expect(map.contains(line + "\n"))
        }
    }

    /// The quick way and the careful way through a word agree on every character the quick way accepts.
    @Test func bothWaysOfCodingAgree() {
        var codes = CharacterCodes()
        for value in 0..<0x1F00 {
            guard let scalar = Unicode.Scalar(UInt32(value)), !scalar.properties.isWhitespace else { continue }
            let text = "a\(Character(scalar))b"
            let clean = WordText.clean(text)
            #expect(codes.codes(of: text).count == clean.count, "\(String(value, radix: 16))")
            #expect(codes.codes(of: clean).count == clean.count)
        }
    }

    @Test func moreCharactersThanCodes() {
        var codes = CharacterCodes()
        for value in 0xAC00..<0xAC00 + 11_172 { _ = codes.codes(of: String(Unicode.Scalar(UInt32(value)).map(Character.init) ?? "?")) }
        for value in 0x20000..<0x20000 + 60_000 { _ = codes.codes(of: String(Unicode.Scalar(UInt32(value)).map(Character.init) ?? "?")) }
        #expect(codes.count == Int(UInt16.max))
        #expect(!InvisibleFont.trueType(codes: codes.count).isEmpty)
    }

    @Test(arguments: [(0.0, "0"), (-0.001, "0"), (1.5, "1.5"), (-2.25, "-2.25"), (0.05, "0.05"), (841.6899, "841.69"), (100, "100")])
    func numbers(value: Double, text: String) {
        var builder = ByteBuilder()
        builder.number(value)
        #expect(String(decoding: builder.bytes, as: UTF8.self) == text)
    }

    @Test func theProfileSumsUpToWhite() {
        let profile = SRGBProfile.bytes()
        #expect(profile.count == Int(profile[0]) << 24 | Int(profile[1]) << 16 | Int(profile[2]) << 8 | Int(profile[3]))
        #expect(Array(profile[36..<40]) == Array("acsp".utf8))
    }

    @Test func errorsSayWhatToDo() {
        let errors: [PDFError] = [
            .noPages, .cannotRead(page: 1, path: "/x", errno: 5), .notAnImage(page: 1), .damagedImage(page: 1),
            .unsupportedImage(page: 1, .cmyk), .impossibleSize(page: 1, width: 0, height: 1, dpi: 2), .alreadyExists(path: "/x"),
            .cannotWrite(path: "/x", errno: 5), .tooLarge(path: "/x"), .compressionFailed,
        ]
        #expect(Set(errors.map(\.code)).count == errors.count)
        for error in errors {
            for phrase in [error.message, error.kept, error.todo] { #expect(!phrase(.vi).contains("{") && !phrase(.en).contains("{")) }
        }
    }
}
