import Records
import Station
import StationFakes
import Terminal
import Testing
import Texts

struct ScanDeskTests {
    let dossier: DossierID = Sample.id(1)

    private func page(_ index: Int) -> PageID { Sample.page(index).id }

    @Test func spaceScansAndEscapeStops() {
        var scene = Scene.desk()
        scene.press(.character(" "))
        #expect(scene.effects == [.startScan(dossier, .end)])
        #expect(scene.model.desk.run == .starting)
        scene.press(.character(" "))
        #expect(scene.effects.isEmpty)
        scene.press(.escape)
        #expect(scene.effects == [.stopScan])
        #expect(scene.model.desk.run == .stopping)
        #expect(scene.model.message?.phrase == Text.stoppingScanner.phrase)
        scene.press(.escape)
        #expect(scene.effects == [.stopScan], "the second Esc stops at once")
        #expect(scene.model.message?.phrase == Text.stoppingAtOnce.phrase)
        scene.event(.run(.stopped(RunStop(reason: .cancelled, pages: 0))))
        scene.press(.character(" "))
        #expect(scene.effects == [.startScan(dossier, .end)])
    }

    @Test func escapeNeverStartsAnything() {
        var scene = Scene.desk()
        for _ in 0..<3 {
            scene.press(.escape)
            #expect(scene.effects.isEmpty)
        }
    }

    @Test func withoutAScannerSpaceSaysSo() {
        var scene = Scene.desk()
        var settings = Sample.settings
        settings.device = ""
        scene.event(.settings(settings, isFirstRun: false))
        scene.press(.character(" "))
        #expect(scene.effects.isEmpty)
        #expect(scene.model.message?.phrase == Text.noDeviceChosen.phrase)
    }

    @Test func aPageIsCountedOnlyWhenItIsStored() {
        var scene = Scene.desk(pages: 0, counted: 3)
        scene.press(.character(" "))
        scene.event(.run(.pageBegan(width: 10, height: 14)))
        scene.event(.run(.rows([UInt8](repeating: 200, count: 140))))
        #expect(scene.model.desk.dossier?.counts.sides == 0)
        #expect(scene.model.desk.live?.drawn != nil)
        scene.event(.run(.pageStored(PageNews(Sample.page(1), DeskCounts(sheets: 1, countedSheets: 3, sides: 1)), atEnd: true)))
        #expect(scene.model.desk.dossier?.pages.map(\.id) == [page(1)])
        #expect(scene.model.desk.dossier?.documents.first?.pageCount == 1)
        #expect(scene.model.message?.phrase == Text.pagesStored.with(["pages": "1"]))
    }

    @Test func aSeparatorIsToldAndIsNoPage() {
        var scene = Scene.desk(pages: 4)
        scene.press(.character(" "))
        scene.event(.run(.pageBegan(width: 10, height: 14)))
        let said = Text.separatorPlace.with(["kind": "bản đồ, bản vẽ", "page": "4"])
        let counts = DeskCounts(sheets: 2, countedSheets: 42, sides: 4)
        scene.event(.run(.separated(said, counts)))
        #expect(scene.model.desk.dossier?.pages.count == 4 && scene.model.desk.dossier?.counts == counts)
        #expect(scene.model.desk.live == nil && scene.model.message?.phrase == said)
        scene.event(.run(.separated(nil, counts)))
        #expect(scene.model.message?.phrase == said, "its other side has nothing to say")
    }

    @Test func theDeskGoesAlongWithTheStack() {
        var scene = Scene.desk(pages: 4)
        scene.press(.character(" "))
        scene.event(.run(.pageStored(PageNews(Sample.page(5), DeskCounts()), atEnd: true)))
        var next = Sample.dossier(pages: 0)
        (next.id, next.code) = (Sample.id(900), "H2")
        scene.event(.run(.turned(next)))
        #expect(scene.model.desk.dossier?.code == "H2" && scene.model.desk.run.isUnderWay)
        #expect(scene.model.message?.phrase == Text.stackTurned.with(["code": "H2"]))
        scene.event(.run(.pageStored(PageNews(Sample.page(1), DeskCounts(sides: 1)), atEnd: true)))
        #expect(scene.model.desk.dossier?.pages.count == 1 && scene.model.desk.cursor == 0)
        scene.press(.escape)
        #expect(scene.effects.contains(.stopScan))
    }

