import Records
import Texts
import Vietnamese

// What is done on the correction screen. Everything is shown at once and saved as it is done.
extension Model {
    // MARK: Coming in

    /// - Parameter word: to begin at, of the page asked for; nil: at the first doubt.
    mutating func correct(_ target: CorrectionState.Target, at word: Int? = nil) -> [Effect] {
        let before = correction
        correction = CorrectionState()
        correction.target = target
        correction.firstWord = word
        correction.readsEverything = before.readsEverything
        correction.zoom = before.zoom
        // From the whole page of it, or from the dossier before, Esc leads to where that was opened from.
        let from = screen == .reader ? reader.cameFrom : screen
        correction.cameFrom = from == .correction ? before.cameFrom : from
        screen = .correction
        return [.openCorrection(target)]
    }

    /// The dossier has come: at the page asked for, else at the first that waits.
    mutating func take(_ dossier: CorrectionDossier, for target: CorrectionState.Target) -> [Effect] {
        guard correction.target == target else { return [] }
        hidden.subtract(correction.leaving)
        correction.leaving = []
        correction.dossier = dossier
        correction.texts = [:]
        correction.asked = []
        let asked: PageID? = if case .page(let page) = target { page } else { nil }
        correction.page = dossier.pages.contains { $0.tile.id == asked } ? asked : (pageBehind(asked, in: dossier) ?? dossier.firstToSee)?.tile.id
        correction.cursor = 0
        correction.seek = correction.page == asked ? correction.firstWord.map { .word($0) } ?? .firstDoubt : .firstDoubt
        correction.isFresh = asked != nil && asked == correction.page && correction.seek == .firstDoubt
        if asked == nil, !dossier.pages.isEmpty, correction.pagesLeft == 0 { sayWhatIsLeft() }
        if let asked, asked != correction.page, let page = correction.pageInHand {
            notice(Text.correctionPageHeld.with(["page": String(page.tile.index)]))
        }
        return []
    }

    /// Where the page in hand on the desk is withheld, the next one there that is not.
    private func pageBehind(_ page: PageID?, in dossier: CorrectionDossier) -> CorrectionPage? {
        guard let pages = desk.dossier?.pages, let at = pages.firstIndex(where: { $0.id == page }) else { return nil }
        return pages[at...].lazy.compactMap { tile in dossier.pages.first { $0.tile.id == tile.id } }.first
    }

    mutating func take(_ text: CorrectionText) {
        correction.asked.remove(text.page)
        // What was done meanwhile is newer than what was read.
        guard correction.pending == 0 || correction.texts[text.page] == nil else { return }
        correction.note(text)
        guard text.page == correction.page else { return }
        // A new reading may have the same word, and nothing is known of it.
        correction.suggesting = nil
        seekCursor()
    }

    mutating func take(_ answer: CorrectionAnswer) -> [Effect] {
        // She may have gone on to another dossier with the key that ended the word: what went wrong is told all the same.
        guard answer.dossier == correction.dossier?.id else {
            if let refusal = answer.refusal { notice(refusal) }
            return answer.failure.map { fail($0) } ?? []
        }
        correction.pending = max(0, correction.pending - 1)
        var isTold = false
        if correction.pending == 0 {
            answer.pages.forEach { correction.note($0) }
            // Pages that are not in hand are read again when they are wanted.
            let fresh = Set(answer.texts.map(\.page)), changed = Set(answer.pages.map(\.tile.id))
            for page in changed.subtracting(fresh) { correction.texts[page] = nil }
            let before = correction.text?.text
            answer.texts.forEach { correction.note($0) }
            if let page = answer.goTo {
                // Of several pages the one in hand is looked at first.
                if let own = correction.page, changed.contains(own) {
                    if let before {
                        goTo(own, .change(since: before))
                        isTold = sayWhatChanged(since: before, onPages: changed.count)
                    }
                } else {
                    goTo(page, .firstDoubt)
                    if let said = answer.said, let index = correction.pageInHand?.tile.index {
                        say(.done, Text.onPage.with(["page": String(index), "what": said(language)]))
                        isTold = true
                    }
                }
            } else {
                correction.cursor = max(0, min(correction.cursor, (correction.text?.text.words.count ?? 1) - 1))
            }
        }
        correction.renewOutdated()
        if let said = answer.said, !isTold { say(.done, said) }
        if let refusal = answer.refusal { say(.warning, refusal) }
        return answer.failure.map { fail($0) } ?? []
    }

