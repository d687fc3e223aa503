import Records
import StationFakes
import Terminal
import Testing
import Texts

@testable import Station

/// Pages that lay wrong and were set upright when they had been read.
@Suite struct TurnedPageTests {
    private let dossier: DossierID = Sample.id(1)

    /// As the reading leaves it.
    private func turned(_ number: Int, _ degrees: Int, found: Int? = nil) -> PageTile {
        var page = Sample.page(number)
        page.turn = degrees
        page.findings.append(Finding(.turned, value: Double(found ?? degrees)))
        return page
    }

    private func arrives(_ page: PageTile) -> Event { .pageChanged(dossier, PageNews(page, DeskCounts(sheets: 10, sides: 20))) }

    @Test func thePersonIsToldAndSeesThePageUpright() {
        var scene = Scene.desk(pages: 20)
        scene.press(.left)
        scene.event(arrives(turned(19, 180)))
        #expect(scene.model.message?.phrase == Text.wasUpsideDown.with(["page": "19"]))
        #expect(scene.model.desk.page?.turn == 180)
        #expect(scene.wanted.contains { $0.page == Sample.page(19).id && $0.turn == 180 && $0.purpose == .page })
        scene.event(arrives(turned(3, 270)))
        #expect(scene.model.message?.phrase == Text.wasSideways.with(["page": "3"]))
        #expect(scene.model.desk.openFindings.map(\.page.index) == [3, 9, 18, 19])
    }

    @Test func itIsToldOnceAndHidesNothingWeightier() {
        var scene = Scene.desk(pages: 20)
        scene.event(arrives(turned(5, 180)))
        scene.model.message = nil
        scene.event(arrives(turned(5, 180)))
        #expect(scene.model.message == nil, "it is known")
        scene.model.say(.trouble, Text.feederWasEmpty)
        scene.event(arrives(turned(6, 180)))
        scene.event(.noticed(Text.wasTurnedElsewhere.with(["code": "A", "page": "1"])))
        #expect(scene.model.message?.phrase == Text.feederWasEmpty.phrase)
    }

    @Test func aPageOfAnotherDossierIsToldWithItsCode() {
        var scene = Scene.desk(pages: 4)
        let phrase = Text.wasTurnedElsewhere.with(["code": "H19.2008.02.QD", "page": "7"])
        scene.event(.noticed(phrase))
        #expect(scene.model.message == MessageLine(kind: .done, phrase: phrase))
    }

    /// Another process reads: the whole dossier comes anew.
    @Test func readElsewhereItIsToldAsWell() {
        var scene = Scene.desk(pages: 20)
        var now = Sample.dossier(pages: 20, counted: 42)
        now.pages[6] = turned(7, 90)
        scene.event(.desk(now))
        #expect(scene.model.message?.phrase == Text.wasSideways.with(["page": "7"]))
    }

    @Test func theListOfFindingsStaysOnItsLine() {
        var scene = Scene.desk(pages: 20)
        scene.press(.character("f"), .down)
        #expect(scene.model.selectedFinding?.page.index == 18)
        scene.event(arrives(turned(2, 180)))
        #expect(scene.model.selectedFinding?.page.index == 18, "Enter takes what the person looks at")
        scene.press(.enter)
        #expect(scene.effects == [.page(dossier, Sample.page(18).id, .accept(.skew))])
    }

    @Test func itIsLookedAtWithOneKeyAndShownAgainBeforeFinishing() {
        var scene = Scene.desk(pages: 8, counted: 4)
        scene.event(arrives(turned(2, 180)))
        scene.press(.enter)
        #expect(scene.effects.isEmpty, "it has to be seen first")
        #expect(scene.text.contains("tự xoay 180°") && scene.text.contains("] Xoay phải"), "and how to turn it otherwise")
        scene.press(.enter)
        #expect(scene.effects == [.page(dossier, Sample.page(2).id, .accept(.turned))])
        #expect(scene.model.layers.isEmpty)
    }

    @Test func aPageTurnedBackSaysWhatTheReadingFound() {
        var scene = Scene.desk(pages: 8)
        scene.event(arrives(turned(2, 180)))
        scene.press(.character("f"), .character("]"))
        #expect(scene.model.desk.dossier?.pages[1].turn == 270)
        #expect(scene.text.contains("cần xoay 270°?"))
    }

    @Test func whatWasDeliveredIsNotSaidToBeTurned() {
        var scene = Scene.desk(pages: 8)
        scene.model.message = nil
        scene.event(arrives(turned(2, 0, found: 180)))
        #expect(scene.model.message == nil)
        scene.press(.character("f"))
        #expect(scene.text.contains("cần xoay 180°?"))
    }

    @Test func theReaderShowsThePageAsItLiesNow() {
        var scene = Scene.desk(pages: 8)
        scene.press(.character("w"))
        scene.event(.text(PageText(
            page: Sample.page(8), dossier: dossier, code: "A", title: "", pageCount: 8, previous: nil, next: nil,
            recognised: RecognisedPage(language: "vie", words: []))))
        scene.event(arrives(turned(8, 180)))
        #expect(scene.effects == [.loadText(Sample.page(8).id)])
    }
}
