import Foundation
import Scanning
import Store
import Synchronization
import Workers

/// Watches a device's paper sensor and buttons between runs, in a process of its own like every use of a driver.
public final class PaperWatch: Sendable {
    public enum News: Sendable, Equatable {
        /// See `ScanEvent.sensed`.
        case sensed(paper: Bool?, button: String?)
        /// By itself: nobody asked. Nil when the worker died.
        case ended(ScanFault?)
    }

    private let worker: ChildProcess
    private let lease: Lease
    private let isStopped = Flag()

    private final class Flag: Sendable {
        private let value = Mutex(false)
        var isSet: Bool { value.withLock { $0 } }
        func set() { value.withLock { $0 = true } }
    }

    /// How long a driver may take to let the device go.
    private static let secondsToRelease = 4.0

    /// - Parameters:
    ///   - lease: of the device, held as long as the watch.
    ///   - tell: called on a thread of its own; the last news is `ended`, unless `stop` was called.
    public init(
        device: String, holding lease: Lease, launcher: WorkerLauncher, tell: @escaping @Sendable (News) -> Void
    ) throws {
        self.lease = lease
        let worker = try launcher.start("scan")
        self.worker = worker
        try worker.channel.send(ScanRequest.watch(device: device))
        // Without the watch itself, which would hold the lease as long as the thread lives.
        let isStopped = isStopped
        Thread.detachNewThread { PaperWatch.listen(to: worker) { if !isStopped.isSet { tell($0) } } }
    }

    private static func listen(to worker: ChildProcess, _ tell: (News) -> Void) {
        while let event = try? worker.channel.receive(ScanEvent.self) {
            switch event {
            case .sensed(let paper, let button): tell(.sensed(paper: paper, button: button))
            case .watchEnded(nil): return
            case .watchEnded(let fault): return tell(.ended(fault))
            default: continue
            }
        }
        tell(.ended(nil))
    }

    /// Ends the watch; the device is free when it returns.
    public func stop() {
        isStopped.set()
        try? worker.channel.send(ScanRequest.cancel)
        worker.stop(patience: PaperWatch.secondsToRelease)
    }
}
