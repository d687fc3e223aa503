import Records

/// The search over all texts.
public struct SearchState: Equatable, Sendable {
    public var field = TextField()
    public var list = ListState()
    /// For the query in the field, or an older one while the answer is on the way.
    public var results: SearchResults?
    /// Pages that were asked for.
    var limit = SearchState.shown

    /// Pages that come at first: more than a screen shows. Showing the words around a place takes most of a search's time.
    public static let shown = 40

    public init() {}

    /// A line of the list.
    enum Line: Equatable {
        case dossier(SearchDossier)
        case page(SearchHit)

        /// The page that is opened.
        var opens: PageID? {
            switch self {
            case .dossier(let dossier): dossier.firstPage
            case .page(let hit): hit.page
            }
        }

        /// Found by another search, its text may be another.
        fileprivate func isSame(as other: Line) -> Bool {
            switch (self, other) {
            case (.dossier(let one), .dossier(let other)): one.code == other.code
            case (.page(let one), .page(let other)): one.page == other.page
            default: false
            }
        }
    }

    var lines: [Line] { (results?.dossiers ?? []).map(Line.dossier) + (results?.hits ?? []).map(Line.page) }

    var isWaiting: Bool { !field.isEmpty && results?.query != field.text }

    var selectedLine: Line? {
        let lines = lines
        return isWaiting || !lines.indices.contains(list.selected) ? nil : lines[list.selected]
    }

    /// Of the same query: what is selected stays so where it is found again, else the nearest line that is, rather below.
    /// - Parameter hidden: pages of which nothing may be seen, though the answer may not know it yet.
    mutating func take(_ results: SearchResults, hidden: Set<PageID>) {
        let (before, selected) = (self.results?.query == results.query ? lines : [], list.selected)
        self.results = results
        forget(hidden)
        let now = lines
        let near = Array(before.dropFirst(selected)) + before.prefix(selected).reversed()
        let place = near.lazy.compactMap { line in now.firstIndex { $0.isSame(as: line) } }.first
        list.select(place ?? selected, count: now.count)
    }

    mutating func forget(_ pages: Set<PageID>) {
        guard let hits = results?.hits else { return }
        let left = hits.filter { !pages.contains($0.page) }
        results?.total -= hits.count - left.count
        results?.hits = left
    }

    /// The page found that is selected.
    var selected: SearchHit? {
        guard case .page(let hit)? = selectedLine else { return nil }
        return hit
    }
}

extension Model {
    /// What the field asks for now, from the first page on.
    mutating func searchAgain() -> [Effect] {
        search.limit = SearchState.shown
        return search.field.isEmpty ? [] : [.search(search.field.text)]
    }

    /// What was found, as it is now: texts were corrected meanwhile, or pages withheld.
    var foundAgain: [Effect] { search.field.isEmpty ? [] : [.search(search.field.text, limit: search.limit)] }

    mutating func moveInSearch(_ move: ListState.Move) -> [Effect] {
        search.list.move(move, count: search.lines.count, page: 5)
        return moreFound()
    }

    /// More pages are asked for before the end of those that are here is reached.
    private mutating func moreFound() -> [Effect] {
        guard !search.isWaiting, let results = search.results, results.hits.count >= search.limit, results.total > results.hits.count,
            search.list.selected >= search.lines.count - SearchState.shown / 2
        else { return [] }
        search.limit *= 4
        return [.search(search.field.text, limit: search.limit)]
    }

    /// The next page found becomes the selected one.
    mutating func selectNextFound() -> SearchHit? {
        let before = search.list.selected
        search.list.move(.down, count: search.lines.count)
        return search.list.selected == before ? nil : search.selected
    }
}
