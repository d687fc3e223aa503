import Testing

@testable import Terminal

@MainActor
@Suite struct MemoryTerminalTests {
    @Test func onlyChangedCellsAreSent() {
        let terminal = MemoryTerminal(size: Size(columns: 10, rows: 2))
        var surface = Surface(size: terminal.size)
        surface.put("Tờ 12", x: 0, y: 0)
        terminal.draw(surface)
        #expect(terminal.changedCells == 4)
        surface.put("Tờ 13", x: 0, y: 0)
        terminal.draw(surface)
        #expect(terminal.changedCells == 1)
        terminal.draw(surface)
        #expect(terminal.changedCells == 0)
        #expect(terminal.screen.text == ["Tờ 13", ""])
    }

    @Test func aSurfaceOfAnotherSizeIsClipped() {
        let terminal = MemoryTerminal(size: Size(columns: 3, rows: 1))
        var surface = Surface(size: Size(columns: 8, rows: 3))
        surface.put("漢字漢", x: 0, y: 0)
        terminal.draw(surface)
        #expect(terminal.screen.text == ["漢"])
    }

    @Test func keysAndResizesComeInOrder() async {
        let terminal = MemoryTerminal()
        terminal.type("ab")
        terminal.resize(Size(columns: 20, rows: 5))
        terminal.press(.escape)
        terminal.close()
        var events: [TerminalEvent] = []
        for await event in terminal.events { events.append(event) }
        #expect(
            events == [
                .key(.character("a")), .key(.character("b")), .resized(Size(columns: 20, rows: 5)), .key(.escape),
            ])
    }
}

@Suite struct ChangesTests {
    @Test func aWideCharacterIsOneChange() {
        let old = Surface(size: Size(columns: 4, rows: 1))
        var new = old
        new.put("漢", x: 1, y: 0)
        #expect(new.changes(from: old).map { $0.x } == [1])
        #expect(old.changes(from: new).map { $0.x } == [1, 2])
        #expect(new.changes(from: nil).map { $0.x } == [0, 1, 3])
    }
}

@Suite struct ColorDepthTests {
    @Test func nearestColors() {
        #expect(Color(hex: 0xFF0000).number(.palette256) == 196)
        #expect(Color.grey(0x08).number(.palette256) == 232)
        #expect(Color.grey(0xEE).number(.palette256) == 255)
        #expect(Color(hex: 0x005F87).number(.palette256) == 24)
        #expect(Color(hex: 0x005F87).number(.trueColor) == 0x005F87)
        #expect(Color(hex: 0x000003).number(.trueColor) == 8)
        #expect(Color.none.number(.palette256) == -1)
        #expect(Color(hex: 0xFFFFFF).number(.palette16) == 15)
    }

    @Test func allGreyLevelsOfAPageStayApart() {
        let numbers = (0..<24).map { Color.grey(UInt8(8 + 10 * $0)).number(.palette256) }
        #expect(Set(numbers).count == 24)
    }

    @Test func brightColorsAreBoldWhereThereAreEight() {
        let style = ReducedStyle(Style(foreground: Color(hex: 0xFFFF55), background: Color(hex: 0x0000AA)), depth: .palette8)
        #expect(style.foreground == 3)
        #expect(style.background == 4)
        #expect(style.bold)
    }

    @Test func twoColorsNeverBecomeOne() {
        let dark = ReducedStyle(Style(foreground: Color(hex: 0x303030), background: Color(hex: 0x1C1C1C)), depth: .palette8)
        #expect(dark.foreground != dark.background || dark.bold)
        let light = ReducedStyle(Style(foreground: Color(hex: 0xD0D0D0), background: Color(hex: 0xC0C0C0)), depth: .palette16)
        #expect(light.foreground != light.background)
    }

    @Test func withoutColorsOnlyAttributesAreLeft() {
        let style = ReducedStyle(Style(foreground: .grey(1), background: .grey(2), reverse: true), depth: .mono)
        #expect(style.foreground == -1 && style.background == -1 && style.reverse)
    }
}
