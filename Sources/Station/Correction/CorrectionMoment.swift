/// What is in hand on the correction screen: by this the footer chooses the few keys that matter, where there is room for few.
enum CorrectionMoment {
    /// A word that may be wrong.
    case doubt
    /// One that is sure.
    case sure
    case readingEverything
    /// A page on which the machine found none.
    case noWords
    /// Nothing is left to do in the dossier.
    case done
    case nothing

    /// The first matter most. All others stand behind them, and in help.
    var keys: [CommandID] {
        switch self {
        case .doubt:
            [.correctionAccept, .correctionTake1, .correctionType, .correctionNext, .correctionSaveNext, .correctionAcceptSeen, .correctionEdit, .correctionPrevious,
                .correctionAlike, .correctionSettle]
        case .sure: [.correctionNext, .correctionType, .correctionTake1, .correctionSaveNext, .correctionAccept, .correctionEdit, .correctionPrevious]
        case .readingEverything: [.correctionAccept, .correctionType, .correctionTake1, .correctionEverything, .correctionSaveNext, .correctionEdit]
        case .noWords: [.correctionAddLine, .correctionSettle, .correctionReadPage, .correctionSaveNext, .correctionNext]
        case .done: [.correctionSaveNext, .correctionUndo, .correctionEverything, .correctionBack]
        case .nothing: [.correctionSaveNext, .correctionBack]
        }
    }
}

extension Model {
    var correctionMoment: CorrectionMoment {
        guard correction.pageInHand != nil else { return .nothing }
        guard let text = correction.text else { return .sure }
        if text.text.words.isEmpty { return .noWords }
        if correction.pagesLeft == 0 { return .done }
        if correction.readsEverything { return .readingEverything }
        return text.doubt(correction.cursor) == .sure ? .sure : .doubt
    }
}
