import Records
import StationFakes
import Terminal
import Testing
import Texts

@testable import Station

/// Pages behind a sheet "hồ sơ mới": a dossier without a name.
@Suite struct UnnamedPartTests {
    private let dossier: DossierID = Sample.id(1)
    private var separator: PageTile {
        var tile = Sample.page(98)
        (tile.index, tile.role, tile.findings) = (5, .separator, [Finding(.newDossier)])
        return tile
    }

    /// Eight pages, the last four of them behind a sheet "hồ sơ mới".
    private func desk(counted: Int? = 4) -> Scene {
        var scene = Scene.desk(pages: 8, counted: counted)
        var changed = Sample.dossier(pages: 8, counted: counted)
        changed.dropped = [separator]
        changed.unnamed = [DeskPart(separators: [separator.id], page: Sample.page(5).id, firstPage: 5, pages: 4, sheets: 2)]
        scene.event(.desk(changed))
        return scene
    }

    @Test func itComesFirst() {
        var scene = desk()
        #expect(scene.text.contains(Text.nextUnnamed(.vi)) && scene.text.contains("h tr. 5: hồ sơ mới?"))
        scene.press(.home, .enter)
        #expect(scene.model.layers.last?.scope == .transfer && scene.model.message?.phrase == Text.unnamedBeforeFinish.phrase)
        #expect(scene.text.contains("từ trang 5: 2 tờ, 4 trang"), "wherever the cursor stands")
    }

    @Test func itIsNamedFromTheRegister() {
        var scene = desk()
        scene.press(.home, .character("h"))
        scene.event(.others(text: "", [Sample.line(3)]))
        scene.press(.down, .enter)
        #expect(scene.effects == [.transfer(dossier, Sample.page(5).id, to: Sample.line(3).id)])
    }

    @Test func orGetsADossierOfItsOwn() {
        var scene = desk()
        scene.press(.character("h"))
        scene.type("HS9")
        scene.press(.control("n"))
        #expect(scene.model.layers.last?.scope == .newDossier && scene.text.contains("HS9"))
        scene.press(.tab)
        scene.type("Hồ sơ")
        scene.press(.enter)
        #expect(scene.effects == [.transferToNew(dossier, Sample.page(5).id, code: "HS9", title: "Hồ sơ")])
        #expect(scene.model.layers.isEmpty && scene.model.desk.dossier?.id == dossier)
    }

    @Test func aCodeThatCannotBeIsToldInTheDialog() {
        var scene = desk()
        scene.press(.character("h"), .control("n"))
        scene.type("a:b?")
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.layers.last?.scope == .newDossier && scene.model.message?.kind == .warning)
    }

    @Test func aPersonSaysThatThereIsNone() {
        var scene = desk()
        scene.press(.character("f"))
        #expect(scene.text.contains("phiếu hồ sơ mới"))
        while scene.model.selectedFinding?.finding.code != .newDossier { scene.press(.down) }
        scene.press(.character("x"))
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.separatorIsNoPage.phrase)
        scene.press(.enter)
        #expect(scene.effects == [.page(dossier, separator.id, .accept(.newDossier))])
        #expect(!scene.text.contains(Text.nextUnnamed(.vi)))
    }
}
