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

    var conformanceName: String {
        switch conformance {
        case .a2u: "PDF/A-2u"
        case .a1b: "PDF/A-1b"
        }
    }
}

/// The archive's kind of PDF; `a1b` for receivers that ask for it.
public typealias DeliveredPDF = PDFDocumentInfo.Conformance
