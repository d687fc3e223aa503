import Records
import Texts

/// What can go wrong with the station's data.
public enum StoreError: ReportableError, Equatable {
    public enum FolderProblem: String, Sendable {
        case notAFolder = "not_a_folder"
        case someoneElses = "someone_elses"
        case networkFileSystem = "network_file_system"
        case readOnly = "read_only"
        case cannotCreate = "cannot_create"
        case full = "disk_full"
    }

    case dataFolder(FolderProblem, path: String)
    /// The database was written by a newer program.
    case newerDatabase
    case damagedDatabase(String)
    /// `synchronous` did not read back as FULL: a page reported as safe would not be.
    case notDurable(String)
    case busy
    case diskFull
    /// Any other failure of SQLite; the text is for the log.
    case database(String)
    case noSuchDossier(String)
    case dossierExists(String)
    case invalidCode(String, DossierCode.Refusal)
    case noSuchPage(String)
    case noSuchDocument(String)
    case dossierInUse(String)
    /// Its counts are settled; a stack must not go into it unasked.
    case dossierFinished(String)
    case deviceInUse(String)
    case dispatcherRunning
    case fileOperation(String, path: String, errno: Int32)
    /// The counted sheets do not agree with those in use.
    case countsDiffer(code: String, counted: Int, sheets: Int)
    case notCounted(code: String)
    /// The counted sheets agree, but something else is missing.
    case notComplete(code: String, MissingItem)
    /// Pages behind sheets "hồ sơ mới", the first of them at `page`, are of dossiers nobody has named.
    case dossiersUnnamed(code: String, parts: Int, page: Int)
    case noSuchPlaceholder(String)
    case noPages(code: String)
    case invalidValue(field: String, value: String)
    case nothingToUndo
    case nothingToRedo
    /// The rows changed since; undoing would destroy somebody's later work.
    case undoOvertaken
    /// Somebody else has changed the same words since they were looked at.
    case correctionOvertaken
    /// The dossier was delivered after that step.
    case undoPastDelivery
    case actionImpossible(Phrase)
    case pathCollision(String, String)
    /// Nothing of it may be shown.
    case pageWithheld(String)
    case dossierWithheld(String)
    /// Batches, boxes and what is accepted.
    case handover(HandoverRefusal)
    /// What was asked for cannot be searched so.
    case search(SearchRefusal)
    /// Samples of lines that people type.
    case sample(SampleRefusal)

    public var code: String {
        switch self {
        case .dataFolder(let problem, _): problem.rawValue
        case .newerDatabase: "newer_database"
        case .damagedDatabase: "damaged_database"
        case .notDurable: "not_durable"
        case .busy: "busy"
        case .diskFull: "disk_full"
        case .database: "database"
        case .noSuchDossier: "no_such_dossier"
        case .dossierExists: "dossier_exists"
        case .invalidCode: "invalid_code"
        case .noSuchPage: "no_such_page"
        case .noSuchDocument: "no_such_document"
        case .dossierInUse: "dossier_in_use"
        case .dossierFinished: "dossier_finished"
        case .deviceInUse: "device_in_use"
        case .dispatcherRunning: "dispatcher_running"
        case .fileOperation: "file_operation"
        case .countsDiffer: "counts_differ"
        case .notCounted: "not_counted"
        case .notComplete(_, let item): item.code.rawValue
        case .dossiersUnnamed: "dossiers_unnamed"
        case .noSuchPlaceholder: "no_such_placeholder"
        case .noPages: "no_pages"
        case .invalidValue: "invalid_value"
        case .nothingToUndo: "nothing_to_undo"
        case .nothingToRedo: "nothing_to_redo"
        case .undoOvertaken: "undo_overtaken"
        case .correctionOvertaken: "correction_overtaken"
        case .undoPastDelivery: "undo_past_delivery"
        case .actionImpossible: "action_impossible"
        case .pathCollision: "path_collision"
        case .pageWithheld, .dossierWithheld: "withheld"
        case .handover(let refusal): refusal.code
        case .search(let refusal): refusal.code
        case .sample(let refusal): refusal.code
        }
    }

