import Records
import Texts

/// Why a scan run or a question to a device failed. `sheet` is the sheet's place in the run, from 1.
public enum ScanFault: Error, Codable, Sendable, Hashable {
    /// No paper before the first page.
    case feederEmpty
    case jam(sheet: Int)
    case coverOpen(sheet: Int)
    /// The driver did not answer in time; reported by the parent, which ends the worker.
    case hang(sheet: Int)
    /// The worker process died; reported by the parent.
    case workerDied(sheet: Int)
    /// Another program holds the device, and went on doing so.
    case busy(device: String)
    case accessDenied(device: String)
    /// A search for devices was given up; a driver does not answer.
    case searchTookTooLong(seconds: Int)
    /// The scanners' drivers could not be started for a search.
    case searchFailed
    case cannotOpen(device: String)
    /// The connection to the device broke.
    case deviceError(sheet: Int)
    case outOfMemory
    /// The driver announces, or goes on delivering, what no sheet can be.
    case absurdImage(sheet: Int)
    /// The driver refused a value or an operation; `call` names it, for the log.
    case refusedByDriver(call: String)
    /// `--source` names what the device does not have.
    case noSuchSource(asked: ScanSource, offered: [String])
    case noSuchMode(asked: ColorMode, offered: [String])
    case badOption(name: String, value: String)
    /// A device was to be watched that has neither a paper sensor nor a button we know.
    case noSensors(device: String)
    /// A device that was watched is gone.
    case watchLost(device: String)
    case folderMissing(path: String)
    /// A file of a folder scanner cannot be read as an image.
    case damagedImage(file: String)
    /// `faults.toml` of a folder scanner.
    case badFaultPlan(file: String, problem: FaultPlanProblem)
    /// No room for the file of a page.
    case diskFull(file: String)
    /// A page file could not be written, for another reason.
    case cannotWrite(file: String, errno: Int32)
    case cannotEncode(page: PageID)

    /// What the run's end is recorded as.
    public var stopReason: StopReason {
        switch self {
        case .jam: .jam
        case .coverOpen: .coverOpen
        case .hang, .workerDied: .hang
        default: .error
        }
    }
}

/// What is wrong with a `faults.toml`.
public enum FaultPlanProblem: Error, Codable, Sendable, Hashable {
    case unreadable
    case syntax(line: Int, what: String)
    case unknownKey(String)
    /// Neither a whole number in this range nor a list of such.
    case badValue(key: String, range: String)
}
