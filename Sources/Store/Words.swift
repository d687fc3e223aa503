import Records
import Texts

// The values of the store in words.

extension DossierState {
    public var text: Text {
        switch self {
        case .listed: .stateListed
        case .prepared: .statePrepared
        case .scanning: .stateScanning
        case .scanned: .stateScanned
        case .corrected: .stateCorrected
        }
    }
}

extension MissingItem {
    public var phrase: Phrase {
        let count = ["count": String(count)]
        return switch code {
        case .countedSheets: Text.missingCountedSheets.phrase
        case .pages: Text.missingPages.phrase
        case .sheetsMissing: Text.missingSheets.with(count)
        case .sheetsTooMany: Text.missingSheetsTooMany.with(count)
        case .otherSheets: Text.missingOtherSheets.with(count)
        case .placeholders: Text.missingPlaceholders.with(count)
        case .notFinished: Text.missingFinish.phrase
        case .ocrWaiting: Text.missingOCR.with(count)
        case .ocrFailed: Text.missingOCRFailed.with(count)
        case .notSeen: Text.missingLook.with(count)
        }
    }
}

extension StopReason {
    public var text: Text {
        switch self {
        case .empty: .stopWordEmpty
        case .max: .stopWordMax
        case .jam: .stopWordJam
        case .coverOpen: .stopWordCoverOpen
        case .hang: .stopWordHang
        case .cancelled: .stopWordCancelled
        case .nextDossier: .stopWordNextDossier
        case .error: .stopWordError
        }
    }
}

extension Separation {
    /// What is said when the sheet comes through; nil for the side that does nothing.
    public func phrase(_ language: Language) -> Phrase? {
        switch effect {
        case .nextDossier(let code): Text.separatorNextDossier.with(["code": code.text])
        case .keptOut where code.map { if case .preparation = $0 { true } else { false } } == true: Text.separatorPreparation.phrase
        case .keptOut: code == nil ? nil : Text.separatorKeptOut.phrase
        case .newDocument: Text.separatorNewDocument.phrase
        case .newDossier: Text.separatorNewDossier.phrase
        case .again(_, let number): Text.separatorAgain.with(["number": String(number)])
        case .reserved(_, let kind, 0): Text.separatorPlaceFirst.with(["kind": kind.shortText(language)])
        case .reserved(_, let kind, let page): Text.separatorPlace.with(["kind": kind.shortText(language), "page": String(page)])
        }
    }
}

extension DossierChange {
    public var text: Text {
        switch self {
        case .command(let kind): kind.text
        case .undo: .changeUndo
        case .redo: .changeRedo
        case .fields: .changeFields
        case .scanned: .changeScanned
        case .pagesMoved: .changePagesMoved
        case .withheld: .changeWithheld
        }
    }
}

extension CommandKind {
    public var text: Text {
        switch self {
        case .count: .kindCount
        case .split: .kindSplit
        case .merge: .kindMerge
        case .drop: .kindDrop
        case .restore: .kindRestore
        case .move: .kindMove
        case .turn: .kindTurn
        case .blank: .kindBlank
        case .label: .kindLabel
        case .role: .kindRole
        case .countsAs: .kindCountsAs
        case .deskew: .kindDeskew
        case .accept: .kindAccept
        case .dismissHead: .kindDismissHead
        case .correct: .kindCorrect
        case .reserve: .kindReserve
        case .release: .kindRelease
        case .replace: .kindReplace
        case .finish: .kindFinish
        }
    }
}

extension SampleScope {
    public func phrase(_ language: Language) -> String {
        switch self {
        case .all: Text.scopeWholeStore(language)
        case .fonds(let code): Text.scopeFonds.with(["code": code])(language)
        case .dossier(let code): Text.scopeOfDossier.with(["code": code.text])(language)
        }
    }
}

extension SampleVerdict {
    public var text: Text {
        switch self {
        case .reached: .sampleReaches
        case .missed: .sampleFallsShort
        case .unsure: .sampleUnsure
        }
    }
}

extension SampledLine {
    public var text: Text {
        if isWithheld { return .lineWithheld }
        return switch standing {
        case .waitsForFirst: .lineWaitsFirst
        case .waitsForSecond: .lineWaitsSecond
        case .differs: .lineDiffers
        case .settled: .lineSettled
        case .illegible: .lineIllegible
        }
    }
}
