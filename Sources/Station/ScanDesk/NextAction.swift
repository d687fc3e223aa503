import Terminal
import Texts

/// The one thing to do next on the scan desk, large enough to be read from where the paper is.
struct NextAction: Equatable {
    enum Tone: Equatable {
        /// Something to press.
        case go
        /// The device runs; nothing to do.
        case running
        /// Counts agree.
        case complete
        case attention
    }
    let tone: Tone
    let phrase: Phrase
}

extension DeskState {
    var nextAction: NextAction {
        guard let dossier else { return NextAction(tone: .go, phrase: Text.nextPickDossier.phrase) }
        switch run {
        case .starting: return NextAction(tone: .running, phrase: Text.nextStarting.phrase)
        case .running: return NextAction(tone: .running, phrase: Text.nextRunning.with(["page": String(feederPage)]))
        case .stopping: return NextAction(tone: .running, phrase: Text.nextStopping.phrase)
        case .idle, .stopped: break
        }
        if case .before(let page) = insertion, let tile = dossier.pages.first(where: { $0.id == page }) {
            return NextAction(tone: .go, phrase: Text.nextInsert.with(["page": String(tile.index)]))
        }
        guard let counted = dossier.counts.countedSheets else {
            return dossier.pages.isEmpty
                ? NextAction(tone: .go, phrase: Text.nextCountOrScan.phrase)
                : NextAction(tone: .attention, phrase: Text.nextCountSheets.phrase)
        }
        let left = counted - dossier.counts.sheets
        if left == 0 { return NextAction(tone: .complete, phrase: Text.nextFinish.phrase) }
        if left < 0 { return NextAction(tone: .attention, phrase: Text.nextTooMany.with(["sheets": String(-left)])) }
        if dossier.pages.isEmpty { return NextAction(tone: .go, phrase: Text.nextScan.phrase) }
        return NextAction(tone: .go, phrase: Text.nextScanOn.with(["sheets": String(left)]))
    }

    /// The side that comes out of the feeder now, or came last.
    var feederPage: Int { live?.number ?? (dossier?.pages.count ?? 0) + 1 }
}
