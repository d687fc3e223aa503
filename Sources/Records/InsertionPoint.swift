/// Where the pages of a run go in the order of a dossier.
public enum InsertionPoint: Sendable, Hashable {
    case end
    case beginning
    case after(PageID)
    /// The run's first sheet is that of this page, scanned again: its pages go behind the page, which is dropped when they
    /// are there.
    case replacing(PageID)
    /// All pages of the run are of the sheet that has its place reserved.
    case into(PlaceholderID)
    /// Each page is the back of one of these sheets, in the order in which they are fed; what comes after them is at the end.
    case backs(of: [SheetID])
}
