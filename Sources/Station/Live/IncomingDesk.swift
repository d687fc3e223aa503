import Capture
import Files
import Foundation
import Store
import Synchronization

/// Looks at the import folder all the time the station is open, on a thread of its own: a share may hang.
final class IncomingDesk: Sendable {
    let intake: FolderIntake
    private let alarm = FolderAlarm()
    private let state = Mutex(State())

    private struct State {
        var ready: [IncomingFile] = []
        var isEnding = false
    }

    private static let secondsToTryAgain = 10.0

    /// - Parameter tell: called on that thread after each look, with the complete files and those that will hardly become so, each of
    ///   them once.
    init(_ intake: FolderIntake, tell: @escaping @Sendable ([IncomingFile], [(file: IncomingFile, lack: Lack)]) -> Void) {
        self.intake = intake
        Thread.detachNewThread { self.run(tell) }
    }

    /// Complete when last looked at.
    var ready: [IncomingFile] { state.withLock { $0.ready } }

    func lookAgain() { alarm.ring() }

    func stop() {
        state.withLock { $0.isEnding = true }
        alarm.ring()
    }

    private func run(_ tell: ([IncomingFile], [(file: IncomingFile, lack: Lack)]) -> Void) {
        var folder = IncomingFolder(path: intake.folder)
        while !state.withLock({ $0.isEnding }) {
            alarm.watch(intake.folder)
            // A share may be away for a while.
            let look = try? folder.look(at: IncomingFolder.now)
            state.withLock { $0.ready = look?.ready ?? [] }
            tell(look?.ready ?? [], look?.lacking ?? [])
            alarm.wait(seconds: look?.nextLook ?? IncomingDesk.secondsToTryAgain)
        }
    }
}
