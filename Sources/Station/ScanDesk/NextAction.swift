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
    /// `hasScanner`: one was chosen; without one nothing can be scanned, and that comes first.
    func nextAction(hasScanner: Bool) -> NextAction {
        guard let dossier else { return NextAction(tone: .go, phrase: Text.nextPickDossier.phrase) }
        if let found = unseenMark {
            let words = ["mark": found.mark.text.vi, "page": found.page.map(String.init) ?? "–"]
            return NextAction(tone: .attention, phrase: Text.nextSecrecy.with(words))
        }
        switch run {
        case .starting: return NextAction(tone: .running, phrase: Text.nextStarting.phrase)
        case .running where takesIncoming: return NextAction(tone: .running, phrase: Text.nextTakingIncoming.phrase)
        case .running: return NextAction(tone: .running, phrase: Text.nextRunning.with(["page": String(feederPage)]))
        case .stopping: return NextAction(tone: .running, phrase: Text.nextStopping.phrase)
        case .idle, .stopped: break
        }
        if dossier.stage.isFinished { return finishedAction(dossier.counts) }
        let action = actionAtRest(dossier)
        guard !hasScanner, action.needsScanner else { return action.action }
        return NextAction(tone: .go, phrase: Text.nextChooseScanner.phrase)
    }

    /// A finished dossier needs nothing more; that its counts were overridden stays in sight.
    private func finishedAction(_ counts: DeskCounts) -> NextAction {
        let difference = counts.countedSheets.map { $0 - counts.sheets } ?? 0
        if difference == 0 { return NextAction(tone: .complete, phrase: Text.nextFinished.phrase) }
        let text = difference > 0 ? Text.nextFinishedShort : Text.nextFinishedOver
        return NextAction(tone: .attention, phrase: text.with(["sheets": String(abs(difference))]))
    }

    private func actionAtRest(_ dossier: DeskDossier) -> (action: NextAction, needsScanner: Bool) {
        if case .before(let page) = insertion, let tile = dossier.pages.first(where: { $0.id == page }) {
            return (NextAction(tone: .go, phrase: Text.nextInsert.with(["page": String(tile.index)])), true)
        }
        if dossier.stage == .withheld { return (NextAction(tone: .attention, phrase: Text.nextWithheld.phrase), false) }
        if let armed = armedAction(dossier) { return (NextAction(tone: .go, phrase: armed), true) }
        if frontsAwaiting > 0 {
            return (NextAction(tone: .attention, phrase: Text.nextFlip.with(["sheets": String(frontsAwaiting)])), false)
        }
        if !dossier.unnamed.isEmpty { return (NextAction(tone: .attention, phrase: Text.nextUnnamed.phrase), false) }
        guard let counted = dossier.counts.countedSheets else {
            if dossier.preparation?.isWanted == true { return (NextAction(tone: .attention, phrase: Text.nextPreparation.phrase), false) }
            return dossier.pages.isEmpty
                ? (NextAction(tone: .go, phrase: Text.nextCountOrScan.phrase), true)
                : (NextAction(tone: .attention, phrase: Text.nextCountSheets.phrase), false)
        }
        let left = counted - dossier.counts.sheets
        let open = dossier.places.count { $0.isOpen }
        if open > 0, left <= open { return (NextAction(tone: .attention, phrase: Text.nextPlaces.with(["places": String(open)])), false) }
        if left == 0, !dossier.pages.isEmpty, dossier.pages.allSatisfy({ $0.withheld != nil }) { return (NextAction(tone: .attention, phrase: Text.nextWithheld.phrase), false) }
        if left == 0 { return (NextAction(tone: .complete, phrase: Text.nextFinish.phrase), false) }
        if left < 0 {
            let (sheets, suspected) = (String(-left), dossier.coversSuspected.first)
            let phrase = suspected.map { Text.nextOfAnother.with(["sheets": sheets, "code": $0]) } ?? Text.nextTooMany.with(["sheets": sheets])
            return (NextAction(tone: .attention, phrase: phrase), false)
        }
        if dossier.pages.isEmpty { return (NextAction(tone: .go, phrase: Text.nextScan.phrase), true) }
        return (NextAction(tone: .go, phrase: Text.nextScanOn.with(["sheets": String(left)])), true)
    }

    /// What Space does where it was told to do something special.
    private func armedAction(_ dossier: DeskDossier) -> Phrase? {
        switch insertion {
        case .replacing(let page):
            dossier.pages.first { $0.id == page }.map { Text.nextRescan.with(["page": String($0.index), "sheet": $0.sheetLabel]) }
        case .into(let place):
            dossier.places.first { $0.id == place }.map { Text.nextPlace.with(["sheet": $0.label]) }
        case .backs: Text.nextBacks.phrase
        case .end, .before: nil
        }
    }

    /// The side that comes out of the feeder now, or came last.
    var feederPage: Int { live?.number ?? (dossier?.pages.count ?? 0) + 1 }
}
