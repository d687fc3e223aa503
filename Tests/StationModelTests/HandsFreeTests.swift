import Records
import StationFakes
import Terminal
import Testing
import Texts
@testable import Station

/// Paper that is put in starts the run, and only then.
struct HandsFreeTests {
    private func scene(pages: Int = 24, counted: Int? = 42, handsFree: Bool = true) -> Scene {
        var scene = Scene()
        var settings = Sample.settings
        settings.handsFree = handsFree
        scene.event(.settings(settings, isFirstRun: false))
        scene.event(.dossierOpened(Sample.dossier(pages: pages, counted: counted)))
        return scene
    }

    @Test func paperThatIsPutInStartsTheRun() {
        var scene = scene()
        #expect(scene.effects == [.watchPaper])
        scene.event(.sensed(paper: false, button: nil))
        #expect(scene.effects.isEmpty)
        scene.event(.sensed(paper: true, button: nil))
        #expect(scene.effects == [.startScan(Sample.id(1), .end)])
        #expect(scene.model.desk.run == .starting && scene.model.watch == .off)
        #expect(scene.text.contains("Có giấy trong khay: tự quét."))
    }

    @Test func soDoesTheButton() {
        var scene = scene()
        scene.event(.sensed(paper: nil, button: nil))
        scene.event(.sensed(paper: nil, button: "scan"))
        #expect(scene.effects == [.startScan(Sample.id(1), .end)])
        #expect(scene.text.contains("Nút quét trên máy"))
    }

    @Test func whatLayThereBeforeStartsNothing() {
        var scene = scene()
        scene.event(.sensed(paper: true, button: "scan"))
        #expect(scene.effects.isEmpty)
        scene.event(.sensed(paper: true, button: nil))
        #expect(scene.effects.isEmpty)
    }

    @Test func notOverADialogNorOnAnotherScreen() {
        var dialog = scene()
        dialog.event(.sensed(paper: false, button: nil))
        dialog.press(.character("s"))
        dialog.event(.sensed(paper: true, button: nil))
        #expect(dialog.effects.isEmpty && dialog.model.desk.run == .idle)
        dialog.press(.escape)
        #expect(dialog.effects.isEmpty, "what was put in meanwhile waits for a key")
        var elsewhere = scene()
        elsewhere.event(.sensed(paper: false, button: nil))
        elsewhere.press(.function(6))
        elsewhere.event(.sensed(paper: true, button: nil))
        #expect(!elsewhere.effects.contains(.startScan(Sample.id(1), .end)))
    }

    @Test(arguments: [(24, nil, true), (84, 42, true), (24, 42, false)] as [(Int, Int?, Bool)])
    func onlyACountedDossierWithSheetsToComeAndOnlyIfWished(pages: Int, counted: Int?, handsFree: Bool) {
        let scene = scene(pages: pages, counted: counted, handsFree: handsFree)
        #expect(!scene.effects.contains(.watchPaper) && scene.model.watch == .off)
    }

    @Test func afterTheRunItIsWatchedAgain() {
        var scene = scene()
        scene.press(.character(" "))
        #expect(scene.effects == [.startScan(Sample.id(1), .end)], "the run takes the scanner over by itself")
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: 2))))
        #expect(scene.effects.contains(.watchPaper))
    }

    @Test func aScannerThatIsGoneIsToldOnceAndNotTriedAgain() {
        var scene = scene()
        scene.event(.watchEnded(Text.scanWatchLost.with(["device": "M"])))
        #expect(scene.effects.isEmpty && scene.model.watch == .failed)
        #expect(scene.text.contains("thôi chờ giấy"))
        scene.press(.function(6), .function(2))
        #expect(!scene.effects.contains(.watchPaper))
        scene.press(.character(" "))
        scene.event(.run(.started(Sample.id(1), device: Sample.devices[1], settings: Text("x", en: "x").phrase)))
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: 2))))
        #expect(scene.effects.contains(.watchPaper))
    }

    @Test func theSettingsScreenFreesTheScannerForItsSearch() {
        var scene = scene()
        scene.press(.function(8))
        #expect(scene.effects.contains(.stopWatching))
    }

    @Test func leavingAsksForNoMore() {
        var scene = scene()
        scene.press(.control("q"))
        #expect(scene.effects == [.closeDossier(Sample.id(1)), .quit])
    }
}
