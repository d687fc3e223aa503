import Codes
import Foundation
import Imaging
import Records
import Testing

/// Codes written by us, drawn as a printer and a scanner would, and read again.
@Suite struct CodeReaderTests {
    private static let dossier = SheetCode.cover(.sample("H99.2008.01.QĐ/0001"))

    /// An A4 page at 150 dpi with lines of print, and a code 55 mm wide in it unless nil.
    private func page(_ text: String?, x: Int = 400, y: Int = 500, dpi: Int = 150, millimetres: Double = 55) throws -> GreyImage {
        let (width, height) = (Int(8.27 * Double(dpi)), Int(11.69 * Double(dpi)))
        var pixels = [UInt8](repeating: 240, count: width * height)
        for row in stride(from: dpi, to: height - dpi, by: dpi / 6) {
            for column in (dpi / 2)..<(width - dpi / 2) where column / 9 % 3 != 0 {
                for line in 0..<(dpi / 30) { pixels[(row + line) * width + column] = UInt8(column % 7 * 12) }
            }
        }
        guard let text else { return try GreyImage(width: width, height: height, pixels: pixels) }
        let code = try QRCode(text)
        let module = millimetres / 25.4 * Double(dpi) / Double(code.size + 2 * QRCode.quietZone)
        let size = Int(module * Double(code.size + 2 * QRCode.quietZone))
        for row in 0..<size {
            for column in 0..<size {
                let (r, c) = (Int(Double(row) / module) - QRCode.quietZone, Int(Double(column) / module) - QRCode.quietZone)
                let isDark = (0..<code.size).contains(r) && (0..<code.size).contains(c) && code[r, c]
                pixels[(y + row) * width + x + column] = isDark ? 40 : 245
            }
        }
        return try GreyImage(width: width, height: height, pixels: pixels)
    }

    @Test(arguments: [dossier, .newDocument, .placeholder(.map), .placeholder(.slip, number: 1234), .preparation(.sample("A/1"))])
    func whatIsWrittenIsRead(_ code: SheetCode) throws {
        let page = try page(code.text)
        #expect(CodeReader.sheetCode(on: page, dpi: 150) == .sheet(code))
        #expect(CodeReader.sheetCode(on: page) == .sheet(code), "without a resolution it is an A4 page")
    }

    @Test(arguments: 0..<4, [0, -7.0, 12.5, -15])
    func howeverThePaperLies(quarterTurns: Int, degrees: Double) throws {
        let page = try page(Self.dossier.text).turned(quarterTurnsClockwise: quarterTurns).deskewed(degreesClockwise: degrees)
        #expect(CodeReader.sheetCode(on: page, dpi: 150) == .sheet(Self.dossier))
    }

    /// The smallest that is printed, at the lowest resolution of a scan, bent by a feeder.
    @Test(arguments: 0..<4) func aSmallCode(quarterTurns: Int) throws {
        let page = try page(SheetCode.preparation(.sample("H99.2008.01.QD/00012")).text, dpi: 100, millimetres: 49).turned(quarterTurnsClockwise: quarterTurns)
            .deskewed(degreesClockwise: 3)
        #expect(CodeReader.sheetCode(on: page, dpi: 100) == .sheet(.preparation(.sample("H99.2008.01.QD/00012"))))
    }

    @Test func whereItIs() throws {
        let found = try #require(CodeReader.read(try page(Self.dossier.text, x: 300, y: 900), dpi: 150).first)
        #expect(abs(found.box.x - 300) < 60 && abs(found.box.y - 900) < 60)
        #expect((200...330).contains(found.box.width) && (200...330).contains(found.box.height), "\(found.box)")
    }

    @Test func otherPapersSayNothing() throws {
        #expect(CodeReader.sheetCode(on: try page(nil), dpi: 150) == nil)
        #expect(CodeReader.sheetCode(on: try GreyImage(width: 0, height: 0, pixels: [])) == nil)
        #expect(CodeReader.sheetCode(on: try GreyImage(width: 3, height: 2, pixels: [0, 1, 2, 3, 4, 5])) == nil)
        // Of a citizen's card, of a payment, of a web page.
        for text in ["001085012345|012345678|Nguyễn Văn A|01011985|Nam|Hà Nội|01012021", "00020101021138570010A000000727", "https://example.org/TQ1:V:0000"] {
            #expect(CodeReader.read(try page(text), dpi: 150).count == 1, "it is read")
            #expect(CodeReader.sheetCode(on: try page(text), dpi: 150) == nil, "and is none of ours")
        }
    }

    @Test func ofTwoTheOneThatHolds() throws {
        #expect(CodeReader.sheetCode(on: try page("TQ1:V:0000"), dpi: 150) == .damaged)
    }

    /// A quarter of the modules may be lost: a stamp on the code, a torn corner.
    @Test func aStampOnTheCode() throws {
        var pixels = try page(Self.dossier.text).pixels
        let width = 1240
        for row in 640..<690 { for column in 540..<590 { pixels[row * width + column] = 60 } }
        let stamped = try GreyImage(width: width, height: pixels.count / width, pixels: pixels)
        #expect(CodeReader.sheetCode(on: stamped, dpi: 150) == .sheet(Self.dossier))
    }

    @Test func aTextTooLongForACode() {
        #expect(throws: CodesError.self) { try QRCode(String(repeating: "x", count: 4000)) }
        #expect(throws: CodesError.self) { try QRCode("") }
    }

    @Test func whatAPageIsTold() {
        var examination = PageExamination(findings: [Finding(.skew, value: 3)], blank: .suspected, skew: 3, fingerprint: nil)
        #expect(examination.take(.sheet(.newDocument)) == .newDocument)
        #expect(examination.findings.isEmpty && examination.blank == .notBlank)
        #expect(examination.take(.damaged) == nil && examination.findings.map(\.code) == [.damagedCode])
        #expect(examination.take(.foreign) == nil && examination.take(nil) == nil && examination.findings.count == 1)
    }
}

extension DossierCode {
    /// For codes that are written down in a test.
    fileprivate static func sample(_ text: String) -> DossierCode {
        guard let code = try? DossierCode(text) else { preconditionFailure(text) }
        return code
    }
}
