import Records

/// What `update` asks the outside to do. Effects carry values only, so that tests compare them.
///
/// Beside each: the events (`Event`) that answer it. Any of them may instead be answered by `.failed`.
public enum Effect: Sendable, Equatable {
    // The station
    /// Read settings and figures. → `.settings`, `.status`, and `.dossierOpened` for a dossier left open.
    case start
    /// Enter the pages of `.lostPages` at their places. → `.did`, and `.desk` for the open dossier
    case recoverLostPages
    /// → `.settingsSaved`
    case saveSettings(StationSettings)
    /// The name of a scan profile, to be kept; empty for none. → `.profileChosen`
    case chooseProfile(String)
    /// May take seconds. → `.devices`
    case listDevices
    /// Ring the terminal bell. The runtime does it.
    case bell
    /// Leave. The runtime does it, after every other effect under way has ended.
    case quit

    // Register
    /// → `.register`
    case loadRegister(RegisterQuery)
    /// A dossier that is not in the register yet. → `.dossierOpened`
    case addDossier(code: String, title: String)
    /// Takes its lease. → `.dossierOpened`
    case openDossier(DossierID)
    /// Gives the lease back. No answer.
    case closeDossier(DossierID)

    // Boxes
    /// → `.boxes`
    case loadBoxes(BoxesQuery)
    /// → `.boxCounts`
    case countBoxes
    /// By its label. → `.box`
    case loadBox(String)
    /// → `.batches`
    case loadBatches
    /// → `.boxChanged`, and `.batches` where it made one
    case receiveBox(BoxReceipt)
    /// → `.boxChanged`, or `.boxNotDone` where a reason is wanted and none is given
    case returnBox(String, BoxCount, EarlyReturnReason?)
    /// One that went back was counted wrongly then. → `.boxChanged`
    case recountBox(String, BoxCount)
    /// What can be accepted of a box. → `.boxChanged`
    case acceptBox(String)
    /// Of the return when a box of the batch went back, else of the receipt. → `.printed`
    case printMinutes(BatchID)
    /// → `.printed`; nil where none is wanted
    case printSlips

    // Scan desk
    /// → `.desk`
    case setCountedSheets(DossierID, Int)
    /// Sheets outside the numbered run; nil: nobody counted them. → `.desk`
    case setCountedRoles(DossierID, RoleCounts?)
    /// What the phiếu chuẩn bị says, with the sheets it counts, as one step of undo. → `.desk`
    case keyPreparation(DossierID, KeyedSheet)
    /// Runs until the device has stopped; `perform` returns then. → `.run(…)`: `.started`, per page `.pageBegan`, `.rows`,
    /// `.pageStored`, at last `.stopped`; then `.desk` with the settled order.
    case startScan(DossierID, ScanPosition)
    /// Takes complete files of the import folder in; ended by `stopScan`, and told by `Event.incomingTaken`.
    case takeIncoming(DossierID, ScanPosition)
    /// Watch the scanner's sensors from now on. → `.sensed` …, `.watchEnded`, as news. A run ends the watch by itself.
    case watchPaper
    /// Let the scanner go. No answer.
    case stopWatching
    /// Once: after the sheet under way. Again: at once. No answer of its own; the run answers with `.stopped`.
    case stopScan
    /// `update` has said what it does. → `.desk`
    case page(DossierID, PageID, PageAction)
    /// Blank sides confirmed in one go, one step of undo. → `.desk`
    case confirmBlanks(DossierID, [PageID])
    /// Documents start at these pages, one step of undo. → `.desk`
    case splitAt(DossierID, [PageID])
    /// None does, one step of undo. → `.desk`
    case dismissBoundaries(DossierID, [PageID])
    /// Findings taken as they are, one step of undo. → `.desk`
    case acceptFindings(DossierID, [OpenFinding])
    /// Keeps a place behind a page, at the beginning without one. → `.desk`
    case reserve(DossierID, PlaceholderKind, after: PageID?)
    /// → `.desk`
    case release(DossierID, PlaceholderID)
    /// Dossiers that pages of this one may belong to; with no text those that follow it in its box. → `.others`
    case findOthers(DossierID, text: String, keys: String?)
    /// Moves a page's sheet and all behind it to another dossier. → `.desk`, `.did`
    case transfer(DossierID, PageID, to: DossierID)
    /// The same to a dossier that is not in the register yet, of the same box. → `.desk`, `.did`
    case transferToNew(DossierID, PageID, code: String, title: String)
    /// The document of the page, at once, as nghi mật. → `.desk` where it is on the desk, then `.withheld`, whatever came of it
    case withhold(PageID, onDesk: DossierID?)
    /// What `.withhold` did, said otherwise. → as `.withhold`
    case rewithhold(PageID, onDesk: DossierID?, WithheldScope, WithholdingReason)
    /// → as `.withhold`
    case withholdDossier(DossierID, WithholdingReason)
    /// What the panic key withheld just now, pressed by mistake. → as `.withhold`
    case takeBackWithholding(WithholdState.Subject)
    /// With the words of whoever decided so. → `.desk`
    case releaseWithheld(DossierID, WithholdingID, String)
    /// → `.desk`, `.did`
    case undo(DossierID)
    case redo(DossierID)
    /// → `.finished`, or `.countMismatch`
    case finishDossier(DossierID, FinishOverride?)

    // Pictures and texts
    /// → `.pageImage`
    case loadPicture(PictureRequest)
    /// → `.text`
    case loadText(PageID, finding: String? = nil)
    /// → `.searchResults`, with so many pages at most
    case search(String, limit: Int = SearchState.shown)

