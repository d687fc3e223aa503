import Foundation
import Texts

extension ScanFault: ReportableError {
    public var code: String {
        switch self {
        case .feederEmpty: "feeder_empty"
        case .jam: "jam"
        case .coverOpen: "cover_open"
        case .hang: "scanner_not_answering"
        case .workerDied: "scan_worker_died"
        case .busy: "scanner_busy"
        case .accessDenied: "scanner_access_denied"
        case .searchTookTooLong: "scanner_search_too_long"
        case .searchFailed: "scanner_search_failed"
        case .cannotOpen: "scanner_cannot_open"
        case .deviceError: "scanner_error"
        case .outOfMemory: "out_of_memory"
        case .absurdImage: "scanner_absurd_image"
        case .refusedByDriver: "scanner_refused"
        case .noSuchSource: "no_such_source"
        case .noSuchMode: "no_such_mode"
        case .badOption: "bad_scanner_option"
        case .noSensors: "scanner_no_sensors"
        case .watchLost: "scanner_gone"
        case .folderMissing: "folder_missing"
        case .damagedImage: "damaged_image"
        case .badFaultPlan: "bad_fault_plan"
        case .diskFull: "disk_full"
        case .cannotWrite: "cannot_write_page"
        case .cannotEncode: "cannot_encode_page"
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .feederEmpty, .folderMissing: .missingInput
        case .jam, .coverOpen, .hang, .workerDied, .cannotOpen, .deviceError, .refusedByDriver, .searchTookTooLong,
            .searchFailed, .absurdImage, .noSensors, .watchLost: .unavailable
        case .busy: .tryAgain
        case .accessDenied: .notPermitted
        case .outOfMemory, .cannotEncode: .internalError
        case .noSuchSource, .noSuchMode, .badOption: .usage
        case .damagedImage: .badData
        case .badFaultPlan: .configuration
        case .diskFull, .cannotWrite: .inputOutput
        }
    }

    public var message: Phrase {
        switch self {
        case .feederEmpty: Text.scanFeederEmpty.phrase
        case .jam(let sheet): Text.scanJam.with(["sheet": "\(sheet)"])
        case .coverOpen(let sheet): Text.scanCoverOpen.with(["sheet": "\(sheet)"])
        case .hang(let sheet): Text.scanHang.with(["sheet": "\(sheet)"])
        case .workerDied(let sheet): Text.scanWorkerDied.with(["sheet": "\(sheet)"])
        case .busy(let device): Text.scanBusy.with(["device": device])
        case .accessDenied(let device): Text.scanAccessDenied.with(["device": device])
        case .cannotOpen(let device): Text.scanCannotOpen.with(["device": device])
        case .deviceError(let sheet): Text.scanDeviceError.with(["sheet": "\(sheet)"])
        case .outOfMemory: Text.scanOutOfMemory.phrase
        case .absurdImage(let sheet): Text.scanAbsurdImage.with(["sheet": "\(sheet)"])
        case .searchTookTooLong(let seconds): Text.scanSearchTooLong.with(["seconds": "\(seconds)"])
        case .searchFailed: Text.scanSearchFailed.phrase
        case .refusedByDriver: Text.scanRefused.phrase
        case .noSuchSource(let asked, let offered):
            Text.scanNoSuchSource.with(["asked": asked.rawValue, "offered": offered.joined(separator: ", ")])
        case .noSuchMode(let asked, let offered):
            Text.scanNoSuchMode.with(["asked": asked.rawValue, "offered": offered.joined(separator: ", ")])
        case .badOption(let name, let value): Text.scanBadOption.with(["name": name, "value": value])
        case .noSensors(let device): Text.scanNoSensors.with(["device": device])
        case .watchLost(let device): Text.scanWatchLost.with(["device": device])
        case .folderMissing(let path): Text.scanFolderMissing.with(["path": path])
        case .damagedImage(let file): Text.scanDamagedImage.with(["file": file])
        case .badFaultPlan(let file, let problem): problem.message(file: file)
        case .diskFull: Text.diskIsFull.phrase
        case .cannotWrite(let file, let errno): Text.scanCannotWrite.with(["file": file, "errno": "\(errno)"])
        case .cannotEncode(let page): Text.scanCannotEncode.with(["page": page.description])
        }
    }

    public var kept: Phrase {
        switch self {
        case .jam, .coverOpen, .hang, .workerDied, .deviceError, .absurdImage: Text.scanPagesBeforeKept.phrase
        case .feederEmpty, .busy, .accessDenied, .cannotOpen, .noSuchSource, .noSuchMode, .badOption, .folderMissing,
            .badFaultPlan, .searchTookTooLong, .searchFailed, .noSensors, .watchLost:
            Text.nothingChanged.phrase
        case .outOfMemory, .refusedByDriver, .damagedImage, .diskFull, .cannotWrite, .cannotEncode: Text.storedPagesKept.phrase
        }
    }

    public var todo: Phrase {
        switch self {
        case .feederEmpty: Text.scanLoadPaper.phrase
        case .jam: Text.scanClearJam.phrase
        case .coverOpen: Text.scanCloseCover.phrase
        case .hang, .workerDied, .refusedByDriver, .absurdImage: Text.scanRestartDevice.phrase
        case .busy: Text.scanFreeDevice.phrase
        case .accessDenied: Text.scanAskAdministrator.phrase
        case .searchTookTooLong: Text.scanNameDevice.phrase
        case .searchFailed: Text.reportToAdministrator.phrase
        case .cannotOpen: Text.scanCheckDeviceName.phrase
        case .noSensors: Text.scanPressSpace.phrase
        case .deviceError, .watchLost: Text.scanCheckConnection.phrase
        case .outOfMemory: Text.scanCloseOthers.phrase
        case .noSuchSource, .noSuchMode: Text.scanChooseAnother.phrase
        case .badOption: Text.checkTheValue.phrase
        case .folderMissing: Text.scanCheckFolder.phrase
        case .damagedImage: Text.scanReplaceImage.phrase
        case .badFaultPlan: Text.scanFixFaultPlan.phrase
        case .diskFull: Text.freeDiskSpace.phrase
        case .cannotWrite: Text.scanFreeSpace.phrase
        case .cannotEncode: Text.tryAgainSoon.phrase
        }
    }
}

extension ScanWait {
    /// What a person at the screen is told meanwhile.
    public var text: Text {
        switch self {
        case .opening: .scanWaitOpening
        case .warmingUp: .scanWaitWarmingUp
        case .nextSheet: .scanWaitNextSheet
        case .occupied: .scanWaitOccupied
        }
    }
}

extension FaultPlanProblem {
    func message(file: String) -> Phrase {
        switch self {
        case .unreadable: Text.scanFaultPlanUnreadable.with(["file": file])
        case .syntax(let line, let what):
            Text.scanFaultPlanSyntax.with(["file": file, "line": "\(line)", "what": what])
        case .unknownKey(let key):
            Text.scanFaultPlanUnknownKey.with([
                "file": file, "key": key, "known": FaultPlan.keys.joined(separator: ", "),
            ])
        case .badValue(let key, let range): Text.scanFaultPlanBadValue.with(["file": file, "key": key, "range": range])
        }
    }
}
