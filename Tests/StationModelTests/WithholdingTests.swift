import Records
import StationFakes
import Terminal
import Testing
import Texts

@testable import Station

/// The panic key and what follows it.
@Suite struct WithholdingTests {
    private let dossier: DossierID = Sample.id(1)

    private func page(_ number: Int) -> PageID { Sample.page(number).id }

    /// With pictures, the cursor on page 6 of a document of pages 5 to 8.
    private func scene() -> Scene {
        var scene = Scene.desk(pages: 12)
        scene.press(.home, .right, .right, .right, .right, .right)
        scene.loadPictures()
        return scene
    }

    private func withheld(_ pages: ClosedRange<Int>) -> DeskDossier {
        var desk = Sample.dossier(pages: 12, counted: 42)
        for number in pages { desk.pages[number - 1].withheld = .suspectedSecret }
        desk.withheld = [DeskWithholding(id: Sample.id(7), scope: .document, place: 2, reason: .suspectedSecret, person: "hoa")]
        return desk
    }

    @Test(arguments: [Key.function(10), .control("g")]) func nothingOfTheDocumentIsInTheNextFrame(_ key: Key) {
        var scene = scene()
        #expect(!scene.text.contains("GIỮ LẠI"))
        scene.press(key)
        #expect(scene.effects == [.withhold(page(6), onDesk: dossier)])
        #expect(scene.model.hidden == Set((5...8).map(page)))
        for request in scene.model.wantedPictures() where scene.model.hidden.contains(request.page) {
            #expect(scene.model.pictures[request] == nil)
        }
        #expect(scene.wanted.allSatisfy { !scene.model.hidden.contains($0.page) }, "and none is asked for")
        scene.press(.escape)
        #expect(scene.text.contains("GIỮ LẠI") && scene.effects.isEmpty, "closing the dialog takes nothing back")
        scene.event(.desk(withheld(5...8)))
        scene.event(.withheld(Set((5...8).map(page)), asked: Set((5...8).map(page))))
        #expect(scene.model.hidden.isEmpty && scene.model.isHidden(withheld(5...8).pages[5]))
        #expect(scene.text.contains("GIỮ LẠI"))
    }

    /// A picture that was under way arrives late.
    @Test func aLatePictureIsNotShown() {
        var scene = scene()
        let request = scene.model.wantedPictures().first { $0.page == page(6) && $0.purpose == .page }
        scene.press(.function(10), .escape)
        let before = scene.text
        if let request { scene.event(.pageImage(request, Sample.image(6))) }
        #expect(request != nil && scene.text == before)
    }

    @Test func itIsSaidOtherwise() {
        var scene = scene()
        scene.press(.function(10), .up, .character("3"), .enter)
        #expect(scene.effects == [.rewithhold(page(6), onDesk: dossier, .page, .damaged)])
        #expect(scene.model.layers.isEmpty)
    }

    @Test func whatCouldNotBeDoneIsShownAgain() {
        var scene = scene()
        scene.press(.function(10), .escape)
        scene.event(.withheld([], asked: [page(99)]))
        #expect(!scene.model.hiddenPages.isEmpty, "that answered for others")
        scene.event(.notWithheld(asked: Set((5...8).map(page))))
        #expect(scene.model.hidden.isEmpty && !scene.text.contains("GIỮ LẠI"))
    }

    @Test func noDialogSaysThatItIsWithheldWhenItIsNot() {
        var scene = scene()
        scene.press(.function(10))
        scene.event(.notWithheld(asked: Set((5...8).map(page))))
        #expect(scene.model.layers.isEmpty && !scene.text.contains("GIỮ LẠI"))
    }

