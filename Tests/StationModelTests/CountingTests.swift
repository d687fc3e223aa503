import Records
import StationFakes
import Terminal
import Testing
import Texts

@testable import Station

/// The phiếu chuẩn bị is keyed beside its picture.
@Suite struct CountingTests {
    private let dossier: DossierID = Sample.id(1)

    private func desk(_ preparation: DeskPreparation, pages: Int = 4, counted: Int? = nil) -> Scene {
        var scene = Scene.desk(pages: pages, counted: counted)
        var changed = Sample.dossier(pages: pages, counted: counted)
        changed.preparation = preparation
        scene.event(.desk(changed))
        return scene
    }

    private var wanted: DeskPreparation { DeskPreparation(sheet: Sample.page(99), isWanted: true, lastPreparer: "Lê Văn Ba") }

    @Test func theDeskAsksForItAndTakesNoKeys() {
        var scene = desk(wanted)
        #expect(scene.model.layers.isEmpty && scene.text.contains(Text.counterPreparation(.vi)) && scene.text.contains(Text.nextPreparation(.vi)))
        scene.press(.character(" "))
        #expect(scene.effects == [.startScan(dossier, .end)], "scanning goes on")
    }

    @Test func keyedInTheOrderOfThePrintedSheet() {
        var scene = desk(wanted)
        scene.press(.character("s"))
        #expect(scene.text.contains("Lê Văn Ba") && scene.text.contains("Khuyết số"))
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.message?.phrase == Text.typeTheNumber.phrase, "the counted sheets are required")
        scene.type("12")
        scene.press(.tab)
        scene.type("1")
        for _ in 0..<3 { scene.press(.tab) }
        scene.type("3")
        scene.press(.enter)
        var said = Preparation(preparer: "Lê Văn Ba")
        said[.large] = 3
        #expect(scene.effects == [
            .keyPreparation(dossier, KeyedSheet(sheets: 12, roles: RoleCounts(cover: 1), said: said, sheet: Sample.page(99).id)),
        ])
        #expect(scene.model.layers.isEmpty && scene.model.desk.dossier?.counts.countedSheets == 12)
        #expect(!scene.text.contains(Text.counterPreparation(.vi)), "at once")
        #expect(scene.text.contains("c để riêng 0/3 tờ khổ lớn"))
    }

    @Test func theNameIsTypedInVietnamese() {
        var scene = desk(wanted)
        scene.press(.character("s"))
        scene.type("2")
        scene.press(.backTab)
        scene.type("Nguyeenx Anh")
        scene.press(.enter)
        guard case .keyPreparation(_, let keyed)? = scene.effects.first else { Issue.record("\(scene.effects)"); return }
        #expect(keyed.said.preparer == "Nguyễn Anh", "what is typed takes the place of what was offered")
    }

    @Test func thePictureIsTurnedAndSeenCloser() {
        var scene = desk(wanted)
        scene.press(.character("s"))
        func last() -> PictureRequest? { scene.wanted.last { $0.page == Sample.page(99).id } }
        let table = last()
        scene.press(.character("+"))
        let figure = last()
        #expect(figure != table && figure.map { $0.region.width < (table?.region.width ?? 0) } == true)
        scene.press(.tab)
        #expect(last().map { $0.region.y > (figure?.region.y ?? 1) } == true, "it goes along with the field")
        scene.press(.character("]"))
        #expect(last()?.turn == 180)
        scene.press(.character("-"), .character("-"), .character("-"))
        #expect(last()?.region == .whole)
    }

    @Test func withoutASheetThereIsNothingToLookAt() {
        var scene = desk(DeskPreparation(said: Preparation(preparer: "Ba", [.torn: 2])), counted: 7)
        scene.press(.character("s"))
        #expect(scene.text.contains(Text.preparationNoSheet(.vi)) && scene.text.contains("Ba"))
        scene.press(.character("+"))
        #expect(scene.model.message?.phrase == Text.preparationNoSheet.phrase)
        scene.press(.enter)
        #expect(scene.effects == [
            .keyPreparation(dossier, KeyedSheet(sheets: 7, roles: nil, said: Preparation(preparer: "Ba", [.torn: 2]), sheet: nil)),
        ])
    }

    @Test func aDossierWithoutOneIsCountedAsEver() {
        var scene = Scene.desk(pages: 4, counted: nil)
        scene.press(.character("s"))
        #expect(!scene.text.contains("Người chuẩn bị"))
        scene.type("2")
        scene.press(.enter)
        #expect(scene.effects == [.setCountedSheets(dossier, 2)])
    }

    @Test func itIsLaidBeforeWhoeverFinishesOnce() {
        var scene = desk(wanted, counted: 2)
        scene.press(.enter)
        #expect(scene.effects.isEmpty && scene.model.layers.last?.scope == .countSheets)
        #expect(scene.model.message?.phrase == Text.preparationBeforeFinish.phrase)
        scene.press(.escape, .enter)
        #expect(scene.effects == [.finishDossier(dossier, nil)])
    }

    @Test func finishingTellsOfLeavesNotSetApart() {
        var scene = desk(DeskPreparation(said: Preparation([.large: 2])), counted: 2)
        scene.event(.finished(dossier, code: "H1"))
        #expect(scene.model.message?.kind == .warning && scene.text.contains("tờ khổ lớn: đếm 2, để riêng 0"))
    }
}
