import Foundation
import Records
import Workers

/// What the dispatcher's threads share.
///
/// `@unchecked Sendable`: everything is guarded by `condition`.
final class DispatcherState: @unchecked Sendable {
    private let condition = NSCondition()
    private var preferredDossier: DossierID?
    private var allowedWorkers = 1
    private var threads = 0
    private var runningPages = 0
    private var stopping = false
    private var failuresInARow = 0
    private var failure: ReadingError?
    private var wakes = 0
    private var processes: [PageID: ChildProcess] = [:]

    /// Workers that cannot be started are given up after so many attempts in a row.
    private static let mostFailures = 3

    var preferred: DossierID? {
        get { locked { preferredDossier } }
        set { locked { preferredDossier = newValue } }
    }

    var allowed: Int {
        get { locked { allowedWorkers } }
        set {
            locked {
                allowedWorkers = newValue
                condition.broadcast()
            }
        }
    }

    var running: Int { locked { runningPages } }
    var isStopping: Bool { locked { stopping } }

    func threadStarted() { locked { threads += 1 } }

    func threadEnded() {
        locked {
            threads -= 1
            condition.broadcast()
        }
    }

    /// Waits while this slot has to rest; false when everything stops.
    func mayWork(_ slot: Int) -> Bool {
        locked {
            while !stopping && slot >= allowedWorkers { condition.wait() }
            return !stopping
        }
    }

    func began() { locked { runningPages += 1 } }

    func ended() {
        locked {
            runningPages -= 1
            wakes += 1
            condition.broadcast()
        }
    }

    func wake() {
        locked {
            wakes += 1
            condition.broadcast()
        }
    }

    /// Waits for a wake, at most so long; false when everything stops. (Other processes add pages too, without a wake.)
    func sleep(untilIdle: Bool, seconds: Double) -> Bool {
        locked {
            let seen = wakes
            let end = Date(timeIntervalSinceNow: seconds)
            while !stopping && wakes == seen { if !condition.wait(until: end) { break } }
            return !stopping
        }
    }

    /// No page waits and none is being read: the other threads need not look again.
    func finishIdle() {
        locked {
            stopping = true
            condition.broadcast()
        }
    }

    func workerStarted() { locked { failuresInARow = 0 } }

    /// True when it is no use to go on.
    func workerFailed(_ why: String) -> Bool {
        locked {
            failuresInARow += 1
            guard failuresInARow >= DispatcherState.mostFailures else { return false }
            failure = .workersDoNotStart(why)
            stopping = true
            condition.broadcast()
            return true
        }
    }

    /// All threads end; the first reason counts.
    func giveUp(_ reason: ReadingError) {
        locked {
            failure = failure ?? reason
            stopping = true
            condition.broadcast()
        }
    }

    func hold(_ process: ChildProcess?, for page: PageID) { locked { processes[page] = process } }

    func stop() {
        let held = locked {
            stopping = true
            condition.broadcast()
            return Array(processes.values)
        }
        held.forEach { $0.signal(SIGKILL) }
    }

    /// Waits for all threads; the reason when they gave up.
    func join() -> ReadingError? {
        locked {
            while threads > 0 { condition.wait() }
            return failure
        }
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        condition.lock()
        defer { condition.unlock() }
        return body()
    }
}
