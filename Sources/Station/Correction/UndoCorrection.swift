import Records
import Texts

extension Model {
    mutating func undoCorrection(_ isRedo: Bool) -> [Effect] {
        guard let dossier = correction.dossier else { return [] }
        correction.last = nil
        correction.pending += 1
        let inHand = Array(correction.texts.keys)
        return [isRedo ? .redoCorrection(dossier.id, inHand: inHand) : .undoCorrection(dossier.id, inHand: inHand)]
    }

    /// After a step back or forth: how the words read now. False: there is nothing to tell of this page.
    /// - Parameter pages: on so many pages in all.
    mutating func sayWhatChanged(since old: RevisedPage, onPages pages: Int) -> Bool {
        guard let page = correction.pageInHand, let now = correction.text?.text else { return false }
        let splices = PageChange(from: old, to: now).splices
        guard let splice = splices.first else {
            guard old.settlement != now.settlement else { return false }
            say(.done, Text.didSettle.with(["what": Text.settlement(now.settlement)(language), "page": String(page.tile.index)]))
            return true
        }
        func words(_ words: [RevisedWord]) -> String { words.map(\.text).joined(separator: " ").shortened }
        let (was, reads) = (words(splice.removed), words(splice.inserted))
        let isSeen = splice.inserted.allSatisfy { if case .machine = $0.origin { false } else { true } }
        let said = was != reads ? Text.wordReadsAgain.with(["was": was, "word": reads]) : (isSeen ? Text.wordSeen : .wordToSeeAgain).with(["word": reads])
        let here = splices.count - 1, elsewhere = pages - 1
        let told = Text.onPage.with(["page": String(page.tile.index), "what": said(language)])
        let more: Text? = here > 0 ? elsewhere > 0 ? .moreChangedAll : .moreChangedHere : elsewhere > 0 ? .moreChangedElsewhere : nil
        say(.done, more?.with(["what": told(language), "count": String(here), "pages": String(elsewhere)]) ?? told)
        return true
    }
}
