import Texts

/// What the scanned contents sheet of a dossier lists against what is there.
public struct ContentsComparison: Sendable, Equatable {
    /// Rows, those that were not read with them.
    public var documents: Int
    /// Rows of which nothing is known but that they are there.
    public var unread: Int
    /// Documents that start where it says.
    public var found: Int
    /// Sheets that it names and the dossier has not, in order.
    public var missing: [ClosedRange<Int>]

    public init(documents: Int, unread: Int = 0, found: Int, missing: [ClosedRange<Int>] = []) {
        (self.documents, self.unread, self.found, self.missing) = (documents, unread, found, missing)
    }

    public var agrees: Bool { found == documents && missing.isEmpty }

    /// `Mục lục ghi 12 văn bản, đã thấy 11; thiếu tờ 34–36`
    public var phrase: Phrase {
        let text: Text =
            switch (unread > 0, missing.isEmpty) {
            case (false, true): .contentsCompared
            case (false, false): .contentsComparedMissing
            case (true, true): .contentsComparedUnread
            case (true, false): .contentsComparedUnreadMissing
            }
        return text.with(["count": String(documents), "unread": String(unread), "found": String(found), "sheets": sheets])
    }

    /// The same for a narrow column: `mục lục: thiếu tờ 34–36`, else `mục lục: 11/12 văn bản`.
    public var note: Phrase {
        let text = missing.isEmpty ? Text.contentsNote : .contentsNoteMissing
        return text.with(["count": String(documents), "found": String(found), "sheets": sheets])
    }

    private var sheets: String {
        missing.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)–\($0.upperBound)" }.joined(separator: ", ")
    }
}
