import Foundation
import Records
import Store
import Texts

extension LiveServices {
    /// The page's document at once, as nghi mật. Whatever comes of it, the screen hears that it has been tried.
    func withhold(_ page: PageID, _ onDesk: DossierID?, _ send: @Sendable (Event) -> Void) throws {
        try answer(page, onDesk, send) { contents in
            try store.withhold(.document(contents.document), for: .suspectedSecret, by: actor)
        }
        try tellDeliveredCopies(of: store.dossier(of: page), send)
    }

    func rewithhold(
        _ page: PageID, _ onDesk: DossierID?, _ scope: WithheldScope, _ reason: WithholdingReason, _ send: @Sendable (Event) -> Void
    ) throws {
        try answer(page, onDesk, send) { place in
            let target: WithheldTarget =
                switch scope {
                case .page: .page(page)
                case .document: .document(place.document)
                case .dossier: .dossier(place.dossier)
                }
            try store.rewithhold(try standing(of: .document(place.document)).id, as: target, for: reason, by: actor)
            session.withLock { $0.dispatcher }?.wake()
        }
    }

    func withhold(_ id: DossierID, _ reason: WithholdingReason, _ send: @Sendable (Event) -> Void) throws {
        do { try store.withhold(.dossier(id), for: reason, by: actor) } catch {
            send(.notWithheld(asked: []))
            throw error
        }
        try tellWithheld(id, send)
        try tellDeliveredCopies(of: id, send)
    }

    /// The panic key was pressed by mistake: what it withheld, and nothing that stood before.
    func takeBack(_ subject: WithholdState.Subject, _ send: @Sendable (Event) -> Void) throws {
        let mistake = Text.withheldByMistake(language)
        switch subject {
        case .dossier(let id, _):
            try store.releaseWithheld(try mistaken(.dossier(id)).id, detail: mistake, by: actor)
            try tellWithheld(id, send)
        case .page(let page, let onDesk):
            try answer(page, onDesk, send) { place in
                try store.releaseWithheld(try mistaken(.document(place.document)).id, detail: mistake, by: actor)
            }
        }
        session.withLock { $0.dispatcher }?.wake()
    }

    /// What the program had withheld by itself just before is no mistake of the person's.
    private func mistaken(_ target: WithheldTarget) throws -> Withholding {
        let standing = try standing(of: target)
        guard !standing.isByProgram else { throw StoreError.actionImpossible(Text.undoIsNoRelease.phrase) }
        return standing
    }

    private func standing(of target: WithheldTarget) throws -> Withholding {
        guard let standing = try store.withholding(of: target) else { throw StoreError.actionImpossible(Text.withheldNotThere.phrase) }
        return standing
    }

    /// What was delivered is out of our hands: who withholds has to call it back.
    private func tellDeliveredCopies(of id: DossierID, _ send: @Sendable (Event) -> Void) throws {
        let places = try store.deliveredPlaces(of: id), most = 6
        if places.isEmpty { return }
        // A dialog has room for so many; `tramquet withhold` names all.
        let named = places.prefix(most).joined(separator: ", ") + (places.count > most ? ", …" : "")
        send(.failed(Failure(
            code: "delivered_before",
            message: Text.withheldWasDelivered.with(["code": try store.dossier(id).code.text, "places": named, "count": String(places.count)]),
            kept: Text.withheldFromNowOn.phrase, todo: Text.recallDelivered.phrase)))
    }

    private func tellWithheld(_ id: DossierID, _ send: @Sendable (Event) -> Void) throws {
        if session.withLock({ $0.dossier?.id }) == id { send(.desk(try desk(id))) }
        let pages = Set(try store.contents(id).pages.map(\.id))
        send(.withheld(pages, asked: pages))
    }

