import Configuration
import Foundation

/// What a folder scanner pretends to suffer, from `faults.toml` beside the images, so that every way of recovering can be
/// tried without breaking paper.
///
///     jam_at = 7                # sheets count from 1 over the whole folder; a list makes several: [7, 12]
///     slow_ms_per_page = 1000
///
/// A fault that stops the run fires when its sheet is reached, before that sheet's first side, and once: the next run
/// goes on at the same sheet. The others happen to the sheet whenever it comes.
struct FaultPlan: Equatable, Sendable {
    static let fileName = "faults.toml"
    static let keys = (Stop.allCases.map(\.rawValue) + Damage.allCases.map(\.rawValue) + [slowKey, busyKey, startKey]).sorted()

    /// What stops the run.
    enum Stop: String, CaseIterable, Sendable {
        case jam = "jam_at"
        case coverOpen = "cover_open_at"
        /// The worker blocks and answers no more.
        case hang = "hang_at"
        /// The connection breaks.
        case error = "error_at"
        /// The worker process dies.
        case crash = "crash_at"
        /// The device announces a page that no sheet can be.
        case absurdSize = "absurd_size_at"
    }

    /// What the device passes off as a good sheet.
    enum Damage: String, CaseIterable, Sendable {
        /// The last two fifths of the front never come.
        case cutShort = "cut_short_at"
        /// The last two fifths of the front are one flat grey, as a network driver leaves a truncated JPEG.
        case flatRest = "flat_rest_at"
        /// Two sheets are pulled as one: the next sheet goes through unseen.
        case doubleFeed = "double_feed_at"
    }

    private(set) var stops: [Stop: Set<Int>] = [:]
    private(set) var damages: [Damage: Set<Int>] = [:]
    /// Milliseconds that every page takes at least.
    private(set) var slowMilliseconds = 0
    /// Milliseconds the device is busy before the first page of a run.
    private(set) var busyMilliseconds = 0
    /// Milliseconds before every sheet of which the device says nothing, as with a lamp that warms up.
    private(set) var startMilliseconds = 0

    private static let slowKey = "slow_ms_per_page"
    private static let busyKey = "busy_ms"
    private static let startKey = "start_ms"
    private static let sheets = 1...1_000_000
    private static let milliseconds = 0...3_600_000

    init() {}

    /// The plan of a folder; one without the file has none.
    init(folder: String) throws(ScanFault) {
        let path = "\(folder)/\(FaultPlan.fileName)"
        guard FileManager.default.fileExists(atPath: path) else { return }
        let root: [String: TOMLDocument.Value]
        do throws(TOMLFailure) {
            root = try TOMLDocument(path: path).root
        } catch {
            guard case .syntax(_, let line, let what) = error else {
                throw .badFaultPlan(file: path, problem: .unreadable)
            }
            throw .badFaultPlan(file: path, problem: .syntax(line: line, what: what))
        }
        for (key, value) in root.sorted(by: { $0.key < $1.key }) {
            do throws(FaultPlanProblem) {
                try set(key, to: value)
            } catch {
                throw .badFaultPlan(file: path, problem: error)
            }
        }
    }

    /// The stopping fault of a sheet, if it has one.
    func stop(at sheet: Int) -> Stop? {
        Stop.allCases.first { stops[$0]?.contains(sheet) == true }
    }

    func has(_ damage: Damage, at sheet: Int) -> Bool {
        damages[damage]?.contains(sheet) == true
    }

    private mutating func set(_ key: String, to value: TOMLDocument.Value) throws(FaultPlanProblem) {
        if let stop = Stop(rawValue: key) {
            stops[stop] = Set(try FaultPlan.numbers(value, key: key, in: FaultPlan.sheets))
        } else if let damage = Damage(rawValue: key) {
            damages[damage] = Set(try FaultPlan.numbers(value, key: key, in: FaultPlan.sheets))
        } else if key == FaultPlan.slowKey {
            slowMilliseconds = try FaultPlan.number(value, key: key, in: FaultPlan.milliseconds)
        } else if key == FaultPlan.busyKey {
            busyMilliseconds = try FaultPlan.number(value, key: key, in: FaultPlan.milliseconds)
        } else if key == FaultPlan.startKey {
            startMilliseconds = try FaultPlan.number(value, key: key, in: FaultPlan.milliseconds)
        } else {
            throw .unknownKey(key)
        }
    }

    private static func numbers(
        _ value: TOMLDocument.Value, key: String, in range: ClosedRange<Int>
    ) throws(FaultPlanProblem) -> [Int] {
        guard case .array(let values) = value else { return [try number(value, key: key, in: range)] }
        var numbers: [Int] = []
        for value in values { numbers.append(try number(value, key: key, in: range)) }
        return numbers
    }

    private static func number(
        _ value: TOMLDocument.Value, key: String, in range: ClosedRange<Int>
    ) throws(FaultPlanProblem) -> Int {
        guard case .integer(let number) = value, range.contains(number) else {
            throw .badValue(key: key, range: "\(range.lowerBound)…\(range.upperBound)")
        }
        return number
    }
}
