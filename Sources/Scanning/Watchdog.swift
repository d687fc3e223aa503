import Foundation

/// Does something once when a call into a driver does not come back in time. It runs on a thread of its own, because the
/// one that called is lost.
///
/// `@unchecked Sendable`: guarded by `condition`.
final class Watchdog: @unchecked Sendable {
    private let condition = NSCondition()
    private var isOver = false

    init(seconds: Double, onTimeout: @escaping @Sendable () -> Void) {
        let deadline = Date(timeIntervalSinceNow: seconds)
        Thread.detachNewThread {
            self.condition.lock()
            while !self.isOver, self.condition.wait(until: deadline) {}
            let isLate = !self.isOver
            self.isOver = true
            self.condition.unlock()
            if isLate { onTimeout() }
        }
    }

    /// The call came back. False when it was too late and the timeout has been acted upon.
    @discardableResult
    func disarm() -> Bool {
        condition.lock()
        defer { condition.unlock() }
        let wasInTime = !isOver
        isOver = true
        condition.broadcast()
        return wasInTime
    }
}
