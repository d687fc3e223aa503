import Foundation
import Synchronization

/// What `body` makes of each item, in their order, so many at a time.
/// - Throws: one of the errors there were; the other items are finished first.
package func concurrently<Item: Sendable, Value: Sendable>(
    _ items: [Item], workers: Int, _ body: @Sendable (Item) throws -> Value
) throws -> [Value] {
    let next = Mutex(0)
    let results = Mutex<[Int: Result<Value, any Error>]>([:])
    DispatchQueue.concurrentPerform(iterations: max(1, workers)) { _ in
        while let index = next.take(below: items.count) {
            let result = Result { try body(items[index]) }
            results.withLock { $0[index] = result }
        }
    }
    return try results.withLock { results in try items.indices.compactMap { try results[$0]?.get() } }
}

extension Mutex<Int> {
    fileprivate borrowing func take(below limit: Int) -> Int? {
        withLock { next in
            guard next < limit else { return nil }
            defer { next += 1 }
            return next
        }
    }
}
