import Foundation
import Records
import StationFakes
import Terminal
import Testing
import Texts
import Vietnamese

@testable import Station

/// The correction screen: three pages, of which the first has three doubtful words and the second one.
@Suite struct CorrectionScreenTests {
    private let dossier: DossierID = Sample.id(1)
    private let first = Sample.page(1).id, second = Sample.page(2).id

    /// At the first doubtful word, *tố*.
    private func correction(columns: Int = 120, rows: Int = 40) -> Scene {
        var scene = Scene.desk(pages: 3, columns: columns, rows: rows)
        scene.press(.home, .function(3))
        #expect(scene.effects == [.openCorrection(.page(first))])
        scene.event(.correction(Sample.correction, for: .page(first)))
        load(&scene)
        return scene
    }

    /// Answers what was asked for texts.
    private func load(_ scene: inout Scene) {
        for case .loadCorrectionText(let page) in scene.effects { scene.event(.correctionText(Sample.correctionText(page))) }
    }

    private func word(_ scene: Scene) -> String? { scene.model.correction.word?.text }

    /// The change that was asked for, as the text of its page afterwards.
    private func corrected(_ scene: Scene) throws -> RevisedPage {
        let correction = try #require(scene.effects.compactMap { if case .correct(_, let correction) = $0 { correction } else { nil } }.first)
        return try #require(correction.change.applied(to: Sample.correctionText(correction.page).text))
    }

    @Test func theNextPageIsReadAhead() {
        var scene = Scene.desk(pages: 3)
        scene.press(.home, .function(3))
        scene.event(.correction(Sample.correction, for: .page(first)))
        #expect(scene.effects == [.loadCorrectionText(first), .loadCorrectionText(second)])
        load(&scene)
        #expect(word(scene) == "tố" && scene.model.correction.texts[second] != nil)
        // The strip in sight, and those of the doubts that come next, on the next page too.
        #expect(Set(scene.wanted.filter { $0.purpose == .strip }.map(\.page)) == [first, second])
    }

    @Test func doubtsAreGoneThroughAcrossPages() {
        var scene = correction()
        scene.press(.character("n"))
        #expect(word(scene) == "nhan" && scene.model.correction.page == first)
        scene.press(.character("n"), .character("n"))
        #expect(word(scene) == "duyêt" && scene.model.correction.page == second)
        scene.press(.character("p"))
        #expect(word(scene) == "nhan" && scene.model.correction.page == first)
        scene.press(.character("p"), .character("p"), .character("p"))
        #expect(word(scene) == "tố" && scene.model.message?.phrase == Text.correctionNoneBefore.phrase)
    }

