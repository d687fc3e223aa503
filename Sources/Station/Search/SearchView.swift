import Terminal
import Texts
import Vietnamese

extension Model {
    func drawSearch(_ canvas: inout Canvas) {
        let (top, list) = body.split(top: 3)
        canvas.pane(top, title: Text.searchTitle(language), isFocused: true)
        let inside = top.inset(columns: 2, rows: 1)
        let refusal = search.isWaiting ? nil : search.results?.refusal
        canvas.field(search.field, x: inside.x, y: inside.y, width: inside.width, isFocused: layers.isEmpty, isBad: refusal != nil)
        canvas.pane(list, title: searchCount)
        drawLines(list.inside, &canvas)
    }

    private var searchCount: String {
        guard let results = search.results, results.refusal == nil else { return Text.searchResults(language) }
        let pages = (results.isMore ? Text.searchFoundMore : .searchFound).with(["pages": String(results.total)])(language)
        return results.dossiers.isEmpty ? pages : pages + Text.searchFoundDossiers.with(["dossiers": String(results.dossiers.count)])(language)
    }

    /// Two rows per line: where it is, and the words around the first place; a free one between them.
    private func drawLines(_ rect: Rect, _ canvas: inout Canvas) {
        let lines = search.lines
        if lines.isEmpty { return drawNothing(rect.inset(columns: 1, rows: 0), &canvas) }
        for (place, index) in search.list.visible(count: lines.count, height: rect.height / 3).enumerated() {
            let row = place * 3
            let isSelected = index == search.list.selected
            let role = isSelected ? canvas.selectRow(rect, row: row) : ThemeRole.strong
            let sign = isSelected ? "▸ " : "  "
            switch lines[index] {
            case .dossier(let dossier):
                let name = Text.searchDossier.with(["code": dossier.code, "pages": String(dossier.pages)])
                let used = canvas.line(sign + name(language), role, in: rect, row: row)
                if let box = dossier.box { canvas.line(named(box), isSelected ? role : .dim, in: rect, row: row, indent: used + 2) }
                canvas.line(dossier.title, in: rect, row: row + 1, indent: 4)
            case .page(let hit):
                let page = Text.searchHit.with(["code": hit.code, "page": String(hit.pageIndex)])
                let used = canvas.line(sign + page(language), role, in: rect, row: row)
                let places = hit.places > 1 ? Text.searchHitPlaces.with(["count": String(hit.places)])(language) + " " : ""
                let room = Rect(x: rect.x, y: rect.y, width: rect.width - DisplayText.width(places) - 1, height: rect.height)
                canvas.line(hit.title, isSelected ? role : .dim, in: room, row: row, indent: used + 2)
                canvas.lineRight(places, isSelected ? role : .dim, in: rect, row: row)
                drawSnippet(hit.snippet.fitting(rect.width - 6), rect, row: row + 1, &canvas)
            }
        }
    }

    /// A box is often called by its number alone.
    private func named(_ box: String) -> String {
        box.folded.hasPrefix("hop ") ? box : Text.searchDossierBox.with(["box": box])(language)
    }

    private func drawNothing(_ rect: Rect, _ canvas: inout Canvas) {
        if !search.isWaiting, let results = search.results {
            canvas.paragraph((results.refusal ?? Text.searchNothing.phrase)(language), results.refusal == nil ? .dim : .warning, in: rect, row: 1)
            return
        }
        var row = 1
        for text in [Text.searchExplained, .searchExplainedPhrases, .searchExplainedFilters] {
            row += canvas.paragraph(text(language), .dim, in: rect, row: row) + 1
        }
    }

    private func drawSnippet(_ parts: [SnippetPart], _ rect: Rect, row: Int, _ canvas: inout Canvas) {
        var x = 4
        for part in parts {
            let text = part.text.replacing("\n", with: " ")
            x += canvas.line(text, part.isMatch ? .match : .base, in: rect, row: row, indent: x)
        }
    }
}

extension [SnippetPart] {
    /// Without its first words where the first match would be cut off.
    fileprivate func fitting(_ width: Int) -> [SnippetPart] {
        guard count > 1, let first, !first.isMatch else { return self }
        let room = width - DisplayText.width(self[1].text)
        guard DisplayText.width(first.text) > room else { return self }
        var words = first.text.split(separator: " ")
        while !words.isEmpty, DisplayText.width(words.joined(separator: " ")) + 3 > Swift.max(0, room / 2) { words.removeFirst() }
        return [SnippetPart((["…"] + words).joined(separator: " ") + " ")] + dropFirst()
    }
}
