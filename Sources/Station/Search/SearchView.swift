import Terminal
import Texts

extension Model {
    func drawSearch(_ canvas: inout Canvas) {
        let (top, list) = body.split(top: 3)
        canvas.pane(top, title: Text.searchTitle(language), isFocused: true)
        let inside = top.inset(columns: 2, rows: 1)
        canvas.field(search.field, x: inside.x, y: inside.y, width: inside.width, isFocused: layers.isEmpty)
        canvas.pane(list, title: searchCount)
        drawHits(list.inside, &canvas)
    }

    private var searchCount: String {
        guard let results = search.results else { return Text.searchResults(language) }
        return Text.searchFound.with(["pages": String(results.total)])(language)
    }

    /// Two rows per page found: where it is, and the words around the match.
    private func drawHits(_ rect: Rect, _ canvas: inout Canvas) {
        guard let results = search.results, !results.hits.isEmpty else {
            let text = search.results == nil || search.isWaiting ? Text.searchExplained : Text.searchNothing
            canvas.paragraph(text(language), .dim, in: rect.inset(columns: 1, rows: 0), row: 1)
            return
        }
        for (place, index) in search.list.visible(count: results.hits.count, height: rect.height / 3).enumerated() {
            let hit = results.hits[index]
            let row = place * 3
            let isSelected = index == search.list.selected
            let role = isSelected ? canvas.selectRow(rect, row: row) : ThemeRole.strong
            let page = Text.searchHit.with(["code": hit.code, "page": String(hit.pageIndex)])(language)
            let used = canvas.line((isSelected ? "▸ " : "  ") + page, role, in: rect, row: row)
            canvas.line(hit.title, isSelected ? role : .dim, in: rect, row: row, indent: used + 2)
            drawSnippet(hit.snippet, rect, row: row + 1, &canvas)
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