    // Correction
    /// The dossier, or that of a page. → `.correction`
    case openCorrection(CorrectionState.Target)
    /// → `.correctionText`
    case loadCorrectionText(PageID)
    /// `update` has done it on the screen. → `.corrected`, whatever came of it; so all of these
    case correct(DossierID, PageCorrection)
    /// Every word that reads so, of the dossier or of one page; texts of pages in hand come back.
    case correctAlike(DossierID, String, with: String, page: PageID?, inHand: [PageID])
    /// This person's last correction.
    case undoCorrection(DossierID, inHand: [PageID])
    case redoCorrection(DossierID, inHand: [PageID])
    /// Words of the dossier that read so. → `.alike`
    case findAlike(DossierID, String)
    /// What may be meant by a word of a page, by its number. → `.suggestions`
    case suggest(PageID, RevisedPage, Int)
    /// Where there is text to correct behind this dossier. → `.nextToCorrect`
    case findNextToCorrect(DossierID)
    /// The machine reads pages once more, all of the dossier without any named. → `.desk` where it is on the desk; `.did`, for all or where
    /// there is none
    case readAgain(DossierID, [PageID]?, isOnDesk: Bool)

    // Samples
    /// → `.sample`
    case loadSample
    /// → `.sample`, with the lines that come next, whatever came of it
    case answerLine(Int64, LineAnswer, isDecision: Bool)
    /// The line that this person typed last becomes a draft again. → `.sample`
    case takeBackLine(Int64)
    /// What is half typed. No answer.
    case keepLineDraft(Int64, String)

    // What is withheld, of all dossiers
    /// → `.withheldAll`
    case loadWithheld
    /// The slip that lies in the paper's place, as a PDF. → `.did`
    case printReplacementSlip(WithholdingID)

    // Queue
    /// → `.queue`
    case loadQueue
    /// → `.queue`, `.did`
    case retryFailed

    // Export
    /// What would be delivered to this folder. → `.exportPlan` or `.exportFailed`
    case planExport(target: String)
    /// → `.exportProgress` …, then `.exportFinished` or `.exportFailed`
    case export(target: String)
    /// No answer of its own: the export answers.
    case stopExport
}

/// Effects of one lane are performed one after another in the order they were asked; lanes run side by side.
public enum EffectLane: Sendable, Hashable, CaseIterable {
    case station, devices, register, boxes, dossier, scan, control, pictures, texts, correction, suggestions, sample, search, queue, withheld, export
}

extension Effect {
    /// The dossier on the desk whose pages it changes, and which `update` has changed by prediction.
    public var changes: DossierID? {
        switch self {
        case .setCountedSheets(let id, _), .setCountedRoles(let id, _), .keyPreparation(let id, _), .page(let id, _, _), .confirmBlanks(let id, _),
            .splitAt(let id, _), .dismissBoundaries(let id, _), .acceptFindings(let id, _), .reserve(let id, _, _), .release(let id, _),
            .transfer(let id, _, _), .transferToNew(let id, _, _, _), .undo(let id), .redo(let id), .releaseWithheld(let id, _, _):
            id
        case .readAgain(let id, _, true): id
        case .withhold(_, let id), .rewithhold(_, let id, _, _), .takeBackWithholding(.page(_, let id)): id
        default: nil
        }
    }

    public var lane: EffectLane {
        switch self {
        case .start, .recoverLostPages, .saveSettings, .chooseProfile, .bell, .quit: .station
        case .listDevices: .devices
        case .loadRegister, .findOthers: .register
        case .loadBoxes, .countBoxes, .loadBox, .loadBatches, .receiveBox, .returnBox, .recountBox, .acceptBox, .printMinutes, .printSlips: .boxes
        case .addDossier, .openDossier, .closeDossier, .setCountedSheets, .setCountedRoles, .keyPreparation, .page, .confirmBlanks, .splitAt, .dismissBoundaries,
            .acceptFindings, .reserve, .release, .transfer, .transferToNew, .undo, .redo, .finishDossier, .withhold, .rewithhold, .withholdDossier,
            .takeBackWithholding, .releaseWithheld, .readAgain:
            .dossier
        case .startScan, .takeIncoming, .watchPaper, .stopWatching: .scan
        case .stopScan, .stopExport: .control
        case .loadPicture: .pictures
        case .loadText: .texts
        case .openCorrection, .loadCorrectionText, .correct, .correctAlike, .undoCorrection, .redoCorrection, .findAlike: .correction
        case .suggest, .findNextToCorrect: .suggestions
        case .loadSample, .answerLine, .takeBackLine, .keepLineDraft: .sample
        case .search: .search
        case .loadQueue, .retryFailed: .queue
        case .loadWithheld, .printReplacementSlip: .withheld
        case .planExport, .export: .export
        }
    }

    /// Whether an earlier effect of the same lane need not be performed any more once this one is asked: typing in a
    /// search field asks at every key, and only the last answer is wanted.
    public func replaces(_ earlier: Effect) -> Bool {
        switch (self, earlier) {
        case (.loadRegister, .loadRegister), (.findOthers, .findOthers), (.search, .search), (.loadText, .loadText), (.loadQueue, .loadQueue), (.loadWithheld, .loadWithheld),
            (.planExport, .planExport), (.loadSample, .loadSample), (.loadBoxes, .loadBoxes), (.countBoxes, .countBoxes), (.loadBox, .loadBox), (.loadBatches, .loadBatches),
            (.suggest, .suggest), (.findNextToCorrect, .findNextToCorrect):
            true
        case (.loadPicture(let new), .loadPicture(let old)):
            new.purpose == .page && old.purpose == .page
        default: false
        }
    }
}