    /// Something of it may have been withheld: what is left is asked for, from the page in hand on.
    mutating func loadCorrectionAgain(without pages: Set<PageID> = []) -> [Effect] {
        guard let dossier = correction.dossier else { return correction.target.map { [.openCorrection($0)] } ?? [] }
        let gone = hiddenPages.union(pages)
        let target: CorrectionState.Target
        if let page = correction.page, !gone.contains(page) {
            target = .page(page)
            correction.firstWord = correction.cursor
        } else {
            let next = correction.pagesToSee.first { !gone.contains($0) }
            target = next.map { .page($0) } ?? .dossier(dossier.id)
            correction.firstWord = nil
        }
        correction.target = target
        return [.openCorrection(target)]
    }

    // MARK: Going about

    mutating func goTo(_ page: PageID, _ seek: CorrectionState.Seek) {
        correction.page = page
        correction.edit = nil
        correction.isOutdated = false
        correction.cursor = 0
        correction.seek = seek
        correction.suggesting = nil
        correction.isFresh = false
        seekCursor()
    }

    private mutating func seekCursor() {
        guard let text = correction.text, let seek = correction.seek else { return }
        correction.seek = nil
        switch seek {
        case .start: correction.cursor = 0
        case .word(let word): correction.cursor = max(0, min(word, text.text.words.count - 1))
        case .firstDoubt:
            correction.cursor = text.nextDoubt(from: 0) ?? 0
            if correction.isFresh, !text.text.words.isEmpty, text.openDoubts == 0, correction.nextOpenPage != nil {
                notice(Text.correctionNoDoubtHere.phrase)
            }
            correction.isFresh = false
        case .lastDoubt: correction.cursor = text.lastDoubt(before: .max) ?? 0
        case .change(let old):
            let same = zip(old.words, text.text.words).prefix { $0 == $1 }.count
            correction.cursor = max(0, min(same, text.text.words.count - 1))
        }
    }

    mutating func moveWord(_ step: Int) -> [Effect] {
        correction.last = nil
        let count = correction.text?.text.words.count ?? 0
        correction.cursor = max(0, min(correction.cursor + step, count - 1))
        return []
    }

    /// To the word of a line above or below that stands nearest.
    mutating func moveLine(_ step: Int) -> [Effect] {
        correction.last = nil
        guard let text = correction.text?.text, let at = text.lines.firstIndex(where: { $0.contains(correction.cursor) }),
            text.lines.indices.contains(at + step)
        else { return [] }
        let place = text.words[correction.cursor].box.x
        correction.cursor = text.lines[at + step].min { abs(text.words[$0].box.x - place) < abs(text.words[$1].box.x - place) } ?? 0
        return []
    }

    mutating func moveToEnd(_ isEnd: Bool) -> [Effect] {
        correction.last = nil
        if let line = correction.text?.text.lines.first(where: { $0.contains(correction.cursor) }) {
            correction.cursor = isEnd ? line.upperBound - 1 : line.lowerBound
        }
        return []
    }

    mutating func movePage(_ step: Int) -> [Effect] {
        correction.last = nil
        guard let pages = correction.dossier?.pages, let at = correction.pageIndex, pages.indices.contains(at + step) else { return [] }
        goTo(pages[at + step].tile.id, .firstDoubt)
        return []
    }

    /// The next doubtful word from here on, on whatever page it stands.
    mutating func goToNextDoubt(from index: Int) -> [Effect] {
        // On a page that is still on its way there may be more.
        guard let text = correction.text else { return [] }
        if let next = text.nextDoubt(from: index) {
            correction.cursor = next
        } else if let page = correction.nextOpenPage {
            let isBack = (correction.dossier?.pages.firstIndex { $0.tile.id == page } ?? 0) < (correction.pageIndex ?? 0)
            goTo(page, .firstDoubt)
            if isBack { say(.done, Text.correctionFromTheStart) }
        } else if let first = text.nextDoubt(from: 0), correction.pageInHand?.isOpen == true {
            correction.cursor = first
            say(.done, Text.correctionFromTheStart)
        } else {
            sayWhatIsLeft()
        }
        return []
    }

    mutating func goToLastDoubt() -> [Effect] {
        correction.last = nil
        if let before = correction.text?.lastDoubt(before: correction.cursor) {
            correction.cursor = before
        } else if let page = correction.previousOpenPage {
            goTo(page, .lastDoubt)
        } else {
            say(.warning, Text.correctionNoneBefore)
        }
        return []
    }

