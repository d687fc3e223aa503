import Records
import StationFakes
import Terminal
import Testing
import Texts
import Vietnamese

@testable import Station

/// Where the correction screen begins, where it goes on, and what it asks of the machine.
@Suite struct CorrectionGoingTests {
    private let dossier: DossierID = Sample.id(1)
    private let other: DossierID = Sample.id(2)
    private let first = Sample.page(1).id, second = Sample.page(2).id, third = Sample.page(3).id

    /// From the desk, with the page of this number in hand there.
    private func scene(page: Int = 1, of known: CorrectionDossier = Sample.correction, columns: Int = 120, rows: Int = 40) -> Scene {
        var scene = Scene.desk(pages: 3, columns: columns, rows: rows)
        scene.press(.home)
        for _ in 1..<page { scene.press(.right) }
        scene.press(.function(3))
        #expect(scene.effects == [.openCorrection(.page(Sample.page(page).id))])
        scene.event(.correction(known, for: .page(Sample.page(page).id)))
        load(&scene)
        return scene
    }

    /// Answers what was asked for texts.
    private func load(_ scene: inout Scene) {
        for case .loadCorrectionText(let page) in scene.effects { scene.event(.correctionText(Sample.correctionText(page))) }
    }

    private func word(_ scene: Scene) -> String? { scene.model.correction.word?.text }

    /// Who looks in on OCR goes on where she was, and Escape never leads in a circle.
    @Test func fromTheQueueEscapeLeadsBack() {
        var scene = scene()
        scene.press(.function(12), .escape)
        #expect(scene.model.screen == .correction)
        scene.press(.function(12))
        scene.event(.queue(QueueStatus(failed: 1, lines: [QueueLine(page: second, code: "A", pageIndex: 2, state: .failed)])))
        scene.press(.enter)
        #expect(scene.model.screen == .reader)
        scene.press(.function(12), .escape)
        #expect(scene.model.screen == .correction)
        scene.press(.escape)
        #expect(scene.model.screen == .scanDesk)
        scene.press(.function(12), .escape)
        #expect(scene.model.screen == .scanDesk)
    }

    @Test func aPageOpenedFromTheQueueDoesNotLeadInACircle() {
        var scene = Scene.desk(pages: 3)
        scene.press(.home, .character("w"), .function(12))
        scene.event(.queue(QueueStatus(failed: 1, lines: [QueueLine(page: second, code: "A", pageIndex: 2, state: .failed)])))
        scene.press(.enter, .escape)
        #expect(scene.model.screen == .queue)
        scene.press(.escape)
        #expect(scene.model.screen == .scanDesk)
    }

    /// Ctrl-S ends the last word and leads to the next dossier: what could not be written is told there.
    @Test func whatCouldNotBeWrittenIsToldInTheNextDossier() {
        var scene = scene()
        let failure = Failure(code: "no_space", message: Text.nothingChanged.phrase, kept: Text.nothingChanged.phrase, todo: Text.tryAgainSoon.phrase)
        scene.event(.corrected(CorrectionAnswer(dossier: other, failure: failure)))
        #expect(scene.model.layers == [.notice(failure)])
    }

    // MARK: Coming in

    @Test func theDeskOpensThePageInHand() {
        var scene = scene(page: 2)
        #expect(scene.model.correction.page == second && word(scene) == "duyêt")
        scene.press(.escape)
        #expect(scene.model.screen == .scanDesk)
    }

    @Test func aPageWithoutDoubtsIsOpenedAndSaysWhereTheNextIs() {
        var scene = scene(page: 3)
        #expect(scene.model.correction.page == third && scene.model.message?.phrase == Text.correctionNoDoubtHere.phrase)
        scene.press(.character("n"))
        #expect(scene.model.correction.page == first)
        load(&scene)
        #expect(word(scene) == "tố")
    }

    @Test func behindAWithheldPageTheNextIsOpened() {
        var known = Sample.correction
        known.pages.remove(at: 1)
        let scene = scene(page: 2, of: known)
        #expect(scene.model.correction.page == third && scene.model.message?.phrase == Text.correctionPageHeld.with(["page": "3"]))
    }

