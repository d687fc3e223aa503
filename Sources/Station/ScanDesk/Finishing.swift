import Records
import Terminal
import Texts

extension Model {
    /// What waits for a person comes first: a dossier without a name, blank sides to be judged, backs to be scanned, a phiếu
    /// chuẩn bị to be keyed, findings to be seen, sheets that the contents sheet names and nobody has. Closing the dialog decides nothing.
    mutating func finishDossier() -> [Effect] {
        guard let dossier = desk.dossier else { return [] }
        guard dossier.unnamed.isEmpty else {
            let effects = askForTransfer()
            say(.warning, Text.unnamedBeforeFinish)
            return effects
        }
        let blanks = desk.blanksInQuestion.count
        guard blanks == 0 else {
            layers.append(.blanks(ListState()))
            say(.warning, Text.blanksBeforeFinish.with(["count": String(blanks)]))
            return []
        }
        guard desk.frontsAwaiting == 0 else {
            layers.append(.flipStack(FlipState(fronts: desk.frontsAwaiting)))
            say(.warning, Text.backsBeforeFinish.with(["count": String(desk.frontsAwaiting)]))
            return []
        }
        if let preparation = dossier.preparation, preparation.isWanted, desk.seenPreparation != preparation.sheet?.id {
            desk.seenPreparation = preparation.sheet?.id
            layers.append(.countSheets(CountState(dossier.counts, preparation)))
            say(.warning, Text.preparationBeforeFinish)
            return []
        }
        if let unseen = desk.firstUnseenFinding {
            layers.append(.findings(ListState(selected: unseen)))
            say(.warning, Text.findingsBeforeFinish.with(["count": String(desk.openFindings.count)]))
            return []
        }
        let proposals = desk.proposals
        if proposals.contains(where: { !desk.seenProposals.contains($0.page.id) }) {
            openBoundaries()
            let unread = desk.unreadPages
            let question = unread == 0 ? Text.boundariesBeforeFinish : .boundariesBeforeFinishUnread
            say(.warning, question.with(["count": String(proposals.count), "unread": String(unread)]))
            return []
        }
        if let listed = dossier.listed, !listed.missing.isEmpty, listed.missing != desk.toldMissing {
            desk.toldMissing = listed.missing
            say(.warning, Text.contentsBeforeFinish.with(["comparison": listed.phrase(language)]))
            return []
        }
        return [.finishDossier(dossier.id, nil)]
    }
}