    private func answer(
        _ page: PageID, _ onDesk: DossierID?, _ send: @Sendable (Event) -> Void, _ act: ((document: DocumentID, dossier: DossierID)) throws -> Void
    ) throws {
        let id = try store.dossier(of: page)
        let before = try store.contents(id)
        guard let document = (before.pages + before.dropped).first(where: { $0.id == page })?.document else {
            throw StoreError.noSuchPage(page.description)
        }
        let asked = Set((before.pages + before.dropped).filter { $0.document == document }.map(\.id))
        do { try act((document, id)) } catch {
            send(.notWithheld(asked: asked))
            throw error
        }
        let after = try store.contents(id)
        if onDesk != nil { send(.desk(try desk(id))) }
        send(.withheld(Set((after.pages + after.dropped).filter { $0.withheld != nil }.map(\.id)), asked: asked))
    }

    /// What another process withheld leaves the screen, and comes back once it is released, whatever else is under way.
    func tellDeskIfWithheldElsewhere(_ known: inout WithheldOnDesk) {
        guard let id = session.withLock({ $0.dossier?.id }), let now = try? store.withholdings(of: id) else { return known = WithheldOnDesk() }
        let before = known.dossier == id ? known.withholdings : []
        known = WithheldOnDesk(dossier: id, withholdings: now)
        guard before != now, let desk = try? desk(id) else { return }
        tell.yield(.desk(desk))
    }

    /// A page was read that bears a mark: the desk is told with its dossier, and of another dossier in a notice. The rest of a
    /// document that stands withheld is read silently but for a graver mark.
    /// - Returns: whether it is withheld; not where a person has let it go before.
    func tellOfMark(_ mark: SecrecyMark, on page: PageID, _ dossier: DossierID) -> Bool {
        guard let contents = try? store.contents(dossier), let record = contents.pages.first(where: { $0.id == page }), record.withheld != nil else { return false }
        let marks = (try? store.secrecyMarks(of: dossier)) ?? []
        let own = marks.first { $0.page == page }
        let isNews = !marks.contains { $0.page != page && $0.withholding == own?.withholding && $0.mark.order <= mark.order }
        if session.withLock({ $0.dossier?.id }) == dossier, let desk = try? desk(dossier) {
            tell.yield(.desk(desk))
            guard isNews else { return true }
            tell.yield(.secrecyFound(dossier, page: record.index, mark))
        } else {
            guard isNews else { return true }
            let message = Text.secrecyFoundElsewhere.with([
                "code": contents.summary.code.text, "page": String(record.index), "mark": mark.text(language),
            ])
            tell.yield(.secrecyFoundElsewhere(Failure(
                code: "secrecy_found", message: message, kept: Text.secrecyKept.phrase, todo: Text.secrecyTodo.with(["code": contents.summary.code.text])),
                pages: Set((contents.pages + contents.dropped).filter { $0.withheld != nil }.map(\.id))))
        }
        try? tellDeliveredCopies(of: dossier) { tell.yield($0) }
        return true
    }

    /// As the desk lists them: without a place what has dropped pages only, and not at all a document that has lost its pages, as
    /// after the undoing of a split.
    func withholdings(in contents: DossierContents) throws -> [DeskWithholding] {
        let documents = Set((contents.pages + contents.dropped).map(\.document))
        let marks = try store.secrecyMarks(of: contents.summary.id)
        return try store.withholdings(of: contents.summary.id).compactMap { withholding in
            let place: Int? =
                switch withholding.target {
                case .dossier: nil
                case .document(let id): contents.documents.first { $0.id == id }?.number
                case .page(let id): contents.pages.first { $0.id == id }?.index
                }
            if case .document(let id) = withholding.target, !documents.contains(id) { return nil }
            // The gravest first: whoever releases it decides about that.
            let found = marks.filter { $0.withholding == withholding.id }.map { found in
                DeskMark(page: contents.pages.first { $0.id == found.page }?.index, mark: found.mark)
            }.sorted { ($0.mark.order, $0.page ?? .max) < ($1.mark.order, $1.page ?? .max) }
            var line = DeskWithholding(
                id: withholding.id, scope: withholding.target.scope, place: place, reason: withholding.reason, person: withholding.person,
                detail: withholding.detail ?? "", found: found.first, isByProgram: withholding.isByProgram)
            line.others = Array(found.dropFirst())
            return line
        }
    }
}

/// What was withheld in the dossier on the desk when the store was looked at last.
struct WithheldOnDesk {
    var dossier: DossierID?
    var withholdings: [Withholding] = []
}