    // MARK: Words

    /// Changes the text of the page in hand, on the screen and in the store.
    private mutating func revise(_ change: (inout RevisedPage) throws(RevisionRefusal) -> Void) -> [Effect] {
        guard let dossier = correction.dossier, var text = correction.text else { return [] }
        let before = text.text
        do { try change(&text.text) } catch {
            say(.warning, Text.refusal(error))
            return []
        }
        let change = PageChange(from: before, to: text.text)
        guard !change.isEmpty else { return [] }
        correction.note(text)
        correction.cursor = max(0, min(correction.cursor, text.text.words.count - 1))
        correction.leavesDoubts = nil
        correction.pending += 1
        return [.correct(dossier.id, PageCorrection(page: text.page, change: change, reading: text.reading))]
    }

    /// Right as it stands; in reading everything, all that is seen.
    mutating func acceptWord() -> [Effect] {
        if correction.readsEverything { return acceptSeen() }
        let cursor = correction.cursor
        let effects = correction.word == nil ? [] : revise { page throws(RevisionRefusal) in try page.accept(cursor) }
        return effects + goToNextDoubt(from: correction.word == nil ? cursor : cursor + 1)
    }

    /// Right as they stand: from the cursor to the end of what the picture shows.
    mutating func acceptSeen() -> [Effect] {
        guard let text = correction.text, let tile = correction.pageInHand?.tile else { return [] }
        guard let strip = strip(text, tile, at: correction.cursor) else { return correction.readsEverything ? nextPageOfAll() : goToNextDoubt(from: 0) }
        let readsAll = correction.readsEverything
        let seen = strip.words.map(\.index).filter { $0 >= correction.cursor && (readsAll || text.doubt($0) != .sure) }
        let effects = revise { page throws(RevisionRefusal) in for index in seen { try page.accept(index) } }
        let next = (strip.words.last?.index ?? correction.cursor) + 1
        guard readsAll else { return effects + goToNextDoubt(from: next) }
        guard next < text.text.words.count else { return effects + nextPageOfAll() }
        correction.cursor = next
        return effects
    }

    private mutating func nextPageOfAll() -> [Effect] {
        guard let pages = correction.dossier?.pages, let at = correction.pageIndex, at + 1 < pages.count else {
            sayWhatIsLeft()
            return []
        }
        goTo(pages[at + 1].tile.id, .start)
        return []
    }

    mutating func takeSuggestion(_ number: Int) -> [Effect] {
        let suggestions = correction.text?.suggestions(correction.cursor) ?? []
        guard suggestions.indices.contains(number - 1) else {
            say(.warning, Text.noSuchSuggestion)
            return []
        }
        return replaceWord(with: suggestions[number - 1], goesOn: true)
    }

    mutating func retone(_ tone: Tone) -> [Effect] {
        guard let word = correction.word else { return [] }
        guard let new = word.text.toned(tone, placement: typing.placement) else {
            say(.warning, Text.cannotTone)
            return []
        }
        return replaceWord(with: new, goesOn: false)
    }

    private mutating func replaceWord(with typed: String, goesOn: Bool) -> [Effect] {
        guard let old = correction.word else { return [] }
        let cursor = correction.cursor
        var count = 1
        // What was typed as it stood is right as it stands.
        let isSame = old.text == typed.precomposedStringWithCanonicalMapping
        let effects = revise { page throws(RevisionRefusal) in
            if isSame { try page.accept(cursor) } else { count = try page.replace(cursor, with: typed) }
        }
        guard !effects.isEmpty || isSame else { return [] }
        if !isSame { remember(old.text, typed.precomposedStringWithCanonicalMapping, at: cursor) }
        guard goesOn else { return effects }
        return effects + (correction.readsEverything ? goToWord(cursor + count) : goToNextDoubt(from: cursor + count))
    }

    /// In reading everything no word is passed over; behind the last the page is at its end, and Enter leads on.
    private mutating func goToWord(_ index: Int) -> [Effect] {
        guard let words = correction.text?.text.words else { return [] }
        guard index < words.count else { return nextPageOfAll() }
        correction.cursor = index
        return []
    }

