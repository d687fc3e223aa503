import Foundation

/// What the parent says during a run, between the thread that reads requests and the one that owns the device.
///
/// `@unchecked Sendable`: everything is guarded by `condition`.
final class RunControl: @unchecked Sendable {
    private let condition = NSCondition()
    private var cancelled = false
    private var grants: [PageGrant] = []

    /// Takes the requests that concern the run under way; true for those, false for what has to wait its turn.
    func take(_ request: ScanRequest) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        switch request {
        case .listDevices, .describe:
            return false
        case .start:
            // What was meant for the run before is void.
            cancelled = false
            grants = []
            return false
        case .grant(let grant):
            grants.append(grant)
        case .cancel:
            cancelled = true
        }
        condition.broadcast()
        return true
    }

    var isCancelled: Bool {
        condition.lock()
        defer { condition.unlock() }
        return cancelled
    }

    /// The next grant; waits for it. Nil when the run was cancelled.
    func nextGrant() -> PageGrant? {
        condition.lock()
        defer { condition.unlock() }
        while grants.isEmpty && !cancelled { condition.wait() }
        return cancelled ? nil : grants.removeFirst()
    }

    /// Waits, but not beyond a cancel. False when the run was cancelled.
    func pause(seconds: Double) -> Bool {
        let deadline = Date(timeIntervalSinceNow: seconds)
        condition.lock()
        defer { condition.unlock() }
        while !cancelled, condition.wait(until: deadline) {}
        return !cancelled
    }
}
