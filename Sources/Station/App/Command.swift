import Terminal
import Texts

/// Where a command applies. A key is looked up in the top layer first, then in what lets it pass.
public enum Scope: String, Sendable, Hashable, CaseIterable {
    /// Works everywhere, over any dialog.
    case always
    /// Works on every screen, not over a dialog.
    case screens
    // Screens
    case setup, scanDesk, reader, correction, correctionEdit, sample, sampleDecide, register, boxes, search, queue, withheldAll, export
    // Layers
    case help, palette, countSheets, finishDossier, runStopped, blanks, dropped, notice, question, newDossier, transfer, boundaries
    case findings, contactSheet, numbers, places, flipStack, profiles, withhold, withheld, handover, alike, settle
}

/// Whether a command works now, and if not, why.
public enum Availability: Sendable, Equatable {
    case available
    case notNow(Text)
}

/// One thing a person can do. Footer, help, palette and the README's list of keys are made from these alone.
public struct Command: Sendable, Identifiable {
    public let id: CommandID
    public let scope: Scope
    /// Any of them; the first is the one shown.
    public let keys: [Key]
    /// Two or three words, for footer and palette.
    public let name: Text
    /// One line, for help.
    public let help: Text
    /// Its place in the footer, lowest first; nil when the footer does not show it.
    public let footer: Int?
    /// What the footer shows for its key, where it stands for others like it.
    let shownAs: String?
    let availability: @Sendable (Model) -> Availability
    /// Its place in the footer before all others, while it is one of the few that matter.
    private let footerNow: (@Sendable (Model) -> Int?)?
    /// What the key does just now, where that is not its usual name.
    private let nameNow: @Sendable (Model) -> Text?
    let run: @Sendable (inout Model) -> [Effect]

    init(
        _ id: CommandID, in scope: Scope, keys: [Key], name: Text, help: Text, footer: Int? = nil, shownAs: String? = nil,
        footerNow: (@Sendable (Model) -> Int?)? = nil, when availability: @escaping @Sendable (Model) -> Availability = { _ in .available },
        nameNow: @escaping @Sendable (Model) -> Text? = { _ in nil },
        run: @escaping @Sendable (inout Model) -> [Effect]
    ) {
        self.id = id
        self.scope = scope
        self.keys = keys
        self.name = name
        self.help = help
        self.footer = footer
        self.shownAs = shownAs
        self.footerNow = footerNow
        self.availability = availability
        self.nameNow = nameNow
        self.run = run
    }

    public func availability(in model: Model) -> Availability { availability(model) }

    /// Its place in the footer as things stand: those that matter now come first; nil: the footer does not show it.
    func footerPlace(in model: Model) -> Int? { footerNow?(model).map { $0 - 1000 } ?? footer }

    /// What it is called now: Esc stops a run, or steps back from a zoom.
    public func name(in model: Model) -> Text { nameNow(model) ?? name }
}

