/// Performs effects: one after another within a lane, lanes side by side. An effect that a later one replaces is left
/// out, unless it has begun.
@MainActor
final class EffectRunner {
    private struct Lane {
        var waiting: [Effect] = []
        var isRunning = false
    }

    private var lanes: [EffectLane: Lane] = [:]
    private let services: any StationServices
    private let send: @Sendable (Event) -> Void
    private let ended: @Sendable () -> Void
    /// Effects asked and not ended.
    private(set) var count = 0

    /// - Parameters:
    ///   - send: takes the events, from any thread.
    ///   - ended: told once an effect has sent its last event; `settle` is to be called in answer, in the order of events.
    init(
        services: any StationServices, send: @escaping @Sendable (Event) -> Void, ended: @escaping @Sendable () -> Void
    ) {
        self.services = services
        self.send = send
        self.ended = ended
    }

    func perform(_ effect: Effect) {
        let replaced = lanes[effect.lane]?.waiting.count { effect.replaces($0) } ?? 0
        lanes[effect.lane, default: Lane()].waiting.removeAll { effect.replaces($0) }
        lanes[effect.lane]?.waiting.append(effect)
        count += 1 - replaced
        start(effect.lane)
    }

    /// One effect fewer is under way.
    func settle() { count -= 1 }

    private func start(_ lane: EffectLane) {
        guard lanes[lane]?.isRunning == false else { return }
        lanes[lane]?.isRunning = true
        Task {
            while let effect = next(in: lane) {
                await services.perform(effect, send: send)
                ended()
            }
        }
    }

    private func next(in lane: EffectLane) -> Effect? {
        guard lanes[lane]?.waiting.isEmpty == false, let effect = lanes[lane]?.waiting.removeFirst() else {
            lanes[lane]?.isRunning = false
            return nil
        }
        return effect
    }
}
