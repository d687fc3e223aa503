import Records
@testable import Station
import StationFakes
import Terminal
import Testing
import Texts

struct ScreensTests {
    private func registerScene(total: Int = 35_000) -> Scene {
        var scene = Scene(language: .vi)
        scene.press(.function(6))
        scene.event(.register(RegisterLines(query: RegisterQuery(), lines: (0..<200).map(Sample.line), total: total)))
        return scene
    }

    // MARK: First run and settings

    @Test func theFirstRunAsksAndCannotBeLeft() {
        var scene = Scene(language: .vi)
        scene.event(.settings(StationSettings(), isFirstRun: true))
        #expect(scene.model.screen == .setup && scene.effects == [.listDevices])
        scene.press(.function(2))
        #expect(scene.model.screen == .setup)
        #expect(scene.model.message?.phrase == Text.saveSettingsFirst.phrase)
        scene.press(.control("s"))
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.fillThisField.phrase)
    }

    @Test func theFirstRunIsTypedWithEnterFromFieldToField() {
        var scene = Scene(language: .vi)
        scene.event(.settings(StationSettings(station: "Trạm 01", person: "hoa"), isFirstRun: true))
        scene.event(.devices(Sample.devices, trouble: []))
        scene.type("UBND tỉnh")
        scene.press(.enter)
        scene.type("H19")
        scene.press(.enter, .enter, .enter, .enter, .enter)
        scene.press(.paste("/srv/giao\n"), .enter)
        scene.type("90")
        scene.press(.enter, .right, .enter, .enter, .enter)
        let wanted = StationSettings(
            agency: "UBND tỉnh", fondsCode: "H19", station: "Trạm 01", person: "hoa", device: "folder:/srv/mau",
            exportFolder: "/srv/giao ", dailyPlan: 90, bell: false)
        #expect(scene.effects == [.saveSettings(wanted)])
        scene.event(.settingsSaved(wanted))
        #expect(scene.model.screen == .register && scene.model.settings == wanted)
    }

    @Test func changedSettingsAreNotLostByMistake() {
        var scene = Scene(language: .vi)
        scene.press(.function(8))
        scene.type(" II")
        scene.press(.escape)
        #expect(scene.model.layers == [.question(Question(subject: .discardSettings))])
        scene.press(.enter)
        #expect(scene.model.screen == .setup && scene.model.layers.isEmpty, "Enter is the careful answer")
        scene.press(.escape, .character("c"))
        #expect(scene.model.screen == .scanDesk && scene.model.settings == Sample.settings)
    }

    // MARK: Register

    @Test func typingSearchesTheRegister() {
        var scene = registerScene()
        scene.type("đất")
        #expect(scene.effects == [.loadRegister(RegisterQuery(text: "đất"))])
        scene.press(.tab)
        scene.type("3")
        #expect(scene.effects == [.loadRegister(RegisterQuery(text: "đất", box: "3"))])
    }

    @Test func anAnswerToAnOlderQueryIsNotTaken() {
        var scene = registerScene()
        scene.type("x")
        scene.event(.register(RegisterLines(query: RegisterQuery(), lines: [], total: 0)))
        #expect(scene.model.register.total == 35_000)
    }

    /// A barcode reader types a code and Enter faster than the register answers.
    @Test func aCodeWithEnterOpensThatDossierAndNoOther() {
        var scene = registerScene()
        scene.type("H19.2008.05.QD")
        scene.press(.enter)
        #expect(scene.effects.isEmpty, "the lines shown are still those of the query before")
        let query = RegisterQuery(text: "H19.2008.05.QD")
        scene.event(.register(RegisterLines(query: query, lines: [Sample.line(5), Sample.line(6)], total: 2)))
        #expect(scene.effects == [.openDossier(Sample.id(1005))])
    }

    @Test func wordsWithEnterOpenNothingWhenSeveralMatch() {
        var scene = registerScene()
        scene.type("tập")
        scene.press(.enter)
        scene.event(.register(RegisterLines(query: RegisterQuery(text: "tập"), lines: [Sample.line(0), Sample.line(5)], total: 2)))
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.severalDossiersMatch.phrase)
        scene.press(.enter)
        #expect(scene.effects == [.openDossier(Sample.id(1000))])
    }

    @Test func scrollingLoadsMoreLinesInTime() {
        var scene = registerScene()
        var loads: [Effect] = []
        for _ in 0..<15 {
            scene.press(.pageDown)
            loads += scene.effects
        }
        #expect(loads.first == .loadRegister(RegisterQuery(offset: 40)))
        #expect(scene.model.register.list.selected == 150)
    }

    @Test func openingADossierGivesTheOldOneBack() {
        var scene = Scene.desk()
        scene.press(.function(6))
        scene.event(.register(RegisterLines(query: RegisterQuery(), lines: (0..<40).map(Sample.line), total: 40)))
        scene.press(.down, .enter)
        #expect(scene.effects == [.closeDossier(Sample.id(1)), .openDossier(Sample.id(1001))])
        #expect(scene.model.desk.dossier == nil)
    }

    @Test func noDossierIsOpenedWhileTheFeederRuns() {
        var scene = Scene.desk()
        scene.press(.character(" "), .function(6))
        scene.event(.register(RegisterLines(query: RegisterQuery(), lines: (0..<40).map(Sample.line), total: 40)))
        scene.press(.enter)
        #expect(scene.effects.isEmpty)
        #expect(scene.model.message?.phrase == Text.stopScanningFirst.phrase)
    }

    @Test func aNewDossierNeedsACodeThatCanBeKept() {
        var scene = registerScene()
        scene.press(.control("n"), .enter)
        #expect(scene.effects.isEmpty)
        scene.type("H19:1")
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.layers.count == 1)
        scene.press(.backspace, .backspace)
        scene.type(".1")
        scene.press(.tab)
        scene.type("Tập lưu")
        scene.press(.enter)
        #expect(scene.effects == [.addDossier(code: "H19.1", title: "Tập lưu")])
    }

    @Test func aFailureIsShownWithWhatWasKept() {
        var scene = registerScene()
        let failure = Failure(
            code: "held", message: Text.stageHeld.phrase, kept: Text.nothingChanged.phrase, todo: Text.tryAgainSoon.phrase)
        scene.event(.failed(failure))
        #expect(scene.model.layers == [.notice(failure)] && scene.effects == [.bell])
        for part in [failure.message, failure.kept, failure.todo] { #expect(scene.text.contains(part(.vi))) }
        scene.press(.enter)
        #expect(scene.model.layers.isEmpty)
    }

    @Test func afterFinishingTheCursorGoesToTheNextThatIsToBeScanned() {
        var scene = registerScene()
        scene.type("H19.2008.05.QD")
        scene.event(.dossierOpened(Sample.dossier(pages: 4, counted: 2)))
        #expect(scene.model.register.query == RegisterQuery(), "the next search starts afresh")
        scene.event(.finished(Sample.id(1), code: "A"))
        var lines = (0..<20).map(Sample.line)
        lines[3].id = Sample.id(1)
        scene.event(.register(RegisterLines(query: RegisterQuery(), lines: lines, total: 20)))
        #expect(scene.model.register.list.selected == 5, "the line after it has been handed over")
    }

    @Test func aWarningGoesOnceItsFieldIsFilled() {
        var scene = Scene(language: .vi)
        scene.event(.settings(StationSettings(), isFirstRun: true))
        scene.press(.control("s"))
        #expect(scene.model.message?.phrase == Text.fillThisField.phrase)
        scene.type("U")
        #expect(scene.model.message == nil)
    }

    @Test func aDossierSettledShortDoesNotLookComplete() {
        var scene = Scene(language: .vi)
        scene.press(.function(6))
        var line = Sample.line(3)
        (line.countedSheets, line.sheets) = (42, 5)
        scene.event(.register(RegisterLines(query: RegisterQuery(), lines: [line], total: 1)))
        #expect(scene.text.contains("chốt thiếu 37 tờ"))
    }

    // MARK: Reader, search, queue

    @Test func aPageFoundOpensAndEscapeGoesBackToTheResults() {
        var scene = Scene(language: .vi)
        scene.press(.control("f"))
        scene.type("so")
        #expect(scene.effects == [.search("so")])
        let hit = SearchHit(page: Sample.page(2).id, code: "A", title: "B", pageIndex: 2, snippet: [])
        scene.event(.searchResults(SearchResults(query: "s", hits: [hit], total: 1)))
        #expect(scene.model.search.results == nil, "the answer to an older query")
        scene.event(.searchResults(SearchResults(query: "so", hits: [hit], total: 1)))
        scene.press(.enter)
        #expect(scene.effects == [.loadText(Sample.page(2).id, finding: "so")] && scene.model.screen == .reader)
        scene.press(.escape)
        #expect(scene.model.screen == .search && scene.model.search.field.text == "so")
    }

    @Test func readingGoesFromPageToPage() {
        var scene = Scene.desk()
        scene.press(.home, .character("w"))
        scene.event(
            .text(
                PageText(
                    page: Sample.page(1), dossier: Sample.id(1), code: "A", title: "B", pageCount: 2, next: Sample.page(2).id,
                    recognised: Sample.recognised(1))))
        #expect(scene.text.contains("QUYẾT ĐỊNH"))
        scene.press(.right)
        #expect(scene.effects == [.loadText(Sample.page(2).id)])
        scene.press(.escape)
        #expect(scene.model.screen == .scanDesk)
    }

    @Test func theTextOfThePageShownIsLoadedAgainOnceItIsRead() {
        var scene = Scene.desk(pages: 4)
        scene.press(.character("w"))
        scene.event(.pageChanged(Sample.id(1), PageNews(Sample.page(4, reading: .done), DeskCounts())))
        #expect(scene.effects == [.loadText(Sample.page(4).id)])
    }

    @Test func failedPagesAreReadAgain() {
        var scene = Scene(language: .vi)
        scene.press(.function(12))
        #expect(scene.effects == [.loadQueue])
        scene.press(.character("r"))
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.nothingFailed.phrase)
        scene.event(.queue(QueueStatus(failed: 1)))
        scene.press(.character("r"))
        #expect(scene.effects == [.retryFailed])
    }

    // MARK: Export

    @Test func exportGoesFromPlanToResult() {
        var scene = Scene(language: .vi)
        scene.press(.function(7))
        #expect(scene.effects == [.planExport(target: "/srv/giao")])
        scene.press(.enter)
        #expect(scene.effects.isEmpty, "nobody knows yet what there is")
        scene.event(.exportPlan(ExportPlan(target: "/srv/giao", dossiers: 2, documents: 2, pages: 3)))
        scene.press(.enter)
        #expect(scene.effects == [.export(target: "/srv/giao")])
        scene.press(.enter)
        #expect(scene.effects.isEmpty)
        scene.press(.control("x"))
        #expect(scene.effects == [.stopExport])
        scene.event(.exportProgress(ExportProgress(done: 1, total: 2, current: "A")))
        #expect(scene.model.export.phase == .stopping(ExportProgress(done: 1, total: 2, current: "A")))
        let result = ExportResult(folder: "/srv/giao/2026-11-21", dossiers: 1, documents: 2, pages: 3)
        scene.event(.exportFinished(result))
        #expect(scene.effects == [.bell] && scene.model.export.phase == .finished(result))
    }

    @Test func whatIsWithheldIsCountedBeforeAndAfter() {
        var scene = Scene(language: .vi)
        scene.press(.function(7))
        let (pages, dossiers) = (Text.exportWithheldPages.with(["count": "4"]), Text.exportWithheldDossiers.with(["count": "2"]))
        scene.event(.exportPlan(ExportPlan(target: "/srv/giao", dossiers: 2, documents: 2, pages: 3)))
        #expect(!scene.text.contains("giữ lại"))
        scene.event(.exportPlan(ExportPlan(
            target: "/srv/giao", dossiers: 2, documents: 2, pages: 3, withheldDossiers: 2, withheldPages: 4)))
        #expect(scene.text.contains(pages(.vi)) && scene.text.contains(dossiers(.vi)))
        scene.press(.enter)
        scene.event(.exportFinished(ExportResult(folder: "/srv/giao/2026-11-21", dossiers: 2, documents: 2, pages: 3, notes: [pages])))
        #expect(scene.text.contains("· " + pages(.vi)))
    }

    @Test func aMissingTargetIsShownAndEnterLooksAgain() {
        var scene = Scene(language: .vi)
        scene.press(.function(7))
        let failure = Failure(
            code: "no_target", message: Text.noTargetFolder.phrase, kept: Text.nothingChanged.phrase, todo: Text.tryAgainSoon.phrase)
        scene.event(.exportFailed(failure))
        #expect(scene.model.layers.isEmpty && scene.effects.isEmpty)
        #expect(scene.text.contains(failure.message(.vi)) && scene.text.contains(Text.exportBarAgain(.vi)))
        scene.press(.enter)
        #expect(scene.effects == [.planExport(target: "/srv/giao")])
        scene.event(.exportFailed(failure))
        scene.event(.exportPlan(ExportPlan(target: "/srv/giao", dossiers: 0, documents: 0, pages: 0)))
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.exportNothingReady.phrase)
    }

    @Test func aChangedExportFolderIsExportedTo() {
        var scene = Scene(language: .vi)
        scene.press(.function(7), .function(8))
        var changed = Sample.settings
        changed.exportFolder = "/mnt/usb"
        scene.event(.settingsSaved(changed))
        scene.press(.function(7))
        #expect(scene.effects == [.planExport(target: "/mnt/usb")])
    }

    // MARK: Start

    @Test func theQuestionAboutLostPagesOutlivesTheDossierThatOpens() {
        for counted in [nil, 42] {
            var scene = Scene(language: .vi)
            scene.event(.lostPages(count: 3, dossiers: ["A"]))
            scene.event(.dossierOpened(Sample.dossier(pages: 0, counted: counted)))
            #expect(scene.model.layers.last == .question(Question(subject: .recoverLostPages(count: 3, dossiers: ["A"]))))
            scene.press(.character("c"))
            #expect(scene.effects == [.recoverLostPages])
        }
    }

    @Test func warningsOfTheStartAreSeenUntilTheFirstKey() {
        var scene = Scene(language: .vi)
        let warning = Text("giao diện lạ", en: "odd theme").phrase
        scene.model.startWarnings = [warning]
        scene.event(.dossierOpened(Sample.dossier(pages: 4)))
        #expect(scene.text.contains(warning(.vi)))
        scene.press(.left)
        #expect(!scene.text.contains(warning(.vi)))
    }

    // MARK: Layers, leaving, palette

    @Test func aDialogTakesAllKeysButHelpPaletteAndLeaving() {
        var scene = Scene.desk(pages: 0, counted: nil)
        scene.press(.function(6))
        #expect(scene.model.screen == .scanDesk)
        scene.press(.function(1))
        #expect(scene.model.layers.last == .help(scroll: 0))
        scene.press(.escape)
        #expect(scene.model.layers.count == 1)
    }

    @Test func thePaletteFindsWithoutMarksAndRunsOnTheScreenBelow() {
        var scene = Scene.desk(pages: 4)
        scene.press(.control("p"))
        scene.type("xoay phai")
        scene.press(.enter)
        #expect(scene.effects == [.page(Sample.id(1), Sample.page(4).id, .turn(90))])
        #expect(scene.model.layers.isEmpty)
    }

    @Test func leavingWhileTheFeederRunsAsks() {
        var scene = Scene.desk()
        scene.press(.character(" "), .control("q"))
        #expect(scene.effects.isEmpty && !scene.model.isLeaving)
        scene.press(.character("c"))
        #expect(scene.effects == [.stopScan, .closeDossier(Sample.id(1)), .quit] && scene.model.isLeaving)
    }

    @Test func leavingWithNothingUnderWayIsQuick() {
        var scene = Scene(language: .vi)
        scene.press(.control("q"))
        #expect(scene.effects == [.quit])
    }

    @Test func aTinyWindowStillStopsTheFeederAndNothingElse() {
        var scene = Scene.desk()
        scene.press(.character(" "))
        scene.send(.resized(Size(columns: 20, rows: 5)))
        scene.press(.character("x"), .enter)
        #expect(scene.effects.isEmpty && scene.model.desk.dossier?.pages.count == 24)
        scene.press(.escape)
        #expect(scene.effects == [.stopScan])
    }

    @Test func theMouseChoosesPagesAndCommands() {
        var scene = Scene.desk(pages: 5, columns: 80, rows: 24)
        scene.press(.mouse(MouseEvent(action: .press, button: .left, x: 9, y: 19)))
        #expect(scene.model.desk.cursor == 1)
        scene.press(.mouse(MouseEvent(action: .press, button: .left, x: 2, y: 23)))
        #expect(scene.effects == [.startScan(Sample.id(1), .end)], "the footer's first key is Space")
    }

    @Test(arguments: [Screen.setup, .scanDesk, .reader, .register, .boxes, .search, .queue, .export])
    func anyKeyOnAnyScreenAtAnySizeIsSafe(_ screen: Screen) {
        let keys: [Key] =
            (32...126).map { .character(Character(Unicode.Scalar(UInt8($0)))) } + (1...12).map { .function($0) }
            + "abdefghijklmnoprstuvwxyz".map { .control($0) } + [
                .enter, .escape, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .home, .end, .pageUp, .pageDown,
                .paste("Việt\u{1B}[31m"), .character("ộ"), .alt("x"), .mouse(MouseEvent(action: .press, button: .left, x: 3, y: 3)),
            ]
        for size in [Size(columns: 80, rows: 24), Size(columns: 20, rows: 5), Size(columns: 1, rows: 1), Size(columns: 60, rows: 16)] {
            for pages in [0, 5] {
                var scene = Scene.desk(pages: pages)
                scene.model.screen = screen
                scene.send(.resized(size))
                for key in keys {
                    scene.press(key)
                    #expect(view(scene.model).size == size)
                }
            }
        }
    }
}