/// A stable name per command.
public enum CommandID: String, Sendable, Hashable, CaseIterable {
    // Everywhere
    case help, palette, quit, inputMethod
    case goScanDesk, goCorrection, goReader, goRegister, goExport, goSettings, goSearch, goQueue, goBoxes, goSample
    // Scan desk
    case scan, stop, finish, countSheets, insert, rescan, findings, contactSheet, twoPages, numbers, places, takeIncoming, flipStack, deskew, countsAs, chooseProfile
    case previousPage, nextPage, previousDocument, nextDocument, firstPage, lastPage
    case split, merge, drop, dropRun, transfer, boundaries, dropped, blanks, turnLeft, turnRight, moveUp, moveDown, undo, redo, zoomIn, zoomOut
    // Reader
    case readerPrevious, readerNext, readerZoomIn, readerZoomOut, readerUp, readerDown, readerPageUp, readerPageDown, readerBack, readerNextFound, readerPreviousFound
    // Correction
    case correctionAccept, correctionAcceptSeen, correctionType, correctionEdit, correctionRemove, correctionJoin, correctionSplitLine, correctionJoinLine
    case correctionAddWord, correctionAddLine, correctionAlike, correctionNext, correctionPrevious, correctionLeft, correctionRight
    case correctionUp, correctionDown, correctionHome, correctionEnd, correctionPageUp, correctionPageDown, correctionSaveNext, correctionBack
    case correctionUndo, correctionRedo, correctionSettle, correctionEverything, correctionWholePage, correctionZoomIn, correctionZoomOut
    case correctionGrave, correctionAcute, correctionHook, correctionTilde, correctionDot, correctionLevel
    case correctionTake1, correctionTake2, correctionTake3, correctionTake4, correctionTake5, correctionTake6, correctionTake7
    case correctionTake8, correctionTake9
    case readPageAgain, readDossierAgain, correctionReadPage, correctionReadDossier
    case editAccept, editStay, editSaveNext, editClose
    case alikeAccept, alikeScope, alikeClose
    case settleAccept, settleIllegible, settleHandwritten, settleMachine, settleForeign, settleNone, settleUp, settleDown, settleClose
    // Samples
    case sampleTake, sampleIllegible, sampleNothing, sampleBack, sampleNextPart, samplePreviousPart, sampleLarger, sampleSmaller, sampleLeave
    case sampleFirst, sampleSecond, sampleOther, sampleDecideIllegible, sampleDecideBack, sampleDecideNextPart, sampleDecidePreviousPart
    case sampleDecideLarger, sampleDecideSmaller, sampleDecideLeave
    // Register
    case registerOpen, registerNextField, registerUp, registerDown, registerPageUp, registerPageDown, registerAdd, registerBack
    // Boxes
    case boxesOpen, boxesReceive, boxesReturn, boxesAccept, boxesMinutes, boxesSlips, boxesColour
    case boxesUp, boxesDown, boxesPageUp, boxesPageDown, boxesBack
    case handoverAccept, handoverNext, handoverPrevious, handoverChoiceBefore, handoverChoiceAfter, handoverClose
    // Search
    case searchOpen, searchUp, searchDown, searchPageUp, searchPageDown, searchBack
    // Queue
    case queueRetry, queueOpen, queueUp, queueDown, queuePageUp, queuePageDown, queueBack
    // Export
    case exportRun, exportStop, exportBack
    // Setup
    case setupNext, setupPrevious, setupChoiceBefore, setupChoiceAfter, setupSave, setupDevices, setupBack
    // Layers
    case helpClose, helpUp, helpDown, helpPageUp, helpPageDown
    case paletteRun, paletteUp, paletteDown, palettePageUp, palettePageDown, paletteClose
    case countAccept, countNext, countPrevious, countLarger, countSmaller, countTurn, countClose
    case findingsAccept, findingsAcceptAlike, findingsDeskew, findingsTurn, findingsDrop, findingsRescan, findingsGo
    case findingsUp, findingsDown, findingsPageUp, findingsPageDown, findingsUndo, findingsClose
    case contactGo, contactSplit, contactMerge, contactDrop, contactTurnLeft, contactTurnRight, contactMoveUp, contactMoveDown
    case contactPrevious, contactNext, contactUp, contactDown, contactFirst, contactLast, contactUndo, contactClose
    case numbersAccept, numbersZoom, numbersRole, numbersClear, numbersPrevious, numbersNext, numbersUp, numbersDown, numbersUndo, numbersClose
    case placesTake, placesRelease, placesUp, placesDown, placesClose
    case flipScan, flipOrder, flipNone, flipClose
    case finishAccept, finishUp, finishDown, finishClose
    case stopGoOn, stopClose
    case blanksAccept, blanksYes, blanksNo, blanksGo, blanksPrevious, blanksNext, blanksUp, blanksDown, blanksClose
    case droppedRestore, droppedUp, droppedDown, droppedClose
    case noticeClose
    case questionYes, questionNo
    case newDossierAccept, newDossierNext, newDossierClose
    case profilesAccept, profilesUp, profilesDown, profilesPageUp, profilesPageDown, profilesClose
    case boundariesAccept, boundariesYes, boundariesNo, boundariesGo, boundariesUndo, boundariesClose
    case boundariesUp, boundariesDown, boundariesPageUp, boundariesPageDown
    case transferAccept, transferNew, transferUp, transferDown, transferPageUp, transferPageDown, transferClose
    // Withholding
    case withhold, withheldList, goWithheld
    case withheldAllOpen, withheldAllSlip, withheldAllUp, withheldAllDown, withheldAllPageUp, withheldAllPageDown, withheldAllBack
    case withholdAccept, withholdMistake, withholdSecret, withholdRestricted, withholdDamaged, withholdUnsuitable, withholdUp, withholdDown, withholdClose
    case withheldRelease, withheldSlip, withheldUp, withheldDown, withheldClose
}
