import Codes
import Foundation
import Imaging
import ProgramKit
import Records
import Testing
@testable import Printing

/// What is printed, judged by programs we did not write.
@Suite struct PrintingTests {
    private let folder: String
    private let created = Timestamp(milliseconds: 1_795_680_000_000)
    private let sheets = SeparatorSheets(language: .vi)

    init() throws {
        folder = NSTemporaryDirectory() + "tramquet-printing-\(UUID().uuidString.prefix(8))"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    }

    private func dossier(_ title: String = "Tập lưu quyết định về việc cấp đất ở, ruộng đất") throws -> SheetDossier {
        let fields = DossierFields(title: title, startDate: PartialDate("2008-01-05"), endDate: PartialDate("2008"), box: "12", numberInBox: 3)
        return SheetDossier(code: try DossierCode("H99.2008.01.QĐ"), fields: fields, countedSheets: 40)
    }

    private func print(_ sections: [PrintSection], title: String = "Thử") throws -> (path: String, pages: Int) {
        let printed = try PDFPrinter.print(PrintDocument(title: title, created: created, sections: sections))
        let path = "\(folder)/\(UUID().uuidString).pdf"
        try printed.data.write(to: URL(fileURLWithPath: path))
        return (path, printed.pages)
    }

    private func text(_ path: String) throws -> String { try Tool.run("pdftotext", ["-layout", path, "-"]).output }

    private func picture(_ path: String, page: Int = 1) throws -> GreyImage {
        let prefix = "\(folder)/\(UUID().uuidString)"
        try #require(try Tool.run("pdftoppm", ["-png", "-gray", "-r", "150", "-f", String(page), "-l", String(page), "-singlefile", path, prefix]).code == 0)
        return try GreyImage.decode(try Data(contentsOf: URL(fileURLWithPath: prefix + ".png")))
    }

    @Test func everySheetSaysWhatItIsToPeopleAndToTheStation() throws {
        let dossier = try dossier()
        let printed = try print([sheets.cover(dossier), sheets.newDocument(), sheets.placeholder(.map), sheets.placeholder(.large, number: 12), sheets.preparation(dossier), sheets.newDossier()])
        #expect(printed.pages == 6)
        let codes: [SheetCode] = [.cover(dossier.code), .newDocument, .placeholder(.map), .placeholder(.large, number: 12), .preparation(dossier.code), .newDossier]
        for (index, code) in codes.enumerated() {
            let picture = try picture(printed.path, page: index + 1)
            #expect(CodeReader.sheetCode(on: picture) == .sheet(code))
            #expect(CodeReader.sheetCode(on: try picture.turned(quarterTurnsClockwise: 2)) == .sheet(code))
        }
        let text = try text(printed.path)
        for words in ["H99.2008.01.QĐ", "Tập lưu quyết định về việc cấp đất ở, ruộng đất", "05/01/2008 – 2008", "VĂN BẢN MỚI", "HỒ SƠ MỚI", "PHIẾU GIỮ CHỖ", "BẢN ĐỒ, BẢN VẼ", "Phiếu số 12", "PHIẾU CHUẨN BỊ", "Người chuẩn bị", "Khuyết số"] {
            #expect(text.precomposedStringWithCanonicalMapping.contains(words), "\(words)")
        }
        #expect(try Tool.run("qpdf", ["--check", printed.path]).code == 0)
        #expect(try Tool.run("pdfinfo", [printed.path]).output.contains("595.28 x 841.89 pts (A4)"))
        let fonts = try Tool.run("pdffonts", [printed.path]).output.split(separator: "\n").dropFirst(2)
        #expect(!fonts.isEmpty && fonts.allSatisfy { $0.contains("DejaVuSans") && $0.contains("yes yes") }, "embedded: \(fonts)")
    }

    @Test func theSameValuesMakeTheSameBytes() throws {
        let document = PrintDocument(title: "Thử", created: created, sections: [sheets.cover(try dossier()), sheets.placeholder(.slip)])
        #expect(try PDFPrinter.print(document).data == PDFPrinter.print(document).data)
        #expect(try Tool.run("pdfinfo", [try print([sheets.newDocument()]).path]).output.contains("CreationDate"))
    }

    @Test func theBannerReadsFromEitherEnd() throws {
        let printed = try print([sheets.newDocument()])
        let picture = try picture(printed.path)
        let turned = try picture.turned(quarterTurnsClockwise: 2)
        let head = try picture.crop(Box(x: 0, y: 0, width: picture.width, height: 240)).pixels
        let foot = try turned.crop(Box(x: 0, y: 0, width: picture.width, height: 240)).pixels
        #expect(head.count(where: { $0 < 100 }) > 5000)
        let different = zip(head, foot).count { abs(Int($0) - Int($1)) > 100 }
        #expect(different < head.count / 30, "\(different)")
    }

    @Test func aLongTableGoesOnWithItsHead() throws {
        let table = PrintTable(
            columns: [.init("STT", share: 1), .init("Tiêu đề hồ sơ", share: 8), .init("Số tờ", share: 2, style: PrintStyle(alignment: .right))],
            rows: (1...120).map { ["\($0)", "Hồ sơ số \($0) về việc giao đất, cho thuê đất, thu hồi đất của Ủy ban nhân dân huyện", "\($0 * 3)"] })
        let printed = try print([PrintSection([.heading("Biên bản giao nhận"), .table(table), .rule, .line("Người nhận")])])
        #expect(printed.pages > 3)
        let pages = try text(printed.path).precomposedStringWithCanonicalMapping.split(separator: "\u{0C}", omittingEmptySubsequences: false).dropLast()
        #expect(pages.count == printed.pages)
        for page in pages { #expect(page.contains("Tiêu đề hồ sơ")) }
        for row in 1...120 { #expect(pages.contains { $0.contains("Hồ sơ số \(row) về") }) }
    }

    @Test func aParagraphIsBrokenBetweenPagesAndAHeadingStaysWithItsText() throws {
        let words = (1...1500).map { "chữ\($0)" }.joined(separator: " ")
        let printed = try print([PrintSection([.paragraph(words)])])
        let text = try text(printed.path).precomposedStringWithCanonicalMapping
        #expect(printed.pages > 1 && (1...1500).allSatisfy { text.contains("chữ\($0)") })
        // Whatever height is taken above it, the heading is never the last thing on a page.
        for height in stride(from: 600.0, to: 740, by: 6) {
            let pages = try self.text(try print([PrintSection([.space(height), .heading("ĐẦU ĐỀ"), .paragraph("nội dung")])]).path)
                .precomposedStringWithCanonicalMapping.split(separator: "\u{0C}")
            #expect(pages.allSatisfy { $0.contains("ĐẦU ĐỀ") == $0.contains("nội dung") }, "\(height)")
        }
    }

    @Test func hostileWords() throws {
        let title = "a\u{0}b\nc\u{202E}d <b>&amp;</b> " + String(repeating: "dài ", count: 400) + "e\u{0301}\u{FFFF}"
        let printed = try print([sheets.cover(try dossier(title)), sheets.preparation(try dossier(title))], title: title)
        #expect(try Tool.run("qpdf", ["--check", printed.path]).code == 0)
        let words = try text(printed.path)
        #expect(words.contains("&amp;") && words.contains("<b>"), "words are words: \(words)")
        #expect(printed.pages == 2, "a sheet is one page")
        #expect(throws: PrintError.self) { try PDFPrinter.print(PrintDocument(title: "", created: created, sections: [PrintSection([.code(String(repeating: "x", count: 5000), size: 100)])])) }
        #expect(try print([]).pages == 0)
    }
}
