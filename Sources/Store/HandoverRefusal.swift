import Records
import Texts

/// Why a batch or a box does not take what was asked of it.
public enum HandoverRefusal: Error, Sendable, Hashable {
    case noSuchBatch(String)
    case batchExists(String)
    case returnNumberExists(String)
    case noSuchBox(String)
    /// Neither the register nor a batch knows the label that is to be received; `nearest` is most like it.
    case unknownBox(String, nearest: String?)
    /// It came with another batch and did not go back since.
    case boxIsHere(String, batch: String)
    /// It came and went with this batch; it comes again with another.
    case boxCameBefore(String, batch: String)
    /// There is nothing to count, to give back or to take out of the batch: it never came, or went back.
    case boxNotHere(String)
    /// It goes back before all of it is done only with a reason.
    case boxNotDone(String, open: Int)
    case notFinished(code: String)
    case notDelivered(code: String)
    /// Delivered, and something was done to it since: the newest first. Empty: only its text was read again.
    case changedSince(code: String, [DossierChange])
    /// What keeps its dossiers from being accepted, and what was done to those that changed since they were delivered.
    case nothingToAccept(box: String, issues: [BoxIssue], changes: [DossierChange])
    /// There is no line for its minutes.
    case batchIsEmpty(String)

    var code: String {
        switch self {
        case .noSuchBatch: "no_such_batch"
        case .batchExists: "batch_exists"
        case .returnNumberExists: "return_number_exists"
        case .noSuchBox: "no_such_box"
        case .unknownBox: "unknown_box"
        case .boxIsHere: "box_is_here"
        case .boxCameBefore: "box_came_before"
        case .boxNotHere: "box_not_here"
        case .boxNotDone: "box_not_done"
        case .notFinished: "not_finished"
        case .notDelivered: "not_delivered"
        case .changedSince: "changed_since"
        case .nothingToAccept: "nothing_to_accept"
        case .batchIsEmpty: "batch_is_empty"
        }
    }

    var exitCode: ExitCode {
        switch self {
        case .noSuchBatch, .noSuchBox: .missingInput
        default: .badData
        }
    }

    var message: Phrase {
        switch self {
        case .noSuchBatch(let number): Text.noSuchBatch.with(["number": number])
        case .batchExists(let number): Text.batchExists.with(["number": number])
        case .returnNumberExists(let number): Text.returnNumberExists.with(["number": number])
        case .noSuchBox(let box): Text.noSuchBox.with(["box": box])
        case .unknownBox(let box, nil): Text.unknownBox.with(["box": box])
        case .unknownBox(let box, let nearest?): Text.unknownBoxNear.with(["box": box, "nearest": nearest])
        case .boxIsHere(let box, let batch): Text.boxIsHere.with(["box": box, "batch": batch])
        case .boxCameBefore(let box, let batch): Text.boxCameBefore.with(["box": box, "batch": batch])
        case .boxNotHere(let box): Text.boxNotHere.with(["box": box])
        case .boxNotDone(let box, let open): Text.boxNotDone.with(["box": box, "open": String(open)])
        case .notDelivered(let code): Text.dossierNotDelivered.with(["code": code])
        case .notFinished(let code): Text.dossierNotFinished.with(["code": code])
        case .changedSince(let code, let changes):
            Text.dossierChangedSince.filled { ["code": code, "what": changes.words($0)] }
        case .nothingToAccept(let box, let issues, let changes):
            Text.nothingToAccept.filled { language in
                let why = issues.map { $0.code == .changedSince ? $0.words(language) + ": " + changes.words(language) : $0.words(language) }
                return ["box": box, "why": why.joined(separator: ", ")]
            }
        case .batchIsEmpty(let number): Text.batchIsEmpty.with(["number": number])
        }
    }

    var todo: Phrase {
        switch self {
        case .noSuchBatch: Text.seeBatchList.phrase
        case .batchExists: Text.chooseBatchNumber.phrase
        case .returnNumberExists: Text.chooseReturnNumber.phrase
        case .noSuchBox: Text.seeBoxList.phrase
        case .unknownBox: Text.typeTheBoxAgainOrNew.phrase
        case .boxIsHere: Text.returnBoxFirst.phrase
        case .boxCameBefore: Text.useNewBatch.phrase
        case .boxNotHere: Text.receiveBoxFirst.phrase
        case .boxNotDone: Text.finishBoxOrReason.phrase
        case .notFinished, .notDelivered: Text.exportBeforeAccepting.phrase
        case .nothingToAccept(_, let issues, _): (issues.map(\.code) == [.changedSince] ? Text.exportAgainThenAccept : .exportBeforeAccepting).phrase
        case .changedSince: Text.exportAgainThenAccept.phrase
        case .batchIsEmpty: Text.receiveBoxFirst.phrase
        }
    }
}

extension [DossierChange] {
    /// Nothing that changes what goes out is in the trail but, maybe, that the text was read again.
    fileprivate func words(_ language: Language) -> String {
        isEmpty ? Text.changeReading(language) : map { $0.text(language) }.joined(separator: ", ")
    }
}