    @Test func aWhollyWithheldDossierSaysSo() {
        let scene = scene(of: CorrectionDossier(id: dossier, code: "H19", title: "", pages: [], withheld: 3), columns: 80, rows: 24)
        #expect(scene.text.contains("3 trang của hồ sơ H19 đang bị giữ lại") && scene.text.contains("Bàn quét (F2) · y"))
        #expect(!scene.text.contains(Text.noPageToCorrect(.vi)))
    }

    @Test func aDossierFoundByItsTitleOpensAtItsFirstPage() {
        var scene = Scene()
        scene.press(.control("f"))
        scene.type("phe")
        let found = SearchDossier(code: "A", title: "phê duyệt", box: nil, pages: 3, firstPage: third)
        scene.event(.searchResults(SearchResults(query: "phe", dossiers: [found], hits: [], total: 1)))
        scene.press(.function(3))
        #expect(scene.effects == [.openCorrection(.page(third))])
    }

    // MARK: Suggestions at sure words

    @Test func whatMayBeMeantByASureWordIsAskedForAndTaken() throws {
        var scene = scene()
        scene.press(.left)
        let text = Sample.correctionText(first).text
        #expect(word(scene) == "Luật" && scene.effects == [.suggest(first, text, 27)])
        #expect(scene.text.contains(Text.wordIsSure(.vi)))
        scene.event(.suggestions(first, text.words[27], ["Luận", "Luân"]))
        #expect(scene.text.contains("chắc đúng; hay là 1 Luận  2 Luân") && scene.effects.isEmpty)
        scene.press(.character("2"))
        let correction = try #require(scene.effects.compactMap { if case .correct(_, let correction) = $0 { correction } else { nil } }.first)
        #expect(correction.change.applied(to: text)?.words[27].text == "Luân" && word(scene) == "tố")
    }

    /// Only the word in hand is asked for, once; what the store answers to a correction forgets nothing of it.
    @Test func suggestionsAreAskedForOnce() {
        var scene = scene()
        scene.press(.left, .left)
        #expect(scene.effects.count == 1)
        scene.press(.right)
        #expect(scene.effects.count == 1, "the first was left before its answer came")
        let text = Sample.correctionText(first)
        scene.event(.suggestions(first, text.text.words[27], ["Luận"]))
        scene.event(.corrected(CorrectionAnswer(dossier: dossier, texts: [text])))
        #expect(scene.effects.isEmpty && scene.model.correction.text?.suggestions(27) == ["Luận"])
        scene.press(.left, .right, .character("i"))
        scene.type("Luaanj")
        #expect(scene.effects.isEmpty)
    }

    @Test func readingEverythingPassesNoWordOver() {
        var scene = scene()
        scene.press(.character("v"), .character("1"))
        #expect(word(scene) == "chức" && scene.model.correction.cursor == 29)
    }

    // MARK: The next dossier

    private let next = CorrectionNext(id: Sample.id(2), code: "H19.2008.02.QD", pages: 7)

    /// All of the dossier is seen, and the last page that waited is in hand.
    private func atTheEnd() -> Scene {
        var scene = scene()
        for _ in 0..<3 { scene.press(.enter) }
        load(&scene)
        #expect(word(scene) == "duyêt" && scene.effects.contains(.findNextToCorrect(dossier)))
        return scene
    }

    @Test func theNextDossierIsOneKey() {
        var scene = atTheEnd()
        scene.event(.nextToCorrect(after: dossier, next))
        scene.press(.enter)
        #expect(scene.model.message?.phrase.text == Text.correctionNextOffered)
        #expect(scene.text.contains("Xong hồ sơ H19.2008.01.QD. Ctrl-S: sang H19.2008.02.QD, 7 trang chờ sửa.") && scene.text.contains("Ctrl-S Hồ sơ sau"))
        scene.press(.control("s"))
        #expect(scene.effects == [.openCorrection(.dossier(other))])
        scene.event(.correction(CorrectionDossier(id: other, code: "H19.2008.02.QD", title: "", pages: Sample.correction.pages), for: .dossier(other)))
        load(&scene)
        #expect(scene.text.contains("H19.2008.02.QD · trang 1/3") && word(scene) == "tố")
        scene.press(.escape)
        #expect(scene.model.screen == .scanDesk, "to where she came from")
    }

