import Texts

/// Why a batch or a box does not take what was asked of it.
public enum HandoverRefusal: Error, Sendable, Hashable {
    case noSuchBatch(String)
    case batchExists(String)
    case noSuchBox(String)
    /// It came with another batch and did not go back since.
    case boxIsHere(String, batch: String)
    /// It came and went with this batch; it comes again with another.
    case boxCameBefore(String, batch: String)
    /// There is nothing to count, to give back or to take out of the batch: it never came, or went back.
    case boxNotHere(String)
    /// It goes back before all of it is done only with a reason.
    case boxNotDone(String, open: Int)
    case notDelivered(code: String)
    case nothingToAccept(box: String)
    /// There is no line for its minutes.
    case batchIsEmpty(String)

    var code: String {
        switch self {
        case .noSuchBatch: "no_such_batch"
        case .batchExists: "batch_exists"
        case .noSuchBox: "no_such_box"
        case .boxIsHere: "box_is_here"
        case .boxCameBefore: "box_came_before"
        case .boxNotHere: "box_not_here"
        case .boxNotDone: "box_not_done"
        case .notDelivered: "not_delivered"
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
        case .noSuchBox(let box): Text.noSuchBox.with(["box": box])
        case .boxIsHere(let box, let batch): Text.boxIsHere.with(["box": box, "batch": batch])
        case .boxCameBefore(let box, let batch): Text.boxCameBefore.with(["box": box, "batch": batch])
        case .boxNotHere(let box): Text.boxNotHere.with(["box": box])
        case .boxNotDone(let box, let open): Text.boxNotDone.with(["box": box, "open": String(open)])
        case .notDelivered(let code): Text.dossierNotDelivered.with(["code": code])
        case .nothingToAccept(let box): Text.nothingToAccept.with(["box": box])
        case .batchIsEmpty(let number): Text.batchIsEmpty.with(["number": number])
        }
    }

    var todo: Phrase {
        switch self {
        case .noSuchBatch: Text.seeBatchList.phrase
        case .batchExists: Text.chooseBatchNumber.phrase
        case .noSuchBox: Text.seeBoxList.phrase
        case .boxIsHere: Text.returnBoxFirst.phrase
        case .boxCameBefore: Text.useNewBatch.phrase
        case .boxNotHere: Text.receiveBoxFirst.phrase
        case .boxNotDone: Text.finishBoxOrReason.phrase
        case .notDelivered, .nothingToAccept: Text.exportBeforeAccepting.phrase
        case .batchIsEmpty: Text.receiveBoxFirst.phrase
        }
    }
}