    @Test func aSlipOfTheFingerIsTakenBackAtOnce() {
        var scene = scene()
        scene.press(.function(10), .character("n"))
        #expect(scene.effects == [.takeBackWithholding(.page(page(6), onDesk: dossier))] && scene.model.layers.isEmpty)
        #expect(!scene.model.hidden.isEmpty, "hidden until the station has said so")
        scene.event(.withheld([], asked: Set((5...8).map(page))))
        #expect(scene.model.hidden.isEmpty)
        scene.press(.function(6))
        scene.event(.register(RegisterLines(query: scene.model.register.query, lines: [Sample.line(2)], total: 1)))
        scene.press(.function(10), .character("n"))
        #expect(scene.effects == [.takeBackWithholding(.dossier(Sample.line(2).id, code: Sample.line(2).code))])
    }

    @Test func itWorksOverADialog() {
        var scene = Scene.desk(pages: 20)
        scene.press(.character("f"), .function(10))
        #expect(scene.effects == [.withhold(page(9), onDesk: dossier)])
        scene.press(.function(10))
        #expect(scene.effects.isEmpty, "the dialog that asks withholds nothing by itself")
    }

    @Test func inTheReaderTheTextGoesAtOnce() {
        var scene = scene()
        scene.press(.character("w"))
        scene.event(.text(PageText(
            page: Sample.page(6), dossier: dossier, code: "H19", title: "", pageCount: 12, recognised: Sample.recognised(6))))
        #expect(scene.text.contains("QUYẾT"))
        scene.press(.function(10), .escape)
        #expect(!scene.text.contains("QUYẾT") && scene.text.contains("đang giữ lại"))
    }

    @Test func inTheSearchTheHitGoesAtOnce() {
        var scene = Scene(language: .vi)
        scene.press(.control("f"))
        scene.type("ho so")
        let hit = SearchHit(page: page(3), code: "HS1", title: "", pageIndex: 3, snippet: [SnippetPart("bí mật")])
        scene.event(.searchResults(SearchResults(query: scene.model.search.field.text, hits: [hit], total: 1)))
        #expect(scene.text.contains("bí mật"))
        scene.press(.function(10))
        #expect(scene.effects == [.withhold(page(3), onDesk: nil)])
        scene.press(.escape)
        #expect(!scene.text.contains("bí mật"))
    }

    /// Withheld at another terminal.
    @Test func whatTheStationTellsLeavesTheReaderToo() {
        var scene = scene()
        scene.press(.character("w"))
        scene.event(.text(PageText(
            page: Sample.page(6), dossier: dossier, code: "H19", title: "", pageCount: 12, recognised: Sample.recognised(6))))
        scene.event(.desk(withheld(5...8)))
        #expect(!scene.text.contains("QUYẾT") && scene.text.contains("đang giữ lại") && scene.model.reader.text?.recognised == nil)
    }

    /// The reader still has it as withheld; what it showed before it was left does not keep the panic key from working.
    @Test(arguments: [false, true]) func whatWasReleasedCanBeWithheldAgain(isInReader: Bool) {
        var scene = scene()
        scene.press(.character("w"))
        var tile = Sample.page(6)
        tile.withheld = .suspectedSecret
        let text = PageText(page: tile, dossier: dossier, code: "H19", title: "", pageCount: 12, recognised: nil)
        scene.event(.text(text))
        scene.event(.desk(withheld(5...8)))
        scene.press(.function(10))
        #expect(scene.model.message?.phrase == Text.alreadyWithheld.phrase)
        if !isInReader { scene.press(.escape) }
        scene.event(.desk(Sample.dossier(pages: 12, counted: 42)))
        #expect(scene.effects.contains(.loadText(tile.id, finding: scene.model.reader.finding)) == isInReader)
        #expect(scene.model.hiddenPages.isEmpty)
        scene.press(.function(10))
        #expect(scene.effects == [.withhold(tile.id, onDesk: dossier)])
    }

