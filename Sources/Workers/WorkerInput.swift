import Foundation

/// The requests a worker gets, read on a thread of their own so that the end of the parent is noticed at once, even
/// while the worker sits in a driver's or an engine's call.
///
/// (A parent-death signal would not do: it follows the parent's thread, not its process.)
public final class WorkerInput<Request: Decodable & Sendable>: Sendable {
    private let queue = RequestQueue<Request>()

    /// - Parameters:
    ///   - urgent: sees every request first, on the reading thread; true keeps it out of the queue (a cancel, say).
    ///   - onEnd: called when the parent is gone or the stream is broken; the default ends the process at once.
    public init(
        channel: MessageChannel, urgent: @escaping @Sendable (Request) -> Bool = { _ in false },
        onEnd: @escaping @Sendable () -> Void = { _exit(0) }
    ) {
        let queue = queue
        Thread.detachNewThread {
            while let request = try? channel.receive(Request.self) {
                if !urgent(request) { queue.put(request) }
            }
            queue.close()
            onEnd()
        }
    }

    /// The next request; blocks. Nil when there will be none.
    public func next() -> Request? { queue.take() }
}

/// `@unchecked Sendable`: everything is guarded by `condition`.
private final class RequestQueue<Request: Sendable>: @unchecked Sendable {
    private var waiting: [Request] = []
    private var closed = false
    private let condition = NSCondition()

    func put(_ request: Request) {
        condition.lock()
        waiting.append(request)
        condition.signal()
        condition.unlock()
    }

    func close() {
        condition.lock()
        closed = true
        condition.broadcast()
        condition.unlock()
    }

    func take() -> Request? {
        condition.lock()
        defer { condition.unlock() }
        while waiting.isEmpty && !closed { condition.wait() }
        return waiting.isEmpty ? nil : waiting.removeFirst()
    }
}
