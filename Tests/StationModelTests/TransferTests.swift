import Records
import StationFakes
import Terminal
import Testing
import Texts

@testable import Station

/// From the sheet at the cursor to the end the pages are another dossier's.
@Suite struct TransferTests {
    private let dossier: DossierID = Sample.id(1)

    private func asking(at steps: Int = 3, pages: Int = 8) -> Scene {
        var scene = Scene.desk(pages: pages)
        for _ in 0..<steps { scene.press(.left) }
        scene.press(.character("h"))
        return scene
    }

    private func answer(_ scene: inout Scene, _ text: String, _ numbers: [Int]) {
        scene.event(.others(text: text, numbers.map(Sample.line)))
    }

    @Test func itSaysWhatLiesBehindTheCutAndOffersWhatFollows() {
        var scene = asking()
        #expect(scene.effects == [.findOthers(dossier, text: "", keys: nil)])
        #expect(scene.text.contains("Từ trang 5 đến hết") && scene.text.contains("4 trang"))
        answer(&scene, "", [3, 4])
        #expect(scene.text.contains(Sample.line(4).code))
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.transferChoose.phrase, "Enter alone moves nothing")
        scene.press(.down, .down, .enter)
        #expect(scene.effects == [.transfer(dossier, Sample.page(5).id, to: Sample.line(4).id)])
        #expect(scene.model.layers.isEmpty)
    }

    @Test func aBarcodeReaderIsNotWaitedFor() {
        var scene = asking()
        for character in "H19.2008.05.QD" { scene.press(.character(character)) }
        scene.press(.enter)
        #expect(scene.effects.isEmpty && !scene.model.layers.isEmpty)
        answer(&scene, "H19", [1, 2, 3])
        #expect(scene.effects.isEmpty, "that is not what was asked last")
        answer(&scene, "H19.2008.05.QD", [5])
        #expect(scene.effects == [.transfer(dossier, Sample.page(5).id, to: Sample.line(5).id)])
    }

    @Test func enterBeforeAnythingIsTypedMovesNothing() {
        var scene = asking()
        scene.press(.enter)
        answer(&scene, "", [3])
        #expect(scene.effects.isEmpty && scene.model.layers.last?.scope == .transfer)
    }

    @Test func nothingFoundMovesNothing() {
        var scene = asking()
        scene.press(.character("x"))
        #expect(scene.effects == [.findOthers(dossier, text: "x", keys: nil)])
        answer(&scene, "x", [])
        #expect(scene.text.contains(Text.transferNothingFound(.vi)))
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.message?.kind == .warning)
        scene.press(.escape)
        #expect(scene.model.layers.isEmpty && scene.effects.isEmpty)
    }

    @Test func severalFoundAreChosenFromAndNotGuessed() {
        var scene = asking()
        scene.press(.character("q"), .enter)
        answer(&scene, "q", [1, 2])
        #expect(scene.effects.isEmpty)
        scene.press(.enter)
        #expect(scene.effects == [.transfer(dossier, Sample.page(5).id, to: Sample.line(1).id)])
    }

    @Test func notWhileTheFeederRuns() {
        var scene = Scene.desk(pages: 8)
        scene.press(.character(" "), .character("h"))
        #expect(scene.model.layers.isEmpty && scene.model.message?.phrase == Text.stopScanningFirst.phrase)
    }

    @Test func coversThatDidNotComeAreTold() {
        var scene = Scene.desk(pages: 8)
        scene.press(.character(" "))
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: 8, coversMissing: ["H2", "H3"]))))
        #expect(scene.text.contains("H2, H3") && scene.text.contains("bấm h"))
    }
}
