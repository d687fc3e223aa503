import Capture
import Foundation
import Records
import Store

/// A line of `scan` and `watch`: a page is safe.
struct PageEvent: Encodable {
    let event = "page"
    let page: String
    let dossier: String
    let run: String
    let index: Int
    let sheet: Int
    let side: String
    let width: Int
    let height: Int
    let dpi: Int
    let mode: String
    let sha256: String
    let findings: [String]
    // Only where there is something to say.
    /// A code of ours on it, as printed.
    let code: String?
    /// `kept_out`, `new_document`, `new_dossier`, `next_dossier`, `placeholder` or `placeholder_again`: it is no page of the dossier.
    let separator: String?
    /// The place it reserved.
    let placeholder: String?
    /// Sides told before as pages that are none, as the code came on the other side of their sheet.
    let left_out: [String]?
    /// The file it came from.
    let file: String?

    init(_ stored: StoredPage, dossier: DossierCode, sheet: Int, file: String? = nil) {
        self.file = file
        page = stored.page.description
        self.dossier = dossier.text
        run = stored.run.description
        index = stored.sequence
        self.sheet = sheet
        side = stored.side.rawValue
        width = stored.facts.width
        height = stored.facts.height
        dpi = stored.facts.dpi
        mode = stored.facts.mode.rawValue
        sha256 = stored.facts.sha256
        findings = [FindingCode](stored.findings.map(\.code), blank: stored.blank).map(\.rawValue)
        code = stored.code?.text
        separator = stored.separation?.effect.name
        placeholder = stored.separation?.effect.placeholder?.description
        let others = stored.separation?.pages.filter { $0 != stored.page }.map(\.description) ?? []
        left_out = others.isEmpty ? nil : others
    }
}

extension Separation.Effect {
    fileprivate var name: String {
        switch self {
        case .keptOut: "kept_out"
        case .newDocument: "new_document"
        case .newDossier: "new_dossier"
        case .nextDossier: "next_dossier"
        case .reserved: "placeholder"
        case .again: "placeholder_again"
        }
    }

    fileprivate var placeholder: PlaceholderID? {
        if case .reserved(let place, _, _) = self { place } else { nil }
    }
}

extension StationStore {
    /// The number of a page's sheet in its dossier; 0 for a separator. The page is safe whatever this comes to.
    /// - Parameter sheetsBefore: how many the dossier had before the run.
    func sheet(of page: StoredPage, in dossier: DossierID, at insertion: InsertionPoint, sheetsBefore: Int) -> Int {
        if page.separation != nil { return 0 }
        if insertion.makesSheets { return sheetsBefore + page.sheetOfDossier }
        let pages = try? contents(dossier).pages
        return pages?.first { $0.id == page.page }?.sheet ?? 0
    }
}

extension InsertionPoint {
    /// Each sheet of the run is one more of the dossier.
    fileprivate var makesSheets: Bool {
        switch self {
        case .end, .beginning, .after: true
        case .replacing, .into, .backs: false
        }
    }
}
