/// The outside as the station sees it: who performs its effects. The program gives the real one, tests a scripted one.
public protocol StationServices: Sendable {
    /// Does what the effect asks and sends events as they come, from any thread; returns when the effect has ended, after
    /// its last event. Until then the station counts as busy (`BusyCounter`). The runtime keeps the order within a lane
    /// (`EffectLane`), so an implementation needs no queue of its own; `.bell` and `.quit` never arrive here.
    func perform(_ effect: Effect, send: @escaping @Sendable (Event) -> Void) async

    /// News nobody asked for: a reading that came in, the OCR queue, another station's change. Ends with the program.
    func news() -> AsyncStream<Event>
}
