import Station
import Terminal
import Testing

struct TextFieldTests {
    private func typed(_ keys: [Key], in field: TextField = TextField()) -> TextField {
        var field = field
        for key in keys { _ = field.handle(key) }
        return field
    }

    @Test func vietnameseIsTakenAsItComes() {
        #expect(typed("Trích yếu".map { .character($0) }).text == "Trích yếu")
    }

    @Test func aMarkTypedAfterItsLetterJoinsIt() {
        let field = typed([.character("e"), .character("\u{302}"), .character("\u{301}")])
        #expect(field.text == "ế" && field.text.unicodeScalars.count == 1 && field.cursor == 1)
    }

    @Test func pastedTextIsComposedAndFlat() {
        let field = typed([.paste("Quye\u{302}\u{301}t\nđịnh\tsố\u{7}")])
        #expect(field.text == "Quyết định số")
        #expect(field.text.unicodeScalars.allSatisfy { $0.properties.canonicalCombiningClass == .notReordered })
    }

    @Test func editingAtTheCursor() {
        let field = typed([.paste("hồ s"), .left, .left, .character("x"), .backspace, .end, .character("ơ"), .home, .delete])
        #expect(field.text == "ồ sơ" && field.cursor == 0)
    }

    @Test func wordsAndLinesAreRemoved() {
        #expect(typed([.paste("một hai ba"), .control("w")]).text == "một hai ")
        #expect(typed([.paste("một hai"), .left, .control("u")]).text == "i")
    }

    @Test func digitsOnlyWhereOnlyDigitsBelong() {
        var field = TextField(content: .digits, limit: 3)
        let isTaken = field.handle(.character("x"))
        #expect(!isTaken, "a letter is left to the commands")
        #expect(typed([.paste("1a2³4"), .character("5")], in: field).text == "124")
    }

    @Test func theLimitHolds() {
        #expect(typed([.paste("abcdef")], in: TextField(limit: 4)).text == "abcd")
    }
}
