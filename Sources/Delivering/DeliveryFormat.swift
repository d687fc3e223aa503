import PDF

/// What is delivered of a dossier.
public enum ExportProfile: String, Sendable, Codable, CaseIterable {
    /// Every finished dossier: one PDF per document, every page in use (blank sides too), metadata as JSON, lists as CSV.
    case simple
}

/// Everything besides the dossier that its delivered files depend on.
struct DeliveryFormat: Sendable {
    var profile: ExportProfile
    var conformance: PDFDocumentInfo.Conformance
    var template: FileNameTemplate

    /// Raised whenever this program writes a dossier's files otherwise than before: every dossier is then looked at once.
    static let layout = 1

    /// The same text, the same files of an unchanged dossier.
    var signature: String { "\(DeliveryFormat.layout) \(profile.rawValue) \(conformanceName) \(template.text)" }

    var conformanceName: String {
        switch conformance {
        case .a2u: "PDF/A-2u"
        case .a1b: "PDF/A-1b"
        }
    }
}

/// The archive's kind of PDF; `a1b` for receivers that ask for it.
public typealias DeliveredPDF = PDFDocumentInfo.Conformance
