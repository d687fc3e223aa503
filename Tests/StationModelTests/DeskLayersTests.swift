import Records
import StationFakes
import Terminal
import Testing
import Texts

@testable import Station

/// What the scan desk opens over itself.
@Suite struct DeskLayersTests {
    private let dossier: DossierID = Sample.id(1)

    private func page(_ number: Int) -> PageID { Sample.page(number).id }

    // MARK: Findings

    @Test func aFindingIsAcceptedAndTheNextIsShown() {
        var scene = Scene.desk(pages: 20)
        #expect(scene.model.desk.openFindings.map(\.page.index) == [9, 18])
        scene.press(.character("f"))
        #expect(scene.model.layers == [.findings(ListState())])
        #expect(scene.wanted.contains { $0.page == page(9) && $0.purpose == .page })
        scene.press(.enter)
        #expect(scene.effects == [.page(dossier, page(9), .accept(.skew))])
        #expect(scene.model.selectedFinding?.page.id == page(18))
        scene.press(.enter)
        #expect(scene.model.layers.isEmpty, "nothing is left to look at")
        #expect(scene.model.message?.phrase == Text.didAccept.with(["page": "18", "to": "18"]))
    }

    @Test func allOfAKindAreAcceptedAtOnce() {
        var scene = Scene.desk(pages: 20)
        scene.press(.character("f"), .character("a"))
        let alike = [9, 18].map { OpenFinding(page: page($0), code: .skew) }
        #expect(scene.effects == [.acceptFindings(dossier, alike)] && scene.model.layers.isEmpty)
    }

