import Terminal
import Texts

extension CommandTable {
    static let queue: [Command] =
        [
            Command(
                .queueRetry, in: .queue, keys: [.character("r")], name: .commandQueueRetry, help: .commandQueueRetryHelp, footer: 10,
                when: { ($0.queue.status?.failed ?? 0) > 0 ? .available : .notNow(.nothingFailed) }, run: { _ in [.retryFailed] }),
            Command(
                .queueOpen, in: .queue, keys: [.enter], name: .commandQueueOpen, help: .commandQueueOpenHelp, footer: 20,
                when: { $0.queue.selected == nil ? .notNow(.queueIsEmpty) : .available },
                run: { model in model.queue.selected.map { model.openPage($0.page, from: .queue) } ?? [] }),
            Command(
                .queueBack, in: .queue, keys: [.escape], name: .commandQueueBack, help: .commandQueueBackHelp, footer: 30,
                run: { $0.go(to: $0.wayBackFromQueue) }),
        ]
        + ListCommands(up: .queueUp, down: .queueDown, pageUp: .queuePageUp, pageDown: .queuePageDown)
        .commands(in: .queue) { model, move in
            model.queue.list.move(move, count: model.queue.status?.lines.count ?? 0)
            return []
        }
}

extension Model {
    /// Whether Escape leads from there to the queue.
    private func leadsToQueue(_ screen: Screen) -> Bool {
        switch screen {
        case .queue: true
        case .reader: reader.cameFrom == .queue
        case .correction: correction.cameFrom == .queue
        default: false
        }
    }

    /// The queue is about to be shown.
    mutating func noteWayBackFromQueue() {
        if leadsToQueue(screen) { return }
        // These begin anew whenever they are shown.
        queue.cameFrom = [.setup, .sample, .export].contains(screen) ? .scanDesk : screen
    }

    /// Where Escape leads from the queue, never in a circle.
    fileprivate var wayBackFromQueue: Screen { leadsToQueue(queue.cameFrom) ? .scanDesk : queue.cameFrom }

    /// What other processes change in a list that stays open.
    func lookAtListAgain() -> [Effect] {
        switch screen {
        case .queue: [.loadQueue]
        case .withheldAll: [.loadWithheld]
        default: []
        }
    }
}
