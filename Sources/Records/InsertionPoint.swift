/// Where new pages go in the order of a dossier.
public enum InsertionPoint: Sendable, Hashable {
    case end
    case beginning
    case after(PageID)
}