    @Test func theCursorFollowsTheFeederUntilItIsMoved() {
        var scene = Scene.desk(pages: 4)
        scene.press(.character(" "))
        scene.event(.run(.pageStored(PageNews(Sample.page(5), DeskCounts()), atEnd: true)))
        #expect(scene.model.desk.cursor == 4)
        scene.press(.home)
        scene.event(.run(.pageStored(PageNews(Sample.page(6), DeskCounts()), atEnd: true)))
        #expect(scene.model.desk.cursor == 0)
        scene.press(.end)
        scene.event(.run(.pageStored(PageNews(Sample.page(7), DeskCounts()), atEnd: true)))
        #expect(scene.model.desk.cursor == 6)
    }

    @Test func pageActionsActOnTheCursorWhileTheFeederRuns() {
        var scene = Scene.desk(pages: 8)
        scene.press(.character(" "), .home, .right, .right, .character("t"))
        #expect(scene.effects == [.page(dossier, page(3), .split)])
    }

    @Test func keysPageActions() {
        let cases: [(Key, PageAction)] = [
            (.character("x"), .drop), (.character("t"), .split), (.character("g"), .merge), (.character("["), .turn(270)),
            (.character("]"), .turn(90)), (.character(","), .moveUp),
        ]
        for (key, action) in cases {
            var scene = Scene.desk(pages: 8)
            scene.press(key)
            #expect(scene.effects == [.page(dossier, page(8), action)])
        }
    }

    @Test func quickDropsActOnOnePageAfterAnother() {
        var scene = Scene.desk(pages: 8)
        scene.press(.home, .right)
        var dropped: [Effect] = []
        for _ in 0..<3 {
            scene.press(.character("x"))
            dropped += scene.effects
        }
        #expect(dropped == [2, 3, 4].map { .page(dossier, page($0), .drop) })
        #expect(scene.model.desk.dossier?.pages.count == 5)
        #expect(scene.model.desk.page?.id == page(5))
    }

    @Test func splittingIsShownAtOnceAndTheStoresAnswerStands() {
        var scene = Scene.desk(pages: 4)
        scene.press(.home, .right, .right, .character("t"))
        #expect(scene.model.desk.dossier?.documents.map(\.pageCount) == [2, 2])
        scene.press(.character("t"))
        #expect(scene.effects.isEmpty, "a page that begins a document cannot begin it twice")
        scene.event(.desk(Sample.dossier(pages: 4, counted: 2)))
        #expect(scene.model.desk.dossier?.documents.map(\.pageCount) == [4])
        #expect(scene.model.desk.page?.id == page(3))
    }

    @Test func mergeNeedsADocumentBefore() {
        var scene = Scene.desk(pages: 8)
        scene.press(.home, .character("g"))
        #expect(scene.effects.isEmpty)
        #expect(scene.model.message?.phrase == Text.noDocumentBefore.phrase)
    }

    @Test func upAndDownGoFromDocumentToDocument() {
        var scene = Scene.desk(pages: 12)
        scene.press(.home, .down)
        #expect(scene.model.desk.cursor == 4)
        scene.press(.right, .up)
        #expect(scene.model.desk.cursor == 4)
        scene.press(.up)
        #expect(scene.model.desk.cursor == 0)
    }

    @Test func insertingGoesBeforeTheCursor() {
        var scene = Scene.desk(pages: 8)
        scene.press(.home, .right, .character("i"), .character(" "))
        #expect(scene.effects == [.startScan(dossier, .before(page(2)))])
        scene.event(.run(.pageStored(PageNews(Sample.page(50), DeskCounts(sides: 9)), atEnd: false)))
        #expect(scene.model.desk.dossier?.pages.count == 8, "the settled order comes with .desk")
    }

    @Test func insertionIsForgottenWithItsPage() {
        var scene = Scene.desk(pages: 8)
        scene.press(.home, .character("i"), .character("x"))
        #expect(scene.model.desk.insertion == .end)
    }