    @Test func aSuggestionIsOneKey() throws {
        var scene = correction()
        scene.press(.character("1"))
        #expect(try corrected(scene).words[28].text == "tổ")
        #expect(word(scene) == "nhan", "and on to the next")
        #expect(scene.model.correction.pageInHand?.doubts == 2)
        scene.press(.character("7"))
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.noSuchSuggestion.phrase)
    }

    @Test func enterTakesTheWordAsItIs() throws {
        var scene = correction()
        scene.press(.enter)
        let page = try corrected(scene)
        #expect(page.words[28].origin == .accepted && page.words[28].text == "tố")
        #expect(word(scene) == "nhan")
    }

    @Test func spaceTakesAllThatIsSeenFromHereOn() throws {
        var scene = correction(columns: 200)
        scene.press(.character("-"), .character("-"), .character(" "))
        let page = try corrected(scene)
        let seen = page.words.indices.filter { page.words[$0].origin == .accepted }
        #expect(seen == [28, 32] && word(scene) == "nhan" && scene.model.correction.cursor == 37, "what the picture does not show is not taken")
        scene = correction(columns: 200)
        scene.press(.character("-"), .character("-"), .character("n"), .character(" "))
        #expect(try corrected(scene).words[28].isMachine, "nor what was passed over")
    }

    @Test func aToneIsChangedInPlace() throws {
        var scene = correction()
        scene.press(.character("r"))
        #expect(try corrected(scene).words[28].text == "tổ")
        #expect(word(scene) == "tổ", "she sees what became of it")
        scene.press(.character("z"))
        #expect(word(scene) == "tô")
        scene.press(.end, .character("s"))
        #expect(word(scene) == "2003;" && scene.effects.isEmpty && scene.model.message?.phrase == Text.cannotTone.phrase)
    }

    @Test func typingReplacesInTelex() throws {
        var scene = correction()
        scene.press(.character("n"), .character("i"))
        scene.type("nhaan")
        #expect(scene.effects.isEmpty && scene.text.contains("nhân"))
        scene.press(.enter)
        let page = try corrected(scene)
        #expect(page.words[32] == RevisedWord(text: "nhân", box: Sample.correctionText(first).text.words[32].box, origin: .typed))
        #expect(word(scene) == "nhan" && scene.model.correction.cursor == 37)
    }

    @Test func lettersThatAreCommandsAreTypedWhileTyping() {
        var scene = correction()
        scene.press(.character("i"))
        scene.type("npuybx1")
        #expect(scene.model.correction.edit?.field.text.isEmpty == false && scene.model.layers.isEmpty && word(scene) == "tố")
        scene.press(.function(2))
        #expect(scene.model.screen == .correction && scene.model.message?.phrase == Text.finishTypingFirst.phrase)
        scene.press(.escape)
        #expect(scene.model.correction.edit == nil && word(scene) == "tố")
    }

    @Test func aSpaceSplitsAndGJoins() throws {
        var scene = correction()
        scene.press(.character("e"), .home, .right)
        scene.type(" ")
        scene.press(.tab)
        #expect(try corrected(scene).words[28...29].map(\.text) == ["t", "ố"])
        scene.press(.character("g"))
        #expect(word(scene) == "tố")
        #expect(scene.model.correction.text?.text.words.count == Sample.correctionText(first).text.words.count)
    }

    @Test func linesAreBrokenAndJoined() {
        var scene = correction()
        scene.press(.character("l"))
        #expect(scene.model.correction.text?.text.lines.count == 6)
        scene.press(.character("k"))
        #expect(scene.model.correction.text?.text.lines.count == 5)
        scene.press(.home, .character("l"))
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.refusedSplitLine.phrase)
    }

    @Test func missingWordsAndLinesAreAdded() throws {
        var scene = correction()
        scene.press(.character("a"))
        scene.type("cuar")
        scene.press(.enter)
        #expect(try corrected(scene).words[29].text == "của" && word(scene) == "của")
        scene.press(.character("o"))
        scene.type("Nowi nhaanj")
        scene.press(.enter)
        #expect(scene.model.correction.text?.text.recognised.text.contains("\nNơi nhận\n") == true)
    }

    /// Typed, drawn and saved as any other; only what is seen of it costs.
    @Test(.timeLimit(.minutes(1))) func aWordOfTenThousandLetters() throws {
        let long = String(repeating: "ắ", count: 10_000)
        var scene = correction()
        scene.press(.character("i"), .paste(long))
        #expect(scene.text.contains("ắắắắ"))
        scene.press(.tab)
        #expect(try corrected(scene).words[28].text == long)
        scene.press(.character("e"), .home, .end, .character("x"), .escape)
        #expect(scene.text.contains("ắắắắ") && scene.model.correction.word?.text == long)
    }

    @Test func whatIsTypedMustBeSomething() {
        var scene = correction()
        scene.press(.character("i"), .enter)
        #expect(scene.effects.isEmpty && scene.model.correction.edit != nil && scene.model.message?.phrase == Text.nothingTyped.phrase)
    }

    @Test func twoStepsAtOneWordAreOneReplacement() {
        var scene = correction()
        scene.press(.character("n"))
        let word = scene.model.correction.word?.text ?? ""
        #expect(word == "nhan")
        scene.press(.character("s"))
        let step = scene.model.correction.last
        #expect(step?.old == word && step?.new == "nhán")
        scene.press(.character("f"))
        #expect(scene.model.correction.last?.old == word && scene.model.correction.last?.new == "nhàn")
        scene.press(.character("b"))
        #expect(scene.effects == [.findAlike(dossier, word)])
        scene.press(.escape, .character("z"))
        #expect(scene.model.correction.last == nil && scene.model.correction.word?.text == word, "as it was")
    }

    @Test func allAlikeAreSeenBeforeTheyAreCorrected() {
        var scene = correction()
        scene.press(.character("n"), .character("1"))
        #expect(scene.model.message?.phrase == Text.moreAlike.with(["count": "1", "word": "nhan"]))
        scene.press(.character("b"))
        #expect(scene.effects == [.findAlike(dossier, "nhan")])
        scene.event(.alike(text: "nhan", [AlikeLine(page: first, pageIndex: 1, before: "Ủy ban", after: "dân"), AlikeLine(page: second, pageIndex: 2, before: "", after: "viên")]))
        #expect(scene.text.contains("1 chữ trên trang này") && scene.text.contains("Ủy ban nhan → nhân dân"))
        scene.press(.tab)
        #expect(scene.text.contains("2 chữ trong cả hồ sơ"))
        scene.press(.tab, .enter)
        guard case .correctAlike(dossier, "nhan", with: "nhân", page: first, inHand: let pages) = scene.effects.first else {
            Issue.record("\(scene.effects)")
            return
        }
        #expect(Set(pages) == [first, second] && scene.model.layers.isEmpty)
    }

    @Test func settlingByMistakeChangesNothing() {
        var scene = correction()
        scene.press(.character("h"), .enter)
        #expect(scene.effects.isEmpty && scene.model.layers.isEmpty && scene.model.correction.page == first)
    }

    @Test func aPageIsSettledAndTheNextComes() throws {
        var scene = correction()
        scene.press(.character("h"), .character("2"))
        #expect(try corrected(scene).settlement == .handwritten)
        #expect(scene.model.correction.page == second && scene.model.correction.pagesLeft == 1)
        scene.press(.pageUp)
        #expect(scene.text.contains("Viết tay"))
        var settled = Sample.correctionText(first)
        settled.text.settlement = .handwritten
        scene.event(.correctionText(settled))
        scene.press(.character("h"), .character("0"))
        #expect(scene.effects.count == 1)
        #expect(scene.model.correction.pageInHand?.isOpen == true)
    }

    @Test func undoSaysWhatAPageWasSettledAs() {
        var scene = correction()
        scene.press(.character("h"), .character("2"), .pageUp)
        var settled = Sample.correctionText(first)
        settled.text.settlement = .handwritten
        scene.event(.corrected(CorrectionAnswer(dossier: dossier, texts: [settled])))
        scene.press(.character("u"))
        scene.event(.corrected(CorrectionAnswer(dossier: dossier, texts: [Sample.correctionText(first)], pages: [Sample.correction.pages[0]], goTo: first)))
        #expect(scene.model.message?.phrase == Text.didSettle.with(["page": "1", "what": "Sửa từng chữ"]))
    }

    @Test func readingEverythingGoesPictureByPicture() throws {
        var scene = correction()
        scene.press(.character("v"), .home, .enter)
        let page = try corrected(scene)
        #expect(page.words.indices.filter { page.words[$0].origin == .accepted } == [25, 26, 27, 28], "what the picture shows")
        #expect(scene.model.correction.cursor == 29 && scene.text.contains("đọc hết"))
        scene.press(.down, .end, .enter)
        #expect(scene.model.correction.page == second && scene.model.correction.cursor == 0)
    }

    @Test func saveAndNextTakesWhatIsTyped() throws {
        var scene = correction()
        scene.press(.character("i"))
        scene.type("toor")
        scene.press(.control("s"))
        #expect(try corrected(scene).words[28].text == "tổ")
        #expect(scene.model.correction.page == second)
    }

    @Test func theEndIsSaid() {
        var scene = correction()
        for _ in 0..<3 { scene.press(.enter) }
        #expect(word(scene) == "duyêt")
        scene.press(.enter)
        #expect(scene.model.message?.phrase == Text.correctionDone.with(["code": "H19.2008.01.QD", "count": "0"]))
        #expect(scene.text.contains("hồ sơ đã hiệu đính"))
    }

    /// A page on which nothing was read waits for somebody who says what it is.
    @Test func aPageWithoutWordsIsSettledOrTyped() {
        var scene = correction()
        var known = Sample.correction
        known.pages[2].doubts = nil
        known.pages[2].isOpen = true
        scene.event(.correction(known, for: .page(first)))
        load(&scene)
        for _ in 0..<4 { scene.press(.enter) }
        let third = Sample.page(3).id
        #expect(scene.model.correction.page == third)
        scene.event(.correctionText(CorrectionText(page: third, text: RevisedPage(language: "vie", words: []), reading: 3, judgements: [])))
        #expect(scene.text.contains("máy không thấy chữ nào") && scene.model.correction.pagesLeft == 1)
        scene.press(.enter)
        #expect(scene.model.message?.phrase.text == Text.correctionUnreadLeft)
        scene.press(.character("o"))
        scene.type("Bust phee")
        scene.press(.enter)
        #expect(scene.model.correction.text?.text.recognised.text == "Bút phê" && scene.model.correction.pagesLeft == 0)
    }

    /// The store's text is taken once every correction under way is answered: until then the screen is ahead of it.
    @Test func answersComeLate() {
        var scene = correction()
        scene.press(.character("1"), .character("1"))
        let old = Sample.correctionText(first)
        scene.event(.corrected(CorrectionAnswer(dossier: dossier, texts: [old])))
        #expect(scene.model.correction.text?.text.words[28].text == "tổ")
        scene.event(.corrected(CorrectionAnswer(dossier: dossier, texts: [old])))
        #expect(scene.model.correction.text?.text.words[28].text == "tố")
    }

    @Test func undoLeadsToWhatChanged() {
        var scene = correction()
        scene.press(.character("1"))
        scene.event(.corrected(CorrectionAnswer(dossier: dossier, texts: scene.model.correction.text.map { [$0] } ?? [])))
        scene.press(.character("n"), .character("u"))
        guard case .undoCorrection(dossier, _) = scene.effects.first else { Issue.record("\(scene.effects)"); return }
        scene.event(.corrected(CorrectionAnswer(dossier: dossier, texts: [Sample.correctionText(first)], pages: [Sample.correction.pages[0]], goTo: first)))
        #expect(word(scene) == "tố" && scene.model.correction.pageInHand?.doubts == 3)
        #expect(scene.text.contains("Trang 1: “tổ” thành “tố”."), "what it was that was taken back")
        scene.press(.right)
        #expect(scene.model.message == nil, "told until the next key")
        scene.press(.character("u"))
        scene.event(.corrected(CorrectionAnswer(dossier: dossier, refusal: Text.nothingToUndo.phrase)))
        #expect(scene.model.message?.phrase == Text.nothingToUndo.phrase && scene.model.layers.isEmpty)
    }

    /// Somebody else has corrected the same word: theirs is seen, and why.
    @Test func whatSomebodyElseDidIsShown() {
        var scene = correction()
        scene.press(.character("1"))
        var theirs = Sample.correctionText(first)
        theirs.text.words[28].text = "tốt"
        let failure = Failure(code: "correction_overtaken", message: Text.correctionOvertaken.phrase, kept: Text.nothingChanged.phrase, todo: Text.lookAgainAndCorrect.phrase)
        scene.event(.corrected(CorrectionAnswer(dossier: dossier, texts: [theirs], failure: failure)))
        #expect(scene.model.correction.text?.text.words[28].text == "tốt" && scene.text.contains(Text.correctionOvertaken(.vi)))
    }

    @Test func thePanicKeyHidesThePage() {
        var scene = correction()
        scene.press(.function(10))
        #expect(scene.effects.contains(.withhold(first, onDesk: dossier)))
        #expect(!scene.text.contains("NGHĨA") && scene.model.correction.texts[first] == nil)
        scene.press(.escape)
        scene.event(.withheld([first], asked: Set((1...3).map { Sample.page($0).id })))
        #expect(scene.effects.contains(.openCorrection(.page(second))))
    }

    /// The Enter that was to end the word is no yes to a word of the next page.
    @Test func whatIsTypedOnAPageThatIsWithheldMeanwhileBecomesNoCommands() {
        var scene = correction()
        scene.press(.character("i"), .character("m"))
        scene.event(.withheldElsewhere([first]))
        #expect(scene.model.correction.edit == nil && scene.text.contains("Trang vừa bị giữ lại"))
        scene.press(.character("d"), .enter)
        #expect(scene.model.layers.isEmpty && !scene.effects.contains { if case .correct = $0 { true } else { false } })
    }

    @Test func undoOnAnotherPageSaysWhere() {
        var scene = correction()
        scene.press(.pageDown, .character("u"))
        let page = Sample.correction.pages[0]
        scene.event(.corrected(CorrectionAnswer(dossier: dossier, texts: [Sample.correctionText(first)], pages: [page], goTo: first, said: Text.wordToSeeAgain.phrase)))
        #expect(scene.model.correction.page == first && scene.model.message?.phrase.text == Text.onPage)
    }

    @Test func doingAgainSaysThatTheWordWasSeen() {
        var scene = correction()
        let old = Sample.correctionText(first)
        var accepted = old
        accepted.text.words[0].origin = .accepted
        func answer(_ text: CorrectionText) -> CorrectionAnswer {
            CorrectionAnswer(dossier: dossier, texts: [text], pages: [Sample.correction.pages[0]], goTo: first, said: Text.wordToSeeAgain.phrase)
        }
        let word = old.text.words[0].text
        scene.press(.control("r"))
        scene.event(.corrected(answer(accepted)))
        #expect(scene.text.contains("“\(word)” đã xem."))
        scene.press(.character("u"))
        scene.event(.corrected(answer(old)))
        #expect(scene.text.contains("“\(word)” để xem lại."))
    }

    /// Else what comes next could be taken for what was withheld.
    @Test func nothingElseIsSeenUntilThePanicIsAnswered() {
        var scene = correction()
        scene.press(.function(10))
        scene.event(.withheld([first], asked: Set((1...3).map { Sample.page($0).id })))
        #expect(!scene.effects.contains(.openCorrection(.page(second))) && scene.model.correction.page == first && !scene.text.contains("duyêt"))
        scene.press(.escape)
        #expect(scene.effects == [.openCorrection(.page(second))])
        #expect(scene.model.message?.phrase == Text.didWithholdGoOn.with(["page": "2"]) && !scene.text.contains("NGHĨA"))
        var rest = Sample.correction
        rest.pages.removeFirst()
        scene.event(.correction(rest, for: .page(second)))
        load(&scene)
        #expect(word(scene) == "duyêt" && scene.model.hiddenPages.isEmpty)
    }

    /// Its dossier need not be the one on the desk.
    @Test func aPageThatTheProgramWithholdsLeavesTheScreen() {
        var scene = correction()
        let failure = Failure(code: "secrecy_found", message: Text.secrecyKept.phrase, kept: Text.nothingChanged.phrase, todo: Text.secrecyKept.phrase)
        scene.event(.secrecyFoundElsewhere(failure, pages: [first]))
        #expect(scene.model.correction.texts[first] == nil && !scene.text.contains("NGHĨA"))
        #expect(scene.effects.contains(.openCorrection(.page(second))))
    }

    /// A word that is being typed is not lost to a dialog.
    @Test func whatIsWithheldElsewhereTakesNoKeyOfWhoTypes() {
        var scene = correction()
        scene.press(.character("i"))
        scene.type("to")
        let failure = Failure(code: "secrecy_found", message: Text.secrecyKept.phrase, kept: Text.nothingChanged.phrase, todo: Text.secrecyKept.phrase)
        scene.event(.secrecyFoundElsewhere(failure, pages: []))
        scene.type("i")
        #expect(scene.model.layers.isEmpty && scene.model.correction.edit?.field.text == "toi" && scene.model.message?.kind == .trouble)
    }

    @Test func whatIsWithheldByMistakeIsInHandAgain() {
        var scene = correction()
        scene.press(.function(10))
        scene.event(.withheld([first], asked: Set((1...3).map { Sample.page($0).id })))
        scene.press(.character("n"))
        #expect(scene.effects == [.takeBackWithholding(.page(first, onDesk: dossier))])
        scene.event(.withheld([], asked: Set((1...3).map { Sample.page($0).id })))
        #expect(scene.effects.contains(.openCorrection(.page(first))) && scene.model.message?.phrase == Text.didReleaseWithheld.phrase)
    }

    @Test func itIsReachedFromASearchAndLeadsBack() {
        var scene = Scene(columns: 120, rows: 40)
        scene.press(.control("f"))
        scene.type("phe")
        scene.event(.searchResults(SearchResults(query: "phe", hits: [SearchHit(page: second, code: "A", title: "", pageIndex: 2, snippet: [])], total: 1)))
        scene.press(.function(3))
        #expect(scene.effects == [.openCorrection(.page(second))])
        scene.event(.correction(Sample.correction, for: .page(second)))
        load(&scene)
        #expect(word(scene) == "duyêt")
        scene.press(.character("w"))
        #expect(scene.model.screen == .reader && scene.model.reader.page == second)
        scene.press(.function(3))
        #expect(scene.effects == [.openCorrection(.page(second))])
        scene.press(.escape)
        #expect(scene.model.screen == .search)
    }
}

