import Testing

@testable import Terminal

@Suite struct PictureTests {
    private let paper = Style(foreground: .grey(8), background: .grey(0xEE))

    /// A page with stripes of thin strokes: rows 20…39 and 60…79 of 100 hold text, the rest is paper.
    private func textPage(paper: UInt8 = 240, ink: UInt8 = 60, knownRows: Int? = nil) -> PageImage {
        var pixels = [UInt8](repeating: paper, count: 80 * 100)
        for y in Array(20..<40) + Array(60..<80) {
            for x in stride(from: 8, to: 72, by: 4) { pixels[y * 80 + x] = ink }
        }
        return PageImage(width: 80, height: 100, pixels: pixels, knownRows: knownRows)
    }

    @Test func linesOfTextAreDarkStripes() {
        let picture = PagePicture.render(textPage(), columns: 10, rows: 5, mode: .ascii)
        #expect(picture.text == ["", " @@@@@@@@", "", " @@@@@@@@", ""])
    }

    /// Thin strokes and grey or yellowed paper give the same picture: ink is measured, not brightness.
    @Test(arguments: [(255, 0), (200, 90), (240, 200)] as [(UInt8, UInt8)])
    func paperAndInkDoNotMatter(paper: UInt8, ink: UInt8) {
        let picture = PagePicture.render(textPage(paper: paper, ink: ink), columns: 10, rows: 5, mode: .ascii)
        #expect(picture.text[0].isEmpty && picture.text[2].isEmpty)
        #expect(picture.text[1].count == 9)
    }

    @Test func aBlankPageStaysBlank() {
        var pixels = [UInt8](repeating: 235, count: 80 * 100)
        for index in stride(from: 0, to: pixels.count, by: 7) { pixels[index] = 226 }
        let image = PageImage(width: 80, height: 100, pixels: pixels)
        #expect(PagePicture.render(image, columns: 10, rows: 5, mode: .ascii).text.allSatisfy { $0.isEmpty })
        #expect(PagePicture.render(image, columns: 10, rows: 5, mode: .braille).text.allSatisfy { $0.isEmpty })
    }

    @Test func blocksUseGreysBetweenPaperAndInk() {
        let picture = PagePicture.render(textPage(), columns: 10, rows: 10, mode: .blocks, paper: paper)
        #expect(picture[0, 0]?.style.background == .grey(0xEE))
        #expect(picture[4, 2]?.style.background == .grey(8))
        let split = PagePicture.render(textPage(), columns: 10, rows: 5, mode: .blocks, paper: paper)
        #expect(split[4, 1]?.style.background == .grey(8))
    }

    @Test func blocksWithoutColorsAreASCII() {
        let picture = PagePicture.render(textPage(), columns: 10, rows: 5, mode: .blocks)
        #expect(picture == PagePicture.render(textPage(), columns: 10, rows: 5, mode: .ascii))
    }

    @Test func brailleSetsTheDotsOfInk() {
        let picture = PagePicture.render(textPage(), columns: 10, rows: 5, mode: .braille)
        #expect(picture.text[1] == " ⣿⣿⣿⣿⣿⣿⣿⣿")
        #expect(picture.text[0].isEmpty)
    }

    @Test func rowsThatHaveNotArrivedAreMarked() {
        for mode in PictureMode.allCases {
            let picture = PagePicture.render(
                textPage(knownRows: 45), columns: 10, rows: 5, mode: mode, paper: paper, notYet: Style(dim: true))
            #expect(picture.text[4] == "··········", "\(mode)")
            #expect(picture.row(1).allSatisfy { $0.character != "·" }, "\(mode)")
        }
        let nothing = PagePicture.render(textPage(knownRows: 0), columns: 3, rows: 2, mode: .ascii)
        #expect(nothing.text == ["···", "···"])
    }

    @Test func zoomDrawsTheRegionAgain() {
        let region = PageRegion(x: 0, y: 0.2, width: 1, height: 0.2)
        let picture = PagePicture.render(textPage(), columns: 10, rows: 2, mode: .ascii, region: region)
        #expect(picture.text == [" @@@@@@@@", " @@@@@@@@"])
    }

    @Test func moreCellsThanPixels() {
        let image = PageImage(width: 2, height: 2, pixels: [0, 255, 255, 255])
        let picture = PagePicture.render(image, columns: 4, rows: 4, mode: .ascii)
        #expect(picture.text == ["@@", "@@", "", ""])
        let none = PageImage(width: 0, height: 0, pixels: [])
        #expect(PagePicture.render(none, columns: 2, rows: 1, mode: .braille).text == ["··"])
        let point = PageRegion(x: 1, y: 1, width: 0, height: 0)
        #expect(PagePicture.render(image, columns: 2, rows: 1, mode: .ascii, region: point).size.columns == 2)
    }

    @Test func fittedKeepsTheShape() {
        let page = PageImage(width: 210, height: 297, pixels: [])
        #expect(PagePicture.fitted(page, in: Size(columns: 200, rows: 50)) == Size(columns: 71, rows: 50))
        #expect(PagePicture.fitted(page, in: Size(columns: 30, rows: 50)) == Size(columns: 30, rows: 21))
    }

    @Test func modesFollowTheTerminal() {
        #expect(PictureMode.suited(to: .palette256) == .blocks)
        #expect(PictureMode.suited(to: .palette8, wish: .blocks) == .ascii)
        #expect(PictureMode.suited(to: .mono, wish: .braille) == .braille)
    }
}
