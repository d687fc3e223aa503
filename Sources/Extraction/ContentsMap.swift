/// The documents that a contents sheet lets expect, against those that were found.
public struct ContentsMap: Sendable, Hashable {
    /// A document found in the dossier, by the numbered sheets it is on (cover and contents sheet not counted).
    public struct Found: Sendable, Hashable {
        public var sheets: ClosedRange<Int>

        public init(sheets: ClosedRange<Int>) { self.sheets = sheets }
    }

    public struct Match: Sendable, Hashable {
        /// Indices of the entry and the document that begins where it says.
        public var entry: Int
        public var document: Int
        /// Whether it also ends where the list has it end; nil where the list does not say.
        public var endsAsListed: Bool?
    }

    public var matches: [Match]
    /// Indices of entries for which no document begins on their sheet.
    public var missing: [Int]
    /// Indices of documents that no entry names.
    public var extra: [Int]

    /// Sheets on which the list has a document begin and none was found: where to propose one.
    public var expectedSheets: [Int]

    /// - Parameters:
    ///   - entries: in the order of the list.
    ///   - documents: in the order of the dossier.
    public static func compare(_ entries: [ContentsEntry], _ documents: [Found]) -> ContentsMap {
        var free = documents.indices.map { $0 }
        var map = ContentsMap(matches: [], missing: [], extra: [], expectedSheets: [])
        for (index, entry) in entries.enumerated() {
            guard let place = free.firstIndex(where: { documents[$0].sheets.lowerBound == entry.firstSheet }) else {
                map.missing.append(index)
                continue
            }
            let document = free.remove(at: place)
            let end = entry.lastSheet.map { $0 == documents[document].sheets.upperBound }
            map.matches.append(Match(entry: index, document: document, endsAsListed: end))
        }
        map.extra = free
        let begun = Set(documents.map(\.sheets.lowerBound))
        map.expectedSheets = Set(map.missing.map { entries[$0].firstSheet }).subtracting(begun).sorted()
        return map
    }
}
