import Records
import Testing

@Suite("The text of a page in a person's hands")
struct RevisedPageTests {
    /// Two lines: `ỦY BAN nhan` and `dân Số:`.
    private var page: RevisedPage {
        func word(_ text: String, _ x: Int, line: Int) -> RecognisedWord {
            RecognisedWord(text: text, confidence: 0.5, box: Box(x: x, y: 100 * (line + 1), width: 90, height: 40), line: line)
        }
        return RevisedPage(RecognisedPage(language: "vie", words: [
            word("ỦY", 100, line: 0), word("BAN", 200, line: 0), word("nhan", 300, line: 0), word("dân", 100, line: 1), word("Số:", 200, line: 1),
        ]))
    }

    private let bounds = Box(x: 0, y: 0, width: 1000, height: 1400)

    private func edited(_ change: (inout RevisedPage) throws -> Void) rethrows -> RevisedPage {
        var page = page
        try change(&page)
        return page
    }

    @Test("as it was read it reads as it was read")
    func machine() {
        #expect(page.recognised.text == "ỦY BAN nhan\ndân Số:")
        #expect(page.recognised.words.allSatisfy { $0.confidence == 0.5 })
        #expect(page.lines == [0..<3, 3..<5])
    }

    @Test("a corrected word keeps its box and is NFC")
    func replace() throws {
        let page = try edited { try $0.replace(2, with: "nha\u{302}n") }
        #expect(page.words[2] == RevisedWord(text: "nhân", box: Box(x: 300, y: 100, width: 90, height: 40), origin: .typed))
        #expect(page.words[2].text.unicodeScalars.count == 4)
        #expect(page.recognised.words[2].confidence == 1)
    }

    @Test("typed with a blank it shares its box in proportion, and the line begins with the first")
    func replaceWithSeveral() throws {
        let page = try edited { _ = try $0.replace(3, with: " dân  chủ ba ") }
        #expect(page.recognised.text == "ỦY BAN nhan\ndân chủ ba Số:")
        #expect(page.words[3...5].map(\.box) == [
            Box(x: 100, y: 200, width: 27, height: 40), Box(x: 136, y: 200, width: 27, height: 40), Box(x: 172, y: 200, width: 18, height: 40),
        ])
    }

    @Test("joined words have one box; across lines there is nothing to join")
    func join() throws {
        let page = try edited { try $0.join(1) }
        #expect(page.recognised.text == "ỦY BANnhan\ndân Số:")
        #expect(page.words[1].box == Box(x: 200, y: 100, width: 190, height: 40))
        #expect(throws: RevisionRefusal.nothingToJoin) { _ = try edited { try $0.join(2) } }
        #expect(throws: RevisionRefusal.nothingToJoin) { _ = try edited { try $0.join(4) } }
    }

    @Test("a word is split after a letter, its box with it")
    func split() throws {
        let page = try edited { try $0.split(1, after: 2) }
        #expect(page.recognised.text == "ỦY BA N nhan\ndân Số:")
        #expect(page.words[1...2].map(\.box.x) == [200, 267])
        for place in [0, 3] { #expect(throws: RevisionRefusal.nothingToSplit) { _ = try edited { try $0.split(1, after: place) } } }
    }

    @Test("lines are split before a word and joined to the one above")
    func lines() throws {
        #expect(try edited { try $0.splitLine(before: 1) }.recognised.text == "ỦY\nBAN nhan\ndân Số:")
        #expect(try edited { try $0.joinLine(of: 4) }.recognised.text == "ỦY BAN nhan dân Số:")
        #expect(throws: RevisionRefusal.lineBeginsHere) { _ = try edited { try $0.splitLine(before: 3) } }
        #expect(throws: RevisionRefusal.noLineAbove) { _ = try edited { try $0.joinLine(of: 1) } }
    }

    @Test("a missing word takes the gap, a missing line the room below")
    func insert() throws {
        let word = try edited { try $0.insert("TW", after: 0, asLine: false, in: bounds) }
        #expect(word.recognised.text == "ỦY TW BAN nhan\ndân Số:")
        #expect(word.words[1].box == Box(x: 190, y: 100, width: 10, height: 40))
        let line = try edited { try $0.insert("PHƯỜNG 1", after: 1, asLine: true, in: bounds) }
        #expect(line.recognised.text == "ỦY BAN nhan\nPHƯỜNG 1\ndân Số:")
        #expect(line.words[3].box.y == 140 && line.words[3].box.x == 100)
        let first = try edited { try $0.insert("Mật", after: nil, asLine: true, in: bounds) }
        #expect(first.recognised.text == "Mật\nỦY BAN nhan\ndân Số:")
        var empty = RevisedPage(language: "vie", words: [])
        try empty.insert("không có gì", after: nil, asLine: true, in: bounds)
        #expect(empty.recognised.text == "không có gì")
    }

    @Test("what is added stays on the page")
    func insertAtTheEdge() throws {
        let page = try edited { try $0.insert(String(repeating: "x", count: 10_000), after: 4, asLine: false, in: bounds) }
        #expect(page.words[5].box == Box(x: 290, y: 200, width: 710, height: 40))
    }

    @Test("of a line that loses its first word the next is the first")
    func remove() throws {
        #expect(try edited { try $0.remove(3) }.recognised.text == "ỦY BAN nhan\nSố:")
        #expect(throws: RevisionRefusal.noSuchWord) { _ = try edited { try $0.remove(5) } }
    }

    @Test("accepting changes nothing but who vouches for it; what was typed stays typed")
    func accept() throws {
        let page = try edited { page in
            try page.replace(0, with: "UỶ")
            try page.accept(0)
            try page.accept(2)
        }
        #expect(page.words.map(\.origin)[0...2] == [.typed, .machine(confidence: 0.5), .accepted])
    }

    @Test("all alike are replaced at once, and none that is only like it")
    func replaceAll() throws {
        var page = try edited { try $0.replace(4, with: "nhan") }
        page.words[0].text = "nhan,"
        let count = try page.replaceAll("nhan", with: "nhân dân")
        #expect(count == 2)
        #expect(page.recognised.text == "nhan, BAN nhân dân\ndân nhân dân")
    }

    @Test("what cannot be seen is refused, blanks alone are nothing", arguments: ["a\u{0}b", "a\u{1B}[2J", "a\u{200B}b", "\u{202E}a"])
    func refused(_ typed: String) {
        #expect(throws: RevisionRefusal.forbiddenCharacter) { _ = try edited { try $0.replace(0, with: typed) } }
        #expect(throws: RevisionRefusal.nothingTyped) { _ = try edited { try $0.replace(0, with: " \n ") } }
    }

    @Test("words of any length and of any script are taken")
    func long() throws {
        let long = String(repeating: "ắ", count: 10_000)
        #expect(try edited { try $0.replace(0, with: long + " 北京 🖋") }.words.prefix(3).map(\.text) == [long, "北京", "🖋"])
    }
}

