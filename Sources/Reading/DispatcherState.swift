import Foundation
import Records
import Store
import Workers

/// What the dispatcher's threads share.
///
/// `@unchecked Sendable`: everything is guarded by `condition`.
final class DispatcherState: @unchecked Sendable {
    private let condition = NSCondition()
    private let limits: ReadingDispatcher.Limits
    private var preferredDossier: DossierID?
    private var allowedWorkers: Int
    private var wakes = 0
    /// Pages being claimed or read.
    private var underWay = 0
    /// The worker process of each slot, from the moment it is spawned until it is gone.
    private var processes: [Int: ChildProcess] = [:]
    /// Pages that could not be given back to the queue.
    private var leftBehind: [OCRJob] = []
    private var failedStarts = 0
    private var storeErrors = 0
    private var pauseEnd: ContinuousClock.Instant?
    // How it ends.
    private var threads = 0
    private var isIdle = false
    private var failure: ReadingError?
    private var stopLimit: ContinuousClock.Instant?
    private var stoppedEarly = false

    init(allowed: Int, limits: ReadingDispatcher.Limits) {
        allowedWorkers = allowed
        self.limits = limits
    }

    var preferred: DossierID? {
        get { locked { preferredDossier } }
        set { locked { preferredDossier = newValue } }
    }

    func allow(_ workers: Int) {
        locked {
            allowedWorkers = workers
            condition.broadcast()
        }
    }

    func wake() {
        locked {
            wakes += 1
            condition.broadcast()
        }
    }

    // MARK: - Pages

    /// Waits while this slot has to rest or the store has to recover; false when everything ends.
    func mayWork(_ slot: Int) -> Bool {
        locked {
            while !isEnding {
                if slot >= allowedWorkers {
                    condition.wait()
                } else if let end = pauseEnd, end > .now {
                    wait(until: end)
                } else {
                    return true
                }
            }
            return false
        }
    }

    /// To be called before a page is claimed: from then on nobody takes the queue for idle. The result is for `foundNothing`.
    func began() -> Int {
        locked {
            underWay += 1
            return wakes
        }
    }

    /// A claimed page is settled or back in the queue; others may look again.
    func ended() {
        locked {
            underWay -= 1
            wakes += 1
            condition.broadcast()
        }
    }

    /// No page waited. Waits for a wake since `began`, at most so long: other processes add pages too, without a wake.
    ///
    /// With `untilIdle` everything ends when, besides, no page is being read: one that is may come back.
    func foundNothing(since seen: Int, untilIdle: Bool) {
        locked {
            underWay -= 1
            if underWay == 0 && wakes == seen {
                storeErrors = 0
                if untilIdle { isIdle = true }
                condition.broadcast()
            }
            let end = ContinuousClock.now + .seconds(untilIdle ? limits.lookWhenEnding : limits.look)
            while !isEnding && wakes == seen && end > .now { wait(until: end) }
        }
    }

    func leaveBehind(_ job: OCRJob) { locked { leftBehind.append(job) } }

    func takeLeftBehind() -> OCRJob? { locked { leftBehind.popLast() } }

    // MARK: - Faults

    func workerStarted() { locked { failedStarts = 0 } }

    func workerDidNotStart(_ why: String) {
        locked {
            failedStarts += 1
            if failedStarts >= limits.failedStarts { fail(.workersDoNotStart(why)) }
        }
    }

    func storeWorked() { locked { storeErrors = 0 } }

    /// All slots leave the store in peace for a while, longer each time. What others report meanwhile is the same trouble.
    func storeFailed(_ error: StoreError, isFinal: Bool) {
        locked {
            if isFinal { return fail(.store(error)) }
            if let end = pauseEnd, end > .now { return }
            storeErrors += 1
            if storeErrors >= limits.storeErrors { return fail(.store(error)) }
            let pause = limits.firstPause * Double(1 << min(storeErrors - 1, 20))
            pauseEnd = .now + .seconds(min(pause, limits.longestPause))
        }
    }

    private func fail(_ error: ReadingError) {
        if failure == nil { failure = error }
        condition.broadcast()
    }

    // MARK: - Processes

    /// Notes the process of a slot, so that `stop` can kill it. False when everything was stopped already.
    func hold(_ process: ChildProcess, slot: Int) -> Bool {
        locked {
            processes[slot] = process
            return stopLimit == nil
        }
    }

    func letGo(slot: Int) { locked { processes[slot] = nil } }

    // MARK: - End

    var isStopping: Bool { locked { stopLimit != nil } }
    var wasStopped: Bool { locked { stoppedEarly } }

    /// Kills all workers; the threads end.
    func stop() {
        let held = locked {
            if stopLimit == nil {
                stoppedEarly = !isEnding
                stopLimit = .now + .seconds(limits.stop)
            }
            condition.broadcast()
            return Array(processes.values)
        }
        held.forEach { $0.signal(SIGKILL) }
    }

    func threadsStart(_ count: Int) { locked { threads = count } }

    /// True for the last. `finish` runs before anybody who waits in `join` goes on.
    func threadEnded(last finish: () -> Void) -> Bool {
        locked {
            threads -= 1
            guard threads == 0 else { return false }
            finish()
            condition.broadcast()
            return true
        }
    }

    /// Waits for all threads; once stopped, only for a moment: a process that hangs in the kernel cannot be killed.
    func join() -> ReadingError? {
        locked {
            while threads > 0 {
                guard let limit = stopLimit else {
                    condition.wait()
                    continue
                }
                if limit <= .now { break }
                wait(until: limit)
            }
            return failure
        }
    }

    var error: ReadingError? { locked { failure } }

    private var isEnding: Bool { isIdle || failure != nil || stopLimit != nil }

    private func wait(until end: ContinuousClock.Instant) {
        let rest = (end - .now).components
        let seconds = Double(rest.seconds) + Double(rest.attoseconds) / 1e18
        _ = condition.wait(until: Date(timeIntervalSinceNow: max(0, seconds)))
    }

    private func locked<Value>(_ body: () -> Value) -> Value {
        condition.lock()
        defer { condition.unlock() }
        return body()
    }
}
