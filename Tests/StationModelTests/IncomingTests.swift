import Records
import StationFakes
import Terminal
import Testing
import Texts
@testable import Station

/// Files of copiers wait at the desk and are taken in with a key.
struct IncomingTests {
    private func scene(pages: Int = 24, counted: Int? = 42, handsFree: Bool = false) -> Scene {
        var scene = Scene()
        var settings = Sample.settings
        settings.handsFree = handsFree
        scene.event(.settings(settings, isFirstRun: false))
        scene.event(.dossierOpened(Sample.dossier(pages: pages, counted: counted)))
        return scene
    }

    @Test func filesThatWaitAreCountedAndTakenAtTheInsertion() {
        var scene = scene()
        scene.press(.character("a"))
        #expect(!scene.effects.contains(.takeIncoming(Sample.id(1), .end)))
        scene.event(.incoming(3))
        #expect(scene.effects.isEmpty && scene.text.contains("a 3 tệp chờ nhận"))
        scene.press(.character("a"))
        #expect(scene.effects == [.takeIncoming(Sample.id(1), .end)])
        #expect(scene.model.desk.run == .running && scene.text.contains("đang nhận tệp") && scene.text.contains("ĐANG NHẬN TỆP"))
        // Not twice, and nothing else either.
        scene.press(.character("a"))
        scene.press(.character(" "))
        #expect(!scene.effects.contains { if case .startScan = $0 { true } else { false } })
        scene.event(.incomingTaken(IncomingTaken(files: 3, pages: 5)))
        #expect(scene.model.desk.run == .idle && scene.text.contains("Đã nhận 3 tệp, 5 trang."))
    }

    @Test func beforeAPageAndThenAtTheEndAgain() throws {
        var scene = scene()
        scene.event(.incoming(1))
        scene.press(.left)
        scene.press(.character("i"))
        let page = try #require(scene.model.desk.page?.id)
        scene.press(.character("a"))
        #expect(scene.effects == [.takeIncoming(Sample.id(1), .before(page))])
        scene.event(.incomingTaken(IncomingTaken(files: 1, pages: 1)))
        #expect(scene.model.desk.insertion == .end)
        // A page that is scanned again is a sheet, no file.
        scene.press(.character("r"))
        scene.press(.character("a"))
        #expect(!scene.effects.contains { if case .takeIncoming = $0 { true } else { false } })
    }

    @Test func escapeEndsItAndRefusalsAreSaid() {
        var scene = scene()
        scene.event(.incoming(9))
        scene.press(.character("a"))
        scene.press(.escape)
        #expect(scene.effects == [.stopScan] && scene.model.desk.run == .stopping)
        scene.event(.incomingTaken(IncomingTaken(files: 2, pages: 2, refused: ["b.pdf"])))
        #expect(scene.text.contains("loi/: b.pdf"))
        scene.press(.character("a"))
        scene.event(.incomingTaken(IncomingTaken(failure: Failure(code: "disk_full", message: Text.diskIsFull.phrase, kept: Text.storedPagesKept.phrase, todo: Text.freeDiskSpace.phrase))))
        #expect(scene.model.desk.run == .idle && !scene.model.layers.isEmpty)
    }

    @Test func withoutHandsTheyAreTakenAsTheyComeWhileSheetsAreMissing() {
        var scene = scene(handsFree: true)
        scene.event(.incoming(1))
        #expect(scene.effects == [.takeIncoming(Sample.id(1), .end)])
        // More come meanwhile; with nothing taken nothing is tried again.
        scene.event(.incoming(2))
        scene.event(.incomingTaken(IncomingTaken(files: 1, pages: 1)))
        #expect(scene.effects.contains(.takeIncoming(Sample.id(1), .end)))
        scene.event(.incomingTaken(IncomingTaken(refused: ["b.pdf"])))
        #expect(!scene.effects.contains(.takeIncoming(Sample.id(1), .end)))
        scene.event(.incoming(0))
        scene.press(.character("s"))
        scene.event(.incoming(1))
        #expect(!scene.effects.contains(.takeIncoming(Sample.id(1), .end)), "not over a dialog")
        var complete = self.scene(pages: 24, counted: 12, handsFree: true)
        complete.event(.incoming(1))
        #expect(!complete.effects.contains(.takeIncoming(Sample.id(1), .end)))
    }
}