    @Test func undoAndRedoOnlyWhenThereIsSomething() {
        var scene = Scene.desk(pages: 2)
        scene.press(.character("u"))
        #expect(scene.effects.isEmpty)
        var changed = Sample.dossier(pages: 2)
        changed.undo = Text.commandDrop.phrase
        scene.event(.desk(changed))
        scene.press(.character("u"))
        #expect(scene.effects == [.undo(dossier)])
        scene.press(.control("r"))
        #expect(scene.effects.isEmpty)
    }

    @Test func aDossierWithoutCountAsksForIt() {
        var scene = Scene.desk(pages: 0, counted: nil)
        #expect(scene.model.layers == [.countSheets(CountState(DeskCounts(), nil))])
        scene.type("4x2")
        scene.press(.enter)
        #expect(scene.effects == [.setCountedSheets(dossier, 42)])
        #expect(scene.model.layers.isEmpty)
        #expect(scene.model.desk.dossier?.counts.countedSheets == 42)
    }

    @Test func anEmptyCountIsNotAccepted() {
        var scene = Scene.desk(pages: 0, counted: nil)
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.layers.count == 1)
        scene.type("0")
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.layers.count == 1)
    }

    @Test func aJamIsAConversationAndRings() {
        var scene = Scene.desk()
        scene.press(.character(" "))
        let stop = RunStop(reason: .jam, pages: 3, lastGood: [Sample.page(24)], takeBack: "13")
        scene.event(.run(.stopped(stop)))
        #expect(scene.effects == [.bell])
        #expect(scene.model.layers == [.runStopped(stop)])
        scene.press(.character(" "))
        #expect(scene.effects == [.startScan(dossier, .end)])
        #expect(scene.model.layers.isEmpty)
    }

    @Test func theBellCanBeOff() {
        var scene = Scene.desk()
        var settings = Sample.settings
        settings.bell = false
        scene.event(.settings(settings, isFirstRun: false))
        scene.press(.character(" "))
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: 3))))
        #expect(scene.effects.isEmpty)
    }

    @Test func aStaleDossierIsNotTaken() {
        var scene = Scene.desk(pages: 4)
        var other = Sample.dossier(pages: 9)
        other.id = Sample.id(77)
        scene.event(.desk(other))
        #expect(scene.model.desk.dossier?.pages.count == 4)
    }

    @Test func aPageThatWasReadIsMarked() {
        var scene = Scene.desk(pages: 4)
        var tile = Sample.page(3)
        tile.reading = .failed
        scene.event(.pageChanged(dossier, PageNews(tile, DeskCounts(sheets: 2, sides: 4, readingFailed: 1))))
        #expect(scene.model.desk.dossier?.pages[2].reading == .failed)
        #expect(scene.model.desk.dossier?.counts.readingFailed == 1)
    }

    // MARK: Finishing

    @Test func enterFinishesAndTheNextDossierIsPicked() {
        var scene = Scene.desk(pages: 8, counted: 4)
        scene.press(.enter)
        #expect(scene.effects == [.finishDossier(dossier, nil)])
        scene.event(.finished(dossier, code: "H19.2008.01.QD"))
        #expect(scene.effects == [.closeDossier(dossier), .loadRegister(RegisterQuery())])
        #expect(scene.model.screen == .register && scene.model.desk.dossier == nil)
    }

    @Test func blanksAreJudgedAndEveryFindingIsSeenBeforeADossierIsFinished() {
        var scene = Scene.desk(pages: 84, counted: 42)
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.layers == [.blanks(ListState())])
        #expect(scene.model.message?.phrase == Text.blanksBeforeFinish.with(["count": "6"]))
        scene.press(.escape, .enter)
        #expect(scene.effects.isEmpty && scene.model.layers == [.blanks(ListState())], "closing the grid judges nothing")
        scene.press(.enter)
        while case .blanks? = scene.model.layers.last { scene.press(.character("b")) }
        #expect(scene.model.desk.dossier?.pages.contains { $0.blank == .suspected || $0.blank == .doubtful } == false)

        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.layers == [.findings(ListState())])
        #expect(scene.model.message?.phrase == Text.findingsBeforeFinish.with(["count": "9"]))
        scene.press(.down, .down, .escape, .enter)
        #expect(scene.effects.isEmpty && scene.model.layers == [.findings(ListState(selected: 3))], "goes on where she left the list")
        for _ in 3..<9 { scene.press(.down) }
        scene.press(.escape, .enter)
        #expect(scene.effects == [.finishDossier(dossier, nil)])
    }

    @Test func aFindingThatComesLaterIsShownBeforeFinishing() {
        var scene = Scene.desk(pages: 2, counted: 1)
        guard var changed = scene.model.desk.dossier else { return }
        changed.pages[1].findings = [Finding(.blur)]
        scene.event(.desk(changed))
        scene.press(.enter)
        #expect(scene.model.layers == [.findings(ListState())])
        scene.press(.escape)
        changed.pages[0].findings = [Finding(.tooDark)]
        scene.event(.desk(changed))
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.layers == [.findings(ListState())])
        scene.press(.escape, .enter)
        #expect(scene.effects == [.finishDossier(dossier, nil)])
    }

    private func finished(sheets: Int, counted: Int) -> Scene {
        var scene = Scene.desk(pages: sheets * 2, counted: counted)
        var done = Sample.dossier(pages: sheets * 2, counted: counted)
        done.stage = .scanned
        scene.event(.desk(done))
        return scene
    }

    @Test func aFinishedDossierAsksBeforeMoreIsScanned() {
        var scene = finished(sheets: 5, counted: 42)
        #expect(scene.text.contains(Text.nextFinishedShort.with(["sheets": "37"])(.vi)))
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.alreadyFinished.phrase)
        scene.press(.character(" "))
        #expect(scene.effects.isEmpty && scene.model.layers == [.question(Question(subject: .scanFinished))])
        scene.press(.character("c"))
        #expect(scene.effects == [.startScan(dossier, .end)])
        #expect(finished(sheets: 5, counted: 5).text.contains(Text.nextFinished(.vi)))
    }

    @Test func withSheetsTooManyNothingCanHaveBeenMissing() {
        var scene = Scene.desk(pages: 12, counted: 5)
        scene.event(.countMismatch(CountMismatch(dossier: dossier, counted: 5, scanned: 6)))
        #expect(!scene.text.contains(Text.finishMissingBefore(.vi)))
        #expect(scene.text.contains(Text.mismatchTodoTooMany(.vi)))
        scene.press(.down, .enter)
        #expect(scene.effects == [.finishDossier(dossier, .doubledNumber)])
    }

    @Test func anEmptyFeederIsNoFault() {
        var scene = Scene.desk(pages: 0, counted: 5)
        scene.press(.character(" "))
        let failure = Failure(
            code: "feeder_empty", message: Text.stopError.phrase, kept: Text.nothingChanged.phrase, todo: Text.tryAgainSoon.phrase)
        scene.event(.run(.stopped(RunStop(reason: .error, failure: failure, pages: 0))))
        #expect(scene.effects == [.bell] && scene.model.layers.isEmpty && scene.model.desk.run == .idle)
        #expect(scene.model.message == MessageLine(kind: .warning, phrase: Text.feederWasEmpty.phrase))
    }

    @Test func withoutAScannerChoosingOneComesFirst() {
        var scene = Scene.desk(pages: 4)
        var settings = Sample.settings
        settings.device = ""
        scene.event(.settings(settings, isFirstRun: false))
        #expect(scene.text.contains(Text.nextChooseScanner(.vi)))
    }

    // MARK: Messages

    @Test func everyPageActionSaysAtOnceWhatItDidToWhichPage() {
        let cases: [(Key, Text)] = [
            (.character("x"), .didDrop), (.character("t"), .didSplit), (.character("g"), .didMerge),
            (.character("["), .didTurnLeft), (.character("]"), .didTurnRight),
        ]
        for (key, text) in cases {
            var scene = Scene.desk(pages: 8)
            scene.press(.left, key)
            #expect(scene.model.message == MessageLine(kind: .done, phrase: text.with(["page": "7", "to": "7"])))
        }
        var scene = Scene.desk(pages: 8)
        scene.press(.character(","))
        #expect(scene.model.message?.phrase == Text.didMove.with(["page": "8", "to": "7"]))
        scene.press(.character("x"), .character("d"), .enter)
        #expect(scene.model.message?.phrase == Text.didRestore.with(["page": "7", "to": "7"]))
    }

    @Test func undoSaysAtOnceWhatItTakesBack() {
        var scene = Scene.desk(pages: 2)
        var changed = Sample.dossier(pages: 2)
        changed.undo = Text.kindDrop.phrase
        scene.event(.desk(changed))
        scene.press(.character("u"))
        #expect(scene.model.message?.phrase == Text.undoneLine.with(["what": Text.kindDrop(.vi)]))
    }

    @Test func aMessageStaysOnItsScreen() {
        var scene = Scene.desk(pages: 8)
        scene.press(.character("x"), .function(6))
        #expect(scene.model.message == nil)
    }

    @Test func escapeIsNamedByWhatItDoes() {
        var scene = Scene.desk(pages: 8)
        scene.press(.character("i"))
        #expect(scene.screen.last?.contains(Text.commandInsertOff(.vi)) == true)
        scene.press(.character("+"))
        #expect(scene.screen.last?.contains(Text.commandWholePage(.vi)) == true)
    }

    @Test func nothingIsFinishedWhileTheFeederRuns() {
        var scene = Scene.desk()
        scene.press(.character(" "), .enter)
        #expect(scene.effects.isEmpty)
        #expect(scene.model.message?.phrase == Text.stopScanningFirst.phrase)
    }

    private func mismatched() -> Scene {
        var scene = Scene.desk()
        scene.event(.countMismatch(CountMismatch(dossier: dossier, counted: 14, scanned: 12, missingSheets: ["13", "14"])))
        return scene
    }

    @Test func recountedSheetsAreTyped() {
        var scene = mismatched()
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.layers.count == 1)
        scene.type("12")
        scene.press(.enter)
        #expect(scene.effects == [.finishDossier(dossier, .recounted(12))])
    }

    @Test func codedReasons() {
        var scene = mismatched()
        scene.press(.down, .enter)
        #expect(scene.effects == [.finishDossier(dossier, .missingBefore)])
        scene = mismatched()
        scene.press(.down, .down, .enter)
        #expect(scene.effects == [.finishDossier(dossier, .doubledNumber)])
        scene = mismatched()
        scene.press(.down, .down, .down, .enter)
        #expect(scene.effects.isEmpty)
        scene.type("tờ 13 đang cho mượn")
        scene.press(.enter)
        #expect(scene.effects == [.finishDossier(dossier, .other("tờ 13 đang cho mượn"))])
    }

    @Test func escapeGoesBackToScanning() {
        var scene = mismatched()
        scene.press(.escape)
        #expect(scene.model.layers.isEmpty && scene.effects.isEmpty)
    }

    // MARK: Blank sides

    @Test func enterAcceptsClearBlanksAndStopsAtDoubtful() {
        var scene = Scene.desk(pages: 60)
        scene.press(.character("b"), .enter)
        #expect(scene.effects == [.confirmBlanks(dossier, [page(14), page(42)])])
        #expect(scene.model.layers.count == 1)
        scene.press(.enter)
        #expect(scene.effects.isEmpty, "a doubtful side is never accepted with Enter")
        scene.press(.character("b"))
        #expect(scene.effects == [.page(dossier, page(28), .confirmBlank)])
        scene.press(.character("k"))
        #expect(scene.effects == [.page(dossier, page(56), .markNotBlank)])
        #expect(scene.model.layers.isEmpty)
    }

    @Test func droppedPagesComeBack() {
        var scene = Scene.desk(pages: 8)
        scene.press(.character("x"), .character("d"), .enter)
        #expect(scene.effects == [.page(dossier, page(8), .restore)])
        #expect(scene.model.layers.isEmpty && scene.model.desk.dossier?.pages.count == 8)
    }
}