/// Where a line is cut for the strip, and where its words stand in it.
@Suite struct LineStripTests {
    private let tile = Sample.page(1)
    private var text: RevisedPage { Sample.correctionText(tile.id).text }

    private func strip(_ word: Int, columns: Int = 80, rows: Int = 9, zoom: Int = 0, of text: RevisedPage? = nil, turn: Int = 0) throws -> LineStrip {
        var tile = tile
        tile.turn = turn
        return try #require(LineStrip(text ?? self.text, tile, word: word, room: Size(columns: columns, rows: rows), zoom: zoom))
    }

    @Test func theWordIsInIt() throws {
        for word in text.words.indices {
            let strip = try strip(word)
            let own = try #require(strip.words.first { $0.index == word })
            // Pixels a column, as the region says.
            let scale = strip.region.width * 2480 / Double(strip.size.columns)
            let left = (Double(text.words[word].box.x) - strip.region.x * 2480) / scale
            #expect(abs(Double(own.columns.lowerBound) - left) <= 1 && own.columns.upperBound <= 80)
            #expect(strip.region.y * 3508 <= Double(text.words[word].box.y))
        }
    }

    /// 44 pixels of letters fill three quarters of nine rows, cells being twice as high as wide.
    @Test func lettersAreLarge() throws {
        let strip = try strip(28)
        #expect(strip.size == Size(columns: 80, rows: 9))
        #expect(abs(strip.region.height * 3508 - 44 * 1.35) < 2)
    }