    /// Says how many more read so, while it is of use. A word that is corrected in two steps, such as two tones one after the other, is
    /// one replacement of what it was before; back at that, it is none.
    private mutating func remember(_ before: String, _ new: String, at place: Int) {
        let last = correction.last
        let old = last?.place == place && last?.new == before ? last?.old ?? before : before
        correction.last = old == new ? nil : CorrectionState.Replacement(old: old, new: new, place: place)
        if old == new { return }
        let alike = correction.text.map { text in text.text.places(of: old).count { text.text.words[$0].isMachine } } ?? 0
        if alike > 0 { say(.done, Text.moreAlike.with(["count": String(alike), "word": old.shortened])) }
    }

    mutating func removeWord() -> [Effect] {
        let cursor = correction.cursor
        correction.last = nil
        return revise { page throws(RevisionRefusal) in try page.remove(cursor) }
    }

    mutating func joinWord() -> [Effect] {
        let cursor = correction.cursor
        return revise { page throws(RevisionRefusal) in try page.join(cursor) }
    }

    mutating func splitLine() -> [Effect] {
        let cursor = correction.cursor
        return revise { page throws(RevisionRefusal) in try page.splitLine(before: cursor) }
    }

    mutating func joinLine() -> [Effect] {
        let cursor = correction.cursor
        return revise { page throws(RevisionRefusal) in try page.joinLine(of: cursor) }
    }

    // MARK: Typing

    mutating func startEdit(_ purpose: WordEdit.Purpose, keeping: Bool = false) -> [Effect] {
        correction.edit = WordEdit(purpose, keeping ? correction.word?.text ?? "" : "")
        return []
    }

    mutating func acceptEdit(goesOn: Bool) -> [Effect] {
        guard let edit = correction.edit else { return [] }
        let typed = edit.field.text
        guard typed.contains(where: { !$0.isWhitespace }) else {
            say(.warning, Text.nothingTyped)
            return []
        }
        correction.edit = nil
        switch edit.purpose {
        case .replace:
            let effects = replaceWord(with: typed, goesOn: goesOn)
            if message?.kind == .warning { correction.edit = edit }
            return effects
        case .wordAfter, .lineBelow: return insert(typed, asLine: edit.purpose == .lineBelow)
        }
    }

    private mutating func insert(_ typed: String, asLine: Bool) -> [Effect] {
        guard let tile = correction.pageInHand?.tile else { return [] }
        let cursor: Int? = correction.word == nil ? nil : correction.cursor
        let bounds = Box(x: 0, y: 0, width: tile.width, height: tile.height)
        var place = 0
        let effects = revise { page throws(RevisionRefusal) in place = try page.insert(typed, after: cursor, asLine: asLine, in: bounds) }
        if !effects.isEmpty { correction.cursor = place }
        return effects
    }

    // MARK: All alike, settling

    mutating func openAlike() -> [Effect] {
        guard let dossier = correction.dossier, let word = correction.word else { return [] }
        // What was put in place of a word just now; what nobody has chosen yet is typed.
        let last = correction.last
        let (text, new) = (last?.old ?? word.text, last?.new ?? "")
        layers.append(.alike(AlikeState(text, becomes: new)))
        return [.findAlike(dossier.id, text)]
    }

    mutating func take(alike lines: [AlikeLine], for text: String) {
        guard case .alike(var state) = layers.last, state.text == text else { return }
        state.found = lines
        // Where none is left on the page, those of the other pages are meant.
        if !lines.isEmpty, alikeShown(state)?.isEmpty == true { state.isWholeDossier = true }
        layers[layers.count - 1] = .alike(state)
    }

    mutating func correctAlike() -> [Effect] {
        guard let dossier = correction.dossier, let page = correction.page, case .alike(let state) = layers.last else { return [] }
        closeLayer()
        correction.last = nil
        correction.pending += 1
        return [.correctAlike(dossier.id, state.text, with: state.field.text, page: state.isWholeDossier ? nil : page, inHand: Array(correction.texts.keys))]
    }

    /// nil takes a settlement back.
    mutating func settle(as settlement: PageSettlement?) -> [Effect] {
        closeLayer()
        let effects = revise { page throws(RevisionRefusal) in page.settlement = settlement }
        guard !effects.isEmpty else { return [] }
        say(.done, Text.didSettle.with(["what": Text.settlement(settlement)(language), "page": String(correction.pageInHand?.tile.index ?? 0)]))
        guard settlement != nil else { return effects }
        if let page = correction.nextOpenPage { goTo(page, .firstDoubt) } else { sayWhatIsLeft() }
        return effects
    }
}

extension String {
    /// For a line of the screen: nobody reads a word of a thousand letters.
    var shortened: String { count > 30 ? prefix(29) + "…" : self }
}
