import Foundation
import Records
import Testing

@Suite("A recognised page as bytes")
struct CompactPageTests {
    private func word(_ text: String, _ confidence: Double, _ box: Box, line: Int) -> RecognisedWord {
        RecognisedWord(text: text, confidence: confidence, box: box, line: line)
    }

    private var page: RecognisedPage {
        RecognisedPage(language: "vie", words: [
            word("ỦY", 0.93, Box(x: 300, y: 210, width: 88, height: 52), line: 0),
            word("BAN", 1, Box(x: 402, y: 212, width: 120, height: 50), line: 0),
            word("Số:", 0, Box(x: 310, y: 290, width: 70, height: 44), line: 1),
            word("15/QĐ-UBND", 0.07, Box(x: 390, y: 288, width: 301, height: 49), line: 1),
            word("out", 0.5, Box(x: 0, y: 0, width: 1, height: 1), line: 7),
            word("of", 0.5, Box(x: 4000, y: 6000, width: 100, height: 10), line: 2),
        ])
    }

    /// A page of 500 words as an office prints it at 300 dpi.
    private var fullPage: RecognisedPage {
        let texts = ["Căn", "cứ", "Nghị", "quyết", "số", "Ủy", "ban", "nhân", "dân", "phường"]
        let words = (0..<500).map { index in
            let (row, column) = (index / 12, index % 12)
            return word(
                texts[index * 7 % 10], Double(60 + index * 13 % 40) / 100,
                Box(x: 310 + 160 * column + index % 7, y: 220 + 74 * row + index % 5, width: 60 + index * 31 % 70, height: 30 + index % 17),
                line: row)
        }
        return RecognisedPage(language: "vie", words: words)
    }

    /// The same words with other readings of some glyphs.
    private var pageWithVariants: RecognisedPage {
        var page = page
        page.words[0].variants = [GlyphVariant(place: 1, text: "Ỵ", confidence: 0.31), GlyphVariant(place: 1, text: "Y", confidence: 0)]
        page.words[3].variants = [GlyphVariant(place: 4, text: "D", confidence: 1)]
        return page
    }

    @Test("comes back as it was")
    func roundTrip() throws {
        for page in [page, pageWithVariants, fullPage, RecognisedPage(language: "", words: [])] {
            #expect(try RecognisedPage(compact: page.compact()) == page)
            #expect(try RecognisedPage.texts(compact: page.compact()) == page.words.map(\.text))
        }
    }

    @Test("its first lines are read without the others")
    func firstLines() throws {
        for page in [page, pageWithVariants, fullPage] {
            let data = page.compact()
            for lines in 0...4 {
                let kept = page.words.enumerated().prefix { index, _ in Set(page.words[...index].map(\.line)).count <= lines }
                #expect(try RecognisedPage(compact: data, first: lines).words == kept.map(\.element))
            }
            #expect(throws: CompactPageError.self) { try RecognisedPage(compact: data.dropLast()) }
            #expect(try RecognisedPage(compact: data.dropLast(), first: 1).words == RecognisedPage(compact: data, first: 1).words)
        }
    }

    @Test("500 words with their boxes take at most 6 kB")
    func size() {
        #expect(fullPage.compact().count <= 6000)
    }

    @Test("its bytes are fixed: what an older program stored stays readable")
    func golden() throws {
        let stored = Data([1, 3, 0x76, 0x69, 0x65, 1, 9, 0x41, 0x42, 97, 20, 40, 60, 80])
        let page = RecognisedPage(language: "vie", words: [word("AB", 0.97, Box(x: 10, y: 20, width: 30, height: 40), line: 0)])
        #expect(page.compact() == stored)
        #expect(try RecognisedPage(compact: stored) == page)
    }

    @Test("the bytes with variants are fixed too")
    func goldenWithVariants() throws {
        let stored = Data([2, 3, 0x76, 0x69, 0x65, 1, 9, 0x41, 0x42, 97, 20, 40, 60, 80, 1, 1, 1, 0x38, 40])
        let word = RecognisedWord(
            text: "AB", confidence: 0.97, box: Box(x: 10, y: 20, width: 30, height: 40), line: 0,
            variants: [GlyphVariant(place: 1, text: "8", confidence: 0.4)])
        #expect(RecognisedPage(language: "vie", words: [word]).compact() == stored)
        #expect(try RecognisedPage(compact: stored).words == [word])
    }

    @Test("numbers no page has are brought into range, so that every written page can be read")
    func limits() throws {
        let wild = RecognisedPage(language: "vie", words: [
            word("", .nan, Box(x: .min, y: .max, width: -1, height: .max), line: .min),
            word("a", 7, Box(x: .max, y: .min, width: .max, height: 0), line: .max),
            word(String(repeating: "ế", count: 3000), -1, Box(x: 0, y: 0, width: .max, height: 0), line: 3),
        ])
        let back = try RecognisedPage(compact: wild.compact())
        #expect(back.words.map(\.confidence) == [0, 1, 0])
        #expect(back.words.map(\.line) == [0, 1 << 24, 3])
        #expect(back.words[0].box == Box(x: 0, y: 1 << 24, width: 0, height: 1 << 24))
    }

    @Test("every beginning of it is refused as cut short")
    func cutShort() {
        for whole in [page.compact(), pageWithVariants.compact()] {
            for length in 0..<whole.count {
                #expect(throws: CompactPageError.cutShort) { try RecognisedPage(compact: whole.prefix(length)) }
                #expect(throws: CompactPageError.cutShort) { try RecognisedPage.texts(compact: whole.prefix(length)) }
            }
            #expect(throws: CompactPageError.malformed) { try RecognisedPage(compact: whole + [0]) }
            #expect(throws: CompactPageError.malformed) { try RecognisedPage.texts(compact: whole + [0]) }
        }
    }

    @Test("a later version is named")
    func version() {
        #expect(throws: CompactPageError.unknownVersion(3)) { try RecognisedPage(compact: Data([3, 0, 0])) }
    }

    @Test("hostile bytes throw or give a page that can be written again")
    func hostileBytes() throws {
        var random = SplitMix(state: 20_261_121)
        let whole = Array(fullPage.compact().prefix(400)) + pageWithVariants.compact()
        for round in 0..<20_000 {
            var bytes: [UInt8]
            if round % 2 == 0 {
                bytes = Array((round % 4 == 0 ? page : pageWithVariants).compact())
                for _ in 0...random.next() % 4 { bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next()) }
            } else {
                bytes = [round % 4 == 1 ? 1 : 2, 0] + (0..<Int(random.next() % 60)).map { _ in UInt8(truncatingIfNeeded: random.next()) }
            }
            guard let page = try? RecognisedPage(compact: Data(bytes)) else { continue }
            #expect(try RecognisedPage(compact: page.compact()) == page)
            #expect(try RecognisedPage.texts(compact: Data(bytes)) == page.words.map(\.text))
        }
        #expect(throws: CompactPageError.self) { try RecognisedPage(compact: Data(whole)) }
    }

    /// Sebastiano Vigna's SplitMix64: the same numbers on every machine.
    private struct SplitMix {
        var state: UInt64
        mutating func next() -> UInt64 {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ z >> 30) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ z >> 27) &* 0x94D0_49BB_1331_11EB
            return z ^ z >> 31
        }
    }
}
