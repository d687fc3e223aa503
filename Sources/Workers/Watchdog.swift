import Foundation

/// Acts, once, when a word that somebody waits for does not come in time: a driver or an engine may never return, and the
/// thread that called it is lost then.
///
/// `@unchecked Sendable`: everything mutable is guarded by `lock`; the timer does not change.
public final class Watchdog: @unchecked Sendable {
    private let lock = NSLock()
    private let timer: any DispatchSourceTimer
    private var deadline: DispatchTime?
    private var isLate = false

    /// - Parameter onTimeout: runs on a queue of its own and may block.
    public init(_ onTimeout: @escaping @Sendable () -> Void) {
        timer = DispatchSource.makeTimerSource(queue: DispatchQueue(label: "watchdog"))
        timer.setEventHandler { [weak self] in
            if self?.look() == true { onTimeout() }
        }
        timer.resume()
    }

    deinit { timer.cancel() }

    /// A word did not come in time, and that has been acted upon.
    public var hasActed: Bool { lock.withLock { isLate } }

    /// From now on a word must come within so many seconds.
    public func expectWord(within seconds: Double) { lock.withLock { wait(until: .now() + seconds) } }

    /// The same, if somebody waits already, and only to shorten the time.
    public func expectWordSooner(within seconds: Double) {
        lock.withLock {
            if let deadline { wait(until: min(deadline, .now() + seconds)) }
        }
    }

    /// The word came. False when it was too late.
    @discardableResult
    public func heard() -> Bool {
        lock.withLock {
            deadline = nil
            return !isLate
        }
    }

    /// With `lock` held.
    private func wait(until deadline: DispatchTime) {
        self.deadline = deadline
        timer.schedule(deadline: deadline)
    }

    private func look() -> Bool {
        lock.withLock {
            guard !isLate, let deadline, DispatchTime.now() >= deadline else { return false }
            isLate = true
            return true
        }
    }
}
