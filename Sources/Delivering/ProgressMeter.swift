import Synchronization

/// Counts what several threads have done, and passes on the wish to stop.
final class ProgressMeter: Sendable {
    private let state = Mutex(ExportProgress(phase: .planning))
    private let report: @Sendable (ExportProgress) -> Void
    private let isCancelled: @Sendable () -> Bool

    init(report: @escaping @Sendable (ExportProgress) -> Void, isCancelled: @escaping @Sendable () -> Bool) {
        self.report = report
        self.isCancelled = isCancelled
    }

    func enter(_ phase: ExportProgress.Phase) { change { $0.phase = phase } }

    func start(dossiers: Int, pages: Int) {
        change { $0 = ExportProgress(phase: .dossiers, totalDossiers: dossiers, totalPages: pages) }
    }

    func dossierBuilt() { change { $0.dossiers += 1 } }

    func pageWritten() throws(DeliveringError) {
        change { $0.pages += 1 }
        try checkCancelled()
    }

    func checkCancelled() throws(DeliveringError) {
        if isCancelled() { throw .cancelled }
    }

    /// Reports under the lock: calls come one at a time and in order.
    private func change(_ body: (inout ExportProgress) -> Void) {
        state.withLock { state in
            body(&state)
            report(state)
        }
    }
}

/// How many of so many, from several threads.
final class Counter: Sendable {
    private let done = Mutex(0)
    private let total: Int
    private let report: @Sendable (Int, Int) -> Void

    init(total: Int, report: @escaping @Sendable (Int, Int) -> Void) {
        self.total = total
        self.report = report
    }

    func step() {
        done.withLock { done in
            done += 1
            report(done, total)
        }
    }
}
