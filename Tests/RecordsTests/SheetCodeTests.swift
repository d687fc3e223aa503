import Foundation
import Records
import Testing

@Suite struct SheetCodeTests {
    @Test func everyKindIsReadAsItWasWritten() throws {
        let dossier = try DossierCode("H99.2008.01.QĐ/0001")
        var codes: [SheetCode] = [.cover(dossier), .preparation(dossier), .newDocument, .newDossier, .cover(try DossierCode(String(repeating: "ặ", count: 100)))]
        for kind in PlaceholderKind.allCases { codes += [.placeholder(kind), .placeholder(kind, number: 1), .placeholder(kind, number: 9999)] }
        #expect(Set(codes.map(\.text)).count == codes.count)
        for code in codes {
            #expect(code.text.allSatisfy { $0.isASCII }, "no reader has to guess how it is written: \(code.text)")
            #expect(SheetCode.read(code.text) == .sheet(code))
            let json = try JSONEncoder().encode(code)
            #expect(try JSONDecoder().decode(SheetCode.self, from: json) == code)
        }
    }

    /// The form is on paper in boxes for years: it never changes.
    @Test func theFormOnPaper() throws {
        #expect(SheetCode.newDocument.text == "TQ1:V:AC4F")
        #expect(SheetCode.newDossier.text == "TQ1:H:5FB0")
        #expect(SheetCode.placeholder(.map).text == "TQ1:G:map:E127")
        #expect(SheetCode.placeholder(.map, number: 7).text == "TQ1:G:map:7:DBEC")
        #expect(SheetCode.cover(try DossierCode("H99.2008.01.QĐ/0001")).text == "TQ1:B:H99.2008.01.Q%C4%90/0001:AD4E")
        #expect(SheetCode.preparation(try DossierCode("A 1")).text == "TQ1:C:A%201:C118")
    }

    @Test func damagedOnes() throws {
        let good = SheetCode.cover(try DossierCode("H99.2008.01.QD")).text
        // Each letter of it changed in turn.
        for index in good.indices.dropFirst(3) {
            var text = good
            text.replaceSubrange(index...index, with: text[index] == "0" ? "1" : "0")
            #expect(SheetCode.read(text) == .damaged, "\(text)")
        }
        for text in ["TQ1", "TQ1:", "TQ1::", "TQ1:V", "TQ1:V:", "TQ1:V:ac4f", "TQ1:V:AC4F ", "TQ1:V:AC4F:", "TQ2:V:AC4F", "TQ1:G:tape:0000", "TQ1:B::0000"] {
            #expect(SheetCode.read(text) == .damaged, "\(text)")
        }
    }

    /// A right check does not make up for words that are none, or are written in another way.
    @Test(arguments: [
        "TQ1:G:map:0", "TQ1:G:map:10000", "TQ1:G:map:07", "TQ1:G:map:+7", "TQ1:G:map:7:8", "TQ1:G:tape", "TQ1:G", "TQ1:V:1", "TQ1:H:1", "TQ1:B:", "TQ1:B:..", "TQ1:B:a%",
        "TQ1:B:a%00b", "TQ1:B:%41", "TQ1:B:A?", "TQ1:X:A", "TQ1:B:A:B", "TQ1:B:o%CC%82", "TQ1:B:%FF", "TQ2:V", "TQ01:V",
    ])
    func wrongWordsWithARightCheck(_ body: String) {
        #expect(SheetCode.read(body + ":" + check(body)) == .damaged)
    }

    @Test func foreignOnes() {
        let long = "TQ1:B:" + String(repeating: "A", count: 5000)
        for text in ["", "T", "TQ", "TQA:V:AC4F", " TQ1:V:AC4F", "tq1:V:AC4F", "001085012345|012345678|Nguyễn Văn A", "\u{0}\u{1}\u{FFFD}", long] {
            #expect(SheetCode.read(text) == .foreign, "\(text.prefix(20))")
        }
    }

    @Test func whichDossierFollows() throws {
        let dossier = try DossierCode("H1")
        #expect(SheetCode.cover(dossier).dossier == dossier && SheetCode.preparation(dossier).dossier == dossier)
        #expect(SheetCode.newDocument.dossier == nil && SheetCode.newDossier.dossier == nil && SheetCode.placeholder(.map).dossier == nil)
    }

    /// CRC-16/CCITT-FALSE, written down a second time: `123456789` gives 29B1.
    private func check(_ text: String) -> String {
        var crc = 0xFFFF
        for byte in text.utf8 {
            for bit in (0..<8).reversed() {
                let top = crc >> 15 ^ Int(byte) >> bit & 1
                crc = crc << 1 & 0xFFFF ^ (top == 1 ? 0x1021 : 0)
            }
        }
        return String(format: "%04X", crc)
    }

    @Test func theCheckIsTheKnownOne() { #expect(check("123456789") == "29B1") }
}
