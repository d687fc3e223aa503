import Dispatch
import Synchronization

/// The same work on many things, a few at a time.
enum Parallel {
    /// Two: one waits for the disk while the other computes. More only makes a disk's head jump.
    static let width = 2

    /// Results in the order of the items. The first error stops the rest.
    static func map<Item: Sendable, Output: Sendable>(
        _ items: [Item], width: Int = width, _ body: @Sendable (Item) throws(DeliveringError) -> Output
    ) throws(DeliveringError) -> [Output] {
        let work = Mutex(Work<Output>(count: items.count))
        DispatchQueue.concurrentPerform(iterations: max(1, min(width, items.count))) { _ in
            while let index = work.withLock({ $0.next() }) {
                do throws(DeliveringError) {
                    let output = try body(items[index])
                    work.withLock { $0.outputs[index] = output }
                } catch {
                    work.withLock { $0.failure = $0.failure ?? error }
                }
            }
        }
        return try work.withLock { work throws(DeliveringError) in
            if let failure = work.failure { throw failure }
            return work.outputs.compactMap { $0 }
        }
    }

    private struct Work<Output: Sendable>: Sendable {
        var outputs: [Output?]
        var failure: DeliveringError?
        private var started = 0

        init(count: Int) { outputs = Array(repeating: nil, count: count) }

        mutating func next() -> Int? {
            guard failure == nil, started < outputs.count else { return nil }
            started += 1
            return started - 1
        }
    }
}
