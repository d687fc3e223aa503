import Foundation
import Records
import Store
import Texts

extension LiveServices {
    /// What a correction did, for its answer.
    private struct Done {
        /// Pages whose text changed.
        var pages: [PageID]
        var goTo: PageID?
        var said: Phrase?
    }

    func actOnCorrection(_ effect: Effect, _ send: (Event) -> Void) throws {
        switch effect {
        case .openCorrection(let target):
            let id = try dossier(of: target)
            // First: what is read from here on is told.
            let marks = try store.readingMarks(id)
            session.withLock { $0.correcting = (id, marks) }
            send(.correction(try correctionDossier(id), for: target))
        case .suggest(let page, let text, let index): send(suggestions(for: index, in: text, of: page))
        case .findNextToCorrect(let id):
            let next = try store.nextToCorrect(after: id)
            send(.nextToCorrect(after: id, next.map { CorrectionNext(id: $0.id, code: $0.code.text, pages: $0.pages) }))
        case .loadCorrectionText(let page): send(.correctionText(try correctionText(page)))
        case .correct(let id, let correction):
            // How far the page is follows from its text.
            answer(id, [correction.page], isProgressKnown: true, send) {
                try store.correct([correction], in: id, by: actor)
                return Done(pages: [correction.page])
            }
        case .correctAlike(let id, let old, let new, let page, let inHand):
            answer(id, inHand, send) {
                let pages = try page.map { [$0] } ?? Array(Set(store.alike(old, in: id).map(\.page)))
                let count = try store.correctAlike(old, with: new, in: id, page: page, by: actor)
                let said = Text.didCorrectAlike.with(["count": String(count), "old": old.shortened, "new": new.shortened])
                return Done(pages: pages, said: count == 0 ? Text.noneAlike.phrase : said)
            }
        case .undoCorrection(let id, let inHand):
            answer(id, inHand, send) { done(try store.undoCorrection(id, by: actor), Text.undoneLine) }
        case .redoCorrection(let id, let inHand):
            answer(id, inHand, send) { done(try store.redoCorrection(id, by: actor), Text.redoneLine) }
        case .findAlike(let id, let text): send(.alike(text: text, try alike(text, in: id)))
        default: break
        }
    }

    private func done(_ pages: [PageID], _ said: Text) -> Done {
        Done(pages: pages, goTo: pages.first, said: said.with(["what": CommandKind.correct.text(language)]))
    }

    /// Answers in any case, and with the texts as they are now: the screen shows the correction already.
    private func answer(_ id: DossierID, _ inHand: [PageID], isProgressKnown: Bool = false, _ send: (Event) -> Void, _ act: () throws -> Done) {
        var answer = CorrectionAnswer(dossier: id)
        var changed = inHand
        do {
            let done = try act()
            (changed, answer.goTo, answer.said) = (done.pages, done.goTo, done.said)
        } catch StoreError.nothingToUndo { answer.refusal = Text.nothingToUndo.phrase
        } catch StoreError.nothingToRedo { answer.refusal = Text.nothingToRedo.phrase
        } catch { answer.failure = failure(error) }
        do {
            answer.texts = try changed.filter(inHand.contains).map(correctionText)
            if !isProgressKnown || answer.failure != nil {
                answer.pages = try correctionDossier(id).pages.filter { changed.contains($0.tile.id) }
            }
        } catch { answer.failure = answer.failure ?? failure(error) }
        send(.corrected(answer))
    }

    private func dossier(of target: CorrectionState.Target) throws -> DossierID {
        switch target {
        case .dossier(let id): id
        case .page(let page): try store.dossier(of: page)
        }
    }

    func correctionDossier(_ id: DossierID) throws -> CorrectionDossier {
        let progress = Dictionary(try store.correctionProgress(id).map { ($0.page, $0) }) { first, _ in first }
        let contents = try store.contents(id)
        return CorrectionDossier(
            id: id, code: contents.summary.code.text, title: contents.summary.fields.title,
            pages: contents.pages.compactMap { page in
                progress[page.id].map { CorrectionPage(tile: PageTile(page), doubts: $0.doubts, settlement: $0.settlement, isOpen: $0.isOpen) }
            }, withheld: contents.pages.count { $0.withheld != nil })
    }

    /// Of one word, whether or not it is doubtful: too dear to be made for every word of a page.
    private func suggestions(for index: Int, in text: RevisedPage, of page: PageID) -> Event {
        .suggestions(page, text.words[index], store.proofreader.suggestions(for: text.inContext[index]))
    }

    private func correctionText(_ page: PageID) throws -> CorrectionText {
        if try store.withholdingReason(of: page) != nil { throw StoreError.pageWithheld(page.description) }
        let words = try store.words(of: page)
        let text = words?.revised ?? RevisedPage(language: "vie", words: [])
        return CorrectionText(page: page, text: text, reading: words?.reading, judgements: text.judgements(by: store.proofreader))
    }

    private func alike(_ text: String, in id: DossierID) throws -> [AlikeLine] {
        let places = Dictionary(try store.contents(id).pages.map { ($0.id, $0.index) }) { first, _ in first }
        return try store.alike(text, in: id).map { word in
            AlikeLine(
                page: word.page, pageIndex: places[word.page] ?? 0, before: word.line[..<word.place].joined(separator: " "),
                after: word.line[(word.place + 1)...].joined(separator: " "))
        }
    }
}
