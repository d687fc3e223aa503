import Foundation
import Synchronization
import Workers

/// Answers a search for devices exactly once: with all there is when it ends, or, when a driver hangs, with what was
/// found until then. In that case the process ends, for the driver's thread will not come back.
final class SearchWatch: Sendable {
    private struct Answer {
        var devices: [DeviceDescription] = []
        var isGiven = false
    }

    private let answer: Found
    private let watchdog: Watchdog

    /// What was found, which the search and the watchdog share.
    private final class Found: Sendable {
        private let state = Mutex(Answer())
        private let send: @Sendable (ScanEvent) -> Void

        init(_ send: @escaping @Sendable (ScanEvent) -> Void) { self.send = send }

        func add(_ more: [DeviceDescription]) {
            state.withLock { state in
                state.devices += more.filter { device in !state.devices.contains { $0.name == device.name } }
            }
        }

        /// False when the answer was given before.
        func give(_ fault: ScanFault?) -> Bool {
            state.withLock { state in
                if state.isGiven { return false }
                state.isGiven = true
                send(.devices(state.devices, fault: fault))
                return true
            }
        }
    }

    init(seconds: Double, send: @escaping @Sendable (ScanEvent) -> Void) {
        let found = Found(send)
        answer = found
        watchdog = Watchdog {
            if found.give(.searchTookTooLong(seconds: Int(seconds))) { _exit(0) }
        }
        watchdog.expectWord(within: seconds)
    }

    /// What one more step of the search found.
    func found(_ more: [DeviceDescription]) { answer.add(more) }

    /// The search has ended.
    /// - Parameter fault: what kept it from finding everything.
    func end(_ fault: ScanFault? = nil) {
        watchdog.heard()
        _ = answer.give(fault)
    }
}