    @Test func theAnswerMayComeAfterTheEndIsSaid() {
        var scene = atTheEnd()
        scene.press(.enter)
        #expect(scene.model.message?.phrase.text == Text.correctionDone)
        scene.event(.nextToCorrect(after: dossier, next))
        #expect(scene.model.message?.phrase.text == Text.correctionNextOffered)
    }

    @Test func whereNothingIsLeftThatIsSaid() {
        var scene = atTheEnd()
        scene.event(.nextToCorrect(after: dossier, nil))
        scene.press(.enter)
        #expect(scene.text.contains("Không còn hồ sơ nào chờ hiệu đính."))
        // Another station may have scanned more meanwhile.
        scene.press(.control("s"))
        #expect(scene.effects == [.findNextToCorrect(dossier)])
        scene.event(.nextToCorrect(after: dossier, nil))
        #expect(scene.model.message == MessageLine(kind: .done, phrase: Text.correctionNoneWaits.phrase))
    }

    @Test func doubtsOfTheLastPageAreLeftOnlyWhenAskedTwice() {
        var scene = atTheEnd()
        scene.event(.nextToCorrect(after: dossier, next))
        scene.press(.control("s"))
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.correctionDoubtsHere.with(["count": "1"]))
        scene.press(.control("s"))
        #expect(scene.effects == [.openCorrection(.dossier(other))])
    }

    @Test func whoSettlesTheLastPageIsOfferedTheNextDossier() {
        var scene = atTheEnd()
        scene.event(.nextToCorrect(after: dossier, next))
        scene.press(.character("h"), .character("4"))
        #expect(scene.model.correction.pageInHand?.settlement == .foreignText)
        #expect(scene.model.message?.phrase.text == Text.correctionNextOffered)
    }

    // MARK: Reading again

    @Test func aPageIsReadAgainAndItsNewTextComesByItself() {
        var scene = scene()
        scene.press(.character("m"))
        #expect(scene.effects == [.readAgain(dossier, [first], isOnDesk: true)])
        #expect(scene.model.message?.phrase == Text.pageWillBeReadAgain.with(["page": "1"]) && scene.text.contains("chờ máy đọc lại"))
        scene.press(.character("m"))
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.waitsToBeRead.phrase)
        var tile = Sample.page(1)
        tile.reading = .done
        scene.event(.correctionRead(dossier, [CorrectionPage(tile: tile, doubts: 2, isOpen: true)], readings: [first: 9]))
        #expect(scene.effects == [.loadCorrectionText(first)] && scene.model.correction.pageInHand?.doubts == 2)
        load(&scene)
        #expect(word(scene) == "tố" && scene.model.rereading.pages.isEmpty)
        scene.press(.left)
        #expect(scene.effects == [.suggest(first, Sample.correctionText(first).text, 27)])
    }

    @Test func whatPeopleMadeOfAPageStays() {
        var scene = scene()
        scene.press(.character("1"))
        scene.event(.corrected(CorrectionAnswer(dossier: dossier, texts: scene.model.correction.text.map { [$0] } ?? [])))
        scene.press(.character("m"))
        #expect(scene.model.message?.phrase == Text.pageOfPeopleWillBeReadAgain.with(["page": "1"]))
        var tile = Sample.page(1)
        tile.reading = .done
        scene.event(.correctionRead(dossier, [CorrectionPage(tile: tile, doubts: 2, isOpen: true)], readings: [first: 9]))
        #expect(scene.effects.isEmpty && scene.model.correction.text?.text.words[28].text == "tổ")
        #expect(scene.model.message?.phrase == Text.pageOfPeopleWasReadAgain.with(["page": "1"]))
    }

    /// What she types stands on the text that was there when she began.
    @Test func aNewReadingTakesNoWordFromUnderTheHands() {
        var scene = scene()
        scene.press(.character("m"), .character("i"))
        scene.type("toor")
        var tile = Sample.page(1)
        tile.reading = .done
        scene.event(.correctionRead(dossier, [CorrectionPage(tile: tile, doubts: 2, isOpen: true)], readings: [first: 9]))
        #expect(scene.model.correction.edit?.field.text == "tổ" && scene.model.correction.text != nil)
        scene.press(.escape)
        #expect(scene.effects == [.loadCorrectionText(first)], "nothing was done with the old one")
    }

    @Test func theDeskReadsAgainFromThePalette() {
        // Of so many pages the first four are read.
        var scene = Scene.desk(pages: 17)
        scene.press(.home, .control("p"))
        scene.type("ddocj laij trang")
        scene.press(.enter)
        let isRead = scene.model.desk.dossier.map { $0.pages[0].reading == .waiting } == true
        #expect(scene.effects == [.readAgain(dossier, [first], isOnDesk: true)] && isRead)
        scene.press(.control("p"))
        scene.type("ddocj laij hoof sow")
        scene.press(.enter)
        #expect(scene.effects == [.readAgain(dossier, nil, isOnDesk: true)])
        scene.event(.did(Text.pagesWillBeReadAgain.with(["count": "2"])))
        var read = Sample.dossier(pages: 17)
        for at in read.pages.indices { read.pages[at].reading = .done }
        scene.event(.desk(read))
        #expect(scene.model.message?.phrase == Text.pagesWereReadAgain.with(["count": "4"]))
    }

    // MARK: What is told

    @Test func zoomingSaysWhenItCanDoNoMore() {
        var scene = scene(columns: 80, rows: 24)
        var steps = 0
        while scene.model.message == nil, steps < 9 {
            let before = scene.model.zoomedStrip(1)
            scene.press(.character("+"))
            steps += 1
            #expect(before == nil ? scene.model.message?.phrase == Text.closestShown.phrase : scene.model.correction.zoom == before)
        }
        #expect(scene.model.message?.phrase == Text.closestShown.phrase && scene.model.correction.zoom < 3, "the screen is low")
        scene.press(.character("-"))
        #expect(scene.model.message == nil)
    }

    /// All alike were corrected and it is taken back: how much that was.
    @Test func undoTellsOfAllThatChanged() throws {
        var scene = scene()
        scene.press(.character("b"))
        scene.event(.alike(text: "tố", []))
        scene.press(.escape)
        var now = Sample.correctionText(first)
        for place in now.text.places(of: "nhan") { try now.text.replace(place, with: "nhân") }
        scene.event(.correctionText(now))
        scene.press(.character("u"))
        let pages = Array(Sample.correction.pages.prefix(2))
        scene.event(.corrected(CorrectionAnswer(dossier: dossier, texts: [Sample.correctionText(first)], pages: pages, goTo: first)))
        #expect(scene.text.contains("Trang 1: “nhân” thành “nhan”. Thêm 1 chữ ở trang này và 1 trang khác."))
    }

    @Test func theQueueIsListedAnewWhenSomethingChanges() {
        var scene = Scene.desk(pages: 3)
        scene.press(.function(12))
        scene.event(.queue(QueueStatus(failed: 1)))
        scene.event(.status(StationStatus(readingWaiting: 1)))
        #expect(scene.effects == [.loadQueue])
        scene.event(.did(Text.didRetryFailed.with(["count": "1"])))
        scene.press(.down)
        #expect(scene.model.message == nil, "told until the next key")
    }

    /// At 80 columns there is room for six: those that matter at what is in hand.
    @Test func theFooterHasTheKeysThatMatterNow() {
        func keys(_ scene: Scene) -> String { scene.screen.last ?? "" }
        var scene = scene(columns: 80, rows: 24)
        for key in ["Enter Đúng", "1–9 Lấy gợi ý", "i Gõ lại", "n Chỗ sau", "Ctrl-S Trang sau", "F1 Trợ giúp"] { #expect(keys(scene).contains(key), "\(keys(scene))") }
        scene.press(.left)
        for key in ["n Chỗ sau", "i Gõ lại", "Ctrl-S Trang sau"] { #expect(keys(scene).contains(key), "\(keys(scene))") }
        scene.press(.character("v"))
        for key in ["Enter Khung đúng", "v Chỉ chỗ nghi ngờ"] { #expect(keys(scene).contains(key), "\(keys(scene))") }
        scene.press(.character("?"))
        guard case .help = scene.model.layers.last else { Issue.record("no help"); return }
    }
}
