import Files
import Foundation
import Records
import Store
import Texts

/// Why an export, or the check of one, did not go through.
public enum DeliveringError: ReportableError, Equatable {
    case targetMissing(path: String)
    case targetNotAFolder(path: String)
    case targetReadOnly(path: String)
    /// A delivery inside the data folder would be taken for the station's own files.
    case targetInsideData(path: String)
    /// `needed` and `free` in bytes when it was seen before anything was written; else nil.
    case diskFull(path: String, needed: Int?, free: Int?)
    case fileOperation(String, path: String, errno: Int32)
    /// What was read back is not what was written.
    case readBackDiffers(path: String)
    case databaseCopyDamaged(String)
    case exportRunning
    case cancelled
    case badTemplate(String)
    /// Two dossiers, or a dossier and a file of the delivery itself, would have the same name.
    case nameCollision(String, String)

    // These concern one dossier; the others go on.
    case imageMissing(dossier: String, page: Int, path: String)
    /// The image in the vault is not the one that was scanned: its checksum differs.
    case imageDiffers(dossier: String, page: Int, path: String)
    case imageUnusable(dossier: String, page: Int, Phrase)
    /// Somebody works on the dossier; its files would not have belonged together.
    case changedMeanwhile(dossier: String)

    case store(StoreError)

    /// True when only one dossier is held back by it.
    public var concernsOneDossier: Bool {
        switch self {
        case .imageMissing, .imageDiffers, .imageUnusable, .changedMeanwhile: true
        default: false
        }
    }

    public var code: String {
        switch self {
        case .targetMissing: "target_missing"
        case .targetNotAFolder: "target_not_a_folder"
        case .targetReadOnly: "target_read_only"
        case .targetInsideData: "target_inside_data"
        case .diskFull: "target_full"
        case .fileOperation: "file_operation"
        case .readBackDiffers: "read_back_differs"
        case .databaseCopyDamaged: "database_copy_damaged"
        case .exportRunning: "export_running"
        case .cancelled: "cancelled"
        case .badTemplate: "bad_template"
        case .nameCollision: "name_collision"
        case .imageMissing: "image_missing"
        case .imageDiffers: "image_differs"
        case .imageUnusable: "image_unusable"
        case .changedMeanwhile: "changed_meanwhile"
        case .store(let error): error.code
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .targetMissing: .missingInput
        case .targetNotAFolder, .targetReadOnly, .targetInsideData: .cannotCreate
        case .diskFull, .fileOperation, .readBackDiffers, .databaseCopyDamaged: .inputOutput
        case .exportRunning, .cancelled, .changedMeanwhile: .tryAgain
        case .badTemplate: .usage
        case .nameCollision, .imageMissing, .imageDiffers, .imageUnusable: .badData
        case .store(let error): error.exitCode
        }
    }

    public var message: Phrase {
        switch self {
        case .targetMissing(let path): Text.targetMissing.with(["path": path])
        case .targetNotAFolder(let path): Text.notAFolder.with(["path": path])
        case .targetReadOnly(let path): Text.targetReadOnly.with(["path": path])
        case .targetInsideData(let path): Text.targetInsideData.with(["path": path])
        case .diskFull(let path, let needed?, let free?):
            Text.targetTooSmall.with(["path": path, "needed": megabytes(needed), "free": megabytes(free)])
        case .diskFull(let path, _, _): Text.targetFull.with(["path": path])
        case .fileOperation(let call, let path, let code):
            Text.fileOperationFailed.with(["call": call, "path": path, "errno": String(code)])
        case .readBackDiffers(let path): Text.readBackDiffers.with(["path": path])
        case .databaseCopyDamaged(let what): Text.databaseCopyDamaged.with(["what": what])
        case .exportRunning: Text.exportRunning.phrase
        case .cancelled: Text.exportCancelled.phrase
        case .badTemplate(let template): Text.badTemplate.with(["template": template])
        case .nameCollision(let a, let b): Text.pathCollision.with(["a": a, "b": b])
        case .imageMissing(let dossier, let page, let path):
            Text.imageMissing.with(["code": dossier, "page": String(page), "path": path])
        case .imageDiffers(let dossier, let page, let path):
            Text.imageDiffers.with(["code": dossier, "page": String(page), "path": path])
        case .imageUnusable(let dossier, let page, let why):
            // The reason stands in both languages already; each goes into its own.
            Phrase(
                Text(
                    Text.imageUnusable.with(["code": dossier, "page": String(page), "why": why(.vi)])(.vi),
                    en: Text.imageUnusable.with(["code": dossier, "page": String(page), "why": why(.en)])(.en)))
        case .changedMeanwhile(let dossier): Text.changedMeanwhile.with(["code": dossier])
        case .store(let error): error.message
        }
    }

    public var kept: Phrase {
        switch self {
        case .targetMissing, .targetNotAFolder, .targetReadOnly, .targetInsideData, .exportRunning, .badTemplate:
            Text.nothingChanged.phrase
        case .diskFull, .fileOperation, .readBackDiffers, .databaseCopyDamaged, .cancelled, .nameCollision:
            Text.nothingMarkedDelivered.phrase
        case .imageMissing, .imageDiffers, .imageUnusable, .changedMeanwhile: Text.otherDossiersGoOn.phrase
        case .store(let error): error.kept
        }
    }

    public var todo: Phrase {
        switch self {
        case .targetMissing: Text.connectTarget.phrase
        case .targetNotAFolder, .targetReadOnly, .targetInsideData: Text.chooseAnotherTarget.phrase
        case .diskFull: Text.freeTargetSpace.phrase
        case .fileOperation, .readBackDiffers: Text.checkTargetDisk.phrase
        case .databaseCopyDamaged: Text.runVerify.phrase
        case .exportRunning: Text.tryAgainSoon.phrase
        case .cancelled, .changedMeanwhile: Text.exportGoesOn.phrase
        case .badTemplate: Text.templateExample.phrase
        case .nameCollision: Text.renameOneCode.phrase
        case .imageMissing, .imageDiffers: Text.restoreImage.phrase
        case .imageUnusable: Text.imageScanAgain.phrase
        case .store(let error): error.todo
        }
    }
}

/// Bytes as megabytes, rounded up, for a person.
private func megabytes(_ bytes: Int) -> String {
    "\((bytes + 999_999) / 1_000_000) MB"
}

extension DeliveringError {
    /// A system call at the target that failed, sorted into causes.
    init(_ error: SystemError) {
        if error.isDiskFull {
            self = .diskFull(path: error.path, needed: nil, free: nil)
        } else if error.isRefused {
            self = .targetReadOnly(path: error.path)
        } else {
            self = .fileOperation(error.call, path: error.path, errno: error.errno)
        }
    }
}
