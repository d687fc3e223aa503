import Terminal
import Texts

extension Model {
    private var boundariesParts: (left: Rect, picture: Rect) {
        let inside = largeArea.inset(columns: 2, rows: 1)
        let (left, right) = inside.split(left: min(52, max(36, inside.width * 50 / 100)))
        return (left, Rect(x: right.x + 1, y: right.y, width: right.width - 1, height: right.height - 2))
    }

    func boundaryPictures(_ list: ListState) -> [PictureRequest] {
        let proposals = desk.proposals
        return proposals.indices.contains(list.selected) ? [boundaryRequest(proposals[list.selected].page)] : []
    }

    private func boundaryRequest(_ page: PageTile) -> PictureRequest {
        PictureRequest(
            page: page.id, purpose: .page, turn: page.turn, deskew: page.deskew, size: boundariesParts.picture.size, mode: pictureMode)
    }

    /// Proposals with the page beside them: its head tells at a look.
    func drawBoundaries(_ list: ListState, _ canvas: inout Canvas) {
        let proposals = desk.proposals
        let inside = canvas.dialog(title: Text.boundariesTitle(language), width: largeArea.width, height: largeArea.height)
        let (left, picture) = boundariesParts
        let sure = proposals.count { $0.proposal.isSure }
        let summary = Text.boundariesSummary.with(["count": String(proposals.count), "sure": String(sure)])
        let used = canvas.line(summary(language), .dim, in: left, row: 0)
        if desk.unreadPages > 0 {
            let unread = Text.boundariesUnread.with(["count": String(desk.unreadPages)])
            canvas.line(unread(language), .warning, in: left, row: 0, indent: used)
        }
        if let listed = desk.dossier?.listed {
            canvas.line(listed.phrase(language), listed.agrees ? .good : .warning, in: left, row: 1)
        }
        let rows = Rect(x: left.x, y: left.y + 2, width: left.width - 1, height: inside.height - 6)
        for (row, index) in list.visible(count: proposals.count, height: rows.height).enumerated() {
            let (page, proposal) = proposals[index]
            let isSelected = index == list.selected
            let role = isSelected ? canvas.selectRow(rows, row: row) : ThemeRole.base
            let place = Text.findingPlace.with(["page": String(page.index), "sheet": page.shownLabel(language)])(language)
            canvas.line((isSelected ? "▸ " : "  ") + place, role, in: rows, row: row)
            let share = "\(Int((proposal.confidence * 100).rounded(.down)))%" + (proposal.isSure ? " " : "?")
            canvas.put(share, isSelected ? role : proposal.isSure ? .good : .warning, x: rows.x + 17, y: rows.y + row, width: 5)
            canvas.put(
                proposal.head.isEmpty ? proposal.words(language) : proposal.head, role, x: rows.x + 23, y: rows.y + row,
                width: max(0, rows.width - 23))
        }
        if let selected = proposals.indices.contains(list.selected) ? proposals[list.selected] : nil {
            canvas.paragraph(selected.proposal.words(language), .dim, in: left, row: inside.height - 3, most: 2)
            drawPicture(of: boundaryRequest(selected.page), selected.page, picture, &canvas)
        }
        drawKeys(
            [.boundariesAccept, .boundariesYes, .boundariesNo, .boundariesGo, .boundariesUndo, .boundariesClose], in: .boundaries, inside,
            row: inside.height - 1, &canvas)
    }
}

extension DocumentProposal {
    /// What speaks for it.
    fileprivate func words(_ language: Language) -> String { reasons.map { $0(language) }.joined(separator: ", ") }
}
