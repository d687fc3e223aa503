/// The search over all texts.
public struct SearchState: Equatable, Sendable {
    public var field = TextField()
    public var list = ListState()
    /// For the query in the field, or an older one while the answer is on the way.
    public var results: SearchResults?

    public init() {}

    var isWaiting: Bool { !field.isEmpty && results?.query != field.text }
    var selected: SearchHit? {
        guard !isWaiting, let hits = results?.hits, hits.indices.contains(list.selected) else { return nil }
        return hits[list.selected]
    }
}
