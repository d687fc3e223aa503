import Records

/// Something that stands withheld in any dossier of the station.
public struct WithheldLine: Sendable, Equatable, Identifiable {
    public var id: WithholdingID
    public var dossier: DossierID
    public var code: String
    public var scope: WithheldScope
    /// Places among the dossier's pages in use; nil: it has none of those.
    public var pages: ClosedRange<Int>?
    public var reason: WithholdingReason
    /// The gravest mark of secrecy on these, as the program found it.
    public var mark: SecrecyMark?
    public var person: String
    public var isByProgram: Bool
    /// Day and time, as shown.
    public var since: String

    public init(
        id: WithholdingID, dossier: DossierID, code: String, scope: WithheldScope, pages: ClosedRange<Int>?, reason: WithholdingReason,
        mark: SecrecyMark? = nil, person: String, isByProgram: Bool = false, since: String
    ) {
        (self.id, self.dossier, self.code, self.scope, self.pages) = (id, dossier, code, scope, pages)
        (self.reason, self.mark, self.person, self.isByProgram, self.since) = (reason, mark, person, isByProgram, since)
    }
}

/// Newest first, as far as they are listed.
public struct WithheldLines: Sendable, Equatable {
    public var lines: [WithheldLine]
    /// How many stand in all, and in how many dossiers.
    public var total: Int, dossiers: Int

    public init(lines: [WithheldLine], total: Int, dossiers: Int) { (self.lines, self.total, self.dossiers) = (lines, total, dossiers) }
}

/// All that is withheld at the station, for those who decide about it.
public struct WithheldAllState: Equatable, Sendable {
    public var answer: WithheldLines?
    public var list = ListState()
    /// The one to be shown at the desk once its dossier lies there.
    var opening: WithholdingID?

    public init() {}

    var lines: [WithheldLine] { answer?.lines ?? [] }
    var selected: WithheldLine? { lines.indices.contains(list.selected) ? lines[list.selected] : nil }

    /// The same line stays selected.
    mutating func take(_ answer: WithheldLines) {
        let before = selected?.id
        self.answer = answer
        list.select(lines.firstIndex { $0.id == before } ?? list.selected, count: lines.count)
    }
}