    @Test func thePictureStaysWithinAStripAndZoomingOutShowsMore() throws {
        let words = try strip(28).words.map(\.index)
        for word in words { #expect(try strip(word).region == strip(28).region) }
        #expect(try strip(28, zoom: -3).words.count > words.count)
    }

    @Test func aLongWordIsSeenWhole() throws {
        var text = text
        text.words[28].box = Box(x: 300, y: 570, width: 1500, height: 44)
        let own = try #require(try strip(28, of: text).words.first { $0.index == 28 })
        #expect(own.columns.count > 60 && own.columns.upperBound <= 80)
    }

    /// A sheet that went in askew: the picture is turned until the line lies level, and holds it whole.
    @Test(arguments: [2.0, -3.0]) func aLineThatLeansLiesLevelInTheStrip(_ degrees: Double) throws {
        var text = text
        let fall = tan(degrees * .pi / 180)
        for index in text.words.indices { text.words[index].box.y += Int(fall * Double(text.words[index].box.x + text.words[index].box.width / 2)) }
        let leaning = try strip(28, of: text), level = try strip(28)
        #expect(level.deskew == 0 && abs(leaning.deskew + degrees) <= 0.2)
        #expect(leaning.words == level.words && leaning.size == level.size && abs(leaning.region.height - level.region.height) < 0.001)
        // Its middle is that of the line where the strip has its middle.
        let middle = (leaning.region.x + leaning.region.width / 2) * 2480
        let line = (level.region.y + level.region.height / 2) * 3508 + fall * middle
        #expect(abs((leaning.region.y + leaning.region.height / 2) * 3508 - line) < 6)
    }

    /// On a page that was fed sideways a line runs up or down the stored image.
    @Test(arguments: [90, 180, 270]) func turnedPages(_ turn: Int) throws {
        var text = text
        for index in text.words.indices {
            let box = text.words[index].box
            text.words[index].box = switch turn {
            case 90: Box(x: box.y, y: 3508 - box.x - box.width, width: box.height, height: box.width)
            case 180: Box(x: 2480 - box.x - box.width, y: 3508 - box.y - box.height, width: box.width, height: box.height)
            default: Box(x: 2480 - box.y - box.height, y: box.x, width: box.height, height: box.width)
            }
        }
        let turned = try strip(28, of: text, turn: turn), upright = try strip(28)
        #expect(turned.words == upright.words && turned.size == upright.size)
    }
}
