import Foundation

/// Answers a search for devices exactly once: with all there is when it ends, or, when a driver hangs, with what was
/// found until then. In that case the process ends, for the driver's thread will not come back.
///
/// `@unchecked Sendable`: guarded by `lock`.
final class SearchWatch: @unchecked Sendable {
    private let lock = NSLock()
    private let send: @Sendable (ScanEvent) -> Void
    private var devices: [DeviceDescription] = []
    private var isAnswered = false

    init(seconds: Double, send: @escaping @Sendable (ScanEvent) -> Void) {
        self.send = send
        Thread.detachNewThread {
            Thread.sleep(forTimeInterval: seconds)
            if self.answer(errors: ["the search took longer than \(Int(seconds)) s; a driver does not answer"]) {
                _exit(0)
            }
        }
    }

    /// What one more step of the search found.
    func found(_ more: [DeviceDescription]) {
        lock.lock()
        defer { lock.unlock() }
        devices += more.filter { device in !devices.contains { $0.name == device.name } }
    }

    /// False when the answer was given before.
    @discardableResult
    func answer(errors: [String]) -> Bool {
        lock.lock()
        defer { lock.unlock() }
        if isAnswered { return false }
        isAnswered = true
        send(.devices(devices, errors: errors))
        return true
    }
}