    @Test func whatJoinsAWithheldDocumentIsNotSeenComing() {
        var scene = scene()
        scene.press(.end, .function(10), .escape, .character(" "))
        scene.event(.run(.started(Sample.id(9), device: Sample.devices[0], settings: Text.modeColor.phrase)))
        scene.event(.run(.pageBegan(width: 4, height: 4)))
        let before = scene.text
        scene.event(.run(.rows([UInt8](repeating: 0, count: 8))))
        #expect(scene.text == before && before.contains("GIỮ LẠI"))
    }

    @Test func whatIsFedIntoAWithheldDocumentIsSaidToLieThere() {
        var scene = Scene.desk(pages: 12)
        var tile = Sample.page(13)
        let counts = DeskCounts(sides: 13)
        scene.event(.run(.pageStored(PageNews(tile, counts), atEnd: true)))
        #expect(scene.model.message?.phrase == Text.pagesStored.with(["pages": "13"]))
        tile.withheld = .suspectedSecret
        scene.event(.run(.pageStored(PageNews(tile, counts), atEnd: true)))
        #expect(scene.model.message?.phrase == Text.pagesStoredWithheld.with(["pages": "13"]) && scene.model.message?.kind == .warning)
    }

    @Test func releaseAsksForWords() {
        var scene = scene()
        scene.event(.desk(withheld(5...8)))
        scene.press(.function(10))
        #expect(scene.model.layers.isEmpty && scene.model.message?.phrase == Text.alreadyWithheld.phrase)
        scene.press(.character("y"), .enter)
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.typeWhoDecided.phrase)
        scene.type("anh Ba xem")
        scene.press(.enter)
        #expect(scene.effects == [.releaseWithheld(dossier, Sample.id(7), "anh Ba xem")] && scene.model.layers.isEmpty)
    }

    /// Undo takes back a step of work; withholding is none.
    @Test func undoIsNotOffered() {
        var scene = scene()
        scene.press(.function(10), .escape, .character("u"))
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.nothingToUndo.phrase)
    }

    @Test func nobodyIsAskedAboutWhatSheMayNotSee() {
        var scene = Scene.desk(pages: 84)
        var desk = Sample.dossier(pages: 84, counted: 42)
        for index in desk.pages.indices { desk.pages[index].withheld = .restricted }
        scene.event(.desk(desk))
        #expect(scene.model.desk.blanksInQuestion.isEmpty)
    }

    @Test func aWithheldDossierIsNotSaidToBeComplete() {
        var scene = Scene.desk(pages: 0, counted: 6)
        var desk = Sample.dossier(pages: 12, counted: 6)
        scene.event(.desk(desk))
        #expect(scene.model.desk.nextAction(hasScanner: true).phrase == Text.nextFinish.phrase)
        for index in desk.pages.indices { desk.pages[index].withheld = .restricted }
        scene.event(.desk(desk))
        #expect(scene.model.desk.nextAction(hasScanner: true).phrase == Text.nextWithheld.phrase)
        desk.stage = .withheld
        scene.event(.desk(desk))
        #expect(scene.model.desk.nextAction(hasScanner: true).phrase == Text.nextWithheld.phrase)
    }

    @Test func whatTheSearchFoundIsCountedWithoutIt() {
        var scene = scene()
        scene.press(.control("f"), .character("a"))
        let hits = [6, 20].map { SearchHit(page: page($0), code: "H19", title: "", pageIndex: $0, snippet: []) }
        scene.event(.searchResults(SearchResults(query: scene.model.search.field.text, hits: hits, total: 5)))
        scene.press(.function(10), .escape)
        #expect(scene.model.search.results?.hits.map(\.page) == [page(20)] && scene.model.search.results?.total == 4)
        scene.event(.withheld([page(6)], asked: [page(6)]))
        #expect(scene.effects == [.search("a")])
    }

    @Test func aWholeDossierInTheRegister() {
        var scene = Scene(language: .vi)
        scene.press(.function(6))
        scene.event(.register(RegisterLines(query: scene.model.register.query, lines: [Sample.line(2), Sample.line(3)], total: 2)))
        scene.press(.function(10))
        #expect(scene.effects == [.withholdDossier(Sample.line(2).id, .suspectedSecret)], "at once, as on the desk")
        scene.press(.character("2"), .enter)
        #expect(scene.effects == [.withholdDossier(Sample.line(2).id, .restricted)])
        scene.event(.withheld([], asked: []))
        #expect(scene.effects == [.loadRegister(scene.model.register.query)])
    }

    /// For those who decide: from the list of all dossiers straight to what is withheld in one.
    @Test func fromTheListOfAllToItsDossier() {
        var scene = scene()
        var desk = withheld(5...8)
        let line = WithheldLine(
            id: desk.withheld[0].id, dossier: desk.id, code: desk.code, scope: .document, pages: 5...8, reason: .suspectedSecret, person: "hoa", since: "27/11 09:12")
        var other = line
        (other.id, other.dossier, other.code) = (Sample.id(802), Sample.id(2), "H19.2008.02.QD")
        scene.press(.alt("y"))
        #expect(scene.effects == [.loadWithheld])
        scene.event(.withheldAll(WithheldLines(lines: [other, line], total: 2, dossiers: 2)))
        scene.press(.down, .function(5))
        #expect(scene.effects == [.printReplacementSlip(line.id)])
        // Something newer comes in above: the same line stays chosen.
        var newer = other
        newer.id = Sample.id(803)
        scene.event(.withheldAll(WithheldLines(lines: [newer, other, line], total: 3, dossiers: 2)))
        scene.event(.desk(desk))
        scene.press(.enter)
        #expect(scene.text.contains("Ai quyết định, vì sao"))
        scene.press(.escape, .alt("y"))
        scene.event(.withheldAll(WithheldLines(lines: [other, line], total: 2, dossiers: 2)))
        scene.press(.up, .up, .enter)
        #expect(scene.effects == [.closeDossier(desk.id), .openDossier(Sample.id(2))])
        (desk.id, desk.code, desk.withheld[0].id) = (Sample.id(2), "H19.2008.02.QD", Sample.id(802))
        scene.event(.dossierOpened(desk))
        #expect(scene.text.contains("Ai quyết định, vì sao") && scene.model.desk.page?.id == desk.pages[4].id, "at its place")
        scene.press(.control("f"))
        #expect(scene.model.message?.phrase == Text.closeFieldFirst.phrase && scene.model.screen == .scanDesk)
        scene.press(.escape)
        scene.event(.dossierOpened(desk))
        #expect(!scene.text.contains("Ai quyết định, vì sao"), "only once")
    }

    /// Until somebody has looked: other news of the dossier takes it from nowhere.
    @Test func aMarkOfSecrecyStaysOnTheBarUntilItIsLookedAt() {
        var scene = scene()
        var desk = withheld(5...8)
        let mark = SecrecyMark(level: .secret, isLifted: true, box: Box(x: 1, y: 2, width: 3, height: 4), evidence: [.picture])
        desk.withheld[0].found = DeskMark(page: 5, mark: mark)
        desk.withheld[0].others = [DeskMark(page: 7, mark: SecrecyMark(level: .confidential, box: mark.box, evidence: [.words]))]
        desk.withheld[0].isByProgram = true
        scene.event(.desk(desk))
        scene.event(.secrecyFound(dossier, page: 5, mark))
        #expect(scene.text.contains("DẤU TỐI MẬT") && scene.text.contains("TRANG 5") && scene.text.contains("Trang 5 có dấu TỐI MẬT"))
        scene.event(.did(Text.settingsSaved.phrase))
        scene.event(.desk(desk))
        #expect(scene.text.contains("DẤU TỐI MẬT"))
        scene.press(.character("y"))
        #expect(scene.text.contains("máy tìm thấy") && scene.text.contains("dấu TỐI MẬT + GIẢI MẬT, tr. 5; MẬT"))
        scene.press(.escape)
        #expect(!scene.text.contains("DẤU TỐI MẬT"))
    }
}