@Suite("Changes of a page's text")
struct PageChangeTests {
    private let page = RevisedPage(RecognisedPage(language: "vie", words: (0..<6).map {
        RecognisedWord(text: "w\($0 % 3)", confidence: 0.4, box: Box(x: 10 * $0, y: 0, width: 9, height: 9), line: $0 / 3)
    }))

    private func edited(_ page: RevisedPage, _ change: (inout RevisedPage) throws -> Void) rethrows -> RevisedPage {
        var page = page
        try change(&page)
        return page
    }

    @Test("a change leads from one state to the other, and says only what differs")
    func applied() throws {
        let edits: [RevisedPage] = [
            try edited(page) { try $0.replace(1, with: "a b") }, try edited(page) { _ = try $0.replaceAll("w1", with: "x") },
            try edited(page) { try $0.join(0) }, try edited(page) { try $0.remove(5) }, edited(page) { $0.settlement = .handwritten },
            try edited(page) { try $0.insert("y", after: 5, asLine: true, in: Box(x: 0, y: 0, width: 99, height: 99)) },
            RevisedPage(language: "vie", words: []), page,
        ]
        for new in edits {
            let change = PageChange(from: page, to: new)
            #expect(change.applied(to: page) == new)
            #expect(PageChange(from: new, to: page).applied(to: new) == page)
            #expect(change.isEmpty == (new == page))
        }
        #expect(PageChange(from: page, to: edits[1]).splices.map(\.at) == [1, 4])
    }

    @Test("two people at different words: both changes stand")
    func besideAnother() throws {
        let mine = PageChange(from: page, to: try edited(page) { try $0.replace(4, with: "mine") })
        let theirs = try edited(page) { try $0.replace(1, with: "one two") }
        #expect(mine.applied(to: theirs)?.recognised.text == "w0 one two w2\nw0 mine w2")
        let added = PageChange(from: page, to: try edited(page) { try $0.insert("new", after: 4, asLine: false, in: Box(x: 0, y: 0, width: 99, height: 9)) })
        #expect(added.applied(to: theirs)?.recognised.text == "w0 one two w2\nw0 w1 new w2")
    }

    @Test("two people at one word: the second change is not made")
    func overAnother() throws {
        let theirs = try edited(page) { try $0.replace(4, with: "theirs") }
        #expect(PageChange(from: page, to: try edited(page) { try $0.replace(4, with: "mine") }).applied(to: theirs) == nil)
        let settled = edited(page) { $0.settlement = .illegible }
        #expect(PageChange(from: page, to: edited(page) { $0.settlement = .handwritten }).applied(to: settled) == nil)
    }
}
