import Records

/// Pages of the dossier on the desk that are of another, which has no name yet.
public struct DeskPart: Sendable, Equatable {
    /// Left-out sheets "hồ sơ mới" in front of them.
    public var separators: [PageID]
    /// The first of them, and its place among the pages in use, from 1.
    public var page: PageID
    public var firstPage: Int
    public var pages: Int
    public var sheets: Int

    public init(separators: [PageID], page: PageID, firstPage: Int, pages: Int, sheets: Int) {
        (self.separators, self.page, self.firstPage, self.pages, self.sheets) = (separators, page, firstPage, pages, sheets)
    }
}