    public var exitCode: ExitCode {
        switch self {
        case .dataFolder(let problem, _):
            switch problem {
            case .someoneElses: .notPermitted
            case .networkFileSystem: .configuration
            case .readOnly, .cannotCreate, .notAFolder: .cannotCreate
            case .full: .inputOutput
            }
        case .newerDatabase: .configuration
        case .pageWithheld, .dossierWithheld: .notPermitted
        case .damagedDatabase, .notDurable, .diskFull, .database, .fileOperation: .inputOutput
        case .busy, .dossierInUse, .deviceInUse, .dispatcherRunning, .correctionOvertaken: .tryAgain
        case .noSuchDossier, .noSuchPage, .noSuchDocument, .noSuchPlaceholder: .missingInput
        case .handover(let refusal): refusal.exitCode
        case .sample(let refusal): refusal.exitCode
        case .dossierExists, .invalidCode, .invalidValue, .countsDiffer, .notCounted, .notComplete, .dossiersUnnamed, .noPages, .nothingToUndo, .nothingToRedo,
            .undoOvertaken, .undoPastDelivery, .actionImpossible, .pathCollision, .dossierFinished, .search: .badData
        }
    }

    public var message: Phrase {
        switch self {
        case .dataFolder(let problem, let path):
            switch problem {
            case .notAFolder: Text.notAFolder.with(["path": path])
            case .someoneElses: Text.folderOfSomeoneElse.with(["path": path])
            case .networkFileSystem: Text.folderOnNetwork.with(["path": path])
            case .readOnly: Text.folderReadOnly.with(["path": path])
            case .cannotCreate: Text.folderCannotBeMade.with(["path": path])
            case .full: Text.diskIsFull.phrase
            }
        case .newerDatabase: Text.databaseIsNewer.phrase
        case .damagedDatabase: Text.databaseIsDamaged.phrase
        case .notDurable(let mode): Text.databaseNotDurable.with(["mode": mode])
        case .busy: Text.databaseIsBusy.phrase
        case .diskFull: Text.diskIsFull.phrase
        case .database(let what): Text.databaseFailed.with(["what": what])
        case .noSuchDossier(let code): Text.noSuchDossier.with(["code": code])
        case .dossierExists(let code): Text.dossierExists.with(["code": code])
        case .invalidCode(let code, let refusal): Text.invalidDossierCode.with(["code": code, "why": refusal.words])
        case .noSuchPage(let page): Text.noSuchPage.with(["page": page])
        case .noSuchDocument(let document): Text.noSuchDocument.with(["document": document])
        case .dossierInUse(let code): Text.dossierInUse.with(["code": code])
        case .dossierFinished(let code): Text.dossierFinishedBefore.with(["code": code])
        case .deviceInUse(let device): Text.deviceInUse.with(["device": device])
        case .dispatcherRunning: Text.dispatcherRunning.phrase
        case .fileOperation(let call, let path, let code):
            Text.fileOperationFailed.with(["call": call, "path": path, "errno": String(code)])
        case .countsDiffer(let code, let counted, let sheets):
            Text.countsDiffer.with(["code": code, "counted": String(counted), "sheets": String(sheets)])
        case .notCounted(let code): Text.notCounted.with(["code": code])
        case .notComplete(let code, let item): 
            (item.code == .placeholders ? Text.dossierHasPlaceholders : .dossierOtherSheets).with(["code": code, "count": String(item.count)])
        case .dossiersUnnamed(let code, let parts, let page):
            Text.dossiersUnnamed.with(["code": code, "count": String(parts), "page": String(page)])
        case .noSuchPlaceholder(let place): Text.noSuchPlaceholder.with(["place": place])
        case .noPages(let code): Text.dossierHasNoPages.with(["code": code])
        case .invalidValue(let field, let value):
            Text.invalidValue.filled { ["field": Text.field(field)?($0) ?? field, "value": value] }
        case .nothingToUndo: Text.nothingToUndo.phrase
        case .nothingToRedo: Text.nothingToRedo.phrase
        case .undoOvertaken: Text.undoOvertaken.phrase
        case .correctionOvertaken: Text.correctionOvertaken.phrase
        case .undoPastDelivery: Text.undoPastDelivery.phrase
        case .actionImpossible(let why): why
        case .pathCollision(let a, let b): Text.pathCollision.with(["a": a, "b": b])
        case .pageWithheld(let page): Text.pageIsWithheld.with(["page": page])
        case .dossierWithheld(let code): Text.dossierIsWithheld.with(["code": code])
        case .handover(let refusal): refusal.message
        case .search(let refusal): refusal.message
        case .sample(let refusal): refusal.message
        }
    }

