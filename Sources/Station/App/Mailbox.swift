import Synchronization

/// Where messages wait for the main loop. Any thread posts; one reader takes all that is there at once, so that a burst
/// of events costs one frame and not one each.
final class Mailbox<Item: Sendable>: Sendable {
    private struct State {
        var items: [Item] = []
        var reader: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func post(_ item: Item) {
        let reader = state.withLock { state in
            state.items.append(item)
            return state.reader.take()
        }
        reader?.resume()
    }

    /// Everything that waits, oldest first; waits for the first.
    func take() async -> [Item] {
        while true {
            let items = state.withLock { state in
                defer { state.items = [] }
                return state.items
            }
            if !items.isEmpty { return items }
            await wait()
        }
    }

    private func wait() async {
        await withCheckedContinuation { continuation in
            let hasItems = state.withLock { state in
                if !state.items.isEmpty { return true }
                state.reader = continuation
                return false
            }
            if hasItems { continuation.resume() }
        }
    }
}
