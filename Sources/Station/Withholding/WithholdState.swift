import Records

/// Something withheld in the dossier on the desk.
public struct DeskWithholding: Sendable, Equatable, Identifiable {
    public var id: WithholdingID
    public var scope: WithheldScope
    /// Number of the document, or place of the page among those in use; nil for the dossier, and for what has no page in use.
    public var place: Int?
    public var reason: WithholdingReason
    public var person: String
    public var detail: String
    /// The gravest mark of secrecy that the program found on a page of it, and the others, gravest first.
    public var found: DeskMark?
    public var others: [DeskMark] = []
    public var isByProgram: Bool

    public init(
        id: WithholdingID, scope: WithheldScope, place: Int? = nil, reason: WithholdingReason, person: String, detail: String = "",
        found: DeskMark? = nil, isByProgram: Bool = false
    ) {
        (self.id, self.scope, self.place) = (id, scope, place)
        (self.reason, self.person, self.detail) = (reason, person, detail)
        (self.found, self.isByProgram) = (found, isByProgram)
    }
}

/// A mark of secrecy on a page of the dossier on the desk.
public struct DeskMark: Sendable, Equatable {
    /// Place of the page among those in use; nil: it was left out.
    public var page: Int?
    public var mark: SecrecyMark

    public init(page: Int?, mark: SecrecyMark) { (self.page, self.mark) = (page, mark) }
}

/// The dialog behind the panic key: how much is withheld, and why. What the key did stands whatever is answered.
public struct WithholdState: Equatable, Sendable {
    public enum Subject: Equatable, Sendable {
        /// The page's document is withheld already.
        case page(PageID, onDesk: DossierID?)
        /// The whole dossier is withheld already.
        case dossier(DossierID, code: String)
    }
    public var subject: Subject
    public var scope: WithheldScope
    public var reason: WithholdingReason
    /// Which page, as the screen behind it named it.
    public var place: String

    public init(page: PageID, onDesk: DossierID?, place: String = "") {
        (subject, scope, reason, self.place) = (.page(page, onDesk: onDesk), .document, .suspectedSecret, place)
    }

    public init(dossier: DossierID, code: String) {
        (subject, scope, reason, place) = (.dossier(dossier, code: code), .dossier, .suspectedSecret, code)
    }

    /// The smallest first.
    var scopes: [WithheldScope] {
        switch subject {
        case .page: [.page, .document, .dossier]
        case .dossier: [.dossier]
        }
    }

    mutating func move(_ step: Int) {
        let place = scopes.firstIndex(of: scope) ?? 0
        scope = scopes[max(0, min(place + step, scopes.count - 1))]
    }
}

/// The list of what is withheld, and the words without which nothing is released.
public struct WithheldState: Equatable, Sendable {
    public var list = ListState()
    public var words = TextField(limit: 200)
    /// What the list showed when the words were begun.
    public let shown: [WithholdingID]

    /// - Parameter first: where the list begins; nil: at its first line.
    public init(_ withheld: [DeskWithholding], at first: WithholdingID? = nil) {
        shown = withheld.map(\.id)
        list.select(shown.firstIndex { $0 == first } ?? 0, count: shown.count)
    }

    var hasWords: Bool { words.text.contains { $0 != " " } }
}