    public var kept: Phrase {
        switch self {
        case .dataFolder, .newerDatabase, .notDurable, .invalidCode, .noSuchDossier, .dossierExists, .invalidValue, .nothingToUndo,
            .nothingToRedo, .noSuchPage, .noSuchDocument, .noSuchPlaceholder, .actionImpossible, .handover, .search, .sample: Text.nothingChanged.phrase
        case .pageWithheld, .dossierWithheld: Text.withheldKept.phrase
        default: Text.storedPagesKept.phrase
        }
    }

    public var todo: Phrase {
        switch self {
        case .dataFolder(let problem, _):
            switch problem {
            case .someoneElses: Text.askAdministratorForGroup.phrase
            case .networkFileSystem: Text.chooseLocalFolder.phrase
            case .readOnly, .cannotCreate, .notAFolder: Text.chooseWritableFolder.phrase
            case .full: Text.freeDiskSpace.phrase
            }
        case .newerDatabase: Text.useNewerProgram.phrase
        case .damagedDatabase: Text.restoreFromExport.phrase
        case .notDurable: Text.reportToAdministrator.phrase
        case .busy, .dispatcherRunning: Text.tryAgainSoon.phrase
        case .diskFull: Text.freeDiskSpace.phrase
        case .database, .fileOperation: Text.reportToAdministrator.phrase
        case .noSuchDossier: Text.seeDossierList.phrase
        case .dossierExists: Text.openExistingDossier.phrase
        case .dossierInUse, .deviceInUse: Text.closeOtherStation.phrase
        case .dossierFinished: Text.takeStackOut.phrase
        case .countsDiffer: Text.recountOrOverride.phrase
        case .notComplete: Text.completeOrOverride.phrase
        case .notCounted: Text.keyCountedSheets.phrase
        case .dossiersUnnamed: Text.nameDossiersFirst.phrase
        case .noPages: Text.scanFirst.phrase
        case .undoPastDelivery, .undoOvertaken: Text.correctByNewAction.phrase
        case .correctionOvertaken: Text.lookAgainAndCorrect.phrase
        case .pathCollision: Text.renameOneCode.phrase
        case .pageWithheld, .dossierWithheld: Text.releaseFirst.phrase
        case .handover(let refusal): refusal.todo
        case .search: Text.searchHowTo.phrase
        case .sample(let refusal): refusal.todo
        case .invalidValue(let field, _): (Text.howToWrite(field) ?? .checkTheValue).phrase
        case .invalidCode, .noSuchPage, .noSuchDocument, .noSuchPlaceholder, .nothingToUndo, .nothingToRedo, .actionImpossible:
            Text.checkTheValue.phrase
        }
    }
}

extension DossierCode.Refusal {
    /// The reason in a few words that need no translation.
    var words: String {
        switch self {
        case .empty: "∅"
        case .tooLong(let count): "\(count) > \(DossierCode.longest)"
        case .forbiddenCharacter(let character): "“\(character)”"
        case .misplacedDot: "“.”"
        }
    }
}
