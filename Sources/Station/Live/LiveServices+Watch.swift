import Capture
import Foundation
import Scanning
import Store
import Texts

extension LiveServices {
    func startWatch() {
        stopWatch()
        let device = device ?? configuration.device
        let tell = tell
        let number = session.withLock { session in
            session.watchNumber += 1
            return session.watchNumber
        }
        do {
            let watch = try PaperWatch(device: device, holding: try store.leaseDevice(device), launcher: launcher) { news in
                switch news {
                case .sensed(let paper, let button): tell.yield(.sensed(paper: paper, button: button))
                case .ended(let fault):
                    tell.yield(.watchEnded((fault ?? .watchLost(device: device)).message))
                    // The device is anybody's again. Not on the thread that tells, which a stop waits for.
                    DispatchQueue.global().async { self.endWatch(number) }
                }
            }
            let isTooLate = session.withLock { session in
                let isOver = session.isEnding || session.endedWatch == number
                if !isOver { session.watch = watch }
                return isOver
            }
            if isTooLate { watch.stop() }
        } catch {
            note("watch", error)
            tell.yield(.watchEnded(failure(error).message))
        }
    }

    private func endWatch(_ number: Int) {
        let watch = session.withLock { session -> PaperWatch? in
            guard session.watchNumber == number else { return nil }
            session.endedWatch = number
            defer { session.watch = nil }
            return session.watch
        }
        watch?.stop()
    }

    /// The scanner is free when it returns.
    func stopWatch() {
        let watch = session.withLock { session in
            defer { session.watch = nil }
            return session.watch
        }
        watch?.stop()
    }
}
