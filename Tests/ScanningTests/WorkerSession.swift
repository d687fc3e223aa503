import Foundation
import Records
import Testing
import Workers

@testable import Scanning

/// A folder that goes away with the test.
final class TemporaryFolder {
    let path: String

    init() throws {
        path = NSTemporaryDirectory() + "scanning-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    func folder(_ name: String) throws -> String {
        try FileManager.default.createDirectory(atPath: "\(path)/\(name)", withIntermediateDirectories: true)
        return "\(path)/\(name)"
    }

    func write(_ text: String, to name: String) throws {
        try Data(text.utf8).write(to: URL(fileURLWithPath: "\(path)/\(name)"))
    }
}

/// A scan worker process and what it says.
final class WorkerSession {
    let process: ChildProcess
    private let log: Int32
    private var grants = 0

    /// - Parameter environment: on top of the test's own.
    /// - Parameter logFile: takes what the worker says on standard error.
    init(environment: [String: String] = [:], logFile: String? = nil) throws {
        let executable = URL(fileURLWithPath: OwnProgram.path).deletingLastPathComponent()
            .appendingPathComponent("ScanWorkerProbe").path
        try #require(FileManager.default.isExecutableFile(atPath: executable), "build ScanWorkerProbe first")
        log = open(
            logFile ?? ProcessInfo.processInfo.environment["SCAN_WORKER_LOG"] ?? "/dev/null", O_WRONLY | O_CREAT | O_APPEND, 0o600)
        process = try ChildProcess(
            executable: executable, arguments: [],
            environment: ProcessInfo.processInfo.environment.merging(environment) { $1 }, errorLog: log)
    }

    deinit {
        process.stop()
        close(log)
    }

    func send(_ request: ScanRequest) throws { try process.channel.send(request) }

    /// Nil when the worker is gone.
    func next() throws -> ScanEvent? { try process.channel.receive(ScanEvent.self) }

    func grant() throws {
        grants += 1
        try send(.grant(PageGrant(page: WorkerSession.page(grants), sequence: grants)))
    }

    /// A worker that died after it began a page takes no grant any more; the end of its events tells of that.
    private func grantUnlessGone() throws {
        do { try grant() } catch ChannelError.closed(errno: EPIPE) { return }
    }

    static func page(_ number: Int) -> PageID {
        PageID(ULID(milliseconds: Int64(number), randomHigh: 0, randomLow: 0))
    }

    /// A whole run with a grant always one ahead. `onEvent` sees every event when it comes.
    func run(_ order: ScanOrder, onEvent: (ScanEvent) throws -> Void = { _ in }) throws -> RunRecord {
        grants = 0
        try send(.start(order))
        try grant()
        var record = RunRecord()
        while let event = try next() {
            record.take(event)
            if case .pageStarted = event { try grantUnlessGone() }
            try onEvent(event)
            if case .ended = event { return record }
        }
        return record
    }
}

/// What a run reported.
struct RunRecord {
    var opened: (DeviceDescription, ChosenSettings)?
    var started: [PageStart] = []
    var bands: [PreviewBand] = []
    var captured: [CapturedPage] = []
    var discarded: [DiscardedPage] = []
    var hopper: HopperState?
    var waits: [ScanWait] = []
    /// Nil when the worker died.
    var end: RunEnd?

    mutating func take(_ event: ScanEvent) {
        switch event {
        case .devices, .described, .refused, .sensed, .watchEnded: break
        case .opened(let description, let chosen): opened = (description, chosen)
        case .waiting: break
        case .busy(let wait): waits.append(wait)
        case .pageStarted(let start): started.append(start)
        case .band(let band): bands.append(band)
        case .pageCaptured(let page):
            captured.append(page)
            hopper = page.hopper ?? hopper
        case .pageDiscarded(let page): discarded.append(page)
        case .hopper(let state): hopper = state
        case .ended(let end):
            self.end = end
            hopper = end.hopper ?? hopper
        }
    }

    var findings: [[FindingCode]] { captured.map { $0.findings.map(\.code) } }
    /// Such as `1f 1b 2f`.
    var sheets: String { captured.map { "\($0.sheetOrdinal)\($0.side == .front ? "f" : "b")" }.joined(separator: " ") }
}

/// Something else came than the test can go on with.
struct Unexpected: Error {
    let what: String

    init(_ what: String) { self.what = what }
}
