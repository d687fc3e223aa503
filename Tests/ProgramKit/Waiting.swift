import Foundation

/// A condition that did not come true in time.
public struct TimedOut: Error, CustomStringConvertible {
    public let description: String

    public init(description: String) { self.description = description }
}

/// Looks again and again until `condition` holds: for files and screens of another process, which nobody can be told of.
/// - Throws: `TimedOut` with `what` once `seconds` have passed.
public func waitUntil(_ what: @autoclosure () -> String, within seconds: Double = 30, _ condition: () throws -> Bool) throws {
    let deadline = DispatchTime.now() + seconds
    let pause = DispatchSemaphore(value: 0)
    while try !condition() {
        guard DispatchTime.now() < deadline else { throw TimedOut(description: "not within \(Int(seconds)) s: \(what())") }
        _ = pause.wait(timeout: .now() + .milliseconds(5))
    }
}

/// Lets so much time pass: for killing at random moments, never for waiting.
public func pass(milliseconds: Double) {
    _ = DispatchSemaphore(value: 0).wait(timeout: .now() + .microseconds(Int(milliseconds * 1000)))
}

/// Whether a process is there and has not ended. One that nobody has waited for yet has ended all the same: where the
/// first process of a machine does not take in orphans, their entries stay.
public func isRunning(_ process: pid_t) -> Bool {
    guard kill(process, 0) == 0, let status = try? String(contentsOfFile: "/proc/\(process)/stat", encoding: .utf8) else { return false }
    // The state follows the program's name, which may hold anything but stands in the last parentheses.
    return status.split(separator: ")").last?.split(separator: " ").first != "Z"
}
