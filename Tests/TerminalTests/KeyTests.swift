import Testing

@testable import Terminal

@Suite struct KeyTests {
    @Test(arguments: [("ĩ", "i"), ("Ĩ", "i"), ("I", "i"), ("Đ", "d"), ("đ", "d"), ("ự", "u"), ("7", "7"), ("?", "?"), (" ", " ")])
    func commandIsTheBaseLetter(typed: Character, base: Character) {
        #expect(Key.character(typed).command == .character(base))
        #expect(Key.alt(typed).command == .alt(base))
    }

    @Test func otherKeysAreTheirOwnCommand() {
        #expect(Key.function(3).command == .function(3))
        #expect(Key.control("s").command == .control("s"))
    }
}

@Suite struct KeyDecoderTests {
    private func keys(_ text: String) -> [Key] {
        var decoder = KeyDecoder()
        return decoder.feed(text.utf8) + decoder.flush()
    }

    @Test(arguments: [
        ("a", .character("a")), ("\r", .enter), ("\n", .enter), ("\t", .tab), ("\u{7F}", .backspace), ("\u{8}", .backspace),
        ("\u{1B}", .escape), ("\u{13}", .control("s")), ("\u{11}", .control("q")), ("\0", .control(" ")),
        ("\u{1C}", .control("\\")), ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[1;5C", .right), ("\u{1B}[Z", .backTab),
        ("\u{1B}[H", .home), ("\u{1B}[4~", .end), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp), ("\u{1B}[6~", .pageDown),
        ("\u{1B}OP", .function(1)), ("\u{1B}[[A", .function(1)), ("\u{1B}[15~", .function(5)), ("\u{1B}[24~", .function(12)),
        ("\u{1B}Ot", .character("4")), ("\u{1B}OM", .enter), ("\u{1B}x", .alt("x")), ("\u{1B}đ", .alt("đ")), ("\u{1B}[", .alt("[")),
        ("ệ", .character("ệ")), ("漢", .character("漢")), ("e\u{302}\u{323}", .character("ệ")), ("😀", .character("😀")),
    ] as [(String, Key)])
    func oneKey(bytes: String, key: Key) {
        #expect(keys(bytes) == [key])
    }

    /// Whatever the cuts between reads, the keys are the same.
    @Test func everySplitGivesTheSameKeys() {
        let text = "aệ\u{1B}[A\u{1B}[<0;5;7M漢\u{1B}[200~dán\r\nvào\u{1B}[201~\u{1B}[24~z"
        let expected: [Key] = [
            .character("a"), .character("ệ"), .up, .mouse(MouseEvent(action: .press, button: .left, x: 4, y: 6)),
            .character("漢"), .paste("dán\nvào"), .function(12), .character("z"),
        ]
        let bytes = Array(text.utf8)
        for cut in 0...bytes.count {
            var decoder = KeyDecoder()
            #expect(decoder.feed(bytes[..<cut]) + decoder.feed(bytes[cut...]) == expected, "cut at \(cut)")
            #expect(decoder.waiting == .nothing)
        }
    }

    @Test func escapeWaitsUntilItIsFlushed() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0x1B]).isEmpty)
        #expect(decoder.waiting == .escape)
        #expect(decoder.flush() == [.escape])
        #expect(decoder.feed([0x1B, 0x1B]) == [.escape])
        #expect(decoder.flush() == [.escape])
        #expect(decoder.feed([0x1B, 0x5B]).isEmpty)
        #expect(decoder.waiting == .sequence)
        #expect(decoder.flush() == [.alt("[")])
    }

    @Test func unknownSequencesAreSwallowed() {
        #expect(keys("\u{1B}[999ya") == [.character("a")])
        #expect(keys("\u{1B}]0;title\u{7}a") == [.character("a")])
        #expect(keys("\u{1B}P1$r0m\u{1B}\\a") == [.character("a")])
        #expect(keys("\u{1B}[1;2Pa") == [.character("a")])
        #expect(keys("\u{1B}[12") == [])
    }

    @Test func mouseInBothForms() {
        #expect(keys("\u{1B}[<64;1;1M") == [.mouse(MouseEvent(action: .wheelUp, x: 0, y: 0))])
        #expect(keys("\u{1B}[<2;3;4m") == [.mouse(MouseEvent(action: .release, button: .right, x: 2, y: 3))])
        #expect(keys("\u{1B}[<32;3;4M") == [.mouse(MouseEvent(action: .drag, button: .left, x: 2, y: 3))])
        #expect(keys("\u{1B}[M !\"") == [.mouse(MouseEvent(action: .press, button: .left, x: 0, y: 1))])
    }

    @Test func aPasteWithoutEndIsGivenWhenNothingMoreComes() {
        var decoder = KeyDecoder()
        #expect(decoder.feed("\u{1B}[200~abc\u{1B}[A".utf8).isEmpty)
        #expect(decoder.waiting == .paste)
        #expect(decoder.flush() == [.paste("abc")])
        #expect(decoder.feed("x".utf8) == [.character("x")])
    }

    @Test func anEmptyPasteEnds() {
        #expect(keys("\u{1B}[200~\u{1B}[201~a") == [.paste(""), .character("a")])
        #expect(keys("\u{1B}[200~đỏ \u{1B}[31mđây\u{1B}[0m\u{1}\u{1B}[201~") == [.paste("đỏ đây")], "colours of another terminal are no text")
    }

    @Test func sequencesOfTheTerminalTypeAreKnown() {
        var decoder = KeyDecoder(sequences: [Array("\u{1B}[192z".utf8): .function(40), Array("\u{1B}k".utf8): .home])
        #expect(decoder.feed("\u{1B}[192z\u{1B}k".utf8) == [.function(40), .home])
    }

    @Test func brokenUTF8IsDroppedAndTheRestSurvives() {
        var decoder = KeyDecoder()
        #expect(decoder.feed([0xE1, 0xBB, 0x61, 0xFF, 0x62, 0xC0, 0x80, 0x63]) == "abc".map { Key.character($0) })
        #expect(decoder.feed([0xE1]).isEmpty)
        #expect(decoder.waiting == .character)
        #expect(decoder.flush().isEmpty)
    }

    /// Random bytes, in random pieces, neither crash nor leave anything behind.
    @Test func randomBytes() {
        var state: UInt64 = 42
        func next() -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33)
        }
        let likely = Array("\u{1B}\u{1B}[O<;0123456789M~mA\u{7}".utf8)
        var decoder = KeyDecoder()
        for _ in 0..<20_000 {
            let piece = (0..<next() % 12).map { _ in
                next() % 2 == 0 ? likely[next() % likely.count] : UInt8(truncatingIfNeeded: next())
            }
            _ = decoder.feed(piece)
        }
        _ = decoder.flush()
        _ = decoder.flush()
        #expect(decoder.waiting == .nothing)
        #expect(decoder.feed("a".utf8) == [.character("a")])
    }
}
