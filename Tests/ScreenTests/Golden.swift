import Foundation
import StationFakes
import Testing

/// Screens as text in `Golden/NAME.txt`. They change only with `UPDATE_GOLDEN=1`; a difference prints both.
enum Golden {
    static func check(_ scene: Scene, _ name: String, sourceLocation: SourceLocation = #_sourceLocation) {
        var scene = scene
        scene.loadPictures()
        let screen = scene.text + "\n"
        let file = folder.appending(path: name + ".txt")
        if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] == "1" {
            do { try Data(screen.utf8).write(to: file) } catch { Issue.record(error, sourceLocation: sourceLocation) }
            return
        }
        guard let data = try? Data(contentsOf: file) else {
            Issue.record("no golden screen \(name); the screen is:\n\(screen)", sourceLocation: sourceLocation)
            return
        }
        let expected = String(decoding: data, as: UTF8.self)
        if expected != screen {
            Issue.record("\(name) differs.\nexpected:\n\(expected)\nis:\n\(screen)", sourceLocation: sourceLocation)
        }
    }

    private static var folder: URL { URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Golden") }
}
