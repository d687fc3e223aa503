import Foundation

/// What the sensors of a device say at one moment.
struct Sensed: Equatable {
    /// Nil where there is no sensor for it.
    var paper: Bool?
    /// The button that is down.
    var button: String?
}

/// An open device whose sensors can be read. It is released with the object.
protocol Sensors {
    /// - Throws: when the device is gone.
    func read() throws(ScanFault) -> Sensed
}

/// Reads the sensors of a device while nothing runs, and reports every change. Used by the thread that owns the device.
struct SensorWatch {
    let sensors: any Sensors
    let control: RunControl
    let send: @Sendable (ScanEvent) -> Void

    /// A person does not notice the wait, and a slow driver is not kept busy.
    private static let secondsBetween = 1.0 / 3

    /// Until the parent cancels.
    func perform() throws(ScanFault) {
        var last: Sensed?
        repeat {
            let now = try sensors.read()
            guard now != last else { continue }
            CallLog.write("sensed: paper \(now.paper.map { "\($0)" } ?? "-"), button \(now.button ?? "-")")
            send(.sensed(paper: now.paper, button: now.button))
            last = now
        } while control.pause(seconds: SensorWatch.secondsBetween)
    }
}
