import Records
import StationFakes
import Terminal
import Testing
import Texts
@testable import Station

/// A scanner that warms up looks like one that hangs, unless somebody says what it does.
struct DeskWaitTests {
    /// On the smallest screen there is a promise for.
    private func scene(_ language: Language = .vi, _ wait: Text = .scanWaitWarmingUp) -> Scene {
        var scene = Scene.desk(language: language, columns: 80, rows: 24)
        scene.press(.character(" "))
        scene.event(.run(.waiting(wait)))
        return scene
    }

    private func pass(_ seconds: Int64, _ scene: inout Scene) {
        scene.send(.tick(Timestamp(milliseconds: scene.model.now.milliseconds + seconds * 1000)))
    }

    @Test(arguments: Language.allCases, [Text.scanWaitOpening, .scanWaitWarmingUp, .scanWaitNextSheet, .scanWaitOccupied])
    func aLongWaitIsSaidWithItsLength(language: Language, wait: Text) {
        var scene = scene(language, wait)
        pass(2, &scene)
        #expect(!scene.text.contains(wait(language)), "every sheet takes a moment")
        pass(110, &scene)
        #expect(scene.text.contains("\(wait(language)) 112 s"), "\(scene.text)")
    }

    @Test func itIsOverWithThePageOrTheRun() {
        var first = scene()
        pass(5, &first)
        first.event(.run(.pageBegan(width: 10, height: 14)))
        #expect(!first.text.contains("làm nóng"))
        var second = scene()
        pass(5, &second)
        second.event(.run(.stopped(RunStop(reason: .cancelled, pages: 0))))
        #expect(!second.text.contains("làm nóng") && second.model.desk.wait == nil)
    }

    @Test func askedToStopItSaysThatItStops() {
        var scene = scene()
        pass(5, &scene)
        scene.press(.escape)
        #expect(scene.text.contains(Text.runStopping(.vi)) && !scene.text.contains("làm nóng"))
    }
}
