import Testing

@testable import Terminal

@Suite struct DisplayTextTests {
    @Test(arguments: [
        ("Trạm Quét", 9), ("Tra\u{323}m", 4), ("漢字", 4), ("ｱ", 1), ("Ａ", 2), ("😀", 2), ("👨‍👩‍👧", 2), ("🇻🇳", 2),
        ("a\tb", 3), ("\u{301}", 1), ("\u{1B}[31m", 5), ("\u{200B}", 1), ("가", 2), ("─█⣿", 3), ("", 0),
    ])
    func widthInCells(text: String, columns: Int) {
        #expect(DisplayText.width(text) == columns)
    }

    @Test func whatCannotBeShownIsAPlaceholder() {
        #expect(DisplayText.shown("\u{7}") == "·")
        #expect(DisplayText.shown("\u{202E}") == "·")
        #expect(DisplayText.shown("\r\n") == "·")
        #expect(DisplayText.shown("\u{A0}") == " ")
        #expect(Array(String(DisplayText.shown("e\u{302}\u{323}")).unicodeScalars) == ["ệ"])
    }

    @Test func fittedTextEndsWithAnEllipsis() {
        #expect(DisplayText.fitted("Quyết định", to: 10) == "Quyết định")
        #expect(DisplayText.fitted("Quyết định", to: 7) == "Quyết …")
        #expect(DisplayText.fitted("漢字漢字", to: 4) == "漢…")
        #expect(DisplayText.fitted("abc", to: 0) == "")
    }

    @Test func wrapsAtSpacesAndInsideWordsThatAreTooLong() {
        #expect(DisplayText.wrapped("Đã lưu 22 trang, an toàn", to: 10) == ["Đã lưu 22", "trang, an", "toàn"])
        #expect(DisplayText.wrapped("abcdefgh ij", to: 3) == ["abc", "def", "gh", "ij"])
        #expect(DisplayText.wrapped("a\n\nb", to: 5) == ["a", "", "b"])
    }
}

@Suite struct SurfaceTests {
    private func surface(_ columns: Int, _ rows: Int) -> Surface { Surface(size: Size(columns: columns, rows: rows)) }

    @Test func putReturnsColumnsUsedAndClips() {
        var surface = surface(6, 2)
        #expect(surface.put("Kẹt giấy", x: 1, y: 0) == 5)
        #expect(surface.put("giấy", x: 0, y: 1, maxWidth: 3) == 3)
        #expect(surface.put("x", x: 0, y: 2) == 0)
        #expect(surface.put("x", x: 6, y: 0) == 0)
        #expect(surface.text == [" Kẹt g", "giấ"])
    }

    @Test func aWideCharacterIsNeverCutInHalf() {
        var surface = surface(5, 1)
        #expect(surface.put("漢字漢", x: 0, y: 0) == 4)
        #expect(surface.text == ["漢字"])
        surface.put("x", x: 1, y: 0)
        #expect(surface.text == [" x字"])
        surface.put("界", x: 1, y: 0)
        #expect(surface.text == [" 界"])
        #expect(surface.row(0).map { $0.width } == [1, 2, 0, 1, 1])
    }

    @Test func drawingBeyondTheLeftEdgeKeepsWholeCharacters() {
        var small = surface(4, 1)
        small.put("漢字", x: 0, y: 0)
        var surface = surface(3, 1)
        surface.draw(small, at: Point(x: -1, y: 0))
        #expect(surface.text == [" 字"])
        surface.draw(small, at: Point(x: 2, y: 0))
        #expect(surface.row(0).allSatisfy { $0.width == 1 })
    }

    @Test func boxWithTitle() {
        var surface = surface(12, 3)
        surface.box(surface.bounds, title: "Hồ sơ đang quét")
        #expect(surface.text == ["┌─ Hồ sơ… ─┐", "│          │", "└──────────┘"])
        surface.box(surface.bounds, lines: .ascii)
        #expect(surface.text == ["+----------+", "|          |", "+----------+"])
    }

    @Test func nothingBreaksInATinySurface() {
        for columns in 0...2 {
            for rows in 0...2 {
                var surface = surface(columns, rows)
                surface.box(Rect(x: -1, y: -1, width: 4, height: 4), title: "Hồ sơ")
                surface.box(surface.bounds, title: "Hồ sơ")
                surface.fill(Rect(x: -5, y: -5, width: 20, height: 20), style: .plain)
                surface.draw(BigText.render("42"), at: Point(x: 0, y: -1))
                #expect(surface.text.count == rows)
            }
        }
    }

    @Test func restyleKeepsTheText() {
        var surface = surface(4, 1)
        surface.put("漢a", x: 0, y: 0)
        surface.restyle(surface.bounds) { style in
            var style = style
            style.bold = true
            return style
        }
        #expect(surface.text == ["漢a"])
        #expect(surface.row(0).allSatisfy { $0.style.bold })
    }

    @Test func theCursorOfADrawnSurfaceMovesAlong() {
        var field = surface(5, 1)
        field.cursor = Point(x: 2, y: 0)
        var surface = surface(10, 4)
        surface.draw(field, at: Point(x: 3, y: 2))
        #expect(surface.cursor == Point(x: 5, y: 2))
    }

    @Test func rectanglesAreCutInside() {
        let all = Rect(x: 0, y: 0, width: 10, height: 4)
        #expect(all.split(left: 3).rest == Rect(x: 3, y: 0, width: 7, height: 4))
        #expect(all.split(right: 3).right == Rect(x: 7, y: 0, width: 3, height: 4))
        #expect(all.split(bottom: 9).rest.isEmpty)
        #expect(all.split(top: -1).rest == all)
        #expect(Rect(x: 0, y: 0, width: 1, height: 1).inside.isEmpty)
        #expect(all.centred(Size(columns: 4, rows: 2)) == Rect(x: 3, y: 1, width: 4, height: 2))
    }

    @Test func bigFigures() {
        #expect(BigText.render("12/4").text == [" ▄█  ▀▀▀█   ▄▀ █  █", "  █  █▀▀▀  █   █▄▄█", " ▄█▄ █▄▄▄ ▀       █"])
        #expect(BigText.render("42", ascii: true).text == ["     _", "|_|  _|", "  | |_"])
        #expect(BigText.render("").size.columns == 0)
        let shapes = "0123456789".map { BigText.render(String($0)).text }
        #expect(Set(shapes).count == 10)
    }
}
