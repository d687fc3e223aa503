import Foundation

/// What the parent says during a run, between the thread that reads requests and the one that owns the device.
///
/// `@unchecked Sendable`: everything is guarded by `condition`.
final class RunControl: @unchecked Sendable {
    private let condition = NSCondition()
    private var cancels = 0
    private var isSheetUnderWay = false
    private var grants: [PageGrant] = []

    /// Takes the requests that concern the run under way; true for those, false for what has to wait its turn.
    func take(_ request: ScanRequest) -> Bool {
        condition.lock()
        defer { condition.unlock() }
        switch request {
        case .listDevices, .describe:
            return false
        case .start, .watch:
            // What was meant for the run before is void.
            cancels = 0
            isSheetUnderWay = false
            grants = []
            return false
        case .grant(let grant):
            grants.append(grant)
        case .cancel:
            cancels += 1
        }
        condition.broadcast()
        return true
    }

    /// The parent is gone: the run stops wherever it is.
    func abandon() {
        condition.lock()
        defer { condition.unlock() }
        cancels = RunControl.cancelsThatStopASheet
        condition.broadcast()
    }

    /// Whether the run has to stop here. The first cancel lets the sheet that a feeder has drawn in come to its end: what
    /// is thrown out with its back unread looks scanned to everybody.
    var mustStop: Bool {
        condition.lock()
        defer { condition.unlock() }
        return isStopped
    }

    /// The next grant; waits for it. Nil when the run has to stop.
    /// - Parameter ofFeeder: its page belongs to a sheet that is under way from now on.
    func nextGrant(ofFeeder: Bool) -> PageGrant? {
        condition.lock()
        defer { condition.unlock() }
        while grants.isEmpty && !isStopped { condition.wait() }
        // Its paper has been drawn in: a cancel that came meanwhile waits for it.
        if ofFeeder, !grants.isEmpty { isSheetUnderWay = true }
        return isStopped ? nil : grants.removeFirst()
    }

    /// All sides of the sheet under way were read.
    func endSheet() {
        condition.lock()
        defer { condition.unlock() }
        isSheetUnderWay = false
    }

    /// Waits, but not beyond a cancel. False when the run has to stop.
    func pause(seconds: Double) -> Bool {
        let deadline = Date(timeIntervalSinceNow: seconds)
        condition.lock()
        defer { condition.unlock() }
        while !isStopped, condition.wait(until: deadline) {}
        return !isStopped
    }

    private static let cancelsThatStopASheet = 2

    /// With `condition` locked.
    private var isStopped: Bool { cancels >= (isSheetUnderWay ? RunControl.cancelsThatStopASheet : 1) }
}
