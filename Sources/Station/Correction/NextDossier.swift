import Records
import Texts

// What comes behind the page in hand: another page, or, when the dossier is at its end, another dossier.
extension CorrectionDossier {
    /// Where somebody begins who has chosen no page.
    var firstToSee: CorrectionPage? { pages.first { $0.isOpen && ($0.doubts ?? 0) > 0 } ?? pages.first(where: \.isOpen) ?? pages.first }
}

extension Model {
    /// "Lưu và sang trang", and behind the last page "sang hồ sơ": what is typed is taken, and what waits comes.
    mutating func saveAndNext() -> [Effect] {
        let effects = correction.edit == nil ? [] : acceptEdit(goesOn: false)
        guard correction.edit == nil else { return effects }
        let left = correction.text.flatMap { $0.text.settlement == nil ? $0.openDoubts : nil } ?? 0
        if let page = correction.nextOpenPage {
            if left > 0, let index = correction.pageInHand?.tile.index {
                say(.warning, Text.doubtsLeftBehind.with(["page": String(index), "count": String(left)]))
            }
            goTo(page, .firstDoubt)
            return effects
        }
        if left > 0, correction.leavesDoubts != correction.page {
            correction.leavesDoubts = correction.page
            say(.warning, Text.correctionDoubtsHere.with(["count": String(left)]))
            return effects
        }
        return effects + openNextDossier()
    }

    private mutating func openNextDossier() -> [Effect] {
        guard let dossier = correction.dossier else { return [] }
        if case .found(let next) = correction.next { return correct(.dossier(next.id)) }
        correction.next = .asked(opens: true)
        say(.working, Text.correctionLooksForNext)
        // Asked once more where it was asked before: that may have failed.
        return [.findNextToCorrect(dossier.id)]
    }

    /// On the last page that waits it is asked for, so that it is known when she gets there.
    mutating func followNextDossier() -> [Effect] {
        guard let dossier = correction.dossier, correction.next == .unknown, correction.nextOpenPage == nil else { return [] }
        correction.next = .asked(opens: false)
        return [.findNextToCorrect(dossier.id)]
    }

    mutating func take(_ next: CorrectionNext?, after dossier: DossierID) -> [Effect] {
        guard dossier == correction.dossier?.id else { return [] }
        // Whoever has begun something else meanwhile stays where she is.
        let opens = correction.next == .asked(opens: true) && layers.isEmpty && correction.edit == nil
        correction.next = next.map { .found($0) } ?? .nothing
        if opens, screen == .correction {
            message = nil
            if let next { return correct(.dossier(next.id)) }
            say(.done, Text.correctionNoneWaits)
        } else if let said = correction.endSaid, message?.phrase == said {
            sayWhatIsLeft()
        }
        return []
    }

    /// The dossier is at its end: what is left of it, and where to go on.
    mutating func sayWhatIsLeft() {
        guard let dossier = correction.dossier else { return }
        let left = correction.pagesLeft, toBeRead = correction.pagesToBeRead
        let told = ["code": dossier.code, "count": String(left)]
        if left > toBeRead {
            say(.warning, Text.correctionUnreadLeft.with(["count": String(left)]))
        } else {
            let what = (left == 0 ? Text.correctionDossierDone : .correctionWaitsForReading).with(told)(language)
            switch correction.next {
            case .found(let next): say(.done, Text.correctionNextOffered.with(["what": what, "next": next.code, "pages": String(next.pages)]))
            case .nothing: say(.done, Text.correctionNothingLeft.with(["what": what]))
            case .unknown, .asked: say(.done, left == 0 ? Text.correctionDone.with(told) : Text.correctionWaitsForReading.with(told))
            }
        }
        correction.endSaid = message?.phrase
    }
}
