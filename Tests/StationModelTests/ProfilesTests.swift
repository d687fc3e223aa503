import Records
import StationFakes
import Terminal
import Testing
import Texts
@testable import Station

/// Choosing how the next sheets are scanned.
struct ProfilesTests {
    private var names: [String] { Sample.settings.profiles.map(\.name) }

    @Test func enterTakesTheProfileAndItIsSaid() {
        var scene = Scene.desk()
        scene.press(.character("p"), .down, .down)
        #expect(scene.text.contains("Chế độ quét") && scene.text.contains("hết mặt kính"))
        scene.press(.enter)
        #expect(scene.effects == [.chooseProfile("Bản đồ")])
        #expect(scene.model.layers.isEmpty && scene.model.settings.profile.isEmpty, "not before it is kept")
        scene.event(.profileChosen("Bản đồ"))
        #expect(scene.text.contains("Chế độ quét: Bản đồ."))
        scene.press(.character("p"))
        #expect(scene.model.layers == [.profiles(ListState(selected: 2))])
        #expect(scene.text.contains("● Bản đồ"))
    }

    @Test func escapeLeavesItAsItWas() {
        var scene = Scene.desk()
        scene.press(.character("p"), .down, .escape)
        #expect(scene.effects.isEmpty && scene.model.layers.isEmpty && scene.model.settings.profile.isEmpty)
    }

    @Test func theListEndsAtItsEnds() {
        var scene = Scene.desk()
        scene.press(.character("p"), .pageDown, .down)
        #expect(scene.model.layers == [.profiles(ListState(selected: names.count - 1))])
        scene.press(.pageUp, .up)
        #expect(scene.model.layers == [.profiles(ListState(selected: 0))])
    }

    @Test func notWhileTheScannerRuns() {
        var scene = Scene.desk()
        scene.press(.character(" "), .character("p"))
        #expect(scene.model.layers.isEmpty)
        #expect(scene.text.contains(Text.stopScanningFirst(.vi)))
    }

    @Test func theFormOfTheSettingsKeepsIt() {
        var scene = Scene.desk()
        scene.event(.profileChosen("Bản đồ"))
        scene.press(.function(8), .control("s"))
        guard case .saveSettings(let settings)? = scene.effects.first else {
            Issue.record("\(scene.effects)")
            return
        }
        #expect(settings.profile == "Bản đồ" && settings.profiles.map(\.name) == names)
    }

    @Test func whatTheDeviceDoesOtherwiseStaysInSight() {
        var scene = Scene.desk()
        scene.press(.character(" "))
        scene.event(.run(.started(Sample.id(1), device: Sample.devices[1], settings: Text("x", en: "x").phrase)))
        scene.event(.run(.unmet([Text.unmetBrightnessNote.phrase])))
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: 0))))
        #expect(scene.text.contains("! không chỉnh được sáng"))
        scene.event(.profileChosen(""))
        #expect(!scene.text.contains("không chỉnh được"))
    }

    @Test func whatTheDeviceDidOtherwiseIsOfThatDossier() {
        var scene = Scene.desk()
        scene.press(.character(" "))
        scene.event(.run(.started(Sample.id(1), device: Sample.devices[1], settings: Text("x", en: "x").phrase)))
        scene.event(.run(.unmet([Text.unmetResolutionNote.with(["asked": "240", "got": "200"])])))
        scene.event(.run(.stopped(RunStop(reason: .empty, pages: 0))))
        #expect(scene.text.contains("! 200 dpi thay cho 240"))
        scene.event(.dossierOpened(Sample.dossier(pages: 0, counted: 3)))
        #expect(!scene.text.contains("thay cho"))
    }
}