    @Test func aSkewedPageIsSetStraightAndBack() {
        var scene = Scene.desk(pages: 20)
        scene.press(.character("f"), .character("k"))
        #expect(scene.effects == [.page(dossier, page(9), .deskew(2.1))])
        #expect(scene.model.desk.dossier?.pages[8].deskew == 2.1)
        scene.press(.character("g"))
        #expect(scene.model.desk.cursor == 17 && scene.model.layers.isEmpty)
        for _ in 0..<9 { scene.press(.left) }
        scene.press(.character("k"))
        #expect(scene.effects == [.page(dossier, page(9), .deskew(0))])
        scene.press(.left, .character("k"))
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.notSkewed.phrase)
    }

    @Test func withoutFindingsTheListSaysSo() {
        var scene = Scene.desk(pages: 4)
        scene.press(.character("f"))
        #expect(scene.model.layers.isEmpty && scene.model.message?.phrase == Text.noFindings.phrase)
    }

    // MARK: Scanned again

    @Test func aSheetIsScannedAgainInItsPlaceOnce() {
        var scene = Scene.desk(pages: 12)
        scene.press(.left, .left, .character("r"))
        #expect(scene.model.desk.insertion == .replacing(page(10)))
        scene.press(.character(" "))
        #expect(scene.effects == [.startScan(dossier, .replacing(page(10)))])
        scene.event(.run(.stopped(RunStop(reason: .max, pages: 1))))
        #expect(scene.model.desk.insertion == .end)
    }

    @Test func afterAJamTheSameSheetIsScannedAgain() {
        var scene = Scene.desk(pages: 12)
        scene.press(.character("r"), .character(" "))
        scene.event(.run(.stopped(RunStop(reason: .jam, pages: 0))))
        #expect(scene.model.desk.insertion == .replacing(page(12)))
        scene.press(.escape, .character("r"))
        #expect(scene.model.desk.insertion == .end)
    }

    // MARK: Contact sheet

    @Test func pagesAreWorkedOnInTheGrid() {
        var scene = Scene.desk(pages: 12)
        scene.press(.character("v"))
        #expect(scene.model.layers == [.contactSheet(ListState(selected: 11))])
        scene.press(.left, .character("x"))
        #expect(scene.effects == [.page(dossier, page(11), .drop)])
        scene.press(.character("]"))
        #expect(scene.effects == [.page(dossier, page(12), .turn(90))], "the page that took its place")
        scene.press(.left, .character(","))
        #expect(scene.effects == [.page(dossier, page(10), .moveUp)])
        #expect(scene.model.selectedOnContact?.id == page(10), "the cursor goes along")
        scene.press(.enter)
        #expect(scene.model.layers.isEmpty && scene.model.desk.page?.id == page(10))
    }

    @Test func onlyTheTilesThatAreSeenAreAskedFor() {
        var scene = Scene.desk(pages: 500)
        scene.loadPictures()
        scene.press(.character("v"))
        #expect(scene.wanted.count <= scene.model.contactGrid.perScreen)
        #expect(scene.wanted.contains { $0.page == page(500) })
    }

    // MARK: Pencil numbers

    private func numbered(_ labels: [String], missing: [Int] = [], doubled: [String] = []) -> Scene {
        var scene = Scene.desk(pages: labels.count)
        guard var dossier = scene.model.desk.dossier else { return scene }
        for (index, label) in labels.enumerated() {
            dossier.pages[index].sheet = Sample.id(800 + index)
            dossier.pages[index].sheetLabel = label
        }
        (dossier.missingNumbers, dossier.doubledLabels) = (missing, doubled)
        if !missing.isEmpty { dossier.pages[0].isLabelled = true }
        scene.event(.desk(dossier))
        return scene
    }

    @Test func aNumberIsTypedAndTheNextSheetFollows() {
        var scene = numbered(["1", "2", "3", "4"])
        scene.press(.character("n"))
        scene.press(.right)
        scene.type("12a")
        scene.press(.enter)
        #expect(scene.effects == [.page(dossier, page(2), .label("12a"))])
        #expect(scene.model.selectedSheet?.id == page(3))
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.selectedSheet?.id == page(4), "nothing typed: only on")
        scene.press(.tab)
        #expect(scene.effects == [.page(dossier, page(4), .role(.cover))])
        scene.press(.left, .left, .delete)
        #expect(scene.effects == [.page(dossier, page(2), .label(nil))])
    }

    @Test func theCornersAreSeenAndWhatIsMissingIsSaid() {
        var scene = numbered(["1", "3", "3"], missing: [2], doubled: ["3"])
        scene.loadPictures()
        scene.press(.character("n"))
        #expect(scene.wanted.allSatisfy { $0.region.x > 0.7 && $0.region.y == 0 } && scene.wanted.count == 3)
        #expect(scene.text.contains("Không thấy tờ: 2 · Trùng số: 3"))
    }

    // MARK: Places

    @Test func aPlaceIsKeptAndTakenForTheNextScans() {
        var scene = Scene.desk(pages: 6)
        scene.press(.left, .character("c"))
        for _ in 0..<4 { scene.press(.down) }
        scene.press(.enter)
        #expect(scene.effects == [.reserve(dossier, .map, after: page(5))])
        guard var changed = scene.model.desk.dossier else { return }
        changed.places = [DeskPlace(id: Sample.id(7), kind: .map, label: "3", pagesBefore: 5)]
        scene.event(.desk(changed))
        scene.press(.character("c"), .enter)
        #expect(scene.model.desk.insertion == .into(Sample.id(7)))
        scene.press(.character(" "))
        #expect(scene.effects == [.startScan(dossier, .into(Sample.id(7)))])
        scene.event(.run(.stopped(RunStop(reason: .max, pages: 1))))
        #expect(scene.model.desk.insertion == .into(Sample.id(7)), "a map takes several shots")
        scene.press(.escape)
        #expect(scene.model.desk.insertion == .end)
    }

    @Test func onlyAnOpenPlaceIsGivenUp() {
        var scene = Scene.desk(pages: 6)
        guard var changed = scene.model.desk.dossier else { return }
        changed.places = [DeskPlace(id: Sample.id(7), kind: .map, label: "3", pagesBefore: 5, isOpen: false)]
        scene.event(.desk(changed))
        scene.press(.character("c"), .up, .character("x"))
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.onlyOpenPlaces.phrase)
        changed.places[0].isOpen = true
        scene.event(.desk(changed))
        scene.press(.character("x"))
        #expect(scene.effects == [.release(dossier, Sample.id(7))])
    }

    // MARK: Manual duplex

    @Test func theStackIsTurnedOverAfterTheFronts() {
        var scene = Scene.desk(pages: 6)
        scene.press(.character(" "))
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: 6, frontsAwaiting: 6))))
        awaitBacks(6, &scene)
        #expect(scene.model.layers == [.flipStack(FlipState(fronts: 6))])
        scene.press(.tab, .character(" "))
        #expect(scene.effects == [.startScan(dossier, .backs(reversed: false))])
        scene.event(.run(.stopped(RunStop(reason: .jam, pages: 2, frontsAwaiting: 4))))
        awaitBacks(4, &scene)
        scene.press(.escape)
        #expect(scene.model.desk.insertion == .backs(reversed: false), "Space goes on with the backs")
        scene.press(.character(" "))
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: 4))))
        #expect(scene.model.desk.insertion == .end && scene.model.layers.isEmpty)
    }

    private func awaitBacks(_ count: Int, _ scene: inout Scene) {
        guard var changed = scene.model.desk.dossier else { return }
        changed.frontsAwaiting = count
        scene.event(.desk(changed))
    }

    @Test(arguments: [(5, 1), (7, 0)]) func backsThatDoNotMatchTheirFrontsAreAnAlarm(pages: Int, left: Int) {
        var scene = Scene.desk(pages: 6)
        awaitBacks(6, &scene)
        scene.press(.character("m"), .character(" "))
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: pages, frontsAwaiting: left))))
        guard case .notice(let failure)? = scene.model.layers.last else {
            Issue.record("no alarm")
            return
        }
        #expect(failure.message == Text.backsDiffer.with(["backs": String(pages), "fronts": "6"]))
    }

    @Test func backsToComeKeepADossierFromBeingFinishedUntilSomebodySaysThereAreNone() {
        var scene = Scene.desk(pages: 4, counted: 2)
        awaitBacks(4, &scene)
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.layers == [.flipStack(FlipState(fronts: 4))])
        scene.press(.escape, .enter)
        #expect(scene.effects.isEmpty && scene.model.layers == [.flipStack(FlipState(fronts: 4))])
        scene.press(.character("0"))
        #expect(scene.model.layers.isEmpty && !scene.text.contains("LẬT CHỒNG"))
        scene.press(.enter)
        #expect(scene.effects == [.finishDossier(dossier, nil)])
        scene.press(.character("m"))
        #expect(scene.model.layers == [.flipStack(FlipState(fronts: 4))], "there are backs after all")
    }

    @Test func escSaysWhatItEnds() {
        var scene = Scene.desk(pages: 4)
        let names: [(Key, Text)] = [(.character("i"), .commandInsertOff), (.character("r"), .commandRescanOff)]
        for (key, name) in names {
            scene.press(key)
            #expect(scene.text.contains(name(.vi)))
            scene.press(.escape)
            #expect(!scene.text.contains(name(.vi)))
        }
    }

    @Test func aRunIsDroppedAfterAQuestionAndNothingElseIs() {
        var scene = Scene.desk(pages: 6)
        guard var desk = scene.model.desk.dossier else { return }
        for index in desk.pages.indices { desk.pages[index].run = Sample.id(index < 2 ? 501 : 502) }
        scene.event(.desk(desk))
        scene.press(.end, .character("l"))
        #expect(scene.model.layers == [.question(Question(subject: .dropRun(desk.pages[5].id, pages: 4)))])
        scene.press(.escape)
        #expect(scene.effects.isEmpty && scene.model.desk.dossier?.pages.count == 6)
        scene.press(.character("l"), .character("c"))
        #expect(scene.effects == [.page(dossier, desk.pages[5].id, .dropRun)])
        #expect(scene.model.desk.dossier?.pages.map(\.id) == Array(desk.pages.prefix(2).map(\.id)))
        #expect(scene.model.message?.phrase == Text.didDropRun.with(["count": "4"]))
    }

    /// A key that she meant for the dialog she is in must not close the conversation about a jam unread.
    @Test func aStopWaitsUnderTheDialogThatIsOpen() {
        var scene = Scene.desk(pages: 4)
        scene.press(.character(" "), .character("v"))
        let stop = RunStop(reason: .jam, failure: Failure(code: "jam", message: Text.stopWordJam.phrase, kept: Text.everyPageKept.phrase, todo: Text.tryAgainSoon.phrase), pages: 2)
        scene.event(.run(.stopped(stop)))
        #expect(scene.model.message?.kind == .trouble && scene.effects.contains(.bell))
        scene.press(.escape)
        #expect(scene.model.layers == [.runStopped(stop)])
    }

    /// Undo right after a run is meant for the run: the count that was keyed before it must not go unnoticed.
    @Test func undoAsksBeforeItReachesBehindARun() {
        var scene = Scene.desk(pages: 4)
        guard var desk = scene.model.desk.dossier else { return }
        (desk.undo, desk.pagesSinceUndo) = (Text.kindCount.phrase, 2)
        scene.event(.desk(desk))
        scene.press(.character("u"))
        #expect(scene.effects.isEmpty && scene.model.layers == [.question(Question(subject: .undoOlder(Text.kindCount.phrase, pages: 2)))])
        scene.press(.escape)
        #expect(scene.effects.isEmpty && scene.model.layers.isEmpty)
        scene.press(.character("u"), .character("c"))
        #expect(scene.effects == [.undo(dossier)])
        // What was done since is taken back at once.
        scene.event(.desk(desk))
        scene.press(.character("x"), .character("u"))
        #expect(scene.effects == [.undo(dossier)])
    }

    @Test func aNewCountTakesThePlaceOfTheOldOne() {
        var scene = Scene.desk(pages: 4, counted: 7)
        scene.press(.character("s"), .character("8"), .character("0"), .enter)
        #expect(scene.effects == [.setCountedSheets(dossier, 80)])
        scene.press(.character("s"), .backspace, .character("1"), .enter)
        #expect(scene.effects == [.setCountedSheets(dossier, 81)])
    }

    /// After lunch, a change of shift or a sudden end: one conversation whatever the stop was.
    @Test func aDossierLeftInTheMiddleOfItsStackSaysWhereToGoOn() {
        var scene = Scene.desk(pages: 4, counted: 8)
        let stop = RunStop(reason: .cancelled, pages: 4, lastGood: [Sample.page(3), Sample.page(4)], takeBack: "3", isResumed: true)
        scene.event(.resumed(dossier, stop))
        #expect(scene.text.contains(Text.resumeTitle(.vi)) && scene.text.contains("Lấy lại tờ 3"))
        #expect(scene.model.desk.pausedAt == nil, "the clock runs: nothing has stopped")
        scene.press(.character(" "))
        #expect(scene.model.layers.isEmpty && scene.effects == [.startScan(dossier, .end)])
    }

    @Test func whoComesToCorrectOrToSearchIsNotHeldUpByTheStack() {
        let stop = RunStop(reason: .cancelled, pages: 4, lastGood: [Sample.page(4)], takeBack: "3", isResumed: true)
        for (key, screen) in [(Key.function(3), Screen.correction), (.control("f"), .search)] {
            var scene = Scene.desk(pages: 4, counted: 8)
            scene.event(.resumed(dossier, stop))
            scene.press(.character("x"))
            #expect(scene.model.layers == [.runStopped(stop)] && scene.effects.isEmpty)
            scene.press(key)
            #expect(scene.model.layers.isEmpty && scene.model.screen == screen)
        }
        var scene = Scene.desk(pages: 4, counted: 8)
        let jam = RunStop(reason: .cancelled, pages: 4, lastGood: [Sample.page(4)], takeBack: "3")
        scene.model.layers = [.runStopped(jam)]
        scene.press(.function(3))
        #expect(scene.model.layers == [.runStopped(jam)], "what stopped the scanner is answered first")
    }

    @Test func theTurnedStackWaitsUnderTheDialogThatIsOpen() {
        var scene = Scene.desk(pages: 20)
        scene.press(.character(" "), .character("f"))
        guard case .findings? = scene.model.layers.last else {
            Issue.record("no findings on the sample pages")
            return
        }
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: 8, frontsAwaiting: 8))))
        scene.press(.character("k"))
        #expect(!scene.model.desk.isWithoutBacks)
        scene.press(.escape)
        #expect(scene.model.layers == [.flipStack(FlipState(fronts: 8))])
    }

    @Test func keptPlacesStandInTheStripWhereTheirSheetsWillLie() {
        var scene = Scene.desk(pages: 4)
        guard var desk = scene.model.desk.dossier else { return }
        let open = DeskPlace(id: Sample.id(701), kind: .map, label: "2a", pagesBefore: 2)
        let last = DeskPlace(id: Sample.id(702), kind: .slip, label: "4", pagesBefore: 4)
        let filled = DeskPlace(id: Sample.id(703), kind: .slip, label: "3", pagesBefore: 3, isOpen: false)
        desk.places = [open, filled, last]
        scene.event(.desk(desk))
        let labels = scene.text.split(separator: "\n").first { $0.contains("tờ 2a") }.map(String.init) ?? ""
        let order = ["2 ", "tờ 2a", "3 ", "4 ", "tờ 4"].compactMap { labels.range(of: $0)?.lowerBound }
        #expect(order.count == 5 && order == order.sorted(), "\(labels)")
        #expect(!labels.contains("tờ 3"), "a sheet that was captured is among the pages")
    }

    @Test func anOlderStateDoesNotReplaceANewerOne() {
        var scene = Scene.desk(pages: 6)
        guard var newer = scene.model.desk.dossier else { return }
        let older = newer
        newer.asOf = Moment(8)
        newer.pages.removeLast()
        scene.event(.desk(newer))
        scene.event(.desk(older))
        #expect(scene.model.desk.dossier?.pages.count == 5)
    }

    /// The scanner, the reader and the person's own acts answer on threads of their own.
    @Test func newsOfAPageStandsAgainstAnOlderLookAtTheWhole() {
        var scene = Scene.desk(pages: 6)
        guard var older = scene.model.desk.dossier else { return }
        older.asOf = Moment(3)
        older.undo = Text.kindDrop.phrase
        var turned = Sample.page(2)
        turned.turn = 180
        let new = Sample.page(7)
        scene.event(.pageChanged(dossier, PageNews(turned, DeskCounts(sides: 6), asOf: Moment(5))))
        scene.event(.run(.pageStored(PageNews(new, DeskCounts(sides: 7), asOf: Moment(6)), atEnd: true)))
        scene.event(.desk(older))
        let desk = scene.model.desk.dossier
        #expect(desk?.undo == Text.kindDrop.phrase, "what else it tells is taken")
        #expect(desk?.pages.count == 7 && desk?.pages[1].turn == 180 && desk?.counts.sides == 7)
        older.asOf = Moment(7)
        scene.event(.desk(older))
        #expect(scene.model.desk.dossier?.pages.count == 6, "a later look knows better")
        scene.event(.pageChanged(dossier, PageNews(turned, DeskCounts(), asOf: Moment(6))))
        #expect(scene.model.desk.dossier?.pages[1].turn == 0)
    }

    @Test func aPageThatIsReadBeforeItIsToldComesAsItWasRead() {
        var scene = Scene.desk(pages: 6)
        var turned = Sample.page(7)
        turned.turn = 180
        scene.event(.pageChanged(dossier, PageNews(turned, DeskCounts(sides: 7), asOf: Moment(5))))
        #expect(scene.model.desk.dossier?.pages.count == 6)
        for _ in 1...2 { scene.event(.run(.pageStored(PageNews(Sample.page(7), DeskCounts(sides: 7), asOf: Moment(4)), atEnd: true))) }
        #expect(scene.model.desk.dossier?.pages.last == turned && scene.model.desk.dossier?.pages.count == 7)
    }

    @Test func whatADialogDidIsTakenBackInIt() {
        var scene = Scene.desk(pages: 20)
        guard var changed = scene.model.desk.dossier else { return }
        changed.undo = Text.kindDrop.phrase
        scene.event(.desk(changed))
        for key in ["f", "v", "n"] as [Character] {
            scene.press(.character(key), .character("u"))
            #expect(scene.effects == [.undo(dossier)])
            scene.press(.escape)
        }
    }

    // MARK: Looking

    @Test func bothSidesOfASheetBesideEachOther() {
        var scene = numbered(["1", "1", "2", "2"])
        guard var dossier = scene.model.desk.dossier else { return }
        for index in dossier.pages.indices {
            dossier.pages[index].sheet = Sample.id(800 + index / 2)
            dossier.pages[index].side = index % 2 == 0 ? .front : .back
        }
        scene.event(.desk(dossier))
        scene.press(.character("2"))
        #expect(scene.model.desk.pagePair.map(\.index) == [3, 4], "the back at the cursor with its front")
        scene.press(.left)
        #expect(scene.model.desk.pagePair.map(\.index) == [3, 4])
        scene.press(.left)
        #expect(scene.model.desk.pagePair.map(\.index) == [1, 2])
    }

    @Test func arrowsMoveThePartThatIsSeen() {
        var scene = Scene.desk(pages: 6)
        scene.press(.character("+"), .character("+"))
        let before = scene.model.desk.zoom
        scene.press(.right)
        #expect(scene.model.desk.cursor == 5 && scene.model.desk.zoom.x > before.x)
        scene.press(.down)
        #expect(scene.model.desk.zoom.y > before.y)
    }

    @Test func thePaceClockStandsWhileTheDeviceDoes() {
        var scene = Scene.desk(pages: 2)
        scene.press(.character(" "))
        let opened = scene.model.desk.openedAt ?? Sample.now
        scene.send(.tick(Timestamp(milliseconds: opened.milliseconds + 60_000)))
        scene.event(.run(.stopped(RunStop(reason: .jam, pages: 0))))
        scene.send(.tick(Timestamp(milliseconds: opened.milliseconds + 360_000)))
        #expect(scene.model.desk.pace(at: scene.model.now) == 60)
        scene.press(.character(" "))
        scene.event(.run(.started(Sample.id(1), device: Sample.devices[0], settings: Text.runIdle.phrase)))
        scene.send(.tick(Timestamp(milliseconds: opened.milliseconds + 370_000)))
        #expect(scene.model.desk.pace(at: scene.model.now) == 70)
    }

    @Test func sheetsOutsideTheRunAreCountedApart() {
        var scene = Scene.desk(pages: 0, counted: nil)
        scene.type("42")
        scene.press(.tab)
        scene.type("2")
        scene.press(.enter)
        #expect(scene.effects == [.setCountedSheets(dossier, 42), .setCountedRoles(dossier, RoleCounts(cover: 2))])
    }
}
