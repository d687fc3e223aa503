import Records
import Terminal
import Texts

extension CommandTable {
    static let boundaries: [Command] =
        [
            Command(
                .boundariesAccept, in: .boundaries, keys: [.enter], name: .commandBoundariesAccept, help: .commandBoundariesAcceptHelp, footer: 10,
                when: { $0.desk.proposals.contains(where: \.proposal.isSure) ? .available : .notNow(.onlyDoubtfulBoundariesLeft) },
                run: { $0.acceptSureBoundaries() }),
            Command(
                .boundariesYes, in: .boundaries, keys: [.character("t")], name: .commandBoundariesYes, help: .commandBoundariesYesHelp, footer: 20,
                run: { model in model.selectedProposal.map { model.split(at: [$0.page]) } ?? [] }),
            Command(
                .boundariesNo, in: .boundaries, keys: [.character("k"), .character("n")], name: .commandBoundariesNo,
                help: .commandBoundariesNoHelp, footer: 30, run: { $0.dismissSelectedBoundary() }),
            Command(
                .boundariesGo, in: .boundaries, keys: [.character("g")], name: .commandGoToPage, help: .commandGoToPageHelp, footer: 40,
                run: { model in
                    if let page = model.selectedProposal?.page { model.goToPage(page) }
                    return []
                }),
            undo(.boundariesUndo, .boundaries), close(.boundariesClose, .boundaries),
        ]
        + ListCommands(up: .boundariesUp, down: .boundariesDown, pageUp: .boundariesPageUp, pageDown: .boundariesPageDown)
        .commands(in: .boundaries) { model, move in
            guard case .boundaries(var list) = model.layers.last else { return [] }
            list.move(move, count: model.desk.proposals.count)
            model.layers[model.layers.count - 1] = .boundaries(list)
            return []
        }
}

extension Model {
    var selectedProposal: (page: PageTile, proposal: DocumentProposal)? {
        guard case .boundaries(let list) = layers.last else { return nil }
        let proposals = desk.proposals
        return proposals.indices.contains(list.selected) ? proposals[list.selected] : nil
    }

    /// On the line of the page at the cursor, or of the first that nobody has seen.
    mutating func openBoundaries() {
        let proposals = desk.proposals
        let here = proposals.firstIndex { $0.page.id == desk.page?.id } ?? proposals.firstIndex { !desk.seenProposals.contains($0.page.id) }
        layers.append(.boundaries(ListState(selected: here ?? 0)))
        desk.seenProposals.formUnion(proposals.map(\.page.id))
    }

    fileprivate mutating func acceptSureBoundaries() -> [Effect] {
        split(at: desk.proposals.filter(\.proposal.isSure).map(\.page))
    }

    fileprivate mutating func split(at pages: [PageTile]) -> [Effect] {
        guard let dossier = desk.dossier, !pages.isEmpty else { return [] }
        desk.predict { changed in
            for page in pages { changed.predict(.split, on: page.id) }
        }
        let left = desk.proposals.count
        closeSettledGrids()
        let documents = String(desk.dossier?.documents.count ?? 0)
        say(.done, left == 0
            ? Text.boundariesSettled.with(["documents": documents])
            : Text.boundariesLeft.with(["documents": documents, "count": String(left)]))
        return [.splitAt(dossier.id, pages.map(\.id))]
    }

    fileprivate mutating func dismissSelectedBoundary() -> [Effect] {
        guard let dossier = desk.dossier, let page = selectedProposal?.page else { return [] }
        desk.predict { $0.proposals.removeAll { $0.page == page.id } }
        closeSettledGrids()
        say(.done, Text.boundaryDismissed.with(["page": String(page.index)]))
        return [.dismissBoundaries(dossier.id, [page.id])]
    }
}
